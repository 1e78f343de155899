"""Text from outside at every place that shows it: whatever stands in it, it is shown, never obeyed, and stays one thing.

What leaves the archive as files is tried in tests/test_domain_exports.py, the page in the tests of the page.
"""

import io
import json
import logging
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from click.testing import CliRunner
from hypothesis import example, given
from hypothesis import strategies as st

from monitor.adapters.channels import Channels, letter
from monitor.cli.context import cell, print_table
from monitor.domain.alerts.alert import make_alert
from monitor.domain.alerts.rendering.alerts import render
from monitor.domain.alerts.rendering.chat import without_calls
from monitor.log import JsonLine, OneLine
from tests.alerts import ARTICLE, CONTEXT, DECISION, DESK, MATCH, MOVED, NOON

TRAPS = (
    "\x1b[2J\x1b]0;owned\x07", "\x9b31m", "a\r\nBcc: victim@a.example\r\n\r\nhi", "\x85\u2028\u2029", "\u202egnp.exe", "\x00", "\ud800",
    "<script>alert(1)</script>", "</title></style><img src=x onerror=alert(1)>", "\" onmouseover=\"alert(1)",
    "@everyone @here <!channel> <@1> <@&2>",
    "[bank](https://evil.example)", "{{7*7}} ${x} %(x)s {0}", "=1+1", "2026-11-09T12:00:00Z error   forged record", "x" * 3000,
)  # fmt: skip
ACTIVE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
wild = st.text(max_size=200) | st.sampled_from(TRAPS)


def alert(text):
    """The message of an alert in which the text stands wherever an attacker can put it."""
    article = replace(
        ARTICLE, title=text, publisher=text, author=text, text=text, url=f"https://a.example/{text}", link=f"https://a.example/{text}"
    )
    decision = replace(DECISION, novelties=(replace(MOVED, text=text, quote=text, old=text, old_source=text),), reasons=(text,))
    return render(
        make_alert(article, MATCH, decision, replace(CONTEXT, title=text, last_summary=text, seed_title=text, seed_url=text), NOON), DESK
    )


class Elements(HTMLParser):
    """What a mail reader makes of HTML."""

    def __init__(self, html):
        super().__init__()
        self.names, self.attributes, self.links = set(), set(), []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.names.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links += [value for name, value in attrs if name in ("href", "src")]


def every_trap(test):
    for trap in TRAPS:
        test = example(trap)(test)
    return test


@every_trap
@given(wild)
def test_the_terminal_shows_controls_and_obeys_none(text):
    assert not ACTIVE.search(cell(text))
    assert "\n" not in cell(text)
    out = io.StringIO()
    assert Channels({}, stream=out).send("terminal", alert(text)).accepted
    assert not ACTIVE.search(out.getvalue())


@pytest.mark.parametrize("trap", TRAPS)
def test_a_table_shows_controls_and_markup_of_its_own_and_obeys_none(trap):
    import click

    @click.command()
    def shown():
        print_table([{"title": trap, "other": f"[red]{trap}[/red]"}], ["title", "other"], empty="")

    out = CliRunner().invoke(shown).stdout
    assert not ACTIVE.search(out)
    assert "[red]" in re.sub(r"\s", "", out), "what looks like markup of the table is text"


class Mailbox:
    """What `letter` asks of a target."""

    from_addr, targets, reply_to, headers = ("monitor", "m@a.example"), [("", "desk@a.example")], frozenset(), {}


@every_trap
@given(wild)
def test_a_mail_has_the_headers_that_we_gave_it_and_text_where_text_belongs(text):
    plain = letter(Mailbox, alert("nothing"), "news.example")
    mail = letter(Mailbox, alert(text), "news.example")
    head = mail.as_bytes().split(b"\r\n\r\n")[0]
    names = [line.split(b":")[0] for line in head.split(b"\r\n") if line[:1] not in b" \t"]
    assert [name.decode() for name in names] == plain.keys()
    assert max(map(len, mail.as_bytes().split(b"\r\n"))) <= 998
    assert not ACTIVE.search(mail.get_body(("plain",)).get_content().replace("\r\n", "\n"))
    seen, usual = (Elements(one.get_body(("html",)).get_content()) for one in (mail, plain))
    assert seen.names <= usual.names | {"a", "small"}
    assert seen.attributes <= usual.attributes | {"href", "rel"}
    assert all(link.startswith(("https://a.example/", "http")) for link in seen.links)


@every_trap
@given(wild)
def test_a_chat_calls_nobody_and_hides_no_link(text):
    said = without_calls(alert(text).text)
    assert not re.search(r"@(everyone|here|room|channel)\b|<[!@#]|\]\(", said)


@every_trap
@given(wild)
def test_a_program_reads_back_one_object_with_its_keys(text):
    data = json.loads(json.dumps(dict(alert(text).data), ensure_ascii=False).encode())
    assert data.keys() == alert("nothing").data.keys()
    assert data["message_kind"] == "alert"


@every_trap
@given(wild)
def test_a_log_record_stays_one_line_and_forges_no_other(text):
    record = logging.LogRecord("monitor.pipeline.read", logging.WARNING, "", 0, "read title=%s", (text,), None)
    line = OneLine().format(record)
    assert not re.search(r"[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029]", line)
    assert re.match(r"\S+Z warning pipeline\.read read title=", line)
    assert len(JsonLine().format(record).splitlines()) == 1
    assert json.loads(JsonLine().format(record))["message"] == f"read title={text}"


def test_a_log_record_with_a_surrogate_can_be_written():
    stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    handler = logging.StreamHandler(stream)
    for form in (OneLine(), JsonLine()):
        handler.setFormatter(form)
        handler.handle(logging.LogRecord("monitor", logging.INFO, "", 0, "title=%s", ("\ud800",), None))
    stream.flush()
    assert stream.buffer.getvalue().count(b"title=") == 2
