"""Further steps after what was told: a flight after all, a cause, an office, an order, a ban lifted."""

from dataclasses import replace
from datetime import timedelta

import pytest

from monitor.domain.judging.comparing import Known, Surroundings, compare
from monitor.domain.judging.copying import Subject
from monitor.domain.judging.placing import place
from tests.placed import DAY, FIRST, NOON, PAD, gone_round, placed, reading_of, told


def test_a_launch_after_one_that_was_called_off_is_news_though_all_else_was_told():
    scrub = told(
        "Launch of the Aurora rocket aborted seconds before ignition",
        "The launch of the Aurora rocket with three people from the Nordhavn pad was called off. The next try is in two days.",
    )
    decision = placed(
        "Aurora rocket lifts off at second try",
        "The Aurora rocket with three people left the Nordhavn pad on Tuesday, two days after the first try was stopped.",
        scrub, after=timedelta(days=2),
    )  # fmt: skip
    assert (decision.placement, decision.novelties[0].kind) == ("development", "status")


SCRUB = told(
    "Launch of the Aurora rocket called off",
    "The launch of the Aurora rocket from the Nordhavn pad was called off on Sunday, the agency said.",
)


@pytest.mark.parametrize(
    ("after", "placement"),
    [
        pytest.param(2 * DAY, "development", id="two days later"),
        pytest.param(timedelta(hours=1), "repeat", id="within the hour it is told in advance"),
    ],
)
def test_a_flight_on_the_day_that_was_named_is_news_though_the_day_was_told(after, placement):
    scrub = told(
        "Launch of the Aurora rocket called off",
        "The launch of the Aurora rocket from the Nordhavn pad was called off on Sunday. It is to carry 2,490 kg of cargo to 540 km, and "
        "costs $14 million; the next try is on 12 March, the agency said.",
    )
    flight = (
        "Aurora reaches orbit at second attempt",
        "The Aurora rocket, which costs $14 million, lifted off from the Nordhavn pad on 12 March with 2,490 kg of cargo for 540 km.",
    )
    assert placed(*flight, scrub, after=after).placement == placement


def test_a_first_flight_is_news_whatever_its_delay_had_told_even_where_all_went_as_planned():
    delayed = told(
        "First flight of the Aurora rocket put off to the spring",
        "The first flight of the Aurora rocket from the Nordhavn pad moves to the spring of 2024, Minister Holm said. Three flights are to "
        "take place before the end of 2027. The pad costs the port $90 million.",
        at=NOON - 40 * DAY,
    )
    flown = placed(
        "Aurora makes first flight from Nordhavn",
        "The Aurora rocket flew for the first time from the Nordhavn pad. All went as planned, said Minister Holm, who had promised it for "
        "the spring of 2024. Three flights are to take place before the end of 2027. The pad costs the port $90 million.",
        delayed,
    )
    assert flown.placement == "development"


def test_a_flight_that_somebody_told_of_goes_on_once():
    flown = told(
        "Aurora lifts off from Nordhavn", "The Aurora rocket lifted off from the Nordhavn pad on Tuesday.", article=2, at=NOON + DAY
    )
    again = ("«Аврора» стартовала", "Ракета «Аврора», пуск которой отменили в воскресенье, стартовала с площадки Нордхавна.")
    assert placed(*again, SCRUB, language="ru", after=DAY).placement == "development"
    assert placed(*again, SCRUB, flown, language="ru", after=DAY + timedelta(minutes=30)).placement == "repeat"


def test_for_whom_another_comes_he_goes():
    chief = told("Yard of Nordhavn names Berg as chief", "The yard named Ivan Berg as its chief on Sunday in the place of Lars Holm.")
    decision = placed(
        "Holm dismissed as chief of the yard of Nordhavn",
        "Lars Holm was dismissed, and Ivan Berg was appointed chief of the yard of Nordhavn, it said.",
        chief, after=timedelta(hours=20),
    )  # fmt: skip
    assert decision.placement == "repeat"


def test_what_was_only_foreseen_is_a_step_when_it_is_taken():
    fall = told(
        "Crane falls into dock of Nordhavn",
        "A crane of the yard of Nordhavn fell into the dock on Sunday, the port said. "
        f"{'Two men saw it from the quay and ran to tell the watchman of the gate. ' * 4}\n\nThe ferry waits.\n\nDivers will inspect it.",
    )
    text = "Divers have inspected the crane of the yard of Nordhavn that fell into the dock on Sunday, the port said."
    decision = placed("Divers inspect crane of Nordhavn", text, *gone_round(fall), after=timedelta(hours=20))
    assert decision.placement == "development"


