"""What the tests of the domain place, as labelled articles: what they hold of it is to be held by weights that are fitted anew."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from monitor.domain.judging import placing

BETWEEN = "|"  # reason and measure


def flat(measures: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
    """Put measures into one row of numbers, as files keep them."""
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
        self._heard += [{"new": decision.placement in _NEW, "measures": flat(measures)} for measures in self._last]
        return decision


_NEW = ("development", "opening")


def cases(files: Sequence[Path]) -> list[dict[str, Any]]:
    """Give the measures of what tests place, beside what they hold of it."""
    heard = Cases()
    with patch.object(placing, "measured", heard.measured), patch.object(placing, "_verdict", heard.verdict):
        pytest.main(["-q", "-n", "0", "-p", "no:cacheprovider", *map(str, files)], [heard])
    return heard.rows
