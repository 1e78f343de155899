"""Names by their shape, spelled so that one name is one key in Latin, Russian and Kazakh letters."""

import re
from dataclasses import dataclass

from monitor.domain.words.cached import by_word
from monitor.domain.words.likeness import STOP_WORDS
from monitor.domain.words.nations import nation_of

_SOUNDS = str.maketrans(
    {
        **dict(zip("абвгдезийклмнопрстуфхыэ", "abvgdeziiklmnoprstufhie", strict=True)),
        **{"ё": "e", "ж": "z", "ц": "s", "ч": "4", "ш": "s", "щ": "s", "ъ": "", "ь": "", "ю": "iu", "я": "ia"},
        **{"ә": "a", "ғ": "g", "қ": "k", "ң": "n", "ө": "o", "ұ": "u", "ү": "u", "һ": "h", "і": "i"},
        **{"ğ": "g", "ǵ": "g", "ñ": "n", "ń": "n", "ş": "s", "ç": "4", "ı": "i", "ö": "o", "ó": "o", "é": "e", "è": "e", "í": "i"},
        **{"ü": "u", "ú": "u", "ū": "u", "ý": "u", "ä": "a", "á": "a"},
    }
)  # fmt: skip
# How Latin letters are spoken, near enough: what comes first is looked for first. 4 is ch.
_SPELLINGS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("shch|sch|sh", "s"), ("tch|ch", "4"), ("dzh|zh", "z"), ("kh", "h"), ("ph", "f"), ("ght", "t"), ("ohn", "on"),
        ("th", "t"), ("(?<=[gdrbl])h", ""),
        ("^wh", "v"), ("w(?=[aeiouy])", "v"), ("w", ""), ("ck|q", "k"), ("x", "ks"), ("c(?=[eiy])", "s"), ("c", "k"), ("tz|ts", "s"),
        ("j", "z"),
    )
)  # fmt: skip
_RUSSIAN_SOUNDS = (("дж", "ж"), ("тч", "ч"), ("тс", "с"), ("уо", "во"), ("уи", "ви"), ("уэ", "вэ"), ("уа", "ва"))
_RU_ENDING = re.compile(r"(?:ск)?(?:ами|ями|ого|его|ому|ему|ыми|ими|ой|ей|ою|ым|им|ом|ем|ам|ям|ах|ях|ых|их|ий|ая|ое|ые|ие|ую)$")
_KK_ENDING = re.compile(
    r"(?:(?:лы[қк]|лі[кг]|ды[қк]|ді[кг]|ты[қк]|ті[кг])?(?:ындағы|індегі|ндағы|ндегі|дағы|дегі|тағы|тегі|лардың|лердің|дардың|дердің|тардың|тердің"
    r"|ның|нің|дың|дің|тың|тің|ға|ге|қа|ке|на|не|ды|ді|ты|ті|ны|ні|да|де|та|те|дан|ден|тан|тен|нан|нен|мен|бен|пен|лар|лер)"
    r"|лық|лік|дық|дік|тық|тік)$"
)
_EN_ENDING = re.compile(r"(?<!t)s[ck]?(?:ky|ki|kiy|kii|kyi)$")  # of Novitsky -цк- is left, as of Новицкий
_DIGIT = re.compile(r"\d")
_LATIN = re.compile("[a-zà-ɏ]")
_POSSESSIVE = re.compile("['’]s?$")
_VOWELS = re.compile(r"[aeiouy'’`]")
_WORD = re.compile(r"U\.[SKN]\.?(?![^\W_])|[^\W\d_]+(?:[’'][^\W\d_]+)*")
_DESIGNATOR = re.compile(r"(?<![\w-])(?=[\w-]*\d)(?=[\w-]*[^\W\d_])[^\W_]+(?:-[^\W_]+){0,2}(?![\w-])")
_PLAIN_NUMBERED = re.compile(
    r"^\d+(?:s|-[a-zа-яёәғқңөұүһі]{2,}|-?(?:st|nd|rd|th|го|й|я|ю|е|м|му|х|[оыеую]й|ая|ую|ом|ем|ым|ых|ти|ми|летн\w*|жылы?|да|де|ші|шы|year\w*|мың|млн|km|kg|км|кг|m|bn|k|м|т|тен|на|нен|дан|ден|ға|ге|алаң\w*|дық|дік|percent)?)$",
    re.I,
)
_STARTERS = frozenset('.!?:«"“—–-')  # behind these a word is capitalised by custom
_QUOTES, _CLOSING = frozenset('«"“'), frozenset('»"”“')
_JOINS = (" ", "-")  # what stands between the words of one name


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it stands in a sentence."""

    key: str
    text: str
    designator: bool  # MS-23, KazSat-3R: letters and figures together
    start: int
    full: bool = False  # beside another capitalised word: a person or body by full name
    state: bool = False  # a state, alliance or people: articles of one topic name the same few, so that no two are alike by them


_TITLES = (
    "president vice minister premier secretary general senator chairman chairwoman professor captain colonel lord sir mrs king queen "
    "prince президент премьер министр председатель директор генеральный глава министерство сенатор депутат вице господин профессор "
    "президенті министрі премьері төрағасы директоры басшысы министрлігі мырза ханым сенаторы"
)
_COMMON = frozenset(_TITLES.split()) | frozenset(  # capitalised by custom, not as names
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


@by_word
def skeleton(word: str, language: str) -> str:
    """Spell a word by its consonants, so that transliterations meet."""
    folded = _POSSESSIVE.sub("", word.casefold())
    latin = _spoken(folded) if _LATIN.match(folded) else _spelled_in_latin(folded, language)
    bones = re.sub(r"(.)\1+", r"\1", _VOWELS.sub("", latin))
    first = latin[:1] if latin[:1] in "aeiouy" else ""
    return ({"e": "i", "o": "u", "y": "i"}.get(first, first) + bones)[:6]


def _spoken(word: str) -> str:
    """Spell a word in Latin letters as it sounds."""
    latin = _EN_ENDING.sub("", word).translate(_SOUNDS) if len(word) > 5 else word.translate(_SOUNDS)
    for pattern, sound in _SPELLINGS:
        latin = pattern.sub(sound, latin)
    return latin


def _spelled_in_latin(word: str, language: str) -> str:
    """Spell a Cyrillic word in Latin letters, without its ending."""
    if language in ("ru", "kk") and len(word) > 4:
        word = (_RU_ENDING if language == "ru" else _KK_ENDING).sub("", word)
    for spelling, sound in _RUSSIAN_SOUNDS:
        word = word.replace(spelling, sound)
    return word.translate(_SOUNDS)


def designator(token: str) -> str:
    """Spell a designator in one way: МС-23 and MS-23, «Союз-5» and Soyuz 5."""
    parts = re.findall(r"\d+|[^\W\d_]+", token.casefold())
    return "-".join(part if part.isdigit() else _letters(part) for part in parts)


def _letters(part: str) -> str:
    if len(part) <= 3:
        return _RUSSIAN_VOWELS.get(part, part.translate(_SOUNDS))
    latin = _spoken(part) if _LATIN.match(part) else part.translate(_SOUNDS)
    return (latin[:1] + _VOWELS.sub("", latin[1:]))[:5]


_RUSSIAN_VOWELS = {"yu": "iu", "ya": "ia"}  # area Yu-24 is Ю-24


def names_in(sentence: str, language: str) -> list[Name]:
    """Read designators, states and capitalised names; a word that begins a sentence counts inside a longer name, or alone in quotes."""
    found = _designators(sentence) if _DIGIT.search(sentence) else []
    words = _words(sentence, language)
    spelled = [match.group() for match in words]
    capitals = [position for position, word in enumerate(spelled) if word[0].isupper()]
    if language == "en" and _is_title_case(spelled, len(capitals)):
        return found
    for position in capitals if language == "en" else range(len(spelled)):
        word = spelled[position]
        nation = nation_of(_POSSESSIVE.sub("", word.casefold()).rstrip("."), language)
        if nation:
            found.append(Name(f"p:{nation}", word, False, words[position].start(), state=True))
        elif word[0].isupper() and (name := _name_at(sentence, words, position, language)):
            found.append(name)
    return found


def _words(sentence: str, language: str) -> list[re.Match[str]]:
    """Part a sentence into words; of an English one without a capital behind its first letter the first is all that can be a name."""
    first = _WORD.match(sentence) if language == "en" and sentence[1:].islower() else None
    return [first] if first else list(_WORD.finditer(sentence))


def _name_at(sentence: str, words: list[re.Match[str]], position: int, language: str) -> Name | None:
    match = words[position]
    word = match.group()
    if len(word) < 3 or (len(word) > 5 and word.isupper()) or word.casefold() in _COMMON or _DIRECTION.match(word.casefold()):
        return None
    full = _stands_beside(words, position, sentence)
    before = sentence[max(match.start() - 4, 0) : match.start()].rstrip()[-1:]
    if position == 0 or before in _STARTERS:
        quoted = before in _QUOTES and sentence[match.end() : match.end() + 1] in _CLOSING
        if not quoted and (word.casefold() in STOP_WORDS or not _goes_on(words, position, sentence)):
            return None
        full = False  # the first word may be anything
    bones = skeleton(word, language)
    return Name(f"p:{bones}", word, False, match.start(), full) if len(bones) >= 3 else None


# In the Far East, Қиыр Шығыстағы: a direction is nobody's name; «Восток» is a rocket, and the West acts like a state.
_DIRECTION = re.compile(r"дальн(?:ий|его|ем|ему)$|қиыр|шығыс|батыс|солтүстік|оңтүстік")


def _goes_on(words: list[re.Match[str]], position: int, sentence: str) -> bool:
    """Ask whether a capitalised word follows with nothing but a blank between."""
    following = words[position + 1 : position + 2]
    return bool(following) and sentence[words[position].end() : following[0].start()] in _JOINS and following[0].group()[0].isupper()


def _designators(sentence: str) -> list[Name]:
    return [
        Name(f"d:{designator(_CASE.sub('', m.group()))}", m.group(), True, m.start())
        for m in _DESIGNATOR.finditer(sentence)
        if not _PLAIN_NUMBERED.match(m.group()) and len(m.group()) <= 24
    ]


_CASE = re.compile(r"(?<=\d)-(?:[нтдпбмкгғ][а-яәғқңөұүһі]{1,3}|[ntdpbmkgğ][a-zñńǵýúıóşğ]{1,3})$")  # of Kazakh: KazSat-3-tiń


def _stands_beside(words: list[re.Match[str]], position: int, sentence: str) -> bool:
    """Say whether another capitalised word stands before or behind, with nothing but a blank between."""
    for first, second, other in ((position - 1, position, position - 1), (position, position + 1, position + 1)):
        if first < 0 or second == len(words) or sentence[words[first].end() : words[second].start()] not in _JOINS:
            continue
        word = words[other].group()
        if word[0].isupper() and word.casefold() not in _COMMON:
            return True
    return False


def _is_title_case(spelled: list[str], capitals: int) -> bool:
    if capitals < _TITLED:
        return False
    words = [w for w in spelled if len(w) > 3]
    return len(words) > _TITLED and sum(w[0].isupper() for w in words) > 0.7 * len(words)


_TITLED = 3
