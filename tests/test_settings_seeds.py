"""The folder of seeds: what ships is sound, and every mistake is named with its place."""

from datetime import date
from pathlib import Path

import pytest

from monitor.errors import SettingsError
from monitor.settings.seeds import load_seeds

SHIPPED = Path(__file__).parents[1] / "seeds"

SEED = """---
id: a1
title: Pad rebuilt
publisher: Steppe Herald
date: 2031-05-12
date_certainty: printed
language: en
url: https://steppe.example/2031/05/12/pad
storylines: [pad]
---

The pad was rebuilt
in nine months.

It cost 4 billion tenge.
"""

DOSSIERS = """storylines:
- slug: pad
  title: The pad
  seeds: [a1]
  key_entities: [pad_one]
  signs: [launch pad]
  leanings: {headline: {fire: 0.2}, names: {pad_one: -0.1}}
  chronology:
  - {date: '2030-01-02', what: The old pad burns down, url: 'https://steppe.example/2030/1'}
  - {date: 2031-05-12, what: Rebuilt (day approximate)}
"""


@pytest.fixture
def folder(tmp_path):
    """A sound folder of one seed and one dossier, to be broken by a test."""
    place = tmp_path / "seeds"
    place.mkdir()
    (place / "pad.md").write_text(SEED, encoding="utf-8")
    (place / "storylines.yaml").write_text(DOSSIERS, encoding="utf-8")
    return place


def mistakes(folder, entities=None):
    with pytest.raises(SettingsError) as caught:
        load_seeds(folder, entities)
    return caught.value.mistakes


def test_a_seed_and_its_dossier_are_read(folder):
    read = load_seeds(folder, {"pad_one"})
    [seed], [dossier] = read.seeds, read.dossiers

    assert (seed.id, seed.publisher, seed.date, seed.storylines) == ("a1", "Steppe Herald", date(2031, 5, 12), ("pad",))
    assert seed.text == "The pad was rebuilt in nine months.\n\nIt cost 4 billion tenge."
    assert (dossier.seeds, dossier.signs) == (("a1",), ("launch pad",))
    assert dossier.leanings == {"headline": {"fire": 0.2}, "names": {"pad_one": -0.1}}
    assert [(past.date.isoformat(), past.url is None) for past in dossier.chronology] == [("2030-01-02", False), ("2031-05-12", True)]


def test_a_missing_folder_means_no_seeds(tmp_path):
    read = load_seeds(tmp_path / "nowhere")

    assert (read.seeds, read.dossiers) == ((), ())


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        pytest.param(
            "id: a1", "id: a1\nother_url: [x]", "seeds/pad.md:3: other_url: is not a key here; did you mean other_urls?", id="unknown key"
        ),
        pytest.param("title: Pad rebuilt\n", "", "seeds/pad.md:2: title: is missing", id="missing key"),
        pytest.param("title: Pad rebuilt", "title: A\ntitle: B", "seeds/pad.md:4: title stands twice", id="key given twice"),
        pytest.param("date: 2031-05-12", "date: soon", "seeds/pad.md:5: date: Input should be a valid date", id="no date"),
        pytest.param("date: 2031-05-12", "date: 2031-05-32", "seeds/pad.md", id="an impossible date"),
        pytest.param("url: https:", "url: ftp:", "seeds/pad.md:8: url: String should match pattern", id="no address"),
        pytest.param(
            "storylines: [pad]", "storylines: [pid]", "seed a1: storylines: 'pid' is not known; did you mean pad?", id="unknown storyline"
        ),
        pytest.param("storylines: [pad]", "storylines: []", "seeds/pad.md:9: storylines: List should have at least 1", id="no storyline"),
        pytest.param("title: Pad rebuilt", "title: &t Pad\npublisher_: *t", "seeds/pad.md:4: publisher_: an alias (*t)", id="an alias"),
        pytest.param("title: Pad rebuilt", "title: [Pad", "seeds/pad.md:", id="broken YAML"),
        pytest.param("---\nid", "id", "seeds/pad.md:1: a seed begins with front matter", id="no front matter"),
        pytest.param("The pad was rebuilt\nin nine months.\n\nIt cost 4 billion tenge.\n", "", "there is no text below", id="no text"),
    ],
)
def test_a_mistake_in_a_seed_is_named_with_its_place(folder, old, new, told):
    assert old in SEED
    (folder / "pad.md").write_text(SEED.replace(old, new, 1), encoding="utf-8")

    assert [mistake for mistake in mistakes(folder) if told in mistake]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        pytest.param("seeds: [a1]", "seeds: [zz]", "seeds/storylines.yaml: pad: seeds: 'zz' is not known", id="unknown seed"),
        pytest.param("pad_one", "pad_on", "key_entities: 'pad_on' is not known; did you mean pad_one?", id="unknown entity"),
        pytest.param("fire: 0", "fier: 0", "pad: leanings: headline: 'fier' is not known; did you mean fire?", id="unknown idea"),
        pytest.param("{pad_one: -", "{pad_on: -", "leanings: names: 'pad_on' is not known; did you mean pad_one?", id="unknown name"),
        pytest.param("headline: {", "headlines: {", "storylines[0].leanings.headlines", id="unknown part"),
        pytest.param("what: The", "whta: The", "storylines[0].chronology[0].whta: is not a key here; did you mean what?", id="unknown key"),
        pytest.param("'2030-01-02'", "2030-01", "seeds/storylines.yaml:9: storylines[0].chronology[0].date", id="half a date"),
        pytest.param("storylines:\n", "storylines:\n- {slug: pad, title: Twin}\n", "slug 'pad' is given twice", id="one slug twice"),
    ],
)
def test_a_mistake_in_the_dossiers_is_named_with_its_place(folder, old, new, told):
    assert old in DOSSIERS
    (folder / "storylines.yaml").write_text(DOSSIERS.replace(old, new, 1), encoding="utf-8")

    assert [mistake for mistake in mistakes(folder, {"pad_one"}) if told in mistake]


