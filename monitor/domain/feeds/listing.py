"""A listing: how entries stood in a feed, so that those which stand there again as they were need not be read again.

A feed repeats itself: of thirty entries, twenty-eight were there before. Each is known by a hash of its raw form; reading, cleaning and
comparing is for the others. What is kept of the known ones is what tells them from the new: their marks, in a few bytes.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from monitor.domain.feeds.identity import Marks, usable


class Row(NamedTuple):
    """An entry as it stood in its feed."""

    raw: str  # stands for all that was written of it
    marks: Marks  # brief
    entry_id: int | None = None  # None: not kept yet


@dataclass(frozen=True, slots=True)
class Listing:
    """The entries of one poll, in the order of the feed."""

    context: str  # stands for all around the entries that may change what they mean
    rows: tuple[Row, ...]

    def known(self, context: str) -> Mapping[str, Row]:
        """The rows that count, by their raw form: none where what is around them has changed."""
        return {row.raw: row for row in self.rows} if context == self.context else {}

    def names_better(self, before: "Listing") -> bool:
        """Say whether an entry that stood in the listing before may now be known by a key that was shared then.

        Such a key has yet to be kept, so all entries have to be read.
        """
        then = {row.raw: set(own) for row, own in zip(before.rows, _usable(before.rows), strict=True)}
        now = zip(self.rows, _usable(self.rows), strict=True)
        return any(row.raw in then and not then[row.raw].issuperset(own) for row, own in now)

    def keep(self, ids: Sequence[int]) -> "Listing":
        """Fill in the ids of the new entries, which come in the order of the feed."""
        fresh = iter(ids)
        rows = (row if row.entry_id is not None else Row(row.raw, row.marks, next(fresh)) for row in self.rows)
        return Listing(self.context, tuple(rows))


def _usable(rows: Sequence[Row]) -> list[tuple[int, ...]]:
    return usable([row.marks for row in rows])


def new_keys(listing: Listing, marks: Sequence[Marks]) -> list[tuple[str, ...]]:
    """Name the new entries of a listing by those of their keys that are an identity; `marks` are theirs, not brief."""
    fresh = [own for row, own in zip(listing.rows, _usable(listing.rows), strict=True) if row.entry_id is None]
    return [tuple(one.keys[place] for place in own) for one, own in zip(marks, fresh, strict=True)]


def listing_to_json(listing: Listing) -> dict[str, Any]:
    """Write a listing as plain values."""
    rows = [[row.entry_id, row.raw, row.marks.words, row.marks.site, *row.marks.keys] for row in listing.rows]
    return {"context": listing.context, "rows": rows}


def listing_from_json(told: Mapping[str, Any]) -> Listing:
    """Read back what `listing_to_json` wrote."""
    rows = (Row(raw, Marks(tuple(keys), words, site), entry_id) for entry_id, raw, words, site, *keys in told["rows"])
    return Listing(told["context"], tuple(rows))
