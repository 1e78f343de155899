"""A sample development, by which a channel is tried: every part of a message, and every letter that has trouble on the way."""

from dataclasses import replace
from datetime import datetime, timedelta

from monitor.domain.alert import Alert, subject_for
from monitor.domain.channel import Channel
from monitor.domain.delivery import delivery_key
from monitor.domain.message import Message, render
from monitor.domain.storyline import Novelty, Teller

KEY = "sample#1"
FACT = "Байқоңыр: ә ғ қ ң ө ұ ү һ і — first launch moved to March 2028"
QUOTE = "The first launch of the sample rocket moves to March 2028, the ministry said."
PAGE = "https://example.org/sample"


def sample_alert(now: datetime, **changes: object) -> Alert:
    """Make an alert of a development that never was."""
    moved = Novelty("date", FACT, QUOTE, "end of 2027", "Example Agency", now - timedelta(days=214))
    told = Alert(
        key=KEY,
        level="push",
        kind="date",
        subject=subject_for(f"SAMPLE: {FACT}", "date", KEY),
        storyline="sample",
        storyline_title="Sample storyline",
        article_id=0,
        article_url=PAGE,
        article_title="Sample: the first launch is put off again",
        publisher="Example News",
        published=now,
        made_at=now,
        development=KEY,
        novelties=(moved,),
        values=("March 2028",),
        language="en",
        last_moved=now - timedelta(days=214),
        seed_title="Sample seed",
        seed_url="https://example.org/seed",
        tellers=(
            Teller("Example News", None, now, "en", PAGE),
            Teller("Мысал газеті", "Example News", now + timedelta(minutes=5), "kk", "https://example.org/kk"),
        ),
        reasons=("this is a sample: nothing happened, and nothing is to be done",),
        why=("a known value changed",),
        trust="agency",
    )
    return replace(told, **changes)  # type: ignore[arg-type]  # fields by name


def render_sample(channel: Channel, now: datetime) -> Message:
    """Write the message that tries a channel."""
    told = render(sample_alert(now), channel)
    key = delivery_key("sample", channel.name, now.isoformat())
    return replace(told, key=key, thread=None, data={**told.data, "message_kind": "sample", "key": key})
