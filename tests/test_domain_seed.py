"""Documents as people have them: what is the article's, and what the rest tells."""

import re
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from monitor.domain.articles.boilerplate import Kind, kind_of
from monitor.domain.articles.dateline import read_dateline
from monitor.domain.articles.document import SeedDocument, read_document
from monitor.domain.articles.printed_date import day_of_address, find_day

GIVEN = Path(__file__).parents[2] / "shared" / "seeds"
WORD = re.compile(r"[^\W_]+")

CLIPPED_EN = """---
title: "Kazakh pad gets its first customer"
source: https://example.org/space/2031/04/02/first-customer
published: 2031-04-02
author: "Dana Example"
---
# Kazakh pad gets its first customer

![A rocket](https://example.org/a.jpg)

*The operator expects two flights a year.*

A private launch firm signed for two flights from the rebuilt pad on Wednesday, the operator said in a [statement](https://example.org/s).

The contract is worth \\$40 million and includes an option for \\*one\\* more flight, said its director, Aizhan Sample.

> Advertisement

## What comes next

Fuelling tests begin in June. "We will publish the results, and you can hold us to that," she told reporters.

Related stories
- [Old pad to be torn down](https://example.org/1)
- [Minister visits the site](https://example.org/2)
"""

PRINTED_RU = """15.05.2031, 18:20 Ракета доставлена на стартовый комплекс - Степная газета

Главная › Новости › Космос

Ракета доставлена на стартовый комплекс раньше срока

Автор: Мария Примерова

12 мая 2031 г., 09:45

3 мин на чтение

БАЙКОНУР, 12 мая. /ТАСС/. Ракета-носитель прибыла на космодром на неделю раньше срока, сообщил в понедельник
представитель предприятия. По его словам, испытания начнутся 20 мая и займут восемнадцать дней, после чего комиссия
назначит дату пуска.

Подпишитесь на наш канал в Telegram, чтобы не пропустить главное

«Мы уложились в смету, это 4,2 млрд тенге», — добавил он.

Эшелон на подъезде к станции. Фото: пресс-служба предприятия

Ранее пуск дважды переносили из-за погоды.

Читайте также:
Вокзал закроют на ремонт
Ученые показали новый спутник

Нашли ошибку? Выделите её и нажмите Ctrl+Enter

Поделиться
© 2031 Степная газета. Все права защищены
https://steppe.example.kz/news/2031/05/12/raketa 1/2
"""

PASTED_KK = """Басты бет
Жаңалықтар

Жаңа спутник тамызда ұшырылады

2031 жылғы 7 шілде, 10:15

АСТАНА. KAZINFORM – Байланыс спутнигі тамыз айында ұшырылады, деп хабарлады министрлік баспасөз қызметі.

Келісімшарт құны 87 млрд теңгеден асады. Аппарат он бес жыл жұмыс істейді.

Сурет: министрлік

Telegram арнамызға жазылыңыз

Тағы оқыңыз: Ғарышкерлер мектепке барды
Бөлісу
"""

FORWARDED_EN = """> ---------- Forwarded message ----------
> From: Dana Example <dana@example.org>
> Subject: Fwd: have you seen this one already?
>
> Regulator clears second ground station near Almaty
>
> By Ivan Example and Asel Sample | March 3, 2031 | 2 min read
>
> ALMATY, Kazakhstan (Reuters) - The regulator cleared a second ground
> station near Almaty on Monday, ending a dispute that had lasted nine
> months, officials said.
>
> The station will cost $12 million and employ 40 people. It may open
> in autumn if customs release the antennas in time.
>
> (Reporting by Ivan Example; editing by Asel Sample)
>
> Link: https://wire.example.com/markets/ground-station-idX1
>
> All rights reserved. Wire Example Ltd.
"""

