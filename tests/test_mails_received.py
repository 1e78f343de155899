"""Every kind of message in every language, sent to a real mail server and read back as a mail program reads it."""

from email.header import decode_header

import icalendar
import pytest

from monitor.adapters.channels import Channels
from tests.local_mail import LocalMail
from tests.messages import KINDS, LANGUAGES, LINKS, PERIOD, message
from tests.reading_mail import Reader

ALL = [(kind, language) for kind in KINDS for language in LANGUAGES]


@pytest.fixture(scope="module")
def received():
    """The mails, in the order of ALL, as they arrived."""
    with LocalMail() as mail:
        channels = Channels({"desk": mail.url()}, "desk.example")
        for kind, language in ALL:
            verdict = channels.send("desk", message(kind, language))
            assert verdict.accepted, verdict
        yield dict(zip(ALL, mail.mails, strict=True))


def test_subjects_and_both_texts_arrive_letter_by_letter(received):
    for (kind, language), mail in received.items():
        sent = message(kind, language)
        plain, html = (mail.get_body([kind]) for kind in ("plain", "html"))
        assert mail["Subject"] == sent.subject, (kind, language)
        assert plain.get_content().replace("\r\n", "\n").rstrip("\n") == sent.text
        assert html.get_content().replace("\r\n", "\n") == sent.html
        shown = [part.get_content_type() for part in mail.walk() if part.get_content_maintype() != "multipart"]
        assert shown[:2] == ["text/plain", "text/html"], "the plain one first"
        assert shown[2:] == (["text/calendar"] if kind == "digest" else [])


def test_a_digest_brings_the_days_to_come_along_for_calendar_programs(received):
    [file] = received["digest", "kk"].iter_attachments()
    assert (file.get_filename(), file["Content-Type"].params["method"]) == ("days.ics", "PUBLISH")
    [event] = icalendar.Calendar.from_ical(file.get_content()).walk("VEVENT")
    assert event["DTSTART"].dt == PERIOD.calendar[0].day
    assert str(event["SUMMARY"]) == PERIOD.calendar[0].said


def test_a_kazakh_subject_is_encoded_as_mail_asks_for_and_no_line_is_too_long(received):
    mail = received["sample", "kk"]
    assert "ә ғ қ ң ө ұ ү һ і" in mail["Subject"]
    raw = mail.as_bytes()
    line = next(line for line in raw.split(b"\n") if line.startswith(b"Subject:"))
    assert line.isascii()
    assert {charset for _, charset in decode_header(line.decode().removeprefix("Subject: ")) if charset} == {"utf-8"}
    assert max(map(len, raw.splitlines())) <= 998


def test_every_mail_says_that_it_was_made_by_a_program_for_a_list(received):
    for mail in received.values():
        assert mail["Auto-Submitted"] == "auto-generated"
        assert mail["List-Id"] == "monitor <alerts.desk.example>"
        assert mail["Message-ID"].endswith("@desk.example>")
        assert mail["MIME-Version"] == "1.0"
        assert mail["Date"]


def test_corrections_updates_and_retractions_answer_the_alert_that_they_are_about(received):
    for kind in ("correction", "update", "retraction"):
        mail = received[kind, "en"]
        assert mail["In-Reply-To"] == f"<{'0' * 32}@desk.example>"
        assert mail["References"].split() == ["<baiterek@desk.example>", f"<{'0' * 32}@desk.example>"]
    assert received["alert", "en"]["References"] == "<baiterek@desk.example>"
    assert received["digest", "en"]["References"] is None


def test_one_tap_mutes_where_there_is_a_signed_link(received):
    assert received["alert", "ru"]["List-Unsubscribe"] == f"<{LINKS.unsubscribe}>"
    assert received["alert", "ru"]["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert received["plain", "ru"]["List-Unsubscribe"] is None
    assert received["plain", "ru"]["List-Unsubscribe-Post"] is None


def test_no_mail_is_larger_than_100_kilobytes(received):
    assert max(len(mail.as_bytes()) for mail in received.values()) < 100_000


def test_html_names_its_language_and_holds_what_a_phone_reads_first(received):
    for (kind, language), mail in received.items():
        html = mail.get_body(("html",)).get_content()
        assert f'<html lang="{language}">' in html
        first = " ".join(Reader(html.partition("<body")[2]).words.partition(">")[2].split())[:90]
        assert first
        assert not first.startswith(mail["Subject"][:40]), (kind, language)
