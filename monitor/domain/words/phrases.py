"""Many patterns looked for in one sentence after another, nearly all in vain.

To search for a pattern takes as long as one pass that looks for hundreds of words at once. So a pattern is parted into its ways to match;
of each way those texts are noted without which nothing can match it, one pass finds which of them a sentence holds, and only the ways that
it may match are searched.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import groupby
from re import _compiler, _parser  # type: ignore[attr-defined]
from re import _constants as sre  # type: ignore[attr-defined]  # Python has no public way to ask a pattern what it is made of
from typing import Any

import ahocorasick

Texts = frozenset[str]
Parts = Sequence[tuple[Any, Any]]  # of a pattern


class Phrases:
    """Patterns under their names, for texts of one spelling (case-folded, as a rule); made ready for the first text."""

    def __init__(self, patterns: Mapping[str, str]) -> None:
        self._patterns = patterns

    @cached_property
    def _ready(self) -> "_Ready":
        return _Ready(self._patterns)

    def of(self, text: str) -> "Spoken":
        """Note in which ways a text may match."""
        ready = self._ready
        return Spoken(ready, text, ready.anyhow.union(*[numbers for _, numbers in ready.automaton.iter(text)]))


class _Ready:
    """The ways to match of all patterns, by number."""

    def __init__(self, patterns: Mapping[str, str]) -> None:
        parsed = {name: _parser.parse(pattern) for name, pattern in patterns.items()}
        ways = [(name, list(way)) for name, parts in parsed.items() for way in _ways(parts)]
        needed = [_texts(parsed[name], way) for name, way in ways]
        self.names = [name for name, _ in ways]
        by_name = groupby(range(len(ways)), self.names.__getitem__)
        self.own = {name: frozenset(numbers) for name, numbers in by_name}
        self.anyhow = frozenset(number for number, texts in enumerate(needed) if not texts)
        self.automaton = _automaton(needed)
        # Compiled when first searched: to compile all takes longer than a short command may.
        self._ways: list[Any] = [_parser.SubPattern(parsed[name].state, way) for name, way in ways]

    def search(self, number: int, text: str) -> bool:
        """Search a text for one way to match."""
        way = self._ways[number]
        if not isinstance(way, re.Pattern):
            way = self._ways[number] = _compiler.compile(way)
        return way.search(text) is not None


def _automaton(needed: Sequence[Texts]) -> ahocorasick.Automaton:
    """Make what finds in one pass the numbers of those that need a text which stands there."""
    needing: dict[str, list[int]] = {}
    for number, texts in enumerate(needed):
        for text in texts:
            needing.setdefault(text, []).append(number)
    automaton = ahocorasick.Automaton()
    for text, numbers in needing.items():
        automaton.add_word(text, numbers)
    automaton.make_automaton()
    return automaton


class Spoken:
    """What a text says: asked for a pattern's name, it is searched where it may match."""

    __slots__ = ("_hinted", "_ready", "_text")

    def __init__(self, ready: _Ready, text: str, hinted: frozenset[int]) -> None:
        self._ready, self._text, self._hinted = ready, text, hinted

    def __contains__(self, name: str) -> bool:
        own = self._ready.own.get(name)
        if own is None or own.isdisjoint(self._hinted):
            return False
        return any(self._ready.search(number, self._text) for number in own & self._hinted)

    def __iter__(self) -> Iterator[str]:
        return (name for name in sorted({self._ready.names[number] for number in self._hinted}) if name in self)


def texts_needed(pattern: str) -> Texts:
    """Find texts one of which stands in whatever a pattern matches; none where no such texts can be told."""
    parsed = _parser.parse(pattern)
    return _texts(parsed, parsed)


def _texts(parsed: Any, parts: Parts) -> Texts:
    return Texts() if parsed.state.flags & re.IGNORECASE else _needed(parts)


def _ways(parts: Parts) -> Iterator[Parts]:
    """Part a pattern into its ways to match, up to where each needs a text: one of them matches where it does."""
    parts = list(parts)
    for place, (part, of) in enumerate(parts):
        if _needed(parts[: place + (part is not sre.BRANCH)]):
            break
        if part is sre.BRANCH:
            for way in of[1]:
                yield from _ways([*parts[:place], *way, *parts[place + 1 :]])
            return
    yield parts


def _needed(parts: Iterable[tuple[Any, Any]]) -> Texts:
    """Choose the most telling of what the parts need: the longer its shortest text, the fewer sentences hold it by chance."""
    found, run = [Texts()], ""
    for part, of in [*parts, (None, None)]:
        if part is sre.LITERAL:
            run += chr(of)
            continue
        found += [Texts([run]) if run else Texts(), _needed_of(part, of)]
        run = ""
    return max(found, key=lambda texts: (min(map(len, texts), default=0), -len(texts)))


def _needed_of(part: Any, of: Any) -> Texts:
    if part is sre.SUBPATTERN:
        _, flags, _, parts = of
        return Texts() if flags else _needed(parts)
    if part in (sre.MAX_REPEAT, sre.MIN_REPEAT) and of[0] > 0:
        return _needed(of[2])
    if part is sre.IN:
        return _letters(of)
    if part is sre.BRANCH:
        ways = [_needed(way) for way in of[1]]
        return Texts().union(*ways) if all(ways) else Texts()
    return Texts()


def _letters(choice: Iterable[tuple[Any, Any]]) -> Texts:
    """List the letters that a choice of few names."""
    letters: list[str] = []
    for kind, of in choice:
        if kind is sre.LITERAL:
            letters.append(chr(of))
        elif kind is sre.RANGE and of[1] - of[0] < _FEW:
            letters += map(chr, range(of[0], of[1] + 1))
        else:
            return Texts()
    return Texts(letters)


_FEW = 10
