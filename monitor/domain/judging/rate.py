"""A share of few cases, with how far it can be trusted."""

import math
from dataclasses import dataclass
from typing import Any

_Z = 1.96  # 95 %


@dataclass(frozen=True, slots=True)
class Rate:
    """So many of so many, with the Wilson interval."""

    right: int
    of: int

    @property
    def value(self) -> float | None:
        """The share; None of nothing."""
        return self.right / self.of if self.of else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """The 95 % interval of Wilson, which holds for few cases and for shares near 0 and 1 too."""
        if not self.of:
            return None
        share, n = self.right / self.of, self.of
        middle = share + _Z * _Z / (2 * n)
        spread = _Z * math.sqrt(share * (1 - share) / n + _Z * _Z / (4 * n * n))
        under = 1 + _Z * _Z / n
        return max((middle - spread) / under, 0.0), min((middle + spread) / under, 1.0)

    def told(self) -> dict[str, Any]:
        """Tell the rate in plain values."""
        value, interval = self.value, self.interval
        return {
            "right": self.right,
            "of": self.of,
            "value": None if value is None else round(value, 4),
            "interval": None if interval is None else [round(bound, 4) for bound in interval],
        }
