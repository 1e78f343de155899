"""What the ideas and names of an article tell of the storyline it belongs to, beyond what its dossier says: learned from labelled streams.

    python benchmarks/leanings.py measure STREAM.jsonl ... --into FOLDER
    python benchmarks/leanings.py fit FOLDER --write seeds/storylines.yaml

`measure` places labelled streams (as `monitor evaluate` reads them) by dossiers without leanings, and keeps for each article how well it
fits each storyline and what it is made of, beside its label. `fit` makes a multinomial logistic regression with a ridge of them, asks
streams that took no part how right it is, leaves out what hardly matters, and writes a line `leanings` into each dossier.
"""

import argparse
import math
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

from kept import Row, dossiers, file_of, judged, keep, kept, parts

from monitor.domain.judging.routing import parts_of
from monitor.pipeline import place

RIDGE, ROUNDS, STEP = 4.0, 30, 0.3
LEAST_TOLD = 8  # articles: what fewer have is left out
LEAST_MATTERS = 0.004  # of how well an article fits, for one standard deviation: what matters less is left out
FOLDS = 8
SEED = 7


@dataclass(frozen=True, slots=True)
class Labelled:
    """An article of a labelled stream: how well it fits each storyline, what it is made of, and where it belongs."""

    stream: str
    fits: Mapping[str, float]
    parts: Sequence[str]
    storyline: str
    new: bool


@dataclass(frozen=True, slots=True)
class Fitted:
    """What each part of an article adds to each storyline, in units of how well it fits."""

    storylines: Sequence[str]
    weights: Mapping[str, Sequence[float]]

    def best(self, article: Labelled) -> str:
        """Where an article belongs."""
        scores = [article.fits.get(slug, 0.0) for slug in self.storylines]
        for part in article.parts:
            scores = [score + more for score, more in zip(scores, self.weights[part], strict=True)] if part in self.weights else scores
        return max(zip(scores, self.storylines, strict=True))[1]


# ── measuring ─────────────────────────────────────────────────────────────────


def measure(stream: Path) -> Iterator[Row]:
    """Place a labelled stream, and give what was found of each article that has a storyline."""
    heard: list[Row] = []
    compare = place.compare

    def listen(subject: Any, *given: Any) -> Any:
        found = compare(subject, *given)
        made_of = sorted(f"{kind} {name}" for kind, names in parts_of(subject.reading).items() for name in names)
        heard.append({"fits": {slug: round(score, 4) for slug, score in found.ranked}, "parts": made_of})
        return found

    bare = [replace(dossier, leanings={}) for dossier in dossiers()]
    slugs = {dossier.slug for dossier in bare}
    with patch.object(place, "compare", listen):
        for item in judged(stream, bare):
            if heard and item.labels["storyline"] in slugs:
                labels = {"storyline": item.labels["storyline"], "new": bool(item.labels["is_new_development"])}
                yield {"id": item.id, **labels, **heard[-1]}
            heard.clear()


# ── fitting ───────────────────────────────────────────────────────────────────


def load(folder: Path) -> list[Labelled]:
    """Read what was kept."""
    rows = kept(folder, "nothing measured is there; `leanings.py measure` writes it")
    return [Labelled(stream, row["fits"], row["parts"], row["storyline"], row["new"]) for stream, row in rows]


def fit(articles: Sequence[Labelled]) -> Fitted:
    """Fit by steps that shorten for what was often moved (AdaGrad); each time a part occurs it pays its share of the ridge."""
    storylines = sorted({slug for article in articles for slug in article.fits})
    told = Counter(part for article in articles for part in article.parts)
    weights = {part: [0.0] * len(storylines) for part, often in told.items() if often >= LEAST_TOLD}
    moved = {part: [1.0] * len(storylines) for part in weights}
    scale, scale_moved = 4.0, 1.0  # how much surer a unit of fitting makes
    rows = [
        (
            [article.fits.get(slug, 0.0) for slug in storylines],
            [(weights[part], moved[part], RIDGE / told[part]) for part in article.parts if part in weights],
            storylines.index(article.storyline),
        )
        for article in articles
    ]
    shuffled = random.Random(SEED)
    for _ in range(ROUNDS):
        shuffled.shuffle(rows)
        for fits, made_of, right in rows:
            chances = _chances([scale * fit + sum(weight[n] for weight, _, _ in made_of) for n, fit in enumerate(fits)])
            chances[right] -= 1.0
            off = sum(chance * fit for chance, fit in zip(chances, fits, strict=True))
            scale_moved += off * off
            scale -= STEP * off / math.sqrt(scale_moved)
            for weight, often, share in made_of:
                for n, chance in enumerate(chances):
                    slope = chance + share * weight[n]
                    often[n] += slope * slope
                    weight[n] -= STEP * slope / math.sqrt(often[n])
    return Fitted(storylines, {part: _centred(weight, scale) for part, weight in weights.items()})


