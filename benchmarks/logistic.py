"""A logistic regression with a ridge, over rows of named numbers most of which are nought: Newton's method, in plain Python."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Numbers = Mapping[str, float]

_ROUNDS, _ENOUGH = 30, 1e-6


@dataclass(frozen=True, slots=True)
class Fitted:
    """What each name adds to the log-odds for each unit, and where they begin."""

    begins: float
    weights: Numbers
    spreads: Numbers  # standard deviation of each name over the rows: a weight times its spread says how much it matters

    def odds(self, row: Numbers) -> float:
        """The log-odds of a row."""
        return self.begins + sum(self.weights[name] * value for name, value in row.items() if name in self.weights)

    def told(self, name: str) -> float:
        """How much a name matters: the log-odds that one standard deviation of it adds."""
        return abs(self.weights[name] * self.spreads[name])


def fit(rows: Sequence[Numbers], answers: Sequence[bool], counts: Sequence[float], names: Sequence[str], ridge: float) -> Fitted:
    """Fit the weights of `names`; `counts`: how much each row counts; `ridge`: what a weight costs for each squared spread of its name."""
    spreads = {name: _spread([row.get(name, 0.0) for row in rows]) for name in names}
    place = {name: number for number, name in enumerate(names, 1)}  # at 0 where they begin
    sparse = [[(0, 1.0), *((place[name], value) for name, value in row.items() if value and name in place)] for row in rows]
    penalties = [0.0, *(ridge * spreads[name] ** 2 for name in names)]
    weights = [0.0] * (len(names) + 1)
    for _ in range(_ROUNDS):
        step = _solve(*_slopes(sparse, answers, counts, weights, penalties))
        weights = [weight - change for weight, change in zip(weights, step, strict=True)]
        if max(map(abs, step)) < _ENOUGH:
            break
    return Fitted(weights[0], dict(zip(names, weights[1:], strict=True)), spreads)


def _slopes(
    rows: Sequence[Sequence[tuple[int, float]]],
    answers: Sequence[bool],
    counts: Sequence[float],
    weights: Sequence[float],
    penalties: Sequence[float],
) -> tuple[list[list[float]], list[float]]:
    """Say how steep the loss is (second), and how its slope changes (first)."""
    slope = [penalty * weight for penalty, weight in zip(penalties, weights, strict=True)]
    change = [[0.0] * (number + 1) for number in range(len(weights))]  # its lower half: the upper is the same
    for number, penalty in enumerate(penalties):
        change[number][number] = penalty
    for row, answer, count in zip(rows, answers, counts, strict=True):
        chance = 1 / (1 + math.exp(-sum(weights[at] * value for at, value in row)))
        off, bend = count * (chance - answer), count * chance * (1 - chance)
        for at, value in row:
            slope[at] += off * value
            line, bent = change[at], bend * value
            for other, beside in row:
                if other <= at:
                    line[other] += bent * beside
    return change, slope


def _solve(lower: list[list[float]], right: Sequence[float]) -> list[float]:
    """Solve a symmetric positive set of equations by Cholesky's method; what no row tells apart stays where it is."""
    size = len(right)
    for i in range(size):
        for j in range(i + 1):
            rest = lower[i][j] - sum(a * b for a, b in zip(lower[i][:j], lower[j][:j], strict=True))
            lower[i][j] = math.sqrt(max(rest, 1e-9)) if i == j else rest / lower[j][j]
    found: list[float] = []
    for i in range(size):
        found.append((right[i] - sum(lower[i][j] * found[j] for j in range(i))) / lower[i][i])
    for i in reversed(range(size)):
        found[i] = (found[i] - sum(lower[j][i] * found[j] for j in range(i + 1, size))) / lower[i][i]
    return found


def _spread(values: Sequence[float]) -> float:
    mean = sum(values) / len(values)
    return math.sqrt(sum((value - mean) ** 2 for value in values) / len(values))
