"""What readers want, as they told it: articles are published in feeds, and each reader's mailbox is looked into.

One week of a newsroom is played once; each test reads the mails of one reader. All that is published is invented.
"""

import re
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa

from monitor.store.tables import deliveries
from monitor.web.desk import make_desk
from monitor.web.server import served
from tests.newsroom import Newsroom, newsroom, text_of
from tests.page import Asker

ALMATY = ZoneInfo("Asia/Almaty")

CHANNELS = """
channels:
  wire: {mail: wire, levels: [push]}
  night: {mail: night, quiet_hours: {from: "23:00", to: "07:00", but: [critical]}}
  kyzylorda: {mail: kyzylorda, language: kk, languages: [kk, ru], levels: [push]}
  diplomat: {mail: diplomat, levels: [push]}
  weekly: {mail: weekly, levels: [digest], digest: 0 15 * * fri}
  aigul: {mail: aigul, levels: [push]}
  timur: {mail: timur, levels: [push]}
  few: {mail: few, push_budget: 2}
  ops: {mail: ops, levels: [push]}
routes:
  - {to: [wire, aigul], storylines: [baiterek]}
  - {to: [diplomat], storylines: [third_parties]}
  - {to: [timur], storylines: [proton_crashes, crewed_flights]}
  - {to: [ops], storylines: [nothing-0]}
operations: ops
heartbeat: 0 9 * * mon
pages: https://monitor.example.org
feedback: 14d
"""


def on(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=ALMATY)


def play(room: Newsroom) -> None:
    """Let a week of November pass; the 9th is a Monday."""
    room.publish("interfax", "Второй пуск «Союза-5» перенесли с декабря на 25 февраля", SLIP_RU)
    room.later(minutes=5)
    room.publish("steppe", "Second Soyuz-5 flight put off until 25 February", SLIP_EN)
    room.publish("dala", "«Союз-5» зымыранының екінші ұшырылымы 25 ақпанға шегерілді", SLIP_KK)
    room.at(on(9, 11, 30))
    room.publish("interfax", "Клапан для «Союза-5» обойдётся в 40 миллионов тенге", ADDED_RU)
    room.at(on(9, 11, 40))
    room.publish("gossip", "Baikonur rent tripled to $360 million, insiders claim", RUMOUR)
    room.at(on(9, 12))
    room.at(on(10, 1, 30))
    room.publish("steppe", "Proton crashes a minute after lift-off from Baikonur", CRASH)
    room.at(on(10, 1, 32))
    room.at(on(10, 2, 30))
    room.publish("interfax", "Запуск «Прогресса МС-34» отложен на сутки", SCRUB)
    room.at(on(10, 2, 32))
    room.publish("steppe", "Progress MS-34 launch slips by a day, two cosmonauts told", SECOND_NIGHT)
    room.at(on(10, 2, 40))
    room.at(on(10, 7, 1))
    room.at(on(10, 12))
    room.publish("dala", "Ұлытау: құлаған сатыдан топырақ үлгісі алынды", SAMPLES_KK)
    room.at(on(10, 12, 5))
    room.publish("steppe", "Kazakhstan names three foreign firms that want to launch from Baikonur", FIRMS)
    room.at(on(10, 12, 10))
    room.at(on(11, 7, 1))
    room.publish("steppe", "On this day: how Baikonur became the world's first spaceport", ANNIVERSARY)
    room.at(on(11, 9))
    room.at(on(12, 7, 1))
    room.at(on(13, 15, 1))
    for outlet in ("interfax", "dala", "gossip"):
        room.web.serve(f"/{outlet}.xml", "forbidden", 403)
    for day, hour in ((14, 8), (15, 8), (16, 9), (16, 20), (17, 8)):
        room.at(on(day, hour))


