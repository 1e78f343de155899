"""Settings load as one value; what is wrong in any file is named at once, with file, line, key and the nearest known name."""

import json
import os
import re
from dataclasses import replace
from datetime import time, timedelta
from ipaddress import ip_network
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from monitor.domain.alerts.channel import TERMINAL, Channel, ChannelRoute, QuietHours
from monitor.errors import SettingsError
from monitor.settings import load

SMALLEST = {
    "monitor.yaml": 'network: {allow_addresses: ["127.0.0.1/32"]}\n',
    "feeds.yaml": 'feeds: [{url: "http://127.0.0.1:8000/a.xml", every: 5m}]\n',
    "topic.yaml": "words: [acmecorp]\nalert_on: matches\n",
    "channels.yaml": 'channels: {desk: {url: "json://127.0.0.1:8001/hook"}}\n',
}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The smallest settings, in ./config."""
    monkeypatch.chdir(tmp_path)
    config = Path("config")
    config.mkdir()
    for name, text in SMALLEST.items():
        (config / name).write_text(text)
    (config / "channels.yaml").chmod(0o600)
    return config


def mistakes_of(folder, environ=None, **files):
    """Write the files, load, and say what is wrong."""
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text)
    with pytest.raises(SettingsError) as caught:
        load(folder, None, environ or {})
    return caught.value.mistakes


# ── what loads ────────────────────────────────────────────────────────────────


def test_the_smallest_settings_load_as_they_are_written(folder):
    loaded = load(folder, None, {})
    assert loaded.network.allow_addresses == (ip_network("127.0.0.1/32"),)
    assert [(feed.url, feed.every, feed.name, feed.publisher) for feed in loaded.feeds] == [
        ("http://127.0.0.1:8000/a.xml", timedelta(minutes=5), "127.0.0.1-8000-a.xml", "127.0.0.1")
    ]
    assert (loaded.topic.words, loaded.topic.alert_on) == (("acmecorp",), "matches")
    assert [(one.name, one.url.reveal()) for one in loaded.channels] == [("desk", "json://127.0.0.1:8001/hook")]
    assert loaded.delivery.channels == (Channel("desk", zone=ZoneInfo("UTC")),)
    assert (loaded.data, loaded.database_url) == (Path("data"), "sqlite:///data/monitor.db")
    assert (loaded.seeds, loaded.dossiers, loaded.warnings) == ((), (), ())


def test_monitor_and_channels_may_be_absent(folder):
    (folder / "monitor.yaml").unlink()
    (folder / "channels.yaml").unlink()
    loaded = load(folder, None, {})
    assert loaded.delivery.channels == (Channel(TERMINAL, zone=ZoneInfo("UTC")),)
    assert loaded.warnings == ("config/channels.yaml: no channel is set up, so alerts go to the terminal and the log",)


def test_a_key_with_only_comments_below_it_says_nothing(folder):
    (folder / "monitor.yaml").write_text("pace:\n#  gap: 5s\ndigest:\n")
    loaded = load(folder, None, {})
    assert (loaded.pace.gap, loaded.delivery.channels[0].digests) == (timedelta(seconds=1), ("0 7 * * *",))


def test_every_setting_reaches_its_place(folder):
    (folder / "monitor.yaml").write_text(
        """
