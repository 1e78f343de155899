"""Where a match belongs, decided from values alone: retold, new, or the first of its storyline."""

import math
from dataclasses import replace
from datetime import timedelta

import pytest

from monitor.domain.facts.facts import read
from monitor.domain.judging import placing
from monitor.domain.judging.comparing import DEFAULT, Known, Surroundings, compare, retold
from monitor.domain.judging.copying import Subject
from monitor.domain.judging.kinship import kin_of, measure
from monitor.domain.judging.placing import place
from monitor.domain.judging.weighing import Weighed
from tests.placed import DAY, FIRST, NOON, PAD, gone_round, placed, reading_of, told


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


def test_happenings_of_one_kind_are_apart_where_they_name_other_years():
    text = "The gale of {} tore the roof from the crane hall of the Nordhavn yard and sank two tugs at the quay, the port said."
    kin = {
        year: kin_of(measure(reading_of("Gale at Nordhavn", text.format(year)), {}), NOON, told("Gale", text.format(2013)))
        for year in (2013, 2021)
    }
    assert kin[2013].likeness - kin[2021].likeness > 0.1
    silent = kin_of(measure(reading_of("Gale at Nordhavn", text.replace("of {} ", "")), {}), NOON, told("Gale", text.format(2013)))
    assert silent.parts["years"] == 0.0


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


DENIED = (
    "Nordhavn denies that a crane fell",
    "The Nordhavn yard denied on Sunday that a crane fell into the dock and that workers were hurt.",
)


RETOLD = "Two hurt as crane falls into dock", "Two workers were hurt at the yard of Nordhavn on Sunday. The crane is to be lifted on 4 May."


@pytest.mark.parametrize(
    ("article", "near", "least", "held"),
    [
        pytest.param(FIRST, (), "chance_from", "background", id="the rule takes it for news"),
        pytest.param(DENIED, (told(*FIRST),), "beyond_from", "repeat", id="it answers"),
        pytest.param(RETOLD, (told(*FIRST),), "raised_from", "repeat", id="the rule sees no news"),
    ],
)
def test_what_is_as_likely_as_is_asked_of_its_kind_is_news(article, near, least, held):
    def decide(**asked):
        return placed(*article, *near, rules=replace(DEFAULT, **asked))

    chance = decide().evidence["chance"]
    asked = {"chance_from": 2.0, "beyond_from": 2.0, "raised_from": 2.0}
    placements = [decide(**{**asked, least: line}).placement for line in (chance - 0.01, chance + 0.01)]
    assert placements == ["development", held]


@pytest.mark.parametrize(
    ("more", "placement"),
    [
        pytest.param("It was made in Astana.", "repeat", id="a place alone"),
        pytest.param("It was made in Astana for $7 million.", "development", id="a sum"),
    ],
)
def test_however_likely_news_is_there_must_be_more_to_tell_than_a_place(more, placement):
    sure = replace(DEFAULT, chance_from=0.0, raised_from=0.0)
    told_again = "Two workers were hurt at the yard of Nordhavn on Sunday, where a crane fell into the dock. Damage is $14 million. "
    decision = placed("Two hurt as crane falls into dock", told_again + more, *gone_round(told(*FIRST)), rules=sure)
    assert decision.placement == placement


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


@pytest.mark.parametrize(("told_new", "placement"), [(True, "repeat"), (False, "development")])
def test_who_repeats_what_nobody_was_told_tells_it(told_new, placement):
    first = replace(told(*FIRST), told_new=told_new, development="pad#1" if told_new else None)
    again = (
        "Two injured as crane topples",
        "At the Nordhavn yard a crane toppled over on Sunday. Two people were injured, losses reach 14 million dollars.",
    )
    assert placed(*again, first).placement == placement


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


def test_an_old_text_is_not_new_for_the_day_that_somebody_puts_over_it():
    text = (
        "Danish ministries are still sitting on the papers for the crane of Nordhavn, Lars Holm, who runs the port, said on Friday. "
        "The crane was meant for the old yard and will be rebuilt for the new one. The main cause of the delay is a treaty on cranes. "
    )
    more = "“There is neither scandal nor sensation in it,” Holm said. “The ministers of Denmark have formed a committee.” "
    title = "Port accuses Denmark of dragging its feet over the Nordhavn crane"
    after = 850 * DAY
    again = (
        title.replace("accuses", "blames"),
        f"{NOON + after:%d %B %Y}. {text.replace('still sitting', 'sitting')}\n\nShare this: by post",
    )
    assert placed(*again, told(title, text + more), after=after).placement == "background"


