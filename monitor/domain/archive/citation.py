"""How an article is cited: in one line, in BibTeX, in RIS."""

import re

from monitor.domain.archive.record import Record
from monitor.domain.words.spelling import spell
from monitor.domain.words.terms import plain_fold
from monitor.domain.words.text import clean_line

_SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "%": r"\%", "&": r"\&", "$": r"\$", "#": r"\#", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
_NOT_PLAIN = re.compile(r"[^a-z0-9]+")
_UNSAFE = re.compile(r"[\s{}\\<>\"]")


def one_line(record: Record) -> str:
    """Cite in one line, with the time at which the archive first saw it."""
    told = f"{record.published:%-d %B %Y}"
    by = f"{_ended(clean_line(record.author))} " if record.author else ""
    seen = f"{record.first_seen:%Y-%m-%d %H:%M}"
    return f"{by}{_ended(clean_line(record.title))} {clean_line(record.publisher)}, {told}. {safe_address(record)} (seen {seen} UTC)"


def _ended(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…")) else text + "."


def bibtex(record: Record) -> str:
    """Cite as an entry of BibTeX, for biblatex and for plain BibTeX."""
    fields = {
        "author": f"{{{_escaped(record.author)}}}" if record.author else f"{{{_escaped(record.publisher)}}}",
        "title": f"{{{_escaped(record.title)}}}",
        "organization": _escaped(record.publisher),
        "year": f"{record.published:%Y}",
        "month": f"{record.published:%-m}",
        "date": f"{record.published:%Y-%m-%d}",
        "url": safe_address(record),
        "urldate": f"{record.first_seen:%Y-%m-%d}",
        **({"langid": record.language} if record.language and record.language.isalnum() else {}),
        **({"note": f"text hash {record.text_hash}"} if record.text_hash else {}),
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@online{{{citation_key(record)},\n{lines}}}\n"


def citation_key(record: Record) -> str:
    """Name an entry by publisher, year and number: tass2026-12."""
    publisher = _NOT_PLAIN.sub("", spell(plain_fold(record.publisher)))[:20] or "source"
    number = str(record.id) if record.id is not None else _NOT_PLAIN.sub("-", record.key.lower())
    return f"{publisher}{record.published:%Y}-{number}"


def _escaped(text: str) -> str:
    return "".join(_SPECIAL.get(char, char) for char in clean_line(text))


def safe_address(record: Record) -> str:
    """Write an address so that it ends no field and no line."""
    return _UNSAFE.sub(lambda found: "".join(f"%{byte:02X}" for byte in found.group().encode()), record.url)


def ris(record: Record) -> str:
    """Cite as a record of RIS, as reference managers read it."""
    lines = [
        ("TY", "NEWS"),
        ("ID", citation_key(record)),
        ("TI", clean_line(record.title)),
        *([("AU", clean_line(record.author))] if record.author else []),
        ("PB", clean_line(record.publisher)),
        ("T2", clean_line(record.publisher)),
        ("PY", f"{record.published:%Y}"),
        ("DA", f"{record.published:%Y/%m/%d}"),
        ("UR", safe_address(record)),
        ("Y2", f"{record.first_seen:%Y/%m/%d}"),
        *([("LA", record.language)] if record.language else []),
        *([("AB", clean_line(record.summary, 1000))] if record.summary else []),
        ("ER", ""),
    ]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in lines)
