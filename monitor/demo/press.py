"""Write the feeds of the demo's outlets: every flavour that the open web serves, as its publishers write it."""

import json
from base64 import urlsafe_b64encode
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from hashlib import sha256
from urllib.parse import quote
from xml.sax.saxutils import escape

from monitor.demo.week import Outlet, Piece, outlets, pieces, published_by

Origins = Mapping[str, str]  # where each outlet is served: "steppe-en" → "http://127.0.0.1:40123"

LISTED = 12  # how many pieces a feed lists at most


@dataclass(frozen=True, slots=True)
class Body:
    """What a server answers: bytes, and what they are said to be."""

    content: bytes
    content_type: str


@dataclass(frozen=True, slots=True)
class Issue:
    """A feed at one moment: the outlet and what it lists."""

    outlet: Outlet
    listed: tuple[Piece, ...]
    origins: Origins
    now: datetime

    @property
    def home(self) -> str:
        """The outlet's own front page."""
        return self.origins[self.outlet.id]

    @property
    def changed(self) -> datetime:
        """When the outlet last published."""
        return self.listed[0].at if self.listed else self.now


def feed_path(outlet: Outlet) -> str:
    """Say where on its host an outlet keeps its feed."""
    return PATHS[outlet.flavour]


def render_feed(outlet: Outlet, now: datetime, origins: Origins) -> Body:
    """Write an outlet's feed as it stands at a moment."""
    issue = Issue(outlet, tuple(published_by(outlet.id, now)[:LISTED]), origins, now)
    return WRITERS[outlet.flavour](issue)


def piece_path(piece: Piece) -> str:
    """Say where on its publisher's host a piece is found."""
    day = piece.at
    ways = {
        "wire": f"/{day:%Y/%m/%d}/{piece.number}",
        "portal": f"/news/{piece.number}/",
        "paper": f"/{day:%Y/%m}/story-{piece.number}",
        "tabloid": f"/article/{piece.number}.html",
        "official": f"/press/show?id={piece.number}",
    }
    return ways[outlets()[piece.outlet].layout]


def link_to(piece: Piece, origins: Origins) -> str:
    """Give the link that a feed lists for a piece; an aggregator hides its target behind its own click counter."""
    if piece.points_to is None:
        return origins[piece.outlet] + piece_path(piece)
    target = pieces()[piece.points_to]
    address = origins[target.outlet] + piece_path(target)
    if piece.wrapper == "google":
        return f"https://news.google.com/rss/articles/CBMi{urlsafe_b64encode(piece.id.encode()).decode().rstrip('=')}?oc=5"
    return f"http://www.bing.com/news/apiclick.aspx?ref=FexRss&tid={piece.number}&url={quote(address, safe='')}&mkt=en-us"


def guid_of(piece: Piece, issue: Issue) -> str | None:
    """Give the name that a feed has for a piece; some feeds have none, and some another one every day."""
    style = issue.outlet.guids
    if style == "none":
        return None
    if style == "permalink":
        return link_to(piece, issue.origins)
    if style == "number":
        return str(piece.number)
    salt = f"{issue.now:%Y-%m-%d}" if style == "restless" else ""
    return sha256(f"{piece.id}{salt}".encode()).hexdigest()[:24].upper()


# ── XML ───────────────────────────────────────────────────────────────────────


def _rss(issue: Issue) -> Body:
    outlet = issue.outlet
    head = _tags({"title": outlet.name, "link": issue.home, "description": outlet.name, "language": outlet.language, "ttl": "15"})
    items = _joined(_rss_item(piece, issue) for piece in issue.listed)
    return _xml(
        outlet,
        f'<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">\n'
        f"<channel>{head}<lastBuildDate>{_rfc822(issue.changed, outlet)}</lastBuildDate>\n{items}</channel>\n</rss>",
        "application/rss+xml",
    )


def _rss_item(piece: Piece, issue: Issue) -> str:
    guid = guid_of(piece, issue)
    permalink = "" if issue.outlet.guids == "permalink" else ' isPermaLink="false"'
    parts = [
        _tags({"title": piece.title, "link": link_to(piece, issue.origins)}),
        f"<guid{permalink}>{escape(guid)}</guid>" if guid else "",
        f"<pubDate>{_rfc822(piece.at, issue.outlet)}</pubDate>",
        _tags({"dc:creator": piece.author}) if piece.author else "",
        _described(piece, issue),
    ]
    return "<item>" + "".join(parts) + "</item>"


def _described(piece: Piece, issue: Issue) -> str:
    """Write what an item says beside its title, in the manner of its outlet."""
    if piece.points_to:
        target = outlets()[pieces()[piece.points_to].outlet]
        link = (
            f'<a href="{escape(link_to(piece, issue.origins))}">{escape(piece.title)}</a>&nbsp;<font color="#6f6f6f">{target.name}</font>'
        )
        return _tags({"description": link}) + f'<source url="{issue.origins[target.id]}">{escape(target.name)}</source>'
    if issue.outlet.flavour == "rss-full":
        whole = "".join(f"<p>{escape(text)}</p>" for text in piece.paragraphs)
        more = f'<p>The post <a href="{link_to(piece, issue.origins)}">{escape(piece.title)}</a> appeared first on {issue.outlet.name}.</p>'
        return _tags({"description": piece.lead}) + f"<content:encoded><![CDATA[{whole}{more}]]></content:encoded>"
    if issue.outlet.layout == "tabloid":
        return f'<description><![CDATA[<img src="/img/{piece.number}.jpg" width="1"><p>{escape(piece.lead)}</p>]]></description>'
    return _tags({"description": piece.lead})


