"""What may wake a person, and what of a storyline's watch list a new fact names."""

from datetime import date

import pytest

from monitor.domain.facts.facts import read
from monitor.domain.judging.levels import is_critical, level_of, watched_in
from monitor.domain.judging.storyline import Novelty, Route
from tests.placed import PAD, reading_of

DAY = date(2026, 3, 10)
CRASH = "A Proton rocket crashed near Dzhezkazgan a minute after lift-off, Roscosmos said."


def reading(title, text, language="en"):
    return read(title, text, language, DAY)


@pytest.mark.parametrize(
    ("language", "title", "text", "critical"),
    [
        pytest.param("en", "Proton crashes after lift-off", CRASH, True, id="a crash"),
        pytest.param("ru", "Ракета «Протон» упала после старта", "Ракета упала под Жезказганом. Есть погибшие.", True, id="in Russian"),
        pytest.param("kk", "«Протон» Жезқазған маңында құлады", "Зымыран ұшырылғаннан кейін құлады.", True, id="in Kazakh"),
        pytest.param(
            "kk", "Ұлытау: құлаған сатыдан үлгі алынды", "Құлаған сатының орнынан 24 үлгі алынды.", False, id="a stage that fell some day"
        ),
        pytest.param("ru", "Экологи осмотрели упавшую ступень", "На месте упавшей ступени взяли пробы.", False, id="and in Russian"),
        pytest.param("en", "Soyuz launch moves to March", "The first launch moves to March 2027, the minister said.", False, id="a delay"),
        pytest.param(
            "en",
            "Minister visits the pad",
            f"The minister spoke of plans. He recalled 2013. {CRASH}",
            False,
            id="a crash long ago",
        ),
    ],
)
def test_what_broke_or_who_died_may_wake_a_person(language, title, text, critical):
    assert is_critical(reading(title, text, language)) is critical


ROUTE = Route("baiterek", "Baiterek", alert_on=frozenset({"ban", "postpone"}))
BAN = Novelty("event", "launches are banned", "Kazakhstan banned all Proton launches until the cause is known.")


@pytest.mark.parametrize(
    ("route", "before", "watched"),
    [
        pytest.param(ROUTE, None, ("ban",), id="the new sentence names what is watched for"),
        pytest.param(ROUTE, reading("Proton crashes", CRASH), ("ban",), id="the article before told something else"),
        pytest.param(ROUTE, reading("Proton launches banned", "Kazakhstan banned the Proton."), (), id="the article before told it too"),
        pytest.param(Route("leo", "LEO"), None, (), id="nothing is watched for"),
        pytest.param(None, None, (), id="no storyline"),
    ],
)
def test_what_of_the_watch_list_a_new_sentence_names(route, before, watched):
    assert watched_in((BAN,), reading("Kazakhstan bans the Proton", BAN.quote), route, before) == watched


def test_what_only_stands_beside_what_is_new_is_not_watched_for():
    beside = Novelty("status", "A ban was mentioned.", "A ban was mentioned.")
    assert watched_in((beside,), reading("Kazakhstan bans the Proton", BAN.quote), ROUTE, None) == ()


FLIGHTS = Route("flights", "Crewed flights", alert_on=frozenset({"failure", "schedule"}))
PROJECT = Route("project", "A new rocket", alert_on=frozenset({"failure", "launch", "pay", "schedule"}))
LAUNCH = ("Soyuz lifts off from Baikonur with three aboard", "The Soyuz MS-40 lifted off on schedule on Tuesday, Roscosmos said.")
AGAIN = (
    "Soyuz lifts off, the first flight since the accident",
    "The Soyuz lifted off on Tuesday, the first launch since June, Roscosmos said.",
)
SUM = ("The new pad and its price", "The works at the pad are to be paid with 14 billion tenge, the ministry said.")
FINED = ("Двух туристов оштрафовали на космодроме", "Обоим назначили штраф в пять тысяч рублей.")


@pytest.mark.parametrize(
    ("told", "language", "kind", "route", "level"),
    [
        pytest.param(LAUNCH, "en", "event", FLIGHTS, "digest", id="a flight as planned, where only failures are asked for"),
        pytest.param(LAUNCH, "en", "event", PROJECT, "push", id="the same, where launches are asked for"),
        pytest.param(("Proton crashes after lift-off", CRASH), "en", "event", FLIGHTS, "push", id="a flight that fails"),
        pytest.param(AGAIN, "en", "event", FLIGHTS, "push", id="the first flight after long"),
        pytest.param(SUM, "en", "money", PROJECT, "push", id="a sum first of all, where money is asked for"),
        pytest.param(SUM, "en", "money", FLIGHTS, "digest", id="a sum where it is not"),
        pytest.param(FINED, "ru", "event", FLIGHTS, "digest", id="a fine is imposed as an office is given, in Russian"),
    ],
)
def test_how_loud_a_development_is(told, language, kind, route, level):
    assert level_of(reading(*told, language), route, (Novelty(kind, told[0], told[1]),))[0] == level


DEBT = Route("debt", "The debt", alert_on=frozenset({"pay", "court"}))
LEASE = Route("lease", "The lease", alert_on=frozenset({"pay", "treaty"}), noise=frozenset({"deny"}))


@pytest.mark.parametrize(
    ("kind", "route", "title", "level"),
    [
        pytest.param("event", DEBT, "Yard pays for the crane", "push", id="one thing that was asked for is enough"),
        pytest.param("event", DEBT, "Yard paints the crane", "digest", id="nothing that was asked for"),
        pytest.param("denial", DEBT, "Yard: nobody paid for the crane", "push", id="a denial of what was asked for"),
        pytest.param("denial", DEBT, "Yard: nobody paints the crane", "digest", id="a denial of something else"),
        pytest.param("denial", LEASE, "Port: nobody pays more rent", "digest", id="where denials are noise"),
        pytest.param("correction", DEBT, "Correction: who paid for the crane", "digest", id="a correction"),
    ],
)
def test_the_dossier_says_what_is_told_at_once(kind, route, title, level):
    told = Novelty(kind, "The crane of the yard.", "The crane of the yard.")
    assert level_of(reading(title, "The crane of the yard is red, it says."), route, (told,))[0] == level


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
