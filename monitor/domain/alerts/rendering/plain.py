"""Plain text: wrapped at a width that any window has, labels in one column, quotes marked as mails mark them."""

from collections.abc import Iterator, Sequence
from textwrap import wrap

from monitor.domain.alerts.message import Block, Line

WIDTH = 72
_WIDEST_LABEL = 14


def as_text(blocks: Sequence[Block], mark: str, width: int | None = WIDTH) -> str:
    """Write blocks as plain text; without a width no line is broken, for windows that do so themselves."""
    parts = ["\n".join(_block(block, width)) for block in blocks]
    return "\n\n".join([*parts, f"#{mark}"])


def _block(block: Block, width: int | None) -> Iterator[str]:
    if block.heading:
        yield block.heading.upper()
    column = max((len(one.label) for one in block.lines if len(one.label) <= _WIDEST_LABEL), default=0)
    for one in block.lines:
        yield from _line(one, column + 2 if column else 0, width)


def _line(one: Line, column: int, width: int | None) -> Iterator[str]:
    begin, indent = _beginning(one, column)
    text = one.text
    if one.style in ("button", "choice"):
        yield f"{text}: {one.url}" if one.url else text
        return
    lines = _wrapped(begin + text, indent, width) if text else []
    yield from lines
    if one.url:
        yield (indent if lines else begin) + one.url


def _beginning(one: Line, column: int) -> tuple[str, str]:
    """Say what a line begins with, and how the lines below it are indented."""
    if one.style == "quote":
        return "> ", "> "
    if one.style == "fact":
        return "• ", "  "
    if one.style == "command":
        return (one.label + ":").ljust(column) + " " if one.label else "", ""
    if one.label:
        return (one.label + ":").ljust(column) + " ", " " * (column + 1)
    return "", ""


def _wrapped(text: str, indent: str, width: int | None) -> list[str]:
    if width is None:
        return [text]
    # An address, a command or a long word is never broken: it could not be followed any more.
    return wrap(text, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False, drop_whitespace=True) or [text]
