"""One article has one canonical URL, and an entry is known again whatever a feed does to it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.domain.feeds.feed import Entry
from monitor.domain.feeds.identity import marks_of, usable_keys
from monitor.domain.feeds.url import canonical_url, is_wrapper, plain_url, unwrap

FEED = "https://news.example/rss"
PIECES = [
    "http://",
    "https://",
    "//",
    "m.",
    "www.",
    "amp.",
    "example.com",
    "/amp",
    "/",
    "?",
    "&",
    "=",
    "utm_source",
    "%",
    "%41",
    "%d0",
    "é",
    "ж",
]
PIECES += [
    "#!",
    ":80",
    ":0",
    "@",
    "\\",
    "[",
    "]",
    "[::1]",
    "..",
    ".",
    ";jsessionid=1",
    " ",
    "\ud800",
    "index.html",
    "google.com/url?url=",
    ".amp",
]
PIECES += ["cdn.ampproject.org/c/s/", "-a123", "themoscowtimes.com", "a", "+", "1"]
ADDRESSES = st.lists(st.sampled_from(PIECES), max_size=12).map("".join) | st.text(max_size=80)


@pytest.mark.parametrize(
    ("served", "canonical"),
    [
        pytest.param("http://Example.COM:80/a/", "https://example.com/a", id="scheme, host, port, slash"),
        pytest.param("https://example.com", "https://example.com/", id="a home page"),
        pytest.param("https://www.example.com/a#top", "https://example.com/a", id="www and fragment"),
        pytest.param("https://example.com/a?utm_source=x&id=7&fbclid=y", "https://example.com/a?id=7", id="tracking"),
        pytest.param("https://example.com/a?b=2&a=1", "https://example.com/a?a=1&b=2", id="sorted"),
        pytest.param("https://example.com/a?_openstat=1&from=main&ref=tg&yclid=2", "https://example.com/a", id="Russian tracking"),
        pytest.param("https://example.com/a/amp/", "https://example.com/a", id="AMP as the last part"),
        pytest.param("https://example.com/amp/a", "https://example.com/a", id="AMP as the first part"),
        pytest.param("https://example.com/a?amp=1", "https://example.com/a", id="AMP as a parameter"),
        pytest.param("https://example.com/a.amp.html", "https://example.com/a.html", id="AMP as an ending"),
        pytest.param("https://amp.example.com/a", "https://example.com/a", id="AMP host"),
        pytest.param("https://m.example.com/a", "https://example.com/a", id="mobile host"),
        pytest.param("https://ru.m.wikipedia.org/wiki/X", "https://ru.wikipedia.org/wiki/X", id="mobile in the middle"),
        pytest.param("https://m.me/page", "https://m.me/page", id="a host that is called m"),
        pytest.param("https://m.co.uk/page", "https://m.co.uk/page", id="a host that is called m under a suffix"),
        pytest.param("https://example.com/%7Euser/%d1%81", "https://example.com/~user/%D1%81", id="escapes"),
        pytest.param("https://example.com/с", "https://example.com/%D1%81", id="letters in the path"),
        pytest.param("https://байконур.рф/a", "https://xn--80abzepfpx.xn--p1ai/a", id="letters in the host"),
        pytest.param("https://example.com/a/../b//c/./d", "https://example.com/b/c/d", id="dots"),
        pytest.param("https://user:secret@example.com/a", "https://example.com/a", id="credentials never stay"),
        pytest.param(
            "https://www.themoscowtimes.com/2014/02/06/slug-of-it-a31806",
            "https://themoscowtimes.com/2014/02/06/slug-of-it",
            id="Moscow Times",
        ),
        pytest.param("https://example.com/slug-a31806", "https://example.com/slug-a31806", id="the same elsewhere"),
        pytest.param("http://itar-tass.com/en/world/688869", "https://tass.com/world/688869", id="TASS under its old name"),
        pytest.param(
            "https://www.kommersant.ru/doc/7000000?from=hotnews&x=1", "https://kommersant.ru/doc/7000000", id="Kommersant's tails"
        ),
        pytest.param("https://www.google.com/url?q=1&url=http://example.com/a%3Fid%3D1", "https://example.com/a?id=1", id="Google"),
        pytest.param("https://www.google.kz/url?q=http://example.com/a", "https://example.com/a", id="Google in Kazakhstan"),
        pytest.param(
            "http://www.bing.com/news/apiclick.aspx?tid=1&url=https%3a%2f%2fexample.com%2fa&c=2", "https://example.com/a", id="Bing"
        ),
        pytest.param("https://example-com.cdn.ampproject.org/c/s/example.com/a/amp", "https://example.com/a", id="AMP cache"),
        pytest.param("https://cdn.ampproject.org/c/s///example.com/a", "https://example.com/a", id="AMP cache, with slashes to spare"),
        pytest.param("https://cdn.ampproject.org/c/x/../s/example.com/a", "https://example.com/a", id="AMP cache, by a way round"),
        pytest.param("https://ru.m.m.example.com/a", "https://ru.example.com/a", id="the mobile site's mobile site"),
        pytest.param("https://example.com/...amp", "https://example.com/...amp", id="dots before an ending are no folder"),
        pytest.param("https://www.google.com/amp/s/m.example.com/a", "https://example.com/a", id="Google's AMP viewer"),
        pytest.param("mailto:a@example.com", "mailto:a@example.com", id="not for us"),
        pytest.param("  https://example.com/a\n", "https://example.com/a", id="blanks around"),
        pytest.param("https://[::1/x", "https://[::1/x", id="a broken address"),
    ],
)
def test_an_address_has_one_form(served, canonical):
    assert canonical_url(served) == canonical


@settings(deadline=None)  # the machine may be busy
@given(ADDRESSES)
def test_the_canonical_form_is_its_own_and_nothing_raises(address):
    once = canonical_url(address)
    assert canonical_url(once) == once
    assert unwrap(unwrap(address)) == unwrap(address)
    assert is_wrapper(address) in (True, False)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://news.google.com/rss/articles/CBMiX?oc=5", True),
        ("https://news.google.com/articles/CBMiX", True),
        ("https://news.google.com/rss/search?q=baikonur", False),
        ("https://www.google.com/url?url=https://example.com/a", False),
        ("https://example.com/rss/articles/1", False),
    ],
)
def test_only_what_cannot_be_unwrapped_is_a_wrapper(url, expected):
    assert is_wrapper(url) is expected


ENTRY = Entry("https://news.example/?p=1", "https://news.example/2026/11/18/launch", "A launch", "Text of it")


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param(ENTRY._replace(title="A launch (updated)", summary="More"), id="title and text edited"),
        pytest.param(ENTRY._replace(guid="random-9131"), id="guid changes at each poll"),
        pytest.param(ENTRY._replace(guid="random-9131", title="Edited"), id="guid and title change"),
        pytest.param(ENTRY._replace(guid=None), id="guid lost"),
        pytest.param(ENTRY._replace(link="https://news.example/moved"), id="link changes"),
        pytest.param(ENTRY._replace(link=None), id="link lost"),
        pytest.param(ENTRY._replace(guid="http://news.example/?p=1", link="http://news.example/2026/11/18/launch"), id="another scheme"),
        pytest.param(ENTRY._replace(guid="x", link=f"{ENTRY.link}/?utm_source=rss&utm_medium=1"), id="tracking parameters"),
        pytest.param(ENTRY._replace(guid="https://new.example/?p=1", link="https://new.example/2026/11/18/launch"), id="the site moved"),
        pytest.param(ENTRY._replace(published=None, author="Somebody"), id="what identifies nothing"),
    ],
)
def test_an_entry_is_known_again(changed):
    assert set(marks_of(FEED, ENTRY).keys) & set(marks_of(FEED, changed).keys)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            ENTRY, ENTRY._replace(guid="https://news.example/?p=2", link="https://news.example/b"), id="same text, other guid and link"
        ),
        pytest.param(Entry("a", None, "Weather today"), Entry("b", None, "Weather today"), id="same title, other guid, no link"),
        pytest.param(Entry(None, None, "One"), Entry(None, None, "Two"), id="nothing but titles"),
        pytest.param(
            Entry("a", "https://news.example/", "One"), Entry("b", "https://news.example/", "Two"), id="all link to the home page"
        ),
        pytest.param(Entry("a", FEED, "One"), Entry("b", FEED, "Two"), id="all link to the feed"),
        pytest.param(Entry("A" * 6000 + "1", None, "One"), Entry("A" * 6000 + "2", None, "Two"), id="guids with a long common start"),
    ],
)
def test_different_entries_share_no_key(one, other):
    assert not set(marks_of(FEED, one).keys) & set(marks_of(FEED, other).keys)


@pytest.mark.parametrize(
    "entries",
    [
        pytest.param([Entry("0", f"https://news.example/{n}", f"Title {n}") for n in range(3)], id="one guid for all"),
        pytest.param([Entry(f"g{n}", "https://news.example/live", f"Title {n}") for n in range(3)], id="one link for all"),
        pytest.param([Entry("0", "https://news.example/live", f"Title {n}") for n in range(3)], id="one guid and link for all"),
        pytest.param(
            [Entry(f"https://{h}.example/?p=7", f"https://{h}.example/?p=7", f"From {h}") for h in "abc"], id="an aggregator's paths"
        ),
    ],
)
def test_what_a_poll_shows_to_be_shared_identifies_nothing(entries):
    named = usable_keys(FEED, entries)
    keys = [set(keys) for _, keys, _ in named]
    assert [entry for entry, _, _ in named] == entries
    assert all(keys)
    assert not keys[0] & keys[1]
    assert not keys[1] & keys[2]


def test_an_entry_listed_twice_keeps_its_keys():
    (_, first, _), (_, second, _) = usable_keys(FEED, [ENTRY, ENTRY])
    assert first == second == marks_of(FEED, ENTRY).keys


def test_one_bad_guid_spoils_no_other():
    entries = [Entry("bad", None, "One"), Entry("bad", None, "Two"), Entry("good", None, "Three")]
    assert [keys[0].split(":")[0] for _, keys, _ in usable_keys(FEED, entries)] == ["text", "text", "guid"]


def test_an_entry_whose_siblings_left_the_feed_is_still_known():
    shared = [Entry(None, "https://news.example/live", f"Title {n}") for n in range(2)]
    before = {key for _, keys, _ in usable_keys(FEED, shared) for key in keys}
    ((_, after, _),) = usable_keys(FEED, shared[1:])
    assert before & set(after)


@settings(deadline=None)  # the machine may be busy
@given(
    st.builds(
        Entry, guid=st.none() | st.text(max_size=50), link=st.none() | ADDRESSES, title=st.text(max_size=30), summary=st.text(max_size=30)
    )
)
def test_every_entry_has_a_short_key(entry):
    keys = marks_of(FEED, entry).keys
    assert keys
    assert all(len(key) < 220 and key.encode("utf-8") for key in keys)


@pytest.mark.parametrize(
    ("served", "opened"),
    [
        ("http://www.example.org/a/?utm_source=rss&id=7#top", "http://www.example.org/a/?id=7"),
        ("https://www.google.com/url?url=https%3A%2F%2Fnews.example%2F1&sa=U", "https://news.example/1"),
        ("https://www.themoscowtimes.com/2014/02/06/slug-a31806", "https://www.themoscowtimes.com/2014/02/06/slug-a31806"),
        ("mailto:desk@example.org", "mailto:desk@example.org"),
    ],
)
def test_a_reader_opens_what_was_served_without_what_tracks(served, opened):
    assert plain_url(served) == opened


@given(st.text())
def test_no_address_is_too_odd_to_be_shown(text):
    assert isinstance(plain_url(text), str)
