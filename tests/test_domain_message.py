"""The messages that people read: plain text and HTML of one source, and data for programs."""

import json
from dataclasses import replace
from datetime import UTC, timedelta
from html.parser import HTMLParser
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.domain.delivery import delivery_key
from monitor.domain.message import (
    Block,
    Line,
    as_text,
    compose,
    message_from_dict,
    message_to_dict,
    moment,
    render,
    render_operations,
    web_address,
    without_calls,
)
from monitor.domain.sample import render_sample
from monitor.domain.storyline import Teller
from tests.alerts import ARTICLE, CONTEXT, DESK, MINUTE, MOVED, NOON, PHONE, alert


class Reader(HTMLParser):
    """Reads HTML as a mail program does: the tags, the links, the words."""

    def __init__(self, source):
        super().__init__()
        self.tags, self.links, self.words, self.attributes = [], [], "", []
        self.feed(source)

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        self.attributes += [name for name, _ in attributes]
        self.links += [value for name, value in attributes if name in ("href", "src")]

    def handle_data(self, data):
        self.words += data


def test_the_first_line_is_old_to_new_with_the_sources_and_no_copy_of_the_subject():
    message = render(alert(), DESK)
    first = message.text.splitlines()[0]
    assert first == "“December 2025” (Old News, 10 Dec 2025) → “first launch in March 2026” (Example News, 10 Mar 2026 12:00 UTC)"
    assert not first.startswith(message.subject[:20])


def test_two_facts_of_one_sentence_are_one_point_and_a_sentence_is_not_said_twice():
    sentence = "The first launch moves to March 2026 and costs 65 million."
    moved = replace(MOVED, text=sentence, quote=sentence)
    dearer = replace(moved, kind="money", old="40 million", old_source=None, old_at=None)
    told = alert(novelties=(moved, dearer), evidence={"changed": [["December 2025", "March 2026"], ["40 million", "65 million"]]})
    text = render(told, DESK).text
    assert text.splitlines()[0].startswith("“December 2025” (Old News, 10 Dec 2025) → “March 2026” (Example News")
    assert text.count(sentence) == 1
    assert "Before: December 2025 (Old News, 10 Dec 2025) → March 2026\nBefore: 40 million → 65 million" in text


@pytest.mark.parametrize(
    ("novelties", "text", "first"),
    [
        pytest.param(
            (replace(MOVED, old=None),), "x", f"Example News, 10 Mar 2026 12:00 UTC: “{MOVED.quote}”", id="nothing old: the quote"
        ),
        pytest.param((), "It flew. Then not.", "Example News, 10 Mar 2026 12:00 UTC: “It flew.”", id="no novelty: the first sentence"),
        pytest.param((), "", "First seen at Example News, 10 Mar 2026 12:00 UTC", id="no text at all"),
    ],
)
def test_the_first_line_is_the_best_that_there_is(novelties, text, first):
    assert render(alert(replace(ARTICLE, text=text), novelties=novelties), DESK).text.splitlines()[0] == first


def test_a_message_says_what_is_new_who_says_so_where_it_belongs_and_why():
    text = render(alert(), DESK).text
    for said in (
        "• first launch in March 2026",
        "Before: December 2025 (Old News, 10 Dec 2025)",
        f"> “{MOVED.quote}”",
        "First: Example News, 10 Mar 2026 12:00 UTC (en). Also: Second. 2 outlets, 1 origin: Example News.",
        "Baiterek, the pad. First movement in 214 days, since 8 Aug 2025.",
        "Continues your seed “Foot-dragging”\nhttps://seed.example/2014",
        "Matched: names Baiterek; word launch",
        "Level push: a date moved",
        "Article: Soyuz-5 is put off again (Example News)\nhttps://news.example/launch",
        "monitor storylines show baiterek",
        "monitor why 7",
        "#baiterek#2026-03-10-1 · " + delivery_key("baiterek#2026-03-10-1", "push", "desk", "https://news.example/launch")[:8],
    ):
        assert said in text


@pytest.mark.parametrize(
    ("changes", "context", "said"),
    [
        pytest.param({"placement": "opening"}, CONTEXT, "A new storyline begins here.", id="an opening"),
        pytest.param({}, replace(CONTEXT, last_moved=None), "First development.", id="a dossier without a past"),
        pytest.param(
            {}, replace(CONTEXT, last_moved=NOON - timedelta(hours=3)), "Moved earlier the same day, since 10 Mar 2026.", id="a busy day"
        ),
        pytest.param(
            {}, replace(CONTEXT, last_moved=NOON - timedelta(hours=30)), "First movement in 1 day, since 9 Mar 2026.", id="one day"
        ),
        pytest.param({"rumour": True}, CONTEXT, "Unconfirmed: no source that you trust", id="a rumour"),
        pytest.param(
            {"novelties": ()}, CONTEXT, "Last state: “first launch in December 2025”", id="the last state, where no novelty tells it"
        ),
        pytest.param({}, replace(CONTEXT, tellers=CONTEXT.tellers[1:]), "Nobody else so far.", id="a single source"),
        pytest.param(
            {},
            replace(CONTEXT, tellers=tuple(Teller(f"P{n}", "TASS", NOON, "ru", "https://p.example") for n in range(9))),
            "Also: P1, P2, P3, P4, P5 +3. 9 outlets, 1 origin: TASS.",
            id="many that repeat one",
        ),
    ],
)
def test_a_message_says_what_is_special(changes, context, said):
    assert said in render(alert(context=context, **changes), DESK).text


