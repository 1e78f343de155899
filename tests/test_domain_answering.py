"""Answers to what was told: corrections, denials, other versions; and what only sounds like one."""

from dataclasses import replace
from datetime import timedelta

import pytest

from monitor.domain.judging.comparing import Known, Surroundings, compare
from monitor.domain.judging.copying import Subject
from monitor.domain.judging.placing import place
from tests.placed import DAY, FIRST, NOON, PAD, gone_round, placed, reading_of, told


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
    neighbours = gone_round(told(*QUIET[language], language=language))
    decision = placed(title, text, *neighbours, language=language, after=timedelta(hours=20))
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
            "en", "Two years on, the crane at Nordhavn is to lift again",
            "The fallen crane of the Nordhavn yard will work again in the near future, Per Lund of the port authority said.", id="years on",
        ),
        pytest.param(
            "en", "Three-tonne Nordhavn crane soon back",
            "The fallen crane of the Nordhavn yard will work again in the near future, Per Lund of the port authority said.",
            id="which crane it is",
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
        pytest.param(
            "en", "Twelve million it was, and twelve it will be",
            "The rent of the Nordhavn yard is $12 million a year, the port said. The union speaks of $40 million. “No such letter came.”",
            id="no such letter",
        ),
        pytest.param(
            "ru", "Двенадцать миллионов и ни кроной больше",
            "Аренда верфи в Нордхавне 12 млн долларов в год. О 40 млн говорит профсоюз. «Такого письма к нам не приходило», заявил порт.",
            id="такого письма не приходило",
        ),
        pytest.param(
            "kk", "Он екі миллион, артық емес",
            "Нордхавн верфінің жалдау ақысы жылына 12 миллион доллар, кәсіподақ 40 миллион дейді. Мұндай хат түскен жоқ, деді порт.",
            id="мұндай хат түскен жоқ",
        ),
    ],
)  # fmt: skip
def test_an_answer_that_refuses_is_a_denial_even_where_it_repeats_all_figures(language, title, text):
    decision = placed(title, text, told(*DEMAND), language=language, after=timedelta(hours=20))
    assert (decision.placement, decision.novelties[0].kind) == ("development", "denial")


@pytest.mark.parametrize(
    ("text", "slips"),
    [
        ("It did not leave on Sunday either. The Nordhavn port has moved the ferry to 12 March 2024, a slip of one more day.", True),
        ("The Nordhavn port sells soup at its pier. The next ferry to Velsund leaves on 12 March 2024.", False),
        ("The Nordhavn port has moved the ferry, and that to Velsund from 12 March 2024 to the summer.", False),
    ],
)
def test_what_was_put_off_slips_once_more(text, slips):
    off = told("Ferry put off by a day", "The ferry to Nordhavn, meant for Sunday, is postponed to 11 March 2024, the port said.")
    decision = placed("Ferry still at Nordhavn", text, off, after=timedelta(hours=20))
    assert ("11 March 2024 has become 12 March 2024" in decision.reasons) is slips


def test_what_was_called_off_has_not_come_for_nobody():
    off = told(
        "Aurora ferry off: valve to blame",
        "The crossing of the Aurora ferry from Nordhavn, planned for 15 March 2024, is cancelled for a valve, the port said.",
    )
    again = (
        "Aurora ferry does not go today",
        "The crossing of the Aurora ferry from Nordhavn, planned for 15 March 2024, is off for a valve.",
    )
    assert placed(*again, off, after=5 * DAY).placement == "repeat"


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
        "15 March 2024, the port said; until then the yard's accounts stay frozen.",
    )
    text = "The Nordhavn yard pays the port for the crane in three parts; the first, 4.5 million dollars, was due on 15 March 2024."
    assert placed(title, text, agreed, after=after).placement == placement


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


