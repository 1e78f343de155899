"""What is sent: one message in plain text, HTML and data, made once so that every attempt is the same."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, tzinfo
from html import escape
from typing import Any, Literal

from monitor.domain.alert import SUBJECT_LIMIT, Alert, alert_to_dict, origins, shorten
from monitor.domain.channel import Channel
from monitor.domain.delivery import delivery_key
from monitor.domain.storyline import Novelty
from monitor.domain.text import clean, clean_line

TEXT_LIMIT = 30_000  # characters; no message comes near 100 kB
SCHEMA = "monitor.message/1"  # of `data`: the number rises when a field changes its meaning

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Message:
    """A message ready for any channel."""

    key: str  # stable: Message-ID, Idempotency-Key
    subject: str  # one line, at most 110 characters
    text: str
    html: str
    thread: str | None = None  # what mails are threaded by: the storyline's slug
    parent: str | None = None  # the key of the earlier message that it answers: a correction that of what it corrects
    unsubscribe: str | None = None  # a signed link that snoozes, where there is a web page that serves it
    data: Mapping[str, Any] = field(default_factory=dict)  # for web-hooks


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a message; plain text and HTML are both made from it."""

    text: str
    style: Literal["plain", "strong", "quote", "small"] = "plain"
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """Lines under one heading, or under none."""

    heading: str | None
    lines: tuple[Line, ...]


# ── an alert ──────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Links:
    """Where a message leads beside the article: pages of the monitor's own, where there is a web page."""

    development: str | None = None
    storyline: str | None = None
    feedback: Mapping[str, str] = field(default_factory=dict)  # of domain/feedback.py: verdict → signed link


NO_LINKS = Links()


def render(alert: Alert, channel: Channel, links: Links = NO_LINKS) -> Message:
    """Write the message of an alert for one channel: its first line is old → new with the source, and it is read in ten seconds."""
    # The address is in it because a fresh archive numbers its developments anew, and receivers drop a key that they know.
    key = delivery_key(alert.key, alert.level, channel.name, alert.article_url)
    zone = channel.zone
    blocks = (
        Block(None, (Line(preview(alert, zone), "strong"),)),
        Block("New", _new(alert, zone)),
        Block("Who says so", (Line(_who(alert, zone)),)),
        Block("Storyline", _storyline(alert, zone)),
        Block("Why you get this", _why(alert)),
        Block("Links", (*_links(alert), *_own_links(links))),
    )
    made = compose(key, alert.subject, blocks, f"{alert.key} · {key[:8]}", alert.storyline or None, _data(alert))
    parent = alert.corrects or alert.updates
    return replace(made, parent=parent.messages.get(channel.name) if parent else None, unsubscribe=links.feedback.get("snooze"))


def _own_links(links: Links) -> tuple[Line, ...]:
    pages = [("The development", links.development), ("The storyline", links.storyline)]
    return tuple(Line(said, "small", url) for said, url in [*pages, *links.feedback.items()] if url)


def preview(alert: Alert, zone: tzinfo = UTC) -> str:
    """Write the line that a phone shows under the subject: old → new and who says so."""
    source = f"{alert.publisher}, {moment(alert.published, zone)}"
    changed = next(((novelty, value) for novelty, value in zip(alert.novelties, alert.values, strict=True) if novelty.old), None)
    if changed:
        novelty, value = changed
        return f"“{novelty.old}”{_old_source(novelty, zone)} → “{value or novelty.text}” ({source})"
    quoted = next((novelty.quote for novelty in alert.novelties if novelty.quote), alert.quote)
    return f"{source}: “{quoted}”" if quoted else f"First seen at {source}"


def _old_source(novelty: Novelty, zone: tzinfo) -> str:
    known = [part for part in (novelty.old_source, day(novelty.old_at, zone) if novelty.old_at else None) if part]
    return f" ({', '.join(known)})" if known else ""


def _new(alert: Alert, zone: tzinfo) -> tuple[Line, ...]:
    if not alert.novelties:
        return (Line(alert.article_title, "strong"), *([Line(f"“{alert.quote}”", "quote")] if alert.quote else []))
    lines: list[Line] = []
    told = list(zip(alert.novelties, alert.values, strict=True))
    for text in dict.fromkeys(novelty.text for novelty in alert.novelties):
        same = [(novelty, value) for novelty, value in told if novelty.text == text]
        lines.append(Line(f"• {text}", "strong"))
        lines += [Line(_before(novelty, value, zone)) for novelty, value in same if novelty.old]
        # A sentence short enough to be the fact itself need not be quoted once more.
        quotes = dict.fromkeys(novelty.quote for novelty, _ in same if novelty.quote not in ("", text))
        lines += [quote for quote in (Line(f"“{words}”", "quote") for words in quotes) if quote not in lines]
    return tuple(lines)


