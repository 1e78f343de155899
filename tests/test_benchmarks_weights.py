"""Weights are fitted to what labelled streams measured."""

import json
import math
import random
import sys
from pathlib import Path

import pytest

from tests.test_benchmarks import ran

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

from logistic import fit
from weights import LEAST_MATTERS, Told, asked, fitted, written

OWN = Path(__file__).parent / "streams" / "own.jsonl"


def drawn(count=400, *, seed=3):
    """Draw rows whose answer follows `for` and, the other way, `against`, and not `noise`."""
    chance = random.Random(seed)
    for _ in range(count):
        row = {"for": chance.gauss(0, 1), "against": chance.gauss(0, 2), "noise": chance.gauss(0, 1)}
        yield row, chance.random() < 1 / (1 + math.exp(-(0.5 + 2 * row["for"] - row["against"])))


def test_without_any_name_the_odds_are_those_of_the_answers():
    model = fit([{}] * 8, [True] * 6 + [False] * 2, [1.0] * 8, [], 1.0)
    assert math.isclose(model.begins, math.log(3), abs_tol=1e-6)


def test_the_weights_are_where_the_loss_is_flat():
    rows, answers = zip(*drawn(), strict=True)
    names = ["against", "for", "noise"]
    model = fit(rows, answers, [1.0] * len(rows), names, ridge=2.0)

    def loss(weights):
        odds = [model.begins + sum(weights[name] * row[name] for name in names) for row in rows]
        told = sum(math.log1p(math.exp(-one if answer else one)) for one, answer in zip(odds, answers, strict=True))
        return told + sum((weights[name] * model.spreads[name]) ** 2 for name in names)

    for name in names:
        for aside in (-0.01, 0.01):
            assert loss(model.weights) < loss({**model.weights, name: model.weights[name] + aside})


def test_a_row_that_counts_twice_is_two_rows():
    rows, answers = zip(*drawn(60), strict=True)
    twice = fit(rows, answers, [2.0, *[1.0] * 59], ["for"], 1e-6)
    both = fit([rows[0], *rows], [answers[0], *answers], [1.0] * 61, ["for"], 1e-6)
    assert math.isclose(twice.begins, both.begins, rel_tol=1e-3)


@pytest.mark.parametrize("ridge", [1.0, 100.0])
def test_what_tells_all_apart_gets_no_endless_weight(ridge):
    model = fit([{"a": 1.0}] * 5 + [{}] * 5, [True] * 5 + [False] * 5, [1.0] * 10, ["a"], ridge)
    assert 0 < model.weights["a"] < 20


def test_what_hardly_matters_is_left_out():
    told = [
        Told(f"s{number % 4}", {f"reason|{name}": value for name, value in row.items()}, new, 1.0)
        for number, (row, new) in enumerate(drawn())
    ]
    model = fitted(told)
    assert {"reason|for", "reason|against"} <= model.weights.keys()
    assert all(model.told(name) > LEAST_MATTERS / 2 for name in model.weights)
    assert asked(told, 0.5).startswith("on 4 streams")
    assert asked([one for one in told if one.stream == "s1"], 0.5) == "one stream alone cannot be asked"
    module: dict = {}
    exec(written(model), module)
    assert module["WEIGHTS"]["reason"]["for"] > 0 > module["WEIGHTS"]["reason"]["against"]


def test_a_labelled_stream_is_measured_and_weights_are_fitted(tmp_path):
    ran("weights.py", "measure", OWN, "--into", tmp_path)
    rows = [json.loads(line) for line in (tmp_path / "streams.jsonl").read_text(encoding="utf-8").splitlines()]
    assert {row["new"] for row in rows} == {True, False}
    assert all("the rule|news" in row["measures"] for row in rows)
    module: dict = {}
    exec(ran("weights.py", "fit", tmp_path), module)
    assert module["WEIGHTS"]["the rule"]["news"] > 0 > module["WEIGHTS"]["its happening was told"]["told"]


def test_what_tests_hold_is_measured_beside_it(tmp_path):
    ran(
        "weights.py",
        "cases",
        Path(__file__).with_name("test_domain_before.py"),
        Path(__file__).with_name("test_domain_quoting.py"),
        "--into",
        tmp_path,
    )
    rows = [json.loads(line) for line in (tmp_path / "cases.jsonl").read_text(encoding="utf-8").splitlines()]
    assert {row["new"] for row in rows} == {True}
    assert all("the rule|news" in row["measures"] and "::test_" in row["id"] for row in rows)


def test_a_folder_without_measures_is_named(tmp_path):
    assert ran("weights.py", "fit", tmp_path, status=1) == ""
