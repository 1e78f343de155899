"""Copies of the archive: made beside a working daemon, whole or not at all, and put back where the original was lost."""

import contextlib
import json
import shutil
import sqlite3

import alembic.command
import pytest
import sqlalchemy as sa
from click.testing import CliRunner

from monitor.cli import cli
from monitor.errors import HeldError, StoreError
from monitor.store import backup, lock, migrate, notes
from monitor.store.database import open_database
from monitor.store.migrations import revisions
from tests.alerts import NOON

NAMED = "monitor-20261109T120000Z.db"


@pytest.fixture
def url(tmp_path):
    return f"sqlite:///{tmp_path / 'data' / 'monitor.db'}"


@pytest.fixture
def archive(url):
    """An archive with a note in it, open as a daemon has it."""
    db = migrate.open_archive(url)
    with db.begin() as tx:
        notes.write(tx, "kept", 1, NOON)
    yield db
    db.dispose()


def note(url, name="kept"):
    db = open_database(url)
    with db.begin() as tx:
        told = notes.read(tx, name)
    db.dispose()
    return told


def lose(folder):
    shutil.rmtree(folder)


def test_an_archive_that_was_lost_comes_back_from_its_copy(archive, url, tmp_path):
    made = backup.back_up(url, tmp_path / "copy.db")
    archive.dispose()
    lose(tmp_path / "data")
    put_back = backup.restore(url, tmp_path / "copy.db")
    assert note(url) == 1
    assert made.rows == put_back.rows
    assert (tmp_path / "copy.db").exists()


def test_a_copy_is_of_one_moment_though_others_go_on_writing(archive, url, tmp_path):
    with archive.begin() as tx:
        for number in range(3000):
            notes.write(tx, f"filler {number}", "x" * 8000, NOON)

    rounds = iter(range(1000))

    def write_meanwhile(_done, _pages):
        with archive.begin() as tx:
            notes.write(tx, "later", next(rounds), NOON)
            notes.write(tx, "kept", 2, NOON)

    backup.back_up(url, tmp_path / "copy.db", write_meanwhile)
    assert note(url, "later") >= 2, "the copying began anew, or nobody wrote"
    assert note(f"sqlite:///{tmp_path / 'copy.db'}") == 1
    assert note(f"sqlite:///{tmp_path / 'copy.db'}", "later") is None


def test_what_a_writer_has_not_committed_is_not_in_the_copy_and_keeps_nobody_waiting(archive, url, tmp_path):
    with archive.begin() as tx:
        notes.write(tx, "kept", 2, NOON)
        backup.back_up(url, tmp_path / "copy.db")
    assert note(f"sqlite:///{tmp_path / 'copy.db'}") == 1


@pytest.mark.usefixtures("archive")
def test_a_copy_is_one_file_that_only_its_owner_reads(url, tmp_path):
    backup.back_up(url, tmp_path / "copies" / "copy.db")
    (only,) = (tmp_path / "copies").iterdir()
    assert only.stat().st_mode & 0o777 == 0o600


@pytest.mark.usefixtures("archive")
def test_a_copy_replaces_no_file(url, tmp_path):
    (tmp_path / "copy.db").write_text("a letter")
    with pytest.raises(StoreError, match=r"copy\.db exists already"):
        backup.back_up(url, tmp_path / "copy.db")
    assert (tmp_path / "copy.db").read_text() == "a letter"


def test_without_an_archive_there_is_nothing_to_copy_and_none_is_made(url, tmp_path):
    with pytest.raises(StoreError, match="no archive at"):
        backup.back_up(url, tmp_path / "copy.db")
    assert list(tmp_path.iterdir()) == []


def damage(file):
    with contextlib.closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    content = bytearray(file.read_bytes())
    content[20 * 4096 : 60 * 4096] = b"\xa5" * (40 * 4096)
    file.write_bytes(content)


def test_a_damaged_archive_makes_no_copy_and_the_older_ones_stay(archive, url, tmp_path):
    backup.back_up(url, tmp_path / "copies" / "good.db")
    archive.dispose()
    damage(tmp_path / "data" / "monitor.db")
    with pytest.raises(StoreError, match=r"\.recover"):
        backup.back_up(url, tmp_path / "copies" / "bad.db")
    assert [path.name for path in (tmp_path / "copies").iterdir()] == ["good.db"]


def spoil_letter(copy):
    copy.write_text("dear grandmother, " * 1000)


def spoil_other_program(copy):
    copy.unlink()
    with contextlib.closing(sqlite3.connect(copy)) as connection:
        connection.execute("CREATE TABLE notes (name TEXT)")


