"""In what a near copy differs from its original, sentence by sentence: a copy with another value is no mere copy."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from monitor.domain.facts.calendar_words import is_weekday
from monitor.domain.facts.dates import span_of
from monitor.domain.facts.facts import NAMES, Fact, Reading
from monitor.domain.facts.lines import Line
from monitor.domain.facts.names import Name, names_in
from monitor.domain.facts.numerals import word_value
from monitor.domain.judging.replaced import equal
from monitor.domain.words.concepts import plain
from monitor.domain.words.likeness import stems_of
from monitor.domain.words.negation import negates


@dataclass(frozen=True, slots=True)
class Change:
    """A sentence that stands in both texts but for a fact."""

    line: int
    kind: str
    new: str
    old: str


def changes(reading: Reading, twin: Reading) -> list[Change]:
    """Find the facts in which a near copy differs from its original."""
    bags = [(_bag(line.words, twin.language), n) for n, line in enumerate(twin.lines) if line.where != "tail"]
    found: list[Change] = []
    for number, line in enumerate(reading.lines):
        if line.where == "tail" or line.recalled:
            continue
        words = _bag(line.words, reading.language)
        best = max(bags, key=lambda bag: (_overlap(_stems(words), _stems(bag[0])), _overlap(words, bag[0])), default=None)
        if best and _overlap(_stems(words), _stems(best[0])) >= _SAME and line.words != twin.lines[best[1]].words:
            found += _changed_facts(reading, number, twin, best[1])
    found += _changed_count(reading, twin) if not any(change.line == 0 for change in found) else []
    return [*found, *_turned(reading, twin), *_changed_states(reading, twin)]


def _changed_count(reading: Reading, twin: Reading) -> list[Change]:
    """Find a count of the headline that is another in the twin's, where all else is the same: one man killed, two men killed.

    So small a number is no figure by itself: too much is counted by ones and twos.
    """
    if not (reading.lines and twin.lines):
        return []
    mine, theirs = _count_of(reading), _count_of(twin)
    if len(mine) != len(theirs) or len(mine) != 1 or mine.keys() == theirs.keys():
        return []
    (new, new_words), (old, old_words) = *mine.items(), *theirs.items()
    same = _overlap(_bag(new_words, reading.language), _bag(old_words, twin.language)) >= _SAME
    return [Change(0, "figure", f"{new[1]} {new[2]}", f"{old[1]} {old[2]}")] if same and new[0] != old[0] else []


def _count_of(reading: Reading) -> dict[tuple[float, str, str], tuple[str, ...]]:
    """Find what a headline counts in a word or a figure below ten, with the words around it."""
    words = reading.lines[0].words
    found = {}
    for at, word in enumerate(words[:-1]):
        value = float(word) if word.isdecimal() else word_value(plain(word), reading.language)
        if value is not None and value < _SMALL:
            found[value, word, words[at + 1]] = (*words[:at], *words[at + 1 :])
    return found


_SAME, _SMALL = 0.5, 10  # of the words of both; a number


def _changed_states(reading: Reading, twin: Reading) -> list[Change]:
    """Find a people or state of the headline that another stands for in the twin's: three Belgians, then three Dutch."""
    mine, theirs = _states(reading), _states(twin)
    new = [name for name in _states_of(reading.title, reading.language) if name.key not in theirs]
    old = [name for name in _states_of(twin.title, twin.language) if name.key not in mine]
    return [Change(0, "name", new[0].text, old[0].text)] if len(new) == len(old) == 1 else []


def _states(reading: Reading) -> set[str]:
    return {name.key for line in reading.lines if line.where != "tail" for name in _states_of(line.text, reading.language)}


def _states_of(sentence: str, language: str) -> list[Name]:
    return [name for name in names_in(sentence, language) if name.state]


def _bag(words: Sequence[str], language: str) -> frozenset[str]:
    """The stems of a sentence, and its figures, in words as well; another figure may change the endings beside it (27 домов, 41 дом).

    What was said on Friday is said again on Thursday.
    """
    values = [(word, word_value(plain(word), language)) for word in words]
    figures = [word if value is None else f"{value:.0f}" for word, value in values if word.isdigit() or value is not None]
    return frozenset([*stems_of((word for word, value in values if value is None and not is_weekday(word)), language), *figures])


def _stems(bag: frozenset[str]) -> frozenset[str]:
    """Leave out the figures: they are what may have changed."""
    return frozenset(word for word in bag if not word.isdigit())


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / max(len(one | other), 1)


