"""Articles placed against what was told, decided from values alone."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from monitor.domain.facts.facts import read
from monitor.domain.judging.comparing import DEFAULT, Known, Surroundings, compare
from monitor.domain.judging.copying import Subject, Twin
from monitor.domain.judging.kinship import Neighbour
from monitor.domain.judging.placing import place
from monitor.domain.judging.storyline import Route

NOON = datetime(2024, 3, 10, 12, tzinfo=UTC)
DAY = timedelta(days=1)
PAD = Route("pad", "The pad", {"pad": 1.0}, {}, frozenset(), frozenset())
FIRST = (
    "Harbour crane falls into dock, two workers hurt",
    "A crane of the Nordhavn yard fell into the dock on Sunday and two "
    "workers were hurt, the port authority said. Damage is put at $14 million.",
)


def reading_of(title, text, language="en", at=NOON):
    """Read an article that names the pad in its title."""
    return read(title, text, language, at.date(), [("pad", 0)])


def told(title, text, language="en", at=NOON, article=1, storyline="pad"):
    """Remember an article as the first to tell of its happening."""
    reading = reading_of(title, text, language, at)
    return Neighbour(article, at, "Paper", reading, storyline, f"{storyline}#1", article, True)


def gone_round(first):
    """Remember an article, and that another outlet told the same."""
    return first, replace(first, article=first.article + 50, first=first.article, publisher="Herald", told_new=False)


def placed(
    title, text, *near, language="en", after=timedelta(hours=3), opened=True, trust="press", routes=True, every=False, rules=DEFAULT
):
    """Place an article against those told before; what stands in `TEXTS` is compared as a twin as well."""
    at = NOON + after
    reading = reading_of(title, text, language, at)
    twins = [
        Twin(neighbour, reading_of(neighbour.reading.title, TEXTS[neighbour.reading.title], neighbour.reading.language))
        for neighbour in near
        if neighbour.reading.title in TEXTS
    ]
    around = Surroundings({"pad": PAD} if routes else {}, [("pad", 2.0)] if routes else [], rules=rules)
    return place(compare(Subject(reading, at, trust, every), near, around), twins, Known(opened=opened))


TEXTS = {FIRST[0]: FIRST[1]}
