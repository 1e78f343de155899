"""What every message has in common: cleaned, bounded, aligned."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.domain.alerts.message import Block, line
from monitor.domain.alerts.rendering.composing import compose
from monitor.domain.alerts.rendering.plain import as_text
from tests.alerts import DESK
from tests.reading_mail import Reader


@settings(deadline=None)
@given(st.text(max_size=300), st.sampled_from(["plain", "fact", "quote", "notice", "command", "button"]))
def test_any_text_gives_a_clean_message(wild, style):
    message = compose(DESK, "k" * 32, wild, (Block(wild, (line(wild, style=style, label=wild, url=wild),)),), mark=wild, data={})
    assert len(message.subject) <= 110
    assert "\n" not in message.subject
    assert not {"script", "img", "a"} & set(Reader(message.html).tags)
    for form in (message.text, message.html, message.subject):
        form.encode("utf-8")
        assert "\x00" not in form
        assert "\x1b" not in form


@pytest.mark.parametrize("word", ["long ", "ұзақ ", "<&>", "\"'"])
def test_no_message_is_large(word):
    blocks = [Block(f"h{number}", (line(word * 800, url="https://a.example/" + "x" * 1900),) * 9) for number in range(90)]
    message = compose(DESK, "k" * 32, "s", blocks, data={})
    assert len(message.text.encode()) + len(message.html.encode()) <= 72_000, "as a mail, in base64, it stays below 100 kB"
    assert "…" in message.text


def test_blocks_without_lines_leave_no_heading():
    told = compose(DESK, "k" * 32, "s", [Block("Empty", ()), Block("Full", (line("x"),))], data={})
    assert told.text == "FULL\nx\n\n#kkkkkkkk"


def test_plain_text_is_aligned_and_wrapped_but_no_address_is_broken():
    far = "https://news.example/" + "a" * 90
    lines = (
        line("one " * 25, label="First"),
        line("x", label="In all", url=far),
        line("said " * 20, style="quote"),
        line("y", style="fact"),
    )
    told = as_text([Block("Who", lines)], "m").splitlines()
    assert told[:3] == ["WHO", "First:   " + "one " * 15 + "one", "         one one one one one one one one one"]
    assert far in (row.strip() for row in told)
    assert all(row.startswith("> ") for row in told if "said" in row)
    assert max(len(row) for row in told if far not in row) <= 72


def test_a_line_with_a_link_that_is_none_keeps_its_words_and_a_button_goes():
    told = compose(DESK, "k" * 32, "s", [Block(None, (line("x", url="javascript:y"), line("go", style="button", url="z")))], data={})
    assert told.text == "x\n\n#kkkkkkkk"


def test_a_channel_that_wants_it_short_gets_the_first_line_and_a_link():
    blocks = [Block(None, (line("first"), line("second"))), Block("Links", (line("go", style="button", url="https://a.example/b"),))]
    assert compose(replace(DESK, format="short"), "k" * 32, "s", blocks, data={}).text == "first\ngo: https://a.example/b\n\n#kkkkkkkk"
