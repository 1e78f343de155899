"""What each measure of an article weighs for or against its telling something new, by labelled streams.

    python benchmarks/weights.py measure STREAM.jsonl ... --into FOLDER
    python benchmarks/weights.py cases --into SEEN
    python benchmarks/weights.py fit FOLDER --seen SEEN --write monitor/domain/judging/weights.py

`measure` judges labelled streams (as `monitor evaluate` reads them), and keeps the measures of each match beside its label. A program
looks better than it is on streams that its rules were mended on: so each stream is measured when it comes, before anything is mended;
what was measured later goes into a folder of its own, which counts for less. `cases` runs the tests of the domain, and keeps what is
measured in those that pass beside what they hold: weights that are fitted anew are to hold it, too. `fit` makes a logistic regression,
with a ridge; leaves out what hardly matters; and asks streams that took no part how right it is, before it takes all of them together.
"""

import argparse
import json
import math
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from logistic import Fitted, fit
from measuring import ROOT, topic_of

from monitor.domain.judging import placing
from monitor.domain.judging.storyline import Rules
from monitor.judge import judge, read_items
from monitor.settings.seeds import load_seeds

RIDGE, SEEN_COUNTS, CASES_COUNT = 50.0, 0.4, 1.2
CASES = "cases"
LEAST_MATTERS = 0.045  # of log-odds, for one standard deviation: what matters less is left out
LEAST_SHARE = 0.004  # of the articles: what is told of fewer is left out
FOLDS = 5
BETWEEN = "|"  # reason and measure, in a file


@dataclass(frozen=True, slots=True)
class Told:
    """A match of a labelled stream: its measures, and whether it told something new."""

    stream: str
    measures: Mapping[str, float]
    new: bool
    counts: float


# ── measuring ─────────────────────────────────────────────────────────────────


def measure(stream: Path) -> Iterator[dict[str, Any]]:
    """Judge a labelled stream, and give the measures of each match that was weighed."""
    heard: list[Mapping[str, Mapping[str, float]]] = []
    measured = placing.measured

    def listen(*given: Any, **how: Any) -> Any:
        heard.append(measured(*given, **how))
        return heard[-1]

    with stream.open(encoding="utf-8") as lines:
        items = list(read_items(lines, str(stream)))
    given = load_seeds(ROOT / "seeds")
    with patch.object(placing, "measured", listen):
        for item, _ in zip(items, judge(items, topic_of(), given.seeds, given.dossiers, with_dossiers=False), strict=True):
            if heard:
                yield {"id": item.id, "new": bool(item.labels["is_new_development"]), "measures": _flat(heard[-1])}
            heard.clear()


