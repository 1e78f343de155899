"""What digests and the summary of a first look tell: many alerts and counts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from monitor.domain.alerts.alert import Alert
from monitor.domain.facts.dates import dates_in


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
class Unseen:
    """A feed that could not be seen."""

    feed: str
    said: str  # its last error
    last: datetime | None  # when it last answered


@dataclass(frozen=True, slots=True)
class Amended:
    """An alert of ours that a person corrected after it had gone out."""

    subject: str
    verdict: str  # of domain/judging/review.py
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
    unseen: Sequence[Unseen]
    topic: str = ""  # its name, where it has one
    unusual: Sequence[tuple[str, str]] = ()  # feeds that answer, but not as they used to, each with what is otherwise
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


def days_put_off(alert: Alert) -> set[str]:
    """Name the days that something was put off from: those of an old value, whatever its language, that the new one does not name."""
    days: set[str] = set()
    for novelty, value in zip(alert.novelties, alert.values, strict=True):
        if novelty.old:
            days |= _days(novelty.old, alert) - _days(value or novelty.text, alert)
    return days


def _days(text: str, alert: Alert) -> set[str]:
    keys = (when.key for language in ("en", "ru", "kk") for when in dates_in(text, language, alert.published.date()))
    return {key for key in keys if len(key) == len("2026-12-31")}
