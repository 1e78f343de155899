"""The earlier value beside a new one: named by the article, known to the storyline."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from monitor.domain.facts.facts import pack_fact, read, unpack_fact
from monitor.domain.judging.changes import changes
from monitor.domain.judging.earlier import KnownFact
from monitor.domain.judging.novelty import News, news_of
from monitor.domain.judging.quoting import quoted

BEFORE, NOW = date(2026, 3, 2), date(2026, 3, 9)


def known(text: str, language: str, storyline: str = "depot") -> list[KnownFact]:
    earlier = read("Plan for the depot", text, language, BEFORE)
    return [KnownFact(fact, storyline, datetime(2026, 3, 2, tzinfo=UTC), "The Herald", 7) for fact in earlier.facts]


def replaced(text: str, language: str, memory: list[KnownFact]) -> list[tuple[str, str]]:
    found: list[News] = news_of(read("News of the depot", text, language, NOW), (), memory, "depot")
    return [(news.text, news.old.fact.text) for news in found if news.old]


@pytest.mark.parametrize(
    ("language", "earlier", "now", "expected"),
    [
        pytest.param(
            "en", "The depot will open on 4 May 2026.", "The depot will open on 20 June 2026. It was due on 4 May 2026.",
            [("20 June 2026", "4 May 2026")], id="a day",
        ),
        pytest.param(
            "en", "The roof will cost $40 million.", "The roof will cost $52 million, up from $40 million.",
            [("$52 million", "$40 million")], id="a sum",
        ),
        pytest.param(
            "ru", "Пожар охватил 120 гектаров.", "Огонь уничтожил 310 гектаров. Ранее речь шла о 120 гектарах.",
            [("310 гектаров", "120 гектарах")], id="an area, in the words of the article",
        ),
        pytest.param("en", "The roof will cost $40 million.", "The roof will cost $52 million.", [], id="the article names no other value"),
        pytest.param(
            "en", "The depot has a roof.", "The roof will cost $52 million, up from $40 million.",
            [("$52 million", "$40 million")], id="the sentence itself says what was replaced",
        ),
        pytest.param(
            "en", "The depot has a roof.", "The roof will cost $52 million. A bridge nearby takes $40 million.", [],
            id="nobody knew the other",
        ),
        pytest.param(
            "en", "The roof will cost $40 million.", "The roof will cost $52 million, up from $40 million. Paint takes another $3 million.",
            [("$52 million", "$40 million")], id="an old value is replaced once, by the weightier",
        ),
        pytest.param(
            "en", "The rent of the depot is $14 million.", "The rent of the depot is $7 million from May.", [("$7 million", "$14 million")],
            id="a sum of its own slot",
        ),
        pytest.param(
            "en", "The rent of the depot is $140 million.", "The tenant of the depot saves $2 million of rent a year.", [], id="a saving",
        ),
        pytest.param("en", "The depot has a roof.", "Two men from Oslo, aged 26 to 33, were held.", [], id="an age from one to another"),
        pytest.param(
            "en", "The rent of the depot is $14 million.", "Half of the rent of the depot, that is $7 million, is paid in crowns.", [],
            id="a half of it",
        ),
        pytest.param(
            "ru", "Аренда депо стоит 14 млн долларов.", "Половину аренды депо, то есть 7 млн долларов, внесут кронами.", [], id="половина",
        ),
        pytest.param(
            "en", "The depot has a roof.", "The depot will open on 20 June 2026. The opening had been set for 4 May.",
            [("20 June 2026", "4 May")], id="a sentence near by gives up a date",
        ),
        pytest.param(
            "ru", "У депо есть крыша.", "Депо откроют 20 июня 2026 года. Раньше открытие планировали на 4 мая.",
            [("20 июня 2026", "4 мая")], id="a sentence near by gives up a date, in Russian",
        ),
        pytest.param(
            "kk", "Депоның шатыры бар.", "Депо 2026 жылғы 20 маусымда ашылады. Бұрын ашылуы 4 мамырға жоспарланған еді.",
            [("2026 жылғы 20 маусымда", "4 мамырға")], id="a sentence near by gives up a date, in Kazakh",
        ),
        pytest.param(
            "en", "The depot has a roof.", "The roof will cost $52 million. An earlier estimate was $40 million.",
            [("$52 million", "$40 million")], id="an earlier estimate",
        ),
        pytest.param(
            "ru", "У депо есть крыша.", "В депо пускают не 150, а до 250 человек в день.",
            [("250", "150")], id="not this but that, in Russian",
        ),
        pytest.param(
            "kk", "Депоның шатыры бар.", "Депо 2028 жылдың күзінде емес, 2029 жылғы 4 мамырда ашылады.",
            [("2029 жылғы 4 мамырда", "2028")], id="not this but that, in Kazakh",
        ),
        pytest.param(
            "ru", "У депо есть крыша.", "Депо откроют 7 октября. О причине переноса с 16 сентября не сообщают.",
            [("7 октября", "16 сентября")],
            id="moved from a day",
        ),
        pytest.param(
            "ru", "У депо есть крыша.", "Цена крыши – 81,6 млрд тенге при смете 87,2 млрд тенге.", [("81,6 млрд тенге", "87,2 млрд тенге")],
            id="against an estimate",
        ),
        pytest.param(
            "en", "The bridge was let for $40 million.", "The roof will cost $52 million. The bridge was let for $40 million.", [],
            id="a known sum for something else",
        ),
        pytest.param(
            "en", "The depot has a roof.", "The first part was $1.4 billion, not 4.1 billion.", [("$1.4 billion", "4.1 billion")],
            id="corrected, the unit left out",
        ),
        pytest.param(
            "en", "It will open in October 2026.", "Tracks come in October 2026, the opening not before the fourth quarter of that year.",
            [], id="a month lies in its quarter",
        ),
        pytest.param(
            "kk", "Шатыры бар.", "Ашылу 2029 жылғы 4 мамырға шегерілді. Депо 2028 жылдың күзінде емес, 2029 жылғы 4 мамырда ашылады.",
            [("2029 жылғы 4 мамырға", "2028")], id="said again with what it replaces",
        ),
        pytest.param(
            "en", "The depot has a roof.", "Some sixty firms from seventeen countries will come.", [], id="from where, not from what",
        ),
        pytest.param(
            "ru", "У депо есть крыша.", "Открытие депо, намечавшееся на 16 сентября, состоится 7 октября.", [("7 октября", "16 сентября")],
            id="had been meant for, in Russian",
        ),
        pytest.param(
            "en", "The roof will cost $52 million.", "The roof will cost $52 million. Of this, $31 million goes to the builders.", [],
            id="a part of a sum does not replace it",
        ),
        pytest.param(
            "en", "The roof will cost $52 million.", "As much as $31 million of the $52 million for the roof would be paid in steel.", [],
            id="so much of a sum does not replace it either",
        ),
        pytest.param(
            "en", "It will open on 4 May 2026.", "It will open on 4 May 2026. A report is due by 20 June 2026.", [],
            id="two days to come, and nothing moves",
        ),
    ],
)  # fmt: skip
def test_a_new_value_is_shown_against_the_one_it_replaces(language, earlier, now, expected):
    assert replaced(now, language, known(earlier, language)) == expected


def test_what_another_storyline_knows_is_not_what_was_known_before():
    memory = known("The roof will cost $40 million.", "en", storyline="bridge")
    assert replaced("The roof will cost $52 million. Somebody mentioned $40 million.", "en", memory) == []


def test_a_value_that_the_sentence_alone_says_was_replaced_has_no_source_in_the_archive():
    memory = known("The roof will cost $40 million.", "en", storyline="bridge")
    article = read("News of the depot", "The roof will cost $52 million, up from $40 million.", "en", NOW)
    news = next(news for news in news_of(article, (), memory, "depot") if news.old)
    told = quoted(article, news)
    assert (told.old, told.old_source, told.old_article) == ("$40 million", None, None)


def craft(title: str, text: str, at: date = BEFORE):
    return read(title, text, "en", at)


def test_a_year_that_returns_is_new_against_the_one_named_last():
    first, second = craft("Ferry F-5 to cross in 2027", "So the yard."), craft("Ferry F-5 to cross in 2028", "So the yard.")
    memory = [
        KnownFact(fact, "depot", datetime(2026, 3, day, tzinfo=UTC), "The Herald", day)
        for day, article in ((2, first), (5, second))
        for fact in article.facts
    ]
    again = craft("Minister: ferry F-5 to cross in 2027", "So the minister said.", NOW)
    assert [(n.text, n.old.fact.text) for n in news_of(again, (), memory, "depot") if n.old] == [("2027", "2028")]
    last = craft("Ferry F-5 will cross in 2028", "So the yard said.", NOW)
    assert [n for n in news_of(last, (), memory, "depot") if n.kind == "date"] == []


def test_a_year_that_was_named_since_of_nothing_by_name_returns_no_more():
    told = [(2, "Ferry F-5 to cross in 2027", "So the yard."), (5, "Ferry F-5 to cross in 2028", "So."), (6, "To cross in 2027", "So.")]
    memory = [
        KnownFact(fact, "depot", datetime(2026, 3, day, tzinfo=UTC), "The Herald", day)
        for day, title, text in told
        for fact in craft(title, text).facts
    ]
    again = craft("Minister: ferry F-5 to cross in 2027", "So the minister said.", NOW)
    assert [news for news in news_of(again, (), memory, "depot") if news.kind == "date"] == []


def test_the_new_day_of_a_craft_replaces_the_one_that_stood_and_not_one_that_is_over():
    told = [
        craft("Ferry F-5 to cross on 2 June 2026", "So the yard."),
        craft("Ferry F-5 to be tested on 10 December 2025", "So the yard.", date(2025, 10, 1)),
    ]
    memory = [KnownFact(fact, "depot", datetime(2026, 3, 2, tzinfo=UTC), "The Herald", 1) for one in told for fact in one.facts]
    moved = craft("Ferry F-5 moved to July", "The new month is July, the yard said.", NOW)
    assert [(n.text, n.old.fact.text) for n in news_of(moved, (), memory, "depot") if n.old] == [("July", "2 June 2026")]


def test_a_headline_that_names_a_month_more_exactly_shows_the_month():
    first = craft("Ferry F-5 to cross in July", "It will cross in July, the yard said.")
    memory = [KnownFact(fact, "depot", datetime(2026, 3, 2, tzinfo=UTC), "The Herald", 1) for fact in first.facts]
    exact = craft("Ferry F-5 to cross on 14 July", "The day was named by the yard.", NOW)
    assert [(n.text, n.old.fact.text) for n in news_of(exact, (), memory, "depot") if n.old] == [("14 July", "July")]


def test_a_headline_that_says_that_a_day_moved_shows_the_day_even_if_the_month_was_named_once():
    told = [
        craft("Ferry F-5 built", "It may cross in July 2026.", date(2026, 2, 1)),
        craft("Ferry F-5 to cross on 20 June 2026", "So the yard."),
    ]
    memory = [
        KnownFact(fact, "depot", datetime(2026, 3, day, tzinfo=UTC), "The Herald", day)
        for day, one in enumerate(told, 1)
        for fact in one.facts
    ]
    moved = craft("Ferry F-5 postponed to July 2026", "The yard gave no reason.", NOW)
    assert [(n.text, n.old.fact.text) for n in news_of(moved, (), memory, "depot") if n.old] == [("July 2026", "20 June 2026")]


def test_what_money_is_set_aside_through_replaces_no_day():
    plan = craft("Ferry F-5 to cross in the first quarter of 2027", "So the yard.")
    memory = [KnownFact(fact, "depot", datetime(2026, 3, 2, tzinfo=UTC), "The Herald", 1) for fact in plan.facts]
    paid = craft("$170 million for ferry F-5", "The yard wants $170 million through 2028 for the ferry F-5.", NOW)
    assert [n.old for n in news_of(paid, (), memory, "depot") if n.kind == "date"] == [None]


def test_what_ends_a_span_of_time_replaces_nothing():
    first = craft("Ferry F-5 to cross in May 2028", "So the yard.")
    memory = [KnownFact(fact, "depot", datetime(2026, 3, 2, tzinfo=UTC), "The Herald", 1) for fact in first.facts]
    span = craft("Three crossings a year for ferry F-5", "The town will pay for three crossings a year from 2028 to 2039.", NOW)
    assert [n for n in news_of(span, (), memory, "depot") if n.old] == []


def test_a_year_that_still_stands_was_not_replaced_by_another_that_is_named_beside_it():
    first = craft("Ferry F-5 will serve until 2029", "So the yard.")
    memory = [KnownFact(fact, "depot", datetime(2026, 3, 2, tzinfo=UTC), "The Herald", 1) for fact in first.facts]
    cost = craft(
        "New ferry to be paid for through 2027",
        "The yard wants money through 2027 for a follower of the F-5, which is good until 2029.",
        NOW,
    )
    assert [(n.text, n.old.fact.text) for n in news_of(cost, (), memory, "depot") if n.old] == []
    moved = craft("Ferry F-5 to serve until 2027", "The F-5 will serve until 2027, the yard said.", NOW)
    assert [(n.text, n.old.fact.text) for n in news_of(moved, (), memory, "depot") if n.old] == [("2027", "2029")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The shed burned down.\n\nThree. Two. One.\n\nThe city rents the depot for $115 million a year."),
        ("ru", "Сарай сгорел.\n\nТри. Два. Один.\n\nГород арендует склад за 115 млн долларов в год."),
        ("kk", "Қойма өртенді.\n\nҮш. Екі. Бір.\n\nҚала қойманы жылына 115 миллион долларға жалға алады."),
    ],
)
def test_what_is_paid_year_by_year_is_no_news(language, text):
    assert [news for news in news_of(read("News of the depot", text, language, NOW), (), (), "depot") if news.kind == "money"] == []


def test_a_rent_that_rises_is_news():
    text = "The shed burned down.\n\nThree. Two. One.\n\nThe city will raise the rent it pays for the depot to $300 million a year."
    assert [news.kind for news in news_of(read("News of the depot", text, "en", NOW), (), (), "depot") if news.kind == "money"] == ["money"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param("ru", "Порт закажет три парома с 2028 по 2039 год.", [], id="a span of years"),
        pytest.param("en", "The yard will build ferries from 2028 to 2039.", [], id="a span of years, en"),
        pytest.param("en", "The opening has been moved from May 2026 to June 2026.", [("June 2026", "May 2026")], id="moved"),
        pytest.param("ru", "Открытие перенесли с мая 2026 на июнь 2026.", [("июнь 2026", "мая 2026")], id="перенесли"),
    ],
)
def test_a_span_of_time_is_no_change(language, text, expected):
    assert replaced(text, language, []) == expected


def test_a_people_that_another_stands_for_is_a_change_and_one_more_is_none():
    text = "A court fined {} tourists 4,000 crowns each for entering the harbour by night. They must leave within a week."
    first, other, more = (
        read(f"Three {people} fined at the harbour", text.format(people), "en", NOW)
        for people in ("Belgians", "Dutch", "Belgians and Dutch")
    )
    assert [(change.old, change.new) for change in changes(other, first)] == [("Belgians", "Dutch")]
    assert [change.new for change in changes(more, first) if change.kind == "name"] == []


def test_what_was_planned_before_a_flight_is_not_replaced_by_what_is_planned_after_it():
    plan = craft("Aurora AX-5 to make its first flight in April", "Aurora AX-5 is to fly in April 2026.")
    memory = [KnownFact(fact, "depot", datetime(2026, 3, 2, tzinfo=UTC), "The Herald", 1) for fact in plan.facts]
    flown = read(
        "Aurora AX-5 flies from Nordhavn", "Aurora AX-5 lifted off. A second flight of AX-5 is due in the last quarter of 2026.", "en", NOW
    )
    assert [news.old for news in news_of(flown, [], memory, "depot") if news.kind == "date"] == [None]


def test_a_quarter_that_a_told_day_lies_in_is_told():
    told = read("Aurora to fly on 14 February", "Aurora is to fly on 14 February 2026.", "en", date(2025, 12, 1))
    again = read("Aurora to fly next quarter", "Aurora is to fly in the first quarter of 2026.", "en", date(2025, 12, 2))
    assert not [news for news in news_of(again, [told], [], "depot") if news.kind == "date"]


@pytest.mark.parametrize(
    ("before", "is_told"),
    [
        pytest.param("The depot was begun on 4 May 2026.", False, id="a day of the same year that is over"),
        pytest.param("The depot opens on 4 December 2026.", True, id="a day before its end that was to come"),
        pytest.param("The depot opens by the end of 2026.", True, id="the same"),
    ],
)
def test_the_end_of_a_year_that_runs_is_told_by_what_was_to_come(before, is_told):
    told = read("The depot", before, "en", date(2026, 6, 1))
    again = read("Депо", "Депо откроют до конца года.", "ru", date(2026, 6, 8))
    assert is_told == (not [news for news in news_of(again, [told], [], "depot") if news.kind == "date"])


@pytest.mark.parametrize(
    ("language", "said", "is_told"),
    [
        pytest.param("en", "Aurora is to fly by the end of March 2026.", True, id="the same deadline"),
        pytest.param("ru", "Аврора полетит до 31 марта 2026 года.", True, id="the same deadline, as a day"),
        pytest.param("kk", "Аврора 2026 жылдың наурыз айының соңына дейін ұшады.", True, id="the same deadline, in Kazakh"),
        pytest.param("en", "Aurora is to fly in the first three months of 2026.", True, id="a quarter as three months"),
        pytest.param("en", "Aurora is to fly at the end of March 2026.", False, id="its last days alone"),
        pytest.param("en", "Aurora is to fly before 1 April 2026.", True, id="the same deadline, as the day behind it"),
        pytest.param("en", "Aurora is to fly by the end of February 2026.", False, id="another deadline"),
        pytest.param("en", "Aurora is to fly by April 2026.", True, id="by the month behind it"),
        pytest.param("ru", "Аврора полетит к апрелю 2026 года.", True, id="by the month behind it, in Russian"),
        pytest.param("en", "Aurora is to fly by May 2026.", False, id="by a later month"),
        pytest.param("en", "Aurora is to fly in April 2026.", False, id="in the month behind it"),
    ],
)
def test_a_deadline_is_told_by_a_quarter_that_ends_with_it(language, said, is_told):
    told = read("Aurora to fly next quarter", "Aurora is to fly in the first quarter of 2026.", "en", date(2025, 12, 1))
    again = read("Aurora", said, language, date(2025, 12, 8))
    assert is_told == (not [news for news in news_of(again, [told], [], "depot") if news.kind == "date"])


@pytest.mark.parametrize(
    ("before", "said", "is_told"),
    [
        pytest.param("A third of the yard's staff will go.", "The yard loses 33 percent of its staff.", True, id="a share"),
        pytest.param("Уволят треть рабочих верфи.", "The yard loses 33 percent of its staff.", True, id="a share, in Russian"),
        pytest.param("Жұмысшылардың үштен бірі кетеді.", "The yard loses 33 percent of its staff.", True, id="a share, in Kazakh"),
        pytest.param("One in five of the yard's staff will go.", "The yard loses 20 percent of its staff.", True, id="one in five"),
        pytest.param("A third of the yard's staff will go.", "The yard loses 52 percent of its staff.", False, id="another share"),
        pytest.param("The yard was closed for half a century.", "The yard was closed for 50 years.", True, id="a length of time"),
        pytest.param("The yard was closed for half a century.", "The yard was closed for 60 years.", False, id="another length"),
    ],
)
def test_a_share_or_length_of_time_is_told_by_words_without_a_number(before, said, is_told):
    told = read("The yard", before, "en" if before.isascii() else "ru", date(2025, 12, 1))
    remembered = replace(told, lines=(), facts=tuple(unpack_fact(pack_fact(fact)) for fact in told.facts))  # as the archive gives it back
    again = read("Yard", said, "en", date(2025, 12, 8))
    assert is_told == (not [news for news in news_of(again, [remembered], [], "depot") if news.kind == "figure"])


def test_what_is_told_without_a_number_is_never_news():
    reading = read("A third of the yard's staff goes", "It was closed for half a century.", "en", date(2025, 12, 1))
    assert [news.text for news in news_of(reading, [], [], "depot") if news.kind == "figure"] == []


@pytest.mark.parametrize(
    ("language", "said", "is_told"),
    [
        pytest.param("en", "The yard has a four-year deadline.", True, id="a deadline"),
        pytest.param("en", "The depot opens in four years.", True, id="from now"),
        pytest.param("ru", "Депо откроют через четыре года.", True, id="from now, in Russian"),
        pytest.param("kk", "Депо төрт жыл ішінде ашылады.", True, id="from now, in Kazakh"),
        pytest.param("en", "The depot opens in seven years.", False, id="another time from now"),
        pytest.param("en", "The opening slips by four years.", False, id="a delay counts from elsewhere"),
    ],
)
def test_a_time_from_now_until_a_told_date_is_told(language: str, said: str, is_told: bool):
    told = read("Depot by May", "The depot is to open by May 2030.", "en", BEFORE)
    again = read("The depot", said, language, NOW)
    assert (not [news for news in news_of(again, [told], [], "depot") if news.kind == "figure"]) is is_told


@pytest.mark.parametrize(
    ("title", "text", "is_told"),
    [
        ("Depot: more than two billion roubles", "At the rate of the day it costs 2.3 billion roubles.", True),
        ("Depot: more than two billion roubles", "Nobody gives another figure.", False),
        ("Depot: more than two billion roubles", "At the rate of the day it costs 3.9 billion roubles.", False),
    ],
)
def test_a_figure_that_rounds_down_a_told_one_is_told(title: str, text: str, is_told: bool):
    told = read("Depot's price", "The depot costs 2.3 billion roubles.", "en", BEFORE)
    again = read(title, text, "en", BEFORE)
    titled = [news for news in news_of(again, [told], (), "depot") if news.kind == "money" and again.lines[news.line].where == "title"]
    assert (not titled) is is_told


@pytest.mark.parametrize(
    ("title", "old"),
    [
        pytest.param("Aurora AX-5 will not fly in 2026", None, id="a day that the headline denies"),
        pytest.param("Aurora AX-5 to fly in 2026 again", "2027", id="back to an earlier day"),
    ],
)
def test_a_headline_goes_back_to_an_earlier_day_only_where_it_means_it(title: str, old: str | None):
    plan, later = (
        craft("Aurora AX-5 in 2026", "Aurora AX-5 is to fly in 2026."),
        craft("Aurora AX-5 in 2027", "Aurora AX-5 is to fly in 2027."),
    )
    memory = [
        KnownFact(fact, "depot", datetime(2025, month, 2, tzinfo=UTC), "The Herald", month)
        for month, told in ((3, plan), (5, later))
        for fact in told.facts
    ]
    again = read(title, "It was said in Nordhavn.", "en", date(2025, 6, 1))
    assert next((news.old.fact.text for news in news_of(again, [plan], memory, "depot") if news.old), None) == old


def test_a_headline_goes_back_to_no_day_that_was_told_since_by_its_quarter_and_far_down():
    plan, later, since = (
        craft("Aurora AX-5 in 2026", "Aurora AX-5 is to fly in 2026."),
        craft("Aurora AX-5 in 2027", "Aurora AX-5 is to fly in 2027."),
        craft("Minister speaks", "He spoke of bread.\n\nHe spoke of tea.\n\nThe craft is to fly in the first quarter of 2026, he said."),
    )
    memory = [
        KnownFact(fact, "depot", datetime(2025, month, 2, tzinfo=UTC), "The Herald", month)
        for month, told in ((3, plan), (4, later), (5, since))
        for fact in told.facts
    ]
    again = read("Aurora AX-5 to fly in 2026", "It was said in Nordhavn.", "en", date(2025, 6, 1))
    assert not any(news.old for news in news_of(again, [plan], memory, "depot"))


def test_a_day_that_a_sentence_itself_moves_is_of_no_other_thing():
    told = read("Ferry in winter", "The ferry was to go on 20 December.", "en", date(2025, 12, 1))
    memory = [KnownFact(fact, "depot", datetime(2025, 12, 1, tzinfo=UTC), "The Herald", 1) for fact in told.facts]
    text = "The quay is mended night and day. The ferry has been moved from 20 December to March."
    again = read("Quay to be mended by the end of February", text, "en", date(2025, 12, 16))
    news = {one.text: one.old for one in news_of(again, [], memory, "depot") if one.kind == "date"}
    assert news["end of February"] is None


@pytest.mark.parametrize("second", ["46.9 billion tenge", "another 46.9 billion"])
def test_a_sum_of_told_parts_is_told_in_any_currency(second: str):
    parts = read("Depot's price", f"The budget pays 40.3 billion tenge, the firm {second}.", "en", BEFORE)
    whole = read("$175 million for a depot", "It will cost 87.2 billion tenge, or about $175 million.", "en", BEFORE)
    more = read("$250 million for a depot", "It will cost 125 billion tenge.", "en", BEFORE)
    assert [[news.text for news in news_of(one, [parts], (), "depot") if news.kind == "money"] for one in (whole, more)] == [
        [],
        ["$250 million"],
    ]


@pytest.mark.parametrize(
    ("rest", "is_told"),
    [pytest.param("30", True, id="what is left of the whole"), pytest.param("45", False, id="another sum")],
)
def test_the_rest_of_a_told_sum_is_told(rest: str, is_told: bool):
    whole = read("Depot", "The depot costs 90.8 billion tenge, 60.8 billion tenge of it this year.", "en", BEFORE)
    again = read("Депо", f"Депо обойдётся в 60,8 млрд тенге в этом году и ещё в {rest} млрд тенге потом.", "ru", BEFORE)
    assert ([news for news in news_of(again, [whole], (), "depot") if news.kind == "money"] == []) is is_told


def test_what_an_article_says_is_over_is_no_new_value():
    memory = known("The ferry will sail on 23 August.", "en")
    assert replaced("The ferry will sail on August 23 instead of August 20, the port said.", "en", memory) == []


@pytest.mark.parametrize(
    ("sentence", "is_light"),
    [
        pytest.param("Tea costs 500 tenge at the gate.", True, id="a price"),
        pytest.param("The three were fined 500 tenge each.", False, id="a fine"),
        pytest.param("The rent is 500 tenge for each hectare.", False, id="a rate"),
        pytest.param("Tea for all costs 500,000 tenge.", False, id="a sum"),
    ],
)
def test_the_price_of_a_tea_is_hardly_news(sentence, is_light):
    [price] = [one for one in news_of(read("News of the depot", sentence, "en", NOW), (), (), "depot") if one.kind == "money"]
    assert (price.weight < 0.5) is is_light


def test_an_earlier_count_is_one_of_the_count_beside_it():
    text = (
        "Правление подписало бумагу, которая касается и четырёх посёлков у моря. В 2027 году из депо выйдут девятнадцать паромов. "
        "Раньше в плане было шестнадцать."
    )
    told = read("План депо", "В 2027 году из депо выйдут девятнадцать паромов.", "ru", NOW)
    found = {news.text: news.old for news in news_of(read("План депо", text, "ru", NOW), [told], (), "depot")}
    assert found["четырёх"] is None


def test_an_earlier_count_is_one_of_the_same_thing():
    text = (
        "It took twenty years and five governments, but since Thursday it is law. The line is bound to at least three voyages every year, "
        "one more than it had previously promised."
    )
    assert [one.old for one in news_of(read("The depot law", text, "en", NOW), (), (), "depot") if one.text == "five"] == [None]


def test_two_days_in_one_span_of_words_do_not_replace_each_other():
    memory = known("The ferry leaves on 16 September 2026.", "en")
    assert replaced("The ferry of the depot slips from 16 to 30 September.", "en", memory) == []
