"""`monitor archive` on an archive with placed articles: searching, showing, exporting."""

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import feedparser
import pytest
from click.testing import CliRunner, Result

from monitor.cli import cli
from monitor.store import migrate
from tests.alerts import ARTICLE, NOON
from tests.archive import place

Run = Callable[..., Result]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    home = tmp_path_factory.mktemp("home")
    config = home / "config"
    config.mkdir()
    for name, text in {"monitor": "", "feeds": "feeds: []", "channels": "channels: {}", "topic": "words: [acmecorp]"}.items():
        (config / f"{name}.yaml").write_text(text)
    _fill(home / "data" / "monitor.db")
    return lambda *words: CliRunner().invoke(cli, ["--config", str(config), "--data", str(home / "data"), *words])


def _fill(file: Path) -> None:
    db = migrate.open_archive(f"sqlite:///{file}")
    with db.begin() as tx:
        for number, (title, text) in enumerate([("Rent of Baikonur", "It is $115 million."), ("Аренда Байконура", "Протон стартует.")]):
            article = replace(ARTICLE, title=title, text=text, language=("en", "ru")[number])
            place(tx, f"rent#{number}", article=article, at=NOON + timedelta(days=number), storyline="rent", storyline_title="The rent")
    db.dispose()


def test_what_is_typed_is_searched_for_as_it_is_typed(run):
    found = json.loads(run("archive", "search", "байконуром", "-Протон", "--json").stdout)
    assert [row["title"] for row in found] == ["Rent of Baikonur rent#0"]
    assert found[0]["storyline"] == "rent"


def test_the_passage_shows_what_was_found(run):
    (row,) = json.loads(run("archive", "search", "115 million", "--json").stdout)
    assert row["passage"] == "It is $[115 million]."


def test_hits_are_shown_with_what_answers_and_the_storylines_that_do(run):
    assert run("archive", "search", "rent", "115 million").stdout.splitlines() == [
        "     1  [Rent] of Baikonur [rent]#0",
        f"        {NOON:%Y-%m-%d %H:%M} · {ARTICLE.publisher} · en · development · rent",
        "        It is $[115 million].",
        "",
    ]
    assert run("archive", "search", "rent").stdout.startswith("storyline rent: The rent\n")
    assert run("archive", "search", "zzyzx").stdout == "nothing found\n"


def test_what_was_not_understood_is_told_beside_the_answer(run):
    result = run("archive", "search", "Baikonur", "level:loud", "--json")
    assert (result.exit_code, len(json.loads(result.stdout))) == (0, 2)
    assert result.stderr == "note: level:loud is not known and was left out; it is one of push, digest, store, none\n"


def test_facets_say_what_to_add(run):
    told = json.loads(run("archive", "search", "Baikonur", "--facets", "--json").stdout)
    assert (told["total"], told["more"]) == (2, False)
    assert told["facets"]["storyline"] == [{"label": "The rent", "count": 2, "query": "storyline:rent"}]
    assert "lang:ru" in run("archive", "search", "Baikonur", "--facets").stdout


def test_the_newest_come_first_where_nothing_is_asked_for(run):
    assert [row["id"] for row in json.loads(run("archive", "search", "--json").stdout)] == [2, 1]


def test_an_article_is_shown_with_how_it_is_cited(run):
    assert "Rent of Baikonur rent#0. " in run("archive", "show", "1").stdout


@pytest.mark.parametrize(
    ("form", "count"),
    [
        ("jsonl", lambda text: len([json.loads(line) for line in text.splitlines()])),
        ("csv", lambda text: len(list(csv.DictReader(io.StringIO(text, newline=""))))),
        ("atom", lambda text: len(feedparser.parse(text.encode()).entries)),
        ("jsonfeed", lambda text: len(json.loads(text)["items"])),
        ("bibtex", lambda text: text.count("@online{")),
        ("ris", lambda text: text.count("TY  - NEWS")),
    ],
)
def test_what_a_search_finds_is_written_in_every_format(run, form, count):
    result = run("archive", "export", "Baikonur", "--format", form)
    assert result.exit_code == 0, result.output
    assert count(result.stdout) == 2


@pytest.mark.parametrize(("words", "titles"), [((), 2), (("lang:ru",), 1), (("zzyzx",), 0)])
def test_an_export_holds_what_the_search_finds(run, words, titles):
    assert len(run("archive", "export", *words, "--format", "jsonl").stdout.splitlines()) == titles


def test_a_brief_is_of_one_storyline(run):
    written = run("archive", "export", "storyline:rent", "--format", "markdown").stdout
    assert written.startswith("# The rent\n")
    assert written.count("\n- **") == 2
    refused = run("archive", "export", "Baikonur", "--format", "markdown")
    assert (refused.exit_code, "a brief is of one storyline" in refused.output) == (2, True)


def test_entries_are_exported_whole(run):
    assert run("archive", "export", "--entries", "--format", "csv").exit_code == 2
    assert json.loads(run("archive", "export", "--entries", "--json").stdout) == {"feeds": {}}