def spoil_half(copy):
    copy.write_bytes(copy.read_bytes()[: copy.stat().st_size // 2])


def spoil_later_version(copy):
    with contextlib.closing(sqlite3.connect(copy)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")


def spoil_loose_row(copy):
    with contextlib.closing(sqlite3.connect(copy)) as connection, connection:
        connection.execute("INSERT INTO entry_keys (feed_id, key, entry_id) VALUES (7, 'key', 7)")


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        pytest.param(lambda copy: copy.unlink(), "no such file", id="it is not there"),
        pytest.param(spoil_letter, "cannot be used", id="it is no database"),
        pytest.param(spoil_other_program, "no archive of monitor", id="it is another program's"),
        pytest.param(spoil_half, "whole|malformed", id="half of it is missing"),
        pytest.param(damage, "whole|malformed", id="pages of it are damaged"),
        pytest.param(spoil_later_version, "later version", id="a later version made it"),
        pytest.param(spoil_loose_row, "whole", id="a row names one that is missing"),
    ],
)
def test_what_is_no_whole_copy_is_refused_and_leaves_the_place_empty(archive, url, tmp_path, spoil, told):
    backup.back_up(url, tmp_path / "copy.db")
    archive.dispose()
    lose(tmp_path / "data")
    spoil(tmp_path / "copy.db")
    with pytest.raises(StoreError, match=told):
        backup.restore(url, tmp_path / "copy.db")
    left = [path.name for path in (tmp_path / "data").glob("*")]
    assert left in ([], ["monitor.db.lock"])


@pytest.mark.parametrize("left", ["monitor.db", "monitor.db-wal", "monitor.db-journal"])
def test_a_place_that_is_not_empty_is_left_as_it_is(archive, url, tmp_path, left):
    backup.back_up(url, tmp_path / "copy.db")
    archive.dispose()
    lose(tmp_path / "data")
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / left).write_text("precious")
    with pytest.raises(StoreError, match="in the way"):
        backup.restore(url, tmp_path / "copy.db")
    assert (tmp_path / "data" / left).read_text() == "precious"


def test_nothing_is_restored_under_a_daemon_that_works(archive, url, tmp_path):
    backup.back_up(url, tmp_path / "copy.db")
    with lock.only_one(archive), pytest.raises(HeldError, match="another monitor"):
        backup.restore(url, tmp_path / "copy.db")


def test_another_database_is_no_file_and_its_password_is_not_shown(tmp_path):
    with pytest.raises(StoreError, match="no file of SQLite's") as error:
        backup.back_up("postgresql://desk:secret@db.example/monitor", tmp_path / "copy.db")
    assert "secret" not in str(error.value)


def test_only_the_newest_copies_are_kept_where_that_is_wished(tmp_path):
    names = [f"monitor-202611{day:02}T120000Z.db" for day in range(1, 6)]
    for name in [*names, "precious.db", "monitor-before-0003.db"]:
        (tmp_path / name).touch()
    assert [path.name for path in backup.prune(tmp_path, 2)] == names[:3]
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([*names[3:], "precious.db", "monitor-before-0003.db"])


def test_before_the_tables_get_a_newer_form_the_archive_is_copied_as_it_was(archive, url, tmp_path):
    backups = tmp_path / "data" / "backups"
    for _ in range(2):  # a second time, as after a kill, or where an older copy was restored
        with archive.begin() as tx:
            alembic.command.downgrade(migrate.config_for(tx), "0001")
        migrate.upgrade(archive)
        (kept,) = backups.iterdir()
        assert kept.name == f"monitor-before-{revisions()[-1]}.db"
        with contextlib.closing(sqlite3.connect(kept)) as copy:
            assert copy.execute("SELECT version_num FROM alembic_version").fetchone() == ("0001",)
        assert note(url) == 1


def test_a_new_archive_is_not_copied_before_it_is_made(archive, tmp_path):  # noqa: ARG001 (making it is the point)
    assert not (tmp_path / "data" / "backups").exists()


def test_copies_are_named_after_their_moment():
    assert backup.named_after(NOON) == f"monitor-{NOON:%Y%m%d}T{NOON:%H%M%S}Z.db"


@pytest.fixture
def command(tmp_path):
    """Run a command on settings and data of its own, which hold an archive."""
    flags = ["--config", str(tmp_path / "config"), "--data", str(tmp_path / "data")]

    def run(*words):
        return CliRunner().invoke(cli, [*flags, *words])

    assert CliRunner().invoke(cli, ["init", str(tmp_path / "config")]).exit_code == 0
    (tmp_path / "config" / "feeds.yaml").write_text("feeds: []\n")
    assert run("status").exit_code == 0
    return run


def test_the_commands_say_what_is_in_the_copy(command, tmp_path):
    made = json.loads(command("backup", "--json").stdout)
    assert made["file"].startswith(str(tmp_path / "data" / "backups" / "monitor-"))
    assert command("backup", str(tmp_path / "copy.db")).stdout.startswith(f"{tmp_path / 'copy.db'}: ")
    for path in (tmp_path / "data").glob("monitor.db*"):
        path.unlink()
    told = command("restore", str(tmp_path / "copy.db"))
    assert told.exit_code == 0, told.output
    assert "0 feeds" in told.stdout
    assert command("status").exit_code == 0


def test_where_a_number_is_kept_they_lie_in_a_folder(command, tmp_path):
    assert command("backup", str(tmp_path / "copies"), "--keep", "1").exit_code == 0
    assert len(list((tmp_path / "copies").iterdir())) == 1


def test_an_archive_is_restored_as_it_was_row_by_row(archive, url, tmp_path):
    with archive.begin() as tx:
        before = {name: tx.exec_driver_sql(f"SELECT * FROM {name}").all() for name in sa.inspect(tx).get_table_names()}
    backup.back_up(url, tmp_path / "copy.db")
    archive.dispose()
    lose(tmp_path / "data")
    backup.restore(url, tmp_path / "copy.db")
    db = open_database(url)
    with db.begin() as tx:
        assert {name: tx.exec_driver_sql(f"SELECT * FROM {name}").all() for name in sa.inspect(tx).get_table_names()} == before
    db.dispose()