def _changed_facts(reading: Reading, number: int, twin: Reading, twin_number: int) -> list[Change]:
    mine = [f for f in reading.facts if f.line == number]
    theirs = [f for f in twin.facts if f.line == twin_number]
    found = []
    for fact in mine:
        # What a headline counts is not what a text counts somewhere.
        told = theirs if number == twin_number == 0 and fact.kind == "figure" else twin.facts
        # A day without its year is another under a new date, and no other word.
        others = (o for o in theirs if _one_measure(fact, o) and o.text.casefold() != fact.text.casefold())
        rivals = [o for o in others if not equal(o, mine, reading) and not _holds(fact, o)]
        if rivals and not equal(fact, told, reading) and (fact.kind not in NAMES or _swaps(fact, rivals[0], reading, twin)):
            found.append(Change(number, fact.kind, fact.text, rivals[0].text))
    return found


def _holds(one: Fact, other: Fact) -> bool:
    """Ask whether a date is another one, told less exactly: January, for January 1."""
    if one.kind != "date" or other.kind != "date":
        return False
    (first, last), (from_day, to_day) = (span_of(fact.keys[0].removeprefix("t:")) for fact in (one, other))
    return first <= from_day and to_day <= last


def _turned(reading: Reading, twin: Reading) -> list[Change]:
    """Find a sentence of the lead that says what its twin denied or foresaw, or denies what it said: not yet known, was dehydration."""
    kept = {tuple(line.words) for line in reading.lines} & {tuple(line.words) for line in twin.lines}
    old = [(_bag(line.words, twin.language), line) for line in twin.lines if line.where == "lead" and tuple(line.words) not in kept]
    found = []
    for number, line in enumerate(reading.lines):
        if line.where != "lead" or line.recalled or tuple(line.words) in kept:
            continue
        words = _bag(line.words, reading.language)
        alike, other = max(((_overlap(words, bag), other) for bag, other in old), key=lambda pair: pair[0], default=(0.0, line))
        if alike >= _REPLACED and _turns(line, other, retouched=alike >= _EDITED):
            found.append(Change(number, "status", line.text, other.text))
    return found


def _turns(new: Line, old: Line, *, retouched: bool) -> bool:
    """Ask whether of two sentences one denies the other, or had foreseen what the other tells; one cut short does neither."""
    if _is_cut_from(new, old):
        return False
    if retouched:  # the same sentence but for a word: then that word
        differing = {*new.words} ^ {*old.words}
        return bool(differing) and all(negates(word) for word in differing)
    return negates(old.text) != negates(new.text) or ("planned" in old.says and "planned" not in new.says)


def _is_cut_from(new: Line, old: Line) -> bool:
    """Ask whether a sentence is the beginning of another, or its end, without the word that joins it to what goes before."""
    begins, kept = list(new.words), list(new.words[1:])
    return list(old.words[: len(begins)]) == begins or (len(old.words) >= len(kept) + _CLAUSE and list(old.words[-len(kept) :]) == kept)


_CLAUSE = 4  # words; fewer before a sentence may be those that deny it
_REPLACED, _EDITED = 0.25, 0.7  # of the words of both: another sentence on the same; the same sentence, retouched


def _one_measure(one: Fact, other: Fact) -> bool:
    if one.kind != other.kind and not (one.kind in NAMES and other.kind in NAMES):
        return False
    if one.figure and other.figure:
        return one.figure.dimension.partition(":")[0] == other.figure.dimension.partition(":")[0]
    return one.keys[0][:2] == other.keys[0][:2]


def _is_written(one: Fact, twin: Reading) -> bool:
    """Ask whether the twin has the word of a name, though it may begin a sentence there and be no name."""
    word = one.text.casefold()
    return any(word in line.words for line in twin.lines)


def _swaps(one: Fact, other: Fact, reading: Reading, twin: Reading) -> bool:
    """A name counts as changed where the whole text has it changed: credits and datelines change in copies too."""
    told = sum(f.keys[0] == one.keys[0] for f in reading.facts)
    line = reading.lines[one.line]
    short = len(twin.lines) <= 2  # a headline may name who is called by a pronoun behind it
    bracketed = re.search(r"\([^)]*" + re.escape(one.text) + r"[^)]*\)", line.text)
    return (
        not bracketed
        and not _is_written(one, twin)
        and (told >= 2 or (line.where == "title" and (short or sum(f.keys[0] == other.keys[0] for f in twin.facts) >= 2)))
        and sum(f.keys[0] == other.keys[0] for f in reading.facts) == 0
    )
