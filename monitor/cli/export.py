"""`monitor archive export --format`: what a search finds, written for other programs and for people."""

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime

import click
import sqlalchemy as sa

from monitor.cli.context import archive_of, settings_of
from monitor.domain.archive.brief import markdown
from monitor.domain.archive.citation import bibtex, ris
from monitor.domain.archive.record import Record, flat
from monitor.domain.archive.sheet import csv_lines
from monitor.domain.archive.syndication import FeedOf, atom, json_feed
from monitor.domain.search.named import compile_names
from monitor.domain.search.query import Query, parse
from monitor.store import exports

IN_A_FEED = 100  # entries

_EVERYTHING: dict[str, Callable[[Iterable[Record]], Iterator[str]]] = {
    "jsonl": lambda records: (json.dumps(flat(one), ensure_ascii=False) + "\n" for one in records),
    "csv": csv_lines,
    "bibtex": lambda records: (bibtex(one) + "\n" for one in records),
    "ris": lambda records: (ris(one) + "\r\n" for one in records),
}
_FEEDS = {"atom": atom, "jsonfeed": json_feed}
FORMATS = (*_EVERYTHING, *_FEEDS, "markdown")


def write_export(ctx: click.Context, words: tuple[str, ...], form: str) -> None:
    """Print what a search finds in one of the formats, as it is read from the archive."""
    settings = settings_of(ctx)
    now = datetime.now(UTC)
    query = parse(" ".join(words), now.date(), compile_names(settings.topic.entities))
    for note in query.notes:
        click.echo(f"note: {note}", err=True)
    with archive_of(ctx) as tx:
        if form == "markdown":
            click.echo(_brief(tx, query, now), nl=False)
        elif form in _FEEDS:
            feed = FeedOf(f"monitor: {query.typed or 'the archive'}", settings.delivery.instance, f"search/{query.typed}")
            click.echo(_FEEDS[form](feed, exports.newest(tx, query, now.date(), IN_A_FEED)), nl=False)
        else:
            for piece in _EVERYTHING[form](exports.records(tx, query, now.date())):
                click.echo(piece, nl=False)


def _brief(tx: sa.Connection, query: Query, now: datetime) -> str:
    named = [slug for slug, negative in query.storylines if not negative]
    if len(named) != 1:
        raise click.UsageError("a brief is of one storyline: monitor archive export storyline:NAME --format markdown")
    brief = exports.brief_of(tx, named[0], now)
    if brief is None:
        raise click.UsageError(f"there is no storyline {named[0]}; `monitor storylines list` shows them all")
    return markdown(brief)
