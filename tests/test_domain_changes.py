"""Near copies, and the fact in which one differs."""

from datetime import timedelta

import pytest

from monitor.domain.judging.changes import changes
from monitor.domain.judging.comparing import Known, Surroundings, compare
from monitor.domain.judging.copying import Subject, Twin
from monitor.domain.judging.earlier import KnownFact
from monitor.domain.judging.placing import place
from tests.placed import DAY, FIRST, NOON, PAD, TEXTS, placed, reading_of, told


def test_a_wire_that_is_written_on_with_a_day_to_come_is_no_copy():
    added = "The crane will be lifted on 15 March 2024, and the yard pays $3 million for it. Damage is put at $14 million."
    on = FIRST[1].replace("Damage is put at $14 million.", added)
    decision = placed("Yard pays $3 million to lift crane on 15 March", on, told(*FIRST), after=timedelta(hours=2))
    assert decision.placement == "development"


def test_a_day_without_a_year_adds_nothing_to_a_text_that_is_printed_again():
    plan = (
        "Port allows sixteen ferries, six of them fast",
        "The port of Nordhavn has approved sixteen ferries for 2024, it said on Tuesday. The order was signed on March 4. No fast ferry "
        "may leave between May 10 and May 25, when seals calve on the rocks.",
    )
    page = "Printed in October by a page of the web. Turn on what we send you, and find all your friends and their boats at one quay."
    more = "Fishermen of the bay have asked for a rest of six weeks. The line had asked for seven, and one of its boats lies at the yard."
    whole = plan[0], f"{plan[1]} {more}"
    first, at = told(*whole), NOON + 230 * DAY
    again = Subject(reading_of(plan[0], f"{plan[1]} {page}", at=at), at, "press", False)
    around = Surroundings({"pad": PAD}, [("pad", 2.0)])
    decision = place(compare(again, [first], around), [Twin(first, reading_of(*whole))], Known(opened=True))
    assert (decision.placement, decision.evidence["containment"] < 0.9) == ("copy", True)


def test_an_old_text_with_a_new_date_is_a_copy():
    decision = placed("Crane fell in harbour", FIRST[1], told(*FIRST), after=timedelta(days=3000))
    assert (decision.placement, decision.of, decision.level) == ("copy", 1, "store")


def test_without_dossiers_short_entries_that_differ_in_a_mark_are_two():
    first = told("acme story k3j2h1", "acme did something", storyline="acme")
    assert placed("acme story p9x8c7", "acme did something", first, routes=False).placement == "development"


def test_a_place_that_one_headline_names_and_no_text_is_no_changed_fact():
    text = "Denmark and Norway signed an agreement on cranes on Sunday. A yard is to build two of them. The price comes next year."
    assert not changes(reading_of("Norway buys cranes in Bergen", text), reading_of("At the Gamlehaug, Norway buys cranes", text))


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("It will fly on 4 May, the agency said.", "It will fly on 9 May, the agency said.", "date"),
        ("It will cost $12 million in all.", "It will cost $17 million in all.", "money"),
        ("Some 40 people work there every day.", "Some 65 people work there every day.", "figure"),
        ("Some 60,000 herrings died in ten days, it said on Friday.", "Some 120,000 herrings died since May, it said on Sunday.", "figure"),
        ("К пятнице утонули 60 тысяч ящиков, сообщил порт.", "К воскресенью утонули 120 тысяч ящиков, сообщил порт.", "figure"),
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


def test_a_copy_that_names_a_month_without_its_year_differs_in_nothing_under_a_new_date():
    text = "The yard of Nordhavn has paid the port {} a third of what it has owed since March, the bailiff said on Monday. More is to come."
    before = reading_of("Yard pays port", text.format("about"))
    after = reading_of("Yard pays port", text.format("nearly"), at=NOON + 600 * DAY)
    assert changes(after, before) == []


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


def test_who_tells_an_old_sum_again_has_not_told_the_new_one_near_to_it():
    frame = (
        "The quay road at Nordhavn will be mended this year. The county has set aside {} billion tenge for 24 km at Nordhavn, the road "
        "office said. Two layers go on, 14 pipes are replaced and three stops built. The road was last mended in 2009."
    )
    title, (old, new) = "Nordhavn quay road to be mended for {} billion tenge", (frame.format("3.2"), frame.format("3.9"))
    twin = Twin(told(title.format("3.2"), old), reading_of(title.format("3.2"), old))
    since = reading_of("Quay road at Nordhavn", "The Nordhavn quay road gets 3.2 billion tenge.", at=NOON + DAY)
    known = Known(tuple(KnownFact(fact, "pad", NOON + DAY, "Herald", 2) for fact in since.facts), opened=True)
    at = NOON + 60 * DAY
    again = Subject(reading_of(title.format("3.9"), new, at=at), at, "press")
    found = compare(again, [twin.neighbour], Surroundings({"pad": PAD}, [("pad", 2.0)]))
    assert place(found, [twin], known).novelties[0].old == "3.2 billion tenge"
    both = new + " It was to cost 3.2 billion tenge at Nordhavn."  # the old sum beside the new one
    again = Subject(reading_of(title.format("3.9"), both, at=at), at, "press")
    found = compare(again, [twin.neighbour], Surroundings({"pad": PAD}, [("pad", 2.0)]))
    assert place(found, [twin], known).placement == "development"


def test_a_copy_that_only_lost_a_paragraph_differs_in_nothing():
    before, after = reading_of(*FIRST), reading_of(FIRST[0], FIRST[1].split(". ")[0] + ".")
    assert changes(after, before) == []


def test_a_copy_that_lost_a_clause_before_a_sentence_turned_nothing():
    old = "No feast, and a change that will be felt from now on by all: from 1 September the three schools of the quay teach in Danish."
    new = "So from 1 September the three schools of the quay teach in Danish."
    frame = "The schools go over to the town. {} Nothing else was told."
    before, after = (reading_of("Schools of the quay", frame.format(line)) for line in (old, new))
    assert changes(after, before) == []


@pytest.mark.parametrize(
    ("language", "title", "changed", "placement"),
    [
        pytest.param("en", "One docker killed in fall of crane", "Two dockers killed in fall of crane", "development", id="en"),
        pytest.param("ru", "Один докер погиб при падении крана", "Два докера погибли при падении крана", "development", id="ru"),
        pytest.param("kk", "Кран құлап, бір жүкші қаза тапты", "Кран құлап, екі жүкші қаза тапты", "development", id="kk"),
        pytest.param("en", "One docker killed in fall of crane", "1 docker killed in fall of crane", "copy", id="the same in a figure"),
        pytest.param("en", "One docker killed in fall of crane", "Two questions on a fall", "copy", id="another headline"),
        pytest.param("en", "Area of ² yards", "Area of ³ yards", "copy", id="what is a digit and no number"),
    ],
)
def test_a_count_that_alone_has_changed_in_a_headline_is_no_copy(monkeypatch, language, title, changed, placement):
    text = " ".join(f"The {part} of the crane at Nordhavn gave way on Sunday, and the yard looked for its papers." for part in PARTS)
    monkeypatch.setitem(TEXTS, title, text)
    decision = placed(changed, text, told(title, text, language), language=language, after=DAY)
    assert decision.placement == placement
    assert [bool(novelty.old) for novelty in decision.novelties[:1]] == ([True] if placement == "development" else [])


PARTS = ("jib", "hook", "cable", "motor", "brake", "mast", "cabin", "rail")
