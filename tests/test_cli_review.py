"""`monitor review` on an archive that real feeds have filled: verdicts, the log, undoing, and what follows from them."""

import json
from contextlib import contextmanager

import pytest
from click.testing import CliRunner

from monitor.cli import cli
from monitor.domain.judging.review import LEAST, VERDICTS
from monitor.store import reviews
from monitor.store.database import open_database
from monitor.store.reviews import Given
from monitor.wiring import utc_now

SUNDAY = [
    ("crane", "Crane falls at the Acmecorp yard", "A crane of the Acmecorp yard fell into the dock. Damage is put at $14 million."),
    ("rain", "Rain over the bay", "It rained, and nobody of Acme Brothers was wet."),
]
MONDAY = [
    ("again", "Acmecorp counts its losses", "A crane of Acmecorp's yard fell. Damage is put at 14 million dollars."),
    ("chief", "Dana Sultan is to lead Acmecorp", "Acmecorp named Dana Sultan as its chief engineer; 31 people applied."),
]


def rss(entries):
    listed = "".join(
        f"<item><guid isPermaLink='false'>{name}</guid><title>{title}</title><link>https://news.example/{name}</link>"
        f"<description>{text}</description></item>"
        for name, title, text in entries
    )
    return f"<?xml version='1.0'?><rss version='2.0'><channel><title>Wire</title><link>https://news.example/</link>{listed}</channel></rss>"


class Desk:
    """A user's folder, and the program run on it."""

    def __init__(self, home, web):
        self.flags = ["--config", str(home / "config"), "--data", str(home / "data")]
        self.data = home / "data"
        self.web, self.feed = web, web.url + "/a.xml"
        (home / "config").mkdir()
        for name, text in {
            "monitor.yaml": 'network: {allow_addresses: ["127.0.0.1/32"]}\npace: {gap: 0s}',
            "feeds.yaml": f'feeds: [{{url: "{self.feed}", every: 5m}}]',
            "topic.yaml": "words: [acmecorp]",
            "channels.yaml": "channels: {}",
        }.items():
            (home / "config" / name).write_text(text + "\n")

    def poll(self, entries):
        self.web.serve("/a.xml", rss(entries), content_type="application/rss+xml")
        self.run("poll", "--feed", self.feed)

    def run(self, *words, code=0):
        done = CliRunner().invoke(cli, [*self.flags, *map(str, words)])
        assert done.exit_code == code, f"{done.output} {done.exception!r}"
        return done.output if code else done.stdout

    def read(self, *words):
        return json.loads(self.run(*words, "--json"))

    @contextmanager
    def archive(self):
        db = open_database(f"sqlite:///{self.data / 'monitor.db'}")
        with db.begin() as tx:
            yield tx
        db.dispose()

    def articles(self):
        return {row["title"]: row["id"] for row in self.read("archive", "search")}

    def why(self, article):
        return self.read("why", article)


@pytest.fixture
def desk(tmp_path, local_web):
    """An archive of two polls: the first a baseline, the second with one repeat and one development, or whatever placing finds."""
    desk = Desk(tmp_path, local_web)
    desk.poll(SUNDAY)
    desk.poll([*MONDAY, *SUNDAY])
    return desk


def test_a_verdict_is_kept_explained_listed_and_undone(desk):
    ids = desk.articles()
    chief, crane = ids[MONDAY[1][1]], ids[SUNDAY[0][1]]
    before = desk.why(chief)["placement"]
    told = desk.run("review", chief, "same-as", "--of", crane, "--note", "old hat")
    assert f"article {chief} same-as {crane}" in told
    after = desk.why(chief)
    assert (after["placement"]["placement"], after["placement"]["of"]) == ("repeat", crane)
    assert after["placement"]["reasons"][0] == f"review 1: same as article {crane}"
    assert after["reviews"][0]["note"] == "old hat"
    (listed,) = desk.read("review", "list")
    assert (listed["id"], listed["article_id"], listed["verdict"], listed["other"], listed["undone_at"]) == (
        1,
        chief,
        "same-as",
        str(crane),
        None,
    )

    assert "undone" in desk.run("review", "undo", 1)
    assert desk.why(chief)["placement"] == before
    (listed,) = desk.read("review", "list")
    assert listed["undone_at"]
    assert "undone" in desk.run("review", "list")
    assert "undone" in desk.run("review", "undo", 1, code=2)


