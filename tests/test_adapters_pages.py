"""The article of a page is read: its headline, its text without what stands around it, its date as printed."""
# ruff: noqa: E501 (paragraphs stand on one line, as in a page)

import runpy
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from monitor.adapters.children import Children
from monitor.adapters.pages import read_page
from monitor.errors import PageError

DATA = Path(__file__).parents[2] / "shared" / "data"
URL = "https://news.example/2026/pad"
PARAGRAPHS = (
    "The service platform of Site 31 at Baikonur will be rebuilt by the end of the winter, the head of the agency told reporters on Wednesday.",
    "Engineers have already brought the spare parts from a depot in Samara; the welding is to begin in December, he said, and will take two months.",
    "No crewed launch is planned from another pad. The next cargo ship therefore waits, and the crew on the station has food until the summer.",
)
RUSSIAN = (
    "Кабину обслуживания на площадке 31 космодрома Байконур восстановят до конца зимы, сообщил журналистам глава агентства в среду.",
    "Инженеры уже привезли запасные части со склада в Самаре; сварка начнётся в декабре, сказал он, и продлится около двух месяцев.",
    "Пилотируемых пусков с другой площадки не планируется. Поэтому следующий грузовой корабль ждёт, а запасов хватит до лета.",
)


def page(paragraphs=PARAGRAPHS, head="", before="", after="", title="Platform at Site 31 to be rebuilt by spring"):
    body = "".join(f"<p>{line}</p>" for line in paragraphs)
    return (
        f"<!DOCTYPE html><html lang='en-GB'><head><meta charset='utf-8'><title>{title} | News Example</title>{head}</head><body>"
        "<nav><a href='/'>Home</a> <a href='/space'>Space</a> <a href='/sport'>Sport</a></nav>"
        f"<article><h1>{title}</h1>{before}<div class='text'>{body}</div>{after}</article>"
        "<footer>© 2019-2026 News Example. All rights reserved.</footer></body></html>"
    )


def read(html, url=URL, content_type="text/html; charset=utf-8", language=None):
    body = html.encode() if isinstance(html, str) else html
    return read_page(body, {"Content-Type": content_type}, url, language)


def test_headline_text_and_metadata_are_read():
    head = (
        "<link rel='canonical' href='/space/pad'><meta property='og:site_name' content='News Example'>"
        "<meta name='author' content='Ann Writer'><meta property='article:published_time' content='2026-11-18T10:05:00+05:00'>"
    )
    found = read(page(head=head))
    assert (found.title, found.site, found.author) == ("Platform at Site 31 to be rebuilt by spring", "News Example", "Ann Writer")
    assert found.text.split("\n\n") == list(PARAGRAPHS)
    assert (found.language, found.url) == ("en", "https://news.example/space/pad")
    assert found.published == datetime(2026, 11, 18, 5, 5, tzinfo=UTC)
    assert found.published.utcoffset() == timedelta(hours=5)


@pytest.mark.parametrize("charset", ["cp1251", "koi8-r", "utf-8"])
@pytest.mark.parametrize("told", ["by HTTP", "by the page"])
def test_russian_pages_in_old_charsets_are_read(charset, told):
    html = page(RUSSIAN, title="Кабину обслуживания восстановят").replace(
        "charset='utf-8'", f"charset='{charset}'" if told == "by the page" else "x=''"
    )
    found = read(html.encode(charset), content_type=f"text/html; charset={charset}" if told == "by HTTP" else "text/html")
    assert found.title == "Кабину обслуживания восстановят"
    assert found.text.split("\n\n") == list(RUSSIAN)


def at(*parts, hours=0):
    return datetime(*parts, tzinfo=timezone(timedelta(hours=hours)))


JSON = '<script type="application/ld+json">%s</script>'


@pytest.mark.parametrize(
    ("head", "before", "url", "expected"),
    [
        pytest.param(
            JSON % '{"@type":"NewsArticle","datePublished":"2026-11-18T10:05:00+03:00"}',
            "",
            URL,
            at(2026, 11, 18, 10, 5, hours=3),
            id="JSON-LD",
        ),
        pytest.param(
            JSON
            % '{"@graph":[{"@type":"WebSite","datePublished":"2001-01-01"},{"@type":"Article","datePublished":"2026-11-18T10:05:00Z"}]}',
            "",
            URL,
            at(2026, 11, 18, 10, 5),
            id="JSON-LD of the article, not of the site",
        ),
        pytest.param(JSON % '{"datePublished": "2026-11-18",}', "", URL, at(2026, 11, 18), id="broken JSON-LD"),
        pytest.param("<meta itemprop='datePublished' content='2026-11-18'>", "", URL, at(2026, 11, 18), id="meta"),
        pytest.param(
            "", "<time datetime='2026-11-18T10:05:00+05:00'>today</time>", URL, at(2026, 11, 18, 10, 5, hours=5), id="a time element"
        ),
        pytest.param(
            "", "<div class='date'>Опубликовано 18 ноября 2026, 10:05</div>", URL, at(2026, 11, 18, 10, 5), id="printed in Russian"
        ),
        pytest.param("", "<span class='article-date'>2026 жылғы 18 қараша</span>", URL, at(2026, 11, 18), id="printed in Kazakh"),
        pytest.param("", "<p>18.11.2026 10:05 (мск)</p>", URL, at(2026, 11, 18, 10, 5, hours=3), id="printed beside the headline"),
        pytest.param("", "", "https://news.example/2026/11/18/pad", at(2026, 11, 18), id="in the address"),
        pytest.param("", "", URL, None, id="nowhere: the years of a copyright are no date"),
        pytest.param(
            "",
            "<aside class='related'><span class='date'>3 мая 2020</span></aside><span class='date'>18 ноября 2026</span>",
            URL,
            at(2026, 11, 18),
            id="not that of a related article",
        ),
    ],
)
def test_the_date_is_the_one_that_the_page_states(head, before, url, expected):
    assert read(page(head=head, before=before), url).published == expected


