"""What changed between two texts, word by word, as a person would mark it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import Literal

_PIECE = re.compile(r"\s+|\w+|[^\w\s]+")
_MOST = 5_000  # pieces that are woven together; longer stretches that changed stand one behind the other


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that stayed, went or came."""

    kind: Literal["same", "gone", "new"]
    text: str


def differences(before: str, after: str) -> tuple[Piece, ...]:
    """Mark what went and what came between two texts; what stayed stands between."""
    return tuple(_joined(_by_paragraphs(before.splitlines(keepends=True), after.splitlines(keepends=True))))


def _by_paragraphs(old: Sequence[str], new: Sequence[str]) -> Iterator[Piece]:
    """Look at whole paragraphs first: few repeat, so that no text takes long."""
    for kind, i, j, k, m in SequenceMatcher(None, old, new, autojunk=True).get_opcodes():
        gone, come = "".join(old[i:j]), "".join(new[k:m])
        if kind == "replace":
            yield from _by_words(gone, come)
        else:
            yield from _changed(gone, come, same=kind == "equal")


def _by_words(gone: str, come: str) -> Iterator[Piece]:
    old, new = _PIECE.findall(gone), _PIECE.findall(come)
    if len(old) + len(new) > _MOST:
        yield from _changed(gone, come)
        return
    # Blanks and words that stand everywhere are no anchors: two unlike sentences would be woven into each other word by word,
    # and one word a thousand times would take minutes.
    matcher = SequenceMatcher(str.isspace, old, new, autojunk=True)
    for kind, i, j, k, m in matcher.get_opcodes():
        yield from _changed("".join(old[i:j]), "".join(new[k:m]), same=kind == "equal")


def _changed(gone: str, come: str, *, same: bool = False) -> Iterator[Piece]:
    if same:
        yield Piece("same", gone)
        return
    if gone:
        yield Piece("gone", gone)
    if come:
        yield Piece("new", come)


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Join neighbours of one kind."""
    for kind, run in groupby(pieces, key=lambda piece: piece.kind):
        yield Piece(kind, "".join(piece.text for piece in run))


def shorten_same(pieces: Sequence[Piece], around: int = 160) -> tuple[Piece, ...]:
    """Leave out the middle of long stretches that stayed, so that changes far apart are seen together."""
    return tuple(_shortened(piece, around, first=n == 0, last=n == len(pieces) - 1) for n, piece in enumerate(pieces))


def _shortened(piece: Piece, around: int, *, first: bool, last: bool) -> Piece:
    if piece.kind != "same" or len(piece.text) <= 2 * around + 40:
        return piece
    head = "" if first else piece.text[:around].rsplit(" ", 1)[0]
    tail = "" if last else piece.text[-around:].partition(" ")[2]
    return Piece("same", f"{head} … {tail}")