def test_all_mistakes_are_named_at_once(folder):
    (folder / "pad.md").write_text(SEED.replace("title", "titel").replace("language: en", "language: English"), encoding="utf-8")
    (folder / "latin.md").write_bytes("---\nid: é\n---\n".encode("latin-1"))

    told = mistakes(folder)

    assert len(told) == 4
    assert any("latin.md: is not UTF-8 text" in mistake for mistake in told)


def test_two_files_may_not_give_one_seed(folder):
    (folder / "twin.md").write_text(SEED, encoding="utf-8")

    assert any("id 'a1' is given twice" in mistake for mistake in mistakes(folder))


def test_the_shipped_seeds_and_dossiers_are_sound():
    read = load_seeds(SHIPPED)
    dossiers = {dossier.slug: dossier for dossier in read.dossiers}

    assert [seed.id for seed in sorted(read.seeds, key=lambda seed: seed.id)] == ["s1", "s2", "s3", "s4"]
    assert len(dossiers) == 17
    assert all(seed.id in dossiers[seed.storylines[0]].seeds for seed in read.seeds)
    assert all(list(d.chronology) == sorted(d.chronology, key=lambda past: past.date) for d in read.dossiers)


@pytest.mark.parametrize(
    ("seed", "facts"),
    [
        pytest.param("s1", ["2050", "1994", "$115 million", "Kazcosmos", "Tengrinews"], id="Western launches"),
        pytest.param(
            "s2", ["Musabayev", "Putin", "2004", "Angara", "Zenit", "600 tons", "MTCR", "1987", "1995", "15 launch pads"], id="Baiterek"
        ),
        pytest.param("s3", ["Lavrov", "Idrisov", "Shuvalov", "from 17 to 12", "19 December 2012"], id="launch numbers"),
        pytest.param("s4", ["$29.7 million", "Musin", "TsENKI", "2005", "1957", "1961"], id="assets impounded"),
    ],
)
def test_a_shipped_seed_carries_its_facts(seed, facts):
    text = next(one.text for one in load_seeds(SHIPPED).seeds if one.id == seed)

    assert [fact for fact in facts if fact not in text] == []


def test_the_shipped_seeds_repeat_no_known_error():
    texts = " ".join(seed.text for seed in load_seeds(SHIPPED).seeds)

    assert "$150 million" not in texts
    assert "toxic fuel" not in texts
