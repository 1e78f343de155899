"""How many alerts and counts look in one message: the digest, what was held and came together, and the summary of a first look."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from monitor.domain.alerts.alert import Alert, subject_of
from monitor.domain.alerts.channel import Channel
from monitor.domain.alerts.delivery import delivery_key
from monitor.domain.alerts.digest import BaselineSummary, Period, Unseen
from monitor.domain.alerts.message import Block, Line, Message, dim, line, strong
from monitor.domain.alerts.rendering.alerts import preview, sources
from monitor.domain.alerts.rendering.calendar import as_calendar
from monitor.domain.alerts.rendering.composing import compose, room_beside
from monitor.domain.alerts.subject import SUBJECT_LIMIT, shorten, without_tag
from monitor.domain.alerts.wording import IN, counted, held_kind, moment, reason, short_day
from monitor.domain.alerts.wording.words import Words

QUIET_NAMED = 12  # storylines that stand still, by name; the rest is counted
LISTED = 30  # developments that one message spells out; the rest is counted
_LEAST_FACT = 24  # characters of the weightiest fact behind the counts of a subject; fewer tell nothing
UNDESCRIBED = "storylines that no dossier tells of"  # what the store calls those without a dossier


def render_digest(period: Period, channel: Channel) -> Message:
    """Write everything since the last digest in a fixed order, so that two of them can be compared."""
    words = IN[channel.language]
    blocks = (
        Block(None, (line(_since(period, channel), style="lead"),)),
        Block(words.push_block, _developments([a for a in period.developments if a.level == "push"], period, channel)),
        Block(words.digest_block, _developments([a for a in period.developments if a.level != "push"], period, channel)),
        Block(words.updates_block, _developments(period.updates, period, channel)),
        Block(words.doubts_block, _developments(period.doubtful, period, channel)),
        Block(words.amended_block, tuple(_amended(period, words))),
        Block(words.calendar_block, tuple(_calendar(period, words))),
        Block(words.quiet_block, tuple(_quiet(period, words))),
        Block(words.snoozed_block, tuple(_snoozed(period, channel))),
        Block(words.held_block, tuple(_held(period.held, words)) if period.alerts or period.held else ()),
        Block(words.coverage_block, tuple(_coverage(period, channel)) if period.alerts or not _is_well(period) else ()),
    )
    key = delivery_key("digest", channel.name, period.until.isoformat(), str(period.last_alert))
    made = compose(channel, key, _subject(period, channel), blocks, data=_data(period))
    return replace(made, calendar=as_calendar(period.calendar, period.until, room_beside(made)) if made.html else "")


def _data(period: Period) -> Mapping[str, Any]:
    return {
        "message_kind": "digest",
        "since": period.since.isoformat() if period.since else None,
        "until": period.until.isoformat(),
        "last_alert": period.last_alert,
        "developments": [_told(alert) for alert in period.alerts],
        "calendar": [
            {"day": one.day.isoformat(), "said": one.said, "storyline_title": one.storyline_title, "url": one.url}
            for one in period.calendar
        ],
        "held": dict(period.held),
        "unseen": [f"{one.feed}: {one.said}" for one in period.unseen],
        "unusual": [f"{feed}: {told}" for feed, told in period.unusual],
    }


def _told(alert: Alert) -> Mapping[str, Any]:
    return {"development": alert.development, "storyline": alert.storyline, "subject": alert.subject, "url": alert.article_url}


# ── the first lines ───────────────────────────────────────────────────────────


def _subject(period: Period, channel: Channel) -> str:
    words = IN[channel.language]
    named = f"{period.topic[:1].upper()}{period.topic[1:]} " if period.topic else ""
    when = named + short_day(words, period.until, channel.zone)
    if not period.alerts:
        return f"{when}: {_nothing(period, words)}"
    held = sum(period.held.values())
    counts = f"{when}: {', '.join([*_counts(period, words), *([words.held_in_short.format(number=held)] if held else [])])}"
    room = SUBJECT_LIMIT - len(counts) - 2
    weightiest = shorten(without_tag(subject_of((period.developments or period.alerts)[0], words)), room) if room >= _LEAST_FACT else ""
    return f"{counts}: {weightiest}" if weightiest else counts


def _counts(period: Period, words: Words) -> Iterator[str]:
    several = ((period.developments, words.developments), (period.updates, words.updates), (period.doubtful, words.doubts))
    yield from (counted(words, len(alerts), forms) for alerts, forms in several if alerts)


def _nothing(period: Period, words: Words) -> str:
    kept = words.kept.format(articles=counted(words, period.articles, words.articles))
    return f"{words.nothing_new}; {kept}; {_health(period, words)}"


def _health(period: Period, words: Words) -> str:
    if not period.unseen:
        return words.all_seen.format(feeds=counted(words, period.feeds, words.feeds), number=period.feeds)
    return words.some_unseen.format(unseen=len(period.unseen), number=period.feeds)


def _is_well(period: Period) -> bool:
    """Say whether the first line of an empty day has told all there is to coverage."""
    return bool(period.feeds) and not (period.unseen or period.unusual or period.dead)


def _since(period: Period, channel: Channel) -> str:
    words = IN[channel.language]
    kept = words.kept.format(articles=counted(words, period.articles, words.articles))
    told = f"{', '.join(_counts(period, words))}; {kept}" if period.alerts else _nothing(period, words)
    if period.since is None:
        return words.digest_from_the_beginning.format(told=told)
    return words.digest_since.format(since=moment(words, period.since, channel.zone), told=told)


# ── developments ──────────────────────────────────────────────────────────────


def _developments(alerts: Sequence[Alert], period: Period, channel: Channel) -> tuple[Line, ...]:
    words = IN[channel.language]
    # Storylines in a fixed order, so that two digests can be compared.
    ordered = sorted(alerts, key=lambda alert: (alert.storyline_title.casefold(), alert.storyline, alert.published, alert.key))
    lines = [one for alert in ordered[:LISTED] for one in development(alert, channel, period.moved.get(alert.key))]
    rest = len(alerts) - LISTED
    more = words.more.format(developments=counted(words, rest, words.developments))
    return (*lines, *([line("monitor alerts list", style="command", label=more)] if rest > 0 else []))


def development(alert: Alert, channel: Channel, moved: str | None = None) -> Iterator[Line]:
    """Write one development in a few lines: the fact, old → new with its source, who tells it, where to read it."""
    words = IN[channel.language]
    fact, _, tag = subject_of(alert, words).rpartition(" [")
    yield line(fact or tag, *([dim(f" [{tag}")] if fact else []), style="fact")
    yield line(*preview(alert, channel).spans)
    if len(alert.tellers) > 1:
        yield line(sources(alert, channel), style="small")
    if moved:
        yield line(reason(words, moved), style="small")
    headline = [] if alert.article_title in fact else [dim(f" · {alert.article_title}")]
    yield line(alert.storyline_title or words.no_storyline, *headline, style="small", url=alert.article_url)


# ── the other blocks ──────────────────────────────────────────────────────────


def _amended(period: Period, words: Words) -> Iterator[Line]:
    for one in period.amended:
        yield line(one.subject, style="fact", url=one.url)
        yield from (line(reason(words, effect), style="small") for effect in one.effects)


def _calendar(period: Period, words: Words) -> Iterator[Line]:
    for one in period.calendar:
        source = f" ({one.source})" if one.source else ""
        yield line(f"“{one.said}”", dim(f" · {one.storyline_title}{source}"), label=short_day(words, one.day), url=one.url)


def _quiet(period: Period, words: Words) -> Iterator[Line]:
    """Name the storylines that stand still in one line: it says each morning nearly the same."""
    silent = [(one.title, counted(words, (period.until - one.last_moved).days, words.days)) for one in period.quiet[:QUIET_NAMED]]
    more = f" (+{len(period.quiet) - QUIET_NAMED})" if len(period.quiet) > QUIET_NAMED else ""
    if silent:
        yield line("; ".join(words.quiet_for.format(title=title, days=days) for title, days in silent) + more, style="small")


def _snoozed(period: Period, channel: Channel) -> Iterator[Line]:
    words = IN[channel.language]
    for title, until in period.snoozed.items():
        yield line(title, dim(f": {words.snoozed_until.format(moment=moment(words, until, channel.zone))}"))


def _held(held: Mapping[str, int], words: Words) -> Iterator[Line]:
    if not held:
        yield line(words.nothing)
        return
    yield line(strong(str(sum(held.values()))), f": {_by_kind(held, words)}")
    yield line("monitor held", style="command", label=words.to_see_them)


def _by_kind(held: Mapping[str, int], words: Words) -> str:
    """Count what was held by kind of reason: "33 repeats, 6 copies, 2 background"."""
    kinds: Counter[str] = Counter()
    for said, number in held.items():
        kinds[held_kind(said)] += number
    return ", ".join(counted(words, number, words.held_kinds[kind]) for kind, number in _by_weight(kinds))


def _coverage(period: Period, channel: Channel) -> Iterator[Line]:
    words = IN[channel.language]
    seen = words.seen.format(seen=period.feeds - len(period.unseen), number=period.feeds)
    yield line(seen if period.feeds else words.no_feed)
    yield from (_unseen(one, channel) for one in period.unseen[:LISTED])
    yield from (line(strong(feed), f": {reason(words, told)}", label=words.unusual) for feed, told in period.unusual[:LISTED])
    if period.dead:
        undelivered = words.undelivered.format(messages=counted(words, period.dead, words.messages))
        yield line("monitor alerts failed", style="command", label=undelivered)


def _unseen(one: Unseen, channel: Channel) -> Line:
    words = IN[channel.language]
    last = words.last_seen.format(moment=moment(words, one.last, channel.zone)) if one.last else words.never_seen
    return line(strong(one.feed), f": {reason(words, one.said)}", dim(f", {last}"), label=words.not_seen)


def _by_weight(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


# ── what came together ────────────────────────────────────────────────────────


def render_released(alerts: Sequence[Alert], keys: Sequence[str], channel: Channel, *, quiet: bool = True) -> Message:
    """Write the one message that stands for several alerts which were held: by quiet hours, or else because so many came at once.

    `keys` are those of their deliveries.
    """
    words = IN[channel.language]
    number = counted(words, len(alerts), words.alerts)
    lines = [one for alert in alerts[:LISTED] for one in development(alert, channel)]
    if (rest := len(alerts) - LISTED) > 0:
        more = words.more.format(developments=counted(words, rest, words.alerts))
        lines.append(line("monitor alerts list", style="command", label=more))
    title, lead = (words.released, words.released_lead) if quiet else (words.together, words.together_lead)
    subject = title.format(alerts=number, fact=without_tag(subject_of(alerts[0], words)))
    blocks = (Block(None, (line(lead.format(alerts=number), style="lead"),)), Block(words.push_block, tuple(lines)))
    data = {"message_kind": "released", "level": "push", "joined": list(keys), "developments": [_told(alert) for alert in alerts]}
    return compose(channel, delivery_key("released", channel.name, *sorted(keys)), subject, blocks, data=data)


# ── the first look ────────────────────────────────────────────────────────────


def render_baseline(summary: BaselineSummary, channel: Channel) -> Message:
    """Write the one message of a first look: counts for each storyline and reason, no single titles."""
    words = IN[channel.language]
    subject = words.first_look.format(
        feeds=counted(words, summary.feeds, words.feeds),
        entries=counted(words, summary.entries, words.entries),
        matches=counted(words, summary.matches, words.matches),
    )
    blocks = (
        Block(None, (line(words.from_now_on, style="lead"),)),
        Block(words.by_storyline, tuple(_would_alert(summary, words)) or (line(words.none_of_known),)),
        Block(words.held_block, tuple(_held(summary.held, words))),
    )
    key = delivery_key("baseline", channel.name, str(summary.feeds), str(summary.entries), str(summary.until))
    counts = {"message_kind": "baseline", "feeds": summary.feeds, "entries": summary.entries, "matches": summary.matches}
    return compose(channel, key, subject, blocks, data=counts | {"storylines": dict(summary.storylines), "held": dict(summary.held)})


def _would_alert(summary: BaselineSummary, words: Words) -> Iterator[Line]:
    for title, number in _by_weight(summary.storylines):
        said = words.would_have_alerted.format(developments=counted(words, number, words.developments))
        yield line(strong(words.undescribed if title == UNDESCRIBED else title), dim(f": {said}"))
