"""Seeds: take in what the user knows before the first poll, and add a document as a person has it."""

import hashlib
import logging
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import sqlalchemy as sa

from monitor.adapters.children import Run
from monitor.adapters.http import Get, Request
from monitor.adapters.pages import read_page
from monitor.domain.articles.article import Article, Page
from monitor.domain.articles.document import SeedDocument, read_document
from monitor.domain.articles.seed import GIVEN, Seed, seed_id
from monitor.domain.feeds.url import canonical_url, is_wrapper, unwrap
from monitor.domain.judging.routing import fits, routes_of, signs_of
from monitor.domain.judging.storyline import Dossier, Rules
from monitor.domain.matching.topic import Match, Topic, match_article
from monitor.domain.words.language import identify
from monitor.domain.words.text import fold
from monitor.errors import FetchError, PageError, SettingsError
from monitor.store import seeds, storylines
from monitor.store.database import take_turn
from monitor.store.dossiers import every_dossier, save_dossiers, save_seed_placement
from monitor.store.matches import save_match

log = logging.getLogger(__name__)

LARGEST = 15_000_000  # bytes of a document
_HTML = re.compile(rb"<(?:!doctype html|html|head|body|article|meta)\b", re.IGNORECASE)

Now = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Said:
    """What the user says of a document; it counts more than what the document tells."""

    title: str | None = None
    publisher: str | None = None
    day: date | None = None
    url: str | None = None
    storyline: str | None = None


@dataclass(frozen=True, slots=True)
class Added:
    """What was read out of a document and kept, to be shown."""

    id: str
    article: int
    title: str
    publisher: str
    date: str | None
    date_certainty: str
    url: str
    language: str
    storyline: str
    left_out: tuple[str, ...]  # lines that are no part of the article, each with what it is
    text: str


# ── what lies in the folder ───────────────────────────────────────────────────


def take_in(db: sa.Engine, given: Sequence[Seed], dossiers: Sequence[Dossier], topic: Topic, now: Now) -> int:
    """Take in dossiers and seeds, and say how many seeds were new or changed; may run at every start."""
    with db.begin() as tx:
        take_turn(tx, "place")
        known = seeds.taken_in(tx)
        whole = _with_users_seeds(_complete(dossiers, given), known)
        save_dossiers(tx, whole, now())
        changed = [seed for seed in given if known.get(seed.id, {}).get("hash") != _hash(seed)]
        for seed in changed:
            _keep(tx, seed, seed.storylines[0] if seed.storylines else None, topic, whole, now())
        for gone in _gone(known, given):
            seeds.forget(tx, gone)
        users = {name: value for name, value in known.items() if value["from"] == "user"}
        seeds.note(tx, users | {seed.id: {"from": "folder", "hash": _hash(seed)} for seed in given}, now())
    log.info("took in seeds=%d changed=%d dossiers=%d", len(given), len(changed), len(dossiers))
    return len(changed)


def _complete(dossiers: Sequence[Dossier], given: Sequence[Seed]) -> list[Dossier]:
    """Give a storyline that only seeds speak of a dossier of its own."""
    whole = {dossier.slug: dossier for dossier in dossiers}
    for seed in given:
        slug = seed.storylines[0] if seed.storylines else seed.id
        dossier = whole.get(slug, Dossier(slug, seed.title))
        listed = dossier.seeds if seed.id in (*dossier.seeds, *dossier.related_seeds) else (*dossier.seeds, seed.id)
        whole[slug] = replace(dossier, seeds=listed)
    return list(whole.values())


def _with_users_seeds(dossiers: Sequence[Dossier], known: Mapping[str, Mapping[str, Any]]) -> list[Dossier]:
    """Keep in the dossiers what the user added by command: the files know nothing of it."""
    added = [(name, value["storyline"]) for name, value in known.items() if value["from"] == "user"]
    return [
        replace(dossier, seeds=tuple(dict.fromkeys((*dossier.seeds, *(name for name, slug in added if slug == dossier.slug)))))
        for dossier in dossiers
    ]


def _gone(known: Mapping[str, Mapping[str, Any]], given: Sequence[Seed]) -> list[str]:
    there = {seed.id for seed in given}
    return [name for name, value in known.items() if value["from"] == "folder" and name not in there]


