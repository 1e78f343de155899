"""The sentences of an article: which lead, and which tell what was known before."""

from datetime import date

import pytest

from monitor.domain.facts.facts import is_live, is_planned, read

DAY = date(2024, 3, 10)


def test_what_a_point_of_a_round_up_recalls_is_its_own():
    letter = (
        "**Roads.** A bridge opened.\n\n**Rail.** Nothing.\n\n**Ports.** The ferry, which has sailed since 2014, has a price now. It costs"
        " 87 million tenge.\n\n**Opera.** New seats."
    )
    (paid,) = [fact for fact in read("Letter", letter, "en", DAY, [("port", 3)]).facts if fact.kind == "money"]
    assert (paid.where, paid.recalled) == ("lead", False)


def test_each_entry_of_a_live_blog_leads():
    entries = (
        "10:40 We are back.",
        "11:30 The cabin rolls in.",
        "11:59 Lift-off of ferry MS-4.",
        "12:08 In orbit.",
        "Later all went home.",
    )
    lines = read("Ferry MS-4: updates", "\n\n".join(["Newest first. One. Two. Three.", *entries]), "en", DAY).lines
    assert [line.where for line in lines if line.text in entries] == ["lead"] * 4 + ["body"]


def test_what_no_earlier_plan_held_recalls_nothing():
    text = (
        "The port has a plan. It sets a condition that no earlier plan contained.\n\nThe first ferry sails two weeks earlier than in March."
    )
    assert not any(line.recalled for line in read("Port", text, "en", DAY).lines)


@pytest.mark.parametrize(
    ("language", "sentence", "recalled"),
    [
        pytest.param("en", "The ministry said that the last acts had been signed.", False, id="what was done, and is said now"),
        pytest.param("en", "The ship had been named after a lake.", True, id="what had been done before"),
        pytest.param("en", "They will return in the second ship, which had been sent up empty.", False, id="which of them is meant"),
        pytest.param("ru", "Отчёт, о котором ранее писала газета, опубликован.", False, id="which of them is meant, in Russian"),
        pytest.param("ru", "Ранее отчёт называли тайным.", True, id="what was said before"),
        pytest.param("ru", "Напоминаем, что аренда стоит 7 млн долларов в год.", True, id="what somebody reminds of, in Russian"),
        pytest.param("en", "We remind readers that the quay costs $7 million a year.", True, id="what somebody reminds of"),
        pytest.param("en", "The yearly rent is $7 million.", True, id="what is paid each year"),
        pytest.param("en", "The yearly rent will be $9 million.", False, id="what will be paid each year"),
        pytest.param("ru", "Ежегодная арендная плата составляет 7 млн долларов.", True, id="what is paid each year, in Russian"),
        pytest.param("ru", "Ежегодная плата составит 9 млн долларов.", False, id="what will be paid each year, in Russian"),
        pytest.param("en", "The line must order three ferries a year; the earlier text had two.", False, id="a value and what it was"),
        pytest.param("ru", "Линия закажет три парома в год, прежде речь шла о двух.", False, id="a value and what it was, in Russian"),
        pytest.param("kk", "Желі үш паромға тапсырыс береді, бұрын екеу болатын.", False, id="a value and what it was, in Kazakh"),
        pytest.param("en", "The quay will be rebuilt after the protocol signed last year is ratified.", False, id="which protocol"),
        pytest.param("ru", "Паром дойдёт до мая, прежде чем кончится топливо.", False, id="before something ends"),
        pytest.param("ru", "До этого состоится ещё один рейс.", False, id="before a day to come"),
        pytest.param("kk", "Желі 2028 жылдан жылына үш паромға тапсырыс береді.", False, id="from a year to come"),
        pytest.param("kk", "Желі 2018 жылдан жылына үш паромға тапсырыс береді.", True, id="from a year that is gone"),
        pytest.param("ru", "Первый паром – не раньше мая.", False, id="the earliest day"),
        pytest.param("ru", "Паром уйдёт не ранее мая.", False, id="the earliest day, in other words"),
        pytest.param("kk", "Паром мамырдан бұрын жүрмейді.", False, id="the earliest day, in Kazakh"),
        pytest.param("kk", "Паром 2025 жылдан ерте жүрмейді.", False, id="the earliest year, in Kazakh"),
        pytest.param("kk", "Паром бұрын жүрді.", True, id="what was before, in Kazakh"),
        pytest.param("en", "For reference, the quay has two cranes.", True, id="what is told for reference"),
        pytest.param("en", "It can be done in the second half of the decade.", False, id="the decade that runs"),
        pytest.param("en", "The port stood empty for decades.", True, id="decades that are gone"),
        pytest.param("en", "Ferries may land without fees until 2040.", False, id="a new right that ends one day"),
        pytest.param("en", "The quay is let until 2050.", True, id="a lease that has long to run"),
    ],
)
def test_what_was_known_before_is_told_from_what_is_said_now(language, sentence, recalled):
    opening = {"en": "The port published its report.", "ru": "Порт опубликовал отчёт.", "kk": "Порт есебін жариялады."}[language]
    assert read("Port", f"{opening}\n\n{sentence}", language, DAY).lines[2].recalled is recalled


