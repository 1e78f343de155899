"""The whole river from outside: settings as a user writes them, real feeds, a real mail server and web-hook, real processes."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from monitor.demo.receivers import Mailbox
from tests.faults.program import Ended, Zygote

MONITOR = [sys.executable, "-m", "monitor"]
DEADLINE = 60


@pytest.fixture
def inbox():
    with Mailbox() as mailbox:
        yield mailbox


@pytest.fixture
def home(tmp_path):
    """A user's folder with the smallest settings, to be filled by `settle`."""
    (tmp_path / "config").mkdir()
    return tmp_path


@pytest.fixture(scope="module")
def forked() -> Iterator[Callable[..., Ended]]:
    """Run commands in forks of a process that has loaded the program, where the start of one is no part of the question."""
    with Zygote() as zygote:

        def run(home: Path, *words: str) -> Ended:
            ended = zygote.run([*folders(home), *words], home)
            assert ended.code == 0, ended.err
            return ended

        yield run


@pytest.fixture(params=["sqlite", "postgresql"])
def either_database(request, monkeypatch):
    """The archive in a file of the data folder, or in PostgreSQL."""
    if request.param == "sqlite":
        yield
        return
    with request.getfixturevalue("postgres").database() as url:
        monkeypatch.setenv("MONITOR_DATABASE_URL", url)
        yield


def settle(home: Path, feeds: list[str], channels: str, topic: str = "words: [acmecorp]", every: str = "5m") -> None:
    config = home / "config"
    listed = ", ".join(f'{{url: "{url}", every: {every}}}' for url in feeds)
    (config / "monitor.yaml").write_text('network: {allow_addresses: ["127.0.0.1/32"]}\npace: {gap: 0s}\n')
    (config / "feeds.yaml").write_text(f"feeds: [{listed}]\n")
    (config / "topic.yaml").write_text(topic + "\n")
    (config / "channels.yaml").write_text(f"channels: {{{channels}}}\n")


def folders(home: Path) -> list[str]:
    return ["--config", str(home / "config"), "--data", str(home / "data")]


def monitor(home: Path, *words: str, fine: bool = True) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [*MONITOR, *folders(home), *words],
        capture_output=True,
        text=True,
        timeout=DEADLINE,
        check=False,
        env={**os.environ, "COLUMNS": "80"},
    )
    if fine:
        assert done.returncode == 0, done.stderr
    return done


def rss(*entries: tuple[str, str]) -> str:
    listed = "".join(
        f"<item><guid isPermaLink='false'>{name}</guid><title>{title}</title><link>https://news.example/{name}</link>"
        f"<description>{title}, the company said.</description></item>"
        for name, title in entries
    )
    return f"<?xml version='1.0' encoding='utf-8'?><rss version='2.0'><channel><title>Wire</title><link>https://news.example/</link>{listed}</channel></rss>"


FIRST = [("one", "Acmecorp opens a plant in Kyzylorda"), ("two", "Weather stays fine")]
LATER = [("three", "Acmecorp names Dana Sultan as chief engineer"), *FIRST]


def hooked(web):
    return [json.loads(one.body) for one in web.asked if one.method == "POST"]


@pytest.mark.usefixtures("either_database")
def test_a_new_development_reaches_mail_and_hook_and_the_first_poll_does_not(home, local_web, inbox):
    feed = local_web.serve("/a.xml", rss(*FIRST), content_type="application/rss+xml")
    local_web.serve("/hook", "ok")
    channels = f'desk: {{url: "json://{local_web.url[7:]}/hook"}}, mail: {{url: "mailto://127.0.0.1:{inbox.port}/?from=m@a.example&to=desk@a.example"}}'
    settle(home, [feed], channels)

    monitor(home, "poll")
    told = json.dumps(hooked(local_web)) + "".join(str(mail) for mail in inbox.mails)
    assert "plant" not in told, "what the first poll brought is not alerted singly"

    local_web.serve("/a.xml", rss(*LATER), content_type="application/rss+xml")
    before = len(hooked(local_web)), len(inbox.mails)
    monitor(home, "poll", "--feed", feed)
    new = hooked(local_web)[before[0] :]
    assert len(new) == 1
    assert "Dana Sultan" in json.dumps(new, ensure_ascii=False)
    (mail,) = inbox.mails[before[1] :]
    assert "Dana Sultan" in mail["Subject"]
    assert {part.get_content_type() for part in mail.walk()} >= {"text/plain", "text/html"}
    assert "Dana Sultan" in mail.get_body(("plain",)).get_content()

    monitor(home, "poll", "--feed", feed)
    assert len(hooked(local_web)) == before[0] + 1, "nothing is told twice"


