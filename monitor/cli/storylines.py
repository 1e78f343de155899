"""`monitor storylines`: the running lines, and one of them with its developments."""

from datetime import UTC, datetime, timedelta, tzinfo
from typing import Any

import click
import sqlalchemy as sa

from monitor.cli.context import archive_of, cell, json_option, print_json, settings_of, show
from monitor.settings.values import near, read_duration
from monitor.store import snoozes
from monitor.store import storylines as store


@click.group()
def storylines() -> None:
    """List storylines; show one with its developments and articles; silence one for a while."""


@storylines.command("list", epilog="Example:  monitor storylines list --json")
@json_option
@click.pass_context
def list_command(ctx: click.Context, as_json: bool) -> None:
    """List the storylines, the one that moved last first."""
    with archive_of(ctx) as tx:
        rows = store.list_storylines(tx)
        silent = snoozes.standing(tx, _now())
    for row in rows:
        row["silent"] = [_silence(one) for one in silent if one["slug"] == row["slug"]]
    show(rows, ["slug", "title", "developments", "articles", "moved_at", "seeds", "silent"], as_json=as_json, empty="no storyline yet")


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


def _now() -> datetime:
    from monitor.wiring import utc_now  # here: it joins everything

    return utc_now()


def _silence(one: dict[str, Any]) -> str:
    return f"until {one['until']:%Y-%m-%d %H:%M}" + (f" on {one['channel']}" if one["channel"] else "")


@storylines.command("snooze", epilog="Example:  monitor storylines snooze baiterek --until 2026-12-31")
@click.argument("slug")
@click.option("--until", metavar="DATE", help="A day, or a moment such as 2026-12-31T18:00, by your clock.")
@click.option("--for", "hours", metavar="DURATION", help="How long, such as 24h or 7d.")
@click.option("--channel", metavar="NAME", help="On this channel only. Default: on all.")
@json_option
@click.pass_context
def snooze_command(ctx: click.Context, slug: str, until: str | None, hours: str | None, channel: str | None, as_json: bool) -> None:
    """Let a storyline push nothing for a while: its alerts stand in the digest."""
    settings, now = settings_of(ctx), _now()
    if (until is None) == (hours is None):
        raise click.UsageError("say either --until DATE or --for DURATION")
    if channel is not None and channel not in (names := [one.name for one in settings.delivery.all_channels]):
        raise click.UsageError(f"{channel} is not among the channels{near(channel, names)}")
    end = now + _duration(hours) if hours else _moment(until or "", settings.delivery.zone)
    if end <= now:
        raise click.UsageError(f"{until or hours} is over already; `monitor storylines wake {slug}` ends a snooze")
    with archive_of(ctx, writing=True) as tx:
        _show_snoozes(tx, slug, snoozes.snooze(tx, slug, end, now, channel or snoozes.EVERYWHERE), as_json=as_json)


@storylines.command("wake", epilog="Example:  monitor storylines wake baiterek")
@click.argument("slug")
@click.option("--channel", metavar="NAME", help="On this channel only.")
@json_option
@click.pass_context
def wake_command(ctx: click.Context, slug: str, channel: str | None, as_json: bool) -> None:
    """End the snooze of a storyline, everywhere or on one channel; what it held goes out."""
    with archive_of(ctx, writing=True) as tx:
        _show_snoozes(tx, slug, snoozes.wake(tx, slug, _now(), channel), as_json=as_json)


def _show_snoozes(tx: sa.Connection, slug: str, known: bool, *, as_json: bool) -> None:
    if not known:
        raise click.UsageError(f"no storyline {slug!r}; `monitor storylines list` shows them")
    show(snoozes.standing(tx, _now()), ["slug", "title", "channel", "until"], as_json=as_json, empty="no storyline is snoozed")


def _moment(text: str, zone: tzinfo) -> datetime:
    try:
        read = datetime.fromisoformat(text)
    except ValueError:
        raise click.UsageError(f"{text} is no day; write 2026-12-31 or 2026-12-31T18:00") from None
    return (read if read.tzinfo else read.replace(tzinfo=zone)).astimezone(UTC)


def _duration(text: str) -> timedelta:
    try:
        return read_duration(text)
    except ValueError as error:
        raise click.UsageError(f"--for {text}: {error}") from None


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
