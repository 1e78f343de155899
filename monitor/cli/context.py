"""What every command needs: the settings, the archive, and a way to show rows as a table or as JSON."""

import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

import click
import sqlalchemy as sa

from monitor.domain.judging.storyline import Rules
from monitor.domain.words.text import clean_line
from monitor.settings import Settings, load
from monitor.store import reviews
from monitor.store.database import reading
from monitor.store.migrate import open_archive

Command = TypeVar("Command", bound=Callable[..., Any])
Row = dict[str, Any]


def settings_of(ctx: click.Context) -> Settings:
    """Read the settings that --config and --data name; SettingsError with every mistake."""
    return load(*folders_of(ctx), os.environ)


def folders_of(ctx: click.Context) -> tuple[Path | None, Path | None]:
    """Say which folders --config and --data name."""
    given = ctx.find_root().obj or {}
    config, data = (Path(given[name]) if given.get(name) else None for name in ("config", "data"))
    return config, data


@contextmanager
def archive_of(ctx: click.Context, *, writing: bool = False) -> Iterator[sa.Connection]:
    """Open the archive for one transaction."""
    db = open_archive(settings_of(ctx).database_url)
    with (db if writing else reading(db)).begin() as tx:
        yield tx
    db.dispose()


def thresholds_of(ctx: click.Context, tx: sa.Connection) -> dict[str, Any]:
    """Tell each threshold as it was shipped, and where reviews have moved it to."""
    return reviews.adjustment(tx).told(settings_of(ctx).topic.relevant_from, Rules())


def json_option(command: Command) -> Command:
    """Give a command `--json`."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON.")(command)


def print_json(value: Any) -> None:
    """Print a value as JSON; moments in ISO 8601."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2, default=_plain))


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    if hasattr(value, "__dataclass_fields__"):
        return {name: getattr(value, name) for name in value.__dataclass_fields__}
    return str(value)


def print_table(rows: Sequence[Row], columns: Sequence[str], *, empty: str) -> None:
    """Print rows as a table that fits the terminal; text from outside is shown, never obeyed."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    if not rows:
        click.echo(empty)
        return
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for column in columns:
        table.add_column(column.replace("_", " "), overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell(row.get(column))) for column in columns))
    width = None if sys.stdout.isatty() else max(80, int(os.environ.get("COLUMNS", "0")))
    Console(width=width, highlight=False).print(table)


def cell(value: Any) -> str:
    """Write one value for a person."""
    if value is None:
        return "–"
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (list, tuple)):
        return ", ".join(cell(one) for one in value) or "–"
    return clean_line(str(value))


def show(rows: Sequence[Row], columns: Sequence[str], *, as_json: bool, empty: str, under: str | None = None) -> None:
    """Show rows as JSON with everything in them, under a name if one is given, or as a table of some columns."""
    if as_json:
        print_json({under: rows} if under else rows)
    else:
        print_table(rows, columns, empty=empty)
