"""What parts of articles say of where they belong is learned from labelled streams."""

import json
import random
import sys
from pathlib import Path

import pytest

from monitor.settings.seeds import load_seeds
from tests.test_benchmarks import ran

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

from leanings import Labelled, asked, fit, pruned, written

OWN = Path(__file__).parent / "streams" / "own.jsonl"


def drawn(count=200, *, seed=3):
    """Draw articles that fit two storylines about alike, of which a crash belongs to one and a court to the other."""
    chance = random.Random(seed)
    for number in range(count):
        part, slug = chance.choice([("headline crash", "ferry"), ("opening court", "rent")])
        fits = {"ferry": chance.gauss(1, 0.2), "rent": chance.gauss(1, 0.2)}
        yield Labelled(f"s{number % 4}", fits, [part, "names holm", f"names only_{number}"], slug, True)


def test_parts_lean_to_the_storylines_that_they_were_seen_in():
    articles = list(drawn())
    model = pruned(fit(articles), articles)
    ferry, rent = model.weights["headline crash"]
    assert ferry > 0.1 > -0.1 > rent
    assert ferry + rent == pytest.approx(0.0, abs=0.011), "what speaks for all speaks for none"
    assert model.weights["names holm"] == pytest.approx([0.0, 0.0], abs=0.05)
    assert "names only_7" not in model.weights, "it was seen once"


def test_streams_that_took_no_part_are_asked():
    articles = list(drawn())
    told = asked(articles)
    assert told.startswith("on 4 streams, each by leanings of the others: 0.")
    assert told.endswith("1.000 with")
    assert asked([article for article in articles if article.stream == "s1"]) == "one stream alone cannot be asked"


def test_leanings_are_written_below_the_signs_once():
    articles = list(drawn())
    model = pruned(fit(articles), articles)
    dossiers = "storylines:\n  - slug: ferry\n    signs: [quay]\n    alert_on: [a crash]\n  - slug: other\n    signs: [fish]\n"
    once = written(model, dossiers)
    assert [line.split(":")[0].strip() for line in once.splitlines()][2:5] == ["signs", "leanings", "alert_on"]
    assert once.count("leanings:") == 1
    assert written(model, once) == once


def test_a_labelled_stream_is_placed_and_kept(tmp_path):
    ran("leanings.py", "measure", OWN, "--into", tmp_path)
    rows = [json.loads(line) for line in (tmp_path / "streams.jsonl").read_text(encoding="utf-8").splitlines()]
    slugs = {dossier.slug for dossier in load_seeds(Path(__file__).parents[1] / "seeds").dossiers}
    assert rows
    assert all(row["storyline"] in slugs and row["fits"].keys() <= slugs for row in rows)
    assert any(part.startswith("headline ") for row in rows for part in row["parts"])
    ran("leanings.py", "fit", tmp_path)


def test_a_folder_where_nothing_was_kept_is_named(tmp_path):
    assert ran("leanings.py", "fit", tmp_path, status=1) == ""
