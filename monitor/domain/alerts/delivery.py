"""How a message reaches its channel: who takes which level, when it may go, when to try again, when to give up."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta, tzinfo
from hashlib import sha256
from typing import Literal

from monitor.domain.alerts.channel import Channel, QuietHours

SNOOZED = "its storyline is snoozed"  # how the reason begins
QUIET = "held in quiet hours"  # likewise
CROWDED = "one of more than"  # likewise
AT_ONCE = timedelta(minutes=10)  # within which many pushes are a burst
FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(hours=1)
LONGEST_REST = timedelta(minutes=15)  # of a target that takes nothing: news must not wait longer once it is back
LONGEST_WISH = timedelta(days=1)  # no target may ask for a longer silence than that
LIKELY_WAIT = timedelta(days=1)  # how long a refusal that looks like a mistake in the settings is tried


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a target said to a message."""

    accepted: bool
    text: str  # its own answer, cleaned and without secrets
    refusal: Literal["none", "likely", "final"] = "none"  # likely: probably a mistake in the settings; final: it will never be taken
    ambiguous: bool = False  # it may have been delivered all the same
    retry_after: timedelta | None = None

    @property
    def permanent(self) -> bool:
        """Whether trying again is useless."""
        return self.refusal == "final"


@dataclass(frozen=True, slots=True)
class Rest:
    """A target that failed, left alone by all messages to it."""

    until: datetime
    refused: int  # messages in a row
    last: str  # the key of the last of them


@dataclass(frozen=True, slots=True)
class Timing:
    """What becomes of a push on its way to one channel."""

    state: Literal["pending", "waiting", "moved"]  # at once, later, into the digest
    due_at: datetime
    reason: str | None = None  # why it does not go at once


def delivery_key(*parts: str) -> str:
    """Make the key of a delivery: the same parts give the same key for ever."""
    return sha256("\n".join(parts).encode(errors="backslashreplace")).hexdigest()[:32]


def when_to_send(
    channel: Channel, now: datetime, sent_today: int, kinds: frozenset[str], snoozed: datetime | None = None, at_once: int = 0
) -> Timing:
    """Say when a push goes to a channel: a snoozed storyline and what is over the budget have to wait for the digest, or, where the
    channel has none, for the end of the snooze and for the next day; the rest waits for the end of quiet hours. What comes when so many
    others have come `at_once`, or are still on their way, waits a minute at most and comes with those that come meanwhile. `kinds` says
    what it is: neither budget nor burst holds back what is critical.
    """
    if snoozed is not None and snoozed > now:
        return _later(channel, now, snoozed, f"{SNOOZED} until {by_clock(snoozed, channel.zone)}")
    if channel.budget is not None and sent_today >= channel.budget and "critical" not in kinds:
        return _later(channel, now, day_start(now, channel.zone, days=1), f"over the budget of {channel.budget} pushes a day")
    end = quiet_until(channel.quiet, now, channel.zone)
    if end is not None and channel.quiet and not kinds & channel.quiet.but:
        return Timing("waiting", end, f"{QUIET} until {end.astimezone(channel.zone):%H:%M}")
    if channel.burst is not None and at_once >= channel.burst and "critical" not in kinds:
        return Timing("waiting", (now + timedelta(minutes=1)).replace(second=0, microsecond=0), f"{CROWDED} {channel.burst} at once")
    return Timing("pending", now)


def _later(channel: Channel, now: datetime, until: datetime, reason: str) -> Timing:
    if channel.takes("digest"):
        return Timing("moved", now, reason)
    return Timing("waiting", quiet_until(channel.quiet, until, channel.zone) or until, reason)


def by_clock(at: datetime, zone: tzinfo) -> str:
    """Write a moment as a person's clock shows it."""
    return f"{at.astimezone(zone):%Y-%m-%d %H:%M}"


def quiet_until(quiet: QuietHours | None, now: datetime, zone: tzinfo) -> datetime | None:
    """Say when the quiet hours end that `now` falls into; None where it falls into none."""
    if quiet is None or quiet.start == quiet.end:
        return None
    local = now.astimezone(zone)
    for day in (local.date() - timedelta(days=1), local.date()):
        start = datetime.combine(day, quiet.start, zone)
        end = datetime.combine(day + timedelta(days=quiet.end < quiet.start), quiet.end, zone)
        # Compared in UTC: on the two nights of the year when the clock is changed, local moments do not sort.
        if start.astimezone(UTC) <= now < end.astimezone(UTC):
            return end.astimezone(UTC)
    return None


def day_start(now: datetime, zone: tzinfo, days: int = 0) -> datetime:
    """Say when the day of a clock began, or another so many days later."""
    return datetime.combine(now.astimezone(zone).date() + timedelta(days=days), time(0), zone).astimezone(UTC)


def next_try(key: str, attempts: int, made_at: datetime, verdict: Verdict, now: datetime, give_up_after: timedelta) -> datetime | None:
    """Say when to try a refused message again; None: give it up.

    `attempts` counts those made so far. The wait doubles from a minute to an hour, a little shorter by a share that the key sets, so that
    what failed together does not come back together; a target that asks for a longer wait gets it.
    """
    patience = min(LIKELY_WAIT, give_up_after) if verdict.refusal == "likely" else give_up_after
    if verdict.permanent or now - made_at >= patience:
        return None
    return now + max(_doubled(key, attempts, LONGEST_WAIT), _wish(verdict))


def rest_after(before: Rest | None, key: str, verdict: Verdict, now: datetime) -> Rest | None:
    """Say until when a target is left alone after what it said to a message; None: not at all.

    The rest doubles with each other message that it does not take. One and the same, refused again, says nothing new of the target: what
    is wrong may be the message, and the others must not wait for it longer than a minute.
    """
    if verdict.accepted or verdict.permanent:
        return None
    refused = 1 if before is None else before.refused + (before.last != key)
    return Rest(now + max(_doubled(key, refused, LONGEST_REST), _wish(verdict)), refused, key)


def _doubled(key: str, failures: int, longest: timedelta) -> timedelta:
    share = int(key[:8], 16) / 0xFFFFFFFF
    return min(FIRST_WAIT * (1 << min(max(failures, 1) - 1, 10)), longest) * (1 - 0.1 * share)


def _wish(verdict: Verdict) -> timedelta:
    return min(verdict.retry_after or timedelta(0), LONGEST_WISH)


def cut(verdict: Verdict, limit: int = 500) -> Verdict:
    """Shorten a target's answer to what a person will read."""
    return replace(verdict, text=verdict.text[:limit])
