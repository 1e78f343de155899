"""Which storyline an article belongs to."""

import pytest

from monitor.domain.facts.facts import read
from monitor.domain.judging.comparing import OTHER, Surroundings, compare
from monitor.domain.judging.copying import Subject
from monitor.domain.judging.routing import by_kind, fits, leanings, routes_of, signs_of
from monitor.domain.judging.storyline import Dossier
from tests.placed import NOON


def test_an_article_goes_to_the_storyline_whose_things_it_names():
    dossiers = [
        Dossier("bridge", "The bridge over the sound", key_entities=("bridge", "sound"), alert_on=("a crash or a closure",)),
        Dossier("museum", "The museum of ships", key_entities=("museum", "sound"), alert_on=("a new exhibition or an opening date",)),
    ]
    routes = routes_of(dossiers, lambda text: ["museum"] if "museum" in text else [])
    reading = read("Museum to open", "It opens in May.", "en", NOON.date(), [("museum", 0), ("sound", 1)])
    assert fits(reading, routes)[0][0] == "museum"


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


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Soyuz crew reaches the station but its pad is damaged", "The pad was found damaged on Tuesday."),
        ("Soyuz crew leaves a sorry pad behind", "Wreckage of the cabin was found in the trench of the pad on Tuesday."),
    ],
)
def test_a_damaged_pad_belongs_where_damage_to_pads_is_asked_for_whoever_left_from_it(title, text):
    flights = Dossier("flights", "Flights of crews to the station", alert_on=("docking with the station",))
    pad = Dossier("pad", "Damage and repair of the pad", alert_on=("repair of the pad", "damage to the pad"))
    reading = read(title, f"{text} The crew docked with the station, the agency said. The crew is well.", "en", NOON.date())
    assert fits(reading, routes_of((flights, pad), lambda _: ()))[0][0] == "pad"


@pytest.mark.parametrize(
    ("title", "text", "slug"),
    [
        pytest.param(
            "Quay gets 5 million from the yard", "It is the first part of an old debt, the quay said.", "debts", id="a debt in the lead"
        ),
        pytest.param("Yard to pay quay in three parts", "A court in Bergen approved it, the quay said.", "debts", id="paid before a court"),
        pytest.param("Quay gets 5 million for a crane", "It is an investment of the yard, the quay said.", "quay", id="no debt"),
    ],
)
def test_a_debt_belongs_where_debts_are_collected_whoever_the_creditor_is(title, text, slug):
    debts = Dossier("debts", "Claims", alert_on=("new claim", "seizure of property"))
    quay = Dossier("quay", "The quay", key_entities=("quay",), alert_on=("a crane",))
    reading = read(title, text, "en", NOON.date(), [("quay", 1)])
    assert fits(reading, routes_of((debts, quay), lambda _: ()))[0][0] == slug


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        pytest.param("Fire where parts of the ferry rocket fell at Lund", "parts", id="something burns"),
        pytest.param("Docker dies where parts of the ferry rocket fell at Lund", "parts", id="somebody died"),
        pytest.param("Ferry at Lund again", "ferries", id="nothing does"),
    ],
)
def test_what_burns_where_parts_of_a_rocket_fell_belongs_to_them_whatever_flew_there(title, slug):
    parts = Dossier("parts", "Fallen parts", alert_on=("an injury, a fire", "debris outside the zone"))
    ferries = Dossier("ferries", "Ferries", key_entities=("lund", "ferry"), alert_on=("a launch",))
    reading = read(title, "Debris of the ferry lies at Lund, the port said.", "en", NOON.date(), [("lund", 0), ("ferry", 0)])
    assert fits(reading, routes_of((parts, ferries), lambda _: ()))[0][0] == slug


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        pytest.param("Senate ratifies deal on drop zone at Lund", "plans", id="it is agreed on"),
        pytest.param("Rocket parts found in drop zone at Lund", "parts", id="of no agreement"),
        pytest.param("Deal on drop zone at Lund after fire", "parts", id="something burned there"),
    ],
)
def test_a_drop_zone_that_is_agreed_on_belongs_to_the_permits_and_not_to_what_falls_there(title, slug):
    plans = Dossier("plans", "Permits", key_entities=("lund",), alert_on=("a ban", "a quota"))
    parts = Dossier("parts", "Fallen parts", key_entities=("lund",), alert_on=("an injury, a fire", "debris outside the zone"))
    reading = read(title, "Stages of rockets come down there.", "en", NOON.date(), [("lund", 1)])
    assert fits(reading, routes_of((plans, parts), lambda _: ()))[0][0] == slug


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        pytest.param("Cargo ship lost over Lund", "flights", id="a ship that was lost"),
        pytest.param("Fire at Lund where a cargo ship fell", "parts", id="where its parts fell something burns"),
        pytest.param("Cargo ship sails past Lund", "parts", id="nothing befell it"),
        pytest.param("Pad at Lund damaged under cargo ship", "parts", id="the pad, and not the ship"),
    ],
)
def test_a_lost_cargo_ship_belongs_to_the_flights_whatever_became_of_its_parts(title, slug):
    flights = Dossier("flights", "Flights", key_entities=("line", "lund"), alert_on=("a change of the crew",))
    parts = Dossier("parts", "Fallen parts", key_entities=("lund",), alert_on=("an injury, a fire", "debris outside the zone"))
    failed = "" if "sails" in title else " Its engine had failed."
    reading = read(title, f"Debris lies at Lund, the port said.{failed}", "en", NOON.date(), [("lund", 1)])
    assert fits(reading, routes_of((flights, parts), lambda _: ()))[0][0] == slug


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        pytest.param("Rocket sends radar up from Lund", "rockets", id="a rocket flew"),
        pytest.param("Rocket may fly from Lund: permit signed", "plans", id="it is allowed to"),
        pytest.param("Crew launched from Lund", "plans", id="with people"),
    ],
)
def test_a_rocket_that_flew_belongs_where_failures_are_asked_for_rather_than_to_the_plan_of_launches(title, slug):
    plans = Dossier("plans", "Permits", key_entities=("lund", "rocket"), alert_on=("the yearly plan, with the number of launches",))
    failures = Dossier("rockets", "Old ones", key_entities=("lund", "rocket"), alert_on=("any failure", "a ban"))
    crews = Dossier("crews", "Ships", key_entities=("lund", "rocket"), alert_on=("a failed meeting",))
    text = "It was signed at noon." if "signed" in title else "It left the pad at noon with a satellite."
    reading = read(title, text, "en", NOON.date(), [("lund", 0), ("rocket", 0)])
    assert fits(reading, routes_of((plans, crews, failures), lambda _: ()))[0][0] == slug


