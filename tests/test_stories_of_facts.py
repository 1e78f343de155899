"""More of what readers want: that the fact itself stands in the subject and in the first lines. All that is published is invented.

Articles are published in feeds, flow through the whole river, and each test reads the mail that came of them.
"""

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from monitor.domain.alerts.subject import SUBJECT_LIMIT
from tests.newsroom import Newsroom, newsroom, text_of

ALMATY = ZoneInfo("Asia/Almaty")
CHANNELS = "channels: {desk: {mail: desk}}"


def on(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=ALMATY)


STORY = {  # number → (outlet, title, text), in order
    2: [
        (
            "interfax",
            "Второй пуск «Союза-5» с «Байтерека» перенесён на март 2027 года",
            "АСТАНА, 9 ноября. Второй пуск ракеты «Союз-5» с комплекса «Байтерек» перенесён с декабря 2026 года на март 2027 "
            "года, сообщил аэрокосмический комитет./Причина не названа.",
        ),
        (
            "steppe",
            "Moscow and Astana differ on who asked for the Soyuz-5 delay",
            "ASTANA, November 9. Kazakhstan's ministry contradicts Roscosmos on the Soyuz-5 delay: the ministry says that "
            "Russia asked for it, while Roscosmos said that the second launch from Baiterek was put off at the request of the"
            " Kazakh side./Both agree on March 2027.",
        ),
        (
            "interfax",
            "Министерство: о переносе «Союза-5» попросила российская сторона",
            "АСТАНА, 9 ноября. О переносе второго пуска ракеты «Союз-5» с «Байтерека» на март 2027 года попросила российская сторона, "
            "заявили в министерстве Казахстана; «Роскосмос» говорил о просьбе казахстанской стороны.",
        ),
    ],
    3: [
        (
            "steppe",
            "Kazakhstan: Starlink gateways to carry Tajik traffic in 2027",
            "ASTANA, November 10. Starlink gateways in Kazakhstan will carry the traffic of Tajikistan in 2027, digital "
            "development minister Zhaslan Madiyev told the government./Licences for two more gateways were granted to "
            "Starlink.",
        )
    ],
    4: [
        (
            "interfax",
            "Площадка 31 восстановлена, первый пуск 22 марта",
            "МОСКВА, 11 ноября. Ремонт кабины обслуживания на площадке 31 Байконура завершён: заменены детали длиной 19 "
            "метров и массой 17 тонн, сообщил Роскосмос. Первый пуск намечен на 22 марта 2027 года.",
        )
    ],
    5: [
        (
            "steppe",
            "Court tells TsENKI to pay Baiterek 13.68 billion tenge",
            "ASTANA, November 12. The court of the AIFC ordered the Russian operator TsENKI to pay the Baiterek joint venture"
            " 13.68 billion tenge, the enforcement notice says.",
        )
    ],
    9: [
        (
            "interfax",
            "Экипаж «Союза МС-30» приземлился в 146 километрах от Жезказгана",
            "ЖЕЗКАЗГАН, 13 ноября. Спускаемый аппарат корабля «Союз МС-30» приземлился в 146 километрах от Жезказгана, "
            "сообщил Роскосмос. Экипаж чувствует себя хорошо.",
        ),
        (
            "steppe",
            "Soyuz MS-30 crew lands 146 km from Zhezkazgan",
            "ZHEZKAZGAN, November 13. The descent module of Soyuz MS-30 landed 146 kilometres from Zhezkazgan, Roscosmos "
            "said. The crew feels well.",
        ),
        (
            "dala",
            "«Союз МС-30» экипажы Жезқазғаннан 146 шақырым жерге қонды",
            "ЖЕЗҚАЗҒАН, 13 қараша. «Союз МС-30» кемесінің экипажы Жезқазғаннан 146 шақырым жерге қонды, деп хабарлады "
            "Роскосмос. Экипаждың жағдайы жақсы.",
        ),
    ],
    10: [
        (
            "steppe",
            "Austrian visitor detained near Buran hangar at Baikonur",
            "BAIKONUR, November 14. An Austrian visitor was detained near the hangar of the Buran at the Baikonur cosmodrome,"
            " police of Baikonur city said.",
        ),
        (
            "steppe",
            "Correction: the visitor detained at Baikonur is Australian",
            "BAIKONUR, November 15. Correction: the visitor detained near the hangar of the Buran at the Baikonur cosmodrome "
            "is Australian, not Austrian, as an earlier version of our report said.",
        ),
    ],
    12: [
        (
            "interfax",
            "Сенат одобрил протокол по «Байтереку»: 90,8 млрд тенге",
            "АСТАНА, 16 ноября. Сенат Казахстана ратифицировал протокол к соглашению о комплексе «Байтерек»: на проект "
            "выделят 90,8 млрд тенге, гарантированы три пуска в год до 2039 года.",
        )
    ],
    13: [
        (
            "steppe",
            "Progress MS-35 to lift off on 19 December",
            "BAIKONUR, November 17. The cargo ship Progress MS-35 will lift off from Baikonur on 19 December 2026, Roscosmos said.",
        ),
        (
            "steppe",
            "Progress MS-35 launch slips to March 2027",
            "BAIKONUR, November 18. The launch of the cargo ship Progress MS-35 from Baikonur was moved from 19 December 2026"
            " to March 2027, Roscosmos said.",
        ),
    ],
    14: [
        (
            "interfax",
            "Двух чехов оштрафовали на 5000 рублей за поход к «Бурану»",
            "БАЙКОНУР, 19 ноября. Суд города Байконура оштрафовал двух граждан Чехии на 5000 рублей за незаконный поход к "
            "«Бурану» на космодроме.",
        )
    ],
    15: [
        (
            "dala",
            "Нигерия мен Конго Қазақстан жерсеріктерінің ақысын алдын ала төледі",
            "АСТАНА, 20 қараша. Нигерия мен Конго Қазақстанда жасалатын жерсеріктердің ақысын алдын ала төледі, деді цифрлық "
            "даму министрі Жаслан Мәдиев.",
        )
    ],
    18: [
        (
            "steppe",
            "Ministry gives area and rent of the Sary-Shagan range",
            "ASTANA, November 21. The Sary-Shagan range leased to Russia covers 7 million hectares at a rent of 1,046 tenge "
            "per hectare, the defence ministry of Kazakhstan said in reply to a member of parliament.",
        )
    ],
}


