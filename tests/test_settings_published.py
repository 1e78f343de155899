"""Settings reach workers on other machines by way of the database, without what may be a secret."""

import json
from dataclasses import fields
from pathlib import Path

import pytest

from monitor.settings import load
from monitor.settings.channels import LARGEST_BURST
from monitor.settings.places import shipped
from monitor.settings.published import documents_of, kept_back, load_published
from monitor.store import published
from tests.faults.world import CANARY
from tests.test_store_database import NOON

OF_ONE_MACHINE = {"config", "data", "database_url", "channels", "ping", "seeds_folder", "web", "warnings", "number"}
ENVIRONMENT = {"DESK_HOOK": f"json://monitor:{CANARY}@hooks.example/"}
TOPIC = "words: [acmecorp]\n"
FEEDS = "feeds: [{url: 'https://example.org/feed'}]\n"


def folder(place: Path, channels: str, monitor: str = "") -> Path:
    for name, text in {"topic.yaml": TOPIC, "feeds.yaml": FEEDS, "channels.yaml": channels, "monitor.yaml": monitor}.items():
        (place / name).write_text(text, encoding="utf-8")
    return place


def over_the_wire(config: Path):
    return json.loads(json.dumps(documents_of(load(config, None, ENVIRONMENT))))


def test_what_workers_go_by_is_what_was_published(tmp_path):
    own = load(shipped("config"), None, {})
    theirs = load_published(7, over_the_wire(shipped("config")), tmp_path, {"MONITOR_DATABASE_URL": "postgresql://db/monitor"})
    assert theirs.number == 7
    assert theirs.database_url == "postgresql://db/monitor"
    for field in fields(own):
        if field.name not in OF_ONE_MACHINE:
            assert getattr(theirs, field.name) == getattr(own, field.name), field.name


@pytest.mark.parametrize(
    ("address", "reference"),
    [
        pytest.param("url: 'json://hooks.example:8001/desk'", None, id="a plain web-hook"),
        pytest.param(f"url: 'json://monitor:{CANARY}@hooks.example/desk'", "MONITOR_CHANNEL_DESK", id="a login"),
        pytest.param("url: 'json://hooks.example/desk?key=abc'", "MONITOR_CHANNEL_DESK", id="a key behind it"),
        pytest.param("url: 'jsons://hooks.example/services/T024B0e57xQ9Zk41bT'", "MONITOR_CHANNEL_DESK", id="a key in the path"),
        pytest.param("url: 'tgram://123456789:AbCdEf/12315544'", "MONITOR_CHANNEL_DESK", id="a service"),
        pytest.param("url_env: DESK_HOOK", "DESK_HOOK", id="a variable"),
    ],
)
def test_an_address_that_may_hold_a_secret_is_kept_back(tmp_path, address, reference):
    config = folder(tmp_path, f"channels:\n  desk: {{{address}, language: ru}}\n")
    documents, own = over_the_wire(config), load(config, None, ENVIRONMENT).delivery.channel("desk")
    assert dict(kept_back(documents)) == ({"desk": reference} if reference else {})
    assert not any(secret in json.dumps(documents) for secret in (CANARY, "key=abc", "T024B0e57", "AbCdEf"))

    without = load_published(1, documents, tmp_path, {})
    assert [channel.name for channel in without.channels] == ([] if reference else ["desk"])
    theirs = without.delivery.channel("desk")  # who places has to know of all channels
    assert (theirs.language, theirs.burst or LARGEST_BURST) == ("ru", own.burst or LARGEST_BURST)
    assert any("channels.desk is left to workers that know the address" in warning for warning in without.warnings) is bool(reference)

    given = load_published(1, documents, tmp_path, {reference: "json://elsewhere.example/x"} if reference else {})
    assert [channel.name for channel in given.channels] == ["desk"]


def test_what_belongs_to_one_machine_stays_there(tmp_path):
    own = "database: {url: 'postgresql://monitor:hidden@db/monitor'}\ndata: /var/lib/monitor\nweb: {listen: '127.0.0.1:1'}\nworkers: 3\n"
    documents = over_the_wire(folder(tmp_path, "ping: 'https://ping.example/0123456789abcdef'\nping_every: 1m\n", own))
    assert documents["monitor.yaml"] == {"workers": 3}
    assert documents["channels.yaml"] == {"channels": {}, "ping_env": "MONITOR_PING", "ping_every": "1m"}
    assert load_published(1, documents, tmp_path, {}).ping is None
    assert load_published(1, documents, tmp_path, {"MONITOR_PING": "https://ping.example/x"}).ping is not None


def test_only_other_settings_get_another_number(db):
    with db.begin() as tx:
        assert published.newest(tx) is None
        assert [published.publish(tx, {"topic.yaml": {"words": words}}, NOON) for words in ("ab", "ab", "c")] == [1, 1, 2]
        for number in range(20):
            published.publish(tx, {"topic.yaml": {"words": [number]}}, NOON)
        assert published.newest(tx) == (22, {"topic.yaml": {"words": [19]}})
        assert published.newest_number(tx) == 22
        assert tx.exec_driver_sql("SELECT count(*) FROM published").scalar() == published.KEPT
