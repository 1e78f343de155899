"""The readable text and metadata of a page, and whether it is good enough to judge."""

from dataclasses import dataclass
from datetime import datetime

from monitor.domain.feed import Trust


@dataclass(frozen=True, slots=True)
class Page:
    """What was read out of the bytes of a page: cleaned plain text, paragraphs parted by an empty line."""

    title: str
    text: str
    author: str | None = None
    published: datetime | None = None  # as the page states it; midnight UTC where it gives only a day
    language: str | None = None
    url: str | None = None  # rel=canonical or og:url, where the page gives one
    site: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it lies in the archive."""

    id: int
    url: str  # canonical
    title: str
    text: str
    publisher: str
    first_seen: datetime
    trust: Trust = "unlisted"
    author: str | None = None
    language: str | None = None
    stated: datetime | None = None  # what the page says
    listed: datetime | None = None  # what the feed says
    stub: bool = False  # the feed's own words
    baseline: bool = False  # never alerted singly
    seed: str | None = None

    @property
    def published(self) -> datetime:
        """The best date there is for a reader; never later than when we first saw it."""
        return min(self.stated or self.listed or self.first_seen, self.first_seen)
