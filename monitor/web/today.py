"""Today, or any other day: developments, what was told again, what was held back, and what the daemon could see."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from monitor.domain.archive.daily import tell_day
from monitor.domain.feeds.feed import FeedState
from monitor.store import coverage, days, feeds, listing, notes, outbox
from monitor.web.desk import day_in, desk_of, page


def today(request: Request) -> Response:
    """Tell a day."""
    desk = desk_of(request)
    wanted = day_in(request, "day") or desk.today()
    since, until = desk.span_of(wanted)
    with desk.reading() as tx:
        arrived = days.arrived(tx, since, until)
        before, after = days.nearest(tx, since, until)
        held = listing.held_counts(tx, since, until)
        kept = days.kept(tx, since, until)
        known = feeds.list_feeds(tx)
        troubles = coverage.standing(tx)
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
        troubles=troubles,
        unseen=[feed for feed in known if feed.state is not FeedState.OK],
        beat=beat,
        alive=notes.is_alive(beat, desk.now()),
        sent=sent,
    )


routes = [Route("/", today, name="today")]
