"""How a day is told: its developments, what was added to older ones, in the order of a reader's interest."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

_WEIGHT = {"push": 0, "digest": 1, "store": 2, "none": 3}


@dataclass(slots=True)
class Told:
    """A development with the articles of a day that tell it."""

    key: str
    first: Any  # the article of the day that told it first
    others: list[Any] = field(default_factory=list)

    @property
    def publishers(self) -> list[str]:
        """Who else tells it, each once."""
        return [one for one in dict.fromkeys(other["publisher"] for other in self.others) if one != self.first["publisher"]]


@dataclass(frozen=True, slots=True)
class Day:
    """The developments of a day, and older ones that were told again on it."""

    new: Sequence[Told]
    again: Sequence[Told]


def tell_day(arrived: Iterable[Any]) -> Day:
    """Gather the matches of a day by their development: those first told on it, the weightiest first, and those told again."""
    found: dict[str, Told] = {}
    for row in sorted(arrived, key=lambda row: (row["first_seen_at"], row["id"])):
        if row["development"] is None:
            continue
        told = found.get(row["development"])
        if told is None:
            found[row["development"]] = Told(row["development"], row)
        elif row["first"]:
            told.others.insert(0, told.first)
            told.first = row
        else:
            told.others.append(row)
    new = [told for told in found.values() if told.first["first"]]
    again = [told for told in found.values() if not told.first["first"]]
    weighed = sorted(new, key=lambda told: told.first["first_seen_at"], reverse=True)
    return Day(sorted(weighed, key=lambda told: (not told.first["alerted"], _WEIGHT.get(told.first["level"], 9))), again)