PAID = told("Yard pays for the crane", "The Nordhavn yard has paid the port a first part of what the crane cost, Minister Ivan Berg said.")


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("en", "Town says no to demand of the yard", "The crane of Nordhavn will not be sold for $40 million, the mayor of the town said."),
        ("ru", "Город отверг требование верфи", "Кран Нордхавна за 40 млн долларов не продаётся, сказал мэр города."),
    ],
)
def test_who_says_no_to_a_demand_answers_it_though_it_threatened_with_a_no(language, title, text):
    demand = told(
        "Yard: no lifting without the crane", "The Nordhavn yard will lift nothing unless the town sells it the crane for $40 million."
    )
    decision = placed(title, text, demand, language=language, after=timedelta(hours=5))
    assert (decision.placement, decision.novelties[0].kind) == ("development", "denial")


@pytest.mark.parametrize(
    ("language", "title", "text", "placement"),
    [
        pytest.param(
            "en", "Yard: we have not sent a coin", "No money for the crane has left the Nordhavn yard, its office said.", "development",
            id="behind a colon",
        ),
        pytest.param(
            "ru", "«За кран мы никому не платили»: верфь ответила министру", "Деньги верфь Нордхавна порту не переводила, сообщили там.",
            "development", id="quoted",
        ),
        pytest.param(
            "kk", "Кеме зауыты: кран үшін ештеңе төлеген жоқпыз", "Нордхавн зауыты портқа кран үшін ақша аударған жоқ, деп хабарлады ол.",
            "development", id="kk",
        ),
        pytest.param(
            "ru", "Верфь: денег за кран не переводили, суммы не называли", "«Платежа не было», ответили в конторе верфи Нордхавна порту.",
            "development", id="ответили",
        ),
        pytest.param(
            "en", "Money did not come from the yard, port explains", "A bank paid for the crane, the port said of the Nordhavn yard.",
            "development", id="before who says them",
        ),
        pytest.param(
            "ru", "«Даром нам кран не нужен»", "Верфь Нордхавна заплатила порту за кран первую часть, сообщили там.",
            "repeat", id="quoted, of whoever said it",
        ),
        pytest.param(
            "en", "Twenty seconds: the docker who didn't quite fall", "The Nordhavn yard has paid the port for the crane, its office said.",
            "repeat", id="how long it was",
        ),
        pytest.param(
            "en", "Paid: a crane with no roof", "The Nordhavn yard has paid the port a first part for the crane, its office said.",
            "repeat", id="what a thing lacks",
        ),
        pytest.param(
            "en", "Yard has paid for the crane", "No money but a first part has left the Nordhavn yard for the crane, its office said.",
            "repeat", id="the headline says yes",
        ),
    ],
)  # fmt: skip
def test_whose_own_words_in_a_headline_say_no_answers_what_was_told(language, title, text, placement):
    assert placed(title, text, *gone_round(PAID), language=language, after=DAY).placement == placement


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        (
            "en",
            "“Nobody has called us”: Nordhavn on the crane",
            "The port of Nordhavn says that it has had no offer for the crane.\n\n"
            "A paper had described a draft by which the crane would be sold for $40 million.",
        ),
        ("ru", "Предложений о кране нет – администрация порта", "Порт Нордхавна ответил на запрос газеты о кране за 40 млн долларов."),
    ],
)
def test_who_has_heard_nothing_of_what_a_paper_told_denies_it(language, title, text):
    draft = told("Crane may be sold", "The crane of Nordhavn may be sold by the port for $40 million, a draft that a paper has seen says.")
    decision = placed(title, text, draft, language=language, after=DAY)
    assert (decision.placement, decision.novelties[0].kind) == ("development", "denial")


def test_who_says_no_after_another_said_it_answers_nothing():
    first = told(
        "Yard: we have not sent a coin", "No money for the crane has left the Nordhavn yard, its office said.", at=NOON + DAY, article=2
    )
    again = "«За кран мы не платили»: верфь", "Деньги за кран верфь Нордхавна порту не переводила, сообщили там."
    assert placed(*again, PAID, first, language="ru", after=1.2 * DAY).placement == "repeat"


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


def test_a_copy_that_says_that_it_corrects_is_a_correction_even_where_no_value_differs():
    correction = (f"CORRECTED: {FIRST[0]}", f"{FIRST[1]} (Corrects the spelling of the yard)")
    decision = placed(*correction, told(*FIRST))
    assert (decision.placement, decision.novelties[0].kind) == ("development", "correction")


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


