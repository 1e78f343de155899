"""Chats, tried on receivers on loopback: what each service is sent, in its own mark-up and within its limit."""

import json
from itertools import chain, repeat

import pytest

from monitor.adapters.channels import Channels
from monitor.domain.alerts.message import Block, line
from monitor.domain.alerts.rendering.composing import compose
from tests.alerts import DESK
from tests.messages import message

# Where the services of the companies are; their receivers here answer as theirs do.
SERVICES = {
    "telegram": (
        "tgram://123456789:abcdefg_hijklmnop/12315544/",
        "notify_url",
        "{base}/bot",
        "/bot123456789:abcdefg_hijklmnop/sendMessage",
        "{}",
    ),
    "slack": (
        "slack://T1JJ3T3L2/A1BRTD4JD/TIiajkdnlazkcOXrIdevi7FQ/#general",
        "webhook_url",
        "{base}",
        "/T1JJ3T3L2/A1BRTD4JD/TIiajkdnlazkcOXrIdevi7FQ",
        "ok",
    ),
    "discord": (
        "discord://4174216298/JHMHI8qBe7bk2ZwO5U711o3dV_js",
        "notify_url",
        "{base}/api",
        "/api/4174216298/JHMHI8qBe7bk2ZwO5U711o3dV_js",
        "{}",
    ),
    "mattermost": ("mmost://{host}/abcdefghijklmnopqrstuvwxyz", None, "", "/hooks/abcdefghijklmnopqrstuvwxyz", "ok"),
    "ntfy": ("ntfy://{host}/topic", None, "", "/", "{}"),
}


class Service:
    """A channel to a service whose receiver is on loopback."""

    def __init__(self, name, web):
        url, attribute, address, path, answer = SERVICES[name]
        self.web = web
        self.path = path
        web.serve(path, answer, content_type="text/plain" if answer == "ok" else "application/json")
        self.channels = Channels({"desk": url.format(host=web.url.removeprefix("http://"))}, "desk.example")
        if attribute:  # the address of a company's service stands in Apprise; only this is turned to loopback
            setattr(self.channels._targets["desk"], attribute, address.format(base=web.url))
        self.channels._targets["desk"].request_rate_per_sec = 0  # nobody has to be spared here

    def send(self, told):
        return self.channels.send("desk", told)

    @property
    def asked(self):
        return [json.loads(one.body) for one in self.web.asked if one.method == "POST"]


@pytest.fixture
def service(local_web):
    return lambda name: Service(name, local_web)


def test_telegram_gets_its_html(service):
    told = service("telegram")
    assert told.send(message("alert", "kk")).accepted
    [asked] = told.asked
    assert asked["parse_mode"] == "HTML"
    assert asked["disable_web_page_preview"] is True
    assert asked["text"].startswith("<b>end of 2025 → first quarter of 2026: ")
    assert "<blockquote>“Ғимараттың жөндеуі 90,8 млрд теңгеге" in asked["text"]
    assert '<a href="https://news.example/launch">Мақаланы оқу</a> · <a href="' in asked["text"]


def test_slack_gets_blocks_with_its_own_mark_up_and_no_picture(service):
    told = service("slack")
    assert told.send(message("alert", "en")).accepted
    [asked] = told.asked
    header, section, *_ = asked["attachments"][0]["blocks"]
    assert header["text"]["text"] == message("alert", "en").subject
    assert section["text"]["type"] == "mrkdwn"
    assert "*New*" in section["text"]["text"]
    assert "<https://news.example/launch|Read the article>" in section["text"]["text"]
    assert "image" not in json.dumps(asked)


def test_discord_gets_markdown_with_links_that_have_no_preview(service):
    told = service("discord")
    assert told.send(message("alert", "en")).accepted
    for asked in told.asked:
        assert len(asked["content"]) <= 2000
        assert "avatar_url" not in asked
    assert "[Read the article](<https://news.example/launch>)" in "".join(one["content"] for one in told.asked)


def test_mattermost_gets_markdown(service):
    told = service("mattermost")
    assert told.send(message("alert", "ru")).accepted
    assert "[Читать статью](<https://news.example/launch>)" in told.asked[0]["text"]


def test_ntfy_gets_plain_text_and_a_tap_opens_the_article(service):
    told = service("ntfy")
    assert told.send(message("alert", "en")).accepted
    [asked] = told.asked
    assert asked["title"] == message("alert", "en").subject
    assert asked["message"].startswith("end of 2025 (Interfax")
    assert [one.headers["x-click"] for one in told.web.asked] == ["https://news.example/launch"]


LONG = compose(
    DESK,
    "k" * 32,
    "A long digest",
    (Block("Many", tuple(line(f"{n}: " + "сөз " * 20, url=f"https://n.example/{n}") for n in range(95))),),
    data={},
)


@pytest.mark.parametrize(("name", "limit", "where"), [("telegram", 4096, "text"), ("discord", 2000, "content"), ("ntfy", 4096, "message")])
def test_a_long_message_comes_in_pieces_that_the_service_takes(service, name, limit, where):
    told = service(name)
    assert told.send(LONG).accepted
    sizes = [len(asked[where].encode() if name == "ntfy" else asked[where]) for asked in told.asked]
    assert len(sizes) > 2
    assert max(sizes) <= limit
    assert [asked[where].rstrip().endswith(f"({n}/{len(sizes)})") for n, asked in enumerate(told.asked, start=1)] == [True] * len(sizes)


def test_what_was_accepted_of_a_long_message_is_not_sent_again(service):
    told = service("telegram")
    told.web.serve(told.path, "{}", chain([200, 200, 500], repeat(200)), content_type="application/json")
    assert not told.send(LONG).accepted
    assert told.send(LONG).accepted
    texts = [asked["text"].rsplit("(", 1)[1] for asked in told.asked]
    assert texts[:4] == [f"1/{len(texts) - 1})", f"2/{len(texts) - 1})", f"3/{len(texts) - 1})", f"3/{len(texts) - 1})"]


def test_an_address_that_asks_for_plain_text_gets_it(local_web):
    local_web.serve("/b/4174216298/JHMHI8qBe7bk2ZwO5U711o3dV_js", "{}")
    channels = Channels({"desk": "discord://4174216298/JHMHI8qBe7bk2ZwO5U711o3dV_js?format=text"}, "desk.example")
    channels._targets["desk"].notify_url = f"{local_web.url}/b"
    assert channels.send("desk", message("plain", "en")).accepted
    assert "**" not in json.loads(local_web.asked[0].body)["content"]
