"""How well and how fast the archive is searched.

python benchmarks/search.py [--sizes 10000,100000] [--full] [--rounds 5] [--url URL] [--data DIR]

First recall: the search set of the tests, and inflected names in real Kazakh sentences, where the data are there. Then latency: an archive
of 100,000 articles (with --full of 1,000,000: some ten minutes and 5 GB) in three languages, whose words are spread as in real texts, a few
in every second article and most in very few, is filled in bulk and asked as a person asks. The whole answer is timed: what was found,
ranked, with passages, counts and suggestions. --url measures another database, which must be empty.
"""

import argparse
import csv
import gzip
import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import accumulate
from pathlib import Path
from statistics import median
from typing import Any

import sqlalchemy as sa
from measuring import ROOT, SEED, scratch_archive, topic_of

from monitor.domain.search.marks import Noted, marks_of
from monitor.domain.search.named import Names, compile_names
from monitor.domain.search.query import parse
from monitor.domain.words.inflection import is_kazakh_suffix
from monitor.domain.words.spelling import forms_of, words_of
from monitor.settings import load
from monitor.store import migrate, search, search_index, tables
from monitor.store.search_index import Row

sys.path.insert(0, str(ROOT))

from tests.search_set import QUERIES, TEXTS, recall_at_ten

SIZES, FULL = (10_000, 100_000), (10_000, 100_000, 1_000_000)
BATCH = 5_000
BEGIN = datetime(2016, 1, 1, tzinfo=UTC)
TODAY = date(2026, 11, 28)

# What is asked: common words, rare ones, names, phrases, figures, fields, and what costs most: common words with a filter that few pass.
ASKED = (
    "Baikonur", "Байконур", "Байқоңыр", "космодром", "Baikonur launch", "запуск ракеты с Байконура", "ғарыш айлағы", "Roscosmos Kazakhstan",
    "Mussabayev", "Мусабаев", '"launch of the rocket"', '"запуск ракеты"', "115 million", "$115m rent", "115 млн тенге", "Союз-5", "МС-28",
    "Baikonur -rocket", "Байконур -Протон -Союз", "title:Baikonur", "космо*", "lang:kk Байқоңыр", "lang:kk placement:opening",
    "storyline:line-7 Baikonur", "storyline:line-7", "level:push", "level:push Baikonur", "placement:development after:2025 launch",
    "source:publisher-3 Baikonur", "before:2017 Baikonur", "after:2026-01-01 before:2026-02-01 rocket", "on:2020",
    "rocket OR satellite OR pad", "the", "launch rocket satellite agency government", "zzyzx", "Baikonur zzyzx", "is:relevant", "",
    "{rare}", "{rare} Baikonur", "{rare} {rarer}",
)  # fmt: skip

# ── an archive ────────────────────────────────────────────────────────────────

_DOMAIN = {
    "en": "Baikonur rocket launch Kazakhstan Roscosmos satellite the space agency government of pad rent to contract Soyuz in Proton said",
    "ru": "Байконур ракета запуск Казахстана Роскосмос спутник в космос агентство на площадка аренда контракт Союз Протон млн",
    "kk": "Байқоңыр зымыран ұшыру Қазақстан Роскосмос жерсерік және ғарыш үкімет айлағы жалға алу келісім Союз Протон млн",
}
_SYLLABLES = {
    "en": "ba co ner tion ing sta ver lo min ter pre sa mo ken der al",
    "ru": "ба ко нер ция ста вер ло мин тер пре са мо кен дер ова ный",
    "kk": "ба қо нер лық ста бер ла мын тер дің са мо кен дер ған ұлы",
}
SENTENCES, WORDS, RARE = 6_000, 12_000, 200_000


@dataclass(frozen=True, slots=True)
class Speech:
    """Sentences of a language with their forms; articles are put together from them."""

    sentences: tuple[tuple[str, str], ...]
    rare: tuple[str, ...]


def speech(language: str, chance: random.Random) -> Speech:
    """Make a language: its words are as frequent as their rank says, and the topic's come first."""
    syllables = _SYLLABLES[language].split()
    made = dict.fromkeys("".join(chance.choices(syllables, k=chance.choice((2, 3, 4)))) for _ in range(3 * WORDS))
    words = [*_DOMAIN[language].split(), *list(made)[:WORDS]]
    weights = list(accumulate(1 / (rank + 2) for rank in range(len(words))))
    sentences = [
        " ".join(chance.choices(words, cum_weights=weights, k=chance.randint(10, 20))).capitalize() + "." for _ in range(SENTENCES)
    ]
    sentences += [
        f"{one[:-1]} {figure}." for one in sentences[:40] for figure in ("$115 million", "115 млн тенге", "115 people", "Союз МС-28")
    ]
    rare = tuple("".join(chance.choices(syllables, k=5)).capitalize() for _ in range(RARE))
    return Speech(tuple((one, " ".join(forms_of(one, language))) for one in sentences), rare)


