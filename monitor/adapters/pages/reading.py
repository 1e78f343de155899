"""The article of a page, by trafilatura.

Runs in a child process: a hostile page of 5 MB keeps trafilatura busy for more than 20 s.
"""

import re
from collections.abc import Mapping
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement
from trafilatura import bare_extraction, load_html
from trafilatura.settings import Document

from monitor.adapters.pages.dates import stated_moment
from monitor.domain.articles.article import Page
from monitor.domain.feeds.moment import parse_moment
from monitor.domain.words.text import clean, clean_line, fold
from monitor.errors import PageError

MOST_ELEMENTS = 200_000
TEXT = 200_000  # characters
_THIN = 250  # characters; where the careful way finds less, the generous one is tried

_MAGIC = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\xd0\xcf\x11\xe0": "an office document",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
    b"GIF8": "an image",
    b"RIFF": "a media file",
    b"\x00\x00\x00": "a media file",
    b"ID3": "a media file",
    b"\x1f\x8b": "gzip data",
}
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_CELLS = re.compile(r"\\?\|")
_LANGUAGE = re.compile(r"[a-zA-Z]{2,3}(?=$|[-_])")
_SITE_ENDING = re.compile(r"\s+[|•·»«—–-]\s+(?=[^|•·»«—–]{2,60}$)")
# Lines that lead away from the article, in the words of our languages; an article's sentence does not begin so and end so soon.
_ELSEWHERE = re.compile(
    r"(?:read (?:also|more|next)|see also|also read|related|more on this|sign up (?:for|to)|subscribe to|follow us|"
    r"читайте (?:также|ещё|еще|нас)|читать (?:также|далее|ещё)|смотрите также|по теме|подпис(?:ывайтесь|аться)|следите за|ещё по теме|"
    r"тағы оқыңыз|сондай-ақ оқыңыз|оқи отырыңыз|осы тақырып|жазылыңыз|бізге жазылыңыз|тағы да оқы)\b.{0,200}",
    re.IGNORECASE,
)


def read_page(body: bytes, headers: Mapping[str, str], url: str, language: str | None = None) -> Page:
    """Read the article of a page; PageError where the bytes hold none."""
    _refuse_other_files(body, url)
    tree = _tree(body, {name.lower(): value for name, value in headers.items()}, url)
    meta = _meta(tree)
    published = stated_moment(tree, url)
    document = _extracted(tree, url)
    title = _title(tree, meta, document) if document else ""
    text = _paragraphs(document.text or "", title) if document else ""
    if not document or not text:
        raise PageError(f"{url}: no article text was found")
    return Page(
        title=title,
        text=text,
        author=clean_line(document.author or "", 200) or None,
        published=published,
        language=_language(tree, meta) or language,
        url=_own_address(tree, meta, url),
        site=clean_line(meta.get("og:site_name") or document.sitename or "", 200) or None,
    )


def _refuse_other_files(body: bytes, url: str) -> None:
    start = body[:2000].lstrip()
    if not start:
        raise PageError(f"{url}: the answer is empty")
    for mark, what in _MAGIC.items():
        if body.startswith(mark):
            raise PageError(f"{url}: the answer is {what}, not HTML")
    if start[:1] in (b"{", b"[") or (start[:5] == b"<?xml" and b"<html" not in start.lower()):
        raise PageError(f"{url}: the answer is data, not HTML")


def _tree(body: bytes, headers: Mapping[str, str], url: str) -> HtmlElement:
    tree = load_html(_decoded(body, headers))
    if tree is None:
        raise PageError(f"{url}: the answer is not HTML")
    count = sum(1 for _ in tree.iter())
    if count > MOST_ELEMENTS:
        raise PageError(f"{url}: {count} elements, too complex")
    return tree


def _decoded(body: bytes, headers: Mapping[str, str]) -> bytes | str:
    """Decode where HTTP names a charset that fits; else trafilatura finds out."""
    found = _CHARSET.search(headers.get("content-type", ""))
    try:
        return body.decode(found.group(1)) if found else body
    except (UnicodeError, LookupError, ValueError):
        return body


def _extracted(tree: HtmlElement, url: str) -> Document | None:
    """Extract with few false friends; where little is left, generously."""
    careful = _ask_trafilatura(tree, url, careful=True)
    if careful is not None and len(careful.text or "") >= _THIN:
        return careful
    generous = _ask_trafilatura(tree, url, careful=False)
    return max((one for one in (careful, generous) if one is not None), key=lambda one: len(one.text or ""), default=None)


