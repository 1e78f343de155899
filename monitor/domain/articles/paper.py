"""A document as a person has it (pasted, saved as Markdown, printed) taken apart into lines, each with what its marks said."""

import re
from dataclasses import dataclass, replace
from itertools import takewhile

from monitor.domain.words.text import clean

LONGEST_DOCUMENT = 500_000  # characters; more is no article

_HIDDEN = 0xE000  # where escaped marks wait while the marks are read
_PRIVATE = re.compile("[\ue000-\ue07f]")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!$>~|<&'\"])")
_ENTITIES = {"&nbsp;": " ", "&amp;": "&", "&quot;": '"', "&#39;": "'", "&lt;": "<", "&gt;": ">"}
_ENTITY = re.compile("|".join(map(re.escape, _ENTITIES)))
_IMAGE = re.compile(r"!\[([^\[\]]{0,300})\]\([^()\s]{0,2000}(?:\s[^()]{0,300})?\)")
_LINK = re.compile(r"\[([^\[\]]{1,500})\]\(([^()\s]{0,2000})(?:\s[^()]{0,300})?\)")
_ANGLE = re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,2000})>")
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.{1,2000}?)(?<=\S)\1")
_SOFT = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])([^*_\n]{1,1000})(?<=\S)\1(?![\w*])")
_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*")
_BULLET = re.compile(r"(?:[•●▪‣◦·*+]|[-–—](?=\s)|\d{1,2}[.)](?=\s))\s+(.*)")
_RULE = re.compile(r"[-=_*~—–\s]{3,}")
_FRONT_KEY = re.compile(r"([A-Za-z_-]{2,30}):\s*(.*)")
_NAMED = {  # what a person writes above a text by hand
    name: key
    for key, names in {
        "title": "title headline заголовок тақырыбы атауы",
        "publisher": "publisher outlet publication издание сми басылым",
        "date": "date published дата күні",
        "url": "url link ссылка сілтеме",
        "author": "author автор",
    }.items()
    for name in names.split()
}
_NAMED_LINE = re.compile(r"(\w{2,12})\s?:\s*(\S.*)")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_ENDS_LINE = re.compile(r".*[.!?…:;]+[»”\"'’)\]]*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph or free-standing line, without its marks."""

    text: str
    block: int  # lines with no empty line between them share it
    level: int = 0  # of a heading; 0: none
    bullet: bool = False
    image: bool = False  # nothing but a picture
    link: str | None = None  # where the whole line is one link

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(_WORD.findall(self.text))

    @property
    def ends(self) -> bool:
        """Whether it ends as a sentence does."""
        return bool(_ENDS_LINE.fullmatch(self.text)) and not self.text.endswith((":", ";"))

    @property
    def prose(self) -> bool:
        """Whether it can only be running text."""
        return not self.level and not self.image and ((self.ends and self.words >= 8) or self.words >= 45)


def front_matter(text: str) -> tuple[dict[str, str], str]:
    """Part the `key: value` head that web clippers write from the text below it; only what stands on one line is read."""
    text = clean(_PRIVATE.sub(" ", text[: 2 * LONGEST_DOCUMENT]), LONGEST_DOCUMENT)
    lines = text.split("\n")
    if lines[0].strip() != "---" or "---" not in (line.strip() for line in lines[1:60]):
        return _named_head(lines)
    end = next(number for number, line in enumerate(lines[1:60], 1) if line.strip() == "---")
    found = [key for line in lines[1:end] if (key := _FRONT_KEY.fullmatch(line.strip()))]
    if not found:
        return {}, text
    return {key[1].lower(): key[2].strip().strip("\"'").strip() for key in found if key[2]}, "\n".join(lines[end + 1 :])


def _named_head(lines: list[str]) -> tuple[dict[str, str], str]:
    """Part the lines "Title: …", "Date: …" that a person wrote above a text; a title among them, or they are the text's."""
    head = list(takewhile(lambda line: not line.strip() or _named(line), lines))
    told = {key: value for line in head if (pair := _named(line)) for key, value in [pair]}
    if "title" not in told or len(told) < 2:
        return {}, "\n".join(lines)
    return told, "\n".join(lines[len(head) :])


def _named(line: str) -> tuple[str, str] | None:
    found = _NAMED_LINE.fullmatch(line.strip())
    key = _NAMED.get(found[1].lower()) if found else None
    return (key, found[2]) if found and key else None


def lines_of(text: str) -> list[Line]:
    """Take a document apart; what a line break or an empty line tore apart within a sentence is joined again."""
    blocks = re.split(r"\n\s*\n", text)
    lines = [line for number, block in enumerate(blocks) for line in _block(block, number)]
    joined: list[Line] = []
    for line in lines:
        if joined and _torn(joined[-1], line):
            joined[-1] = replace(joined[-1], text=f"{joined[-1].text} {line.text}")
        else:
            joined.append(line)
    return joined


def _block(block: str, number: int) -> list[Line]:
    raw = [line.strip() for line in block.split("\n") if line.strip()]
    if len(raw) == 2 and re.fullmatch(r"=+|-{3,}", raw[1]):  # a heading underlined
        return [replace(_line(raw[0], number), level=1 if raw[1].startswith("=") else 2)]
    lines = [_line(line, number) for line in raw if not _RULE.fullmatch(line)]
    lines = [line for line in lines if line.text or line.image]
    return _unwrapped(lines) if _wrapped(lines) else lines


def _line(raw: str, block: int) -> Line:
    raw = re.sub(r"^(?:>\s*)+", "", raw)  # a quotation, or a forwarded mail
    image = bool(_IMAGE.fullmatch(raw))
    raw = _IMAGE.sub(r"\1", raw)
    heading, bullet = _HEADING.fullmatch(raw), _BULLET.fullmatch(raw)
    body = heading[2] if heading else bullet[1] if bullet else raw
    link = _LINK.fullmatch(body.strip("*_ "))
    return Line(_unmarked(body), block, len(heading[1]) if heading else 0, bool(bullet), image, link[2] if link else None)


def _unmarked(text: str) -> str:
    text = _ESCAPED.sub(lambda found: chr(_HIDDEN + ord(found[1])), text)
    text = _ANGLE.sub(r"\1", _LINK.sub(r"\1", text))
    text = _SOFT.sub(r"\2", _STRONG.sub(r"\2", text))
    text = _ENTITY.sub(lambda found: _ENTITIES[found[0]], text)
    text = _PRIVATE.sub(lambda found: chr(ord(found[0]) - _HIDDEN), text)
    return " ".join(text.split())


def _wrapped(lines: list[Line]) -> bool:
    """Say whether the lines of a block are one paragraph broken at a margin: all but the last about equally long."""
    if len(lines) < 2 or any(line.level or line.image or line.bullet for line in lines[1:]):
        return False
    lengths = [len(line.text) for line in lines[:-1]]
    return max(lengths) <= 130 and min(lengths) >= 40 and min(lengths) >= 0.65 * max(lengths) and len(lines[-1].text) <= max(lengths) + 12


def _unwrapped(lines: list[Line]) -> list[Line]:
    # Two whole sentences below each other were never broken at a margin.
    if all(line.ends for line in lines):
        return lines
    return [replace(lines[0], text=" ".join(line.text for line in lines))]


def _torn(above: Line, below: Line) -> bool:
    """Say whether a line break fell into a sentence: it has no end above and goes on in lower case below."""
    if above.level or below.level or below.bullet or above.image or below.image:
        return False
    starts = below.text[:1]
    open_above = not _ENDS_LINE.fullmatch(above.text)
    return open_above and starts.islower() and above.words >= 5 and "://" not in below.text


def content_words(text: str) -> set[str]:
    """The words that carry the meaning, cut to their beginnings so that endings do not matter."""
    return {word.lower()[:6] for word in _WORD.findall(text) if len(word) > 3}
