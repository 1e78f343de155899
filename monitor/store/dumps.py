"""Copies of an archive on PostgreSQL, by its own tools: of one moment, and read through and counted before they have their names."""

import os
import re
import shutil
import subprocess
from collections import deque
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa

from monitor.domain.words.text import clean_line
from monitor.errors import StoreError
from monitor.store.backup import COUNTED, Copy, Progress, known_form, new_file, settle
from monitor.store.database import open_database

_ROWS_OF = re.compile(r"COPY (?:\w+\.)?\"?(\w+)\"? \(")
_TABLE_DONE = re.compile("pg_dump: dumping contents of table|pg_restore: processing data for table")
_NO_ARCHIVE = "is no archive of monitor: its tables are missing"


def back_up(url: str, to: Path, progress: Progress | None = None) -> Copy:
    """Copy the archive to a new file, whoever works on it meanwhile; StoreError where the copy is not whole, and then there is none."""
    if to.exists():
        raise StoreError(f"{to} exists already: a backup replaces nothing; name another file")
    part = Path(f"{to}.part")
    with new_file(part):
        with _reading(url) as tx:
            there = _rows(tx)
            if not {"alembic_version", *COUNTED} <= there.keys():
                raise StoreError(f"{sa.make_url(url).database} {_NO_ARCHIVE}: nothing to back up")
            words = ("--format=custom", f"--snapshot={_snapshot(tx)}", f"--file={part}")
            _work("pg_dump", *words, url=url, progress=progress, tables=len(there))
        held, form = _read_through(part)
        _compare(there, held, "what was copied is not whole")
        copy = Copy(to, part.stat().st_size, form, {name: held[name] for name in COUNTED})
        settle(part, to)
    return copy


def restore(url: str, file: Path, progress: Progress | None = None) -> Copy:
    """Put a copy into the archive's database, which must be empty: all of it, or nothing."""
    if not file.is_file():
        raise StoreError(f"{file}: there is no such file")
    held, form = _read_through(file)
    with _reading(url) as tx:
        if there := _rows(tx):
            raise StoreError(
                f"the database holds {len(there)} tables: restore only fills an empty one; make another (createdb), and name it"
            )
    _work("pg_restore", "--single-transaction", "--exit-on-error", str(file), url=url, progress=progress, tables=len(held))
    with _reading(url) as tx:
        _compare(held, _rows(tx), f"what was restored is not what is in {file}")
    return Copy(file, file.stat().st_size, form, {name: held[name] for name in COUNTED})


# ── the database ──────────────────────────────────────────────────────────────


@contextmanager
def _reading(url: str) -> Iterator[sa.Connection]:
    """See the database as it is at one moment."""
    db = open_database(url)
    try:
        with db.connect().execution_options(isolation_level="REPEATABLE READ") as connection, connection.begin():
            yield connection
    finally:
        db.dispose()


def _snapshot(tx: sa.Connection) -> str:
    """Name the moment that a transaction sees, for others to see it too, as long as it takes them."""
    tx.exec_driver_sql("SET LOCAL idle_in_transaction_session_timeout = 0")
    return str(tx.exec_driver_sql("SELECT pg_export_snapshot()").scalar_one())


def _rows(tx: sa.Connection) -> dict[str, int]:
    """Count the rows of each table."""
    quote = tx.dialect.identifier_preparer.quote
    return {name: tx.exec_driver_sql(f"SELECT count(*) FROM {quote(name)}").scalar_one() for name in sa.inspect(tx).get_table_names()}


def _compare(one: Mapping[str, int], other: Mapping[str, int], otherwise: str) -> None:
    for table in sorted({*one, *other}):
        if one.get(table) != other.get(table):
            raise StoreError(f"{otherwise}: of {table} {other.get(table, 0):,} rows in place of {one.get(table, 0):,}")


# ── the tools ─────────────────────────────────────────────────────────────────


def _read_through(dump: Path) -> tuple[dict[str, int], str]:
    """Read a dump to its end, and say how many rows of each table are in it, and the form of its tables."""
    rows: dict[str, int] = {}
    table, form = "", ""
    for line in _told("pg_restore", "--data-only", "--file=-", str(dump)):
        if table and line != "\\.":
            rows[table] += 1
            form = line if table == "alembic_version" else form
        else:
            found = _ROWS_OF.match(line)
            table = found[1] if found else ""
            rows |= {table: 0} if table else {}
    if not {"alembic_version", *COUNTED} <= rows.keys():
        raise StoreError(f"{dump} {_NO_ARCHIVE}")
    return rows, known_form(form)


def _work(tool: str, *words: str, url: str, progress: Progress | None, tables: int) -> None:
    """Let a tool work on a database, and say how many tables it is through with."""
    own = sa.make_url(url)
    # The password must not stand among the words of a command, which everybody on the machine can see.
    secret = {"PGPASSWORD": str(own.password)} if own.password else {}
    there = sa.URL.create("postgresql", own.username, None, own.host, own.port, own.database, own.query)
    common = ("--no-owner", "--no-privileges", "--verbose", f"--dbname={there.render_as_string()}")
    done = 0
    for line in _told(tool, *common, *words, secret=secret, aloud=True):
        done += bool(_TABLE_DONE.match(line))
        if progress:
            progress(done, tables)


def _told(tool: str, *words: str, secret: Mapping[str, str] | None = None, aloud: bool = False) -> Iterator[str]:
    """Yield what a tool prints, line by line, with what it says of its work if it speaks `aloud`; StoreError where it fails."""
    found = shutil.which(tool)
    if found is None:
        raise StoreError(f"{tool} is not installed: it comes with PostgreSQL's own programs (Debian: apt install postgresql-client)")
    errors = subprocess.STDOUT if aloud else subprocess.PIPE
    environment = {**os.environ, **(secret or {})}
    with subprocess.Popen(
        [found, *words], stdout=subprocess.PIPE, stderr=errors, encoding="utf-8", errors="replace", env=environment
    ) as process:
        assert process.stdout is not None
        last: deque[str] = deque(maxlen=3)
        for line in process.stdout:
            last.append(line)
            yield line.rstrip("\n")
        said = process.stderr.read() if process.stderr else "".join(last)
        if process.wait():
            raise StoreError(f"{tool} failed: {clean_line(said[-500:])}; it must not be older than the server")
