"""Alerts as people read them: plain text and HTML of one source, and data for programs."""

import json
import re
from dataclasses import replace
from datetime import timedelta

import pytest

from monitor.domain.alerts.alert import Earlier
from monitor.domain.alerts.delivery import delivery_key
from monitor.domain.alerts.message import Links, message_from_dict, message_to_dict, web_address
from monitor.domain.alerts.rendering.alerts import render
from monitor.domain.alerts.rendering.plain import as_text
from monitor.domain.alerts.rendering.samples import render_sample
from monitor.domain.judging.storyline import Novelty, Statement, Teller
from tests.alerts import ARTICLE, CONTEXT, DAY, DESK, MINUTE, MOVED, NOON, PHONE, alert
from tests.reading_mail import Reader


def test_the_first_line_is_old_to_new_with_the_sources_and_no_copy_of_the_subject():
    message = render(alert(), DESK)
    first = message.text.splitlines()[0]
    assert first == "December 2025 (Old News, 10 Dec 2025) → first launch in March 2026"
    assert not first.startswith(message.subject[:20])


SENATE = "The Senate passed the protocol, which gives Baikonur 90.8 billion tenge for the next three years, its press service said."


@pytest.mark.parametrize(
    ("quotes", "title", "first"),
    [
        pytest.param(
            [SENATE, "Three launches a year stay guaranteed."], "x", "“…three years, its press service said.”",
            id="a sentence goes on where the subject was cut",
        ),
        pytest.param(
            ["The Senate passed the protocol on Baiterek.", "Three launches a year stay guaranteed."], "x",
            "“Three launches a year stay guaranteed.”", id="one that the subject holds whole gives way to the next",
        ),
        pytest.param(["The Senate passed the protocol on Baiterek."], "Vote on the pad", "“Vote on the pad”", id="or to the headline"),
        pytest.param(
            ["The Senate passed the protocol on Baiterek."], "The Senate passed the protocol on Baiterek",
            "First seen at Example News, 10 Mar 12:00", id="where that is the same, too, nothing is quoted",
        ),
    ],
)  # fmt: skip
def test_the_first_line_says_what_the_subject_does_not(quotes, title, first):
    novelties = tuple(Novelty("event", quote, quote) for quote in quotes)
    message = render(alert(replace(ARTICLE, title=title), novelties=novelties), DESK)
    line, _, rest = message.text.partition("\n\n")
    assert first in " ".join(line.split())
    assert " ".join(quotes[0].split()) in " ".join(rest.replace("> ", "").split()), "it stands whole below"


def test_nor_does_it_where_there_is_no_room_for_the_tag():
    told = alert(novelties=(Novelty("event", SENATE, SENATE),), development="a-storyline-with-a-long-name-" * 3 + "#2026-03-10-1")
    message = render(told, DESK)
    assert "[" not in message.subject
    assert message.text.startswith("Example News, 10 Mar 12:00: “…")


def test_two_facts_of_one_sentence_are_one_point_and_a_sentence_is_not_said_twice():
    sentence = "The first launch moves to March 2026 and costs 65 million."
    moved = replace(MOVED, text=sentence, quote=sentence)
    dearer = replace(moved, kind="money", old="40 million", old_source=None, old_at=None)
    told = alert(novelties=(moved, dearer), evidence={"changed": [["December 2025", "March 2026"], ["40 million", "65 million"]]})
    text = render(told, DESK).text
    assert text.splitlines()[0] == "December 2025 (Old News, 10 Dec 2025) → March 2026 (Example News, 10 Mar"
    assert text.count(sentence) == 1
    assert "Before:  December 2025 (Old News, 10 Dec 2025) → March 2026\nBefore:  40 million → 65 million" in text


@pytest.mark.parametrize(
    ("novelties", "text", "first"),
    [
        pytest.param((replace(MOVED, old=None),), "x", f"Example News, 10 Mar 12:00: “{MOVED.quote}”", id="nothing old: the quote"),
        pytest.param((), "It flew. Then not.", "Example News, 10 Mar 12:00: “It flew.”", id="no novelty: the first sentence"),
        pytest.param((), "", "First seen at Example News, 10 Mar 12:00", id="no text at all"),
    ],
)
def test_the_first_line_is_the_best_that_there_is(novelties, text, first):
    assert render(alert(replace(ARTICLE, text=text), novelties=novelties), DESK).text.split("\n\n")[0].replace("\n", " ") == first


