"""How well pages are read: token F1 of the text, and the share of exact publication dates, on collections labelled by people.

    python benchmarks/extraction.py [FOLDER]     (default: ../shared/data beside the project)

The text: the 181 pages of Scrapinghub's article-extraction-benchmark. Precision, recall and F1 are taken over the multiset
of words of each page and averaged; the benchmark's own measure, over runs of four words, is printed beside it. The dates:
95 pages of Media Cloud 2020 (adbar/htmldate), compared by day as the page prints it; a page without a date is right when none is found.
"""

import gzip
import json
import math
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from statistics import mean

from monitor.adapters.children import run_here
from monitor.adapters.pages import read_page
from monitor.errors import OutsideError

WORD = re.compile(r"\w+")


def main(folder: Path) -> int:
    """Print both measures for what is there; fail where nothing is."""
    if not folder.exists():
        print(f"{folder}: not there, so nothing can be measured; give the folder that holds aeb/ and pubdates/")
        return 1
    measure_texts(folder / "aeb")
    measure_dates(folder / "pubdates")
    return 0


def measure_texts(folder: Path) -> None:
    """Print how much of the articles is read, and how little else."""
    truth = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    began = time.process_time()
    read = {name: _text(_body(folder / "html" / f"{name}.html.gz"), known["url"]) for name, known in truth.items()}
    spent = time.process_time() - began
    for label, length in (("words", 1), ("runs of four words", 4)):
        scores = [_overlap(read[name], known["articleBody"], length) for name, known in truth.items()]
        precision, recall, f1 = (mean(score[n] for score in scores) for n in range(3))
        print(f"text, {label}: precision {precision:.4f}  recall {recall:.4f}  F1 {f1:.4f}  ({len(scores)} pages)")
    print(f"text: {1000 * spent / len(truth):.1f} ms of CPU a page, {sum(not text for text in read.values())} pages without text")


def measure_dates(folder: Path) -> None:
    """Print how many publication dates are exact, and name those that are not."""
    truth = json.loads((folder / "pubdates_dev.json").read_text(encoding="utf-8"))
    wrong = list(_wrong_dates(folder, truth))
    for url, expected, found in wrong:
        print(f"  expected {expected}, found {found}: {url[:100]}")
    print(f"dates: {len(truth) - len(wrong)} of {len(truth)} exact, {(len(truth) - len(wrong)) / len(truth):.1%}")


def _wrong_dates(folder: Path, truth: dict[str, dict[str, str | float]]) -> Iterator[tuple[str, str | None, str | None]]:
    for url, known in truth.items():
        expected = None if isinstance(known["date"], float) and math.isnan(known["date"]) else str(known["date"])
        found = _day(_body(folder / "html" / f"{known['file']}.gz"), url)
        if found != expected:
            yield url, expected, found


def _body(path: Path) -> bytes:
    return gzip.decompress(path.read_bytes())


def _text(body: bytes, url: str) -> str:
    try:
        return str(run_here(read_page, body, {}, url, None).text)
    except OutsideError:
        return ""


def _day(body: bytes, url: str) -> str | None:
    try:
        published = run_here(read_page, body, {}, url, None).published
    except OutsideError:
        return None
    return published.date().isoformat() if published else None


def _overlap(found: str, true: str, length: int) -> tuple[float, float, float]:
    one, other = _runs(found, length), _runs(true, length)
    shared = sum((one & other).values())
    precision = shared / one.total() if one else 0.0
    recall = shared / other.total() if other else 1.0
    return precision, recall, 2 * precision * recall / (precision + recall) if shared else 0.0


def _runs(text: str, length: int) -> Counter[tuple[str, ...]]:
    words = WORD.findall(text)
    return Counter(tuple(words[at : at + length]) for at in range(max(len(words) - length + 1, 1 if words else 0)))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[2] / "shared" / "data"))
