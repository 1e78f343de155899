"""Read a document as a person has it: which of its lines are the article's, and what the others tell about it."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice

from monitor.domain.articles import masthead
from monitor.domain.articles.boilerplate import Kind, continues, kind_of
from monitor.domain.articles.dateline import Dateline, read_dateline
from monitor.domain.articles.masthead import addresses
from monitor.domain.articles.paper import Line, content_words, front_matter, lines_of
from monitor.domain.articles.printed_date import day_of_address, find_day
from monitor.domain.words.text import clean_line

REPEATED_FROM = 0.6  # of the words that carry meaning; then a sub-headline only says what the text says
OPENING = 6  # paragraphs in which a sub-headline's words are looked for
TITLE_WORDS = 30  # no headline has more
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|says?|said|do|does|did|\w{2,}ed)\b", re.IGNORECASE
)
_PARTICIPLE = re.compile(r"\b\w{3,}ing\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A line that is no part of the article's text, and why."""

    kind: Kind
    line: str


@dataclass(frozen=True, slots=True)
class SeedDocument:
    """What was read out of a document; None where the document does not tell."""

    title: str | None
    text: str  # paragraphs parted by an empty line
    publisher: str | None
    date: date | None
    date_certainty: str  # printed, printed in the dateline, in the address, not whole: …, not told
    url: str | None
    author: str | None
    left_out: tuple[LeftOut, ...]


class _Reading:
    """The lines of a document, with what is known of each so far; None is the article's."""

    def __init__(self, lines: list[Line]) -> None:
        self.lines = lines
        self.kinds: list[Kind | None] = [None] * len(lines)
        self.title: int | None = None
        self.start = len(lines)  # where running text begins
        self.dateline: tuple[int, Dateline] | None = None

    def open(self, start: int = 0, end: int | None = None) -> Iterator[tuple[int, Line]]:
        """The lines that may still be the article's."""
        return ((i, self.lines[i]) for i in range(start, len(self.lines) if end is None else end) if self.kinds[i] is None)

    @property
    def marked(self) -> list[tuple[str, Kind | None]]:
        return [(line.text, kind) for line, kind in zip(self.lines, self.kinds, strict=True)]


def read_document(text: str) -> SeedDocument:
    """Part an article from what stands around it, and read its title, publisher, date and address where they are told."""
    told, body = front_matter(text)
    reading = _Reading(lines_of(body))
    _mark_lines(reading)
    _mark_sections(reading)
    _find_title(reading)
    _find_dateline(reading)
    _mark_head(reading)
    _mark_captions(reading)
    _mark_tail(reading)
    return _document(reading, told)


def _mark_lines(reading: _Reading) -> None:
    for i, line in enumerate(reading.lines):
        following = reading.lines[i + 1].text if i + 1 < len(reading.lines) else ""
        if line.image:
            reading.kinds[i] = Kind.CAPTION
        elif addresses(line.text) or (masthead.is_address_label(line.text) and addresses(following)):
            reading.kinds[i] = Kind.ADDRESS
        elif line.level != 1:
            reading.kinds[i] = kind_of(line.text)


def _mark_sections(reading: _Reading) -> None:
    """Let an appeal, a newsletter form and a list of other articles reach as far as they go on."""
    section: Kind | None = None
    for i, line in enumerate(reading.lines):
        kind = reading.kinds[i]
        if kind in (Kind.NEWSLETTER, Kind.APPEAL):
            section = kind
        elif kind is Kind.RELATED:
            section = kind if ":" not in line.text.rstrip(": ") else None
        elif kind is None:
            listed = section is Kind.RELATED and not line.prose and not line.level
            section = section if listed or continues(section, line.text) else None
            reading.kinds[i] = section


