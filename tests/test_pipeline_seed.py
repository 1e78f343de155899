"""Seeds: taken in at every start, added by file and address, kept and listed like any other article."""

from dataclasses import replace
from datetime import UTC, date, datetime
from ipaddress import ip_network
from pathlib import Path

import pytest

from monitor.adapters.children import run_here
from monitor.adapters.http import Pace, Web
from monitor.domain.articles.article import Article
from monitor.domain.articles.seed import Seed
from monitor.domain.judging.storyline import Dossier, PastDevelopment
from monitor.domain.matching.gazetteer import TopicDefinition
from monitor.domain.matching.topic import compile_topic
from monitor.errors import FetchError, PageError, SettingsError
from monitor.pipeline.seed import Added, Said, add, take_in
from monitor.store import articles, listing, seeds, storylines

GIVEN = Path(__file__).parents[2] / "shared" / "seeds"
NOON = datetime(2031, 6, 1, 12, tzinfo=UTC)
TOPIC = compile_topic(TopicDefinition(words=("acmepad",)))

PAD = Seed(
    id="p1",
    title="Acmepad rebuilt in nine months",
    publisher="Steppe Herald",
    url="https://steppe.example/2031/05/12/pad",
    text="Acmepad was rebuilt in nine months.\n\nIt cost 4 billion tenge, the ministry said.",
    date=date(2031, 5, 12),
    date_certainty="printed",
    language="en",
    storylines=("pad",),
)
DOSSIERS = (
    Dossier(
        "pad", "The pad on the river", seeds=("p1",), background="The pad was built for heavy rockets and burnt down.",
        chronology=(PastDevelopment(date(2030, 1, 2), "The old pad burns down"),),
    ),
    Dossier("debt", "The debt of the operator", background="A court ordered the operator to pay the debt; bailiffs seized property."),
)  # fmt: skip

PASTED = """Support Steppe Herald!

Acmepad operator pays its debt at last

12 May 2031

The operator of Acmepad paid its debt of 90 million tenge on Monday, and the court released the property seized by bailiffs.

A spokesman said the operator would not appeal against the order of the court to pay the debt.

Read more
"""

PAGE = """<!doctype html><html lang="en"><head><title>Acmepad opens to visitors | Steppe Herald</title>
<meta property="og:site_name" content="Steppe Herald"><meta property="og:title" content="Acmepad opens to visitors">
<meta property="article:published_time" content="2031-05-20T08:00:00+00:00"></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>Acmepad opens to visitors</h1>
<p>The pad known as Acmepad opened its gates to visitors on Tuesday after nine months of works, the operator told reporters there.</p>
<p>Groups of twenty people may visit the tower and the museum beside it every Friday, and a ticket costs 3,000 tenge for adults.</p>
<p>The ministry expects ten thousand visitors in the first year, and says that launches will close the site for a week at a time.</p>
</article><footer>All rights reserved</footer></body></html>"""


def now():
    return NOON


def no_web(request):
    raise FetchError(f"{request.url}: there is no network here")


def listed(db):
    with db.begin() as tx:
        return seeds.list_seeds(tx)


def added(db, source, **said):
    return add(db, str(source), Said(**said), TOPIC, no_web, run_here, now)


@pytest.fixture
def archive(db):
    """An archive that has taken in one seed and two dossiers."""
    take_in(db, [PAD], DOSSIERS, TOPIC, now)
    return db


def test_a_seed_lies_in_the_archive_matched_and_placed(archive):
    [row] = listed(archive)

    assert (row["seed"], row["relevant"], row["placement"], row["storyline"]) == ("p1", True, "development", "pad")
    assert row["match_reasons"][0] == "given as seed"
    assert row["continues_seeds"] == ["p1"]
    assert row["published"].date() == date(2031, 5, 12)


def test_seeds_and_dossiers_are_taken_in_once_however_often_the_monitor_starts(archive):
    with archive.begin() as tx:
        before = (listing.totals(tx), storylines.storyline(tx, "pad"), seeds.list_seeds(tx))

    assert take_in(archive, [PAD], DOSSIERS, TOPIC, now) == 0
    with archive.begin() as tx:
        assert (listing.totals(tx), storylines.storyline(tx, "pad"), seeds.list_seeds(tx)) == before