def fill(db: sa.Engine, size: int, tell: Callable[[str], None]) -> None:
    """Fill an archive in bulk with what saving, matching and placing would write."""
    chance = random.Random(SEED)
    speeches = {language: speech(language, chance) for language in _DOMAIN}
    lines = [{"id": n, "slug": f"line-{n}", "title": f"Storyline {n}", "opened_at": BEGIN} for n in range(1, 101)]
    with db.begin() as tx:
        tx.execute(sa.insert(tables.storylines), lines)
    apart = (datetime(2026, 11, 27, tzinfo=UTC) - BEGIN) / size
    for first in range(1, size + 1, BATCH):
        rows = [_article(number, BEGIN + apart * number, speeches, chance) for number in range(first, min(first + BATCH, size + 1))]
        with db.begin() as tx:
            for table, at in ((tables.articles, 0), (tables.matches, 1), (tables.placements, 2)):
                tx.execute(sa.insert(table), [row[at] for row in rows if row[at]])
            search_index.write(tx, [row[3] for row in rows])
        if first % 100_000 == 1 and first > 1:
            tell(f"  filled {first - 1:,} of {size:,}")
    with db.begin() as tx:
        search_index.optimize(tx)


def _article(number: int, at: datetime, speeches: dict[str, Speech], chance: random.Random) -> tuple[Any, Any, Any, Row]:
    language = chance.choice(("en", "en", "ru", "ru", "kk"))
    spoken = speeches[language]
    told = [chance.choice(spoken.sentences) for _ in range(7)]
    rare = [spoken.rare[int(chance.random() ** 3 * RARE)] for _ in range(3)]
    title, text = f"{told[0][0][:-1]} {rare[0]}", f"{' '.join(one for one, _ in told[1:])} {' '.join(rare[1:])}"
    placement = chance.choices(("copy", "repeat", "development", "opening", "background"), (40, 30, 12, 2, 16))[0]
    level = chance.choices(("push", "digest", "store"), (2, 10, 88))[0]
    line, relevant, publisher = chance.randint(1, 100), chance.random() < 0.7, chance.randint(1, 300)
    host = f"publisher-{publisher}.example"
    article = {
        "id": number, "url": f"https://{host}/{number}", "title": title, "publisher": f"Publisher-{publisher}", "language": language,
        "text": text, "text_hash": str(number), "body_hash": str(number), "host": host,
        "stated_at": at, "first_seen_at": at, "matched_at": at,
    }  # fmt: skip
    match = {"article_id": number, "relevant": relevant, "score": 1.0, "reasons": [], "entities": [], "matched_at": at, "placed_at": at}
    placed = {"storyline_id": line, "placement": placement, "level": level} if relevant else {"placement": "none", "level": "store"}
    kept = {"article_id": number, "novelties": [], "reasons": [], "evidence": {}, "placed_at": at}
    noted = Noted(
        at.date(), article["publisher"], host, language, placed.get("storyline_id"), placed["placement"], placed["level"],
        states=("relevant",) if relevant else (),
    )  # fmt: skip
    forms = " ".join(forms_of(" ".join(rare), language)).split()
    indexed = Row(number, marks_of(noted), f"{told[0][1]} {forms[0]}", " ".join([*(one for _, one in told[1:]), *forms[1:]]))
    return article, match, kept | {"storyline_id": None} | placed, indexed


# ── latency ───────────────────────────────────────────────────────────────────


def measure(db: sa.Engine, size: int, rounds: int, names: Names) -> str:
    """Ask everything some rounds in random order, and tell the percentiles and what was slowest."""
    chance = random.Random(SEED)
    rare = _rare_words(db, size, chance)
    asked = [one.format(rare=rare[n % len(rare)], rarer=rare[-1 - n % len(rare)]) for n, one in enumerate(ASKED)]
    took: dict[str, list[float]] = defaultdict(list)
    busy: list[float] = []
    for _ in range(rounds):
        for typed in chance.sample(asked, len(asked)):
            begun, worked = time.perf_counter(), time.thread_time()
            with db.execution_options(read_only=True).begin() as tx:
                search.search(tx, parse(typed, TODAY, names), TODAY, names=names)
            took[typed].append(time.perf_counter() - begun)
            busy.append(time.thread_time() - worked)
    slowest = sorted(took, key=lambda one: -median(took[one]))[:6]
    told = ", ".join(f"{one or '(nothing)'} {median(took[one]) * 1000:.0f}" for one in slowest)
    return (
        f"{size:>9,} articles: {_spread([one for times in took.values() for one in times])}; of this CPU: {_spread(busy)}; slowest: {told}"
    )


