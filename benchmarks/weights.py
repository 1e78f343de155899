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
import math
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from cases import BETWEEN, cases, flat
from kept import Row, dossiers, file_of, judged, keep, kept, parts
from logistic import Fitted, fit
from measuring import ROOT

from monitor.domain.judging import placing
from monitor.domain.judging.storyline import Rules

RIDGE, SEEN_COUNTS, CASES_COUNT = 50.0, 0.8, 2.4
CASES = "cases"
LEAST_MATTERS = 0.03  # of log-odds, for one standard deviation: what matters less is left out
LEAST_SHARE = 0.004  # of the articles: what is told of fewer is left out
FOLDS = 5


@dataclass(frozen=True, slots=True)
class Told:
    """A match of a labelled stream: its measures, and whether it told something new."""

    stream: str
    measures: Mapping[str, float]
    new: bool
    counts: float


# ── measuring ─────────────────────────────────────────────────────────────────


def measure(stream: Path) -> Iterator[Row]:
    """Judge a labelled stream, and give the measures of each match that was weighed."""
    heard: list[Mapping[str, Mapping[str, float]]] = []
    measured = placing.measured

    def listen(*given: Any, **how: Any) -> Any:
        heard.append(measured(*given, **how))
        return heard[-1]

    with patch.object(placing, "measured", listen):
        for item in judged(stream, dossiers()):
            if heard:
                yield {"id": item.id, "new": bool(item.labels["is_new_development"]), "measures": flat(heard[-1])}
            heard.clear()


# ── fitting ───────────────────────────────────────────────────────────────────


def load(folder: Path, counts: float) -> list[Told]:
    """Read what was kept."""
    rows = kept(folder, "no measures are there; `weights.py measure` writes them")
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
    if len(streams) == 1:
        return "one stream alone cannot be asked"
    right = alerts = new = 0
    for held in parts(streams, FOLDS):
        model = fitted([one for one in told if one.stream not in held])
        for one in (one for one in told if one.stream in held and one.counts == 1.0):
            called = model.odds(one.measures) >= math.log(least / (1 - least))
            right, alerts, new = right + (called and one.new), alerts + called, new + one.new
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
    kinds = parser.add_subparsers(dest="part", required=True)
    measuring = kinds.add_parser("measure", help="judge labelled streams, and keep what is measured")
    measuring.add_argument("streams", nargs="+", type=Path)
    measuring.add_argument("--into", type=Path, required=True)
    casing = kinds.add_parser("cases", help="run the tests of the domain, and keep what is measured")
    casing.add_argument("tests", nargs="*", type=Path, help="files of tests; all of the domain, where none is named")
    casing.add_argument("--into", type=Path, required=True)
    fitting = kinds.add_parser("fit", help="make weights of what was measured")
    fitting.add_argument("folder", type=Path, help="measures of streams that the program had not seen")
    fitting.add_argument("--seen", type=Path, help="measures of streams that it had seen, which count for less")
    fitting.add_argument("--write", type=Path, help="the module to write; else it is printed")
    given = parser.parse_args()
    if given.part == "measure":
        for stream in given.streams:
            keep(measure(stream), file_of(stream, given.into))
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
