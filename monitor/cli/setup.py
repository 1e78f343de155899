"""`monitor init` and `monitor doctor`: settings to begin with, and whether they work."""

import os
import sys
from dataclasses import asdict
from pathlib import Path

import click

from monitor.cli.context import Row, json_option, print_json, print_table, settings_of
from monitor.domain.judging.storyline import Level


@click.command(epilog="Example:  monitor init config")
@click.argument("folder", default="config", type=click.Path(path_type=Path))
def init(folder: Path) -> None:
    """Write editable settings into a new or empty folder (./config by default)."""
    from monitor.settings.write import init as write
    from monitor.settings.write import zone_here

    zone = zone_here(os.environ)
    for written in write(folder, zone):
        click.echo(written)
    program = "monitor" if folder == Path("config") else f"monitor --config {folder}"
    click.echo(
        f"\nTime zone: {zone or 'UTC'}. Everything else works as it is; alerts go to the terminal until there is a channel.\n\n"
        f"Next: put a channel into {folder / 'channels.yaml'} (how to set up a mail account or a Telegram bot: docs/channels.md), then\n"
        f"  {program} alerts test NAME   # sends a sample, and shows what its target says\n"
        f"  {program} doctor             # asks every feed, and says which channels an alert would reach\n"
        f"  {program} run"
    )


@click.command(epilog="Example:  monitor doctor --offline")
@click.option("--offline", is_flag=True, help="Check the settings and channels only; ask no feed.")
@click.option("--storyline", metavar="SLUG", help="Of which storyline the sample alert is. Default: the first one.")
@click.option("--level", type=click.Choice(["push", "digest"]), default="push", show_default=True, help="Its level.")
@json_option
@click.pass_context
def doctor(ctx: click.Context, offline: bool, storyline: str | None, level: Level, as_json: bool) -> None:
    """Check the settings; ask every feed and one page of each; look at every channel, and say which of them a sample alert would reach, and
    why. Nothing is kept, nothing is sent.
    """
    from monitor.wiring import build

    settings = settings_of(ctx)
    with build(settings) as monitor:
        most = 0 if offline else 2 * len(settings.feeds)
        with click.progressbar(monitor.probe(offline=offline), length=most, label="asking", file=sys.stderr) as findings:
            rows: list[Row] = [asdict(finding) for finding in findings]
        rows += [asdict(finding) for finding in monitor.probe_routes(storyline, level)]
    rows += [{"what": "settings", "name": str(settings.config), "fine": True, "told": warning} for warning in settings.warnings]
    rows.append(
        {
            "what": "settings",
            "name": str(settings.config),
            "fine": True,
            "told": f"{len(settings.feeds)} feeds, {len(settings.channels)} channels",
        }
    )
    if as_json:
        print_json(rows)
    else:
        print_table(rows, ["what", "name", "fine", "told"], empty="nothing to check")
    ctx.exit(0 if all(row["fine"] for row in rows) else 1)
