"""The one door of the page: which hosts, which sites, which visitors; what stands on every answer."""

import re
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256

import pytest

from monitor.errors import SettingsError
from monitor.settings import load
from monitor.web.app import routes
from monitor.web.guard import COOKIE
from monitor.web.password import TRIES_EACH, make_hash
from tests.page import page_of, settings_in

PASSWORD = "a horse, a staple"
OPEN = {
    "/login",
    "/static/{name}",
    "/answers/{token}",
    "/healthz",
    "/readyz",
}  # what anybody may see; everything else asks for the password


@pytest.fixture(scope="module")
def open_page(tmp_path_factory):
    with page_of(settings_in(tmp_path_factory.mktemp("open"))) as page:
        yield page


@pytest.fixture(scope="module")
def password_hash():
    return make_hash(PASSWORD)


@pytest.fixture(scope="module")
def locked_page(tmp_path_factory, password_hash):
    with page_of(settings_in(tmp_path_factory.mktemp("locked"), password_hash=password_hash)) as page:
        yield page


def log_in(page, password=PASSWORD, path="/login"):
    answer = page.ask(path, "POST", {"password": password})
    cookie = re.match(rf"{COOKIE}=([^;]+); HttpOnly; Path=/; SameSite=lax", answer.headers.get("set-cookie", ""))
    return answer, cookie[1] if cookie else None


# ── every answer ──────────────────────────────────────────────────────────────


@pytest.mark.parametrize("path", ["/", "/nothing/here", "/static/page.css", "/static/..%2f..%2fapp.py", "/?day=none", "/login"])
def test_every_answer_bears_all_headers(open_page, path):
    headers = open_page.ask(path).headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "same-origin"
    assert "cache-control" in headers
    assert "server" not in headers


def test_the_one_script_of_others_is_the_one_that_was_chosen(open_page):
    script = open_page.ask("/static/htmx-2.0.11.min.js").body
    assert sha256(script).hexdigest() == "d6fdc75f204e6bdefa99b69bf1e6d4ac69b8a364f77929f45c13476b4000f717"  # as the registry has it
    assert "Zero-Clause BSD" in open_page.ask("/static/htmx-LICENSE.txt").text


def test_each_answer_has_a_nonce_of_its_own(open_page):
    nonces = [re.search(r"'nonce-([^']+)'", open_page.ask("/").headers["content-security-policy"])[1] for _ in range(2)]
    assert nonces[0] != nonces[1]


@pytest.mark.parametrize(
    ("host", "status"),
    [
        pytest.param("localhost", 200, id="loopback by name"),
        pytest.param("127.0.0.1:9", 200, id="by address"),
        pytest.param("[::1]", 200, id="by the other address"),
        pytest.param("evil.example", 421, id="a name that was bent to us"),
        pytest.param("localhost.evil.example", 421, id="a name that begins like ours"),
        pytest.param("[", 421, id="no name at all"),
        pytest.param("", 421, id="none"),
    ],
)
def test_only_names_of_our_own_are_answered(open_page, host, status):
    assert open_page.ask("/", Host=host).status == status


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        pytest.param({"Sec_Fetch_Site": "same-origin"}, 303, id="our own page"),
        pytest.param({"Sec_Fetch_Site": "none"}, 303, id="typed by the user"),
        pytest.param({"Sec_Fetch_Site": "cross-site"}, 403, id="another site"),
        pytest.param({"Sec_Fetch_Site": "same-site"}, 403, id="a neighbour of our site"),
        pytest.param({"Sec_Fetch_Site": "cross-site", "Origin": "own"}, 403, id="another site that lies about its origin"),
    ],
)
def test_nothing_is_changed_from_another_site(open_page, headers, status):
    if headers.get("Origin") == "own":
        headers = headers | {"Origin": open_page.address.rstrip("/")}
    assert open_page.ask("/login", "POST", **headers).status == status


def test_nobody_else_lets_the_page_say_anything(open_page):
    assert "log in at evil.example" not in open_page.ask("/?said=log+in+at+evil.example&mark=0").text


# ── the password ──────────────────────────────────────────────────────────────


@pytest.mark.parametrize("route", routes(), ids=lambda route: route.path)
def test_every_route_but_the_open_ones_asks_for_the_password(locked_page, route):
    path = re.sub(r"\{\w+(?::\w+)?\}", "1", route.path)
    for method in route.methods - {"HEAD"}:
        for cookies in ({}, {COOKIE: "of-another-session"}):
            locked_page.cookies = cookies
            answer = locked_page.ask(path, method, Accept="*/*")
            assert (answer.status == 401) == (route.path not in OPEN), f"{method} {path}: {answer.status}"
    locked_page.cookies = {}


