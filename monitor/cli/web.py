"""`monitor web`: the page alone, for an archive that no daemon works on or that one works on elsewhere."""

from dataclasses import replace

import click

from monitor.cli.context import settings_of


@click.command(epilog="Example:  monitor web")
@click.option("--port", type=click.IntRange(0, 65_535), help="Another port than that of web.listen; 0 for one that is free.")
@click.option("--make-password", is_flag=True, help="Ask for a password and print its hash for monitor.yaml.")
@click.pass_context
def web(ctx: click.Context, port: int | None, make_password: bool) -> None:
    """Serve the page for reading and correcting the archive; `monitor run` serves it too."""
    if make_password:
        _print_hash()
        return
    from monitor import log
    from monitor.web.desk import open_desk
    from monitor.web.server import address_of, bind, serve

    settings = settings_of(ctx)
    log.start(settings.log.level, settings.log.format)
    settings = settings if port is None else replace(settings, web=replace(settings.web, port=port))
    with open_desk(settings) as desk:
        listening = bind(desk)
        click.echo(f"{address_of(listening)}  (Ctrl-C ends it)")
        serve(desk, listening)


def _print_hash() -> None:
    from monitor.web.password import make_hash

    password = click.prompt("Password", hide_input=True, confirmation_prompt=True)
    click.echo(f"web:\n  password_hash: {make_hash(password)!r}")
