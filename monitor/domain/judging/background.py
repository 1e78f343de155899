"""What tells nothing new: opinions, explainers, anniversaries, routine, and what names no fact that its storyline does not know."""

import re
from collections.abc import Sequence

from monitor.domain.facts.facts import NAMES, Reading, is_planned
from monitor.domain.judging.novelty import News
from monitor.domain.judging.storyline import Route
from monitor.domain.words.concepts import HARD, ideas_in

_SAID, _HAPPENED = 0.5, 0.2
_IN_TITLE = 3.0
_YEAR = len("2026")  # a bare year needs somebody who means it
_LOOKING_BACK = frozenset({"explainer", "anniversary", "feature"})
_REMEMBERING = frozenset({"explainer", "anniversary"})
_SPEAKING = frozenset({"explainer", "anniversary", "opinion", "advert"})


def is_background(reading: Reading, found: Sequence[News], weight: float, fresh_from: float, *, is_bound: bool) -> bool:
    """Opinions and advertisements tell nothing new; pieces that look back do where they name a plan or a sum; the rest by what is new.

    `weight`: of all that is new; `is_bound`: an earlier article tells of the same happening, which is for others to compare with.
    """
    if "advert" in reading.marks or is_mere_opinion(reading, found):
        return True
    if looks_back(reading):
        return not plans(reading, found)
    if is_bound:
        return False
    hard = (reading.head & HARD) - (_COME_BACK if _came_back(reading) else frozenset())
    titled = any(reading.concepts.get(idea, 0.0) >= _IN_TITLE for idea in hard)
    if "unchanged" in reading.marks and not titled and all(news.fact is None or news.kind in NAMES for news in found):
        return True  # somebody says again what was known
    if is_routine(reading):
        titled = titled and "customary" not in reading.marks  # it says of itself that nothing happened
        docks = reading.concepts.get("dock", 0.0) >= _IN_TITLE  # what a ship's return is planned for is another matter
        dated = any(news.kind == "date" and news.line == 0 and news.fact and news.fact.ahead for news in found)  # a headline names its day
        return not titled and not dated and not any(news.old and (not docks or news.line == 0) for news in found)
    # Somebody says it now, or something hard happened: then it is news even where all its names and figures are known.
    return weight + _SAID * ("told" in reading.marks) + _HAPPENED * len(reading.head & HARD) < fresh_from


def _came_back(reading: Reading) -> bool:
    """Ask whether an article tells that a ship has landed, though its headline may tell first that all went as planned."""
    return "flight" in reading.marks or any("landed" in line.says for line in reading.lines if line.where in ("title", "lead"))


def is_routine(reading: Reading) -> bool:
    """Ask whether an article tells of a routine step; people who leave or land as planned take one.

    What goes as planned far down in a lead makes routine of a flight of people alone: of anything else it is a detail.
    """
    below = "routine_below" in reading.marks and not _OF_PEOPLE.isdisjoint(reading.head) and _BROKEN.isdisjoint(reading.head)
    if below or not reading.marks.isdisjoint(_USUAL):
        return True
    flies = {"flight", "on_plan"} <= reading.marks and "milestone" not in reading.marks
    return flies and (not _ABOARD.isdisjoint(reading.head) or _lands_by_name(reading))


def flies_as_usual(reading: Reading, route: Route | None, *, dated: bool) -> bool:
    """Ask whether something flew once more, and its storyline asks for failures and not for launches.

    Of people, only where they took off, nothing hard happened, and no new day is told (`dated`): that they came home is told once.
    """
    if route is None or not route.asks_for_failures_alone or "flight" not in reading.marks:
        return False
    leading = [line for line in reading.lines if line.where in ("title", "lead")]
    opening = {idea for line in leading[:2] for idea in ideas_in(line.words, reading.language)}
    if not opening.isdisjoint(_FAILED) or any(mark in line.says for mark in ("milestone", "empty", "fell_short") for line in leading):
        return False
    if len(reading.head & _OF_A_FAILURE) >= _SEVERAL_WAYS:
        return False  # told by the way it may be of another flight; what fell and was stopped for it is not
    unmanned = "cargo" in opening or opening.isdisjoint(_ABOARD)
    return unmanned or ("land" not in opening and reading.head.isdisjoint(HARD) and not dated)


def _lands_by_name(reading: Reading) -> bool:
    """Ask whether a headline tells that something landed, with people who are called by their names alone."""
    people = sum(weight >= _AT_ITS_HEAD for name, weight in reading.names.items() if name.startswith("p:"))
    return reading.concepts.get("land", 0.0) >= _IN_TITLE and people >= _CREW


_USUAL = frozenset({"routine", "customary"})
_ABOARD = frozenset({"crew", "capsule"})
_CREW, _AT_ITS_HEAD = 2, 2.0  # people; what a name weighs that stands in title or lead
_COME_BACK = frozenset({"hand_over", "resume"})  # of a crew: it is back on earth
_OF_PEOPLE = frozenset({"crew", "station", "dock"})
_BROKEN = frozenset({"damage", "crash"})
_FAILED = _BROKEN | {"failure", "leak", "fire", "cause", "debris"}
_OF_A_FAILURE, _SEVERAL_WAYS = _BROKEN | {"cause", "leak", "suspend", "ban"}, 2


def is_mere_opinion(reading: Reading, found: Sequence[News]) -> bool:
    """Ask whether an article judges, and names no new day that it says somebody else has named."""
    if "opinion" not in reading.marks:
        return False
    return not any(news.fact and news.fact.ahead and _is_announced(reading, news.line) for news in found)


def _is_announced(reading: Reading, number: int) -> bool:
    return "told" in reading.lines[number].says and is_planned(reading, number)


def looks_back(reading: Reading) -> bool:
    """Ask whether an article explains, remembers or wanders, rather than reports."""
    return not _LOOKING_BACK.isdisjoint(reading.marks)


def remembers(reading: Reading) -> bool:
    """Ask whether an article explains or remembers."""
    return not reading.marks.isdisjoint(_REMEMBERING)


def is_roundup(reading: Reading) -> bool:
    """Ask whether an article tells of several things, each in a point of its own."""
    return "roundup" in reading.marks


def speaks_of_it(reading: Reading) -> bool:
    """Ask whether an article explains, remembers, judges or sells: it speaks of a happening, and does not report it."""
    return not reading.marks.isdisjoint(_SPEAKING)


def plans(reading: Reading, found: Sequence[News]) -> list[News]:
    """List what a piece that looks back says of the future, or at its head of money."""
    if "explainer" in reading.marks:
        return [news for news in found if news.fact and news.fact.ahead and is_planned(reading, news.line) and "told" in reading.marks]
    return [news for news in found if _is_paid(news, reading) or _is_to_come(news, reading)]


def _is_paid(news: News, reading: Reading) -> bool:
    line = reading.lines[news.line]
    if news.kind != "money" or news.weight < _A_SUM or line.where == "body":
        return False
    return "anniversary" not in reading.marks or "told" in line.says or "planned" in line.says  # else it was paid in its day


_A_SUM = 1.0  # in weight; the price of a ticket weighs less


def _is_to_come(news: News, reading: Reading) -> bool:
    """Ask whether somebody means a date; of an anniversary, a day without a year that no headline gives is one of history."""
    remembered = "anniversary" in (reading.lines[0].says if news.line == 0 else reading.marks)
    exact = len(news.text) > _YEAR and (not remembered or bool(_STATED_YEAR.search(news.text)))
    return news.fact is not None and news.fact.ahead and (exact or is_planned(reading, news.line))


_STATED_YEAR = re.compile(r"20\d\d")
