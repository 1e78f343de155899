"""What an article tells that its storyline did not know: each new fact with its sentence and the value it replaces."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from monitor.domain.facts.dates import span_of
from monitor.domain.facts.facts import NAMES, TODAY, Fact, Line, Reading
from monitor.domain.facts.figures import Figure, same_figure
from monitor.domain.facts.lines import NEGATION, negates
from monitor.domain.facts.names import Name, names_in
from monitor.domain.judging.earlier import KnownFact, designators, earlier, turned
from monitor.domain.judging.replaced import equal
from monitor.domain.judging.storyline import Novelty
from monitor.domain.words.concepts import HARD
from monitor.domain.words.likeness import stems_of

LONGEST_TEXT = 110
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


def _told_before(told: Sequence[Reading], known: Sequence[KnownFact], storyline: str | None) -> _Told:
    keys: dict[str, list[tuple[Fact, frozenset[str]]]] = {}
    crafts = [(reading, designators(reading.names)) for reading in told]
    facts = [(fact, names) for reading, names in crafts for fact in reading.facts]
    facts += [(k.fact, designators(k.fact.about)) for k in known if storyline is None or k.storyline == storyline]
    for fact, borne in facts:
        for key in fact.keys:
            keys.setdefault(key, []).append((fact, borne))
    return _Told(keys, frozenset(name for reading in told for name in reading.names), [one for reading in told for one in _sums(reading)])


def _sums(reading: Reading) -> list[Figure]:
    """Add up the sums of money that stand side by side: 40.3 billion from the budget and 46.9 billion from the firm."""
    if "correction" in reading.marks:
        return []
    paid = [(fact.line, fact.figure) for fact in reading.facts if fact.kind == "money" and fact.figure]
    pairs = [(a, b) for (here, a), (there, b) in combinations(paid[:_ADDENDS], 2) if there - here <= 1 and a.dimension == b.dimension]
    return [replace(a, value=a.value + b.value, slack=a.slack + b.slack) for a, b in pairs]


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
    return fact.kind == "date" and _is_coarser(fact, before)


def _of_another(fact: Fact, borne: frozenset[str]) -> bool:
    """Dates of two things that bear different designators (MS-22, MS-23) are two dates."""
    mine = designators(fact.about) if fact.kind == "date" else frozenset()
    return bool(mine and borne) and not mine & borne


def _is_coarser(fact: Fact, before: _Told) -> bool:
    """A month, quarter or year that a told date lies in is told as well."""
    key, year = fact.keys[0], fact.keys[0][:_YEAR_KEY]
    if len(key) >= _DAY_KEY:
        return False
    finer = [told for other, told in before.facts.items() if other != key and other.startswith(year) and _lies_in(other, key)]
    return any(not _of_another(fact, borne) for told in finer for _, borne in told)


def _lies_in(one: str, other: str) -> bool:
    (first, last), (from_day, to_day) = (span_of(key.removeprefix("t:")) for key in (one, other))
    return from_day <= first and last <= to_day


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


# ── near copies: sentence by sentence ─────────────────────────────────────────


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
        best = max(bags, key=lambda bag: _overlap(words, bag[0]), default=None)
        if best and _overlap(words, best[0]) >= 0.5 and line.words != twin.lines[best[1]].words:
            found += _changed_facts(reading, number, twin, best[1])
    return [*found, *_changed_states(reading, twin)]


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
    """The stems of a sentence: another figure may change the endings beside it (27 домов, 41 дом)."""
    return frozenset([*stems_of(words, language), *(word for word in words if word.isdigit())])


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / max(len(one | other), 1)


def _changed_facts(reading: Reading, number: int, twin: Reading, twin_number: int) -> list[Change]:
    mine = [f for f in reading.facts if f.line == number]
    theirs = [f for f in twin.facts if f.line == twin_number]
    found = []
    for fact in mine:
        rivals = [o for o in theirs if _one_measure(fact, o) and not equal(o, mine, reading)]
        if rivals and not equal(fact, twin.facts, reading) and (fact.kind not in NAMES or _swaps(fact, rivals[0], reading)):
            found.append(Change(number, fact.kind, fact.text, rivals[0].text))
    return found


def _one_measure(one: Fact, other: Fact) -> bool:
    if one.kind != other.kind and not (one.kind in NAMES and other.kind in NAMES):
        return False
    if one.figure and other.figure:
        return one.figure.dimension.partition(":")[0] == other.figure.dimension.partition(":")[0]
    return one.keys[0][:2] == other.keys[0][:2]


def _swaps(one: Fact, other: Fact, reading: Reading) -> bool:
    """A name counts as changed where the whole text has it changed: credits and datelines change in copies too."""
    told = sum(f.keys[0] == one.keys[0] for f in reading.facts)
    line = reading.lines[one.line]
    bracketed = re.search(r"\([^)]*" + re.escape(one.text) + r"[^)]*\)", line.text)
    return not bracketed and (told >= 2 or line.where == "title") and sum(f.keys[0] == other.keys[0] for f in reading.facts) == 0


# ── putting it into words: quoted, never generated ────────────────────────────


def quoted(reading: Reading, news: News) -> Novelty:
    """Say a new fact in the words of the article, with the earlier value where there is one."""
    line: Line = reading.lines[min(news.line, len(reading.lines) - 1)]
    kind = {"name": "person"}.get(news.kind, news.kind)
    old = news.old
    known = old if old and old.storyline else None  # a value that only the sentence itself names has no source in the archive
    return Novelty(
        kind,
        shortened(_without_label(line.text), news.text),
        _sentence_of(reading, news),
        old.fact.text if old else None,
        known.source if known else None,
        known.at if known else None,
        known.article if known else None,
    )


_LABEL = re.compile(
    r"^\W*(?:correction|corrected|clarification|denial|update|breaking|urgent|уточнение|поправка|исправлено|опровержение|срочно|түзету|жедел)\W{1,3}(?=\w)",
    re.IGNORECASE,
)


_SPEAKER = re.compile(r"^\s*[\[(][A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][A-ZА-ЯЁӘҒҚҢӨҰҮҺІ .:]{2,30}[\])]:?\s*(?=\w)")


def _without_label(text: str) -> str:
    """Cut what the alert says itself, or who reads it out: CORRECTION, [PRESENTER]."""
    rest = _LABEL.sub("", _SPEAKER.sub("", text))
    return rest[:1].upper() + rest[1:] if rest != text else text


def _sentence_of(reading: Reading, news: News) -> str:
    """Quote a full sentence: for a fact of the headline, the one of the lead that gives it too."""
    line = reading.lines[min(news.line, len(reading.lines) - 1)]
    if line.where != "title" or news.fact is None:
        return line.text
    for fact in reading.facts:
        if fact.line != news.line and set(fact.keys) & set(news.fact.keys) and reading.lines[fact.line].where in ("lead", "body"):
            return reading.lines[fact.line].text
    return line.text


def shortened(sentence: str, around: str) -> str:
    """Cut a sentence to the clause that holds the fact, short enough for a subject line."""
    sentence = " ".join(sentence.split())
    if len(sentence) <= LONGEST_TEXT:
        return sentence
    if negates(sentence):
        return sentence if len(sentence) <= _LONGEST_NEGATED else _until_clause(sentence)
    at = max(sentence.find(around), 0)
    start = 0
    if at + len(around) > LONGEST_TEXT - 1:
        start = max(at - max((LONGEST_TEXT - len(around)) // 2, 0), 0)
        start = sentence.find(" ", start) + 1 if start else 0
    cut = sentence[start : start + LONGEST_TEXT - 2]
    cut = cut[: cut.rfind(" ")] if start + len(cut) < len(sentence) and " " in cut else cut
    return ("…" if start else "") + cut.rstrip(" ,;:—–-") + ("…" if start + len(cut) < len(sentence) else "")


# A sentence that denies something is told whole: half of it may say the opposite.
_LONGEST_NEGATED = 200


def _until_clause(sentence: str) -> str:
    """Cut a very long sentence behind its last negation, where a clause ends."""
    last = [found.end() for found in NEGATION.finditer(sentence)][-1]
    end = re.compile(r"[,;:—–]\s").search(sentence, max(last + 40, LONGEST_TEXT))
    return sentence[: end.start()].rstrip() + "…" if end else sentence
