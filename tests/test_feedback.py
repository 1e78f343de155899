"""Answers from a message: signed links, without login, once, for a while; looking changes nothing."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from monitor.domain.alerts.channel import Channel, DeliveryRules
from monitor.domain.alerts.feedback import ANSWERS, Reply, links_of, read, sign
from monitor.domain.alerts.message import NO_LINKS, message_from_dict
from monitor.store import feedback, snoozes
from monitor.store.tables import deliveries, reviews, storylines
from monitor.web.password import make_hash
from tests.alerts import DAY, NOON, alert
from tests.archive import alert_of
from tests.page import page_of, settings_in

KEY, OTHER = b"k" * 32, b"o" * 32
REPLY = Reply("seen", 7, "desk.mail", NOON + DAY)
RULES = DeliveryRules(channels=(Channel("desk"),), pages="https://monitor.example.org/", feedback=14 * DAY)


# ── the links ─────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("answer", ANSWERS)
def test_a_link_says_what_was_signed_until_it_is_too_old(answer):
    token = sign(replace(REPLY, answer=answer), KEY)
    assert read(token, KEY, NOON) == replace(REPLY, answer=answer)
    assert read(token, KEY, NOON + DAY) == "too old"
    assert re.fullmatch(r"[A-Za-z0-9._:~-]+", token), "nothing in it has to be quoted"


@pytest.mark.parametrize(
    "token",
    [
        pytest.param(sign(REPLY, OTHER), id="another key"),
        pytest.param(sign(REPLY, KEY).replace("7", "8", 1), id="another article"),
        pytest.param(sign(REPLY, KEY)[:-1], id="cut off"),
        pytest.param("", id="nothing"),
        pytest.param("0.7.9999999999.desk~", id="no seal"),
    ],
)
def test_what_we_did_not_sign_says_nothing(token):
    assert read(token, KEY, NOON) == "not a link of ours"


@given(st.text(max_size=100))
def test_no_text_is_taken_for_a_link(text):
    assert read(text, KEY, NOON) == "not a link of ours"


def test_a_message_leads_to_our_pages_where_there_are_any_and_to_answers_where_they_are_wanted():
    told = alert()
    assert links_of(told, "desk", None, KEY, NOON) == NO_LINKS
    silent = links_of(told, "desk", "https://m.example/", None, NOON)
    assert silent.development == "https://m.example/developments/baiterek%232026-03-10-1"
    assert (silent.storyline, silent.feedback) == ("https://m.example/storylines/baiterek", {})
    alone, several = (links_of(told, "desk", "https://m.example", KEY, NOON, alone=alone) for alone in (True, False))
    assert list(several.feedback) == [answer for answer in ANSWERS if answer != "mute"]
    assert set(several.feedback) - set(alone.feedback) == {"taken"}, "who reads alone need not tell others"
    assert read(str(several.unsubscribe).rpartition("/")[2], KEY, NOON - DAY).answer == "mute"


# ── what an answer does ───────────────────────────────────────────────────────


@pytest.fixture
def tx(db):
    with db.begin() as transaction:
        yield transaction


def link(tx, answer, number=1):
    """Find a link of the alert in its own message."""
    if number == 1 and not tx.execute(sa.select(deliveries.c.id)).first():
        alert_of(tx, RULES, "baiterek#1")
        tx.execute(sa.update(storylines).values(dossier={"slug": "baiterek"}))
        tx.execute(sa.insert(storylines).values(slug="proton", title="Proton", dossier={"slug": "proton"}, opened_at=NOON))
    message = message_from_dict(tx.execute(sa.select(deliveries.c.message)).scalars().first())
    tokens = re.findall(r"https://monitor\.example\.org/answers/(\S+)", message.text)
    return next(token for token in tokens if token.startswith(f"{ANSWERS.index(answer)}."))


def given_verdicts(tx):
    return tx.execute(sa.select(reviews.c.verdict, reviews.c.other, reviews.c.note)).all()


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [("relevant", "relevant"), ("irrelevant", "not-relevant"), ("new", "new"), ("seen", "not-new")],
)
def test_an_answer_is_a_review_and_counts_once(tx, answer, verdict):
    token = link(tx, answer)
    assert feedback.take(tx, token, NOON).startswith("Noted, thank you: ")
    assert given_verdicts(tx) == [(verdict, None, "from a message to desk")]
    assert feedback.take(tx, token, NOON) == "This was answered before; an answer counts once."
    assert len(given_verdicts(tx)) == 1


def test_looking_changes_nothing(tx):
    token = link(tx, "seen")
    for _ in range(3):
        question = feedback.ask(tx, token, NOON)
        assert (question.reply.answer, question.answered) == ("seen", None)
    assert given_verdicts(tx) == []


def test_a_wrong_storyline_asks_for_the_right_one(tx):
    token = link(tx, "wrong-storyline")
    assert feedback.ask(tx, token, NOON).choices == (("proton", "Proton"),)
    assert feedback.take(tx, token, NOON).startswith("Nothing was changed: ")
    assert feedback.take(tx, token, NOON, "proton").startswith("Noted, thank you: "), "what did nothing may be tried again"
    assert given_verdicts(tx) == [("wrong-storyline", "proton", "from a message to desk")]


def test_a_snooze_holds_for_a_day_on_the_channel_of_the_message_alone(tx):
    assert "pushes nothing to desk for 24 hours" in feedback.take(tx, link(tx, "snooze"), NOON)
    assert snoozes.until(tx, "baiterek", "desk") == NOON + DAY
    assert snoozes.until(tx, "baiterek", "phone") is None


def test_who_takes_a_development_on_is_seen_by_all_others_and_nothing_else_changes(tx):
    token = sign(Reply("taken", alert_of(tx, RULES, "baiterek#1").id, "aigul", NOON + DAY), feedback.key(tx, NOON))
    assert feedback.take(tx, token, NOON).startswith("Noted, thank you: aigul takes it.")
    assert feedback.ask(tx, link(tx, "seen"), NOON).others == (("aigul", "taken", NOON),)
    assert feedback.taken(tx, [1]) == [("aigul", NOON)]
    assert given_verdicts(tx) == []


def test_a_reader_sees_what_another_answered(tx):
    feedback.take(tx, link(tx, "relevant"), NOON)
    assert feedback.ask(tx, link(tx, "seen"), NOON).others == (("desk", "relevant", NOON),)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        pytest.param(lambda token: token + "x", "This is no link of ours, or not all of it.", id="spoilt"),
        pytest.param(lambda token: token, "This link is too old to answer with.", id="too old"),
    ],
)
def test_a_link_that_does_not_hold_says_so(tx, change, said):
    assert feedback.take(tx, change(link(tx, "seen")), NOON + 15 * DAY) == said


# ── the page ──────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    settings = settings_in(tmp_path_factory.mktemp("answers"), password_hash=make_hash("a horse, a staple"))
    channels = (Channel("desk"), Channel("ruslan", language="ru"), Channel("aigul", language="kk"))
    with page_of(replace(settings, delivery=replace(settings.delivery, channels=channels))) as locked:
        with locked.desk.writing() as tx:
            told = alert_of(tx, replace(RULES, feedback=None), "baiterek#1")
            key = feedback.key(tx, locked.desk.now())
        until = locked.desk.now() + timedelta(days=1)
        links = {name: f"/answers/{sign(Reply('taken', told.id, name, until), key)}" for name in ("ruslan", "aigul")}
        channel = dict.fromkeys(ANSWERS, "desk") | {"mute": "phone"}  # so that neither test sees what the other silenced
        yield locked, links | {answer: f"/answers/{sign(Reply(answer, told.id, channel[answer], until), key)}" for answer in ANSWERS}


def test_a_link_opens_without_login_and_nothing_happens_before_it_is_confirmed(page):
    locked, links = page
    for method in ("GET", "HEAD", "GET"):
        shown = locked.ask(links["snooze"], method)
        assert shown.status == 200
    assert "Mute its storyline for 24 hours" in shown.text
    assert 'method="post"' in shown.text
    with locked.desk.reading() as tx:
        assert snoozes.standing(tx, locked.desk.now(), "desk") == []
    assert "pushes nothing to desk" in locked.ask(links["snooze"], "POST").text
    with locked.desk.reading() as tx:
        assert [one["slug"] for one in snoozes.standing(tx, locked.desk.now(), "desk")] == ["baiterek"]
    assert "answered before" in locked.ask(links["snooze"]).text
    assert locked.ask("/").status == 303, "the page itself stays locked"


def test_another_site_cannot_answer_for_the_reader(page):
    locked, links = page
    assert locked.ask(links["irrelevant"], "POST", Sec_Fetch_Site="cross-site").status == 403
    assert locked.ask(links["irrelevant"]).text.count("<form") == 1


@pytest.mark.parametrize(
    ("answer", "body", "status"),
    [
        pytest.param("mute", {}, 403, id="a site that would answer for the reader"),
        pytest.param("seen", {"List-Unsubscribe": "One-Click"}, 403, id="a verdict is none of a mail program's"),
        pytest.param("mute", {"List-Unsubscribe": "One-Click"}, 200, id="the button of a mail program"),
    ],
)
def test_a_mail_program_unsubscribes_by_itself_and_can_do_nothing_else(page, answer, body, status):
    locked, links = page
    before = muted(locked)
    got = locked.ask(links[answer], "POST", body, Sec_Fetch_Site="cross-site")
    assert got.status == status
    assert ("set-cookie" in got.headers, "location" in got.headers) == (False, False)
    assert muted(locked) - before == ({("baiterek", True)} if status == 200 else set())


def muted(locked):
    """Name the storylines that push nothing, each with whether that is for years."""
    now = locked.desk.now()
    with locked.desk.reading() as tx:
        return {(one["slug"], one["until"] > now + 365 * DAY) for one in snoozes.standing(tx, now, "phone")}


@pytest.mark.parametrize(
    ("reader", "asked", "done", "again", "spoilt"),
    [
        pytest.param(
            "ruslan", ["Беру на себя", ">Подтвердить<"], "Принято, спасибо: это берёт на себя ruslan.",
            "ответ засчитывается один раз", "Это не наша ссылка, или она неполная.", id="ru",
        ),
        pytest.param(
            "aigul", ["Мен аламын", ">Растау<"], "Қабылданды, рахмет: aigul өзіне алды.",
            "жауап бір рет есептеледі", "Бұл біздің сілтеме емес немесе толық емес.", id="kk",
        ),
    ],
)  # fmt: skip
def test_an_answer_is_asked_for_and_thanked_for_in_the_language_of_its_channel(page, reader, asked, done, again, spoilt):
    locked, links = page
    shown = locked.ask(links[reader]).text
    assert [words in shown for words in asked] == [True, True]
    assert done in locked.ask(links[reader], "POST").text
    assert again in locked.ask(links[reader]).text
    assert spoilt in locked.ask(links[reader] + "x").text


def test_a_spoilt_link_is_told_to_be_one(page):
    locked, links = page
    answer = locked.ask(links["seen"] + "x")
    assert (answer.status, "no link of ours" in answer.text, "<form" in answer.text) == (410, True, False)
    assert locked.ask("/answers/%3Cscript%3E").status == 410
