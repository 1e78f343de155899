"""`monitor storylines`: the running lines, and one of them with its developments."""

from typing import Any

import click

from monitor.cli.context import archive_of, cell, json_option, print_json, show
from monitor.store import storylines as store


@click.group()
def storylines() -> None:
    """List storylines; show one with its developments and articles."""


@storylines.command("list", epilog="Example:  monitor storylines list --json")
@json_option
@click.pass_context
def list_command(ctx: click.Context, as_json: bool) -> None:
    """List the storylines, the one that moved last first."""
    with archive_of(ctx) as tx:
        rows = store.list_storylines(tx)
    show(rows, ["slug", "title", "developments", "articles", "moved_at", "seeds"], as_json=as_json, empty="no storyline yet")


@storylines.command("show", epilog="Example:  monitor storylines show baiterek")
@click.argument("slug")
@json_option
@click.pass_context
def show_command(ctx: click.Context, slug: str, as_json: bool) -> None:
    """Show a storyline: background, developments in order, and the articles of each."""
    with archive_of(ctx) as tx:
        told = store.storyline(tx, slug)
    if told is None:
        raise click.UsageError(f"no storyline {slug!r}; `monitor storylines list` shows them")
    if as_json:
        print_json(told)
    else:
        _print(told)


def _print(told: dict[str, Any]) -> None:
    click.echo(f"{cell(told['title'])} [{told['slug']}]\n")
    if told.get("background"):
        click.echo(f"{cell(told['background'])}\n")
    for development in told["developments"]:
        click.echo(f"{development['known_at']:%Y-%m-%d}  {cell(development['summary'])}  [{development['key']}]")
        for article in development.get("articles", []):
            click.echo(
                f"            {article['placement']}: {cell(article['publisher'])}, {cell(article['title'])} (article {article['id']})"
            )
