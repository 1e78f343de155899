"""OPML, in and out: lists of feeds as other readers know them."""

from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from monitor.errors import FeedError

LARGEST = 5_000_000  # bytes
MOST = 5_000  # outlines
DEEPEST = 10


@dataclass(frozen=True, slots=True)
class Outline:
    """One feed of an OPML file."""

    url: str
    title: str


def read_opml(body: bytes) -> list[Outline]:
    """Read the feeds of an OPML file, http and https only; FeedError for anything that is none."""
    if len(body) > LARGEST:
        raise FeedError(f"the OPML file has {len(body):,} bytes; at most {LARGEST:,} are read")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    try:
        root = etree.fromstring(body, parser)
    except etree.XMLSyntaxError as error:
        raise FeedError(f"not an OPML file: {error}") from error
    if etree.QName(root).localname.lower() != "opml":
        raise FeedError(f"not an OPML file: its root is <{etree.QName(root).localname}>")
    found = root.iter("outline")
    outlines = [_outline(one) for number, one in enumerate(found) if number < MOST and sum(1 for _ in one.iterancestors()) <= DEEPEST]
    return list({one.url: one for one in outlines if one}.values())


def _outline(element: etree._Element) -> Outline | None:
    url = (element.get("xmlUrl") or element.get("xmlurl") or "").strip()
    if not url.lower().startswith(("http://", "https://")) or any(ord(letter) < 33 for letter in url):
        return None
    return Outline(url, (element.get("title") or element.get("text") or "").strip())


def write_opml(feeds: Iterable[Outline], title: str = "monitor") -> bytes:
    """Write feeds as OPML 2.0."""
    root = etree.Element("opml", version="2.0")
    head = etree.SubElement(root, "head")
    etree.SubElement(head, "title").text = title
    body = etree.SubElement(root, "body")
    for feed in feeds:
        etree.SubElement(body, "outline", type="rss", text=feed.title, title=feed.title, xmlUrl=feed.url)
    return bytes(etree.tostring(root, pretty_print=True, xml_declaration=True, encoding="utf-8"))
