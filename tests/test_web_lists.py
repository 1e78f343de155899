"""Long lists: they come in parts, can be narrowed, and stay small on the wire however much there is."""

import re
import socket
from urllib.parse import quote

import pytest

from monitor.domain.feeds.feed import FeedSettings
from monitor.store import feeds, tables
from monitor.web.server import bind
from monitor.web.writing import shown
from monitor.wiring import utc_now
from tests.page import page_of, settings_in

MANY = 130


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    """A page over many feeds and storylines."""
    with page_of(settings_in(tmp_path_factory.mktemp("many"))) as page:
        with page.desk.writing() as tx:
            given = [FeedSettings(f"https://p{n}.example/feed", f"feed-{n:03}", f"Газета № {n}", language="ru") for n in range(MANY)]
            feeds.sync(tx, given, utc_now())
            lines = [{"slug": f"line-{n:03}", "title": f"Байқоңыр {n}", "opened_at": utc_now()} for n in range(MANY)]
            tx.execute(tables.storylines.insert(), lines)
        yield page


@pytest.mark.parametrize(("path", "name"), [("/feeds", r"feed-\d{3}</a>"), ("/storylines", r"line-\d{3}\"")])
def test_a_long_list_comes_in_parts_that_leave_nothing_out(page, path, name):
    told, at = [], path
    while at:
        answer = page.ask(at)
        told += re.findall(name, answer.text)
        further = re.search(r'rel="next" href="([^"]+)"', answer.text)
        at = further[1].replace("&amp;", "&") if further else None
    assert len(told) == len(set(told)) == MANY


@pytest.mark.parametrize(("path", "typed", "name"), [("/feeds", "ГАЗЕТА № 77", "feed-"), ("/storylines", "байқоңыр 77", "line-")])
def test_a_long_list_is_narrowed_by_a_part_of_a_name_in_any_case(page, path, typed, name):
    told = page.ask(f"{path}?q={quote(typed)}").text
    assert set(re.findall(rf"{name}\d{{3}}", told)) == {f"{name}077"}
    assert 'rel="next"' not in told


@pytest.mark.parametrize("path", ["/feeds", "/storylines"])
def test_a_long_list_is_small_on_the_wire(page, path):
    assert len(page.ask(path, Accept_Encoding="gzip").body) < 20_000


def test_no_answer_waits_for_the_other_end_to_acknowledge_its_headers(page):
    with bind(page.desk) as listening:
        assert listening.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


@pytest.mark.parametrize(
    ("text", "expected"),
    [(" до 140 миллионов ", " до 140 миллионов "), ("за ", "за "), ("\n", "\n"), (" \u202eқ\u0007 ", " қ "), ("\u00a0", "")],
)
def test_a_part_of_a_sentence_keeps_the_spaces_beside_a_marked_word(text, expected):
    assert shown(text) == expected
