"""Builders of what alert tests are about: an article, its match, its decision, its alert."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from monitor.domain.alerts.alert import Alert, make_alert
from monitor.domain.alerts.channel import Channel
from monitor.domain.articles.article import Article
from monitor.domain.judging.storyline import Decision, Novelty, StorylineContext, Teller
from monitor.domain.matching.topic import Match

NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)
DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)
DESK = Channel("desk")
PHONE = Channel("phone")

ARTICLE = Article(
    id=7,
    url="https://news.example/launch",
    title="Soyuz-5 is put off again",
    text="The first launch of Soyuz-5 moves to March 2026. More follows.",
    publisher="Example News",
    first_seen=NOON,
    language="en",
    trust="press",
)
MATCH = Match(True, 0.9, ("names Baiterek", "word launch"), ("baiterek",), ())
MOVED = Novelty(
    kind="date",
    text="first launch in March 2026",
    quote="The first launch of Soyuz-5 moves to March 2026.",
    old="December 2025",
    old_source="Old News",
    old_at=NOON - 90 * DAY,
    old_article=3,
)
DECISION = Decision(
    placement="development",
    level="push",
    storyline="baiterek",
    storyline_title="Baiterek",
    development="baiterek#2026-03-10-1",
    of=3,
    novelties=(MOVED,),
    reasons=("a date moved",),
)
CONTEXT = StorylineContext(
    title="Baiterek, the pad",
    last_moved=NOON - 214 * DAY,
    last_summary="first launch in December 2025",
    seed_title="Foot-dragging",
    seed_url="https://seed.example/2014",
    tellers=(
        Teller("Second", "Example News", NOON + MINUTE, "ru", "https://second.example/1"),
        Teller("Example News", None, NOON, "en", ARTICLE.url),
    ),
)


def alert(article: Article = ARTICLE, context: StorylineContext | None = CONTEXT, **changes: Any) -> Alert:
    """Make an alert whose decision differs from the usual one in `changes`."""
    return make_alert(article, MATCH, replace(DECISION, **changes), context, NOON)
