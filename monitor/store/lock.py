"""One daemon on one SQLite file: a lock that the operating system gives back when its holder dies."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa

from monitor.errors import StoreError


@contextmanager
def only_one(db: sa.Engine) -> Iterator[None]:
    """Hold the database for one daemon; StoreError where another holds it. PostgreSQL carries many, so there nothing is held."""
    path = _lock_file(db)
    if path is None:
        yield
        return
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _lock(handle, path)
        yield
    finally:
        os.close(handle)


def _lock(handle: int, path: Path) -> None:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        holder = os.pread(handle, 20, 0).decode(errors="replace").strip() or "unknown"
        raise StoreError(
            f"another monitor (process {holder}) works on {path.with_suffix('')}; stop it first, or give this one another --data folder"
        ) from error
    os.ftruncate(handle, 0)
    os.pwrite(handle, str(os.getpid()).encode(), 0)


def _lock_file(db: sa.Engine) -> Path | None:
    name = db.url.database
    if db.dialect.name != "sqlite" or not name or name == ":memory:":
        return None
    return Path(f"{name}.lock")
