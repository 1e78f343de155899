"""Text from outside is made safe, readable, parted into sentences, and comparable."""

import itertools
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.domain.words import text
from monitor.domain.words.text import clean, clean_line, closed, fold, plain, sentence_spans, sentences

WILD = st.text(st.characters(min_codepoint=0, max_codepoint=0x10FFFF, categories=None), max_size=300)


@pytest.mark.parametrize(
    ("dirty", "expected"),
    [
        pytest.param("Soyuz\x00 launch\x07ed", "Soyuz launched", id="NUL and controls go"),
        pytest.param("a\ud800b", "ab", id="lone surrogates go"),
        pytest.param("a\u202eb\u200bc\u00add\ufeff", "abcd", id="bidi, zero width, soft hyphen and BOM go"),
        pytest.param("e\u0301", "é", id="letters are composed"),
        pytest.param("Байкону\u0301р", "Байконур", id="a stress mark goes"),
        pytest.param("и\u0306од", "йод", id="but й stays й"),
        pytest.param("z" + "\u0300" * 40, "z" + "\u0300" * 3, id="heaped marks are cut"),
        pytest.param("  a\u00a0 \t b \n c  ", "a b\nc", id="blanks become one, lines stay"),
        pytest.param("a\r\n\r\n\r\n\u2028b", "a\n\nb", id="empty lines become one"),
    ],
)
def test_text_is_cleaned(dirty, expected):
    assert clean(dirty, 1000) == expected


def test_a_long_text_is_cut_and_a_title_stays_on_one_line():
    assert clean("x" * 5000, 100) == "x" * 100
    assert clean_line("One\ntwo\r\n\r\nthree " + "y" * 600) == ("One two three " + "y" * 600)[:500]


@settings(deadline=None)  # the machine may be busy
@given(WILD, st.integers(1, 200))
def test_cleaning_twice_changes_nothing_and_the_limit_holds(text, limit):
    once = clean(text, limit)
    assert clean(once, limit) == once
    assert len(once) <= limit
    assert unicodedata.is_normalized("NFC", once)
    once.encode("utf-8")


@settings(deadline=None)
@given(st.text(st.sampled_from("aZ9 \t\n.,«ёӘ—№\xa0"), max_size=60))
def test_what_can_be_seen_to_be_clean_comes_out_as_if_it_had_been_cleaned(text):
    assert clean(text, 1000) == clean(f"\u00ad{text}", 1000)  # a soft hyphen goes, but has all of it looked at


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        pytest.param("no markup at all", "no markup at all", id="plain text stays"),
        pytest.param("<p>One</p><p>Two<br>three</p>", "One\n\nTwo\nthree", id="paragraphs and lines"),
        pytest.param("Tom &amp; Jerry &laquo;x&raquo; &#1041;", "Tom & Jerry «x» Б", id="entities"),
        pytest.param("AT&amp;amp;T said &amp;quot;yes&amp;quot;", 'AT&T said "yes"', id="escaped twice"),
        pytest.param("a<script>alert(1)</script>b<style>p{}</style>c", "abc", id="scripts and styles are silent"),
        pytest.param("5 < 6 and 7 > 2", "5 < 6 and 7 > 2", id="less-than is no tag"),
        pytest.param("<ul><li>one</li><li>two</li></ul>", "one\n\ntwo", id="a list"),
        pytest.param('<img src=x onerror="alert(1)">text', "text", id="an image says nothing"),
        pytest.param("x <![endif]> y <b>z</b>", "x  y z", id="a marked section that does not exist"),
        pytest.param("<b>unclosed <i>tags", "unclosed tags", id="unclosed tags"),
    ],
)
def test_html_is_read_as_a_person_sees_it(markup, expected):
    assert plain(markup) == expected


