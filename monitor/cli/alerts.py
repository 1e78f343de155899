"""`monitor alerts` and `monitor digest`: what was sent, what failed, and whether a channel works."""

from collections.abc import Iterator
from pathlib import Path

import click

from monitor.cli.context import archive_of, json_option, print_json, settings_of, show
from monitor.domain.alerts.message import Message
from monitor.store import alerts as store
from monitor.store import outbox


@click.group()
def alerts() -> None:
    """List alerts and failed deliveries; retry; test a channel."""


@alerts.command("list", epilog="Example:  monitor alerts list --storyline baiterek")
@click.option("--storyline", metavar="SLUG", help="Only those of this storyline.")
@click.option("--limit", default=50, show_default=True, type=click.IntRange(1, 100_000))
@json_option
@click.pass_context
def list_command(ctx: click.Context, storyline: str | None, limit: int, as_json: bool) -> None:
    """List the alerts, the newest first, each with its deliveries."""
    with archive_of(ctx) as tx:
        rows = store.list_alerts(tx, limit=limit, storyline=storyline)
    for row in rows:
        row["sent"] = ", ".join(f"{one['channel']} {one['state']}" for one in row["deliveries"])
    show(rows, ["id", "made_at", "level", "subject", "sent"], as_json=as_json, empty="no alert yet")


@alerts.command("failed", epilog="Example:  monitor alerts failed")
@json_option
@click.pass_context
def failed_command(ctx: click.Context, as_json: bool) -> None:
    """List the deliveries that were refused: those given up, and those that are tried again."""
    with archive_of(ctx) as tx:
        rows = outbox.list_failed(tx)
    show(rows, ["id", "channel", "state", "attempts", "due_at", "verdict", "subject"], as_json=as_json, empty="every delivery was accepted")
    ctx.exit(1 if any(row["state"] == "given up" for row in rows) else 0)


@alerts.command("retry", epilog="Example:  monitor alerts retry 7 9")
@click.argument("ids", metavar="[DELIVERY]...", nargs=-1, type=int)
@click.pass_context
def retry_command(ctx: click.Context, ids: tuple[int, ...]) -> None:
    """Try refused deliveries again at once: all of them, or those named; the daemon or `monitor poll` sends them."""
    from monitor.wiring import utc_now

    with archive_of(ctx, writing=True) as tx:
        again = outbox.retry(tx, utc_now(), ids=ids)
    click.echo(f"{again} deliveries are due again")


@alerts.command("test", epilog="Example:  monitor alerts test desk")
@click.argument("channel", required=False)
@json_option
@click.pass_context
def test_command(ctx: click.Context, channel: str | None, as_json: bool) -> None:
    """Send a sample development to a channel, or to all, and show each target's own answer."""
    from monitor.wiring import test_channels

    rows = test_channels(settings_of(ctx), channel)
    if as_json:
        print_json(rows)
    else:
        show(
            rows,
            ["channel", "accepted", "answer"],
            as_json=False,
            empty="no channel in channels.yaml: alerts go to the terminal and the log",
        )
    ctx.exit(0 if all(row["accepted"] for row in rows) else 1)


@click.command(epilog="Example:  monitor digest --preview")
@click.option("--preview", is_flag=True, help="Print it and send nothing.")
@click.option("--channel", help="Only for this channel.")
@click.option("--to", type=click.Path(path_type=Path, dir_okay=False), help="With --preview: write it to a file, .html as a page.")
@click.pass_context
def digest(ctx: click.Context, preview: bool, channel: str | None, to: Path | None) -> None:
    """Send each channel's digest now, with everything since its last one; or print it."""
    from monitor.wiring import beside, build

    settings = settings_of(ctx)
    names = [one.name for one in settings.delivery.own_channels if one.takes("digest")]
    if channel is not None and channel not in names:
        raise click.UsageError(f"{channel} has no digest; {', '.join(names) or 'none'} has")
    if to is not None and not (preview and (channel or len(names) == 1)):
        raise click.UsageError("--to writes one digest: it needs --preview, and --channel where several channels have one")
    with build(settings) as monitor, beside(monitor):
        if preview:
            _show(monitor.previews(channel), to)
        else:
            for told in monitor.digest_now(channel):
                click.echo(told)


def _show(previews: Iterator[tuple[str, Message]], to: Path | None) -> None:
    for name, message in previews:
        if to is not None:
            to.write_text(message.html if to.suffix in (".html", ".htm") else f"{message.subject}\n\n{message.text}\n", encoding="utf-8")
            click.echo(to)
        else:
            click.echo(f"{name}: {message.subject}\n\n{message.text}\n")
