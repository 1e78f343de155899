"""What both databases must do alike."""

import threading
from datetime import UTC, datetime, timedelta, timezone

import pytest
import sqlalchemy as sa

from monitor.errors import StoreError
from monitor.store import lock, notes
from monitor.store.database import insert_new, open_database, take_turn, update_many
from monitor.store.tables import notes as table

NOON = datetime(2026, 11, 9, 12, tzinfo=UTC)


def test_moments_come_back_in_utc_whatever_zone_they_went_in(db):
    almaty = NOON.astimezone(timezone(timedelta(hours=5)))
    with db.begin() as tx:
        notes.write(tx, "here", 1, almaty)
        assert tx.execute(sa.select(table.c.noted_at)).scalar() == NOON
        assert tx.execute(sa.select(table.c.noted_at)).scalar().tzinfo == UTC


def test_a_moment_without_a_zone_is_refused(db):
    with pytest.raises(sa.exc.StatementError, match="without a zone"), db.begin() as tx:
        notes.write(tx, "here", 1, NOON.replace(tzinfo=None))


def test_only_new_rows_are_answered(db):
    rows = [{"name": name, "value": 1, "noted_at": NOON} for name in ("a", "b")]
    with db.begin() as tx:
        assert insert_new(tx, table, rows[:1], returning=table.c.name) == ["a"]
        assert insert_new(tx, table, rows, returning=table.c.name) == ["b"]
        assert insert_new(tx, table, [], returning=table.c.name) == []


CHANGE = sa.update(table).where(table.c.name == sa.bindparam("before"))


def test_rows_are_changed_together_each_by_its_own_values_and_those_that_are_there_are_counted(db):
    with db.begin() as tx:
        for name in ("a", "b", "c"):
            notes.write(tx, name, name, NOON)
        changes = [{"value": (name, 1), "noted_at": NOON + timedelta(hours=1), "before": name} for name in ("a", "c", "d")]
        assert update_many(tx, CHANGE, changes) == 2
        rows = tx.execute(sa.select(table.c.name, table.c.value, table.c.noted_at).order_by(table.c.name)).all()
    assert rows == [("a", ["a", 1], NOON + timedelta(hours=1)), ("b", "b", NOON), ("c", ["c", 1], NOON + timedelta(hours=1))]


def test_many_writers_wait_for_each_other(db):
    def write(name):
        for turn in range(10):
            with db.begin() as tx:
                take_turn(tx, "count")
                seen = notes.read(tx, "sum") or 0
                notes.write(tx, "sum", seen + 1, NOON)
                notes.write(tx, name, turn, NOON)

    threads = [threading.Thread(target=write, args=(f"writer {n}",)) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with db.begin() as tx:
        assert notes.read(tx, "sum") == 60


def test_what_was_committed_survives_power_loss(sqlite):
    with sqlite.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_who_stops_in_the_middle_of_a_transaction_keeps_nothing_from_the_others_for_long(postgresql):
    with postgresql.connect() as connection:
        assert connection.exec_driver_sql("SHOW idle_in_transaction_session_timeout").scalar() == "1min"


def test_a_server_that_goes_away_is_named_with_a_remedy(postgresql):
    with postgresql.connect() as doomed, postgresql.connect() as other:
        number = doomed.exec_driver_sql("SELECT pg_backend_pid()").scalar()
        other.exec_driver_sql("SELECT pg_terminate_backend(%(number)s)", {"number": number})
        with pytest.raises(StoreError, match=r"cannot be used: .* see whether it runs"):
            doomed.exec_driver_sql("SELECT 1")


def test_a_second_daemon_is_refused_and_told_who_is_first(sqlite):
    with lock.only_one(sqlite), pytest.raises(StoreError, match=r"another monitor \(process \d+\).*--data"), lock.only_one(sqlite):
        pass
    with lock.only_one(sqlite):
        pass


def test_something_that_is_no_address_of_a_database_is_refused():
    with pytest.raises(StoreError, match="not a database URL"):
        open_database("archive.db")


def test_a_new_archive_is_its_owners_alone(tmp_path):
    path = tmp_path / "data" / "archive.db"
    with open_database(f"sqlite:///{path}").begin() as connection:
        connection.exec_driver_sql("CREATE TABLE kept (name TEXT)")
    assert {file.stat().st_mode & 0o777 for file in (tmp_path / "data").iterdir()} == {0o600}
    assert (tmp_path / "data").stat().st_mode & 0o777 == 0o700


def test_a_database_that_cannot_be_named_shows_no_password():
    with pytest.raises(StoreError, match="not a database URL") as error:
        open_database("//user:canary@db.example:port")
    assert "canary" not in str(error.value)
