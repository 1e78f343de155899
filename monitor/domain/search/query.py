"""What a person types into the search, as a value: never an error, but with a sentence for each thing that was not understood.

Байконур аренда            both words, in any form, script or language
"rent of Baikonur"         these words side by side
-Протон  -lang:en          without
Baikonur OR Vostochny      either
космо*                     what begins so
115 million, $115m, 115 га the figure with that unit, however it is written
storyline:baiterek source:"РИА Новости" lang:ru,kk placement:opening level:push after:2026-03 before:30d title:rent entity:kazsat
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from itertools import islice, product, takewhile

from monitor.domain.search.named import NOBODY, Names
from monitor.domain.search.quantity import quantity_at
from monitor.domain.search.query_dates import span_of
from monitor.domain.search.seek import Node, Phrase, either, every, mark
from monitor.domain.words.likeness import STOP_WORDS
from monitor.domain.words.spelling import form, is_kazakh, plain_kazakh, spell, typed_forms, words_of
from monitor.domain.words.text import clean_line

LONGEST = 1_000  # characters
MOST_CLAUSES = 40
MOST_READINGS = 12  # of one phrase
SHORTEST_TYPED = 3  # letters of a typed word that may be the beginning of others
SHORTEST_BEGINNING = 4  # letters of a Kazakh stem that is sought as the beginning of words
FIELDS = ("storyline", "source", "lang", "placement", "level", "after", "before", "on", "title", "entity", "is")
_NAMES = {
    "language": "lang", "publisher": "source", "since": "after", "until": "before", "date": "on",
    "сюжет": "storyline", "источник": "source", "язык": "lang", "после": "after", "до": "before",
}  # fmt: skip
VALUES = {
    "placement": ("copy", "repeat", "development", "opening", "background", "none"),
    "level": ("push", "digest", "store", "none"),
    "is": ("seed", "relevant", "stub", "baseline"),
}
_OR = frozenset({"OR", "|", "ИЛИ", "НЕМЕСЕ"})
_PIECE = re.compile(
    r"""(?P<minus>(?<!\S)[-−–](?=[^\s\-−–]))?
        (?:(?P<field>[^\W\d_]+):)?
        (?:["“”„«»](?P<quoted>[^"“”„«»]*)["“”„«»]?(?=\s|$|[^\w])|(?P<bare>[^\s"“”„«»]+))""",
    re.VERBOSE,
)
_APART = re.compile(rf"(?<!\w)({'|'.join((*FIELDS, *_NAMES))}):[ \t]+(?=\S)", re.IGNORECASE)  # lang: ru


@dataclass(frozen=True, slots=True)
class Clause:
    """One thing that was asked for, as it was typed, and what is sought for it in the index."""

    typed: str
    seek: Node
    text: bool = True  # of the article's words, not of what is noted about it
    negative: bool = False
    beginning: Node | None = None  # what to seek where nothing has the word itself: words that begin so


@dataclass(frozen=True, slots=True)
class Query:
    """What was typed, understood as far as possible."""

    typed: str
    clauses: tuple[Clause, ...] = ()
    storylines: tuple[tuple[str, bool], ...] = ()  # slugs, or words of titles, as typed; True: those are not wanted
    after: date | None = None  # published on that day or later
    before: date | None = None  # published earlier than that day
    notes: tuple[str, ...] = ()  # what was not understood, and what was done instead

    @property
    def words(self) -> tuple[Clause, ...]:
        """What the text is asked for."""
        return tuple(clause for clause in self.clauses if clause.text and not clause.negative)

    @property
    def is_empty(self) -> bool:
        """Say whether nothing was asked for: then everything is found."""
        return not (self.clauses or self.storylines or self.after or self.before)


def parse(typed: str, today: date, names: Names = NOBODY) -> Query:
    """Understand what a person typed; `names` are those of the gazetteer, `today` is what 30d counts from."""
    reader = _Reader(today, names)
    if len(typed) > LONGEST:
        reader.note(f"only the first {LONGEST} characters were looked at")
    asked = clean_line(typed[:LONGEST], LONGEST)
    reader.read(asked)
    return reader.query(asked)


class _Reader:
    """Reads from left to right; words that may belong together wait until something else comes."""

    def __init__(self, today: date, names: Names) -> None:
        self._today, self._names = today, names
        self._clauses: list[Clause] = []
        self._storylines: list[tuple[str, bool]] = []
        self._after: date | None = None
        self._before: date | None = None
        self._notes: list[str] = []
        self._waiting: list[str] = []
        self._either = False  # the last thing was OR

    def note(self, sentence: str) -> None:
        if sentence not in self._notes:
            self._notes.append(sentence)

    def read(self, typed: str) -> None:
        for piece in _PIECE.finditer(_APART.sub(r"\1:", typed)):
            minus, name = bool(piece["minus"]), (piece["field"] or "").casefold()
            value = piece["quoted"] if piece["quoted"] is not None else piece["bare"]
            if not name and value.endswith(":") and value[:-1].casefold() in (*FIELDS, *_NAMES):
                name, value = value[:-1].casefold(), ""
            quoted = piece["quoted"] is not None
            if name in FIELDS or name in _NAMES:
                self._flush()
                self._field(_NAMES.get(name, name), value, minus, quoted)
            elif value in _OR and not quoted and not name:
                self._flush()
                self._either = bool(self._clauses)
            else:
                self._unknown_field(piece["field"], value)
                self._words(f"{piece['field']} {value}" if name else value, minus, quoted)
        self._flush()

    def _unknown_field(self, name: str | None, value: str) -> None:
        if not name or value.startswith("//") or not value.strip():
            return
        near = get_close_matches(name.casefold(), (*FIELDS, *_NAMES), 1)
        hint = f"did you mean {near[0]}:?" if near else f"fields are {', '.join(FIELDS)}"
        self.note(f"{name}: is not a field, so it was searched for as a word; {hint}")

    # ── words ──

    def _words(self, text: str, minus: bool, quoted: bool) -> None:
        words = words_of(text)
        if not words:
            return
        alone = len(words) == 1 or all(word.isdecimal() for word in words) or quantity_at(words, 0) is not None
        if alone and not (minus or quoted or self._either or text.endswith("*")):
            self._waiting += words
            return
        self._flush()
        shown = f'"{text}"' if quoted else text
        seek = self._seek(words, quoted, prefix=text.endswith("*") and not quoted)
        self._add(Clause(shown, seek, negative=minus))

    def _seek(self, words: Sequence[str], quoted: bool, *, prefix: bool) -> Node:
        quantity = quantity_at(words, 0)
        if quantity and quantity.words == len(words):
            return quantity.seek
        if len(words) > 1 or quoted:
            named = None if quoted else self._names.at(words, 0)
            side_by_side = phrase(words)
            return either(side_by_side, *named.seeks) if named and named.words == len(words) else side_by_side
        return self._word(words[0], prefix=prefix)

    def _word(self, word: str, *, prefix: bool = False) -> Node:
        named = self._names.at([word], 0)
        return either(one_word(word, prefix=prefix), *(named.seeks if named and not prefix else ()))

    def _flush(self) -> None:
        """Make clauses of the plain words that have come: figures with their units, names of several words, words."""
        words, at = self._waiting, 0
        self._waiting = []
        meaning = [word for word in words if word.casefold() not in STOP_WORDS]
        if meaning:  # to be or not to be, typed alone, is searched for
            words = [word for n, word in enumerate(words) if word in meaning or quantity_at(words, n)]
        while at < len(words):
            at += self._next(words, at)

    def _next(self, words: Sequence[str], at: int) -> int:
        quantity = quantity_at(words, at)
        if quantity:
            self._add(Clause(" ".join(words[at : at + quantity.words]), quantity.seek))
            return quantity.words
        digits = sum(1 for _ in takewhile(str.isdecimal, words[at:]))
        if digits > 1:  # 13,5
            self._add(Clause(" ".join(words[at : at + digits]), phrase(words[at : at + digits])))
            return digits
        named = self._names.at(words, at)
        if named and named.words > 1:
            span = words[at : at + named.words]
            self._add(Clause(" ".join(span), either(every(*(one_word(word) for word in span)), *named.seeks)))
            return named.words
        word = words[at]
        beginning = one_word(word, prefix=True) if len(word) >= SHORTEST_TYPED and not word.isdecimal() else None
        self._add(Clause(word, self._word(word), beginning=beginning))
        return 1

    def _add(self, clause: Clause) -> None:
        if len(self._clauses) >= MOST_CLAUSES:
            self.note(f"only the first {MOST_CLAUSES} words were looked at")
            return
        if self._either and self._clauses and not clause.negative:
            last = self._clauses.pop()
            clause = Clause(f"{last.typed} OR {clause.typed}", either(last.seek, clause.seek), last.text and clause.text)
        self._either = False
        self._clauses.append(clause)

    # ── fields ──

    def _field(self, name: str, value: str, minus: bool, quoted: bool) -> None:
        value = value.strip().rstrip(",")
        if not value:
            self.note(f"{name}: stands there without a value and was left out")
        elif name in ("after", "before", "on"):
            self._date(name, value, minus)
        elif name == "title":
            self._title(value, minus, quoted)
        elif name == "storyline":
            self._storylines += [(one, minus) for one in _listed(value, quoted)]
        else:
            self._marks(name, value, minus, quoted)

    def _date(self, name: str, value: str, minus: bool) -> None:
        span = span_of(value, self._today)
        if span is None:
            self.note(f"{name}:{value} is no date and was left out; write 2026-11-28, 2026-11, 2026 or 30d")
            return
        if minus:
            self.note(f"-{name}: was read as {name}:, for a date cannot be taken away")
        first, end = span
        if name in ("after", "on"):
            self._after = max(first, self._after or first)
        if name in ("before", "on"):
            edge = end if name == "on" else first
            self._before = min(edge, self._before or edge)
        if self._after and self._before and self._after >= self._before:
            self.note(f"no day is on or after {self._after} and before {self._before}")

    def _title(self, value: str, minus: bool, quoted: bool) -> None:
        words = words_of(value)
        if words:
            prefix = value.endswith("*") and not quoted
            seek = phrase(words, title=True) if len(words) > 1 else one_word(words[0], prefix=prefix, title=True)
            self._add(Clause(f"title:{value}", seek, negative=minus))

    def _marks(self, name: str, value: str, minus: bool, quoted: bool) -> None:
        asked = [node for one in _listed(value, quoted) for node in self._mark(name, one)]
        if asked:
            self._add(Clause(f"{name}:{value}", either(*asked), text=False, negative=minus))

    def _mark(self, name: str, value: str) -> Iterator[Node]:
        low = value.casefold()
        if name in VALUES:
            if low not in VALUES[name]:
                near = get_close_matches(low, VALUES[name], 1)
                hint = f"did you mean {near[0]}?" if near else f"it is one of {', '.join(VALUES[name])}"
                self.note(f"{name}:{value} is not known and was left out; {hint}")
                return
            yield mark(name, low)
        elif name == "source":
            yield from _source(value)
        elif name == "entity":
            yield from self._entity(value)
        else:
            yield mark(name, low.split("-")[0])

    def _entity(self, value: str) -> Iterator[Node]:
        known = self._names.entity(value)
        if known is None and self._names.ids:
            near = get_close_matches(value.casefold(), self._names.ids, 1)
            hint = f"; did you mean {near[0]}?" if near else ""
            self.note(f"the gazetteer has no entity {value}{hint}")
        yield mark("entity", known or value)

    def query(self, typed: str) -> Query:
        return Query(typed, tuple(self._clauses), tuple(self._storylines), self._after, self._before, tuple(self._notes))


def _listed(value: str, quoted: bool) -> list[str]:
    """Part lang:ru,kk; a quoted value is one."""
    return [value] if quoted else [one for one in value.split(",") if one]


def _source(value: str) -> Iterator[Node]:
    """Seek a publisher by its host, or by words of its name or their beginnings."""
    words = words_of(value)
    if "." in value:
        yield mark("host", value.removeprefix("www."))
    elif words:
        yield every(*(mark("source", form(word, ""), prefix=True) for word in words))


def one_word(word: str, *, prefix: bool = False, title: bool = False) -> Node:
    """Seek a word in all its forms; of Kazakh, also what begins with its stem."""
    forms = typed_forms(word)
    nodes: list[Node] = [Phrase((one,), title=title) for one in forms]
    beginning = spell(plain_kazakh(word))
    if prefix and beginning.isalnum():
        nodes.append(Phrase((beginning,), prefix=True, title=title))
    elif is_kazakh(word):
        nodes += [Phrase((one,), prefix=True, title=title) for one in forms[:1] if len(one) >= SHORTEST_BEGINNING]
    return either(*nodes)


def phrase(words: Sequence[str], *, title: bool = False) -> Node:
    """Seek words side by side, in the forms that a text of one language or another gives them."""
    if any(word.isdecimal() for word in words):  # МС-28: as many forms as its few words have
        readings = list(islice(product(*(typed_forms(word) for word in words)), MOST_READINGS))
    else:
        cased = (words, [word.capitalize() for word in words])
        readings = [tuple(form(word, language) for word in one) for language in ("en", "ru", "kk") for one in cased]
    return either(*(Phrase(one, title=title) for one in dict.fromkeys(readings)))
