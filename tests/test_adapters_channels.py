"""Channels, tried on a real mail server and a real web-hook receiver."""

import email
import email.policy
import io
import json
import logging
import re
import socket
import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.adapters.channels import Channels, _masked, _secrets, letter, thread_id
from monitor.domain.alerts.rendering.alerts import render
from monitor.domain.alerts.rendering.samples import render_sample
from tests.alerts import DESK, MOVED, NOON, alert
from tests.local_mail import LocalMail

KAZAKH = "Ұшу мерзімі: әғқңөұүһі ӘҒҚҢӨҰҮҺІ, наурыз 2026"
MESSAGE = render(alert(novelties=(replace(MOVED, text=KAZAKH),)), DESK)


@pytest.fixture
def mail():
    with LocalMail() as server:
        yield server


@pytest.fixture
def logged():
    """Everything that reaches the root of the log, as a user sees it who asked for all of it."""
    stream, root = io.StringIO(), logging.getLogger()
    handler, level = logging.StreamHandler(stream), root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield stream
    root.removeHandler(handler)
    root.setLevel(level)


def hook(local_web, path="/hook", query=""):
    return local_web.url.replace("http://", "json://") + path + query


def only(url, **more):
    return Channels({"desk": url}, "desk.example", **more)


# ── mail ──────────────────────────────────────────────────────────────────────


def test_a_mail_arrives_with_every_letter_of_its_subject(mail):
    verdict = only(mail.url()).send("desk", MESSAGE)
    assert (verdict.accepted, verdict.text) == (True, "250 OK"), "the server's own answer"
    [got] = mail.mails
    assert got["Subject"] == MESSAGE.subject
    assert KAZAKH in got["Subject"]
    assert (got["From"], got["To"]) == ("monitor <monitor@news.example>", "reader@inbox.example")


@pytest.mark.parametrize(
    "subject",
    [
        pytest.param("10 Nov 2026: 1 development, 7 held back: Второй пуск «Союза-5» перенесли с декабря на 25 февраля", id="digest"),
        pytest.param("CORRECTION: Поправка: второй пуск «Союза-5» назначен не ранее чем на 27 февраля [b#2026-11-13-1]", id="correction"),
        pytest.param("Two versions: Задержка «Союза-5» обойдётся «Байтереку» в 1,9 млрд тенге [baiterek#2026-11-12-1]", id="conflict"),
    ],
)
def test_no_space_is_lost_between_plain_and_encoded_words(mail, subject):
    assert only(mail.url()).send("desk", replace(MESSAGE, subject=subject)).accepted
    assert mail.mails[0]["Subject"] == subject


WORDS = ["Soyuz-5", "debut", "әғқ", "ңөұүһі,", "→", "Q1", "2026", "Байқоңыр", "“x”", "[baiterek#2026-03-10-1]"]


@settings(deadline=None)  # the first mail loads Apprise's mail service
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=14))
def test_any_mix_of_scripts_in_a_subject_is_read_back_whole(words):
    subject = " ".join(words)[:110].strip()
    target = Channels({"desk": "mailto://127.0.0.1/?from=a@b.example&to=c@d.example"})._targets["desk"]
    sent = letter(target, replace(MESSAGE, subject=subject), "desk.example").as_bytes()
    assert email.message_from_bytes(sent, policy=email.policy.default)["Subject"] == subject
    assert max(len(line) for line in sent.splitlines()) <= 998


def test_ids_and_addresses_stay_in_the_line_of_their_name():
    target = Channels({"desk": "mailto://127.0.0.1/?from=a@b.example&to=c@d.example"})._targets["desk"]
    message = replace(
        MESSAGE, thread="a-storyline-that-" + "goes-on-" * 10, parent="k" * 32, unsubscribe="https://m.example/answers/" + "x" * 80
    )
    lines = letter(target, message, "desk.example").as_bytes().split(b"\r\n")
    for start in (b"Message-ID: <", b"In-Reply-To: <", b"References: <a-", b"List-Unsubscribe: <https://m.", b"List-Id: monitor <"):
        assert [line.endswith(b">") for line in lines if line.startswith(start)] == [True], start


