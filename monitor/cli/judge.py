"""`monitor judge` and `monitor evaluate`: what the settings would have said of articles from a file."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from monitor.cli.context import cell, json_option, print_json, settings_of
from monitor.cli.reviewed import evaluate_reviews

_FILE = click.argument("items", type=click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path))
_BARE = click.option("--no-dossiers", is_flag=True, help="Know only the seeds, not what the dossiers tell.")


@click.command("judge", epilog="Example:  monitor judge articles.jsonl --no-dossiers > decisions.jsonl")
@_FILE
@_BARE
@click.pass_context
def judge_command(ctx: click.Context, items: Path, no_dossiers: bool) -> None:
    """Judge articles from a JSON-lines file, in order, on a fresh archive that holds the seeds.

    Each line needs id, published (ISO 8601), title and body; source, url and language help. One decision a line is printed. For ITEMS,
    - is the standard input.
    """
    for verdict in _verdicts(ctx, items, no_dossiers):
        click.echo(json.dumps({name: value for name, value in verdict.items() if name != "evidence"}, ensure_ascii=False))


@click.command("evaluate", epilog="Example:  monitor evaluate labelled.jsonl --no-dossiers --json")
@click.argument("items", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--reviews", "by_reviews", is_flag=True, help="Compare the decisions of the archive with your reviews instead of a file.")
@_BARE
@json_option
@click.pass_context
def evaluate_command(ctx: click.Context, items: Path | None, by_reviews: bool, no_dossiers: bool, as_json: bool) -> None:
    """Judge labelled articles and compare: precision, recall and F1 with 95 % intervals, beside three baselines."""
    if by_reviews == (items is not None):
        raise click.UsageError("name a file of labelled articles, or say --reviews")
    if items is None:
        evaluate_reviews(ctx, as_json)
        return
    from monitor.evaluation import evaluate
    from monitor.judge import read_items

    with items.open(encoding="utf-8") as lines:
        labels = [item.labels for item in read_items(lines, str(items))]
    with click.progressbar(_verdicts(ctx, items, no_dossiers), length=len(labels), label="judging", file=sys.stderr) as verdicts:
        told = evaluate(labels, list(verdicts))
    if as_json:
        print_json(told)
    else:
        _print(told)


def _verdicts(ctx: click.Context, path: Path, no_dossiers: bool) -> Iterator[dict[str, Any]]:
    from monitor.domain.matching.topic import compile_topic
    from monitor.judge import judge, read_items

    settings = settings_of(ctx)
    with click.open_file(str(path), encoding="utf-8") as lines:
        items = read_items(lines, str(path))
        yield from judge(items, compile_topic(settings.topic), settings.seeds, settings.dossiers, with_dossiers=not no_dossiers)


# ── the table ─────────────────────────────────────────────────────────────────


def _print(told: dict[str, Any]) -> None:
    click.echo(f"{told['items']} items\n")
    click.echo(f"{'':34}{'precision':>22}{'recall':>22}{'F1':>8}")
    for name, scores in told["relevance"].items():
        _line(f"relevance, {name}", scores["precision"], scores["recall"], scores["f1"])
    for name, scores in told["placement"].items():
        _line(f"placement, {name}", scores["precision"], scores["recall"], scores["f1"])
    click.echo(f"\n{'alerts':34}{'precision':>22}{'recall':>22}{'alerts':>8}{'each':>8}")
    for name, scores in {**told["baselines"], **{f"ours, {la}": s for la, s in told["by language"].items()}}.items():
        _line(name, scores["precision"], scores["recall"], scores["alerts"], scores["alerts for each development"])
    click.echo("")
    for name, rate in _rates(told):
        click.echo(f"{name:56}{_share(rate):>22}")
    click.echo(f"\n{len(told['misses'])} misses")
    for miss in told["misses"]:
        judged = f"{miss['labelled']} -> {miss['placed']}"
        click.echo(f"  {cell(miss['id'])}  {miss['language']}  {miss['case'] or '':22}{judged}: {cell(miss['title'])}")


def _rates(told: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for name in ("hard negatives let through", "storyline of developments", "level of found developments"):
        yield name, told[name]
    yield "alerts that are the first of their development", told["developments"]["first to tell"]
    for name in ("same development", "novelties"):
        for part, rate in told[name].items():
            yield f"{name}: {part}", rate


def _line(name: str, precision: dict[str, Any], recall: dict[str, Any], *rest: Any) -> None:
    numbers = "".join(f"{'-' if value is None else value:>8}" for value in rest)
    click.echo(f"{name:34}{_share(precision):>22}{_share(recall):>22}{numbers}")


def _share(rate: dict[str, Any]) -> str:
    if rate["value"] is None:
        return "-"
    low, high = rate["interval"]
    return f"{rate['value']:.3f} ({low:.2f}-{high:.2f})"
