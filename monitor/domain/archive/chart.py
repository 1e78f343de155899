"""What a storyline's chart shows: figures as they were told over time, and days to come as they slipped."""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from monitor.domain.facts.facts import Fact

_SHOWN = {"area": "Areas", "mass": "Masses", "length": "Lengths", "power": "Powers", "volume": "Volumes"}
_CURRENCIES = {"usd": "US dollars", "kzt": "tenge", "rub": "roubles", "eur": "euros"}
_UNITS = {"area": "ha", "mass": "t", "length": "m"}
_DAY = re.compile(r"t:(\d{4})(?:-(?:(\d\d)(?:-(\d\d))?|Q(\d)|H(\d)))?")
_FEWEST = 2  # distinct values, told on two days
_MOST_CHARTS = 4
_MOST_POINTS = 120  # of one chart, the newest
_LABEL_WIDTH, _LABEL_HEIGHT = 0.3, 0.09  # what a label takes of a chart
_LOG_FROM = 30.0  # so much greater must the greatest be than the smallest for a scale of powers


@dataclass(frozen=True, slots=True)
class Telling:
    """A fact of a storyline as somebody told it."""

    fact: Fact
    at: datetime
    source: str | None
    article: int | None


@dataclass(frozen=True, slots=True)
class Point:
    """One value on a chart; both places are shares of its width and height, from the lower left."""

    x: float
    y: float
    label: str  # as it was written
    at: datetime
    source: str
    article: int | None
    named: bool  # its label stands beside it


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on an axis."""

    place: float
    label: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart ready to be drawn."""

    title: str
    points: tuple[Point, ...]
    across: tuple[Tick, ...]
    up: tuple[Tick, ...]


def charts(tellings: Iterable[Telling]) -> tuple[Chart, ...]:
    """Choose what is worth a chart: values of one kind of which at least two differ, told on at least two days."""
    grouped: dict[str, list[tuple[Telling, float]]] = defaultdict(list)
    for telling in tellings:
        found = _value(telling)
        if found is not None:
            grouped[found[0]].append((telling, found[1]))
    worth = [(title, _first_of_each(told)) for title, told in grouped.items()]
    worth = [
        (title, told) for title, told in worth if len({v for _, v in told}) >= _FEWEST and len({t.at.date() for t, _ in told}) >= _FEWEST
    ]
    worth.sort(key=lambda pair: (pair[0] != _SLIPPING, -len(pair[1]), pair[0]))
    return tuple(_chart(title, told) for title, told in worth[:_MOST_CHARTS])


_SLIPPING = "Days to come, as they were told"


def _value(telling: Telling) -> tuple[str, float] | None:
    """Say on which chart a fact belongs, and with which number; None where it is only mentioned in passing."""
    fact = telling.fact
    if fact.where not in ("title", "lead") or fact.recalled:
        return None
    if fact.kind == "date":
        day = day_of(fact.keys[0]) if fact.ahead and fact.keys else None
        return (_SLIPPING, float(day.toordinal())) if day else None
    if fact.figure is None:
        return None
    kind, _, unit = fact.figure.dimension.partition(":")
    if kind == "money":
        return f"Sums in {_CURRENCIES.get(unit, unit.upper())}", fact.figure.value
    return (f"{_SHOWN[kind]}{f', {_UNITS[kind]}' if kind in _UNITS else ''}", fact.figure.value) if kind in _SHOWN else None


def day_of(key: str) -> date | None:
    """Read the day that a date's key stands for: its first; None for a bare year, which says too little."""
    found = _DAY.fullmatch(key)
    if not found or not any(found.groups()[1:]):
        return None
    year, month, day, quarter, half = (int(part) if part else 0 for part in found.groups())
    return date(year, month or (3 * quarter - 2 if quarter else 6 * half - 5), day or 1)


def _first_of_each(told: Sequence[tuple[Telling, float]]) -> list[tuple[Telling, float]]:
    """Keep the first telling of each value on each day, so that thirty repeats are one dot."""
    found: dict[tuple[date, float], tuple[Telling, float]] = {}
    for telling, value in sorted(told, key=lambda pair: pair[0].at):
        found.setdefault((telling.at.date(), value), (telling, value))
    return list(found.values())[-_MOST_POINTS:]


def _chart(title: str, told: Sequence[tuple[Telling, float]]) -> Chart:
    times = [telling.at for telling, _ in told]
    values = [value for _, value in told]
    first, last = min(times), max(times)
    span = max((last - first).total_seconds(), 86_400.0)
    powers = title != _SLIPPING and min(values) > 0 and max(values) / min(values) > _LOG_FROM
    scale = _Scale(min(values), max(values), powers=powers)
    places = [(round((telling.at - first).total_seconds() / span, 4), scale.place(value)) for telling, value in told]
    named = _labelled(places, values)
    points = tuple(
        Point(x, y, telling.fact.text, telling.at, telling.source or "the dossier", telling.article, number in named)
        for number, ((telling, _), (x, y)) in enumerate(zip(told, places, strict=True))
    )
    write = _write_day if title == _SLIPPING else _write_number
    up = tuple(Tick(scale.place(value), write(value)) for value in scale.ticks())
    return Chart(title, points, _across(first, span), up)


def _labelled(places: Sequence[tuple[float, float]], values: Sequence[float]) -> set[int]:
    """Choose the points whose label is written beside them, the newest first: each value once, none over another."""
    chosen: list[int] = []
    for number in reversed(range(len(places))):
        x, y = places[number]
        free = all(abs(x - places[other][0]) > _LABEL_WIDTH or abs(y - places[other][1]) > _LABEL_HEIGHT for other in chosen)
        if free and values[number] not in {values[other] for other in chosen}:
            chosen.append(number)
    return set(chosen)


class _Scale:
    """Where a value stands between the smallest and the greatest; a little room above and below."""

    def __init__(self, low: float, high: float, *, powers: bool) -> None:
        self._powers = powers
        self._low, self._high = (math.log10(low), math.log10(high)) if powers else (low, high)
        room = (self._high - self._low) * 0.08 or max(abs(self._high) * 0.1, 1.0)
        self._low, self._high = self._low - room, self._high + room

    def place(self, value: float) -> float:
        at = math.log10(value) if self._powers else value
        return round((at - self._low) / (self._high - self._low), 4)

    def ticks(self) -> list[float]:
        """Three lines: near the foot, in the middle, near the top."""
        places = [self._low + (self._high - self._low) * share for share in (0.08, 0.5, 0.92)]
        return [10**place if self._powers else place for place in places]


def _across(first: datetime, span: float) -> tuple[Tick, ...]:
    long = span > 400 * 86_400
    shares = (0.0, 0.5, 1.0) if span > 2 * 86_400 else (0.0, 1.0)
    moments = [first + timedelta(seconds=span * share) for share in shares]
    return tuple(Tick(share, f"{at:%b %Y}" if long else f"{at:%-d %b %Y}") for share, at in zip(shares, moments, strict=True))


def _write_day(value: float) -> str:
    return f"{date.fromordinal(round(value)):%b %Y}"


def _write_number(value: float) -> str:
    for size, name in ((1e12, "tn"), (1e9, "bn"), (1e6, "m"), (1e3, "k")):
        if abs(value) >= size:
            return f"{value / size:.3g} {name}"
    return f"{value:.3g}"
