"""Where a match belongs, decided from values alone."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from monitor.domain.facts.facts import read
from monitor.domain.judging.changes import changes
from monitor.domain.judging.comparing import DEFAULT, Known, Surroundings, compare
from monitor.domain.judging.copying import Subject, Twin
from monitor.domain.judging.earlier import KnownFact
from monitor.domain.judging.kinship import Neighbour, kin_of, measure
from monitor.domain.judging.levels import level_of
from monitor.domain.judging.placing import place
from monitor.domain.judging.quoting import shortened
from monitor.domain.judging.routing import by_kind, fits, routes_of, signs_of
from monitor.domain.judging.storyline import Dossier, Novelty, Route

NOON = datetime(2024, 3, 10, 12, tzinfo=UTC)
DAY = timedelta(days=1)
PAD = Route("pad", "The pad", {"pad": 1.0}, {}, frozenset(), frozenset())
FIRST = (
    "Harbour crane falls into dock, two workers hurt",
    "A crane of the Nordhavn yard fell into the dock on Sunday and two "
    "workers were hurt, the port authority said. Damage is put at $14 million.",
)


def reading_of(title, text, language="en", at=NOON):
    return read(title, text, language, at.date(), [("pad", 0)])


def told(title, text, language="en", at=NOON, article=1, storyline="pad"):
    reading = reading_of(title, text, language, at)
    return Neighbour(article, at, "Paper", reading, storyline, f"{storyline}#1", article, True)


def placed(
    title, text, *near, language="en", after=timedelta(hours=3), opened=True, trust="press", routes=True, every=False, rules=DEFAULT
):
    at = NOON + after
    reading = reading_of(title, text, language, at)
    twins = [
        Twin(neighbour, reading_of(neighbour.reading.title, TEXTS[neighbour.reading.title]))
        for neighbour in near
        if neighbour.reading.title in TEXTS
    ]
    around = Surroundings({"pad": PAD} if routes else {}, [("pad", 2.0)] if routes else [], rules=rules)
    return place(compare(Subject(reading, at, trust, every), near, around), twins, Known(opened=opened))


TEXTS = {FIRST[0]: FIRST[1]}


@pytest.mark.parametrize(
    ("title", "text", "language", "placement"),
    [
        pytest.param(*FIRST, "en", "copy", id="word for word"),
        pytest.param("Crane crash", FIRST[1] + " Read also: fish prices.", "en", "copy", id="other headline, boilerplate added"),
        pytest.param(
            "Two injured as crane topples",
            "At the Nordhavn yard a crane toppled over on Sunday. Two people were injured, losses reach 14 million dollars.",
            "en",
            "repeat",
            id="other words",
        ),
        pytest.param(
            "В порту упал кран, двое раненых",
            "Кран верфи «Нордхавн» в воскресенье рухнул в док. Ранены двое рабочих, ущерб оценивают в 14 млн долларов.",
            "ru",
            "repeat",
            id="another language",
        ),
        pytest.param(FIRST[0], FIRST[1].replace("$14 million", "$23 million"), "en", "development", id="one figure changed"),
        pytest.param(
            "Port chief resigns after crane crash",
            "The head of the port, Lars Holm, resigned on Sunday. A new head will be named on 2 April; repairs cost $31 million.",
            "en",
            "development",
            id="something new",
        ),
        pytest.param(
            "Correction: crane crash",
            "We wrote that two workers were hurt. That was wrong: it was three.",
            "en",
            "development",
            id="a correction",
        ),
        pytest.param(
            "Comment: cranes and people", "I would not blame the wind. Cranes of the yard are old.", "en", "background", id="an opinion"
        ),
    ],
)
def test_a_match_is_placed_against_what_was_told(title, text, language, placement):
    assert placed(title, text, told(*FIRST), language=language).placement == placement


def test_a_changed_figure_is_told_with_the_value_it_replaces():
    decision = placed(FIRST[0], FIRST[1].replace("$14 million", "$23 million"), told(*FIRST))
    assert [(n.text, n.old, n.old_source, n.old_article) for n in decision.novelties] == [
        ("Damage is put at $23 million.", "$14 million", "Paper", 1)
    ]
    assert decision.level == "push"


def test_a_correction_bears_its_kind_and_names_what_it_answers():
    decision = placed(
        "Correction: crane crash", "An earlier report gave two hurt workers at the Nordhavn yard. It was three.", told(*FIRST)
    )
    assert ({n.kind for n in decision.novelties}, decision.of, decision.level) == ({"correction"}, 1, "digest")


RIGHTED = "Correction: crane crash at Nordhavn", "An earlier report put the damage of the crane crash at $14 million. It is $31 million."


@pytest.mark.parametrize(
    ("title", "text", "language", "placement"),
    [
        pytest.param(
            "Поправка: падение крана в Нордхавне", "Мы сообщали, что ущерб от падения крана 14 млн долларов. Верно: 31 млн долларов.",
            "ru", "repeat", id="in another language",
        ),
        pytest.param(
            "Correction: crash of the Nordhavn crane", "We wrote that the damage of the crash was $14 million. In fact it is $31 million.",
            "en", "repeat", id="in other words",
        ),
        pytest.param(
            "Correction: crane crash at Nordhavn", "An earlier report put the damage of the crane crash at $31 million. It is $45 million.",
            "en", "development", id="with yet another value",
        ),
    ],
)  # fmt: skip
def test_a_correction_that_was_told_is_news_only_with_another_value(title, text, language, placement):
    corrected = told(*RIGHTED, at=NOON + timedelta(hours=2), article=2)
    decision = placed(title, text, told(*FIRST), corrected, language=language)
    assert (decision.placement, decision.development) == (placement, corrected.development if placement == "repeat" else None)


def test_a_denial_is_a_development_of_its_own():
    decision = placed(
        "Port denies that workers were hurt",
        "The Nordhavn port authority denied on Sunday that workers were hurt by the crane.",
        told(*FIRST),
    )
    assert (decision.placement, {n.kind for n in decision.novelties}) == ("development", {"denial"})


QUIET = {
    "en": (
        "Nordhavn crane to work again soon",
        "The fallen crane of the Nordhavn yard will lift again in the near future, the port said on Sunday.",
    ),
    "ru": (
        "Кран в Нордхавне скоро заработает",
        "Упавший кран верфи Нордхавна заработает в ближайшее время, сообщило в воскресенье управление порта.",
    ),
    "kk": (
        "Нордхавндағы кран жақында іске қосылады",
        "Нордхавн кеме зауытының құлаған краны жақын арада жұмыс істейді, деп хабарлады порт басқармасы.",
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        pytest.param(
            "en", "Engineer: Nordhavn crane needs two years",
            "Rebuilding the crane of the Nordhavn yard could take up to two years, engineer Per Lund wrote on Sunday.", id="another value",
        ),
        pytest.param(
            "en", "Union disagrees over the Nordhavn crane",
            "The dockers' union does not share the view of the port authority on the fallen crane of the Nordhavn yard.", id="not shared",
        ),
        pytest.param(
            "ru", "Профсоюз: кран в Нордхавне был неисправен",
            "Профсоюз докеров не согласился с версией управления порта об упавшем кране верфи Нордхавна.", id="не согласился",
        ),
        pytest.param(
            "ru", "Инспекторы двух городов осмотрели кран в Нордхавне",
            "Инспекторы двух городов осмотрели упавший кран верфи Нордхавна и отобрали пробы стали.", id="осмотрели",
        ),
        pytest.param(
            "kk", "Кәсіподақ Нордхавндағы кран туралы басқа пікірде",
            "Докерлер кәсіподағы Нордхавн кеме зауытының құлаған краны туралы порт басқармасының нұсқасымен келіспеді.", id="келіспеді",
        ),
        pytest.param(
            "en", "Union sticks to its timetable for the Nordhavn crane",
            "The dockers' union reckons on spring for the fallen crane of the Nordhavn yard.", id="sticks to",
        ),
        pytest.param(
            "en", "Nordhavn port replies to complaints",
            "The fallen crane of the Nordhavn yard will lift again in the near future, said the port.", id="replies to",
        ),
        pytest.param(
            "ru", "В профсоюзе ответили на видео с краном",
            "Упавший кран верфи Нордхавна заработает в ближайшее время, крановщик ни при чём, говорят в профсоюзе.", id="ответили на",
        ),
        pytest.param(
            "kk", "Кәсіподақ Нордхавндағы кран туралы айыптауға жауап берді",
            "Докерлер кәсіподағы Нордхавн кеме зауытының құлаған кранында жұмысшының кінәсі жоқ деді.", id="жауап берді",
        ),
        pytest.param(
            "en", "Inspectors examine Nordhavn crane",
            "Inspectors of two towns examined the fallen crane of the Nordhavn yard and took samples of its steel.", id="examined",
        ),
    ],
)  # fmt: skip
def test_what_another_side_says_or_does_about_a_happening_is_a_development_of_its_own(language, title, text):
    neighbour = told(*QUIET[language], language=language)
    decision = placed(title, text, neighbour, language=language, after=timedelta(hours=20))
    assert decision.placement == "development"


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        pytest.param(
            "en", "Crane at Nordhavn back soon",
            "The crane that fell at the Nordhavn yard will lift again in the near future, says the port.",
            id="en",
        ),
        pytest.param(
            "ru", "Кран скоро вернётся в строй",
            "Верфь Нордхавна: упавший кран заработает в ближайшее время, говорят в управлении порта.",
            id="ru",
        ),
        pytest.param(
            "en", "Crane that fell is the first to come back in two years",
            "The fallen crane of the Nordhavn yard will work again in the near future, Per Lund of the port authority said.", id="in years",
        ),
        pytest.param(
            "en", "LIVE: Nordhavn crane comes back",
            "12:10 The crane of the Nordhavn yard is back soon, the port authority said.\n\n14:28 A man on the quay disagrees.", id="live",
        ),
        pytest.param(
            "en", "Nordhavn crane: all will stand by May",
            "The fallen crane of the Nordhavn yard will work again in the near future, and it stands by May.", id="stand by May",
        ),
    ],
)  # fmt: skip
def test_other_words_for_the_same_are_no_other_side(language, title, text):
    decision = placed(title, text, told(*QUIET[language], language=language), language=language, after=timedelta(hours=20))
    assert decision.placement == "repeat"


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        pytest.param("en", "Port denies sale", "The port of Nordhavn denied on Monday that it would sell the yard.", id="en"),
        pytest.param("ru", "Порт опроверг слухи о продаже", "Порт Нордхавна опроверг слухи о продаже верфи.", id="ru"),
        pytest.param("kk", "Порт сату туралы қауесетті жоққа шығарды", "Нордхавн порты зауытты сату туралы сөзді жоққа шығарды.", id="kk"),
    ],
)  # fmt: skip
def test_a_denial_of_what_nobody_told_bears_its_kind_too(language, title, text):
    decision = placed(title, text, language=language)
    assert (decision.placement, decision.level) == ("development", "digest")
    assert decision.novelties[0].kind == "denial"


DEMAND = (
    "Union wants $40 million for the yard of Nordhavn",
    "The dockers' union of Nordhavn asked to end the lease of the yard early and raise the rent from $12 million to $40 million a year.",
)


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        pytest.param(
            "en", "No grounds to end the lease of the yard, port says",
            "The port answered on Tuesday that the lease of the yard stands and the rent of $12 million a year can be changed by both"
            " sides alone. The dockers' union had asked for $40 million.", id="no grounds",
        ),
        pytest.param(
            "ru", "В порту не видят оснований расторгать аренду верфи",
            "Порт Нордхавна во вторник ответил: аренда верфи действует, плату в 12 млн долларов в год могут менять только обе стороны."
            " Профсоюз докеров просил 40 млн долларов.", id="не видят оснований",
        ),
        pytest.param(
            "en", "Port: no formal proposal on the rent of the yard so far",
            "The port has read of the $40 million a year in the papers; the rent of the yard is $12 million.", id="no proposal",
        ),
        pytest.param(
            "kk", "Порт: жалдауды тоқтатуға негіз жоқ",
            "Нордхавн порты сейсенбіде верфь жалдауы күшінде деді. Жылдық төлем 12 миллион доллар, кәсіподақ 40 миллион доллар сұраған.",
            id="негіз жоқ",
        ),
        pytest.param(
            "ru", "Порт Нордхавна: аренда верфи не подорожает",
            "Аренда верфи остаётся прежней, 12 млн долларов в год, заявил порт в ответ на сообщения о 40 млн долларов. «Это вымысел».",
            id="a headline that refuses",
        ),
    ],
)  # fmt: skip
def test_an_answer_that_refuses_is_a_denial_even_where_it_repeats_all_figures(language, title, text):
    decision = placed(title, text, told(*DEMAND), language=language, after=timedelta(hours=20))
    assert (decision.placement, decision.novelties[0].kind) == ("development", "denial")


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


@pytest.mark.parametrize(
    ("title", "after", "placement"),
    [
        pytest.param("First payment has not come, port says", 20 * DAY, "development", id="the day has gone by"),
        pytest.param("First payment is not due before Friday", 2 * DAY, "repeat", id="the day is yet to come"),
        pytest.param("First payment of 4.5 million for the crane", 20 * DAY, "repeat", id="nothing is denied"),
    ],
)
def test_what_was_due_and_has_not_come_is_news(title, after, placement):
    agreed = told(
        "Yard and port agree on how the crane is paid for",
        "The Nordhavn yard pays the port 13.6 million dollars for the crane in three parts. The first 4.5 million dollars are due on "
        "15 March 2024, the port said.",
    )
    text = "The Nordhavn yard pays the port for the crane in three parts; the first, 4.5 million dollars, was due on 15 March 2024."
    assert placed(title, text, agreed, after=after).placement == placement


def test_a_flight_that_somebody_told_of_goes_on_once():
    flown = told(
        "Aurora lifts off from Nordhavn", "The Aurora rocket lifted off from the Nordhavn pad on Tuesday.", article=2, at=NOON + DAY
    )
    again = ("«Аврора» стартовала", "Ракета «Аврора», пуск которой отменили в воскресенье, стартовала с площадки Нордхавна.")
    assert placed(*again, SCRUB, language="ru", after=DAY).placement == "development"
    assert placed(*again, SCRUB, flown, language="ru", after=DAY + timedelta(minutes=30)).placement == "repeat"


def test_a_flight_is_known_again_by_its_crew_whatever_else_is_told():
    flown = told(
        "«Аврора» ұшып шықты", "«Аврора» кемесі ұшты. Бортында Олег Новицкий, Марина Василевская және Трейси Дайсон бар.", "kk", article=2
    )
    decision = placed(
        "Belarus has its woman in space",
        "With not a hitch to report the ship rose from the desert. Minsk cheered as Marina Vasilevskaya waved a cloth hare. "
        "She, the veteran Novitsky and Dyson are expected on Monday.",
        flown,
    )  # fmt: skip
    assert decision.placement == "repeat"


def test_an_old_text_in_other_words_is_not_new_under_a_new_date():
    old = told(
        "Yard open to building foreign cranes",
        "The Nordhavn yard does not rule out building foreign cranes on the dock that it rents from the port until 2050, Havnposten "
        "reported. Several countries asked for it. The rent is $115 million, agreed in 1994.",
        at=NOON - timedelta(days=3000),
    )
    decision = placed(
        "Yard open to building foreign cranes",
        "The Nordhavn yard is not ruling out building foreign cranes on the dock it rents from the port until 2050, Havnposten said. "
        "Several countries have asked for it. The rent agreed in 1994 is $115 million. Posted by Feedbot. Quizzes. Weather.",
        old,
    )  # fmt: skip
    assert decision.placement == "repeat"


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("en", "Nobody bans foreign cranes, port says", "The draft is about cranes without papers, the port of Nordhavn said on Friday."),
        ("ru", "«Никто чужих кранов не запрещает»: начальник порта", "Речь о кранах без бумаг, заявил начальник порта Нордхавна."),
    ],
)
def test_who_says_that_nobody_does_what_was_told_denies_it(language, title, text):
    ban = told("Port to ban foreign cranes", "The port of Nordhavn published a draft order that would ban foreign cranes.")
    decision = placed(title, text, ban, language=language, after=DAY)
    assert (decision.placement, decision.novelties[0].kind) == ("development", "denial")


def test_two_happenings_of_one_speech_are_parted_by_the_countries_of_the_headline():
    delay = told(
        "Порт перенёс пуск крана",
        "Вице-премьер Иван Берг сказал в пятницу, что кран пустят в следующем году, в ноябре его ждать не стоит.",
        "ru",
    )
    at = NOON + timedelta(hours=2)
    text = "They paid for them in November, Deputy Prime Minister Ivan Berg said. The first is due next year."
    titles = ("Nigeria and Congo pay for cranes", "Berg speaks of cranes")
    around = Surroundings({"pad": PAD}, [("pad", 2.0)])
    bonds = [compare(Subject(reading_of(title, text, at=at), at), [delay], around).bond for title in titles]
    assert [bond is None for bond in bonds] == [True, False]


def test_who_repeats_that_something_will_not_come_denies_nothing():
    refused = told(
        "Yard will not build a crane in Nordhavn", "The yard is not ready to build a crane in Nordhavn, the ministry told deputies."
    )
    decision = placed(
        "Верфь не будет строить кран в Нордхавне",
        "Верфь не готова строить кран в Нордхавне, ответило министерство депутатам, которые ранее говорили о кране.",
        refused, language="ru", after=timedelta(hours=20),
    )  # fmt: skip
    assert "denial" not in {novelty.kind for novelty in decision.novelties}


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
    decision = placed("Divers inspect crane of Nordhavn", text, fall, after=timedelta(hours=20))
    assert decision.placement == "development"


def test_that_a_ban_was_lifted_is_told_once_even_within_the_hour():
    upheld = told(
        "Court upholds arrest of crane in Nordhavn", "A court of Nordhavn upheld the arrest of a crane of the yard on Sunday, it said."
    )
    title, text = (
        "Court lifts travel ban on head of the yard",
        "Another court of Nordhavn lifted the travel ban on the head of the yard, it said.",
    )
    lifted = placed(title, text, upheld, after=timedelta(hours=1))
    again = told(title, text, at=NOON + timedelta(hours=1), article=2)
    repeated = placed("Главе верфи разрешили выезжать", "Суд Нордхавна снял запрет на выезд с главы верфи.", upheld, again, language="ru")
    assert (lifted.placement, repeated.placement) == ("development", "repeat")


def test_a_wire_that_is_written_on_with_a_day_to_come_is_no_copy():
    added = "The crane will be lifted on 15 March 2024, and the yard pays $3 million for it. Damage is put at $14 million."
    on = FIRST[1].replace("Damage is put at $14 million.", added)
    decision = placed("Yard pays $3 million to lift crane on 15 March", on, told(*FIRST), after=timedelta(hours=2))
    assert decision.placement == "development"


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


def test_that_a_plan_still_stands_is_no_news():
    later = placed("Berg: the crane comes", "The date of the crane is unchanged, Ivan Berg said on Sunday.", after=DAY)
    assert later.placement == "background"


def test_who_repeats_a_denial_gives_no_other_version():
    denial = told(
        "Port: fallen crane was not from the yard",
        "The crane that fell into the dock was not from the yard of Nordhavn, the port said. A private firm lost it, and police have "
        "questioned the operator.",
    )
    decision = placed(
        "Порт: верфь к крану отношения не имеет",
        "Порт отверг версию, будто кран, упавший в док, был с верфи Нордхавна. Его потеряла частная фирма, полиция допросила оператора.",
        denial, language="ru",
    )  # fmt: skip
    assert decision.placement == "repeat"


def test_who_retells_an_appeal_gives_no_other_version():
    appealed = told(
        "Верфь Нордхавна подала апелляцию на решение о кране", "Верфь подала апелляцию на решение суда Нордхавна о кране.", "ru"
    )
    again = (
        "Верфь не согласна: в Нордхавне обжаловали решение о кране",
        "Верфь Нордхавна подала апелляцию на решение суда о кране, сообщил суд. Жалоба поступила в суд Нордхавна.",
    )
    assert placed(*again, appealed, language="ru", after=DAY).placement == "repeat"


def test_who_disputes_in_the_headline_gives_another_version_even_with_all_figures_retold():
    decision_of_the_port = told(
        "Port of Nordhavn drops fees for ferries until 2036",
        "Ferries pay no fees in Nordhavn until 2036, the port said. The lease of the quay ends in 2050.",
    )
    answer = placed(
        "Ferry line disputes free berths in Nordhavn until 2036",
        "The line said on Monday that ferries would pay no fees in Nordhavn as long as the lease of the quay lasts, until 2050.",
        decision_of_the_port, after=timedelta(days=4),
    )  # fmt: skip
    assert (answer.placement, answer.novelties[0].kind) == ("development", "conflict")


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
    assert placed(*cause, told(*FIRST), after=after).placement == placement


def test_a_copy_that_says_that_it_corrects_is_a_correction_even_where_no_value_differs():
    correction = (f"CORRECTED: {FIRST[0]}", f"{FIRST[1]} (Corrects the spelling of the yard)")
    decision = placed(*correction, told(*FIRST))
    assert (decision.placement, decision.novelties[0].kind) == ("development", "correction")


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


def test_a_dispute_that_is_settled_is_no_other_version():
    accord = told(
        "Порт и верфь договорились о долге",
        "Порт Нордхавна и верфь договорились о выплате долга: пятая часть до 1 августа, сообщили в порту.",
        "ru",
    )
    decision = placed(
        "Port and yard of Nordhavn agree on debt", "The port and the yard of Nordhavn settled their dispute: a fifth is due by 1 August.",
        accord, after=timedelta(hours=1),
    )  # fmt: skip
    assert "conflict" not in {novelty.kind for novelty in decision.novelties}


def test_who_wanted_a_delay_is_another_version_until_somebody_has_said_it():
    delay = told(
        "First ferry of Nordhavn put off to May", "The first ferry of the Nordhavn yard will sail in May, the port said on Sunday."
    )
    title, text = "Линия: перенос рейса инициировал порт", "Первый рейс парома верфи Нордхавна перенесён на май, сообщили в линии."
    first = placed(title, text, delay, language="ru", after=timedelta(hours=6))
    assert (first.placement, first.novelties[0].kind) == ("development", "conflict")
    answer = told(title, text, "ru", NOON + timedelta(hours=6), 2)
    again = placed("Port asked for the delay of the ferry", "The delay was at the request of the port, the line said.", delay, answer)
    assert again.placement == "repeat"


def test_a_joint_decision_is_another_version_of_what_one_side_wished():
    wished = told("Aurora launch put off at request of Nordhavn", "The launch of the Aurora rocket was put off on Sunday, the agency said.")
    joint = (
        "Aurora delay was a joint decision",
        "Nordhavn and the agency put off the launch of the Aurora rocket together, both said on Sunday.",
    )
    assert placed(*joint, wished).placement == "development"
    again = told(*joint, article=2, at=NOON + timedelta(hours=1))
    assert placed("Aurora: decided jointly", joint[1], wished, again).placement != "development"


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        pytest.param(
            "en",
            "Statement of the port of Nordhavn",
            "Reports that the Nordhavn yard was sold for $14 million to Aurora are wrong, the port said on Sunday.",
            id="en",
        ),
        pytest.param(
            "ru",
            "О публикациях о верфи Нордхавн",
            "Сведения о продаже верфи Нордхавн компании «Аврора» за 14 млн долларов не соответствуют действительности, сообщил порт.",
            id="ru",
        ),
        pytest.param(
            "kk",
            "Нордхавн верфі туралы ақпаратқа қатысты",
            "Нордхавн верфі «Аврораға» 14 миллион долларға сатылды деген хабар шындыққа сәйкес келмейді, деп мәлімдеді порт.",
            id="kk",
        ),
    ],
)
def test_who_calls_a_report_untrue_denies_it_with_its_own_figures(language, title, text):
    report = told(
        "Nordhavn yard sold to Aurora", "The Nordhavn yard was sold to Aurora for $14 million, a person in the port said on Sunday."
    )
    decision = placed(title, text, report, language=language, after=timedelta(hours=20))
    assert (decision.placement, decision.novelties[0].kind) == ("development", "denial")


def test_who_denies_one_cause_has_named_another():
    denied = told(
        "Верфь Нордхавн: кран уронила гроза", "Падение крана верфи Нордхавн не связано с тормозами, заявил порт. Ранены двое.", "ru"
    )
    retold = (
        "Nordhavn blames storm for fall of crane",
        "Lightning and not its brakes brought down the crane of the Nordhavn yard, the port said.",
    )
    assert placed(*retold, denied).placement == "repeat"


def test_the_price_of_a_ticket_is_no_plan_of_an_anniversary():
    decision = placed(
        "Seventy years of Nordhavn yard", "The Nordhavn yard was founded seventy years ago today. A show costs 2 dollars to see."
    )
    assert decision.placement == "background"


def test_that_a_ban_was_lifted_is_told_again_in_whatever_words():
    lifted = told("Head of Nordhavn yard may travel", "Bailiffs lifted the travel ban on Lars Holm, head of the Nordhavn yard, on Sunday.")
    again = "Right of Nordhavn director to travel restored", "Lars Holm, who heads the Nordhavn yard, may go abroad again, a paper says."
    assert placed(*again, lifted).placement == "repeat"


def test_details_of_a_routine_step_do_not_make_it_news():
    scrub = told(
        "Launch of the Aurora ferry put off", "The launch of the Aurora ferry with its crew from Nordhavn was put off to Saturday."
    )
    flown = "Aurora crew away", "The Aurora ferry and its crew left Nordhavn on Saturday exactly as rescheduled. They dock on 18 March."
    assert placed(*flown, scrub, after=6 * DAY).placement == "repeat"


def test_what_an_earlier_lead_only_hoped_for_works_again_when_it_does():
    lost = told(
        "Crane of Nordhavn yard fails",
        "The crane of the Nordhavn yard failed at noon, the port said. Engineers try to resume its work.",
    )
    decision = placed("Crane of Nordhavn yard resumes work", "The crane of the Nordhavn yard works, the port said.", lost)
    assert decision.placement == "development"


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


def test_happenings_of_one_kind_are_apart_where_they_name_other_years():
    text = "The gale of {} tore the roof from the crane hall of the Nordhavn yard and sank two tugs at the quay, the port said."
    kin = {
        year: kin_of(measure(reading_of("Gale at Nordhavn", text.format(year)), {}), NOON, told("Gale", text.format(2013)))
        for year in (2013, 2021)
    }
    assert kin[2013].likeness - kin[2021].likeness > 0.1
    silent = kin_of(measure(reading_of("Gale at Nordhavn", text.replace("of {} ", "")), {}), NOON, told("Gale", text.format(2013)))
    assert silent.parts["years"] == 0.0


def test_what_fell_is_damaged_without_being_told():
    fell = told("Crane of Nordhavn yard falls into dock", "The crane of the Nordhavn yard fell into the dock at noon. Nobody was hurt.")
    damaged = placed(
        "Damage to dock at Nordhavn", "Damage to the dock has been found after the fall, the Nordhavn yard said. Nobody was hurt.",
        fell, after=timedelta(hours=1),
    )  # fmt: skip
    assert damaged.placement == "repeat"
    text = "Damage to the dock has been found after the fall, the Nordhavn yard confirmed. Nobody was hurt."
    assert placed("Nordhavn admits damage to dock", text, fell, after=timedelta(hours=1)).placement == "development"


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
        ("Ferry lifts off", "A ferry with a radar took off from Nordhavn on time on Sunday, the agency said.", "development"),
    ],
)
def test_people_who_leave_or_land_as_planned_take_a_routine_step(title, text, placement):
    assert placed(title, text).placement == placement


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


def test_the_first_of_a_storyline_opens_it():
    assert placed(*FIRST, opened=False).placement == "opening"


def test_details_of_a_sure_retelling_are_no_news_and_a_changed_value_is():
    retold = (
        "Fallen crane: workers recover",
        "The two workers hurt when a crane of the Nordhavn yard fell into the dock on Sunday are 31 and 47, the port authority said. "
        "Damage is put at $14 million. The yard has nine cranes and 620 people.",
    )
    assert placed(*retold, told(*FIRST)).placement == "repeat"
    assert placed(retold[0], retold[1].replace("$14 million", "$29 million, up from $14 million"), told(*FIRST)).placement == "development"


MORE = (
    "Crane fall at Nordhavn: harbour master on leave",
    "A crane of the Nordhavn yard fell into the dock and two workers were hurt. Lars Holm, who had signed for its brakes, is on leave.",
)
DENIED = (
    "Nordhavn denies that a crane fell",
    "The Nordhavn yard denied on Sunday that a crane fell into the dock and that workers were hurt.",
)


@pytest.mark.parametrize(
    ("article", "after", "placement"),
    [
        pytest.param(MORE, timedelta(hours=5), "repeat", id="details, within days"),
        pytest.param(MORE, timedelta(days=6), "development", id="details, later"),
        pytest.param(DENIED, timedelta(hours=5), "development", id="an answer"),
    ],
)
def test_who_only_adds_to_fresh_news_must_be_surer(article, after, placement):
    chance = placed(*article, told(*FIRST), after=after).evidence["chance"]
    between = replace(DEFAULT, chance_from=chance - 0.01, more_from=chance + 0.01)
    assert placed(*article, told(*FIRST), after=after, rules=between).placement == placement


@pytest.mark.parametrize(
    ("more", "placement"),
    [
        pytest.param("It was made in Astana.", "repeat", id="a place alone"),
        pytest.param("It was made in Astana for $7 million.", "development", id="a sum"),
    ],
)
def test_however_likely_news_is_there_must_be_more_to_tell_than_a_place(more, placement):
    sure = replace(DEFAULT, chance_from=0.0, more_from=0.0)
    told_again = "Two workers were hurt at the yard of Nordhavn on Sunday, where a crane fell into the dock. Damage is $14 million. "
    assert placed("Two hurt as crane falls into dock", told_again + more, told(*FIRST), rules=sure).placement == placement


def test_a_round_up_tells_nothing_new_that_another_storyline_knows():
    quay = told(
        "Quay for $25 million",
        "The new quay will cost $25 million and open on 5 May, the port said on Friday.",
        article=2,
        storyline="quay",
    )
    title, points = "The week in ports", (
        "**Cranes.** A crane of the Nordhavn yard fell into the dock and two workers were hurt; damage is put at $14 million.",
        "**Quays.** The new quay of Nordhavn is to cost $25 million and to open on 5 May.",
    )  # fmt: skip
    reading = read(title, "\n\n".join(points), "en", (NOON + DAY).date(), [("pad", line) for line in range(5)])
    around = Surroundings({"pad": PAD}, [("pad", 2.0)])
    decision = place(compare(Subject(reading, NOON + DAY, "press"), (told(*FIRST), quay), around), [], Known(opened=True))
    assert decision.evidence["new"] == []


@pytest.mark.parametrize(
    ("heading", "placement"),
    [
        pytest.param("**{}** ", "repeat", id="a point of a round-up"),
        pytest.param("", "development", id="an article of its own"),
    ],
)
def test_a_round_up_is_known_by_less_likeness_to_what_it_goes_back_over(heading, placement):
    points = {
        "Cranes": "A yard now has one of them less: its Nordhavn crane fell over the edge, and two hands had to be sewn up.",
        "Quays": "No ships came.",
        "Roads": "A bridge opened.",
    }
    at = NOON + timedelta(days=25)
    text = "\n\n".join(heading.format(about) + point for about, point in points.items())
    reading = read("Notes on ports", text, "en", at.date(), [("pad", line) for line in range(3)])
    around = Surroundings({"pad": PAD}, [("pad", 2.0)])
    decision = place(compare(Subject(reading, at, "press"), (told(*FIRST),), around), [], Known(opened=True))
    assert decision.placement == placement


def test_two_happenings_of_one_day_are_not_one_because_the_same_people_act_in_both():
    note = told("Nordhavn protests", "Lars Holm of the Nordhavn yard wrote to the ministry in Velsund; he warns that trade will suffer.")
    fire = ("Пожар в Нордхавне", "На верфи Нордхавн загорелся склад, глава верфи Ларс Хольм приехал из Вельсунда. Пострадавших нет.")
    assert placed(*fire, note, language="ru").placement != "repeat"


def test_the_same_figures_tell_the_same_happening_a_week_later():
    later = (
        "Fallen crane: the bill",
        "Losses at the Nordhavn yard reach $14 million since a crane toppled into the dock, with two workers hurt.",
    )
    assert placed(*later, told(*FIRST), after=timedelta(days=6)).placement == "repeat"


def test_that_an_authority_confirms_what_was_seen_is_news_once():
    seen = told("Quay of Nordhavn seems to be damaged", "A drone filmed damage at the quay of Nordhavn: a beam seems to lie in the water.")
    word = "The port has found damage at the quay of Nordhavn, where a beam lies in the water, it says."
    confirmed = ("Port confirms damage at the quay of Nordhavn", word)
    assert placed(*confirmed, seen).placement == "development"
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


def test_an_old_story_in_like_words_is_not_new_however_late_where_nothing_is_added():
    old = told(
        "Port accuses Denmark of dragging its feet over the Nordhavn crane",
        "Danish ministries are still sitting on the papers for the crane of Nordhavn, Lars Holm, who runs the port, said. "
        "The crane was meant for the old yard and will be rebuilt for the new one. The main cause of the delay is a treaty on cranes.",
    )
    again = (
        "Denmark to blame for slow crane, port boss complains",
        "Copenhagen's ministries are sitting on the papers for the crane of Nordhavn. So says Lars Holm, who runs the port. The crane, "
        "once meant for the old yard, will be rebuilt for the new one, he adds.\n\nTrending: 10 cars that hold their value",
    )
    assert placed(*again, old, after=3650 * DAY).placement == "background"


def test_a_happening_like_an_old_one_is_new_after_months():
    again = ("Crane falls at yard again", "A crane of the Nordhavn yard fell on Monday, the port authority said. Nobody was hurt.")
    assert placed(*again, told(*FIRST), after=timedelta(days=200)).placement == "development"


@pytest.mark.parametrize("days", [4, 400])
def test_half_of_the_names_and_figures_and_of_the_likeness_are_one_telling_however_late(days):
    again = (
        "Two hurt at Nordhavn yard as crane topples",
        "The port authority reports that a crane of the Nordhavn yard toppled on Sunday. Two workers were hurt, the damage is $14 million. "
        "It stood nine metres from the dock.",
    )
    assert placed(*again, told(*FIRST), after=days * DAY).placement == "repeat"
    assert (
        placed(again[0], again[1].replace("$14 million", "$29 million, not $14 million"), told(*FIRST), after=days * DAY).novelties[0].old
    )


def test_of_one_day_an_article_beside_which_none_is_alike_is_retold_in_whatever_words():
    hired = told(
        "Ларс Хольм возглавил порт", "Нордхавн освободил Ивана Берга и назначил на его место Ларса Хольма, ранее из министерства.", "ru"
    )
    again = (
        "New boss",
        "After years of it Ivan Berg is gone, and his chair with a view of the water is now that of Lars Holm, aged forty.",
    )
    other = told("Плов подорожал", "Рынок закрыт на ремонт, сообщил сторож.", "ru", NOON - 20 * DAY, 2, "market")
    assert placed(*again, hired, other, after=timedelta(hours=3)).placement == "repeat"
    alike = told("Ларс Хольм на празднике", "Иван Берг и Ларс Хольм были в порту на празднике моря.", "ru", article=3)
    assert placed(*again, hired, alike, after=timedelta(hours=3)).placement == "development"


def test_news_does_not_retell_what_only_remembers():
    text = "A crane of the Nordhavn yard fell into the dock forty years ago, and two workers were hurt."
    remembered = replace(told("Forty years since the fall of the crane at Nordhavn", text), told_new=False)
    news = (
        "Three held beside the fallen crane of Nordhavn",
        "Police at Nordhavn held three men beside the crane that fell, they said on Sunday.",
    )
    assert placed(*news, remembered).of is None
    assert placed(*news, replace(remembered, told_new=True)).of == 1


def test_a_further_step_belongs_to_the_storyline_that_it_fits():
    docked = told("Ferry crew at the station", "The ferry from Nordhavn arrived at the station on Sunday on time.", storyline="flights")
    title, text = (
        "Pad at Nordhavn damaged by ferry",
        "The pad at Nordhavn was damaged when the ferry left for the station on Sunday, the port said.",
    )
    at = NOON + timedelta(hours=3)
    around = Surroundings({"pad": PAD, "flights": replace(PAD, slug="flights")}, [("pad", 2.0), ("flights", 0.5)])
    decision = place(compare(Subject(reading_of(title, text, at=at), at, "press", False), [docked], around), [], Known())
    assert (decision.storyline, decision.reasons[0]) == ("pad", "a further step after article 1: damage")


def test_an_old_text_under_its_own_headline_is_not_new_however_long_ago_and_in_part_other_words():
    headline = "Yard says port drags its feet over the second quay"
    old = told(
        headline,
        "The port holds up the transfer of the second quay, said Ivan Berg, head of the Nordhavn yard. The quay was meant for barges. "
        "Berg said last year that it would be rebuilt for ferries. A source blames the yard, which has signed no convention.",
        at=NOON - timedelta(days=4000),
    )
    text = (
        "NORDHAVN - The port is holding up the transfer of a second quay, the head of the Nordhavn yard said. Ivan Berg told us that the "
        "quay, once meant for barges, would be rebuilt for ferries. A source in the port blamed the yard, which signed no convention."
    )
    assert placed(headline, text, old).placement == "repeat"
    assert placed("Port cuts ties with the yard over a convention", text.replace("holding up", "ending"), old).placement == "development"


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


def test_a_text_in_other_words_on_the_same_people_is_told_again_where_it_says_nothing_hard_of_its_own():
    gone = told("Holm at the head of Nordhavn yard", "Lars Holm was named head of the Nordhavn yard in Velsund, the owner said.")
    decision = placed("Нордхавн: новое лицо", "Ларс Хольм сидит в Вельсунде, в кабинете верфи Нордхавн. Чай остыл.", gone, language="ru")
    assert (decision.placement, decision.of) == ("repeat", 1)


def test_an_old_text_with_a_new_date_is_a_copy():
    decision = placed("Crane fell in harbour", FIRST[1], told(*FIRST), after=timedelta(days=3000))
    assert (decision.placement, decision.of, decision.level) == ("copy", 1, "store")


def test_what_an_unlisted_source_alone_tells_is_unconfirmed_even_against_nothing_known():
    decision = placed(*FIRST, trust="unlisted")
    assert (decision.placement, decision.rumour) == ("development", True)
    assert decision.level != "push"
    assert placed(*FIRST).rumour is False


def test_a_claim_of_an_unlisted_source_against_what_is_known_is_a_rumour():
    decision = placed(FIRST[0], FIRST[1].replace("$14 million", "$99 million"), told(*FIRST), trust="unlisted")
    assert (decision.rumour, decision.level) == (True, "digest")


def test_every_match_alerts_where_that_was_asked_for_but_never_the_same_article_twice():
    rewrite = (
        "Two injured as crane topples",
        "At the Nordhavn yard a crane toppled over on Sunday. Two people were injured, losses reach 14 million dollars.",
    )
    assert placed(*rewrite, told(*FIRST), every=True).level == "push"
    assert placed(*FIRST, told(*FIRST), every=True).level == "store"


def test_without_dossiers_short_entries_that_differ_in_a_mark_are_two():
    first = told("acme story k3j2h1", "acme did something", storyline="acme")
    assert placed("acme story p9x8c7", "acme did something", first, routes=False).placement == "development"


def test_a_decision_says_what_it_compared():
    decision = placed(
        "Two injured as crane topples", "At the Nordhavn yard a crane toppled over on Sunday. Two people were injured.", told(*FIRST)
    )
    assert decision.evidence["compared"][0]["article"] == 1
    assert decision.evidence["thresholds"]["kin_from"] > 0
    assert decision.reasons
    assert decision.held


def test_an_article_goes_to_the_storyline_whose_things_it_names():
    dossiers = [
        Dossier("bridge", "The bridge over the sound", key_entities=("bridge", "sound"), alert_on=("a crash or a closure",)),
        Dossier("museum", "The museum of ships", key_entities=("museum", "sound"), alert_on=("a new exhibition or an opening date",)),
    ]
    routes = routes_of(dossiers, lambda text: ["museum"] if "museum" in text else [])
    reading = read("Museum to open", "It opens in May.", "en", NOON.date(), [("museum", 0), ("sound", 1)])
    assert fits(reading, routes)[0][0] == "museum"


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("It will fly on 4 May, the agency said.", "It will fly on 9 May, the agency said.", "date"),
        ("It will cost $12 million in all.", "It will cost $17 million in all.", "money"),
        ("Some 40 people work there every day.", "Some 65 people work there every day.", "figure"),
        ("This year's budget sets aside 14.7 million crowns.", "The revised budget sets aside 15.9 million crowns.", "figure"),
        ("The cause of the fire is not yet known.", "The cause of the fire was a cigarette.", "status"),
        ("The guard will stand before the judge of the town.", "The guard stood before the judge of the town in May.", "status"),
        ("Сторож не пострадал при пожаре.", "Сторож пострадал при пожаре.", "status"),
    ],
)
def test_the_fact_in_which_a_near_copy_differs_is_found(old, new, kind):
    frame = "The craft stands ready. {} Nothing else was told."
    before, after = (reading_of("Craft to fly", frame.format(line)) for line in (old, new))
    assert [change.kind for change in changes(after, before)] == [kind]


def test_what_a_headline_counts_has_changed_even_where_the_text_names_the_number_of_something_else():
    text = "The port of Nordhavn allows {} ferries this year, it said on {}. The line had asked for ten. Each needs a notice of 30 days."
    before = reading_of("Nordhavn allows nine ferries this year", text.format("nine", "Thursday"))
    after = reading_of("Nordhavn allows ten ferries this year", text.format("ten", "Tuesday"))
    assert [(change.old, change.new) for change in changes(after, before) if change.line == 0] == [("nine", "ten")]


def test_a_copy_that_tells_a_day_by_its_month_differs_in_nothing():
    text = "The port of Nordhavn leaves the lease on June 1, 2024, it said. An act was signed."
    before = reading_of("Port to leave lease of Nordhavn on June 1", text)
    assert changes(reading_of("Port of Nordhavn to leave lease in June", text), before) == []


def test_a_copy_with_retouched_words_differs_in_nothing():
    frame = "The craft stands ready. It will {} leave the old stone pad before the summer fair of the fishing town opens its gates in June."
    before, after = (reading_of("Craft to fly", frame.format(word)) for word in ("not", "hardly"))
    assert changes(after, before) == []


def test_a_copy_that_turned_a_sentence_round_differs_in_nothing():
    told, turned = "Two years after the fire the yard has paid its debt.", "The yard has paid its debt two years after the fire."
    assert changes(reading_of("Yard pays", turned), reading_of("Yard pays", told)) == []


def test_a_copy_under_another_headline_differs_in_nothing():
    text = "The yard names the day, 4 May. Nothing else was told."
    assert changes(reading_of("Yard names 4 May", text), reading_of("Craft: not in March, but on 4 May", text)) == []


def test_a_name_that_begins_what_the_twin_says_has_not_changed():
    text = "The quay of the yard was sealed on a judgment of the port. The paper of the port is dated 30 November."
    before = reading_of("Behind the Nordhavn seals: Copenhagen judgment for the port", text)
    assert changes(reading_of("Nordhavn seals behind Copenhagen judgment for the port", text), before) == []


@pytest.mark.parametrize(
    ("since", "placement"),
    [
        pytest.param("The ferry Nordhavn will now leave on 23 March, the line said.", "copy", id="told since by another"),
        pytest.param("The fair of Bergen will open on 23 March, the town said.", "development", id="told of another thing"),
        pytest.param("The ferry is red, the line said.", "development", id="told by nobody"),
    ],
)
def test_a_value_that_others_told_since_makes_no_news_of_a_copy(since, placement):
    frame = (
        "The ferry Nordhavn will leave from the second quay on {} March, the line said on Sunday. On board are Ivan Berg, Lars Holm and "
        "Eva Strand. Berg and Holm come home after two weeks, Strand stays for half a year. The ferry waits at the quay."
    )
    text, title = frame.format(21), "Ferry Nordhavn to leave on 21 March"
    twin = Twin(told(title, text), reading_of(title, text))
    later = reading_of("Ferry off", since, at=NOON + timedelta(hours=1))
    known = Known(tuple(KnownFact(fact, "pad", NOON + timedelta(hours=1), "Herald", 2) for fact in later.facts), opened=True)
    again = reading_of("Ferry Nordhavn to leave on 23 March", frame.format(23), at=NOON + timedelta(hours=3))
    around = Surroundings({"pad": PAD}, [("pad", 2.0)])
    found = compare(Subject(again, NOON + timedelta(hours=3), "press"), [twin.neighbour], around)
    assert place(found, [twin], known).placement == placement


def test_a_copy_that_only_lost_a_paragraph_differs_in_nothing():
    before, after = reading_of(*FIRST), reading_of(FIRST[0], FIRST[1].split(". ")[0] + ".")
    assert changes(after, before) == []


@pytest.mark.parametrize(
    ("title", "kind", "old", "level"),
    [
        ("Pad is seized by court", "event", None, "push"),
        ("Pad to fly", "date", "4 May", "push"),
        ("Pad looks fine", "event", None, "digest"),
        ("Court denies it", "denial", None, "digest"),
    ],
)
def test_the_level_follows_what_happened(title, kind, old, level):
    assert level_of(reading_of(title, "So it is."), PAD, [Novelty(kind, title, title, old)])[0] == level


def test_a_long_sentence_is_cut_around_its_fact():
    sentence = (
        "The committee, which met for the third time this month after long quarrels among its members, "
        "decided to pay $14 million at once to the yard."
    )
    cut = shortened(sentence, "$14 million")
    assert len(cut) <= 110
    assert "$14 million" in cut


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
            "en", "Will the crane ever come?",
            "It was to be a gift. Money came in fits. Then, on Wednesday, a date: the chief said that the crane will stand in May 2030. "
            "The author is a visiting fellow. Views expressed are his own.", id="an essay that reports",
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


def test_who_held_an_office_stands_before_a_happening_and_before_no_day_or_sum():
    title, lead = "Anna Berg appointed head of the Nordhavn port", "She succeeds Lars Holm, who stepped down, the port said on Monday."
    happened = placed(title, lead).novelties[0]
    assert (happened.kind, happened.old) == ("event", "Lars Holm")
    dated = placed(title + " from 4 May", f"{lead} She begins on 4 May 2024.").novelties[0]
    assert (dated.kind, dated.old) == ("date", None)


@pytest.mark.parametrize(
    ("language", "title", "text", "level"),
    [
        pytest.param("en", "Mayor names Holm head of the port, Lund out", "The mayor named Lars Holm to head it.", "push", id="names head"),
        pytest.param("en", "Change at the port", "Lars Holm was appointed director on Monday.", "push", id="appointed, in the lead"),
        pytest.param("ru", "Новый глава порта", "Ларс Хольм назначен директором порта.", "push", id="назначен"),
        pytest.param("kk", "Порттың жаңа басшысы", "Ларс Холм порт директоры болып тағайындалды.", "push", id="тағайындалды"),
        pytest.param("en", "Ferry makes maiden flight", "The new ferry flew for the first time.", "push", id="maiden"),
        pytest.param("en", "Old ferry flies after a three-year break", "The ferry crossed on Monday.", "push", id="after a break"),
        pytest.param("ru", "Паром впервые за три года вышел в рейс", "Паром вышел в понедельник.", "push", id="впервые за три года"),
        pytest.param("en", "Cards go on sale across the island", "Anybody can order one from today.", "push", id="on sale"),
        pytest.param("kk", "Паром ресми түрде іске қосылды", "Паром дүйсенбіде жүзді.", "push", id="іске қосылды"),
        pytest.param("en", "The port is busy", "Holm named his dog after the port.", "digest", id="named a dog"),
        pytest.param("en", "Names of the port", "The head of the port likes old names.", "digest", id="names of"),
    ],
)  # fmt: skip
def test_appointments_and_first_times_are_told_at_once(language, title, text, level):
    assert level_of(reading_of(title, text, language), PAD, [Novelty("event", title, title)])[0] == level


DATED = Route("pad", "The pad", {"pad": 1.0}, {}, frozenset({"schedule"}), frozenset())


@pytest.mark.parametrize(
    ("route", "title", "level"),
    [
        pytest.param(DATED, "Ferry to cross at the end of 2026", "push", id="asked for"),
        pytest.param(PAD, "Ferry to cross at the end of 2026", "digest", id="not asked for"),
        pytest.param(DATED, "Ferry crossed in 2019", "digest", id="past"),
    ],
)
def test_a_new_day_in_the_headline_is_told_at_once_where_days_were_asked_for(route, title, level):
    assert level_of(reading_of(title, "So it is."), route, [Novelty("event", "So it is.", "So it is.")])[0] == level


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


def test_a_site_that_is_named_beats_the_person_who_speaks():
    dossiers = (
        Dossier("dock", "The new dock", key_entities=("holm", "new_dock")),
        Dossier("crane", "The crane", key_entities=("crane_site", "holm")),
        Dossier("ferry", "The ferry", key_entities=("holm",), background="the harbour sees ferries"),
    )
    reading = read(
        "Holm: crane ready by spring", "Holm said so.", "en", NOON.date(), [("holm", 0), ("holm", 1), ("crane_site", 0), ("harbour", 0)]
    )

    def named(text):
        return ["harbour"] if "harbour" in text else []

    telling = {"holm": by_kind("person"), "crane_site": by_kind("site"), "new_dock": by_kind("site"), "harbour": by_kind("site")}
    assert fits(reading, routes_of(dossiers, named, telling.__getitem__))[0][0] == "crane"


def test_what_all_turns_on_but_is_key_to_no_storyline_chooses_none():
    dossiers = (
        Dossier("ferry", "Ferries of the harbour", background="the harbour sees ferries"),
        Dossier("rent", "The lease", key_entities=("rent",)),
    )
    reading = read("Harbour dues", "So it is.", "en", NOON.date(), [("harbour", 0), ("rent", 1)])
    routes = routes_of(dossiers, lambda text: ["harbour"] if "harbour" in text else [])
    assert fits(reading, routes)[0][0] == "rent"


_TWO = (
    Dossier("ferry", "One", signs=("ferry", "паром", "паром*", "sea link", "harbour")),
    Dossier("rent", "Two", signs=("lease", "арендная плата", "harbour")),
)


@pytest.mark.parametrize(
    ("title", "text", "language", "slug"),
    [
        pytest.param("Higher dues", "The lease of the quay ends in May.", "en", "rent", id="a word"),
        pytest.param("Сборы растут", "Об арендной плате за причал спорят с мая.", "ru", "rent", id="a phrase, inflected"),
        pytest.param(
            "Ferry sails again", "The lease was not the reason. The lease stands.", "en", "ferry", id="the title outweighs the lead"
        ),
        pytest.param("Sea link cut", "The lease was the reason.", "en", "ferry", id="a phrase says more than a word"),
    ],
)
def test_signs_show_where_an_article_belongs(title, text, language, slug):
    reading = read(title, text, language, NOON.date())
    assert fits(reading, routes_of(_TWO, lambda _: ()), signs_of(_TWO))[0][0] == slug


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        pytest.param("First crew since the accident lifts off from repaired pad", "flights", id="people fly"),
        pytest.param("Pad damaged as crew lifts off", "pad", id="something broke"),
        pytest.param("Cargo ship lifts off from repaired pad", "pad", id="no people"),
    ],
)
def test_a_flight_of_people_belongs_to_the_flights_from_whatever_pad(title, slug):
    flights = Dossier("flights", "Flights of crews", alert_on=("crew change",))
    pad = Dossier("pad", "Damage and repair of the pad", alert_on=("repair of the pad", "launches from the repaired pad"))
    reading = read(title, "It happened on Tuesday, the agency said. The pad was repaired.", "en", NOON.date())
    assert fits(reading, routes_of((flights, pad), lambda _: ()))[0][0] == slug


def test_a_damaged_pad_belongs_where_damage_to_pads_is_asked_for_whoever_left_from_it():
    flights = Dossier("flights", "Flights of crews to the station", alert_on=("docking with the station",))
    pad = Dossier("pad", "Damage and repair of the pad", alert_on=("repair of the pad", "damage to the pad"))
    text = "The pad was found damaged on Tuesday. The crew docked with the station, the agency said. The crew is well."
    reading = read("Soyuz crew reaches the station but its pad is damaged", text, "en", NOON.date())
    assert fits(reading, routes_of((flights, pad), lambda _: ()))[0][0] == "pad"


def test_a_sign_of_several_storylines_says_little_of_each_and_many_signs_no_more_than_so_much():
    routes, signs = routes_of(_TWO, lambda _: ()), signs_of(_TWO)

    def gain(title):
        reading = read(title, "It is so.", "en", NOON.date())
        return dict(fits(reading, routes, signs))["ferry"] - dict(fits(reading, routes))["ferry"]

    assert 0 < gain("Harbour dues") < gain("Ferry dues") < gain("Ferry dues, sea link and harbour") < 1.6
