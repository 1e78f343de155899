"""How messages about the monitor itself look: what is wrong and over, the heartbeat, what could not be delivered."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from monitor.domain.alerts.channel import Channel
from monitor.domain.alerts.delivery import delivery_key
from monitor.domain.alerts.message import Block, Line, Message, dim, line, strong
from monitor.domain.alerts.operations import Matter, Pulse, Report
from monitor.domain.alerts.rendering.composing import compose
from monitor.domain.alerts.subject import SUBJECT_LIMIT, shorten
from monitor.domain.alerts.wording import IN, counted, moment, reason
from monitor.domain.alerts.wording.words import Words
from monitor.domain.words.text import clean_line

_NAMED = 3  # in a subject
_NAME, _TOLD = 40, 30  # characters of a name, and of what is the matter, there


def render_report(report: Report, channel: Channel) -> Message:
    """Write one message of everything that changed with the monitor itself."""
    words = IN[channel.language]
    key = delivery_key("operations", channel.name, report.at.isoformat(), *(f"{one.kind}:{one.name}" for one in report.new))
    seen = words.seen.format(seen=report.feeds - report.unseen, number=report.feeds)
    blocks = (
        Block(None, (line(seen, style="lead"),)),
        Block(words.new, tuple(_matters(report.new, channel))),
        Block(words.over, tuple(_matters(report.over, channel))),
        Block(words.still_so, tuple(_matters(report.lasting, channel))),
        Block(words.what_to_do, (line("monitor doctor", style="command"),)),
    )
    return compose(channel, key, _subject(report, words), blocks, data={"message_kind": "operations"})


def _subject(report: Report, words: Words) -> str:
    changed = report.new or report.over
    named = ", ".join(_in_short(one, words) if report.new else clean_line(one.name, _NAME) for one in changed[:_NAMED])
    forms = words.feeds if all(one.kind == "feed" for one in changed) else words.matters
    said = words.wrong if report.new else words.well_again
    return shorten(words.system + said.format(what=counted(words, len(changed), forms), named=named), SUBJECT_LIMIT)


def _in_short(one: Matter, words: Words) -> str:
    return f"{clean_line(one.name, _NAME)} {shorten(clean_line(reason(words, one.told), 200), _TOLD)}"


def _matters(matters: Sequence[Matter], channel: Channel) -> Iterator[Line]:
    words = IN[channel.language]
    for one in matters:
        since = words.since.format(moment=moment(words, one.since, channel.zone))
        yield line(strong(one.name), f": {reason(words, one.told)}", dim(f", {since}"), label=words.troubles[one.kind])


def render_heartbeat(pulse: Pulse, channel: Channel) -> Message:
    """Write that the monitor lives, and what it has done."""
    words = IN[channel.language]
    did = words.did.format(
        articles=counted(words, pulse.articles, words.articles),
        alerts=counted(words, pulse.alerts, words.alerts),
        messages=counted(words, pulse.sent, words.messages),
    )
    seen = words.seen.format(seen=pulse.feeds - pulse.unseen, number=pulse.feeds)
    blocks = (
        Block(None, (line(words.did_since.format(did=did, moment=moment(words, pulse.since, channel.zone)), style="lead"),)),
        Block(words.coverage_block, tuple(_seen(seen, pulse, channel))),
        Block(words.waiting, (line(_on_the_way(pulse, words)),)),
        Block(words.still_so, tuple(_matters(pulse.matters, channel))),
    )
    key = delivery_key("heartbeat", channel.name, pulse.at.isoformat())
    in_short = words.seen_in_short.format(seen=pulse.feeds - pulse.unseen, number=pulse.feeds)
    subject = shorten(f"{words.system}{words.alive}; {in_short}; {did}", SUBJECT_LIMIT)
    return compose(channel, key, subject, blocks, data={"message_kind": "heartbeat"})


def _seen(seen: str, pulse: Pulse, channel: Channel) -> Iterator[Line]:
    words = IN[channel.language]
    yield line(seen)
    if pulse.last_alert_at:
        yield line(words.last_alert.format(moment=moment(words, pulse.last_alert_at, channel.zone)))


def _on_the_way(pulse: Pulse, words: Words) -> str:
    return words.on_the_way.format(messages=counted(words, pulse.waiting, words.messages), number=pulse.given_up)


def render_given_up(key: str, channel: str, lost: Message, attempts: int, answer: str, told_on: Channel, now: datetime) -> Message:
    """Write on another channel that messages to one cannot be delivered, the first of them by name."""
    words = IN[told_on.language]
    at = moment(words, now, told_on.zone)
    tried = counted(words, attempts, words.attempts)
    lines = (
        line(words.gave_up_line.format(moment=at, attempts=tried, number=attempts, subject=lost.subject), style="lead"),
        line(words.last_answer.format(answer=answer)),
        line(words.not_singly),
    )
    commands = (
        line("monitor alerts failed", style="command", label=words.lists_them),
        line(f"monitor alerts test {channel}", style="command", label=words.tries_it),
        line("monitor alerts retry", style="command", label=words.sends_them),
    )
    subject = words.system + words.gave_up.format(channel=channel)
    blocks = (Block(None, lines), Block(words.what_to_do, commands))
    return compose(told_on, key, subject, blocks, data={"message_kind": "operations"})