APPEAL_RU = """Поддержите нас!

Суд отказал оператору в иске о возврате оборудования

Суд в среду отклонил иск оператора, который требовал вернуть ему краны и цистерны общей стоимостью 310 млн тенге.

Представитель оператора заявил, что решение будет обжаловано до конца месяца.

Дорогие читатели!

Мы работаем без цензуры и рекламы. Наша редакция живёт только на ваши пожертвования.

Ежемесячно
Разово
500 ₽
Продолжить

Источник: «Вестник степи»
"""

MIDWAY_EN = """Share this article
Advertisement

Drop zone talks end without a deal

Updated: 9 June 2031
Published: 8 June 2031

A rocket engine standing in a hall in Samara.Jane Example/Getty Images

Talks on two drop zones ended on Sunday without a deal, the ecology ministry said after eleven hours of negotiations.

Sign up for our daily newsletter

Our newsletter is free and you can leave it at any time.

Villages had asked for compensation of 9 million tenge for each household, a spokesman said.

Support for the plan has fallen since spring, and donations to the villages have tripled.

This story was originally published by Steppe Herald
"""

DOCUMENTS = [
    pytest.param(
        CLIPPED_EN,
        (
            "Kazakh pad gets its first customer",
            None,
            date(2031, 4, 2),
            "https://example.org/space/2031/04/02/first-customer",
            "Dana Example",
        ),
        ["$40 million", "*one* more flight", "What comes next", "you can hold us to that", "in a statement."],
        ["Advertisement", "Old pad", "Minister visits", "Related", "example.org", "A rocket"],
        id="a page clipped as Markdown",
    ),
    pytest.param(
        PRINTED_RU,
        (
            "Ракета доставлена на стартовый комплекс раньше срока",
            "Степная газета",
            date(2031, 5, 12),
            "https://steppe.example.kz/news/2031/05/12/raketa",
            "Мария Примерова",
        ),
        ["сообщил в понедельник представитель предприятия", "«Мы уложились в смету, это 4,2 млрд тенге»", "из-за погоды."],
        ["ТАСС", "Telegram", "пресс-служба", "Эшелон", "Вокзал", "Ученые", "Ctrl", "Поделиться", "©", "Главная", "15.05.2031", "1/2"],
        id="a page printed by a browser, in Russian",
    ),
    pytest.param(
        PASTED_KK,
        ("Жаңа спутник тамызда ұшырылады", "KAZINFORM", date(2031, 7, 7), None, None),
        ["тамыз айында ұшырылады", "87 млрд теңгеден асады"],
        ["Басты бет", "KAZINFORM", "Сурет", "жазылыңыз", "Ғарышкерлер", "Бөлісу", "10:15"],
        id="a page pasted, in Kazakh",
    ),
    pytest.param(
        FORWARDED_EN,
        (
            "Regulator clears second ground station near Almaty",
            "Reuters",
            date(2031, 3, 3),
            "https://wire.example.com/markets/ground-station-idX1",
            "Ivan Example and Asel Sample",
        ),
        ["a second ground station near Almaty on Monday", "It may open in autumn"],
        ["Subject", "Dana", "(Reuters)", "Link", "rights reserved", "min read"],
        id="a forwarded mail, broken at its margin",
    ),
    pytest.param(
        APPEAL_RU,
        ("Суд отказал оператору в иске о возврате оборудования", "Вестник степи", None, None, None),
        ["310 млн тенге.", "обжаловано до конца месяца."],
        ["Поддержите", "читатели", "цензуры", "Разово", "500", "Источник"],
        id="an appeal for money in Russian",
    ),
    pytest.param(
        MIDWAY_EN,
        ("Drop zone talks end without a deal", "Steppe Herald", date(2031, 6, 8), None, None),
        ["9 million tenge", "Support for the plan has fallen", "donations to the villages"],
        ["newsletter", "Getty", "Samara", "originally", "Share", "Updated"],
        id="a newsletter form in the middle of the text",
    ),
    pytest.param(
        "Title: Pad sold\nPublisher: Example Wire\nDate: 3 May 2031\nURL: https://example.org/x\n\n"
        "The pad was sold to a private firm on Monday, two people said.\n\nAsel Sample is a senior reporter at Example Wire.",
        ("Pad sold", "Example Wire", date(2031, 5, 3), "https://example.org/x", None),
        ["two people said."],
        ["Publisher", "Date", "senior reporter"],
        id="a head written by hand",
    ),
    pytest.param(
        "Byte order and breaks\r\n\r\nThe tank\xa0farm was sealed on Tuesday, two officials and one guard told a reporter.\r\n",
        ("Byte order and breaks", None, None, None, None),
        ["The tank farm was sealed"],
        ["\r", "\xa0"],
        id="breaks and blanks of another system",
    ),
    pytest.param(
        "The tank farm was sealed on Tuesday, two officials said.\n\nIt holds ninety tons of kerosene; guards stand around it.",
        (None, None, None, None, None),
        ["two officials said.", "ninety tons"],
        [],
        id="nothing but text: no title is made up",
    ),
]


