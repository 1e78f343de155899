"""What a person's verdict means: about the article, about the decision on it, and about the thresholds.

Three questions are asked of an article: is it relevant? is it new? is its storyline right? A verdict answers one or more; of several
verdicts on an article the last answer to each question counts. The answers are compared with what was decided before anybody spoke.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, get_args

from monitor.domain.judging.rate import Rate
from monitor.domain.judging.storyline import Rules

Verdict = Literal["relevant", "not-relevant", "new", "not-new", "same-as", "wrong-storyline", "opens-storyline", "wrong-date"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)

NEW = ("development", "opening")
TOLD = ("copy", "repeat", "background")

LEAST = 20  # verdicts on one kind of decision, before they move a threshold
FURTHEST = 0.2  # how far a threshold moves at most, as a share of the shipped value
FALSE_ALERTS = 0.08  # what is borne without moving: of alerts that are nothing new,
FALSE_SILENCES = 0.05  # of new things that were held,
FALSE_MATCHES = 0.03  # of matches that do not concern the topic,
MISSED = 0.03  # and of articles passed over that do
OF_NOVELTY = ("news_from", "fresh_from", "chance_from", "beyond_from", "raised_from")  # the thresholds that verdicts on novelty move
_FULL = 0.5  # from so many wrong ones on it moves all the way


@dataclass(frozen=True, slots=True)
class Answers:
    """What a person says of an article; None where they said nothing of it."""

    relevant: bool | None = None
    new: bool | None = None
    astray: bool | None = None  # it lies in the wrong storyline


_ANSWERS: Mapping[str, Answers] = {
    "relevant": Answers(relevant=True),
    "not-relevant": Answers(relevant=False),
    "new": Answers(relevant=True, new=True),
    "not-new": Answers(relevant=True, new=False),
    "same-as": Answers(relevant=True, new=False),
    "wrong-storyline": Answers(relevant=True, astray=True),
    "opens-storyline": Answers(relevant=True, astray=True),
    "wrong-date": Answers(),
}


def answers(verdicts: Iterable[str]) -> Answers:
    """Take several verdicts on one article together, the oldest first: the last answer to each question counts."""
    relevant = new = astray = None
    for said in (_ANSWERS[verdict] for verdict in verdicts):
        relevant = relevant if said.relevant is None else said.relevant
        new = new if said.new is None else said.new
        astray = astray if said.astray is None else said.astray
    return Answers(relevant, new if relevant is not False else None, astray)


@dataclass(frozen=True, slots=True)
class Decided:
    """What had been decided on an article when a verdict was given."""

    relevant: bool
    score: float
    placement: str | None = None  # None: not placed yet
    level: str | None = None
    storyline: str | None = None
    development: str | None = None

    @property
    def new(self) -> bool:
        """Whether it was taken for new."""
        return self.placement in NEW

    @property
    def told(self) -> bool:
        """Whether it was taken for something told before."""
        return self.placement in TOLD

    @property
    def alerts(self) -> bool:
        """Whether it asked for a message; a baseline and quiet hours are no judgement."""
        return self.level in ("push", "digest")


@dataclass(frozen=True, slots=True)
class Reviewed:
    """An article that a person judged, with what had been decided before anybody spoke."""

    article: int
    language: str
    matched: Decided
    placed: Decided  # the first that placed it as a match: where a person made it one, that is a later decision
    said: Answers


# ── what may be said ──────────────────────────────────────────────────────────


# What a verdict has to name: the option, what it holds, and the verdict that it belongs to.
NAMED = (
    ("of", "--of ARTICLE or --of DEVELOPMENT", "same-as"),
    ("storyline", "--storyline SLUG", "wrong-storyline"),
    ("title", "--title TEXT", "opens-storyline"),
    ("date", "--date DAY", "wrong-date"),
)


def objection(verdict: str, decided: Decided, *, seed: bool, named: Mapping[str, object]) -> str | None:
    """Say why a verdict cannot be given; None where it can. `named` is what was said beside it."""
    if seed:
        return "it is a seed: change it in the folder of seeds"
    for name, option, owner in NAMED:
        if (verdict == owner) != (named.get(name) is not None):
            return f"{option} belongs to {owner}, and {owner} needs it"
    if verdict in ("relevant", "not-relevant"):
        return None
    if not decided.relevant:
        return "it was not taken for a match: say relevant first, and let it be placed"
    if decided.placement is None:
        return "it has not been placed yet: run `monitor poll`, or wait for the daemon"
    if named.get("storyline") is not None and named["storyline"] == decided.storyline:
        return f"it lies in {decided.storyline} already: name the storyline that it belongs to"
    return None


# ── thresholds ────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Adjustment:
    """By what the shipped thresholds are multiplied, and why."""

    relevance: float = 1.0
    novelty: float = 1.0
    reasons: tuple[str, ...] = ()

    def relevant_from(self, shipped: float) -> float:
        """The score from which an article is a match; never out of reach."""
        return min(round(shipped * self.relevance, 3), 1.0)

    def rules(self, shipped: Rules) -> Rules:
        """The rules of placing, with the weights and chances from which something counts as new."""
        return replace(shipped, **{name: round(getattr(shipped, name) * self.novelty, 3) for name in OF_NOVELTY})

    def told(self, relevant_from: float, rules: Rules) -> dict[str, Any]:
        """Tell each threshold as it was shipped and as it is now, and why."""
        now = self.rules(rules)
        return {
            "relevant_from": {"shipped": relevant_from, "now": self.relevant_from(relevant_from)},
            **{name: {"shipped": getattr(rules, name), "now": getattr(now, name)} for name in OF_NOVELTY},
            "because": list(self.reasons)
            or [f"no kind of decision has {LEAST} verdicts that say it is wrong more often than can be borne"],
        }


def adjust(reviewed: Sequence[Reviewed]) -> Adjustment:
    """Move the thresholds by what people said, by a bounded rule.

    Each threshold is pulled up by things let through wrongly and down by things held back wrongly. A pull counts only from LEAST
    verdicts on such decisions on. It is 0 as long as the lower bound of the share of wrong ones (Wilson, 95 %) is below what is
    borne, grows evenly, and is 1 where that bound is at a half. The difference of both pulls moves the threshold, at 1 by FURTHEST.
    """
    false_matches, missed = rate_of(reviewed, _matched, _off_topic), rate_of(reviewed, _passed_over, _on_topic)
    false_alerts, silences = rate_of(reviewed, _called_new, _old), rate_of(reviewed, _called_told, _new)
    relevance = round(1 + FURTHEST * (pull(false_matches, FALSE_MATCHES) - pull(missed, MISSED)), 3)
    novelty = round(1 + FURTHEST * (pull(false_alerts, FALSE_ALERTS) - pull(silences, FALSE_SILENCES)), 3)
    reasons = []
    if relevance != 1:
        reasons.append(f"relevance × {relevance}: {_of(false_matches)} matches were not relevant, {_of(missed)} passed over were")
    if novelty != 1:
        reasons.append(f"novelty × {novelty}: {_of(false_alerts)} developments were not new, {_of(silences)} held as told were")
    return Adjustment(relevance, novelty, tuple(reasons))


def pull(wrong: Rate, borne: float) -> float:
    """Say how hard wrong decisions pull at a threshold, from 0 to 1."""
    interval = wrong.interval
    if interval is None or wrong.of < LEAST:
        return 0.0
    return min(max((interval[0] - borne) / (_FULL - borne), 0.0), 1.0)


def _of(rate: Rate) -> str:
    return f"{rate.right} of {rate.of} reviewed"


# ── how good it was ───────────────────────────────────────────────────────────

Ask = Callable[[Reviewed], bool | None]  # None: nobody said


def rate_of(reviewed: Iterable[Reviewed], among: Ask, right: Ask) -> Rate:
    """Count, among those of which `among` holds and a person said something, those of which `right` holds."""
    told = [right(one) for one in reviewed if among(one)]
    known = [one for one in told if one is not None]
    return Rate(sum(known), len(known))


def measure(reviewed: Sequence[Reviewed], counts: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """Compare decisions with what people said of them, in all and for each language and storyline, beside the counts of the archive."""
    return {
        "all": {**counts["all"].get("all", {}), **_scores(reviewed)},
        "by language": _grouped(reviewed, counts["language"], lambda one: one.language),
        "by storyline": _grouped(reviewed, counts["storyline"], lambda one: one.placed.storyline or NO_STORYLINE),
    }


NO_STORYLINE = "none"


def _grouped(reviewed: Sequence[Reviewed], counts: Mapping[str, Any], name: Callable[[Reviewed], str]) -> dict[str, Any]:
    names = sorted({*counts, *map(name, reviewed)})
    return {group: {**counts.get(group, {}), **_scores([one for one in reviewed if name(one) == group])} for group in names}


def _scores(reviewed: Sequence[Reviewed]) -> dict[str, Any]:
    return {
        "reviewed": len(reviewed),
        "alerts that were new": rate_of(reviewed, _alerted, _right_alert).told(),
        "held though new": rate_of(reviewed, _silent, _new).told(),
        "matches on the topic": rate_of(reviewed, _matched, _on_topic).told(),
        "passed over though on the topic": rate_of(reviewed, _passed_over, _on_topic).told(),
        "in the right storyline": rate_of(reviewed, _has_storyline, lambda one: not one.said.astray).told(),
    }


def _alerted(one: Reviewed) -> bool:
    return one.placed.alerts


def _silent(one: Reviewed) -> bool:
    return one.placed.placement is not None and not one.placed.alerts and one.placed.relevant


def _matched(one: Reviewed) -> bool:
    return one.matched.relevant


def _passed_over(one: Reviewed) -> bool:
    return not one.matched.relevant


def _called_new(one: Reviewed) -> bool:
    return one.placed.new


def _called_told(one: Reviewed) -> bool:
    return one.placed.told


def _has_storyline(one: Reviewed) -> bool:
    return one.placed.storyline is not None and one.said.relevant is True


def _on_topic(one: Reviewed) -> bool | None:
    return one.said.relevant


def _off_topic(one: Reviewed) -> bool | None:
    return None if one.said.relevant is None else not one.said.relevant


def _new(one: Reviewed) -> bool | None:
    return one.said.new


def _old(one: Reviewed) -> bool | None:
    return None if one.said.new is None else not one.said.new


def _right_alert(one: Reviewed) -> bool | None:
    """An alert is right if what it tells concerns the topic and is new; that it is relevant alone says too little."""
    return False if one.said.relevant is False else one.said.new