def test_a_changed_file_changes_the_seed_and_keeps_what_it_said(archive):
    changed = replace(PAD, text=PAD.text + "\n\nA museum will follow.")

    assert take_in(archive, [changed], DOSSIERS, TOPIC, now) == 1
    [row] = listed(archive)
    with archive.begin() as tx:
        kept = articles.find(tx, row["id"])
        assert kept
        assert kept.text == changed.text
        assert len(articles.earlier_versions(tx, row["id"])) == 1
    assert (row["relevant"], row["storyline"]) == (True, "pad")


def test_a_seed_that_moved_to_another_address_stays_one_article(archive):
    take_in(archive, [replace(PAD, url="https://steppe.example/2031/05/12/pad-rebuilt")], DOSSIERS, TOPIC, now)

    assert [row["url"] for row in listed(archive)] == ["https://steppe.example/2031/05/12/pad-rebuilt"]


def test_a_seed_taken_out_of_the_folder_is_a_seed_no_longer(archive):
    take_in(archive, [], DOSSIERS, TOPIC, now)

    assert listed(archive) == []
    with archive.begin() as tx:
        assert articles.find_by_url(tx, PAD.url)


def test_what_a_feed_brought_is_marked_and_keeps_its_own_text(db):
    with db.begin() as tx:
        articles.save(tx, Article(0, PAD.url, PAD.title, "The whole article about Acmepad, longer than any note.", "Herald", NOON))
    take_in(db, [PAD], DOSSIERS, TOPIC, now)

    with db.begin() as tx:
        kept = articles.find_by_url(tx, PAD.url)
    assert kept
    assert (kept.seed, kept.publisher, kept.text) == ("p1", "Steppe Herald", "The whole article about Acmepad, longer than any note.")


def test_without_dossiers_a_seed_opens_its_own_storyline(db):
    take_in(db, [PAD], [], TOPIC, now)

    assert [(row["storyline"], row["continues_seeds"]) for row in listed(db)] == [("pad", ["p1"])]


def test_no_seed_waits_for_another_stage(archive):
    from monitor.store.matches import unmatched
    from monitor.store.tables import matches

    with archive.begin() as tx:
        assert unmatched(tx, 10) == []
        assert [row.placed_at for row in tx.execute(matches.select())] == [NOON]


def test_a_pasted_document_becomes_a_seed_of_the_storyline_that_it_fits(archive, tmp_path):
    file = tmp_path / "clipping.txt"
    file.write_text(PASTED, encoding="utf-8")

    told = added(archive, file)

    assert isinstance(told, Added)
    assert (told.title, told.publisher, told.date, told.date_certainty) == (
        "Acmepad operator pays its debt at last",
        "Steppe Herald",
        "2031-05-12",
        "printed",
    )
    assert told.storyline == "debt"
    assert told.text.startswith("The operator of Acmepad")
    assert any("Support Steppe Herald!" in line for line in told.left_out)
    assert [row["seed"] for row in listed(archive)] == ["p1", told.id]
    assert listed(archive)[1]["continues_seeds"] == [told.id]


def test_what_the_user_says_counts_more_than_what_the_document_tells(archive, tmp_path):
    file = tmp_path / "clipping.txt"
    file.write_text(PASTED, encoding="utf-8")

    told = added(
        archive,
        file,
        title="Debt paid",
        publisher="Wire",
        day=date(2031, 5, 11),
        url="https://wire.example/1?utm_source=x",
        storyline="pad",
    )

    assert (told.title, told.publisher, told.date, told.url, told.storyline) == (
        "Debt paid",
        "Wire",
        "2031-05-11",
        "https://wire.example/1",
        "pad",
    )
    assert told.date_certainty == "given by the user"


def test_a_document_added_twice_is_one_seed_and_outlives_a_restart(archive, tmp_path):
    file = tmp_path / "clipping.txt"
    file.write_text(PASTED, encoding="utf-8")
    first, second = added(archive, file), added(archive, file)
    take_in(archive, [PAD], DOSSIERS, TOPIC, now)

    assert (first.id, first.article) == (second.id, second.article)
    assert [row["continues_seeds"] for row in listed(archive)] == [["p1"], [first.id]]


def test_the_whole_text_of_a_known_seed_takes_the_place_of_its_precis(archive, tmp_path):
    file = tmp_path / "pad.txt"
    file.write_text(f"{PAD.title}\n\nBy Steppe Herald\n\nAcmepad was rebuilt by four hundred workers in nine months, the ministry said.\n")

    told = added(archive, file)

    assert (told.id, told.storyline, told.date, told.url) == ("p1", "pad", "2031-05-12", PAD.url)
    assert len(listed(archive)) == 1
    take_in(archive, [PAD], DOSSIERS, TOPIC, now)
    with archive.begin() as tx:
        assert [seed.text for seed in seeds.all_seeds(tx)] == [
            "Acmepad was rebuilt by four hundred workers in nine months, the ministry said."
        ]


