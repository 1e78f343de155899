"""Who works on one SQLite file: locks that the operating system gives back when their holder dies. PostgreSQL needs none.

FILE.lock is held by the one daemon (or command) that the archive belongs to; FILE.work is shared by the commands that work beside it.
Who has the first, and finds nobody at the second, knows that every open lease belongs to somebody who died.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa

from monitor.errors import HeldError, StoreError


@contextmanager
def only_one(db: sa.Engine) -> Iterator[None]:
    """Hold the database for one daemon; HeldError where another holds it."""
    path = _beside(db, "lock")
    if path is None:
        yield
        return
    with _opened(path) as handle:
        _lock(handle, path)
        yield


@contextmanager
def undisturbed(db: sa.Engine) -> Iterator[bool]:
    """Say whether nobody works beside us, and keep it so in the block: then open leases belong to somebody who died."""
    path = _beside(db, "work")
    if path is None:
        yield False
        return
    with _opened(path) as handle:
        yield _take(handle, fcntl.LOCK_EX)


@contextmanager
def beside(db: sa.Engine) -> Iterator[None]:
    """Work on the database beside the one it belongs to."""
    path = _beside(db, "work")
    if path is None:
        yield
        return
    with _opened(path) as handle:
        fcntl.flock(handle, fcntl.LOCK_SH)
        yield


@contextmanager
def _opened(path: Path) -> Iterator[int]:
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise StoreError(f"{path}: {error.strerror}; the data folder and what lies in it must be writable for this user") from error
    try:
        yield handle
    finally:
        os.close(handle)


def _take(handle: int, how: int) -> bool:
    try:
        fcntl.flock(handle, how | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _lock(handle: int, path: Path) -> None:
    if not _take(handle, fcntl.LOCK_EX):
        holder = os.pread(handle, 20, 0).decode(errors="replace").strip() or "unknown"
        raise HeldError(
            f"another monitor (process {holder}) works on {path.with_suffix('')}; stop it first, or give this one another --data folder"
        )
    os.ftruncate(handle, 0)
    os.pwrite(handle, str(os.getpid()).encode(), 0)


def _beside(db: sa.Engine, kind: str) -> Path | None:
    name = db.url.database
    if db.dialect.name != "sqlite" or not name or name == ":memory:":
        return None
    return Path(f"{name}.{kind}")