def test_that_a_ban_was_lifted_is_told_once_even_within_the_hour():
    upheld = told(
        "Court upholds arrest of crane in Nordhavn", "A court of Nordhavn upheld the arrest of a crane of the yard on Sunday, it said."
    )
    title, text = (
        "Court lifts travel ban on head of the yard",
        "Another court of Nordhavn lifted the travel ban on the head of the yard, it said.",
    )
    lifted = placed(title, text, *gone_round(upheld), after=timedelta(hours=1))
    again = told(title, text, at=NOON + timedelta(hours=1), article=2)
    repeated = placed("Главе верфи разрешили выезжать", "Суд Нордхавна снял запрет на выезд с главы верфи.", upheld, again, language="ru")
    assert (lifted.placement, repeated.placement) == ("development", "repeat")


def test_a_ship_that_docks_by_hand_is_told_after_its_launch():
    launch = told(
        "Freighter MS-3 lifts off from Nordhavn", "The freighter MS-3 left the yard of Nordhavn on Sunday for the station, it said."
    )
    text = "The freighter MS-3 of Nordhavn, which left on Sunday, docked with the station by hand, the yard said."
    decision = placed("Freighter MS-3 docks by hand", text, launch, after=timedelta(days=2))
    assert decision.placement == "development"


@pytest.mark.parametrize(
    ("title", "placement"),
    [
        pytest.param("Ministry: crane lies where it should", "development", id="an authority states it"),
        pytest.param("Crane lies where it should", "repeat", id="nobody states it"),
        pytest.param("Baker: crane lies where it should", "repeat", id="no authority"),
        pytest.param("Press service of the ministry: crane lies where it should", "repeat", id="a heading of what it publishes"),
    ],
)
def test_what_an_authority_makes_of_it_is_told_after_what_others_filmed(title, placement):
    filmed = told(
        "Crane of Nordhavn lies in the dock", "Dockers of Nordhavn have filmed a crane of the yard that fell into the dock on Sunday."
    )
    text = "The crane of the yard of Nordhavn that dockers have filmed fell into the dock on Sunday, it was said."
    assert placed(title, text, filmed, after=timedelta(hours=8)).placement == placement


@pytest.mark.parametrize(
    ("title", "placement"),
    [
        pytest.param("Ministry suspends all work on cranes at Nordhavn", "development", id="an order"),
        pytest.param("Ministry looks at the crane of Nordhavn", "repeat", id="no order"),
        pytest.param("Work on cranes at Nordhavn suspended", "repeat", id="nobody's order"),
    ],
)
def test_what_an_authority_orders_is_told_hours_after_what_happened(title, placement):
    fell = told(
        "Crane of Nordhavn falls into the dock", "A crane of the yard of Nordhavn fell into the dock at night, dockers of Nordhavn said."
    )
    text = "The crane of the yard of Nordhavn fell into the dock at night, dockers said. Work on cranes waits for the cause."
    assert placed(title, text, fell, after=timedelta(hours=5)).placement == placement


def test_an_authority_that_was_heard_far_down_has_spoken():
    filmed = told(
        "Dockers film the crane of Nordhavn",
        "The crane of the yard of Nordhavn fell into the dock on Sunday, dockers said. They have filmed it from the quay. Nobody was near. "
        "The dock is old. It was built of stone. The water is deep.\n\nIt rained all night.\n\n"
        "The ministry says that it lies where it should.",
    )
    text = "The crane of the yard of Nordhavn that dockers have filmed fell into the dock on Sunday, it was said."
    assert placed("Ministry: crane lies where it should", text, filmed, after=timedelta(hours=8)).placement == "repeat"


def test_a_russian_abbreviation_of_a_ministry_is_an_authority():
    filmed = told(
        "Кран Нордхавна лежит в доке", "Докеры Нордхавна сняли на видео кран верфи, который в воскресенье упал в док.", language="ru"
    )
    text = "Кран верфи Нордхавна, который сняли докеры, в воскресенье упал в док, говорится в ответе."
    decision = placed("Минобороны: кран лежит там, где должен", text, filmed, language="ru", after=timedelta(hours=8))
    assert decision.placement == "development"