SLIP_RU = (
    "АСТАНА, 9 ноября. Второй испытательный пуск ракеты «Союз-5» с комплекса «Байтерек» состоится не ранее 25 февраля 2027 "
    "года, сообщила "
    "пресс-секретарь аэрокосмического комитета Айнур Сейткали./«При испытаниях двигателя обнаружена течь клапана», — сказала она./"
    "До сих пор пуск планировали на 18 декабря."
)
SLIP_EN = (
    "ASTANA, November 9. The second test flight of the Soyuz-5 rocket from the Baiterek complex will take place no earlier "
    "than 25 February "
    "2027, Ainur Seitkali, press secretary of the aerospace committee, told Steppe Wire./Tests of the engine revealed a "
    "leaking valve, she said."
    "/Until now the launch had been planned for 18 December."
)
SLIP_KK = (
    "АСТАНА, 9 қараша. «Союз-5» зымыранын «Бәйтерек» кешенінен екінші рет сынақтан өткізу 2027 жылғы 25 ақпаннан ерте болмайды, деді "
    "аэроғарыш комитетінің баспасөз хатшысы Айнұр Сейтқали./Бұған дейін ұшырылым 18 желтоқсанға жоспарланған еді."
)
ADDED_RU = (
    "АСТАНА, 9 ноября. Новый клапан для ракеты «Союз-5», чей второй пуск с комплекса «Байтерек» перенесён, обойдётся в 40 миллионов тенге, "
    "и заплатит за него Казахстан, сообщил министр Жаслан Мадиев./Клапан сделает воронежский завод; контракт с ним министр назвал выгодным."
)
RUMOUR = (
    "Russia will pay Kazakhstan $360 million a year for the Baikonur cosmodrome instead of $115 million, insiders claim./"
    "No official has confirmed the new rent."
)
CRASH = (
    "BAIKONUR, November 10. A Proton-M rocket crashed a minute after lift-off from Baikonur on Tuesday night, Roscosmos "
    "said. Nobody was hurt./"
    "The rocket carried 90 tonnes of heptyl. The cause is not known."
)
SCRUB = (
    "БАЙКОНУР, 10 ноября. Запуск грузового корабля «Прогресс МС-34» с Байконура отложен с 11 ноября на 12 ноября, сообщил Роскосмос./"
    "Причина — погода."
)
SECOND_NIGHT = (
    "BAIKONUR, November 10. The crew of Soyuz MS-30 will be led by Dana Sultan, who replaces Ivan Petrov, Roscosmos said on Tuesday./"
    "The launch from Baikonur is planned for 14 April 2027."
)
SAMPLES_KK = (
    "ҚЫЗЫЛОРДА, 10 қараша. Ұлытау облысында құлаған «Протон» зымыранының орнынан экологтар 24 топырақ үлгісін алды, деді "
    "Экология министрлігі./"
    "Гептилдің мөлшері 25 қарашада жарияланады."
)
FIRMS = (
    "ASTANA, November 10. Skyroot, Deep Blue Aerospace and HyImpulse have asked to launch from Baikonur, Prime Minister "
    "Olzhas Bektenov told "
    "members of parliament./A zone of 1,747 square kilometres is set aside for foreign companies."
)
ANNIVERSARY = (
    "On 12 November 1955 the first builders came to the steppe. On this anniversary we recall how the Baikonur cosmodrome was built, how "
    "Gagarin flew from it on 12 April 1961, and how it was leased to Russia in 1994 for $115 million a year."
)


@pytest.fixture(scope="module")
def room(tmp_path_factory):
    with newsroom(tmp_path_factory.mktemp("newsroom"), on(9, 9), CHANNELS) as opened:
        play(opened)
        yield opened


def told(room, reader, *words):
    """Find the mails to a reader whose subject holds all the words."""
    return [mail for mail in room.mails(reader) if all(word in str(mail["Subject"]) for word in words)]


def delivery_of(room, mail):
    """What the archive knows of a mail: when it was taken, by the newsroom's clock, and what it was."""
    key = mail["Message-ID"].strip("<>").partition("@")[0]
    with room.monitor.db.begin() as tx:
        return tx.execute(sa.select(deliveries).where(deliveries.c.key == key)).one()


def sent_at(room, mail):
    return delivery_of(room, mail).sent_at


def kind_of(room, mail):
    return delivery_of(room, mail).kind


def digests(room, reader):
    return [mail for mail in room.mails(reader) if kind_of(room, mail) == "digest"]


def test_1_the_wire_journalist_hears_of_the_slip_once_at_once_with_the_earlier_date(room):
    [mail] = room.mails("wire")
    assert str(mail["Subject"]).startswith("18 декабря → 25 февраля"), "old to new, before anything else"
    assert re.match(r"18 декабря .*→ 25 февраля\s\(Interfax, 9 Nov 09:01\)", text_of(mail), re.S), "then who says so"
    assert "Baiterek (Nazarbayev Start) and Soyuz-5" in text_of(mail), "the storyline"
    assert "Foot-Dragging" in text_of(mail), "the seed"
    assert sent_at(room, mail) <= on(9, 9, 6), "at the next poll"
    assert [kind_of(room, mail) for mail in told(room, "night", "25 февраля")].count("alert") == 1, "not the versions that follow"


def test_1_what_was_added_two_hours_later_stands_in_the_digest_and_pushes_nothing(room):
    assert not [mail for reader in ("wire", "aigul", "night") for mail in told(room, reader, "40") if kind_of(room, mail) == "alert"]
    assert "40 миллионов тенге" in text_of(digests(room, "night")[0])


def test_6_the_night_desk_is_woken_by_a_crash_alone(room):
    [crash] = [mail for mail in told(room, "night", "Proton") if kind_of(room, mail) == "alert"]
    assert sent_at(room, crash) < on(10, 1, 33)
    released = [mail for mail in room.mails("night") if kind_of(room, mail) == "released"]
    assert [sent_at(room, mail) >= on(10, 7) for mail in released] == [True], "the scrub and the crew came as one message in the morning"
    text = text_of(released[0])
    assert "Прогресс МС-34" in text
    assert "14 April 2027" in text


def test_7_the_ecologist_of_kyzylorda_gets_kazakh_and_russian_sources_and_each_development_once(room):
    languages = [delivery_of(room, mail).message["data"]["article"]["language"] for mail in room.mails("kyzylorda")]
    assert set(languages) == {"kk", "ru"}
    assert len([mail for mail in room.mails("kyzylorda") if "Ұлытау" in text_of(mail)]) == 1
    assert len([mail for mail in room.mails("kyzylorda") if "baiterek" in str(mail["References"])]) == 1, (
        "not the Kazakh version an hour later"
    )


