"""The folder of seeds: one Markdown file for each seed, and storylines.yaml with the dossiers."""

import datetime as dt
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from monitor.domain.articles.seed import Seed
from monitor.domain.judging.storyline import Dossier, PastDevelopment
from monitor.domain.words.concepts import IDEAS
from monitor.domain.words.text import clean, clean_line
from monitor.errors import SettingsError
from monitor.settings import yaml

LONGEST = 200_000  # characters of one file


M = TypeVar("M", bound=BaseModel)
Words = Annotated[str, Field(min_length=1, max_length=3000)]
Id = Annotated[str, Field(pattern=r"^[^\W_]+(?:[-_][^\W_]+)*$", max_length=80)]
Address = Annotated[str, Field(pattern=r"^https?://[^\s/]+\.[^\s]+$", max_length=2000)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class SeedHead(_Strict):
    """The front matter of a seed file."""

    id: Id
    title: Words
    publisher: Words
    date: dt.date
    date_certainty: Words
    language: Annotated[str, Field(pattern="^[a-z]{2,3}$")]
    url: Address
    other_urls: list[Address] = []
    storylines: Annotated[list[Id], Field(min_length=1)]
    key_figures: list[Words] = []
    people: list[Words] = []
    organisations: list[Words] = []
    errors: list[Words] = []


class Past(_Strict):
    """A dated development of the past."""

    date: dt.date
    what: Words
    url: Address | None = None


class DossierEntry(_Strict):
    """One dossier of storylines.yaml."""

    slug: Id
    title: Words
    seeds: list[Id] = []
    related_seeds: list[Id] = []
    background: str = ""
    key_entities: list[Id] = []
    signs: list[Words] = []
    leanings: dict[Literal["headline", "opening", "names"], dict[str, float]] = {}
    key_figures: list[Words] = []
    alert_on: list[Words] = []
    routine_noise: list[Words] = []
    chronology: list[Past] = []


class DossiersFile(_Strict):
    """storylines.yaml."""

    storylines: list[DossierEntry]


@dataclass(frozen=True, slots=True)
class SeedFolder:
    """What the user knows before the first poll."""

    seeds: tuple[Seed, ...] = ()
    dossiers: tuple[Dossier, ...] = ()


def load_seeds(folder: Path, entities: Collection[str] | None = None) -> SeedFolder:
    """Read all seeds and dossiers of a folder, which may be missing; raise a SettingsError that names every mistake.

    `entities`: the ids of the gazetteer; None where the topic has none to compare with.
    """
    mistakes: list[str] = []
    seeds = [seed for path in sorted(folder.glob("*.md")) for seed in _seed(path, mistakes)]
    dossiers = _dossiers(folder / "storylines.yaml", mistakes)
    if not mistakes:
        mistakes += _contradictions(seeds, dossiers, folder.name, entities)
    if mistakes:
        raise SettingsError(mistakes)
    return SeedFolder(tuple(seeds), tuple(dossiers))


def _seed(path: Path, mistakes: list[str]) -> Iterator[Seed]:
    whole, name = _text(path, mistakes), _shown(path)
    if whole is None:
        return
    found = re.match(r"---[ \t]*\n(.*?\n)---[ \t]*(?:\n|$)(.*)", whole, re.DOTALL)
    if not found:
        mistakes.append(f"{name}:1: a seed begins with front matter between two lines of three hyphens")
        return
    head = _validated(SeedHead, "\n" + found[1], name, mistakes)  # the line of hyphens counts
    text = "\n\n".join(" ".join(part.split()) for part in re.split(r"\n\s*\n", clean(found[2], LONGEST)) if part.strip())
    if not text:
        line = found[1].count("\n") + 3
        mistakes.append(f"{name}:{line}: there is no text below the front matter; say in a few sentences what it tells")
    elif head:
        yield _as_seed(head, text)


def _as_seed(head: SeedHead, text: str) -> Seed:
    return Seed(
        id=head.id,
        title=clean_line(head.title),
        publisher=clean_line(head.publisher),
        url=head.url,
        text=text,
        date=head.date,
        date_certainty=clean_line(head.date_certainty, 3000),
        language=head.language,
        other_urls=tuple(head.other_urls),
        storylines=tuple(head.storylines),
        key_figures=tuple(head.key_figures),
        people=tuple(head.people),
        organisations=tuple(head.organisations),
        errors=tuple(head.errors),
    )


def _dossiers(path: Path, mistakes: list[str]) -> list[Dossier]:
    text = _text(path, mistakes) if path.exists() else None
    read = _validated(DossiersFile, text, _shown(path), mistakes) if text is not None else None
    return [_as_dossier(entry) for entry in read.storylines] if read else []


def _as_dossier(entry: DossierEntry) -> Dossier:
    return Dossier(
        slug=entry.slug,
        title=clean_line(entry.title),
        seeds=tuple(entry.seeds),
        related_seeds=tuple(entry.related_seeds),
        background=clean_line(entry.background, 3000),
        key_entities=tuple(entry.key_entities),
        signs=tuple(entry.signs),
        leanings={str(kind): told for kind, told in entry.leanings.items()},
        key_figures=tuple(entry.key_figures),
        alert_on=tuple(entry.alert_on),
        routine_noise=tuple(entry.routine_noise),
        chronology=tuple(PastDevelopment(past.date, clean_line(past.what, 3000), past.url) for past in entry.chronology),
    )


def _contradictions(seeds: list[Seed], dossiers: list[Dossier], folder: str, entities: Collection[str] | None) -> Iterator[str]:
    """Name what one file says and another does not know."""
    slugs, ids = [dossier.slug for dossier in dossiers], [seed.id for seed in seeds]
    yield from _twice(ids, f"{folder}/*.md: id")
    yield from _twice([seed.url for seed in seeds], f"{folder}/*.md: url")
    yield from _twice(slugs, f"{folder}/storylines.yaml: slug")
    for seed in seeds:
        yield from _unknown(seed.storylines, slugs, f"{folder}/*.md: seed {seed.id}: storylines")
    for dossier in dossiers:
        place = f"{folder}/storylines.yaml: {dossier.slug}"
        yield from _unknown((*dossier.seeds, *dossier.related_seeds), ids, f"{place}: seeds")
        if entities is not None:
            yield from _unknown(dossier.key_entities, entities, f"{place}: key_entities")
            yield from _unknown(dossier.leanings.get("names", ()), entities, f"{place}: leanings: names")
        for kind in ("headline", "opening"):
            yield from _unknown(dossier.leanings.get(kind, ()), IDEAS, f"{place}: leanings: {kind}")


def _twice(names: list[str], place: str) -> Iterator[str]:
    yield from (f"{place} {name!r} is given twice; each must be given once" for name in sorted({n for n in names if names.count(n) > 1}))


def _unknown(names: Collection[str], known: Collection[str], place: str) -> Iterator[str]:
    yield from (f"{place}: {name!r} is not known{_meant(name, known)}" for name in names if name not in known)


def _meant(name: str, known: Collection[str]) -> str:
    near = get_close_matches(name, list(known), n=1, cutoff=0.6)
    return f"; did you mean {near[0]}?" if near else ""


# --- reading and checking one file -------------------------------------------------------------------------------------


def _text(path: Path, mistakes: list[str]) -> str | None:
    name = _shown(path)
    try:
        text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        mistakes.append(f"{name}: is not UTF-8 text; save the file as UTF-8")
        return None
    except OSError as error:
        mistakes.append(f"{name}: cannot be read: {error.strerror or error}")
        return None
    if len(text) > LONGEST:
        mistakes.append(f"{name}: has {len(text):,} characters; a file of seeds has at most {LONGEST:,}")
        return None
    return text


def _shown(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


def _validated(model: type[M], text: str, shown: str, mistakes: list[str]) -> M | None:
    try:
        document = yaml.read_text(text, shown)
    except SettingsError as error:
        mistakes += error.mistakes
        return None
    try:
        return model.model_validate(document.data)
    except ValidationError as error:
        mistakes += [_told(one, document, model) for one in error.errors()]
    return None


def _told(error: Any, document: yaml.Document, model: type[BaseModel]) -> str:
    """Say one mistake with its file, line and key, and the nearest known name."""
    path = tuple(part for part in error["loc"] if isinstance(part, str | int))
    if error["type"] == "extra_forbidden":
        return document.mistake(path, f"is not a key here{_meant(str(path[-1]), _keys(model, path[:-1]))}")
    if error["type"] == "missing":
        return document.mistake(path, "is missing")
    return document.mistake(path, f"{error['msg']} (it is {str(error['input'])[:60]!r})")


def _keys(model: type[BaseModel], path: yaml.KeyPath) -> list[str]:
    inner: dict[str, type[BaseModel]] = {"storylines": DossierEntry, "chronology": Past}
    names = [part for part in path if isinstance(part, str)]
    return list((inner.get(names[-1], model) if names else model).model_fields)
