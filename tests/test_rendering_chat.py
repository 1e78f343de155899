"""Chats: each service's own mark-up, outside text that obeys nobody, pieces within the limit."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.domain.alerts.message import Block, line
from monitor.domain.alerts.rendering.alerts import render
from monitor.domain.alerts.rendering.chat import DIALECTS, PLAIN, pieces, without_calls
from monitor.domain.alerts.rendering.composing import compose
from tests.alerts import ARTICLE, DESK, MOVED, alert

ALL = [*DIALECTS.values(), replace(PLAIN, name="stranger", limit=500)]
EACH = pytest.mark.parametrize("dialect", ALL, ids=lambda dialect: dialect.name)
EVIL = '@everyone <!channel> <@123> @room [bank](https://evil.example) <a href="https://evil.example">x</a> *b* _i_ ~s~ `c` # h > q | https://evil.example'


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        (
            "telegram",
            ["<b>first launch in March 2026", "<blockquote>“The first", '<a href="https://news.example/launch">Read the article</a>'],
        ),
        ("matrix", ["<strong>New</strong><br/>", "<blockquote>“The first", '<a href="https://news.example/launch">Read the article</a>']),
        ("slack", ["*New*\n• *first launch in March 2026*", "> “The first", "<https://news.example/launch|Read the article>"]),
        ("discord", ["**New**\n• **first launch in March 2026**", "> “The first", "[Read the article](<https://news.example/launch>)"]),
        ("mattermost", ["**New**", "[Read the article](<https://news.example/launch>)"]),
        ("ntfy", ["New\n• first launch in March 2026", "Read the article: https://news.example/launch"]),
    ],
)
def test_each_service_has_its_own_formatting(name, parts):
    [piece] = pieces(render(alert(), DESK), DIALECTS[name])
    for part in parts:
        assert part in piece


@EACH
def test_outside_text_rings_nobody_and_makes_no_link_and_no_mark_up(dialect):
    wild = replace(ARTICLE, title=EVIL, publisher=EVIL)
    told = "\n".join(pieces(render(alert(wild, novelties=(replace(MOVED, text=EVIL, quote=EVIL, old=EVIL),)), DESK), dialect))
    for call in ("@everyone", "<!channel>", "<@123>", "@room", "](https://evil", "https://evil", '<a href="https://evil'):
        assert call not in told
    visible = told.replace("\u200b", "")
    assert "everyone" in visible
    if dialect.name in ("telegram", "matrix"):
        assert set(re.findall(r"<(/?\w+)", told)) <= {
            tag for one in ("b", "strong", "code", "blockquote", "a", "br") for tag in (one, "/" + one)
        }
    if dialect.name in ("discord", "mattermost"):
        assert r"\*b\* \_i\_ \~s\~ \`c\`" in told
    if dialect.name == "slack":
        assert "∗b∗ ˍiˍ ∼s∼ ˋcˋ" in told


def long_message(lines=400):
    told = [line(f"{number}: " + "сөз " * 12, url=f"https://news.example/{number}?a=1&b=2") for number in range(lines)]
    return compose(
        DESK, "k" * 32, "A digest", (Block("Many", (*told, line("x" * 3000), line("y", url="https://z.example/" + "p" * 1900))),), data={}
    )


@EACH
def test_a_long_message_is_split_within_the_limit_and_no_link_breaks(dialect):
    message = long_message()
    told = pieces(message, dialect)
    assert len(told) > 1 or dialect.name == "matrix", "which takes whatever we send"
    assert max(map(dialect.size, told)) <= dialect.limit
    for number, piece in enumerate(told, start=1):
        assert len(told) == 1 or piece.endswith(f"({number}/{len(told)})")
    whole = "\n".join(told)
    kept = sum(one.url is not None for block in message.blocks for one in block.lines)
    links = re.findall(r"https://news\.example/\d+\?a=1&(?:amp;)?b=2", whole)
    assert len(links) >= kept - 1
    if dialect.name == "telegram":
        assert all(piece.count("<a ") == piece.count("</a>") and piece.count("<b>") == piece.count("</b>") for piece in told)


@EACH
@settings(deadline=None)
@given(text=st.text(max_size=300))
def test_any_text_comes_in_pieces_within_the_limit(dialect, text):
    blocks = (Block(text, (line(text, style="fact", label=text), line(text, style="quote"), line(text, url="https://a.example/b"))),)
    told = pieces(compose(DESK, "k" * 32, text, blocks, data={}), dialect)
    assert told
    assert all(0 < dialect.size(piece) <= dialect.limit for piece in told)


@pytest.mark.parametrize(
    "call",
    ["@everyone", "@here", "<!channel>", "<!here|x>", "<@123>", "<@&99>", "<@!1>", "<#C024>", "@room", "[news](https://evil.example)"],
)
def test_what_would_ring_everybody_in_a_chat_is_broken(call):
    broken = without_calls(f"say {call} now")
    assert call not in broken
    assert broken.replace("\u200b", "") == f"say {call} now"
