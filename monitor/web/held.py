"""What was held back: with reasons, filtered; or a sample of it to judge, one after the other."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from monitor.store import held, listing, storylines
from monitor.web.desk import day_in, desk_of, number_in, page, text_in

SHOWN, SAMPLE = 50, 10


def listed(request: Request) -> Response:
    """List what was held."""
    desk = desk_of(request)
    asked = {name: text_in(request, name) for name in ("reason", "storyline")}
    day = day_in(request, "day")
    since, until = desk.span_of(day) if day else (None, None)
    reason = asked["reason"] if asked["reason"] in listing.REASONS else None
    draw = number_in(request, "sample", 1, 10**6) if "sample" in request.query_params else None
    before = number_in(request, "before", 1, 2**31) if "before" in request.query_params else None
    with desk.reading() as tx:
        where = held.filtered(reason, asked["storyline"] or None, since, until)
        rows = held.sample(tx, where, draw=draw, size=SAMPLE) if draw else held.newest(tx, where, before=before, limit=SHOWN + 1)
        lines = storylines.titles(tx)
    more = rows[SHOWN - 1]["id"] if len(rows) > SHOWN else None
    told: dict[str, Any] = {"rows": rows[:SHOWN], "more": more, "lines": lines, "reasons": listing.REASONS, "reason": reason}
    return page(request, "held.html", **told, day=day, storyline=asked["storyline"], draw=draw, next_draw=(draw or 0) + 1)


routes = [Route("/held", listed)]
