"""Deliveries: what went to which channel, what its target said, and trying again what was refused."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from monitor.store import deliveries, outbox
from monitor.web.desk import desk_of, missing, number_in, page
from monitor.web.reviews import Form, back_to, posted
from monitor.web.writing import counted

SHOWN = 60


def listed(request: Request) -> Response:
    """List messages, the newest first."""
    state, channel = request.query_params.get("state", ""), request.query_params.get("channel", "")
    before = number_in(request, "before", 1, 2**31) if "before" in request.query_params else None
    with desk_of(request).reading() as tx:
        known = deliveries.channels(tx)
        state = state if state in deliveries.STATES else ""
        channel = channel if channel in known else ""
        rows = deliveries.newest(tx, state=state or None, channel=channel or None, before=before, limit=SHOWN + 1)
        counts = outbox.counts(tx)
    more = rows[SHOWN - 1]["id"] if len(rows) > SHOWN else None
    told: dict[str, Any] = {"rows": rows[:SHOWN], "more": more, "counts": counts, "states": deliveries.STATES, "channels": known}
    return page(request, "deliveries.html", **told, state=state, channel=channel)


def one(request: Request) -> Response:
    """Show a message as it was sent."""
    with desk_of(request).reading() as tx:
        told = deliveries.message(tx, request.path_params["number"])
    if told is None:
        raise missing("message of that number")
    return page(request, "delivery.html", one=told)


def retry(request: Request, form: Form) -> Response:
    """Try refused messages again at once: one, or all of them."""
    desk = desk_of(request)
    number = form.get("number", "")
    ids = [int(number)] if number.isascii() and number.isdecimal() and len(number) < 10 else []
    with desk.writing() as tx:
        again = outbox.retry(tx, desk.now(), ids=ids)
    return back_to(
        form, f"{counted(again, 'message')} will be tried again at once." if again else "Nothing waits to be tried again.", "/deliveries"
    )


routes = [
    Route("/deliveries", listed),
    Route("/deliveries/{number:int}", one),
    Route("/deliveries/retry", posted(retry), methods=["POST"]),
]
