"""The forms in which a word may stand in running text: Russian and Kazakh endings, English plurals and possessives.

No dictionary: a word is a stem and a test for what may follow it. The test is generous where a wrong form does no harm (a form that
nobody writes is never met) and strict where a longer, other word begins with the same letters.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

Accepts = Callable[[str], object]

_ADJECTIVES = frozenset({"ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ых", "их"})
_BY_LAST_LETTER = {"а": "a", "я": "ya", "о": "o", "е": "ye", "ь": "soft", "й": "j"}
_CYRILLIC = re.compile(r"[а-яәғқңөұүһі]")
_LATIN = re.compile(r"[a-z]")
_KAZAKH_LETTERS = re.compile(r"[әғқңөұүһі]")
SHORTEST_INFLECTED = 4  # letters; shorter words are abbreviations or would begin too many others

_PLACE_ADJECTIVE = r"(?:ск(?:ий|ого|ому|им|ом|ая|ой|ую|ое|ие|их|ими))"
_RUSSIAN = {
    "consonant": rf"(?:|а|у|ом|е|ы|и|ов|ам|ами|ах|ым|ых|{_PLACE_ADJECTIVE})",
    "surname": r"(?:|а|у|ым|е|ой|ы|ых|ыми|ской|ский|ского)",
    "a": rf"(?:а|ы|и|е|у|ой|ою|ам|ами|ах|{_PLACE_ADJECTIVE}|инск(?:ий|ого|ому|им|ом|ая|ой|ую|ое|ие|их|ими)|)",
    "ya": r"(?:я|и|ю|е|ей|ью|й|ям|ями|ях)",
    "o": r"(?:о|а|у|ом|е|ам|ами|ах|)",
    "ye": r"(?:е|я|ю|ем|и|й|ям|ями|ях)",
    "soft": r"(?:ь|я|ю|ем|е|и|ью|ей|ям|ями|ях)",
    "j": r"(?:й|я|ю|ем|е|и|ев|ям|ями|ях)",
    "adjective": r"(?:ый|ий|ой|ого|его|ому|ему|ым|им|ом|ем|ая|яя|ую|юю|ою|ею|ей|ое|ее|ые|ие|ых|их|ыми|ими|ия|ию|ием|ии)",
}

# Suffixes attach in this order: plural, possessive, case; then -ғы or -лық, which make a new word with cases of its own.
# Written once in Cyrillic; the Latin alphabets follow.
_PLURAL = "лар|лер|дар|дер|тар|тер"
_POSSESSIVE = "ымыз|іміз|мыз|міз|ыңыз|іңіз|сы|сі|ым|ім|ың|ің|ы|і"
_CASE = "ның|нің|дың|дің|тың|тің|нда|нде|нан|нен|дан|ден|тан|тен|мен|бен|пен|ға|ге|қа|ке|на|не|ны|ні|ды|ді|ты|ті|да|де|та|те|н|а|е"
_DERIVED = "ғы|гі|қы|кі|лық|лік|дық|дік|тық|тік"
_KAZAKH_CHAIN = f"(?:{_PLURAL})?(?:{_POSSESSIVE})?(?:{_CASE})?(?:(?:{_DERIVED})(?:{_PLURAL})?(?:{_POSSESSIVE})?(?:{_CASE})?)?"
_TO_LATIN = str.maketrans(
    {
        **dict(zip("абгдезклмнопрстуфһ", "abgdezklmnoprstufh", strict=True)),
        **{"ә": "a", "ғ": "gh?", "қ": "q", "ң": "ng?", "ө": "o", "ұ": "u", "ү": "u", "ы": "[yi]", "і": "i", "й": "i", "ж": "j", "ш": "sh?"},
    }
)


_KAZAKH = re.compile(_KAZAKH_CHAIN)
_KAZAKH_LATIN = re.compile(_KAZAKH_CHAIN.translate(_TO_LATIN))
_BACK, _FRONT = "аыұоя", "еіүөә"
_WITHOUT_HARMONY = re.compile("[мбп]ен$")
_ENGLISH = re.compile(r"(?:|s|es)")
_FINAL_VOICING = {"к": "г", "қ": "ғ", "п": "б", "q": "g", "k": "g", "p": "b"}


@dataclass(frozen=True, slots=True)
class Form:
    """A stem, and whether the rest of a word may follow it."""

    stem: str
    accepts: Accepts

    @property
    def is_whole(self) -> bool:
        """Say whether the stem is all of the word: nothing may follow."""
        return self.accepts is _nothing


def _nothing(rest: str) -> bool:
    return not rest


def anything(_rest: str) -> bool:
    """Accept whatever follows the stem."""
    return True


def is_kazakh_suffix(rest: str, stem: str = "") -> bool:
    """Say whether Kazakh suffixes, in order and in harmony with the stem and each other, make up the rest of a word."""
    if not rest:
        return True
    if not _KAZAKH.fullmatch(rest):
        return False
    # и and у go with either; the last of the others decides for the stem.
    sounding = next((char for char in reversed(stem) if char in _BACK or char in _FRONT), "") + _WITHOUT_HARMONY.sub("", rest)
    return not (set(sounding) & set(_BACK) and set(sounding) & set(_FRONT))


def _russian(stem: str, kind: str) -> Form:
    return Form(stem, re.compile(_RUSSIAN[kind]).fullmatch)


def _russian_form(word: str) -> Form:
    """Take a Russian word apart by its ending, as the classes of the gazetteer do."""
    ending, stem = word[-2:], word[:-2]
    if ending in _ADJECTIVES:
        return _russian(stem, "adjective")
    if kind := _BY_LAST_LETTER.get(word[-1]):
        return _russian(word[:-1], kind)
    if ending in {"ов", "ев", "ин", "ын"}:
        return _russian(word, "surname")
    return _russian(word, "consonant") if word[-1] not in "иуыэю" else Form(word, _nothing)


def _kazakh_forms(word: str) -> list[Form]:
    forms = [Form(word, lambda rest: is_kazakh_suffix(rest, word))]
    if voiced := _FINAL_VOICING.get(word[-1]):  # Бәйтерек, but Бәйтерегі
        forms.append(Form(word[:-1] + voiced, lambda rest: rest[:1] in {"ы", "і"} and is_kazakh_suffix(rest, word)))
    return forms


def _latin_forms(word: str) -> list[Form]:
    return [Form(word, lambda rest: _ENGLISH.fullmatch(rest) or _KAZAKH_LATIN.fullmatch(rest))]


def forms_of(word: str) -> list[Form]:
    """List the forms of one folded word; a trailing * accepts any ending, a trailing $ none. No text fits two forms."""
    if word.endswith("*"):
        return [Form(word[:-1], anything)]
    if word.endswith("$"):
        return [Form(word[:-1], _nothing)]
    if len(word) < SHORTEST_INFLECTED or not word.isalpha():
        return [Form(word, _nothing)]
    if _CYRILLIC.match(word):
        return _kazakh_forms(word) if _KAZAKH_LETTERS.search(word) else _both(_russian_form(word), _kazakh_forms(word))
    return _latin_forms(word) if _LATIN.match(word) else [Form(word, _nothing)]


def _both(russian: Form, kazakh: list[Form]) -> list[Form]:
    """Join the endings of the two languages: a Russian name stands in Kazakh texts, and the other way round."""
    if russian.stem == kazakh[0].stem:
        return [Form(russian.stem, lambda rest: russian.accepts(rest) or kazakh[0].accepts(rest)), *kazakh[1:]]
    cut = len(kazakh[0].stem) - len(russian.stem)
    ending = kazakh[0].stem[-cut:]
    return [russian, Form(kazakh[0].stem, lambda rest: kazakh[0].accepts(rest) and not russian.accepts(ending + rest)), *kazakh[1:]]
