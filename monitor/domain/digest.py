"""Many alerts and counts in one message: the digest, and the summary of a first look."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo
from itertools import groupby

from monitor.domain.alert import SUBJECT_LIMIT, Alert, shorten
from monitor.domain.channel import Channel
from monitor.domain.delivery import delivery_key
from monitor.domain.message import Block, Line, Message, compose, count, day, moment, preview

LISTED = 50  # developments that one digest spells out; the rest is counted


@dataclass(frozen=True, slots=True)
class BaselineSummary:
    """What the first look at feeds found, none of which alerts singly."""

    feeds: int
    entries: int
    matches: int
    storylines: Mapping[str, int]  # title → developments that would have alerted
    held: Mapping[str, int]  # reason → matches
    until: datetime | None = None  # when the newest entry was first seen: makes the key


@dataclass(frozen=True, slots=True)
class Dated:
    """What is to come on a day, as an article or a dossier said it."""

    day: date
    said: str  # the sentence
    storyline_title: str
    source: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class Quiet:
    """A storyline that did not move for long."""

    slug: str
    title: str
    last_moved: datetime


@dataclass(frozen=True, slots=True)
class Amended:
    """An alert of ours that a person corrected after it had gone out."""

    subject: str
    verdict: str  # of domain/review.py
    effects: tuple[str, ...]  # what that changed, in sentences
    at: datetime
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """What a digest tells of."""

    since: datetime | None  # None: since the beginning
    until: datetime
    alerts: Sequence[Alert]
    held: Mapping[str, int]  # reason → matches that did not alert
    articles: int  # kept in the period
    feeds: int  # that are asked
    unseen: Sequence[str]  # what could not be seen, one line a feed
    unusual: Sequence[str] = ()  # feeds that answer, but not as they used to, one line each
    dead: int = 0  # messages that were given up
    last_alert: int = 0  # the newest alert told
    moved: Mapping[str, str] = field(default_factory=dict)  # alert key → why it did not push here: budget, snooze
    snoozed: Mapping[str, datetime] = field(default_factory=dict)  # title of a storyline → until when it is silent here
    amended: Sequence[Amended] = ()
    calendar: Sequence[Dated] = ()  # of the next 14 days, the nearest first
    quiet: Sequence[Quiet] = ()  # the longest silent first

    @property
    def updates(self) -> tuple[Alert, ...]:
        """Alerts that add to a development told before."""
        return tuple(alert for alert in self.alerts if alert.updates)

    @property
    def doubtful(self) -> tuple[Alert, ...]:
        """Rumours, and happenings that are told in two versions."""
        return tuple(alert for alert in self.alerts if alert not in self.updates and (alert.rumour or "conflict" in alert.kinds))

    @property
    def developments(self) -> tuple[Alert, ...]:
        """All other alerts."""
        return tuple(alert for alert in self.alerts if alert not in self.updates and alert not in self.doubtful)


def render_baseline(summary: BaselineSummary, channel: Channel) -> Message:
    """Write the one message of a first look: counts for each storyline and reason, no single titles."""
    subject = f"First look at {count(summary.feeds, 'feed')}: {count(summary.entries, 'entry', 'entries')} kept, "
    subject += count(summary.matches, "match", "matches")
    moved = [Line(f"{title}: {count(n, 'development')} would have alerted") for title, n in _by_weight(summary.storylines)]
    held = [Line(f"{n} {reason}") for reason, n in _by_weight(summary.held)]
    blocks = (
        Block(None, (Line("From now on you hear of what is new against this. Nothing that was there before alerts singly."),)),
        Block("By storyline", tuple(moved) or (Line("No development of a known storyline was among them."),)),
        Block("Held back", tuple(held)),
        Block("To see them", (Line("monitor held --reason baseline", "small"),)),
    )
    key = delivery_key("baseline", channel.name, str(summary.feeds), str(summary.entries), str(summary.until))
    told = {"message_kind": "baseline", "feeds": summary.feeds, "entries": summary.entries, "matches": summary.matches}
    data = told | {"storylines": dict(summary.storylines), "held": dict(summary.held)}
    return compose(key, subject, blocks, key[:8], None, data)


def render_released(alerts: Sequence[Alert], keys: Sequence[str], channel: Channel) -> Message:
    """Write the one message that stands for several alerts which quiet hours held; `keys` are those of their deliveries."""
    key, zone = delivery_key("released", channel.name, *sorted(keys)), channel.zone
    subject = f"{count(len(alerts), 'alert')} from quiet hours: {alerts[0].subject.rsplit(' [', 1)[0]}"
    opening = Block(None, (Line(f"{count(len(alerts), 'alert')} came in quiet hours. The first: {preview(alerts[0], zone)}", "strong"),))
    developments = [{"development": a.development, "storyline": a.storyline, "subject": a.subject, "url": a.article_url} for a in alerts]
    data = {"message_kind": "released", "level": "push", "joined": list(keys), "developments": developments}
    return compose(key, subject, (opening, *_developments(alerts, zone)), key[:8], None, data)


def render_digest(period: Period, channel: Channel) -> Message:
    """Write everything since the last digest: developments by storyline, what was held back and why, what could not be seen."""
    key, zone = delivery_key("digest", channel.name, period.until.isoformat(), str(period.last_alert)), channel.zone
    blocks = (
        Block(None, (Line(_since(period, zone), "strong"),)),
        *_developments(period.alerts, zone),
        Block("Held back", _held(period.held)),
        Block("Coverage", _coverage(period)),
    )
    data = {
        "message_kind": "digest",
        "since": period.since.isoformat() if period.since else None,
        "until": period.until.isoformat(),
        "last_alert": period.last_alert,
        "developments": [
            {"development": a.development, "storyline": a.storyline, "subject": a.subject, "url": a.article_url} for a in period.alerts
        ],
        "held": dict(period.held),
        "unseen": list(period.unseen),
        "unusual": list(period.unusual),
    }
    return compose(key, shorten(_subject(period, zone), SUBJECT_LIMIT), blocks, key[:8], None, data)


def _subject(period: Period, zone: tzinfo) -> str:
    held = sum(period.held.values())
    when = day(period.until, zone)
    if not period.alerts:
        healthy = f"all {period.feeds} feeds healthy" if not period.unseen else f"{len(period.unseen)} of {period.feeds} feeds not seen"
        return f"{when}: no developments; {count(period.articles, 'article')} stored; {healthy}"
    weightiest = period.alerts[0].subject.rsplit(" [", 1)[0]
    return f"{when}: {count(len(period.alerts), 'development')}, {held} held back: {weightiest}"


def _since(period: Period, zone: tzinfo) -> str:
    since = f"since {moment(period.since, zone)}" if period.since else "since the beginning"
    told = f"{count(len(period.alerts), 'development')}, {count(period.articles, 'article')} kept" if period.alerts else "No developments"
    return f"{told} {since}."


def _developments(alerts: Sequence[Alert], zone: tzinfo) -> list[Block]:
    # Storylines in a fixed order, so that two digests can be compared; within one, what pushed comes first.
    ordered = sorted(alerts[:LISTED], key=lambda a: (a.storyline_title.casefold(), a.storyline, a.level != "push", a.published, a.key))
    blocks = [
        Block(title, tuple(line for alert in told for line in _development(alert, zone)))
        for (_, title), told in groupby(ordered, key=lambda a: (a.storyline, a.storyline_title or "No storyline"))
    ]
    rest = len(alerts) - LISTED
    return [*blocks, *([Block("More", (Line(f"{count(rest, 'development')} more: monitor alerts list"),))] if rest > 0 else [])]


def _development(alert: Alert, zone: tzinfo) -> tuple[Line, ...]:
    return (
        Line(alert.subject, "strong"),
        Line(preview(alert, zone)),
        Line(f"{alert.article_title} ({alert.publisher})", "small", url=alert.article_url),
    )


def _held(held: Mapping[str, int]) -> tuple[Line, ...]:
    if not held:
        return (Line("Nothing."),)
    reasons = ", ".join(f"{n} {reason}" for reason, n in _by_weight(held))
    return (Line(f"{sum(held.values())}: {reasons}"), Line("monitor held", "small"))


def _coverage(period: Period) -> tuple[Line, ...]:
    if not period.feeds:
        seen = Line("No feed is switched on.")
    elif period.unseen:
        seen = Line(f"{period.feeds - len(period.unseen)} of {count(period.feeds, 'feed')} seen. Not seen:")
    else:
        seen = Line(f"{period.feeds} of {count(period.feeds, 'feed')} seen.")
    dead = [Line(f"{count(period.dead, 'message')} could not be delivered: monitor alerts failed")] if period.dead else []
    unusual = [Line("Seen, but not as usual:")] if period.unusual else []
    listed = [[Line(f"• {line}") for line in lines[:LISTED]] for lines in (period.unseen, period.unusual)]
    return (seen, *listed[0], *unusual, *listed[1], *dead)


def _by_weight(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
