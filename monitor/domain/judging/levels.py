"""How loud a development is: at once, in the digest, or kept only."""

import re
from collections.abc import Sequence

from monitor.domain.facts.facts import WEIGHTS, Fact, Reading
from monitor.domain.judging.storyline import Level, Novelty, Route
from monitor.domain.words.concepts import ideas_in
from monitor.domain.words.likeness import words_of

# Ideas that are news at once in any storyline: something broke, somebody died, a court or a parliament decided.
_LOUD = frozenset(
    [
        "crash",
        "failure",
        "die",
        "injure",
        "leak",
        "fire",
        "suspend",
        "resume",
        "ban",
        "ratify",
        "sign",
        "seize",
        "court",
        "arrest",
        "appoint",
        "resign",
        "permit",
        "refuse",
        "cause",
        "cancel",
        "warn",
        "postpone",
    ]
)


def level_of(reading: Reading, route: Route | None, novelties: Sequence[Novelty]) -> tuple[Level, str]:
    """Choose the level of a development, and say by which rule."""
    kinds = {novelty.kind for novelty in novelties}
    prominent = {idea for idea in reading.head if reading.concepts.get(idea, 0.0) >= _PROMINENT}
    asked = sorted(prominent & route.alert_on) if route else []
    if "correction" in kinds or ("denial" in kinds and (not asked or (route and "deny" in route.noise))):
        return "digest", "a correction or denial of what was told already"
    flown = _flown(reading, route)
    if flown:
        return flown
    if any(novelty.kind in ("date", "money") and novelty.old for novelty in novelties):
        return "push", "a known value changed"
    if "conflict" in kinds:
        return "push", "two versions of one happening"
    clear = _clear(reading, route)
    if clear:
        return "push", clear
    loud, all_loud = sorted(prominent & _LOUD), sorted(reading.head & _LOUD)
    if loud or asked or len(all_loud) >= _SEVERAL:
        return "push", "news of the kind asked for: " + ", ".join(loud or asked or all_loud)
    if route and novelties and novelties[0].kind == "money" and route.alert_on & _OF_MONEY:
        return "push", "a sum, first of all"
    return "digest", "nothing that the storyline wants at once"


def _flown(reading: Reading, route: Route | None) -> tuple[Level, str] | None:
    """Judge a flight that went well: its storyline asks for launches, or for failures alone."""
    if route is None or "flight" not in reading.marks or is_critical(reading):
        return None
    if "launch" in route.alert_on:
        return "push", "a flight of the kind asked for"
    usual = route.asks_for_failures_alone and "milestone" not in reading.marks
    return ("digest", "a flight as planned") if usual else None


_OF_MONEY = frozenset({"pay", "rent", "treaty"})


def is_critical(reading: Reading) -> bool:
    """Ask whether an article tells, first of all, that something broke or somebody died."""
    told = [line for line in reading.lines if line.where in ("title", "lead") and not line.recalled]
    return sum(WEIGHTS[line.where] for line in told if _breaks(line.text, reading.language)) >= _PROMINENT


def _breaks(sentence: str, language: str) -> bool:
    words = [word for word in words_of(sentence) if not _OF_BEFORE.search(word)]
    return not _GRAVE.isdisjoint(ideas_in(words, language))


_GRAVE = frozenset({"crash", "failure", "die"})
# "The fallen stage", "упавшая ступень", "құлаған саты": what something did before says what it is, not what happens.
_OF_BEFORE = re.compile(
    r"^fallen$|^dead$|вш(?:ий|ая|ее|ие|его|ей|ему|им|их|ую|ею|ими|ем)(?:ся)?$|[ғгқк][ае]н(?:нан|нен|ның|нің|ға|ге|да|де|дар|дер)?$"
)


def watched_in(novelties: Sequence[Novelty], reading: Reading, route: Route | None, before: Reading | None) -> tuple[str, ...]:
    """Name the ideas of the storyline's watch list that the new facts and what happened tell, and that the article before did not tell.

    A sentence that is quoted beside them may have any word.
    """
    if route is None:
        return ()
    told_new = [novelty for novelty in novelties if novelty.kind != "status"]
    said = {idea for novelty in told_new for idea in ideas_in(words_of(novelty.quote), reading.language)}
    told = {idea for idea, weight in before.concepts.items() if weight >= _TOLD} if before else set()
    return tuple(sorted((said & route.alert_on) - told))


_TOLD = 2.0  # in the title or the lead


def _clear(reading: Reading, route: Route | None) -> str | None:
    """Recognise what is told at once whatever its words weigh: a change in an office, a first time, a new day in the headline."""
    if "office" in reading.marks:
        return "somebody takes or leaves an office"
    if "milestone" in reading.marks:
        return "for the first time, or again after long"
    if route and "schedule" in route.alert_on and any(_is_day_to_come(fact) for fact in reading.facts):
        return "a day to come in the headline"
    return None


def _is_day_to_come(fact: Fact) -> bool:
    return fact.kind == "date" and fact.where == "title" and fact.ahead


_PROMINENT = 3.0  # in the title, or more than once in the lead
_SEVERAL = 2