def _before(novelty: Novelty, value: str, zone: tzinfo) -> str:
    return f"Before: {novelty.old}{_old_source(novelty, zone)}" + (f" → {value}" if value else "")


def _who(alert: Alert, zone: tzinfo) -> str:
    first, *others = alert.tellers
    said = f"First: {first.publisher}, {moment(first.at, zone)}" + (f" ({first.language})" if first.language else "")
    said += f", taken from {first.origin}" if first.origin else ""
    if not others:
        return said + ". Nobody else so far."
    sources = origins(alert.tellers)
    named = ", ".join(dict.fromkeys(teller.publisher for teller in others[:5])) + (f" +{len(others) - 5}" if len(others) > 5 else "")
    outlets = len({teller.publisher for teller in alert.tellers})
    return f"{said}. Also: {named}. {count(outlets, 'outlet')}, {count(len(sources), 'origin')}: {', '.join(sources[:5])}."


def _storyline(alert: Alert, zone: tzinfo) -> tuple[Line, ...]:
    lines = [Line(f"{alert.storyline_title or '(none)'}. {_movement(alert, zone)}")]
    if alert.last_summary and not any(novelty.old for novelty in alert.novelties):
        lines.append(Line(f"Last state: “{alert.last_summary}”", "quote"))
    if alert.seed_title:
        lines.append(Line(f"Continues your seed “{alert.seed_title}”", url=alert.seed_url))
    return tuple(lines)


def _movement(alert: Alert, zone: tzinfo) -> str:
    if alert.opening:
        return "A new storyline begins here."
    if alert.last_moved is None or alert.days_quiet is None:
        return "First development."
    gap = "Moved earlier the same day" if alert.days_quiet == 0 else f"First movement in {count(alert.days_quiet, 'day')}"
    return f"{gap}, since {day(alert.last_moved, zone)}."


def _why(alert: Alert) -> tuple[Line, ...]:
    lines = [Line(f"Matched: {'; '.join(alert.reasons)}")] if alert.reasons else []
    lines += [Line(f"Level {alert.level}: {'; '.join(alert.why)}" if alert.why else f"Level {alert.level}")]
    return (*lines, *([Line("Unconfirmed: no source that you trust tells it so far.")] if alert.rumour else []))


def _links(alert: Alert) -> tuple[Line, ...]:
    storyline = [Line(f"Storyline: monitor storylines show {alert.storyline}", "small")] if alert.storyline else []
    return (
        Line(f"Article: {alert.article_title} ({alert.publisher})", url=alert.article_url),
        *storyline,
        Line(f"Reasons: monitor why {alert.article_id}", "small"),
    )


def _data(alert: Alert) -> dict[str, Any]:
    """The alert for programs; `key` is added by `compose`."""
    values = alert_to_dict(alert)
    of_article = ("article_id", "article_url", "article_title", "publisher", "language", "published")
    return {
        "schema": SCHEMA,
        "message_kind": "correction" if alert.corrects else "alert",
        "level": alert.level,
        "kind": alert.kind,
        "storyline": alert.storyline,
        "storyline_title": alert.storyline_title,
        "development": alert.development,
        "novelties": values["novelties"],
        "url": alert.article_url,
        "article": {name.removeprefix("article_"): values[name] for name in of_article},
        "of": alert.of,
        "reasons": values["reasons"],
        "why": values["why"],
        "tellers": values["tellers"],
        "rumour": alert.rumour,
        "critical": alert.critical,
        "corrects": alert.corrects.key if alert.corrects else None,
        "updates": alert.updates.key if alert.updates else None,
    }


# ── other single messages ─────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Delivery:
    """One message on its way to one channel, as claimed from the outbox."""

    id: int
    key: str
    channel: str
    kind: str  # a MessageKind
    message: Message
    attempts: int  # made so far
    made_at: datetime
    lease: str | None


def render_operations(key: str, subject: str, lines: Sequence[str], remedy: str) -> Message:
    """Write a message about the monitor itself."""
    blocks = (Block(None, tuple(Line(line) for line in lines)), Block("What to do", (Line(remedy),)))
    return compose(
        key, shorten(f"SYSTEM: {clean_line(subject, 300)}", SUBJECT_LIMIT), blocks, key[:8], None, {"message_kind": "operations"}
    )


# ── one source, two forms ─────────────────────────────────────────────────────


