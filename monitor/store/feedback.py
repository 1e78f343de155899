"""Answers from messages: taken once each, done as reviews and snoozes."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from monitor.domain.alerts.feedback import SILENT, VERDICTS, Reply, channel_of, read
from monitor.store import notes, reviews, snoozes
from monitor.store.database import insert_new, take_turn
from monitor.store.tables import answers, articles, placements, storylines

KEY = "key of answers"
_SAID = {"not a link of ours": "This is no link of ours, or not all of it.", "too old": "This link is too old to answer with."}


@dataclass(frozen=True, slots=True)
class Question:
    """What a reader is asked to confirm."""

    reply: Reply
    title: str  # of the article
    storyline: str | None
    answered: datetime | None  # when the link was used
    others: tuple[tuple[str, str, datetime], ...] = ()  # channel, answer and moment of what was said of the article before
    choices: tuple[tuple[str, str], ...] = ()  # slug and title of other storylines, where one has to be named


def key(tx: sa.Connection, now: datetime) -> bytes:
    """Give the key that links are signed with; it is made when it is first asked for, and stays in the archive."""
    known = notes.read(tx, KEY)
    if known is None:
        take_turn(tx, KEY)
        known = notes.read(tx, KEY) or secrets.token_hex(32)
        notes.write(tx, KEY, known, now)
    return bytes.fromhex(known)


def ask(tx: sa.Connection, token: str, now: datetime) -> Question | str:
    """Say what a link would do, and change nothing; in words, why it does nothing."""
    known = notes.read(tx, KEY)
    reply = read(token, bytes.fromhex(known), now) if known else "not a link of ours"
    if not isinstance(reply, Reply):
        return _SAID[reply]
    row = _placed(tx, reply.article)
    if row is None:
        return "The article of this link is no longer in the archive."
    used = tx.execute(sa.select(answers.c.made_at).where(answers.c.token == token)).scalar()
    others = _others(tx, row.slug) if reply.answer == "wrong-storyline" else ()
    return Question(reply, row.title, row.slug, used, _said_before(tx, reply.article), others)


def _said_before(tx: sa.Connection, article: int) -> tuple[tuple[str, str, datetime], ...]:
    rows = tx.execute(sa.select(answers).where(answers.c.article_id == article).order_by(answers.c.made_at))
    return tuple((channel_of(row.token), row.answer, row.made_at) for row in rows)


def taken(tx: sa.Connection, articles_told: Sequence[int]) -> list[tuple[str, datetime]]:
    """Say who has taken on what some articles tell, the first to do so first: channel and moment."""
    mine = sa.and_(answers.c.article_id.in_(articles_told), answers.c.answer == "taken")
    rows = tx.execute(sa.select(answers.c.token, answers.c.made_at).where(mine).order_by(answers.c.made_at))
    return [(channel_of(row.token), row.made_at) for row in rows]


def take(tx: sa.Connection, token: str, now: datetime, storyline: str | None = None) -> str:
    """Do what a link says, once; answer what it did, or why nothing."""
    question = ask(tx, token, now)
    if isinstance(question, str):
        return question
    used = {"token": token, "article_id": question.reply.article, "answer": question.reply.answer, "made_at": now}
    if question.answered or not insert_new(tx, answers, [used], returning=answers.c.token):
        return "This was answered before; an answer counts once."
    done = _do(tx, question, storyline, now)
    if isinstance(done, reviews.Refused):
        tx.execute(sa.delete(answers).where(answers.c.token == token))  # it did nothing, so it may be tried again
        return f"Nothing was changed: {done.why}."
    return done


def _do(tx: sa.Connection, question: Question, storyline: str | None, now: datetime) -> str | reviews.Refused:
    answer, channel = question.reply.answer, question.reply.channel
    if answer == "taken":
        return f"Noted, thank you: {channel} takes it. The page of the development says so, and so does this link of whoever asks next."
    return _silence(tx, question, now) if answer in SILENT else _review(tx, question, storyline, now)


def _silence(tx: sa.Connection, question: Question, now: datetime) -> str | reviews.Refused:
    slug, channel = question.storyline, question.reply.channel
    if slug is None:
        return reviews.Refused("the article lies in no storyline")
    snoozes.snooze(tx, slug, now + SILENT[question.reply.answer], now, channel)
    long = "for 24 hours" if question.reply.answer == "snooze" else f"until `monitor storylines wake {slug}` is said"
    return f"{slug} pushes nothing to {channel} {long}; its alerts stand in the digest."


def _review(tx: sa.Connection, question: Question, storyline: str | None, now: datetime) -> str | reviews.Refused:
    reply = question.reply
    verdict, moved = VERDICTS[reply.answer], storyline if reply.answer == "wrong-storyline" else None
    given = reviews.give(tx, reviews.Given(reply.article, verdict, storyline=moved, note=f"from a message to {reply.channel}"), now)
    return given if isinstance(given, reviews.Refused) else f"Noted, thank you: {'; '.join(given['effects'])}."


def _placed(tx: sa.Connection, article: int) -> Any:
    joined = articles.outerjoin(placements, placements.c.article_id == articles.c.id).outerjoin(
        storylines, storylines.c.id == placements.c.storyline_id
    )
    return tx.execute(sa.select(articles.c.title, storylines.c.slug).select_from(joined).where(articles.c.id == article)).first()


def _others(tx: sa.Connection, slug: str | None) -> tuple[tuple[str, str], ...]:
    described = sa.select(storylines.c.slug, storylines.c.title, storylines.c.dossier).where(storylines.c.dossier.is_not(None))
    rows = tx.execute(described.order_by(storylines.c.title))
    return tuple((row.slug, row.title) for row in rows if row.dossier and row.slug != slug)
