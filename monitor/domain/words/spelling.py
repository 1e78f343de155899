"""One spelling for each word of the archive's search, whatever its script, language and ending: Байқоңырдың, байконуром, Baikonur's.

An index holds one form of each word of a text, at the word's own place, so that the n-th form belongs to the n-th word.
What a person types has several, because three typed words of a query do not show their language.
"""

import re
from collections.abc import Iterator

from monitor.domain.words.cached import by_word
from monitor.domain.words.likeness import stem
from monitor.domain.words.terms import plain_fold

LONGEST = 40  # letters of a form; nobody types more
_TOKEN = re.compile(r"[^\W\d_]+|\d+|[$€₽₸£%]")
_SIGNS = {"$": "usd", "€": "eur", "₽": "rub", "₸": "kzt", "£": "gbp", "%": "percent"}
_CYRILLIC = re.compile("[\u0400-\u052f]")
_LATIN = re.compile("[a-z]")
_KAZAKH = re.compile("[әғқңөұүһі]")
_KAZAKH_LATIN = re.compile("[ñğşūıńǵýŋ]")

_LETTERS = str.maketrans(
    {
        **dict(zip("абвгдезийклмнопрстуфхыіәғқңөұүһэєґў", "abvgdeziiklmnoprstufhiiagknouuheegu", strict=True)),
        **{"ё": "e", "ж": "zh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sh", "ъ": "", "ь": "", "ю": "iu", "я": "ia", "ї": "i"},
        **{"ş": "sh", "ç": "ch", "č": "ch", "š": "sh", "ž": "zh", "ý": "u", "ß": "ss", "æ": "e", "œ": "e"},
    }
)
# What the Latin alphabets and the romanisations of Russian and Kazakh write differently.
_SOUNDS = tuple(
    (re.compile(written), sound)
    for written, sound in (
        (r"shch", "sh"),
        (r"tch", "ch"),
        (r"d(?:zh|j)", "zh"),
        (r"([kpg])h", r"\1\1h"),  # kh, ph and gh, told from what follows below
        (r"kkh", "h"),
        (r"pph", "f"),
        (r"ggh", "g"),
        (r"c(?!h)", "k"),
        (r"q", "k"),
        (r"x", "ks"),
        (r"j", "zh"),
        (r"w", "v"),
        (r"tz", "ts"),
        (r"(?<=[bdfgklmnprstvzh])yo", "e"),
        (r"y", "i"),
        (r"ie", "e"),
        (r"^kazah", "kazak"),  # Казахстан, Kazakhstan, Қазақстан
    )
)
_ANY_SOUND = re.compile("|".join(written.pattern for written, _ in _SOUNDS))  # of 39,000 words one in seven has any

_DOUBLED = re.compile(r"(.)\1+")

# Kazakh endings in that spelling, where back and front vowels have fallen together; the longer ones first.
_KAZAKH_ENDINGS = tuple(
    re.compile(f"(?:{endings})$")
    for endings in (
        "larinin|lerinin|larindagi|lerindegi|larinda|lerinde|indagi|indegi",
        "sinin|(?<!sta)ndagi|ndegi|dagi|degi|tagi|tegi|imizdin|inin|sinda|sinde|sinan|sinen|simen|larga|lerge",
        "lardin|lerdin|lardi|lerdi|lari|leri|dari|deri|tari|teri",
        "nin|din|tin|sin|inda|inde|inan|inen|imen|sina|sine|ina|ine|(?<!sta)nda|nde",
        "lar|ler|dar|der|tar|ter|dan|den|(?<!s)tan|ten|nan|nen|men|ben|pen|lik|dik|tik",  # Қазақстан has no ending
        "da|de|ta|te|ga|ge|ka|ke|na|ne|ni|di|ti|si|in",
        "i",
    )
)
_SURNAME = re.compile(r"(\w{2,}(?:[еёо]в|[иы]н))(?:а|у|ым|е|ой|ы|ых|ыми)?")
_VOICED = {"g": "k", "b": "p"}
# Back into Russian letters, roughly: enough to strip a Russian ending from a word in Latin ones.
_BACK = tuple((sound, letter) for sound, letter in (("zh", "ж"), ("sh", "ш"), ("ch", "ч"), ("ts", "ц"), ("ia", "я"), ("iu", "ю")))
_LETTERS_BACK = str.maketrans("abvgdeziklmnoprstufh", "абвгдезиклмнопрстуфх")
_LOOK_ALIKES = str.maketrans("abekmhopctyx", "авекмнорстух")


