"""`monitor evaluate --reviews`: what was decided, beside what people said of it."""

from typing import Any

import click

from monitor.cli.context import archive_of, cell, print_json, thresholds_of
from monitor.domain.judging.review import measure
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
    _print("all", told["all"])
    for group in ("by language", "by storyline"):
        click.echo(f"\n{group}")
        for name, row in told[group].items():
            _print(name, row)
    click.echo("\nOnly what was reviewed is compared: review what was right as well, else it looks worse than it is.")


def _print(name: str, row: dict[str, Any]) -> None:
    """Print the counts of one group, and of the rates those of which a person said something."""
    click.echo(f"{cell(name)}: " + ", ".join(f"{row.get(count, 0)} {count}" for count in _COUNTS))
    for rate in _RATES:
        if row[rate]["of"]:
            low, high = row[rate]["interval"]
            click.echo(f"  {rate:34}{row[rate]['right']:>4} of {row[rate]['of']:<4} {row[rate]['value']:.3f} ({low:.2f}-{high:.2f})")
