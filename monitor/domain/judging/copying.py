"""Whether a text was here before, word for word, and in which fact it differs if it nearly was."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from monitor.domain.facts.facts import NAMES, Reading
from monitor.domain.judging.changes import Change, changes
from monitor.domain.judging.earlier import KnownFact
from monitor.domain.judging.kinship import Neighbour
from monitor.domain.judging.naming import LIKE_MOST, Naming
from monitor.domain.judging.quoting import shortened
from monitor.domain.judging.replaced import equal
from monitor.domain.judging.storyline import Decision, Novelty, Rules
from monitor.domain.words.likeness import containment, words_of

RUMOUR = "told by an unlisted source alone, against what is known"
_SHOWN = 5
_AS_IT_WAS = 0.9  # share from which a text is the earlier one, whatever year its days without one are read in
_SHORT = 15  # words: a text that says so little is a copy only under the same title


@dataclass(frozen=True, slots=True)
class Subject:
    """A match, read."""

    reading: Reading
    at: datetime
    trust: str = "unlisted"
    every_match: bool = False  # the user asked for an alert on every match
    publisher: str = ""
    retells: int | None = None  # the article that it was known to be of the topic by
    naming: Naming = field(default_factory=lambda: LIKE_MOST)  # how it names the topic


@dataclass(frozen=True, slots=True)
class Twin:
    """An earlier article that shares runs of words with this one; its reading has its sentences."""

    neighbour: Neighbour
    reading: Reading


def copied(subject: Subject, twins: Sequence[Twin], rules: Rules, known: Sequence[KnownFact] = ()) -> Decision | None:
    """Decide on a text that was here before; one that says that it corrects is for others to judge, where no value differs.

    `known`: what the storyline knows, for a value that others have told since.
    """
    alike = [(containment(subject.reading.sketch, twin.reading.sketch), twin) for twin in twins]
    alike = sorted((pair for pair in alike if pair[0] >= rules.copy_from), key=lambda pair: (-pair[0], pair[1].neighbour.article))
    changed: list[tuple[float, Twin, list[Change]]] = []
    for share, twin in alike:
        differing = [change for change in changes(subject.reading, twin.reading) if _counts(change, subject.reading)]
        if not differing and (_corrects(subject.reading, twin.reading) or (share < _AS_IT_WAS and _goes_on(subject.reading, twin.reading))):
            return None
        if not differing and _own_share(subject.reading, twin.reading) >= rules.copy_from and not is_short_and_other(subject, twin.reading):
            return _copy(twin, share)
        if differing and share >= 0.6:
            if all(_was_told(change, subject, twin, known) for change in differing):
                return _copy(twin, share)
            changed.append((share, twin, differing))
    return _changed(subject, changed[0]) if changed else None


def _was_told(change: Change, subject: Subject, twin: Twin, known: Sequence[KnownFact]) -> bool:
    """Ask whether another article has told the day or sum, of the same thing by name, since the twin had another."""
    facts = subject.reading.facts
    changed = [fact for fact in facts if fact.line == change.line and fact.text == change.new]
    given = [fact for fact in facts if equal(fact, changed, subject.reading)]  # a headline may give it without a name
    since = [one.fact for one in known if one.at > twin.neighbour.at and one.article != twin.neighbour.article]
    again = (one for fact in given for one in since if equal(fact, [one], subject.reading) and not set(fact.about).isdisjoint(one.about))
    return change.kind in ("date", "money") and any(again)


def _corrects(reading: Reading, twin: Reading) -> bool:
    return "correction" in reading.marks - twin.marks and words_of(reading.title) != words_of(twin.title)


def _goes_on(reading: Reading, twin: Reading) -> bool:
    """Ask whether a text takes up an earlier one and adds a sum or a day to come in title or lead: the same story, written on.

    What stands there word for word adds nothing: a day without a year lies ahead again where the text is printed again.
    """
    kept = {tuple(line.words) for line in twin.lines}
    leading = (fact for fact in reading.facts if fact.where in ("title", "lead") and not fact.recalled)
    added = (fact for fact in leading if tuple(reading.lines[fact.line].words) not in kept)
    return any((fact.kind == "money" or fact.ahead) and not equal(fact, twin.facts, reading) for fact in added)


def is_short_and_other(subject: Subject, other: Reading) -> bool:
    return subject.reading.words < _SHORT and words_of(subject.reading.title) != words_of(other.title)


def _counts(change: Change, reading: Reading) -> bool:
    return reading.lines[change.line].where in ("title", "lead") or change.kind in ("date", "money")


def _own_share(reading: Reading, twin: Reading) -> float:
    """Say how much of this text stands in the other: a copy may be cut, but hardly grown."""
    k = 1 << max(reading.sketch.k, twin.sketch.k)
    mine = {value for value in reading.sketch.hashes if value % k == 0}
    return len(mine & twin.sketch.hashes) / len(mine) if mine else 1.0


def _copy(twin: Twin, share: float) -> Decision:
    first = twin.neighbour.first or twin.neighbour.article
    return Decision(
        "copy",
        "store",
        twin.neighbour.storyline,
        development=twin.neighbour.development,
        of=first,
        reasons=(f"{share:.0%} of the text was here before, in article {twin.neighbour.article} ({twin.neighbour.publisher})",),
        held="the text was here before",
        evidence={"containment": round(share, 3), "compared": [twin.neighbour.article]},
    )


def _changed(subject: Subject, found: tuple[float, Twin, list[Change]]) -> Decision:
    share, twin, differing = found
    once = {change.new: change for change in reversed(differing)}
    lines = subject.reading.lines
    novelties = tuple(
        Novelty(
            "person" if c.kind in NAMES else c.kind,
            shortened(lines[c.line].text, c.new),
            lines[c.line].text,
            c.old,
            twin.neighbour.publisher,
            twin.neighbour.at,
            twin.neighbour.article,
        )
        for c in reversed(once.values())
    )
    reason = f"{share:.0%} of the text was here before, but {_turned(differing[0])}"
    rumour = subject.trust == "unlisted"
    return Decision(
        "development",
        "digest" if rumour else "push",
        twin.neighbour.storyline,
        of=twin.neighbour.first or twin.neighbour.article,
        novelties=novelties,
        reasons=(reason, *((RUMOUR,) if rumour else ())),
        rumour=rumour,
        evidence={
            "containment": round(share, 3),
            "compared": [twin.neighbour.article],
            "changed": [[c.old, c.new] for c in differing[:_SHOWN]],
        },
    )


def _turned(change: Change) -> str:
    """Say what became of what: values as they are, sentences in quotes."""
    old, new = (f"“{said}”" if change.kind == "status" else said for said in (change.old, change.new))
    return f"{old} has become {new}"
