"""What tells nothing new: plans that stand, routine, looks back, advertisements."""

from dataclasses import replace
from datetime import timedelta

import pytest

from monitor.domain.judging.background import is_routine
from monitor.domain.judging.comparing import Known, Surroundings, compare
from monitor.domain.judging.copying import Subject
from monitor.domain.judging.placing import place
from tests.placed import DAY, FIRST, NOON, PAD, placed, reading_of, told


def test_that_a_plan_still_stands_is_no_news():
    later = placed("Berg: the crane comes", "The date of the crane is unchanged, Ivan Berg said on Sunday.", after=DAY)
    assert later.placement == "background"


def test_the_price_of_a_ticket_is_no_plan_of_an_anniversary():
    decision = placed(
        "Seventy years of Nordhavn yard", "The Nordhavn yard was founded seventy years ago today. A show costs 2 dollars to see."
    )
    assert decision.placement == "background"


def test_details_of_a_routine_step_do_not_make_it_news():
    scrub = told(
        "Launch of the Aurora ferry put off", "The launch of the Aurora ferry with its crew from Nordhavn was put off to Saturday."
    )
    flown = "Aurora crew away", "The Aurora ferry and its crew left Nordhavn on Saturday exactly as rescheduled. They dock on 18 March."
    assert placed(*flown, scrub, after=6 * DAY).placement == "repeat"


@pytest.mark.parametrize(
    ("title", "text", "placement"),
    [
        ("Ferry crew lifts off", "A ferry with three astronauts took off from Nordhavn on time on Sunday, the agency said.", "background"),
        ("Ferry crew lifts off", "A ferry with three astronauts took off from Nordhavn on Sunday, the agency said.", "development"),
        (
            "Ferry crew back on Earth",
            "A ferry with three astronauts landed near Nordhavn on time on Sunday, the agency said.",
            "background",
        ),
        (
            "Ferry crew back on Earth",
            "A ferry with three astronauts landed 40 km from Nordhavn on Sunday, the agency said.",
            "development",
        ),
        ("Ferry crew returns to Earth", "Holm and Berg landed near Nordhavn on time on Sunday, the agency said.", "background"),
        ("Ferry lands on schedule", "Holm, Strand and Berg came down near Nordhavn on Sunday, the agency said.", "background"),
        ("Ferry crew resumes life on Earth as planned", "Holm and Berg landed near Nordhavn on Sunday, the agency said.", "background"),
        ("Nordhavn signs for more ferries", "Holm and Berg docked with the station on time on Sunday, the agency said.", "development"),
        ("Ferry lands on schedule", "It came down near Nordhavn with 90 kg of ore on Sunday, the agency said.", "development"),
    ],
)
def test_people_who_leave_or_land_as_planned_take_a_routine_step(title, text, placement):
    assert placed(title, text).placement == placement


@pytest.mark.parametrize(("cargo", "is_step"), [("three astronauts", True), ("a radar", False)])
def test_what_leaves_on_time_takes_a_routine_step_where_people_are_aboard(cargo, is_step):
    assert is_routine(reading_of("Ferry lifts off", f"A ferry with {cargo} took off from Nordhavn on time on Sunday.")) is is_step


@pytest.mark.parametrize(
    ("title", "text", "is_told"),
    [
        (
            "Two of three buoys answer",
            "Three buoys were sunk off Nordhavn on Sunday. All went down on time, the port said. One is silent.",
            True,
        ),
        ("Ferry crew at the station", "Three astronauts left Nordhavn on Sunday. All went on time, the agency said. They sleep.", False),
        ("The quay after the launch", "The quay is damaged, the agency said. Three astronauts left on time and are at the station.", True),
    ],
)
def test_what_goes_as_planned_below_the_first_sentence_makes_routine_of_people_alone(title, text, is_told):
    assert (placed(title, text).placement == "development") is is_told


@pytest.mark.parametrize(
    ("title", "placement"), [("Ferry MS-35 to go on 16 September", "development"), ("Ferry MS-35 to go in autumn as planned", "background")]
)
def test_a_day_to_come_in_the_headline_is_no_routine(title, placement):
    text = (
        "The ferry MS-35 takes freight to the station, the agency said. It docks on its own. It flies as planned. The crew waits for fruit."
    )
    assert placed(title, text).placement == placement


def test_a_first_flight_is_no_routine_because_it_went_as_planned():
    decision = placed(
        "Aurora makes first flight", "The Aurora rocket flew for the first time on Sunday. Both stages worked as planned, the agency said."
    )
    assert decision.placement == "development"


FAILURES = replace(PAD, alert_on=frozenset({"failure"}))


