"""When a page says that it was published: in its data for machines first, then in what it prints, then in its address."""

# ruff: noqa: SIM905 (long lists of words are easier to read and to extend as text)

import json
import re
from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from typing import Any

from htmldate import find_date
from lxml.html import HtmlElement

from monitor.domain.feeds.moment import parse_moment

_META = tuple(
    """
    article:published_time og:published_time og:article:published_time og:pubdate datepublished rnews:datepublished publishdate publish-date
    publish_date publication_date publication-date publicationdate published_time published_at pubdate pub_date date_published
    sailthru.date parsely-pub-date article.published article_date_original cxenseparse:recs:publishtime cxenseparse:publishtime
    mediator_published_time
    dc.date.issued dcterms.issued dcterms.created dc.date.created dc.date dcterms.date originalpublicationdate article.created bt:pubdate
    ptime created datecreated lastmodified date
    """.split()
)
_ARTICLES = re.compile(r"article|posting|report|webpage|videoobject", re.IGNORECASE)
_JSON_DATE = re.compile(r"[\"']datePublished[\"']\s*:\s*[\"']([^\"']{4,60})[\"']")
_DATED_CLASS = re.compile(
    r"(?:^|[\s_-])(?:date|dates|datetime|time|timestamp|pub|published|publish|pubdate|posted|created|meta|byline|info|dateline|data|tarih|datum|fecha|hora)(?:$|[\s_-])|"
    r"date|publish|posted|entry-meta|post-meta|byline|timestamp",
    re.IGNORECASE,
)
_CHANGED = re.compile(r"modif|updat|edited|обновл|измен|жаңарт|өзгерт|güncel|aktualis|оновлен", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"related|sidebar|footer|comment|recommend|popular|widget|teaser|copyright|calendar|latest|banner|menu|nav(?:$|[\s_-])", re.IGNORECASE
)
_IN_ADDRESS = re.compile(r"/(?P<y>(?:19|20)\d\d)[/_-]?(?P<m>[01]\d)[/_-]?(?P<d>[0-3]\d)(?=[/_.-]|$|\D)")
_LINES = tuple("span div p li small font em i b strong a td section header h5 h6".split())
_MANY = 20_000  # elements that are looked at for a printed date
_LONGEST = 120  # characters that a line with the date has


def stated_moment(tree: HtmlElement, url: str) -> datetime | None:
    """Say when a page was published; None where it does not tell."""
    found = _first(_in_json(tree)) or _first(_in_meta(tree))
    marked = _first(_marked(tree))
    if found and marked and found.date() == marked.date() and not _has_time(found):
        return marked
    return found or marked or _first(_printed(tree)) or _in_address(url) or _guessed(tree, url)


def _first(printed: Iterator[str]) -> datetime | None:
    return next((moment for text in printed if (moment := parse_moment(text))), None)


def _has_time(moment: datetime) -> bool:
    return bool(moment.hour or moment.minute or moment.second)


def _in_json(tree: HtmlElement) -> Iterator[str]:
    """Yield what JSON-LD calls datePublished, of articles before other things."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        text = script.text or ""
        try:
            dates = sorted(_dates_of(json.loads(text, strict=False)))
        except (ValueError, RecursionError, TypeError):
            yield from _JSON_DATE.findall(text)
            continue
        yield from (date for _, date in dates)


def _dates_of(value: Any, depth: int = 0) -> Iterator[tuple[int, str]]:
    """Find datePublished in nested objects, with 0 before those of articles and 1 before others."""
    if isinstance(value, list) and depth < 8:
        for part in value:
            yield from _dates_of(part, depth + 1)
    elif isinstance(value, dict) and depth < 8:
        date = value.get("datePublished")
        if isinstance(date, str):
            yield (0 if _ARTICLES.search(str(value.get("@type"))) else 1), date
        for name, part in value.items():
            if name in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart") or depth == 0:
                yield from _dates_of(part, depth + 1)


def _in_meta(tree: HtmlElement) -> Iterator[str]:
    said: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
        said.setdefault(name, meta.get("content") or "")
    return (said[name] for name in _META if name in said)


def _marked(tree: HtmlElement) -> Iterator[str]:
    """Yield what elements marked for machines say: itemprop, pubdate, then any <time> of the article."""
    times = [
        one
        for one in tree.iter("time", "abbr", "span", "div", "p")
        if one.tag == "time" or "published" in (one.get("itemprop") or "").lower()
    ]
    times = [one for one in times if not _aside(one) and not _CHANGED.search(_label(one))]
    times.sort(key=lambda one: not ("published" in (one.get("itemprop") or "").lower() or one.get("pubdate") is not None))
    for one in times[:20]:
        yield one.get("datetime") or one.get("content") or one.get("title") or ""
        yield _words(one)


def _printed(tree: HtmlElement) -> Iterator[str]:
    """Yield short lines that are marked as dates: those after the headline first, as they stand."""
    after: list[str] = []
    before: list[str] = []
    headline = False
    for one in islice(tree.iter(*_LINES, "h1"), _MANY):
        headline = headline or one.tag == "h1"
        if _DATED_CLASS.search(_label(one)) and not _CHANGED.search(_label(one)) and (text := _words(one)) and not _aside(one):
            (after if headline else before).append(text)
    yield from after
    yield from before
    yield from _beside_headline(tree)


def _beside_headline(tree: HtmlElement) -> Iterator[str]:
    """Yield the lines that follow the headline, whatever they are marked as."""
    for headline in islice(tree.iter("h1"), 2):
        above = headline.getparent()
        near = [*islice(headline.itersiblings(), 4), *islice(above.itersiblings() if above is not None else (), 3)]
        for one in near:
            yield from (text for part in islice(one.iter(*_LINES), 40) if (text := _words(part)))


def _label(one: HtmlElement) -> str:
    return f"{one.get('class') or ''} {one.get('id') or ''} {one.get('itemprop') or ''}"


def _words(one: HtmlElement) -> str:
    """Give the text of an element that holds hardly more than a date."""
    text = ""
    for part in one.itertext():
        text += part + " "
        if len(text) > 4 * _LONGEST:
            return ""
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST and any(map(str.isdigit, text)) and "©" not in text else ""


def _aside(one: HtmlElement) -> bool:
    """Say whether an element stands outside the article: in a footer, a list of others, the comments."""
    for above in [one, *one.iterancestors()]:
        if above.tag in ("body", "html", "article", "main"):
            return False
        if above.tag in ("footer", "aside", "nav") or _ELSEWHERE.search(_label(above)):
            return True
    return False


def _in_address(url: str) -> datetime | None:
    found = _IN_ADDRESS.search(url)
    return parse_moment(f"{found['y']}-{found['m']}-{found['d']}") if found else None


def _guessed(tree: HtmlElement, url: str) -> datetime | None:
    """Ask htmldate, without the search through all text in which it takes any year for a date."""
    try:
        found = find_date(tree, extensive_search=False, original_date=True, url=url, outputformat="%Y-%m-%d")
    except (ValueError, TypeError, AttributeError, RecursionError, OverflowError):
        return None
    return parse_moment(found) if found else None
