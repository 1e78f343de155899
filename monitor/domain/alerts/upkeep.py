"""What is wrong with the monitor itself, beside its feeds: judged from what was measured, told once, and once when it is over."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from monitor.domain.alerts.operations import Matter

LEAST_FREE = 500 * 2**20  # bytes; the archive must be able to write that it cannot
LEAST_SHARE = 0.02
CLOCK_TOLD = timedelta(hours=1)

# How long work may wait before its stage is overdue: longer than a start after a long sleep takes.
PATIENCE: Mapping[str, timedelta] = {
    "poll": timedelta(minutes=30),
    "read": timedelta(hours=2),
    "match": timedelta(minutes=15),
    "place": timedelta(minutes=15),
    "deliver": timedelta(minutes=15),
}


@dataclass(frozen=True, slots=True)
class Refusing:
    """A channel whose target has taken nothing for a while."""

    channel: str
    since: datetime
    waiting: int
    given_up: int
    verdict: str  # the target's last answer


@dataclass(frozen=True, slots=True)
class Vitals:
    """What was measured of the monitor itself."""

    at: datetime
    free: int  # bytes on the disk of the archive
    size: int
    oldest: Mapping[str, datetime]  # stage → since when its oldest work waits
    refusing: Sequence[Refusing] = ()
    set_back: tuple[datetime, timedelta] | None = None  # when the clock was last set back, and by how much
    no_copy: tuple[datetime, str] | None = None  # since when the archive has no newer copy, and why


def matters(vitals: Vitals) -> Iterator[Matter]:
    """Say what is wrong."""
    if vitals.free < max(LEAST_FREE, LEAST_SHARE * vitals.size):
        yield Matter("disk", "data", f"only {vitals.free // 2**20} MB are free: make room before nothing can be kept", vitals.at)
    for stage, since in vitals.oldest.items():
        if vitals.at - since > PATIENCE[stage]:
            yield Matter("stage", stage, f"overdue: its oldest work waits for {_minutes(vitals.at - since)} minutes", since)
    for one in vitals.refusing:
        counts = f"{one.waiting} messages wait, {one.given_up} given up"
        yield Matter("channel", one.channel, f"{counts}; its target says: {one.verdict}", one.since)
    if vitals.no_copy:
        since, why = vitals.no_copy
        yield Matter("copy", "archive", f"it cannot be copied: {why}", since)
    if vitals.set_back and vitals.at - vitals.set_back[0] < CLOCK_TOLD:
        at, by = vitals.set_back
        yield Matter("clock", "clock", f"it was ahead by {_minutes(by)} minutes and was set back; what it had put off is due now", at)


def _minutes(span: timedelta) -> int:
    return int(span.total_seconds() // 60)


@dataclass(frozen=True, slots=True)
class Standing:
    """What was wrong at the last look."""

    told: tuple[Matter, ...] = ()
    suspected: tuple[Matter, ...] = ()  # overdue at one look only: a start after a long sleep looks like that


@dataclass(frozen=True, slots=True)
class Change:
    """What has changed since the last look."""

    standing: Standing
    new: tuple[Matter, ...]
    over: tuple[Matter, ...]

    @property
    def lasting(self) -> tuple[Matter, ...]:
        """What was told before, and is still so."""
        return tuple(one for one in self.standing.told if one not in self.new)


def changed(before: Standing, found: Sequence[Matter]) -> Change:
    """Compare two looks: a stage is overdue from the second look on; what is still wrong keeps the moment when it began."""
    known = {_name(one): one for one in before.told}
    suspected = {_name(one) for one in before.suspected}
    sure = [one for one in found if one.kind != "stage" or _name(one) in suspected or _name(one) in known]
    told = tuple(replace(one, since=known[_name(one)].since) if _name(one) in known else one for one in sure)
    names = {_name(one) for one in found}
    return Change(
        Standing(told, tuple(one for one in found if one not in sure)),
        tuple(one for one in told if _name(one) not in known),
        # That the clock was set back is over as soon as it was told.
        tuple(one for one in before.told if _name(one) not in names and one.kind != "clock"),
    )


def _name(matter: Matter) -> tuple[str, str]:
    return matter.kind, matter.name