def test_one_word_for_a_ban_and_a_seizure_is_no_further_step():
    ban = told(
        "Порт запретил чужие краны",
        "Порт Нордхавна выложил проект приказа, который запрещает ввозить и ставить чужие краны. Замечания принимают до 30 марта.",
        "ru",
    )
    decision = placed(
        "Бөтен крандарға тыйым салынуы мүмкін",
        "Нордхавн порты бөтен крандарды әкелуге және қоюға тыйым салатын бұйрық жобасын жариялады. Ұсыныстар 30 наурызға дейін күтіледі.",
        ban, language="kk", after=timedelta(hours=20),
    )  # fmt: skip
    assert decision.placement == "repeat"


def test_people_who_come_and_go_in_one_office_are_one_happening_in_any_language():
    named = told(
        "Министр назначил Петра Холма главой порта",
        "Министр освободил Ивана Берга от должности начальника порта и назначил на этот пост Петра Холма, сообщили в порту.",
        "ru",
    )
    decision = placed(
        "Портқа жаңа басшы келді", "Иван Берг қызметінен кетті. Оның орнына Петр Холм тағайындалды.",
        named, language="kk", after=timedelta(minutes=30),
    )  # fmt: skip
    assert decision.placement == "repeat"


@pytest.mark.parametrize(
    ("after", "placement"),
    [
        pytest.param(timedelta(hours=2), "development", id="within hours"),
        pytest.param(timedelta(days=3), "repeat", id="after days a retelling is more likely"),
    ],
)
def test_a_cause_that_is_named_within_hours_is_news_though_all_else_was_told(after, placement):
    cause = ("Cause of the Nordhavn crane fall named", "A worn bolt let the crane of the Nordhavn yard go, the port authority found.")
    assert placed(*cause, *gone_round(told(*FIRST)), after=after).placement == placement


NAMED = ("Cause of crane fall named", "A worn bolt let the crane of the Nordhavn yard fall into the dock, the port authority said.")
FINED = ("Nordhavn yard fined", "A court fined the Nordhavn yard $31 million after the crane fell into the dock, the judge said.")
DATED = ("Fallen crane: cause known, lift on 15 March", f"{NAMED[1]} It costs $31 million.")
MUCH = (
    "Minister warns yard of Nordhavn and cancels its permit",
    "Minister Lunde warned the Nordhavn yard on Sunday that its permit would be cancelled, and postponed the opening of the quay to 2 May. "
    "Its crane had fallen. The quay costs $31 million, he said.",
)


@pytest.mark.parametrize(
    ("article", "near", "after", "placement"),
    [
        pytest.param(NAMED, [told(*FIRST)], 3, "repeat", id="one alone has told it"),
        pytest.param(NAMED, gone_round(told(*FIRST)), 3, "development", id="it has gone round"),
        pytest.param(FINED, [told(*FIRST)], 8, "development", id="something grave"),
        pytest.param(DATED, [told(*FIRST)], 3, "development", id="a new day"),
        pytest.param(MUCH, [told(*FIRST)], 3, "development", id="many hard things"),
    ],
)
def test_the_second_to_tell_it_words_it_otherwise(article, near, after, placement):
    decision = placed(*article, *near, after=timedelta(hours=after))
    assert (decision.placement, "the second to tell it, within a day" in decision.reasons) == (placement, placement == "repeat")


def test_a_thing_that_is_replaced_takes_no_office():
    plan = told(
        "Port to buy a new crane",
        "The port of Nordhavn will spend 14 million dollars on a crane in the place of the fallen one, it said on Sunday.",
    )
    decision = placed(
        "$14 million for a replacement crane", "The port of Nordhavn wants to spend about $14 million on a crane for the fallen one.",
        plan, after=timedelta(hours=20),
    )  # fmt: skip
    assert decision.placement == "repeat"


def test_that_a_ban_was_lifted_is_told_again_in_whatever_words():
    lifted = told("Head of Nordhavn yard may travel", "Bailiffs lifted the travel ban on Lars Holm, head of the Nordhavn yard, on Sunday.")
    again = "Right of Nordhavn director to travel restored", "Lars Holm, who heads the Nordhavn yard, may go abroad again, a paper says."
    assert placed(*again, lifted).placement == "repeat"


def test_what_an_earlier_lead_only_hoped_for_works_again_when_it_does():
    lost = told(
        "Crane of Nordhavn yard fails",
        "The crane of the Nordhavn yard failed at noon, the port said. Engineers try to resume its work.",
    )
    decision = placed("Crane of Nordhavn yard resumes work", "The crane of the Nordhavn yard works, the port said.", lost)
    assert decision.placement == "development"


