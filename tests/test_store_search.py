"""The archive's search over real articles in three languages and scripts."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from monitor.domain.judging.storyline import Dossier, PastDevelopment
from monitor.domain.matching.gazetteer import Entity
from monitor.domain.search.named import compile_names
from monitor.domain.search.query import FIELDS, parse
from monitor.domain.search.snippet import plain_text
from monitor.store import articles, search, search_index
from monitor.store.dossiers import save_dossiers
from monitor.store.search import Found
from monitor.store.search_storylines import search_storylines
from monitor.store.tables import articles as table
from tests.alerts import ARTICLE
from tests.archive import place

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
NAMES = compile_names([Entity("baikonur", "place", "Baikonur", ("Байконур", "Байқоңыр")), Entity("rent", "deal", "the rent", ("rent",))])
TEXTS = {
    "deal": ("en", "Tass", "Rent of Baikonur settled", "Russia pays $115 million a year, said Talgat Mussabayev. The old fir stands."),
    "аренда": ("ru", "РИА Новости", "Об аренде", "Мусабаев назвал цену: 115 млн долларов за Байконур. У входа ёлка."),
    "жалға": ("kk", "Egemen", "Жалға алу", "Байқоңырдың жылдық құны 115 миллион доллар, деді Мұсабаев."),
    "ailaq": ("kk", "Qazinform", "Ğaryş ailağy", "Qazaqstan Baiqoñyr ğaryş ailağyn jalğa beredi jäne bul jyly özgermeidi."),
    "people": ("ru", "РИА Новости", "115 человек", "Столько работают на площадке корабля «Союз МС-28»."),
}


@dataclass
class Archive:
    """An archive with the texts above, and what is found in it."""

    tx: sa.Connection
    names: dict[int, str]

    def ask(self, typed: str, **how: object) -> Found:
        return search.search(self.tx, parse(typed, NOW.date(), NAMES), NOW.date(), names=NAMES, **how)  # type: ignore[arg-type]

    def find(self, typed: str) -> set[str]:
        return {self.names[hit.article["id"]] for hit in self.ask(typed).hits}


def keep(tx: sa.Connection, name: str, language: str, publisher: str, title: str, text: str, at: datetime = NOW) -> int:
    told = replace(ARTICLE, title=title, text=text, publisher=publisher, language=language, first_seen=at, stated=at)
    return articles.save(tx, replace(told, url=f"https://{publisher.split()[0].lower()}.example/{name}"))


@pytest.fixture
def archive(db: sa.Engine) -> Iterator[Archive]:
    with db.begin() as tx:
        days = (NOW - timedelta(days=10 * n) for n in range(len(TEXTS)))
        yield Archive(tx, {keep(tx, name, *row, at=at): name for (name, row), at in zip(TEXTS.items(), days, strict=True)})


FOUND = {
    "Baikonur": {"deal", "аренда", "жалға", "ailaq"},  # every script by a Latin name
    "Байконуром": {"deal", "аренда", "жалға", "ailaq"},  # every script by a Russian form
    "Baiqoñyrdyñ": {"deal", "аренда", "жалға", "ailaq"},  # every script by a Kazakh form in Latin letters
    "Mussabayev": {"deal", "аренда", "жалға"},  # a name that no gazetteer knows
    "ғарыш айлағы": {"ailaq"},  # Latin Kazakh by Cyrillic
    "gharysh": {"ailaq"},  # Latin Kazakh by an English romanisation
    "ğaryş": {"ailaq"},  # Latin Kazakh by itself
    "елка": {"аренда"},  # ё by е
    "ЁЛКИ": {"аренда"},  # a form in capitals
    "Казахстан": {"ailaq"},  # Қазақстан by Казахстан
    "115": {"deal", "аренда", "жалға", "people"},  # a bare figure
    "115 million": {"deal", "аренда", "жалға"},  # a figure with its scale
    "$115m": {"deal", "аренда", "жалға"},  # a figure with its currency
    "115 млн тенге": set(),  # a figure with another unit
    "MS-28": {"people"},  # a craft in Latin letters
    "МС28": {"people"},  # a craft without its hyphen
    '"Talgat Mussabayev"': {"deal"},  # words side by side
    '"Mussabayev Talgat"': set(),  # words not side by side
    "Mussabayev -fir": {"аренда", "жалға"},  # without a word
    "-Baikonur": {"people"},  # only without a word
    "fir OR ёлка": {"deal", "аренда"},  # either
    "Мус*": {"deal", "аренда", "жалға"},  # the beginning of a word
    "title:rent": {"deal"},  # in the title
    "title:115": {"people"},  # in the title, not in the text alone
    "title:жал*": {"жалға"},  # the beginning of a word of the title
    'title:"rent of Baikonur"': {"deal"},  # words of the title side by side
    'title:"Baikonur rent"': set(),  # words of the title not side by side
    'Baikonur -title:"rent of Baikonur"': {"аренда", "жалға", "ailaq"},  # without words side by side
    '"settled Russia"': set(),  # from title to text no phrase reaches
    "lang:kk": {"жалға", "ailaq"},  # a language
    "115 -lang:ru,kk": {"deal"},  # not these languages
    "115 -lang:ru -lang:kk -Baikonur": set(),  # without any of several
    "115 -people -lang:kk -lang:ru": {"deal"},  # the same in another order
    "source:риа": {"аренда", "people"},  # a publisher by a word
    'source:"РИА Новости" Байконур': {"аренда"},  # a publisher by its name
    "source:tass.example": {"deal"},  # a publisher by its host
    "after:2026-11-18": {"deal", "аренда"},  # from a day on
    "before:2026-11-18": {"жалға", "ailaq", "people"},  # until a day
    "on:2026-11-08": {"жалға"},  # one day
    "": set(TEXTS),  # nothing asked for
    "is:seed": set(),  # no seed
}


def test_articles_are_found_by_whatever_is_typed(archive):
    assert {typed: archive.find(typed) for typed in FOUND} == FOUND


def test_an_article_that_is_about_it_stands_before_one_that_names_it(archive):
    assert archive.names[archive.ask("Baikonur").hits[0].article["id"]] == "deal"


def test_newest_first_where_that_is_asked_for(archive):
    days = [hit.article["published"] for hit in archive.ask("115", order="date").hits]
    assert days == sorted(days, reverse=True)


def test_what_answers_is_marked_in_title_and_passage(archive):
    (hit,) = archive.ask("Baikonur 115 lang:en").hits
    assert plain_text(hit.title, "[", "]") == "Rent of [Baikonur] settled"
    assert plain_text(hit.passage, "[", "]").startswith("Russia pays $[115] million")


def test_words_that_stand_nowhere_are_left_out_and_told(archive):
    found = archive.ask("Mussabayev zzyzx")
    assert {archive.names[hit.article["id"]] for hit in found.hits} == {"deal", "аренда", "жалға"}
    assert found.notes == ("no article has zzyzx; found without",)


def test_a_word_that_is_not_finished_is_found_by_its_beginning_and_told(archive):
    found = archive.ask("Musab tal")
    assert {archive.names[hit.article["id"]] for hit in found.hits} == {"deal"}
    assert found.notes == ("no article has Musab, tal; found what begins so",)
    assert plain_text(found.hits[0].passage, "[", "]").startswith("Russia pays $115 million a year, said [Talgat] [Mussabayev].")


def test_words_that_never_stand_together_are_found_apart_and_told(archive):
    found = archive.ask("fir корабль")
    assert {archive.names[hit.article["id"]] for hit in found.hits} == {"deal", "people"}
    assert found.notes == ("no article has all of these words; these have some of them",)


def test_what_was_found_is_counted_with_what_narrows_it(archive):
    facets = archive.ask("115").facets
    assert [(one.label, one.count) for one in facets["source"]] == [("РИА Новости", 2), ("Egemen", 1), ("Tass", 1)]
    for one in (facet for several in facets.values() for facet in several):
        assert len(archive.find(f"115 {one.query}")) == one.count


def test_placements_and_reviews_reach_the_index(db):
    with db.begin() as tx:
        told, _ = place(tx, "a", storyline="baiterek", storyline_title="The Baiterek pad", placement="development", level="push")
        archive = Archive(tx, {told.id: "a"})
        for typed in ("storyline:baiterek", "storyline:Baiterek placement:development level:push is:relevant"):
            assert archive.find(typed) == {"a"}
        assert archive.find("-storyline:baiterek") == archive.find("level:digest") == set()
        assert archive.ask("storyline:nowhere").notes == ("there is no storyline nowhere; `monitor storylines list` shows them all",)


def test_storylines_are_found_by_title_and_by_dossier(db):
    past = (PastDevelopment(NOW.date(), "A clean pad for Angara is announced"),)
    with db.begin() as tx:
        dossiers = [Dossier("pad", "The Baiterek pad", chronology=past), Dossier("law", "Laws", background="Of Baiterek and rent.")]
        save_dossiers(tx, dossiers, NOW)
        asked = {
            typed: [line.slug for line in search_storylines(tx, parse(typed, NOW.date(), NAMES))] for typed in ("Бәйтерек", "Ангара", "")
        }
    assert asked == {"Бәйтерек": ["pad", "law"], "Ангара": ["pad"], "": []}


def test_a_changed_text_is_found_by_its_new_words_alone(archive):
    keep(archive.tx, "deal", "en", "Tass", "Ice rink opens", "Skaters are glad.")
    assert archive.find("skater") == {"deal"}
    assert archive.find("Talgat") == set()


def test_an_index_that_is_made_anew_is_the_same(archive):
    before = {row.id: row for row in search_index.rows_of(archive.tx, list(archive.names))}
    heard: list[tuple[int, int]] = []
    assert search_index.rebuild(archive.tx, lambda done, total: heard.append((done, total))) == len(TEXTS)
    assert {row.id: row for row in search_index.rows_of(archive.tx, list(archive.names))} == before
    assert heard == [(len(TEXTS), len(TEXTS))]


def test_an_export_goes_through_everything_in_order(archive):
    query = parse("115 after:2026-11-01", NOW.date(), NAMES)
    batches = list(search.ids(archive.tx, query, NOW.date(), batch=1))
    assert [archive.names[one] for batch in batches for one in batch] == ["deal", "аренда", "жалға"]


def test_more_than_can_be_looked_at_is_said(archive, monkeypatch):
    monkeypatch.setattr(search, "WINDOW", 2)
    monkeypatch.setattr(search, "COUNTED", 3)
    found = archive.ask("115", limit=2)
    assert (found.total, found.more, found.looked_at) == (3, True, 2)
    assert found.notes == ("only the newest 2 of what was found were counted and put in order",)


PARTS = [*(f"{field}:" for field in FIELDS), *' "«»-*.,\0%:|', " OR ", "115", "млн", "rent", "Ё", "и\u0306", "2026", "baiterek", "'", "\\"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=30)
@given(typed=st.text() | st.text("ab -\"'*:()|ORNEAR^+{}\\&!<>$%1млнЁ\0", max_size=40) | st.lists(st.sampled_from(PARTS)).map("".join))
def test_no_text_fails_or_marks_more_than_stands_there(archive, typed):
    for hit in archive.ask(typed).hits:
        assert plain_text(hit.title) == " ".join(hit.article["title"].split())


def test_every_article_has_its_forms_in_order(archive):
    for row in search_index.rows_of(archive.tx, list(archive.names)):
        text = archive.tx.execute(sa.select(table.c.text).where(table.c.id == row.id)).scalar_one()
        assert len(row.words.split()) == len(search.words_of(text))


def test_days_in_the_future_and_long_ago_are_found(archive):
    old = keep(archive.tx, "old", "en", "Tass", "Sputnik", "It beeps.", at=datetime(1957, 10, 4, tzinfo=UTC))
    archive.names[old] = "old"
    assert archive.find("before:1958") == {"old"}
    assert archive.find("after:2027") == set()
