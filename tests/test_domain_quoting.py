"""How what is new is quoted."""

import pytest

from monitor.domain.judging.quoting import shortened
from tests.placed import placed


def test_a_long_sentence_is_cut_around_its_fact():
    sentence = (
        "The committee, which met for the third time this month after long quarrels among its members, "
        "decided to pay $14 million at once to the yard."
    )
    cut = shortened(sentence, "$14 million")
    assert len(cut) <= 110
    assert "$14 million" in cut


def test_who_held_an_office_stands_before_a_happening_and_before_no_day_or_sum():
    title, lead = "Anna Berg appointed head of the Nordhavn port", "She succeeds Lars Holm, who stepped down, the port said on Monday."
    happened = placed(title, lead).novelties[0]
    assert (happened.kind, happened.old) == ("event", "Lars Holm")
    dated = placed(title + " from 4 May", f"{lead} She begins on 4 May 2024.").novelties[0]
    assert (dated.kind, dated.old) == ("date", None)


@pytest.mark.parametrize(
    ("sentence", "around", "kept"),
    [
        pytest.param(
            "The port of Nordhavn does not, according to a statement that its spokeswoman read out on Monday morning, intend to build "
            "a second dock for 14 million dollars.", "14 million dollars", "does not", id="en",
        ),
        pytest.param(
            "Управление порта Нордхавна не намерено, как следует из заявления, зачитанного в понедельник утром пресс-секретарём, "
            "строить второй док за 14 миллионов долларов.", "14 миллионов долларов", "не намерено", id="ru",
        ),
        pytest.param(
            "Порт басқармасы екінші докты салуға 14 миллион доллар жұмсайды деген қауесетті дүйсенбі күні таңертең баспасөз хатшысы "
            "оқыған мәлімдемеде растаған емес.", "14 миллион доллар", "емес", id="kk",
        ),
    ],
)  # fmt: skip
def test_a_negation_is_never_cut_out_of_what_is_told(sentence, around, kept):
    assert kept in shortened(sentence, around)


@pytest.mark.parametrize(
    ("language", "title", "text", "told_first"),
    [
        pytest.param(
            "ru", "Порт подал второй иск", "Вестник Побережья.\n\nПорт Нордхавна обратился в суд со вторым иском к верфи.",
            "Порт Нордхавна обратился", id="the paper's name",
        ),
        pytest.param(
            "ru", "Комиссия заседала", "НОРДХАВН, 7 сентября, Берег Инфо.\n\nДевятое заседание закончилось запретом.",
            "Девятое заседание", id="town, day and paper",
        ),
        pytest.param(
            "en", "LIVE: ferry leaves Nordhavn", "12:10 Good afternoon from the pier.\n\n14:28 The ferry leaves Nordhavn with 300.",
            "14:28 The ferry leaves", id="the clock of a live blog",
        ),
        pytest.param("en", "Ferry leaves", "[PRESENTER] The ferry left Nordhavn on Monday.", "The ferry left", id="who speaks"),
    ],
)  # fmt: skip
def test_what_is_told_is_the_news_and_nothing_around_it(language, title, text, told_first):
    assert placed(title, text, language=language).novelties[0].text.startswith(told_first)
