"""How alike two texts are: stems for meaning, sampled runs of four words for copying."""

import re
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import Stemmer

from monitor.domain.words.cached import by_word
from monitor.domain.words.concepts import plain_in

SHINGLE_WORDS = 4
SHINGLES_KEPT = 24  # at least, where the text has as many
SHINGLES_CAP = 96
_PRIME = (1 << 61) - 1
_BASE, _SPREAD = 1_000_003, 2_654_435_761
_FIRST, _SECOND, _THIRD, _LAST = (_SPREAD * _BASE**power % _PRIME for power in (3, 2, 1, 0))  # what each word of a run is multiplied by

_WORD = re.compile(r"[^\W_]+")
_KK_SUFFIXES = re.compile(
    r"(?:ларының|лерінің|ларындағы|лардың|лердің|дардың|дердің|тардың|тердің|ндағы|ндегі|дағы|дегі|тағы|тегі|ының|інің|сының|сінің|лары|лері|дары|дері|тары|тері"
    r"|ндарын|ның|нің|дың|дің|тың|тің|сына|сіне|ына|іне|ынан|інен|ында|інде|ымен|імен|мен|бен|пен|нан|нен|дан|ден|тан|тен|лар|лер|дар|дер|тар|тер"
    r"|ған|ген|қан|кен|атын|етін|йтын|йтін|ады|еді|йды|йді|ды|ді|ты|ті|сы|сі|ын|ін|ға|ге|қа|ке|на|не|да|де|та|те|ны|ні|ы|і)$".replace(
        "і", "[іи]"
    ).replace("ң", "[ңн]")
)
STOP_WORDS = frozenset(
    [
        "the",
        "a",
        "an",
        "and",
        "or",
        "of",
        "to",
        "in",
        "on",
        "at",
        "for",
        "with",
        "by",
        "from",
        "as",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "has",
        "have",
        "had",
        "it",
        "its",
        "this",
        "that",
        "which",
        "who",
        "will",
        "would",
        "said",
        "says",
        "not",
        "but",
        "after",
        "before",
        "over",
        "into",
        "their",
        "his",
        "her",
        "they",
        "he",
        "she",
        "we",
        "you",
        "i",
        "about",
        "than",
        "also",
        "more",
        "no",
        "new",
        "one",
        "two",
        "when",
        "where",
        "what",
        "if",
        "out",
        "up",
        "there",
        "then",
        "some",
        "other",
        "all",
        "could",
        "may",
        "и",
        "в",
        "во",
        "на",
        "не",
        "что",
        "с",
        "со",
        "к",
        "по",
        "из",
        "у",
        "за",
        "о",
        "об",
        "от",
        "до",
        "для",
        "при",
        "как",
        "а",
        "но",
        "же",
        "то",
        "это",
        "его",
        "её",
        "ее",
        "их",
        "они",
        "он",
        "она",
        "мы",
        "вы",
        "был",
        "была",
        "были",
        "было",
        "будет",
        "также",
        "сообщил",
        "сообщили",
        "года",
        "году",
        "год",
        "лет",
        "из-за",
        "который",
        "которая",
        "которые",
        "которых",
        "этом",
        "этот",
        "және",
        "мен",
        "бен",
        "пен",
        "да",
        "де",
        "та",
        "те",
        "бұл",
        "үшін",
        "болып",
        "деп",
        "дейді",
        "айтты",
        "осы",
        "сол",
        "ол",
        "туралы",
        "бойынша",
        "жылы",
        "жыл",
        "болды",
        "еді",
        "екен",
        "бар",
        "жоқ",
        "оның",
        "бір",
    ]
)


# Snowball in C takes half a microsecond a word, so nothing is remembered; and threads may share it, which its Python form does not allow.
_ENGLISH, _RUSSIAN = Stemmer.Stemmer("english", 0), Stemmer.Stemmer("russian", 0)


def stem(word: str, language: str) -> str:
    """Bring a case-folded word to its stem; other languages than en, ru, kk keep six letters."""
    if language == "en":
        return str(_ENGLISH.stemWord(word))
    if language == "ru":
        return str(_RUSSIAN.stemWord(word.replace("ё", "е")))
    if language == "kk":
        return _stem_kazakh(word)
    return word[:6]


@by_word
def _stem_kazakh(word: str) -> str:
    """Strip up to three Kazakh suffixes, never below four letters, in any of the alphabets."""
    bare = plain_in("kk", word)
    for _ in range(3):
        shorter = _KK_SUFFIXES.sub("", bare)
        if len(shorter) < 4 or shorter == bare:
            break
        bare = shorter
    return bare


def words_of(text: str) -> list[str]:
    """Split a text into case-folded words."""
    return _WORD.findall(text.casefold())


def stems_of(words: Iterable[str], language: str) -> list[str]:
    """Stem the words that carry meaning."""
    telling = [word for word in words if len(word) > 2 and word not in STOP_WORDS and not word.isdigit()]
    return list(_ENGLISH.stemWords(telling)) if language == "en" else [stem(word, language) for word in telling]


# ── copying ───────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Sketch:
    """The sampled shingles of a text: those whose hash is a multiple of 2**k."""

    k: int
    hashes: frozenset[int]


def sketch(words: Sequence[str]) -> Sketch:
    """Sample the runs of four words of a text: the same ones wherever they stand."""
    hashes = [zlib.crc32(word.encode()) + 1 for word in words]
    hashes += [0] * (SHINGLE_WORDS - len(hashes))
    runs = zip(hashes, hashes[1:], hashes[2:], hashes[3:], strict=False)
    sums = (first * _FIRST + second * _SECOND + third * _THIRD + last * _LAST for first, second, third, last in runs)
    whole = {(((run := value % _PRIME) ^ run >> 29) * 0x9E3779B97F4A7C15 >> 3) % _PRIME for value in sums}
    k = 3
    kept = [value for value in whole if not value & 7]
    while k and len(kept) < SHINGLES_KEPT:
        k -= 1
        kept = [value for value in whole if value % (1 << k) == 0]
    while len(kept) > SHINGLES_CAP:
        k += 1
        kept = [value for value in kept if value % (1 << k) == 0]
    return Sketch(k, frozenset(kept))


def containment(one: Sketch, other: Sketch) -> float:
    """Say how much of the smaller text stands in the other word for word, from 0 to 1."""
    k = 1 << max(one.k, other.k)
    mine = {value for value in one.hashes if value % k == 0}
    theirs = {value for value in other.hashes if value % k == 0}
    smaller = min(len(mine), len(theirs))
    return len(mine & theirs) / smaller if smaller >= 3 else float(one.hashes == other.hashes and bool(one.hashes))