@pytest.mark.parametrize(("document", "head", "kept", "left_out"), DOCUMENTS)
def test_an_article_is_parted_from_what_stands_around_it(document, head, kept, left_out):
    read = read_document(document)

    assert (read.title, read.publisher, read.date, read.url, read.author) == head
    assert [words for words in kept if words not in read.text] == []
    assert [words for words in left_out if words in read.text] == []


GIVEN_DOCUMENTS = [
    pytest.param(
        "000_7048efff5961f9bd.txt",
        ("Kazakhstan Open to Hosting Western Spacecraft Launches", "The Moscow Times", None, None),
        ("Kazakhstan's National Space Agency, Kazcosmos", "annual fee is $115 million.", 4),
        ["newsletter", "Prosecutor", "foreign agent", "Monthly", "paiment", "Remind", "Read more", "Support", "Subscribers", "Preview"],
        id="Western launches",
    ),
    pytest.param(
        "001_227d2fbe0adcadcd.txt",
        (
            "Kazakhstan Says Russia Foot-Dragging on Baiterek Space Launch Facility",
            "The Moscow Times",
            date(2014, 2, 6),
            "https://www.themoscowtimes.com/2014/02/06/kazakhstan-says-russia-foot-dragging-on-baiterek-space-launch-facility-a31806",
        ),
        ("ASTANA — Russia is holding up", "annual rental fee of $115 million.", 14),
        ["#", "By ", "TMZ-16", "Original url", "\\$", "http", "February 06", "as\n"],
        id="Baiterek delays",
    ),
    pytest.param(
        "002_1b79e785e77616c9.txt",
        ("Russia, Kazakhstan agree on number of launches from Baikonur not for first year", "Itar-Tass", None, None),
        ("MOSCOW, January 25 — Russia and Kazakhstan continue", "Yerlan Idrisov said.", 9),
        ["All news", "Media reported earlier that Russian", "Itar-Tass"],
        id="launch numbers",
    ),
    pytest.param(
        "003_7ccaf8e50526029b.txt",
        (
            "A close Russian ally is messing with the legendary spaceport it leases to the Kremlin, seizing assets over an unpaid debt",
            "Business Insider",
            None,
            None,
        ),
        ("Authorities in Kazakhstan impounded", 'it can happen to Kazakhstan."', 19),
        ["•", "feud with the Kremlin", "source of pride", "Yuri Gagarin.", "Getty", "Read the original"],
        id="assets impounded",
    ),
]


@pytest.mark.skipif(not GIVEN.is_dir(), reason="the given documents do not lie beside the project")
@pytest.mark.parametrize(("name", "head", "frame", "left_out"), GIVEN_DOCUMENTS)
def test_the_given_documents_come_out_whole_and_clean(name, head, frame, left_out):
    raw = (GIVEN / name).read_text(encoding="utf-8")
    read = read_document(raw)
    begins, ends, paragraphs = frame

    assert (read.title, read.publisher, read.date, read.url) == head
    assert read.text.startswith(begins)
    assert read.text.endswith(ends)
    assert len(read.text.split("\n\n")) == paragraphs
    assert [words for words in left_out if words in read.text] == []