def _chances(scores: Sequence[float]) -> list[float]:
    most = max(scores)
    powers = [math.exp(score - most) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]


def _centred(weights: Sequence[float], scale: float) -> list[float]:
    """Weights in units of fitting; what speaks for all storylines speaks for none."""
    mean = sum(weights) / len(weights)
    return [(weight - mean) / scale for weight in weights]


def pruned(model: Fitted, articles: Sequence[Labelled]) -> Fitted:
    """Leave out what hardly matters."""
    told = Counter(part for article in articles for part in article.parts)
    weights: dict[str, list[float]] = {}
    for part, each in model.weights.items():
        share = told[part] / len(articles)
        spread = math.sqrt(share * (1 - share))
        weights[part] = [round(weight, 2) if abs(weight) * spread >= LEAST_MATTERS else 0.0 for weight in each]
    return Fitted(model.storylines, weights)


def asked(articles: Sequence[Labelled]) -> str:
    """Say how right leanings are on streams that took no part in fitting them, of what told something new."""
    streams = sorted({article.stream for article in articles})
    if len(streams) == 1:
        return "one stream alone cannot be asked"
    before = after = count = 0
    for held in parts(streams, FOLDS):
        rest = [article for article in articles if article.stream not in held]
        model = pruned(fit(rest), rest)
        for article in (article for article in articles if article.stream in held and article.new):
            before += max((score, slug) for slug, score in article.fits.items())[1] == article.storyline
            after += model.best(article) == article.storyline
            count += 1
    by_others = f"on {len(streams)} streams, each by leanings of the others"
    return f"{by_others}: {before / count:.3f} of {count} right without, {after / count:.3f} with"


# ── writing ───────────────────────────────────────────────────────────────────


def written(model: Fitted, dossiers: str) -> str:
    """Put a line of leanings below the signs of each dossier, in place of the one that is there."""
    lines: list[str] = []
    slug = ""
    for line in dossiers.splitlines():
        if line.startswith("    leanings:"):
            continue
        lines.append(line)
        slug = found[1] if (found := re.match(r"  - slug: (\w+)", line)) else slug
        if line.startswith("    signs:") and slug in model.storylines:
            lines.append(f"    leanings: {{{_leanings(model, model.storylines.index(slug))}}}")
    return "\n".join(lines) + "\n"


def _leanings(model: Fitted, number: int) -> str:
    kinds: dict[str, list[str]] = {}
    for part, weights in sorted(model.weights.items()):
        kind, _, name = part.partition(" ")
        if weights[number]:
            kinds.setdefault(kind, []).append(f"{name}: {weights[number]}")
    return ", ".join(f"{kind}: {{{', '.join(told)}}}" for kind, told in kinds.items())


def main() -> None:
    """Measure, or fit."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    kinds = parser.add_subparsers(dest="part", required=True)
    measuring = kinds.add_parser("measure", help="place labelled streams, and keep what was found of each article")
    measuring.add_argument("streams", nargs="+", type=Path)
    measuring.add_argument("--into", type=Path, required=True)
    fitting = kinds.add_parser("fit", help="make leanings of what was measured")
    fitting.add_argument("folder", type=Path)
    fitting.add_argument("--write", type=Path, help="the dossiers to write into; else nothing is written")
    given = parser.parse_args()
    if given.part == "measure":
        for stream in given.streams:
            keep(measure(stream), file_of(stream, given.into))
        return
    articles = load(given.folder)
    print(asked(articles), file=sys.stderr)
    if given.write:
        model = pruned(fit(articles), articles)
        given.write.write_text(written(model, given.write.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