def test_what_is_not_relevant_leaves_storylines_and_counts_as_off_topic(desk):
    chief = desk.articles()[MONDAY[1][1]]
    slug = desk.why(chief)["placement"]["storyline"]
    desk.run("review", chief, "not-relevant")
    told = desk.why(chief)
    assert (told["match"]["relevant"], told["placement"]["placement"], told["placement"]["storyline"]) == (False, "none", None)
    shown = desk.read("storylines", "show", slug)
    assert chief not in [one["id"] for development in shown["developments"] for one in development["articles"]]


WRONG = [
    ((99, "new"), "no article 99"),
    ((1, "nonsense"), "relevant"),
    ((1, "same-as"), "--of"),
    ((1, "same-as", "--of", "nowhere#1"), "nowhere#1"),
    ((1, "wrong-storyline", "--storyline", "nowhere"), "storylines list"),
    (("undo", 7), "no review 7"),
    (("twelve", "new"), "twelve"),
]


def test_wrong_use_names_the_thing_and_the_remedy_and_keeps_nothing(desk):
    for words, names in WRONG:
        assert names in desk.run("review", *words, code=2), words
    assert desk.read("review", "list") == []


def test_help_names_every_verdict():
    told = CliRunner().invoke(cli, ["review", "--help"]).output
    assert [verdict for verdict in VERDICTS if verdict not in told] == []
    assert "--storyline" in CliRunner().invoke(cli, ["review", "12", "--help"]).output


def test_decisions_are_compared_with_reviews_beside_the_counts(desk):
    ids = desk.articles()
    for title, verdict in ((MONDAY[1][1], "new"), (SUNDAY[0][1], "not-new")):
        desk.run("review", ids[title], verdict)
    told = desk.read("evaluate", "--reviews")
    assert (told["all"]["reviewed"], told["all"]["articles"]) == (2, len(ids))
    assert (told["all"]["alerts that were new"]["right"], told["all"]["alerts that were new"]["of"]) == (1, 2)
    assert sum(row["reviewed"] for row in told["by storyline"].values()) == 2
    assert sum(row["reviewed"] for row in told["by language"].values()) == 2
    assert told["thresholds"]["news_from"]["now"] == told["thresholds"]["news_from"]["shipped"]
    assert "1 of 2" in desk.run("evaluate", "--reviews")


@pytest.mark.parametrize("words", [("evaluate",), ("evaluate", "--reviews", __file__)])
def test_evaluate_takes_a_file_or_the_reviews(words):
    done = CliRunner().invoke(cli, words)
    assert done.exit_code == 2
    assert "--reviews" in done.output


def test_many_verdicts_move_a_threshold_and_status_and_why_say_so(desk):
    matches = [
        (f"m{n}", f"Acmecorp, chapter tok{n}k{n * 7}", f"Acmecorp did {n * 31} new things in town tok{n}k{n * 7}.")
        for n in range(LEAST + 4)
    ]
    desk.poll(matches)
    assert desk.read("status")["thresholds"]["because"][0].startswith("no kind of decision")
    ids = [row["id"] for row in desk.read("archive", "search") if row["title"].startswith("Acmecorp, chapter")]
    with desk.archive() as tx:
        given = [reviews.give(tx, Given(one, "not-relevant"), utc_now()) for one in ids]
    told = desk.read("status")["thresholds"]
    assert told["relevant_from"]["shipped"] < told["relevant_from"]["now"] <= told["relevant_from"]["shipped"] * 1.2
    assert f"{len(ids)} of {len(ids)} reviewed matches were not relevant" in told["because"][0]
    assert "shipped" in desk.run("status")
    assert desk.why(ids[0])["thresholds now"] == told
    with desk.archive() as tx:
        for one in given[LEAST - 1 :]:
            reviews.undo(tx, one["id"], utc_now())
    assert desk.read("status")["thresholds"]["because"][0].startswith("no kind of decision")