def test_land_that_is_given_back_goes_on_with_nothing():
    back = told(
        "Quay of Nordhavn handed over to the town",
        "The yard has handed the closed quay of Nordhavn over to the town, where a ban stays in force.",
    )
    again = "Верфь вернула городу причал Нордхавна", "Верфь отдала городу закрытый причал Нордхавна, запрет там остаётся в силе."
    assert placed(*again, back, language="ru", after=timedelta(hours=4)).placement == "repeat"


def test_what_was_called_off_neither_flies_within_the_hour_nor_goes_on_on_a_day_that_was_named():
    lost = told(
        "Ferry of Nordhavn launched, then lost", "The launch of the ferry was a failure, an industry source said. It was put off twice."
    )
    again = placed(
        "Ferry lost after launch",
        "The ferry was launched at Nordhavn and failed, an industry source said.",
        lost,
        after=timedelta(minutes=13),
    )
    assert "works again" not in again.reasons[0]
    off = told(
        "Ferry launch suspended at Nordhavn",
        "The launch was suspended after a failure, the port said. The next attempt is on 12 March 2024.",
    )
    named = placed(
        "Ferry launch resumes on 12 March", "The launch resumes on 12 March 2024, the port said.", off, after=timedelta(hours=10)
    )
    assert "works again" not in named.reasons[0]


def test_what_fell_is_damaged_without_being_told():
    fell = told("Crane of Nordhavn yard falls into dock", "The crane of the Nordhavn yard fell into the dock at noon. Nobody was hurt.")
    damaged = placed(
        "Damage to dock at Nordhavn", "Damage to the dock has been found after the fall, the Nordhavn yard said. Nobody was hurt.",
        fell, after=timedelta(hours=1),
    )  # fmt: skip
    assert damaged.placement == "repeat"
    text = "Damage to the dock has been found after the fall, the Nordhavn yard confirmed. Nobody was hurt."
    assert placed("Nordhavn admits damage to dock", text, *gone_round(fell), after=timedelta(hours=1)).placement == "development"


def test_that_an_authority_confirms_what_was_seen_is_news_once():
    seen = told("Quay of Nordhavn seems to be damaged", "A drone filmed damage at the quay of Nordhavn: a beam seems to lie in the water.")
    word = "The port has found damage at the quay of Nordhavn, where a beam lies in the water, it says."
    confirmed = ("Port confirms damage at the quay of Nordhavn", word)
    assert placed(*confirmed, *gone_round(seen)).placement == "development"
    again = ("Порт Нордхавна признал повреждение причала", "Порт нашёл повреждение причала Нордхавна: балка лежит в воде.")
    assert placed(*again, seen, told(*confirmed, article=2), language="ru").placement != "development"


def test_who_gives_the_same_figures_takes_no_further_step():
    fine = told(
        "Soot found at the quay of Nordhavn",
        "Soot was found at the quay of Nordhavn, and the yard must pay 318.6 million tenge, the port said. The other 21 samples are clean.",
    )
    again = (
        "Сажа у причала Нордхавна: верфь заплатит",
        "Инспекторы Нордхавна нашли сажу у причала, и верфь заплатит 318,6 млн тенге, сообщил порт. В других 21 пробе её нет.",
    )
    assert placed(*again, fine, language="ru").placement == "repeat"


@pytest.mark.parametrize(
    ("sum_", "placement"),
    [pytest.param(" 4,000 roubles each", "development", id="its sum"), pytest.param("", "repeat", id="no sum")],
)
def test_who_was_threatened_with_a_fine_is_fined_when_its_sum_is_named(sum_, placement):
    held = told(
        "Two Danes detained at the old ferry of Nordhavn",
        "Guards detained two Danes by the hall. They face a fine; a court hears it on Monday.",
    )
    fined = placed(
        "Danes fined over walk to the old ferry",
        f"A court in Nordhavn has fined the two Danes{sum_}, it said on Monday.",
        held,
        after=8 * DAY,
    )
    assert fined.placement == placement


DRAFT = told(
    "Law on the Nordhavn quay goes to parliament",
    "The government sent the law on the quay of Nordhavn to parliament. It gives the line 90 million crowns until 2039.",
)
SUIT = told(
    "Line goes to court over frozen cranes of Nordhavn",
    "The line asked a court to free the cranes of Nordhavn that were frozen over a debt of 90 million crowns due in 2039.",
)


