"""How the message looks that tries a channel: every part of an alert, and every letter that has trouble on the way."""

from dataclasses import replace
from datetime import datetime

from monitor.domain.alerts.alert import subject_of
from monitor.domain.alerts.channel import Channel
from monitor.domain.alerts.delivery import delivery_key
from monitor.domain.alerts.message import NO_LINKS, Links, Message
from monitor.domain.alerts.rendering.alerts import render
from monitor.domain.alerts.sample import sample_alert
from monitor.domain.alerts.subject import SUBJECT_LIMIT, shorten
from monitor.domain.alerts.wording import IN


def render_sample(channel: Channel, now: datetime, links: Links = NO_LINKS) -> Message:
    """Write the message that tries a channel."""
    words = IN[channel.language]
    alert = sample_alert(now, words)
    told = render(alert, channel, links)
    key = delivery_key("sample", channel.name, now.isoformat())
    subject = shorten(words.sample + subject_of(alert, words), SUBJECT_LIMIT)
    return replace(told, key=key, subject=subject, thread=None, data={**told.data, "message_kind": "sample", "key": key})
