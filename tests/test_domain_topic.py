"""Which articles concern the topic: the shipped gazetteer on texts of our own, in three languages, with the traps of daily news."""

import time
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.domain.matching.gazetteer import Combination, Entity, TopicDefinition
from monitor.domain.matching.topic import Match, Topic, compile_topic, is_known_by_likeness, match_article, may_concern
from monitor.settings.topic import TopicFile, to_definition
from tests.topical_buried import NAMED_FAR_DOWN, NEWS_FAR_DOWN
from tests.topical_oblique import COMMON_WORDS, OBLIQUE
from tests.topical_texts import OFF_TOPIC, ON_TOPIC
from tests.topical_worlds import OTHER_WORLDS, OWN_WORLD

CONFIG = Path(__file__).parents[1] / "config"


@cache
def shipped() -> Topic:
    """The topic as it is shipped; compiled once."""
    return compile_topic(to_definition(TopicFile(gazetteer="gazetteer.yaml"), CONFIG))


def match(title: str, text: str = "") -> Match:
    return match_article(shipped(), title, text)


@pytest.mark.parametrize(("title", "text"), [*ON_TOPIC, *OWN_WORLD, *OBLIQUE, *NEWS_FAR_DOWN])
def test_what_happens_at_baikonur_or_in_kazakhstans_space_programme_is_relevant(title: str, text: str) -> None:
    found = match(title, text)
    assert found.relevant, found.reasons
    assert found.reasons


@pytest.mark.parametrize("text", ["Kazakhstan and the company Starlink signed it.", "Казахстан и компания Starlink подписали его."])
def test_who_is_called_a_company_is_named_by_it(text: str) -> None:
    assert "starlink" in match("Dishes", text).entities


@pytest.mark.parametrize(("title", "text"), [*OFF_TOPIC, *OTHER_WORLDS, *COMMON_WORDS, *NAMED_FAR_DOWN])
def test_namesakes_and_other_worlds_are_not(title: str, text: str) -> None:
    found = match(title, text)
    assert not found.relevant, found.reasons
    assert found.reasons


@pytest.mark.parametrize(
    ("title", "text", "score", "lacks", "known"),
    [
        pytest.param("The dog that stayed", "It went home.", 0.0, 0.0, True, id="likeness is enough"),
        pytest.param("The dog that stayed", "It went home.", 0.0, 0.1, False, id="it leans to nothing"),
        pytest.param("The rocket that stayed", "Its crew went home.", 0.0, 0.1, True, id="its opening speaks of flight"),
        pytest.param("The dog that stayed", "It went home.", 0.3, 0.1, True, id="it names the topic in passing"),
        pytest.param("The film and the concert", "Actors sang.", 0.3, 0.0, False, id="it is of another world"),
        pytest.param("Vostochny's rocket stayed", "Its crew went home.", 0.3, 0.0, False, id="of a rival"),
        pytest.param("Norway's rocket stayed", "Its crew went home.", 0.0, 0.1, False, id="of another state"),
        pytest.param("Baiterek holding opens a branch", "Its dog stayed.", 0.0, -0.3, False, id="it bears a namesake"),
    ],
)
def test_what_lacks_likeness_may_lean_to_the_topic_by_itself(title: str, text: str, score: float, lacks: float, known: bool) -> None:
    assert is_known_by_likeness(shipped(), title, text, score, lacks) is known


@pytest.mark.parametrize(("title", "text"), [*ON_TOPIC, *OWN_WORLD, *OBLIQUE])
def test_what_is_relevant_would_have_been_read(title: str, text: str) -> None:
    assert may_concern(shipped(), title, text)


def test_no_name_hides_the_name_of_the_site_that_it_holds() -> None:
    others = [entity for entity in shipped().entities.values() if entity.role != "core" and not entity.negative]
    sites = ("Baikonur", "Байконур", "Байқоңыр")
    assert [alias for entity in others for alias in entity.aliases if any(site in alias for site in sites)] == []


@pytest.mark.parametrize(
    ("publisher", "relevant"),
    [
        ("Байконур сегодня", True),
        ("Baikonur Courier", True),
        ("Торетам Онлайн", False),  # the village beside it, where trains stop
        ("Вечерний Нордхавн", False),
        ("Байқоңыр ауданы әкімдігінің баспасөз қызметі", False),  # of a district of the capital
        ("Ministry of Digital Development, Innovations and Aerospace Industry", False),
    ],
)
def test_a_paper_of_the_town_needs_not_name_it(publisher: str, relevant: bool) -> None:
    found = match_article(shipped(), "Тепло вернулось в дома", "Коллектор заменили ночью. Режим ЧС снят.", publisher)
    assert (found.relevant, bool(found.entities)) == (relevant, relevant)
    assert may_concern(shipped(), "Тепло вернулось в дома", "", publisher) == relevant
    assert any(reason.endswith(f"in the name of its outlet (“{publisher}”)") for reason in found.reasons) == relevant