def test_a_mail_has_our_own_plain_text_beside_the_html(mail):
    only(mail.url()).send("desk", MESSAGE)
    [got] = mail.mails
    assert got.get_content_type() == "multipart/alternative"
    plain, html = got.iter_parts()
    assert plain.get_content().replace("\r\n", "\n").rstrip("\n") == MESSAGE.text
    assert html.get_content().replace("\r\n", "\n").rstrip("\n") == MESSAGE.html.rstrip("\n")
    assert (plain.get_content_type(), html.get_content_type()) == ("text/plain", "text/html")


def test_mails_of_one_storyline_thread_together_and_each_attempt_has_one_message_id(mail):
    channels = only(mail.url())
    channels.send("desk", MESSAGE)
    channels.send("desk", MESSAGE)
    channels.send("desk", render(alert(development="baiterek#2"), DESK))
    first, again, other = mail.mails
    assert first.get_all("Message-ID") == again.get_all("Message-ID") == [f"<{MESSAGE.key}@desk.example>"]
    assert other["Message-ID"] != first["Message-ID"]
    assert {m["References"] for m in mail.mails} == {m["In-Reply-To"] for m in mail.mails} == {"<baiterek@desk.example>"}
    assert first["X-Monitor-Alert"] == MESSAGE.key
    assert first["Auto-Submitted"] == "auto-generated"
    assert first["List-Id"] == "monitor <alerts.desk.example>"


def test_a_message_without_a_storyline_starts_no_thread(mail):
    only(mail.url()).send("desk", render_sample(DESK, NOON))
    assert mail.mails[0]["References"] is None


def test_headers_that_the_user_adds_stand_beside_ours_and_replace_none(mail):
    only(mail.url() + "&+X-Team=space&+Message-ID=%3Cevil%40x%3E").send("desk", MESSAGE)
    assert mail.mails[0]["X-Team"] == "space"
    assert mail.mails[0].get_all("Message-ID") == [f"<{MESSAGE.key}@desk.example>"]


def test_a_slug_that_cannot_stand_in_a_header_is_hashed():
    assert thread_id("baiterek", "h") == "<baiterek@h>"
    assert thread_id("x>\r\nBcc: y", "h") == thread_id("x>\r\nBcc: y", "h")
    assert "\r" not in thread_id("x>\r\nBcc: y", "h")


@pytest.mark.parametrize(
    ("where", "answer", "refusal", "wait"),
    [
        pytest.param("reader@inbox.example", "550 5.1.1 no such user", "final", None, id="an unknown recipient, for ever"),
        pytest.param("reader@inbox.example", "451 4.7.1 greylisted, come back", "none", timedelta(minutes=5), id="greylisting, later"),
        pytest.param("data", "552 5.3.4 too big", "final", None, id="a mail that is too big, for ever"),
        pytest.param("data", "421 4.3.0 overloaded", "none", timedelta(minutes=5), id="an overloaded server, later"),
        pytest.param("data", "535 5.7.8 bad account", "likely", None, id="a wrong account, probably"),
    ],
)
def test_what_a_mail_server_refuses_is_told_in_its_own_words(mail, where, answer, refusal, wait):
    mail.refusals[where] = answer
    verdict = only(mail.url()).send("desk", MESSAGE)
    assert not verdict.accepted
    assert verdict.text == answer
    assert (verdict.refusal, verdict.retry_after, verdict.ambiguous) == (refusal, wait, False)
    assert mail.mails == []


def test_a_mail_server_that_is_not_there_is_tried_again():
    verdict = only(f"mailto://127.0.0.1:{free_port()}/?from=a@b.example&to=c@d.example").send("desk", MESSAGE)
    assert (verdict.accepted, verdict.refusal, verdict.ambiguous) == (False, "none", False)
    assert "refused" in verdict.text


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


# ── web-hooks ─────────────────────────────────────────────────────────────────


