"""Secrets in every place that can hold one, a world that repeats them back, and every output searched for them."""

import base64
import sqlite3
from urllib.parse import quote

import pytest

from tests.faults.program import Home, Zygote
from tests.local_web import LocalWeb

CANARIES = [f"canary-{word}-7f3a" for word in ("login", "query", "header", "channel", "path", "token", "dead", "gone")]
LOGIN, QUERY, HEADER, CHANNEL, PATH, TOKEN, DEAD, GONE = CANARIES
LOOKING = [
    line.split()
    for line in """
status
status --json
feeds list --all
feeds list --json
feeds export
doctor
doctor --json
archive export --json
archive export --entries --json
archive search acmecorp --json
archive show 1
why 1
why 1 --json
held
held --json
alerts list --json
alerts failed
alerts failed --json
alerts test
alerts test --json
digest --preview
storylines list --json
""".strip().splitlines()
]


@pytest.fixture(scope="module")
def web():
    with LocalWeb() as ready:
        yield ready


@pytest.fixture(scope="module")
def home(web, tmp_path_factory):
    """A home full of secrets after some polls, with every word that it has said."""
    with Zygote() as zygote:
        ready = Home(tmp_path_factory.mktemp("secrets"), zygote)
        host = web.url.removeprefix("http://")
        echo = f"you said {HEADER} {QUERY}"
        feeds = {
            "good": rss("one", "two"),
            "page": f"<html><body>{echo}</body></html>",
            "broken": rss("three")[:-30],
            "nolink": rss("four").replace("<link>http://a.example/four</link>", ""),
        }
        for name, body in feeds.items():
            web.serve(f"/{name}?api_key={QUERY}", body, content_type="application/rss+xml")
        web.serve(f"/refused?api_key={QUERY}", echo, 401)
        web.serve(f"/moved?api_key={QUERY}", "", 302, location=f"http://reader:{LOGIN}@10.0.0.1/?token={QUERY}")
        for name, status, secret in (("taken", 200, CHANNEL), ("dead", 403, DEAD), ("gone", 410, GONE)):
            web.serve(f"/hook/{PATH}/{name}", f"you said {PATH} {TOKEN if name == 'taken' else ''} {secret}", status)
        ready.settle([], {}, more="log: {level: debug}\n")
        addresses = [f"{web.url}/{name}?api_key={QUERY}" for name in (*feeds, "refused", "moved")]
        addresses.append(f"http://127.0.0.1:1/?token={QUERY}")
        headers = f'headers: {{x-token: "{HEADER}"}}'
        listed = "".join(f'  - {{url: "{url}", every: 5m, {headers}}}\n' for url in addresses)
        (ready.place / "config" / "feeds.yaml").write_text(f"feeds:\n{listed}")
        channels = {
            "taken": f"json://desk:{CHANNEL}@{host}/hook/{PATH}/taken?%2BX-Token={TOKEN}",
            "dead": f"json://desk:{DEAD}@{host}/hook/{PATH}/dead",
            "gone": f"json://desk:{GONE}@{host}/hook/{PATH}/gone",
            "down": f"json://desk:{quote(CHANNEL)}@127.0.0.1:1/hook/{PATH}",
        }
        (ready.place / "config" / "channels.yaml").write_text(
            "channels:\n" + "".join(f'  {n}: {{url: "{u}"}}\n' for n, u in channels.items())
        )
        said = [ready.run("poll")]
        web.serve(f"/good?api_key={QUERY}", rss("one", "two", "five"), content_type="application/rss+xml")
        said.append(ready.run("poll", *(word for url in addresses for word in ("--feed", url)), fine=False))
        said += [ready.run(*words, fine=False) for words in LOOKING]
        said.append(ready.run("poll", "--feed", f"http://nowhere.example/?api_key={QUERY}", fine=False))
        yield ready, said


def basic(user, password):
    return f"Basic {base64.b64encode(f'{user}:{password}'.encode()).decode()}"


def rss(*names):
    items = "".join(
        f"<item><guid isPermaLink='false'>{name}</guid><title>Acmecorp tells {name}</title><link>http://a.example/{name}</link></item>"
        for name in names
    )
    return f"<?xml version='1.0'?><rss version='2.0'><channel><title>Wire</title>{items}</channel></rss>"


def found_in(text):
    return {canary for canary in CANARIES if canary in text}


def test_the_secrets_are_really_used(home, web):
    headers = [one.headers for one in web.asked]
    assert any(one.get("x-token") == HEADER for one in headers)
    assert any(one.get("x-token") == TOKEN for one in headers)
    logins = {one.get("authorization") for one in headers}
    for user, secret in (("desk", CHANNEL), ("desk", DEAD)):
        assert basic(user, secret) in logins
    assert all(ended.code in (0, 1, 2) for ended in home[1]), home[0].log


def test_no_secret_is_said_by_any_command_or_in_any_log(home):
    ready, said = home
    leaks = [f"{line}: {sorted(found)}" for line, ended in zip(ready.log, said, strict=True) if (found := found_in(ended.out + ended.err))]
    assert leaks == []


@pytest.mark.usefixtures("home")
def test_no_secret_is_sent_in_any_message(web):
    assert [one.path for one in web.asked if one.method == "POST" and found_in(one.body.decode())] == []
    assert any(b"five" in one.body for one in web.asked if one.method == "POST"), "an alert was sent"


def test_no_secret_of_a_channel_is_kept_and_none_of_a_feed_but_in_its_settings(home):
    ready, _ = home
    kept = [path.name for path in ready.data.rglob("*") if path.is_file() and path.suffix not in (".db", ".db-wal", ".db-shm")]
    assert not [name for name in kept if found_in((ready.data / name).read_text(errors="replace"))]
    with sqlite3.connect(ready.data / "monitor.db") as archive:
        for (table,) in archive.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            for row in archive.execute(f'SELECT * FROM "{table}"'):
                found = found_in(str(row)) - ({QUERY, HEADER} if table == "feeds" else set())
                assert found == set(), f"{table}: {row}"
