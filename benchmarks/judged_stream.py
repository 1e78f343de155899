"""The labelled stream, judged in order of arrival by the whole of match and place; counts by development."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from measuring import OVERLAP, ROOT, TITLE_OVERLAP, Counts, Figure, Formula, Row, bag_of, f1, figure, overlaps, share, topic_of

from monitor.evaluation import evaluate
from monitor.judge import judge, read_items
from monitor.settings.seeds import load_seeds

Labels = Mapping[str, Any]
Pair = tuple[Labels, dict[str, Any]]  # a label and the verdict on it
Told = Mapping[str, Any]


def stream_rows(path: Path, *, most: int | None = None) -> list[Row]:
    """Judge the stream and measure everything that its labels allow."""
    with path.open(encoding="utf-8") as lines:
        items = list(read_items(lines))[:most]
    given = load_seeds(ROOT / "seeds")
    verdicts = list(judge(items, topic_of(), given.seeds, given.dossiers, with_dossiers=False))
    pairs = list(zip([item.labels for item in items], verdicts, strict=True))
    return [*_relevance(pairs), *_developments(pairs), *_baselines(pairs)]


# ── groups ────────────────────────────────────────────────────────────────────


def _groups(pairs: Sequence[Pair]) -> list[list[Pair]]:
    """Put what tells one development together; each article without one stands alone."""
    groups: dict[str, list[Pair]] = {}
    for label, verdict in pairs:
        groups.setdefault(label.get("development_id") or f"article {label['id']}", []).append((label, verdict))
    return list(groups.values())


def _evaluated(pairs: Sequence[Pair]) -> list[Told]:
    return [evaluate([label for label, _ in group], [verdict for _, verdict in group]) for group in _groups(pairs)]


def _measure(told: Sequence[Told], counts: Callable[[Told], Counts], formula: Formula) -> Figure:
    return figure([counts(one) for one in told], formula)


def _rate(*path: str) -> Callable[[Told], Counts]:
    def counts(told: Told) -> Counts:
        found: Any = told
        for key in path:
            found = found[key]
        return found["right"], found["of"]

    return counts


def _f1_of(*path: str) -> Callable[[Told], Counts]:
    def counts(told: Told) -> Counts:
        right, found = _rate(*path, "precision")(told)
        return right, found, _rate(*path, "recall")(told)[1]

    return counts


# ── what the labels allow ─────────────────────────────────────────────────────


def _relevance(pairs: Sequence[Pair]) -> Iterator[Row]:
    told = _evaluated(pairs)
    yield Row("relevance, precision", _measure(told, _rate("relevance", "all", "precision"), share), "≥ 0.97")
    yield Row("relevance, recall", _measure(told, _rate("relevance", "all", "recall"), share), "≥ 0.97")
    for language in sorted({str(label["language"]) for label, _ in pairs}):
        own = _evaluated([pair for pair in pairs if pair[0]["language"] == language])
        yield Row(f"relevance in {language}, F1", _measure(own, _f1_of("relevance", "all"), f1), "≥ 0.95")
    yield Row("hard negatives let through", _measure(told, _rate("hard negatives let through"), share), "≤ 0.03")


_DEVELOPMENTS = (
    ("storyline right, of true developments", ("storyline of developments",), "≥ 0.93"),
    ("copies and repeats hung on their development", ("same development", "all"), ""),
    ("the same across languages", ("same development", "across languages"), "≥ 0.90"),
    ("push or digest as labelled", ("level of found developments",), ""),
    ("new facts told in the quotes (by machine, a lower bound)", ("novelties", "facts told"), "≥ 0.85"),
    ("the same, figures and dates in whatever words", ("novelties", "facts told, in whatever words"), "≥ 0.85"),
)


def _developments(pairs: Sequence[Pair]) -> Iterator[Row]:
    told = _evaluated(pairs)
    yield Row("developments found", _measure(told, _rate("developments", "recall"), share), "≥ 0.95")
    yield Row("alerts that are new developments", _measure(told, _rate("developments", "precision"), share), "≥ 0.92")
    yield Row("alerts that are the first of their development", _measure(told, _rate("developments", "first to tell"), share))
    yield Row("alerts for each development found", figure(map(_alerts_each, _groups(pairs)), share), "≤ 1.08")
    yield Row("alerts against relevant articles", figure(map(_alerts_share, _groups(pairs)), share), "≤ 0.45", _floor(pairs))
    for name, path, target in _DEVELOPMENTS:
        yield Row(name, _measure(told, _rate(*path), share), target)
    for language in sorted({str(label["language"]) for label, _ in pairs}):
        own = _evaluated([pair for pair in pairs if pair[0]["language"] == language])
        yield Row(f"developments found in {language}", _measure(own, _rate("by language", language, "recall"), share))
        yield Row(f"alerts that are new in {language}", _measure(own, _rate("by language", language, "precision"), share))


def _floor(pairs: Sequence[Pair]) -> str:
    """Say how many alerts a perfect judge would send: so far down can the share go."""
    new = sum(bool(label["is_new_development"]) for label, _ in pairs)
    relevant = sum(bool(label["relevant"]) for label, _ in pairs)
    return f"one alert for each labelled development would be {new / relevant:.2f}" if relevant else ""


def _alerts(pair: Pair) -> bool:
    return pair[1]["level"] in ("push", "digest")


def _alerts_each(group: Sequence[Pair]) -> Counts:
    """Count the alerts of a development that has any, and the development."""
    sent = sum(_alerts(pair) for pair in group) if any(label["is_new_development"] for label, _ in group) else 0
    return sent, min(sent, 1)


def _alerts_share(group: Sequence[Pair]) -> Counts:
    return sum(map(_alerts, group)), sum(bool(label["relevant"]) for label, _ in group)


# ── what others would do ──────────────────────────────────────────────────────


def _baselines(pairs: Sequence[Pair]) -> Iterator[Row]:
    told_before = {
        "85 % word overlap": _overlapping(pairs, lambda label: f"{label['title']} {label['body']}", OVERLAP),
        "title overlap": _overlapping(pairs, lambda label: str(label["title"]), TITLE_OVERLAP),
    }
    policies: dict[str, Callable[[Pair], bool]] = {
        "send nothing": lambda _pair: False,
        "send every match": lambda pair: pair[1]["relevant"],
        **{name: _unlike(known) for name, known in told_before.items()},
        "this program": _alerts,
    }
    for name, sends in policies.items():
        groups = [_sent(group, sends) for group in _groups(pairs)]
        yield Row(f"*{name}*: developments found", figure([(found, of) for found, of, _, _, _ in groups], share))
        yield Row(f"*{name}*: alerts that are new", figure([(new, sent) for _, _, new, sent, _ in groups], share))
        yield Row(f"*{name}*: alerts against relevant articles", figure([(sent, matches) for *_, sent, matches in groups], share))


def _unlike(known: frozenset[str]) -> Callable[[Pair], bool]:
    return lambda pair: pair[1]["relevant"] and pair[0]["id"] not in known


def _overlapping(pairs: Sequence[Pair], text: Callable[[Labels], str], least: float) -> frozenset[str]:
    """Name the matches that overlap with an earlier match."""
    seen: list[frozenset[str]] = []
    found: set[str] = set()
    for label, verdict in pairs:
        if not verdict["relevant"]:
            continue
        bag = bag_of(text(label))
        if any(overlaps(bag, other, least) for other in seen):
            found.add(label["id"])
        seen.append(bag)
    return frozenset(found)


def _sent(group: Sequence[Pair], sends: Callable[[Pair], bool]) -> Counts:
    """Count: developments found, developments, new ones sent, sent, relevant articles."""
    new = any(label["is_new_development"] for label, _ in group)
    sent = [pair for pair in group if sends(pair)]
    return bool(sent and new), new, sum(bool(label["is_new_development"]) for label, _ in sent), len(sent), _alerts_share(group)[1]