ORDER = (14, 2, 3, 4, 5, 9, 10, 12, 13, 15, 18)


def play(room: Newsroom) -> None:
    """Publish the stories one after the other, each some days after the last, and let a morning come."""
    for number, story in enumerate(ORDER):
        room.at(on(9, 9) + timedelta(days=3 * number))
        for outlet, title, text in STORY[story]:
            room.later(minutes=20)
            room.publish(outlet, title, text)
            room.later(minutes=2)
    room.later(days=1)


@pytest.fixture(scope="module")
def room(tmp_path_factory):
    with newsroom(tmp_path_factory.mktemp("facts"), on(9, 8), CHANNELS) as opened:
        play(opened)
        yield opened


def mails(room, *words):
    """Find the alerts whose subject holds all the words; a digest's ends with no tag."""
    told = [mail for mail in room.mails("desk") if str(mail["Subject"]).endswith("]")]
    return [mail for mail in told if all(word in str(mail["Subject"]) for word in words)]


def digests(room):
    """What all digests tell, the oldest first."""
    return "\n".join(text_of(mail) for mail in room.mails("desk") if not str(mail["Subject"]).endswith("]"))


def test_2_the_researcher_sees_that_two_sides_tell_one_event_differently(room):
    updates = " ".join(digests(room).split()).partition(" UPDATES ")[2]
    assert updates.startswith("• Two versions: "), "it added to the alert of the slip an hour before, so it did not push"
    assert "Kazakhstan's ministry contradicts Roscosmos" in updates
    assert digests(room).count("• Two versions: ") == 1, "whoever repeats either version makes no second one"
    assert not mails(room, "российская сторона")


def test_3_the_satellite_operator_hears_of_gateways(room):
    [mail] = mails(room, "Starlink gateways to carry Tajik traffic in 2027")
    assert "LEO constellations and licensing" in text_of(mail)


def test_4_the_insurer_hears_of_the_repair_with_its_date_and_figures(room):
    [mail] = mails(room, "первый пуск 22 марта")
    text = " ".join(text_of(mail).split())
    assert text.startswith("Interfax, "), "who says so stands first"
    assert "Site 31 damage after Soyuz MS-28 and return to flight" in text
    assert "заменены детали длиной 19 метров и массой 17 тонн" in text


def test_5_the_lawyer_hears_of_court_and_sum(room):
    [mail] = mails(room, "13.68 billion tenge")
    assert "TsENKI" in str(mail["Subject"])
    assert "“The court of the AIFC ordered" in text_of(mail)


def test_9_one_event_is_one_alert_in_all_languages(room):
    told = digests(room)  # a landing as planned is nothing to be told at once
    assert ["в 146 километрах от Жезказгана" in told, "146 km" in told, "146 шақырым" in told] == [True, False, False]
    assert not mails(room, "146")
    assert "2: 2 repeats" in digests(room)


def test_10_a_correction_says_so_and_what_is_right(room):
    assert "• CORRECTION: …" in digests(room)
    assert "is Australian, not Austrian [city_tourism#" in " ".join(digests(room).split())


def test_12_the_parliamentary_monitor_hears_of_the_vote_with_its_figures(room):
    [mail] = mails(room, "90,8 млрд тенге")
    text = " ".join(text_of(mail).split())
    assert "гарантированы три пуска в год до 2039 года" in text
    assert "Moved: first in " in text


def test_13_the_planner_reads_old_and_new_date_in_the_subject(room):
    [mail] = mails(room, "19 December 2026 → March 2027: Progress MS-35 launch slips")
    first = text_of(mail).splitlines()[0]
    assert re.match(r"19 December 2026 \(Steppe, \d+ \w+ 2026\) → March 2027 \(Steppe, ", first)
    assert "Before:" in text_of(mail)


def test_14_the_reporter_reads_of_the_first_outcome(room):
    assert "• Двух чехов оштрафовали на 5000 рублей за поход к «Бурану»" in digests(room)


def test_15_the_desk_reads_of_satellites_in_the_words_of_the_source(room):
    assert "• Нигерия мен Конго Қазақстан жерсеріктерінің ақысын алдын ала төледі" in digests(room)


def test_18_the_researcher_of_ranges_reads_area_and_rent(room):
    [mail] = mails(room, "1,046 tenge: The Sary-Shagan range")
    assert "7 million" in str(mail["Subject"])


def test_every_subject_ends_with_its_tag_and_no_first_line_repeats_it(room):
    alerts = mails(room)
    assert len(alerts) >= 7
    for mail in alerts:
        subject = str(mail["Subject"])
        assert len(subject) <= SUBJECT_LIMIT
        assert subject.endswith("]")
        assert not text_of(mail).startswith(subject.partition(" [")[0][:40])
