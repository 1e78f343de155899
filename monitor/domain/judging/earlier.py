"""Which earlier value a new one replaces: first flight at the end of 2025, now in the first quarter of 2026."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from monitor.domain.facts.dates import span_of, spans_meet
from monitor.domain.facts.facts import TODAY, Fact, Line, Reading
from monitor.domain.facts.names import names_in
from monitor.domain.judging.replaced import FARTHEST, equal, is_denied, is_given_up, is_near, moves, names_successor, said_over
from monitor.domain.words.negation import refuses


@dataclass(frozen=True, slots=True)
class KnownFact:
    """A fact that a storyline knows, and from whom."""

    fact: Fact
    storyline: str
    at: datetime
    source: str | None = None
    article: int | None = None


Memory = Mapping[str, list[KnownFact]]  # key → what a storyline knows under it
_MEASURES = ("area", "length", "mass", "percent")
_MONTH = len("t:2026-12")  # a bare year is too coarse to be a plan that moves


def earlier(fact: Fact, reading: Reading, memory: Memory) -> KnownFact | None:
    """Find the value that a new one replaces: what the article itself says is over goes before what only the storyline knows."""
    told = (fact, *(other for other in reading.facts if other is not fact and other.keys == fact.keys))
    said = (_known_rival(one, reading, memory) or _unknown(said_over(one, reading)) for one in told)
    return (
        next(filter(None, said), None)
        or turned(fact, reading, memory)
        or next(filter(None, (_of_one_slot(one, reading, memory) for one in told)), None)
    )


def _known_rival(fact: Fact, reading: Reading, memory: Memory) -> KnownFact | None:
    """Take another value of the article that the storyline knows."""
    rivals = [other for other in reading.facts if _may_replace(fact, other, reading) and not equal(fact, [other], reading)]
    for rival in sorted(rivals, key=lambda other: abs(other.line - fact.line)):
        remembered = [one for key in rival.keys for one in memory.get(key, ()) if one.fact.kind == rival.kind]
        knowing = [one for one in remembered if equal(rival, [one.fact], reading)]
        if knowing:
            return replace(max(knowing, key=lambda one: one.at), fact=rival)  # in the words of this article
    return None


def _unknown(fact: Fact | None) -> KnownFact | None:
    """Take a value that only the article itself names as the earlier one."""
    return KnownFact(fact, "", _NO_TIME) if fact else None


_NO_TIME = datetime(1, 1, 1, tzinfo=UTC)
_ASKED_FOR = frozenset({"launch", "postpone", "rent", "complete", "land", "dock", "quota", "invest", "debt", "fine", "claim"})


def _of_one_slot(fact: Fact, reading: Reading, memory: Memory) -> KnownFact | None:
    """Take the newest other value of the same slot: of the same craft, or of an idea that has one value at a time."""
    if fact.kind not in ("date", "money") or fact.where not in ("title", "lead") or (fact.kind == "date" and not fact.ahead):
        return None
    if any(_is_part(other, reading) for other in reading.facts if other.keys == fact.keys):
        return None
    if _ends_span(fact, reading.lines[fact.line]) or (fact.kind == "date" and "flight" in reading.marks):
        return None  # what flew was to come, and the next is another
    mine = _craft_of(fact, reading)
    found = {
        id(one): one
        for many in memory.values()
        for one in many
        if _same_slot(fact, one.fact, mine) and not _is_over(one.fact, reading) and not _still_stands(one.fact, reading)
    }
    # Of one craft several days are told, its launch, its arrival, a test: the one that the article names as well goes before.
    named = [other for other in reading.facts if other.kind == "date" and other.keys != fact.keys]

    def rank(one: KnownFact) -> tuple[bool, bool, bool, bool, datetime]:
        is_named = one.fact.kind == "date" and any(_overlap(one.fact, other) for other in named)
        return not _narrows(fact, one.fact), is_named, one.fact.slot == fact.slot, one.fact.where in ("title", "lead"), one.at

    return max(found.values(), key=rank, default=None)


def _ends_span(fact: Fact, line: Line) -> bool:
    """Ask whether a date ends a span of time: from 2028 to 2039, 2028–2039."""
    return bool(_SPAN.search(line.text.partition(fact.text)[0]))


_SPAN = re.compile(r"\b(?:through|until|up to)\W*$|\d{4}\D{0,8}?(?:[–—-]|\b(?:to|until|through|and|по|до)\b|\bмен\b)\W*$", re.IGNORECASE)


def _craft_of(fact: Fact, reading: Reading) -> frozenset[str]:
    """Say which of several craft a value is of: the one that its own sentence names, or else the title."""
    named = designators(fact.about)
    for line in (reading.lines[fact.line].text, reading.title):
        spelled = designators(name.key for name in names_in(line, reading.language)) & named
        if len(spelled) == 1:
            return spelled
    return named


def turned(fact: Fact, reading: Reading, memory: Memory) -> KnownFact | None:
    """Find the date that stood last for a craft, where a headline goes back to an earlier one: 2025, then 2026, now 2025 again.

    A day is taken back by a month only where the headline says that it moved: of one craft several days are told.
    """
    mine = designators(fact.about)
    if fact.kind != "date" or fact.where != "title" or not fact.ahead or len(mine) != 1 or len(fact.keys[0]) > _ROUGH:
        return None
    if refuses(reading.title, reading.language):
        return None  # not in November
    longest = _DAY if fact.slot == _PUT_OFF else _ROUGH
    named = {id(one): one for many in memory.values() for one in many if _stood(one.fact, longest) and mine & designators(one.fact.about)}
    last = max(named.values(), key=lambda one: one.at, default=None)
    if last is None or any(one.at == last.at and _overlap(one.fact, fact) for one in named.values()):
        return None  # said last, beside the one that it replaced
    since = (one for many in memory.values() for one in many if one.at > last.at and one.fact.kind == "date" and one.fact.ahead)
    if any(_overlap(one.fact, fact) for one in since):
        return None  # said since, if far down or of nothing that bears a name
    return None if (_overlap(last.fact, fact) if longest == _DAY else _of_one_year(last.fact, fact)) else last


_ROUGH, _DAY = len("t:2026-Q1"), len("t:2026-12-31")
_PUT_OFF = "date:postpone"


def _stood(fact: Fact, longest: int) -> bool:
    return fact.kind == "date" and fact.ahead and not fact.recalled and fact.where in ("title", "lead") and len(fact.keys[0]) <= longest


def _overlap(one: Fact, other: Fact) -> bool:
    """Ask whether one date lies in the other: October in the fourth quarter."""
    return spans_meet(*(span_of(fact.keys[0].removeprefix("t:")) for fact in (one, other)))


def _are_two_steps(fact: Fact, other: Fact) -> bool:
    """Ask whether two dates of one craft are of two steps of its flight."""
    steps = {fact.slot.removeprefix("date:"), other.slot.removeprefix("date:")}
    return len(steps) == len(steps & _STEPS) == 2


_STEPS = frozenset({"launch", "dock", "land"})


def _narrows(fact: Fact, other: Fact) -> bool:
    """Ask whether a headline names more exactly when something is to be: July, now 14 July."""
    if fact.kind != "date" or fact.where != "title" or len(other.keys[0]) < _MONTH:
        return False
    (first, last), (from_day, to_day) = (span_of(one.keys[0].removeprefix("t:")) for one in (fact, other))
    return from_day <= first and last <= to_day and (first, last) != (from_day, to_day)


def _still_stands(fact: Fact, reading: Reading) -> bool:
    """Ask whether the article gives a date as well, and not as one that moved: it is the date of something else."""
    lines = [reading.lines[other.line] for other in reading.facts if other.kind == "date" and other.keys == fact.keys]
    return bool(lines) and not any(moves(line) for line in lines)


def _is_over(fact: Fact, reading: Reading) -> bool:
    """Ask whether a date had passed for good when an article appeared: nobody moves it any more."""
    return fact.kind == "date" and span_of(fact.keys[0].removeprefix("t:"))[1] < (reading.published - _FORGOTTEN).isoformat()


_FORGOTTEN = timedelta(days=60)


def _of_one_year(one: Fact, other: Fact) -> bool:
    return one.keys[0][: len("t:2026")] == other.keys[0][: len("t:2026")]


def _same_slot(fact: Fact, other: Fact, mine: frozenset[str]) -> bool:
    if other.kind != fact.kind or set(other.keys) & set(fact.keys) or (fact.kind == "date" and not other.ahead):
        return False
    if fact.figure and other.figure and fact.figure.dimension != other.figure.dimension:
        return False
    theirs = designators(other.about)
    if fact.kind == "date":
        if _are_two_steps(fact, other):
            return False
        fine = (len(fact.keys[0]) >= _MONTH) <= (len(other.keys[0]) >= _MONTH)  # a year is no earlier value of a day
        return bool(mine & theirs) and len(mine) == 1 and fine and (not _overlap(fact, other) or _narrows(fact, other))
    return other.slot == fact.slot and fact.slot.partition(":")[2] in _ASKED_FOR and is_near(fact, other)


def _may_replace(fact: Fact, other: Fact, reading: Reading) -> bool:
    """Say whether one value of an article can stand in the place of another: two moments to come, or two sums, areas, distances."""
    if fact.text == other.text:
        return False  # from 16 to 30 May: the words of both are one
    if fact.kind == "date" and other.kind == "date":
        fine = min(len(fact.keys[0]), len(other.keys[0])) >= _MONTH
        moved = any(moves(reading.lines[one.line]) for one in (fact, other)) or moves(reading.lines[0])
        if fact.line != other.line and names_successor(other, reading):
            return False
        return fact.ahead and (other.ahead or other.slot == TODAY) and fine and moved and not _overlap(fact, other)
    if fact.figure is None or other.figure is None or fact.figure.dimension != other.figure.dimension:
        return False
    # Mere counts and spans of time are too common, and values far apart are values of two things.
    apart = max(fact.figure.value, other.figure.value) / max(min(fact.figure.value, other.figure.value), 1e-9)
    measured = fact.kind == "money" or fact.figure.dimension in _MEASURES
    # Two sums of one article are seldom sums of one thing: what they are for must be the same, or the article must say that one is over.
    if not measured or apart > FARTHEST or _is_part(fact, reading):
        return False
    leads = fact.where in ("title", "lead") or is_denied(reading.lines[other.line], other)
    return (leads and fact.slot == other.slot) or is_given_up(other, reading)


def _is_part(fact: Fact, reading: Reading) -> bool:
    """Ask whether a sentence says that its value is a part of another: half of the rent, that is 57.5 million; 46 million of the 115."""
    text = reading.lines[fact.line].text
    before, _, behind = text.partition(fact.text)
    return bool(_OF_IT.match(text) or _SHARE.search(before) or _OF_A_SUM.match(behind))


_OF_IT = re.compile(r"\W*(?:of (?:this|that|these|those|it|them|which)|из (?:них|этой суммы|этих)|оның ішінде)\b", re.IGNORECASE)
_SHARE = re.compile(
    r"\b(?:half|(?:a|one) (?:third|quarter|part)) of\b"
    r"|\b(?:половин[аыу]|(?:треть|четверть|часть)(?= \w))|\b(?:жартысы|бір бөлігі|үштен бірі)",
    re.IGNORECASE,
)
_OF_A_SUM = re.compile(r"\s(?:out of|of|из) (?:the |these |those |an? )?(?:\w+ )?[$€£]?\d", re.IGNORECASE)


def designators(names: Iterable[str]) -> frozenset[str]:
    """Pick the names that mark one craft among its like: MS-22."""
    return frozenset(name for name in names if name.startswith("d:"))
