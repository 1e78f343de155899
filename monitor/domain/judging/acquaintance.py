"""Whom the archive knows: a text that names nothing of the topic belongs to it where it tells of somebody whom one storyline tells of."""

from collections.abc import Callable, Iterator, Sequence

from monitor.domain.facts.facts import Reading
from monitor.domain.facts.names import Name, names_in
from monitor.domain.judging.kinship import Neighbour

_AT_ITS_HEAD = 2.0  # what a name weighs that stands in title or lead
_FIRST_AND_LAST = 2  # longer ones are of bodies: International Space Station


def acquainted(reading: Reading, near: Sequence[Neighbour], is_known: Callable[[str], bool]) -> tuple[str, Neighbour] | None:
    """Find a person at the head of a text of whom articles of one storyline told at theirs, and none of another; with the newest of them.

    `is_known`: whether the gazetteer has a name, so that its own rules hold: a president is in the news for many things.
    """
    for full, keys in _people(reading):
        told = [earlier for earlier in near if all(earlier.reading.names.get(key, 0.0) >= _AT_ITS_HEAD for key in keys)]
        papers = {earlier.publisher.casefold() for earlier in told}  # a paper names itself, whatever it tells
        if len({earlier.storyline for earlier in told}) == 1 and told[0].storyline and full.casefold() not in papers and not is_known(full):
            return full, max(told, key=lambda earlier: (earlier.at, earlier.article))
    return None


def _people(reading: Reading) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The names of two words in title and lead, each as it stands there and with the keys of its words."""
    for line in reading.lines:
        if line.where in ("title", "lead"):
            for run in _runs(line.text, names_in(line.text, reading.language)):
                if len(run) == _FIRST_AND_LAST and not any(name.designator or name.state for name in run):
                    yield " ".join(name.text for name in run), tuple(name.key for name in run)


def _runs(text: str, names: Sequence[Name]) -> Iterator[list[Name]]:
    """Part the names of a sentence where more than a blank stands between two."""
    run: list[Name] = []
    for name in names:
        if run and text[run[-1].start + len(run[-1].text) : name.start] != " ":
            yield run
            run = []
        run.append(name)
    if run:
        yield run
