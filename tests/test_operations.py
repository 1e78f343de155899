"""Who watches the monitor by machine gets true answers: health, numbers, the supervisor's protocol, rules and dashboard that fit them."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
import yaml
from prometheus_client.parser import text_string_to_metric_families

from monitor import supervisor
from monitor.adapters.children import Children
from monitor.counts import counted
from monitor.errors import ChildError
from monitor.store import gauges, notes, tables
from tests.alerts import NOON
from tests.page import SMALLEST, page_of, settings_in

ROOT = Path(__file__).parents[1]
DEPLOY = ROOT / "deploy"
RULES = yaml.safe_load((DEPLOY / "alerts.yml").read_text(encoding="utf-8"))["groups"][0]["rules"]
BOARD = json.loads((DEPLOY / "grafana.json").read_text(encoding="utf-8"))
MINUTE = timedelta(minutes=1)


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    with page_of(settings_in(tmp_path_factory.mktemp("watched"))) as page:
        yield page


def samples(page):
    """The numbers by name and label, as Prometheus reads them."""
    families = text_string_to_metric_families(page.ask("/metrics").text)
    return {(one.name, *one.labels.values()): one.value for family in families for one in family.samples}


# ── health and numbers ────────────────────────────────────────────────────────


def test_a_page_without_a_daemon_is_healthy_and_not_ready(page):
    assert page.ask("/healthz").text == "ok\n"
    with page.desk.writing() as tx:
        notes.write(tx, "pulse", {"at": (page.desk.now() - 5 * MINUTE).isoformat()}, page.desk.now())
    assert (page.ask("/readyz").status, page.ask("/readyz").text) == (503, "no daemon is at work\n")
    with page.desk.writing() as tx:
        notes.write(tx, "pulse", {"at": page.desk.now().isoformat()}, page.desk.now())
    assert (page.ask("/readyz").status, page.ask("/readyz").text) == (200, "ready\n")


def test_health_is_told_to_anybody_and_numbers_to_who_may_read(tmp_path):
    with page_of(settings_in(tmp_path, password_hash="$argon2id$v=19$m=8,t=1,p=1$c2FsdHNhbHQ$AAAA")) as page:
        assert page.ask("/healthz").status == 200
        assert page.ask("/readyz").status == 503
        assert page.ask("/metrics", Accept="*/*").status == 401


def test_the_numbers_are_those_of_the_archive(page):
    now = page.desk.now()
    with page.desk.writing() as tx:
        common = {"settings": {"every": 60}, "active": True}
        for number, state in enumerate(("ok", "ok", "error"), 1):
            tx.execute(
                sa.insert(tables.feeds).values(url=f"u{number}", name=f"f{number}", state=state, due_at=now - number * MINUTE, **common)
            )
        sent = {"channel": "desk", "kind": "alert", "message": {}, "made_at": now, "due_at": now - MINUTE}
        tx.execute(sa.insert(tables.deliveries).values(key="1", state="pending", **sent))
        tx.execute(sa.insert(tables.deliveries).values(key="2", state="given up", **sent))
    told = samples(page)
    assert (told["monitor_feeds", "ok"], told["monitor_feeds", "error"]) == (2, 1)
    assert told["monitor_deliveries", "given up"] == 1
    assert 180 <= told["monitor_overdue_seconds", "poll"] < 240
    assert 60 <= told["monitor_overdue_seconds", "deliver"] < 120
    assert told["monitor_overdue_seconds", "place"] == 0
    assert told["monitor_database_bytes",] > 100_000


def test_the_numbers_can_be_asked_of_either_database(db):
    with db.begin() as tx:
        told = gauges.read(tx, NOON)
    assert (told.entries, told.pulse, set(told.overdue)) == (0, None, {"poll", "read", "match", "place", "deliver"})
    assert told.bytes > 100_000


def wait():
    signal.pause()


def test_a_child_that_is_ended_is_counted():
    before = counted("child ended").get("took too long", 0)
    with Children(1, timedelta(seconds=1)) as children, pytest.raises(ChildError):
        children.run(wait)
    assert counted("child ended")["took too long"] == before + 1


# ── the supervisor ────────────────────────────────────────────────────────────


@pytest.fixture
def listening(tmp_path, monkeypatch):
    """A socket such as systemd opens, and its address where a program looks for it."""
    with closing(socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)) as listener:
        listener.bind(str(tmp_path / "notify"))
        listener.settimeout(60)
        monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "notify"))
        yield listener


def test_the_supervisor_hears_what_it_is_told(listening):
    assert supervisor.tell("WATCHDOG=1")
    assert listening.recv(100) == b"WATCHDOG=1"


def test_without_a_supervisor_nothing_is_told(monkeypatch, tmp_path):
    monkeypatch.delenv("NOTIFY_SOCKET", raising=False)
    assert not supervisor.tell("READY=1")
    monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "nobody"))
    assert not supervisor.tell("READY=1")


def test_a_name_in_the_abstract_namespace_is_found(monkeypatch):
    with closing(socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)) as listener:
        listener.bind(f"\0monitor-test-{os.getpid()}")
        monkeypatch.setenv("NOTIFY_SOCKET", f"@monitor-test-{os.getpid()}")
        assert supervisor.tell("READY=1")
        assert listener.recv(100) == b"READY=1"


def test_the_daemon_tells_when_it_is_ready_and_when_it_stops(listening, tmp_path):
    for name, text in SMALLEST.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "monitor.yaml").write_text("web: {enabled: false}\n", encoding="utf-8")
    command = [sys.executable, "-m", "monitor", "--config", str(tmp_path), "--data", str(tmp_path / "data"), "run"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT) as daemon:
        try:
            assert listening.recv(100) == b"READY=1"
            daemon.send_signal(signal.SIGTERM)
            assert daemon.wait(60) == 0
            assert next(told for told in iter(lambda: listening.recv(100), None) if told != b"WATCHDOG=1") == b"STOPPING=1"
        finally:
            daemon.kill()


def test_the_unit_waits_for_the_pulse_longer_than_it_takes():
    unit = (DEPLOY / "monitor.service").read_text(encoding="utf-8")
    given = dict(line.split("=", 1) for line in unit.splitlines() if "=" in line and not line.startswith("#"))
    assert given["Type"] == "notify"
    assert int(given["WatchdogSec"]) >= 3 * 30
    assert int(given["TimeoutStopSec"]) > 10
    assert given["ExecStart"].endswith("run")


# ── rules and dashboard ───────────────────────────────────────────────────────


def expressions():
    yield from ((rule["alert"], rule["expr"]) for rule in RULES)
    yield from ((panel["title"], target["expr"]) for panel in BOARD["panels"] for target in panel["targets"])


@pytest.mark.parametrize(("where", "expression"), list(expressions()))
def test_rules_and_dashboard_ask_for_numbers_that_there_are(page, where, expression):
    text = page.ask("/metrics").text
    known = set(re.findall(r"^# TYPE (\w+)", text, re.MULTILINE))
    asked = set(re.findall(r"\bmonitor_\w+", expression))
    assert asked <= known, where
    assert asked or where == "MonitorDown"
    assert expression.count("(") == expression.count(")")


def test_every_alarm_is_explained():
    told = (ROOT / "docs" / "running.md").read_text(encoding="utf-8")
    explained = set(re.findall(r"^\| `(Monitor\w+)` \|", told, re.MULTILINE))
    assert explained == {rule["alert"] for rule in RULES}
    assert all(rule["annotations"]["summary"] and rule["labels"]["severity"] in ("page", "ticket") for rule in RULES)


def test_every_panel_has_a_place_of_its_own():
    places = [(panel["gridPos"]["x"], panel["gridPos"]["y"]) for panel in BOARD["panels"]]
    assert len(set(places)) == len(places) == len({panel["id"] for panel in BOARD["panels"]})
