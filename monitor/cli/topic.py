"""`monitor topic test`: examples that must and must not match."""

from pathlib import Path

import click

from monitor.cli.context import Row, json_option, settings_of, show


@click.group()
def topic() -> None:
    """Try the topic on examples that must and must not match."""


@topic.command("test", epilog='Example:  monitor topic test --text "Пуск с Байконура отложен"')
@click.argument("file", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--text", "texts", multiple=True, help="A text to try; may be given again.")
@json_option
@click.pass_context
def test_command(ctx: click.Context, file: Path | None, texts: tuple[str, ...], as_json: bool) -> None:
    """Match examples and say why: texts, or a FILE with `match:` and `no match:`, a list of texts each.

    Without either, the examples of the topic (examples.yaml beside topic.yaml) are tried.
    """
    from monitor.domain.matching.topic import compile_topic, match_article
    from monitor.settings.examples import load_examples

    settings = settings_of(ctx)
    compiled = compile_topic(settings.topic)
    rows: list[Row] = []
    for text, wanted in [(text, None) for text in texts] or load_examples(file or settings.config / "examples.yaml"):
        title, _, body = text.strip().partition("\n")
        found = match_article(compiled, title, body)
        good = wanted is None or found.relevant == wanted
        rows.append(
            {"fine": good, "matches": found.relevant, "score": round(found.score, 2), "text": title, "reasons": list(found.reasons)}
        )
    show(rows, ["fine", "matches", "score", "text", "reasons"], as_json=as_json, empty="no examples")
    ctx.exit(0 if all(row["fine"] for row in rows) else 1)