def test_what_was_paid_at_that_time_is_recalled():
    text = "Жол құны 60 миллион доллар. Соңғы сапардан бері он жыл өтті. Сол кезде порт 20 миллион доллар төлеген еді."
    assert [line.recalled for line in read("Порт жолаушы іздейді", text, "kk", DAY).lines[1:]] == [False, False, True]


def test_former_and_first_of_all_recall_nothing():
    kazakh = read("Портқа басшы келді", "Оның орнына бұрынғы орынбасары тағайындалды. Басшы бұрын теңізші болған.", "kk", DAY)
    russian = read("Порт строят", "Строят прежде всего причал. Прежде здесь был пляж.", "ru", DAY)
    assert [[line.recalled for line in reading.lines[1:]] for reading in (kazakh, russian)] == [[False, True], [False, True]]


def test_history_is_told_from_news():
    text = (
        "The agency signed the deal on Friday.\n\n"
        "Russia has rented the site since 1994 for $115 million a year.\n\nIt will pay $9 million more."
    )
    lines = read("Deal signed", text, "en", DAY).lines
    assert [line.recalled for line in lines] == [False, False, True, False]


def test_of_a_roundup_only_the_points_on_the_topic_count():
    text = "Our weekly round-up.\n\nBread costs 12 per cent more.\n\nThe pad was sold for $5 million.\n\nRain is forecast."
    reading = read("The week in brief", text, "en", DAY, [("pad", 3)])
    assert [fact.text for fact in reading.facts if fact.kind in ("money", "figure")] == ["$5 million"]


BURIED = (
    "Twenty years ago nobody came here.\n\nBread costs 12 per cent more, and milk will follow in the autumn.\n\nBakers complain.\n\n"
    "So do their 300 guests.\n\nThe mayor has no answer.\n\nThe pad was sold for $5 million.\n\nRain is forecast for Sunday."
)


def test_far_down_in_an_article_on_something_else_only_what_shows_the_topic_counts():
    reading = read("What people eat", BURIED, "en", DAY, [("pad", 6)])
    assert [fact.text for fact in reading.facts if fact.kind in ("money", "figure")] == ["$5 million"]
    assert "roundup" in reading.marks
    assert reading.marks.isdisjoint({"feature", "anniversary"})
    assert read("What people eat", BURIED, "en", DAY, [], (), [6]).facts == reading.facts


def test_an_article_that_names_the_topic_at_its_head_is_told_as_a_whole():
    assert "roundup" not in read("What people eat", BURIED, "en", DAY, [("pad", 1), ("pad", 6)]).marks


def test_a_day_of_remembrance_remembers_far_down_as_well():
    assert "anniversary" in read("Years of the pad: twenty years on", BURIED, "en", DAY, [("pad", 6)]).marks


@pytest.mark.parametrize(
    ("text", "live"),
    [
        ("All times GMT.\n\n19:05 It is lost.\n\n18:30 A bang was heard.\n\n17:40 We wait.", True),
        ("18:30 A bang was heard.\n\nWe wait.", True),
        ("All times GMT.\n\n19:05 It is lost.\n\nWe wait.", False),
    ],
)
def test_a_live_blog_goes_by_the_clock_whatever_it_says_of_itself_first(text, live):
    reading = read("As it happened: ferry lost", f"{text}\n\nWhat is a ferry? A boat. Why now? It was due. Is all well? No.", "en", DAY)
    assert (is_live(reading), "explainer" in reading.marks) == (live, not live)


def test_a_flash_behind_a_dateline_is_no_signature():
    lines = read("Port", "NORDHAVN, 16 January. Port is closed.", "en", DAY).lines
    assert [line.where for line in lines if line.text] == ["title", "lead"]


@pytest.mark.parametrize(
    ("opening", "where"),
    [
        pytest.param("NORDHAVN, 16 January. Harbour Wire. ", "tail", id="an agency behind a dateline"),
        pytest.param("НОРДХАВН, 16 января. (Вестник). ", "tail", id="one in brackets"),
        pytest.param("NORDHAVN, 16 January. The quay is to be closed. ", "lead", id="news behind a dateline"),
        pytest.param("Boats wait. ", "lead", id="a short sentence without one"),
    ],
)
def test_who_signs_behind_a_dateline_tells_nothing(opening, where):
    lines = read("Port", f"{opening}The crane fell on Sunday.", "ru" if opening[0] == "Н" else "en", DAY).lines
    assert [line.where for line in lines if line.text][1:] == [where, "lead"]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        pytest.param("en", "The port wants to close the quay in 2026.", id="wants to"),
        pytest.param("ru", "Причал хотят закрыть в 2026 году.", id="хотят"),
    ],
)
def test_what_somebody_wants_to_do_is_planned(language, sentence):
    assert is_planned(read("Port", sentence, language, DAY), 1)
