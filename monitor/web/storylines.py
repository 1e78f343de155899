"""Storylines: the list of them, and one as it stood on any day: dossier, timeline, figures, disagreements."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from monitor.domain.archive.chart import charts
from monitor.domain.archive.timeline import conflicts, with_gaps
from monitor.store import developments, storylines
from monitor.web.desk import day_in, desk_of, missing, number_in, page, part_of, text_in

SHOWN = 60  # storylines, or developments of one, on a page


def listed(request: Request) -> Response:
    """List the storylines, the one that moved last first."""
    at, wanted = number_in(request, "page", 1, 10_000), text_in(request, "q").casefold()[:200]
    with desk_of(request).reading() as tx:
        named = [row.id for row in storylines.names(tx) if wanted in f"{row.title} {row.slug}".casefold()]
        shown, more = part_of(named, at, SHOWN)
        rows = storylines.list_storylines(tx, shown)
    return page(request, "storylines.html", rows=rows, at=at, more=more)


def one(request: Request) -> Response:
    """Tell a storyline, as of today or of a past day."""
    desk = desk_of(request)
    as_of = day_in(request, "as_of")
    until = desk.span_of(as_of)[1] if as_of else None
    with desk.reading() as tx:
        told = storylines.outline(tx, text_in(request, "slug"))
        if told is None:
            raise missing("storyline of that name")
        rows = _page_of(tx, told["id"], until, number_in(request, "before", 0, 2**31) if "before" in request.query_params else None)
        tellings = developments.tellings(tx, told["id"], until)
    shown = rows[:SHOWN]
    return page(
        request,
        "storyline.html",
        told=told,
        timeline=with_gaps(shown, until or desk.now()),
        older=shown[-1]["id"] if len(rows) > SHOWN else None,
        charts=charts(tellings),
        conflicts=conflicts(shown),
        as_of=as_of,
    )


def _page_of(tx: sa.Connection, storyline: int, until: datetime | None, before: int | None) -> list[dict[str, Any]]:
    return developments.listing(tx, storyline=storyline, until=until, before=before, limit=SHOWN + 1)


routes = [Route("/storylines", listed), Route("/storylines/{slug}", one)]
