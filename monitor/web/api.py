"""The archive for programs: read-only JSON, described by OpenAPI; routes and description are made of one table."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from monitor import __version__
from monitor.domain.archive.pack import as_json
from monitor.domain.archive.record import flat
from monitor.domain.search.query import parse
from monitor.domain.search.snippet import plain_text
from monitor.store import articles, deliveries, developments, exports, feeds, held, listing, notes, outbox, search, storylines
from monitor.web.desk import Desk, desk_of

MOST = 200  # rows of one answer
MOST_PASSED_OVER = 10_000

Asked = Mapping[str, Any]
Answer = Callable[[Desk, sa.Connection, Asked], Any]


@dataclass(frozen=True, slots=True)
class Parameter:
    """What may be asked for; `schema` says what is taken."""

    name: str
    about: str
    schema: Mapping[str, Any]
    place: str = "query"
    default: Any = None


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One question with its answer."""

    path: str
    about: str
    parameters: tuple[Parameter, ...]
    answer: Answer
    rows: bool = True  # it answers a list under `rows`; else one thing


def _text(name: str, about: str, **schema: Any) -> Parameter:
    return Parameter(name, about, {"type": "string", "maxLength": 1000, **schema})


def _number(name: str, about: str, default: int | None, most: int, least: int = 1) -> Parameter:
    return Parameter(name, about, {"type": "integer", "minimum": least, "maximum": most}, default=default)


LIMIT = _number("limit", "How many at most.", 50, MOST)
OFFSET = _number("offset", "How many are passed over.", 0, MOST_PASSED_OVER, 0)
BEFORE = _number("before", "Only those before the one with this number: the way to older ones.", None, 2**31 - 1)
STORYLINE = _text("storyline", "Only those of the storyline with this name.")
ID = Parameter("id", "Its number.", {"type": "integer", "minimum": 1, "maximum": 2**31 - 1}, "path")
KEY = Parameter("key", "Its key, such as baiterek#2026-11-09-1.", {"type": "string", "minLength": 1, "maxLength": 1000}, "path")
SLUG = Parameter("slug", "Its name, such as baiterek.", {"type": "string", "minLength": 1, "maxLength": 1000}, "path")
AS_OF = _text("as_of", "As it stood at the end of this day.", format="date", maxLength=10)


# ── answers ───────────────────────────────────────────────────────────────────


def _articles(desk: Desk, tx: sa.Connection, asked: Asked) -> Any:
    query = parse(asked["q"] or "", desk.today(), desk.names)
    order: search.Order = "date" if asked["order"] == "date" else "relevance"
    found = search.search(tx, query, desk.today(), order=order, limit=asked["limit"], offset=asked["offset"], names=desk.names)
    rows = [{**hit.article, "passage": plain_text(hit.passage), "score": hit.score} for hit in found.hits]
    facets = {kind: [asdict(one) for one in facets] for kind, facets in found.facets.items()}
    return {"rows": rows, "total": found.total, "more": found.more, "notes": list(found.notes), "facets": facets}


def _article(_desk: Desk, tx: sa.Connection, asked: Asked) -> Any:
    records = exports.records_of(tx, [asked["id"]])
    if not records:
        return None
    versions = [{"seen_at": one.seen_at, "title": one.title, "text": one.text} for one in articles.earlier_versions(tx, asked["id"])]
    return {**flat(records[0]), "versions": versions, "why": listing.explain(tx, asked["id"])}


def _developments(_desk: Desk, tx: sa.Connection, asked: Asked) -> Any:
    line = exports.number_of(tx, asked["storyline"]) if asked["storyline"] else None
    if asked["storyline"] and line is None:
        return {"rows": []}
    return {"rows": developments.listing(tx, storyline=line, before=asked["before"], limit=asked["limit"])}


