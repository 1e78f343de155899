"""Messages about the monitor itself: what is wrong and over, the heartbeat, the sample that tries a channel."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from monitor.domain.alert import SUBJECT_LIMIT, shorten
from monitor.domain.channel import Channel
from monitor.domain.delivery import delivery_key
from monitor.domain.message import Block, Line, Message, compose, count, moment
from monitor.domain.text import clean_line

Trouble = Literal["feed", "channel", "disk", "clock", "stage"]


@dataclass(frozen=True, slots=True)
class Matter:
    """One thing that is wrong with the monitor."""

    kind: Trouble
    name: str  # of the feed, channel or stage
    told: str  # what is the matter, in the words of who answered
    since: datetime
    grave: bool = True  # False: it stands in the report, and makes none


@dataclass(frozen=True, slots=True)
class Report:
    """What changed with the monitor itself since the last report."""

    at: datetime
    new: Sequence[Matter]
    over: Sequence[Matter]
    lasting: Sequence[Matter]  # told before, still so
    feeds: int  # that are asked
    unseen: int  # of these


@dataclass(frozen=True, slots=True)
class Pulse:
    """How the monitor has been since the last heartbeat."""

    at: datetime
    since: datetime
    feeds: int
    unseen: int
    entries: int  # first seen since then
    articles: int
    alerts: int
    sent: int
    waiting: int
    given_up: int
    last_alert_at: datetime | None = None
    matters: Sequence[Matter] = ()


def render_report(report: Report, channel: Channel) -> Message:
    """Write one message of everything that changed with the monitor itself."""
    key = delivery_key("operations", channel.name, report.at.isoformat(), *(f"{one.kind}:{one.name}" for one in report.new))
    blocks = (
        Block(None, (Line(f"{report.feeds - report.unseen} of {count(report.feeds, 'feed')} seen.", "strong"),)),
        Block("New", _told(report.new, channel)),
        Block("Over", _told(report.over, channel)),
        Block("Still so", _told(report.lasting, channel)),
        Block("What to do", (Line("monitor doctor"),)),
    )
    return compose(key, shorten(f"SYSTEM: {_in_short(report)}", SUBJECT_LIMIT), blocks, key[:8], None, {"message_kind": "operations"})


def _in_short(report: Report) -> str:
    changed = report.new or report.over
    named = ", ".join(f"{clean_line(one.name, 60)} {clean_line(one.told, 40)}" for one in changed[:3])
    kinds = "feed" if all(one.kind == "feed" for one in changed) else "matter"
    return f"{count(len(changed), kinds)} {'wrong' if report.new else 'well again'} ({named})"


def _told(matters: Sequence[Matter], channel: Channel) -> tuple[Line, ...]:
    return tuple(Line(f"{one.kind} {one.name}: {one.told}, since {moment(one.since, channel.zone)}") for one in matters)


def render_heartbeat(pulse: Pulse, channel: Channel) -> Message:
    """Write that the monitor lives, and what it has done."""
    key = delivery_key("heartbeat", channel.name, pulse.at.isoformat())
    did = f"{count(pulse.articles, 'article')} kept, {count(pulse.alerts, 'alert')}, {count(pulse.sent, 'message')} sent"
    seen = f"{pulse.feeds - pulse.unseen} of {count(pulse.feeds, 'feed')} seen"
    blocks = (
        Block(None, (Line(f"{did} since {moment(pulse.since, channel.zone)}.", "strong"),)),
        Block("Waiting", (Line(f"{count(pulse.waiting, 'message')} on the way, {pulse.given_up} given up."),)),
        Block("Wrong", _told(pulse.matters, channel)),
    )
    return compose(key, shorten(f"SYSTEM: alive; {seen}; {did}", SUBJECT_LIMIT), blocks, key[:8], None, {"message_kind": "heartbeat"})