def test_a_message_says_what_is_new_who_says_so_where_it_belongs_and_why():
    text = render(alert(), DESK).text
    for said in (
        "• first launch in March 2026",
        "Before:  December 2025 (Old News, 10 Dec 2025)",
        f"> “{MOVED.quote}”",
        "First:     Example News (en), 10 Mar 2026 12:00 UTC",
        "Also:      Second (ru) +0:01",
        "In all:    2 outlets, 1 origin: Example News",
        "Headline:  Soyuz-5 is put off again",
        "Baiterek, the pad\nMoved:  first in 214 days, since 8 Aug 2025",
        "Seed:   “Foot-dragging”\n        https://seed.example/2014",
        "Matched:  names Baiterek; word launch",
        "Level:    push: a date moved",
        "Read the article: https://news.example/launch",
        "monitor storylines show baiterek",
        "monitor why 7",
        "#baiterek#2026-03-10-1 · " + delivery_key("baiterek#2026-03-10-1", "push", "desk", "https://news.example/launch")[:8],
    ):
        assert said in text


SAID = Statement("Launch called off", "Old News", NOON - 2 * DAY, 3)
EARLIER = Earlier("baiterek#2026-03-09-1", "first launch in May 2026 [baiterek#2026-03-09-1]", NOON - DAY)


@pytest.mark.parametrize(
    ("changes", "context", "said"),
    [
        pytest.param({"placement": "opening"}, replace(CONTEXT, last_moved=None), "a new storyline begins here", id="an opening"),
        pytest.param(
            {"placement": "opening"}, CONTEXT, "first in 214 days, since 8 Aug 2025", id="a first article where a dossier tells more"
        ),
        pytest.param({}, replace(CONTEXT, last_moved=None), "first development", id="a dossier without a past"),
        pytest.param({}, replace(CONTEXT, last_moved=NOON - timedelta(hours=3)), "earlier the same day, 10 Mar 2026", id="a busy day"),
        pytest.param({}, replace(CONTEXT, last_moved=NOON - timedelta(hours=30)), "first in 1 day, since 9 Mar 2026", id="one day"),
        pytest.param({"rumour": True}, CONTEXT, "Unconfirmed: no source that you trust", id="a rumour"),
        pytest.param({"novelties": (replace(MOVED, kind="denial"),)}, CONTEXT, "This denies what was told before.", id="a denial"),
        pytest.param({"novelties": (replace(MOVED, kind="conflict"),)}, CONTEXT, "is told in two versions", id="a contradiction"),
        pytest.param({"novelties": (replace(MOVED, kind="quote-claim"),)}, CONTEXT, "nobody has confirmed it", id="a claim"),
        pytest.param({"novelties": (replace(MOVED, kind="correction"),)}, CONTEXT, "The source corrects", id="a correction of another's"),
        pytest.param(
            {"novelties": (Novelty("event", "It flew.", "It flew."),), "before": SAID},
            CONTEXT,
            "Before:  “Launch called off” (Old News, 8 Mar 2026)",
            id="what was said last of the matter",
        ),
        pytest.param({"novelties": ()}, CONTEXT, "Last:   “first launch in December 2025”", id="the last state, where no novelty tells it"),
        pytest.param({}, replace(CONTEXT, tellers=CONTEXT.tellers[1:]), "; nobody else so far", id="a single source"),
        pytest.param(
            {},
            replace(CONTEXT, tellers=tuple(Teller(f"P{n}", "TASS", NOON + n * MINUTE, "ru", "https://p.example") for n in range(9))),
            "P1 (ru) +0:01, P2 (ru) +0:02, P3 (ru) +0:03, P4 (ru) +0:04 (+4)",
            id="many that repeat one",
        ),
        pytest.param(
            {},
            replace(CONTEXT, tellers=tuple(Teller(f"P{n}", "TASS", NOON, "ru", "https://p.example") for n in range(3))),
            "3 outlets, 1 origin: TASS",
            id="counted by origin",
        ),
        pytest.param(
            {},
            replace(CONTEXT, tellers=(*CONTEXT.tellers, Teller("Late", None, NOON + 5 * DAY, "kk", "https://l.example"))),
            "+5 d",
            id="late",
        ),
    ],
)
def test_a_message_says_what_is_special(changes, context, said):
    assert said in unwrapped(render(alert(context=context, **changes), DESK).text)


def test_why_it_matched_names_each_entity_once_where_it_stands_foremost():
    reasons = tuple(f"{name} in the {where} (“{name}”)" for name in ("Soyuz-5", "Baiterek") for where in ("title", "lead", "text"))
    text = render(replace(alert(), reasons=reasons), DESK).text
    assert "Matched:  Soyuz-5 in the title (“Soyuz-5”); Baiterek in the title (“Baiterek”)\n" in unwrapped(text)


def unwrapped(text):
    """Join what the width of plain text parted, but for what is aligned."""
    return re.sub(r"\n +", " ", text)


