"""What leaves the archive by the page: feeds that readers take, sheets, citations, packs of evidence, and the API with its description."""

import csv
import io
import json
import re
import zipfile
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html import unescape
from urllib.parse import quote

import feedparser
import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.errors import TooLongError
from monitor.store import articles as shelf
from monitor.store.tables import articles
from monitor.web import desk as desks
from monitor.web.api import ENDPOINTS, description
from monitor.web.exports import AT_ONCE, _busy
from monitor.web.password import TRIES_EACH, make_hash
from tests.page import page_of, week_in

DEVELOPMENT = "baiterek#2026-11-09-1"


@pytest.fixture(scope="module")
def page(played_week, tmp_path_factory):
    with page_of(week_in(tmp_path_factory.mktemp("out") / "week", played_week)) as asked:
        yield asked


def told(page, path):
    answer = page.ask(path)
    assert answer.status == 200, answer.text
    return json.loads(answer.body)


# ── exports ───────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "path", ["/export/developments.atom", "/export/developments.atom?storyline=baiterek", "/export/articles.atom?q=rent"]
)
def test_the_archive_can_be_subscribed_to(page, path):
    read = feedparser.parse(io.BytesIO(page.ask(path).body))
    assert not read.bozo
    assert len(read.entries) > 2
    assert len({entry.id for entry in read.entries}) == len(read.entries)
    assert all(entry.title and entry.link.startswith("http") and entry.updated_parsed for entry in read.entries)


def test_a_json_feed_tells_the_same(page):
    feed = told(page, "/export/developments.json")
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert {item["title"] for item in feed["items"]} == {
        entry.title for entry in feedparser.parse(io.BytesIO(page.ask("/export/developments.atom").body)).entries
    }


def test_a_sheet_holds_every_article_and_no_formula(page):
    rows = list(csv.DictReader(io.StringIO(page.ask("/export/articles.csv").text)))
    assert len(rows) == told(page, "/api/status")["archive"]["articles"]
    assert not any(re.match(r"[=+@-]", cell) for row in rows for cell in row.values() if cell)


def test_json_lines_hold_everything_that_a_search_finds(page):
    lines = [json.loads(line) for line in page.ask("/export/articles.jsonl?q=" + quote("lang:kk")).text.splitlines()]
    assert lines
    assert {line["language"] for line in lines} == {"kk"}


@pytest.mark.parametrize(("form", "begins"), [("bib", "@"), ("ris", "TY  - "), ("txt", "")])
def test_an_article_is_cited(page, form, begins):
    cited = page.ask(f"/export/citation/20.{form}")
    assert cited.status == 200
    assert cited.text.startswith(begins)
    assert "Steppe Wire" in cited.text


def test_a_brief_is_written_for_a_report(page):
    answer = page.ask("/export/brief/baiterek.md")
    assert answer.text.startswith("# ")
    assert re.fullmatch(r'attachment; filename="storyline-\d+\.md"', answer.headers["content-disposition"])


def test_a_pack_of_evidence_proves_itself(page):
    with page.desk.writing() as tx:  # its publisher changed one of its articles without a word
        edited = shelf.find(tx, 21)
        shelf.save(tx, replace(edited, text=f"{edited.text} A sentence more."))
    number = told(page, f"/api/developments/{quote(DEVELOPMENT, safe='')}")["id"]
    answer = page.ask(f"/export/evidence/{number}.zip")
    pack = zipfile.ZipFile(io.BytesIO(answer.body))
    sums = dict(reversed(line.split("  ")) for line in pack.read("SHA256SUMS").decode().splitlines())
    assert sums == {name: sha256(pack.read(name)).hexdigest() for name in pack.namelist() if name != "SHA256SUMS"}
    assert json.loads(pack.read("development.json"))["key"] == DEVELOPMENT
    assert {"articles/20.txt", "articles/21-v1.txt"} <= set(pack.namelist())
    assert all(re.fullmatch(r"[A-Za-z0-9./-]+", name) and ".." not in name for name in pack.namelist())


@pytest.mark.parametrize(
    "path",
    [
        *(f"/export/{name}.exe" for name in ("articles", "developments", "citation/20")),
        *(f"/export/{name}" for name in ("brief/none.md", "citation/9999.bib", "evidence/9999.zip")),
        *("/articles/none", "/articles/99999999999", "/developments/none", "/storylines/none", "/deliveries/99999"),
    ],
)
def test_what_is_not_there_is_said_to_be_missing(page, path):
    assert page.ask(path).status == 404


def test_only_so_many_whole_exports_are_written_at_once(page):
    for _ in range(AT_ONCE):
        assert _busy.acquire(blocking=False)
    try:
        answer = page.ask("/export/articles.jsonl")
        assert (answer.status, answer.headers["retry-after"]) == (503, "60")
    finally:
        for _ in range(AT_ONCE):
            _busy.release()
    assert page.ask("/export/articles.jsonl").status == 200


def test_a_question_that_takes_too_long_is_given_up(page):
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    with pytest.raises(TooLongError, match="did not answer within"), page.desk.reading(within=0.05) as tx:
        tx.exec_driver_sql(endless).all()
    assert page.ask("/").status == 200
    assert desks.LONGEST_LOOK <= 10


# ── the API ───────────────────────────────────────────────────────────────────


