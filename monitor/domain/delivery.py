"""How a message reaches its channel: who takes which level, when it may go, when to try again, when to give up."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta, tzinfo
from hashlib import sha256
from typing import Literal

from monitor.domain.storyline import Level

TERMINAL = "terminal"  # the built-in channel: plain text on the standard output

EVERY_DAY = frozenset(range(7))

FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(hours=1)
LONGEST_WISH = timedelta(days=1)  # no target may ask for a longer silence than that
LIKELY_WAIT = timedelta(days=1)  # how long a refusal that looks like a mistake in the settings is tried


@dataclass(frozen=True, slots=True)
class QuietHours:
    """From when to when no push goes out, by the user's clock; may go over midnight."""

    start: time
    end: time


@dataclass(frozen=True, slots=True)
class DigestTimes:
    """When digests are made, by the user's clock."""

    at: time = time(7)
    weekdays: frozenset[int] = EVERY_DAY  # 0 is Monday


@dataclass(frozen=True, slots=True)
class Channel:
    """A named place that messages go to; its address is known to the adapter alone."""

    name: str
    levels: frozenset[str] = frozenset({"push", "digest"})


@dataclass(frozen=True, slots=True)
class DeliveryRules:
    """What the user says about messages as a whole."""

    channels: tuple[Channel, ...] = (Channel(TERMINAL),)
    instance: str = "monitor.local"  # the right half of thread ids; must stay the same for ever
    zone: tzinfo = UTC  # the user's clock
    quiet: QuietHours | None = None
    budget: int | None = None  # pushes a day; None: as many as there are
    digest: DigestTimes | None = DigestTimes()  # None: never
    give_up_after: timedelta = timedelta(days=7)
    fallback: str = TERMINAL  # the channel that hears of messages that were given up

    def takers(self, level: Level) -> tuple[Channel, ...]:
        """Say which channels accept a level; without any channel in the settings, the terminal."""
        return tuple(channel for channel in self.channels or (Channel(TERMINAL),) if level in channel.levels)


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
class Timing:
    """At which level and when an alert goes out."""

    level: Level
    due_at: datetime
    reason: str | None = None  # why it is not the level or the time that was asked for


def delivery_key(*parts: str) -> str:
    """Make the key of a delivery: the same parts give the same key for ever."""
    return sha256("\n".join(parts).encode()).hexdigest()[:32]


def when_to_send(level: Level, now: datetime, quiet: QuietHours | None, sent_today: int, budget: int | None, zone: tzinfo = UTC) -> Timing:
    """Say when an alert goes out: pushes wait for the end of quiet hours, and what is over the budget goes to the digest."""
    if level != "push":
        return Timing(level, now)
    if budget is not None and sent_today >= budget:
        return Timing("digest", now, f"over the budget of {budget} pushes a day")
    end = quiet_until(quiet, now, zone)
    if end is not None:
        return Timing("push", end, f"held in quiet hours until {end.astimezone(zone):%H:%M}")
    return Timing("push", now)


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


def day_start(now: datetime, zone: tzinfo) -> datetime:
    """Say when the user's day began."""
    return datetime.combine(now.astimezone(zone).date(), time(0), zone).astimezone(UTC)


def last_digest_time(times: DigestTimes, now: datetime, zone: tzinfo) -> datetime:
    """Say when the newest digest should have been made."""
    today = now.astimezone(zone).date()
    moments = (datetime.combine(today - timedelta(days=back), times.at, zone).astimezone(UTC) for back in range(9))
    allowed = times.weekdays or EVERY_DAY
    return next(moment for moment in moments if moment <= now and moment.astimezone(zone).weekday() in allowed)


def next_try(key: str, attempts: int, made_at: datetime, verdict: Verdict, now: datetime, give_up_after: timedelta) -> datetime | None:
    """Say when to try a refused message again; None: give it up.

    `attempts` counts those made so far. The wait doubles from a minute to an hour, a little shorter by a share that the key sets, so that
    what failed together does not come back together; a target that asks for a longer wait gets it.
    """
    patience = min(LIKELY_WAIT, give_up_after) if verdict.refusal == "likely" else give_up_after
    if verdict.permanent or now - made_at >= patience:
        return None
    doubled = min(FIRST_WAIT * (1 << min(max(attempts, 1) - 1, 10)), LONGEST_WAIT)
    share = int(key[:8], 16) / 0xFFFFFFFF
    return now + max(doubled * (1 - 0.1 * share), min(verdict.retry_after or timedelta(0), LONGEST_WISH))


def cut(verdict: Verdict, limit: int = 500) -> Verdict:
    """Shorten a target's answer to what a person will read."""
    return replace(verdict, text=verdict.text[:limit])
