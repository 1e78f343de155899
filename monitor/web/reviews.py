"""What a person says of decisions, with one click: every word is kept in a log, and can be taken back."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import date
from typing import Any
from urllib.parse import urlencode, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from monitor.domain.judging.review import VERDICTS
from monitor.domain.words.text import clean_line
from monitor.store import retractions, reviews
from monitor.store.reviews import Given, Refused
from monitor.web.desk import Desk, desk_of, form_of, mark_of, missing, number_in, page, part_of

SHOWN = 50
Form = Mapping[str, str]


def posted(act: Callable[[Request, Form], Response]) -> Callable[[Request], Awaitable[Response]]:
    """Read the form of a request, and act on it where waiting holds up nobody else."""

    async def endpoint(request: Request) -> Response:
        return await run_in_threadpool(act, request, await form_of(request))

    return endpoint


def back_to(form: Form, said: str, otherwise: str) -> Response:
    """Lead back to the page that the form stood on, which says what was done; never to another site."""
    wanted = form.get("back", "")
    parts = urlsplit(wanted) if wanted.isprintable() and wanted.startswith("/") and not wanted.startswith(("//", "/\\")) else None
    path = parts.path if parts else otherwise
    said = said[:300]
    return RedirectResponse(f"{path}?{urlencode({'said': said, 'mark': mark_of(said)})}", 303)


def log(request: Request) -> Response:
    """Show the log, the newest first."""
    at = number_in(request, "page", 1, 10_000)
    with desk_of(request).reading() as tx:
        rows, more = part_of(reviews.listing(tx, limit=SHOWN * at + 1), at, SHOWN)
        moved = reviews.adjustment(tx)
    return page(request, "reviews.html", rows=rows, more=more, at=at, moved=moved)


def give(request: Request, form: Form) -> Response:
    """Keep a verdict."""
    desk, said = desk_of(request), _given(form)
    with desk.writing() as tx:
        done = reviews.give(tx, said, desk.now())
        told = _tell_receivers(tx, desk, done) if form.get("correct") == "yes" and isinstance(done, dict) else ""
    if isinstance(done, Refused):
        return page(request, "error.html", status=409, code=409, told=f"{done.why}.")
    return back_to(form, f"{said.verdict.replace('-', ' ').capitalize()}: {'; '.join(done['effects'])}{told}.", f"/articles/{said.article}")


def _tell_receivers(tx: Any, desk: Desk, review: dict[str, Any]) -> str:
    told = retractions.queue_retractions(tx, review, desk.settings.delivery, desk.now())
    return f"; {told} told" if told else "; nobody had got it"


def _given(form: Form) -> Given:
    number, verdict = form.get("article", ""), form.get("verdict")
    if not (number.isascii() and number.isdecimal() and len(number) < 10):
        raise missing("article of that number")
    found = next((one for one in VERDICTS if one == verdict), None)
    if found is None:
        raise HTTPException(400, f"A verdict is one of {', '.join(VERDICTS)}.")
    named = {name: clean_line(form[name], 200) or None for name in ("of", "storyline", "title", "note") if name in form}
    return Given(int(number), found, **named, day=_day(form["date"]) if "date" in form else None)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise HTTPException(400, "That is no date.") from error


def undo(request: Request, form: Form) -> Response:
    """Put back what a review changed."""
    number = request.path_params["number"]
    desk = desk_of(request)
    with desk.writing() as tx:
        done = reviews.undo(tx, number, desk.now())
    if isinstance(done, Refused):
        return page(request, "error.html", status=409, code=409, told=f"{done.why}.")
    return back_to(form, f"Undone: {'; '.join(done['effects'])}.", "/reviews")


routes = [
    Route("/reviews", log),
    Route("/reviews", posted(give), methods=["POST"]),
    Route("/reviews/{number:int}/undo", posted(undo), methods=["POST"]),
]