def compose(key: str, subject: str, blocks: Sequence[Block], mark: str, thread: str | None, data: Mapping[str, Any]) -> Message:
    """Make a message of blocks; `mark` at its end lets a person recognise a repeat."""
    kept = [block for block in blocks if block.lines]
    return Message(
        key=key,
        subject=shorten(clean_line(subject, 300), SUBJECT_LIMIT),
        text=as_text(kept, mark),
        html=as_html(subject, kept, mark),
        thread=thread,
        data={"schema": SCHEMA, **data, "key": key},
    )


def as_text(blocks: Sequence[Block], mark: str) -> str:
    """Write blocks as plain text."""
    parts = [
        "\n".join([*([clean_line(block.heading).upper()] if block.heading else []), *map(_text_line, block.lines)]) for block in blocks
    ]
    return clean("\n\n".join([*parts, f"#{mark}"]), TEXT_LIMIT)


def _text_line(line: Line) -> str:
    sign = "> " if line.style == "quote" else ""
    return sign + clean_line(line.text, 2000) + (f"\n{web_address(line.url)}" if web_address(line.url) else "")


_STYLES = {
    "plain": "margin:0 0 8px",
    "strong": "margin:0 0 8px;font-weight:600",
    "quote": "margin:0 0 8px;padding-left:12px;border-left:3px solid #888888",
    "small": "margin:0 0 8px;font-size:14px;opacity:.75",
}
_HEADING = "margin:20px 0 6px;font-size:13px;font-weight:600;letter-spacing:.04em;text-transform:uppercase;opacity:.65"
_BODY = "margin:0;padding:16px;font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif;overflow-wrap:anywhere"


def as_html(title: str, blocks: Sequence[Block], mark: str) -> str:
    """Write blocks as one HTML column: no images, nothing loaded, no colours of its own, so that dark mode can turn them round."""
    parts = "\n".join(_html_block(block) for block in blocks)
    return (
        '<!doctype html>\n<html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">'
        f"<title>{escape(clean_line(title, 300))}</title></head>\n"
        f'<body style="{_BODY}">\n<div style="max-width:600px;margin:0 auto">\n{parts}\n'
        f'<p style="{_STYLES["small"]}">#{escape(clean_line(mark))}</p>\n</div>\n</body></html>\n'
    )


def _html_block(block: Block) -> str:
    heading = f'<h2 style="{_HEADING}">{escape(clean_line(block.heading))}</h2>\n' if block.heading else ""
    return heading + "\n".join(_html_line(line) for line in block.lines)


def _html_line(line: Line) -> str:
    inner = escape(clean_line(line.text, 2000))
    address = web_address(line.url)
    if address:
        inner = f'<a href="{escape(address)}" rel="noopener noreferrer nofollow">{inner}</a> <small>{escape(_host(address))}</small>'
    return f'<p style="{_STYLES[line.style]}">{inner}</p>'


def web_address(url: str | None) -> str | None:
    """Let through an address that may stand in a message as a link; None for javascript:, data: and other tricks."""
    found = re.fullmatch(r"https?://[^\s<>\"'`\\]{1,2000}", clean_line(url or "", 2100), re.IGNORECASE)
    return found[0] if found else None


def _host(url: str) -> str:
    return re.sub(r"^https?://(?:[^/@]*@)?(?:www\.)?", "", url, flags=re.IGNORECASE).split("/")[0].split("?")[0]


def without_calls(text: str) -> str:
    """Break what would ring everybody in a chat (@everyone, <!channel>, <@123>), and links that show another text than their address."""
    text = re.sub(r"@(?=[\w&!])", "@\u200b", text)
    return re.sub(r"\]\(", "]\u200b(", re.sub(r"<(?=[!@#&])", "<\u200b", text))


# ── small words ───────────────────────────────────────────────────────────────


def moment(at: datetime, zone: tzinfo = UTC) -> str:
    """Write a moment by the user's clock: "26 Dec 2025 15:10 UTC"."""
    local = at.astimezone(zone)
    return f"{day(at, zone)} {local:%H:%M} {local.tzname() or ''}".rstrip()


def day(at: datetime, zone: tzinfo = UTC) -> str:
    """Write a day by the user's clock: "26 Dec 2025"."""
    local = at.astimezone(zone)
    return f"{local.day} {_MONTHS[local.month - 1]} {local.year}"


def count(number: int, word: str, plural: str | None = None) -> str:
    """Write a number with its word: "1 outlet", "3 outlets"."""
    return f"{number} {word if number == 1 else plural or word + 's'}"


def message_to_dict(message: Message) -> dict[str, Any]:
    """Write a message as plain values for a JSON column."""
    return {name: getattr(message, name) for name in Message.__dataclass_fields__} | {"data": dict(message.data)}


def message_from_dict(values: Mapping[str, Any]) -> Message:
    """Read back what `message_to_dict` wrote."""
    return Message(**values)