def test_plain_text_and_html_say_the_same_words():
    message = render(alert(), DESK)
    in_html = " ".join(Reader(message.html).words.split())
    for line in message.text.splitlines():
        if line and not line.startswith("http"):
            assert " ".join(line.removeprefix("> ").split()).casefold() in in_html.casefold()


def test_html_loads_nothing_runs_nothing_and_sets_no_colours():
    page = Reader(render(alert(), DESK).html)
    assert not {"img", "script", "link", "iframe", "style", "form"} & set(page.tags)
    assert set(page.links) == {"https://news.example/launch", "https://seed.example/2014"}
    html = render(alert(), DESK).html
    assert "color-scheme" in html
    assert "16px" in html
    assert "background" not in html


EVIL = "<script>alert(1)</script><img src=x onerror=y>\" onclick='z' &lt;b&gt; {{7*7}} %s {0}"


def test_markup_from_outside_is_shown_and_never_obeyed():
    wild = replace(ARTICLE, title=EVIL, publisher=EVIL, url='https://x.example/"onmouseover="z')
    message = render(
        alert(
            wild, replace(CONTEXT, title=EVIL, seed_url="javascript:alert(1)"), novelties=(replace(MOVED, text=EVIL, quote=EVIL, old=EVIL),)
        ),
        DESK,
    )
    page = Reader(message.html)
    assert not {"script", "img", "b"} & set(page.tags)
    assert not {"onerror", "onclick", "onmouseover"} & set(page.attributes)
    assert page.links == []
    assert "<script>alert(1)</script>" in page.words
    assert "{{7*7}} %s {0}" in message.text


@given(st.text(max_size=300))
def test_any_text_gives_a_clean_message(wild):
    message = compose("k" * 32, wild, (Block(wild, (Line(wild, url=wild),)),), wild, None, {})
    assert len(message.subject) <= 110
    assert "\n" not in message.subject
    assert not {"script", "img", "a"} & set(Reader(message.html).tags)
    for form in (message.text, message.html, message.subject):
        form.encode("utf-8")
        assert "\x00" not in form
        assert "\x1b" not in form


def test_no_message_is_large():
    blocks = [Block("h", (Line("long " * 2000),))] * 100
    message = compose("k", "s", blocks, "m", None, {})
    assert len(message.text) <= 30_000


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.example/x?y=1&z=ә", "https://a.example/x?y=1&z=ә"),
        ("HTTP://a.example", "HTTP://a.example"),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("https://a.example/ b", None),
        ('https://a.example/">x', None),
        ("", None),
        (None, None),
    ],
)
def test_only_web_addresses_become_links(url, expected):
    assert web_address(url) == expected


@pytest.mark.parametrize(
    "call",
    ["@everyone", "@here", "<!channel>", "<!here|x>", "<@123>", "<@&99>", "<@!1>", "<#C024>", "@room", "[news](https://evil.example)"],
)
def test_what_would_ring_everybody_in_a_chat_is_broken(call):
    broken = without_calls(f"say {call} now")
    assert call not in broken
    assert broken.replace("\u200b", "") == f"say {call} now"


def test_the_data_of_an_alert_says_it_all_to_programs():
    message = render(alert(), DESK)
    data = json.loads(json.dumps(dict(message.data)))
    assert data["key"] == message.key == delivery_key("baiterek#2026-03-10-1", "push", "desk", "https://news.example/launch")
    assert data["schema"] == "monitor.message/1"
    assert (data["message_kind"], data["level"], data["storyline"]) == ("alert", "push", "baiterek")
    assert data["development"] == "baiterek#2026-03-10-1"
    assert data["novelties"][0]["old"] == "December 2025"
    assert data["url"] == "https://news.example/launch"
    assert data["article"] == {
        "id": 7,
        "url": "https://news.example/launch",
        "title": "Soyuz-5 is put off again",
        "publisher": "Example News",
        "language": "en",
        "published": "2026-03-10T12:00:00+00:00",
    }
    assert (data["of"], data["reasons"]) == (3, ["names Baiterek", "word launch"])


def test_a_message_is_the_same_after_a_json_column():
    message = render(alert(), DESK)
    assert message_from_dict(json.loads(json.dumps(message_to_dict(message)))) == message


def test_each_channel_and_level_has_a_key_of_its_own():
    keys = {render(told, channel).key for told in (alert(), alert(level="digest")) for channel in (DESK, PHONE)}
    assert len(keys) == 4


def test_moments_are_told_by_the_users_clock():
    assert moment(NOON, UTC) == "10 Mar 2026 12:00 UTC"
    assert moment(NOON, ZoneInfo("Asia/Almaty")) == "10 Mar 2026 17:00 +05"


def test_a_sample_says_that_it_is_one_and_tries_the_letters():
    message = render_sample(DESK, NOON)
    assert message.subject.startswith("SAMPLE: ")
    assert "ә ғ қ ң ө ұ ү һ і" in message.subject
    assert "nothing happened" in message.text
    assert (message.data["message_kind"], message.thread) == ("sample", None)
    assert message.key != render_sample(DESK, NOON + MINUTE).key


def test_a_message_about_the_monitor_itself_says_so_and_what_to_do():
    message = render_operations("k" * 32, "3 feeds fail", ["timesca: 403"], "monitor feeds list")
    assert message.subject == "SYSTEM: 3 feeds fail"
    assert message.text.splitlines()[0] == "timesca: 403"
    assert "monitor feeds list" in message.text


def test_blocks_without_lines_leave_no_heading():
    assert "EMPTY" not in compose("k", "s", [Block("Empty", ()), Block("Full", (Line("x"),))], "m", None, {}).text
    assert as_text([Block("Full", (Line("x"),))], "m") == "FULL\nx\n\n#m"