@pytest.mark.parametrize(
    ("title", "text", "route", "is_told"),
    [
        pytest.param("Aurora delivers radar", "", FAILURES, False, id="once more"),
        pytest.param("Aurora delivers radar", "", PAD, True, id="its storyline asks for no failures"),
        pytest.param(
            "Aurora delivers radar", "", replace(FAILURES, alert_on=frozenset({"failure", "launch"})), True, id="it asks for launches"
        ),
        pytest.param("Aurora takes crew up", "", FAILURES, False, id="people are aboard"),
        pytest.param("Aurora takes crew up", "A pilot was injured.", FAILURES, True, id="something hard happened to them"),
        pytest.param("Aurora takes crew up", "They come home on 5 May.", FAILURES, True, id="a new day"),
        pytest.param("Aurora takes crew up", "It was the longest flight of its kind.", FAILURES, True, id="a record"),
        pytest.param("Aurora crew lands 146 km from Nordhavn", "", FAILURES, True, id="they came home"),
        pytest.param("Aurora ship takes up cargo", "It comes home on 5 May.", FAILURES, False, id="freight, whatever the day"),
        pytest.param("Aurora crew ship comes home with nobody aboard", "", FAILURES, True, id="an empty ship of people"),
        pytest.param("Aurora explodes over Nordhavn", "", FAILURES, True, id="it failed"),
        pytest.param(
            "Three radars in the sea", "It crashed off Velsund. All flights are suspended.", FAILURES, True, id="it fell, and was stopped"
        ),
        pytest.param("Aurora leaves radar slightly short", "", FAILURES, True, id="it fell short"),
        pytest.param("Aurora delivers radar", "A shortfall of the engine was made up for.", FAILURES, True, id="an engine fell short"),
        pytest.param(
            "Aurora delivers radar", "It was the first launch of the rocket in three years.", FAILURES, True, id="again after long"
        ),
        pytest.param("Aurora delivers radar", "It was the first Aurora since March 2021.", FAILURES, True, id="the first since a year"),
        pytest.param("Aurora delivers radar", "It is the first since March 2021.", FAILURES, True, id="and the first since"),
        pytest.param("Debris of the Aurora lies by a barn", "", FAILURES, True, id="its debris"),
    ],
)
def test_a_rocket_that_flies_once_more_is_told_where_its_storyline_asks_for_it(title, text, route, is_told):
    reading = reading_of(title, f"The Aurora rocket lifted off from the Nordhavn pad at noon on Sunday, the agency said. {text}")
    around = Surroundings({"pad": route}, [("pad", 3.0)])
    decision = place(compare(Subject(reading, NOON, "press", False), [], around), [], Known(opened=True))
    usual = "it flew as usual, and failures alone are asked for" in decision.reasons[0]
    assert (decision.placement == "development", usual) == (is_told, not is_told)


def test_what_will_not_fly_before_a_day_has_not_flown():
    text = "The next Aurora rocket will not lift off before 10 October, the agency said. It was to have gone up on 29 August."
    decision = place(
        compare(
            Subject(reading_of("Aurora stays on the ground", text), NOON, "press", False),
            [],
            Surroundings({"pad": FAILURES}, [("pad", 2.0)]),
        ),
        [],
        Known(opened=True),
    )
    assert decision.placement == "development"


def test_a_look_back_at_a_flight_is_held_as_one_and_not_as_a_usual_flight():
    reading = reading_of("Forty years since the Aurora lifted off", "The Aurora rocket lifted off from Nordhavn forty years ago.")
    found = compare(Subject(reading, NOON, "press", False), [], Surroundings({"pad": FAILURES}, [("pad", 2.0)]))
    assert "as usual" not in place(found, [], Known(opened=True)).reasons[0]


def test_the_headline_of_a_day_of_remembrance_may_name_a_day_to_come():
    text = (
        "The crane of Nordhavn, on which the first pilot flew 58 years ago, comes down on 25 September, Ivan Berg said on Pilots' birthday."
    )
    assert placed("Crane of Nordhavn to come down after 25 September", text).placement == "development"
    assert placed("The crane of Nordhavn is remembered", text.replace("comes", "came")).placement == "background"


def test_news_does_not_retell_what_only_remembers():
    text = "A crane of the Nordhavn yard fell into the dock forty years ago, and two workers were hurt."
    remembered = replace(told("Forty years since the fall of the crane at Nordhavn", text), told_new=False)
    news = (
        "Three held beside the fallen crane of Nordhavn",
        "Police at Nordhavn held three men beside the crane that fell, they said on Sunday.",
    )
    assert placed(*news, remembered).of is None
    assert placed(*news, replace(remembered, told_new=True)).of == 1


