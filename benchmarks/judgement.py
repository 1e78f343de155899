"""Measure judgement on every labelled set that lies beside the project, with 95 % intervals and beside simple baselines.

python benchmarks/judgement.py [--write FILE] [--data DIR] [--only WORD] [--most N]

Prints one Markdown table a set, and says which sets are absent. The data belong to their publishers and are never copied here.
Takes about three minutes; `--most 10` tries everything on ten articles of each set, which measures nothing.
"""

import argparse
import csv
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from happenings import article_pairs, cluster_rows, headline_pairs, pair_rows
from judged_stream import stream_rows
from measuring import DATA, Row, by_group, f1, figure, lines_of, share, table, thin, topic_of
from near_copies import Original, copy_rows
from relevance import TOPICAL, Labelled, table_of
from same_facts import documents_of, fact_rows

from monitor.domain.matching.topic import Topic, match_article

COPIES = 150  # originals of each collection that are touched
_LONG = 600  # characters: shorter texts cannot be cut

Rows = Callable[[Path, int | None], Iterator[Row]]


@dataclass(frozen=True, slots=True)
class Part:
    """A set with what is measured on it."""

    heading: str
    file: str
    rows: Rows


# ── relevance ─────────────────────────────────────────────────────────────────


def _relevance_of(name: str, labelled: Sequence[Labelled], groups: Sequence[str], topic: Topic) -> Iterator[Row]:
    judged = [(TOPICAL[row.label], match_article(topic, row.title, row.text).relevant) for row in labelled]
    for way, found in {"": [r for _, r in judged], ", *send everything*": [True] * len(judged)}.items():
        truth = [t for t, _ in judged]
        counts = by_group((g, (t and f, f, t)) for g, t, f in zip(groups, truth, found, strict=True))
        yield Row(f"{name}{way}: F1", figure(counts, f1), note=f"{len(judged)} labelled, {sum(truth)} of the topic")
        if not way:
            yield Row(f"{name}: precision", figure([(right, found) for right, found, _ in counts], share))
            yield Row(f"{name}: recall", figure([(right, true) for right, _, true in counts], share))


def _relevance(name: str, title: str | None, text: str | None, label: str, language: str, group: str | None = None) -> Rows:
    def rows(path: Path, most: int | None) -> Iterator[Row]:
        told = list(table_of(path, title, text, label, language))
        with path.open(encoding="utf-8", newline="") as file:
            raw = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
        named = [(one, row.get(group or "") or one.name) for one, row in zip(told, raw, strict=True) if one.label in TOPICAL]
        chosen = thin(named, most)
        yield from _relevance_of(name, [one for one, _ in chosen], [group for _, group in chosen], topic_of())

    return rows


# ── pairs, clusters, facts, copies ────────────────────────────────────────────


def _headlines(path: Path, most: int | None) -> Iterator[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = thin(list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)), most)
    yield from pair_rows("one subject (all but *bad*)", headline_pairs(rows, lambda label: label != "bad"))
    yield from pair_rows("one happening (*same* alone)", headline_pairs(rows, lambda label: label == "same"))


def _articles(path: Path, most: int | None) -> Iterator[Row]:
    yield from pair_rows("articles", thin(article_pairs(path), most))


def _clusters(path: Path, most: int | None) -> Iterator[Row]:
    yield from cluster_rows(path, most=most)


def _facts(path: Path, most: int | None) -> Iterator[Row]:
    yield from fact_rows(path, most=most)


def _copies(path: Path, most: int | None) -> Iterator[Row]:
    articles = [Original(r["title"], r["body"], r["language"], r["cluster"]) for r in lines_of(path) if len(r["body"]) >= _LONG]
    yield from copy_rows(thin(articles, most or COPIES))


def _copies_in_three(path: Path, most: int | None) -> Iterator[Row]:
    versions = [
        Original(sentences[0], "\n\n".join(sentences[1:]), language, str(number))
        for number, document in enumerate(documents_of(path))
        for language, sentences in document.items()
    ]
    yield from copy_rows(thin(versions, most or COPIES))


PARTS = (
    Part("Stream of the topic", "stream/stream.jsonl", lambda path, most: iter(stream_rows(path, most=most))),
    Part("Relevance: lines of Wikipedia's current events", "wcep/wcep_labels_dev.tsv", _relevance("lines", None, "text", "label", "en")),
    Part("Relevance: sentences of Kazakh broadcasts", "kk/kk_labels_dev.tsv", _relevance("sentences", None, "sentence", "label", "kk")),
    Part(
        "Relevance: one-line summaries of real developments",
        "events/events_dev.tsv",
        _relevance("summaries", "summary", None, "relevant", "en", "development_id"),
    ),
    Part("Pairs of headlines, Russian and English", "pairs/headline_pairs_dev.tsv", _headlines),
    Part("Pairs of articles, Russian and English", "pairs/tg_pairs_dev.jsonl", _articles),
    Part("Clusters: ECB+, one pass, no topic, no dates", "clusters/ecbplus.jsonl.gz", _clusters),
    Part("The same facts in English, Russian and Kazakh: NTREX", "clusters/ntrex_en_ru_kk.jsonl.gz", _facts),
    Part("Near copies: English articles of ECB+", "clusters/ecbplus.jsonl.gz", _copies),
    Part("Near copies: English, Russian and Kazakh documents of NTREX", "clusters/ntrex_en_ru_kk.jsonl.gz", _copies_in_three),
)

ABOUT = """# Measured judgement

Written by `python benchmarks/judgement.py --write docs/measured.md` on {day:%Y-%m-%d}, on labelled data that are not part of the project.
An interval says how far chance goes: developments, topics and documents, never single articles, were drawn anew 1,000 times; where all of
them agree, it is Wilson's interval over them. Lines in *italics* are what simple monitors do on the same data. The program was developed
on the stream of the topic, so that its numbers there are better than they will be on another; the other sets are of other subjects.
"""


def _tables(data: Path, only: str, most: int | None) -> Iterator[str]:
    for part in PARTS:
        path = data / part.file
        if only.casefold() not in part.heading.casefold():
            continue
        if not path.exists():
            yield f"## {part.heading}\n\nabsent: {part.file} is not in {data.name}, so nothing was measured\n"
            continue
        yield table(part.heading, list(part.rows(path, most)))


def main() -> int:
    """Print the tables; fail where there is nothing to measure on."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, default=DATA, help="the folder of the labelled sets")
    options.add_argument("--write", type=Path, help="write the tables to this file too")
    options.add_argument("--only", default="", help="measure the sets whose heading has this word")
    options.add_argument("--most", type=int, help="take so many articles of each set: quick, and measures nothing")
    given = options.parse_args()
    if not given.data.exists():
        print(f"{given.data}: not there, so nothing can be measured; give the folder of the labelled sets with --data")
        return 1
    parts = [ABOUT.format(day=datetime.now(UTC))]
    for told in _tables(given.data, given.only, given.most):
        print(told, flush=True)
        parts.append(told)
    if given.write:
        given.write.write_text("\n".join(parts), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
