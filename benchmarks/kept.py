"""What labelled streams showed, kept in files: one for each stream, a row for each article; and the streams in parts, to be asked."""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from measuring import ROOT, topic_of

from monitor.domain.judging.storyline import Dossier
from monitor.judge import Item, judge, read_items
from monitor.settings.seeds import load_seeds

Row = Mapping[str, Any]


def dossiers() -> Sequence[Dossier]:
    """The dossiers of the project."""
    return load_seeds(ROOT / "seeds").dossiers


def judged(stream: Path, by: Sequence[Dossier]) -> Iterator[Item]:
    """Judge a labelled stream by dossiers, and give each article when that is done."""
    with stream.open(encoding="utf-8") as lines:
        items = list(read_items(lines, str(stream)))
    for item, _ in zip(items, judge(items, topic_of(), load_seeds(ROOT / "seeds").seeds, by, with_dossiers=False), strict=True):
        yield item


def keep(rows: Iterable[Row], into: Path) -> None:
    """Write rows into a file."""
    into.parent.mkdir(parents=True, exist_ok=True)
    lines = [json.dumps(row, ensure_ascii=False) + "\n" for row in rows]
    into.write_text("".join(lines), encoding="utf-8")
    print(f"{into}: {len(lines)} articles", file=sys.stderr)


def file_of(stream: Path, folder: Path) -> Path:
    """Where the rows of a stream are kept: under the name of the folder it lies in."""
    return folder / f"{stream.resolve().parent.name}.jsonl"


def kept(folder: Path, remedy: str) -> list[tuple[str, Row]]:
    """Read the rows of a folder, each with its stream; where none is there, say how to get some, and end."""
    rows = [(file.stem, json.loads(line)) for file in sorted(folder.glob("*.jsonl")) for line in file.open(encoding="utf-8")]
    if not rows:
        sys.exit(f"{folder}: {remedy}")
    return rows


def parts(streams: Sequence[str], most: int) -> Iterator[set[str]]:
    """Part streams into so many parts at most, and say how far one is; one stream makes no parts."""
    count = min(most, len(streams))
    for part in range(count if count > 1 else 0):
        yield set(streams[part::count])
        print(f"part {part + 1} of {count} was asked", file=sys.stderr)
