"""Find many names and words in a text in one pass, in the forms that running text gives them.

A term is one or more words. The first word's stem is a key of an Aho-Corasick automaton; the rest is checked where the key was met.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

import ahocorasick

from monitor.domain.words.inflection import Accepts, Form, forms_of
from monitor.domain.words.text import fold

Case = Literal["any", "capital", "capitals"]

# Kazakh is written in several Latin alphabets; without their marks they are nearly one.
_BARE = {"ı": "i", "ŋ": "n", "ł": "l", "đ": "d", "ø": "o"}
_PLAIN = {
    code: _BARE.get(chr(code)) or unicodedata.normalize("NFD", chr(code))[0]
    for code in range(0xE0, 0x250)
    if chr(code) in _BARE or unicodedata.normalize("NFD", chr(code))[0].isascii()
}
_NOT_WORD = re.compile(r"[\W_]")
_WORDS = re.compile(r"[^\W_]+[*$]?")
_LONGEST_GAP = 4
_NO_GAP = re.compile(r"[,;:!?\n]|\.\s|[)\]]\s|\s[(\[]")


def plain_fold(text: str) -> str:
    """Fold a text for matching; the answer has exactly as many characters as the text."""
    return fold(text).translate(_PLAIN)


def count_words(text: str) -> int:
    """Say of how many words a term is: Soyuz-5 has two."""
    return len(_WORDS.findall(plain_fold(text)))


@dataclass(frozen=True, slots=True)
class Term:
    """What is looked for: `text` as a person wrote it, `tag` as the finder wants to see it again."""

    text: str
    tag: str
    case: Case = "any"


class Found(NamedTuple):  # a tuple, because an article has hundreds
    """A term in a text; `end` is behind the last word with its ending."""

    term: Term
    start: int
    end: int


class _Sought(NamedTuple):
    term: Term
    first: Accepts
    others: tuple[tuple[Form, ...], ...]


class _Key(NamedTuple):
    """What begins with one stem. Many names begin alike (Baikonur …), so phrases stand under the letter of their second word."""

    length: int
    stem: int  # where the stem ends in it
    words: tuple[_Sought, ...]
    phrases: Mapping[str, tuple[_Sought, ...]]


@dataclass(frozen=True, slots=True)
class Terms:
    """Compiled terms; made by `compile_terms`."""

    automaton: "ahocorasick.Automaton"
    size: int

    def find(self, text: str) -> Iterator[Found]:
        """Yield every term at every place where it stands, in the order of their first words' stems."""
        if not self.size:
            return
        scan = " " + _NOT_WORD.sub(" ", plain_fold(text)) + " "
        for last, key in self.automaton.iter(scan):
            # In `text`: the blank in front of the scan and the one in front of the key cancel out.
            start, end = last - key.length + 1, scan.index(" ", last)
            rest = scan[start + key.stem : end]
            for one in key.words:
                if one.first(rest) and _cased(text, start, end - 1, one.term.case):
                    yield Found(one.term, start, end - 1)
            following = scan[end + 1 : end + 2]
            if following == " " or following in key.phrases:
                yield from _phrases(text, scan, start, end, rest, key.phrases)


def _phrases(text: str, scan: str, start: int, end: int, rest: str, sought: Mapping[str, tuple[_Sought, ...]]) -> Iterator[Found]:
    second = _next_word(text, scan, end)
    for one in sought.get(second[0][0], ()) if second else ():
        last = _follow(text, scan, second, one.others) if one.first(rest) else 0
        if last and _cased(text, start, last - 1, one.term.case):
            yield Found(one.term, start, last - 1)


_Word = tuple[str, int]  # a word and where it ends in the scan


def _next_word(text: str, scan: str, end: int) -> _Word | None:
    """Find the word behind the one that ends at `end`; None where a comma, a sentence or too much stands between."""
    start = end
    while start < len(scan) and scan[start] == " ":
        start += 1
    if start - end > _LONGEST_GAP or start == len(scan) or _parted(text[end - 1 : start - 1]):
        return None
    end = scan.index(" ", start)
    return scan[start:end], end


def _follow(text: str, scan: str, word: _Word | None, others: tuple[tuple[Form, ...], ...]) -> int:
    """Say where in the scan the last of the words ends; 0 where other words follow."""
    end = 0
    for number, forms in enumerate(others):
        if number:
            word = _next_word(text, scan, end)
        if word is None or not _is_one_of(word[0], forms):
            return 0
        end = word[1]
    return end


def _is_one_of(word: str, forms: tuple[Form, ...]) -> bool:
    return any(word.startswith(form.stem) and form.accepts(word[len(form.stem) :]) for form in forms)


def _parted(gap: str) -> bool:
    # "г. Байконур" is one name, "… of Baikonur. City …" is none: the abbreviation is what the alias itself begins with.
    return len(gap) > 1 and bool(_NO_GAP.search(gap)) and gap != ". "


def _cased(text: str, start: int, end: int, case: Case) -> bool:
    if case == "any":
        return True
    first = text[start]
    return (first.isupper() or not first.islower()) if case == "capital" else text[start:end].upper() == text[start:end]


def compile_terms(terms: Iterable[Term]) -> Terms:
    """Build the automaton; a term without a letter or digit is left out."""
    keys: dict[str, list[_Sought]] = {}
    for term in dict.fromkeys(terms):
        words = _WORDS.findall(plain_fold(term.text))
        if not words:
            continue
        first, *others = ([*_with_designator(word)] for word in words)
        for form in first:
            # A word without endings is a key with the blank behind it: no other word that begins like it is ever looked at.
            keys.setdefault(f" {form.stem} " if form.is_whole else f" {form.stem}", []).append(
                _Sought(term, form.accepts, tuple(map(tuple, others)))
            )
    automaton = ahocorasick.Automaton()
    for key, sought in keys.items():
        alone = tuple(one for one in sought if not one.others)
        automaton.add_word(key, _Key(len(key), len(key.rstrip()), alone, _by_second_letter(sought)))
    if keys:
        automaton.make_automaton()
    return Terms(automaton, len(keys))


def _by_second_letter(sought: Iterable[_Sought]) -> dict[str, tuple[_Sought, ...]]:
    letters: dict[str, tuple[_Sought, ...]] = {}
    for one in sought:
        for letter in dict.fromkeys(form.stem[0] for forms in one.others[:1] for form in forms):
            letters[letter] = (*letters.get(letter, ()), one)
    return letters


def _with_designator(word: str) -> Iterator[Form]:
    yield from forms_of(word)
    if len(word) <= 3 and word.isalpha():  # МС before a number is folded to Latin letters
        latin = plain_fold(word + "-1")[:-2]
        if latin != word:
            yield from forms_of(latin)