@pytest.mark.parametrize(
    ("relation", "old", "said"),
    [
        pytest.param("corrects", "May 2026", "This corrects our alert of 9 Mar 2026: first launch in May", id="our own alert was wrong"),
        pytest.param("corrects", None, "This correction concerns our alert of 9 Mar 2026: first launch", id="or perhaps another's report"),
        pytest.param("updates", "May 2026", "This adds to our alert of 9 Mar 2026 12:00 UTC: first launch", id="there is more"),
    ],
)
def test_a_message_says_what_it_has_to_do_with_an_earlier_one_and_hangs_on_it(relation, old, said):
    told = alert(novelties=(replace(MOVED, kind="correction" if relation == "corrects" else "date", old=old),))
    message = render(replace(told, **{relation: replace(EARLIER, messages={"desk": "k" * 32})}), DESK)
    assert said in message.text.replace("\n", " ")
    assert message.parent == "k" * 32
    assert message.data["message_kind"] == ("correction" if relation == "corrects" else "alert")
    assert render(replace(told, **{relation: EARLIER}), PHONE).parent is None, "another channel was not told the first"


def test_a_correction_stands_old_to_new_though_it_bears_a_kind_of_its_own():
    righted = replace(
        MOVED, kind="correction", text="Launch no earlier than 27 February", quote="It is 27 February, not 25 February.", old="25 February"
    )
    evidence = {"new": [["status", "correct", 2.1], ["date", "27 February", 1.0]]}
    told = render(alert(novelties=(righted,), evidence=evidence), DESK)
    assert told.subject.startswith("CORRECTION: 25 → 27 February: Launch no earlier than 27 February [")
    assert told.text.startswith("25 February (Old News, 10 Dec 2025) → 27 February (Example News")


FAR = Links("https://m.example/d/1", "https://m.example/s/1", {"seen": "https://m.example/f/2"}, "https://m.example/f/3")


def test_pages_of_our_own_take_the_place_of_commands_and_one_tap_gives_feedback():
    message = render(alert(), DESK, FAR)
    assert "monitor why" not in message.text
    assert {"https://m.example/d/1", "https://m.example/s/1", "https://m.example/f/2"} < set(Reader(message.html).links)
    assert "Seen already: https://m.example/f/2" in message.text
    assert message.unsubscribe == "https://m.example/f/3"
    assert "https://m.example/f/3" not in message.text, "that one is for the button of the mail program"


def test_a_small_screen_gets_the_fact_and_its_link():
    message = render(alert(), replace(PHONE, format="short"), FAR)
    fact, link, *_ = message.text.rsplit("\n", 3)
    assert fact.startswith("December 2025 (Old News, 10 Dec 2025) → ")
    assert link == "Read the article: https://news.example/launch"
    assert message.html == ""


def test_a_channel_that_wants_plain_text_has_no_html():
    assert render(alert(), replace(DESK, format="text")).html == ""


def test_plain_text_and_html_say_the_same_words():
    message = render(alert(), DESK)
    in_html = " ".join(Reader(message.html).words.split()).casefold()
    for line in as_text(message.blocks, message.mark, width=None).splitlines():
        words = line.strip().removeprefix("> ").removeprefix("• ").partition(": http")[0]
        if words and not words.startswith("http"):
            assert " ".join(words.split()).casefold() in in_html


def test_html_loads_nothing_runs_nothing_and_can_be_read_in_the_dark():
    page = Reader(render(alert(), DESK).html)
    assert not {"img", "script", "link", "iframe", "form", "svg"} & set(page.tags)
    assert set(page.links) == {"https://news.example/launch", "https://seed.example/2014"}
    html = render(alert(), DESK).html
    assert "prefers-color-scheme: dark" in html
    assert "16px" in html
    assert "url(" not in html


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


def test_a_sample_says_that_it_is_one_and_tries_the_letters():
    message = render_sample(DESK, NOON)
    assert message.subject.startswith("SAMPLE: ")
    assert "ә ғ қ ң ө ұ ү һ і" in message.subject
    assert "nothing happened" in message.text
    assert (message.data["message_kind"], message.thread) == ("sample", None)
    assert message.key != render_sample(DESK, NOON + MINUTE).key


def test_a_fact_that_was_cut_out_of_its_sentence_is_told_by_the_sentence_alone():
    cut = Novelty(
        "money",
        "…from $115 million to $140 million a year, a person said",
        "Astana wants to go from $115 million to $140 million a year, a person said.",
    )
    whole = Novelty("figure", "Он поднялся на 5 метров», — сказала она", "Он поднялся на 5 метров», — сказала она.")
    text = render(alert(novelties=(whole, cut)), DESK).text
    assert "…from $115 million" not in text
    assert "“Astana wants to go from $115 million" in text
    assert "“«Он поднялся на 5 метров», — сказала она.”" in " ".join(text.split())
