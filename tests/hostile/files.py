"""Hostile pages, and hostile files of the user's: settings, seeds, OPML."""

from collections.abc import Callable, Iterator
from pathlib import Path

from monitor.adapters.opml import read_opml
from monitor.errors import FeedError, SettingsError
from monitor.settings import load
from tests.hostile.stand import Kind, Stand, check_text

TEXT = "<p>The launch of the rocket was delayed by the agency on Monday, officials said in a statement to reporters.</p>" * 8
PAGE = "(no )?page"


def kinds() -> Iterator[Kind]:
    """List all of them."""
    for name, body in _pages():
        yield Kind("page", name, lambda stand, body=body: stand.page(body), PAGE)
    for name, body in _slow_pages():
        yield Kind("page", name, lambda stand, body=body: stand.page(body), PAGE, slow=True)
    for name, file, text in _settings():
        yield Kind("settings", f"{file}: {name}", _load(file, text), "refused|read", slow=name.startswith("slow"))
    for name, text in _seeds():
        yield Kind("seed", name, _load("seeds/odd.md", text), "refused|read")
    for name, body, right in _opml():
        yield Kind("opml", name, _read_opml(body), right)


def _article(inside: str = TEXT, head: str = "") -> bytes:
    return f"<html><head><title>Launch</title>{head}</head><body><article><h1>Launch</h1>{inside}</article></body></html>".encode()


def _pages() -> Iterator[tuple[str, bytes]]:
    yield "nothing", b""
    yield "a PDF", b"%PDF-1.7" + bytes(5000)
    yield "JSON", b'{"a": 1}'
    yield "zeros", bytes(100_000)
    yield "every byte", bytes(range(256)) * 500
    yield "NULs in the text", _article(TEXT.replace(" ", "\x00 "))
    yield "controls in the text", _article(TEXT.replace(" ", "\x1b[31m "))
    yield "bidi in the title", _article(head="<meta property='og:title' content='\u202egnp.exe'>")
    yield "a script in the title", _article(head="<meta property='og:title' content='&lt;script&gt;alert(1)&lt;/script&gt;'>")
    yield "a title of 1 MB", _article(head=f"<meta property='og:title' content='{'t' * 1_000_000}'>")
    yield "an author of 1 MB", _article(head=f"<meta name='author' content='{'a' * 1_000_000}'>")
    for where in ("file:///etc/passwd", "javascript:alert(1)", "http://127.6.6.6/", "//127.6.6.6/", "http://[", "x" * 10_000, ""):
        yield f"a canonical address of {where[:24]!a}", _article(head=f"<link rel='canonical' href='{where}'>")
        yield f"a base of {where[:24]!a}", _article(head=f"<base href='{where}'>")
    for date in ("never", "9999-99-99", "-1", "1e99", "9" * 3000, "2099-01-01", "0001-01-01"):
        yield f"the date {date[:20]}", _article(head=f"<meta property='article:published_time' content='{date}'>")
    yield "JSON-LD of nonsense", _article(head="<script type='application/ld+json'>{]</script>")
    yield "JSON-LD 100,000 deep", _article(head=f"<script type='application/ld+json'>{'[' * 100_000}</script>")
    yield "JSON-LD of 3 MB", _article(head=f'<script type="application/ld+json">{{"a":"{"x" * 3_000_000}"}}</script>')
    yield "JSON-LD of a number", _article(head="<script type='application/ld+json'>7</script>")
    yield "meta refresh inside", _article(head="<meta http-equiv='refresh' content='0;url=http://127.6.6.6/'>")
    yield (
        "iframes and objects",
        _article("<iframe src='http://127.6.6.6/'></iframe><object data='http://127.6.6.6/'></object>" * 100 + TEXT),
    )
    yield (
        "an entity bomb in XHTML",
        b"<!DOCTYPE html [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;'>]><html><body><p>&b;</p></body></html>",
    )
    yield "an external entity in XHTML", b"<!DOCTYPE html [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><html><body><p>&a;</p></body></html>"
    yield "frames", b"<html><frameset><frame src='http://127.6.6.6/'></frameset></html>"
    yield "no end tags", _article(TEXT.replace("</p>", ""))
    yield "end tags only", b"</div>" * 50_000
    yield "nested 5,000 deep", _article("<div>" * 5_000 + TEXT)
    yield "an svg with a script", _article("<svg><script>alert(1)</script></svg>" + TEXT)
    yield "a template in a template", _article("<template>" * 500 + TEXT)
    yield "conditional comments", _article("<!--[if IE]>" * 1000 + TEXT)
    yield "UTF-7", b"<meta charset='utf-7'>+ADw-script+AD4-" + _article()
    yield "two charsets", b"<meta charset='utf-16'><meta charset='koi8-r'>" + _article()
    yield "a charset of nonsense", b"<meta charset='\xff\x00'>" + _article()


