"""What leaves the archive: readable by other programs, whatever stands in a title."""

import csv
import io
import json
from dataclasses import replace
from datetime import UTC, date, datetime

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from monitor.domain.archive.brief import Brief, Step, markdown
from monitor.domain.archive.citation import bibtex, citation_key, one_line, ris
from monitor.domain.archive.record import Record, flat
from monitor.domain.archive.sheet import COLUMNS, cell, csv_lines
from monitor.domain.archive.syndication import FeedOf, atom, json_feed
from monitor.domain.words.text import clean, clean_line

RECORD = Record(
    key="article/12",
    id=12,
    title="Аренда Байконура: 115 млн",
    url="https://tass.ru/kosmos/12?a=1&b=2",
    publisher="ТАСС",
    published=datetime(2026, 11, 28, 9, tzinfo=UTC),
    first_seen=datetime(2026, 11, 28, 9, 5, tzinfo=UTC),
    author="И. Петров",
    language="ru",
    text="Казахстан и Россия договорились.",
    storyline="rent",
    placement="development",
    new=("Аренда стоит 115 млн долларов.",),
)
FEED = FeedOf("monitor: rent", "monitor.local", "search/rent", "http://127.0.0.1:8000/search?q=rent", "http://127.0.0.1:8000/search.atom")
TRAPS = ["</title><script>alert(1)</script>", "a]]>b", "{}}{%$#_&\\", "=1+1", "@x\n-y", "ER  - ", "&amp;"]
HOSTILE = st.text(max_size=80) | st.sampled_from(TRAPS)
clean_text = HOSTILE.map(lambda text: clean(text, 500))


def test_a_citation_in_one_line():
    assert one_line(RECORD) == (
        "И. Петров. Аренда Байконура: 115 млн. ТАСС, 28 November 2026. https://tass.ru/kosmos/12?a=1&b=2 (seen 2026-11-28 09:05 UTC)"
    )


def test_a_citation_in_bibtex():
    assert bibtex(replace(RECORD, title="50 % of {it} & more")).splitlines() == [
        "@online{tas2026-12,",
        "  author = {{И. Петров}},",
        r"  title = {{50 \% of \{it\} \& more}},",
        "  organization = {ТАСС},",
        "  year = {2026},",
        "  month = {11},",
        "  date = {2026-11-28},",
        "  url = {https://tass.ru/kosmos/12?a=1&b=2},",
        "  urldate = {2026-11-28},",
        "  langid = {ru},",
        "}",
    ]


def test_a_citation_in_ris():
    lines = ris(RECORD).split("\r\n")
    assert lines[:5] == ["TY  - NEWS", "ID  - tas2026-12", "TI  - Аренда Байконура: 115 млн", "AU  - И. Петров", "PB  - ТАСС"]
    assert lines[-2:] == ["ER  - ", ""]


@given(title=HOSTILE, publisher=HOSTILE, url=HOSTILE)
def test_no_title_breaks_a_citation(title, publisher, url):
    record = replace(RECORD, title=title, publisher=publisher, url="https://a.example/" + url)
    assert all(line == "" or line[2:6] == "  - " for line in ris(record).split("\r\n"))
    assert ris(record).count("\r\nER  - \r\n") == 1
    assert "\n" not in one_line(record)
    written = bibtex(record).replace("\\{", "").replace("\\}", "")
    assert written.count("{") == written.count("}")
    assert citation_key(record).replace("-", "").isascii()


@pytest.mark.parametrize("value", ["=1+1", "+7", "-1", "@SUM(A1)", "\t=1", " =1", '"=1', "＝1", "\r=1"])
def test_no_cell_is_a_formula(value):
    assert cell(value) == "'" + value


def test_numbers_moments_and_lists_stand_as_they_are():
    values = (-12, None, ("a", "b"), "плюс", RECORD.published)
    assert [cell(one) for one in values] == ["-12", "", "a | b", "плюс", "2026-11-28 09:00:00+00:00"]


