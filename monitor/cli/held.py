"""`monitor held` and `monitor why`: what stayed quiet, and every decision on one article."""

from typing import Any

import click

from monitor.cli.context import archive_of, cell, json_option, print_json, show, thresholds_of
from monitor.store import listing


@click.command(epilog="Example:  monitor held --reason repeat --limit 20")
@click.option("--reason", type=click.Choice(listing.REASONS), help="Only those held for this reason.")
@click.option("--storyline", metavar="SLUG", help="Only those of this storyline.")
@click.option("--limit", default=50, show_default=True, type=click.IntRange(1, 100_000))
@click.option("--count", "only_count", is_flag=True, help="Only how many, by reason.")
@json_option
@click.pass_context
def held(ctx: click.Context, reason: str | None, storyline: str | None, limit: int, only_count: bool, as_json: bool) -> None:
    """List every article that did not alert, the newest first, with its reason and what it repeats."""
    with archive_of(ctx) as tx:
        rows = listing.held(tx, reason=reason, storyline=storyline, limit=limit)
        counts = listing.held_counts(tx)
    if only_count:
        show(
            [{"reason": name, "articles": count} for name, count in counts.items()],
            ["reason", "articles"],
            as_json=as_json,
            empty="nothing",
        )
        return
    show(rows, ["id", "published", "reason", "title", "storyline", "of"], as_json=as_json, empty="nothing was held")


@click.command(epilog="Example:  monitor why 12")
@click.argument("article_id", metavar="ARTICLE", type=int)
@json_option
@click.pass_context
def why(ctx: click.Context, article_id: int, as_json: bool) -> None:
    """Show every decision on one article: match, placement, candidates compared, facts, thresholds."""
    with archive_of(ctx) as tx:
        told = listing.explain(tx, article_id)
        thresholds = thresholds_of(ctx, tx)
    if told is None:
        raise click.UsageError(f"no article {article_id}; `monitor held` and `monitor archive search` list them")
    told["thresholds now"] = thresholds
    if as_json:
        print_json(told)
    else:
        _print(told)


def _print(told: dict[str, Any], depth: int = 0) -> None:
    """Print nested values as an indented list."""
    for name, value in told.items():
        label = f"{'  ' * depth}{str(name).replace('_', ' ')}:"
        if isinstance(value, dict) and value:
            click.echo(label)
            _print(value, depth + 1)
        elif isinstance(value, list) and value and isinstance(value[0], (dict, str)):
            click.echo(label)
            for one in value:
                _print_one(one, depth + 1)
        else:
            click.echo(f"{label} {cell(value)}")


def _print_one(value: Any, depth: int) -> None:
    if isinstance(value, dict):
        click.echo(f"{'  ' * depth}- " + "; ".join(f"{name}: {cell(part)}" for name, part in value.items() if part not in (None, [], "")))
    else:
        click.echo(f"{'  ' * depth}- {cell(value)}")
