"""`monitor backup` and `monitor restore`: a copy of the archive, and what to do when the archive is lost."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from monitor.cli.context import json_option, print_json, settings_of
from monitor.store import backup, dumps
from monitor.wiring import utc_now


@click.command(epilog="Example:  monitor backup --keep 7")
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("--keep", metavar="N", type=click.IntRange(1), help="Copy into a folder, and keep its N newest copies.")
@json_option
@click.pass_context
def backup_command(ctx: click.Context, file: Path | None, keep: int | None, as_json: bool) -> None:
    """Copy the archive into FILE, or under the name of this moment into a folder (by default `backups` in the data folder).

    The daemon may go on working. The copy is of one moment, is read through, and only then gets its name. With --keep, FILE is a folder;
    copies in it that you have named yourself stay. An archive on PostgreSQL is copied by its pg_dump, which has to be installed.
    """
    settings = settings_of(ctx)
    sqlite = backup.is_file(settings.database_url)
    place = file or settings.data / "backups"
    to = place / backup.named_after(utc_now(), "db" if sqlite else "dump") if keep or file is None or file.is_dir() else file
    with _progress("copying") as progress:
        copy = (backup if sqlite else dumps).back_up(settings.database_url, to, progress)
    removed = backup.prune(place, keep) if keep else []
    _tell(copy, as_json, f"{copy.file}: {copy.size:,} bytes, read through and whole")
    for path in removed:
        click.echo(f"removed {path}", err=True)


@click.command(epilog="Example:  monitor restore backup.db")
@click.argument("file", type=click.Path(path_type=Path))
@json_option
@click.pass_context
def restore_command(ctx: click.Context, file: Path, as_json: bool) -> None:
    """Put a copy in the place of the archive, which must be empty: what lies there is never written over.

    The copy is read through first, and stays where it is.
    """
    url = settings_of(ctx).database_url
    with _progress("restoring") as progress:
        copy = (backup if backup.is_file(url) else dumps).restore(url, file, progress)
    _tell(copy, as_json, f"{copy.file}: restored from {file}, read through and whole")


def _tell(copy: backup.Copy, as_json: bool, line: str) -> None:
    if as_json:
        print_json(copy)
        return
    click.echo(line)
    click.echo("in it: " + ", ".join(f"{count:,} {name}" for name, count in copy.rows.items()))


@contextmanager
def _progress(label: str) -> Iterator[Callable[[int, int], None]]:
    with click.progressbar(length=100, label=label, file=sys.stderr) as bar:
        yield lambda done, pages: bar.update(100 * done // max(pages, 1) - bar.pos)
