"""What those are told who got an alert that a person has taken back."""

from collections.abc import Mapping
from datetime import datetime, tzinfo

from monitor.domain.alert import Alert
from monitor.domain.delivery import delivery_key
from monitor.domain.message import Block, Line, Message, compose, moment


def render_retraction(alert: Alert, channel: str, review: int, said: Mapping[str, str | None], now: datetime, zone: tzinfo) -> Message:
    """Write the message: which alert is taken back, since when, and why; in the thread of the alert itself."""
    key = delivery_key("retracted", alert.key, channel, str(review))
    fact = alert.subject.rsplit(" [", 1)[0]
    note = said.get("note")
    why = [Line(note)] if note else []
    blocks = (
        Block(None, (Line(f"Taken back on {moment(now, zone)}: {fact}", "strong"),)),
        Block("Why", (*why, Line(f"A person called it {said['verdict']}."))),
        Block(
            "What was said", (Line(f"{alert.publisher}, {moment(alert.published, zone)}: {alert.article_title}", url=alert.article_url),)
        ),
    )
    data = {"message_kind": "retraction", "development": alert.development, "storyline": alert.storyline, "review": review}
    return compose(key, f"RETRACTED: {alert.subject}", blocks, f"{alert.key} · {key[:8]}", alert.storyline or None, data)
