"""`monitor archive`: search it, show an article, export it."""

from typing import Any

import click

from monitor.cli.context import archive_of, cell, json_option, print_json, show
from monitor.store import articles, entries, listing, search

COLUMNS = ["id", "published", "publisher", "title", "placement", "storyline", "continues_seeds"]


@click.group()
def archive() -> None:
    """Search, show and export the archive: seeds and matches in one place."""


@archive.command("search", epilog='Example:  monitor archive search "Байқоңыр аренда"')
@click.argument("words", nargs=-1)
@click.option("--limit", default=30, show_default=True, type=click.IntRange(1, 10_000))
@json_option
@click.pass_context
def search_command(ctx: click.Context, words: tuple[str, ...], limit: int, as_json: bool) -> None:
    """List the articles that hold all WORDS or words that begin so; without words the newest."""
    with archive_of(ctx) as tx:
        rows = search.search(tx, " ".join(words), limit=limit)
    show(rows, COLUMNS, as_json=as_json, empty="nothing found")


@archive.command("show", epilog="Example:  monitor archive show 12")
@click.argument("article_id", metavar="ARTICLE", type=int)
@json_option
@click.pass_context
def show_command(ctx: click.Context, article_id: int, as_json: bool) -> None:
    """Show one article: its text, dates, earlier versions, and the entries that led to it."""
    with archive_of(ctx) as tx:
        article = articles.find(tx, article_id)
        versions = [dict(row._mapping) for row in articles.earlier_versions(tx, article_id)]
        listed = [dict(row._mapping) for row in entries.of_article(tx, article_id)]
    if article is None:
        raise click.UsageError(f"no article {article_id}; `monitor archive search` lists them")
    if as_json:
        print_json({"article": article, "versions": versions, "entries": listed})
        return
    for name in ("title", "publisher", "author", "language", "url", "stated", "listed", "first_seen", "seed", "stub"):
        click.echo(f"{name.replace('_', ' '):12}{cell(getattr(article, name))}")
    click.echo(f"{'versions':12}{len(versions) + 1}")
    click.echo(f"{'entries':12}{', '.join(row['feed'] for row in listed) or '–'}\n")
    click.echo("\n\n".join(cell(paragraph) for paragraph in article.text.split("\n\n")))


@archive.command("export", epilog="Example:  monitor archive export --entries --json")
@click.option("--entries", "only_entries", is_flag=True, help="Every entry as its feed listed it, with the state of each feed.")
@json_option
@click.pass_context
def export_command(ctx: click.Context, only_entries: bool, as_json: bool) -> None:
    """Print the whole archive, oldest first: articles with their match and placement, or the entries of every feed."""
    with archive_of(ctx) as tx:
        if only_entries:
            _print_entries(entries.export(tx), as_json=as_json)
        else:
            rows = listing.listing(tx, limit=10_000_000, newest_first=False)
            show(rows, COLUMNS, as_json=as_json, empty="the archive is empty", under="articles")


def _print_entries(told: dict[str, dict[str, Any]], *, as_json: bool) -> None:
    if as_json:
        print_json({"feeds": told})
        return
    rows = [{"feed": url, "status": feed["status"], **entry} for url, feed in told.items() for entry in feed["entries"]]
    show(rows, ["feed", "status", "title", "link"], as_json=False, empty="no entries yet")
