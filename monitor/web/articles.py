"""One article: its text with the topic's names marked, its versions, why it lies where it lies, and what lies near it."""

from typing import Any

import sqlalchemy as sa
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from monitor.domain.archive.differences import differences, shorten_same
from monitor.domain.articles.article import Article
from monitor.domain.matching.topic import match_article
from monitor.domain.search.marking import mark_text
from monitor.store import articles, developments, entries, listing, reviews, storylines
from monitor.web.desk import Desk, desk_of, missing, page


def one(request: Request) -> Response:
    """Show an article."""
    desk = desk_of(request)
    number = _number(request, "id")
    with desk.reading() as tx:
        article = articles.find(tx, number)
        why = listing.explain(tx, number)
        if article is None or why is None:
            raise missing("article of that number")
        earlier = articles.earlier_versions(tx, number)
        near = listing.near(tx, number, _compared(why))
        said = reviews.of_articles(tx, [number])
        listed = entries.of_article(tx, number)
        lines = storylines.titles(tx)
        told = developments.key_of(tx, number)
    return page(
        request,
        "article.html",
        article=article,
        paragraphs=_marked(desk, article),
        why=why,
        told={"evidence": why["evidence"] or {}},
        versions=_versions(article, earlier),
        near=near,
        reviews=said,
        entries=listed,
        lines=lines,
        development=told,
        names={name: entity.canonical for name, entity in desk.topic.entities.items()},
    )


def _number(request: Request, name: str) -> int:
    text: str = request.path_params[name]
    if not (text.isascii() and text.isdecimal() and len(text) < 10):
        raise missing("article of that number")
    return int(text)


def _compared(why: dict[str, Any]) -> dict[int, float]:
    """Say which articles the decision compared it with, and how alike they were."""
    return {int(row["article"]): float(row["likeness"]) for row in (why["evidence"] or {}).get("compared", ())}


def _marked(desk: Desk, article: Article) -> list[Any]:
    match = match_article(desk.topic, article.title, article.text, article.publisher)
    return mark_text(article.title, article.text, match.mentions)


def _versions(article: Article, earlier: list[Any]) -> list[dict[str, Any]]:
    """Say of each earlier version how the one after it differs, the newest first."""
    later = [*earlier, article][1:]
    return [
        {"seen_at": old.seen_at, "title": differences(old.title, new.title), "text": shorten_same(differences(old.text, new.text))}
        for old, new in zip(earlier, later, strict=True)
    ][::-1]


def against(request: Request) -> Response:
    """Compare two articles word by word: who gave another number?"""
    numbers = [_number(request, "id"), _number(request, "other")]
    with desk_of(request).reading() as tx:
        later, before = (_found(tx, number) for number in numbers)
    pieces = differences(before.text, later.text)
    return page(request, "against.html", before=before, later=later, body=pieces, title=differences(before.title, later.title))


def _found(tx: sa.Connection, number: int) -> Article:
    article = articles.find(tx, number)
    if article is None:
        raise missing("article of that number")
    return article


routes = [Route("/articles/{id}", one), Route("/articles/{id}/against/{other}", against)]
