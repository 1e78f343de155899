"""What the status and headers of an answer say about a feed: its state, how long to wait, how long nothing new is expected."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from monitor.domain.feeds.feed import LONGEST_WAIT, FeedState

THROTTLING = (429, 503)
FORBIDDING = (401, 403, 407, 451)


def state_of(status: int, *, conditional: bool) -> tuple[FeedState, str | None]:
    """Say what an HTTP status means for a feed, and what to tell the user where it is no good news."""
    if status == 200 or (status == 304 and conditional):
        return FeedState.OK, None
    if status == 304:
        return FeedState.ERROR, "answered 304 Not Modified though nothing was known of it"
    if status == 410:
        return FeedState.GONE, "answered 410 Gone"
    if status in THROTTLING:
        return FeedState.THROTTLED, f"answered {status}: asked too often, or overloaded"
    if status in FORBIDDING:
        return FeedState.REFUSED, f"answered {status}: the server does not let us in"
    return FeedState.ERROR, f"answered {status}"


def wait_for(headers: Mapping[str, str], now: datetime) -> timedelta | None:
    """Read Retry-After, as seconds or as a date; at most a day, None where there is none that can be read."""
    told = headers.get("retry-after", "").strip()
    if not told:
        return None
    if re.fullmatch(r"\d{1,9}", told):
        return min(timedelta(seconds=int(told)), LONGEST_WAIT)
    try:
        moment = parsedate_to_datetime(told)
    except ValueError:
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return min(max(moment - now, timedelta(0)), LONGEST_WAIT)


def keep_for(headers: Mapping[str, str]) -> timedelta | None:
    """Read Cache-Control's max-age; at most a day."""
    control = headers.get("cache-control", "").lower()
    found = re.search(r"max-age\s*=\s*\"?(\d{1,9})", control)
    if not found or "no-cache" in control or "no-store" in control:
        return None
    return min(timedelta(seconds=int(found[1])), LONGEST_WAIT)
