"""topic.yaml and the gazetteer: what can be said, and that every mistake is named with its place."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from monitor.errors import SettingsError
from monitor.settings.topic import TopicFile, read_gazetteer, to_definition

CONFIG = Path(__file__).parents[1] / "config"
MILL = "{id: mill, kind: site, canonical: Mill, aliases: {en: [Green Mill]}}"


def test_plain_words_are_enough() -> None:
    definition = to_definition(TopicFile.model_validate({"words": ["acmecorp"], "alert_on": "matches"}), Path("nowhere"))
    assert (definition.words, definition.alert_on, definition.entities) == (("acmecorp",), "matches", ())


@pytest.mark.parametrize(
    ("data", "mistake"),
    [
        ({}, "give either words"),
        ({"words": ["a"], "gazetteer": "g.yaml"}, "give either words"),
        ({"words": ["«»"]}, "neither letter nor digit"),
        ({"words": "acmecorp"}, "valid list"),
        ({"words": ["a"], "alert_on": "everything"}, "developments"),
        ({"words": ["a"], "relevant_from": 0}, "greater than 0"),
        ({"word": ["a"], "words": ["a"]}, "word"),
    ],
)
def test_a_wrong_topic_is_refused(data: dict[str, object], mistake: str) -> None:
    with pytest.raises(ValidationError, match=mistake):
        TopicFile.model_validate(data)


@pytest.mark.parametrize(
    ("text", "mistake"),
    [
        ("entities: []", "entities: "),
        (f"entities: [{MILL}, {MILL}]", "entity 'mill' stands there 2 times"),
        ("entities: [{id: mill, kind: site, canonical: Mill, aliases: {xx: [a]}}]", "entities.mill.aliases.xx"),
        ("entities: [{id: mill, kind: site, canonical: Mill, aliases: {}, shadows: [tower]}]", "entity mill: shadows: no entity 'tower'"),
        ("entities: [{id: mill, kind: site, canonical: Mill, aliases: {}, sure_aliases: [Mill]}]", "entity mill: 'Mill' is no alias"),
        (f"{{entities: [{MILL}], words: {{a: ['@tower', '=b']}}}}", "words: a: no entity 'tower'; words: a: no group of words 'b'"),
        (f"{{entities: [{MILL}], combinations: [{{name: x, all: [a, b]}}]}}", "combination 'x': no group of words 'a'"),
        (f"{{entities: [{MILL}], subject: [a]}}", "subject: no group of words 'a'"),
        (f"{{entities: [{MILL}], states: [Ruritania]}}", "states: no state 'Ruritania' is known"),
        (f"{{entities: [{MILL}], home: {{language: kk, group: a}}}}", "home: no group of words 'a'"),
        ("entities: [", "cannot be read"),
    ],
)
def test_a_wrong_gazetteer_is_refused_with_the_place_of_its_mistake(tmp_path: Path, text: str, mistake: str) -> None:
    (tmp_path / "g.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        to_definition(TopicFile(gazetteer="g.yaml"), tmp_path)
    assert mistake in str(caught.value)
    assert "g.yaml" in str(caught.value)


def test_a_gazetteer_that_is_missing_is_named_with_the_key_that_asks_for_it(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"g\.yaml: there is no such file; topic\.yaml names it under gazetteer"):
        to_definition(TopicFile(gazetteer="g.yaml"), tmp_path)


def test_an_edited_gazetteer_counts_when_it_is_read_again(tmp_path: Path) -> None:
    file = tmp_path / "g.yaml"
    for name in ("Mill", "Tower", "Mill"):
        file.write_text(f"entities: [{MILL.replace('Mill', name)}]", encoding="utf-8")
        assert [entity.canonical for entity in to_definition(TopicFile(gazetteer="g.yaml"), tmp_path).entities] == [name]


def test_the_shipped_gazetteer_is_whole() -> None:
    gazetteer = read_gazetteer(CONFIG / "gazetteer.yaml")
    negative = [entity.id for entity in gazetteer.entities if entity.polarity == "negative"]
    assert len(gazetteer.entities) >= 268
    assert {"baiterek_tower", "baiterek_holding", "baikonyr_district_astana", "neg_fc_zenit"} <= set(negative)
    assert all(entity.aliases for entity in gazetteer.entities)
