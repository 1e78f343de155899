"""`monitor seeds`: list them; add one from a file or an address."""

from datetime import datetime
from typing import Any

import click

from monitor import log
from monitor.cli.context import archive_of, cell, json_option, print_json, settings_of, show
from monitor.store import seeds as store

NONE_YET = "no seeds in the archive: the first start takes in those of the settings; `monitor seeds add FILE` takes in another"


@click.group()
def seeds() -> None:
    """List seeds; add one from a file or an address."""


@seeds.command("list", epilog="Example:  monitor seeds list --json")
@json_option
@click.pass_context
def list_command(ctx: click.Context, as_json: bool) -> None:
    """List the seeds: the articles that show what the topic is about."""
    with archive_of(ctx) as tx:
        rows = store.list_seeds(tx)
    show(
        rows,
        ["seed", "published", "publisher", "title", "storyline"],
        as_json=as_json,
        empty=NONE_YET,
    )


@seeds.command("add", epilog="Example:  monitor seeds add clipping.txt --date 2013-11-06")
@click.argument("source", metavar="FILE|URL")
@click.option("--title", help="Where the document does not tell it, or tells it wrong.")
@click.option("--publisher")
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="The day it was published.")
@click.option("--url", help="The address it was published at.")
@click.option("--storyline", metavar="SLUG", help="The storyline it belongs to; found by itself by default.")
@json_option
@click.pass_context
def add_command(
    ctx: click.Context,
    source: str,
    title: str | None,
    publisher: str | None,
    day: datetime | None,
    url: str | None,
    storyline: str | None,
    as_json: bool,
) -> None:
    """Take in a document as you have it: a text, a saved page, or an address."""
    from monitor.pipeline.seed import Said
    from monitor.wiring import build

    settings = settings_of(ctx)
    log.start("warning", settings.log.format)
    with build(settings) as monitor:
        monitor.start()
        told = monitor.add_seed(source, Said(title, publisher, day.date() if day else None, url, storyline))
    if as_json:
        print_json(told)
        return
    _print(told)


def _print(told: Any) -> None:
    for name in told.__dataclass_fields__:
        if name != "text":
            click.echo(f"{name.replace('_', ' '):16}{cell(getattr(told, name))}")
