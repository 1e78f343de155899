"""A text with the names of the topic marked in it, paragraph by paragraph."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from monitor.domain.articles.passages import GAP
from monitor.domain.matching.mentions import Mention


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of text; `entity` where it names one."""

    text: str
    entity: str | None = None


def mark_text(title: str, text: str, mentions: Iterable[Mention]) -> list[list[Stretch]]:
    """Part a text into paragraphs of stretches, those that name an entity apart; what is named in the title is left out."""
    offset = len(title) + len(GAP)
    spans = sorted((m.start - offset, m.end - offset, m.entity) for m in mentions if m.start >= offset)
    return [list(_stretches(text, start, end, spans)) for start, end in _paragraphs(text)]


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield start, start + len(line)
        start += len(line) + 1


def _stretches(text: str, start: int, end: int, spans: Sequence[tuple[int, int, str]]) -> Iterator[Stretch]:
    at = start
    for first, last, entity in spans:
        if first < at or last > end:
            continue
        if first > at:
            yield Stretch(text[at:first])
        yield Stretch(text[first:last], entity)
        at = last
    if at < end:
        yield Stretch(text[at:end])
