"""The readable text and metadata of a page, and whether it is good enough to judge."""

import re
from dataclasses import dataclass, replace
from datetime import datetime
from urllib.parse import urlsplit

from monitor.domain.articles.walls import SHORT, wall_in
from monitor.domain.feeds.feed import Entry, FeedSettings, Trust
from monitor.domain.feeds.url import canonical_url, plain_url
from monitor.domain.words.text import fold


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
    link: str | None = None  # what a reader opens: the address that was settled on, as it is written


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
    link: str | None = None  # as it was served, for a reader to open; None: the canonical address
    emptied: datetime | None = None  # when its text was let go of

    @property
    def address(self) -> str:
        """The address that a reader opens."""
        return self.link or self.url

    @property
    def published(self) -> datetime:
        """The best date there is for a reader; never later than when we first saw it."""
        return min(self.stated or self.listed or self.first_seen, self.first_seen)


def own_words(entry: Entry) -> str:
    """What a feed itself says of an entry: its full text, else its summary."""
    summary = summary_of(entry)
    return entry.content if len(entry.content) > len(summary) else summary


def summary_of(entry: Entry) -> str:
    """What a summary says beside the title: that of an aggregator is often the title once more, with the publisher behind it."""
    again = (entry.title.split(), f"{entry.title} {entry.publisher}".split())
    return "" if entry.summary.split() in again else entry.summary


def article_address(page: Page, address: str) -> Page:
    """Settle the address of a page: the one that it calls canonical where that is a page of the same site, else the one it came from."""
    named = urlsplit(page.url or "")
    same_site = _site(named.hostname) == _site(urlsplit(address).hostname)
    believed = page.url if page.url and same_site and named.path.strip("/") else address
    return replace(page, url=canonical_url(believed), link=believed)


def _site(host: str | None) -> str:
    return ".".join((host or "").split(".")[-2:])


def article_from(
    entry: Entry, feed: FeedSettings, page: Page | None, address: str, speaker: FeedSettings | None, seen: datetime, *, baseline: bool
) -> Article:
    """Make the article of an entry from its page, or from the feed's own words where there is no page.

    `speaker` is the feed that speaks for the host of the address, where the settings have one; an aggregator speaks only for itself.
    """
    relayed = feed.trust == "aggregator"
    credited = speaker.publisher if speaker else entry.publisher or (urlsplit(address).hostname or feed.publisher).removeprefix("www.")
    trust = (speaker.trust if speaker else "unlisted") if relayed else feed.trust
    return Article(
        id=0,
        url=address,
        title=entry.title or (page.title if page else ""),
        text=_text(entry, page),
        publisher=credited if relayed else feed.publisher,
        first_seen=seen,
        trust=trust,
        author=(page.author if page else None) or entry.author,
        language=entry.language or feed.language or (page.language if page else None),
        stated=page.published if page else None,
        listed=entry.published,
        stub=page is None and not (feed.text == "full" and len(entry.content) >= 600),
        baseline=baseline,
        link=plain_url(link) if (link := (page.link if page else None) or entry.link) else None,
    )


def _text(entry: Entry, page: Page | None) -> str:
    """The text to judge: the page's, led by the feed's summary where the page does not say it."""
    if page is None:
        return own_words(entry)
    summary = summary_of(entry)
    lead = " ".join(summary.split())
    said = " ".join(page.text.split())
    if len(lead) < 40 or lead[:60].casefold() in said.casefold():
        return page.text
    return f"{summary}\n\n{page.text}"


# --- Is the page's text good enough to judge? --------------------------------------------------------------------------

_SHORTEST = 80  # characters; a flash of an agency is one sentence
_WORD = re.compile(r"[^\W\d_]{4,}")


def gate(page: Page, feed_text: str, title: str) -> str | None:
    """Say why the text of a page cannot be judged as its article; None where it can.

    A wall is short and speaks of itself. A text of some length that holds such words is an article with a banner in it,
    or an article about cookies, so walls are looked for in short texts and measured by how much of the text they fill.
    """
    text = page.text.strip()
    if len(text) < _SHORTEST:
        return f"too short: {len(text)} characters"
    wall = wall_in(text)
    if wall:
        return wall
    if len(text) < SHORT and not _speaks_of(text, title or page.title):
        return "does not speak of what the feed announced"
    if len(text) < 250 and 2 * len(text) < len(feed_text.strip()):
        return f"too short: {len(text)} characters, the feed itself says more"
    return None


def _speaks_of(text: str, title: str) -> bool:
    """Say whether a text uses any of the title's longer words, whatever their endings; a title without such cannot tell."""
    wanted = {word[:5] for word in _WORD.findall(fold(title))}
    return len(wanted) < 3 or bool(wanted & {word[:5] for word in _WORD.findall(fold(text))})
