"""Brings the database to the form that this version of the program knows; safe to run at every start, and by several processes."""

import sys
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from monitor.errors import StoreError
from monitor.store import backup
from monitor.store.database import open_database, reading
from monitor.store.migrations import HERE, revisions
from monitor.store.tables import metadata
from monitor.store.trouble import trouble

if TYPE_CHECKING:
    from alembic.config import Config

ONE_AT_A_TIME = 7_203_411  # the key of PostgreSQL's advisory lock
NOT_IN_METADATA = ("search_texts", "procrastinate_", "alembic_version")  # made by hand, by another package, by Alembic itself


def is_ours(_thing: Any, name: str | None, kind: str, _reflected: bool, _compare_to: Any) -> bool:
    """Say whether a table is one that the metadata describes."""
    return kind != "table" or not (name or "").startswith(NOT_IN_METADATA)


def open_archive(url: str) -> sa.Engine:
    """Open the archive at an SQLAlchemy URL, made and migrated."""
    db = open_database(url)
    upgrade(db)
    return db


def config_for(connection: sa.Connection | None) -> "Config":
    """Make Alembic's configuration, without a file."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(HERE))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def upgrade(db: sa.Engine, to: str = "head") -> None:
    """Bring the database up to date; a database of a later version of the program is refused."""
    try:
        with reading(db).begin() as connection:  # mostly there is nothing to do, and then nobody is waited for
            if to == "head" and is_current(connection):
                return
        with db.begin() as connection:
            if connection.dialect.name == "postgresql":
                connection.execute(sa.select(sa.func.pg_advisory_xact_lock(ONE_AT_A_TIME)))
            if to != "head" or not is_current(connection):
                if _has_form(connection) and backup.is_file(db.url):
                    backup.back_up_before(db.url, revisions()[-1])
                _run(connection, to)
    except sa.exc.DatabaseError as error:
        raise trouble(db.url.database, str(error.orig)) from error


def _run(connection: sa.Connection, to: str) -> None:
    from alembic import command  # half a second that most commands need not spend
    from alembic.util.exc import CommandError

    try:
        command.upgrade(config_for(connection), to)
    except CommandError as error:
        raise StoreError(f"the database was made by a later version of monitor: {error}; install that version, or use a backup") from error


def is_current(connection: sa.Connection) -> bool:
    """Say whether the database has the newest form."""
    return _has_form(connection) and connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar() == revisions()[-1]


def _has_form(connection: sa.Connection) -> bool:
    return sa.inspect(connection).has_table("alembic_version")


def differences(connection: sa.Connection) -> list[Any]:
    """List where the database differs from what the tables say; empty where the migrations are complete."""
    from alembic.autogenerate import compare_metadata
    from alembic.runtime.migration import MigrationContext

    context = MigrationContext.configure(connection, opts={"include_object": is_ours, "compare_type": True, "target_metadata": metadata})
    return list(compare_metadata(context, metadata))


def write_revision(message: str) -> None:
    """Write the migration from the newest revision to what the tables say now; for developers, to be read before it is committed."""
    from alembic import command
    from alembic.script import ScriptDirectory

    db = sa.create_engine("sqlite://", poolclass=sa.StaticPool)
    with db.begin() as connection:
        config = config_for(connection)
        config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
        known = len(list(ScriptDirectory(str(HERE)).walk_revisions()))
        command.upgrade(config, "head")
        command.revision(config, message, autogenerate=True, rev_id=f"{known + 1:04}")


if __name__ == "__main__":
    write_revision(" ".join(sys.argv[1:]))
