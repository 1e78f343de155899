"""What is noted about an article beside its words, as marks of the search's index: written, sought by days, and counted."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from monitor.domain.search.seek import KINDS, Node, either, mark, token
from monitor.domain.words.spelling import form, words_of

EARLIEST = 1957  # the first year of which anybody writes
_KIND_OF = {written: kind for kind, written in KINDS.items()}


@dataclass(frozen=True, slots=True)
class Noted:
    """What the archive notes about an article."""

    published: date
    publisher: str
    host: str
    language: str | None = None
    storyline: int | None = None
    placement: str | None = None
    level: str | None = None
    entities: tuple[str, ...] = ()
    states: tuple[str, ...] = ()  # seed, relevant, stub, baseline


def marks_of(noted: Noted) -> str:
    """Write the marks of an article."""
    day = noted.published.isoformat()
    marks = [KINDS["any"], token("year", day[:4]), token("month", day[:7]), token("day", day)]
    marks += [token("lang", noted.language)] if noted.language else []
    marks += [token("source", form(word, "")) for word in dict.fromkeys(words_of(noted.publisher))]
    marks += [token("host", host) for host in _hosts(noted.host)]
    marks += [token("storyline", str(noted.storyline))] if noted.storyline is not None else []
    marks += [token("placement", noted.placement)] if noted.placement else []
    marks += [token("level", noted.level)] if noted.level else []
    marks += [token("entity", entity) for entity in noted.entities]
    marks += [token("is", state) for state in noted.states]
    return " ".join(marks)


def _hosts(host: str) -> Iterator[str]:
    """Give a host and the domain that it belongs to."""
    host = host.removeprefix("www.")
    if host:
        yield host
    domain = ".".join(host.split(".")[-2:])
    if domain != host:
        yield domain


def day_of(marks: str) -> date:
    """Read the day on which an article was published out of its marks."""
    found = marks.index(" " + KINDS["day"]) + 1 + len(KINDS["day"])
    return date.fromisoformat(marks[found : found + 8])


def seek_days(after: date | None, before: date | None, today: date) -> Node | None:
    """Seek the months in which days from `after` until before `before` lie; whole years at once. None where any day will do."""
    if after is None and before is None:
        return None
    first = after or date(EARLIEST, 1, 1)
    last = min((before or date.max) - timedelta(1), date(today.year + 1, 12, 31))
    return either(mark("any", "none"), *_spans(first, last))


def _spans(first: date, last: date) -> Iterator[Node]:
    for year in range(first.year, last.year + 1):
        start = first.month if year == first.year else 1
        end = last.month if year == last.year else 12
        if (start, end) == (1, 12):
            yield mark("year", str(year))
        else:
            yield from (mark("month", f"{year}-{month:02}") for month in range(start, end + 1))


def count_marks(marks: Iterable[str], kinds: Iterable[str]) -> Mapping[str, Counter[str]]:
    """Count the marks of some kinds."""
    counted = {kind: Counter[str]() for kind in kinds}
    for written, count in Counter(" ".join(marks).split()).items():
        kind = _KIND_OF[written[:2]]
        if kind in counted:
            counted[kind][written[2:]] = count
    return counted
