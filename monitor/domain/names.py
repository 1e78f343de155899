"""Names by their shape, spelled so that one name is one key in Latin, Russian and Kazakh letters."""

import re
from dataclasses import dataclass

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
_POSSESSIVE = re.compile("['’]s?$")
_VOWELS = re.compile(r"[aeiouy'’`]")
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_DESIGNATOR = re.compile(r"(?<![\w-])(?=[\w-]*\d)(?=[\w-]*[^\W\d_])[^\W_]+(?:-[^\W_]+){0,2}(?![\w-])")
_PLAIN_NUMBERED = re.compile(
    r"^\d+(?:-?(?:st|nd|rd|th|го|й|я|е|м|му|х|ти|ми|летн\w*|жылы?|да|де|ші|шы|year\w*|мың|млн|km|kg|км|кг|m|bn|k|м|т|тен|на|нен|дан|ден|ға|ге|алаң\w*|дық|дік|percent)?)$",
    re.I,
)
_STARTED = re.compile(r"[.!?:«\"“—–-]\s*$")


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
    found = [
        Name(f"d:{designator(m.group())}", m.group(), True, m.start())
        for m in _DESIGNATOR.finditer(sentence)
        if not _PLAIN_NUMBERED.match(m.group()) and len(m.group()) <= 24
    ]
    if language == "en" and _is_title_case(sentence):
        return found
    words = list(_WORD.finditer(sentence))
    for position, match in enumerate(words):
        word = match.group()
        if not word[0].isupper() or len(word) < 3 or (word.isupper() and len(word) > 5) or word.casefold() in _COMMON:
            continue
        full = _stands_beside(words, position, sentence)
        if position == 0 or _STARTED.search(sentence[: match.start()]):
            following = words[position + 1].group() if position + 1 < len(words) else ""
            if not following[:1].isupper():
                continue
            full = False  # the first word may be anything
        bones = skeleton(word, language)
        if len(bones) >= 3:
            found.append(Name(f"p:{bones}", word, False, match.start(), full))
    return found


def _stands_beside(words: list[re.Match[str]], position: int, sentence: str) -> bool:
    here = words[position]
    for other in words[max(position - 1, 0) : position + 2]:
        gap = sentence[min(here.end(), other.end()) : max(here.start(), other.start())]
        if other is not here and other.group()[0].isupper() and gap == " " and other.group().casefold() not in _COMMON:
            return True
    return False


def _is_title_case(sentence: str) -> bool:
    words = [w for w in _WORD.findall(sentence) if len(w) > 3]
    return len(words) >= 4 and sum(w[0].isupper() for w in words) > 0.7 * len(words)
