"""The measuring scripts run, in their smallest form, and count as they say."""

import json
import os
import random
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa

from monitor.store import memory, tables

ROOT = Path(__file__).parents[1]
BENCHMARKS = ROOT / "benchmarks"
DATA = ROOT.parent / "shared" / "data"

sys.path.insert(0, str(BENCHMARKS))  # the scripts import each other by name

import growth  # noqa: E402
import soak  # noqa: E402
from happenings import Placed, b_cubed, joined  # noqa: E402
from measuring import Figure, Row, figure, share, table  # noqa: E402


def ran(script, *given, status=0):
    """Run a script as a user would, and answer what it printed."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, BENCHMARKS / script, *map(str, given)], capture_output=True, text=True, env=environment, timeout=100, check=False
    )
    assert done.returncode == status, done.stdout + done.stderr
    return done.stdout


# ── the scripts ───────────────────────────────────────────────────────────────


@pytest.mark.parametrize("script", ["judgement.py", "extraction.py"])
def test_a_script_without_data_says_so(script, tmp_path):
    missing = tmp_path / "nothing"
    given = ("--data", missing) if script == "judgement.py" else (missing,)
    assert "not there, so nothing can be measured" in ran(script, *given, status=1)


def test_sets_that_are_absent_are_named(tmp_path):
    told = ran("judgement.py", "--data", tmp_path, "--write", tmp_path / "measured.md")
    assert told.count("absent: ") == 10
    assert told.splitlines()[-2] in (tmp_path / "measured.md").read_text(encoding="utf-8")


def test_judgement_is_measured_on_every_set(tmp_path):
    if not DATA.exists():
        pytest.skip(f"{DATA} is not there: the measurement needs the labelled sets")
    told = ran("judgement.py", "--most", 4, "--write", tmp_path / "measured.md")
    assert "absent" not in told
    for measure in (
        "developments found",
        "B-cubed F1",
        "money of aligned sentences",
        "15 % of the words edited",
        "send nothing",
        "title overlap",
    ):
        assert measure in told


def test_growth_is_measured_and_no_statement_goes_unexplained():
    told = ran("growth.py", "--sizes", "40,80", "--articles", 2)
    assert "| 40 |" in told
    assert "| 80 |" in told
    assert "Statements that take longest at 80 articles" in told


@pytest.mark.parametrize(
    ("held", "files", "grew"),
    [
        pytest.param(lambda day: 150 + 3 * min(day, 15), 60, False, id="it fills for a third of the time"),
        pytest.param(lambda day: 200 + random.Random(day).random(), 60, False, id="it wavers"),
        pytest.param(lambda day: 200 + 4 * (day % 7 == 0), 60, False, id="a child comes and goes"),
        pytest.param(lambda day: 200 + 4 * (day > 40), 60, False, id="it takes some more once"),
        pytest.param(lambda day: 200 + 0.05 * day + random.Random(day).random(), 60, True, id="it loses 50 KB a day, and wavers"),
        pytest.param(lambda day: 200 + day, 60, True, id="it loses a megabyte a day"),
        pytest.param(
            lambda day: 200 + 0.02 * day + 2 * (day % 7 == 0), 60, True, id="it loses 20 KB a day, beside a child that comes and goes"
        ),
        pytest.param(lambda day: 200 + max(day - 40, 0) * 2, 60, True, id="it begins late to lose two megabytes a day"),
        pytest.param(lambda _: 200, 65, True, id="files stay open"),
    ],
)
def test_a_soak_tells_growth_from_what_comes_and_goes(held, files, grew):
    days = [soak.Sample(25.0 * day, held(day), 60 if day < 47 else files, 10) for day in range(48)]  # as twenty minutes give
    assert soak.verdict(days) == grew


def test_polling_is_measured_against_another_reader():
    told = json.loads(ran("__main__.py", "--quick", "--json", "--feeds", 20, "--rounds", 1))
    for case in ("poll_304", "poll_same_body", "poll_5pct", "poll_cold"):
        assert 0 < told[case] < 20
        assert told["details"][case]["ours_ms"] > 0


def test_what_more_feeds_need_is_what_the_documentation_says():
    told = ran("scale.py")
    documented = (ROOT / "docs" / "scale.md").read_text(encoding="utf-8")
    for size in ("100", "10,000", "1,000,000"):
        (row,) = (line for line in told.splitlines() if line.startswith(f"| {size} |"))
        assert row in documented
    assert "seen within 6 minutes, 95 % within 24" in told


@pytest.mark.torture
def test_a_slow_net_and_a_large_archive_are_measured():
    told = json.loads(ran("large.py", "--feeds", 20, "--delay", 0.01, "--articles", 60))
    assert 0 < told["slow_net"]["seconds"] < 12
    assert 20 < told["memory"]["resident_mb"] < 250


# ── what they count ───────────────────────────────────────────────────────────


def test_b_cubed_counts_what_it_should():
    counts = b_cubed(["a", "a", "b"], [1, 1, 1])
    assert [round(precision, 3) for precision, _, _ in counts] == [0.667, 0.667, 0.333]
    assert [recall for _, recall, _ in counts] == [1.0, 1.0, 1.0]


def test_an_interval_is_as_wide_as_the_groups_are_few():
    few, many = figure([(1, 1), (0, 1)] * 5, share), figure([(1, 1), (0, 1)] * 200, share)
    assert few.value == many.value == 0.5
    assert few.high - few.low > 3 * (many.high - many.low)
    certain = figure([(1, 1)] * 10, share)
    assert certain.value == 1.0
    assert certain.low == pytest.approx(0.72, abs=0.01)  # ten of ten prove no more


@pytest.mark.parametrize(
    ("value", "target", "missed"),
    [
        pytest.param(0.949, "≥ 0.95", True, id="below"),
        pytest.param(0.95, "≥ 0.95", False, id="reached"),
        pytest.param(0.04, "≤ 0.03", True, id="above"),
        pytest.param(0.1, "", False, id="no target"),
    ],
)
def test_a_missed_target_is_said(value, target, missed):
    assert ("missed" in table("x", [Row("a", Figure(value), target)])) is missed


def test_an_article_joins_the_cluster_of_the_one_it_is_most_like():
    placed = [Placed("s", None, 0.0), Placed("s", 1, 0.5), Placed("s", 2, 0.3), Placed("s", 2, 0.9)]
    assert joined(placed, 0.4) == [1, 1, 3, 1]


def test_filling_in_bulk_writes_what_remembering_writes(sqlite):
    at = datetime(2020, 1, 1, tzinfo=UTC)
    chance = random.Random(1)
    make = growth.Readings(growth.Language(chance), chance)
    reading = make.reading(at)
    pad = growth.Notepad()
    with sqlite.begin() as tx:
        slug = tx.execute(tables.storylines.insert().values(slug="s", title="S", opened_at=at)).inserted_primary_key[0]
        for number in (1, 2):
            tx.execute(tables.articles.insert().values(**growth._article_row(number, at)))
        memory.remember(tx, 1, at, "filled", reading, slug, None, True)
        memory.remember(pad, 2, at, "filled", reading, slug, None, True)
        growth.write(tx, pad)
        for kept in (tables.remembered, tables.postings, tables.shingles, tables.facts):
            one, two = (tx.execute(sa.select(sa.func.count()).select_from(kept).where(kept.c.article_id == n)).scalar() for n in (1, 2))
            assert one == two > 0, kept.name
        assert set(tx.execute(sa.select(tables.terms.c.articles)).scalars()) == {2}


def test_a_scan_is_recognised():
    assert growth.scans(["SCAN articles USING INDEX ix", "SEARCH matches USING INTEGER PRIMARY KEY (rowid=?)", "SCAN storylines"]) == [
        "SCAN articles USING INDEX ix"
    ]