def _hash(seed: Seed) -> str:
    return hashlib.blake2b(repr(seed).encode("utf-8", "replace"), digest_size=12).hexdigest()


def _keep(tx: sa.Connection, seed: Seed, slug: str | None, topic: Topic, dossiers: Sequence[Dossier], now: datetime) -> tuple[Article, str]:
    """Keep a seed as an article that matches because it was given, and place it; answer the article and its storyline."""
    language = seed.language or identify(f"{seed.title}\n{seed.text}", None)
    article = seeds.save_seed(tx, seed, _address(seed), language, now)
    match = _match(topic, article)
    save_match(tx, article, match, now, language)
    chosen = slug or _best(article, match, topic, dossiers) or seed.id
    if all(dossier.slug != chosen for dossier in dossiers):
        save_dossiers(tx, [Dossier(chosen, seed.title, seeds=(seed.id,))], now)
    save_seed_placement(tx, article, match, chosen, now)
    seeds.note_placed(tx, article.id, now)
    # An article that a feed brought earlier stays in the storyline that it was placed in.
    placed = seeds.storyline_of(tx, article.id) or chosen
    log.info("kept seed=%s article=%d storyline=%s", seed.id, article.id, placed)
    return article, placed


def _match(topic: Topic, article: Article) -> Match:
    found = match_article(topic, article.title, article.text, article.publisher)
    return replace(found, relevant=True, score=1.0, reasons=(GIVEN, *(found.reasons if found.relevant else ())))


def _best(article: Article, match: Match, topic: Topic, dossiers: Sequence[Dossier]) -> str | None:
    """Choose the storyline that a seed fits best, as placing chooses it for any article; None where it fits none."""
    routes = routes_of(dossiers, lambda text: {mention.entity for mention in match_article(topic, "", text).mentions})
    ranked = fits(storylines.read_article(article, match), routes, signs_of(dossiers))
    return next((slug for slug, score in ranked[:1] if score >= Rules().route_from), None)


def _address(seed: Seed) -> str:
    return canonical_url(seed.url) if seed.url else f"seed:{seed.id}"  # canonical_url leaves what is no web address as it is


# ── a document as a person has it ─────────────────────────────────────────────


def add(db: sa.Engine, source: str, said: Said, topic: Topic, get: Get, run: Run, now: Now) -> Added:
    """Take in a document from a file or an address as a seed, and say what was read; PageError where it holds no article."""
    document = read_source(source, said, get, run)
    seed = _seed_of(document, source, said)
    with db.begin() as tx:
        take_turn(tx, "place")
        dossiers = every_dossier(tx)
        _check_storyline(said.storyline, dossiers)
        seed = _joined(tx, seed, said.storyline)
        article, slug = _keep(tx, seed, said.storyline, topic, dossiers, now())
        _note_users(tx, seed.id, slug, now())
    log.info("added seed=%s article=%d from=%s", seed.id, article.id, source)
    return _added(seed, article, slug, document)


def _added(seed: Seed, article: Article, slug: str, document: SeedDocument) -> Added:
    return Added(
        id=seed.id,
        article=article.id,
        title=seed.title,
        publisher=seed.publisher,
        date=seed.date.isoformat() if seed.date else None,
        date_certainty=seed.date_certainty,
        url=article.address,
        language=article.language or "",
        storyline=slug,
        left_out=tuple(f"{left.kind}: {left.line}" for left in document.left_out),
        text=seed.text,
    )


def _note_users(tx: sa.Connection, seed: str, slug: str, now: datetime) -> None:
    """Note a seed that no file gives, and list it in the dossier of its storyline."""
    known = seeds.taken_in(tx)
    if known.get(seed, {}).get("from") == "folder":
        return
    known[seed] = {"from": "user", "storyline": slug}
    seeds.note(tx, known, now)
    save_dossiers(tx, _with_users_seeds([one for one in every_dossier(tx) if one.slug == slug], known), now)


def read_source(source: str, said: Said, get: Get, run: Run) -> SeedDocument:
    """Read a document from a file or an address."""
    if source.startswith(("http://", "https://")):
        return _from_web(source, get, run)
    body = _from_file(Path(source))
    if _HTML.search(body[:5000]) or source.lower().endswith((".html", ".htm", ".xhtml")):
        return _from_page(run(read_page, body, {}, said.url or "", None), said.url)
    return read_document(_decoded(body))


