"""Search: what was typed, what was found, counted by kind; the same page part by part while one types."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from monitor.domain.search.query import parse
from monitor.store import search
from monitor.web.desk import desk_of, number_in, page, text_in

SHOWN = 20


def find(request: Request) -> Response:
    """Find articles."""
    desk = desk_of(request)
    at = number_in(request, "page", 1, 200)
    by_date = request.query_params.get("order") == "date"
    today = desk.today()
    query = parse(text_in(request, "q"), today, desk.names)
    with desk.reading() as tx:
        found = search.search(
            tx, query, today, order="date" if by_date else "relevance", limit=SHOWN, offset=SHOWN * (at - 1), names=desk.names
        )
    part = request.headers.get("hx-target") == "found"
    return page(request, "found.html" if part else "search.html", found=found, at=at, shown=SHOWN, by_date=by_date)


routes = [Route("/search", find)]
