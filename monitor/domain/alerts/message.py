"""What is sent: one message in lines that every channel can show in its own way, and data for programs."""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any, Literal

from monitor.domain.words.text import clean_line

SCHEMA = "monitor.message/1"  # of `data`: the number rises when a field changes its meaning

Style = Literal["plain", "lead", "fact", "quote", "notice", "small", "button", "choice", "command"]
Weight = Literal["", "strong", "dim"]


@dataclass(frozen=True, slots=True)
class Span:
    """Some words of a line that weigh more or less than the rest."""

    text: str
    weight: Weight = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a message; plain text, HTML and chats are all made from it."""

    spans: tuple[Span, ...]
    style: Style = "plain"
    label: str = ""  # what the line is, in a word of ours: "First", "Seed"
    url: str | None = None

    @property
    def text(self) -> str:
        """What it says, without any weight."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class Block:
    """Lines under one heading, or under none."""

    heading: str | None
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Message:
    """A message ready for any channel."""

    key: str  # stable: Message-ID, Idempotency-Key
    subject: str  # one line, at most 110 characters
    text: str  # plain text, wrapped
    html: str  # empty where the channel wants plain text alone
    thread: str | None = None  # what mails are threaded by: the storyline's slug
    parent: str | None = None  # the key of the earlier message that it answers: a correction that of what it corrects
    unsubscribe: str | None = None  # a signed link that mutes its storyline, where there is a web page that serves it
    data: Mapping[str, Any] = field(default_factory=dict)  # for web-hooks
    blocks: tuple[Block, ...] = ()  # for chats, each of which has its own mark-up
    calendar: str = ""  # a file for calendar programs, which mails bring along
    mark: str = ""  # stands at the end, so that a person recognises a repeat


@dataclass(frozen=True, slots=True)
class Links:
    """Where a message leads beside the article: pages of the monitor's own, where there is a web page."""

    development: str | None = None
    storyline: str | None = None
    feedback: Mapping[str, str] = field(default_factory=dict)  # of domain/alerts/feedback.py: verdict → signed link
    unsubscribe: str | None = None  # the same, for the button of a mail program


NO_LINKS = Links()


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


def line(*parts: str | Span, style: Style = "plain", label: str = "", url: str | None = None) -> Line:
    """Make a line of words and weighed words."""
    return Line(tuple(part if isinstance(part, Span) else Span(part) for part in parts), style, label, url)


def strong(text: str) -> Span:
    """Weigh words more."""
    return Span(text, "strong")


def dim(text: str) -> Span:
    """Weigh words less."""
    return Span(text, "dim")


def web_address(url: str | None) -> str | None:
    """Let through an address that may stand in a message as a link; None for javascript:, data: and other tricks."""
    found = re.fullmatch(r"https?://[^\s<>\"'`\\]{1,2000}", clean_line(url or "", 2100), re.IGNORECASE)
    return found[0] if found else None


def host_of(url: str) -> str:
    """Name the site that an address leads to."""
    return re.sub(r"^https?://(?:[^/@]*@)?(?:www\.)?", "", url, flags=re.IGNORECASE).split("/")[0].split("?")[0]


def message_to_dict(message: Message) -> dict[str, Any]:
    """Write a message as plain values for a JSON column."""
    values: dict[str, Any] = asdict(message)
    return values


def message_from_dict(values: Mapping[str, Any]) -> Message:
    """Read back what `message_to_dict` wrote."""
    return Message(**{**values, "blocks": tuple(_block(block) for block in values.get("blocks", ()))})


def _block(values: Mapping[str, Any]) -> Block:
    return Block(values["heading"], tuple(Line(**{**one, "spans": tuple(Span(**s) for s in one["spans"])}) for one in values["lines"]))