def _from_web(url: str, get: Get, run: Run) -> SeedDocument:
    url = unwrap(url)
    if is_wrapper(url):
        raise PageError(f"{url}: leads through an aggregator; open it and give the publisher's own address")
    response = get(Request(url=url))
    if response.status != 200:
        raise FetchError(f"{url}: answered {response.status}")
    if response.headers.get("content-type", "").startswith("text/plain"):
        return replace(read_document(_decoded(response.body)), url=response.final_url)
    return _from_page(run(read_page, response.body, response.headers, response.final_url, None), response.final_url)


def _from_page(page: Page, url: str | None) -> SeedDocument:
    day = page.published.date() if page.published else None
    return SeedDocument(
        title=page.title or None,
        text=page.text,
        publisher=page.site,
        date=day,
        date_certainty="stated by the page" if day else "not told",
        url=page.url or url,
        author=page.author,
        left_out=(),
    )


def _from_file(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            raise PageError(f"{path}: has more than {LARGEST:,} bytes; a seed is one article")
        body = path.read_bytes()
    except OSError as error:
        raise PageError(f"{path}: cannot be read: {error.strerror or error}") from error
    for magic, name in (
        (b"%PDF", "a PDF"),
        (b"PK\x03\x04", "an office document or an archive"),
        (b"\xd0\xcf\x11\xe0", "an office document"),
    ):
        if body.startswith(magic):
            raise PageError(f"{path}: is {name}; save its text as a .txt or .html file and add that")
    return body


def _decoded(body: bytes) -> str:
    """Decode what a person saved: UTF-8 or UTF-16, else the Cyrillic code page of Windows."""
    if body.startswith((b"\xff\xfe", b"\xfe\xff")):
        return body.decode("utf-16", "replace")
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError:
        return body.decode("cp1251", "replace")


def _seed_of(document: SeedDocument, source: str, said: Said) -> Seed:
    """Make a seed of what was read and said; PageError that names what is missing."""
    title, url = said.title or document.title, said.url or document.url
    if not title:
        raise PageError(f"{source}: no title was found; give it with --title")
    if len(document.text.split()) < 5:
        raise PageError(f"{source}: no text was found below the title; is it all in the file?")
    if said.url and not said.url.startswith(("http://", "https://")):
        raise SettingsError(f"--url {said.url}: an address begins with http:// or https://")
    day = date(said.day.year, said.day.month, said.day.day) if said.day else document.date
    return Seed(
        id=seed_id(title, day),
        title=title,
        publisher=said.publisher or document.publisher or (urlsplit(url or "").hostname or "not told").removeprefix("www."),
        url=url or "",
        text=document.text,
        date=day,
        date_certainty="given by the user" if said.day else document.date_certainty,
        author=document.author,
    )


def _joined(tx: sa.Connection, seed: Seed, slug: str | None) -> Seed:
    """Join a document with the seed that it is the whole text of, or give it an id of its own."""
    known = next((one for one in seeds.all_seeds(tx) if _same(one, seed)), None)
    if known is None:
        return replace(seed, id=_free(seed.id, {one.seed for one in seeds.all_seeds(tx)}))
    placed = seeds.storyline_of(tx, known.id)
    if slug and placed and slug != placed:
        raise SettingsError(f"--storyline {slug}: this document is seed {known.seed}, which lies in {placed} already")
    joined = replace(seed, id=known.seed or seed.id, url=seed.url or known.url)
    if joined.date or not known.stated:
        return joined
    return replace(joined, date=known.stated.date(), date_certainty="known from the seed")


def _same(known: Article, seed: Seed) -> bool:
    if known.url == _address(seed):
        return True
    one_day = not (seed.moment and known.stated) or seed.moment.date() == known.stated.date()
    return one_day and (fold(known.title), fold(known.publisher)) == (fold(seed.title), fold(seed.publisher))


def _free(name: str, taken: Collection[str | None]) -> str:
    return next(one for one in (name, *(f"{name}-{count}" for count in range(2, len(taken) + 3))) if one not in taken)


def _check_storyline(slug: str | None, dossiers: Sequence[Dossier]) -> None:
    slugs = sorted(dossier.slug for dossier in dossiers)
    if slug and slug not in slugs:
        raise SettingsError(f"--storyline {slug}: there is no such storyline; known are {', '.join(slugs) or 'none'}")
