"""What a reader of the archive is shown: changes word by word, names marked, charts, silences, disagreements, a day."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.domain.archive.chart import Telling, charts, day_of
from monitor.domain.archive.daily import tell_day
from monitor.domain.archive.differences import differences, shorten_same
from monitor.domain.archive.timeline import Gap, conflicts, with_gaps
from monitor.domain.facts.facts import read
from monitor.domain.matching.gazetteer import Entity, TopicDefinition
from monitor.domain.matching.topic import compile_topic, match_article
from monitor.domain.search.marking import mark_text

NOON = datetime(2026, 11, 12, 12, tzinfo=UTC)


# ── changes ───────────────────────────────────────────────────────────────────


def marked(before, after):
    wrap = {"gone": "[-{}-]", "new": "[+{}+]", "same": "{}"}
    return "".join(wrap[piece.kind].format(piece.text) for piece in differences(before, after))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param("The rent is 115 million.", "The rent is 140 million.", "The rent is [-115-][+140+] million.", id="one figure"),
        pytest.param("Пуск 18 декабря.", "Пуск 25 февраля.", "Пуск [-18 декабря-][+25 февраля+].", id="words of another script"),
        pytest.param("One.", "One. Two.", "One.[+ Two.+]", id="something came"),
        pytest.param("One. Two.", "One.", "One.[- Two.-]", id="something went"),
        pytest.param("As it was", "As it was", "As it was", id="nothing"),
        pytest.param("", "", "", id="no text"),
    ],
)
def test_changes_are_marked_word_by_word(before, after, expected):
    assert marked(before, after) == expected


@given(st.text(max_size=200), st.text(max_size=200))
def test_both_texts_can_be_read_out_of_their_changes(before, after):
    pieces = differences(before, after)
    assert "".join(piece.text for piece in pieces if piece.kind != "new") == before
    assert "".join(piece.text for piece in pieces if piece.kind != "gone") == after


def test_of_a_long_text_only_what_stands_around_a_change_is_shown():
    same = " ".join(f"word{n}" for n in range(500)) + " "
    pieces = shorten_same(differences(f"{same}old {same}", f"{same}new {same}"))
    assert [piece.text for piece in pieces if piece.kind != "same"] == ["old", "new"]
    assert sum(len(piece.text) for piece in pieces) < 800


def test_two_long_texts_are_compared_in_moments():
    repeated = [("word " * 20_000, "word, " * 20_000), ("a line\n" * 20_000, "a row\n" * 20_000), ("word " * 1200, "word " * 1201)]
    for before, after in repeated:
        assert differences(before, after)


# ── names ─────────────────────────────────────────────────────────────────────


def test_names_are_marked_in_the_paragraph_in_which_they_stand():
    topic = compile_topic(TopicDefinition(entities=(Entity("cosmodrome", "site", "Baikonur", ("Baikonur",)),)))
    title, text = "Baikonur today", "The rent of Baikonur stays.\n\nNobody asked."
    stretches = mark_text(title, text, match_article(topic, title, text).mentions)
    assert [[(s.text, s.entity) for s in paragraph] for paragraph in stretches] == [
        [("The rent of ", None), ("Baikonur", "cosmodrome"), (" stays.", None)],
        [("Nobody asked.", None)],
    ]


@given(st.text(alphabet="ab \n.", max_size=80))
def test_marking_loses_no_word(text):
    assert " ".join(s.text for paragraph in mark_text("T", text, ()) for s in paragraph).split() == text.split()


# ── charts ────────────────────────────────────────────────────────────────────


def tellings(*told):
    """Each is a sentence and how many days after noon it was said."""
    return [
        Telling(fact, NOON + timedelta(days=days), "Wire", number)
        for number, (sentence, days) in enumerate(told, 1)
        for fact in read(sentence, sentence, "en", (NOON + timedelta(days=days)).date()).facts
    ]


def test_a_launch_that_slips_is_seen_to_slip():
    (chart,) = charts(tellings(("The launch is set for 18 December 2026.", 0), ("The launch is put off until 25 February 2027.", 5)))
    assert chart.title == "Days to come, as they were told"
    assert [point.label for point in chart.points] == ["18 December 2026", "25 February 2027"]
    assert chart.points[0].y < chart.points[1].y
    assert (chart.points[0].x, chart.points[1].x) == (0, 1)


def test_sums_of_one_currency_share_a_chart():
    (chart,) = charts(tellings(("The rent is $115 million.", 0), ("Astana asks for $140 million.", 3), ("It costs 9 billion tenge.", 3)))
    assert (chart.title, [point.label for point in chart.points]) == ("Sums in US dollars", ["$115 million", "$140 million"])


@pytest.mark.parametrize(
    "told",
    [
        pytest.param([], id="nothing"),
        pytest.param([("The rent is $115 million.", 0), ("The rent is $115 million.", 9)], id="one value again and again"),
        pytest.param([("It costs $115 million, not $140 million.", 0)], id="one day"),
        pytest.param([("Seventeen ministers met.", 0), ("Twelve ministers met.", 2)], id="mere counts"),
    ],
)
def test_what_does_not_move_is_no_chart(told):
    assert charts(tellings(*told)) == ()


@settings(max_examples=25)
@given(st.lists(st.tuples(st.integers(1, 10**12), st.integers(0, 4000)), max_size=12))
def test_every_point_lies_on_its_chart(told):
    for chart in charts(tellings(*((f"The rent is ${value}.", days) for value, days in told))):
        assert all(0 <= point.x <= 1 and 0 <= point.y <= 1 for point in chart.points)
        assert all(0 <= tick.place <= 1 for tick in (*chart.up, *chart.across))
        assert any(point.named for point in chart.points)


@pytest.mark.parametrize(
    ("key", "day"),
    [
        ("t:2026-12-18", date(2026, 12, 18)),
        ("t:2027-02", date(2027, 2, 1)),
        ("t:2026-Q3", date(2026, 7, 1)),
        ("t:2026-H2", date(2026, 7, 1)),
        ("t:2050", None),
        ("n:17", None),
    ],
)
def test_a_date_stands_for_its_first_day_and_a_bare_year_for_none(key, day):
    assert day_of(key) == day


# ── a storyline, a day ────────────────────────────────────────────────────────


def development(key, at=NOON, **more):
    return {"key": key, "known_at": at, "publisher": "Wire", "article_id": 1, "novelties": [], **more}


def test_long_silences_stand_between_developments():
    told = with_gaps([development("b", NOON - timedelta(days=70)), development("a", NOON - timedelta(days=71))], NOON)
    assert [one.days if isinstance(one, Gap) else one["key"] for one in told] == [70, "b", "a"]


def test_who_says_which_is_gathered_from_what_contradicts():
    novelty = {"kind": "denial", "text": "No, 115", "value": "115", "old": "140", "old_source": "Post", "old_article": 3, "old_at": None}
    (found,) = conflicts([development("a", novelties=[novelty, {**novelty, "kind": "date"}, {**novelty, "old": None}])])
    assert (found.source, found.says, found.before_source, found.before) == ("Wire", "115", "Post", "140")


def arrived(number, development, *, first, level="store", alerted=False):
    row = {"id": number, "first_seen_at": NOON + timedelta(minutes=number), "publisher": f"P{number}", "development": development}
    return row | {"first": first, "level": level, "alerted": alerted}


def test_a_day_tells_its_developments_with_all_who_repeat_them_and_what_was_told_again():
    rows = [
        arrived(1, "a", first=False),  # came before the one that a review called the first
        arrived(2, "a", first=True),
        arrived(3, "old", first=False),
        arrived(4, "b", first=True, level="push", alerted=True),
        arrived(5, "a", first=False),
        arrived(6, None, first=False),
    ]
    told = tell_day(rows)
    assert [(one.key, one.first["id"], [row["id"] for row in one.others]) for one in told.new] == [("b", 4, []), ("a", 2, [1, 5])]
    assert [(one.key, one.publishers) for one in told.again] == [("old", [])]