def test_the_description_tells_every_route(page):
    described = told(page, "/api/openapi.json")
    assert set(described["paths"]) == {endpoint.path for endpoint in ENDPOINTS}
    assert described == description()


def test_what_is_new_is_told_against_what_was_known(page):
    (moved,) = [one for one in told(page, "/api/developments?storyline=baiterek")["rows"] if one["key"] == DEVELOPMENT]
    assert [(one["old"], one["value"]) for one in moved["novelties"] if one["old"]] == [("18 декабря", "25 февраля")]


def test_a_storyline_is_told_as_it_stood(page):
    whole, then = (told(page, f"/api/storylines/baiterek{asked}")["developments"] for asked in ("", "?as_of=2026-11-10"))
    assert {one["key"] for one in then} < {one["key"] for one in whole}
    assert DEVELOPMENT in {one["key"] for one in then}


def test_a_marked_title_reads_like_the_title(page):
    """The mark is put around a word of the sentence, and takes no space from it."""
    found = page.ask(f"/search?q={quote('Байқоңыр')}").text
    shown = {unescape(re.sub("</?mark>", "", one)) for one in re.findall(r'<a class="title"[^>]*>(.*?)</a>', found, re.DOTALL)}
    with page.desk.reading() as tx:
        titles = set(tx.execute(sa.select(articles.c.title)).scalars())
    assert len(shown) > 10
    assert shown <= titles


def test_pages_of_an_answer_follow_each_other(page):
    first = told(page, "/api/developments?limit=30")["rows"]
    second = told(page, f"/api/developments?limit=30&before={first[-1]['id']}")["rows"]
    both = told(page, "/api/developments?limit=60")["rows"]
    assert [one["key"] for one in (*first, *second)] == [one["key"] for one in both]


@pytest.mark.parametrize(
    ("path", "names"),
    [
        ("/api/articles?limit=0", "limit: a whole number from 1 to 200"),
        ("/api/articles?limit=ten", "limit"),
        ("/api/articles?order=best", "order: one of relevance, date"),
        ("/api/articles?query=a", "query: not asked for here"),
        ("/api/storylines/baiterek?as_of=yesterday", "yesterday"),
        ("/api/held?reason=boring", "reason: one of"),
        ("/api/articles?q=%00", "NUL"),
    ],
)
def test_a_question_that_cannot_be_taken_is_explained(page, path, names):
    answer = page.ask(path)
    assert answer.status == 400
    assert names in json.loads(answer.body)["error"]


def text_of(schema):
    """Texts that a parameter takes, and such as nobody should send."""
    if "enum" in schema:
        return st.sampled_from(schema["enum"]) | st.text(max_size=20)
    if schema["type"] == "integer":
        return st.integers(-5, 2**40).map(str) | st.text(max_size=8)
    if schema.get("format") == "date":
        return st.dates().map(str) | st.text(max_size=12)
    words = st.text(max_size=40) | st.sampled_from(
        ["Байконур -lang:en", '"', "title:", "after:2026 OR", "115 million", "baiterek", DEVELOPMENT]
    )
    return words.filter(lambda text: text not in (".", ".."))


@pytest.mark.parametrize("endpoint", ENDPOINTS, ids=lambda one: one.path)
def test_whatever_is_asked_is_answered_as_described(page, endpoint):
    described = description()["paths"][endpoint.path]["get"]

    @settings(max_examples=12, deadline=None)
    @given(st.fixed_dictionaries({}, optional={one.name: text_of(one.schema) for one in endpoint.parameters}))
    def ask(asked):
        path = re.sub(r"\{(\w+)\}", lambda found: quote(asked.get(found[1], "1"), safe="") or "%20", endpoint.path)
        query = "&".join(
            f"{one.name}={quote(asked[one.name], safe='')}" for one in endpoint.parameters if one.place == "query" and one.name in asked
        )
        answer = page.ask(f"{path}?{query}")
        body = json.loads(answer.body)
        assert str(answer.status) in described["responses"]
        assert answer.headers["content-type"] == "application/json"
        assert ("error" in body) == (answer.status != 200)
        assert answer.status != 200 or not endpoint.rows or isinstance(body["rows"], list)

    ask()


# ── behind a password ─────────────────────────────────────────────────────────


def basic(password):
    return "Basic " + b64encode(f"reader:{password}".encode()).decode()


def test_feed_readers_send_the_password_and_may_change_nothing_with_it(played_week, tmp_path):
    with page_of(week_in(tmp_path / "week", played_week, password_hash=make_hash("ә horse"))) as page:
        asked = "/export/developments.atom"
        assert page.ask(asked, Accept="*/*").headers["www-authenticate"].startswith("Basic ")
        assert page.ask(asked, Authorization=basic("ә horse")).status == 200
        assert page.ask("/reviews", "POST", Authorization=basic("ә horse"), Accept="*/*").status == 401
        assert [page.ask(asked, Accept="*/*", Authorization=basic(f"guess {n}")).status for n in range(TRIES_EACH)] == [401] * TRIES_EACH
        assert page.ask(asked, Authorization=basic("ә horse")).status == 200, "who was known stays known"
        assert page.ask("/login", "POST", {"password": "ә horse"}).status == 429, "guessing by one door counts at the other"
        assert page.ask(asked, Accept="*/*", Authorization="Basic %%%").status == 401
