"""An archive goes from SQLite to PostgreSQL whole, or not at all."""

from datetime import UTC, datetime

import pytest
import sqlalchemy as sa
from click.testing import CliRunner

from monitor.cli import cli
from monitor.domain.alerts.channel import DeliveryRules
from monitor.errors import StoreError
from monitor.store import listing, lock, migrate, moving, notes, search_index, storylines
from monitor.store.database import open_database
from monitor.store.tables import articles, deliveries, developments, feeds, metadata
from tests.alerts import DESK
from tests.archive import alert_of

NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)


@pytest.fixture
def target(postgres):
    with postgres.emptied() as url:
        yield url


@pytest.fixture
def source(sqlite):
    """An archive with a bit of everything in it."""
    with sqlite.begin() as tx:
        for number in range(3):
            alert_of(tx, DeliveryRules(channels=(DESK,)), f"baiterek#2026-03-10-{number + 1}")
        notes.write(tx, "told", {"when": None, "what": "Байқоңыр \U0001f680"}, NOON)
        tx.execute(sa.update(developments).where(developments.c.id == 1).values(merged_into_id=3))
        tx.execute(
            sa.insert(feeds).values(
                url="https://a.example", name="a", settings={"every": 300}, due_at=NOON, lease="dead", leased_until=NOON
            )
        )
    return sqlite


def silently(_table, _done, _total):
    """Show no progress."""


def test_every_row_arrives_as_it_was(source, target):
    moved = moving.move(str(source.url), target, silently)
    assert {one.table for one in moved} == set(metadata.tables)
    there = open_database(target)
    with source.begin() as tx, there.begin() as other:
        for table in metadata.sorted_tables:
            assert moving.digest(tx, table) == moving.digest(other, table), table.name
        assert notes.read(other, "told") == {"when": None, "what": "Байқоңыр \U0001f680"}
        assert storylines.list_storylines(other) == storylines.list_storylines(tx)
        assert listing.totals(other) == listing.totals(tx)
        assert search_index.rows_of(other, [1, 2, 3]) == search_index.rows_of(tx, [1, 2, 3])
    there.dispose()


def test_the_archive_goes_on_where_it_was(source, target):
    moving.move(str(source.url), target, silently)
    there = open_database(target)
    with there.begin() as tx:
        alert_of(tx, DeliveryRules(channels=(DESK,)), "baiterek#2026-03-11-1")
        assert tx.execute(sa.select(sa.func.max(articles.c.id))).scalar() == 4
        assert tx.execute(sa.select(sa.func.count()).select_from(deliveries)).scalar() == 4
        assert tx.execute(sa.select(feeds.c.lease)).scalar() is None, "what the dead held is free"
    there.dispose()


def test_what_arrives_otherwise_than_it_was_sent_leaves_nothing_behind(source, target):
    there = open_database(target)
    with there.begin() as tx:
        tx.exec_driver_sql("CREATE FUNCTION spoil() RETURNS trigger AS $$ BEGIN NEW.text := 'x'; RETURN NEW; END $$ LANGUAGE plpgsql")
        tx.exec_driver_sql("CREATE TRIGGER spoil BEFORE INSERT ON articles FOR EACH ROW EXECUTE FUNCTION spoil()")
    try:
        with pytest.raises(StoreError, match=r"articles: 3 rows were sent .* nothing was kept"):
            moving.move(str(source.url), target, silently)
        with there.begin() as tx:
            assert [table.name for table in metadata.sorted_tables if moving.digest(tx, table)[0]] == []
    finally:
        with there.begin() as tx:
            tx.exec_driver_sql("DROP FUNCTION spoil() CASCADE")
        there.dispose()


def test_a_database_that_holds_an_archive_is_refused_and_kept(source, target):
    moving.move(str(source.url), target, silently)
    with pytest.raises(StoreError, match="holds an archive already"):
        moving.move(str(source.url), target, silently)


def test_an_archive_that_somebody_works_on_is_refused(source, target):
    with lock.only_one(source), pytest.raises(StoreError, match="another monitor"):
        moving.move(str(source.url), target, silently)
    with lock.beside(source), pytest.raises(StoreError, match="a command works on"):
        moving.move(str(source.url), target, silently)


@pytest.mark.parametrize(
    ("start", "to", "says"),
    [("sqlite:///here.db", "sqlite:///there.db", "moved to PostgreSQL"), ("postgresql://a/b", "postgresql://c/d", "in PostgreSQL already")],
)
def test_other_ways_are_refused(start, to, says):
    with pytest.raises(StoreError, match=says):
        moving.move(start, to, silently)


def test_the_command_shows_each_table_and_what_to_do_next(tmp_path, target):
    home = tmp_path / "config"
    assert CliRunner().invoke(cli, ["init", str(home)]).exit_code == 0
    db = migrate.open_archive(f"sqlite:///{tmp_path / 'monitor.db'}")
    with db.begin() as tx:
        notes.write(tx, "told", 1, NOON)
    db.dispose()
    words = ["--config", str(home), "--data", str(tmp_path), "migrate-database"]
    done = CliRunner().invoke(cli, [*words, target])
    assert done.exit_code == 0, done.output
    assert "notes: 1 rows, the same on both sides" in done.output
    assert "MONITOR_DATABASE_URL" in done.output
    assert CliRunner().invoke(cli, [*words, "--json", target]).exit_code == 1
