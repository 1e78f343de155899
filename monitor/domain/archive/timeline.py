"""How a storyline is told: developments by year, long silences between them, and where sources disagree."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

QUIET_FROM = timedelta(days=60)  # so long a silence is worth a line of its own
_DISAGREE = ("conflict", "denial", "correction")

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Gap:
    """A long silence."""

    since: datetime
    until: datetime

    @property
    def days(self) -> int:
        """How long it was."""
        return (self.until - self.since).days


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two sources that disagree: who says which."""

    kind: str
    key: str  # of the development that told it
    says: str
    source: str
    article: int | None
    at: datetime
    before: str
    before_source: str
    before_article: int | None
    before_at: str | None


def with_gaps(newest_first: Sequence[Row], now: datetime) -> list[Row | Gap]:
    """Put a line where nothing was told for long, today included."""
    told: list[Row | Gap] = []
    later = now
    for row in newest_first:
        if later - row["known_at"] >= QUIET_FROM:
            told.append(Gap(row["known_at"], later))
        told.append(row)
        later = row["known_at"]
    return told


def conflicts(developments: Iterable[Row]) -> list[Conflict]:
    """Gather where a development contradicts, denies or corrects what was told before."""
    return [
        Conflict(
            novelty["kind"],
            row["key"],
            novelty.get("value") or novelty["text"],
            row["publisher"] or "the dossier",
            row["article_id"],
            row["known_at"],
            novelty["old"],
            novelty["old_source"] or "the archive",
            novelty["old_article"],
            novelty["old_at"],
        )
        for row in developments
        for novelty in row["novelties"]
        if novelty["kind"] in _DISAGREE and novelty["old"]
    ]