def _atom(issue: Issue) -> Body:
    outlet = issue.outlet
    entries = _joined(_atom_entry(piece, issue) for piece in issue.listed)
    head = _tags({"id": issue.home + "/", "title": outlet.name, "updated": _iso(issue.changed)})
    return _xml(
        outlet,
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{outlet.language}">\n{head}'
        f'<link rel="self" href="{issue.home}{feed_path(outlet)}"/><link href="{issue.home}/"/>\n{entries}</feed>',
        "application/atom+xml",
    )


def _atom_entry(piece: Piece, issue: Issue) -> str:
    names = {"id": guid_of(piece, issue), "title": piece.title, "published": _iso(piece.at), "updated": _iso(piece.at)}
    return (
        f'<entry>{_tags(names)}<link rel="alternate" href="{escape(link_to(piece, issue.origins))}"/>'
        f"<author><name>{escape(piece.author or issue.outlet.name)}</name></author>"
        f'<summary type="html">{escape(escape(piece.lead))}</summary></entry>'
    )


def _rdf(issue: Issue) -> Body:
    outlet = issue.outlet
    links = [link_to(piece, issue.origins) for piece in issue.listed]
    order = "".join(f'<rdf:li rdf:resource="{escape(link)}"/>' for link in links)
    items = _joined(
        f'<item rdf:about="{escape(link)}">'
        + _tags({"title": piece.title, "link": link, "description": piece.lead, "dc:date": _iso(piece.at, outlet)})
        + "</item>"
        for piece, link in zip(issue.listed, links, strict=True)
    )
    head = _tags(
        {"title": outlet.name, "link": issue.home, "description": outlet.name, "sy:updatePeriod": "hourly", "sy:updateFrequency": "2"}
    )
    return _xml(
        outlet,
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">\n'
        f'<channel rdf:about="{issue.home}/">{head}<items><rdf:Seq>{order}</rdf:Seq></items></channel>\n{items}</rdf:RDF>',
        "application/rdf+xml",
    )


def _sitemap(issue: Issue) -> Body:
    outlet = issue.outlet
    name = _tags({"news:name": outlet.name, "news:language": outlet.language})
    urls = _joined(
        f"<url>{_tags({'loc': link_to(piece, issue.origins)})}<news:news><news:publication>{name}</news:publication>"
        f"{_tags({'news:publication_date': _iso(piece.at, outlet), 'news:title': piece.title})}</news:news></url>"
        for piece in issue.listed
    )
    return _xml(
        outlet,
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">\n'
        f"{urls}</urlset>",
        "application/xml",
    )


# ── JSON ──────────────────────────────────────────────────────────────────────


def _jsonfeed(issue: Issue) -> Body:
    items = [
        {
            "id": guid_of(piece, issue),
            "url": link_to(piece, issue.origins),
            "title": piece.title,
            "content_html": f"<p>{escape(piece.lead)}</p>",
            "date_published": _iso(piece.at, issue.outlet),
            "language": issue.outlet.language,
        }
        for piece in issue.listed
    ]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": issue.outlet.name, "home_page_url": issue.home, "items": items}
    return Body(json.dumps(feed, ensure_ascii=False).encode(), "application/feed+json; charset=utf-8")


# Where things stand in the list that an office serves for its own web page: what the feed's `fields` setting says.
LIST_FIELDS = {
    "items": "data.list",
    "id": "id",
    "title": "name.ru",
    "link": "link",
    "summary": "short.ru",
    "published": "created",
}


def _json(issue: Issue) -> Body:
    rows = [
        {
            "id": piece.number,
            "name": {"ru": piece.title, "kk": None},
            "short": {"ru": piece.lead},
            "link": link_to(piece, issue.origins),
            "created": _iso(piece.at, issue.outlet),
        }
        for piece in issue.listed
    ]
    return Body(json.dumps({"ok": True, "data": {"total": len(rows), "list": rows}}).encode(), "application/json")


# ── small change ──────────────────────────────────────────────────────────────

WRITERS: dict[str, Callable[[Issue], Body]] = {
    "rss": _rss,
    "rss-full": _rss,
    "atom": _atom,
    "rdf": _rdf,
    "sitemap": _sitemap,
    "jsonfeed": _jsonfeed,
    "json": _json,
}

PATHS = {
    "rss": "/rss.xml",
    "rss-full": "/feed/",
    "atom": "/atom.xml",
    "rdf": "/index.rdf",
    "sitemap": "/sitemap-news.xml",
    "jsonfeed": "/feed.json",
    "json": "/api/news?page=1",
}


def _xml(outlet: Outlet, text: str, content_type: str) -> Body:
    prolog = f'<?xml version="1.0" encoding="{outlet.encoding}"?>\n'
    # What the encoding lacks (ә, қ in windows-1251) is written as a character reference, as real newsrooms' software does.
    return Body((prolog + text).encode(outlet.encoding, "xmlcharrefreplace"), f"{content_type}; charset={outlet.encoding}")


def _tags(values: Mapping[str, str | None]) -> str:
    return "".join(f"<{name}>{escape(value)}</{name}>" for name, value in values.items() if value is not None)


def _joined(rows: Iterable[str]) -> str:
    return "".join(f"{row}\n" for row in rows)


def _rfc822(moment: datetime, outlet: Outlet) -> str:
    text = format_datetime((moment + outlet.zone).replace(tzinfo=UTC))
    return text.replace("+0000", f"+{int(outlet.zone.total_seconds() // 3600):02}00")


def _iso(moment: datetime, outlet: Outlet | None = None) -> str:
    if outlet is None:
        return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    return (moment + outlet.zone).strftime("%Y-%m-%dT%H:%M:%S") + f"+{int(outlet.zone.total_seconds() // 3600):02}:00"
