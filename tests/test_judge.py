"""Judging and evaluating a file of articles, end to end on a fresh archive."""

import json
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from monitor.cli import cli
from monitor.domain.matching.gazetteer import TopicDefinition
from monitor.domain.matching.topic import compile_topic
from monitor.errors import SettingsError
from monitor.evaluation import Rate, evaluate
from monitor.judge import judge, read_items
from monitor.settings.seeds import load_seeds
from monitor.settings.topic import TopicFile, to_definition

ROOT = Path(__file__).parents[1]
STREAMS = {"own": Path(__file__).parent / "streams" / "own.jsonl", "shared": ROOT.parent / "shared" / "data" / "stream" / "stream.jsonl"}


@pytest.fixture(scope="module")
def topic():
    file = TopicFile(**yaml.safe_load((ROOT / "config" / "topic.yaml").read_text(encoding="utf-8")))
    return compile_topic(to_definition(file, ROOT / "config"))


def judged(path, topic, **options):
    given = load_seeds(ROOT / "seeds")
    with path.open(encoding="utf-8") as lines:
        items = list(read_items(lines))
    return [item.labels for item in items], list(judge(items, topic, given.seeds, given.dossiers, **options))


@pytest.mark.parametrize("name", ["own", "shared"])
def test_the_labelled_streams_are_judged_as_well_as_they_were(name, topic):
    if not STREAMS[name].exists():
        pytest.skip(f"{STREAMS[name]} is not there: the measurement needs the labelled stream")
    told = evaluate(*judged(STREAMS[name], topic, with_dossiers=False))
    assert told["developments"]["recall"]["value"] >= 0.95
    assert told["developments"]["precision"]["value"] >= 0.92
    assert told["developments"]["alerts for each development"] <= 1.08
    assert told["same development"]["across languages"]["value"] >= 0.9
    assert told["developments"]["share of matches"] <= 0.55
    assert told["storyline of developments"]["value"] >= 0.8


def test_judging_twice_says_the_same(topic):
    _, once = judged(STREAMS["own"], topic, with_dossiers=False)
    _, again = judged(STREAMS["own"], topic, with_dossiers=False)
    assert once == again


def test_a_verdict_has_the_documented_form(topic):
    _, verdicts = judged(STREAMS["own"], topic)
    assert set(verdicts[0]) >= {"id", "relevant", "score", "reasons", "storyline", "development", "placement", "of", "novelties", "level"}
    assert {v["placement"] for v in verdicts} <= {"copy", "repeat", "development", "opening", "background", "none"}
    assert {v["level"] for v in verdicts} <= {"push", "digest", "store", "none"}
    assert all(set(n) == {"kind", "text", "old", "quote"} for v in verdicts for n in v["novelties"])


@pytest.mark.parametrize(
    ("title", "body", "language", "storyline"),
    [
        pytest.param(
            "Nine Protons for Baikonur",
            "Kazakhstan permits nine Proton launches this year instead of thirteen, the Aerospace Committee said on Monday.",
            "en",
            "quota_ecology",
            id="how many may fly",
        ),
        pytest.param(
            "«Протон» взорвался над Байконуром",
            "Ракета «Протон-М» взорвалась через минуту после старта, сообщил в понедельник Роскосмос. Пуски приостановлены.",
            "ru",
            "proton_crashes",
            id="one that fell",
        ),
    ],
)
def test_what_may_fly_and_what_fell_are_two_storylines(title, body, language, storyline, topic):
    (verdict,) = of_the_topic(topic, title, body, language)
    assert (verdict["placement"], verdict["storyline"]) in {("opening", storyline), ("development", storyline)}


def test_an_aggregator_that_warms_up_a_seed_tells_it_again(topic):
    title = "Baikonur may see rockets from the West"
    body = (
        "Kazakhstan's space agency would have nothing against Western spacecraft on the pads of Baikonur, its officials told a local site. "
        "A number of Western countries have shown interest, says Kazcosmos, and joint work is possible if it pays."
    )
    (verdict,) = of_the_topic(topic, title, body, "en")
    assert (verdict["placement"], verdict["of"], verdict["level"]) == ("repeat", "seed:s1", "store")


def of_the_topic(topic, title, body, language):
    line = json.dumps({"id": "1", "published": "2026-01-12T09:00:00Z", "language": language, "title": title, "body": body})
    given = load_seeds(ROOT / "seeds")
    return list(judge(read_items([line]), topic, given.seeds, given.dossiers, with_dossiers=False))


def of_words(rows, alert_on="developments"):
    topic = compile_topic(TopicDefinition(words=("acmecorp",), alert_on=alert_on))
    lines = [
        json.dumps({"id": str(n), "published": f"2026-01-0{n}T09:00:00Z", "title": title, "body": body})
        for n, (title, body) in enumerate(rows, 1)
    ]
    return list(judge(read_items(lines), topic, [], []))


def test_a_topic_of_words_needs_neither_seeds_nor_dossiers():
    said = "Acmecorp said on Monday it had opened a factory in Oslo with 300 workers. The plant will make robots for hospitals."
    rows = [
        ("Acmecorp opens a factory", said),
        ("Factory opened by Acmecorp", said),
        ("Acmecorp chief Jon Dahl resigns", "Jon Dahl left Acmecorp on Friday."),
        ("Rain", "Dry."),
    ]
    verdicts = of_words(rows)
    assert [v["placement"] for v in verdicts] == ["opening", "copy", "opening", "none"]
    assert [v["level"] for v in verdicts] == ["push", "store", "push", "none"]