def test_8_the_diplomat_follows_a_seed_and_is_told_how_long_nothing_happened(room):
    [mail] = room.mails("diplomat")
    text = text_of(mail)
    assert "Kazakhstan Open to Hosting Western Spacecraft Launches" in text, "the seed"
    assert "355" in text, "days since the last movement"
    assert "Skyroot" in text


def test_11_the_fact_checker_sees_a_rumour_in_the_digest_and_never_as_a_push(room):
    pushed = [mail for mail in room.mail.mails if "360" in str(mail["Subject"]) and kind_of(room, mail) in ("alert", "released")]
    assert pushed == []
    text = " ".join(text_of(digests(room, "night")[0]).split())
    doubtful = text.partition(" UNCONFIRMED OR TOLD IN TWO VERSIONS ")[2]
    assert doubtful.startswith("• UNCONFIRMED: ")
    assert "$360 million" in doubtful.partition(" HELD BACK ")[0]
    assert "$115 million" in doubtful.partition(" HELD BACK ")[0], "what it stands against"


def test_16_the_historian_gets_one_digest_on_friday_and_nothing_else(room):
    [mail] = room.mails("weekly")
    assert kind_of(room, mail) == "digest"
    assert on(13, 15) <= sent_at(room, mail) < on(13, 15, 5)
    for said in ("25 февраля", "40 миллионов тенге", "crashed", "three foreign firms", "$360 million"):
        assert said in text_of(mail)


def test_17_two_people_with_different_storylines_hear_of_their_own_and_mails_thread_by_storyline(room):
    assert {str(mail["References"]).split()[0] for mail in room.mails("aigul")} == {"<baiterek@monitor.local>"}
    crash, scrub, crew = [str(mail["References"]).split()[0] for mail in room.mails("timur")]
    assert crash != scrub == crew
    assert all(re.search(r" \[baiterek#2026-11-\d\d-\d\]$", str(mail["Subject"])) for mail in room.mails("aigul")), "a tag for filters"


def test_17_who_takes_a_development_on_is_seen_by_the_other(room):
    mine, theirs = (links_of(room.mails(reader)[0]) for reader in ("aigul", "wire"))
    settings = replace(room.monitor.settings, web=replace(room.monitor.settings.web, port=0))
    desk = make_desk(settings, room.monitor.db, room.monitor.topic, lambda: room.now)
    with served(desk) as address:
        page = Asker(str(address), desk)
        assert "aigul" not in page.ask(theirs["I take it"]).text
        assert "aigul takes it" in page.ask(mine["I take it"], "POST").text
        assert "aigul · I take it" in page.ask(theirs["I take it"]).text
        assert "aigul took it" in page.ask(theirs["All who tell it"]).text


def links_of(mail):
    """What the links of a mail say, each with its path on our page."""
    return dict(re.findall(r"^(.+): https://monitor\.example\.org(/\S+)\s*$", text_of(mail), re.M))


def test_19_an_anniversary_is_counted_and_never_sent(room):
    assert [mail for mail in room.mail.mails if kind_of(room, mail) != "digest" and "On this day" in str(mail)] == []
    [thursday] = [mail for mail in digests(room, "night") if on(12, 7) <= sent_at(room, mail) < on(12, 8)]
    assert re.search(r"\b1 background\b", text_of(thursday))


def test_20_the_administrator_is_told_once_that_the_monitor_is_half_deaf_and_that_it_lives(room):
    assert sorted(kind_of(room, mail) for mail in room.mails("ops")) == ["heartbeat", "operations"]
    [trouble] = [mail for mail in room.mails("ops") if kind_of(room, mail) == "operations"]
    assert str(trouble["Subject"]).startswith("SYSTEM: 3 feeds wrong (")
    assert all(name in text_of(trouble) for name in ("interfax", "dala", "gossip", "403", "Feeds seen: 1 of 4."))
    saturday = digests(room, "night")[-1]
    assert "interfax" in text_of(saturday), "the digest says what could not be seen"


def test_an_empty_day_sends_one_line(room):
    [mail] = [mail for mail in digests(room, "few") if on(13, 7) <= sent_at(room, mail) < on(14, 0)]
    assert len(str(mail["Subject"])) <= 110
    assert "0" in str(mail["Subject"])


def test_over_its_budget_a_reader_gets_the_rest_in_the_digest(room):
    tuesday = [mail for mail in room.mails("few") if on(10, 0) <= sent_at(room, mail) < on(11, 0) and kind_of(room, mail) == "alert"]
    assert len(tuesday) == 2
    assert "three foreign firms" in text_of(next(mail for mail in digests(room, "few") if sent_at(room, mail) >= on(11, 0)))


def test_no_subject_is_longer_than_a_phone_shows_and_no_message_is_large(room):
    assert max(len(str(mail["Subject"])) for mail in room.mail.mails) <= 110
    assert max(len(mail.as_bytes()) for mail in room.mail.mails) < 100_000