def test_a_known_seed_is_not_moved_to_another_storyline(archive, tmp_path):
    file = tmp_path / "pad.txt"
    file.write_text(f"{PAD.title}\n\nAcmepad was rebuilt by four hundred workers in nine months, the ministry said.\n")

    with pytest.raises(SettingsError, match="this document is seed p1, which lies in pad already"):
        added(archive, file, url=PAD.url, storyline="debt")


def test_a_seed_that_fits_no_storyline_opens_one(db, tmp_path):
    file = tmp_path / "clipping.txt"
    file.write_text(PASTED, encoding="utf-8")

    told = added(db, file)

    assert told.storyline == told.id
    assert listed(db)[0]["continues_seeds"] == [told.id]


@pytest.mark.parametrize(
    ("name", "body", "said", "error", "told"),
    [
        pytest.param("a.txt", "", {}, PageError, "no title was found; give it with --title", id="an empty file"),
        pytest.param("a.txt", "A headline without any text", {"title": "A"}, PageError, "no text was found", id="no text"),
        pytest.param("a.pdf", "%PDF-1.7 …", {}, PageError, "is a PDF; save its text", id="a PDF"),
        pytest.param("a.docx", "PK\x03\x04", {}, PageError, "is an office document", id="an office document"),
        pytest.param(
            "a.txt", PASTED, {"storyline": "pid"}, SettingsError, "no such storyline; known are debt, pad", id="no such storyline"
        ),
        pytest.param("a.txt", PASTED, {"url": "steppe.example"}, SettingsError, "begins with http", id="no address"),
    ],
)
def test_what_holds_no_article_is_refused_with_a_remedy(archive, tmp_path, name, body, said, error, told):
    (tmp_path / name).write_text(body, encoding="utf-8")

    with pytest.raises(error, match=told):
        added(archive, tmp_path / name, **said)
    assert len(listed(archive)) == 1


def test_a_missing_file_is_named(archive, tmp_path):
    with pytest.raises(PageError, match=r"nowhere\.txt: cannot be read"):
        added(archive, tmp_path / "nowhere.txt")


@pytest.mark.parametrize("coding", ["utf-8-sig", "utf-16", "cp1251"])
def test_a_file_is_read_in_the_coding_that_it_was_saved_in(archive, tmp_path, coding):
    file = tmp_path / "clipping.txt"
    file.write_bytes(
        "Площадка открыта для гостей\n\nПлощадка открылась во вторник после девяти месяцев работ, сообщил оператор.".encode(coding)
    )

    told = added(archive, file)

    assert (told.title, told.language) == ("Площадка открыта для гостей", "ru")


def test_a_saved_page_is_read_as_a_page(archive, tmp_path):
    file = tmp_path / "page.html"
    file.write_text(PAGE, encoding="utf-8")

    told = added(archive, file, url="https://steppe.example/visitors")

    assert (told.title, told.publisher, told.date, told.url) == (
        "Acmepad opens to visitors",
        "Steppe Herald",
        "2031-05-20",
        "https://steppe.example/visitors",
    )
    assert "every Friday" in told.text
    assert "rights reserved" not in told.text


def test_an_address_is_fetched_and_read(archive, local_web):
    address = local_web.serve("/visitors", PAGE, content_type="text/html; charset=utf-8")
    with Web(Pace(), [ip_network("127.0.0.1/32")]) as web:
        told = add(archive, address, Said(), TOPIC, web.get, run_here, now)

    assert (told.title, told.publisher, told.date) == ("Acmepad opens to visitors", "Steppe Herald", "2031-05-20")


@pytest.mark.skipif(not GIVEN.is_dir(), reason="the given documents do not lie beside the project")
def test_the_given_documents_become_seeds(db):
    told = [added(db, file) for file in sorted(GIVEN.glob("*.txt"))]

    assert [one.publisher for one in told] == ["The Moscow Times", "The Moscow Times", "Itar-Tass", "Business Insider"]
    assert [one.date for one in told] == [None, "2014-02-06", None, None]
    assert [row["seed"] for row in listed(db)] == [one.id for one in told]
