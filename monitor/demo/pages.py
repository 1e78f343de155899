"""Set the demo's articles in their pages, among all that real pages put around them."""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from html import escape
from importlib.resources import files
from string import Template
from typing import Any

import yaml

from monitor.demo.press import Body, Origins, link_to, piece_path
from monitor.demo.week import Outlet, Piece, outlets


def render_page(piece: Piece, others: Sequence[Piece], origins: Origins) -> Body:
    """Set a piece in its outlet's layout; `others` are what the page advertises beside it."""
    outlet = outlets()[piece.outlet]
    fields = _article(piece, outlet, origins) | _surroundings(outlet, others)
    html = _layout(outlet.layout).substitute(fields)
    return Body(html.encode(outlet.encoding, "xmlcharrefreplace"), f"text/html; charset={outlet.encoding}")


def _article(piece: Piece, outlet: Outlet, origins: Origins) -> dict[str, str]:
    paragraphs = [f"<p>{escape(text, quote=False)}</p>" for text in piece.paragraphs]
    box = f'<div class="inline-box"><b>{escape(_words(outlet.language)["appeal"])}</b></div>'
    return {
        "language": outlet.language,
        "charset": outlet.encoding,
        "outlet": escape(outlet.name),
        "url": link_to(piece, origins),
        "number": str(piece.number),
        "title": escape(piece.title),
        "lead": escape(piece.lead),
        "author": escape(piece.author or outlet.name),
        "byline": escape(piece.author or ""),
        "caption": escape(piece.caption or _words(outlet.language)["illustration"]),
        "stamp": _stamp(piece, outlet),
        "dates": _dates(piece, outlet),
        "paragraphs": "\n".join(paragraphs),
        "paragraphs_with_box": "\n".join([*paragraphs[:2], box, *paragraphs[2:]]),
    }


def _surroundings(outlet: Outlet, others: Sequence[Piece]) -> dict[str, str]:
    words = _words(outlet.language)
    plain = {name: escape(text) for name, text in words.items() if isinstance(text, str)}
    headlines = [f'<a href="{piece_path(other)}">{escape(other.title)}</a>' for other in others]
    return plain | {
        "menu": "".join(f'<li><a href="/section/{place}">{word}</a></li>' for place, word in enumerate(words["menu"])),
        "menu_line": " | ".join(f'<a href="/section/{place}">{word}</a>' for place, word in enumerate(words["menu"])),
        "menu_first": words["menu"][1],
        "others": "".join(f"<li>{line}</li>" for line in headlines),
        "others_divs": "".join(f"<div>{line}</div>" for line in headlines),
        "remarks": "".join(f'<div class="comment"><b>guest{place}</b> {escape(text)}</div>' for place, text in enumerate(words["remarks"])),
    }


def _stamp(piece: Piece, outlet: Outlet) -> str:
    """Write the date that a reader sees, where the outlet shows one."""
    local = piece.at + outlet.zone
    if outlet.dates == "time":
        return f'<time datetime="{local:%Y-%m-%dT%H:%M}">{local:%d.%m.%Y %H:%M}</time>'
    return "" if outlet.dates == "none" else f"{local:%d.%m.%Y, %H:%M}"


def _dates(piece: Piece, outlet: Outlet) -> str:
    """Write the date that machines see, where the outlet tells them."""
    moment = piece.at.isoformat()
    if outlet.dates == "meta":
        return f'<meta property="article:published_time" content="{moment}">'
    if outlet.dates != "json-ld":
        return ""
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": piece.title,
        "datePublished": moment,
        "author": {"@type": "Person", "name": piece.author} if piece.author else {"@type": "Organization", "name": outlet.name},
    }
    return f'<script type="application/ld+json">{json.dumps(data, ensure_ascii=False)}</script>'


@cache
def _layout(name: str) -> Template:
    return Template((files(__package__) / "layouts" / f"{name}.html").read_text(encoding="utf-8"))


@cache
def _words(language: str) -> Mapping[str, Any]:
    words: dict[str, Mapping[str, Any]] = yaml.safe_load((files(__package__) / "layouts" / "words.yaml").read_text(encoding="utf-8"))
    return words[language]
