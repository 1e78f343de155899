"""The rule by which an article tells something new, or does not: from what is new in it, and from the earlier article on its happening."""

import re
from dataclasses import dataclass

from monitor.domain.facts.facts import NAMES, Fact, Reading
from monitor.domain.judging.answering import changed_value, is_corrected, needed, office_answers, turn_of
from monitor.domain.judging.background import is_background, is_routine
from monitor.domain.judging.comparing import Findings, age_of, reports_to
from monitor.domain.judging.copying import is_short_and_other
from monitor.domain.judging.kinship import Kin
from monitor.domain.judging.steps import is_decided, live_after, step_after
from monitor.domain.words.concepts import HARD, ideas_in


@dataclass(frozen=True, slots=True)
class Ruling:
    """Why an article is news."""

    reason: str
    kind: str | None = None  # of an answer, which belongs where the statement that it answers stands
    beyond: bool = False  # it goes beyond what was told, so that it must be like it


def ruled(found: Findings) -> Ruling | None:
    """Say why an article tells something new; None where it does not."""
    reading, bond = found.subject.reading, found.bond
    if bond and "correction" in reading.marks and not is_corrected(found):
        return Ruling("a correction of what was told before", "correction", beyond=True)
    if is_background(reading, found.news, found.weight, found.rules.fresh_from, is_bound=bond is not None):
        return None
    if bond:
        return _more(found, bond)
    return None if _is_old_story(found) else told_first(found)


def _is_old_story(found: Findings) -> bool:
    """Ask whether an article gives no day, and nothing that its storyline did not know, with the names and words of an earlier article.

    What has half of its words and most of its names is that very text, whatever day somebody has put over it.
    """
    reading = found.subject.reading
    dated = any(fact.kind == "date" and not (fact.recalled or fact.ahead) for fact in reading.facts)
    reprinted = any(kin.parts["terms"] >= _HALF and kin.parts["names"] >= _MOST for kin in found.kins)
    if found.weight >= found.rules.fresh_from or (dated and not reprinted) or not reading.marks.isdisjoint(_HAPPENED):
        return False
    said = set(ideas_in(reading.lines[0].words, reading.language))
    like = (kin for kin in found.kins if kin.parts["names"] >= _HALF and (kin.parts["terms"] >= _A_THIRD or _is_translated(kin, reading)))
    return said.isdisjoint(_RECURS) and any(said <= kin.neighbour.reading.concepts.keys() for kin in like)


def _is_translated(kin: Kin, reading: Reading) -> bool:
    """Ask whether an article says in another language what an earlier one said, in title and lead as in all of it."""
    other = kin.neighbour.reading.language != reading.language
    return other and min(kin.parts["ideas"], kin.parts["head"]) >= _HALF


_HAPPENED = frozenset({"flight", "milestone", "office", "denial", "conflict", "lifted"})
_RECURS = frozenset({"crash", "failure", "die", "injure", "fire", "leak", "damage", "fine", "arrest", "theft", "intruder"})
_HALF, _A_THIRD, _MOST = 0.5, 0.3, 0.7  # of names, and of words: who writes on the same matter years later shares less


def is_second_report(found: Findings) -> bool:
    """Ask whether an article is the second to tell what one alone has told within a day: it words it otherwise, and has no step to tell.

    Its headline gives no new day and tells of nothing grave, and it tells fewer than three hard things that the first does not. Where the
    news has gone round, or the user has no storylines, who tells more goes on with it.
    """
    reading, bond = found.subject.reading, found.bond
    if bond is None or not found.around.routes or bond.days > _A_DAY or bond.neighbour.storyline != found.slug:
        return False
    told = (kin for strength, kin in found.strong if strength >= found.rules.kin_from and kin.days <= _LATELY and reports_to(reading, kin))
    if is_decided(found) or any(kin is not bond for kin in told) or any(news.kind == "date" and news.line == 0 for news in found.news):
        return False
    further = HARD - bond.neighbour.reading.concepts.keys()
    grave = _GRAVE.intersection(ideas_in(reading.lines[0].words, reading.language))
    return grave.isdisjoint(further) and len(reading.head & further) < _MUCH


_A_DAY, _LATELY = 1.0, 3.0  # days
_GRAVE = frozenset({"ban", "court", "crash", "damage", "die", "fine", "injure", "resign", "seize", "suspend"})
_MUCH = 3