def test_every_match_alerts_with_a_development_of_its_own_where_that_is_asked_for():
    verdicts = of_words(
        [
            ("acmecorp story k3j2h1", "acmecorp did it"),
            ("acmecorp story x8", "acmecorp did it"),
            ("acmecorp story", "acmecorp did it again"),
        ],
        "matches",
    )
    assert [v["level"] for v in verdicts] == ["push"] * 3
    assert len({v["development"] for v in verdicts}) == 3


@pytest.mark.parametrize(
    ("line", "names"), [("{", "line 1"), ('{"id": "a"}', "published"), ('{"id": "a", "published": "soon"}', "soon"), ("[]", "line 1")]
)
def test_a_line_that_cannot_be_used_is_named(line, names):
    with pytest.raises(SettingsError, match=names):
        list(read_items([line]))


@pytest.mark.parametrize(("right", "of", "low", "high"), [(0, 0, None, None), (10, 10, 0.72, 1.0), (5, 10, 0.24, 0.76)])
def test_a_rate_has_the_interval_of_wilson(right, of, low, high):
    interval = Rate(right, of).interval
    assert interval == (None if low is None else pytest.approx((low, high), abs=0.01))


def test_baselines_stand_beside_ours():
    labels = [
        {
            "id": "1",
            "relevant": True,
            "language": "en",
            "placement": "opening",
            "development_id": "D",
            "is_new_development": True,
            "of": None,
            "title": "a",
            "body": "b c",
        },
        {
            "id": "2",
            "relevant": True,
            "language": "ru",
            "placement": "copy",
            "development_id": "D",
            "is_new_development": False,
            "of": "1",
            "title": "a",
            "body": "b c",
        },
    ]
    common = {"relevant": True, "storyline": None, "development": "k", "novelties": []}
    verdicts = [
        {**common, "placement": "opening", "of": None, "level": "push"},
        {**common, "placement": "copy", "of": "1", "level": "store"},
    ]
    told = evaluate(labels, verdicts)
    assert {name: row["alerts"] for name, row in told["baselines"].items()} == {
        "send nothing": 0,
        "send every match": 2,
        "85 % overlap": 1,
        "ours": 1,
    }
    assert told["same development"]["across languages"]["value"] == 1.0


@pytest.mark.parametrize(
    ("levels", "new", "first"),
    [
        (("push", "store"), 1.0, 1.0),
        (("none", "push"), 0.0, 1.0),  # the retelling is the first that its readers hear of it
        (("push", "push"), 0.5, 0.5),
    ],
)
def test_an_alert_may_be_the_first_of_its_development_though_its_article_is_not(levels, new, first):
    common = {"relevant": True, "language": "en", "development_id": "D", "title": "a", "body": "b"}
    labels = [
        {**common, "id": "1", "placement": "opening", "is_new_development": True, "of": None},
        {**common, "id": "2", "placement": "repeat", "is_new_development": False, "of": "1"},
    ]
    placed = [("opening", None), ("repeat", "1")]
    verdicts = [
        {"relevant": True, "storyline": None, "development": "k", "novelties": [], "placement": placement, "of": of, "level": level}
        for (placement, of), level in zip(placed, levels, strict=True)
    ]
    told = evaluate(labels, verdicts)["developments"]
    assert (told["precision"]["value"], told["first to tell"]["value"]) == (new, first)


def test_the_standard_input_is_judged_too(tmp_path):
    line = json.dumps({"id": "a", "published": "2026-11-09T00:00:00Z", "title": "Acmecorp opens a plant", "body": "It has 40 workers."})
    (tmp_path / "config").mkdir()
    for name, text in {"topic": "words: [acmecorp]", "feeds": "feeds: []"}.items():
        (tmp_path / "config" / f"{name}.yaml").write_text(text)
    done = CliRunner().invoke(cli, ["--config", str(tmp_path / "config"), "judge", "-"], input=line)
    assert done.exit_code == 0, done.output
    assert json.loads(done.stdout)["placement"] == "opening"


@pytest.mark.parametrize(
    ("fact", "quote", "told", "meant"),
    [
        ("the fire spread over 10,000 hectares", "Flames spread over ten thousand hectares of grass.", 0, 1),
        ("papers due by February 2024", "The papers are to be ready by February.", 0, 1),
        ("damage put at $14 million", "Damage is put at $14 million, the port said.", 1, 1),
        ("damage put at $14 million", "Damage is put at $41 million, the port said.", 0, 0),
        ("nobody was hurt", "Windows broke in the port.", 0, 0),
    ],
)
def test_a_fact_is_told_by_its_words_or_meant_by_its_figures(fact, quote, told, meant):
    label = {
        "id": "1",
        "relevant": True,
        "language": "en",
        "published": "2023-11-03T10:00:00Z",
        "placement": "development",
        "storyline": "x",
    }
    label |= {"is_new_development": True, "development_id": "D", "action": "push", "new_facts": [{"text": fact}]}
    verdict = {"id": "1", "relevant": True, "storyline": "x", "development": "k", "placement": "development", "of": None, "level": "push"}
    novelties = evaluate([label], [verdict | {"novelties": [{"kind": "figure", "text": quote, "old": None, "quote": quote}]}])["novelties"]
    counted = [novelties[name]["value"] for name in ("facts told", "facts told, in whatever words")]
    assert counted == [told, meant]
