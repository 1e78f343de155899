"""`monitor migrate-database`: the archive goes from its SQLite file to PostgreSQL."""

import sys

import click

from monitor.cli.context import json_option, print_json, settings_of
from monitor.store.moving import Moved, move


@click.command(epilog="Example:  monitor migrate-database postgresql://monitor@db.example/monitor")
@click.argument("to", metavar="URL", envvar="MONITOR_DATABASE_URL")
@json_option
@click.pass_context
def migrate_database(ctx: click.Context, to: str, as_json: bool) -> None:
    """Copy the archive of the data folder into the empty PostgreSQL at URL (or MONITOR_DATABASE_URL): all of it, or nothing.

    Stop the daemon first. Every row is counted and hashed on both sides; the SQLite file stays as it is.
    """
    moved = move(f"sqlite:///{settings_of(ctx).data / 'monitor.db'}", to, _Lines())
    if as_json:
        print_json(moved)
        return
    _tell(moved)


def _tell(moved: list[Moved]) -> None:
    for one in moved:
        click.echo(f"{one.table}: {one.rows:,} rows, the same on both sides ({one.hash[:12]})")
    click.echo(
        "the archive is in PostgreSQL now: name it in database.url of monitor.yaml, or in MONITOR_DATABASE_URL, and start the daemon"
    )


class _Lines:
    """Shows how far each table is, in one line each."""

    def __init__(self) -> None:
        self._shown = ""

    def __call__(self, table: str, done: int, total: int) -> None:
        if not sys.stderr.isatty() and done < total:
            return  # a log needs no line that changes
        end = "\n" if done >= total else ""
        click.echo(f"\r{table}: {done:,} of {total:,}{end}", err=True, nl=False)
