"""What a digest tells beside the news: days to come, storylines that stand still, alerts that a person corrected."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta, tzinfo
from itertools import groupby
from typing import Any

import sqlalchemy as sa

from monitor.domain.alerts.alert import alert_from_dict
from monitor.domain.alerts.channel import DeliveryRules
from monitor.domain.alerts.digest import Amended, Dated, Quiet, days_put_off
from monitor.domain.alerts.takers import takers
from monitor.domain.facts.facts import read, unpack_fact
from monitor.domain.words.text import clean_line
from monitor.store.articles import find
from monitor.store.tables import address, alerts, articles, facts, placements, reviews, storylines

AHEAD = timedelta(days=14)
STILL = timedelta(days=30)  # without a development
LISTED = 20
_OBJECTIONS = ("not-relevant", "not-new", "same-as", "wrong-storyline")


def calendar(tx: sa.Connection, now: datetime, zone: tzinfo) -> list[Dated]:
    """List what was said of each of the next days, the newest telling of each storyline and day; what was put off since is left out."""
    today = now.astimezone(zone).date()
    days = {f"t:{(today + timedelta(days=n)).isoformat()}" for n in range(AHEAD.days + 1)}
    columns = (facts.c.key, facts.c.fact, facts.c.text, facts.c.article_id, storylines.c.slug, storylines.c.title)
    joined = facts.join(storylines).join(placements, placements.c.article_id == facts.c.article_id)
    told = (
        sa.select(*columns)
        .select_from(joined)
        .where(facts.c.key.in_(days), facts.c.storyline_id.in_(sa.select(storylines.c.id)), placements.c.placement != "copy")
    )
    rows = tx.execute(told.order_by(facts.c.key, storylines.c.id, facts.c.at.desc(), facts.c.id.desc())).all()
    gone = _replaced(tx, now - timedelta(days=90)) if rows else set()
    newest = (next(group) for _, group in groupby(rows, key=lambda row: (row.key, row.slug)))
    kept = [row for row in newest if (row.slug, row.key.removeprefix("t:")) not in gone]
    # "Put off from the 11th to the 12th": of the days of one sentence the last one holds.
    last = {_sentence(row): row for row in kept}
    kept = [row for row in kept if last[_sentence(row)] is row][:LISTED]
    return [dated for row in kept for dated in _dated(tx, row)]


def _sentence(row: Any) -> tuple[int, int]:
    return row.article_id, unpack_fact(row.fact).line


def _replaced(tx: sa.Connection, since: datetime) -> set[tuple[str, str]]:
    """Name the days that something was put off from, by what was alerted, each with its storyline."""
    told = (alert_from_dict(one) for one in tx.execute(sa.select(alerts.c.alert).where(alerts.c.made_at >= since)).scalars())
    return {(alert.storyline, day) for alert in told for day in days_put_off(alert)}


def _dated(tx: sa.Connection, row: Any) -> Iterator[Dated]:
    article, fact = find(tx, row.article_id), unpack_fact(row.fact)
    if article is None:
        return
    lines = read(article.title, article.text, article.language, article.published.date()).lines
    said = lines[fact.line].text if fact.line < len(lines) else article.title
    yield Dated(date.fromisoformat(row.key[2:]), clean_line(said, 300), row.title, clean_line(article.publisher, 120), article.address)


def standing_still(tx: sa.Connection, now: datetime) -> list[Quiet]:
    """List the storylines of the user's without a development for long, the longest silent first."""
    still = sa.and_(storylines.c.moved_at < now - STILL, storylines.c.dossier.is_not(None))
    rows = tx.execute(sa.select(storylines.c.slug, storylines.c.title, storylines.c.moved_at, storylines.c.dossier).where(still))
    return sorted((Quiet(row.slug, row.title, row.moved_at) for row in rows if row.dossier), key=lambda one: (one.last_moved, one.slug))


def amended(tx: sa.Connection, rules: DeliveryRules, channel: str, since: datetime | None, until: datetime) -> list[Amended]:
    """List the alerts of a channel that a person found wrong in a period."""
    columns = (alerts.c.alert, reviews.c.verdict, reviews.c.effects, reviews.c.made_at, address.label("url"))
    joined = reviews.join(alerts, alerts.c.article_id == reviews.c.article_id).join(articles, articles.c.id == alerts.c.article_id)
    wrong = (reviews.c.verdict.in_(_OBJECTIONS), reviews.c.undone_at.is_(None), reviews.c.made_at > alerts.c.made_at)
    period = (reviews.c.made_at <= until, *([reviews.c.made_at > since] if since else []))
    rows = tx.execute(sa.select(*columns).select_from(joined).where(*wrong, *period).order_by(reviews.c.id, alerts.c.id)).all()
    return [_amended(row) for row in rows if channel in takers(alert_from_dict(row.alert), rules)]


def _amended(row: Any) -> Amended:
    told: Mapping[str, Any] = row.alert
    return Amended(told["subject"], row.verdict, tuple(row.effects), row.made_at, row.url)
