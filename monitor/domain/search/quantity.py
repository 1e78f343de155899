"""A figure with its unit, as a person types it: it is found with that unit alone, in any of the ways to write it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product

from monitor.domain.search.seek import Node, Phrase, either
from monitor.domain.words.spelling import typed_forms

# Beginnings of the forms of each unit's words in the index; a full stop behind one asks for the whole form.
# What looks like a Kazakh ending is missing there: доллар is dol, теңге is ten, гектар is gek, тәулік is tau.
_SCALES = (
    ("thousand", "tisiach", "tis.", "min.", "k."),
    ("milion", "mln.", "mn.", "m."),
    ("bilion", "miliard", "bn.", "bln.", "mlrd."),
    ("trilion", "trln.", "tn."),
)
_UNITS = (
    ("usd.", "dolar", "dol."),
    ("eur.", "euro", "evro."),
    ("rub", "roubl"),
    ("kzt.", "teng", "ten.", "tng."),
    ("gbp.", "pound", "funt"),
    ("percent.", "protsent", "paiiz", "paiz"),
    ("hektar", "gektar", "gek.", "ga.", "ha."),
    ("km.", "kilomet", "shakirim"),
    ("m.", "metr", "meter"),
    ("kg.", "kilogram"),
    ("ton", "t."),
    ("zhil", "iear", "god", "let."),
    ("month", "mesiats", "mesiatsev."),
    ("dai", "den.", "dn", "sut", "kun", "tau."),
    ("hour", "chas", "sagat"),
)
_MONEY = 5  # so many of the units are currencies, whose signs stand before the figure


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure with its unit in a query, and what is sought for it."""

    words: int  # how many words of the query it takes
    seek: Node


def quantity_at(words: Sequence[str], at: int) -> Quantity | None:
    """Read a figure with its unit at a word of a query; None where there is none: a bare figure is a word like others."""
    sign = _find(_UNITS[:_MONEY], words, at)
    start = at + 1 if sign else at
    digits = start
    while digits < len(words) and words[digits].isdecimal():
        digits += 1
    if digits == start:
        return None
    scale = _find(_SCALES, words, digits)
    end = digits + bool(scale)
    unit = sign or _find(_UNITS, words, end)
    if not (scale or unit):
        return None
    taken = end + bool(unit and not sign) - at
    return Quantity(taken, _seek(tuple(words[start:digits]), scale, unit if unit in _UNITS[:_MONEY] else None, None if sign else unit))


def _find(table: Iterable[tuple[str, ...]], words: Sequence[str], at: int) -> tuple[str, ...] | None:
    if at >= len(words) or words[at].isdecimal():
        return None
    forms = typed_forms(words[at])
    return next((row for row in table if any(_begins(form, beginning) for form in forms for beginning in row)), None)


def _begins(form: str, beginning: str) -> bool:
    return form == beginning[:-1] if beginning.endswith(".") else form.startswith(beginning)


def _seek(digits: tuple[str, ...], scale: tuple[str, ...] | None, money: tuple[str, ...] | None, unit: tuple[str, ...] | None) -> Node:
    behind: list[tuple[str, ...]] = [row for row in (scale, unit or money) if row]
    nodes = [_phrase((*digits, *rest)) for rest in product(*behind)]
    if money:
        before = [row for row in (scale,) if row]
        nodes += [_phrase((sign, *digits, *rest)) for sign in money[:1] for rest in product(*before)]
    return either(*nodes)


def _phrase(words: tuple[str, ...]) -> Phrase:
    """Make a phrase; only its last word may be a beginning, so one in the middle is taken as it is."""
    *others, last = words
    return Phrase((*(one.removesuffix(".") for one in others), last.removesuffix(".")), prefix=not (last.endswith(".") or last.isdecimal()))
