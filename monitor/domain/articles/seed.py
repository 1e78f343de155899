"""A seed: an article that the user gave to show what the topic is about."""

import datetime as dt
import re
from dataclasses import dataclass

from monitor.domain.words.text import fold

GIVEN = "given as seed"  # why a seed matches


@dataclass(frozen=True, slots=True)
class Seed:
    """What a user says about an article that shows what the topic is about."""

    id: str
    title: str
    publisher: str
    url: str
    text: str  # the article's, or what its giver wrote down of it; paragraphs parted by an empty line
    date: dt.date | None = None
    date_certainty: str = "not told"
    language: str | None = None
    author: str | None = None
    other_urls: tuple[str, ...] = ()
    storylines: tuple[str, ...] = ()  # slugs, the main one first; none: the best match decides
    key_figures: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    errors: tuple[str, ...] = ()  # what is wrong in it, or easily misread

    @property
    def moment(self) -> dt.datetime | None:
        """The start of its day, in UTC."""
        return dt.datetime(self.date.year, self.date.month, self.date.day, tzinfo=dt.UTC) if self.date else None


def seed_id(title: str, day: dt.date | None) -> str:
    """Name a seed after its day and title: 2014-02-06-baiterek-delayed-again; at most 60 characters."""
    words = re.findall(r"[^\W_]+", fold(title))
    slug = day.isoformat() if day else "undated"
    for word in words:
        if len(slug) + 1 + len(word) > 60:
            break
        slug = f"{slug}-{word}"
    return slug