def _slow_pages() -> Iterator[tuple[str, bytes]]:
    yield "nested 100,000 deep", _article("<div>" * 100_000 + TEXT)
    yield "a text of 10 MB", _article(TEXT * 10_000)
    yield "1,000,000 paragraphs", _article("<p>a" * 1_000_000)
    yield "100,000 links", _article("<a href='http://a.example/'>x</a>" * 100_000)
    yield "a table of 200,000 cells", _article("<table>" + ("<tr>" + "<td>1</td>" * 20 + "</tr>") * 10_000 + "</table>")
    yield "tables in tables", _article("<table><tr><td>" * 3_000 + TEXT)
    yield "an attribute list of 200,000", _article("<p " + " ".join(f"a{n}=b" for n in range(200_000)) + ">x</p>")
    yield "1,000,000 references", _article("<p>" + "&amp;" * 1_000_000)
    yield "a word of 5 MB", _article("<p>" + "x" * 5_000_000)
    yield "100,000 dates", _article("<p>9 November 2026, 09.11.2026, 2026-11-09</p>" * 100_000)
    yield "1,000,000 line breaks", _article("<br>" * 1_000_000)
    yield "formatting never closed", _article("<b><i><u>" * 30_000 + TEXT)


def _settings() -> Iterator[tuple[str, str, bytes]]:
    laughs = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 12))
    texts: tuple[tuple[str, bytes], ...] = (
        ("anchors that multiply", laughs.encode()),
        ("an anchor within itself", b"a: &a [*a]"),
        ("a Python object", b"!!python/object/apply:os.system ['id']"),
        ("a Python name", b"feeds: !!python/name:os.system"),
        ("an unknown tag", b"feeds: !file /etc/passwd"),
        ("a merge", b"a: &a {x: 1}\nfeeds: {<<: *a}"),
        ("a key twice", b"feeds: []\nfeeds: []"),
        ("a key that is a list", b"? [a, b]\n: c"),
        ("tabs", b"feeds:\n\t- url: x"),
        ("nested 3,000 deep", b"[" * 3_000),
        ("no UTF-8", b"feeds: \xff\xfe"),
        ("UTF-16", "feeds: []".encode("utf-16")),
        ("NULs", b"feeds: \x00"),
        ("controls", b"feeds: \x1b[2J"),
        ("two documents", b"feeds: []\n---\nfeeds: []"),
        ("only a number", b"7"),
        ("a number of 5,000 digits", b"feeds: " + b"9" * 5_000),
        ("a time of base 60", b"feeds: 190:20:30"),
        ("infinity", b"feeds: .inf"),
        ("a date", b"feeds: 2026-11-09"),
        ("a line of 2 MB", b"# " + b"x" * 2_000_000),
    )
    for file in ("feeds.yaml", "topic.yaml", "channels.yaml"):
        for name, text in texts:
            yield name, file, text
    for name, text in (
        ("a private address", b'feeds: [{url: "http://10.0.0.1/"}]'),
        ("a file", b'feeds: [{url: "file:///etc/passwd"}]'),
        ("a command", b'feeds: [{url: "|touch x"}]'),
        ("header lines", b'feeds: [{url: "http://a.example/", headers: {x: "a\\r\\nB: c"}}]'),
        ("a Host header", b'feeds: [{url: "http://a.example/", headers: {host: "127.6.6.6"}}]'),
        ("an endless time", b'feeds: [{url: "http://a.example/", every: 99999999d}]'),
        ("a negative time", b'feeds: [{url: "http://a.example/", every: -5m}]'),
    ):
        yield name, "feeds.yaml", text
    for name, text in (
        ("an unknown scheme", b'channels: {desk: {url: "gopher://x"}}'),
        ("a file", b'channels: {desk: {url_file: "/dev/zero"}}'),
        ("a path", b'channels: {desk: {url_file: "../../../../etc/shadow"}}'),
        ("a name with lines", b'channels: {"a\\nb": {url: "json://a.example"}}'),
    ):
        yield name, "channels.yaml", text


