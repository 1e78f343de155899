"""Many alerts and counts in one message: the digest, and the summary of a first look."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from itertools import groupby

from monitor.domain.alert import SUBJECT_LIMIT, Alert, shorten
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
class Period:
    """What a digest tells of."""

    since: datetime | None  # None: since the beginning
    until: datetime
    alerts: Sequence[Alert]
    held: Mapping[str, int]  # reason → matches that did not alert
    articles: int  # kept in the period
    feeds: int  # that are asked
    unseen: Sequence[str]  # what could not be seen, one line a feed
    dead: int = 0  # messages that were given up
    last_alert: int = 0  # the newest alert told


def render_baseline(summary: BaselineSummary, channel: str = "") -> Message:
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
    key = delivery_key("baseline", channel, str(summary.feeds), str(summary.entries), str(summary.until))
    told = {"message_kind": "baseline", "feeds": summary.feeds, "entries": summary.entries, "matches": summary.matches}
    data = told | {"storylines": dict(summary.storylines), "held": dict(summary.held)}
    return compose(key, subject, blocks, key[:8], None, data)


def render_released(alerts: Sequence[Alert], keys: Sequence[str], channel: str = "", zone: tzinfo = UTC) -> Message:
    """Write the one message that stands for several alerts which quiet hours held; `keys` are those of their deliveries."""
    key = delivery_key("released", channel, *sorted(keys))
    subject = f"{count(len(alerts), 'alert')} from quiet hours: {alerts[0].subject.rsplit(' [', 1)[0]}"
    opening = Block(None, (Line(f"{count(len(alerts), 'alert')} came in quiet hours. The first: {preview(alerts[0], zone)}", "strong"),))
    developments = [{"development": a.development, "storyline": a.storyline, "subject": a.subject, "url": a.article_url} for a in alerts]
    data = {"message_kind": "released", "level": "push", "joined": list(keys), "developments": developments}
    return compose(key, subject, (opening, *_developments(alerts, zone)), key[:8], None, data)


def render_digest(period: Period, channel: str = "", zone: tzinfo = UTC) -> Message:
    """Write everything since the last digest: developments by storyline, what was held back and why, what could not be seen."""
    key = delivery_key("digest", channel, period.until.isoformat(), str(period.last_alert))
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
    return (seen, *(Line(f"• {line}") for line in period.unseen[:LISTED]), *dead)


def _by_weight(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
