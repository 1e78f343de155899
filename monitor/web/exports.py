"""What leaves the archive by the page: feeds, sheets, citations, briefs, packs of evidence. Names of files come from numbers."""

import io
import json
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from monitor.domain.archive.brief import markdown
from monitor.domain.archive.citation import bibtex, one_line, ris
from monitor.domain.archive.pack import Exhibit, files_of
from monitor.domain.archive.record import Record, flat
from monitor.domain.archive.sheet import csv_lines
from monitor.domain.archive.syndication import FeedOf, atom, json_feed
from monitor.domain.search.query import Query, parse
from monitor.store import articles, developments, exports
from monitor.web.desk import Desk, desk_of, missing, number_in, text_in

IN_A_FEED = 100  # entries
AT_ONCE = 2  # whole exports that are written at the same time

_busy = BoundedSemaphore(AT_ONCE)
_FEEDS: dict[str, tuple[str, Callable[[FeedOf, list[Record]], str]]] = {
    "atom": ("application/atom+xml", atom),
    "json": ("application/feed+json", json_feed),
}
_EVERYTHING: dict[str, tuple[str, Callable[[Iterable[Record]], Iterator[str]]]] = {
    "jsonl": ("application/jsonl", lambda records: (json.dumps(flat(one), ensure_ascii=False) + "\n" for one in records)),
    "csv": ("text/csv", csv_lines),
    "bib": ("application/x-bibtex", lambda records: (bibtex(one) + "\n" for one in records)),
    "ris": ("application/x-research-info-systems", lambda records: (ris(one) + "\r\n" for one in records)),
}
_CITATIONS: dict[str, tuple[str, Callable[[Record], str]]] = {
    "bib": ("application/x-bibtex", bibtex),
    "ris": ("application/x-research-info-systems", ris),
    "txt": ("text/plain", one_line),
}
FORMS = (*_FEEDS, *_EVERYTHING)


def found(request: Request) -> Response:
    """Give what a search finds: the newest as a feed, or everything as it is read."""
    desk, form = desk_of(request), request.path_params["form"]
    query = parse(text_in(request, "q"), desk.today(), desk.names)
    if form in _FEEDS:
        with desk.reading() as tx:
            records = exports.newest(tx, query, desk.today(), number_in(request, "limit", IN_A_FEED, 1000))
        return _feed(request, form, records, query.typed or "the archive", "search")
    return _whole(form, "articles", _everything(desk, query))


def _everything(desk: Desk, query: Query) -> Iterator[Record]:
    with desk.reading(within=None) as tx:
        yield from exports.records(tx, query, desk.today())


def told(request: Request) -> Response:
    """Give the developments, of all storylines or of one."""
    desk, form = desk_of(request), request.path_params["form"]
    slug = text_in(request, "storyline") or None
    with desk.reading() as tx:
        limit = number_in(request, "limit", IN_A_FEED if form in _FEEDS else 10_000, 100_000)
        records = exports.developments_of(tx, slug=slug, limit=limit)
    if form in _FEEDS:
        return _feed(request, form, records, slug or "developments", "developments")
    return _whole(form, "developments", iter(records))


def _feed(request: Request, form: str, records: list[Record], title: str, name: str) -> Response:
    if form not in _FEEDS:
        raise HTTPException(404)
    kind, write = _FEEDS[form]
    asked = request.url.query
    feed = FeedOf(
        title=f"monitor: {title}",
        instance=desk_of(request).settings.delivery.instance,
        name=f"{name}/{re.sub(r'[^A-Za-z0-9]+', '-', asked) or 'all'}",
        home=str(request.url.replace(path="/", query="")),
        address=str(request.url),
    )
    return Response(write(feed, records), media_type=kind)


def _whole(form: str, name: str, records: Iterable[Record]) -> Response:
    if form not in _EVERYTHING:
        raise HTTPException(404)
    kind, write = _EVERYTHING[form]
    if not _busy.acquire(blocking=False):
        return Response("Other exports are being written; try again in a minute.", 503, {"Retry-After": "60"}, "text/plain")
    return StreamingResponse(_let_go(write(records)), media_type=kind, headers=_saved_as(f"{name}.{form}"))


def _let_go(pieces: Iterator[str]) -> Iterator[str]:
    with _held():
        yield from pieces


@contextmanager
def _held() -> Iterator[None]:
    try:
        yield
    finally:
        _busy.release()


def _saved_as(name: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="{name}"'}


def brief(request: Request) -> Response:
    """Give a storyline as Markdown, for a report."""
    desk = desk_of(request)
    with desk.reading() as tx:
        found = exports.brief_of(tx, text_in(request, "slug"), desk.now())
        number = exports.number_of(tx, text_in(request, "slug"))
    if found is None:
        raise missing("storyline of that name")
    return Response(markdown(found), media_type="text/markdown", headers=_saved_as(f"storyline-{number}.md"))


def citation(request: Request) -> Response:
    """Cite an article."""
    number, form = request.path_params["number"], request.path_params["form"]
    if form not in _CITATIONS:
        raise HTTPException(404)
    with desk_of(request).reading() as tx:
        records = exports.records_of(tx, [number])
    if not records:
        raise missing("article of that number")
    kind, write = _CITATIONS[form]
    return Response(
        write(records[0]) + "\n", media_type=kind, headers={"Content-Disposition": f'inline; filename="article-{number}.{form}"'}
    )


def evidence(request: Request) -> Response:
    """Give all that a development rests on as one file."""
    desk, number = desk_of(request), request.path_params["number"]
    with desk.reading() as tx:
        key = developments.key_of_number(tx, number)
        told = developments.find(tx, key) if key else None
        if told is None:
            raise missing("development of that number")
        ids = [row["id"] for row in developments.tellers(tx, number)]
        exhibits = [
            Exhibit(one, [(old.seen_at, old.title, old.text) for old in articles.earlier_versions(tx, one.id or 0)])
            for one in exports.records_of(tx, ids)
        ]
    kept = {name: told[name] for name in ("key", "storyline", "summary", "known_at", "source_url", "novelties", "reasons", "evidence")}
    packed = _zip(files_of(kept, exhibits, desk.now()))
    return Response(packed, media_type="application/zip", headers=_saved_as(f"development-{number}.zip"))


def _zip(files: dict[str, str]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in files.items():
            made.writestr(name, text)
    return held.getvalue()


routes = [
    Route("/export/articles.{form}", found),
    Route("/export/developments.{form}", told),
    Route("/export/brief/{slug}.md", brief),
    Route("/export/citation/{number:int}.{form}", citation),
    Route("/export/evidence/{number:int}.zip", evidence),
]
