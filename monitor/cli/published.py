"""`monitor settings publish`: what workers on other machines go by."""

import click

from monitor.cli.context import settings_of
from monitor.errors import SettingsError
from monitor.wiring import build


@click.group(name="settings")
def settings_group() -> None:
    """Hand the settings to workers on other machines, which need nothing but the address of the database."""


@settings_group.command(epilog="Example:  monitor --config config settings publish")
@click.pass_context
def publish(ctx: click.Context) -> None:
    """Publish the settings in the database, as `monitor run` does at its start: workers without a folder of settings go on by them.

    Feeds, seeds and dossiers are brought in line with them. Addresses of channels that may hold a secret are not stored: they are named,
    with the variable or file by which a worker can be given them.
    """
    with build(settings_of(ctx)) as monitor:
        if monitor.db.dialect.name != "postgresql":
            raise SettingsError("settings are published for workers on one PostgreSQL, and this archive is an SQLite file")
        monitor.check_channels()
        monitor.start()
        number, kept_back = monitor.publish()
    click.echo(f"published the settings of {monitor.settings.config} under number {number}")
    for channel, reference in kept_back.items():
        click.echo(f"channel {channel}: its address is not stored; a worker sends there if it has {reference}")
