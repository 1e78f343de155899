"""What of a feed can really be seen: learnt from its own history, and told when it changes.

A feed that answers is not yet one that can be relied on: it may have fallen asleep, skipped entries between two polls, or begun to
send walls, rubbish or next to nothing. Each trouble is told once when it begins and once when it is over.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import pairwise
from statistics import median

from monitor.domain.feeds.feed import GONE_AFTER, Day, Feed, FeedState

DEAD_AFTER = timedelta(days=1)  # without one good answer; a reader should not take the silence for rest
POLLS_MISSED = 3  # of a feed that is asked less than every few hours
NEVER_SEEN = 3  # failures in a row of a feed that never gave a good answer
GAPS = 8  # times between arrivals that make a rhythm
LEAST_PATIENCE = timedelta(days=2)
HABIT_DAYS = 7  # a week, so that its quiet days are known
NEWEST = 10  # articles, or entries, that are looked at for walls and rubbish

DAY = timedelta(days=1)


class Ailment(StrEnum):
    """What may be wrong with what a feed lets us see."""

    DEAD = "dead"  # gone, or no good answer for a day
    SILENT = "silent"  # it answers, and brings nothing for far longer than it used to
    GAPPED = "gapped"  # two polls had nothing in common: entries may have been missed
    DEGRADED = "degraded"  # pages have become walls, text is unreadable, or its volume is far from habit


@dataclass(frozen=True, slots=True)
class Trouble:
    """One thing that is wrong with a feed, in a sentence; `usual` is the habit that it was measured by."""

    ailment: Ailment
    told: str
    usual: float | None = None


@dataclass(frozen=True, slots=True)
class History:
    """What is remembered of a feed."""

    arrivals: Sequence[datetime] = ()  # of its newest entries, in any order; entries of one poll may share a moment
    days: Sequence[Day] = ()  # in order
    stubs: Sequence[bool] = ()  # of its articles, the newest first: only the feed's own words were to be had
    texts: Sequence[str] = ()  # titles of its newest entries, the newest first


def look_at(feed: Feed, history: History, standing: Mapping[Ailment, float | None], now: datetime) -> list[Trouble]:
    """Say what is wrong with a feed. What is `standing` already, with the habit it was measured by, is over only when it clearly is."""
    dead = _dead(feed, now)
    if dead:
        return [dead]
    if feed.succeeded_at is None:
        return []
    degraded = [_walls(history.stubs, Ailment.DEGRADED in standing), _rubbish(history.texts), _volume(history.days, standing, now)]
    found = [_silent(history.arrivals, now), _gapped(history.days, now), next((one for one in degraded if one), None)]
    return [one for one in found if one]


def _dead(feed: Feed, now: datetime) -> Trouble | None:
    if not feed.failures:
        return None
    if feed.state is FeedState.GONE and feed.failures >= GONE_AFTER:
        return Trouble(Ailment.DEAD, "it is gone for good (410), and is asked no more")
    if feed.succeeded_at is None:
        return Trouble(Ailment.DEAD, f"it never answered well: {without_address(feed.last_error)}") if feed.failures >= NEVER_SEEN else None
    if now - feed.succeeded_at < max(DEAD_AFTER, POLLS_MISSED * feed.settings.every):
        return None
    return Trouble(Ailment.DEAD, f"no good answer for {span(now - feed.succeeded_at)}: {without_address(feed.last_error)}")


def _silent(arrivals: Sequence[datetime], now: datetime) -> Trouble | None:
    moments = sorted({moment for moment in arrivals if moment <= now})
    gaps = [later - earlier for earlier, later in pairwise(moments)]
    if len(gaps) < GAPS:
        return None
    usual = sorted(gaps)[len(gaps) // 2]
    # Three times its longest rest: weekends and holidays are no silence.
    patience = max(LEAST_PATIENCE, 3 * max(gaps), 8 * usual)
    quiet = now - moments[-1]
    if quiet <= patience:
        return None
    return Trouble(Ailment.SILENT, f"nothing new for {span(quiet)}; it used to bring something every {span(usual)}")


def _gapped(days: Sequence[Day], now: datetime) -> Trouble | None:
    recent = sum(day.apart for day in days if day.on >= (now - DAY).date())
    if not recent:
        return None
    times = "once" if recent == 1 else f"{recent} times"
    return Trouble(
        Ailment.GAPPED, f"{times} in two days no entry was known from the poll before, so some may have been missed; ask it more often"
    )


def _walls(stubs: Sequence[bool], standing: bool) -> Trouble | None:
    now, before = stubs[:NEWEST], stubs[NEWEST:]
    if len(now) < NEWEST or (len(before) < NEWEST and not standing):
        return None
    share, usual = _share(now), _share(before) if before else 0.0
    if share >= 0.5 if standing else (share >= 0.8 and usual <= 0.4):
        return Trouble(
            Ailment.DEGRADED, f"of its last {NEWEST} articles {round(share * NEWEST)} could be read only as far as the feed's own words go"
        )
    return None


def _rubbish(texts: Sequence[str]) -> Trouble | None:
    spoilt = sum(is_garbled(text) for text in texts[:NEWEST])
    if spoilt < max(3, 0.3 * min(len(texts), NEWEST)):
        return None
    return Trouble(
        Ailment.DEGRADED, f"{spoilt} of its last {min(len(texts), NEWEST)} titles are unreadable: its charset is not what it says"
    )


def _volume(days: Sequence[Day], standing: Mapping[Ailment, float | None], now: datetime) -> Trouble | None:
    past = [day for day in days if day.on < now.date()]
    if not past:
        return None
    *before, last = past
    usual = standing.get(Ailment.DEGRADED)
    if usual is None and len(before) < HABIT_DAYS:
        return None
    habit = usual or float(median(day.listed for day in before))
    lowest = min((day.listed for day in before), default=0)
    if last.listed < 0.25 * habit and (usual is not None or (habit >= 8 and last.listed < 0.5 * lowest)):
        return Trouble(Ailment.DEGRADED, f"it lists {last.listed} entries where it used to list {habit:.0f}", habit)
    most = max((day.new for day in before), default=0)
    if usual is None and last.new >= 50 and last.new > 5 * most:
        return Trouble(Ailment.DEGRADED, f"it brought {last.new} new entries in a day, where {most} was the most before")
    return None


def _share(flags: Sequence[bool]) -> float:
    return sum(flags) / len(flags)


# ── unreadable text ───────────────────────────────────────────────────────────

_LETTERS = re.compile(r"[^\W\d_]")
# Cyrillic in UTF-8, as other charsets show it: every letter begins with one of four bytes.
_AS_1251 = re.compile("[РСТУ][ЂЃѓЉЊЌЋЏђљњќћџЎўЈҐЄЇІґєјЅѕїёЁ°±µ¶·№©®«»¬¦§¤\u2010-\u2044€‰™\u00a0\u00ad]")
_AS_LATIN = re.compile("[ÐÑÒÓ]")
_WESTERN = re.compile("Ã[\u0080-\u00bf]|â€[\u0080-\u00bf™œž“”˜¦]|Â[\u00a0-\u00bf]")
_TURNED = re.compile(r"\b[а-яё][А-ЯЁ]{2,}")  # KOI8 read as windows-1251, and the other way round, turn the case over


def is_garbled(text: str) -> bool:
    """Say whether a text was read in another charset than it was written in."""
    if text.count("\ufffd") >= 2 or re.search(r"\?{4,}", text):
        return True
    letters, words = len(_LETTERS.findall(text)), len(text.split())
    if letters < 8:
        return False
    cyrillic = max(len(_AS_1251.findall(text)) / 0.2, len(_AS_LATIN.findall(text)) / 0.3)
    return cyrillic >= letters or len(_WESTERN.findall(text)) >= 2 or len(_TURNED.findall(text)) >= max(2, 0.3 * words)


# ── words ─────────────────────────────────────────────────────────────────────


def without_address(error: str | None) -> str:
    """Leave out where an error begins with the address of its feed: who reads of the feed by its name needs no address."""
    return re.sub(r"^https?://\S+: ", "", error or "")


def span(time: timedelta) -> str:
    """Write a length of time for people: "3 days", "5 hours", "20 minutes"."""
    for unit, seconds in (("day", 86_400), ("hour", 3600)):
        if time.total_seconds() >= 2 * seconds:
            return f"{time.total_seconds() / seconds:.0f} {unit}s"
    minutes = max(1, round(time.total_seconds() / 60))
    return f"{minutes} minute" + ("s" if minutes > 1 else "")