def _spread(times: Sequence[float]) -> str:
    ordered = sorted(times)
    at = {f"p{part}": ordered[min(part * len(ordered) // 100, len(ordered) - 1)] for part in (50, 95)} | {"max": ordered[-1]}
    return ", ".join(f"{name} {seconds * 1000:.0f} ms" for name, seconds in at.items())


def _rare_words(db: sa.Engine, size: int, chance: random.Random) -> list[str]:
    with db.begin() as tx:
        titles = [
            tx.execute(sa.select(tables.articles.c.title).where(tables.articles.c.id == chance.randint(1, size))).scalar_one()
            for _ in range(8)
        ]
    return [title.split()[-1] for title in titles]


# ── recall ────────────────────────────────────────────────────────────────────


def kazakh(file: Path, names: Names) -> Iterator[str]:
    """Ask for names in the sentences of Kazakh broadcasts by their first form, and count how many of their other forms are found."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    sentences = list(dict.fromkeys(row["sentence"] for row in rows))
    named: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        for entity in (row["entities"] or "").split(" | "):
            kind, _, name = entity.partition(":")
            if kind in ("PERSON", "GPE", "LOCATION", "ORGANISATION", "FACILITY", "NORP") and name.isalpha() and name[:1].isupper():
                named[name][row["sentence"]] += 1
    with scratch_archive() as db, db.begin() as tx:
        for table, kept in _as_articles(sentences):
            tx.execute(sa.insert(table), kept)
        search_index.rebuild(tx)
        yield _recall(tx, sentences, named, names)


def _as_articles(sentences: Sequence[str]) -> Iterator[tuple[sa.Table, list[dict[str, Any]]]]:
    yield (
        tables.articles,
        [
            {"id": n, "url": str(n), "title": "", "text": one, "language": "kk", "first_seen_at": BEGIN}
            | dict.fromkeys(("publisher", "text_hash", "body_hash", "host"), "")
            for n, one in enumerate(sentences, 1)
        ],
    )  # fmt: skip


def _recall(tx: sa.Connection, sentences: Sequence[str], named: dict[str, Counter[str]], names: Names) -> str:
    expected = found = wrong = answered = 0
    missed: Counter[str] = Counter()
    for name in sorted(one for one in named if len(one) >= 4):
        forms = [
            other
            for other in named
            if other != name and other.startswith(name) and is_kazakh_suffix(other[len(name) :].lower(), name.lower())
        ]
        if not forms:
            continue
        answer = {sentences[one - 1] for batch in search.ids(tx, parse(name, TODAY, names), TODAY) for one in batch}
        for form in forms:
            held = set(named[form]) & answer
            expected, found = expected + len(named[form]), found + len(held)
            missed[f"{name}/{form}"] += len(named[form]) - len(held)
        answered += len(answer)
        wrong += sum(not any(word.casefold().startswith(name.casefold()[:4]) for word in words_of(one)) for one in answer)
    worst = ", ".join(f"{one} {count}" for one, count in missed.most_common(8))
    share = found / expected
    told = f"inflected names in Kazakh sentences: {found} of {expected} found ({share:.3f})"
    return f"{told}; {wrong} of {answered} answers are of other words; missed: {worst}"


def _is_form(other: str, name: str) -> bool:
    return is_kazakh_suffix(other[len(name) :], name)


def set_recall(names: Names) -> str:
    """Ask the search set."""
    with scratch_archive() as db, db.begin() as tx:
        recall, missed = recall_at_ten(tx, topic_of(), names)
    told = "; ".join(missed) or "nothing"
    return f"search set: {len(QUERIES)} queries over {len(TEXTS)} texts, recall@10 {recall:.3f}; missed: {told}"


# ── running ───────────────────────────────────────────────────────────────────


@contextmanager
def _archive(url: str | None) -> Iterator[sa.Engine]:
    if url is None:
        with scratch_archive() as db:
            yield db
        return
    db = migrate.open_archive(url)
    yield db
    db.dispose()


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=lambda text: tuple(int(one) for one in text.split(",")))
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--url")
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    given = parser.parse_args()
    names = compile_names(load(ROOT / "config", None, {}).topic.entities)
    print(set_recall(names), flush=True)
    sentences = given.data / "kk" / "kaznerd_valid_sentences.tsv.gz"
    for line in kazakh(sentences, names) if sentences.exists() else [f"absent: {sentences}"]:
        print(line, flush=True)
    for size in given.sizes or (FULL if given.full else SIZES):
        with _archive(given.url) as db:
            begun = time.monotonic()
            fill(db, size, lambda line: print(line, flush=True))
            print(f"filled in {time.monotonic() - begun:.0f} s", flush=True)
            print(measure(db, size, given.rounds, names), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