def _development(_desk: Desk, tx: sa.Connection, asked: Asked) -> Any:
    told = developments.find(tx, asked["key"])
    if told is None:
        return None
    around = {name: told[name]._asdict() if told[name] else None for name in ("earlier", "later")}
    tellers = [{name: value for name, value in row.items() if name != "text"} for row in developments.tellers(tx, told["id"])]
    return {**told, **around, "articles": tellers, "alerts": developments.alerts_of(tx, told["id"])}


def _storylines(_desk: Desk, tx: sa.Connection, asked: Asked) -> Any:
    wanted = [row.id for row in storylines.names(tx)[asked["offset"] : asked["offset"] + asked["limit"]]]
    return {"rows": storylines.list_storylines(tx, wanted)}


def _storyline(desk: Desk, tx: sa.Connection, asked: Asked) -> Any:
    told = storylines.outline(tx, asked["slug"])
    if told is None:
        return None
    until = desk.span_of(asked["as_of"])[1] if asked["as_of"] else None
    return {**told, "developments": developments.listing(tx, storyline=told["id"], until=until, limit=MOST)}


def _held(_desk: Desk, tx: sa.Connection, asked: Asked) -> Any:
    where = held.filtered(asked["reason"], asked["storyline"], None, None)
    return {"rows": held.newest(tx, where, before=asked["before"], limit=asked["limit"])}


def _feeds(_desk: Desk, tx: sa.Connection, _asked: Asked) -> Any:
    names = ("id", "state", "last_error", "failures", "polled_at", "succeeded_at", "due_at", "paused_at")
    known = feeds.list_feeds(tx)
    return {"rows": [{"name": f.settings.name, "publisher": f.settings.publisher} | {n: getattr(f, n) for n in names} for f in known]}


def _deliveries(_desk: Desk, tx: sa.Connection, asked: Asked) -> Any:
    return {"rows": deliveries.newest(tx, state=asked["state"], channel=None, before=asked["before"], limit=asked["limit"])}


def _status(desk: Desk, tx: sa.Connection, _asked: Asked) -> Any:
    beat = notes.pulse(tx)
    told = {"alive": notes.is_alive(beat, desk.now()), "pulse": beat, "archive": listing.totals(tx)}
    return told | {"held": listing.held_counts(tx), "deliveries": outbox.counts(tx)}


ENDPOINTS = (
    Endpoint(
        "/api/articles",
        "Search the archive.",
        (_text("q", "What is sought."), _text("order", "Best or newest first.", enum=["relevance", "date"]), LIMIT, OFFSET),
        _articles,
    ),
    Endpoint("/api/articles/{id}", "One article: text, versions, and why it lies where it lies.", (ID,), _article, rows=False),
    Endpoint("/api/developments", "Developments, the newest first.", (STORYLINE, BEFORE, LIMIT), _developments),
    Endpoint("/api/developments/{key}", "One development with all that tell it.", (KEY,), _development, rows=False),
    Endpoint("/api/storylines", "Storylines, the one that moved last first.", (LIMIT, OFFSET), _storylines),
    Endpoint("/api/storylines/{slug}", "One storyline, as of any day.", (SLUG, AS_OF), _storyline, rows=False),
    Endpoint(
        "/api/held",
        "What did not alert, with the reason.",
        (_text("reason", "Only those held for this reason.", enum=list(listing.REASONS)), STORYLINE, BEFORE, LIMIT),
        _held,
    ),
    Endpoint("/api/feeds", "Feeds with the state of each.", (), _feeds),
    Endpoint(
        "/api/deliveries",
        "Messages, the newest first.",
        (_text("state", "Only those in this state.", enum=list(deliveries.STATES)), BEFORE, LIMIT),
        _deliveries,
    ),
    Endpoint("/api/status", "Whether the daemon is alive, and counts.", (), _status, rows=False),
)


# ── asking ────────────────────────────────────────────────────────────────────


