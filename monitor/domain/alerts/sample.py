"""A sample development, by which a channel is tried: every part of a message, and every letter that has trouble on the way."""

from dataclasses import replace
from datetime import datetime, timedelta

from monitor.domain.alerts.alert import Alert, subject_of
from monitor.domain.alerts.wording import IN
from monitor.domain.alerts.wording.words import Words
from monitor.domain.judging.storyline import Novelty, Teller

KEY = "sample#1"
QUOTE = "The first launch of the sample rocket moves to March 2028, the ministry said."
PAGE = "https://example.org/sample"


def sample_alert(now: datetime, words: Words = IN["en"], **changes: object) -> Alert:
    """Make an alert of a development that never was."""
    moved = Novelty("date", words.sample_fact, QUOTE, "end of 2027", "Example Agency", now - timedelta(days=214))
    told = Alert(
        key=KEY,
        level="push",
        kind="date",
        subject="",
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
        reasons=(words.sample_why,),
        why=("a known value changed",),
        trust="agency",
    )
    told = replace(told, **changes)  # type: ignore[arg-type]  # fields by name
    return replace(told, subject=subject_of(told))
