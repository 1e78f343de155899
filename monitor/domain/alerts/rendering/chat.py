"""How messages look in chats: each service's own mark-up, outside text escaped for it, split where no link and no sentence breaks.

Outside text can neither ring anybody (@everyone, <!channel>), nor make a link, nor change how a line looks.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape
from itertools import groupby
from json import dumps

from monitor.domain.alerts.message import Line, Message, Span, line
from monitor.domain.alerts.subject import shorten

_UNSEEN = "\u200b"  # has no width: breaks a call or an address without changing how it reads


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a service wants its text."""

    name: str
    limit: int  # of one piece, in what `size` counts
    text: Callable[[str], str]  # escapes what came from outside
    bold: str = "{}"
    code: str = "{}"
    quote: str = "> {}"
    link: Callable[[str, str], str] = "{}: {}".format  # escaped words, address
    newline: str = "\n"
    titled: bool = False  # the service shows the subject by itself
    size: Callable[[str], int] = len


def pieces(message: Message, dialect: Dialect) -> list[str]:
    """Write a message as pieces that the service takes, each whole in itself."""
    lines = [_fitting(one, dialect) for one in _lines(message, dialect)]
    whole = [list(group) for _, group in groupby(lines, key=bool)]
    room = dialect.limit - len(" (99/99)")
    packed = _packed([part for group in whole for part in (group if group[0] else [""])], room, dialect)
    if len(packed) == 1:
        return packed
    return [f"{piece}{dialect.newline}({number}/{len(packed)})" for number, piece in enumerate(packed, start=1)]


def _packed(lines: Sequence[str], room: int, dialect: Dialect) -> list[str]:
    """Fill pieces line by line."""
    found: list[str] = []
    for one in lines:
        longer = f"{found[-1]}{dialect.newline}{one}" if found else one
        if found and dialect.size(longer) <= room:
            found[-1] = longer
        elif one or not found:
            found.append(one)
    return [piece.strip("\n") for piece in found if piece.strip("\n")]


def _lines(message: Message, dialect: Dialect) -> Iterator[Line | str]:
    """List the lines in order; those that are text already are mark-up of ours."""
    if not dialect.titled:
        yield dialect.bold.format(dialect.text(message.subject))
        yield ""
    for block in message.blocks:
        if block.heading:
            yield dialect.bold.format(dialect.text(block.heading))
        for style, lines in groupby(block.lines, key=lambda one: one.style):
            if style in ("button", "choice"):
                yield from _buttons(list(lines), dialect)
            else:
                yield from lines
        yield ""
    yield dialect.text(f"#{message.mark}")


def _buttons(lines: Sequence[Line], dialect: Dialect) -> Iterator[Line | str]:
    """Put links beside each other as long as the service takes the row."""
    row = " · ".join(_written(one, dialect) for one in lines)
    if dialect.size(row) <= dialect.limit // 2 and dialect.name != "text":
        yield row
    else:
        yield from lines


def _fitting(one: Line | str, dialect: Dialect) -> str:
    """Write a line; one that no piece has room for loses the end of its words, then its link."""
    if isinstance(one, str):
        return one
    room = dialect.limit - len(" (99/99)")
    tries = (one, line(shorten(one.text, room // 6), style=one.style, label=one.label, url=one.url))
    written = (_written(tried, dialect) for tried in (*tries, replace(tries[1], url=None)))
    return next((text for text in written if dialect.size(text) <= room), "")


def _written(one: Line, dialect: Dialect) -> str:
    inner = "".join(_span(span, one, dialect) for span in one.spans)
    if one.style == "command":
        inner = dialect.code.format(inner)
    if one.url:
        inner = dialect.link(inner, one.url)
    label = dialect.text(f"{one.label}: ") if one.label else ""
    if one.style == "quote":
        return label + dialect.quote.format(inner)
    signs = {"notice": "⚠ ", "fact": "• "}
    return label + signs.get(one.style, "") + inner


def _span(span: Span, one: Line, dialect: Dialect) -> str:
    text = dialect.text(span.text)
    if not text.strip() or one.url or one.style == "command":
        return text
    return dialect.bold.format(text) if span.weight == "strong" or one.style == "fact" else text


# ── what a service reads as more than text ────────────────────────────────────


def without_calls(text: str) -> str:
    """Break what would ring everybody in a chat (@everyone, <!channel>, <@123>), and addresses and links in outside text."""
    text = re.sub(r"@(?=[\w&!])", "@" + _UNSEEN, text)
    text = re.sub(r"<(?=[!@#&])", "<" + _UNSEEN, text)
    return text.replace("](", "]" + _UNSEEN + "(").replace("://", ":" + _UNSEEN + "//")


def _html(text: str) -> str:
    return escape(without_calls(text), quote=False)


def _anchor(words: str, url: str) -> str:
    return f'<a href="{escape(url)}">{words}</a>'


def _backslashed(text: str) -> str:
    return re.sub(r"([\\*_~`|>#\[\]()<])", r"\\\1", without_calls(text))


def _masked(words: str, url: str) -> str:
    # In angle brackets the address has no preview, and a bracket in it ends nothing.
    return f"[{words}](<{url}>)"


# Slack knows no escape for these, so look-alikes stand for them.
_ALIKE = str.maketrans({"*": "∗", "_": "ˍ", "~": "∼", "`": "ˋ"})


def _slack(text: str) -> str:
    return escape(without_calls(text), quote=False).translate(_ALIKE)


def _slack_link(words: str, url: str) -> str:
    return f"<{url.replace('&', '&amp;').replace('|', '%7C')}|{words.replace('|', '¦')}>"


def _with_returns(text: str) -> int:
    """Count as Telegram is sent it: Apprise ends each line with two characters."""
    return len(text) + text.count("\n")


def _bytes(text: str) -> int:
    """Count what ntfy counts: 4096 bytes, and what Apprise does: 8000 of JSON, where a Kazakh letter takes six."""
    return max(len(text.encode()), round(len(dumps(text)) / 1.75))


PLAIN = Dialect("text", 4000, without_calls, titled=True)
DIALECTS: Mapping[str, Dialect] = {
    "telegram": Dialect(
        "telegram", 4096, _html, "<b>{}</b>", "<code>{}</code>", "<blockquote>{}</blockquote>", _anchor, size=_with_returns
    ),
    "matrix": Dialect("matrix", 24_000, _html, "<strong>{}</strong>", "<code>{}</code>", "<blockquote>{}</blockquote>", _anchor, "<br/>\n"),
    "slack": Dialect("slack", 2900, _slack, "*{}*", "`{}`", "> {}", _slack_link, titled=True),
    "discord": Dialect("discord", 1950, _backslashed, "**{}**", "`{}`", "> {}", _masked),
    "mattermost": Dialect("mattermost", 3900, _backslashed, "**{}**", "`{}`", "> {}", _masked),
    "ntfy": replace(PLAIN, limit=3900, size=_bytes),  # longer ones come as a file
}
