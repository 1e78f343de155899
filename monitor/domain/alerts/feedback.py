"""Answers from a message: signed links that work without a login, once, and for a while."""

import hmac
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Literal, get_args
from urllib.parse import quote

from monitor.domain.alerts.alert import Alert
from monitor.domain.alerts.message import NO_LINKS, Links
from monitor.domain.judging.review import Verdict

Answer = Literal["relevant", "irrelevant", "new", "seen", "wrong-storyline", "snooze", "mute", "taken"]  # tokens hold their places
ANSWERS: tuple[Answer, ...] = get_args(Answer)
VERDICTS: Mapping[Answer, Verdict] = {
    "relevant": "relevant",
    "irrelevant": "not-relevant",
    "new": "new",
    "seen": "not-new",
    "wrong-storyline": "wrong-storyline",
}
# How long a storyline pushes nothing: the reader's wish for a day, and the button of a mail program, which means for good.
SILENT: Mapping[Answer, timedelta] = {"snooze": timedelta(hours=24), "mute": timedelta(days=3650)}
PATH = "/answers/"

Unreadable = Literal["not a link of ours", "too old"]


@dataclass(frozen=True, slots=True)
class Reply:
    """What a reader says by opening a link and confirming."""

    answer: Answer
    article: int
    channel: str
    until: datetime  # the link works


def links_of(alert: Alert, channel: str, pages: str | None, key: bytes | None, until: datetime, *, alone: bool = True) -> Links:
    """Say where a message leads beside the article: to pages of ours, and, where there is a key to sign with, to each answer.

    Who reads alone need not tell others that something is taken.
    """
    if pages is None:
        return NO_LINKS
    base = pages.rstrip("/")
    answers = {answer: f"{base}{PATH}{sign(Reply(answer, alert.article_id, channel, until), key)}" for answer in ANSWERS} if key else {}
    shown = [answer for answer in answers if answer != "mute" and not (alone and answer == "taken")]
    return Links(
        development=f"{base}/developments/{quote(alert.development, safe='')}" if alert.development else None,
        storyline=f"{base}/storylines/{quote(alert.storyline, safe='')}" if alert.storyline else None,
        feedback={answer: answers[answer] for answer in shown},
        unsubscribe=answers.get("mute"),
    )


def sign(reply: Reply, key: bytes) -> str:
    """Write a reply as a token that nobody else can make."""
    said = f"{ANSWERS.index(reply.answer)}.{reply.article}.{int(reply.until.timestamp())}.{reply.channel}"
    return f"{said}~{_seal(said, key)}"


def read(token: str, key: bytes, now: datetime) -> Reply | Unreadable:
    """Read a token; say why where it cannot be taken."""
    said, _, seal = token.partition("~")
    if not hmac.compare_digest(seal.encode(), _seal(said, key).encode()):
        return "not a link of ours"
    answer, article, until, channel = said.split(".", 3)
    reply = Reply(ANSWERS[int(answer)], int(article), channel, datetime.fromtimestamp(int(until), UTC))
    return reply if now < reply.until else "too old"


def channel_of(token: str) -> str:
    """Say to which channel the message of a link went; only for a token that was read before."""
    return token.partition("~")[0].split(".", 3)[3]


def _seal(said: str, key: bytes) -> str:
    return urlsafe_b64encode(hmac.new(key, said.encode(), sha256).digest()[:18]).decode()
