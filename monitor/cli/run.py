"""`monitor run` and `monitor poll`."""

import logging
import os
import time
from pathlib import Path

import click

from monitor import daemon, log
from monitor.cli.context import folders_of, settings_of
from monitor.domain.feeds.address import mask_url
from monitor.settings import Settings, load
from monitor.settings.channels import Surroundings
from monitor.settings.load import database_from
from monitor.settings.places import own_folder
from monitor.wiring import Monitor, beside, build, published_settings

said = logging.getLogger(__name__)


@click.command(epilog="Example:  monitor --config config --data data run")
@click.pass_context
def run(ctx: click.Context) -> None:
    """Run the daemon until it is told to stop (SIGTERM or Ctrl-C).

    The first start makes the database, takes in the seeds and dossiers, and keeps every feed's first poll as a baseline.
    """
    settings = settings_of(ctx)
    log.start(settings.log.level, settings.log.format)
    with build(settings) as monitor:
        monitor.check_channels()
        daemon.run(monitor)


@click.command(epilog="Example:  monitor --config config worker")
@click.pass_context
def worker(ctx: click.Context) -> None:
    """Run the stages beside any number of other workers on one PostgreSQL, on this machine or others.

    All it needs is the address of the database, in MONITOR_DATABASE_URL or the file that MONITOR_DATABASE_URL_FILE names. Without a folder
    of settings it goes by those that `monitor run` or `monitor settings publish` published last, and takes up new ones by itself.
    """
    log.start()
    while True:
        settings = _wait_for_settings(ctx)
        log.start(settings.log.level, settings.log.format)
        with build(settings) as monitor:
            _check_shared(monitor)
            monitor.check_channels()
            outdated = daemon.run(monitor, page=False)
        if not outdated:
            return


def _wait_for_settings(ctx: click.Context) -> Settings:
    """Read the settings of a folder of the user's own, or else those that are published in the database, as soon as some are."""
    config, data = folders_of(ctx)
    url = None if own_folder(config, os.environ) else database_from(Surroundings(Path(), os.environ))
    if url is None or not url.startswith("postgresql"):
        return load(config, data, os.environ)
    told = False
    while (settings := published_settings(url, data, os.environ)) is None:
        if not told:
            said.warning(
                "no settings were published yet: waiting for `monitor run` or `monitor settings publish` on a machine that has some"
            )
        told = True
        time.sleep(daemon.LOOK_AGAIN)
    return settings


def _check_shared(monitor: Monitor) -> None:
    if monitor.db.dialect.name != "postgresql":
        raise click.UsageError(
            "workers share a PostgreSQL, and this archive is an SQLite file, which belongs to one process: use `monitor run`,"
            " or move the archive with `monitor migrate-database`"
        )


@click.command(epilog="Example:  monitor poll --feed https://tass.com/rss/v2.xml")
@click.option("--feed", "only", metavar="URL", multiple=True, help="Poll this feed now, whatever its time says; may be given again.")
@click.pass_context
def poll(ctx: click.Context, only: tuple[str, ...]) -> None:
    """Run all stages once over what is due, then stop."""
    settings = settings_of(ctx)
    _check_known(settings.feeds, only)
    log.start(settings.log.level, settings.log.format)
    with build(settings) as monitor, beside(monitor):
        monitor.check_channels()
        monitor.start()
        polled = monitor.river(only)
        click.echo(_sum_up(monitor, polled), err=True)


def _check_known(feeds: tuple[object, ...], only: tuple[str, ...]) -> None:
    known = {getattr(feed, "url", None) for feed in feeds} | {getattr(feed, "name", None) for feed in feeds}
    unknown = [url for url in only if url not in known]
    if unknown:
        raise click.UsageError(f"not a feed of the settings: {', '.join(map(mask_url, unknown))}; `monitor feeds list` shows them")


def _sum_up(monitor: Monitor, polled: int) -> str:
    from monitor.store.listing import totals

    with monitor.db.begin() as tx:
        counted = totals(tx)
    return f"polled {polled} feeds; the archive holds " + ", ".join(f"{count} {name}" for name, count in counted.items())
