"""Articles of other subjects, placed without topic and dates: do those of one happening come together, in one pass?"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from measuring import (
    NOON,
    OVERLAP,
    TITLE_OVERLAP,
    Counts,
    Row,
    bag_of,
    baseline_clusters,
    by_group,
    f1,
    figure,
    harmonic,
    lines_of,
    no_topic,
    overlaps,
    scratch_archive,
    share,
    thin,
)  # fmt: skip

from monitor.domain.articles.article import Article
from monitor.domain.facts.facts import Reading, read
from monitor.domain.judging.kinship import Neighbour, kin_of, measure
from monitor.domain.judging.storyline import Decision
from monitor.domain.matching.topic import Match
from monitor.pipeline.place import Placer
from monitor.store import articles, matches, memory

_EVERY = Match(True, 1.0, ("every article is measured",), (), ())
FROM = 0.24  # likeness that binds articles of one moment where the user has no storylines: `kin_from` less what nearness in time adds


@dataclass(frozen=True, slots=True)
class Placed:
    """Where one article came: its storyline, and the earlier article that it is most like."""

    storyline: str
    nearest: int | None
    likeness: float


def article_of(number: int, title: str, body: str, language: str) -> Article:
    """Make an article that says nothing of when and where it appeared."""
    return Article(0, f"measured:{number}", title, body, "measured", NOON, "press", language=language, stated=NOON)


def place_all(db: sa.Engine, texts: Sequence[tuple[str, str, str]]) -> list[Placed]:
    """Place articles (title, body, language) one after the other, as the stage does; each counts as a match."""
    placer, placed = Placer(no_topic()), []
    for number, (title, body, language) in enumerate(texts):
        article = article_of(number, title, body, language)
        with db.begin() as tx:
            kept = articles.save(tx, article)
            matches.save_match(tx, replace(article, id=kept), _EVERY, NOON, language)
        placed.append(_placed(kept, _decided(db, placer)))
    return placed


def _decided(db: sa.Engine, placer: Placer) -> Decision:
    decided: list[Decision] = []
    placer.place(db, lambda: NOON + timedelta(hours=1), lambda _tx, _article, _match, decision, _now: decided.append(decision))
    return decided[0]


def _placed(article: int, decision: Decision) -> Placed:
    compared: list[Any] = list(decision.evidence.get("compared", []))
    slug = decision.storyline or f"alone {article}"
    if compared and isinstance(compared[0], int):  # a copy, or a copy with a changed fact
        return Placed(slug, compared[0], 1.0)
    nearest = max(compared, key=lambda kin: kin["likeness"], default=None)
    return Placed(slug, nearest["article"], nearest["likeness"]) if nearest else Placed(slug, None, 0.0)


# ── clusters ──────────────────────────────────────────────────────────────────


def cluster_rows(path: Path, *, most: int | None = None) -> Iterator[Row]:
    """Measure B-cubed over the happenings of a collection, resampled by topic."""
    rows = thin(list(lines_of(path)), most)
    truth, topics = [row["cluster"] for row in rows], [row["thread"] for row in rows]
    with scratch_archive() as db:
        placed = place_all(db, [(row["title"], row["body"], row["language"]) for row in rows])

    def scored(name: str, found: Sequence[object], target: str = "", note: str = "") -> Iterator[Row]:
        counts = by_group(zip(topics, b_cubed(truth, found), strict=True))
        yield Row(f"{name}: B-cubed F1", figure(counts, harmonic), target, note)
        yield Row(f"{name}: precision", figure([(p, n) for p, _, n in counts], share))
        yield Row(f"{name}: recall", figure([(r, n) for _, r, n in counts], share))

    yield from scored("storylines as placed, no dossiers", [one.storyline for one in placed])
    chosen, levels = held_out(placed, truth, topics)
    yield from scored(
        "each with the earlier article most like it", chosen, "≥ 0.90", f"threshold from the other half of the topics: {levels}"
    )
    yield from scored(f"the same from likeness {FROM}, as shipped", joined(placed, FROM))
    for name, found in baseline_clusters([(row["title"], row["body"]) for row in rows]).items():
        yield from list(scored(f"*{name}*", found))[:1]


def b_cubed(truth: Sequence[object], found: Sequence[object]) -> list[Counts]:
    """Give precision, recall and 1 for each article."""
    both, true, ours = Counter(zip(truth, found, strict=True)), Counter(truth), Counter(found)
    return [(both[t, f] / ours[f], both[t, f] / true[t], 1.0) for t, f in zip(truth, found, strict=True)]


def joined(placed: Sequence[Placed], least: float) -> list[int]:
    """Let each article join the cluster of the earlier one that it is most like, from a likeness on."""
    clusters: dict[int, int] = {}
    for article, one in enumerate(placed, 1):
        near = one.nearest is not None and one.likeness >= least
        clusters[article] = clusters[one.nearest] if near and one.nearest in clusters else article
    return list(clusters.values())


def held_out(placed: Sequence[Placed], truth: Sequence[str], topics: Sequence[str]) -> tuple[list[object], str]:
    """Choose the threshold on one half of the topics for the other, and the other way round."""
    half = {topic: number % 2 for number, topic in enumerate(sorted(set(topics)))}
    sides = [half[topic] for topic in topics]
    tried = {least / 50: joined(placed, least / 50) for least in range(5, 36)}
    best = {side: max(tried, key=lambda least, side=side: _f1_of(truth, tried[least], sides, 1 - side)) for side in (0, 1)}
    found: list[object] = [tried[best[side]][number] for number, side in enumerate(sides)]
    return found, ", ".join(f"{best[side]:.2f}" for side in (0, 1))


def _f1_of(truth: Sequence[str], found: Sequence[int], sides: Sequence[int], side: int) -> float:
    counts = [c for c, s in zip(b_cubed(truth, found), sides, strict=True) if s == side]
    return harmonic([sum(column) for column in zip(*counts, strict=True)]) or 0.0 if counts else 0.0


# ── pairs ─────────────────────────────────────────────────────────────────────

Told = tuple[str, str, str]  # title, body, language


def headline_pairs(rows: Sequence[dict[str, str]], same: Callable[[str], bool]) -> list[tuple[Told, Told, bool]]:
    """Read pairs of headlines; `same` says which labels mean one happening."""
    return [((r["left_title"], "", r["lang"]), (r["right_title"], "", r["lang"]), same(r["label"])) for r in rows]


def article_pairs(path: Path) -> list[tuple[Told, Told, bool]]:
    """Read pairs of articles."""
    return [
        ((r["first_title"], r["first_text"], r["lang"]), (r["second_title"], r["second_text"], r["lang"]), r["label"] == "OK")
        for r in lines_of(path)
    ]


def pair_rows(name: str, pairs: Sequence[tuple[Told, Told, bool]]) -> Iterator[Row]:
    """Measure whether likeness tells pairs of one happening from others, beside baselines."""
    truth = [same for _, _, same in pairs]
    with scratch_archive() as db:
        likeness = _likenesses(db, pairs)
    yield Row(f"{name}: chance that a true pair is more alike than a false one", figure(_wins(truth, likeness), share, rounds=200))
    ways: dict[str, list[bool]] = {
        f"from likeness {FROM}, as shipped": [value >= FROM for value in likeness],
        "from the likeness that is best for the other half": _halved(truth, likeness),
        "*all of them*": [True] * len(pairs),
        "*85 % word overlap*": [overlaps(bag_of(f"{a[0]} {a[1]}"), bag_of(f"{b[0]} {b[1]}"), OVERLAP) for a, b, _ in pairs],
        "*title overlap*": [overlaps(bag_of(a[0]), bag_of(b[0]), TITLE_OVERLAP) for a, b, _ in pairs],
    }
    for way, found in ways.items():
        yield Row(f"{name}, {way}: F1", figure([(t and f, f, t) for t, f in zip(truth, found, strict=True)], f1))


def _likenesses(db: sa.Engine, pairs: Sequence[tuple[Told, Told, bool]]) -> list[float]:
    """Compare pairs as placing does, words weighed by how rare they are among all first articles."""
    firsts, seconds = [_read(one) for one, _, _ in pairs], [_read(two) for _, two, _ in pairs]
    with db.begin() as tx:
        for number, (one, reading) in enumerate(zip(pairs, firsts, strict=True)):
            kept = articles.save(tx, article_of(number, *one[0]))
            memory.remember(tx, kept, NOON, "measured", reading, None, None, True)
        return [
            kin_of(measure(two, memory.rarity(tx, memory.features_of(two))), NOON, Neighbour(0, NOON, "", one)).likeness
            for one, two in zip(firsts, seconds, strict=True)
        ]


def _read(told: Told) -> Reading:
    return read(*told, NOON.date())


def _wins(truth: Sequence[bool], likeness: Sequence[float]) -> list[Counts]:
    """Count for each true pair the false ones that are less alike: the area under the curve."""
    false = [value for same, value in zip(truth, likeness, strict=True) if not same]
    return [
        (sum((value > other) + 0.5 * (value == other) for other in false), len(false))
        for same, value in zip(truth, likeness, strict=True)
        if same
    ]


def _halved(truth: Sequence[bool], likeness: Sequence[float]) -> list[bool]:
    best = {}
    for side in (0, 1):
        own = [(same, value) for n, (same, value) in enumerate(zip(truth, likeness, strict=True)) if n % 2 != side]
        best[side] = max(range(60), key=lambda least, own=own: _f1_at(own, least / 60))
    return [value >= best[n % 2] / 60 for n, value in enumerate(likeness)]


def _f1_at(pairs: Sequence[tuple[bool, float]], least: float) -> float:
    right = sum(same and value >= least for same, value in pairs)
    return f1((right, sum(value >= least for _, value in pairs), sum(same for same, _ in pairs))) or 0.0
