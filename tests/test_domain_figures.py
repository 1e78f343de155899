"""Figures, sums of money and quantities, as three languages write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.domain.facts.figures import figure_keys, figures_in, same_figure

DAY = date(2024, 3, 10)


@pytest.mark.parametrize(
    ("language", "sentence", "value"),
    [
        ("en", "13,684,550,338.7 tenge", 13_684_550_338.7),
        ("ru", "13 684 550 338,7 тенге", 13_684_550_338.7),
        ("ru", "13,5 млрд тенге", 13.5e9),
        ("kk", "13,5 млрд. теңге", 13.5e9),
        ("ru", "13 млрд 690 млн тенге", 13.69e9),
        ("ru", "2 тыс. 300 тенге", 2_300),
        ("ru", "500 млн ₸", 500e6),
        ("en", "KZT500 bn", 500e9),
        ("en", "a 94.6-billion-tenge job", 94.6e9),
        ("en", "a two-billion-tenge debt", 2e9),
        ("kk", "2,7 мың теңге", 2_700),
        ("kk", "он үш млрд теңге", 13e9),
        ("kk", "20 миллионнан астам теңге", 20e6),
        ("kk", "жарты миллион теңге", 5e5),
        ("ru", "более полумиллиарда тенге", 5e8),
        ("ru", "пять сотен тенге", 500),
        ("ru", "два десятка тенге", 20),
        ("ru", "в пересчёте на тенге это около 13,5 млрд", 13.5e9),
        ("ru", "в тенге он равен 13,5 млрд", 13.5e9),
        ("ru", "в тенге сумма составляет 13,5 млрд", 13.5e9),
        ("kk", "теңгеге шаққанда 13,5 миллиардтың төңірегі", 13.5e9),
        ("en", "in tenge terms, some 13.5 billion", 13.5e9),
    ],
)
def test_a_sum_in_tenge_is_read_in_any_spelling(language, sentence, value):
    assert [(f.dimension, f.value) for f in figures_in(sentence, language)] == [("money:kzt", pytest.approx(value))]


@pytest.mark.parametrize(
    ("language", "sentence", "value"),
    [
        ("en", "The bill comes to $12.4 million, he said.", 12.4e6),
        ("en", "$29.7 million", 29.7e6),
        ("en", "two shares: 12 million dollars", 12e6),
        ("en", "US$5m was paid", 5e6),
        ("en", "USD 5 million", 5e6),
        ("en", "a $1-billion plan", 1e9),
        ("en", "a 1.5-million-dollar crane", 1.5e6),
        ("en", "115 million US dollars", 115e6),
        ("en", "a hundred and fifteen million dollars", 115e6),
        ("en", "one and a half million dollars", 1.5e6),
        ("en", "a million and a half dollars", 1.5e6),
        ("en", "half a million dollars", 5e5),
        ("ru", "115 млн долларов США", 115e6),
        ("ru", "26 750 долл.", 26_750),
        ("ru", "37 млрд. долл. США", 37e9),
        ("ru", "29,7 млн $", 29.7e6),
        ("ru", "сто пятнадцать миллионов долларов", 115e6),
        ("ru", "полтора миллиарда долларов", 1.5e9),
        ("ru", "пять с половиной миллиардов долларов", 5.5e9),
        ("kk", "жылына 115 миллион доллар", 115e6),
        ("kk", "60 млрд. АҚШ долларын", 60e9),
        ("kk", "жүз он бес миллион доллар", 115e6),
        ("kk", "бір жарым миллион доллар", 1.5e6),
        ("kk", "bır jüz on bes million dollar", 115e6),
    ],
)
def test_a_sum_in_dollars_is_read_in_any_spelling(language, sentence, value):
    assert [(f.dimension, f.value) for f in figures_in(sentence, language)] == [("money:usd", pytest.approx(value))]


@pytest.mark.parametrize(
    ("language", "sentence", "dimension", "value"),
    [
        ("en", "€3.2bn", "money:eur", 3.2e9),
        ("en", "£125m", "money:gbp", 125e6),
        ("ru", "3 млрд руб. в год", "money:rub", 3e9),
        ("ru", "90,8 млрд", "count", 90.8e9),
        ("en", "some 40 thousand hectares", "area", 40_000),
        ("ru", "четыреста квадратных километров", "area", 40_000),
        ("ru", "160 тысяч кв. км", "area", 16e6),
        ("kk", "160 мың шаршы км", "area", 16e6),
        ("en", "747 square miles", "area", 193_473),
        ("ru", "десять кубометров", "volume", 10),
        ("en", "48 hours", "time", 2),
        ("ru", "по пятнадцатилетнему договору", "time", 5_475),
        ("ru", "двадцатипятипроцентный рост", "percent", 25),
        ("ru", "6 часов 30 минут", "hours", 6.5),
        ("en", "three hours and six minutes", "hours", 3.1),
        ("en", "nine tenths of the work", "percent", 90),
        ("en", "of two parts: 40.3 billion from the budget", "count", 40.3e9),
        ("kk", "мың жеті жүз қырық жеті шаршы шақырым", "area", 174_700),
        ("ru", "тысяча семьсот сорок семь квадратных километров", "area", 174_700),
        ("en", "sixteen miles away", "length", 25_744),
        ("en", "a 550 pound hog", "mass", 0.2495),
        ("en", "5,500 pounds of supplies", "mass", 2.4948),
        ("en", "3 million pounds of aid", "money:gbp", 3_000_000),
        ("kk", "салмағы 550 фунт (249 кг)", "mass", 0.2495),
        ("ru", "в 26 километрах", "length", 26_000),
        ("kk", "26 шақырым жерде", "length", 26_000),
        ("kk", "5 км-ге", "length", 5_000),
        ("ru", "5-ти километров", "length", 5_000),
        ("en", "300 m from the houses", "length", 300),
        ("ru", "8 км/с", "speed", 28_800),
        ("en", "497 mph", "speed", 799.7),
        ("en", "up by 7 per cent", "percent", 7),
        ("ru", "на 2 п.п.", "percent", 2),
        ("kk", "жеті пайызға өсті", "percent", 7),
        ("en", "a 13-year-old", "age", 13 * 365),
        ("en", "Jones, 52, joined", "age", 52 * 365),
        ("ru", "37-летняя", "age", 37 * 365),
        ("kk", "37 жастағы", "age", 37 * 365),
        ("en", "a three-year plan", "time", 3 * 365),
        ("en", "the five-hundred-metre zone", "length", 500),
        ("en", "a twenty-two-metre mast", "length", 22),
        ("ru", "десять дней", "time", 10),
        ("kk", "екі жарым жыл", "time", 912.5),
        ("en", "two decades", "time", 7_300),
        ("en", "three dozen of them", "count", 36),
        ("en", "twenty-two satellites", "count", 22),
        ("ru", "двадцатью пятью спутниками", "count", 25),
        ("kk", "3000-ға дейін", "count", 3_000),
        ("en", "prices rose fivefold", "times", 5),
        ("ru", "вдвое больше", "times", 2),
        ("kk", "екі есеге артты", "times", 2),
        ("ru", "в семнадцать с половиной раз", "times", 17.5),
    ],
)
def test_a_figure_is_read_with_what_it_measures(language, sentence, dimension, value):
    assert [(f.dimension, pytest.approx(f.value, rel=0.001)) for f in figures_in(sentence, language)][:1] == [(dimension, value)]


@pytest.mark.parametrize(
    ("language", "sentence", "dimension", "values"),
    [
        ("en", "from 5 to 7 million dollars", "money:usd", [5e6, 7e6]),
        ("en", "from $5 to 7 million", "money:usd", [5e6, 7e6]),
        ("en", "$5-7 million", "money:usd", [5e6, 7e6]),
        ("en", "€5-7m", "money:eur", [5e6, 7e6]),
        ("en", "5-7m high", "length", [5.0, 7.0]),
        ("en", "from $2.5 billion to 3 billion", "money:usd", [2.5e9, 3e9]),
        ("en", "from 50,000 roubles to 65,000.", "money:rub", [5e4, 6.5e4]),
        ("en", "from 60 days to 20.", "time", [60.0, 20.0]),
        ("ru", "с 50 тысяч рублей до 65 тысяч в месяц", "money:rub", [5e4, 6.5e4]),
        ("kk", "12,5 млрд теңгеден 13,7 млрд-қа дейін", "money:kzt", [12.5e9, 13.7e9]),
        ("kk", "60 күннен 20-ға дейін", "time", [60.0, 20.0]),
        ("en", "between $5 million and $7 million", "money:usd", [5e6, 7e6]),
        ("ru", "5-7 млн евро", "money:eur", [5e6, 7e6]),
        ("kk", "30-43 пайызы", "percent", [30, 43]),
        ("ru", "от 300 до 400 метров", "length", [300, 400]),
        ("en", "11 to 18-year-olds", "age", [11 * 365, 18 * 365]),
    ],
)
def test_both_ends_of_a_range_have_its_unit_and_scale(language, sentence, dimension, values):
    assert [(f.dimension, f.value) for f in figures_in(sentence, language)] == [(dimension, pytest.approx(value)) for value in values]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Craft MS-31 left Site 6 at 14:20 on 3 May 2024."),
        ("ru", "Он не приехал в 2024 году."),
        ("kk", "1870 жылы салынды"),
        ("ru", "площадка 45"),
        ("en", "Drop zone No. 120 lies there."),
        ("en", "He teaches at School 33."),
        ("ru", "Микрорайон 7 без воды."),
        ("en", "in the 89th minute"),
        ("ru", "на 89-й минуте"),
        ("kk", "89-шы минутта"),
        ("ru", "начало в 12.30"),
        ("en", "at twelve noon"),
        ("ru", "тысячи людей"),
        ("en", "a week or one week"),
        ("en", "9" * 400),
    ],
)
def test_names_dates_clock_times_ordinals_and_serial_numbers_are_no_figures(language, sentence):
    assert figures_in(sentence, language) == []


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("paid $5m to 12 families", [("money:usd", 5e6), ("count", 12)]),
        ("rose 7 percent to 93, he said", [("percent", 7), ("count", 93)]),
        ("from 60 km to 20 sites", [("length", 60_000), ("count", 20)]),
    ],
)
def test_what_counts_something_else_is_no_other_end_of_a_range(sentence, told):
    assert [(f.dimension, pytest.approx(f.value)) for f in figures_in(sentence, "en")] == told


@pytest.mark.parametrize(("language", "sentence"), [("kk", "төрт ұпай жинаған Еуропаның"), ("ru", "одна большая европейская ночь")])
def test_a_continent_is_no_currency(language, sentence):
    assert not any(f.dimension.startswith("money") for f in figures_in(sentence, language))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("en", "$12.4 million"), ("ru", "12,4 млн долларов"), True),
        (("en", "about $90 million"), ("en", "$87 million"), True),
        (("en", "8,431,220,015 tenge"), ("ru", "8,43 млрд тенге"), True),
        (("en", "about forty workers"), ("ru", "42 рабочих"), True),
        (("en", "up to six schools"), ("ru", "шесть школ"), True),
        (("en", "more than two hundred beds"), ("ru", "210 коек"), True),
        (("ru", "ущерб превысил 13 млрд тенге"), ("en", "13,690,747,305 tenge"), True),
        (("en", "damage exceeded 13 billion tenge"), ("kk", "13 млрд теңгеден асты"), True),
        (("en", "about forty workers"), ("ru", "48 рабочих"), False),
        (("en", "8,431,220,015 tenge"), ("en", "8,429,900,101 tenge"), False),
        (("en", "$27.8 million"), ("ru", "два миллиарда рублей"), True),  # converted, and rounded to billions
        (("en", "$27.8 million"), ("ru", "2,1 млрд рублей"), False),
        (("en", "$27.8 million"), ("ru", "четыре миллиарда рублей"), False),
        (("en", "47 months"), ("en", "almost four years"), True),
        (("en", "45 miles"), ("ru", "72 км"), True),
        (("en", "1.6 million hectares"), ("ru", "16 тысяч квадратных километров"), True),
        (("en", "$100 million"), ("ru", "9,2 млрд рублей"), True),  # converted, at the rate of the year
        (("en", "$100 million"), ("ru", "5,5 млрд рублей"), False),
        (("en", "12 launches"), ("en", "14 launches"), False),
        (("en", "$115 million"), ("en", "$150 million"), False),
        (("ru", "17 километров"), ("en", "17.4 km"), True),
        (("en", "17 kilometres"), ("ru", "18 километров"), False),
        (("en", "17 kilometres"), ("ru", "17,9 км"), False),
        (("ru", "10 300 туристов"), ("ru", "десять тысяч туристов с лишним"), True),
        (("en", "9,870 pupils"), ("kk", "он мыңға жуық бала"), True),
        (("en", "9,870 pupils"), ("kk", "он екі мыңға жуық бала"), False),
        (("ru", "на 50 процентов"), ("ru", "в полтора раза"), True),
        (("en", "doubled"), ("en", "up 100 percent"), True),
        (("en", "doubled"), ("en", "up 50 percent"), False),
        (("en", "three hours and six minutes"), ("ru", "три часа"), True),
    ],
)
def test_figures_are_equal_whatever_the_unit_rounding_or_spelling(one, other, same):
    first, second = figures_in(one[1], one[0])[0], figures_in(other[1], other[0])[0]
    assert same_figure(first, second, DAY) is same
    if same:
        assert set(figure_keys(first, DAY)) & set(figure_keys(second, DAY)), "equal figures must be found by a common key"


_PARTS = (
    "1 250 000 13,5 млрд . 690 млн 5-7 half a million с половиной жарым жүз мың and twenty-two - US$ £125m km/h 2 п.п. 5-ти 9e9 1/3 % °"
)


@given(st.lists(st.sampled_from(_PARTS.split()), max_size=25), st.sampled_from(["en", "ru", "kk", "de"]))
def test_words_of_figures_in_any_order_break_nothing(parts, language):
    sentence = " ".join(parts)
    assert all(f.text in sentence and figure_keys(f, DAY) for f in figures_in(sentence, language))