@pytest.mark.parametrize(("days", "placement"), [(1, "repeat"), (9, "development")])
def test_a_denial_that_was_told_is_told_once_though_what_it_denies_is_more_like_it(days, placement):
    claim = told(
        "Nordhavn yard to be sold to Danish line",
        "The Nordhavn yard will be sold to a Danish line for $140 million by June, a channel wrote, citing the port.",
        at=NOON - DAY,
    )
    denied = told(
        "Порт Нордхавн: верфь не продаётся",
        "Порт опроверг сообщения о продаже верфи Нордхавн датской линии за 140 млн долларов.",
        "ru", article=2,
    )  # fmt: skip
    again = (
        "Nordhavn denies that its yard is to be sold",
        "The port denied that the Nordhavn yard would be sold to a Danish line for $140 million by June, as a channel wrote.",
    )
    assert placed(*again, claim, denied, after=days * DAY).placement == placement


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        (
            "en",
            "Twelve years and a first load",
            "The crane of the Nordhavn yard took twelve years to build; on Sunday it lifted its first load of 14 tonnes, Lars Holm said.",
        ),
        (
            "ru",
            "Двенадцать лет ради первого груза",
            "Сборка крана верфи Нордхавн заняла двенадцать лет; в воскресенье он поднял первый груз в 14 тонн, сообщил Ларс Хольм.",
        ),
    ],
)
def test_how_long_it_took_is_no_value_of_another_side(language, title, text):
    first = told(
        "Crane of Nordhavn yard lifts its first load",
        "The crane of the Nordhavn yard lifted its first load on Sunday, the port said. It weighed 14 tonnes.",
    )
    assert placed(title, text, first, language=language).placement == "repeat"


def test_who_names_the_earliest_day_refuses_nothing_so_that_it_can_be_denied():
    source = told(
        "Source: Nordhavn crane not before 2026", "The crane of the Nordhavn yard will not lift before 2026, a source in the yard said."
    )
    denied = (
        "Statement on the Nordhavn crane",
        "In connection with reports in the media: the Nordhavn yard has received no notice of a delay of its crane, the port said.",
    )
    decision = placed(*denied, source, after=timedelta(hours=20))
    assert (decision.placement, decision.novelties[0].kind) == ("development", "denial")


def test_a_headline_that_says_no_retells_a_denial_that_stood_in_the_text():
    denied = told(
        "On media reports about the Nordhavn crane",
        "Statements that the arrest of the Nordhavn crane was lifted do not correspond to reality, the port said. It stays under arrest "
        "until the yard has paid its last debt.",
    )
    again = (
        "Арест с крана в Нордхавне не снят",
        "Порт Нордхавна поправил вчерашние сообщения: кран верфи остаётся под арестом до выплаты.",
    )
    assert placed(*again, denied, language="ru", after=timedelta(hours=4)).placement == "repeat"


def test_a_denial_belongs_where_the_statement_stands_however_few_its_words_are():
    around = Surroundings({"pad": PAD, "quay": replace(PAD, slug="quay")}, [("quay", 0.4), ("pad", 0.3)])
    reading = reading_of(
        "Port: a new fee is not discussed", "The port denied reports of a dearer yard. “There is no paper on $40 million.”"
    )
    subject = Subject(reading, NOON + timedelta(hours=20), "press", False)
    decision = place(compare(subject, [told(*DEMAND)], around), [], Known(opened=True))
    assert (decision.placement, decision.storyline, decision.novelties[0].kind) == ("development", "pad", "denial")


def test_an_answer_that_clearly_speaks_of_another_matter_belongs_there():
    around = Surroundings({"pad": PAD, "quay": replace(PAD, slug="quay")}, [("quay", 2.4), ("pad", 0.3)])
    reading = reading_of(
        "Port: a new fee is not discussed", "The port denied reports of a dearer yard. “There is no paper on $40 million.”"
    )
    decision = place(compare(Subject(reading, NOON + timedelta(hours=20)), [told(*DEMAND)], around), [], Known(opened=True))
    assert (decision.placement, decision.storyline) == ("development", "quay")