@pytest.mark.parametrize(
    ("given", "day", "placement"),
    [
        pytest.param(True, "", "repeat", id="a seed retold"),
        pytest.param(True, ", though accounts contradict each other", "repeat", id="a seed retold, with a dispute"),
        pytest.param(True, " on Monday, 12 March 2024", "development", id="on a day of its own"),
        pytest.param(False, "", "development", id="no seed"),
    ],
)
def test_a_seed_is_retold_for_years_by_whoever_names_no_day(given, day, placement):
    seed = told(
        "Nordhavn open to foreign ferries",
        "The port of Nordhavn does not rule out that foreign ferries sail from its quay, the harbour board said. Several states have "
        "asked. The quay is let to the line of Lars Holm.",
    )
    again = (
        "Foreign ferries could sail from Nordhavn",
        f"The harbour board of Nordhavn has nothing against other flags{day}, its deputy head Ole Berg told us. Several states have asked. "
        "The quay is with Lars Holm. Eleven berths are free.",
    )
    assert placed(*again, replace(seed, given=given), after=3650 * DAY).placement == placement


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

    def bond(*near):
        return compare(Subject(reading_of(*again), NOON + timedelta(hours=3)), near, Surroundings({"pad": PAD}, [("pad", 2.0)])).bond

    assert (bond(hired, other) is None, bond(hired, alike) is None) == (False, True)


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


@pytest.mark.parametrize(("year", "placement"), [(2023, "repeat"), (2024, "development")])
def test_a_headline_that_counts_another_year_is_another_one(year, placement):
    plan = "{of} of ferries through the port of Nordhavn is approved, the ministry of ports said. {count} ferries will call at the quay."
    old = told(
        "Yearly plan for ferries through Nordhavn in 2023 approved", plan.format(of="The plan", count="Thirteen"), at=NOON - 357 * DAY
    )
    decision = placed(f"Yearly plan for ferries through Nordhavn in {year} approved", plan.format(of="A list", count="Nine"), old)
    assert decision.placement == placement


def test_a_text_in_other_words_on_the_same_people_is_told_again_where_it_says_nothing_hard_of_its_own():
    gone = told("Holm at the head of Nordhavn yard", "Lars Holm was named head of the Nordhavn yard in Velsund, the owner said.")
    decision = placed("Нордхавн: новое лицо", "Ларс Хольм сидит в Вельсунде, в кабинете верфи Нордхавн. Чай остыл.", gone, language="ru")
    assert (decision.placement, decision.of) == ("repeat", 1)


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


def test_a_decision_says_what_it_compared():
    decision = placed(
        "Two injured as crane topples", "At the Nordhavn yard a crane toppled over on Sunday. Two people were injured.", told(*FIRST)
    )
    assert decision.evidence["compared"][0]["article"] == 1
    assert decision.evidence["thresholds"]["kin_from"] > 0
    assert decision.reasons
    assert decision.held


def is_retelling(reading, at, near, leaning=0.0):
    told = retold(reading, at, near, Surroundings({"pad": PAD}, [("pad", 0.3)]))
    return told is not None and told.lacks <= leaning


@pytest.mark.parametrize(("language", "is_known"), [("ru", False), ("en", True)])
def test_a_correction_of_no_name_figure_or_word_of_an_earlier_article_corrects_another(language, is_known):
    told_of = {
        "ru": "Аренда верфи не прекращена, ошибка в сообщении газеты исправлена, сообщил порт. Договор подписан.",
        "en": "The lease of the yard has not ended; the mistake in a report is corrected, the port said. The contract is signed.",
    }
    old = told("Порт: аренды не лишат" if language == "ru" else "Port: lease stays", told_of[language], language=language)
    text = "Correction: the club that cancelled its contract is another. The mistake in our report is corrected. It ended no lease."
    reading = read("Team quits the cup", text, "en", NOON.date(), [])
    assert is_retelling(reading, NOON, [old]) is is_known


DOCK_FIRE = told(
    "Fire at the dock of Nordhavn", "A welder set the dock of Nordhavn on fire on Sunday; rescuers put it out, and a docker was hurt."
)
OTHERS = [
    told("Fees of the port rise", "Ships pay more from May, Ole Berg said.", at=NOON - 20 * DAY, article=2),
    told("Ice on the bay", "Ferries wait for an icebreaker.", at=NOON - 30 * DAY, article=3),
]


@pytest.mark.parametrize(
    ("text", "after", "is_known"),
    [
        pytest.param(
            "Flames took the roof while a man with a torch looked on; rescuers were there in time.", DAY, True, id="what was done"
        ),
        pytest.param(
            "Flames took the roof while a man with a torch looked on; rescuers were there in time.", 9 * DAY, False, id="long ago"
        ),
        pytest.param("A choir sang of the sea.", DAY, False, id="nothing of it"),
    ],
)
def test_who_names_nothing_is_known_within_two_days_by_what_was_done(text, after, is_known):
    reading = read("Welder's black Sunday", text, "en", (NOON + after).date(), [])
    assert is_retelling(reading, NOON + after, [DOCK_FIRE, *OTHERS]) is is_known


def test_a_number_that_stands_in_another_text_as_well_shows_nothing_that_is_retold():
    fire = told("Dock closed", "The dock stays closed for 48 hours, Ole Berg said.")
    reading = read("A week-end by the sea: 48 hours in Velsund", "Start at the lighthouse. Eat cod.", "en", NOON.date(), [])
    assert not is_retelling(reading, NOON + DAY, [fire, *OTHERS])