def test_what_a_paper_of_the_town_names_far_down_is_not_all_that_it_tells_of_the_topic() -> None:
    told = FILLER + "The oldest pad, the Gagarin Start, will be painted, too."
    assert match_article(shipped(), "News of the week", told, "Baikonur Courier").shown[:1] == (0,)
    assert 0 not in match_article(shipped(), "News of the week", told, "Harbour Courier").shown


def test_a_paper_of_the_town_advertises_as_well() -> None:
    text = "Компания зовёт в Анталью. Раннее бронирование, туры от 90 000 тенге."
    assert not match_article(shipped(), "Море зовёт", text, "Байконур сегодня").relevant


# ── where a name stands, and what it means there ──────────────────────────────

FILLER = "Bread got dearer.\n\nA bridge was opened.\n\nThe orchestra has a new conductor.\n\nRain is expected by Friday.\n\n"


def test_one_name_far_down_in_an_article_about_something_else_is_a_passing_mention() -> None:
    found = match("Week in pictures", FILLER + "One of the photographers grew up near Baikonur.")
    assert not found.relevant
    assert found.score > 0
    assert found.reasons == ("Baikonur Cosmodrome in the text (“Baikonur”)",)


def test_a_far_paragraph_about_the_topic_counts_more_than_one_that_names_it() -> None:
    dense = FILLER + "A Proton rocket left Baikonur with a satellite, Roscosmos said. Kazakhstan had approved the launch."
    assert match("Week in pictures", dense).score > match("Week in pictures", FILLER + "He lives near Baikonur.").score


def test_two_paragraphs_about_the_topic_make_a_round_up_relevant() -> None:
    twice = (
        "A Proton rocket left Baikonur with a satellite, Roscosmos said.\n\nKazakhstan put its KazSat-3 satellite back into service.\n\n"
    )
    assert match("The week", FILLER + twice).relevant


@pytest.mark.parametrize(
    "tail",
    [
        "Read also: Baikonur gets a museum",
        "Читайте также: На Байконуре открыли музей · Астана ждёт гостей",
        "Ещё по теме: На Байконуре открыли музей. Астана ждёт гостей.",
        "Сондай-ақ оқыңыз: Байқоңырда мұражай ашылды",
        "Photo: a launch at Baikonur. Archive",
        "Baikonur gets a new museum\nSoyuz crew lands in Kazakhstan\nTenge steady",
    ],
)
def test_lists_of_links_and_captions_show_nothing(tail: str) -> None:
    found = match("Bread prices", FILLER + tail)
    assert not found.relevant
    assert found.score == 0


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("OneWeb's thirty-six stay put", "The crates in the Kazakh hall may remain there for another year, says the revenue committee."),
        ("Ещё год на складе", "Тридцать шесть спутников OneWeb останутся в Казахстане, решил комитет доходов."),
        ("Қоймада тағы бір жыл", "OneWeb-тің 36 серігі Қазақстандағы ангарда қалады, деді комитет."),
    ],
)
def test_the_stranded_satellites_are_known_by_their_number_in_words(title: str, text: str) -> None:
    assert "oneweb_36" in match(title, text).entities


def test_a_namesake_that_is_named_in_full_claims_the_bare_name() -> None:
    found = match("Baiterek sells bonds", "The Baiterek holding paid 14 per cent. A launch of new notes follows, Baiterek said.")
    assert not found.relevant
    assert "baiterek_complex" not in found.entities


def test_the_topic_named_in_full_keeps_its_bare_name_beside_a_namesake() -> None:
    found = match(
        "Not that Baiterek", "The Baiterek launch complex at Baikonur is no relative of the Baiterek holding. Baiterek will host a rocket."
    )
    assert found.relevant
    assert found.entities[0] in ("baiterek_complex", "baikonur_cosmodrome")


def test_another_launch_site_in_the_title_outweighs_the_topic_in_the_text() -> None:
    text = (
        "A Soyuz rocket with a satellite left Russia's Far East on Monday.\n\nThe crew watched.\n\n"
        "From Baikonur the same rocket flies twice a year."
    )
    assert not match("Launch from Vostochny cosmodrome", text).relevant


def test_the_first_flight_of_a_rocket_names_the_rocket_as_well() -> None:
    named = {m.entity for m in match("Новый срок первого пуска «Союза-5»", "Он перенесён на первый квартал.").mentions}
    assert named == {"soyuz5_first_flight", "soyuz_5"}


def test_mentions_say_where_they_stand() -> None:
    title, text = "«Протон» на Байконуре", "Носитель «Протон-М» готов.\n\nКазкосмос согласен."
    found = match(title, text)
    whole = f"{title}\n\n{text}"
    assert [(m.entity, whole[m.start : m.end], m.where, m.sentence) for m in found.mentions] == [
        ("proton_m", "Протон", "title", 0),
        ("baikonur_cosmodrome", "Байконуре", "title", 0),
        ("proton_m", "Протон-М", "lead", 1),
        ("kazcosmos", "Казкосмос", "lead", 2),
    ]
    assert found.entities[:2] == ("baikonur_cosmodrome", "kazcosmos")