def _find_title(reading: _Reading) -> None:
    reading.start = next((i for i, line in reading.open() if _begins(reading, i, line)), len(reading.lines))
    headings = [(i, line) for i, line in reading.open(0, reading.start) if line.level]
    plain = [(i, line) for i, line in reading.open(0, reading.start) if _may_be_title(line)]
    candidates = sorted(headings, key=lambda pair: pair[1].level) or plain
    long = [i for i, line in candidates if line.words >= 4]
    reading.title = next(iter(long or [i for i, _line in candidates]), None)
    if reading.title is not None:
        reading.kinds[reading.title] = Kind.TITLE
        for i, line in reading.open():
            if line.text == reading.lines[reading.title].text:  # printers say it twice
                reading.kinds[i] = Kind.TITLE


def _begins(reading: _Reading, i: int, line: Line) -> bool:
    """Say whether running text begins here: prose, but no headline that ends as a sentence does, and no list above the text."""
    if line.level or line.bullet or not (line.prose or read_dateline(line.text)):
        return False
    first = next(reading.open())[0]
    return i != first or not _may_be_title(line) or not any(later.prose for _i, later in reading.open(i + 1))


def _may_be_title(line: Line) -> bool:
    usual = 2 <= line.words <= TITLE_WORDS and not line.bullet and not line.text.endswith((".", "…", ",", ":", ";"))
    return usual and not masthead.is_masthead(line.text) and not masthead.day_line(line.text)


def _find_dateline(reading: _Reading) -> None:
    """Find the dateline among the first paragraphs; what stands between title and dateline is no running text."""
    prose = [(i, line) for i, line in reading.open(reading.start) if not line.bullet][:4]
    for count, (i, line) in enumerate(prose):
        found = read_dateline(line.text)
        above = [earlier for _i, earlier in prose[:count]]
        if found and (found.sure or all(_is_caption(one) or _repeated(one, _opening(reading, i)) for one in above)):
            reading.dateline, reading.start = (i, found), i
            for j, earlier in prose[:count]:
                reading.kinds[j] = Kind.CAPTION if _is_caption(earlier) else Kind.STANDFIRST
            return


def _mark_head(reading: _Reading) -> None:
    opening, sums_up = _opening(reading, reading.start), _sums_up(reading)
    for i, _line in reading.open(0, reading.start):
        reading.kinds[i] = _kind_in_head(reading, i, opening, sums_up=sums_up)
    first = next((i for i, _line in reading.open(reading.start)), 0)
    # A caption follows the picture's place, right below who wrote when.
    below_masthead = first > 0 and reading.kinds[first - 1] in (Kind.DATE, Kind.BYLINE, Kind.CAPTION)
    if below_masthead and _is_caption(reading.lines[first]) and len(list(reading.open(reading.start))) > 1:
        reading.kinds[first] = Kind.CAPTION


def _kind_in_head(reading: _Reading, i: int, opening: set[str], *, sums_up: bool) -> Kind | None:
    line = reading.lines[i]
    if masthead.day_line(line.text):
        return Kind.DATE
    if masthead.is_masthead(line.text):
        return Kind.BYLINE
    if reading.title is not None and i < reading.title:
        return Kind.NAVIGATION
    if line.bullet:
        return Kind.SUMMARY if sums_up else None
    if _repeated(line, opening):
        return Kind.STANDFIRST
    if _is_caption(line):
        return Kind.CAPTION
    # A text without any running prose keeps its short lines: they are all there is.
    return Kind.NAVIGATION if line.words < 6 and not line.ends and reading.start < len(reading.lines) else None


def _sums_up(reading: _Reading) -> bool:
    """Say whether the list below the title is short beside the text below it."""
    listed = sum(line.words for _i, line in reading.open(0, reading.start) if line.bullet)
    told = [line.words for _i, line in reading.open(reading.start) if line.prose]
    return len(told) >= 3 and sum(told) >= 3 * listed


def _opening(reading: _Reading, start: int) -> set[str]:
    """The words of the first paragraphs."""
    prose = (line.text for _i, line in reading.open(start) if line.prose)
    return content_words(" ".join(islice(prose, OPENING)))


def _repeated(line: Line, opening: set[str]) -> bool:
    words = content_words(line.text)
    return bool(words) and len(words & opening) >= REPEATED_FROM * len(words)