def test_a_web_hook_gets_the_words_the_data_and_the_key(local_web):
    local_web.serve("/hook", "thank you")
    verdict = only(hook(local_web)).send("desk", MESSAGE)
    assert (verdict.accepted, verdict.text) == (True, "200 OK: thank you")
    [asked] = local_web.asked
    body = json.loads(asked.body)
    assert (body["title"], body["message"]) == (MESSAGE.subject, MESSAGE.text)
    assert {name: body[name] for name in MESSAGE.data} == json.loads(json.dumps(dict(MESSAGE.data)))
    assert asked.headers["idempotency-key"] == body["key"] == MESSAGE.key


def test_a_web_hook_keeps_the_fields_and_headers_that_the_user_adds(local_web):
    local_web.serve("/hook", "{}")
    only(hook(local_web, query="?:team=space&:message=text&+X-Token=s3cret")).send("desk", MESSAGE)
    [asked] = local_web.asked
    body = json.loads(asked.body)
    assert (body["team"], body["text"], body["level"]) == ("space", MESSAGE.text, "push")
    assert asked.headers["x-token"] == "s3cret"


@pytest.mark.parametrize(
    ("status", "refusal", "ambiguous"),
    [
        pytest.param(500, "none", True, id="a fault of the server: it may have been taken"),
        pytest.param(503, "none", True, id="overload"),
        pytest.param(429, "none", False, id="too many"),
        pytest.param(404, "likely", False, id="no such page: probably a wrong address"),
        pytest.param(401, "likely", False, id="no entry: probably a wrong password"),
        pytest.param(400, "final", False, id="it will never be understood"),
        pytest.param(410, "final", False, id="gone for ever"),
    ],
)
def test_a_web_hook_that_refuses_is_judged_by_its_status(local_web, status, refusal, ambiguous):
    local_web.serve("/hook", "out of paper", status)
    verdict = only(hook(local_web)).send("desk", MESSAGE)
    assert (verdict.accepted, verdict.refusal, verdict.ambiguous) == (False, refusal, ambiguous)
    assert re.fullmatch(rf"{status} [\w ]+: out of paper", verdict.text)


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_redirect_is_not_followed_and_counts_as_not_sent(local_web, status):
    local_web.serve("/inner", "{}")
    local_web.serve("/hook", b"", status, location=local_web.url + "/inner")
    verdict = only(hook(local_web, query="?redirect=yes")).send("desk", MESSAGE)
    assert (verdict.accepted, verdict.refusal) == (False, "likely")
    assert local_web.times("/inner") == 0


@pytest.mark.parametrize(
    ("body", "headers", "seconds"),
    [
        pytest.param({"ok": False, "parameters": {"retry_after": 35}}, {}, 35, id="in the answer, as Telegram does"),
        pytest.param({"message": "slow down", "retry_after": 0.5}, {"Retry-After": "1"}, 1, id="in both, as Discord does: the longer one"),
        pytest.param({}, {"Retry-After": "90"}, 90, id="in a header, as Slack does"),
        pytest.param({}, {"Retry-After": "99999999"}, 86_400, id="ten years are a day"),
    ],
)
@pytest.mark.parametrize("status", [429, 503])
def test_a_target_that_asks_for_time_gets_it(local_web, status, body, headers, seconds):
    local_web.serve("/hook", json.dumps(body), status, **headers)
    verdict = only(hook(local_web)).send("desk", MESSAGE)
    assert (verdict.accepted, verdict.retry_after) == (False, timedelta(seconds=seconds))


def test_a_target_that_names_the_time_to_come_back_is_left_alone_until_then(local_web):
    local_web.serve("/hook", "{}", 503, **{"Retry-After": format_datetime(datetime.now(UTC) + timedelta(hours=1), usegmt=True)})
    wait = only(hook(local_web)).send("desk", MESSAGE).retry_after
    assert timedelta(minutes=58) < wait <= timedelta(hours=1)


