"""How the message looks to those who got an alert that a person has taken back."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from monitor.domain.alerts.alert import Alert, subject_of
from monitor.domain.alerts.channel import Channel
from monitor.domain.alerts.delivery import delivery_key
from monitor.domain.alerts.message import Block, Message, dim, line, strong
from monitor.domain.alerts.rendering.composing import compose
from monitor.domain.alerts.subject import without_tag
from monitor.domain.alerts.wording import IN, moment, reason


def render_retraction(
    alert: Alert, channel: Channel, review: int, said: Mapping[str, str | None], now: datetime, parent: str | None = None
) -> Message:
    """Write which alert is taken back, since when, and why; in the thread of the alert itself, whose message is the parent."""
    words = IN[channel.language]
    key = delivery_key("retracted", alert.key, channel.name, str(review))
    fact = subject_of(alert, words)
    lead = words.taken_back.format(moment=moment(words, now, channel.zone), fact=without_tag(fact))
    source = f"{alert.publisher}, {moment(words, alert.published, channel.zone)}"
    blocks = (
        Block(None, (line(lead, style="lead"),)),
        Block(words.because, (line(said.get("note") or ""), line(words.called.format(verdict=reason(words, said["verdict"] or ""))))),
        Block(
            words.was_said,
            (line(strong(alert.article_title), dim(f" · {source}")), line(words.open_article, style="button", url=alert.article_url)),
        ),
    )
    data = {"message_kind": "retraction", "development": alert.development, "storyline": alert.storyline, "review": review}
    mark, thread = f"{alert.key} · {key[:8]}", alert.storyline or None
    made = compose(channel, key, words.retracted + fact, blocks, mark=mark, thread=thread, data=data)
    return replace(made, parent=parent)