def _route(endpoint: Endpoint) -> Route:
    def answer(request: Request) -> Response:
        try:
            asked = _asked(request, endpoint)
        except ValueError as error:
            return _error(400, str(error))
        desk = desk_of(request)
        with desk.reading() as tx:
            told = endpoint.answer(desk, tx, asked)
        return _error(404, "The archive does not hold it.") if told is None else _json(told)

    return Route(endpoint.path, answer, name=endpoint.path)


def _asked(request: Request, endpoint: Endpoint) -> Asked:
    """Read what is asked for; ValueError names what cannot be taken."""
    unknown = set(request.query_params) - {one.name for one in endpoint.parameters if one.place == "query"}
    if unknown:
        raise ValueError(f"{', '.join(sorted(unknown))[:200]}: not asked for here; /api/openapi.json tells what is")
    given = {**request.query_params, **request.path_params}
    return {one.name: _read(one, given[one.name]) if one.name in given else one.default for one in endpoint.parameters}


def _read(parameter: Parameter, text: str) -> Any:
    schema = parameter.schema
    if schema["type"] == "integer":
        number = int(text) if text.isascii() and text.isdecimal() and len(text) < 12 else -1
        if not schema["minimum"] <= number <= schema["maximum"]:
            raise ValueError(f"{parameter.name}: a whole number from {schema['minimum']} to {schema['maximum']}")
        return number
    if "enum" in schema and text not in schema["enum"]:
        raise ValueError(f"{parameter.name}: one of {', '.join(schema['enum'])}")
    if "\0" in text or not schema.get("minLength", 0) <= len(text) <= schema["maxLength"]:
        raise ValueError(f"{parameter.name}: at most {schema['maxLength']} characters, none of them NUL")
    return date.fromisoformat(text) if schema.get("format") == "date" else text


def _json(told: Any, status: int = 200) -> Response:
    return Response(as_json(told), status, media_type="application/json")


def _error(status: int, why: str) -> Response:
    return JSONResponse({"error": why}, status)


def unknown(_request: Request) -> Response:
    """Tell a program that there is nothing here, in its own language."""
    return _error(404, "There is nothing at this address; /api/openapi.json tells what there is.")


# ── the description ───────────────────────────────────────────────────────────

_FAILED = {"description": "Why not.", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}}}


def openapi(_request: Request) -> Response:
    """Describe all of it."""
    return JSONResponse(description())


def description() -> dict[str, Any]:
    """Write the description out of the table."""
    schemas = {
        "Error": {"type": "object", "required": ["error"], "properties": {"error": {"type": "string"}}},
        "Rows": {"type": "object", "required": ["rows"], "properties": {"rows": {"type": "array", "items": {"type": "object"}}}},
        "One": {"type": "object"},
    }
    about = "Read-only. Behind a password: HTTP Basic with any name, or the session of the page."
    return {
        "openapi": "3.1.0",
        "info": {"title": "monitor", "version": __version__, "description": about},
        "paths": {one.path: {"get": _described(one)} for one in ENDPOINTS},
        "components": {"schemas": schemas, "securitySchemes": {"password": {"type": "http", "scheme": "basic"}}},
        "security": [{}, {"password": []}],
    }


def _described(one: Endpoint) -> dict[str, Any]:
    schema = {"$ref": f"#/components/schemas/{'Rows' if one.rows else 'One'}"}
    answers: dict[str, Any] = {"200": {"description": "Found.", "content": {"application/json": {"schema": schema}}}, "400": _FAILED}
    if not one.rows:
        answers["404"] = _FAILED
    parameters = [
        {"name": p.name, "in": p.place, "description": p.about, "required": p.place == "path"}
        | {"schema": {**p.schema, **({"default": p.default} if p.default is not None else {})}}
        for p in one.parameters
    ]
    return {"summary": one.about, "operationId": one.path.removeprefix("/api/"), "parameters": parameters, "responses": answers}


routes = [Route("/api/openapi.json", openapi), *map(_route, ENDPOINTS), Route("/api/{rest:path}", unknown)]
