"""Which other value an article itself says is over: it had been set for May 23, 1.4 billion and not 4.1, from X to Y."""

import re
from collections.abc import Iterable, Sequence

from monitor.domain.facts.facts import TODAY, Fact, Line, Reading
from monitor.domain.facts.figures import same_figure
from monitor.domain.words.likeness import stems_of, words_of
from monitor.domain.words.marks import MARKS

FARTHEST = 4.0  # how many times the other a value may be, and still be of the same thing


def said_over(fact: Fact, reading: Reading) -> Fact | None:
    """Take the value that the sentence of a new one, or one near by, says holds no longer."""
    others = [other for other in reading.facts if _of_one_measure(fact, other) and not equal(fact, [other], reading)]
    beside = [other for other in reading.facts if other.line == fact.line and (other in others or _leaves_unit_out(fact, other))]
    return _named_beside(fact, beside, reading) or _given_up(fact, others, reading)


_REPLACED = re.compile(rf"(?:{MARKS['replaced']})\W+(?:[^\W\d]+\W+){{0,3}}$", re.IGNORECASE)
_NOT = re.compile(r"\b(?:not(?! (?:before|earlier|later|until|only|yet|less|more|sooner))|а не)\W+(?:[^\W\d]+\W+){0,2}$", re.IGNORECASE)
_NOT_BUT = re.compile(r"\bне\W+(?:[^\W\d]+\W+){0,2}$", re.IGNORECASE), re.compile(r"[^,.]{0,20},\s*а\b", re.IGNORECASE)  # не 150, а до 250
_IS_NOT = re.compile(r"\W*(?:[^\W\d]+\W+){0,2}емес\b", re.IGNORECASE)  # 2028 жылдың күзінде емес
_FROM = re.compile(r"\b(?:from|с|со)\s+(?:[^\W\d]+\s+){0,2}$", re.IGNORECASE)
_TO = re.compile(r"^\W*(?:[^\W\d]+\W+){0,3}?(?:to|до|на)\b", re.IGNORECASE)


def _named_beside(fact: Fact, rivals: Sequence[Fact], reading: Reading) -> Fact | None:
    """Take the value that the sentence itself says was replaced: from X to Y, Y instead of X."""
    line = reading.lines[fact.line]
    if not rivals or is_denied(line, fact):
        return None
    if _is_replaced(line, fact):
        rivals = [rival for rival in rivals if is_denied(line, rival)]  # it was 1.4 billion, not 4.1
    for rival in rivals:
        if fact.kind == "date" and not (_MOVED.search(line.text) or is_denied(line, rival)):
            continue  # from May to June: a span, unless something moved
        if _is_replaced(line, rival) and fact.text not in rival.text:
            return rival
    return None


def _is_replaced(line: Line, fact: Fact) -> bool:
    """Ask whether a sentence says that another value took the place of this one; "from" alone may say where somebody comes from."""
    before, _, behind = line.text.partition(fact.text)
    if ("replaced" in line.says and _REPLACED.search(before)) or is_denied(line, fact):
        return True
    return bool(_FROM.search(before)) and bool(_TO.search(behind))


def is_denied(line: Line, fact: Fact) -> bool:
    """Ask whether a sentence says of a value that it is not the one: не 150, а до 250."""
    before, _, behind = line.text.partition(fact.text)
    return bool(_IS_NOT.match(behind) or _NOT.search(before)) or (bool(_NOT_BUT[0].search(before)) and bool(_NOT_BUT[1].match(behind)))


def _given_up(fact: Fact, rivals: Sequence[Fact], reading: Reading) -> Fact | None:
    """Take the value that a sentence near by says was planned or counted before: it had been set for May 23."""
    within = _NEAR_BY if fact.where in ("title", "lead") else _BESIDE
    near = [rival for rival in rivals if 0 < abs(rival.line - fact.line) <= within and is_given_up(rival, reading)]
    near = [rival for rival in near if fact.kind != "date" or not names_successor(rival, reading)]
    if not near or fact.where == "tail" or is_given_up(fact, reading):
        return None
    fitting = [rival for rival in near if fact.kind == "date" or _is_of_one_thing(fact, rival, reading)]
    return min(fitting, key=lambda rival: (abs(rival.line - fact.line), rival.line < fact.line), default=None)


