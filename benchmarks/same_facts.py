"""One document in English, Russian and Kazakh: are its facts read as equal, and does each version find the others?"""

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import sqlalchemy as sa
from happenings import article_of
from measuring import NOON, SEED, Counts, Row, by_group, f1, figure, lines_of, scratch_archive, share, thin

from monitor.domain.facts.facts import Fact, Reading, read
from monitor.domain.facts.names import names_in
from monitor.domain.judging.kinship import kin_of, measure, same_fact
from monitor.store import articles, memory

PAIRS = (("en", "ru"), ("en", "kk"), ("ru", "kk"))
KINDS: Mapping[str, tuple[str, Callable[[Fact], bool]]] = {
    "money": ("≥ 0.93", lambda fact: fact.kind == "money"),
    "dates": ("≥ 0.93", lambda fact: fact.kind == "date"),
    "quantities with a unit": ("≥ 0.80", lambda fact: fact.kind == "figure" and not _is_count(fact)),
    "plain counts": ("", lambda fact: fact.kind == "figure" and _is_count(fact)),
}


def _is_count(fact: Fact) -> bool:
    return fact.figure is not None and fact.figure.dimension == "count"


Document = Mapping[str, Sequence[str]]  # language → sentences, aligned


def fact_rows(path: Path, *, most: int | None = None) -> Iterator[Row]:
    """Measure the facts of aligned sentences, then linking of whole and of halved documents."""
    documents = thin(documents_of(path), most)
    yield from _keys(documents)
    yield from _names(documents)
    for name, kept in (("whole documents", 1.0), ("each version with half of its sentences, drawn apart", 0.5)):
        yield from _links(name, [_cut(document, kept, number) for number, document in enumerate(documents)])


def documents_of(path: Path) -> list[Document]:
    """Read the documents that are there in all three languages."""
    found: dict[str, dict[str, Sequence[str]]] = {}
    for row in lines_of(path):
        found.setdefault(row["id"], {})[row["language"]] = row["sentences"]
    return [document for document in found.values() if len(document) == 3]


# ── keys ──────────────────────────────────────────────────────────────────────


def _keys(documents: Sequence[Document]) -> Iterator[Row]:
    told = [{language: [_read(s, language) for s in sentences] for language, sentences in document.items()} for document in documents]
    for kind, (target, chosen) in KINDS.items():
        counts = {pair: [_equal_in(document, pair, chosen) for document in told] for pair in PAIRS}
        together = [tuple(map(sum, zip(*rows, strict=True))) for rows in zip(*counts.values(), strict=True)]
        yield Row(f"{kind} of aligned sentences, F1", figure(together, f1), target, _compared(together))
        for (one, other), rows in counts.items():
            yield Row(f"{kind}, {one}–{other}", figure(rows, f1))


def _names(documents: Sequence[Document]) -> Iterator[Row]:
    """Compare names by phrases: words that stand together are one name, known to the other language if any of its words is."""
    told = [{la: [phrases_of(s, la) for s in sentences] for la, sentences in document.items()} for document in documents]
    counts = {pair: [_named_in(document, pair) for document in told] for pair in PAIRS}
    together = [tuple(map(sum, zip(*rows, strict=True))) for rows in zip(*counts.values(), strict=True)]
    yield Row("names of aligned sentences, F1", figure(together, f1), "≥ 0.70", _compared(together))
    for (one, other), rows in counts.items():
        yield Row(f"names, {one}–{other}", figure(rows, f1))


Phrase = frozenset[str]  # the keys of a name's words


def phrases_of(sentence: str, language: str) -> list[Phrase]:
    """Put the words of a name together: with nothing but a blank or a hyphen between, they are one."""
    phrases: list[list[str]] = []
    end = -2
    for name in sorted(names_in(sentence, language), key=lambda name: name.start):
        if name.start == end + 1 and sentence[end] in " -":
            phrases[-1].append(name.key)
        else:
            phrases.append([name.key])
        end = name.start + len(name.text)
    return [frozenset(phrase) for phrase in phrases]


