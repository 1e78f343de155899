"""`monitor archive`: search it, show an article, export it."""

import sys
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

import click

from monitor.cli.context import archive_of, cell, json_option, print_json, print_table, settings_of, show
from monitor.cli.export import FORMATS, write_export
from monitor.domain.archive.citation import one_line
from monitor.domain.search.named import compile_names
from monitor.domain.search.query import parse
from monitor.domain.search.snippet import Marked, plain_text
from monitor.domain.words.text import clean_line
from monitor.store import articles, entries, exports, listing, search
from monitor.store.search_storylines import Line, search_storylines

COLUMNS = ["id", "published", "publisher", "title", "placement", "storyline", "continues_seeds"]
_MARKS = ("\ue000", "\ue001")  # no text has them
AS_TYPED = {"ignore_unknown_options": True}  # -Протон is a part of what is typed


@click.group()
def archive() -> None:
    """Search, show and export the archive: seeds and matches in one place."""


@archive.command("search", epilog='Example:  monitor archive search "Байқоңыр аренда" lang:kk,ru -Протон', context_settings=AS_TYPED)
@click.argument("words", nargs=-1)
@click.option("--order", type=click.Choice(["relevance", "date"]), help="Default: relevance where words are given, else date.")
@click.option("--facets", is_flag=True, help="Count what was found by storyline, source, language and so on.")
@click.option("--limit", default=30, show_default=True, type=click.IntRange(1, 10_000))
@click.option("--offset", default=0, type=click.IntRange(0, 10_000), help="So many are passed over.")
@json_option
@click.pass_context
def search_command(
    ctx: click.Context, words: tuple[str, ...], order: search.Order | None, facets: bool, limit: int, offset: int, as_json: bool
) -> None:
    """List the articles that have all WORDS in any form, script or language; without words the newest.

    "side by side", -without, one OR other, begin*, and the fields storyline: source: lang: placement: level: after: before: on: title:
    entity: is: narrow it; what is not understood is explained, and never an error.
    """
    today = datetime.now(UTC).date()
    names = compile_names(settings_of(ctx).topic.entities)
    query = parse(" ".join(words), today, names)
    with archive_of(ctx) as tx:
        found = search.search(tx, query, today, order=order or "relevance", limit=limit, offset=offset, names=names)
        lines = search_storylines(tx, query)
    for note in found.notes:
        click.echo(f"note: {note}", err=True)
    if facets:
        _show_facets(found, as_json=as_json)
        return
    if as_json or not query.words:
        rows = [{**hit.article, "passage": plain_text(hit.passage, "[", "]"), "score": hit.score} for hit in found.hits]
        show(rows, COLUMNS, as_json=as_json, empty="nothing found")
    else:
        _show_hits(found, lines)
    if not as_json and found.total > len(found.hits):
        click.echo(f"{len(found.hits)} of {'more than ' if found.more else ''}{found.total}", err=True)


def _show_hits(found: search.Found, lines: Sequence[Line]) -> None:
    """Show each hit with its passage; what answers is bold in a terminal, and in brackets elsewhere."""
    for line in lines:
        click.echo(f"storyline {line.slug}: {cell(line.title)}")
    for hit in found.hits:
        told = [cell(hit.article[name]) for name in ("published", "publisher", "language", "placement", "storyline") if hit.article[name]]
        click.echo(f"{hit.article['id']:>6}  {_line(hit.title)}\n        {' · '.join(told)}")
        click.echo(f"        {_line(hit.passage)}\n")
    if not found.hits:
        guesses = ", ".join(f"{cell(one.name)} ({one.query})" for one in found.suggestions[:3])
        click.echo("nothing found" + (f"; did you mean {guesses}?" if guesses else ""))


def _line(marked: Marked) -> str:
    signs = (click.style("", bold=True, reset=False), click.style("")) if sys.stdout.isatty() else ("[", "]")
    told = clean_line(plain_text(marked, *_MARKS), 2_000)
    return told.replace(_MARKS[0], signs[0]).replace(_MARKS[1], signs[1])


def _show_facets(found: search.Found, *, as_json: bool) -> None:
    if as_json:
        facets = {kind: [asdict(one) for one in facets] for kind, facets in found.facets.items()}
        print_json({"total": found.total, "more": found.more, "looked_at": found.looked_at, "facets": facets})
        return
    rows = [{"by": kind, **asdict(one)} for kind, facets in found.facets.items() for one in facets]
    print_table(rows, ["by", "label", "count", "query"], empty="nothing found")


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
        records = exports.records_of(tx, [article_id])
    if article is None:
        raise click.UsageError(f"no article {article_id}; `monitor archive search` lists them")
    if as_json:
        print_json({"article": article, "versions": versions, "entries": listed})
        return
    for name in ("title", "publisher", "author", "language", "url", "stated", "listed", "first_seen", "seed", "stub"):
        click.echo(f"{name.replace('_', ' '):12}{cell(getattr(article, name))}")
    click.echo(f"{'cite as':12}{one_line(records[0])}")
    click.echo(f"{'versions':12}{len(versions) + 1}")
    click.echo(f"{'entries':12}{', '.join(row['feed'] for row in listed) or '–'}\n")
    click.echo("\n\n".join(cell(paragraph) for paragraph in article.text.split("\n\n")))


@archive.command("export", epilog="Example:  monitor archive export storyline:baiterek --format markdown", context_settings=AS_TYPED)
@click.argument("words", nargs=-1)
@click.option("--format", "form", type=click.Choice(FORMATS), help="What is written: see docs/running.md. Default: a table.")
@click.option("--entries", "only_entries", is_flag=True, help="Every entry as its feed listed it, with the state of each feed.")
@json_option
@click.pass_context
def export_command(ctx: click.Context, words: tuple[str, ...], form: str | None, only_entries: bool, as_json: bool) -> None:
    """Print the archive, or what a search for WORDS finds, oldest first: articles with their match and placement, or every feed's entries.

    jsonl and csv hold everything, atom and jsonfeed the newest hundred, markdown a brief of the storyline that the search names,
    bibtex and ris citations.
    """
    if (words or form) and only_entries:
        raise click.UsageError("--entries prints the entries of all feeds; leave out the words and --format")
    if words or form:
        write_export(ctx, words, form or ("jsonl" if as_json else "csv"))
        return
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
