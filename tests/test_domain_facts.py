"""Figures, names and the marks of a genre, as three languages write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.domain.facts import NAMES, pack, pack_sketch, read, unpack
from monitor.domain.figures import figure_keys, figures_in, same_figure
from monitor.domain.names import designator, names_in, skeleton

DAY = date(2024, 3, 10)


@pytest.mark.parametrize(
    ("language", "sentence", "dimension", "value"),
    [
        ("en", "The bill comes to $12.4 million, he said.", "money:usd", 12.4e6),
        ("en", "a hundred and fifteen million dollars", "money:usd", 115e6),
        ("en", "Roughly 1,250,000 tenge was paid.", "money:kzt", 1_250_000),
        ("en", "the exact sum is 8,431,220,015.5 tenge", "money:kzt", 8_431_220_015.5),
        ("ru", "Счёт на 12,4 млн долларов США", "money:usd", 12.4e6),
        ("ru", "8 431 220 015 тенге", "money:kzt", 8_431_220_015),
        ("ru", "пять с половиной миллиардов рублей", "money:rub", 5.5e9),
        ("ru", "сто пятнадцать миллионов долларов", "money:usd", 115e6),
        ("kk", "жылына 115 миллион доллар", "money:usd", 115e6),
        ("kk", "жүз он бес миллион доллар", "money:usd", 115e6),
        ("kk", "bır jüz on bes million dollar", "money:usd", 115e6),
        ("en", "some 40 thousand hectares", "area", 40_000),
        ("ru", "четыреста квадратных километров", "area", 40_000),
        ("en", "sixteen miles away", "length", 25_744),
        ("ru", "в 26 километрах", "length", 26_000),
        ("kk", "26 шақырым жерде", "length", 26_000),
        ("en", "up by 7 per cent", "percent", 7),
        ("kk", "жеті пайызға өсті", "percent", 7),
        ("en", "three dozen of them", "count", 36),
        ("en", "prices rose fivefold", "times", 5),
    ],
)
def test_a_figure_is_read_with_what_it_measures(language, sentence, dimension, value):
    found = figures_in(sentence, language)
    assert [(f.dimension, pytest.approx(f.value, rel=0.01)) for f in found][:1] == [(dimension, value)]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Craft MS-31 left Site 6 at 14:20 on 3 May 2024."),
        ("ru", "Он не приехал в 2024 году."),
        ("en", "Drop zone No. 120 lies there."),
        ("en", "9" * 400),
    ],
)
def test_names_dates_clock_times_and_serial_numbers_are_no_figures(language, sentence):
    assert figures_in(sentence, language) == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("en", "$12.4 million"), ("ru", "12,4 млн долларов"), True),
        (("en", "about $90 million"), ("en", "$87 million"), True),
        (("en", "8,431,220,015 tenge"), ("ru", "8,43 млрд тенге"), True),
        (("en", "8,431,220,015 tenge"), ("en", "8,429,900,101 tenge"), False),
        (("en", "47 months"), ("en", "almost four years"), True),
        (("en", "1.6 million hectares"), ("ru", "16 тысяч квадратных километров"), True),
        (("en", "$100 million"), ("ru", "9,2 млрд рублей"), True),  # converted, at the rate of the year
        (("en", "$100 million"), ("ru", "5,5 млрд рублей"), False),
        (("en", "12 launches"), ("en", "14 launches"), False),
        (("en", "$115 million"), ("en", "$150 million"), False),
    ],
)
def test_figures_are_equal_whatever_the_unit_rounding_or_spelling(one, other, same):
    first, second = figures_in(one[1], one[0])[0], figures_in(other[1], other[0])[0]
    assert same_figure(first, second, DAY) is same
    if same:
        assert set(figure_keys(first, DAY)) & set(figure_keys(second, DAY)), "equal figures must be found by a common key"


@pytest.mark.parametrize(
    ("spellings"),
    [
        [("en", "Prokopyev"), ("ru", "Прокопьева"), ("kk", "Прокопьевтің")],
        [("en", "Zhezkazgan"), ("ru", "Жезказганом"), ("kk", "Жезқазғанның")],
        [("en", "Musin"), ("en", "Mussin"), ("ru", "Мусину"), ("kk", "Мусинге")],
    ],
)
def test_a_name_has_one_key_in_all_letters(spellings):
    assert len({skeleton(word, language) for language, word in spellings}) == 1


@pytest.mark.parametrize(("one", "other", "same"), [("МС-31", "MS-31", True), ("ТМА-18М", "TMA-18M", True), ("MS-31", "MS-32", False)])
def test_designators_are_one_in_both_alphabets(one, other, same):
    assert (designator(one) == designator(other)) is same


def test_words_capitalised_by_custom_are_no_names():
    assert names_in("On Monday the chief met nobody in March.", "en") == []


@pytest.mark.parametrize(
    ("title", "text", "mark"),
    [
        ("Correction: length of the runway", "We gave it in miles.", "correction"),
        ("Поправка к сообщению", "Речь о метрах.", "correction"),
        ("Explainer: how rents are set", "It is simple.", "explainer"),
        ("Ministry speaks", "The ministry denied that talks are under way.", "denial"),
        ("Министрлік жауабы", "Ведомство бұл хабарды жоққа шығарды.", "denial"),
        ("Итоги недели", "Коротко о разном.", "roundup"),
        ("Capsule back", "It docked on time, the agency said.", "routine"),
    ],
)
def test_the_genre_shows_in_its_words(title, text, mark):
    assert mark in read(title, text, "ru" if title[0] > "А" and "і" not in title else "en", DAY).marks


def test_what_is_not_ruled_out_is_not_denied():
    assert "denial" not in read("Қазғарыш", "Агенттік мұны жоққа шығармайды.", "kk", DAY).marks


def test_history_is_told_from_news():
    text = (
        "The agency signed the deal on Friday.\n\n"
        "Russia has rented the site since 1994 for $115 million a year.\n\nIt will pay $9 million more."
    )
    lines = read("Deal signed", text, "en", DAY).lines
    assert [line.recalled for line in lines] == [False, False, True, False]


def test_of_a_roundup_only_the_points_on_the_topic_count():
    text = "Our weekly round-up.\n\nBread costs 12 per cent more.\n\nThe pad was sold for $5 million.\n\nRain is forecast."
    reading = read("The week in brief", text, "en", DAY, [("pad", 3)])
    assert [fact.text for fact in reading.facts if fact.kind in ("money", "figure")] == ["$5 million"]


def test_a_reading_is_the_same_after_packing():
    reading = read("Craft MS-31 to fly on 4 May", "It costs $9 million, Ivan Petrov said.", "en", DAY, [("craft", 0)])
    again = unpack(pack(reading), pack_sketch(reading))
    assert [fact.keys for fact in again.facts] == [fact.keys for fact in reading.facts if fact.kind not in NAMES]
    assert [again.bag(name) for name in ("terms", "ideas", "entities", "names")] == [
        reading.bag(name) for name in ("terms", "ideas", "entities", "names")
    ]
    assert (again.head, again.marks, again.sketch) == (reading.head, reading.marks, reading.sketch)


@given(st.text(max_size=400), st.text(max_size=1500), st.sampled_from(["en", "ru", "kk", "de", None]))
def test_no_text_breaks_the_reading(title, text, language):
    reading = read(title, text, language, DAY)
    assert unpack(pack(reading)).words == reading.words