@pytest.mark.parametrize(
    ("title", "language", "slug"),
    [
        pytest.param("Ten rocket launches for Lund this year", "en", "plans", id="how many"),
        pytest.param("Лунд: восемь пусков ракеты", "ru", "plans", id="how many, in Russian"),
        pytest.param("Лунд: зымырандардың сегіз ұшырылымы", "kk", "plans", id="how many, in Kazakh"),
        pytest.param("A rocket launch for Lund this year", "en", "rockets", id="one"),
    ],
)
def test_how_many_launches_there_are_to_be_belongs_to_the_yearly_plan(title, language, slug):
    plans = Dossier("plans", "Permits", alert_on=("a ban", "a quota"))
    rockets = Dossier("rockets", "Old ones", key_entities=("lund",), alert_on=("any failure",))
    reading = read(title, "So it is." if language == "en" else "Так и есть.", language, NOON.date(), [("lund", 30)])
    assert fits(reading, routes_of((plans, rockets), lambda _: ()))[0][0] == slug


def test_a_sign_of_several_storylines_says_little_of_each_and_many_signs_no_more_than_so_much():
    routes, signs = routes_of(_TWO, lambda _: ()), signs_of(_TWO)

    def gain(title):
        reading = read(title, "It is so.", "en", NOON.date())
        return dict(fits(reading, routes, signs))["ferry"] - dict(fits(reading, routes))["ferry"]

    assert 0 < gain("Harbour dues") < gain("Ferry dues") < gain("Ferry dues, sea link and harbour") < 1.6


# ── leanings ──────────────────────────────────────────────────────────────────

_LEANING = (
    Dossier("ferry", "One", leanings={"headline": {"crash": 0.4}, "opening": {"court": -0.1}, "names": {"holm": 0.2}}),
    Dossier("rent", "Two", leanings={"opening": {"court": 0.3}}),
)


@pytest.mark.parametrize(
    ("title", "text", "named", "leant"),
    [
        pytest.param("Crane falls at Lund", "It was old.", [], {"ferry": 0.4, "rent": 0.0}, id="an idea of the headline"),
        pytest.param("Lund and Bergen", "A court in Bergen met.", [], {"ferry": -0.1, "rent": 0.3}, id="an idea of the opening"),
        pytest.param("Lund and Bergen", "Holm was there.", [("holm", 1)], {"ferry": 0.2, "rent": 0.0}, id="a name"),
        pytest.param("Crane falls at Lund", "Holm was there.", [("holm", 1)], {"ferry": 0.6, "rent": 0.0}, id="both"),
        pytest.param("The week in ports: a fall", "1. Crane falls.\n\n2. Court met.", [], {"ferry": 0.0, "rent": 0.0}, id="a round-up"),
    ],
)
def test_what_was_learned_of_the_parts_of_an_article_is_added_up(title, text, named, leant):
    reading = read(title, text, "en", NOON.date(), named)
    assert leanings(reading, routes_of(_LEANING, lambda _: ())) == pytest.approx(leant)


@pytest.mark.parametrize(
    ("fitting", "leaning", "slug"),
    [
        pytest.param([("ferry", 0.9), ("rent", 0.8)], {}, "ferry", id="nothing learned"),
        pytest.param([("ferry", 0.9), ("rent", 0.8)], {"rent": 0.2}, "rent", id="moved to the next"),
        pytest.param([("ferry", 0.9), ("rent", 0.1)], {"rent": 0.2}, "ferry", id="too far away"),
        pytest.param([("ferry", 0.01), ("rent", 0.0)], {"rent": 2.0}, OTHER, id="what fits none still fits none"),
    ],
)
def test_what_was_learned_moves_an_article_between_storylines_that_it_fits(fitting, leaning, slug):
    routes = {route.slug: route for route in routes_of(_LEANING, lambda _: ())}
    found = compare(Subject(read("Lund", "It was old.", "en", NOON.date()), NOON), [], Surroundings(routes, fitting, leaning))
    assert (found.slug, found.ranked[0][0]) == (slug, "ferry")
    assert slug in (found.leaned[0][0], OTHER)
