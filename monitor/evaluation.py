"""Compare judgements with labels: precision, recall and F1 with intervals, by class and language, beside three baselines."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from monitor.domain.facts.facts import NAMES, read
from monitor.domain.judging.rate import Rate
from monitor.domain.words.likeness import words_of

NEW = ("development", "opening")
SAME = ("copy", "repeat")
_OVERLAP = 0.85

Labels = Mapping[str, Any]
Verdict = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Pair:
    """A label and the verdict on the same item."""

    label: Labels
    verdict: Verdict

    @property
    def language(self) -> str:
        """The language that the label states."""
        return str(self.label.get("language") or "?")


def evaluate(labels: Sequence[Labels], verdicts: Sequence[Verdict]) -> dict[str, Any]:
    """Measure everything that the labels allow."""
    pairs = [Pair(label, verdict) for label, verdict in zip(labels, verdicts, strict=True)]
    languages = sorted({pair.language for pair in pairs})
    return {
        "items": len(pairs),
        "relevance": {
            "all": _f1(pairs, _is_relevant, _found_relevant),
            **{la: _f1(_of(pairs, la), _is_relevant, _found_relevant) for la in languages},
        },
        "hard negatives let through": _rate(pairs, lambda p: not p.label.get("relevant"), _found_relevant),
        "developments": _developments(pairs),
        "by language": {language: _developments(_of(pairs, language)) for language in languages},
        "placement": {name: _f1(pairs, _labelled(name), _placed(name)) for name in (*NEW, *SAME, "background", "none")},
        "storyline of developments": _rate(pairs, _is_new, lambda p: p.label.get("storyline") == p.verdict["storyline"]),
        "same development": _same_development(pairs),
        "level of found developments": _rate(
            pairs, lambda p: _is_new(p) and _alerts(p), lambda p: p.label.get("action") == p.verdict["level"]
        ),
        "novelties": _novelties(pairs),
        "baselines": _baselines(pairs),
        "misses": _misses(pairs),
    }


def _of(pairs: Sequence[Pair], language: str) -> list[Pair]:
    return [pair for pair in pairs if pair.language == language]


def _is_relevant(pair: Pair) -> bool:
    return bool(pair.label.get("relevant"))


def _found_relevant(pair: Pair) -> bool:
    return bool(pair.verdict["relevant"])


def _is_new(pair: Pair) -> bool:
    return bool(pair.label.get("is_new_development"))


def _alerts(pair: Pair) -> bool:
    return pair.verdict["level"] in ("push", "digest")


def _labelled(name: str) -> Callable[[Pair], bool]:
    return lambda pair: pair.label.get("placement") == name


def _placed(name: str) -> Callable[[Pair], bool]:
    return lambda pair: pair.verdict["placement"] == name


def _rate(pairs: Iterable[Pair], among: Callable[[Pair], bool], right: Callable[[Pair], bool]) -> dict[str, Any]:
    chosen = [pair for pair in pairs if among(pair)]
    return Rate(sum(right(pair) for pair in chosen), len(chosen)).told()


def _f1(pairs: Sequence[Pair], true: Callable[[Pair], bool], found: Callable[[Pair], bool]) -> dict[str, Any]:
    both = sum(true(p) and found(p) for p in pairs)
    precision, recall = Rate(both, sum(map(found, pairs))), Rate(both, sum(map(true, pairs)))
    total = precision.of + recall.of
    return {"precision": precision.told(), "recall": recall.told(), "f1": round(2 * both / total, 4) if total else None}


def _developments(pairs: Sequence[Pair], alerts: Callable[[Pair], bool] = _alerts) -> dict[str, Any]:
    """Count by development: one is found where any article that tells it alerts."""
    wanted = {p.label["development_id"] for p in pairs if _is_new(p)}
    alerted = [p for p in pairs if alerts(p)]
    hit = [p.label["development_id"] for p in alerted if p.label.get("development_id") in wanted]
    found = set(hit)
    matches = sum(_is_relevant(p) for p in pairs)
    return {
        "alerts": len(alerted),
        "recall": Rate(len(found), len(wanted)).told(),
        "precision": Rate(sum(_is_new(p) for p in alerted), len(alerted)).told(),
        # Its first report may have been missed: the retelling that alerts then tells the reader something new all the same.
        "first to tell": Rate(len(found), len(alerted)).told(),
        "alerts for each development": round(len(hit) / len(found), 3) if found else None,
        "share of matches": round(len(alerted) / matches, 3) if matches else None,
    }


def _same_development(pairs: Sequence[Pair]) -> dict[str, Any]:
    """Ask of each copy and repeat whether it hangs on the development that it retells."""
    keys = {str(p.label["id"]): p.verdict["development"] for p in pairs}
    tongues = {str(p.label["id"]): p.language for p in pairs}

    def joined(pair: Pair) -> bool:
        first = pair.label.get("of")
        if pair.verdict["placement"] not in SAME:
            return False
        return pair.verdict["of"] == first or (first in keys and keys[first] is not None and pair.verdict["development"] == keys[first])

    def crosses(pair: Pair) -> bool:
        return pair.label.get("placement") in SAME and tongues.get(str(pair.label.get("of")), "en") != pair.language

    return {"all": _rate(pairs, lambda p: p.label.get("placement") in SAME, joined), "across languages": _rate(pairs, crosses, joined)}


# ── novelties ─────────────────────────────────────────────────────────────────


def _novelties(pairs: Sequence[Pair]) -> dict[str, Any]:
    """Ask whether the quoted sentences hold the figures and names of the labelled new facts: a lower bound, by machine."""
    found = [pair for pair in pairs if _is_new(pair) and _alerts(pair) and pair.label.get("new_facts")]
    facts = [(fact, pair) for pair in found for fact in pair.label["new_facts"]]
    told = sum(_tells(fact["text"], pair) for fact, pair in facts)
    meant = sum(_tells(fact["text"], pair) or _means(fact["text"], pair) for fact, pair in facts)
    first = sum(any(_tells(fact["text"], pair) for fact in pair.label["new_facts"]) for pair in found)
    return {
        "facts told": Rate(told, len(facts)).told(),
        "facts told, in whatever words": Rate(meant, len(facts)).told(),
        "developments with a told fact": Rate(first, len(found)).told(),
    }


def _tells(fact: str, pair: Pair) -> bool:
    quotes = {w for n in pair.verdict["novelties"] for w in words_of(f"{n['quote']} {n['text']}")}
    figures = {w for w in words_of(fact) if any(c.isdigit() for c in w)}
    if figures and pair.language == "en":
        return len(figures & quotes) >= 0.5 * len(figures)
    words = {w for w in words_of(fact) if len(w) > 3}
    return bool(pair.verdict["novelties"]) and (pair.language != "en" or len(words & quotes) >= 0.3 * max(len(words), 1))


def _means(fact: str, pair: Pair) -> bool:
    """Ask whether the quotes give half of a labelled fact's figures and dates in other words: ten thousand hectares, February."""
    day = datetime.fromisoformat(str(pair.label["published"])).date()
    quotes = " ".join(f"{n['quote']} {n['text']}" for n in pair.verdict["novelties"])
    wanted, told = _values(fact, "en", day), frozenset().union(*_values(quotes, pair.language, day))
    return bool(wanted) and 2 * sum(not keys.isdisjoint(told) for keys in wanted) >= len(wanted)


