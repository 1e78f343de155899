"""`monitor feeds`: list, add, import and export."""

from pathlib import Path

import click

from monitor.cli.context import archive_of, json_option, settings_of, show
from monitor.cli.status import feed_row, known_feeds
from monitor.domain.feeds.address import mask_url


@click.group()
def feeds() -> None:
    """List, add, import and export feeds."""


@feeds.command("list", epilog="Example:  monitor feeds list --all --json")
@click.option("--all", "everything", is_flag=True, help="Also the feeds of the settings that are switched off.")
@json_option
@click.pass_context
def list_command(ctx: click.Context, everything: bool, as_json: bool) -> None:
    """List the feeds with the state of each."""
    settings = settings_of(ctx)
    with archive_of(ctx) as tx:
        rows = [feed_row(feed) for feed in known_feeds(tx, settings.feeds)]
    if everything:
        rows += [{"name": one.name, "state": "off", "url": mask_url(one.url), "publisher": one.publisher} for one in settings.feeds_off]
    show(
        rows,
        ["name", "state", "last_success", "url", "last_error"],
        as_json=as_json,
        empty="no feeds: add one with `monitor feeds add URL`",
    )


@feeds.command("add", epilog="Example:  monitor feeds add https://example.org/feed.xml --every 30m")
@click.argument("url")
@click.option("--name", help="A short name; made from the address by default.")
@click.option("--every", help="How often to ask it, such as 15m or 1h.")
@click.pass_context
def add_command(ctx: click.Context, url: str, name: str | None, every: str | None) -> None:
    """Add a feed to feeds.yaml, after asking it once."""
    from monitor.settings.edit import NewFeed, add_feeds
    from monitor.wiring import probe_new

    settings = settings_of(ctx)
    finding = probe_new(settings, url)
    if not finding.fine:
        raise click.ClickException(f"not added: {url}: {finding.told}")
    for added in add_feeds(settings.config, [NewFeed(url, name, every)]):
        click.echo(f"added {added}: {finding.told}")


@feeds.command("import", epilog="Example:  monitor feeds import subscriptions.opml")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--dry-run", is_flag=True, help="Only show what would be added.")
@click.pass_context
def import_command(ctx: click.Context, file: Path, dry_run: bool) -> None:
    """Add the feeds of an OPML file to feeds.yaml."""
    from monitor.settings.edit import NewFeed, add_feeds
    from monitor.wiring import import_opml

    settings = settings_of(ctx)
    known = {one.url for one in (*settings.feeds, *settings.feeds_off)}
    new = [NewFeed(outline.url) for outline in import_opml(file) if outline.url not in known]
    added = [one.url for one in new] if dry_run else add_feeds(settings.config, new)
    for url in added:
        click.echo(f"{'would add' if dry_run else 'added'} {url}")
    click.echo(f"{len(added)} new feeds", err=True)


@feeds.command("export", epilog="Example:  monitor feeds export > feeds.opml")
@click.pass_context
def export_command(ctx: click.Context) -> None:
    """Print the feeds as OPML."""
    from monitor.wiring import export_opml

    written, left_out = export_opml(settings_of(ctx))
    click.echo(written, nl=False)
    for name in left_out:
        click.echo(f"left out {name}: a key stands in its address", err=True)
