"""The demo's press: its feeds are real feeds, its pages real pages, and its texts what they claim to be."""

import gzip
import json
import re
from datetime import timedelta
from urllib.error import HTTPError
from urllib.parse import parse_qs, urlsplit
from urllib.request import Request, urlopen
from xml.etree import ElementTree

import feedparser
import pytest

from monitor.adapters.feeds import parse_feed
from monitor.adapters.pages import read_page
from monitor.demo.press import link_to, piece_path
from monitor.demo.server import Web
from monitor.demo.setup import feed_settings
from monitor.demo.week import END, START, Piece, outlets, pieces, published_by

HOUR = timedelta(hours=1)
READABLE = [piece for piece in pieces().values() if not piece.points_to]


@pytest.fixture(scope="module")
def web():
    with Web() as served:
        served.advance(END)
        yield served


def get(url: str, **headers: str):
    with urlopen(Request(url, headers={name.replace("_", "-"): value for name, value in headers.items()}), timeout=10) as response:
        return response.read(), dict(response.headers)


def lower(headers: dict[str, str]) -> dict[str, str]:
    return {name.lower(): value for name, value in headers.items()}


# ── the week ──────────────────────────────────────────────────────────────────


def test_the_week_has_the_size_and_the_tongues_that_we_promise():
    in_week = [piece for piece in pieces().values() if START <= piece.at < END]
    languages = {outlets()[piece.outlet].language for piece in in_week}
    assert len(outlets()) >= 12
    assert len(in_week) >= 85
    assert languages == {"en", "ru", "kk"}
    assert {outlet.flavour for outlet in outlets().values()} == {"rss", "rss-full", "atom", "rdf", "jsonfeed", "json", "sitemap"}


def test_every_feed_has_something_to_list_at_the_first_poll():
    assert all(published_by(key, START) for key in outlets())
    assert sum(len(published_by(key, START)) for key in outlets()) >= 10


@pytest.mark.parametrize("piece", pieces().values(), ids=lambda piece: piece.id)
def test_a_piece_points_only_to_pieces_that_were_published_before_it(piece):
    for other in filter(None, (piece.of, piece.points_to)):
        assert pieces()[other].at <= piece.at, f"{piece.id} cannot know {other}"


def test_a_copy_with_a_changed_value_differs_from_its_source_in_that_value_only():
    told, retold = pieces()["landed"], pieces()["landed-rassvet"]
    assert retold.paragraphs[1:] == told.paragraphs[1:]
    assert retold.paragraphs[0] == told.paragraphs[0].partition("/. ")[2].replace("147", "174")


def test_no_two_pieces_of_an_outlet_share_an_address():
    addresses = [(piece.outlet, piece_path(piece)) for piece in READABLE]
    assert len(addresses) == len(set(addresses))


# ── the feeds ─────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("outlet", outlets().values(), ids=lambda outlet: outlet.id)
def test_our_own_reader_finds_every_piece_in_every_flavour(outlet, web):
    body, headers = get(web.feed_url(outlet))
    parsed = parse_feed(body, lower(headers), feed_settings(outlet, web))
    listed = published_by(outlet.id, END)
    assert [entry.title for entry in parsed.entries] == [piece.title for piece in listed]
    assert [entry.link for entry in parsed.entries] == [link_to(piece, web.origins) for piece in listed]
    assert [entry.published for entry in parsed.entries] == [piece.at for piece in listed]


@pytest.mark.parametrize(
    "outlet", [one for one in outlets().values() if one.flavour in ("rss", "rss-full", "atom", "rdf")], ids=lambda outlet: outlet.id
)
def test_feedparser_has_nothing_to_complain_about(outlet, web):
    body, headers = get(web.feed_url(outlet))
    parsed = feedparser.parse(body, response_headers=lower(headers))
    assert not parsed.bozo
    assert parsed.encoding.lower() == outlet.encoding
    assert len(parsed.entries) == len(published_by(outlet.id, END))


def test_a_windows_1251_feed_is_windows_1251_in_every_byte(web):
    body, headers = get(web.feed_url(outlets()["vestnik"]))
    assert body.startswith(b'<?xml version="1.0" encoding="windows-1251"?>')
    assert "charset=windows-1251" in headers["Content-Type"]
    assert "«Союз-5»" in body.decode("cp1251")
    with pytest.raises(UnicodeDecodeError):
        body.decode("utf-8")


def test_json_and_sitemap_are_what_they_are_called(web):
    feed = json.loads(get(web.feed_url(outlets()["syr"]))[0])
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    rows = json.loads(get(web.feed_url(outlets()["office"]))[0])
    assert len(rows["data"]["list"]) == len(published_by("office", END))
    sitemap = ElementTree.fromstring(get(web.feed_url(outlets()["toretam"]))[0])
    assert len(sitemap) == len(published_by("toretam", END))