@pytest.mark.parametrize(
    ("html", "title"),
    [
        pytest.param(page(title="Pad rebuilt - at last"), "Pad rebuilt - at last", id="a headline with a dash stays whole"),
        pytest.param(
            page().replace("<h1>Platform at Site 31 to be rebuilt by spring</h1>", ""), "Platform at Site 31 to be rebuilt by spring", id="no h1: no site name"
        ),
        pytest.param(page().replace("<h1>", "<h1>News Example</h1><h1>"), "Platform at Site 31 to be rebuilt by spring", id="a logo is an h1 too"),
        pytest.param(page(head="<meta property='og:title' content='Platform to be rebuilt'>").replace("h1>", "h2>"), "Platform to be rebuilt", id="og:title"),
    ],
)  # fmt: skip
def test_the_title_is_the_headline(html, title):
    assert read(html).title == title


@pytest.mark.parametrize(
    "line",
    ["Read also: Ten launches that you missed", "Читайте также: Десять пусков", "Подписывайтесь на наш канал", "Тағы оқыңыз: Он ұшыру"],
)
def test_lines_that_lead_elsewhere_are_left_out(line):
    found = read(page((PARAGRAPHS[0], line, PARAGRAPHS[1], PARAGRAPHS[2], line)))
    assert found.text.split("\n\n") == list(PARAGRAPHS)


@pytest.mark.parametrize(
    ("body", "message"),
    [
        pytest.param(b"", "empty", id="nothing"),
        pytest.param(b" \n", "empty", id="blanks"),
        pytest.param(b"%PDF-1.7", "a PDF, not HTML", id="PDF"),
        pytest.param(b"PK\x03\x04", "ZIP", id="ZIP"),
        pytest.param(b"\xff\xd8\xff\xe0", "an image", id="JPEG"),
        pytest.param(b'{"a": 1}', "data, not HTML", id="JSON"),
        pytest.param(b"<?xml version='1.0'?><rss></rss>", "data, not HTML", id="XML"),
        pytest.param(b"<html><body></body></html>", "not HTML|no article text", id="an empty page"),
        pytest.param(b"<html><body>" + b"<i>x</i>" * 210_000 + b"</body></html>", "too complex", id="too many elements"),
    ],
)
def test_what_holds_no_article_is_refused_with_the_reason(body, message):
    with pytest.raises(PageError, match=message):
        read(body)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=200), st.sampled_from([b"", b"<html><body><article><p>", b"<html><head><script type='application/ld+json'>"]))
def test_no_bytes_make_it_fail_otherwise(body, start):
    try:
        read(start + body, content_type="text/html; charset=x")
    except PageError:
        return


def test_a_page_is_read_in_a_child():
    with Children(workers=1) as children:
        assert children.run(read_page, page().encode(), {}, URL, None).text.startswith("The service platform")
        with pytest.raises(PageError, match="a PDF"):
            children.run(read_page, b"%PDF", {}, URL, None)


@pytest.mark.skipif(not (DATA / "aeb").exists(), reason=f"the labelled pages are not at {DATA}")
def test_the_benchmark_prints_both_measures(capsys):
    benchmark = runpy.run_path(str(Path(__file__).parents[1] / "benchmarks" / "extraction.py"))
    benchmark["measure_dates"](DATA / "pubdates")
    share = float(capsys.readouterr().out.rsplit(",", 1)[1].strip(" %\n"))
    assert share >= 88


def test_a_menu_laid_out_as_a_table_is_no_text_but_figures_in_one_are():
    menu = "<table><tr><td>Noon</td><td>Home | Politics | Business | Sport | Archive</td></tr></table>"
    figures = "<table><tr><th>Year</th><th>Launches</th></tr><tr><td>2025</td><td>fourteen launches, two of them crewed</td></tr></table>"
    story = "".join(
        f"<p>Paragraph {n} of a long story about a spaceport, its pads, its town and everybody who works there.</p>" for n in range(8)
    )
    page = f"<html><head><title>Fourteen launches in a year</title></head><body>{menu}<article><h1>Fourteen launches in a year</h1>{story}{figures}</article></body></html>"
    text = read_page(page.encode(), {"content-type": "text/html; charset=utf-8"}, "https://noon.example/1", "en").text
    assert "Politics" not in text
    assert "2025; fourteen launches, two of them crewed" in text
    assert "|" not in text
