"""Take a feed of XML apart, without reading it: the raw form of each entry, and what stands around them."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from hashlib import blake2b

# What may hold the text "<item>" without meaning it is passed over whole.
_MARKUP = re.compile(
    r"<!--.*?-->|<!\[CDATA\[[^\]]*+(?:\](?!\]>)[^\]]*+)*+\]\]>|<\?.*?\?>|<(?P<end>/?)(?P<name>(?:[\w.-]+:)?(?:item|entry))(?=[\s/>])[^>]*>",
    re.DOTALL,
)
# Gives a meaning to what stands elsewhere; for feedparser, the base of one entry holds for those behind it too.
_SHIFTY = ("<!ENTITY", "<!ATTLIST", "xml:base")
_SHIFTY_DOCTYPE = re.compile(r"<!DOCTYPE[^>]*\[")
_OPENING_TAG = re.compile(r"<(?![!?/])[^>]*>")
_LISTED = re.compile(r"<(?:\w+:)?li\s[^>]*>")  # RDF lists all its entries in front: no context
_LANGUAGE = re.compile(r"<(?:\w+:)?language[^>]*>[^<]*")


@dataclass(frozen=True, slots=True)
class Apart:
    """A feed in pieces."""

    text: str
    spans: tuple[tuple[int, int], ...]  # where each entry stands
    raws: tuple[str, ...]  # a hash of each
    context: str  # stands for the tags around them and the language: what may change the meaning of an entry

    def without(self, known: Collection[str]) -> str:
        """The feed without the entries that are known, and each of the others once."""
        gone, pieces, at = set(known), [], 0
        for (start, end), raw in zip(self.spans, self.raws, strict=True):
            if raw in gone:
                pieces.append(self.text[at:start])
                at = end
            gone.add(raw)
        return "".join([*pieces, self.text[at:]])


def take_apart(text: str) -> Apart | None:
    """Part a feed into its entries and the rest; None where that cannot be done without reading it."""
    shifty = any(mark in text for mark in _SHIFTY) or _SHIFTY_DOCTYPE.search(text)
    spans = None if shifty else _spans(text)
    if not spans:
        return None
    bounds = [0, *(place for span in spans for place in span), len(text)]
    around = "".join(text[start:end] for start, end in zip(bounds[::2], bounds[1::2], strict=True))
    told = "\n".join([*_OPENING_TAG.findall(_LISTED.sub("", around)), *_LANGUAGE.findall(around)])
    return Apart(text, tuple(spans), tuple(_hash(text[start:end]) for start, end in spans), _hash(told))


def _spans(text: str) -> list[tuple[int, int]] | None:
    spans: list[tuple[int, int]] = []
    opened: re.Match[str] | None = None
    for found in _MARKUP.finditer(text):
        if found["name"] is None:
            continue
        if found["end"]:
            if opened is None or found["name"] != opened["name"]:
                return None
            spans.append((opened.start(), found.end()))
            opened = None
        elif opened or found.group().endswith("/>"):
            return None
        else:
            opened = found
    return None if opened else spans


def _hash(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
