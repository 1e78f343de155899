"""The demo, end to end: real feeds on loopback, the real pipeline, a real mail server and web-hook."""

import itertools
import json
import re
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from sqlalchemy import create_engine, text

from monitor.cli import cli
from monitor.demo.play import Played, moments
from monitor.demo.setup import MARK, make_folder
from monitor.demo.week import END, START, outlets
from monitor.errors import SettingsError

TRUSTS = {"official", "agency", "press", "aggregator", "unlisted"}


def rows(played: Played, statement: str) -> list[tuple]:
    (database,) = played.folder.glob("*.db")
    engine = create_engine(f"sqlite:///{database}")
    with engine.connect() as tx:
        found = [tuple(row) for row in tx.execute(text(statement))]
    engine.dispose()
    return found


def alerts(played: Played) -> list[dict]:
    return [call for call in played.hooked if call.get("message_kind") == "alert"]


@pytest.mark.timeout(180)
def test_at_least_three_alerts_say_what_is_new_against_what_and_in_which_storyline(week):
    played, _ = week
    whole = [
        one
        for one in alerts(played)
        if one["storyline"] and any(fact["text"] and fact["old"] and fact["quote"] for fact in one["novelties"])
    ]
    assert len(whole) >= 3
    assert len({one["storyline"] for one in whole}) >= 2


@pytest.mark.timeout(180)
def test_the_mails_that_were_counted_have_arrived(week):
    played, said = week
    subjects = [str(mail["Subject"]) for mail in played.mails]
    assert len(alerts(played)) <= len(subjects)
    assert all(any(subject in line for line in said) for subject in subjects)
    sent = rows(played, "select count(*) from deliveries where channel = 'desk' and state = 'sent'")
    assert sent == [(len(subjects),)]


@pytest.mark.timeout(180)
def test_every_match_either_alerted_or_is_held_with_a_reason(week):
    played, said = week
    judged = rows(played, "select count(*) from matches join articles on articles.id = article_id where seed is null")[0][0]
    alerted = rows(played, "select count(*) from placements join articles on articles.id = article_id where held is null and seed is null")[
        0
    ][0]
    assert alerted
    assert sum(played.held.values()) == judged - alerted
    assert f"held back: {sum(played.held.values())}" in said[-1]


@pytest.mark.timeout(180)
def test_every_feed_was_read_without_error(week):
    played, _ = week
    states = rows(played, "select name, state, last_error from feeds")
    assert {(name, state) for name, state, _ in states} == {(key, "ok") for key in outlets()}


@pytest.mark.timeout(180)
def test_nothing_alerts_from_before_the_week(week):
    played, _ = week
    assert rows(played, "select count(*) from alerts join articles on articles.id = article_id where baseline") == [(0,)]
    assert all(START.isoformat() <= one["article"]["published"] < END.isoformat() for one in alerts(played))


@pytest.mark.timeout(180)
def test_an_article_behind_an_aggregator_is_kept_at_its_publishers_address_only(week):
    played, _ = week
    addresses = [url for (url,) in rows(played, "select url from articles where seed is null")]
    assert not [url for url in addresses if "bing.com" in url or "google.com" in url]


@pytest.mark.timeout(180)
def test_other_commands_can_look_at_what_the_demo_made(week):
    played, _ = week
    flags = ["--data", str(played.folder), "--config", str(played.folder / "config")]
    result = CliRunner().invoke(cli, [*flags, "held", "--json", "--limit", "1000"])
    assert result.exit_code == 0
    assert len(json.loads(result.stdout)) == sum(played.held.values())


def test_the_settings_of_the_demo_trust_each_outlet_in_a_way_that_exists():
    assert {outlet.trust for outlet in outlets().values()} <= TRUSTS


def test_the_clock_visits_every_hour_in_which_something_is_published():
    visited = moments()
    assert visited[0] == START
    assert visited[-1] == END
    assert max(later - earlier for earlier, later in itertools.pairwise(visited)) < timedelta(hours=24)


def test_a_folder_with_other_peoples_files_is_left_alone(tmp_path: Path):
    (tmp_path / "monitor.db").write_bytes(b"years of work")
    with pytest.raises(SettingsError, match="holds files that no demo made"):
        make_folder(tmp_path)
    assert (tmp_path / "monitor.db").read_bytes() == b"years of work"


def test_an_earlier_demo_is_replaced(tmp_path: Path):
    make_folder(tmp_path / "demo")
    (tmp_path / "demo" / "monitor.db").write_bytes(b"last demo")
    make_folder(tmp_path / "demo")
    assert [path.name for path in (tmp_path / "demo").iterdir()] == [MARK]


@pytest.mark.timeout(180)
def test_the_alert_that_the_readme_shows_is_one_of_the_demo(week):
    _, said = week
    readme = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
    (shown,) = re.findall(r"(?ms)^```\n(\d\d:\d\d UTC  MAIL  .*?)^```", readme)
    assert " ".join(shown.split()) in " ".join("\n".join(said).split())
