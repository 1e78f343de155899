"""Which further step an article tells of: the court has spoken, inspectors have come, the cause is named, a state has stopped it."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from itertools import zip_longest

from monitor.domain.facts.facts import Reading
from monitor.domain.judging.comparing import Findings
from monitor.domain.judging.kinship import Kin
from monitor.domain.words.concepts import has_own_word, ideas_in, ideas_of
from monitor.domain.words.likeness import words_of
from monitor.domain.words.nations import nation_of

AKIN = 0.15  # likeness: told of it, if in words too few for a bond
RETOLD = 0.5  # of figures and dates: who gives so many of them again retells
IN_TITLE = 3.0  # what an idea weighs that stands in the title
LATELY, WEEK = 1.0, timedelta(days=7)  # days
AUTHORITIES = frozenset({"minister", "agency", "government"})


def step_after(found: Findings, bond: Kin) -> str | None:
    """Recognise a step in the headline that nobody told of: the court has spoken, inspectors have come, the cause is named."""
    reading = found.subject.reading
    alike = (kin for kin in found.kins if kin.likeness >= AKIN and kin.days <= _OF_THIS_CASE)
    akin = [kin.neighbour.reading.concepts for kin in (bond, *alike)]
    heard = {idea for ideas in akin for idea, told in ideas.items() if told >= _TOLD}
    heard |= {"cause"} if "denial" in bond.neighbour.reading.marks else set()  # who denies one cause has named another
    heard -= {"fine"} if _names_the_fine(found) else set()  # who was only threatened with one has not been fined
    heard |= {"court"} if "court_order" in heard else set()  # a bailiff comes by order of a court
    heard |= {"resign"} if "appoint" in heard and "appoint" in reading.head else set()  # for whom another comes, he goes
    steps = {idea for idea in reading.head if reading.concepts.get(idea, 0.0) >= IN_TITLE}
    taken = _taken_later(reading, steps - heard) if bond.days >= _STEP_AFTER else set()
    taken |= _found_at_once(reading, akin) - heard if bond.days <= LATELY else set()
    taken |= (_ordered(reading) | _halted_first(reading)) - heard
    taken = taken if bond.parts["facts"] < RETOLD else set()  # who gives the same figures retells
    own = sorted({idea for idea in taken if has_own_word(idea, reading.lines[0].words, reading.language, heard)} | newly_said(found))
    return f"a further step after article {bond.neighbour.article}: {', '.join(own)}" if own else None


def live_after(found: Findings, bond: Kin) -> str | None:
    """Recognise the first page that goes by the clock, an hour or more after what happened: its newest entries were told by nobody."""
    if "live" not in found.subject.reading.marks or bond.days < _AN_HOUR or found.weight < found.rules.news_from:
        return None
    lately = (kin.neighbour.reading.marks for kin in found.kins if (kin is bond or kin.likeness >= AKIN) and kin.days <= LATELY)
    return None if any("live" in marks for marks in lately) else f"goes on by the clock after article {bond.neighbour.article}"


_AN_HOUR = 1.0 / 24.0  # days


def _names_the_fine(found: Findings) -> bool:
    """Ask whether a sentence of title or lead that tells of a fine gives a sum that nobody has told."""
    reading = found.subject.reading
    sums = (reading.lines[news.line] for news in found.news if news.kind == "money")
    return any(line.where in ("title", "lead") and "fine" in ideas_in(line.words, reading.language) for line in sums)


def newly_said(found: Findings) -> set[str]:
    """Name what a headline says that nobody said lately: a ban was lifted, what others saw is confirmed, a ship was docked by hand."""
    reading = found.subject.reading
    lately = [kin.neighbour.reading for kin in found.kins if kin.likeness >= AKIN and found.subject.at - kin.neighbour.at <= WEEK]
    said = {mark for mark in (*_SAID_AS, "by_hand") if mark in reading.marks and not any(mark in other.marks for other in lately)}
    titled = {_SAID_AS[mark] for mark in said & _SAID_AS.keys() if mark in reading.lines[0].says}
    titled -= set() if _asked_why(found.bond) else {"cause"}
    return titled | ({"dock"} if "by_hand" in said and "dock" in reading.head else set())


def _asked_why(bond: Kin | None) -> bool:
    """Ask whether something happened within a day, and nobody gave a cause; days later a retelling is more likely."""
    return bond is not None and bond.days <= LATELY and "cause" not in bond.neighbour.reading.head


def is_decided(found: Findings) -> bool:
    """Ask whether a headline tells a decision that nobody told lately: a law passed, a ban lifted.

    Who confirms one tells it again, and a cause is what the second to tell of a happening tells.
    """
    return bool(newly_said(found) - {"confirm", "cause"})


_SAID_AS = {
    "lifted": "cancel",
    "confirmed": "confirm",
    "ruled": "court",
    "enacted": "sign",
    "another_dead": "die",
    "cause_named": "cause",
    "instalment": "pay",
    "upper_house": "ratify",
    "lower_house": "ratify",
}


def _taken_later(reading: Reading, steps: set[str]) -> set[str]:
    return steps & (_STEPS if "office" in reading.marks else _STEPS - _OF_OFFICE)  # a satellite is replaced as well


def _found_at_once(reading: Reading, akin: Sequence[Mapping[str, float]]) -> set[str]:
    """Name the cause or the damage that title or first sentence tell, and that nobody told in title or lead."""
    opening = f"{reading.title} {next((line.text for line in reading.lines if line.where == 'lead'), '')}"
    said = set(ideas_in(words_of(opening), reading.language))
    heard = {idea for ideas in akin for idea, told in ideas.items() if told >= _TOLD}
    fresh = said - heard - ({"damage"} if "crash" in heard else set())  # what fell is damaged
    return {idea for idea in fresh & _AT_ONCE if reading.concepts.get(idea, 0.0) >= IN_TITLE}


def _ordered(reading: Reading) -> set[str]:
    """Name what an authority or a state orders in a headline that begins with it, or who suspends: the ministry has stopped the tests."""
    words = reading.lines[0].words
    ideas = [set(ideas_of(word, reading.language)) for word in words]
    if any(said & AUTHORITIES for said in ideas[:_BEGINNING]):
        return set().union(*ideas) & _ORDERS
    if any(nation_of(word, reading.language) for word in words[:1]):
        verb = ideas[1:] if reading.language == "kk" else ideas[1:_VERB]  # where a sentence has it
        return set().union(*verb) & _ORDERS
    return {"suspend"} if _halts(words[1:3], most=1) else set()


def _halted_first(reading: Reading) -> set[str]:
    """Ask whether one of the first two sentences says in so many words that somebody suspends something."""
    lead = [line for line in reading.lines if line.where == "lead"][:2]
    return {"suspend"} if any(_halts(line.words) for line in lead) else set()


def _halts(words: Sequence[str], *, most: int | None = None) -> bool:
    """Ask whether one of the first words says that something is suspended which is no sentence of a court."""
    said = list(zip_longest(words, words[1:], fillvalue=""))[:most]
    return any(word.startswith(_HALTS) and behind not in _SENTENCES for word, behind in said)


_ORDERS, _BEGINNING = frozenset({"suspend", "ban", "permit", "refuse", "resume"}), 2  # words
_VERB, _HALTS = 3, ("suspend", "halt", "приостан", "заморо")  # words; a crane stops as well, and suspends nothing
_SENTENCES = frozenset({"jail", "prison", "sentence", "sentences", "term", "terms"})
_STEPS = frozenset({"inspect", "appoint", "resign", "court", "fine", "seize"})
_AT_ONCE = frozenset({"cause", "damage"})  # told within hours, or else a retelling is more likely
_OF_OFFICE = frozenset({"appoint", "resign"})
_STEP_AFTER = 0.25  # days
_TOLD = 2.0  # in title or lead
_OF_THIS_CASE = 60.0  # days: the step that was taken after another crash, years ago, has to be taken again
