"""Dates and periods as three languages write them, resolved against the day of publication."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.domain.facts.dates import dates_in, span_of

DAY = date(2024, 3, 10)  # a Sunday


@pytest.mark.parametrize(
    ("language", "sentence", "key"),
    [
        ("en", "It will fly on 4 May.", "2024-05-04"),
        ("en", "It will fly on May 4, 2025.", "2025-05-04"),
        ("en", "Signed on 2023-11-02.", "2023-11-02"),
        ("ru", "Подписано 02.11.2023.", "2023-11-02"),
        ("ru", "Пуск намечен на 4 мая.", "2024-05-04"),
        ("kk", "2025 жылғы 4 мамырда", "2025-05-04"),
        ("kk", "2023 ж. 4 мамыр", "2023-05-04"),
        ("kk", "2023 жылдың 9 қыркүйегінде", "2023-09-09"),
        ("kk", "24 наурызда ұшады", "2024-03-24"),
        ("kk", "24 nauryzda ūşady", "2024-03-24"),
        ("kk", "10-шы мамырдан бері", "2024-05-10"),
        ("en", "born on September 30, 1882", "1882-09-30"),
        ("ru", "30 октября прошлого года", "2023-10-30"),
        ("en", "It was signed in December 2011.", "2011-12"),
        ("ru", "перенесён на апрель", "2024-04"),
        ("ru", "отправится не раньше декабря", "2024-12"),
        ("ru", "не позже декабря", "2024-12"),
        ("ru", "стоит в плане на декабрь", "2024-12"),
        ("en", "no earlier than December", "2024-12"),
        ("en", "put off to December", "2024-12"),
        ("en", "The airport of the town to leave its lease in December", "2024-12"),
        ("en", "The pad will be ready in February.", "2025-02"),
        ("en", "It opened in the July-to-September period.", "2023-Q3"),
        ("en", "The rocket was brought to the pad by train in December.", "2023-12"),
        ("ru", "Пуск должен состояться в декабре.", "2024-12"),
        ("en", "It fell in December.", "2023-12"),
        ("ru", "была намечена на январь", "2024-01"),
        ("ru", "в августе прошлого года", "2023-08"),
        ("en", "in August last year", "2023-08"),
        ("en", "last May", "2023-05"),
        ("kk", "өткен жылдың тамызында", "2023-08"),
        ("kk", "былтырғы мамырда", "2023-05"),
        ("ru", "в конце ноября", "2023-11"),
        ("kk", "қазанның басында", "2023-10"),
        ("ru", "после февральского пуска", "2024-02"),
        ("ru", "говорят о восемнадцатом апреля", "2024-04-18"),
        ("en", "retired at end-2027", "2027"),
        ("en", "flies in mid-2025", "2025"),
        ("en", "in the final month of next year", "2025-12"),
        ("ru", "в последнем месяце следующего года", "2025-12"),
        ("kk", "келесі жылдың соңғы айында", "2025-12"),
        ("en", "in the last quarter of this year", "2024-Q4"),
        ("ru", "в последнем квартале 2027 года", "2027-Q4"),
        ("en", "by the middle of next year", "2025"),
        ("en", "by the year's end", "2024"),
        ("en", "due by year-end 2026", "2026"),
        ("en", "before the year is out", "2024"),
        ("kk", "биыл жылдың соңына дейін", "2024"),
        ("ru", "сдадут к концу месяца", "2024-03"),
        ("kk", "ай соңында тапсырылады", "2024-03"),
        ("kk", "сәуір айының басында", "2024-04"),
        ("ru", "он первого мая подписал указ", "2024-05-01"),
        ("ru", "двадцать первого марта две тысячи двадцать шестого года", "2026-03-21"),
        ("en", "on the twenty-first of April, 2025", "2025-04-21"),
        ("en", "April the eighteenth", "2024-04-18"),
        ("kk", "он сегізінші сәуірде", "2024-04-18"),
        ("kk", "жиырма бірінші наурызда", "2024-03-21"),
        ("en", "on the first Thursday of February 2026", "2026-02-05"),
        ("ru", "в последнюю пятницу мая", "2024-05-31"),
        ("kk", "сәуірдің екінші бейсенбісінде", "2024-04-11"),
        ("ru", "во второй половине мая", "2024-05"),
        ("en", "on the twenty-second of this month", "2024-03-22"),
        ("en", "on the fourth Sunday of this month", "2024-03-24"),
        ("en", "on the 2nd of next month", "2024-04-02"),
        ("en", "between October and December of 2028", "2028-Q4"),
        ("ru", "с января по март 2025 года", "2025-Q1"),
        ("ru", "новый срок – апрель – июнь", "2024-Q2"),
        ("kk", "2025 жылғы қаңтар–наурызда", "2025-Q1"),
        ("en", "in the first quarter of 2026", "2026-Q1"),
        ("en", "Q1 2026", "2026-Q1"),
        ("en", "by the end of winter 2026", "2026-02"),
        ("ru", "до конца весны", "2024-05"),
        ("kk", "көктем соңына дейін", "2024-05"),
        ("en", "in early summer", "2024-06"),
        ("en", "in the first three months of next year", "2025-Q1"),
        ("ru", "за первые шесть месяцев 2025 года", "2025-H1"),
        ("kk", "2025 жылдың бірінші үш айында", "2025-Q1"),
        ("en", "over the first nine months of 2025", "2025"),
        ("ru", "в первые три месяца года", "2024-Q1"),
        ("ru", "в первом квартале 2026 года", "2026-Q1"),
        ("ru", "I квартал 2026 года", "2026-Q1"),
        ("kk", "2026 жылдың бірінші тоқсанында", "2026-Q1"),
        ("en", "in the first quarter of next year", "2025-Q1"),
        ("ru", "в первом квартале следующего года", "2025-Q1"),
        ("kk", "келер жылдың бірінші тоқсанында", "2025-Q1"),
        ("en", "in the second half of 2026", "2026-H2"),
        ("ru", "во втором полугодии", "2024-H2"),
        ("kk", "2026 жылдың екінші жартысында", "2026-H2"),
        ("en", "The lease runs until 2050.", "2050"),
        ("en", "The quay is to be finished by 1 November.", "2024-11-01"),
        ("en", "The quay was finished by 1 November.", "2023-11-01"),
        ("ru", "Работы завершатся до 1 ноября.", "2024-11-01"),
        ("ru", "Причал достроили к 1 ноября.", "2023-11-01"),
        ("kk", "Жұмыс 1 қарашаға дейін аяқталады.", "2024-11-01"),
        ("kk", "Жұмыс 1 қарашаға дейін аяқталды.", "2023-11-01"),
        ("en", "The quay is to be finished by November.", "2024-11"),
        ("ru", "Работы завершатся до ноября.", "2024-11"),
        ("kk", "Жұмыс қарашаға дейін аяқталады.", "2024-11"),
        ("en", "It opens not before 15 November.", "2024-11-15"),
        ("ru", "Он откроется не раньше 15 ноября.", "2024-11-15"),
        ("en", "by the end of the year", "2024"),
        ("ru", "до конца года", "2024"),
        ("kk", "жыл соңына дейін", "2024"),
        ("en", "by the end of 2025", "2025"),
        ("kk", "2025 жылдың соңында", "2025"),
        ("ru", "в следующем году", "2025"),
        ("kk", "алдағы жылы", "2025"),
        ("en", "next month", "2024-04"),
        ("ru", "в следующем месяце", "2024-04"),
        ("en", "next Thursday", "2024-03-14"),
        ("ru", "в следующий четверг", "2024-03-14"),
        ("kk", "келесі бейсенбіде", "2024-03-14"),
        ("en", "in the 1980s", "198x"),
        ("ru", "в 1980-х годах", "198x"),
        ("kk", "1980-ші жылдары", "198x"),
        ("ru", "в 30-е годы прошлого века", "193x"),
        ("en", "19th-century maps", "18xx"),
        ("ru", "карты XIX века", "18xx"),
        ("kk", "19 ғасырдағы карта", "18xx"),
    ],
)
def test_a_date_is_resolved_against_the_day_of_publication(language, sentence, key):
    assert [when.key for when in dates_in(sentence, language, DAY)] == [key]


@pytest.mark.parametrize(
    ("language", "sentence", "keys"),
    [
        ("en", "3–7 May 2025", ["2025-05-03", "2025-05-07"]),
        ("en", "May 3-7", ["2024-05-03", "2024-05-07"]),
        ("ru", "с 3 по 7 мая", ["2024-05-03", "2024-05-07"]),
        ("kk", "2025 жылғы 3–7 мамыр", ["2025-05-03", "2025-05-07"]),
        ("ru", "в 2019–2021 годах", ["2019", "2021"]),
        ("en", "in late March and early April", ["2024-03", "2024-04"]),
        ("en", "He speaks of January to March 2025.", ["2025-Q1"]),
        ("ru", "Это январь и март.", ["2024-01", "2024-03"]),
        ("en", "It was moved from April to June.", ["2024-04", "2024-06"]),
        ("ru", "Пуск перенесли с апреля на июнь.", ["2024-04", "2024-06"]),
        ("ru", "с апреля по июнь", ["2024-Q2"]),
        ("en", "go north: July 22 and September 19 named", ["2024-07-22", "2024-09-19"]),
    ],
)
def test_a_range_has_two_ends(language, sentence, keys):
    assert [when.key for when in dates_in(sentence, language, DAY)] == keys


def test_that_same_year_is_the_one_that_was_named_last():
    keys = [when.key for when in dates_in("In October 2025, with a flight in the fourth quarter of that year.", "en", DAY)]
    assert keys == ["2025-10", "2025-Q4"]
    assert [when.key for when in dates_in("Осенью того же года, в октябре.", "ru", DAY, 2021)] == ["2021-10"]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "It may fly, and they march on."),
        ("en", "A Long March 3B will lift it, and a Long March 5 the other."),
        ("en", "a question to Mrs May"),
        ("kk", "осы маусымда екі ойын"),
        ("kk", "үш мәрте жеңді"),
        ("ru", "До 2000 военнослужащих ушли."),
        ("kk", "2000-ға жуық адам"),
        ("en", "$2000 was paid"),
        ("en", "Expo-2017 pavilion"),
        ("en", "30 years later"),
        ("en", "a year later than promised"),
    ],
)
def test_a_word_or_count_that_looks_like_a_date_is_none(language, sentence):
    assert dates_in(sentence, language, DAY) == ()


def test_a_date_keeps_the_words_that_say_which_part_is_meant():
    assert [when.text for when in dates_in("Первый пуск ждут в конце 2025 года.", "ru", DAY)] == ["конце 2025 года"]


_PARTS = (
    "2025 жылдың 30 4 may May мая қазан соңында конце first quarter половине года next last of the , . - ( 1980s 2024-02-31 II Q1 XIX века"
)


@given(st.lists(st.sampled_from(_PARTS.split()), max_size=25), st.sampled_from(["en", "ru", "kk"]))
def test_words_of_dates_in_any_order_break_nothing(parts, language):
    sentence = " ".join(parts)
    assert all(sentence[when.start : when.end] == when.text for when in dates_in(sentence, language, DAY))


@pytest.mark.parametrize(
    "sentence", ["on 4 May 2025", "in May 2025", "in Q2 of 2025", "in the first half of 2025", "in the year 2025", "in the 1930s"]
)
def test_a_key_reaches_as_far_as_its_date(sentence):
    (when,) = dates_in(sentence, "en", DAY)
    first, last = span_of(when.key)
    assert first == when.first.isoformat()
    assert when.last.isoformat() <= last <= f"{when.last:%Y-%m}-31"


def test_a_quarter_without_a_year_is_the_nearest():
    december = [when.key for when in dates_in("It is to fly in the first quarter.", "en", date(2024, 12, 26))]
    assert (december, dates_in("It flew in the first quarter.", "en", date(2024, 6, 1))[0].key) == (["2025-Q1"], "2024-Q1")


@pytest.mark.parametrize(
    ("language", "sentence", "found"),
    [
        ("en", "The launch is now planned for Saturday.", [("2024-03-16", "Saturday")]),
        ("en", "Postponed from Thursday to Saturday", [("2024-03-16", "Saturday")]),
        ("en", "The next attempt will be made on Tuesday, he said on Friday.", [("2024-03-12", "Tuesday")]),
        ("ru", "Пуск перенесли на субботу.", [("2024-03-16", "субботу")]),
        ("ru", "Следующая попытка – в среду.", [("2024-03-13", "среду")]),
        ("kk", "Ұшыру сенбіге шегерілді.", [("2024-03-16", "сенбіге")]),
        ("kk", "Ūşyru senbige şegerildi.", [("2024-03-16", "senbige")]),
        ("en", "The launch was put off to Saturday.", [("2024-03-16", "Saturday")]),
        ("en", "It was due on Thursday.", [("2024-03-07", "Thursday")]),
        ("en", "It had been planned for Thursday.", [("2024-03-07", "Thursday")]),
        ("ru", "Пуск был намечен на четверг.", [("2024-03-07", "четверг")]),
        ("kk", "Ұшыру бейсенбіге жоспарланған еді.", [("2024-03-07", "бейсенбіге")]),
        ("en", "It is set for Saturday, 30 March.", [("2024-03-30", "30 March")]),
        ("en", "He said so on Friday.", []),
        ("en", "They are not ready, set on Friday's crash.", []),
        ("ru", "В ночь на субботу был взрыв.", []),
        ("kk", "Ол сенбіде айтты.", []),
    ],
)
def test_a_weekday_is_a_day_to_come_only_where_it_is_planned(language, sentence, found):
    assert [(when.key, when.text) for when in dates_in(sentence, language, DAY)] == found


def test_a_date_is_told_as_it_is_written():
    [when] = dates_in("It opened in the July-to-September period.", "en", DAY)
    assert (when.text, when.key) == ("July-to-September", "2023-Q3")


@pytest.mark.parametrize(
    ("language", "sentence", "keys"),
    [
        ("en", "It is set for Thursday, the thirteenth of June.", ["2024-06-13"]),
        ("ru", "Рейс назначен на четверг, тринадцатое июня.", ["2024-06-13"]),
        ("en", "It was set on 2 March, and is due on Thursday.", ["2024-03-02", "2024-03-14"]),
    ],
)
def test_a_day_of_the_week_before_a_date_in_words_is_no_other_day(language, sentence, keys):
    assert [when.key for when in dates_in(sentence, language, DAY)] == keys
