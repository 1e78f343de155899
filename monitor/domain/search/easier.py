"""What to ask for instead where no article has all that was asked for."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from monitor.domain.search.query import Clause, Query
from monitor.domain.search.seek import either

Stands = Callable[[Query], bool]


@dataclass(frozen=True, slots=True)
class Easier:
    """A query that finds something, and how it differs from what was typed."""

    asked: Query
    words: Query  # the same with each word by itself: by these an answer is put in order and marked
    note: str


def easier(query: Query, stands: Stands) -> Easier | None:
    """Ask for words that begin as typed, else without those that stand nowhere, else for any of them; None where that finds nothing either.

    `stands` says whether any article answers a query. Fields and what is not wanted stay as they are.
    """
    begun = [_begun(query, clause, stands) for clause in query.words]
    words = [one for one in begun if one is not None]
    if not words:
        return None
    changed = _with_words(query, words)
    note = "; ".join(_differences(query.words, begun))
    if note and stands(changed):
        return Easier(changed, changed, note)
    if len(words) == 1:
        return None
    some = Clause(" OR ".join(one.typed for one in words), either(*(one.seek for one in words)))
    told = [note] if note else []
    return Easier(_with_words(query, [some]), changed, "; ".join([*told, "no article has all of these words; these have some of them"]))


def _begun(query: Query, clause: Clause, stands: Stands) -> Clause | None:
    """Take a word as it is, else as the beginning of words, whichever stands anywhere."""
    if stands(_with_words(query, [clause])):
        return clause
    if clause.beginning is not None:
        begun = replace(clause, typed=clause.typed + "*", seek=clause.beginning)
        return begun if stands(_with_words(query, [begun])) else None
    return None


def _with_words(query: Query, words: Sequence[Clause]) -> Query:
    others = [clause for clause in query.clauses if clause.negative or not clause.text]
    return replace(query, clauses=(*words, *others))


def _differences(asked: Sequence[Clause], begun: Sequence[Clause | None]) -> Iterator[str]:
    beginnings = [was.typed for was, now in zip(asked, begun, strict=True) if now is not None and now is not was]
    missing = [was.typed for was, now in zip(asked, begun, strict=True) if now is None]
    if beginnings:
        yield f"no article has {', '.join(beginnings)}; found what begins so"
    if missing:
        yield f"no article has {', '.join(missing)}; found without"
