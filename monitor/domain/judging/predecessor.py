"""Who held an office before: named where an article says that it changes hands."""

import re
from collections.abc import Iterator

from monitor.domain.facts.facts import Reading
from monitor.domain.words.text import CAPITALS

_NAME = rf"[{CAPITALS}][\w’'-]+(?:\s[{CAPITALS}][\w’'.-]+){{0,2}}"
_RANK = rf"(?:(?:[A-Z][\w’'-]+\s)?[^\W\d_{CAPITALS}][\w-]*\s){{0,3}}?"  # replaces space chief Borisov, ousts Acme head Borisov
# Борисова, Борисову: nobody's name as the subject of a sentence but a woman's, and hers has another verb.
_OBLIQUE = rf"(?<=[аяую])(?!\w|\s[{CAPITALS}])"
_REPLACES = (
    r"replac(?:es|ed|ing)|to replace|succeed(?:s|ed|ing)|(?:takes?|took|taking) over from|in place of|instead of"
    r"|(?:dismiss|oust)(?:es|ed)|sack(?:s|ed)|fire[sd]|reliev(?:es|ed)"
)
_IS_REPLACED = r"(?:is|was|has been|had been)\s(?:replaced|succeeded|dismissed|sacked|fired|ousted|removed|relieved)\b"
_LEAVES = r"(?:who\s)?(?:step(?:s|ped)\sdown|resign(?:s|ed)|quits?)\b"
_REPLACES_RU = r"сменил|сменит|сменив|вместо|на смену|освободил от должности|отправил в отставку|уволил"
_LEAVES_RU = (
    r"(?:уш[её]л|ушла)\s(?:из|с поста|в отставку)|покинул[аи]?\b|освобожд[её]н\w*\sот|отправлен\w*\sв отставку|уволен\w*|снят\w*\sс"
)
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?i:{_REPLACES})\s{_RANK}({_NAME})(?![\w’'-]|\s(?:chief|head|boss|director)\b)",
        rf"({_NAME}),?\s(?i:{_IS_REPLACED}|{_LEAVES})",
        rf"\b(?i:{_REPLACES_RU})\s{_RANK}({_NAME}){_OBLIQUE}",
        rf"({_NAME}){_OBLIQUE}\s(?i:сменил|сменит)\b",
        rf"({_NAME})\s(?i:{_LEAVES_RU})",
        rf"({_NAME}?)(?:ның|нің|дың|дің|тың|тің)\sорнына\b",
        rf"({_NAME})\sқызметінен\s(?:кет|босат)",
    )
)
_TAKEN_AND_LEFT = frozenset({"appoint", "resign"})


def predecessor(reading: Reading) -> str | None:
    """Name, as the article spells it, who held an office before: where title or lead tell that it changes hands."""
    changes_hands = "office" in reading.marks or reading.head >= _TAKEN_AND_LEFT
    return next(_named(reading), None) if changes_hands else None


def _named(reading: Reading) -> Iterator[str]:
    for line in reading.lines:
        if line.where in ("title", "lead"):
            for pattern in _PATTERNS:
                yield from (found[1] for found in pattern.finditer(line.text))