def _seeds() -> Iterator[tuple[str, bytes]]:
    good = b"---\nurl: https://a.example/x\ntitle: t\npublished: 2026-11-09\n---\nText of the seed.\n"
    yield "nothing", b""
    yield "no front matter", b"just text"
    yield "front matter without end", b"---\nurl: x\n"
    yield "a Python object", good.replace(b"title: t", b"title: !!python/name:os.system")
    yield "no UTF-8", good + b"\xff\xfe"
    yield "NULs", good + bytes(100)
    yield "a text of 3 MB", good + b"word " * 600_000
    yield "a javascript address", good.replace(b"https://a.example/x", b"javascript:alert(1)")
    yield "a file address", good.replace(b"https://a.example/x", b"file:///etc/passwd")
    yield "an inner address", good.replace(b"https://a.example/x", b"http://127.6.6.6/")
    yield "an odd date", good.replace(b"2026-11-09", b"9999-99-99")
    yield "a title of a list", good.replace(b"title: t", b"title: [a, b]")
    yield "bidi and controls", good.replace(b"title: t", 'title: "\u202eevil\u0007"'.encode())


def _opml() -> Iterator[tuple[str, bytes, str]]:
    def opml(inside: str, head: str = "") -> bytes:
        return f"<?xml version='1.0'?>{head}<opml version='2.0'><body>{inside}</body></opml>".encode()

    def feed(url: str) -> bytes:
        return opml(f"<outline text='x' xmlUrl='{url}'/>")

    yield "nothing", b"", "refused"
    yield "a page", b"<html><body/></html>", "refused"
    yield "text", b"hello", "refused"
    yield "cut", opml("<outline")[:-20], "refused"
    yield "6 MB", opml(" " * 6_000_000), "refused"
    for url in (
        "|touch x",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "ftp://a.example/",
        "-o x",
        "",
        "//a.example/",
        "http://a b/",
        "http://a.example/&#10;x",
    ):
        yield f"the address {url!a}", feed(url), "read 0"
    yield "a good address", feed("https://a.example/feed"), "read 1"
    laughs = "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 12))
    yield (
        "a billion laughs",
        opml("<outline text='&l11;' xmlUrl='http://a.example/'/>", f"<!DOCTYPE o [<!ENTITY l0 'ha'>{laughs}]>"),
        "refused|read [01]",
    )
    outside = "<!DOCTYPE o [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
    yield "an entity from a file", opml("&x;<outline xmlUrl='http://a.example/'/>", outside), "refused|read [01]"
    yield "20,000 outlines", opml("".join(f"<outline xmlUrl='http://a.example/{n}'/>" for n in range(20_000))), "read 5000"
    yield "nested 200 deep", opml("<outline>" * 200 + "<outline xmlUrl='http://a.example/'/>" + "</outline>" * 200), "refused|read 0"
    yield "nested 10,000 deep", opml("<outline>" * 10_000 + "</outline>" * 10_000), "refused|read 0"


def _load(file: str, text: bytes) -> Callable[[Stand], str]:
    def play(stand: Stand) -> str:
        folder = stand.place / "config"
        (folder / "seeds").mkdir(parents=True, exist_ok=True)
        for name, plain in (("feeds.yaml", "feeds: []"), ("topic.yaml", "words: [a]"), ("channels.yaml", "channels: {}")):
            (folder / name).write_text(plain)
        for old in (folder / "seeds").iterdir():
            old.unlink()
        (folder / file).write_bytes(text)
        return _loaded(folder, stand.place / "data")

    return play


def _loaded(folder: Path, data: Path) -> str:
    try:
        load(folder, data, {})
    except SettingsError as error:
        return _refused(error.mistakes)
    return "read"


def _refused(mistakes: list[str]) -> str:
    assert mistakes
    for mistake in mistakes:
        check_text(mistake)
        assert len(mistake) < 5_000
    return "refused"


def _read_opml(body: bytes) -> Callable[[Stand], str]:
    def play(_stand: Stand) -> str:
        try:
            return f"read {len(read_opml(body))}"
        except FeedError as error:
            check_text(str(error))
            return "refused"

    return play
