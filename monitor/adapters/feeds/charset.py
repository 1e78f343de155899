"""Bytes to text: what HTTP says goes before the byte order mark, that before the XML declaration, that before guessing.

All of them lie at times. A body that is valid UTF-8 with letters beyond ASCII is UTF-8 whatever was declared, because no
other encoding looks like it by chance; a body that breaks its declared encoding is tried in those of our languages.
"""

import codecs
import re
from collections.abc import Mapping

_IN_HEADER = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_IN_XML = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})[\"']", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # begins as UTF-16 does, so it is looked at first
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_COMMON = frozenset("оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъёәіңғүұқөһ")  # Cyrillic text is small letters nearly throughout
_NOT_TEXT = frozenset("idna punycode undefined unicode_escape raw_unicode_escape utf_7 mbcs oem palmos".split())  # noqa: SIM905


def decode(body: bytes, headers: Mapping[str, str]) -> str:
    """Turn the bytes of a feed into text without its XML declaration; never fails."""
    text = _decoded(body, headers).replace("\x00", "").lstrip("\ufeff")
    return _DECLARATION.sub("", text, count=1)


def _decoded(body: bytes, headers: Mapping[str, str]) -> str:
    mark = next((name for mark, name in _MARKS if body.startswith(mark)), None)
    declared = mark or _declared(headers) or _in_xml(body) or "utf-8"
    if not body.isascii() and not declared.startswith("utf-") and (text := _strict(body, "utf-8")) is not None:
        return text
    text = _strict(body, declared)
    return text if text is not None else _guess(body)


def _declared(headers: Mapping[str, str]) -> str | None:
    found = _IN_HEADER.search(headers.get("content-type", ""))
    return _known(found.group(1)) if found else None


def _in_xml(body: bytes) -> str | None:
    start = body[:400]
    if start[:4].count(0) >= 2 or b"<\x00?\x00" in start or b"\x00<\x00?" in start:  # UTF-16 or UTF-32 without a mark
        return _wide(start)
    found = _IN_XML.search(start)
    name = _known(found.group(1).decode("ascii")) if found else None
    return None if name and name.startswith(("utf-16", "utf-32")) else name  # or the declaration could not have been read


def _wide(start: bytes) -> str:
    width = "32" if start[:4].count(0) == 3 else "16"
    return f"utf-{width}-{'be' if start[0] == 0 else 'le'}"


def _known(name: str) -> str | None:
    try:
        codec = codecs.lookup(name)
    except (LookupError, ValueError):
        return None
    usable = getattr(codec, "_is_text_encoding", True) and codec.name.replace("-", "_") not in _NOT_TEXT
    # Browsers read Latin-1 as its superset, and so does every publisher who declares it.
    return {"iso8859-1": "cp1252", "ascii": "utf-8"}.get(codec.name, codec.name) if usable else None


def _strict(body: bytes, name: str) -> str | None:
    try:
        return body.decode(name)
    except (UnicodeError, LookupError, ValueError):
        return None


def _guess(body: bytes) -> str:
    """Decode as UTF-8 where that fails hardly anywhere, else in the Cyrillic or Latin encoding that gives the most plausible text."""
    text = body.decode("utf-8", "replace")
    beyond = sum(byte > 127 for byte in body[:200_000])
    if text.count("\ufffd") * 10 <= beyond:
        return text
    sample = body[:20_000]
    best = max(("cp1251", "koi8-r", "cp866"), key=lambda name: _plausibility(sample, name))
    if _plausibility(sample, best) >= 0.6:
        return body.decode(best, "replace")
    return body.decode("cp1252", "replace")


def _plausibility(sample: bytes, name: str) -> float:
    """Say how many of the letters beyond ASCII are small Cyrillic ones."""
    beyond = [char for char in sample.decode(name, "replace") if ord(char) > 127]
    return sum(char in _COMMON for char in beyond) / len(beyond) if beyond else 0.0