@pytest.mark.skipif(not GIVEN.is_dir(), reason="the given documents do not lie beside the project")
def test_a_sentence_torn_by_an_empty_line_is_joined():
    read = read_document((GIVEN / "001_227d2fbe0adcadcd.txt").read_text(encoding="utf-8"))

    assert "to develop Baiterek as a launch pad for Russia's modular Angara rocket." in read.text


@pytest.mark.parametrize(
    ("document", "day", "known_by"),
    [
        pytest.param("{0}\n\n3 May 2031\n\n{1}", date(2031, 5, 3), "printed", id="a line of its own"),
        pytest.param("{0}\n\nASTANA, May 3 (Wire) — {1}", None, "not whole: May 3", id="a dateline without a year"),
        pytest.param("{0}\n\nASTANA, May 3, 2031 (Wire) — {1}", date(2031, 5, 3), "printed in the dateline", id="a dateline with a year"),
        pytest.param("{0}\n\n{1}\n\nSource: https://a.example/2031/05/03/pad", date(2031, 5, 3), "in the address", id="only the address"),
        pytest.param("{0}\n\n05/03/2031\n\n{1}", None, "not whole: 05/03/2031", id="day and month may be either"),
        pytest.param("{0}\n\n{1} It happened on 3 May 2031.", None, "not told", id="a date in the text is no date of the text"),
        pytest.param("{0}\n\n{1}\n\n© 2029 Steppe Herald", None, "not told", id="a year of copyright dates nothing"),
        pytest.param("{0}\n\n{1}\n\nSteppe Herald (@herald) 9 May 2030", None, "not told", id="the date of a quoted message"),
        pytest.param("{0}\n\n{1}\n\nPublished: 3 May 2031, 10:15", date(2031, 5, 3), "printed", id="a date below the text"),
        pytest.param("{0}\n\nUpdated 5 May 2031\nPublished 3 May 2031\n\n{1}", date(2031, 5, 3), "printed", id="published before updated"),
    ],
)
def test_the_date_comes_with_how_it_is_known(document, day, known_by):
    read = read_document(document.format("Pad rebuilt at last", "The pad near the river was rebuilt by forty workers this week, he said."))

    assert (read.date, read.date_certainty) == (day, known_by)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        pytest.param("Sign up for our free weekly newsletter", Kind.NEWSLETTER, id="a newsletter form"),
        pytest.param("Читать далее", Kind.NAVIGATION, id="read on, in Russian"),
        pytest.param("Құрметті оқырман!", Kind.APPEAL, id="dear reader, in Kazakh"),
        pytest.param("Фото: Роскосмос", Kind.CAPTION, id="a credit"),
        pytest.param("Support for Baikonur grows in parliament", None, id="a headline on support"),
        pytest.param("The donors will continue to pay monthly, he said.", None, id="a sentence on payments"),
        pytest.param("Источник: запуск перенесён на неделю", None, id="a headline that quotes a source"),
        pytest.param("Getty opened a museum in Astana.", None, id="a sentence that names an agency"),
    ],
)
def test_a_line_is_boilerplate_only_as_a_whole(line, kind):
    assert kind_of(line) == kind