def test_offsets_hold_whatever_stands_around() -> None:
    text = "\u201eEi\u00dfkalt\u201c \U0001f680 — İstanbul’da. На Байконуре тепло."
    [mention] = match("ß", text).mentions
    assert f"ß\n\n{text}"[mention.start : mention.end] == "Байконуре"


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=60), st.text(max_size=400))
def test_any_text_can_be_judged(title: str, text: str) -> None:
    found = match(title, text)
    assert 0 <= found.score <= 1
    assert found.reasons


@pytest.mark.timeout(30)
@pytest.mark.parametrize("text", ["Baikonur ", "Soyuz MS launched. ", "Казахстан запустит спутник\n\n", "Baiterek holding ", " "])
def test_a_text_that_repeats_itself_thousands_of_times_is_judged_in_good_time(text: str) -> None:
    assert match("t", text * 5_000).score <= 1


# ── a topic of one's own ──────────────────────────────────────────────────────

WORDS = compile_topic(TopicDefinition(words=("acmecorp", "Әділ", "red herring", "колесо")))


@pytest.mark.parametrize(
    ("title", "text", "reason"),
    [
        ("AcmeCorp to pay", "", "acmecorp in the title (“AcmeCorp”)"),
        ("Quarterly figures", "Shares of acmecorp's rival fell.", "acmecorp in the text (“acmecorp”)"),
        ("Menu", "He served Red Herrings.", "red herring in the text (“Red Herrings”)"),
        ("Әділдің хаты", "", "Әділ in the title (“Әділдің”)"),
        ("Авария", "От колеса осталось немного.", "колесо in the text (“колеса”)"),
    ],
)
def test_a_plain_word_anywhere_is_a_match(title: str, text: str, reason: str) -> None:
    assert match_article(WORDS, title, text) == Match(True, 1.0, (reason,), (), ())
    assert may_concern(WORDS, title, text)


@pytest.mark.parametrize("text", ["", "acme corp", "megaacmecorp", "a herring, red with shame"])
def test_without_the_word_there_is_none(text: str) -> None:
    found = match_article(WORDS, "", text)
    assert (found.relevant, found.score, found.reasons) == (False, 0.0, ("none of the words occurs",))
    assert not may_concern(WORDS, "", text)


def test_a_small_gazetteer_works_like_the_shipped_one() -> None:
    definition = TopicDefinition(
        entities=(
            Entity("mill", "site", "Green Mill", ("Green Mill",)),
            Entity("owner", "person", "Smith", ("Smith",), required=("mill",)),
            Entity("band", "organisation", "the band Green Mill", ("band Green Mill",), role="negative", shadows=("mill",)),
        ),
        groups={"river": ("river",), "dam": ("dam*",)},
        combinations=(Combination("the river dam", ("river", "dam")),),
    )
    topic = compile_topic(definition)
    assert match_article(topic, "Green Mill sold", "").relevant
    assert match_article(topic, "River dammed", "").reasons == ("the river dam in the title (“River dammed”)",)
    assert not match_article(topic, "Smith elected", "He is a teacher.").relevant
    assert match_article(topic, "Smith elected", "He owns the mill.").relevant
    assert not match_article(topic, "Tonight", "The band Green Mill plays.").relevant


@pytest.mark.parametrize(
    ("text", "relevant"),
    [
        ("The new dam is stronger than Green Mill.", False),
        ("Five works will get lamps, including those at Green Mill.", False),
        ("The flood of 1978 reached Green Mill.", False),
        ("The flood of Monday reached Green Mill.", True),
    ],
)
def test_what_is_named_to_compare_with_or_in_a_list_is_named_by_the_way_in_any_topic(text: str, relevant: bool) -> None:
    topic = compile_topic(TopicDefinition(entities=(Entity("mill", "site", "Green Mill", ("Green Mill",)),)))
    assert match_article(topic, "News of the day", text).relevant == relevant


def test_a_combination_needs_a_word_for_each_of_its_groups() -> None:
    definition = TopicDefinition(groups={"a": ("one", "two"), "b": ("two",)}, combinations=(Combination("both", ("a", "b")),))
    topic = compile_topic(definition)
    assert not match_article(topic, "two", "").relevant
    assert match_article(topic, "one two", "").relevant


def test_the_threshold_is_the_users() -> None:
    lenient = compile_topic(TopicDefinition(entities=(Entity("mill", "site", "Mill", ("Green Mill",)),), relevant_from=0.1))
    assert match_article(lenient, "Bread", FILLER + "It was baked at Green Mill.").relevant


@pytest.mark.parametrize(
    "repeated", ["а", "a", "дан", "дан ", "who ", "from ", "a-", "Қазақстаннан ұш", "из Казахстана ", "Байқоңырдан, ", "«", "1-"]
)
def test_no_text_takes_long_to_match(repeated: str) -> None:
    begun = time.process_time()
    match("Kazakhstan, a cosmonaut that " + repeated * 20, "Қазақстан ғарышкер. " + repeated * (14_000 // len(repeated)))
    assert time.process_time() - begun < 1  # seconds; what grows with the square of the length takes several
