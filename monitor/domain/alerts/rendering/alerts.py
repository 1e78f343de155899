"""How an alert looks: read in ten seconds on a phone, from what is new down to why it came."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from monitor.domain.alerts.alert import Alert, alert_to_dict, origins, subject_of
from monitor.domain.alerts.channel import Channel
from monitor.domain.alerts.delivery import delivery_key
from monitor.domain.alerts.message import NO_LINKS, Block, Line, Links, Message, Span, dim, line, strong
from monitor.domain.alerts.rendering.composing import compose
from monitor.domain.alerts.subject import beyond, plain_value, without_tag
from monitor.domain.alerts.wording import IN, clock, counted, day, moment, reason
from monitor.domain.alerts.wording.words import Words
from monitor.domain.judging.storyline import Novelty, Teller
from monitor.domain.words.text import closed

NAMED = 4  # who repeats, by name; the rest is counted
IN_A_ROW = 2  # likewise, where there is one row for it
REASONS = 3
_LONG_AFTER = timedelta(hours=48)  # behind the first teller: from then on in days
_TOLD_ORIGINS = 4


def render(alert: Alert, channel: Channel, links: Links = NO_LINKS) -> Message:
    """Write the message of an alert for one channel."""
    # The address is in it because a fresh archive numbers its developments anew, and receivers drop a key that they know.
    key = delivery_key(alert.key, alert.level, channel.name, alert.article_url)
    words = IN[channel.language]
    blocks = (
        Block(None, (preview(alert, channel), *_notices(alert, channel))),
        Block(words.new, _new(alert, channel)),
        Block(words.who, tuple(_who(alert, channel))),
        Block(words.storyline, tuple(_storyline(alert, channel))),
        Block(words.why, tuple(_why(alert, words))),
        Block(words.links, tuple(links_of(alert, words, links))),
    )
    subject, mark, thread = subject_of(alert, words), f"{alert.key} · {key[:8]}", alert.storyline or None
    made = compose(channel, key, subject, blocks, mark=mark, thread=thread, data=_data(alert))
    parent = alert.corrects or alert.updates
    return replace(made, parent=parent.messages.get(channel.name) if parent else None, unsubscribe=links.unsubscribe)


# ── the first lines ───────────────────────────────────────────────────────────


def preview(alert: Alert, channel: Channel) -> Line:
    """Write the line that a phone shows under the subject: old → new and who says so."""
    words = IN[channel.language]
    source = f"{alert.publisher}, {clock(words, alert.published, channel.zone)}"
    for novelty, value in leading(alert):
        new = strong(plain_value(value) or novelty.text)
        old = plain_value(novelty.old or "") if value else novelty.old or ""
        return line(old, dim(known_from(novelty, channel)), " → ", new, dim(f" ({source})"), style="lead")
    if said := _first_said(alert, words):
        return line(dim(f"{source}: "), f"“{closed(said)}”", style="lead")
    return line(words.seen_first.format(source=source), style="lead")


def _first_said(alert: Alert, words: Words) -> str:
    """Choose what to quote below the subject: the first sentence, as far as it goes beyond it; else another, or the headline."""
    subject = without_tag(subject_of(alert, words))
    quotes = [*(novelty.quote for novelty in alert.novelties), alert.quote, alert.article_title]
    return next(filter(None, (beyond(subject, quote) for quote in quotes if quote)), "")


def leading(alert: Alert) -> list[tuple[Novelty, str]]:
    """Name the change that a reader wants first: that of the main fact, else a date or a sum; a distance in passing is none."""
    changed = [(number, novelty, value) for number, (novelty, value) in enumerate(told(alert)) if novelty.old]
    return [(novelty, value) for number, novelty, value in changed if number == 0 or (value and novelty.kind in ("date", "money"))][:1]


def told(alert: Alert) -> list[tuple[Novelty, str]]:
    """Join what is new with its bare values."""
    return list(zip(alert.novelties, alert.values, strict=True))


def known_from(novelty: Novelty, channel: Channel) -> str:
    """Say where the old value comes from: " (TASS, 12 Nov 2025)"; nothing where only the article itself names it."""
    at = day(IN[channel.language], novelty.old_at, channel.zone) if novelty.old_at else None
    known = [part for part in (novelty.old_source, at) if part]
    return f" ({', '.join(known)})" if known else ""


def _notices(alert: Alert, channel: Channel) -> Iterator[Line]:
    """Say what a reader has to know before believing it."""
    words = IN[channel.language]
    if alert.corrects:
        at = day(words, alert.corrects.made_at, channel.zone)
        # A correction that names no value which we told may be of another's mistake.
        said = words.corrects if any(novelty.kind == "correction" and novelty.old for novelty in alert.novelties) else words.concerns
        yield line(said.format(day=at, subject=alert.corrects.subject), style="notice")
    elif alert.updates:
        at = moment(words, alert.updates.made_at, channel.zone)
        yield line(words.adds.format(moment=at, subject=alert.updates.subject), style="notice")
    if alert.rumour:
        yield line(words.rumour, style="notice")
    if warning := _warning(alert, words):
        yield line(warning, style="notice")


def _warning(alert: Alert, words: Words) -> str | None:
    by_kind = {"denial": words.denied, "conflict": words.two_versions, "quote-claim": words.claimed}
    if alert.kind == "correction" and not alert.corrects:
        return words.source_corrects
    return by_kind.get(alert.kind)


# ── what is new ───────────────────────────────────────────────────────────────


def _new(alert: Alert, channel: Channel) -> tuple[Line, ...]:
    """Write each new fact once; what the first line has quoted already is not quoted again."""
    if not alert.novelties:
        return ()
    quoted = "" if leading(alert) else _first_said(alert, IN[channel.language])
    lines: list[Line] = []
    for text in dict.fromkeys(novelty.text for novelty in alert.novelties):
        same = [(novelty, value) for novelty, value in told(alert) if novelty.text == text]
        lines += [one for one in _fact(text, same, quoted, channel) if one not in lines]
    return (*lines, *_stated_before(alert, channel))


def _stated_before(alert: Alert, channel: Channel) -> Iterator[Line]:
    """Quote what the archive last said of the matter, where no value of it is shown as replaced."""
    if alert.before and not any(novelty.old for novelty in alert.novelties):
        words = IN[channel.language]
        source = f" ({alert.before.source}, {day(words, alert.before.at, channel.zone)})"
        yield line(f"“{closed(alert.before.text)}”", dim(source), label=words.before)


def _fact(text: str, same: list[tuple[Novelty, str]], quoted: str, channel: Channel) -> Iterator[Line]:
    """Write one new fact: itself, the sentence that says so, and what it replaces."""
    quotes = [quote for quote in dict.fromkeys(novelty.quote for novelty, _ in same) if quote not in ("", text)]
    part = text.strip("…").rstrip(".")
    # A fact that is only a part of its sentence is told by the sentence, and marked as a quotation.
    if not any(part in quote for quote in quotes) and text != quoted:
        yield line(closed(text), style="fact")
    yield from (line(f"“{closed(quote)}”", style="quote") for quote in quotes if quote != quoted)
    for novelty, value in same:
        if novelty.old:
            after: tuple[str | Span, ...] = (" → ", strong(value)) if value else ()
            yield line(novelty.old, dim(known_from(novelty, channel)), *after, label=IN[channel.language].before)


# ── who says so ───────────────────────────────────────────────────────────────


def _who(alert: Alert, channel: Channel) -> Iterator[Line]:
    words = IN[channel.language]
    first, *others = alert.tellers
    taken = f", {words.taken_from.format(origin=first.origin)}" if first.origin else ""
    alone = "" if others else f"; {words.nobody_else}"
    yield line(strong(first.publisher), f"{_language(first)}, {moment(words, first.at, channel.zone)}{taken}{alone}", label=words.first)
    if others:
        yield line(repeaters(alert, words), label=words.also)
        yield line(by_origin(alert, words), label=words.in_all)
    yield line(alert.article_title, label=words.headline)


def repeaters(alert: Alert, words: Words, named: int = NAMED) -> str:
    """Name who repeats, each with how long after the first: "TASS (en) +0:20, Kazinform (kk) +1:05 (+9)"."""
    first, *others = alert.tellers
    told = [f"{one.publisher}{_language(one)} {_after(first, one, words)}" for one in others[:named]]
    return ", ".join(told) + (f" (+{len(others) - named})" if len(others) > named else "")


def sources(alert: Alert, channel: Channel) -> str:
    """Name in one row who told it when, and count by origin: "Interfax (ru) 15:10, TASS (en) +0:20 (+9); 11 outlets, 1 origin: …"."""
    words, first = IN[channel.language], alert.tellers[0]
    begun = f"{first.publisher}{_language(first)} {first.at.astimezone(channel.zone):%H:%M}"
    return f"{begun}, {repeaters(alert, words, IN_A_ROW)}; {by_origin(alert, words)}"


def by_origin(alert: Alert, words: Words) -> str:
    """Count outlets and what they took it from: "3 outlets, 1 origin: TASS"."""
    sources = origins(alert.tellers)
    outlets = counted(words, len({teller.publisher for teller in alert.tellers}), words.outlets)
    more = f" (+{len(sources) - _TOLD_ORIGINS})" if len(sources) > _TOLD_ORIGINS else ""
    return f"{outlets}, {counted(words, len(sources), words.origins)}: {', '.join(sources[:_TOLD_ORIGINS])}{more}"


def _language(teller: Teller) -> str:
    return f" ({teller.language})" if teller.language else ""


def _after(first: Teller, other: Teller, words: Words) -> str:
    later = max(other.at - first.at, timedelta(0))
    if later >= _LONG_AFTER:
        return words.days_later.format(number=later.days)
    minutes = int(later.total_seconds() // 60)
    return f"+{minutes // 60}:{minutes % 60:02}"


# ── where it belongs, and why ─────────────────────────────────────────────────


def _storyline(alert: Alert, channel: Channel) -> Iterator[Line]:
    words = IN[channel.language]
    yield line(strong(alert.storyline_title or words.no_storyline))
    yield line(movement(alert, channel), label=words.moved)
    if alert.last_summary and not alert.before and not any(novelty.old for novelty in alert.novelties):
        yield line(f"“{alert.last_summary}”", label=words.last_state)
    if alert.seed_title:
        yield line(f"“{alert.seed_title}”", label=words.seed, url=alert.seed_url)


def movement(alert: Alert, channel: Channel) -> str:
    """Say when the storyline moved last, and how long it stood still."""
    words = IN[channel.language]
    if alert.last_moved is None or alert.days_quiet is None:  # what its dossier tells has moved it too
        return words.opens if alert.opening else words.first_development
    last = day(words, alert.last_moved, channel.zone)
    if alert.days_quiet == 0:
        return words.moved_today.format(day=last)
    return words.moved_after.format(days=counted(words, alert.days_quiet, words.days), day=last)


def _why(alert: Alert, words: Words) -> Iterator[Line]:
    if alert.reasons:
        named: dict[str, str] = {}  # where else in the article a name stands says little more
        for one in alert.reasons:
            named.setdefault(one.partition(" in the ")[0], one)
        each = list(named.values())
        more = f" (+{len(each) - REASONS})" if len(each) > REASONS else ""
        yield line("; ".join(reason(words, one) for one in each[:REASONS]) + more, label=words.matched, style="small")
    why = "; ".join(reason(words, one) for one in alert.why)
    level = words.levels.get(alert.level, alert.level)
    yield line(f"{level}: {why}" if why else level, label=words.level, style="small")


def links_of(alert: Alert, words: Words, links: Links) -> Iterator[Line]:
    """List where to go from here: the article, pages of our own or the commands in their place, and one tap of feedback."""
    yield line(words.open_article, style="button", url=alert.article_url)
    pages = ((words.open_development, links.development), (words.open_storyline, links.storyline))
    yield from (line(said, style="button", url=url) for said, url in pages if url)
    yield from (line(words.feedback.get(verdict, verdict), style="choice", url=url) for verdict, url in links.feedback.items())
    if not links.storyline:
        if alert.storyline:
            yield line(f"monitor storylines show {alert.storyline}", style="command", label=words.show_storyline)
        yield line(f"monitor why {alert.article_id}", style="command", label=words.show_reasons)


# ── for programs ──────────────────────────────────────────────────────────────


def _data(alert: Alert) -> Mapping[str, Any]:
    """The alert for programs; `key` and `schema` are added where the message is made."""
    values = alert_to_dict(alert)
    of_article = ("article_id", "article_url", "article_title", "publisher", "language", "published")
    return {
        "message_kind": "correction" if alert.corrects else "alert",
        "level": alert.level,
        "kind": alert.kind,
        "storyline": alert.storyline,
        "storyline_title": alert.storyline_title,
        "development": alert.development,
        "novelties": values["novelties"],
        "before": values["before"],
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
