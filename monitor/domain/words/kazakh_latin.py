"""Kazakh in the Latin alphabets in which it is printed: words spelled in them, their marks folded away, and texts read from them."""

import re

_OWN_LETTERS = re.compile(r"[әғқңөұүһі]")
_SHORTEST = 5  # letters; shorter words look like English ones, unless they have a q
_COMMON = str.maketrans(
    {
        **dict(zip("абвгдезйклмнопрстфхыіәғқңөұүһжэ", "abvgdeziklmnoprstfhyiagqnouuhje", strict=True)),
        **{"и": "i", "ч": "ch", "ц": "ts", "ю": "iu", "я": "ia", "ё": "io", "щ": "sh", "ь": "", "ъ": ""},
    }
)


def latin_spellings(word: str) -> tuple[str, ...]:
    """List the spellings of a word or phrase with Kazakh letters; none for what a Russian or English text may hold as well."""
    low = word.lower()
    if not _OWN_LETTERS.search(low):
        return ()
    spelled = dict.fromkeys(_spell(low, sh, u) for sh in ("s", "sh") for u in ("u", "y"))
    capital = word[0].isupper()
    return tuple(one[0].upper() + one[1:] if capital else one for one in spelled if "q" in one or len(one.rstrip("*$")) >= _SHORTEST)


def _spell(word: str, sh: str, u: str) -> str:
    # The alphabets of 2018 and 2021 differ in ш (sh, ş) and у (ý, u); those of newsrooms mix them.
    return word.replace("ш", sh).replace("у", u).translate(_COMMON)


def in_cyrillic(text: str) -> str:
    """Read a case-folded Kazakh text in Latin letters, of the alphabet of 2018 or that of 2021, in the Cyrillic ones.

    A text that has Cyrillic letters stays as it is.
    """
    if _CYRILLIC.search(text):
        return text
    newer = _NEWER.search(text)
    for latin, letters in _TWO:
        text = text.replace(latin, letters)
    text = text.translate(_FROM_NEWER if newer else _FROM_OLDER)
    return _GLIDE.sub("й", text)


_CYRILLIC = re.compile("[а-яё]")
_NEWER = re.compile(r"[äğñşöūü]")
_GLIDE = re.compile(r"(?<=[аәеоөұүыіу])[иі]")
_TWO = (("sh", "ш"), ("ch", "ч"), ("ia", "я"), ("iu", "ю"))
_FROM_BOTH = dict(zip("abcdefghjkqlmnŋoprstvyzxw", "абцдефгхжкқлмнңопрствызху", strict=True))
_FROM_NEWER = str.maketrans({**_FROM_BOTH, **dict(zip("äğñşöūüıiuç", "әғңшөұүіиуч", strict=True))})
_FROM_OLDER = str.maketrans({**_FROM_BOTH, **dict(zip("áǵńóúýıiu", "әғңөүуиіұ", strict=True))})
