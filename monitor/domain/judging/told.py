"""What was told before, in whatever words: a coarser date, a deadline, a sum of its parts, a rounded figure, a share without a number."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations

from monitor.domain.facts.dates import span_of, spans_meet
from monitor.domain.facts.facts import Fact, Reading
from monitor.domain.facts.figures import Figure, same_figure
from monitor.domain.judging.earlier import KnownFact, designators


@dataclass(frozen=True, slots=True)
class Told:
    """What was told before."""

    facts: Mapping[str, list[tuple[Fact, frozenset[str]]]]  # by key, each with the designators that its article names
    names: frozenset[str]
    sums: Sequence[Figure] = ()  # that two sums of one article make together
    paid: Sequence[Figure] = ()  # sums of money


def told_before(told: Sequence[Reading], known: Sequence[KnownFact], storyline: str | None) -> Told:
    """Gather what the articles like one told, and what its storyline knows."""
    keys: dict[str, list[tuple[Fact, frozenset[str]]]] = {}
    crafts = [(reading, designators(reading.names)) for reading in told]
    facts = [(fact, names) for reading, names in crafts for fact in reading.facts]
    facts += [(k.fact, designators(k.fact.about)) for k in known if storyline is None or k.storyline == storyline]
    for fact, borne in facts:
        for key in fact.keys:
            keys.setdefault(key, []).append((fact, borne))
    names = frozenset(name for reading in told for name in reading.names)
    paid = [fact.figure for fact, _ in facts if fact.kind == "money" and fact.figure]
    return Told(keys, names, [one for reading in told for one in _sums(reading)], paid)


def _sums(reading: Reading) -> list[Figure]:
    """Add up the sums of money that stand side by side: 40.3 billion tenge from the budget and 46.9 billion from the firm."""
    if "correction" in reading.marks:
        return []
    paid = [(fact.line, fact.figure) for fact in reading.facts if fact.figure and _may_be_paid(fact, fact.figure)]
    pairs = [(a, b) for (here, a), (there, b) in combinations(paid[:_ADDENDS], 2) if there - here <= 1 and _in_one_currency(a, b)]
    return [_both(a, b) for a, b in pairs]


def _may_be_paid(fact: Fact, figure: Figure) -> bool:
    return fact.kind == "money" or (figure.dimension == "count" and figure.value >= _MILLION)


def _in_one_currency(one: Figure, other: Figure) -> bool:
    """Ask whether two sums are of one currency; the second may leave it out."""
    return one.dimension.startswith("money:") and other.dimension in (one.dimension, "count")


_MILLION = 1e6
_ADDENDS = 6


def is_told(fact: Fact, before: Told, reading: Reading) -> bool:
    """Say whether a fact of an article was told before, as it stands or in other words."""
    if _is_known(fact, before, reading):
        return True
    if fact.kind == "date":
        return _is_coarser(fact, before) or _ends_alike(fact, before, reading)
    if any(_is_known(exact, before, reading) for exact in _in_full(fact, reading)):
        return True
    return _adds_up(fact, before, reading) or _is_the_rest(fact, before, reading) or _reaches_to(fact, before, reading)


def _is_known(fact: Fact, before: Told, reading: Reading) -> bool:
    if not before.names.isdisjoint(fact.keys):
        return True
    others = (told for key in fact.keys for told in before.facts.get(key, ()))
    return any(_says_the_same(fact, other, borne, reading) for other, borne in others)


def _says_the_same(fact: Fact, other: Fact, borne: frozenset[str], reading: Reading) -> bool:
    if fact.figure and other.figure:
        return same_figure(fact.figure, other.figure, reading.published)
    return not _of_another(fact, borne)


def _adds_up(fact: Fact, before: Told, reading: Reading) -> bool:
    figure = fact.figure if fact.kind == "money" else None
    return figure is not None and any(same_figure(figure, one, reading.published) for one in before.sums)


def _is_the_rest(fact: Fact, before: Told, reading: Reading) -> bool:
    """Ask whether a sum and a told one beside it make up a third that was told: 60.8 of the 90.8 billion now, and another 30 later."""
    rest = fact.figure
    if rest is None or not _may_be_paid(fact, rest):
        return False
    beside = [(one, one.figure) for one in reading.facts if one.kind == "money" and one.figure and not one.recalled]
    return any(
        _in_one_currency(part, rest) and _is_known(one, before, reading) and _is_paid(_both(part, rest), before, reading)
        for one, part in beside
    )


def _is_paid(whole: Figure, before: Told, reading: Reading) -> bool:
    return any(same_figure(whole, paid, reading.published) for paid in before.paid)


def _both(one: Figure, other: Figure) -> Figure:
    return replace(one, value=one.value + other.value, slack=one.slack + other.slack)


def _in_full(fact: Fact, reading: Reading) -> list[Fact]:
    """List the figures of an article that one of its own only rounds down: more than two billion, and 2.3 billion further on."""
    figure = fact.figure
    if figure is None or not _is_rounded_down(fact, reading):
        return []
    others = [(one, one.figure) for one in reading.facts if one.figure and one.figure.dimension == figure.dimension]
    exact = [one for one, other in others if figure.value < other.value <= _ROUNDED_DOWN * figure.value]
    return [one for one in exact if not _is_rounded_down(one, reading)]


def _is_rounded_down(fact: Fact, reading: Reading) -> bool:
    return bool(_MORE_THAN.search(reading.lines[fact.line].text.partition(fact.text)[0]))


_MORE_THAN = re.compile(r"\b(?:more than|over|above|больше|более|свыше)\s(?:[$€£₽₸]\s?)?$", re.IGNORECASE)
_ROUNDED_DOWN = 1.25


def _of_another(fact: Fact, borne: frozenset[str]) -> bool:
    """Dates of two things that bear different designators (MS-22, MS-23) are two dates."""
    mine = designators(fact.about) if fact.kind == "date" else frozenset()
    return bool(mine and borne) and not mine & borne


def _is_coarser(fact: Fact, before: Told) -> bool:
    """A month, quarter or year that a told date lies in is told as well; one that is yet to end, by what was still to come."""
    key, year = fact.keys[0], fact.keys[0][:_YEAR_KEY]
    if len(key) >= _DAY_KEY:
        return False
    finer = [told for other, told in before.facts.items() if other != key and other.startswith(year) and _lies_in(other, key)]
    return any(not _of_another(fact, borne) and (other.ahead or not fact.ahead) for told in finer for other, borne in told)


def _ends_alike(fact: Fact, before: Told, reading: Reading) -> bool:
    """By the end of March is what was told as the first quarter, or by 1 April, or by April; at the end of March says more."""
    end = _month_that_ends(fact.keys[0])
    if end is None or not fact.ahead or not _is_deadline(fact, reading):
        return False
    ends = {end, _month_that_ends(f"t:{end}-01")} if _by_a_month(fact, reading) else {end}
    told = ((key, one) for key, many in before.facts.items() if key.startswith("t:") for one in many)
    return any(other.ahead and not _of_another(fact, borne) and _month_that_ends(key) in ends for key, (other, borne) in told)


def _by_a_month(fact: Fact, reading: Reading) -> bool:
    """Ask whether something is to be done by a month, which may mean before it begins: by March, к марту."""
    said = reading.lines[fact.line].text.partition(fact.text)[0]
    return len(fact.keys[0]) == _MONTH_KEY and bool(_BY_IT.search(said))


def _is_deadline(fact: Fact, reading: Reading) -> bool:
    """Ask whether a date is one until which something is to be done: by the end of March, до 1 апреля, жыл соңына дейін."""
    said, _, following = reading.lines[fact.line].text.partition(fact.text)
    return bool(_BY.search(said) or _UNTIL.match(following))


def _month_that_ends(key: str) -> str | None:
    """Say with which month a date ends: a period, the last day of a month, the first of the next."""
    first, last = span_of(key.removeprefix("t:"))
    if len(key) < _DAY_KEY or last[-2:] >= "30":
        return last[:7]
    return (date.fromisoformat(first) - timedelta(days=1)).isoformat()[:7] if first.endswith("-01") else None


_BY = re.compile(r"\b(?:by|before|until|till|до|к)\s(?:the\s)?(?:end\sof\s|конц[ау]\s)?$", re.IGNORECASE)
_BY_IT = re.compile(r"\b(?:by|before|до|к)\s$", re.IGNORECASE)
_UNTIL = re.compile(r"\s(?:айының\s)?(?:соңына\s|аяғына\s)?дейін\b", re.IGNORECASE)


def _lies_in(one: str, other: str) -> bool:
    (first, last), (from_day, to_day) = (span_of(key.removeprefix("t:")) for key in (one, other))
    return from_day <= first and last <= to_day


def _reaches_to(fact: Fact, before: Told, reading: Reading) -> bool:
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
_YEAR_KEY, _MONTH_KEY, _DAY_KEY = len("t:2026"), len("t:2026-12"), len("t:2026-12-31")
