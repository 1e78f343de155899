"""Names that something else bears: the restaurant «Байконур», a film called Baikonur, «Байқоңыр» дәмханасы.

No list of such things can be complete, so the grammar decides: a noun of a kind that is named after places stands right beside the
bare name. Where the name is inflected as the owner ("школа Байконура") or follows an "in", it is the place.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from monitor.domain.articles.passages import GAP
from monitor.domain.words.nations import nation_of
from monitor.domain.words.terms import Found, plain_fold
from monitor.domain.words.text import CAPITALS

_OPENED = "\"'«“„‘”"
_CLOSED = "\"'»”“’"
_NAMED = r"called|named|dubbed|titled|entitled|под названием|по имени|с названием"
_BEFORE = re.compile(rf"(?:[,\s]+(?:{_NAMED}))?\s*[{_OPENED}\s–—-]*$", re.IGNORECASE)
_BEHIND = re.compile(rf"[{_CLOSED}]?(?:\s+[—–-])?\s+(?:(?:new|нов(?:ый|ая|ое)|жаңа)\s+)?")
_CALLED_BEFORE = re.compile(
    rf"(?:\b(?:is|are|was|were|be|been) called|под названием|с названием|называется|назвали|назван[аоы]?)\s+[{_OPENED}]?$", re.IGNORECASE
)
_CALLED_BEHIND = re.compile(rf"[{_CLOSED}]?\s+(?:атты|деген|деп атал|айдарымен|атындағы|есімді|at+y\b|dep atal|atyndagy)", re.IGNORECASE)
_AFTER_BEFORE = re.compile(r"\b(?:named (?:after|for)|in memory of|имени|им\.)\s+(?:космонавта\s+|cosmonaut\s+)?$", re.IGNORECASE)
_AFTER_BEHIND = re.compile(r"\s+(?:атындағы|atyndagy|atyndağy)\b", re.IGNORECASE)
_FARTHEST = 40
PLACED = re.compile(
    r"(?:^|\s)(?:at|in|from|near|to|over|outside|на|в|во|с|со|из|от|под|над|у|к|до|близ|около)\s+(?:the\s+)?$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Bearers:
    """The nouns of one text that bear names: where they start and where they end."""

    starts: frozenset[int]  # nouns that may follow the bare name: a band, a collection
    quoted_starts: frozenset[int]  # nouns that follow a name in quotes; else it is the school or hotel of the place
    ends: frozenset[int]


def bearers(either: Iterable[Found], fronted: Iterable[Found]) -> Bearers:
    """Note where the nouns stand; `fronted` are those that a place has as well."""
    either, fronted = list(either), list(fronted)
    starts = frozenset(found.start for found in either)
    return Bearers(starts, starts | {f.start for f in fronted}, frozenset(f.end for f in (*either, *fronted)))


def borne(whole: str, names: Iterable[Found], nouns: Bearers) -> Iterator[Found]:
    """Yield those of the bare names that something else bears."""
    return (name for name in names if _is_bare(whole, name) and (_is_called(whole, name) or _stands_beside(whole, name, nouns)))


def parts_of_names(whole: str, names: Iterable[Found], known: Collection[int]) -> Iterator[Found]:
    """Yield the bare names that begin a longer one, which title and text both give: Baikonur Boy, a horse.

    `known`: where words of the topic start; with them a name makes no other.
    """
    longer: dict[str, list[Found]] = {}
    for name in names:
        behind = _CAPITAL.match(whole, name.end)
        if behind and behind.start(1) not in known and not _OF_PLACES.fullmatch(behind[1]) and not PLACED.search(_before(whole, name)):
            longer.setdefault(f"{whole[name.start : name.end]} {behind[1]}", []).append(name)
    title = whole.partition(GAP)[0]
    for spelled, found in longer.items():
        if spelled in title and len(found) > 1:
            yield from found


_CAPITAL = re.compile(r" ([A-Z][a-z]{2,})\b")
_OF_PLACES = re.compile(  # what any place may have
    "Administration|Agreement|Airport|Base|Cent(?:er|re)|City|Commission|Complex|Court|District|Hospital|International|Lease|Mayor|Museum"
    "|Pad|Police|Prosecutor|Region|Residents|Site|Start|Town|Treaty|Visitor|Workers|Zone"
)


def is_honoured(whole: str, name: Found) -> bool:
    """Say whether something is named after a person: школа имени Гагарина, Гагарин атындағы мектеп."""
    return bool(_AFTER_BEFORE.search(_before(whole, name)) or _AFTER_BEHIND.match(whole, name.end))


def of_others(whole: str, named: Collection[Found], spellings: Iterable[str], known: Collection[int]) -> Iterator[Found]:
    """Yield the surnames of a person where another given name stands before one, and the person's own nowhere: his namesake's.

    `spellings`: all that the person is called by; `known`: where names and words of the topic start, which are no given names.
    """
    alone = [name for name in named if " " not in name.term.text]
    if len(alone) < len(named):
        return
    own = {spelled.split()[0][:_ALIKE].casefold() for spelled in spellings if " " in spelled}
    before = ((_GIVEN.search(whole, max(name.start - _FARTHEST, 0), name.start), name) for name in alone)
    given = [found[1] for found, _ in before if found and found.start(1) not in known]
    if any(one[:_ALIKE].casefold() not in own and not _NOT_GIVEN.fullmatch(one) and not nation_of(one.casefold(), "en") for one in given):
        yield from alone


_ALIKE = 3  # letters in which Sergey and Sergei are
_GIVEN = re.compile(rf"\w,? ([{CAPITALS}][a-zа-яёәғқңөұүһі]{{2,}}) $")
_NOT_GIVEN = re.compile(  # offices and patronymics
    r"Minister|Vice|Prime|Premier|President|Governor|Mayor|Director|General|Colonel|Major|Captain|Commander|Cosmonaut|Astronaut|Secretary"
    r"|Chairman|Senator|Deputy|Chief|Head|Professor|Academician|Doctor|Engineer|\w+(?:вич|вна|ович|овна|улы|ұлы|қызы|vich|vna|uly|kyzy)\w*"
)


def named_words(whole: str, words: Iterable[Found], nouns: Bearers) -> Iterator[Found]:
    """Yield the common words that are names here: ковры «Орбита», Cosmonauts Street, ТОО «Ракета»."""
    for word in words:
        plain = " " not in whole[word.start : word.end] and not word.term.text[0].isupper()
        if plain and whole[word.start].isupper() and (_is_quoted(whole, word) or _stands_beside(whole, word, nouns)):
            yield word


def _is_bare(whole: str, name: Found) -> bool:
    """Say whether a name stands in its first form, or in quotes."""
    return _is_quoted(whole, name) or plain_fold(whole[name.start : name.end]) == plain_fold(name.term.text).strip(_OPENED + _CLOSED)


def _is_quoted(whole: str, name: Found) -> bool:
    before, after = whole[name.start - 1 : name.start] if name.start else "", whole[name.end : name.end + 1]
    return before in _OPENED and after in _CLOSED and bool(before and after)


def _is_called(whole: str, name: Found) -> bool:
    return bool(_CALLED_BEFORE.search(_before(whole, name)) or _CALLED_BEHIND.match(whole, name.end))


def _before(whole: str, name: Found) -> str:
    """What stands before a name in its own paragraph: the last word of a title bears nothing of the text."""
    return whole[max(name.start - _FARTHEST, 0) : name.start].rpartition(GAP)[2]


def _stands_beside(whole: str, name: Found, nouns: Bearers) -> bool:
    before = _BEFORE.search(_before(whole, name))
    if before and before.group() and name.start - len(before.group()) in nouns.ends:
        return True
    behind = _BEHIND.match(whole, name.end)
    if behind and GAP in behind.group():
        return False
    return behind is not None and behind.end() in (nouns.quoted_starts if _is_quoted(whole, name) else nouns.starts)