@pytest.mark.parametrize(("retells", "placement"), [(1, "repeat"), (None, "background")])
def test_what_is_of_the_topic_for_what_it_retells_is_held_as_a_repeat_of_that(retells, placement):
    reading = read("No sleep for a careless man", "He is sorry, and has not slept since. His wife brings him soup.", "en", NOON.date(), [])
    around = Surroundings({"pad": PAD, "quay": replace(PAD, slug="quay")}, [("quay", 0.2), ("pad", 0.2)])
    decision = place(compare(Subject(reading, NOON + DAY, retells=retells), [DOCK_FIRE, *OTHERS], around), [], Known(opened=True))
    assert (decision.placement, decision.of) == (placement, retells)


@pytest.mark.parametrize(
    ("title", "text", "placement"),
    [
        pytest.param(*RETOLD, "development", id="a retelling that tells more"),
        pytest.param("Seventy years of the dock", "It was dug by hand in Nordhavn. Its gate weighs 40 tonnes.", "background", id="jubilee"),
        pytest.param(
            "Explainer: what the senate passed", "The senate approved the law on docks on Sunday. A gate must weigh 40 tonnes.",
            "development", id="a law that was passed",
        ),
        pytest.param("Explainer: how a dock works", "A gate of 40 tonnes keeps the water of Nordhavn out.", "background", id="explainer"),
        pytest.param(
            "Opinion: sell the dock", "Sell it. A gate of 40 tonnes is scrap. The author is a reader of the Nordhavn paper.", "background",
            id="opinion",
        ),
    ],
)  # fmt: skip
def test_what_remembers_explains_or_argues_is_never_raised_against_the_rule(title, text, placement):
    assert placed(title, text, told(*FIRST), rules=replace(DEFAULT, raised_from=0.0)).placement == placement


@pytest.mark.parametrize("title", ["Explainer: how a dock works", "Seventy years of the dock"])
@pytest.mark.parametrize(("chance", "placement"), [(0.75, "development"), (0.65, "background")])
def test_what_surely_tells_something_new_may_explain_it_or_look_back(monkeypatch, title, chance, placement):
    monkeypatch.setattr(placing, "weigh", lambda _: Weighed({"to begin with": math.log(chance / (1 - chance))}))
    assert placed(title, "A gate of 40 tonnes keeps the water of Nordhavn out.").placement == placement


def test_a_second_flight_is_no_retelling_of_the_first_in_whatever_like_words():
    first = "The Aurora rocket lifted off from the Nordhavn pad at 18:00, Lars Holm said. It carries 9 tonnes for $3 million."
    second = "An Aurora rocket reached orbit from the Nordhavn pad, Lars Holm said. At 18:00 it took up 9 tonnes for $3 million."
    again = placed("Aurora reaches orbit on its second flight", second, told("Aurora lifts off", first, at=NOON - 236 * DAY))
    assert (again.placement, again.of) == ("development", None)


@pytest.mark.parametrize(
    ("title", "text", "retells", "placement"),
    [
        pytest.param(
            "Port: we did not burn", "A crane fell, and nobody set the dock on fire on Sunday, it said.", 1, "development", id="answer"
        ),
        pytest.param("Dock to stay shut", "A gate of 40 tonnes is bent; it costs $3 million, Ole Berg said.", 1, "repeat", id="details"),
        pytest.param("Dock to stay shut", "It opens on 4 June with a gate of 40 tonnes, Ole Berg said.", 1, "development", id="a day"),
        pytest.param(
            "Dock to stay shut", "A gate of 40 tonnes is bent; it costs $3 million, Ole Berg said.", None, "development", id="of the topic"
        ),
    ],
)
def test_what_is_of_the_topic_for_what_it_retells_has_to_go_beyond_it(title, text, retells, placement):
    reading = read(title, text, "en", NOON.date(), [("pad", 0)])
    sure = replace(DEFAULT, chance_from=0.0, beyond_from=0.0)
    around = Surroundings({"pad": PAD}, [("pad", 2.0)], rules=sure)
    decision = place(compare(Subject(reading, NOON + 1.5 * DAY, retells=retells), [DOCK_FIRE, *OTHERS], around), [], Known(opened=True))
    assert decision.placement == placement


@pytest.mark.parametrize(
    ("title", "text", "placement"),
    [
        pytest.param(
            "A torch too many", "Flames took the roof while a man in a mask looked on. It was put out in time.", "repeat", id="done"
        ),
        pytest.param("Explainer: how a dock burns", "Flames take the roof while a man in a mask looks on.", "background", id="explained"),
        pytest.param("Two choirs", "They sang of the sea, and tea was served.", "background", id="nothing of it"),
    ],
)
def test_what_is_held_is_a_repeat_of_what_it_is_like_and_like_no_other(title, text, placement):
    reading = read(title, text, "en", NOON.date(), [("pad", 0)])
    unsure = replace(DEFAULT, chance_from=2.0, beyond_from=2.0, raised_from=2.0, kin_from=0.6)
    around = Surroundings({"pad": PAD}, [("pad", 0.3)], rules=unsure)
    decision = place(compare(Subject(reading, NOON + DAY), [DOCK_FIRE, *OTHERS], around), [], Known(opened=True))
    assert (decision.placement, decision.of) == (placement, 1 if placement == "repeat" else None)