@given(titles=st.lists(HOSTILE, max_size=4))
def test_a_sheet_is_read_back_row_by_row(titles):
    text = "".join(csv_lines(replace(RECORD, title=title) for title in titles))
    header, *rows = csv.reader(io.StringIO(text, newline=""))
    assert tuple(header) == COLUMNS
    assert [row[COLUMNS.index("title")].removeprefix("'") for row in rows] == [title.removeprefix("'") for title in titles]


def test_a_feed_is_what_a_reader_reads():
    read = feedparser.parse(atom(FEED, [RECORD]).encode())
    assert not read.bozo
    assert (read.feed.title, read.feed.id, read.version) == ("monitor: rent", "tag:monitor.local,2026:search/rent", "atom10")
    (entry,) = read.entries
    assert (entry.title, entry.link, entry.id) == (RECORD.title, RECORD.url, "tag:monitor.local,2026:article/12")
    assert (entry.summary, entry.author, entry.published[:10]) == (RECORD.new[0], "И. Петров", "2026-11-28")
    assert [tag.term for tag in entry.tags] == ["rent", "development"]


def test_a_feed_without_entries_is_a_feed():
    read = feedparser.parse(atom(FEED, []).encode())
    assert not read.bozo
    assert read.entries == []


@given(title=clean_text, text=clean_text, publisher=clean_text)
def test_no_text_is_markup_in_a_feed(title, text, publisher):
    record = replace(RECORD, title=title, text=text, new=(), publisher=publisher, author=None)
    (entry,) = etree.fromstring(atom(FEED, [record]).encode()).iter("{http://www.w3.org/2005/Atom}entry")
    # Not read with feedparser, which mends what looks like mojibake: Â¡ would be ¡.
    told = entry.findtext("{http://www.w3.org/2005/Atom}title")
    assert " ".join(told.split()) == " ".join((clean_line(title) or record.key).split())
    (item,) = json.loads(json_feed(FEED, [record]))["items"]
    assert item.get("title", "") == clean_line(title)


def test_a_record_is_written_with_everything():
    told = flat(RECORD)
    assert json.loads(json.dumps(told)) == told
    assert (told["published"], told["new"], told["text"]) == ("2026-11-28T09:00:00+00:00", [RECORD.new[0]], RECORD.text)


def test_a_brief_tells_what_is_known_and_by_whom():
    quotes, before = ("Аренда стоит 115 млн долларов.",), ("100 млн (Reuters, 2025-01-02)",)
    step = Step(date(2026, 11, 28), "Аренда стоит 115 млн", RECORD, quotes, before, ("ТАСС", "РИА"))
    past = Step(date(2004, 7, 9), "A clean pad is announced", url="https://www.rferl.org/a/1")
    assert markdown(Brief("Rent", date(2026, 11, 29), "It *began* in 1994.", ("$115m a year",), (), (past, step))).splitlines() == [
        "# Rent",
        "",
        "As of 29 November 2026. 2 developments from 9 July 2004 to 28 November 2026.",
        "",
        "## Background",
        "",
        r"It \*began\* in 1994.",
        "",
        "## Key figures",
        "",
        "- $115m a year",
        "",
        "## Developments",
        "",
        "- **9 July 2004** — A clean pad is announced <https://www.rferl.org/a/1>",
        "- **28 November 2026** — Аренда стоит 115 млн [1]",
        "  - “Аренда стоит 115 млн долларов.”",
        "  - before: 100 млн (Reuters, 2025-01-02)",
        "  - told by ТАСС, РИА",
        "",
        "## Sources",
        "",
        r"1. И. Петров. Аренда Байконура: 115 млн. ТАСС, 28 November 2026. <https://tass.ru/kosmos/12?a=1&b=2> (seen 2026-11-28 09:05 UTC)",
    ]


@given(text=HOSTILE)
def test_no_text_is_markdown_in_a_brief(text):
    written = markdown(Brief("x", date(2026, 1, 1), steps=(Step(date(2026, 1, 1), text),)))
    assert "<script" not in written.replace("\\<", "")
    assert sum(line.startswith("- **") for line in written.splitlines()) == 1