@pytest.mark.parametrize(
    ("opening", "agency", "rest"),
    [
        pytest.param("МОСКВА, 25 января. /ТАСС/. Пуск отложен.", "ТАСС", "МОСКВА, 25 января. Пуск отложен.", id="TASS"),
        pytest.param("АСТАНА, 6 фев — РИА Новости. Пуск отложен.", "РИА Новости", "АСТАНА, 6 фев. Пуск отложен.", id="RIA"),
        pytest.param("АСТАНА, 25 қаңтар – ҚазАқпарат. Ұшты.", "ҚазАқпарат", "АСТАНА, 25 қаңтар. Ұшты.", id="Kazakh agency"),
        pytest.param("BAIKONUR, Kazakhstan (Reuters) - A rocket", "Reuters", "BAIKONUR, Kazakhstan - A rocket", id="place and region"),
        pytest.param("Астана. 14 марта. КазТАГ - Суд решил.", "КазТАГ", "Астана. 14 марта - Суд решил.", id="a place in small letters"),
        pytest.param("ASTANA — Russia is late", None, "ASTANA — Russia is late", id="no agency"),
    ],
)
def test_a_dateline_tells_its_agency(opening, agency, rest):
    read = read_dateline(opening)

    assert read
    assert (read.agency, read.rest) == (agency, rest)


@pytest.mark.parametrize("opening", ["NASA (the agency) said so.", "TASS. We know.", "Hello there, reader.", ""])
def test_what_is_no_dateline_is_left_alone(opening):
    assert read_dateline(opening) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("February 06, 2014", date(2014, 2, 6)),
        ("6 февраля 2014 г.", date(2014, 2, 6)),
        ("2014 жылғы 6 ақпан", date(2014, 2, 6)),
        ("2014-02-06T10:00:00+06:00", date(2014, 2, 6)),
        ("06.02.2014", date(2014, 2, 6)),
        ("26/02/2014", date(2014, 2, 26)),
        ("06/02/2014", None),
        ("25 января", None),
    ],
)
def test_dates_are_read_as_three_languages_print_them(text, day):
    found = find_day(text)

    assert found
    assert found.day == day


@pytest.mark.parametrize("text", ["31.02.2014", "on Tuesday", "in 2014", "40 may", "150 million a year"])
def test_what_is_no_date_is_not_read_as_one(text):
    assert find_day(text) is None


def test_an_address_may_carry_the_day():
    assert day_of_address("https://a.example/2014/02/06/x") == date(2014, 2, 6)
    assert day_of_address("https://a.example/20140206/x") == date(2014, 2, 6)
    assert day_of_address("https://a.example/id/20149906/x") is None


PIECES = st.sampled_from(
    [
        *(line for text in (CLIPPED_EN, PRINTED_RU, PASTED_KK, FORWARDED_EN, APPEAL_RU, MIDWAY_EN) for line in text.split("\n")),
        "",
        "---",
        "# ",
        "> ",
    ]
)
WILD = st.lists(PIECES | st.text(max_size=60), max_size=30).map("\n".join)


@settings(max_examples=150, deadline=None)
@given(WILD)
@example("an emphasised _0_\\0 before a backslash that escapes nothing")
def test_whatever_comes_in_nothing_is_raised_and_no_word_is_made_up(text):
    read = read_document(text)

    assert isinstance(read, SeedDocument)
    assert words(read.text) <= words(text)


@settings(max_examples=100, deadline=None)
@given(WILD)
@example("a mark that is not printed 0\\\x1b0 behind a backslash")
def test_every_line_is_either_text_or_left_out(text):
    read = read_document(text)

    told = words(" ".join((read.title or "", read.text, *(left.line for left in read.left_out))))
    assert told <= words(text)


def words(text: str) -> set[str]:
    """The words of a text as a person reads them: composed, without marks."""
    from monitor.domain.words.text import clean

    unmarked = re.sub(r"&(?:nbsp|amp|quot|#39|lt|gt);", " ", re.sub(r"\\(?=[^\w\s])", "", clean(text, 1_000_000)))
    return set(WORD.findall(unicodedata.normalize("NFC", unmarked)))


def test_a_hostile_document_is_read_in_time():
    hostile = "\n".join(["[" * 300 + "(" * 300, "*_" * 400, "a › " * 200, "By " + "A " * 190, "x" * 50_000, "A-" * 5000, "1 " * 2000] * 5)

    assert read_document("A title of some words\n" + "- a\n" * 20_000 + "[x](y) " * 20_000).url is None
    assert read_document(hostile).date_certainty == "not told"