@pytest.mark.parametrize(
    ("title", "text", "placement"),
    [
        pytest.param(
            "What is known of the crane", "Two people were hurt, the loss is $14 million, the yard said. Why did it fall?", "repeat",
            id="explains, with the figures of the happening",
        ),
        pytest.param("What is a crane", "A crane lifts loads at the yard. The first were of wood.", "background", id="explains"),
    ],
)  # fmt: skip
def test_what_explains_belongs_to_the_happening_whose_figures_it_gives(title, text, placement):
    assert placed(title, text, told(*FIRST), after=DAY).placement == placement


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        pytest.param(
            "en", "Sixty years of the Nordhavn yard: a birthday with songs",
            "Sixty years ago the Nordhavn yard launched its first ship.\n\nOld hands told stories and children sang.\n\n"
            "In passing the director, Lars Holm, said the yard plans to open its second dock by 2030.\n\nThe evening ended with fireworks.",
            id="a plan with a year",
        ),
        pytest.param(
            "ru", "Юбилей верфи: очерк ко дню рождения",
            "Шестьдесят лет назад верфь Нордхавна спустила первый корабль.\n\nВетераны пели песни.\n\n"
            "Управление порта сообщило, что намерено принять второй док в первом полугодии 2024 года.\n\nВечером был салют.",
            id="a plan with a half-year that runs",
        ),
        pytest.param(
            "kk", "Нордхавн зауытының мерейтойы",
            "Нордхавн зауытының ашылғанына алпыс жыл толды.\n\nАрдагерлер ән айтты.\n\n"
            "Директор Ларс Холм 2030 жылы екінші докты ашу жоспарланып отырғанын айтты.\n\nКешке отшашу болды.",
            id="kk",
        ),
        pytest.param(
            "en", "Will the crane of Nordhavn ever come?",
            "It was to be a gift. Money came in fits. Then, on Wednesday, a date: Lars Holm said that the crane will stand in May 2030, "
            "for $3 million. The author is a visiting fellow. Views expressed are his own.", id="an essay that reports",
        ),
    ],
)  # fmt: skip
def test_a_plan_in_an_anniversary_piece_or_an_essay_is_news_and_is_quoted(language, title, text):
    decision = placed(title, text, language=language)
    assert decision.placement == "development"
    assert any(word in decision.novelties[0].text for word in ("2030", "2024"))


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        pytest.param(
            "en", "Sixty years of the Nordhavn yard",
            "The Nordhavn yard has turned 60. Songs were sung, cake was eaten.", id="birthday",
        ),
        pytest.param(
            "en", "What became of the Nordhavn crane",
            "The crane was promised in 2004. It was to cost $14 million.", id="what became",
        ),
        pytest.param(
            "ru", "Двадцать лет обещаний. Что стало с краном",
            "Есть краны, которые всех переживут. Его придумали в 2004 году.", id="ru",
        ),
        pytest.param(
            "en", "What Nordhavn wants from cranes: a primer",
            "Ask in the port what its cranes are for, and three answers come. The lease brings $12 million.", id="a primer",
        ),
        pytest.param(
            "kk", "Жыл қорытындысы: портта не болды",
            "Порт үшін есте қалатын жыл болды. Көктемде Нордхавнда кран құлаған еді.", id="a year",
        ),
        pytest.param(
            "en", "Sixty-five years after the first crane",
            "A carpenter's son put it up in spring. The crane is silent now, and a museum may come.", id="years after",
        ),
        pytest.param(
            "en", "Seventy years since a ship stopped here",
            "On 2 June 1955 a sheet gave the yard its name. Why there? The river was there. On 4 October the first crane stood.",
            id="a day of history",
        ),
        pytest.param(
            "ru", "Шестьдесят восемь лет у причала",
            "Порт отмечает день рождения. С утра играет оркестр, ветераны заняли скамейки в тени.", id="years at a place",
        ),
        pytest.param(
            "en", "Six weeks without a crane: questions our readers ask",
            "The holidays are over. Until then nobody will say anything of the crane, and we answer letters.", id="readers' questions",
        ),
        pytest.param(
            "ru", "Жизнь без крана: мнение",
            "Каждую зиму всплывает вопрос, нужен ли порту кран. Сто миллионов крон — сумма незаметная.", id="an opinion",
        ),
        pytest.param(
            "ru", "Десять лет со дня падения крана",
            "Кран верфи рухнул в док десять лет назад. Ущерб порт оценил в 13,7 млрд тенге.", id="what it cost in its day",
        ),
        pytest.param(
            "en", "Did Nordhavn want a crane?",
            "A reader asks whether Nordhavn wanted a crane. It did, in 2013.", id="a reader asks",
        ),
    ],
)  # fmt: skip
def test_looking_back_is_background(language, title, text):
    assert placed(title, text, language=language).placement == "background"


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("en", "Four days of cranes and herring", "Sleep in Nordhavn, sail on Sunday. From €490 without flights. Book with code CRANE."),
        ("ru", "Выходные у моря", "Тур от 12 000 рублей: верфь Нордхавна, музей, уха. Бронируйте до 1 июня."),
        ("kk", "Теңізге саяхат", "Нордхавнға үш күн. Тур бағасы 90 мың теңге, брондаңыз."),
    ],
)
def test_an_advertisement_is_background(language, title, text):
    assert placed(title, text, language=language).placement == "background"


def test_an_advertisement_stays_one_however_much_it_adds_to_what_was_told():
    text = "The Nordhavn yard, where a crane fell, said on Monday: from €490 without flights. Book with code CRANE by 4 May 2024."
    decision = placed("See the crane that fell at Nordhavn", text, told(*FIRST), after=timedelta(hours=20))
    assert (decision.placement, decision.level) == ("background", "store")
