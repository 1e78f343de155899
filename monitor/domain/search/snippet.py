"""Texts with the words marked that answer a query: titles as a whole, of a text the passage that answers most."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from monitor.domain.search.query import Clause
from monitor.domain.search.seek import Phrase, phrases_in
from monitor.domain.words.spelling import word_spans

WIDTH = 240  # characters of a passage
_BEFORE = 60  # characters that may stand before its first marked word


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text, and whether it answers the query."""

    text: str
    hit: bool = False


Marked = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class _Hit:
    start: int  # characters
    end: int
    clause: int


def mark_hits(text: str, forms: Sequence[str], clauses: Sequence[Clause]) -> Marked:
    """Mark what answers the clauses in a whole text; `forms` are those of its words, in order."""
    return _cut(text, _hits(text, forms, clauses), 0, len(text))


def passage(text: str, forms: Sequence[str], clauses: Sequence[Clause]) -> Marked:
    """Cut out the passage that answers most clauses, the earliest of equals; of a text without an answer its beginning."""
    hits = _hits(text, forms, clauses)
    start = _best_start(text, hits)
    end = _word_end(text, min(start + WIDTH, len(text)))
    pieces = _cut(text, hits, start, end)
    before = (Piece("… "),) if start else ()
    return (*before, *pieces, Piece(" …")) if end < len(text) else (*before, *pieces)


def plain_text(marked: Marked, opening: str = "", closing: str = "") -> str:
    """Write a marked text in a line, with signs around what is marked."""
    return " ".join("".join(f"{opening}{one.text}{closing}" if one.hit else one.text for one in marked).split())


def _hits(text: str, forms: Sequence[str], clauses: Sequence[Clause]) -> list[_Hit]:
    spans = list(word_spans(text))[: len(forms)]
    exact: dict[str, list[tuple[Phrase, int]]] = defaultdict(list)
    beginnings: list[tuple[Phrase, int]] = []
    for number, clause in enumerate(clauses):
        for phrase in phrases_in(clause.seek):
            if phrase.prefix and len(phrase.forms) == 1:
                beginnings.append((phrase, number))
            else:
                exact[phrase.forms[0]].append((phrase, number))
    begun = tuple(phrase.forms[0] for phrase, _ in beginnings)
    hits: list[_Hit] = []
    for at, form in enumerate(forms[: len(spans)]):
        found = [one for one in exact[form] if _stands(one[0], forms, at)] if form in exact else []
        found += [one for one in beginnings if form.startswith(one[0].forms[0])] if form.startswith(begun) else []
        hits += [_Hit(spans[at][0], spans[min(at + len(phrase.forms), len(spans)) - 1][1], number) for phrase, number in found]
    return hits


def _stands(phrase: Phrase, forms: Sequence[str], at: int) -> bool:
    *others, last = phrase.forms
    end = at + len(others)
    if end >= len(forms) or list(forms[at:end]) != others:
        return False
    return forms[end].startswith(last) if phrase.prefix else forms[end] == last


def _best_start(text: str, hits: Sequence[_Hit]) -> int:
    if not hits:
        return 0
    first = max(hits, key=lambda hit: (_answered_from(hit, hits), -hit.start)).start
    if first <= _BEFORE:
        return 0
    earliest = max(first - 2 * _BEFORE, 0)
    sentence = max(text.rfind(stop, earliest, first) for stop in (". ", "\n", "! ", "? "))
    if sentence >= 0:
        return sentence + 1 + (text[sentence + 1] == " ")
    blank = text.find(" ", first - _BEFORE, first)
    return blank + 1 if blank >= 0 else first


def _answered_from(hit: _Hit, hits: Sequence[_Hit]) -> int:
    return len({other.clause for other in hits if 0 <= other.start - hit.start <= WIDTH - 2 * _BEFORE})


def _word_end(text: str, end: int) -> int:
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    return end


def _cut(text: str, hits: Sequence[_Hit], start: int, end: int) -> Marked:
    pieces: list[Piece] = []
    done = start
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        if hit.start < done or hit.end > end:
            continue
        pieces += [Piece(text[done : hit.start])] if hit.start > done else []
        pieces.append(Piece(text[hit.start : hit.end], hit=True))
        done = hit.end
    return (*pieces, Piece(text[done:end])) if done < end else tuple(pieces)
