"""What an article tells that its storyline did not know: each new fact with its sentence and the value it replaces."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from monitor.domain.facts.facts import LOOSE, NAMES, TODAY, Fact, Reading
from monitor.domain.facts.figures import in_dollars
from monitor.domain.judging.earlier import KnownFact, earlier, turned
from monitor.domain.judging.replaced import said_over
from monitor.domain.judging.told import is_told, told_before
from monitor.domain.words.concepts import HARD, has_own_word, ideas_in

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
    before = told_before(told, known, storyline)
    memory = _by_key(known, storyline)
    over = _given_up(reading)
    found = [
        News(
            fact.kind,
            fact.text,
            fact.line,
            _PLACE[fact.where] * (_PRICE if _is_price(fact, reading) else _worth(fact)),
            fact,
            earlier(fact, reading, memory),
        )
        for fact in _distinct([fact for fact in reading.facts if fact.slot != LOOSE])
        if not fact.recalled and fact.slot != TODAY and fact.keys not in over
        if not is_told(fact, before, reading) or turned(fact, reading, memory)
    ]
    return _replaced_once(sorted([*found, *_new_ideas(reading, told)], key=lambda news: -news.weight))


def gives_a_day(news: Sequence[News], *, heads: bool = False) -> bool:
    """Ask whether something new is a day that is not past; `heads`: and stands in the headline."""
    return any(one.kind == "date" and one.weight >= _A_NEW_DAY and not (heads and one.line) for one in news)


_A_NEW_DAY = 0.44  # of weight: less has a day that is past


def _given_up(reading: Reading) -> set[tuple[str, ...]]:
    """Name what the article itself says is over, and gives for no new value: on the 23rd instead of the 20th."""
    replaced = [(fact, gone) for fact in reading.facts if fact.kind not in NAMES and (gone := said_over(fact, reading))]
    return {gone.keys for _, gone in replaced} - {fact.keys for fact, _ in replaced}


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


def _distinct(facts: Sequence[Fact]) -> list[Fact]:
    """Keep each fact once, where it stands highest."""
    seen: dict[str, Fact] = {}
    for fact in facts:
        seen.setdefault(fact.keys[0], fact)
    return list(seen.values())


_MONTH_KEY = len("t:2024-03")


def _is_price(fact: Fact, reading: Reading) -> bool:
    """Ask whether a sum is that of a tea or a ticket, named by the way: nobody is fined it, and it is no rent for each hectare."""
    if fact.kind != "money" or fact.figure is None or fact.where == "title" or in_dollars(fact.figure, reading.published) >= _SMALL:
        return False
    return _OWED.isdisjoint(ideas_in(reading.lines[fact.line].words, reading.language))


_SMALL, _PRICE = 100.0, 0.3  # dollars; what it weighs
_OWED = frozenset({"fine", "rent", "tax"})


def _worth(fact: Fact) -> float:
    worth = _KIND[fact.kind]
    if fact.kind == "date":
        return (worth if len(fact.keys[0]) > _MONTH_KEY else 0.9) if fact.ahead else 0.25
    if fact.figure and fact.figure.dimension == "count":
        return 0.0 if fact.figure.value <= 1 else 0.3 if fact.figure.value <= 5 else 0.5
    if fact.figure and fact.figure.dimension in ("hours", "age", "times", "time"):
        return 0.3
    return worth + (0.3 if fact.keys[0].startswith("d:") else 0.0)


def _new_ideas(reading: Reading, told: Sequence[Reading]) -> list[News]:
    """List hard news of title and lead ("signed", "died") that no article like it speaks of."""
    heard = {idea for other in told for idea in other.concepts}
    words = [word for line in reading.lines if line.where in ("title", "lead") for word in line.words]
    fresh = [idea for idea in sorted(reading.head & HARD - heard) if has_own_word(idea, words, reading.language, heard)]
    found = []
    for idea in fresh:
        share = reading.concepts.get(idea, 0.0)
        found.append(News("status", idea, _line_of_lead(reading), 0.4 if share >= 3 else 0.2))
    return found


def _line_of_lead(reading: Reading) -> int:
    return next((n for n, line in enumerate(reading.lines) if line.where == "lead"), 0)