def _named_in(document: Mapping[str, Sequence[Sequence[Phrase]]], pair: tuple[str, str]) -> Counts:
    """Count names that the other language has too (the mean of both directions), then all of each."""
    right, of_one, of_other = 0.0, 0, 0
    for one, other in zip(document[pair[0]], document[pair[1]], strict=True):
        ours, theirs = frozenset[str]().union(*one), frozenset[str]().union(*other)
        right += (sum(bool(p & theirs) for p in one) + sum(bool(p & ours) for p in other)) / 2
        of_one, of_other = of_one + len(one), of_other + len(other)
    return right, of_one, of_other


def _compared(counts: Sequence[Counts]) -> str:
    return f"{sum(sum(row[1:]) for row in counts):.0f} facts compared"


def _read(sentence: str, language: str) -> Reading:
    return read("", sentence, language, NOON.date())


def _equal_in(document: Mapping[str, Sequence[Reading]], pair: tuple[str, str], chosen: Callable[[Fact], bool]) -> Counts:
    """Count facts that the other language has too (the mean of both directions), then all of each."""
    right, of_one, of_other = 0.0, 0, 0
    for one, other in zip(document[pair[0]], document[pair[1]], strict=True):
        ours, theirs = _distinct(one, chosen), _distinct(other, chosen)
        right += (_found(ours, theirs, one) + _found(theirs, ours, other)) / 2
        of_one, of_other = of_one + len(ours), of_other + len(theirs)
    return right, of_one, of_other


def _distinct(reading: Reading, chosen: Callable[[Fact], bool]) -> list[Fact]:
    return list({fact.keys: fact for fact in reading.facts if chosen(fact)}.values())


def _found(facts: Sequence[Fact], others: Sequence[Fact], reading: Reading) -> int:
    return sum(any(_is_equal(fact, other, reading) for other in others) for fact in facts)


def _is_equal(fact: Fact, other: Fact, reading: Reading) -> bool:
    """Ask what comparing two articles asks."""
    return bool(set(fact.keys) & set(other.keys)) and same_fact(fact, other, reading)


# ── linking ───────────────────────────────────────────────────────────────────


def _cut(document: Document, kept: float, number: int) -> Document:
    """Keep a share of the sentences of each version, drawn on its own, but the first, which makes the title."""
    drawn = random.Random(SEED + number)
    return {la: [s[0], *(one for one in s[1:] if kept == 1 or drawn.random() < kept)] for la, s in sorted(document.items())}


def _links(name: str, documents: Sequence[Document]) -> Iterator[Row]:
    rows: list[tuple[str, Counts]] = []
    for archived, asked in PAIRS:
        found = _linked(documents, archived, asked)
        rows += [(str(number), (hit, 1)) for number, hit in enumerate(found)]
        yield Row(f"{name}: {asked} finds {archived} first", figure([(hit, 1) for hit in found], share))
    yield Row(f"{name}: all three", figure(by_group(rows), share))


def _linked(documents: Sequence[Document], archived: str, asked: str) -> list[bool]:
    """Ask the memory of one language with each document of the other, as placing does."""
    with scratch_archive() as db, db.begin() as tx:
        from_id = {}
        for number, document in enumerate(documents):
            title, text = document[archived][0], "\n\n".join(document[archived][1:])
            kept = articles.save(tx, article_of(number, title, text, archived))
            from_id[kept] = number
            memory.remember(tx, kept, NOON, "measured", read(title, text, archived, NOON.date()), None, None, True)
        return [from_id.get(_nearest(tx, document[asked], asked)) == number for number, document in enumerate(documents)]


def _nearest(tx: sa.Connection, sentences: Sequence[str], language: str) -> int | None:
    reading = read(sentences[0], "\n\n".join(sentences[1:]), language, NOON.date())
    features = memory.features_of(reading)
    rare = memory.rarity(tx, features)
    near = memory.load(tx, memory.near(tx, features, rare, NOON, ()))
    measured = measure(reading, rare)
    return max(near, key=lambda one: kin_of(measured, NOON, one).likeness).article if near else None
