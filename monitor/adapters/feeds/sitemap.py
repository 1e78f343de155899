"""News sitemaps and their indexes, by lxml."""

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from lxml import etree

from monitor.adapters.feeds.entries import language_of, line_of, link_of, moment_of, newest
from monitor.domain.feeds.feed import Entry, FeedSettings, ParsedFeed
from monitor.domain.words.text import clean_line
from monitor.errors import FeedError

# Possessive throughout: a document may begin with fifty thousand comments.
_ROOT = re.compile(r"\s*+(?:<!--(?:(?!-->).)*+-->\s*+|<\?[^>]*+>\s*+)*+<(?:\w+:)?(?:urlset|sitemapindex)[\s>]", re.DOTALL)
_ENDING = re.compile(r"\.(?:html?|php|aspx?|amp)$|[-_]a?\d{4,}$")


def is_sitemap(text: str) -> bool:
    """Say whether a document is a sitemap or an index of such."""
    return bool(_ROOT.match(text[:5000]))


def read_sitemap(text: str, settings: FeedSettings) -> ParsedFeed:
    """Read the pages of a sitemap, or the sitemaps of an index."""
    root, damage = _tree(text, settings)
    kind = etree.QName(root).localname
    if kind == "sitemapindex":
        return ParsedFeed(entries=(), children=_children(root, settings), damage=damage)
    if kind != "urlset":
        raise FeedError(f"{settings.url}: the answer is <{kind[:40]}>, not a sitemap")
    dates = _dated(root)
    kept, cut = newest([entry for page in _parts(root, "url") if (entry := _entry(page, settings, dates))])
    return ParsedFeed(entries=tuple(kept), damage=damage or cut)


def _tree(text: str, settings: FeedSettings) -> tuple[etree._Element, str | None]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True, remove_comments=True)
    try:
        root = etree.fromstring(text.encode("utf-8", "ignore"), parser)
    except etree.LxmlError as error:
        raise FeedError(f"{settings.url}: not XML: {str(error)[:200]}") from error
    if root is None:
        raise FeedError(f"{settings.url}: the answer is not XML, so no sitemap")
    wrong = parser.error_log.last_error if parser.error_log else None
    return root, clean_line(str(wrong.message), 200) if wrong else None


def _parts(element: etree._Element, name: str) -> Iterator[etree._Element]:
    return (child for child in element.iterdescendants() if isinstance(child.tag, str) and etree.QName(child).localname == name)


def _said(element: etree._Element, name: str) -> str:
    return next(((part.text or "").strip() for part in _parts(element, name)), "")


def _children(root: etree._Element, settings: FeedSettings) -> tuple[str, ...]:
    """List the sitemaps of an index, the newest first; where some are called news, only those."""
    listed = [(link_of(_said(part, "loc"), settings.url), _said(part, "lastmod")) for part in _parts(root, "sitemap")]
    found = sorted(((link, changed) for link, changed in listed if link), key=lambda one: one[1], reverse=True)
    news = [link for link, _ in found if "news" in urlsplit(link).path.rsplit("/", 1)[-1]]
    return tuple(news or [link for link, _ in found])[:500]


def _dated(root: etree._Element) -> bool:
    """Say whether lastmod means anything: some sites give today for every page."""
    days = {(part.text or "").strip()[:10] for part in _parts(root, "lastmod")}
    return len(days) > 1


def _entry(page: etree._Element, settings: FeedSettings, dated: bool) -> Entry | None:
    link = link_of(_said(page, "loc"), settings.url)
    if not link:
        return None
    news = next(_parts(page, "news"), None)
    title = line_of(_said(news, "title")) if news is not None else ""
    printed = (_said(news, "publication_date") if news is not None else "") or (_said(page, "lastmod") if dated else "")
    return Entry(
        guid=None,
        link=link,
        title=title,
        content="" if title else _slug(link),  # all that says what the page is about; the page itself brings the title
        language=language_of(_said(news, "language")) if news is not None else None,
        published=moment_of(printed, settings.language),
    )


def _slug(link: str) -> str:
    last = unquote(urlsplit(link).path).rstrip("/").rsplit("/", 1)[-1]
    return clean_line(re.sub(r"[-_+]+", " ", _ENDING.sub("", _ENDING.sub("", last))), 300)