data: /var/lib/monitor
log: {level: debug, format: json}
network: {user_agent: "Desk (of ours)", contact: desk@example.org, proxy: "http://10.0.0.7:3128"}
pace: {per_host: 1, gap: 0s, at_once: 8, connect: 5s, total: 1m, fastest: 2m}
workers: 3
zone: Asia/Almaty
quiet_hours: {from: "22:00", to: "07:30"}
push_budget: 12
digest: {at: "08:15", days: [mon, fri]}
update_within: 2h
give_up_after: 2d
instance: desk.example.org
"""
    )
    (folder / "channels.yaml").write_text(
        "channels:\n  desk: {url: 'json://127.0.0.1/', levels: [push]}\n  boss: {url: 'json://127.0.0.2/', levels: [digest]}\n"
        "fallback: boss\n"
    )
    loaded = load(folder, None, {})
    assert loaded.data == Path("/var/lib/monitor")
    assert (loaded.log.level, loaded.log.format) == ("debug", "json")
    assert loaded.network.user_agent == "Desk (of ours; +desk@example.org)"
    assert loaded.feeds[0].proxy == "http://10.0.0.7:3128"
    pace = loaded.pace
    assert (pace.per_host, pace.gap, pace.at_once) == (1, timedelta(0), 8)
    assert (pace.connect, pace.total, pace.fastest) == (timedelta(seconds=5), timedelta(minutes=1), timedelta(minutes=2))
    rules = loaded.delivery
    assert loaded.workers == 3
    assert (rules.give_up_after, rules.instance, rules.fallback) == (timedelta(days=2), "desk.example.org", "boss")
    assert rules.update_within == timedelta(hours=2)
    common = Channel(
        "desk",
        frozenset({"push"}),
        zone=ZoneInfo("Asia/Almaty"),
        quiet=QuietHours(time(22), time(7, 30)),
        budget=12,
        digests=("15 8 * * mon,fri",),
    )
    assert rules.channels == (common, replace(common, name="boss", levels=frozenset({"digest"})))


def test_a_channel_has_words_and_times_of_its_own_and_routes_lead_to_it(folder):
    (folder / "monitor.yaml").write_text("zone: Asia/Almaty\nquiet_hours: {from: '22:00', to: '07:30'}\npush_budget: 12\n")
    (folder / "channels.yaml").write_text(
        """
channels:
  night:
    url: json://127.0.0.1/
    language: kk
    zone: Europe/Berlin
    format: short
    quiet_hours: {from: "23:00", to: "07:00", but: [critical, correction]}
    push_budget: 3
    digest: [0 15 * * 5, 30 6 1 * *]
    languages: [kk, ru]
routes:
  - {to: [night], topics: [acme], storylines: ["acme*"], levels: [push], languages: [kk], kinds: [date], trust: [official]}