def test_nothing_at_all_is_told_of_addresses_that_do_not_exist(locked_page):
    assert locked_page.ask("/no/such/thing", Accept="*/*").status == 401


def test_a_browser_is_led_to_the_login_and_back(locked_page):
    answer = locked_page.ask("/held")
    assert (answer.status, answer.headers["location"]) == (303, "/login?next=/held")
    done, token = log_in(locked_page, path="/login?next=/held")
    assert (done.status, done.headers["location"]) == (303, "/held")
    locked_page.cookies = {COOKIE: token}
    assert locked_page.ask("/").status == 200
    assert locked_page.ask("/logout", "POST").status == 303
    assert locked_page.ask("/", Accept="*/*").status == 401
    locked_page.cookies = {}


@pytest.mark.parametrize("wanted", ["//evil.example", "/\\evil.example", "https://evil.example", "/%0d%0aSet-Cookie:a=b", "held"])
def test_the_login_leads_to_no_other_site(locked_page, wanted):
    done, _ = log_in(locked_page, path=f"/login?next={wanted}")
    assert (done.status, done.headers["location"]) == (303, "/")


def test_another_password_ends_every_session(tmp_path, password_hash):
    settings = settings_in(tmp_path, password_hash=password_hash)
    with page_of(settings) as page:
        _, token = log_in(page)
    with page_of(replace(settings, web=replace(settings.web, password_hash=make_hash(PASSWORD)))) as page:
        page.cookies = {COOKIE: token}
        assert page.ask("/", Accept="*/*").status == 401


def test_a_session_that_nobody_uses_ends(tmp_path, password_hash):
    with page_of(settings_in(tmp_path, password_hash=password_hash)) as page:
        _, token = log_in(page)
        page.cookies = {COOKIE: token}
        with page.desk.writing() as tx:
            tx.exec_driver_sql("UPDATE sessions SET seen_at = ?", ((page.desk.now() - timedelta(hours=13)).isoformat(" ")[:26],))
        assert page.ask("/", Accept="*/*").status == 401


def test_guessing_has_to_wait(tmp_path, password_hash):
    with page_of(settings_in(tmp_path, password_hash=password_hash)) as page:
        assert [log_in(page, "wrong")[0].status for _ in range(TRIES_EACH)] == [403] * TRIES_EACH
        assert log_in(page, "wrong")[0].status == 429
        assert log_in(page)[1] is None


def test_who_knows_the_password_never_waits(tmp_path, password_hash):
    with page_of(settings_in(tmp_path, password_hash=password_hash)) as page:
        assert all(log_in(page)[1] for _ in range(TRIES_EACH + 1))


# ── settings ──────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("web", "mistake"),
    [
        pytest.param("listen: '0.0.0.0:8787'", "a password is needed", id="others could reach it"),
        pytest.param("listen: 'desk.example:80'", "a password is needed", id="a name is no loopback"),
        pytest.param("listen: '127.0.0.1'", "write one such as 127.0.0.1:8787", id="no port"),
        pytest.param("listen: '127.0.0.1:70000'", "write one such as 127.0.0.1:8787", id="no such port"),
        pytest.param("password_hash: secret", "password_hash", id="a password is no hash"),
        pytest.param("{password_hash_env: A, password_hash_file: b}", "at most one of", id="said twice"),
        pytest.param("{password_hash_env: MONITOR_PASSWORD}", "MONITOR_PASSWORD", id="nowhere to be found"),
    ],
)
def test_settings_that_would_leave_the_door_open_are_refused(tmp_path, web, mistake):
    settings_in(tmp_path)
    (tmp_path / "monitor.yaml").write_text(f"web: {web}\n" if web.startswith("{") else f"web:\n  {web}\n")
    with pytest.raises(SettingsError) as told:
        load(tmp_path, tmp_path, {})
    assert mistake in "\n".join(told.value.mistakes)


def test_with_a_password_others_may_reach_it(tmp_path, password_hash):
    settings_in(tmp_path)
    (tmp_path / "monitor.yaml").write_text("web: {listen: '0.0.0.0:8787', password_hash_env: PASSWORD}\n")
    web = load(tmp_path, tmp_path, {"PASSWORD": password_hash}).web
    assert (web.host, web.port, web.password_hash) == ("0.0.0.0", 8787, password_hash)
