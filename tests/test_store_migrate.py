"""A database that was migrated step by step is the same as one made at once."""

from datetime import date
from importlib import import_module

import pytest
import sqlalchemy as sa
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory

from monitor.domain.search.query import parse
from monitor.errors import StoreError
from monitor.store import migrate, search, search_index
from monitor.store.database import open_database
from monitor.store.tables import metadata


def shape(engine):
    """Every table with its columns, keys and indexes."""
    inspector = sa.inspect(engine)
    names = [name for name in sorted(inspector.get_table_names()) if not name.startswith(("search_texts", "alembic_version"))]
    return {
        name: (
            [(column["name"], str(column["type"]), column["nullable"]) for column in inspector.get_columns(name)],
            inspector.get_pk_constraint(name)["constrained_columns"],
            sorted(str(key["column_names"]) for key in inspector.get_unique_constraints(name)),
            sorted((index["name"], index["column_names"]) for index in inspector.get_indexes(name)),
            sorted((key["constrained_columns"], key["referred_table"]) for key in inspector.get_foreign_keys(name)),
        )
        for name in names
    }


def test_made_at_once_equals_made_step_by_step(tmp_path):
    at_once = open_database(f"sqlite:///{tmp_path / 'once.db'}")
    metadata.create_all(at_once)
    by_steps = open_database(f"sqlite:///{tmp_path / 'steps.db'}")
    for revision in reversed(list(ScriptDirectory(str(migrate.HERE)).walk_revisions())):
        migrate.upgrade(by_steps, revision.revision)
    assert shape(by_steps) == shape(at_once)


def test_the_migrations_leave_nothing_to_do(db):
    with db.begin() as connection:
        assert migrate.differences(connection) == []


def test_migrating_again_changes_nothing(db):
    with db.begin() as connection:
        connection.execute(sa.text("INSERT INTO notes (name, value, noted_at) VALUES ('kept', '1', '2026-11-09')"))
    migrate.upgrade(db)
    with db.begin() as connection:
        assert connection.execute(sa.text("SELECT name FROM notes")).scalar() == "kept"


def test_a_database_of_a_later_version_is_refused(sqlite):
    with sqlite.begin() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreError, match="later version"):
        migrate.upgrade(sqlite)


def test_a_file_that_is_no_database_is_refused_and_kept(tmp_path):
    path = tmp_path / "archive.db"
    path.write_bytes(b"not a database at all, but a letter to grandmother" * 100)
    before = path.read_bytes()
    with pytest.raises(StoreError, match="cannot be used"):
        migrate.upgrade(open_database(f"sqlite:///{path}"))
    assert path.read_bytes() == before


def test_an_archive_from_before_is_indexed_anew_and_says_how_far_it_is(tmp_path, caplog):
    older = open_database(f"sqlite:///{tmp_path / 'older.db'}")
    migrate.upgrade(older, "0005")
    row = {"id": 1, "url": "u", "title": "Аренда Байконура", "publisher": "ТАСС", "text": "115 млн", "language": "ru", "host": "tass.ru"}
    row |= {"trust": "press", "text_hash": "", "body_hash": "", "stub": False, "baseline": False, "first_seen_at": "2026-11-09 12:00:00"}
    with older.begin() as tx:
        names = ", ".join(row)
        tx.execute(sa.text(f"INSERT INTO articles ({names}) VALUES (:{', :'.join(row)})"), row)
        tx.execute(sa.text("INSERT INTO search_texts (rowid, words) VALUES (1, 'аренда байконура 115 млн')"))
    migrate.upgrade(older)
    assert "indexing the archive for the search: 1 of 1 articles" in caplog.text
    with older.begin() as tx:
        (found,) = search.search(tx, parse("Baikonur 115 million", date(2026, 11, 9)), date(2026, 11, 9)).hits
    assert found.article["id"] == 1


def test_titles_that_were_indexed_before_are_found_by_their_words(postgresql):
    migration = import_module("monitor.store.migrations.versions.0014_titles_by_the_index")
    with postgresql.begin() as tx:
        insert = "INSERT INTO search_texts VALUES (1, '0a', 'rent', 'price', CAST(:vector AS tsvector))"
        tx.execute(sa.text(insert), {"vector": "'0a':1C 'rent':2A 'price':4"})
        with Operations.context(MigrationContext.configure(tx)):
            migration.upgrade()
        asked = [search.seek(tx, parse(typed, date(2026, 11, 9)), date(2026, 11, 9))[0] for typed in ("title:rent", "title:price")]
        assert [search_index.count(tx, one, 9) for one in asked] == [1, 0]
