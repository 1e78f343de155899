"""Measure relevance on the labelled data that lies beside the project.

python benchmarks/relevance.py [--misses] [--data DIR] [--config DIR]

Prints one table; says so where a set is absent. The data belong to their publishers and are never copied here.
"""

import argparse
import csv
import gzip
import io
import json
import resource
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from monitor.domain.matching.topic import Topic, compile_topic, match_article, may_concern
from monitor.domain.words.language import identify
from monitor.settings.topic import TopicFile, to_definition

ROOT = Path(__file__).parents[1]
TOPICAL = {"yes": True, "no": False}  # implicit and maybe are counted on their own


@dataclass(frozen=True, slots=True)
class Labelled:
    """One text with its label; `kind` names what makes it hard."""

    name: str
    language: str
    label: str
    title: str
    text: str
    kind: str = ""


def stream(data: Path) -> Iterator[Labelled]:
    """Read the labelled stream: articles with title and body."""
    for line in (data / "stream/stream.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield Labelled(row["id"], row["language"], "yes" if row["relevant"] else "no", row["title"], row["body"], row["case_type"])


def table_of(path: Path, title: str | None, text: str | None, label: str, language: str) -> Iterator[Labelled]:
    """Read a labelled tab-separated file."""
    with path.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE), 2):
            said = row[title] if title else "", row[text] if text else ""
            yield Labelled(f"{path.name}:{number}", language, row[label], *said)


def sets(data: Path) -> dict[str, tuple[Path, Iterator[Labelled]]]:
    """Name every labelled set with the file that it needs."""
    wcep, kk, events = data / "wcep/wcep_labels_dev.tsv", data / "kk/kk_labels_dev.tsv", data / "events/events_dev.tsv"
    return {
        "stream": (data / "stream/stream.jsonl", stream(data)),
        "wcep lines": (wcep, table_of(wcep, None, "text", "label", "en")),
        "kk sentences": (kk, table_of(kk, None, "sentence", "label", "kk")),
        "event summaries": (events, table_of(events, "summary", None, "relevant", "en")),
    }


def unlabelled(topic: Topic, data: Path) -> Iterator[tuple[str, int, int]]:
    """Count the unlabelled lines, and how many of them would be relevant."""
    for name in ("wcep/wcep_events_2002_2014.tsv.gz", "kk/kaznerd_valid_sentences.tsv.gz"):
        if (data / name).exists():
            with gzip.open(data / name) as packed:
                lines = [max(row, key=len) for row in csv.reader(io.TextIOWrapper(packed, "utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE)]
            yield name, len(lines), sum(match_article(topic, "", line).relevant for line in lines)


def report(topic: Topic, name: str, rows: list[Labelled], *, misses: bool) -> None:
    """Print precision and recall of a set, in all and for each language."""
    judged = [(row, match_article(topic, row.title, row.text)) for row in rows]
    for language in ["all", *sorted({row.language for row in rows})] if len({row.language for row in rows}) > 1 else ["all"]:
        pairs = [(TOPICAL[r.label], m.relevant) for r, m in judged if r.label in TOPICAL and language in ("all", r.language)]
        print(f"{name:16} {language:4} {_figures(pairs)}")
    rest = [m.relevant for r, m in judged if r.label not in TOPICAL]
    if rest:
        print(f"{name:16} implicit or maybe: {sum(rest)} of {len(rest)} relevant")
    if misses:
        _print_misses(
            [(row, match.score, match.reasons) for row, match in judged if TOPICAL.get(row.label, match.relevant) != match.relevant]
        )


def _figures(pairs: list[tuple[bool, bool]]) -> str:
    hits = sum(truth and found for truth, found in pairs)
    false = sum(found and not truth for truth, found in pairs)
    missed = sum(truth and not found for truth, found in pairs)
    negatives = sum(not truth for truth, _ in pairs)
    precision, recall = hits / max(hits + false, 1), hits / max(hits + missed, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    through = f"{false}/{negatives} = {100 * false / max(negatives, 1):.1f} %"
    return f"n={len(pairs):4} P={precision:.3f} R={recall:.3f} F1={f1:.3f} negatives let through {through}, missed {missed}"


def _print_misses(misses: list[tuple[Labelled, float, tuple[str, ...]]]) -> None:
    for row, score, reasons in misses:
        print(f"    {row.name} {row.label} {row.kind} score {score}: {(row.title or row.text)[:90]}")
        print("        " + "; ".join(reasons))


def candidates(topic: Topic, rows: list[Labelled]) -> None:
    """Print how many articles would be read, if the feed gave the title alone or with 300 characters."""
    for name, cut in (("title", 0), ("title + 300", 300)):
        kept = [(row.label, may_concern(topic, row.title, row.text[:cut])) for row in rows]
        for label in ("yes", "no"):
            of_label = [passed for truth, passed in kept if truth == label]
            print(f"candidates       {name:12} label {label:3}: {sum(of_label)} of {len(of_label)} would be read")


def languages(data: Path, rows: list[Labelled]) -> None:
    """Print how often the language is right, without and with a wrong prior."""
    right = sum(identify(f"{r.title}\n{r.text}") == r.language for r in rows)
    misled = sum(identify(f"{r.title}\n{r.text}", p) == r.language for r in rows for p in ("en", "ru", "kk"))
    print(f"language         stream: {right} of {len(rows)} right without a prior, {misled} of {3 * len(rows)} with any prior")
    path = data / "clusters/ntrex_en_ru_kk.jsonl.gz"
    if path.exists():
        with gzip.open(path, "rt", encoding="utf-8") as file:
            told = [(row["language"], s) for row in map(json.loads, file) for s in row["sentences"]]
        right = sum(identify(s) == language for language, s in told)
        print(f"language         ntrex sentences: {right} of {len(told)} right without a prior")


def cost(topic: Topic, rows: list[Labelled]) -> None:
    """Print what matching costs."""
    letters = sum(len(row.title) + len(row.text) for row in rows)
    best = min(_seconds(topic, rows) for _ in range(3))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"cost             {best / letters * 3000 * 1000:.2f} ms for 3 KB of text, {memory} MB at most")


def _seconds(topic: Topic, rows: list[Labelled]) -> float:
    start = time.process_time()
    for row in rows:
        match_article(topic, row.title, row.text)
    return time.process_time() - start


def load(folder: Path) -> Topic:
    """Compile the topic of a configuration folder, and print how long it took."""
    start = time.process_time()
    definition = to_definition(TopicFile.model_validate(yaml.safe_load((folder / "topic.yaml").read_text(encoding="utf-8"))), folder)
    read = time.process_time()
    topic = compile_topic(definition)
    print(f"gazetteer        {len(topic.entities)} entities; read in {read - start:.2f} s, compiled in {time.process_time() - read:.2f} s")
    return topic


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    options.add_argument("--config", type=Path, default=ROOT / "config")
    options.add_argument("--misses", action="store_true", help="show every wrong answer with its reasons")
    given = options.parse_args()
    topic = load(given.config)
    for name, (path, rows) in sets(given.data).items():
        if not path.exists():
            print(f"{name:16} absent: {path}")
            continue
        told = list(rows)
        report(topic, name, told, misses=given.misses)
        if name == "stream":
            candidates(topic, told)
            languages(given.data, told)
            cost(topic, told)
    for name, lines, relevant in unlabelled(topic, given.data):
        print(f"unlabelled       {name}: {relevant} of {lines} lines relevant")


if __name__ == "__main__":
    main()
