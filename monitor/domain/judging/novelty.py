"""What an article tells that its storyline did not know: each new fact with its sentence and the value it replaces."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import combinations

from monitor.domain.facts.dates import span_of, spans_meet
from monitor.domain.facts.facts import TODAY, Fact, Reading
from monitor.domain.facts.figures import Figure, same_figure
from monitor.domain.facts.loosely import loosely_said
from monitor.domain.judging.earlier import KnownFact, designators, earlier, turned
from monitor.domain.words.concepts import HARD

_PLACE = {"title": 1.5, "lead": 1.0, "body": 0.7, "tail": 0.0}
_KIND = {"money": 1.2, "date": 1.4, "figure": 0.7, "person": 0.35, "name": 0.1}


@dataclass(frozen=True, slots=True)
class News:
    """A new fact or idea of an article, with its weight."""

    kind: str
    text: str
    line: int
    weight: float
    fact: Fact | None = None
    old: KnownFact | None = None


def news_of(reading: Reading, told: Sequence[Reading], known: Sequence[KnownFact], storyline: str | None) -> list[News]:
    """List what an article tells anew: against the articles like it, and all that its storyline knows."""
    before = _told_before(told, known, storyline)
    memory = _by_key(known, storyline)
    found = [
        News(
            fact.kind,
            fact.text,
            fact.line,
            _PLACE[fact.where] * _worth(fact),
            fact,
            earlier(fact, reading, memory),
        )
        for fact in _distinct(reading.facts)
        if not fact.recalled and fact.slot != TODAY and (not _is_told(fact, before, reading) or turned(fact, memory))
    ]
    return _replaced_once(sorted([*found, *_new_ideas(reading, told)], key=lambda news: -news.weight))


def _replaced_once(found: Sequence[News]) -> list[News]:
    """Let an earlier value be replaced by one new fact only, the weightiest."""
    taken: set[str] = set()
    kept = []
    for news in found:
        is_free = news.old is not None and news.old.fact.keys[0] not in taken
        taken.update([news.old.fact.keys[0]] if news.old else [])
        kept.append(news if is_free or news.old is None else replace(news, old=None))
    return kept


def _by_key(known: Sequence[KnownFact], storyline: str | None) -> Mapping[str, list[KnownFact]]:
    keys: dict[str, list[KnownFact]] = {}
    for one in known:
        if storyline is None or one.storyline == storyline:
            for key in one.fact.keys:
                keys.setdefault(key, []).append(one)
    return keys


@dataclass(frozen=True, slots=True)
class _Told:
    """What was told before."""

    facts: Mapping[str, list[tuple[Fact, frozenset[str]]]]  # by key, each with the designators that its article names
    names: frozenset[str]
    sums: Sequence[Figure] = ()  # that two sums of one article make together
    readings: Sequence[Reading] = ()


def _told_before(told: Sequence[Reading], known: Sequence[KnownFact], storyline: str | None) -> _Told:
    keys: dict[str, list[tuple[Fact, frozenset[str]]]] = {}
    crafts = [(reading, designators(reading.names)) for reading in told]
    facts = [(fact, names) for reading, names in crafts for fact in reading.facts]
    facts += [(k.fact, designators(k.fact.about)) for k in known if storyline is None or k.storyline == storyline]
    for fact, borne in facts:
        for key in fact.keys:
            keys.setdefault(key, []).append((fact, borne))
    names = frozenset(name for reading in told for name in reading.names)
    return _Told(keys, names, [one for reading in told for one in _sums(reading)], told)


def _sums(reading: Reading) -> list[Figure]:
    """Add up the sums of money that stand side by side: 40.3 billion tenge from the budget and 46.9 billion from the firm."""
    if "correction" in reading.marks:
        return []
    paid = [(fact.line, fact.figure) for fact in reading.facts if fact.figure and _may_be_paid(fact, fact.figure)]
    pairs = [(a, b) for (here, a), (there, b) in combinations(paid[:_ADDENDS], 2) if there - here <= 1 and _in_one_currency(a, b)]
    return [replace(a, value=a.value + b.value, slack=a.slack + b.slack) for a, b in pairs]


def _may_be_paid(fact: Fact, figure: Figure) -> bool:
    return fact.kind == "money" or (figure.dimension == "count" and figure.value >= _MILLION)


def _in_one_currency(one: Figure, other: Figure) -> bool:
    """Ask whether two sums are of one currency; the second may leave it out."""
    return one.dimension.startswith("money:") and other.dimension in (one.dimension, "count")


_MILLION = 1e6
_ADDENDS = 6


def _distinct(facts: Sequence[Fact]) -> list[Fact]:
    """Keep each fact once, where it stands highest."""
    seen: dict[str, Fact] = {}
    for fact in facts:
        seen.setdefault(fact.keys[0], fact)
    return list(seen.values())


_MONTH_KEY = len("t:2024-03")


def _worth(fact: Fact) -> float:
    worth = _KIND[fact.kind]
    if fact.kind == "date":
        return (worth if len(fact.keys[0]) > _MONTH_KEY else 0.9) if fact.ahead else 0.25
    if fact.figure and fact.figure.dimension == "count":
        return 0.0 if fact.figure.value <= 1 else 0.3 if fact.figure.value <= 5 else 0.5
    if fact.figure and fact.figure.dimension in ("hours", "age", "times", "time"):
        return 0.3
    return worth + (0.3 if fact.keys[0].startswith("d:") else 0.0)


def _is_told(fact: Fact, before: _Told, reading: Reading) -> bool:
    if not before.names.isdisjoint(fact.keys):
        return True
    for key in fact.keys:
        for other, borne in before.facts.get(key, ()):
            if fact.figure and other.figure:
                if same_figure(fact.figure, other.figure, reading.published):
                    return True
            elif not _of_another(fact, borne):
                return True
    if fact.kind == "money" and fact.figure and any(same_figure(fact.figure, one, reading.published) for one in before.sums):
        return True
    if fact.kind == "date":
        return _is_coarser(fact, before) or _ends_alike(fact, before, reading)
    return _reaches_to(fact, before, reading) or _is_loosely_told(fact, before)


def _is_loosely_told(fact: Fact, before: _Told) -> bool:
    """A third of the staff is 33 percent of it."""
    figure = fact.figure
    if figure is None or figure.dimension not in ("percent", "time"):
        return False
    said = (loose for reading in before.readings for line in reading.lines for loose in loosely_said(line.text))
    return any(loose.dimension == figure.dimension and abs(loose.value - figure.value) <= loose.slack for loose in said)


def _of_another(fact: Fact, borne: frozenset[str]) -> bool:
    """Dates of two things that bear different designators (MS-22, MS-23) are two dates."""
    mine = designators(fact.about) if fact.kind == "date" else frozenset()
    return bool(mine and borne) and not mine & borne


def _is_coarser(fact: Fact, before: _Told) -> bool:
    """A month, quarter or year that a told date lies in is told as well; one that is yet to end, by what was still to come."""
    key, year = fact.keys[0], fact.keys[0][:_YEAR_KEY]
    if len(key) >= _DAY_KEY:
        return False
    finer = [told for other, told in before.facts.items() if other != key and other.startswith(year) and _lies_in(other, key)]
    return any(not _of_another(fact, borne) and (other.ahead or not fact.ahead) for told in finer for other, borne in told)


def _ends_alike(fact: Fact, before: _Told, reading: Reading) -> bool:
    """By the end of March is what was told as the first quarter; at the end of March says more."""
    said, _, following = reading.lines[fact.line].text.partition(fact.text)
    if not fact.ahead or not (_BY.search(said) or _UNTIL.match(following)):
        return False
    end = _last_month(fact.keys[0])
    return end is not None and any(
        other.ahead and not _of_another(fact, borne)
        for key, told in before.facts.items()
        if key.startswith("t:") and len(key) < _DAY_KEY and _last_month(key) == end
        for other, borne in told
    )


def _last_month(key: str) -> str | None:
    """Say with which month a date ends; a day ends one only as its last."""
    day = span_of(key.removeprefix("t:"))[1]
    return None if len(key) == _DAY_KEY and day[-2:] < "30" else day[:7]


_BY = re.compile(r"\b(?:by|до|к)\s(?:the\s)?(?:end\sof\s|конц[ау]\s)?$", re.IGNORECASE)
_UNTIL = re.compile(r"\s(?:айының\s)?(?:соңына\s|аяғына\s)?дейін\b", re.IGNORECASE)


def _lies_in(one: str, other: str) -> bool:
    (first, last), (from_day, to_day) = (span_of(key.removeprefix("t:")) for key in (one, other))
    return from_day <= first and last <= to_day


def _reaches_to(fact: Fact, before: _Told, reading: Reading) -> bool:
    """A time from now that ends about when a told date comes is told as well: in four years, by May 2028."""
    figure = fact.figure
    if figure is None or figure.dimension != "time" or figure.value < _MONTH:
        return False
    said = reading.lines[fact.line].text
    if not _FROM_NOW.search(said[: figure.start]) and not _UP_TO.match(said, figure.end):
        return False
    end = reading.published + timedelta(days=min(figure.value, _FARTHEST))
    slack = timedelta(days=max(figure.value * _SPOKEN_ROUND, figure.slack))
    first, last = (day.isoformat() for day in (end - slack, end + slack))
    spans = ((span_of(key.removeprefix("t:")), told) for key, told in before.facts.items() if key.startswith("t:"))
    return any(other.ahead for span, told in spans if spans_meet(span, (first, last)) for other, _ in told)


_FROM_NOW = re.compile(r"\b(?:in|within|через|за|в течение)\s+(?:the next\s+)?$", re.IGNORECASE)
_UP_TO = re.compile(r"\s+(?:deadline|from now|ішінде|кейін|соң)", re.IGNORECASE)
_MONTH, _FARTHEST = 30.0, 36_500.0  # days
_SPOKEN_ROUND = 0.05  # of a length: four years to a day seven weeks short of them
_YEAR_KEY, _DAY_KEY = len("t:2026"), len("t:2026-12-31")


def _new_ideas(reading: Reading, told: Sequence[Reading]) -> list[News]:
    """List hard news of title and lead ("signed", "died") that no article like it speaks of."""
    heard = {idea for other in told for idea in other.concepts}
    fresh = [idea for idea in sorted(reading.head & HARD) if idea not in heard]
    found = []
    for idea in fresh:
        share = reading.concepts.get(idea, 0.0)
        found.append(News("status", idea, _line_of_lead(reading), 0.4 if share >= 3 else 0.2))
    return found


def _line_of_lead(reading: Reading) -> int:
    return next((n for n, line in enumerate(reading.lines) if line.where == "lead"), 0)
