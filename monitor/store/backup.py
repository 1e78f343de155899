"""Copies of the archive: made while it is worked on, each read through before it counts; and put back into an empty place.

SQLite copies its own file page by page under one snapshot, so that writers need not wait and the copy is of one moment.
"""

import contextlib
import logging
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa

from monitor.errors import StoreError
from monitor.store import lock
from monitor.store.database import BUSY_SECONDS, make_folder
from monitor.store.migrations import revisions
from monitor.store.trouble import DAMAGED, trouble

log = logging.getLogger(__name__)

STEP = 2048  # pages at a time: 8 MB
COUNTED = ("feeds", "entries", "articles", "developments", "alerts", "deliveries")

Progress = Callable[[int, int], None]  # pages (or tables) done, and in all


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy that was read through and found whole."""

    file: Path
    size: int  # bytes
    revision: str  # the form of its tables
    rows: dict[str, int]  # of the tables that a person may want to compare


def back_up(url: str | sa.URL, to: Path, progress: Progress | None = None) -> Copy:
    """Copy the archive to a new file, whoever works on it meanwhile; StoreError where the copy is not whole, and then there is none."""
    source = archive_file(url)
    if not source.is_file():
        raise StoreError(f"there is no archive at {source} yet: nothing to back up")
    if to.exists():
        raise StoreError(f"{to} exists already: a backup replaces nothing; name another file")
    return _copy(source, to, progress)


def back_up_before(url: str | sa.URL, revision: str) -> Copy:
    """Copy the archive as it is before its tables are brought to a newer form; of such copies the newest is kept."""
    source = archive_file(url)
    to = source.parent / "backups" / f"{source.stem}-before-{revision}.db"
    copy = _copy(source, to, None)
    for older in set(to.parent.glob(f"{source.stem}-before-*.db")) - {to}:
        older.unlink()
    log.info("the archive is brought to form %s; as it was it lies in %s", revision, to)
    return copy


def restore(url: str, backup: Path, progress: Progress | None = None) -> Copy:
    """Put a copy in the archive's place, which must be empty; StoreError where it is not, or where the copy is not whole."""
    target = archive_file(url)
    if not backup.is_file():
        raise StoreError(f"{backup}: there is no such file")
    make_folder(target.parent)
    with lock.only_one(sa.create_engine(url)):
        in_the_way = [path for path in (target, *_beside(target)) if path.exists()]
        if in_the_way:
            raise StoreError(
                f"{in_the_way[0]} is in the way: restore only fills an empty place; move it away, or name another --data folder"
            )
        return _copy(backup, target, progress)


def prune(folder: Path, keep: int) -> list[Path]:
    """Delete all but the newest copies that were named by `named_after` in a folder, and say which."""
    old = sorted(folder.glob("monitor-????????T??????Z.*[bp]"))[:-keep]  # .db and .dump, never what was not finished
    for path in old:
        path.unlink()
    return old


def named_after(now: datetime, ending: str = "db") -> str:
    """Name a copy after its moment, so that names sort as moments do."""
    return f"monitor-{now:%Y%m%dT%H%M%SZ}.{ending}"


def is_file(url: str | sa.URL) -> bool:
    """Say whether a database is a file of SQLite's."""
    parsed = sa.make_url(url)
    return parsed.get_backend_name() == "sqlite" and parsed.database not in (None, "", ":memory:")


def archive_file(url: str | sa.URL) -> Path:
    """Say which file the archive is; StoreError where it is none of SQLite's."""
    parsed = sa.make_url(url)
    if not is_file(parsed):
        raise StoreError(f"{parsed.render_as_string()} is no file of SQLite's")
    return Path(str(parsed.database))


def _beside(file: Path) -> list[Path]:
    """Name what SQLite keeps beside a file: left alone, it would be taken for part of the new one."""
    return [Path(f"{file}{end}") for end in ("-wal", "-shm", "-journal")]


def _copy(source: Path, to: Path, progress: Progress | None) -> Copy:
    """Copy, read through, and only then give the copy its name: a file with that name is always whole."""
    part = Path(f"{to}.part")
    try:
        with new_file(part):
            _copy_pages(source, part, progress)
            revision, rows = _read_through(part)
            settle(part, to)
    except sqlite3.Error as error:
        raise trouble(source, str(error)) from error
    except OSError as error:
        raise StoreError(f"{to}: {error.strerror or error}; nothing was written there") from error
    return Copy(to, to.stat().st_size, revision, rows)


@contextmanager
def new_file(part: Path) -> Iterator[None]:
    """Make an empty file that is nobody else's to read, and take it away again if what it was made for fails."""
    make_folder(part.parent)
    for left in (part, *_beside(part)):  # of one that was killed
        left.unlink(missing_ok=True)
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_NOFOLLOW, 0o600))
    try:
        yield
    finally:
        for left in (part, *_beside(part)):
            left.unlink(missing_ok=True)


def _copy_pages(source: Path, part: Path, progress: Progress | None) -> None:
    with _opened(source) as old, _opened(part) as new:
        # An open read transaction holds the snapshot: what others write meanwhile neither shows nor makes the copying begin anew.
        old.execute("BEGIN")
        old.execute("SELECT count(*) FROM sqlite_master").fetchone()
        old.backup(new, pages=STEP, progress=lambda _status, left, pages: progress(pages - left, pages) if progress else None)
        new.execute("PRAGMA journal_mode=DELETE")  # one file, with nothing beside it


@contextmanager
def _opened(file: Path) -> Iterator[sqlite3.Connection]:
    with contextlib.closing(sqlite3.connect(file, timeout=BUSY_SECONDS, isolation_level=None)) as connection:
        yield connection


def _read_through(part: Path) -> tuple[str, dict[str, int]]:
    """Look at every page and every reference of a copy; StoreError where anything is wrong with it."""
    with _opened(part) as copy:
        said = copy.execute("PRAGMA integrity_check(1)").fetchone()[0]
        if said != "ok":
            raise StoreError(f"what was copied is not whole: {said}; {DAMAGED}")
        loose = copy.execute("PRAGMA foreign_key_check").fetchone()
        if loose:
            raise StoreError(f"what was copied is not whole: a row of {loose[0]} names one of {loose[2]} that is missing; {DAMAGED}")
        return _revision(copy), {name: copy.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in COUNTED}


def _revision(copy: sqlite3.Connection) -> str:
    known = {row[0] for row in copy.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not {"alembic_version", *COUNTED} <= known:
        raise StoreError("what was copied is no archive of monitor: its tables are missing")
    return known_form(str(copy.execute("SELECT version_num FROM alembic_version").fetchone()[0]))


def known_form(revision: str) -> str:
    """Answer the form of an archive's tables; StoreError where this version of the program does not know it."""
    if revision not in revisions():
        raise StoreError(f"the archive was made by a later version of monitor (form {revision}): install that version to restore it")
    return revision


def settle(part: Path, to: Path) -> None:
    """Give a copy its name once it lies on the disk, and see that the name does too."""
    _write_out(part)
    part.rename(to)
    _write_out(to.parent)


def _write_out(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
