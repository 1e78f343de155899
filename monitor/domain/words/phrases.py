"""Many patterns looked for in one sentence after another, nearly all in vain.

To search for a pattern takes as long as one pass that looks for hundreds of words at once. So of each pattern those texts are noted
without which nothing can match it, one pass finds which of them a sentence holds, and only the patterns that it may match are searched.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from re import _constants as sre  # type: ignore[attr-defined]  # Python has no public way to ask a pattern what it is made of
from re import _parser  # type: ignore[attr-defined]
from typing import Any

import ahocorasick

Texts = frozenset[str]


class Phrases:
    """Patterns under their names, for texts of one spelling (case-folded, as a rule)."""

    def __init__(self, patterns: Mapping[str, str]) -> None:
        self._patterns = dict(patterns)
        self._compiled: dict[str, re.Pattern[str]] = {}  # when first searched: to compile all takes longer than a short command may
        needed = {name: texts_needed(pattern) for name, pattern in patterns.items()}
        self._anyhow = frozenset(name for name, texts in needed.items() if not texts)
        self._automaton = ahocorasick.Automaton()
        for text in Texts().union(*needed.values()):
            self._automaton.add_word(text, frozenset(name for name, texts in needed.items() if text in texts))
        self._automaton.make_automaton()

    def of(self, text: str) -> "Spoken":
        """Note which patterns a text may match."""
        return Spoken(self, text, self._anyhow.union(*(names for _, names in self._automaton.iter(text))))

    def match(self, name: str, text: str) -> bool:
        """Search a text for one pattern."""
        pattern = self._compiled.get(name)
        if pattern is None:
            pattern = self._compiled[name] = re.compile(self._patterns[name])
        return bool(pattern.search(text))


class Spoken:
    """What a text says: asked for a pattern's name, it is searched where it may match."""

    __slots__ = ("_hinted", "_phrases", "_text")

    def __init__(self, phrases: Phrases, text: str, hinted: frozenset[str]) -> None:
        self._phrases, self._text, self._hinted = phrases, text, hinted

    def __contains__(self, name: str) -> bool:
        return name in self._hinted and self._phrases.match(name, self._text)

    def __iter__(self) -> Iterator[str]:
        return (name for name in sorted(self._hinted) if self._phrases.match(name, self._text))


def texts_needed(pattern: str) -> Texts:
    """Find texts one of which stands in whatever a pattern matches; none where no such texts can be told."""
    parts = _parser.parse(pattern)
    return Texts() if parts.state.flags & re.IGNORECASE else _needed(parts)


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
