"""`monitor review`: what you think of a decision, what was said so far, and taking it back."""

from datetime import UTC, datetime
from typing import Any

import click

from monitor.cli.context import archive_of, cell, json_option, print_json, show
from monitor.domain.judging.review import VERDICTS, Verdict
from monitor.store import reviews
from monitor.store.reviews import Given, Refused


class Review(click.Group):
    """A group in which the number of an article stands for giving a verdict on it."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Find `list` or `undo`, or make the command of one article."""
        return _verdict_on(int(cmd_name)) if cmd_name.isdecimal() else super().get_command(ctx, cmd_name)

    def format_usage(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the three forms."""
        verdicts = "|".join(VERDICTS)
        formatter.write_usage(
            "monitor review", f"ARTICLE {verdicts} [--of ARTICLE|DEVELOPMENT] [--storyline SLUG] [--title TEXT] [--date DAY] [--note TEXT]"
        )
        formatter.write_usage("monitor review", "list [--json]", prefix="   or: ")
        formatter.write_usage("monitor review", "undo ID", prefix="   or: ")


@click.group(cls=Review, epilog="Example:  monitor review 12 same-as --of 7")
def review() -> None:
    """Say what you think of a decision; list what was said; undo it.

    \b
    relevant         it concerns the topic: it is placed like any match
    not-relevant     it does not: out of matches, storylines and memory
    new              it was held, but it is new: a development of its own
    not-new          it was told before: its development is retracted
    same-as          it tells what --of ARTICLE or DEVELOPMENT tells
    wrong-storyline  it belongs to --storyline SLUG
    opens-storyline  it belongs to none yet: it opens one called --title TEXT
    wrong-date       it was published on --date DAY
    """


def _verdict_on(article: int) -> click.Command:
    """Make the command that gives a verdict on one article."""

    @click.command(str(article), help=f"Give a verdict on article {article}.", epilog=f"Example:  monitor review {article} not-new")
    @click.argument("verdict", type=click.Choice(VERDICTS))
    @click.option("--of", metavar="ARTICLE|DEVELOPMENT", help="For same-as: the article or development that tells the same.")
    @click.option("--storyline", metavar="SLUG", help="For wrong-storyline: where it belongs.")
    @click.option("--title", metavar="TEXT", help="For opens-storyline: what the storyline is called.")
    @click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="For wrong-date: the day on which it was published.")
    @click.option("--note", metavar="TEXT", help="Why you think so; kept with the review.")
    @json_option
    @click.pass_context
    def give(ctx: click.Context, /, verdict: Verdict, as_json: bool, day: datetime | None, **named: str | None) -> None:
        with archive_of(ctx, writing=True) as tx:
            done = reviews.give(tx, Given(article, verdict, **named, day=day.date() if day else None), datetime.now(UTC))
        _tell(done, as_json, "kept")

    return give


@review.command("list", epilog="Example:  monitor review list --json")
@click.option("--limit", default=50, show_default=True, type=click.IntRange(1, 100_000))
@json_option
@click.pass_context
def list_command(ctx: click.Context, limit: int, as_json: bool) -> None:
    """List what was said, the newest first, with what it changed; undone ones too."""
    with archive_of(ctx) as tx:
        rows = reviews.listing(tx, limit=limit)
    if not as_json:
        rows = [{**row, "article": row["article_id"], "verdict": _said(row), "effect": "; ".join(row["effects"])} for row in rows]
    show(rows, ["id", "made_at", "article", "verdict", "effect"], as_json=as_json, empty="no review yet: monitor review ARTICLE VERDICT")


@review.command("undo", epilog="Example:  monitor review undo 3")
@click.argument("number", metavar="ID", type=int)
@json_option
@click.pass_context
def undo_command(ctx: click.Context, number: int, as_json: bool) -> None:
    """Put back what a review changed; it stays in the log as undone."""
    with archive_of(ctx, writing=True) as tx:
        done = reviews.undo(tx, number, datetime.now(UTC))
    _tell(done, as_json, "undone")


def _tell(done: dict[str, Any] | Refused, as_json: bool, what: str) -> None:
    if isinstance(done, Refused):
        raise click.UsageError(done.why)
    if as_json:
        print_json(done)
        return
    click.echo(f"review {done['id']} {what}: article {done['article_id']} {_said(done | {'undone_at': None})}")
    for effect in done["effects"]:
        click.echo(f"  {'undone: ' if what == 'undone' else ''}{cell(effect)}")


def _said(row: dict[str, Any]) -> str:
    """Write a verdict in a line: what it names, and that it was undone."""
    named = f" {cell(row['other'])}" if row["other"] else ""
    note = f" (“{cell(row['note'])}”)" if row["note"] else ""
    return f"{row['verdict']}{named}{note}{', undone' if row['undone_at'] else ''}"
