"""How loud a development is: at once, in the digest, or kept only."""

from collections.abc import Sequence

from monitor.domain.facts import Reading
from monitor.domain.storyline import Level, Novelty, Route

# Ideas that are news at once in any storyline: something broke, somebody died, a court or a parliament decided.
_LOUD = frozenset(
    "crash failure die injure leak fire suspend resume ban ratify sign seize court arrest appoint resign permit refuse cause cancel warn".split()
)
_QUIET_KINDS = frozenset({"correction", "denial"})


def level_of(reading: Reading, route: Route | None, novelties: Sequence[Novelty]) -> tuple[Level, str]:
    """Choose the level of a development, and say by which rule."""
    kinds = {novelty.kind for novelty in novelties}
    if kinds & _QUIET_KINDS:
        return "digest", "a correction or denial of what was told already"
    asked = sorted(reading.head & route.alert_on) if route else []
    loud = sorted(reading.head & _LOUD)
    if "roundup" in reading.marks:
        return "digest", "one point of a round-up"
    if "date" in kinds and any(novelty.kind == "date" and novelty.old for novelty in novelties):
        return "push", "a known date moved"
    if loud or len(asked) >= 2:
        return "push", "news of the kind asked for: " + ", ".join(loud or asked)
    return "digest", "nothing that the storyline wants at once"
