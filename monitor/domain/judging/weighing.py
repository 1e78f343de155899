"""How sure it is that an article tells something new: what speaks for it and what against, each with its weight, added up.

The rule is one of the reasons, and no judge over the others. The weights are those of a logistic regression (see `weights`).
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from monitor.domain.judging.weights import BEGINS, WEIGHTS

Measures = Mapping[str, Mapping[str, float]]  # of an article, under the reason for or against news that each belongs to

_BEGINS = "to begin with"


@dataclass(frozen=True, slots=True)
class Weighed:
    """The reasons, with their weights in log-odds, and the chance that they make together."""

    reasons: Mapping[str, float]
    worst: Mapping[str, str] = field(default_factory=dict)  # what of each reason speaks most against news

    @property
    def chance(self) -> float:
        """The chance that it tells something new, from 0 to 1."""
        return 1.0 / (1.0 + math.exp(-sum(self.reasons.values())))

    @property
    def against(self) -> tuple[str, ...]:
        """What speaks against news, the weightiest first, each with what of it weighs most."""
        names = sorted((name for name, weight in self.reasons.items() if weight < 0 and name != _BEGINS), key=self.reasons.__getitem__)
        return tuple(f"{name} ({self.worst[name]})" if name in self.worst else name for name in names)


def weigh(measures: Measures) -> Weighed:
    """Add up what speaks for news and what against."""
    weighed = {reason: _weights(reason, found) for reason, found in measures.items()}
    reasons = {reason: weight for reason, weights in weighed.items() if (weight := round(sum(weights.values()), 2))}
    worst = {reason: min(weighed[reason], key=weighed[reason].__getitem__) for reason, weight in reasons.items() if weight < 0}
    return Weighed({_BEGINS: BEGINS, **reasons}, {reason: name.replace("_", " ") for reason, name in worst.items()})


def _weights(reason: str, found: Mapping[str, float]) -> Mapping[str, float]:
    weights = WEIGHTS.get(reason, {})
    return {name: weights[name] * value for name, value in found.items() if name in weights}
