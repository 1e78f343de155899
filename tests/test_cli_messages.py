"""The commands about messages: who would get one, silence for a while, a digest to look at, a sample to try a channel."""

import json

import pytest
from click.testing import CliRunner

from monitor.cli import cli
from monitor.errors import SettingsError
from monitor.store.database import open_database
from tests.alerts import NOON
from tests.archive import place

MERGER = "storylines: [{slug: baiterek, title: Baiterek, key_entities: []}, {slug: proton, title: Proton}]\n"
CHANNELS = """
channels:
  desk: {url: "HOOK", quiet_hours: {from: "00:00", to: "23:59"}}
  weekly: {url: "HOOK", levels: [digest], digest: 0 15 * * fri}
  ruslan: {url: "HOOK", languages: [ru]}
  leo: {url: "HOOK"}
  pits: {url: "HOOK"}
routes:
  - {to: [pits], topics: [uranium]}
  - {to: [leo], storylines: ["leo*"]}
  - {to: [desk, weekly], storylines: [baiterek], levels: [push]}
"""


@pytest.fixture
def desk(tmp_path, local_web):
    local_web.serve("/hook", "thank you")
    config = tmp_path / "config"
    (config / "seeds").mkdir(parents=True)
    hook = local_web.url.replace("http", "json") + "/hook"
    for name, text in {
        "monitor.yaml": "zone: Asia/Almaty",
        "feeds.yaml": "feeds: []",
        "topic.yaml": "name: acme\nwords: [acmecorp]",
        "channels.yaml": CHANNELS.replace("HOOK", hook),
        "seeds/storylines.yaml": MERGER,
    }.items():
        (config / name).write_text(text + "\n")
    flags = ["--config", str(config), "--data", str(tmp_path / "data")]

    def run(*words, code=0):
        done = CliRunner().invoke(cli, [*flags, *words])
        if isinstance(done.exception, SettingsError):
            raise done.exception
        assert done.exit_code == code, f"{done.output} {done.exception!r}"
        return done.output if code else done.stdout

    run("poll")
    db = open_database(f"sqlite:///{tmp_path / 'data' / 'monitor.db'}")
    with db.begin() as tx:
        place(tx, "baiterek#1", at=NOON)
    db.dispose()
    return run


def routes(run, *words):
    rows = json.loads(run("doctor", "--offline", "--json", *words))
    return {row["name"]: row["told"] for row in rows if row["what"] == "route"}


def test_the_doctor_tells_which_channels_a_sample_alert_would_reach_and_why(desk):
    told = routes(desk)
    assert told["desk"] == "gets it later: route 3 leads it there; held in quiet hours until 23:59"
    assert told["weekly"] == "gets it in its digest: route 3 leads it there; it takes no push, so it stands in its digest"
    assert told["ruslan"] == "does not get it: it takes articles in ru, and this one is in en"
    assert told["pits"] == "does not get it: route 1 wants topic uranium, not acme"
    assert told["leo"] == "does not get it: route 2 wants storyline leo*, not baiterek"


def test_the_doctor_may_be_asked_about_another_storyline_and_level(desk):
    told = routes(desk, "--storyline", "proton", "--level", "digest")
    assert told["desk"] == "does not get it: route 3 wants storyline baiterek, not proton"
    assert told["terminal"] == "gets it at once: the fallback: neither routes nor languages lead it anywhere else"
    with pytest.raises(SettingsError, match=r"protn is no storyline; did you mean proton\?"):
        desk("doctor", "--offline", "--storyline", "protn")


def test_a_storyline_is_snoozed_and_woken(desk):
    assert "2099-01-01 19:00" in desk("storylines", "snooze", "baiterek", "--until", "2099-01-02")[:400], "midnight in Almaty, told in UTC"
    assert "snoozed until 2099-01-02" in routes(desk)["desk"]
    [row] = [one for one in json.loads(desk("storylines", "list", "--json")) if one["slug"] == "baiterek"]
    assert row["silent"] == ["until 2099-01-01 19:00"]
    desk("storylines", "snooze", "proton", "--for", "24h", "--channel", "desk")
    assert "no storyline" not in desk("storylines", "wake", "baiterek")
    assert "snoozed" not in routes(desk)["desk"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param(["baiterek"], "say either --until DATE or --for DURATION", id="neither"),
        pytest.param(["baiterek", "--until", "soon"], "soon is no day; write 2026-12-31", id="no day"),
        pytest.param(["baiterek", "--until", "2020-01-01"], "is over already", id="the past"),
        pytest.param(["baiterek", "--for", "24"], "24: is no duration", id="no unit"),
        pytest.param(["baiterek", "--for", "24h", "--channel", "desc"], "did you mean desk?", id="no channel"),
        pytest.param(["baiterk", "--for", "24h"], "no storyline", id="no storyline"),
    ],
)
def test_a_snooze_that_cannot_be_says_why(desk, words, said):
    assert said in desk("storylines", "snooze", *words, code=2)


def test_a_digest_can_be_looked_at_without_sending_it(desk, tmp_path, local_web):
    assert "weekly: " in desk("digest", "--preview", "--channel", "weekly")
    page = tmp_path / "digest.html"
    desk("digest", "--preview", "--channel", "weekly", "--to", str(page))
    assert page.read_text().startswith("<!doctype html>")
    assert "needs --preview, and --channel" in desk("digest", "--preview", "--to", str(page), code=2)
    assert "desk" in desk("digest", "--channel", "nobody", code=2)
    assert local_web.times("/hook") == 0


def test_a_sample_shows_what_the_target_answered(desk, local_web):
    [row] = json.loads(desk("alerts", "test", "leo", "--json"))
    assert (row["channel"], row["accepted"]) == ("leo", True)
    assert json.loads(local_web.asked[-1].body)["title"].startswith("SAMPLE: end of 2027 → March 2028: Байқоңыр")
    local_web.serve("/hook", "no such room", 404)
    assert "no such room" in desk("alerts", "test", "leo", code=1)
