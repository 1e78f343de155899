"""`monitor demo`: a recorded week through the real pipeline."""

from pathlib import Path

import click
from click.core import ParameterSource


@click.command(epilog="Example:  monitor demo --data /tmp/demo")
@click.option("--quiet", is_flag=True, help="Only the summary, not each alert.")
@click.pass_context
def demo_command(ctx: click.Context, quiet: bool) -> None:
    """Play a recorded week of invented news through the real pipeline; no network, no settings.

    Feeds, pages, mail server and web-hook receiver run on loopback. What it makes lies in ./data/demo, or in the folder that
    --data names, where every other command can look at it. A demo that lies there already is replaced.
    """
    from monitor.demo.play import play

    lines: list[str] = []
    played = play(demo_folder(ctx), lines.append if quiet else click.echo)
    if quiet:
        click.echo(lines[-1].lstrip("\n"))
    if not played.mails:
        raise click.ClickException(f"no alert has arrived; {played.folder / 'demo.log'} says why")


def demo_folder(ctx: click.Context) -> Path:
    """Say where the demo lies: in the folder named on the command line, else in a folder of its own beside the archive."""
    root = ctx.find_root()
    given = (root.obj or {}).get("data")
    if given and root.get_parameter_source("data") is ParameterSource.COMMANDLINE:
        return Path(given)
    return Path(given or "data") / "demo"
