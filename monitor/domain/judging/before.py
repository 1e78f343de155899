"""What the archive last said of the matter that a development moves on: the headline of an earlier article, quoted as it stands."""

from collections.abc import Sequence

from monitor.domain.facts.facts import Reading
from monitor.domain.judging.earlier import designators
from monitor.domain.judging.kinship import Kin
from monitor.domain.judging.storyline import Statement

_ONE_MATTER = 0.27  # likeness, less with time, from which two articles are about one matter
_AS_CLOSE = 0.1  # of several about as alike the newest tells how things stood


def stated_before(reading: Reading, bond: Kin | None, kins: Sequence[Kin], storyline: str | None) -> Statement | None:
    """Find the headline that said last how the matter stood: of the article on the same happening, or else of one much like it."""
    alike = [kin for kin in kins if kin.neighbour.storyline == storyline and kin.score >= _ONE_MATTER and not _of_others(reading, kin)]
    best = max((kin.score for kin in alike), default=0.0)
    close = [kin for kin in alike if kin.score >= best - _AS_CLOSE]
    found = bond or max(close, key=lambda kin: (kin.neighbour.at, kin.neighbour.told_new, -kin.neighbour.article), default=None)
    return _statement(_first_told(found, kins)) if found else None


def _of_others(reading: Reading, kin: Kin) -> bool:
    """Ask whether both name a craft or flight, and none in common: the landing of one is no earlier state of the next."""
    mine, theirs = designators(reading.names), designators(kin.neighbour.reading.names)
    return bool(mine and theirs) and not mine & theirs


def _first_told(found: Kin, kins: Sequence[Kin]) -> Kin:
    """Prefer the article that told a development first to those that repeat it."""
    key = found.neighbour.development
    return next((kin for kin in kins if key and kin.neighbour.development == key and kin.neighbour.told_new), found)


def _statement(kin: Kin) -> Statement:
    earlier = kin.neighbour
    return Statement(earlier.reading.title, earlier.publisher, earlier.at, earlier.article)
