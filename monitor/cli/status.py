"""`monitor status`: what the daemon can see, what waits, and whether it is alive."""

from datetime import UTC, datetime, timedelta
from typing import Any

import click
import sqlalchemy as sa

from monitor.cli.context import Row, archive_of, json_option, print_json, print_table
from monitor.domain.feed import Feed, FeedState
from monitor.store import entries, feeds, listing, notes, outbox

STALE = timedelta(minutes=2)  # a daemon that has not noted its pulse for so long is not alive


@click.command(epilog="Example:  monitor status --json")
@click.option("--check", is_flag=True, help="Say only whether the daemon is alive, by the exit code: for health checks.")
@json_option
@click.pass_context
def status(ctx: click.Context, check: bool, as_json: bool) -> None:
    """Show the daemon's pulse, each feed's state, counts, and what waits to be sent."""
    with archive_of(ctx) as tx:
        told = read_status(tx, datetime.now(UTC))
    if check:
        ctx.exit(0 if told["alive"] else 1)
    if as_json:
        print_json(told)
    else:
        _print(told)


def read_status(tx: sa.Connection, now: datetime) -> dict[str, Any]:
    """Gather what `monitor status` shows."""
    pulse = notes.read(tx, "pulse")
    beat = datetime.fromisoformat(pulse["at"]) if pulse else None
    known = feeds.list_feeds(tx)
    return {
        "alive": beat is not None and now - beat < STALE,
        "pulse": beat,
        "coverage": {"feeds": len(known), "unseen": [feed.settings.name for feed in known if not _seen(feed)]},
        "feeds": [feed_row(feed) for feed in known],
        "archive": listing.totals(tx),
        "entries": dict(entries.counts(tx)),
        "held": listing.held_counts(tx),
        "deliveries": outbox.counts(tx),
    }


def _seen(feed: Feed) -> bool:
    return feed.state is FeedState.OK


def feed_row(feed: Feed) -> Row:
    """Write a feed for a listing."""
    return {
        "name": feed.settings.name,
        "state": feed.state.value,
        "last_success": feed.succeeded_at,
        "next_poll": feed.due_at,
        "last_error": feed.last_error,
        "url": feed.settings.url,
        "publisher": feed.settings.publisher,
        "language": feed.settings.language,
        "failures": feed.failures,
    }


def _print(told: dict[str, Any]) -> None:
    last = f"last pulse {told['pulse']:%Y-%m-%d %H:%M:%S} UTC" if told["pulse"] else "it never ran on this archive"
    click.echo(f"daemon: {'alive' if told['alive'] else 'not running'} ({last})")
    unseen = told["coverage"]["unseen"]
    click.echo(f"coverage: {told['coverage']['feeds'] - len(unseen)} of {told['coverage']['feeds']} feeds seen")
    click.echo("archive: " + ", ".join(f"{count} {name}" for name, count in told["archive"].items()))
    click.echo("held: " + (", ".join(f"{count} {reason}" for reason, count in told["held"].items()) or "nothing"))
    click.echo("deliveries: " + (", ".join(f"{count} {state}" for state, count in told["deliveries"].items()) or "none"))
    print_table(told["feeds"], ["name", "state", "last_success", "next_poll", "last_error"], empty="no feeds: add one to feeds.yaml")