operations: night
"""
    )
    rules = load(folder, None, {}).delivery
    assert rules.channels == (
        Channel(
            "night",
            language="kk",
            zone=ZoneInfo("Europe/Berlin"),
            format="short",
            quiet=QuietHours(time(23), time(7), frozenset({"critical", "correction"})),
            budget=3,
            digests=("0 15 * * fri", "30 6 1 * *"),
            languages=frozenset({"kk", "ru"}),
        ),
    )
    wanted = {"topics": {"acme"}, "levels": {"push"}, "languages": {"kk"}, "kinds": {"date"}, "trust": {"official"}}
    expected = ChannelRoute(("night",), storylines=("acme*",), **{name: frozenset(one) for name, one in wanted.items()})
    assert rules.routes == (expected,)
    assert rules.operations == "night"


def test_no_digest_is_made_where_none_is_wanted(folder):
    (folder / "monitor.yaml").write_text("digest: {enabled: false}\n")
    assert load(folder, None, {}).delivery.channels[0].digests == ()


def test_a_feed_may_go_around_the_proxy_of_all(folder):
    (folder / "monitor.yaml").write_text("network: {proxy: 'http://10.0.0.7:3128'}\n")
    (folder / "feeds.yaml").write_text("feeds: [{url: 'http://a.example/x', proxy: none}, {url: 'http://b.example/x'}]\n")
    assert [feed.proxy for feed in load(folder, None, {}).feeds] == [None, "http://10.0.0.7:3128"]


def test_the_command_line_goes_before_the_environment_and_that_before_the_file(folder):
    (folder / "monitor.yaml").write_text("data: from-file\ndatabase: {url: sqlite:///file.db}\n")
    assert load(folder, None, {}).data == Path("from-file")
    environ = {"MONITOR_DATA": "from-environment", "MONITOR_DATABASE_URL": "sqlite:///environment.db"}
    loaded = load(folder, None, environ)
    assert (loaded.data, loaded.database_url) == (Path("from-environment"), "sqlite:///environment.db")
    assert load(folder, Path("from-flag"), environ).data == Path("from-flag")


# ── where they are looked for ─────────────────────────────────────────────────


def test_the_folder_is_the_one_given_then_the_one_in_the_environment_then_the_one_here(folder, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    for name, text in SMALLEST.items():
        (other / name).write_text(text)
    assert load(None, None, {}).config == folder
    assert load(None, None, {"MONITOR_CONFIG": str(other)}).config == other
    assert load(folder, None, {"MONITOR_CONFIG": str(other)}).config == folder


def test_without_any_folder_the_shipped_settings_load(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    loaded = load(None, None, {})
    assert (len(loaded.feeds), len(loaded.dossiers), len(loaded.seeds)) == (33, 17, 4)


def test_a_folder_config_that_is_none_of_ours_is_passed_over(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "webpack.js").touch()
    assert len(load(None, None, {}).feeds) == 33


def test_seeds_are_found_inside_the_folder_or_beside_it(folder):
    assert load(folder, None, {}).seeds_folder is None
    dossier = "storylines: [{slug: merger, title: The merger}]\n"
    Path("seeds").mkdir()
    Path("seeds/storylines.yaml").write_text(dossier)
    assert [one.slug for one in load(folder, None, {}).dossiers] == ["merger"]
    (folder / "seeds").mkdir()
    (folder / "seeds" / "storylines.yaml").write_text(dossier.replace("merger", "fraud"))
    assert [one.slug for one in load(folder, None, {}).dossiers] == ["fraud"]


def test_a_folder_that_is_not_there_is_named_with_the_remedy(tmp_path):
    missing, file = tmp_path / "missing", tmp_path / "file"
    file.touch()
    with pytest.raises(SettingsError, match=r"there is no such folder; `monitor init .*missing` writes one"):
        load(missing, None, {})
    with pytest.raises(SettingsError, match=r"is a file; --config names the folder that holds monitor\.yaml"):
        load(file, None, {})


ROUTED = "channels: {desk: {url: 'json://127.0.0.1/'}}\nroutes:\n"


@pytest.mark.parametrize(
    ("routes", "mistake"),
    [
        pytest.param("  - {to: [desc]}\n", "channels.yaml:3: routes[0].to: desc is not among the channels; did you mean desk?", id="to"),
        pytest.param(
            "  - to: [desk]\n    storylines: [merge]\n",
            "channels.yaml:4: routes[0].storylines: merge is no storyline; did you mean merger?",
            id="a storyline",
        ),
        pytest.param(
            "  - to: [desk]\n    entities: [protom]\n",
            "channels.yaml:4: routes[0].entities: protom is no entity of the gazetteer",
            id="a name",
        ),
        pytest.param("  - {to: [desk], kinds: [dates]}\n", "did you mean date?", id="a kind"),
        pytest.param("  - {to: [desk], storyline: [merger]}\n", "storyline is not a setting; did you mean storylines?", id="a key"),
    ],
)
def test_a_route_that_leads_nowhere_is_named_with_what_was_probably_meant(folder, routes, mistake):
    (folder / "seeds").mkdir()
    (folder / "seeds" / "storylines.yaml").write_text("storylines: [{slug: merger, title: The merger}]\n")
    (folder / "channels.yaml").write_text(ROUTED + routes)
    with pytest.raises(SettingsError) as error:
        load(folder, None, {})
    assert mistake in "\n".join(error.value.mistakes)


@pytest.mark.parametrize("slug", ["merger", "mer*", "some-title-12"])
def test_a_route_may_name_a_storyline_that_is_known_a_pattern_or_one_that_an_article_opened(folder, slug):
    (folder / "seeds").mkdir()
    (folder / "seeds" / "storylines.yaml").write_text("storylines: [{slug: merger, title: The merger}]\n")
    (folder / "channels.yaml").write_text(f"{ROUTED}  - {{to: [desk], storylines: ['{slug}']}}\n")
    assert load(folder, None, {}).delivery.routes[0].storylines == (slug,)


@pytest.mark.parametrize(
    ("named", "topics", "warned"),
    [
        pytest.param("", "topic", False, id="a topic without name is called so"),
        pytest.param("name: acme", "acme", False, id="its own name"),
        pytest.param("name: acme", "uranium", False, id="another's: its storylines are not ours to know"),
        pytest.param("name: acme", "acmee", True, id="its own, misspelled"),
    ],
)
def test_a_route_may_be_of_one_topic_among_several_that_share_the_file(folder, named, topics, warned):
    (folder / "topic.yaml").write_text(f"words: [acmecorp]\n{named}\n")
    of_another = ", storylines: [pits]" if topics == "uranium" else ""
    (folder / "seeds").mkdir()
    (folder / "seeds" / "storylines.yaml").write_text("storylines: [{slug: merger, title: The merger}]\n")
    (folder / "channels.yaml").write_text(f"{ROUTED}  - {{to: [desk], topics: [{topics}]{of_another}}}\n")
    loaded = load(folder, None, {})
    assert [one.name for one in loaded.delivery.own_channels] == (["desk"] if topics in ("topic", "acme") else [])
    said = "route 1: acmee is another topic than this one, acme, so it leads nothing anywhere here; did you mean acme?"
    assert any(said in warning for warning in loaded.warnings) == warned


def test_a_channel_that_would_get_nothing_is_refused(folder):
    (folder / "channels.yaml").write_text("channels: {desk: {url: 'json://127.0.0.1/', levels: [digest], digest: []}}\n")
    with pytest.raises(SettingsError, match=r"channels.desk: takes digests alone and has no digest, so it would get nothing"):
        load(folder, None, {})


@pytest.mark.parametrize(
    ("schedule", "said"),
    [
        pytest.param("0 7 * *", "is no schedule; write minute, hour", id="a field too few"),
        pytest.param("0 25 * * *", "is no schedule: ", id="an hour that is none"),
        pytest.param("0 7 * * firday", "is no schedule: ", id="a day that is none"),
        pytest.param("0 7 * * fry", "fry is no weekday; did you mean fri?", id="nearly one"),
    ],
)
def test_a_schedule_that_is_none_is_refused(folder, schedule, said):
    (folder / "channels.yaml").write_text(f"channels: {{desk: {{url: 'json://127.0.0.1/', digest: '{schedule}'}}}}\n")
    with pytest.raises(SettingsError, match=f"channels.yaml:1: channels.desk.digest.*{re.escape(said)}"):
        load(folder, None, {})


@pytest.mark.parametrize(
    ("written", "read"),
    [
        pytest.param("*", "*", id="every day"),
        pytest.param("0", "sun", id="cron counts from Sunday"),
        pytest.param("7", "sun", id="and may call it 7"),
        pytest.param("1-5", "mon,tue,wed,thu,fri", id="a range"),
        pytest.param("Fri-Sun", "fri,sat,sun", id="one that ends on Sunday"),
        pytest.param("1,fri", "mon,fri", id="a list"),
    ],
)
def test_weekdays_are_counted_as_cron_does(folder, written, read):
    (folder / "channels.yaml").write_text(f"channels: {{desk: {{url: 'json://127.0.0.1/', digest: '0 7 * * {written}'}}}}\n")
    assert load(folder, None, {}).delivery.channels[0].digests == (f"0 7 * * {read}",)


# ── what is wrong ─────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("name", "text", "mistakes"),
    [
        pytest.param(
            "monitor",
            "log: {level: info}\npace:\n  gap: 1s\n  per_hosts: 2\n",
            ["config/monitor.yaml:4: [pace] per_hosts is not a setting; did you mean per_host?"],
            id="an unknown key in a section",
        ),
        pytest.param(
            "monitor",
            "quiet_hour: {}\n",
            ["config/monitor.yaml:1: quiet_hour is not a setting; did you mean quiet_hours?"],
            id="at the top",
        ),
        pytest.param("monitor", "xyzzy: 1\n", ["config/monitor.yaml:1: xyzzy is not a setting"], id="a key like no other"),
        pytest.param(
            "monitor",
            "pace: {gap: 5}\n",
            ["config/monitor.yaml:1: pace.gap: 5 has no unit; write 5s, 5m, 5h or 5d"],
            id="a duration without unit",
        ),
        pytest.param(
            "monitor",
            "pace: {gap: fast}\n",
            ["config/monitor.yaml:1: pace.gap: is no duration; write a number and s, m, h or d, such as 30s, 5m, 1h or 7d"],
            id="a duration that is none",
        ),
        pytest.param("monitor", "pace: {gap: 2h}\n", ["config/monitor.yaml:1: pace.gap: must be from 0s to 1m"], id="out of bounds"),
        pytest.param("monitor", "workers: 0\n", ["config/monitor.yaml:1: workers: must be at least 1"], id="a number out of bounds"),
        pytest.param("monitor", 'workers: "2"\n', ["config/monitor.yaml:1: workers: must be a whole number"], id="a number in quotes"),
        pytest.param("monitor", "workers: true\n", ["config/monitor.yaml:1: workers: must be a whole number"], id="true as a number"),
        pytest.param(
            "monitor",
            "digest: {enabled: no}\n",
            ["config/monitor.yaml:1: digest.enabled: must be true or false (no is text in YAML 1.2)"],
            id="no for false",
        ),
        pytest.param(
            "monitor",
            "log: {level: warn}\n",
            ["config/monitor.yaml:1: log.level: must be 'debug', 'info', 'warning' or 'error'; did you mean warning?"],
            id="a word that is not among those known",
        ),
        pytest.param(
            "monitor",
            "zone: Asia/Almata\n",
            ["config/monitor.yaml:1: zone: Asia/Almata is no time zone; did you mean Asia/Almaty?"],
            id="a time zone",
        ),
        pytest.param(
            "monitor",
            "quiet_hours: {from: 22:00}\n",
            ["config/monitor.yaml:1: quiet_hours.to: is missing"],
            id="half of the quiet hours",
        ),
        pytest.param(
            "monitor",
            'quiet_hours: {from: "25:00", to: "07:00"}\n',
            ["config/monitor.yaml:1: quiet_hours.from: is no time of day; write hours and minutes, such as 07:00 or 22:30"],
            id="a time of day",
        ),
        pytest.param(
            "monitor",
            "network:\n  allow_addresses:\n    - 10.0.0.5/8\n    - 0.0.0.0/0\n    - yes\n",
            [
                "config/monitor.yaml:3: network.allow_addresses[0]: 10.0.0.5/8 has bits set behind the prefix;"
                " write 10.0.0.0/8, or the address alone",
                "config/monitor.yaml:4: network.allow_addresses[1]: allows every address there is;"
                " name only the addresses that the feeds need",
                "config/monitor.yaml:5: network.allow_addresses[2]: yes is no address;"
                " write one such as 10.1.2.3, or a range such as 10.1.0.0/16",
            ],
            id="addresses that allow too much",
        ),
        pytest.param(
            "monitor",
            "network: {proxy: 'http://user:canary@10.0.0.7:3128'}\n",
            [
                "config/monitor.yaml:1: network.proxy: holds a name or password;"
                " addresses are shown in logs and listings, so none may stand in them"
            ],
            id="a password in a proxy",
        ),
        pytest.param(
            "monitor",
            "database: {url: 'sqlite://', url_env: X}\n",
            ["config/monitor.yaml:1: database: must have exactly one of url, url_env and url_file"],
            id="a database said twice",
        ),
        pytest.param(
            "monitor", "- a\n- b\n", ["config/monitor.yaml:1: must hold keys with values, such as database: …"], id="a list for a file"
        ),
        pytest.param("monitor", "pace: fast\n", ["config/monitor.yaml:1: pace: must be a mapping of names to values"], id="no section"),
        pytest.param(
            "feeds",
            "feeds:\n  - url: http://a.example/1\n  - url: http://a.example/2\n    evry: 5m\n",
            ["config/feeds.yaml:4: [feeds[1]] evry is not a setting; did you mean every?"],
            id="an unknown key of a feed",
        ),
        pytest.param("feeds", "feeds:\n  - every: 5m\n", ["config/feeds.yaml:2: feeds[0].url: is missing"], id="a feed without address"),
        pytest.param(
            "feeds",
            "feeds:\n  - url: ftp://a.example/x\n",
            ["config/feeds.yaml:2: feeds[0].url: is no address; write one that begins with http:// or https:// and a host"],
            id="an address of another kind",
        ),
        pytest.param(
            "feeds",
            "feeds:\n  - url: http://[::1/x\n",
            ["config/feeds.yaml:2: feeds[0].url: is no address: its host or port cannot be read"],
            id="an address that cannot be read",
        ),
        pytest.param(
            "feeds",
            "feeds:\n  - url: http://me:canary@a.example/x\n",
            [
                "config/feeds.yaml:2: feeds[0].url: holds a name or password;"
                " addresses are shown in logs and listings, so none may stand in them"
            ],
            id="a password in an address",
        ),
        pytest.param(
            "feeds",
            "feeds:\n  - {url: 'http://a.example/x', name: a}\n  - {url: 'https://A.example/x#top', name: b}\n",
            ["config/feeds.yaml:3: feeds[1].url: is already the address of the feed on line 2"],
            id="one feed under two addresses",
        ),
        pytest.param(
            "feeds",
            "feeds:\n  - {url: 'http://a.example/x', name: a}\n  - {url: 'http://a.example/y', name: a}\n",
            ["config/feeds.yaml:3: feeds[1].name: is already the name of the feed on line 2"],
            id="two feeds under one name",
        ),
        pytest.param(
            "feeds",
            "feeds:\n  - {url: 'http://a.example/x', name: 'a b'}\n",
            ["config/feeds.yaml:2: feeds[0].name: must be a short name of letters, digits and _ . : -"],
            id="a name with a blank",
        ),
        pytest.param(
            "feeds",
            "feeds:\n  - {url: 'http://a.example/x', country: kz, language: Kazakh}\n",
            [
                "config/feeds.yaml:2: feeds[0].language: must be the code of a language, such as en, ru or kk",
                "config/feeds.yaml:2: feeds[0].country: must be the code of a country in capital letters, such as KZ",
            ],
            id="codes",
        ),
        pytest.param(
            "feeds",
            "feeds:\n  - {url: 'http://a.example/x', kind: json}\n",
            ["config/feeds.yaml:2: feeds[0]: fields is missing: kind json needs to know where titles and links stand"],
            id="a JSON feed without fields",
        ),
        pytest.param(
            "feeds",
            "feeds:\n  - {url: 'http://a.example/x', headers: {Host: evil}}\n",
            ["config/feeds.yaml:2: feeds[0].headers: Host is set by the monitor itself"],
            id="a header that is not the user's",
        ),
        pytest.param(
            "feeds",
            'feeds:\n  - {url: "http://a.example/x", headers: {x: "a\\r\\nEvil: 1"}}\n',
            ["config/feeds.yaml:2: feeds[0].headers: x holds a line break or another character that cannot be printed"],
            id="a header with a line break",
        ),
        pytest.param(
            "channels",
            "channels:\n  desk:\n    url: tgram://${TOKEN}/1\n",
            [
                "config/channels.yaml:3: channels.desk.url: variables such as ${NAME} are not put in;"
                " name an environment variable with url_env, or a file with url_file"
            ],
            id="a variable in an address",
        ),
        pytest.param(
            "channels",
            "channels:\n  desk: {levels: [push]}\n",
            ["config/channels.yaml:2: channels.desk: must have exactly one of url, url_env and url_file"],
            id="a channel without address",
        ),
        pytest.param(
            "channels",
            "channels:\n  desk: {url: 'json://a', level: push}\n",
            ["config/channels.yaml:2: [channels.desk] level is not a setting; did you mean levels?"],
            id="an unknown key of a channel",
        ),
        pytest.param(
            "channels",
            "channels:\n  desk: {url: desk@example.org}\n",
            [
                "config/channels.yaml:2: channels.desk.url: is no address of a channel;"
                " write one such as json://host/path or mailto://…, as Apprise has them"
            ],
            id="a channel whose address is none",
        ),
        pytest.param(
            "channels",
            "channels:\n  my desk: {url: 'json://a'}\n",
            ["config/channels.yaml:2: channels.my desk: must be a short name of letters, digits and _ . : -"],
            id="the name of a channel",
        ),
        pytest.param(
            "channels",
            "channels:\n  desk: {url: 'json://a'}\nfallback: dsk\n",
            ["config/channels.yaml:1: fallback: dsk is not among the channels; did you mean desk?"],
            id="a fallback that is not there",
        ),
        pytest.param(
            "channels",
            "channels:\n  desk: {url_env: DESK_URL}\n",
            ["config/channels.yaml: channels.desk: the environment variable DESK_URL is not set, and neither is DESK_URL_FILE"],
            id="a variable that is not set",
        ),
        pytest.param(
            "channels",
            "channels:\n  desk: {url_file: secret}\n",
            ["config/channels.yaml: channels.desk: the file config/secret cannot be read: No such file or directory"],
            id="a file that is not there",
        ),
        pytest.param(
            "channels",
            "channels:\n  desk: {url_env: 'tgram://canary/1'}\n  mail: {url_file: 'mailto://canary'}\n",
            [
                "config/channels.yaml:2: channels.desk.url_env: must be the name of an environment variable, such as DESK_URL,"
                " not the address itself",
                "config/channels.yaml:3: channels.mail.url_file: must be the path of a file, not the address itself",
            ],
            id="a secret where its place should be named",
        ),
        pytest.param(
            "feeds",
            "feeds:\n  - {url: 'http://a.example/x', headers: {Authorization: canary}}\n",
            [
                "config/feeds.yaml:2: feeds[0].headers: Authorization is a secret;"
                " the headers of feeds are stored and exported, so none may stand in them"
            ],
            id="a secret in a header",
        ),
        pytest.param("topic", "word: [a]\n", ["config/topic.yaml:1: word is not a setting; did you mean words?"], id="a key of the topic"),
    ],
)
def test_a_mistake_is_named_with_its_place(folder, name, text, mistakes):
    assert mistakes_of(folder, **{name: text}) == mistakes


def test_the_mistakes_of_all_files_are_named_at_once(folder):
    (folder / "topic.yaml").unlink()
    mistakes = mistakes_of(folder, monitor="workers: 0\nlgo: {}\n", feeds="feeds: [{}]\n", channels="channels: [\n")
    assert [mistake.split(": ")[0] for mistake in mistakes] == [
        "config/monitor.yaml:1",
        "config/monitor.yaml:2",
        "config/feeds.yaml:1",
        "config/topic.yaml",
        "config/channels.yaml:2",
    ]
    assert "config/topic.yaml: is missing; `monitor init DIR` writes a folder with one to start from" in mistakes


# ── secrets ───────────────────────────────────────────────────────────────────


def test_a_secret_comes_from_the_environment_a_file_or_a_file_named_there(folder, tmp_path):
    (folder / "channels.yaml").write_text("channels: {a: {url_env: A}, b: {url_env: B}, c: {url_file: c.secret}}\n")
    for name, mode in (("b.secret", 0o600), ("c.secret", 0o600)):
        file = folder / name
        file.write_text(f"json://{name}\n")
        file.chmod(mode)
    loaded = load(folder, None, {"A": "json://a", "B_FILE": str(tmp_path / "config" / "b.secret")})
    assert [one.url.reveal() for one in loaded.channels] == ["json://a", "json://b.secret", "json://c.secret"]
    assert loaded.warnings == ()


@pytest.mark.parametrize(
    ("held", "reason"),
    [
        pytest.param("canary", "is no address of a channel; write one such as json://host/path", id="no address"),
        pytest.param("", "must hold one line with the address and nothing else", id="empty"),
        pytest.param("json://canary\nmore", "must hold one line with the address and nothing else", id="two lines"),
    ],
)
def test_a_secret_that_cannot_be_used_is_refused_without_showing_it(folder, held, reason):
    (folder / "secret").write_text(held)
    (mistake,) = mistakes_of(folder, channels="channels: {desk: {url_file: secret}}\n")
    assert reason in mistake
    assert "canary" not in mistake


def test_a_secret_shows_itself_nowhere(folder):
    (folder / "channels.yaml").write_text("channels: {desk: {url: 'tgram://canary/1'}}\n")
    (folder / "monitor.yaml").write_text("database: {url: 'postgresql+psycopg://me:canary@db/x'}\n")
    loaded = load(folder, None, {})
    url = loaded.channels[0].url
    assert "canary" not in f"{loaded!r} {loaded} {loaded.channels} {url} {url!r} {url:>20}"
    assert "canary" not in " ".join(loaded.warnings)
    assert url.reveal() == "tgram://canary/1"


@pytest.mark.parametrize("name", ["monitor", "channels", "feeds", "topic"])
def test_no_mistake_repeats_what_stands_in_a_file_of_secrets(folder, name):
    text = "channels: {desk: {url: [tgram://canary/1], url_env: 'tgram://canary\\n'}}\ndatabase: {url: {canary-pass: 1}}\n"
    told = " ".join(mistakes_of(folder, **{name: text}))
    assert "tgram://canary" not in told


@pytest.mark.skipif(os.name != "posix", reason="only POSIX has these modes")
def test_a_file_with_secrets_that_others_can_read_is_warned_of(folder):
    (folder / "channels.yaml").chmod(0o644)
    (folder / "monitor.yaml").write_text("database: {url: 'postgresql+psycopg://me:canary@db/x'}\n")
    (folder / "monitor.yaml").chmod(0o640)
    assert load(folder, None, {}).warnings == (
        "config/channels.yaml: other users of this machine can read it (mode 644), and it holds the address of channel desk;"
        " chmod 600 config/channels.yaml, or use url_env or url_file",
        "config/monitor.yaml: other users of this machine can read it (mode 640), and database.url holds a password;"
        " use url_env or url_file",
    )


# ── wild input ────────────────────────────────────────────────────────────────

WORDS = ["5m", "http://a.example/", "json://a", "desk"]
PLAIN = st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=12), st.sampled_from(WORDS))
KEYS = st.sampled_from(
    ["feeds", "url", "every", "channels", "desk", "url_env", "pace", "gap", "network", "allow_addresses", "zone", "words", "x y", "0"]
)
WILD = st.recursive(PLAIN, lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(KEYS, inner, max_size=4)), max_leaves=12)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(st.sampled_from(["monitor", "feeds", "topic", "channels"]), st.one_of(st.text(max_size=60), WILD))
def test_no_content_raises_anything_but_a_settings_error(folder, name, content):
    for file, text in SMALLEST.items():
        (folder / file).write_text(text)
    text = content if isinstance(content, str) else json.dumps(content)
    (folder / f"{name}.yaml").write_bytes(text.encode("utf-8", "surrogatepass"))
    assert all(mistake.startswith("config/") for mistake in _refused(folder))


def _refused(folder):
    try:
        load(folder, None, {})
    except SettingsError as error:
        return error.mistakes or ["a mistake must be named"]
    return []
