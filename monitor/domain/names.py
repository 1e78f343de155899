"""Names by their shape, spelled so that one name is one key in Latin, Russian and Kazakh letters."""

import re
from dataclasses import dataclass
from functools import lru_cache

_SOUNDS = str.maketrans(
    {
        **dict(zip("абвгдезийклмнопрстуфхыэ", "abvgdeziiklmnoprstufhie", strict=True)),
        **{"ё": "e", "ж": "z", "ц": "ts", "ч": "c", "ш": "s", "щ": "s", "ъ": "", "ь": "", "ю": "iu", "я": "ia"},
        **{"ә": "a", "ғ": "g", "қ": "k", "ң": "n", "ө": "o", "ұ": "u", "ү": "u", "һ": "h", "і": "i"},
        **{"ğ": "g", "ǵ": "g", "ñ": "n", "ń": "n", "ş": "s", "ç": "c", "ı": "i", "ö": "o", "ó": "o"},
        **{"ü": "u", "ú": "u", "ū": "u", "ý": "u", "ä": "a", "á": "a"},
    }
)  # fmt: skip
_SPELLINGS = (("shch", "s"), ("dzh", "z"), ("tch", "c"), ("kh", "h"), ("zh", "z"),
              ("sh", "s"), ("ch", "c"), ("ph", "f"), ("ck", "k"), ("q", "k"),
              ("x", "ks"),
              ("j", "z"), ("w", "v"))  # fmt: skip
_RU_ENDING = re.compile(r"(?:ами|ями|ого|его|ому|ему|ыми|ими|ой|ей|ою|ым|им|ом|ем|ам|ям|ах|ях|ых|их)$")
_KK_ENDING = re.compile(
    r"(?:ындағы|індегі|ндағы|ндегі|дағы|дегі|тағы|тегі|лардың|лердің|дардың|дердің|тардың|тердің|ның|нің|дың|дің|тың|тің|ға|ге|қа|ке|на|не|ды|ді|ты|ті|ны|ні|да|де|та|те|дан|ден|тан|тен|нан|нен|мен|бен|пен|лар|лер)$"
)
_DIGIT = re.compile(r"\d")
_POSSESSIVE = re.compile("['’]s?$")
_VOWELS = re.compile(r"[aeiouy'’`]")
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_DESIGNATOR = re.compile(r"(?<![\w-])(?=[\w-]*\d)(?=[\w-]*[^\W\d_])[^\W_]+(?:-[^\W_]+){0,2}(?![\w-])")
_PLAIN_NUMBERED = re.compile(
    r"^\d+(?:-?(?:st|nd|rd|th|го|й|я|е|м|му|х|ти|ми|летн\w*|жылы?|да|де|ші|шы|year\w*|мың|млн|km|kg|км|кг|m|bn|k|м|т|тен|на|нен|дан|ден|ға|ге|алаң\w*|дық|дік|percent)?)$",
    re.I,
)
_STARTERS = frozenset('.!?:«"“—–-')  # behind these a word is capitalised by custom


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it stands in a sentence."""

    key: str
    text: str
    designator: bool  # MS-23, KazSat-3R: letters and figures together
    start: int
    full: bool = False  # beside another capitalised word: a person or body by full name


_COMMON = frozenset(  # capitalised by custom, not as names
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "president",
        "prime",
        "minister",
        "deputy",
        "director",
        "general",
        "chief",
        "head",
        "first",
        "the",
        "this",
        "that",
        "what",
        "when",
        "where",
        "who",
        "how",
        "but",
        "and",
        "for",
    ]
)


@lru_cache(maxsize=50_000)
def skeleton(word: str, language: str) -> str:
    """Spell a word by its consonants, so that transliterations meet."""
    folded = _POSSESSIVE.sub("", word.casefold())
    if language == "ru" and len(folded) > 4:
        folded = _RU_ENDING.sub("", folded)
    if language == "kk" and len(folded) > 4:
        folded = _KK_ENDING.sub("", folded)
    latin = folded.translate(_SOUNDS)
    for spelling, sound in _SPELLINGS:
        latin = latin.replace(spelling, sound)
    latin = latin.replace("c", "k") if language == "en" and "c" in latin and not re.search("[ch]", folded.replace("c", "", 1)) else latin
    bones = _VOWELS.sub("", latin)
    bones = re.sub(r"(.)\1+", r"\1", bones)
    first = latin[:1] if latin[:1] in "aeiou" else ""
    return ({"e": "i", "o": "u"}.get(first, first) + bones)[:6]


def designator(token: str) -> str:
    """Spell a designator in one way: МС-23 and MS-23, «Союз-5» and Soyuz 5."""
    parts = re.findall(r"\d+|[^\W\d_]+", token.casefold())
    return "-".join(part if part.isdigit() else _letters(part) for part in parts)


def _letters(part: str) -> str:
    latin = part.translate(_SOUNDS)
    for spelling, sound in _SPELLINGS:
        latin = latin.replace(spelling, sound)
    return latin if len(part) <= 3 else (latin[:1] + _VOWELS.sub("", latin[1:]))[:5]


def names_in(sentence: str, language: str) -> list[Name]:
    """Read designators and capitalised names; words that begin a sentence count only inside a longer name."""
    found = _designators(sentence) if _DIGIT.search(sentence) else []
    words = list(_WORD.finditer(sentence))
    spelled = [match.group() for match in words]
    if language == "en" and _is_title_case(spelled):
        return found
    for position, word in enumerate(spelled):
        if not word[0].isupper() or len(word) < 3 or (len(word) > 5 and word.isupper()) or word.casefold() in _COMMON:
            continue
        match = words[position]
        full = _stands_beside(words, position, sentence)
        if position == 0 or sentence[max(match.start() - 4, 0) : match.start()].rstrip()[-1:] in _STARTERS:
            if position + 1 == len(spelled) or not spelled[position + 1][0].isupper():
                continue
            full = False  # the first word may be anything
        bones = skeleton(word, language)
        if len(bones) >= 3:
            found.append(Name(f"p:{bones}", word, False, match.start(), full))
    return found


def _designators(sentence: str) -> list[Name]:
    return [
        Name(f"d:{designator(m.group())}", m.group(), True, m.start())
        for m in _DESIGNATOR.finditer(sentence)
        if not _PLAIN_NUMBERED.match(m.group()) and len(m.group()) <= 24
    ]


def _stands_beside(words: list[re.Match[str]], position: int, sentence: str) -> bool:
    """Say whether another capitalised word stands before or behind, with nothing but a blank between."""
    for first, second, other in ((position - 1, position, position - 1), (position, position + 1, position + 1)):
        if first < 0 or second == len(words) or sentence[words[first].end() : words[second].start()] != " ":
            continue
        word = words[other].group()
        if word[0].isupper() and word.casefold() not in _COMMON:
            return True
    return False


def _is_title_case(spelled: list[str]) -> bool:
    words = [w for w in spelled if len(w) > 3]
    return len(words) >= 4 and sum(w[0].isupper() for w in words) > 0.7 * len(words)