def _values(text: str, language: str, day: date) -> list[frozenset[str]]:
    return [frozenset(fact.keys) for fact in read("", text, language, day).facts if fact.kind not in NAMES]


# ── baselines ─────────────────────────────────────────────────────────────────


def _baselines(pairs: Sequence[Pair]) -> dict[str, Any]:
    """What others do: send nothing, send every match, send every match that overlaps little with an earlier one."""
    overlapping = _overlapping(pairs)
    return {
        "send nothing": _developments(pairs, lambda _p: False),
        "send every match": _developments(pairs, _found_relevant),
        "85 % overlap": _developments(pairs, lambda p: _found_relevant(p) and str(p.label["id"]) not in overlapping),
        "ours": _developments(pairs),
    }


def _overlapping(pairs: Sequence[Pair]) -> set[str]:
    """Name the items that share 85 % of their words with an earlier match."""
    seen: list[frozenset[str]] = []
    folded: set[str] = set()
    for pair in pairs:
        if not _found_relevant(pair):
            continue
        words = frozenset(words_of(f"{pair.label.get('title', '')} {pair.label.get('body', '')}"))
        if any(len(words & other) >= _OVERLAP * min(len(words), len(other)) for other in seen if words and other):
            folded.add(str(pair.label["id"]))
        seen.append(words)
    return folded


# ── misses, to be read one by one ─────────────────────────────────────────────


def _misses(pairs: Sequence[Pair]) -> list[dict[str, Any]]:
    return [
        {
            "id": pair.label["id"],
            "language": pair.language,
            "case": pair.label.get("case_type"),
            "labelled": pair.label.get("placement"),
            "placed": pair.verdict["placement"],
            "storyline": [pair.label.get("storyline"), pair.verdict["storyline"]],
            "title": pair.label.get("title"),
        }
        for pair in pairs
        if _class_of(pair.label.get("placement")) != _class_of(pair.verdict["placement"])
    ]


def _class_of(placement: Any) -> str:
    return "new" if placement in NEW else "told" if placement in (*SAME, "background") else "off topic"
