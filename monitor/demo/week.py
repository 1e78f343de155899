"""The recorded week: who publishes in it, and what is published when."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from importlib.resources import files
from typing import Any
from zlib import crc32

import yaml

START = datetime(2026, 11, 9, tzinfo=UTC)  # a Monday; all before it is the baseline
END = START + timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Outlet:
    """A publisher of the demo, with the manners of its feed and its pages."""

    id: str
    name: str
    publisher: str  # several desks may publish for one
    language: str
    trust: str
    flavour: str  # rss, rss-full, atom, rdf, jsonfeed, json, sitemap
    layout: str  # which page surrounds its articles; "none" where it has no pages of its own
    dates: str  # where its pages state the date: json-ld, meta, time, text, none
    guids: str = "permalink"  # permalink, number, hash, restless (another one every day), none
    encoding: str = "utf-8"
    country: str | None = None

    @property
    def zone(self) -> timedelta:
        """How far its clock is ahead of UTC."""
        return timedelta(hours={"KZ": 5, "RU": 3}.get(self.country or "", 0))


@dataclass(frozen=True, slots=True)
class Piece:
    """One published text, or for an aggregator a headline that points to one."""

    id: str
    outlet: str
    at: datetime
    kind: str  # news, copy, rewrite, translation, namesake …: what a reader would call it; no machine sees it
    title: str
    paragraphs: tuple[str, ...]
    of: str | None = None  # what it copies, retells or continues
    about: str | None = None  # the storyline that a reader would put it in
    author: str | None = None
    caption: str | None = None
    points_to: str | None = None
    wrapper: str = "bing"  # how an aggregator hides the link

    @property
    def number(self) -> int:
        """What its publisher's own database would call it."""
        return 100_000 + crc32(self.id.encode()) % 900_000

    @property
    def lead(self) -> str:
        """Its first paragraph, cut between words as feeds cut it."""
        first = self.paragraphs[0] if self.paragraphs else ""
        return first if len(first) <= 220 else first[:220].rsplit(" ", 1)[0] + "…"


@cache
def outlets() -> Mapping[str, Outlet]:
    """Read who publishes."""
    rows = [{"publisher": row["name"]} | row for row in _read("outlets.yaml")]
    return {row["id"]: Outlet(**row) for row in rows}


@cache
def pieces() -> Mapping[str, Piece]:
    """Read all that is published, the oldest first."""
    rows = {row["id"]: row for row in _rows()}
    known = {key: _piece(row) for key, row in rows.items()}
    whole = [_with_copied_text(known[key], row.get("copy"), known) for key, row in rows.items()]
    return {piece.id: piece for piece in sorted(whole, key=lambda piece: piece.at)}


def published_by(outlet: str, now: datetime) -> list[Piece]:
    """List what an outlet has published by now, the newest first."""
    return [piece for piece in reversed(list(pieces().values())) if piece.outlet == outlet and piece.at <= now]


def _rows() -> Iterator[dict[str, Any]]:
    days = sorted(path.name for path in (files(__package__) / "week").iterdir() if path.name[0].isdigit())
    for name in days:
        day = _read(name)
        for row in day["articles"]:
            moment = row["at"] if "-" in row["at"] else f"{day['date']} {row['at']}"
            yield row | {"at": datetime.fromisoformat(moment).replace(tzinfo=UTC)}


def _piece(row: Mapping[str, Any]) -> Piece:
    return Piece(
        id=row["id"],
        outlet=row["outlet"],
        at=row["at"],
        kind=row["kind"],
        title=row["title"],
        paragraphs=tuple(part.strip().replace("\n", " ") for part in row.get("text", "").split("\n\n") if part.strip()),
        of=row.get("of"),
        about=row.get("about"),
        author=row.get("by"),
        caption=row.get("caption"),
        points_to=row.get("points_to"),
        wrapper=row.get("wrapper", "bing"),
    )


def _with_copied_text(piece: Piece, how: Mapping[str, Any] | None, known: Mapping[str, Piece]) -> Piece:
    """Fill a copy with the text it copies, with what the copier left out or changed."""
    if how is None:
        return piece
    source = known[how.get("of") or piece.of or ""]
    kept = [text for place, text in enumerate(source.paragraphs, start=1) if place not in how.get("drop", ())]
    for old, new in how.get("swap", {}).items():
        if not any(old in text for text in kept):
            raise ValueError(f"{piece.id}: its source does not say {old!r}")
        kept = [text.replace(old, new) for text in kept]
    return replace(piece, paragraphs=(*kept, how["credit"]) if "credit" in how else tuple(kept))


def _read(name: str) -> Any:
    return yaml.safe_load((files(__package__) / "week" / name).read_text(encoding="utf-8"))