def told_first(found: Findings) -> Ruling:
    """Say of what is news that it was not told: beside the earlier article on its happening, or at all."""
    if found.bond:
        return _adds_to(found, found.bond)
    first = f"nothing like it was told in {found.slug}" if found.slug else "the first of its storyline"
    return Ruling(first, "denial" if "denial" in found.subject.reading.marks else None)


def _more(found: Findings, bond: Kin) -> Ruling | None:
    if (bond.titled_alike or bond.of_a_seed) and _is_old(bond):
        return None  # its own headline says which text it is, or all that its head does, whatever another edition of it gives
    turned, changed = turn_of(found), changed_value(found)
    if turned:
        return Ruling(turned[1], turned[0], beyond=True)
    if changed:
        return Ruling(changed, beyond=True)
    if _is_old(bond) and not is_decided(found):
        return None
    side = _other_side(found, bond) or office_answers(found, bond) or live_after(found, bond)
    if side is None and is_second_report(found):
        return None
    side = side or step_after(found, bond)
    if side:
        return Ruling(side, beyond=True)
    short = not found.around.routes and is_short_and_other(found.subject, bond.neighbour.reading)
    if (found.weight >= needed(found, bond) and not is_routine(found.subject.reading)) or short:
        return _adds_to(found, bond)
    return None


def _is_old(bond: Kin) -> bool:
    """Ask whether an article is an old text under a new date."""
    return bond.days >= _OLD and age_of(bond) < bond.days


_OLD = 1.0  # days


def _adds_to(found: Findings, bond: Kin) -> Ruling:
    """Say what an article tells more than the earlier one on its happening."""
    more = ", ".join(news.text for news in found.news[:3])
    return Ruling(f"tells more than article {bond.neighbour.article}" + (f": {more}" if more else ""))


def _other_side(found: Findings, bond: Kin) -> str | None:
    """Recognise a value in the headline beside somebody nobody named."""
    reading, earlier = found.subject.reading, bond.neighbour
    speakers = [fact for fact in reading.facts if _is_speaker(fact) and fact.keys[0] not in earlier.reading.names]
    valued = [news for news in found.news if _is_value(news.fact) and news.text in reading.title and not _is_past(news.text, reading)]
    valued = [news for news in valued if not _OF_ITS_KIND.search(news.text)]
    if speakers and valued and "told" in reading.marks and bond.parts["facts"] < _RETOLD:
        return f"another value from another side than article {earlier.article}: {valued[0].text}"
    return None


def _is_past(text: str, reading: Reading) -> bool:
    """Ask whether an article counts what has gone by: after twenty-two years, seven years on."""
    counted = (line.text.casefold().partition(text.casefold()) for line in reading.lines if line.where in ("title", "lead"))
    return any(at and (_AFTER.search(before) or _GONE_BY.match(behind)) for before, at, behind in counted)


# After four years; the first, or the fifth, in four years.
_AFTER = re.compile(
    r"(?:\b(?:after|since|took|lasted|waited|спустя|после|через|за|занял[аои]?|длил(?:ся|ась|ось|ись))\s+(?:\w+\s+)?"
    r"|\b(?:first|second|third|fourth|fifth|sixth|\w+th|\w+est|most)\b.*\bin\s+(?:\w+\s+){0,2})$",
    re.IGNORECASE,
)
_GONE_BY = re.compile(r"\s(?:on|ago|late|later|old|since|after|назад|спустя)\b|\S*\s(?:\S+\s)?(?:кейін|соң|бұрын)\b", re.IGNORECASE)
_OF_ITS_KIND = re.compile(r"\w-[^\W\d]")  # a three-tonne ship: which ship it is
_RETOLD = 0.5


def _is_value(fact: Fact | None) -> bool:
    """Tell a date, a sum or a measure from a mere count, which every retelling counts anew."""
    if fact is None or fact.kind in NAMES or fact.recalled:
        return False
    if fact.figure is None:
        return fact.ahead
    if fact.figure.dimension == "time":
        return fact.figure.value >= _MONTH
    return fact.figure.dimension not in ("count", "hours", "age", "times")


_MONTH = 30.0  # days: what is counted in days is how long it took


def _is_speaker(fact: Fact) -> bool:
    return fact.kind in NAMES and fact.keys[0].startswith("p:") and fact.where in ("title", "lead") and not fact.recalled