@settings(deadline=None)  # the machine may be busy
@given(st.text(st.sampled_from("<>/!-[]&;#x pabscriptCDATA\"'=\n"), max_size=120))
def test_no_markup_makes_the_reader_fail(markup):
    assert "<script" not in plain(markup)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param("Baikonur is closed. The pad is damaged.", 2, id="two sentences"),
        pytest.param("It cost 7.2 billion rubles in 2026. Then 3.5 more.", 2, id="decimals"),
        pytest.param("Mr. Bakanov met Dr. Smith. They talked.", 2, id="titles of address"),
        pytest.param("The U.S. Space Force watched. The U.S. The end.", 3, id="U.S. inside and at an end"),
        pytest.param("Глава «Казкосмоса» Т. А. Мусабаев заявил об этом. Позже А. Машабаев уточнил.", 2, id="initials"),
        pytest.param("В 2026 г. Россия построит стол. Он нужен.", 2, id="the year is abbreviated"),
        pytest.param("Запуск состоится в г. Байконур. Дата не названа.", 2, id="the town is abbreviated"),
        pytest.param("Ущерб составил 115 млн. рублей. Сумма уточняется.", 2, id="millions"),
        pytest.param("Ракеты, спутники и т.д. Запуски продолжаются.", 1, id="a short beginning with etc. stays whole"),
        pytest.param("Специалисты проверили ракеты, спутники, стартовые столы и т.д. Запуски продолжаются.", 2, id="etc. at an end"),
        pytest.param("Байқоңырда зымыран ұшырылды. Оны 2026 ж. 18 қарашада хабарлады.", 2, id="Kazakh"),
        pytest.param("«Мы готовы!» Министр добавил: «Ждём». Все ждут…", 3, id="quotes"),
        pytest.param("«Запуск отложен!» — сказал он.", 1, id="a quote and who said it"),
        pytest.param("Title without a stop\n\nFirst sentence. Second", 3, id="paragraphs part"),
        pytest.param("Pad No. 31 is used. No. He denied it.", 3, id="number and no"),
        pytest.param("Wait... what? Yes!", 2, id="three dots before a small letter"),
        pytest.param("", 0, id="nothing"),
        pytest.param(" \n \n", 0, id="only blanks"),
    ],
)
def test_a_text_is_parted_into_sentences(text, count):
    assert len(sentences(text)) == count, sentences(text)


@settings(deadline=None)  # the machine may be busy
@given(WILD)
def test_sentences_stand_in_the_text_in_order_and_lose_no_word(text):
    spans = sentence_spans(text, None)
    assert all(a < b for a, b in spans)
    assert all(first[1] <= second[0] for first, second in itertools.pairwise(spans))
    assert "".join("".join(text[a:b] for a, b in spans).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("КОСМОДРОМ", "космодром", id="case"),
        pytest.param("самолёт", "самолет", id="ё and е"),
        pytest.param("Cоюз", "союз", id="a Latin C"),
        pytest.param("Кaзaхстaн", "казахстан", id="Latin a in a Russian word"),
        pytest.param("Sоyuz", "soyuz", id="a Cyrillic о in an English word"),
        pytest.param("Қазақстан Республикаси".replace("аси", "аci"), "қазақстан республикасі", id="Latin c and i in a Kazakh word"),
        pytest.param("əскери", "әскери", id="the Latin schwa of Kazakh texts"),
        pytest.param("МС-28", "MC-28", id="a designator in either alphabet"),
        pytest.param("Р-7", "P-7", id="R-7 as it looks"),
        pytest.param("«Байтерек» — ракета", '"байтерек" - ракета', id="quotes and dashes"),
        pytest.param("Soyuz\u00a0MS", "soyuz ms", id="a hard blank"),
    ],
)
def test_spellings_of_one_word_fold_to_one(one, other):
    assert fold(one) == fold(other) == fold(other.upper())


@pytest.mark.parametrize("word", ["ракета", "река", "тема", "cosmos", "ракета-2", "2024-м", "ru-сегмент"])
def test_words_of_one_script_keep_it(word):
    assert fold(word) == word


@settings(deadline=None)  # the machine may be busy
@given(WILD)
def test_a_place_in_the_folded_text_is_the_same_place_in_the_text(text):
    assert len(fold(text)) == len(text)


@settings(deadline=None)
@given(st.text(st.characters(max_codepoint=127), max_size=80))
def test_a_text_of_plain_letters_folds_as_it_does_among_others(text):
    assert fold(text) == fold(f"{text} Ж")[:-2]


@settings(deadline=None)  # the machine may be busy
@given(WILD)
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


PIECES = (
    "<p>,</p>,<br/>,<br>,<td>,<P>,</DIV >,<a href='x'>,<a href='x>y'>,<a b='1' c>,<img src=x>,</br/>,<o:p>,<pre>,<script>,<title>,<xmp>,"
    "<,>,&,&amp;,&lt;,&#1086;,&nbsp;,&copy,<!--x-->,<![CDATA[,=,/,a,bc,ж, ,  ,\n,\t,\xa0"
)


@given(st.lists(st.sampled_from(PIECES.split(",")), max_size=9).map("".join))
@settings(max_examples=300)
def test_markup_that_needs_no_parser_is_read_as_the_parser_reads_it(markup):
    quick = text._without_plain_tags(markup) if text._PLAIN_MARKUP.fullmatch(markup) else None
    reader = text._Reader()
    reader.feed(markup if quick is not None else "")
    reader.close()
    assert quick in (None, "".join(reader.parts))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Узел отправят изготовителю», — сказала она.", "«Узел отправят изготовителю», — сказала она."),
        ("“We pause,” he said, “and then", "“We pause,” he said, “and then”"),
        ("«Союз-5» полетит в «Байтерек", "«Союз-5» полетит в «Байтерек»"),
        ("Nobody said anything", "Nobody said anything"),
    ],
)
def test_what_was_said_is_opened_and_closed(sentence, expected):
    assert closed(sentence) == expected
