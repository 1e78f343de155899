"""The command line. Commands are loaded only when they are used, so that `--help` stays quick."""

import sys
from collections.abc import Sequence
from importlib import import_module

import click

from monitor import __version__
from monitor.errors import MonitorError, SettingsError
from monitor.heap import load_undisturbed

# name: module:command, and the line that the overview shows
COMMANDS: dict[str, tuple[str, str]] = {
    "run": ("monitor.cli.run:run", "Run the daemon: scheduler, all stages, the page."),
    "worker": ("monitor.cli.run:worker", "Run the stages beside other workers on one PostgreSQL."),
    "settings": ("monitor.cli.published:settings_group", "Publish the settings for workers on other machines."),
    "demo": ("monitor.cli.demo:demo_command", "Play a recorded week through the real pipeline; no network, no settings."),
    "init": ("monitor.cli.setup:init", "Write editable settings into a folder."),
    "doctor": ("monitor.cli.setup:doctor", "Check settings; probe every feed, page and channel."),
    "poll": ("monitor.cli.run:poll", "Run all stages once over what is due, then stop."),
    "status": ("monitor.cli.status:status", "Show feeds, coverage, counts and what waits."),
    "feeds": ("monitor.cli.feeds:feeds", "List, add, import and export feeds."),
    "seeds": ("monitor.cli.seeds:seeds", "List seeds; add one from a file or an address."),
    "archive": ("monitor.cli.archive:archive", "Search, show and export the archive."),
    "storylines": ("monitor.cli.storylines:storylines", "List storylines; show one with its developments."),
    "held": ("monitor.cli.held:held", "List what did not alert, with the reason."),
    "why": ("monitor.cli.held:why", "Show every decision on one article, with its evidence."),
    "review": ("monitor.cli.review:review", "Say what you think of a decision; list what was said; undo it."),
    "alerts": ("monitor.cli.alerts:alerts", "List alerts and failed deliveries; retry; test a channel."),
    "digest": ("monitor.cli.alerts:digest", "Send the digest of each channel now, or preview it."),
    "backup": ("monitor.cli.backup:backup_command", "Copy the archive while it is worked on, and read the copy through."),
    "restore": ("monitor.cli.backup:restore_command", "Put a copy in the place of an archive that was lost."),
    "migrate-database": ("monitor.cli.move:migrate_database", "Move the archive from its SQLite file to PostgreSQL."),
    "web": ("monitor.cli.web:web", "Serve the page for reading and correcting the archive."),
    "judge": ("monitor.cli.judge:judge_command", "Judge articles from a JSON-lines file on a fresh archive."),
    "evaluate": ("monitor.cli.judge:evaluate_command", "Compare judgements with labels."),
    "topic": ("monitor.cli.topic:topic", "Try the topic on examples that must and must not match."),
}
FINE, FAILED, WRONG = 0, 1, 2  # exit codes


class Commands(click.Group):
    """A group that imports a command when it is called for."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """Name all commands, in the order of a day's work."""
        return list(COMMANDS)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load one command."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name][0].partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command

    def format_commands(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the overview without loading anything."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--config", metavar="DIR", envvar="MONITOR_CONFIG", help="Folder of the settings (default: ./config, else those shipped).")
@click.option("--data", metavar="DIR", envvar="MONITOR_DATA", help="Folder of the archive (default: ./data).")
@click.version_option(__version__, prog_name="monitor")
@click.pass_context
def cli(ctx: click.Context, config: str | None, data: str | None) -> None:
    """Watch feeds for one topic, and alert on each new development once.

    Try it without network or settings:  monitor demo
    """
    ctx.obj = {"config": config, "data": data}


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command; 0 fine, 1 something failed, 2 wrong use or settings."""
    load_undisturbed()
    try:
        cli.main(args=hoist(sys.argv[1:] if arguments is None else arguments), prog_name="monitor", standalone_mode=True)
    except SettingsError as error:
        for mistake in error.mistakes:
            click.echo(mistake, err=True)
        sys.exit(WRONG)
    except MonitorError as error:
        click.echo(f"monitor: {error}", err=True)
        sys.exit(FAILED)
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output has gone: nothing is wrong
        sys.exit(FINE)


def hoist(arguments: Sequence[str]) -> list[str]:
    """Bring --config and --data to the front, so that they may stand before or behind the command."""
    front: list[str] = []
    rest: list[str] = []
    words = iter(arguments)
    for word in words:
        if word == "--":
            return [*front, *rest, word, *words]
        if word in ("--config", "--data"):
            front += [word, *(value for value in [next(words, None)] if value is not None)]
        elif word.startswith(("--config=", "--data=")):
            front.append(word)
        else:
            rest.append(word)
    return [*front, *rest]