@pytest.mark.parametrize(("status", "asked"), [(200, "90"), (503, "soon")])
def test_a_target_that_took_it_or_asks_for_nothing_sensible_is_not_waited_for(local_web, status, asked):
    local_web.serve("/hook", "{}", status, **{"Retry-After": asked})
    assert only(hook(local_web)).send("desk", MESSAGE).retry_after is None


def test_a_target_that_never_answers_is_left_and_may_have_taken_it():
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        channels = only(f"json://127.0.0.1:{silent.getsockname()[1]}/", patience=timedelta(seconds=0.3))
        verdict = channels.send("desk", MESSAGE)
        assert (verdict.accepted, verdict.refusal, verdict.ambiguous) == (False, "none", True)


def test_a_target_where_nobody_listens_cannot_have_taken_it():
    verdict = only(f"json://127.0.0.1:{free_port()}/").send("desk", MESSAGE)
    assert (verdict.accepted, verdict.refusal, verdict.ambiguous) == (False, "none", False)


def test_a_target_that_hangs_up_may_have_taken_it():
    with socket.socket() as rude:
        rude.bind(("127.0.0.1", 0))
        rude.listen()
        hanging_up = threading.Thread(target=lambda: rude.accept()[0].close())
        hanging_up.start()
        verdict = only(f"json://127.0.0.1:{rude.getsockname()[1]}/").send("desk", MESSAGE)
        hanging_up.join()
    assert (verdict.accepted, verdict.refusal, verdict.ambiguous) == (False, "none", True)


# ── all ───────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("url", "mistake"),
    [
        pytest.param("nonsense://x", "not one that Apprise can use", id="an unknown service"),
        pytest.param("desk@example.org", "not one that Apprise can use", id="no URL"),
        pytest.param("", "not one that Apprise can use", id="nothing"),
        pytest.param("mailto://u:p@mail.example/?to=a@b.example,c@d.example", "2 recipients", id="two recipients"),
        pytest.param("mailto://u:p@mail.example/?to=a@b.example&cc=c@d.example", "2 recipients", id="a copy to another"),
        pytest.param("tgram://123456789:abcdefg_hijklmnop/12315544/98765", "2 recipients", id="two chats"),
    ],
)
def test_a_channel_that_cannot_work_is_named_at_the_start(url, mistake):
    [said] = only(url).check()
    assert said.startswith("channel desk: ")
    assert mistake in said


@pytest.mark.parametrize(
    "url",
    [
        "mailto://user:pass@gmail.com",
        "mailtos://user:pass@mail.example:465/?from=a@b.example&to=c@d.example",
        "tgram://123456789:abcdefg_hijklmnop/12315544",
        "slack://T1JJ3T3L2/A1BRTD4JD/TIiajkdnlazkcOXrIdevi7FQ/#general",
        "discord://4174216298/JHMHI8qBe7bk2ZwO5U711o3dV_js",
        "matrixs://user:pass@matrix.example/#room",
        "ntfy://ntfy.example/topic",
        "ntfys://topic",
        "json://127.0.0.1:8001/hook",
        "jsons://user:pass@example.org/hook",
    ],
)
def test_the_services_that_we_name_can_be_set_and_are_tamed(url):
    channels = only(url)
    assert channels.check() == []
    target = channels._targets["desk"]
    assert (target.redirects, target.retry, target.optional) == (False, 0, False)
    assert target.socket_read_timeout >= 30
    assert target.overflow_mode == "split"


def test_a_channel_that_nobody_set_is_a_refusal_that_says_where_to_look(local_web):
    verdict = only(hook(local_web)).send("phone", MESSAGE)
    assert (verdict.accepted, verdict.refusal) == (False, "likely")
    assert "phone" in verdict.text
    assert "channels.yaml" in verdict.text
    assert not only("nonsense://x").send("desk", MESSAGE).accepted


def test_the_terminal_prints_the_message_whole():
    stream = io.StringIO()
    assert Channels({}, stream=stream).send("terminal", MESSAGE).accepted
    assert MESSAGE.subject in stream.getvalue()
    assert MESSAGE.text in stream.getvalue()


