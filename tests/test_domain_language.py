"""In which language a text is written: three languages of ours, their neighbours, and what a feed's word is worth."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.domain.words.language import UNKNOWN, identify

CERTAIN = [
    ("The rocket was rolled out to the pad on Tuesday, and the crew will follow.", "en"),
    ("Launch delayed again", "en"),
    ("Ракету вывезли на стартовый комплекс во вторник утром.", "ru"),
    ("Старт перенесён", "ru"),
    ("Зымыран сейсенбі күні таңертең старт кешеніне шығарылды.", "kk"),
    ("Алматыда спутник жасалды", "kk"),
    ("Ғарышкерлер оралды", "kk"),
    ("Qazaqstan men Resei jaña kelısımge qol qoidy", "kk"),
    ("Baıqońyrdan zymyran ushyryldy, dep habarlady mınıstrlik", "kk"),
    ("Космічний апарат запустили з Байконура, і він уже на орбіті", "uk"),
    ("Der Start wurde nach dem Countdown abgebrochen und auf Montag verschoben", "de"),
    ("Le lancement est reporté par les autorités pour une semaine", "fr"),
    ("El lanzamiento se ha aplazado por el mal tiempo en la base", "es"),
    ("Il lancio è stato rinviato per il maltempo della base", "it"),
    ("Start rakiety został przełożony na przyszły tydzień i nie jest pewny", "pl"),
    ("Fırlatma kötü hava nedeniyle bir hafta ertelendi ve yeni tarih için beklenecek", "tr"),
    ("俄罗斯从拜科努尔发射火箭", "zh"),
    ("ロケットの打ち上げは延期された", "ja"),
    ("로켓 발사가 연기되었다", "ko"),
    ("تأجل إطلاق الصاروخ من قاعدة بايكونور", "ar"),
    ("Η εκτόξευση αναβλήθηκε", "el"),
    ("რაკეტის გაშვება გადაიდო", "ka"),
]


@pytest.mark.parametrize(("text", "language"), CERTAIN)
def test_a_text_says_its_language_whatever_the_feed_says(text: str, language: str) -> None:
    assert identify(text) == language
    assert {identify(text, prior) for prior in ("en", "ru", "kk-KZ")} == {language}


@pytest.mark.parametrize("prior", ["en", "ru", "kk"])
@pytest.mark.parametrize("text", ["", "2026", "— … —", "NASA"])
def test_where_the_text_says_nothing_the_feed_decides(text: str, prior: str) -> None:
    assert identify(text, prior) == prior


def test_neighbours_of_kazakh_are_told_from_it() -> None:
    assert identify("Спутник учурулду жана байланышка чыкты, деп билдирди министрлик") == "ky"
    assert identify("Спутник учирилди ва алоқага чиқди, деб хабар қилди вазирлик. Ўзбекистон бу билан фахрланади") == "uz"


def test_a_region_of_the_feeds_language_is_cut_off() -> None:
    assert identify("42", "en-US") == "en"


def test_without_text_and_feed_the_language_is_undetermined() -> None:
    assert identify("") == UNKNOWN


def test_a_kazakh_quotation_does_not_make_a_russian_text_kazakh() -> None:
    assert identify("Министр ответил словами поэта: «Қазақстан», и зал зааплодировал. После этого заседание было закрыто.", "kk") == "ru"


@given(st.text(max_size=300), st.sampled_from([None, "en", "ru", "kk", "xx"]))
def test_any_text_has_an_answer(text: str, prior: str | None) -> None:
    assert identify(text, prior)