def _flat(measures: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
    return {f"{reason}{BETWEEN}{name}": float(value) for reason, found in measures.items() for name, value in found.items()}


class Cases:
    """Listens to what tests place (a plugin of pytest), and keeps it where they pass."""

    def __init__(self) -> None:
        self.rows: list[dict[str, Any]] = []
        self._heard: list[dict[str, Any]] = []
        self._last: list[Mapping[str, Mapping[str, float]]] = []
        self._measured, self._verdict = placing.measured, placing._verdict

    def pytest_runtest_logreport(self, report: Any) -> None:
        """Keep what a test that has passed placed."""
        if report.when == "call":
            self.rows += [{"id": report.nodeid, **row} for row in self._heard] if report.passed else []
            self._heard.clear()

    def measured(self, *given: Any, **how: Any) -> Any:
        """Measure, and keep it."""
        self._last.append(self._measured(*given, **how))
        return self._last[-1]

    def verdict(self, found: Any) -> Any:
        """Decide, and keep what was decided beside what was measured."""
        self._last.clear()
        decision = self._verdict(found)
        self._heard += [{"new": decision.placement in _NEW, "measures": _flat(measures)} for measures in self._last]
        return decision


_NEW = ("development", "opening")


def cases(files: Sequence[Path]) -> list[dict[str, Any]]:
    """Give the measures of what tests place, beside what they hold of it."""
    heard = Cases()
    with patch.object(placing, "measured", heard.measured), patch.object(placing, "_verdict", heard.verdict):
        pytest.main(["-q", "-n", "0", "-p", "no:cacheprovider", *map(str, files)], [heard])
    return heard.rows


def keep(rows: Sequence[Mapping[str, Any]], into: Path) -> None:
    """Write measures into a file."""
    into.parent.mkdir(parents=True, exist_ok=True)
    into.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    print(f"{into}: {len(rows)} matches", file=sys.stderr)


# ── fitting ───────────────────────────────────────────────────────────────────


def load(folder: Path, counts: float) -> list[Told]:
    """Read what `keep` wrote."""
    rows = [(file.stem, json.loads(line)) for file in sorted(folder.glob("*.jsonl")) for line in file.open(encoding="utf-8")]
    if not rows:
        sys.exit(f"{folder}: no measures are there; `weights.py measure` writes them")
    return [Told(stream, row["measures"], row["new"], CASES_COUNT if stream == CASES else counts) for stream, row in rows]


def fitted(told: Sequence[Told]) -> Fitted:
    """Fit all that is told often enough, then once more what matters."""
    names = sorted({name for one in told for name in one.measures})
    often = [name for name in names if sum(bool(one.measures.get(name)) for one in told) >= LEAST_SHARE * len(told)]
    first = _fit(told, often)
    return _fit(told, [name for name in often if first.told(name) >= LEAST_MATTERS])


def _fit(told: Sequence[Told], names: Sequence[str]) -> Fitted:
    return fit([one.measures for one in told], [one.new for one in told], [one.counts for one in told], names, RIDGE)


def asked(told: Sequence[Told], least: float) -> str:
    """Say how right weights are on streams that took no part in fitting them."""
    streams = sorted({one.stream for one in told if one.counts == 1.0})
    folds = min(FOLDS, len(streams))
    if folds < 2:
        return "one stream alone cannot be asked"
    right = alerts = new = 0
    for fold in range(folds):
        held = set(streams[fold::folds])
        model = fitted([one for one in told if one.stream not in held])
        for one in (one for one in told if one.stream in held and one.counts == 1.0):
            called = model.odds(one.measures) >= math.log(least / (1 - least))
            right, alerts, new = right + (called and one.new), alerts + called, new + one.new
        print(f"part {fold + 1} of {folds} was asked", file=sys.stderr)
    of_alerts, of_new = right / max(alerts, 1), right / max(new, 1)
    by_others = f"on {len(streams)} streams, each by weights of the others"
    return f"{by_others}: {of_alerts:.3f} of {alerts} alerts new, {of_new:.3f} of {new} found"


def written(model: Fitted) -> str:
    """Write the weights as the module that the program reads."""
    reasons: dict[str, dict[str, float]] = {}
    for name, weight in model.weights.items():
        reason, _, measured = name.partition(BETWEEN)
        reasons.setdefault(reason, {})[measured] = round(weight, 2)
    lines = [
        '"""What each measure of an article weighs for or against its telling something new, in log-odds for each unit of it.',
        "",
        "Written by `python benchmarks/weights.py fit`, which says how: not to be changed by hand.",
        '"""',
        "",
        "from collections.abc import Mapping",
        "",
        f"BEGINS = {model.begins:.2f}",
        "WEIGHTS: Mapping[str, Mapping[str, float]] = {",
    ]
    for reason, weights in reasons.items():
        lines += [f'    "{reason}": {{', *(f'        "{name}": {weight},' for name, weight in sorted(weights.items())), "    },"]
    return "\n".join([*lines, "}", ""])


def main() -> None:
    """Measure, or fit."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parts = parser.add_subparsers(dest="part", required=True)
    measuring = parts.add_parser("measure", help="judge labelled streams, and keep what is measured")
    measuring.add_argument("streams", nargs="+", type=Path)
    measuring.add_argument("--into", type=Path, required=True)
    casing = parts.add_parser("cases", help="run the tests of the domain, and keep what is measured")
    casing.add_argument("tests", nargs="*", type=Path, help="files of tests; all of the domain, where none is named")
    casing.add_argument("--into", type=Path, required=True)
    fitting = parts.add_parser("fit", help="make weights of what was measured")
    fitting.add_argument("folder", type=Path, help="measures of streams that the program had not seen")
    fitting.add_argument("--seen", type=Path, help="measures of streams that it had seen, which count for less")
    fitting.add_argument("--write", type=Path, help="the module to write; else it is printed")
    given = parser.parse_args()
    if given.part == "measure":
        for stream in given.streams:
            keep(list(measure(stream)), given.into / f"{stream.resolve().parent.name}.jsonl")
        return
    if given.part == "cases":
        keep(cases(given.tests or sorted((ROOT / "tests").glob("test_domain_*.py"))), given.into / f"{CASES}.jsonl")
        return
    told = load(given.folder, 1.0) + (load(given.seen, SEEN_COUNTS) if given.seen else [])
    print(asked(told, Rules().chance_from), file=sys.stderr)
    text = written(fitted(told))
    if given.write:
        given.write.write_text(text, encoding="utf-8")
    else:
        print(text)


if __name__ == "__main__":
    main()