@pytest.mark.parametrize(
    ("before", "title", "text", "language"),
    [
        pytest.param(DRAFT, "Senate passes law on the Nordhavn quay", "It gives the line 90 million crowns until 2039.", "en", id="passed"),
        pytest.param(DRAFT, "Мажилис одобрил закон о причале Нордхавна", "Линия получит 90 млн крон до 2039 года.", "ru", id="lower house"),
        pytest.param(
            DRAFT, "President signs the law on the Nordhavn quay", "The line gets 90 million crowns until 2039.", "en", id="signed"
        ),
        pytest.param(SUIT, "Суд оставил арест кранов Нордхавна в силе", "Долг 90 млн крон, срок 2039 год.", "ru", id="ruled, in Russian"),
        pytest.param(
            SUIT, "Court rejects plea to free cranes", "They stay frozen over the 90 million crowns due in 2039.", "en", id="ruled"
        ),
    ],
)
def test_each_stage_of_a_law_or_a_case_is_news_once_whatever_sums_it_repeats(before, title, text, language):
    for after in (0.8 * DAY, 5 * DAY):
        assert placed(title, text, before, language=language, after=after).placement == "development"
    again = told(title, text, language=language, at=NOON + 0.8 * DAY, article=2)
    assert placed(title, text.replace("million", "mn"), before, again, language=language, after=DAY).placement == "repeat"


def test_a_further_step_belongs_to_the_storyline_that_it_fits():
    docked = told("Ferry crew at the station", "The ferry from Nordhavn arrived at the station on Sunday on time.", storyline="flights")
    title, text = (
        "Pad at Nordhavn damaged by ferry",
        "The pad at Nordhavn was damaged when the ferry left for the station on Sunday, the port said.",
    )
    at = NOON + timedelta(hours=3)
    routes = {"pad": PAD, "flights": replace(PAD, slug="flights")}
    around = Surroundings(routes, [("pad", 2.0), ("flights", 0.5)])
    decision = place(compare(Subject(reading_of(title, text, at=at), at, "press", False), [docked], around), [], Known())
    assert (decision.storyline, decision.reasons[0]) == ("pad", "a further step after article 1: damage")


FALLEN = (
    "Crane falls into dock of Nordhavn",
    "A crane of the Nordhavn yard fell into the dock on Sunday. One docker was killed and one was hurt, the port said.",
)


@pytest.mark.parametrize(
    ("language", "title", "text", "placement"),
    [
        pytest.param(
            "en", "Second docker dies after crane fall", "The other docker whom a crane of the Nordhavn yard hit died, the port said.",
            "development", id="en",
        ),
        pytest.param(
            "ru", "Скончался второй докер", "Второй докер, которого задел кран верфи Нордхавна, умер в больнице, сообщил порт.",
            "development", id="ru",
        ),
        pytest.param(
            "en", "Docker dies as crane falls", "A crane of the Nordhavn yard fell into the dock, and a docker was killed, the port said.",
            "repeat", id="the death that was told",
        ),
    ],
)  # fmt: skip
def test_that_another_has_died_is_a_step_of_its_own(language, title, text, placement):
    assert placed(title, text, *gone_round(told(*FALLEN)), language=language, after=2 * DAY).placement == placement


@pytest.mark.parametrize(
    ("language", "title", "text", "placement"),
    [
        pytest.param(
            "en", "Norway halts work with cranes", "No crane of the Nordhavn yard may lift until the fall is cleared up, it said.",
            "development", id="en",
        ),
        pytest.param(
            "kk", "Норвегия крандардың жұмысын тоқтатты", "Құлау себебі анықталғанша Нордхавн зауытының крандары тұрады, деп хабарланды.",
            "development", id="kk, where the verb stands last",
        ),
        pytest.param(
            "en", "Ferryline suspends all calls at Nordhavn", "No ferry calls at the Nordhavn yard until the fall is cleared up, it said.",
            "development", id="a firm suspends",
        ),
        pytest.param(
            "en", "Ferryline turns its back on Nordhavn", "Ferryline has suspended its calls at the Nordhavn yard, where a crane fell.",
            "development", id="the first sentence says so",
        ),
        pytest.param(
            "en", "Ferryline turns its back on Nordhavn", "One line. “We suspend our calls at the Nordhavn yard, where a crane fell.”",
            "development", id="the second sentence says so",
        ),
        pytest.param(
            "ru", "Паромы обходят Нордхавн", "Паромная линия приостанавливает заходы на верфь Нордхавна, сообщила она.",
            "development", id="приостанавливает",
        ),
        pytest.param(
            "en", "Norwegian dockers hurt as crane stopped in its fall", "A crane of the Nordhavn yard fell, the port said.", "repeat",
            id="no order of the state",
        ),
        pytest.param(
            "en", "Crane falls at Nordhavn yard", "The yard, whose former head had a suspended sentence, hurt two workers.", "repeat",
            id="a sentence of a court",
        ),
    ],
)  # fmt: skip
def test_a_state_that_stops_something_in_a_headline_takes_a_step(language, title, text, placement):
    assert placed(title, text, *gone_round(told(*FALLEN)), language=language, after=timedelta(hours=6)).placement == placement


