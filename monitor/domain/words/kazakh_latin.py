"""Kazakh words in the Latin alphabets in which they are printed, as they look once their marks are folded away."""

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
