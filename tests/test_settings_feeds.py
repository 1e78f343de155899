"""The feeds that are shipped, and how feeds are added to a file without harm to it."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import yaml

from monitor.adapters.feeds.json_feed import read_json_list
from monitor.domain.feeds.feed import FeedKind
from monitor.errors import SettingsError
from monitor.settings import load
from monitor.settings.edit import NewFeed, add_feeds
from monitor.settings.feeds import name_of
from monitor.settings.places import shipped

LIST = Path(__file__).parents[2] / "shared" / "domain" / "feeds.yaml"


@pytest.fixture(scope="module")
def shipped_settings():
    return load(shipped("config"), None, {})


def named(loaded):
    return {feed.name: feed for feed in (*loaded.feeds, *loaded.feeds_off)}


# ── those shipped ─────────────────────────────────────────────────────────────


def test_thirty_three_feeds_are_on_and_the_others_are_off(shipped_settings):
    assert (len(shipped_settings.feeds), len(shipped_settings.feeds_off)) == (33, 61)


@pytest.mark.skipif(not LIST.exists(), reason="the list of sources is not beside the project")
def test_every_feed_of_the_list_of_sources_is_there_under_its_address(shipped_settings):
    wanted = [one for one in yaml.safe_load(LIST.read_text(encoding="utf-8"))["feeds"] if one["format"] != "html"]
    assert {(one["id"], one["url"], one["language"]) for one in wanted} == {
        (name, feed.url, feed.language) for name, feed in named(shipped_settings).items()
    }
    assert {one["id"] for one in wanted if one["recommended_default"]} == {feed.name for feed in shipped_settings.feeds}


def test_each_shipped_feed_says_where_it_comes_from(shipped_settings):
    for feed in named(shipped_settings).values():
        assert feed.language, feed.name
        assert feed.country, feed.name
        assert feed.publisher != name_of(feed.url), feed.name
        assert timedelta(minutes=5) <= feed.every <= timedelta(days=1), feed.name


@pytest.mark.parametrize(
    ("name", "setting", "expected"),
    [
        pytest.param("tass_en", "every", timedelta(minutes=5), id="a wire is asked every five minutes"),
        pytest.param("tengrinews_ru", "every", timedelta(minutes=15), id="a portal every quarter of an hour"),
        pytest.param("spacepolicyonline", "every", timedelta(hours=1), id="a trade site every hour"),
        pytest.param("gdelt_en", "every", timedelta(minutes=30), id="a search every half hour"),
        pytest.param("astana_times", "every", timedelta(minutes=15), id="one that lists ten entries before it loses some"),
        pytest.param("launch_library", "every", timedelta(hours=1), id="a data service within its free calls"),
        pytest.param("govkz_maidd", "kind", FeedKind.JSON, id="the ministry answers in JSON"),
        pytest.param("govkz_maidd", "trust", "official", id="and is official"),
        pytest.param("tengrinews_en_map", "kind", FeedKind.SITEMAP, id="a sitemap"),
        pytest.param("interfax_ru", "trust", "agency", id="a wire"),
        pytest.param("gnews_ru", "trust", "aggregator", id="a search"),
        pytest.param("mastodon_tag", "trust", "unlisted", id="posts of anybody"),
        pytest.param("bellona", "country", "NO", id="Norway is no truth value"),
        pytest.param("kazinform_en", "publisher", "Kazinform", id="editions of one publisher count once"),
        pytest.param("launch_library", "text", "data", id="a feed of data"),
    ],
)
def test_a_shipped_feed_has_what_its_publisher_calls_for(shipped_settings, name, setting, expected):
    assert getattr(named(shipped_settings)[name], setting) == expected


@pytest.mark.parametrize("name", ["tass_en", "tass_ru", "timesca"])
def test_those_that_refuse_robots_are_asked_as_a_browser_would(shipped_settings, name):
    assert "Chrome/" in (named(shipped_settings)[name].user_agent or "")


def test_json_feeds_say_where_title_and_link_stand(shipped_settings):
    for feed in named(shipped_settings).values():
        assert (feed.kind is FeedKind.JSON) == bool(feed.fields), feed.name
        if feed.fields:
            assert {"id", "title", "link", "published"} <= set(feed.fields), feed.name
            assert feed.headers["accept"] == "application/json", feed.name


MINISTRY = [{"id": 1071, "title": "Заголовок", "body": "<p>Текст</p>", "created_date": "2026-11-20T09:30:00.000+05:00", "slug": "x"}]
NEWS_API = {
    "count": 1,
    "results": [
        {
            "id": 38168,
            "title": "Title",
            "url": "https://outlet.example/story",
            "news_site": "Outlet",
            "summary": "Summary.",
            "published_at": "2026-11-20T04:30:00Z",
        }
    ],
}
LIBRARY = {
    "results": [
        {
            "id": 851,
            "url": "https://ll.thespacedevs.com/2.3.0/events/851/",
            "name": "Title",
            "description": "Summary.",
            "date": "2027-01-05T00:00:00Z",
            "last_updated": "2026-11-20T04:30:00Z",
        }
    ]
}


@pytest.mark.parametrize(
    ("name", "answer", "link", "publisher"),
    [
        pytest.param(
            "govkz_maidd", MINISTRY, "https://www.gov.kz/memleket/entities/maidd/press/news/details/1071?lang=ru", None, id="ministry"
        ),
        pytest.param("snapi", NEWS_API, "https://outlet.example/story", "Outlet", id="news of thirty outlets"),
        pytest.param("launch_library", LIBRARY, "https://ll.thespacedevs.com/2.3.0/events/851/", None, id="planned dates"),
    ],
)
def test_the_paths_of_a_json_feed_lead_to_what_its_service_answers(shipped_settings, name, answer, link, publisher):
    (entry,) = read_json_list(json.dumps(answer), named(shipped_settings)[name]).entries
    assert (entry.link, entry.publisher) == (link, publisher)
    assert entry.title in ("Title", "Заголовок")
    assert entry.summary or entry.content
    assert entry.published == datetime(2026, 11, 20, 4, 30, tzinfo=UTC)


# ── names ─────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("url", "name"),
    [
        pytest.param("https://www.example.org/rss/news.xml", "example.org-rss-news.xml", id="host and path"),
        pytest.param("http://127.0.0.1:8000/a.xml", "127.0.0.1-8000-a.xml", id="a port"),
        pytest.param("https://пример.рф/", "feed", id="nothing that can be written"),
        pytest.param("https://example.org/" + "a" * 300, "example.org-" + "a" * 48, id="too long"),
    ],
)
def test_a_feed_without_a_name_is_named_after_its_address(url, name):
    assert name_of(url) == name


def test_names_made_from_addresses_do_not_meet(tmp_path):
    file = settings_with(tmp_path, "feeds:\n  - url: http://a.example/x?q=1\n  - url: http://a.example/x?q=2\n")
    assert [feed.name for feed in load(file.parent, None, {}).feeds] == ["a.example-x", "a.example-x-2"]


# ── adding ────────────────────────────────────────────────────────────────────

NEW = "https://new.example/feed?a=[1]&b={2}#x:y"


def settings_with(folder, text):
    (folder / "feeds.yaml").write_text(text, encoding="utf-8")
    (folder / "topic.yaml").write_text("words: [acmecorp]\n")
    return folder / "feeds.yaml"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("# mine\nfeeds:\n  - url: http://a.example/x  # the first\n    every: 5m\n\n  # the end\n", id="a list"),
        pytest.param("feeds:\n- url: http://a.example/x", id="a list at the margin, without a last line end"),
        pytest.param("feeds: [{url: 'http://a.example/x', every: 5m}]\n", id="a list in brackets"),
        pytest.param("feeds: [{url: 'http://a.example/x'},]\n", id="with a comma at the end"),
        pytest.param("feeds:\n  - url: http://a.example/x\n    headers:\n      x-a: b\n# after\n", id="a mapping at the end of a feed"),
        pytest.param("feeds:\n  - {url: 'http://a.example/x',\n     every: 5m}\n", id="a feed in braces over two lines"),
        pytest.param("feeds:\n  # - url: http://b.example/x\n", id="nothing but comments"),
        pytest.param("feeds: []\n", id="an empty list"),
        pytest.param("# nothing yet\n", id="no list"),
        pytest.param("", id="an empty file"),
    ],
)
def test_a_feed_is_added_and_every_other_line_stays(tmp_path, text):
    file = settings_with(tmp_path, text)
    before = [feed.url for feed in load(tmp_path, None, {}).feeds]
    assert add_feeds(tmp_path, [NewFeed(NEW, "new", "15m"), NewFeed("https://other.example/")]) == [NEW, "https://other.example/"]

    feeds = load(tmp_path, None, {}).feeds
    assert [feed.url for feed in feeds] == [*before, NEW, "https://other.example/"]
    assert (feeds[-2].name, feeds[-2].every) == ("new", timedelta(minutes=15))
    after = file.read_text(encoding="utf-8")
    assert all(line.strip("[]\n") in after for line in text.splitlines() if "]" not in line)


def test_a_feed_that_is_there_is_not_added_again(tmp_path):
    settings_with(tmp_path, "feeds:\n  - url: http://a.example/x\n")
    assert add_feeds(tmp_path, [NewFeed("https://a.example/x"), NewFeed(NEW), NewFeed(NEW)]) == [NEW]
    with pytest.raises(SettingsError, match=r"already has https://a\.example/x"):
        add_feeds(tmp_path, [NewFeed("https://a.example/x")])


@pytest.mark.parametrize(
    ("feed", "reason"),
    [
        pytest.param(NewFeed("ftp://a.example/"), "is no address", id="another kind of address"),
        pytest.param(NewFeed(NEW, every="often"), "is no duration", id="no duration"),
        pytest.param(NewFeed(NEW, name="a"), "is already the name of the feed on line 2", id="a name that is taken"),
        pytest.param(NewFeed(NEW, name='a"\n- b'), "must be a short name", id="a name that breaks out"),
    ],
)
def test_a_feed_with_a_mistake_leaves_the_file_as_it_was(tmp_path, feed, reason):
    file = settings_with(tmp_path, "feeds:\n  - {url: http://a.example/x, name: a}\n")
    before = file.read_bytes()
    with pytest.raises(SettingsError, match=reason):
        add_feeds(tmp_path, [feed])
    assert file.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir() if one.suffix == ".new"] == []


def test_the_shipped_feeds_are_not_written_to():
    with pytest.raises(SettingsError, match="these settings came with the program; `monitor init config` writes some of your own"):
        add_feeds(shipped("config"), [NewFeed(NEW)])
