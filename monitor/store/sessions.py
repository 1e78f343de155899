"""Who is logged in to the page: the browser keeps a token, the archive only its hash."""

import secrets
from datetime import datetime, timedelta
from hashlib import sha256

import sqlalchemy as sa

from monitor.store.tables import sessions

IDLE = timedelta(hours=12)  # a session that nobody used for so long is over
LONGEST = timedelta(days=14)
_NOTED_EVERY = timedelta(minutes=5)  # how exactly it is known when a session was last used


def open_session(tx: sa.Connection, password_hash: str, now: datetime) -> str:
    """Begin a session, and answer the token for the browser; sessions that are over are thrown away."""
    tx.execute(sa.delete(sessions).where(sa.or_(sessions.c.seen_at < now - IDLE, sessions.c.made_at < now - LONGEST)))
    token = secrets.token_urlsafe(32)
    row = {"token_hash": _hash(token), "password": _hash(password_hash), "made_at": now, "seen_at": now}
    tx.execute(sessions.insert().values(row))
    return token


def is_open(tx: sa.Connection, token: str, password_hash: str, now: datetime) -> bool:
    """Say whether a token belongs to a session that was begun with the present password and was used of late."""
    row = tx.execute(_standing(token, password_hash, now)).first()
    return row is not None


def needs_note(tx: sa.Connection, token: str, now: datetime) -> bool:
    """Say whether the use of a session has to be noted: not at every request, for noting is writing."""
    seen = tx.execute(sa.select(sessions.c.seen_at).where(sessions.c.token_hash == _hash(token))).scalar()
    return seen is not None and now - seen > _NOTED_EVERY


def note_use(tx: sa.Connection, token: str, now: datetime) -> None:
    """Note that a session is in use."""
    tx.execute(sa.update(sessions).where(sessions.c.token_hash == _hash(token)).values(seen_at=now))


def close_session(tx: sa.Connection, token: str) -> None:
    """End a session: its token opens nothing any more."""
    tx.execute(sa.delete(sessions).where(sessions.c.token_hash == _hash(token)))


def _standing(token: str, password_hash: str, now: datetime) -> sa.Select[tuple[str]]:
    return sa.select(sessions.c.token_hash).where(
        sessions.c.token_hash == _hash(token),
        sessions.c.password == _hash(password_hash),
        sessions.c.seen_at >= now - IDLE,
        sessions.c.made_at >= now - LONGEST,
    )


def _hash(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()