def test_a_closed_terminal_takes_nothing():
    stream = io.StringIO()
    stream.close()
    assert not Channels({}, stream=stream).send("terminal", MESSAGE).accepted


@pytest.mark.parametrize(
    ("path", "query"),
    [
        pytest.param("/hook/SECRETSECRETSECRET", "", id="in the path"),
        pytest.param("/hook", "?+X-Token=SECRETSECRETSECRET", id="in a header"),
        pytest.param("/hook", "?-token=SECRETSECRETSECRET", id="in a parameter"),
    ],
)
def test_secrets_stand_in_no_verdict_and_no_log(local_web, logged, path, query):
    local_web.serve(path, "your token SECRETSECRETSECRET is wrong", 403)
    local_web.serve("/hook?token=SECRETSECRETSECRET", "your token SECRETSECRETSECRET is wrong", 403)
    verdict = only(hook(local_web, path, query)).send("desk", MESSAGE)
    assert "is wrong" in verdict.text
    assert "SECRET" not in verdict.text
    logging.getLogger().error("the log works")
    assert "the log works" in logged.getvalue()
    assert "SECRET" not in logged.getvalue()


@pytest.mark.parametrize(
    ("url", "hidden", "shown"),
    [
        ("tgram://123456789:abcdefg_hijklmnop/12315544", ["123456789", "abcdefg_hijklmnop"], []),
        ("slack://T1JJ3T3L2/A1BRTD4JD/TIiajkdnlazkcOXrIdevi7FQ/#general", ["T1JJ3T3L2", "A1BRTD4JD", "TIiajkdnlazkcOXrIdevi7FQ"], []),
        ("discord://4174216298/JHMHI8qBe7bk2ZwO5U711o3dV_js", ["4174216298", "JHMHI8qBe7bk2ZwO5U711o3dV_js"], []),
        ("mailto://me:p%40ss%3Aword@mail.example/?to=a@b.example", ["p%40ss%3Aword", "p@ss:word"], ["mail.example", "a@b.example"]),
        ("mailto://mail.example/?user=me&pass=hunter2&to=a@b.example", ["hunter2"], ["mail.example"]),
        ("jsons://me:hunter2@hook.example/in/s3cret", ["hunter2", "s3cret"], ["hook.example"]),
        ("ntfy://ntfy.example/my-topic", ["my-topic"], ["ntfy.example"]),
    ],
)
def test_every_part_of_an_address_that_may_be_a_secret_is_hidden(url, hidden, shown):
    told = _masked("; ".join([*hidden, *shown]), _secrets(url))
    assert [secret for secret in hidden if secret in told] == []
    assert [name for name in shown if name not in told] == []


def test_a_password_stands_in_no_verdict(mail):
    mail.refusals["reader@inbox.example"] = "550 the password hunter22 is known to all"
    verdict = only(mail.url().replace("mailto://", "mailto://u:hunter22@", 1)).send("desk", MESSAGE)
    assert not verdict.accepted
    assert "hunter22" not in verdict.text


def test_a_chat_hears_no_call_to_everybody(local_web):
    local_web.serve("/topic", "{}")
    local_web.serve("/", "{}")
    wild = render(alert(novelties=(replace(MOVED, text="@everyone <!channel> look"),)), DESK)
    verdict = only(local_web.url.replace("http://", "ntfy://") + "/topic").send("desk", wild)
    assert verdict.accepted, verdict
    sent = local_web.asked[-1].body.decode()
    assert "look" in sent
    assert "@everyone" not in sent
    assert "<!channel>" not in sent


def test_every_address_that_the_documentation_shows_is_one_that_can_be_used():
    page = (Path(__file__).parents[1] / "docs" / "channels.md").read_text(encoding="utf-8")
    shown = re.findall(r"`((?:mailtos|tgram)://[^`…]+)`", page)
    real = [url.replace("TOKEN/NUMBER", f"123456789:{'A' * 35}/12345") for url in shown]
    assert len(real) >= 8
    assert [Channels({"it": url}).check() for url in real] == [[]] * len(real)
