"""A brief of one storyline in Markdown, for a person who will write a report from it: what is known, what happened when, who says so."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from monitor.domain.archive.citation import one_line, safe_address
from monitor.domain.archive.record import Record
from monitor.domain.words.text import clean_line

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~!&]|^(?=[-+=]|\d+[.)]))")


@dataclass(frozen=True, slots=True)
class Step:
    """A development of the storyline, with the first article that told it; a dossier's has no article."""

    day: date
    summary: str
    first: Record | None = None
    quotes: tuple[str, ...] = ()  # the sentences that told what was new
    before: tuple[str, ...] = ()  # what was known until then, with its source
    publishers: tuple[str, ...] = ()  # who tells it, the first one first
    url: str | None = None  # where no article of the archive tells it


@dataclass(frozen=True, slots=True)
class Brief:
    """What a brief tells of a storyline."""

    title: str
    made: date
    background: str = ""
    key_figures: tuple[str, ...] = ()
    seeds: tuple[Record, ...] = ()
    steps: tuple[Step, ...] = ()  # in order


def markdown(brief: Brief) -> str:
    """Write a brief; what came from outside is escaped, and quoted as it stands."""
    sources = _sources(brief)
    return "\n".join(line.rstrip() for line in _lines(brief, sources)).rstrip() + "\n"


def _sources(brief: Brief) -> list[Record]:
    """List every article that is cited, once, in the order in which it is."""
    cited = [*brief.seeds, *(step.first for step in brief.steps if step.first)]
    return list({one.key: one for one in cited}.values())


def _lines(brief: Brief, sources: Sequence[Record]) -> Iterator[str]:
    numbers = {one.key: number for number, one in enumerate(sources, 1)}
    yield from (f"# {escaped(brief.title)}", "", f"As of {_day(brief.made)}. {_extent(brief)}", "")
    if brief.background:
        yield from ("## Background", "", escaped(brief.background), "")
    if brief.key_figures:
        yield from ("## Key figures", "", *(f"- {escaped(figure)}" for figure in brief.key_figures), "")
    if brief.seeds:
        yield from ("## Began with", "", *(f"- {escaped(seed.title)} [{numbers[seed.key]}]" for seed in brief.seeds), "")
    if brief.steps:
        yield from ("## Developments", "")
        for step in brief.steps:
            yield from _step(step, numbers)
        yield ""
    if sources:
        yield from ("## Sources", "", *(f"{number}. {_cited(one)}" for number, one in enumerate(sources, 1)))


def _extent(brief: Brief) -> str:
    if not brief.steps:
        return "No developments are known yet."
    first, last = brief.steps[0].day, brief.steps[-1].day
    count = len(brief.steps)
    return f"{count} development{'s' if count > 1 else ''} from {_day(first)} to {_day(last)}."


def _step(step: Step, numbers: dict[str, int]) -> Iterator[str]:
    mark = f" [{numbers[step.first.key]}]" if step.first else f" <{_target(step.url)}>" if step.url else " (dossier)"
    yield f"- **{_day(step.day)}** — {escaped(step.summary)}{mark}"
    yield from (f"  - “{escaped(quote)}”" for quote in step.quotes if clean_line(quote) != clean_line(step.summary))
    yield from (f"  - before: {escaped(old)}" for old in step.before)
    if len(step.publishers) > 1:
        yield f"  - told by {escaped(', '.join(step.publishers))}"


def _cited(record: Record) -> str:
    address = safe_address(record)
    before, _, after = one_line(record).rpartition(address)
    return f"{escaped(before)} <{address}> {escaped(after)}"


def _day(day: date) -> str:
    return f"{day:%-d %B %Y}"


def escaped(text: str) -> str:
    """Write a text from outside so that Markdown shows it as it stands, on one line."""
    return _MARKDOWN.sub(r"\\\1", clean_line(text, 4_000))


def _target(url: str) -> str:
    return re.sub(r"[\s<>]", "", url)
