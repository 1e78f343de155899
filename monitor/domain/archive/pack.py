"""The evidence of a development as files: texts as they were extracted, hashes, times, sources. Names come from numbers alone."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from monitor.domain.archive.citation import one_line
from monitor.domain.archive.record import Record

READ_ME = """This is the evidence of one development, as the archive held it when this file was made.

development.json   what is new, against what was known, and what the decision rests on
articles/N.txt     the text of article N as it was extracted from its page
articles/N-vM.txt  what it said before, the first version first
sources.txt        each article as a citation, in order of arrival
manifest.json      for each article: address, publisher, times, the archive's own hash
SHA256SUMS         hashes of these files: sha256sum -c SHA256SUMS
"""


@dataclass(frozen=True, slots=True)
class Exhibit:
    """An article with its earlier versions."""

    record: Record
    versions: Sequence[tuple[datetime, str, str]] = ()  # when it was replaced, title, text


def files_of(development: Mapping[str, Any], exhibits: Sequence[Exhibit], now: datetime) -> dict[str, str]:
    """Write the files of a pack, by name."""
    files = {
        "README.txt": READ_ME,
        "development.json": as_json(dict(development)),
        "sources.txt": "".join(f"{one_line(one.record)}\n" for one in exhibits),
        "manifest.json": as_json({"made_at": now, "articles": [_listed(one) for one in exhibits]}),
    }
    for one in exhibits:
        files[f"articles/{one.record.id}.txt"] = f"{one.record.title}\n\n{one.record.text}\n"
        for number, (_, title, text) in enumerate(one.versions, 1):
            files[f"articles/{one.record.id}-v{number}.txt"] = f"{title}\n\n{text}\n"
    return files | {"SHA256SUMS": _sums(files.items())}


def as_json(value: Any) -> str:
    """Write JSON for people: moments as text, all scripts as they are."""
    return json.dumps(value, ensure_ascii=False, indent=2, default=str) + "\n"


def _listed(one: Exhibit) -> dict[str, Any]:
    told = one.record
    return {
        "article": told.id,
        "title": told.title,
        "url": told.url,
        "publisher": told.publisher,
        "language": told.language,
        "published": told.published,
        "first_seen": told.first_seen,
        "placement": told.placement,
        "text_hash": told.text_hash,
        "replaced": [at for at, _, _ in one.versions],
    }


def _sums(files: Iterable[tuple[str, str]]) -> str:
    return "".join(f"{sha256(text.encode()).hexdigest()}  {name}\n" for name, text in files)