def test_the_export_shows_every_entry_once_under_its_feed(home, local_web, forked):
    feed = local_web.serve("/a.xml", rss(*LATER), content_type="application/rss+xml")
    broken = local_web.url + "/gone.xml"
    local_web.serve("/gone.xml", "", status=410)
    settle(home, [feed, broken], "")
    forked(home, "poll")
    forked(home, "poll", "--feed", feed)
    told = json.loads(forked(home, "archive", "export", "--entries", "--json").out)["feeds"]
    assert told[broken] == {"status": "gone", "entries": []}
    assert told[feed]["status"] == "ok"
    assert [entry["id"] for entry in told[feed]["entries"]] == ["two", "one", "three"]
    assert set(told[feed]["entries"][0]) == {"id", "title", "link", "summary"}


def test_every_match_alerts_where_that_is_asked_for(home, local_web, forked):
    feed = local_web.serve("/a.xml", rss(("zero", "Nothing yet")), content_type="application/rss+xml")
    local_web.serve("/hook", "ok")
    settle(home, [feed], f'desk: {{url: "json://{local_web.url[7:]}/hook"}}', topic="words: [acmecorp]\nalert_on: matches")
    forked(home, "poll")
    matches = [(f"m{n}", f"Acmecorp again, chapter tok{n}k{n * 7}") for n in range(12)]
    local_web.serve("/a.xml", rss(*matches), content_type="application/rss+xml")
    forked(home, "poll", "--feed", feed)
    told = json.dumps(hooked(local_web))
    assert [title for _, title in matches if title.rpartition(" ")[2] not in told] == []


def test_a_feed_at_an_address_that_is_not_allowed_is_refused_without_a_packet(home, local_web, forked):
    feed = local_web.serve("/a.xml", rss(*FIRST))
    settle(home, [feed], "")
    (home / "config" / "monitor.yaml").write_text("{}\n")
    forked(home, "poll")
    assert local_web.asked == []
    told = json.loads(forked(home, "archive", "export", "--entries", "--json").out)["feeds"]
    assert told[feed]["status"] == "refused"


def test_the_daemon_alerts_by_itself_refuses_a_second_one_and_stops_cleanly(home, local_web):
    feed = local_web.serve("/a.xml", rss(*FIRST), content_type="application/rss+xml")
    local_web.serve("/hook", "ok")
    settle(home, [feed], f'desk: {{url: "json://{local_web.url[7:]}/hook"}}', every="1s")
    with start_daemon(home) as daemon:
        wait_for(lambda: local_web.times("/a.xml") >= 2, daemon)
        local_web.serve("/a.xml", rss(*LATER), content_type="application/rss+xml")
        wait_for(lambda: any("Dana Sultan" in json.dumps(one, ensure_ascii=False) for one in hooked(local_web)), daemon)

        second = monitor(home, "run", fine=False)
        assert second.returncode == 1
        assert "another monitor" in second.stderr

        began = time.monotonic()
        daemon.send_signal(signal.SIGTERM)
        assert daemon.wait(15) == 0
        assert time.monotonic() - began < 10
    assert "stopped" in (home / "daemon.log").read_text()
    assert sum("Dana Sultan" in json.dumps(one, ensure_ascii=False) for one in hooked(local_web)) == 1


def test_a_feed_that_never_answers_holds_up_no_other(home, local_web, forked):
    feed = local_web.serve("/a.xml", rss(*FIRST), content_type="application/rss+xml")
    with socket.create_server(("127.0.0.1", 0)) as silent:  # accepts, and says nothing
        settle(home, [f"http://127.0.0.1:{silent.getsockname()[1]}/never.xml", feed], "", every="1s")
        with start_daemon(home) as daemon:
            wait_for(lambda: local_web.times("/a.xml") >= 4, daemon)
            began = time.monotonic()
            daemon.send_signal(signal.SIGTERM)
            assert daemon.wait(15) == 0
            assert time.monotonic() - began < 10
    told = json.loads(forked(home, "archive", "export", "--entries", "--json").out)["feeds"]
    assert {url.rpartition("/")[2]: one["status"] for url, one in told.items()} == {"never.xml": "new", "a.xml": "ok"}


def test_searching_the_log_for_one_entry_tells_its_whole_life(home, local_web, forked):
    feed = local_web.serve("/a.xml", rss(*FIRST), content_type="application/rss+xml")
    settle(home, [feed], "")
    told = forked(home, "poll").err.splitlines()
    kept = next(line for line in told if "kept entry=1 " in line)
    assert "feed=" in kept
    assert any("entry=2 article=1 " in line for line in told)
    for stage in ("matched", "placed"):
        assert any(stage in line and "article=1 " in line + " " for line in told), stage


@contextmanager
def start_daemon(home: Path) -> Iterator[subprocess.Popen[bytes]]:
    words = [*MONITOR, *folders(home), "run"]
    with (home / "daemon.log").open("wb") as log, subprocess.Popen(words, stdout=log, stderr=log) as daemon:
        try:
            yield daemon
        finally:
            daemon.kill()


def wait_for(condition, daemon: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + DEADLINE
    while not condition():
        assert daemon.poll() is None, "the daemon has died"
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.05)  # a condition of another process: there is nothing to wait on but time