def test_the_full_text_feed_carries_the_whole_text(web):
    body, _ = get(web.feed_url(outlets()["ledger"]))
    contents = [entry.content[0].value for entry in feedparser.parse(body).entries]
    for content, piece in zip(contents, published_by("ledger", END), strict=True):
        assert piece.paragraphs[-1][:40] in content


def test_an_aggregator_hides_the_address_of_the_article_in_its_own(web):
    for piece in published_by("skim", END):
        link = link_to(piece, web.origins)
        assert link.startswith(("http://www.bing.com/", "https://news.google.com/rss/articles/"))
        if "bing" in link:
            inner = parse_qs(urlsplit(link).query)["url"][0]
            assert pieces()[piece.points_to].title in get(inner)[0].decode()


def test_guids_are_kept_changed_or_left_out_as_the_outlet_does(web):
    def guids(outlet: str) -> list[str | None]:
        return [entry.get("id") for entry in feedparser.parse(get(web.feed_url(outlets()[outlet]))[0]).entries]

    with Web() as earlier:
        earlier.advance(END - timedelta(days=2))
        before = {entry.link.rpartition("/")[2]: entry.id for entry in _entries(earlier, "horizon")}
    after = {entry.link.rpartition("/")[2]: entry.id for entry in _entries(web, "horizon")}
    assert all(after[link] != guid for link, guid in before.items())
    assert not any(guids("polden"))
    assert all(guid.isdigit() for guid in guids("tribuna"))


def _entries(web: Web, outlet: str):
    return feedparser.parse(get(web.feed_url(outlets()[outlet]))[0]).entries


# ── the server ────────────────────────────────────────────────────────────────


def test_the_clock_decides_what_is_published():
    with Web() as web:
        first = _entries(web, "steppe-ru") + _entries(web, "steppe-en")
        web.advance(START + 9 * HOUR)
        later = _entries(web, "steppe-ru") + _entries(web, "steppe-en")
        web.advance(START)
        assert _entries(web, "steppe-ru")[0].title == "Второй пуск «Союза-5» перенесли с декабря на 25 февраля"
    assert len(later) == len(first) + 2


def test_a_page_that_is_not_published_yet_is_not_found():
    with Web() as web, pytest.raises(HTTPError) as refusal:
        get(link_to(pieces()["slip-en"], web.origins))
    assert refusal.value.code == 404
    refusal.value.close()


@pytest.mark.parametrize(("name", "header"), [("ETag", "If_None_Match"), ("Last-Modified", "If_Modified_Since")])
def test_what_the_client_has_is_not_sent_again(name, header, web):
    url = web.feed_url(outlets()["caspian"])
    _, headers = get(url)
    with pytest.raises(HTTPError) as answer:
        get(url, **{header: headers[name]})
    assert answer.value.code == 304
    answer.value.close()


def test_a_client_that_takes_gzip_gets_it(web):
    url = web.feed_url(outlets()["caspian"])
    plain, _ = get(url)
    packed, headers = get(url, Accept_Encoding="gzip, br")
    assert headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed) == plain


# ── the pages ─────────────────────────────────────────────────────────────────

NOISE = [
    "cookie",
    "Reprinting only",
    "Перепечатка",
    "белсенді сілтеме",
    "Sign up for our morning letter",
    "guest0",
]


def _page(piece: Piece, web: Web) -> tuple[bytes, dict[str, str]]:
    body, headers = get(link_to(piece, web.origins))
    return body, lower(headers)


@pytest.mark.parametrize("piece", READABLE, ids=lambda piece: piece.id)
def test_a_page_holds_the_article_among_boilerplate(piece, web):
    body, headers = _page(piece, web)
    encoding = re.search(r"charset=([\w-]+)", headers["content-type"])
    html = body.decode(encoding.group(1))
    assert all(text[:30].replace("&", "&amp;") in html for text in piece.paragraphs)
    assert "cookie" in html or outlets()[piece.outlet].layout == "official"
    assert "Перепечатка" in html or "Reprinting" in html or "белсенді сілтеме" in html


@pytest.mark.parametrize("piece", READABLE[::5], ids=lambda piece: piece.id)
def test_our_own_reader_takes_the_article_and_leaves_the_boilerplate(piece, web):
    outlet = outlets()[piece.outlet]
    body, headers = _page(piece, web)
    page = read_page(body, headers, link_to(piece, web.origins), outlet.language)
    found = " ".join(page.text.split())
    told = [sum(len(part) for part in text.split()) for text in piece.paragraphs if text[:40] in found]
    assert sum(told) >= 0.8 * sum(len(part) for text in piece.paragraphs for part in text.split())
    assert not [noise for noise in NOISE if noise in found]
    assert page.title == piece.title
