"""`monitor status`: what the daemon can see, what waits, and whether it is alive."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import click
import sqlalchemy as sa

from monitor.cli.context import Row, archive_of, json_option, print_json, print_table, settings_of, thresholds_of
from monitor.domain.feeds.address import mask_url
from monitor.domain.feeds.feed import Feed, FeedSettings, FeedState
from monitor.domain.words.text import clean_line
from monitor.store import coverage, entries, feeds, listing, notes, outbox, retention
from monitor.store.coverage import Standing


@click.command(epilog="Example:  monitor status --json")
@click.option("--check", is_flag=True, help="Say only whether the daemon is alive, by the exit code: for health checks.")
@json_option
@click.pass_context
def status(ctx: click.Context, check: bool, as_json: bool) -> None:
    """Show the daemon's pulse, each feed's state, counts, and what waits to be sent."""
    with archive_of(ctx) as tx:
        told = read_status(tx, settings_of(ctx).feeds, datetime.now(UTC)) | {"thresholds": thresholds_of(ctx, tx)}
        told["topic"] = settings_of(ctx).delivery.topic
    if check:
        ctx.exit(0 if told["alive"] else 1)
    if as_json:
        print_json(told)
    else:
        _print(told)


def read_status(tx: sa.Connection, wanted: Sequence[FeedSettings], now: datetime) -> dict[str, Any]:
    """Gather what `monitor status` shows."""
    beat = notes.pulse(tx)
    known, troubles = list(known_feeds(tx, wanted)), coverage.standing(tx)
    return {
        "alive": notes.is_alive(beat, now),
        "pulse": beat,
        "coverage": {
            "feeds": len(known),
            "unseen": [feed.settings.name for feed in known if not _seen(feed)],
            "troubles": [trouble_row(one) for one in troubles],
        },
        "feeds": [feed_row(feed) for feed in known],
        "archive": listing.totals(tx),
        "size": retention.growth(tx, now),
        "entries": dict(entries.counts(tx)),
        "held": listing.held_counts(tx),
        "deliveries": outbox.counts(tx),
    }


def known_feeds(tx: sa.Connection, wanted: Sequence[FeedSettings]) -> Iterator[Feed]:
    """Give the feeds of the settings with what the archive knows of each; one that was never asked is new."""
    known = {feed.settings.url: feed for feed in feeds.list_feeds(tx, active_only=False)}
    for one in wanted:
        yield replace(known.get(one.url, Feed(0, one)), settings=one)


def _seen(feed: Feed) -> bool:
    return feed.state is FeedState.OK


def trouble_row(one: Standing) -> Row:
    """Write what cannot be seen, or not as usual."""
    return {"feed": one.feed, "ailment": one.trouble.ailment.value, "since": one.began, "told": one.trouble.told}


def feed_row(feed: Feed) -> Row:
    """Write a feed for a listing."""
    return {
        "name": feed.settings.name,
        "state": feed.state.value,
        "last_success": feed.succeeded_at,
        "next_poll": feed.due_at,
        "last_error": feed.last_error,
        "url": mask_url(feed.settings.url),
        "publisher": feed.settings.publisher,
        "language": feed.settings.language,
        "failures": feed.failures,
    }


def _print(told: dict[str, Any]) -> None:
    last = f"last pulse {told['pulse']:%Y-%m-%d %H:%M:%S} UTC" if told["pulse"] else "it never ran on this archive"
    click.echo(f"daemon: {'alive' if told['alive'] else 'not running'} ({last})")
    click.echo(f"topic: {told['topic']}")
    unseen = told["coverage"]["unseen"]
    click.echo(f"coverage: {told['coverage']['feeds'] - len(unseen)} of {told['coverage']['feeds']} feeds seen")
    for one in told["coverage"]["troubles"]:
        click.echo(clean_line(f"  {one['feed']} is {one['ailment']} since {one['since']:%Y-%m-%d %H:%M} UTC: {one['told']}"))
    click.echo("archive: " + ", ".join(f"{count} {name}" for name, count in told["archive"].items()))
    click.echo(f"size: {_size(told['size'])}")
    click.echo("held: " + (", ".join(f"{count} {reason}" for reason, count in told["held"].items()) or "nothing"))
    click.echo("deliveries: " + (", ".join(f"{count} {state}" for state, count in told["deliveries"].items()) or "none"))
    click.echo("thresholds: " + "; ".join(_threshold(name, one) for name, one in told["thresholds"].items() if name != "because"))
    for reason in told["thresholds"]["because"]:
        click.echo(f"  {reason}")
    print_table(told["feeds"], ["name", "state", "last_success", "next_poll", "last_error"], empty="no feeds: add one to feeds.yaml")


def _size(told: dict[str, Any]) -> str:
    daily = told["bytes_a_day"]
    grows = "" if daily is None else f", growing by {_bytes(daily)} a day" if daily >= 0 else f", shrinking by {_bytes(-daily)} a day"
    gone = f", {told['texts_let_go']} texts let go of" if told["texts_let_go"] else ""
    return f"{_bytes(told['bytes'])}{grows}, {told['articles_a_day']:g} articles a day{gone}"


def _bytes(count: int) -> str:
    for name in ("B", "kB", "MB"):
        if count < 1000:
            return f"{count:.0f} {name}" if count >= 10 or name == "B" else f"{count:.1f} {name}"
        count /= 1000  # type: ignore[assignment]
    return f"{count:.1f} GB"


def _threshold(name: str, one: dict[str, float]) -> str:
    moved = f", shipped {one['shipped']}" if one["now"] != one["shipped"] else ""
    return f"{name} {one['now']}{moved}"