@pytest.mark.parametrize(("days", "placement"), [(380, "development"), (5, "repeat")])
def test_a_step_that_was_taken_in_another_case_long_ago_is_taken_anew(days, placement):
    before = told(
        "Norway halts work with cranes of Nordhavn", "A crane of the Nordhavn yard fell into the dock, and all cranes have to stand still.",
        at=NOON - days * DAY, article=9,
    )  # fmt: skip
    halted = "Norway halts work with cranes", "No crane of the Nordhavn yard may lift until the fall is cleared up, it said."
    assert placed(*halted, *gone_round(told(*FALLEN)), before, after=timedelta(hours=6)).placement == placement


OWED = told(
    "Yard to pay for the crane in parts",
    "The Nordhavn yard will pay the port 13.5 million dollars for the crane in three parts of 4.5 million dollars, a court agreed.",
    at=NOON - 40 * DAY,
)


@pytest.mark.parametrize(
    ("language", "title", "placement"),
    [
        pytest.param("en", "Yard pays first instalment for the crane", "development", id="en"),
        pytest.param("ru", "Верфь перечислила первый платёж за кран", "development", id="ru"),
        pytest.param("en", "Yard to pay for the crane in three parts", "repeat", id="nothing is paid"),
    ],
)
def test_a_part_that_is_paid_is_a_step_though_its_sum_was_told(language, title, placement):
    text = {
        "en": "The Nordhavn yard pays 13.5 million dollars for the crane, 4.5 million dollars for each of three parts, the port said.",
        "ru": "Верфь Нордхавна платит за кран 13,5 млн долларов, по 4,5 млн долларов за каждую из трёх частей, сообщил порт.",
    }
    assert placed(title, text[language], *gone_round(OWED), language=language).placement == placement


def test_a_cause_is_named_within_a_day_though_somebody_had_asked_for_it():
    asked = told("Crane of Nordhavn: what we know", "A crane of the Nordhavn yard fell into the dock. Nobody knows why.", article=8)
    cause = "Berg names cause of crane fall", "Ivan Berg of the Nordhavn yard said on Sunday that a worn bolt had let the crane fall."
    assert placed(*cause, *gone_round(told(*FALLEN)), asked, after=timedelta(hours=5)).placement == "development"


LIVE = (
    "As it happened: crane falls at Nordhavn",
    "14:20 The port of Nordhavn names Ole Berg of Velsund to look into the fall of the crane; the yard is shut until 4 June.\n\n"
    "13:50 A second crane was damaged, for $3 million, the port says.\n\n12:10 A crane fell into the dock. One docker was killed.",
)


@pytest.mark.parametrize(
    ("after", "others", "placement"),
    [
        pytest.param(timedelta(hours=3), [], "development", id="hours later"),
        pytest.param(timedelta(minutes=20), [], "repeat", id="within the hour"),
        pytest.param(
            timedelta(hours=3),
            [told("LIVE: crane falls at Nordhavn", LIVE[1].replace("$3", "$4"), at=NOON + timedelta(hours=2), article=5)],
            "repeat", id="another page went by the clock",
        ),
    ],
)  # fmt: skip
def test_the_first_page_that_goes_by_the_clock_tells_more_than_what_it_goes_on_from(after, others, placement):
    first = told("URGENT: crane falls at Nordhavn", "A crane of the Nordhavn yard fell into the dock; a docker was killed, the port said.")
    assert placed(*LIVE, first, *others, after=after).placement == placement