def _ask_trafilatura(tree: HtmlElement, url: str, *, careful: bool) -> Document | None:
    # The careful way loses 1 % of the words and keeps out a third of what is no article; it costs 5 ms more a page.
    try:
        found = bare_extraction(
            tree,
            url=url,
            fast=not careful,
            favor_precision=careful,
            include_comments=False,
            with_metadata=True,
            date_extraction_params={"extensive_search": False, "original_date": True},  # ours is read apart; this one must not guess
        )
        return found if isinstance(found, Document) else None
    except (ValueError, TypeError, AttributeError, LookupError, AssertionError, OverflowError) as error:
        raise PageError(f"{url}: could not be read: {type(error).__name__}: {str(error)[:200]}") from error


def _paragraphs(text: str, title: str) -> str:
    """Part the paragraphs by empty lines; without the headline and the date above them and the invitations between and below."""
    lines = [line for part in text.split("\n") if (line := _without_rules(part.strip()))]
    while lines and (fold(lines[0]) == fold(title) or _is_date(lines[0])):
        del lines[0]
    while lines and _ELSEWHERE.fullmatch(lines[-1]):
        lines.pop()
    return clean("\n\n".join(line for line in lines if not (len(line) < 160 and _ELSEWHERE.fullmatch(line))), TEXT)


def _without_rules(line: str) -> str:
    """Write the row of a table as a sentence would; a row of a few words a cell without any figure is a page's menu, and goes."""
    if not (len(line) > 1 and line.startswith("|") and line.endswith("|")):
        return line
    cells = [cell for part in _CELLS.split(line) if (cell := part.strip(" -:"))]
    is_menu = all(len(cell.split()) <= 3 for cell in cells) and not any(map(str.isdigit, line))
    return "" if is_menu else "; ".join(cells)


def _is_date(line: str) -> bool:
    return len(line) < 40 and sum(map(str.isdigit, line)) >= 5 and parse_moment(line) is not None


def _meta(tree: HtmlElement) -> Mapping[str, str]:
    said: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("http-equiv") or "").strip().lower()
        if name and meta.get("content"):
            said.setdefault(name, meta.get("content"))
    return said


def _title(tree: HtmlElement, meta: Mapping[str, str], document: Document) -> str:
    """Take the headline: the page's one h1 that its <title> confirms, og:title, else <title> without the site's name."""
    headlines = [line for one in tree.iter("h1") if (line := clean_line(" ".join(one.itertext())))]
    named = clean_line(meta.get("og:title") or meta.get("twitter:title") or "")
    whole = clean_line(next((" ".join(one.itertext()) for one in tree.iter("title")), ""))
    confirmed = [line for line in headlines if len(line) > 10 and _begins(line) in fold(named + " " + whole)]
    if len(confirmed) == 1:
        return confirmed[0]
    best = named or (headlines[0] if len(headlines) == 1 and len(headlines[0]) > 10 else "") or whole or clean_line(document.title or "")
    return _without_site(best, meta.get("og:site_name") or document.sitename or "")


def _begins(line: str) -> str:
    return fold(line)[:40].strip()


def _without_site(title: str, site: str) -> str:
    """Take the site's name off the end of a title."""
    found = list(_SITE_ENDING.finditer(title))
    if not found or found[-1].start() < 10:
        return title
    ending, mark = fold(title[found[-1].end() :]), title[found[-1].start() : found[-1].end()].strip()
    named = fold(site) in ending or ending in fold(site) if site else False
    return title[: found[-1].start()] if named or mark == "|" else title


def _language(tree: HtmlElement, meta: Mapping[str, str]) -> str | None:
    said = (
        tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or meta.get("og:locale") or meta.get("content-language")
    )
    found = _LANGUAGE.match((said or "").strip())
    return {"kz": "kk", "ua": "uk"}.get(found.group().lower(), found.group().lower()) if found else None


def _own_address(tree: HtmlElement, meta: Mapping[str, str], url: str) -> str | None:
    """Give the address that the page calls its own; whether to believe it is not decided here."""
    links = (link.get("href") for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower().split())
    offered = next((href for href in links if href), None) or meta.get("og:url")
    try:
        address = urljoin(url, clean_line(offered or "", 4096))
        return address if offered and urlsplit(address).scheme in ("http", "https") and urlsplit(address).hostname else None
    except ValueError:
        return None