def _is_caption(line: Line) -> bool:
    """Say whether a line only names what a picture shows: a participle and no verb."""
    return line.words <= 40 and bool(_PARTICIPLE.search(line.text)) and not _FINITE.search(line.text) and line.text.isascii()


def _mark_captions(reading: _Reading) -> None:
    """Take the alternative text above a caption, and a caption above its credit, for what they are."""
    sizes = Counter(line.block for line in reading.lines)
    for i in range(1, len(reading.lines)):
        above, line = reading.lines[i - 1], reading.lines[i]
        if reading.kinds[i] is not Kind.CAPTION or reading.kinds[i - 1] is not None or above.block != line.block:
            continue
        told_again = above.words <= 8 and content_words(above.text) <= content_words(line.text)
        if told_again or (sizes[line.block] == 2 and above.words <= 40):
            reading.kinds[i - 1] = Kind.CAPTION


def _mark_tail(reading: _Reading) -> None:
    """Mark the short lines that stand below the last paragraph."""
    prose = [i for i, line in reading.open(reading.start) if line.prose or line.ends]
    if not prose or any(line.text.endswith(":") for _i, line in reading.open(prose[-1] + 1)):
        return  # no text that could end, or a list that belongs to it
    for i, line in reading.open(prose[-1] + 1):
        if masthead.is_bare_day(line.text):
            reading.kinds[i] = Kind.DATE
        elif masthead.is_masthead(line.text):
            reading.kinds[i] = Kind.BYLINE
        elif line.words < 8 and not line.bullet:
            reading.kinds[i] = Kind.NAVIGATION


def _document(reading: _Reading, told: Mapping[str, str]) -> SeedDocument:
    url = _first(told, "url", "source_url", "canonical", "link", "source") or _address(reading)
    url = url if url and url.startswith(("http://", "https://")) else _address(reading)
    title, site = _title(reading, told, url)
    agency = reading.dateline[1].agency if reading.dateline else None
    day, known_by = _day(reading, told, url)
    return SeedDocument(
        title=title,
        text="\n\n".join(
            reading.dateline[1].rest if reading.dateline and reading.dateline[0] == i else line.text for i, line in reading.open()
        ),
        publisher=_first(told, "publisher", "site", "site_name", "publication")
        or site
        or masthead.publisher_of(reading.marked, url)
        or agency,
        date=day,
        date_certainty=known_by,
        url=url,
        author=_first(told, "author", "byline") or masthead.author_of(reading.marked, url),
        left_out=tuple(LeftOut(kind, text) for text, kind in reading.marked if kind and kind is not Kind.TITLE),
    )


def _first(told: Mapping[str, str], *keys: str) -> str | None:
    return next((clean_line(told[key], 2000) for key in keys if told.get(key)), None)


def _title(reading: _Reading, told: Mapping[str, str], url: str | None) -> tuple[str | None, str | None]:
    line = reading.lines[reading.title].text if reading.title is not None else None
    title = _first(told, "title", "headline") or line
    return masthead.without_site(title, url) if title else (None, None)


def _address(reading: _Reading) -> str | None:
    """The one address that the document gives for itself; several different ones tell nothing."""
    if reading.title is not None and (link := reading.lines[reading.title].link) and link.startswith("http"):
        return link
    marked = [text for text, kind in reading.marked if kind in (Kind.ADDRESS, Kind.PRINT)]
    found = [url for text in marked for url in addresses(re.sub(r"\s+\d{1,3}/\d{1,3}$", "", text))]
    labelled = [url for text in marked for url in addresses(text) if not text.startswith("http")]
    return next(iter(labelled or (found if len(set(found)) == 1 else [])), None)


def _day(reading: _Reading, told: Mapping[str, str], url: str | None) -> tuple[date | None, str]:
    clipped = find_day(_first(told, "published", "date", "published_time", "date_published") or "")
    if clipped and clipped.day:
        return clipped.day, "printed"
    partial = reading.dateline[1].day if reading.dateline else None
    return masthead.certainty(masthead.stated_days(reading.marked), partial, day_of_address(url or ""))
