"""Makes a message of blocks: cleaned, bounded, in plain text and HTML."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from monitor.domain.alerts.channel import Channel
from monitor.domain.alerts.message import SCHEMA, Block, Line, Message, Span, line, web_address
from monitor.domain.alerts.rendering.page import as_page
from monitor.domain.alerts.rendering.plain import as_text
from monitor.domain.alerts.subject import SUBJECT_LIMIT, shorten
from monitor.domain.alerts.wording import IN
from monitor.domain.words.text import clean_line

LINE_LIMIT = 1200  # characters
BYTES = 66_000  # of text and HTML together: as a mail, in base64, that stays below 100 kB
_WHOLE = 70_000  # the same with what a mail brings along
_FRAME = 4_000  # bytes of the page's head and foot
_AROUND = 220  # bytes of mark-up around a line, at most
_CUT = "…"
LINKED = ("button", "choice")  # nothing without their address


def compose(
    channel: Channel,
    key: str,
    subject: str,
    blocks: Iterable[Block],
    *,
    mark: str = "",
    thread: str | None = None,
    data: Mapping[str, Any],
) -> Message:
    """Make a message of blocks; `mark` at its end lets a person recognise a repeat."""
    words, mark = IN[channel.language], clean_line(mark or key[:8], 120)
    kept = bounded([one for one in map(_cleaned, in_short(blocks) if channel.format == "short" else blocks) if one.lines])
    subject = shorten(clean_line(subject, 300), SUBJECT_LIMIT)
    return Message(
        key=key,
        subject=subject,
        text=as_text(kept, mark),
        html=as_page(subject, kept, mark, words.code) if channel.format == "auto" else "",
        thread=thread,
        data={"schema": SCHEMA, **data, "key": key},
        blocks=tuple(kept),
        mark=mark,
    )


def room_beside(message: Message) -> int:
    """Say how many bytes a mail of a message may bring along."""
    return _WHOLE - len(message.text.encode()) - len(message.html.encode())


def in_short(blocks: Iterable[Block]) -> list[Block]:
    """Keep what a small screen has room for: the first line, and where to read on."""
    lines = [one for block in blocks for one in block.lines]
    links = sorted((one for one in lines if one.url), key=lambda one: one.style != "button")
    return [Block(None, (*lines[:1], *(one for one in links[:1] if one not in lines[:1])))]


def _cleaned(block: Block) -> Block:
    heading = clean_line(block.heading, 200) if block.heading else None
    return Block(heading, tuple(one for one in map(_cleaned_line, block.lines) if one.url or (one.text and one.style not in LINKED)))


def _cleaned_line(one: Line) -> Line:
    spans = tuple(replace(span, text=_within(span.text)) for span in one.spans)
    spans = spans if any(span.text for span in spans) else (Span(""),)
    return replace(one, spans=spans, label=clean_line(one.label, 80), url=web_address(one.url))


def _within(text: str) -> str:
    """Clean some words of a line; the spaces at their ends part them from their neighbours."""
    inner = clean_line(text, LINE_LIMIT)
    return (" " if text[:1] == " " else "") + inner + (" " if text[-1:] == " " and inner else "")


def bounded(blocks: Sequence[Block]) -> list[Block]:
    """Leave out, from the end of the longest block on, what would make a message too large; the rest of the blocks stays whole."""
    kept = [list(block.lines) for block in blocks]
    costs = [sum(map(_cost, lines)) for lines in kept]
    while sum(costs) > BYTES - _FRAME:
        longest = max(range(len(costs)), key=costs.__getitem__)
        costs[longest] -= _cost(kept[longest].pop())
    cut = (
        Block(block.heading, (*lines, *([line(_CUT)] if len(lines) < len(block.lines) else [])))
        for block, lines in zip(blocks, kept, strict=True)
    )
    return list(cut)


def _cost(one: Line) -> int:
    """How many bytes a line takes in plain text and HTML together; marks that HTML spells out count fivefold."""
    words = one.text + one.label
    spelled = sum(4 for char in words if char in "<>&\"'")
    return 2 * (len(words.encode()) + 2 * len((one.url or "").encode())) + spelled + _AROUND
