"""`monitor evaluate --reviews`: what was decided, beside what people said of it."""

from typing import Any

import click

from monitor.cli.context import archive_of, cell, print_json, print_table, thresholds_of
from monitor.domain.review import measure
from monitor.store import reviews

_RATES = ("alerts that were new", "held though new", "matches on the topic", "passed over though on the topic", "in the right storyline")
_COUNTS = ("articles", "matches", "alerts", "reviewed")


def evaluate_reviews(ctx: click.Context, as_json: bool) -> None:
    """Compare the archive's decisions with the reviews, in all and for each language and storyline."""
    with archive_of(ctx) as tx:
        told = measure(reviews.reviewed(tx), reviews.counts(tx)) | {"thresholds": thresholds_of(ctx, tx)}
    if as_json:
        print_json(told)
        return
    rows = [{"of": "all", **told["all"]}]
    for group in ("by language", "by storyline"):
        rows += [{"of": name, **row} for name, row in told[group].items()]
    print_table([{name: _told(value) for name, value in row.items()} for row in rows], ["of", *_COUNTS, *_RATES], empty="")
    click.echo("\nOnly what was reviewed is compared: review what was right as well, else it looks worse than it is.")


def _told(value: Any) -> str:
    return f"{value['right']} of {value['of']}" if isinstance(value, dict) else cell(value)
