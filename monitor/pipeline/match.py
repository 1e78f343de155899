"""Match: say of every new article whether it concerns the topic, and why."""

import logging
from collections.abc import Callable
from datetime import datetime

import sqlalchemy as sa

from monitor.domain.articles.article import Article
from monitor.domain.matching.topic import Match, Topic, match_article
from monitor.domain.words.language import identify
from monitor.store import matches, reviews
from monitor.store.database import reading
from monitor.store.queue import Job

log = logging.getLogger(__name__)


def match(db: sa.Engine, topic: Topic, now: Callable[[], datetime], *, limit: int = 100, job: Job | None = None) -> int:
    """Match up to `limit` articles, the oldest first, and say how many there were."""
    with reading(db).begin() as tx:
        waiting = matches.unmatched(tx, limit, job)
    for article in waiting:
        language = identify(f"{article.title}\n{article.text}", article.language)
        verdict = judge(topic, article)
        with db.begin() as tx:
            verdict = reviews.overrule(tx, article.id, article.title, article.text, verdict)
            saved = matches.save_match(tx, article, verdict, now(), language)
        if saved:
            log.info("matched article=%d relevant=%s score=%.2f language=%s", article.id, verdict.relevant, verdict.score, language)
    return len(waiting)


def judge(topic: Topic, article: Article) -> Match:
    """Match one article; a text that trips us is kept as off topic with the reason, so that it stops no other."""
    try:
        return match_article(topic, article.title, article.text, article.publisher)
    except Exception as error:
        log.exception("could not match article=%d", article.id)
        return Match(False, 0.0, (f"could not be judged: {type(error).__name__}: {error}",), (), ())
