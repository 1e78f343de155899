"""Today, or any other day: developments, what was told again, what was held back, and what the daemon could see."""

from datetime import UTC, date, datetime, time, timedelta

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from monitor.domain.daily import tell_day
from monitor.domain.feed import FeedState
from monitor.store import days, feeds, listing, notes, outbox
from monitor.web.desk import Desk, desk_of, page


def today(request: Request) -> Response:
    """Tell a day."""
    desk = desk_of(request)
    wanted = day_in(request, desk)
    since, until = span_of(wanted, desk)
    with desk.reading() as tx:
        arrived = days.arrived(tx, since, until)
        before, after = days.nearest(tx, since, until)
        held = listing.held_counts(tx, since, until)
        kept = days.kept(tx, since, until)
        known = feeds.list_feeds(tx)
        beat = notes.pulse(tx)
        sent = outbox.counts(tx)
    zone = desk.settings.delivery.zone
    return page(
        request,
        "today.html",
        day=wanted,
        is_today=wanted == desk.today(),
        told=tell_day(arrived),
        held=held,
        kept=kept,
        before=before.astimezone(zone).date() if before else None,
        after=after.astimezone(zone).date() if after else None,
        feeds=known,
        unseen=[feed for feed in known if feed.state is not FeedState.OK],
        beat=beat,
        alive=notes.is_alive(beat, desk.now()),
        sent=sent,
    )


def day_in(request: Request, desk: Desk) -> date:
    """Read the day that is asked for; today where none is, or none that can be read."""
    try:
        return date.fromisoformat(request.query_params.get("day", ""))
    except ValueError:
        return desk.today()


def span_of(day: date, desk: Desk) -> tuple[datetime, datetime]:
    """Say when a day begins and ends by the reader's clock."""
    zone = desk.settings.delivery.zone
    begin = datetime.combine(max(min(day, date(9998, 1, 1)), date(2, 1, 1)), time(), zone)
    return begin.astimezone(UTC), (begin + timedelta(days=1)).astimezone(UTC)


routes = [Route("/", today, name="today")]