def is_given_up(fact: Fact, reading: Reading) -> bool:
    """Ask whether a sentence speaks of a value as of a plan or an estimate that no longer holds."""
    line = reading.lines[fact.line]
    return fact.slot != TODAY and ("given_up" in line.says or _is_moved_from(line, fact))


def _is_moved_from(line: Line, fact: Fact) -> bool:
    return "moved_from" in line.says and bool(_MOVED_FROM.search(line.text.partition(fact.text)[0]))


_MOVED_FROM = re.compile(rf"(?:{MARKS['moved_from']})\W+(?:[^\W\d]+\W+){{0,3}}$", re.IGNORECASE)


_NEAR_BY, _BESIDE = 8, 2  # sentences


def _is_of_one_thing(fact: Fact, rival: Fact, reading: Reading) -> bool:
    """Ask whether a value that is over can have been of the same thing as another: none like it stands nearer."""
    nearer = (one for one in reading.facts if abs(one.line - rival.line) < abs(fact.line - rival.line) and _of_one_measure(one, rival))
    if any(is_near(one, rival) and not equal(one, [fact, rival], reading) and not is_given_up(one, reading) for one in nearer):
        return False
    return is_near(fact, rival) and not _counts_other(fact, rival, reading)


def _counts_other(fact: Fact, other: Fact, reading: Reading) -> bool:
    """Ask whether two bare counts are of two things: five governments, and three launches earlier."""
    counted = [_counted(one, reading) for one in (fact, other) if one.figure and one.figure.dimension == "count"]
    return len(counted) == 2 and all(counted) and counted[0].isdisjoint(counted[1])


def _counted(fact: Fact, reading: Reading) -> frozenset[str]:
    """The first words behind a count, in whatever form."""
    behind = words_of(reading.lines[fact.line].text.partition(fact.text)[2])
    return frozenset(stems_of(behind[:_BEHIND], reading.language))


_BEHIND = 2


def is_near(fact: Fact, other: Fact) -> bool:
    """Ask whether two values are near enough to be of one thing."""
    if fact.figure is None or other.figure is None:
        return False
    return max(fact.figure.value, other.figure.value) / max(min(fact.figure.value, other.figure.value), 1e-9) <= FARTHEST


_MOVED = re.compile(
    r"\b(?:moved?|postpon\w+|delay\w*|put off|push\w*|slip\w*|shift\w*|resched\w+|brought forward|instead|rather than|not|was)\b"
    r"|\b(?:originally|earlier|previously)\b"
    r"|перен[её]с|перенос|отлож|задерж|сдвин|сдвиг|вместо|а не|раньше|ранее|прежде|(?:намеча|планирова|ожида|назнача)вш"
    r"|шегер|ауыстыр|кешік|кейінге|орнына|бұрын|бұған дейін",
    re.IGNORECASE,
)


def moves(line: Line) -> bool:
    """Ask whether a sentence says that something moved, or was meant otherwise."""
    return bool(_MOVED.search(line.text)) or "given_up" in line.says


def names_successor(old: Fact, reading: Reading) -> bool:
    """Ask whether a sentence that gives a day up names the one in its place, which is of the same thing: from 20 December to March."""
    beside = [one for one in reading.facts if one.kind == "date" and one.line == old.line and one.ahead]
    return moves(reading.lines[old.line]) and any(not equal(one, [old], reading) for one in beside)


def _leaves_unit_out(fact: Fact, other: Fact) -> bool:
    """Ask whether a bare number can be of the measure that is named beside it: 1.4 billion tenge, not 4.1 billion."""
    if fact.figure is None or other.figure is None or other.figure.dimension != "count":
        return False
    return fact.figure.dimension != "count" and is_near(fact, other)


def _of_one_measure(fact: Fact, other: Fact) -> bool:
    if fact.kind == "date" and other.kind == "date":
        return fact.ahead
    return bool(fact.figure and other.figure and fact.figure.dimension == other.figure.dimension)


def equal(fact: Fact, others: Iterable[Fact], reading: Reading) -> bool:
    """Ask whether a fact says the same as one of the others."""
    for other in others:
        if fact.figure and other.figure:
            if same_figure(fact.figure, other.figure, reading.published):
                return True
        elif fact.keys[0] == other.keys[0]:
            return True
    return False