def words_of(text: str) -> list[str]:
    """Part a text into words, runs of digits and signs of money, as it writes them: МС-28 and Soyuz5 are two each."""
    return _TOKEN.findall(text)


def word_spans(text: str) -> Iterator[tuple[int, int]]:
    """Say where each of the words of `words_of` stands."""
    return (found.span() for found in _TOKEN.finditer(text))


def forms_of(text: str, language: str | None) -> list[str]:
    """Bring each word of a text to the form by which it is found."""
    return [form(word, language or "") for word in words_of(text)]


@by_word
def form(word: str, language: str) -> str:
    """Bring one word of a text in some language to the form by which it is found."""
    if word.isdecimal() or word in _SIGNS:
        return _SIGNS.get(word, word)[:LONGEST]
    low = plain_kazakh(word)
    if _CYRILLIC.search(low):
        spelled = _kazakh(low) if language == "kk" or _KAZAKH.search(low) else spell(_russian(word, low))
    elif _LATIN.search(low):
        spelled = _kazakh(low) if language == "kk" or _KAZAKH_LATIN.search(word.lower()) else spell(stem(low, "en"))
    else:
        spelled = low
    return (spelled if spelled.isalnum() else low if low.isalnum() else "0")[:LONGEST]


def _russian(word: str, low: str) -> str:
    """Stem a Russian word; of a surname only its case, for the stemmer takes Мусабаев for a plural."""
    surname = _SURNAME.fullmatch(low) if word[0].isupper() else None
    return surname.group(1) if surname else stem(low, "ru")


def plain_kazakh(word: str) -> str:
    """Fold a word; the Kazakh letters of the Latin alphabets that sound otherwise without their marks are spelled out first."""
    return plain_fold(word.lower().replace("ş", "sh").replace("ç", "ch").replace("ý", "u"))


@by_word
def spell(folded: str) -> str:
    """Spell a folded word in the one way of all scripts and romanisations: Мусабаев and Mussabayev alike."""
    return _DOUBLED.sub(r"\1", _sounds(folded))


def _sounds(folded: str) -> str:
    spelled = folded.translate(_LETTERS)
    if not _ANY_SOUND.search(spelled):
        return spelled
    for written, sound in _SOUNDS:
        spelled = written.sub(sound, spelled)
    return spelled


def _kazakh(folded: str) -> str:
    """Strip up to three Kazakh endings from a word, and the voice that they gave its last consonant."""
    spelled = _sounds(folded)
    for _ in range(3):
        shorter = _without_ending(spelled)
        if shorter == spelled:
            break
        spelled = shorter[:-1] + _VOICED.get(shorter[-1], shorter[-1])
    return _DOUBLED.sub(r"\1", spelled)


def _without_ending(spelled: str) -> str:
    for ending in _KAZAKH_ENDINGS:
        found = ending.search(spelled)
        if found and found.start() >= (4 if len(found.group()) == 1 else 3):
            return spelled[: found.start()]
    return spelled


@by_word
def typed_forms(word: str) -> tuple[str, ...]:
    """List the forms under which a typed word may stand in the index, the likeliest first."""
    if word.isdecimal() or word in _SIGNS:
        return (form(word, ""),)
    low = plain_kazakh(word)
    whole = spell(low)
    forms = [form(word, ""), whole, _kazakh(low)]
    if _CYRILLIC.search(low):
        once = stem(low, "ru")
        twice = stem(once, "ru")  # what the stemmer leaves of Казахстаном, it would still shorten
        forms += [spell(once), *([spell(twice)] if len(twice) > 3 else []), spell(stem(whole, "en"))]
    elif _LATIN.search(low):
        forms.append(spell(stem(_cyrillic(whole), "ru")))
    if len(low) <= 3:
        forms += _designators(low)
    return tuple(dict.fromkeys(one[:LONGEST] for one in forms if one.isalnum()))


def _cyrillic(spelled: str) -> str:
    for sound, letter in _BACK:
        spelled = spelled.replace(sound, letter)
    return spelled.translate(_LETTERS_BACK)


def _designators(low: str) -> list[str]:
    """Read a short name with look-alike letters in either alphabet: МС-28 is printed as MC-28 and MS-28."""
    cyrillic = low.translate(_LOOK_ALIKES)
    read = spell(cyrillic) if _CYRILLIC.sub("", cyrillic) == "" else spell(low)
    printed = {"ms": "mk"}.get(read)
    return [read, printed] if printed else [read]


def is_kazakh(word: str) -> bool:
    """Say whether a typed word can only be Kazakh, so that what begins like it is most likely a form of it."""
    low = word.lower()
    return bool(_KAZAKH.search(low) or _KAZAKH_LATIN.search(low))
