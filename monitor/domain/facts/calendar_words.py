"""The words that dates are made of, in three languages: each is one sign, so that a date is a short pattern of signs.

d day · y year · D decade · n other number · I 2026-05-04 · Q Q1 · M m R r B S months · g year · G years · a month · q quarter · h half ·
H half-year · Z the end of the year · E a season · C century · o first, II, twenty-first · t twenty · p beginning, middle, end (P behind
what it is of) · L last year's · l last of a month · T this · U (j) that same · N next · Y last or this year in one word · w weekday ·
i preposition · e of, the · c dash, and · s stop · k comma · X capitalised word · x anything else
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from monitor.domain.words.cached import by_word
from monitor.domain.words.concepts import plain

FIRST_YEAR, LAST_YEAR = 1500, 2100
_ENGLISH = (
    "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug", "september sept sep",
    "october oct", "november nov", "december dec",
)  # fmt: skip
_RUSSIAN = ("январ", "феврал", "март", "апрел", "ма", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр")
_RUSSIAN_ENDINGS = re.compile(r"(?:[ьяюеиау]|[её]м|ом|(?:ь|ов|и)ск\w+)?$")
_KAZAKH = (
    "кантар", "акпан", "наурыз", "сауир", "мамыр", "маусым", "шилде", "тамыз", "кыркуие", "казан", "караша", "желтоксан",
)  # fmt: skip
_KAZAKH_ENDINGS = re.compile(
    r"[кг]?(?P<own>ы|и|сы|си)?(?P<case>н?[дт][ае]н?|нан|нен|[дтн][ыи]н|[дт][ыи]|н[ыи]|н?[гк][ае]|н[ае]|н?[дт][ае]г[ыи]|н)?(?:м[ае]н|г[ыи])?$"
)
_SEASON, _CITY = 6, 10  # маусым is June and a season, Қазан October and a city
_SIGNED: Mapping[str, str] = {
    "g": "year год года году годом годе г жыл жылы жылдын жылгы жылда жылдан жылга жылынын жылында жылдагы ж",
    "G": "годы годов годах годам годами гг жылдар жылдары жылдардын жылдарда жылдарында жылдарынын жж",
    "a": "month месяц месяца месяце аи аиы аида аиында аиынын аидын аиына аиынан аига аидан аиындагы аилары",
    "q": "quarter квартал квартала квартале кварталу токсан токсанда токсаны токсанында токсаннын токсанынын токсанга токсанына",
    "h": "half половина половине половину половины жартысы жартысында жартысынын жартысына",
    "H": "полугодие полугодии полугодия полугодию жартыжылдык жартыжылдыгы жартыжылдыгында жартыжылдыкта",
    "C": "century centuries век века веке веков веках столетие столетия столетии гасыр гасыры гасырда гасырдын гасырында гасырдагы",
    "p": "early earlier late later mid beginning start middle end начале начала началу начало конце конца концу конец середине середины"
    " середину середина"
    " ранее позже позднее числах декаде",
    "P": "басы басында басынан басына басындагы сонында соны сонына сонынан сонындагы ортасы ортасында ортасына"
    " ортасынан аягы аягында аягына",
    "L": "last прошлого прошлом прошлый прошлую прошлой прошлое минувшего минувшем минувшей отчетного откен откендеги",
    "T": "this current этого этом текущего текущем нынешнего нынешнем осы агымдагы",
    "U": "that same того том тот сол",
    "j": "же",
    "N": "next следующего следующем следующий следующую следующей будущего будущем келеси келер алдагы",
    "l": "final closing последнии последняя последнюю последнеи последнее последнем последнего заключительном сонгы",
    "i": "in by for during from to until till since before after through between on than в"
    " во к ко на за до с со по от после перед раньше позже",
    "e": "of the",
    "c": "and or и или мен бен пен - – —",
    "s": ".",
    "k": ",",
    ":": ":",
    "(": "(",
    ")": ")",
}  # fmt: skip
_IN_ONE_WORD = {"биыл": 0, "биылгы": 0, "былтыр": -1, "былтыргы": -1}  # this year, last year
_ORDINALS = (("first", "перв", "бирин"), ("second", "втор", "екин"), ("third", "трет", "ушин"), ("fourth", "четверт", "тортин"))
_HIGHER_ORDINALS: Mapping[int, tuple[str, ...]] = {
    5: ("fifth", "пят", "бес"), 6: ("sixth", "шест", "алты"), 7: ("seventh", "седьм", "жети"), 8: ("eighth", "восьм", "сегиз"),
    9: ("ninth", "девят", "тогыз"), 10: ("tenth", "десят", "он"), 11: ("eleventh", "одиннадцат"), 12: ("twelfth", "двенадцат"),
    13: ("thirteenth", "тринадцат"), 14: ("fourteenth", "четырнадцат"), 15: ("fifteenth", "пятнадцат"), 16: ("sixteenth", "шестнадцат"),
    17: ("seventeenth", "семнадцат"), 18: ("eighteenth", "восемнадцат"), 19: ("nineteenth", "девятнадцат"),
    20: ("twentieth", "двадцат", "жиырма"), 30: ("thirtieth", "тридцат", "отыз"),
}  # fmt: skip
_HIGHER = {stem: number for number, stems in _HIGHER_ORDINALS.items() for stem in stems}
_IS_ORDINAL = re.compile(f"(?:{'|'.join(_HIGHER)})(?P<ending>ого|ому|ом|ое|ым|ыи|(?:сы|си|ы|и)?нш[ыи])?")
_TENS: Mapping[str, Mapping[str, int]] = {
    "en": {"twenty": 20, "thirty": 30},
    "ru": {"двадцать": 20, "тридцать": 30},
    "kk": {"он": 10, "жиырма": 20, "отыз": 30},
}
_THOUSANDS = re.compile("(?:две тысячи|еки мын) $")  # of a year in words
_WEEKDAYS = (
    ("monday", "понедельник", "дуисенби"), ("tuesday", "вторник", "сеисенби"), ("wednesday", "среду", "среда", "сарсенби"),
    ("thursday", "четверг", "беисенби"), ("friday", "пятниц", "жума"), ("saturday", "суббот", "сенби"),
    ("sunday", "воскресень", "жексенби"),
)  # fmt: skip
_SEASONS = {  # the month in which each ends
    2: "winter зима зимы зиму зиме зимои кыс кыстын", 5: "spring весна весны весну весне весном коктем коктемнин",
    8: "summer лето лета лету лете жаз жаздын", 11: "autumn осень осени куз куздин",
}  # fmt: skip
_WORDS = {plain(word): sign for sign, words in _SIGNED.items() for word in words.split()}
_SEASON_ENDS = {plain(word): month for month, words in _SEASONS.items() for word in words.split()}
_ENGLISH_MONTHS = {name: number for number, names in enumerate(_ENGLISH, 1) for name in names.split()}
_AS_WORDS = frozenset(["may", "march", "mar", "jan", "jun", "sep", "dec"])  # words and first names too
_ROMAN = {"i": 1, "v": 5, "x": 10}
_LOOK_ALIKE = str.maketrans("хі", "xi")
_TOKEN = re.compile(
    r"\d{4}-\d\d-\d\d(?!\d)|\d{1,2}\.\d\d\.\d{4}(?!\d)|\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d+(?:[.,:/]\d+)+"
    r"|\d+(?:s|st|nd|rd|th|q|-?(?:ого|го|ти|е|и|ыи|ые|ых|ом|м|х|ше|шы|ши|нши|ншы|ы|сы|си|ине|инен))?(?![^\W_])|\d+"
    r"|q[1-4](?![^\W_])|year(?:(?:['’]s)?[ -]end| is out| ends)(?![^\W_])|[^\W\d_]+|[-–—.,:()$€£₸₽¥№%#]"
)
DATED = (  # a date is written in figures, or with one of these words
    r"[0-9]|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|январ|феврал|март|апрел|ма[ияею]|июн|июл|август|сентябр|октябр|ноябр|декабр"
    rf"|{'|'.join(_KAZAKH)}|quarter|month|квартал|месяц|токсан|q[1-4]"
    r"|winter|spring|summer|autumn|\b(?:зим|весн|лет[оае]|осен|кыс|коктем|жаз|куз)"
    r"|\bаи(?:дын|ынын)? (?:бас|сон|орт)|half|полугод|жарты|centur|век|столети|гасыр|next|следуюш|будуш|келес|келер|алдагы|year|год|жыл)"
)


@by_word
def is_weekday(word: str) -> bool:
    """Ask whether a case-folded word names a day of the week."""
    return plain(word).startswith(_DAYS_OF_THE_WEEK)


_DAYS_OF_THE_WEEK = tuple(name for names in _WEEKDAYS for name in names)


class Sign(NamedTuple):
    """What one word of a sentence can be in a date."""

    sign: str
    value: int
    start: int
    end: int


def signs_of(sentence: str, folded: str, language: str) -> list[Sign]:
    """Turn the words and figures of a sentence into signs."""
    found: list[Sign] = []
    for token in _TOKEN.finditer(folded):
        start, end = token.span()
        word = token.group()
        if word[0].isdecimal():
            sign, value = _number(word) if not _is_part(folded, start) else ("n", 0)
        elif word == "march" and folded.endswith(_LONG, 0, start):
            sign, value = "X", 0
        else:
            sign, value = _sign(word, sentence[start].isupper(), language)
        one = Sign(sign, value, start, end)
        found.append(_of_a_year(found, _with_tens(found, one), folded) if sign == "o" else one)
    return found


def _with_tens(found: list[Sign], one: Sign) -> Sign:
    """Join an ordinal with the tens before it: twenty-first, двадцать первого, он сегізінші."""
    tens = len(found) - (2 if found and found[-1].sign == "c" else 1)
    if tens < 0 or found[tens].sign != "t" or one.value > 9 or one.start - found[-1].end > 1:
        return one
    joined = Sign("o", found[tens].value + one.value, found[tens].start, one.end)
    del found[tens:]
    return joined


def _of_a_year(found: list[Sign], one: Sign, folded: str) -> Sign:
    """Join an ordinal with the thousands before it: две тысячи двадцать шестого."""
    thousands = _THOUSANDS.search(folded, 0, one.start)
    if not thousands:
        return one
    while found and found[-1].start >= thousands.start():
        del found[-1]
    return Sign("y", 2000 + one.value, thousands.start(), one.end)


_LONG = "long "  # Long March 3B is a rocket, not a day


def _is_part(folded: str, start: int) -> bool:
    """Ask whether figures belong to a name or a sum: MS-22, Expo-2017, $2000."""
    before = folded[max(start - 2, 0) : start]
    named = before[-1:] == "-" and before[:1].isalpha() and not folded.endswith(_PART_OF, 0, start)
    return before[-1:] in tuple("$€£₸₽¥№#") or named or before[-1:].isalpha()


_PART_OF = ("early-", "mid-", "late-", "end-")  # of a year


@by_word
def _number(token: str) -> tuple[str, int]:
    figures = re.match(r"\d+", token)
    value = int(figures.group()) if figures and len(figures.group()) <= 4 else 0
    rest = token[figures.end() :] if figures else ""
    if len(rest) > 3 and rest.count("-") == 2 and FIRST_YEAR <= value <= LAST_YEAR:
        return "I", int(token.replace("-", ""))
    if rest.count(".") == 2 and len(rest) == 8 and FIRST_YEAR <= int(token[-4:]) <= LAST_YEAR:
        day, month, year = token.split(".")
        return "I", int(f"{year}{month}{int(day):02d}")
    if len(rest) > 1 and rest[1].isdecimal():
        return "n", 0
    if len(token) - len(rest) == 4 and FIRST_YEAR <= value <= LAST_YEAR:
        return ("D" if value % 10 == 0 and rest in _DECADES else "y"), value
    if rest == "q" and 1 <= value <= 4:
        return "Q", value
    return ("d" if 1 <= value <= 31 else "n"), value


_DECADES = ("s", "-е", "-х", "-ые", "-ых", "-ши", "-шы")


@by_word
def _sign(word: str, capital: bool, language: str) -> tuple[str, int]:
    if word in _WORDS:
        return _WORDS[word], 0
    if tens := _TENS.get(language, {}).get(word):
        return "t", tens
    if word.startswith("year") and word.endswith(("end", " out", " ends")):
        return "Z", 0
    if word in _IN_ONE_WORD:
        return "Y", _IN_ONE_WORD[word]
    if word in _SEASON_ENDS:
        return "E", _SEASON_ENDS[word]
    if len(word) == 2 and word[0] == "q" and word[1] in "1234":
        return "Q", int(word[1])
    month = _kazakh_month(word, capital) if language == "kk" else _english_month(word, capital) or _russian_month(word, capital)
    return month or _numbered(word) or ("X" if capital else "x", 0)


def _numbered(word: str) -> tuple[str, int] | None:
    for sign, table in (("o", _ORDINALS), ("w", _WEEKDAYS)):
        for number, beginnings in enumerate(table, 1):
            if word.startswith(beginnings):
                return sign, number
    higher = _IS_ORDINAL.fullmatch(word)
    if higher and (higher["ending"] or word.isascii()):
        return "o", _HIGHER[word.removesuffix(higher["ending"] or "")]
    roman = word.translate(_LOOK_ALIKE)
    return ("o", _roman(roman)) if _IS_ROMAN.fullmatch(roman) else None


_IS_ROMAN = re.compile("x{0,2}(?:ix|iv|v?i{0,3})")


def _roman(word: str) -> int:
    values = [_ROMAN[letter] for letter in word]
    return sum(-one if one < following else one for one, following in zip(values, [*values[1:], 0], strict=True))


def _english_month(word: str, capital: bool) -> tuple[str, int] | None:
    """Tell how much must stand beside a month: nothing (M), or a preposition or figure (m); may and march are words."""
    number = _ENGLISH_MONTHS.get(word)
    if number is None or (not capital and (word in _AS_WORDS or len(word) == 3)):
        return None
    return ("M" if capital and word not in _AS_WORDS and len(word) > 3 else "m"), number


def _russian_month(word: str, capital: bool) -> tuple[str, int] | None:
    """Name a month by its beginning; with a capital letter it may be a person's name, in the genitive it belongs to another word."""
    for number, beginning in enumerate(_RUSSIAN, 1):
        if word.startswith(beginning) and _RUSSIAN_ENDINGS.match(word, len(beginning)) and len(word) > 2:
            return ("r" if capital or word[-1] in "ая" else "R"), number
    return None


def _kazakh_month(word: str, capital: bool) -> tuple[str, int] | None:
    """Name a month by its beginning and case; without a case it may be another word, and so may a capitalised one: Kazan."""
    for number, beginning in enumerate(_KAZAKH, 1):
        ending = _KAZAKH_ENDINGS.match(word, len(beginning)) if word.startswith(beginning) else None
        if ending is None:
            continue
        case = ending["case"] or ""
        if case[-2:] in ("ын", "ин") and not (number == _SEASON and ending["own"]):
            return "B", number
        if number == _SEASON:
            return ("S" if case and not ending["own"] and case[-1] not in "ыи" else "r"), number
        return ("r" if not case + (ending["own"] or "") or (capital and number == _CITY) else "R"), number
    return None
