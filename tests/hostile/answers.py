"""Hostile addresses, redirects and answers of web servers."""

import gzip
import zlib
from collections.abc import Iterator

from tests.hostile.stand import GOOD, TRAP, Kind, Stand
from tests.hostile_web import reply

NOTHING = "(refused|error) 0"
FINE = "ok 1"

SCHEMES = (
    "file:///etc/passwd", "file:/etc/passwd", "file:../passwd", "FILE:///etc/passwd", "source:file:///etc/passwd", "view-source:http://TRAP/",
    "gopher://TRAP/", "ftp://TRAP/", "tftp://TRAP/", "dict://TRAP/", "ldap://TRAP/", "smb://TRAP/", "data:text/xml,<rss/>", "jar:http://TRAP!/",
    "unix:///run/docker.sock", "javascript:alert(1)", "blob:http://TRAP/", "about:blank", "ws://TRAP/", "mailto:a@b.example", "feed://TRAP/",
    "feed:http://TRAP/", "//TRAP/", "TRAP", "", "http:", "http://", "http:///TRAP", " http://TRAP/", "http//TRAP/", "|touch x", "-o x",
)  # fmt: skip
HOSTS = (
    "127.6.6.6", "127.6.6.6.", "2131101190", "0x7f060606", "0x7f.6.6.6", "0177.6.6.6", "017701403006", "127.394758", "127.6.1542",
    "127.6.6.06", "①②⑦.⑥.⑥.⑥", "127。6。6。6", "127．6．6．6", "127｡6｡6｡6", "１２７.６.６.６", "١٢٧.6.6.6", "[::ffff:127.6.6.6]", "[::ffff:7f06:606]",
    "[::127.6.6.6]", "[64:ff9b::7f06:606]", "[64:ff9b:1::7f06:606]", "[2002:7f06:606::1]", "[2001:0:4136:e378:8000:63bf:80f9:f9f9]", "[::1]",
    "[::]", "0.0.0.0", "0", "localhost", "LOCALHOST", "localhost.", "ip6-localhost", "10.0.0.1", "172.16.0.1", "192.168.0.1", "169.254.169.254",
    "[fd00:ec2::254]", "[fe80::1%25lo]", "100.64.0.1", "100.100.100.200", "168.63.129.16", "192.0.0.9", "192.88.99.1", "198.18.0.1",
    "224.0.0.1", "255.255.255.255", "240.0.0.1", "[fec0::1]", "[ff02::1]", "[3fff::1]", "[5f00::1]", "a@127.6.6.6", "user:pw@127.6.6.6",
    "good.example@127.6.6.6", "127.6.6.6\\@good.example", "good.example\\@127.6.6.6", "127.6.6.6%00.good.example", "127.6.6.6%0d%0a",
    "127.6.6.6 .good.example", "127.6.6.6\t", "127.6.6.6\r\nHost: x", "127.6.6.6\x00", "127.6.6.6#@good.example", "127.6.6.6?@good.example",
)  # fmt: skip
LONG = ("http://127.0.0.1:{port}/" + "a" * 9000, "http://" + "a" * 300 + ".example/", "http://" + "a." * 200 + "example/")


def kinds() -> Iterator[Kind]:
    """List all of them."""
    yield from _addresses()
    yield from _redirects()
    yield from _answers()
    yield from _statuses()
    yield from _packed()


def _addresses() -> Iterator[Kind]:
    for url in SCHEMES:
        yield Kind("address", url or "nothing", _ask(url), NOTHING)
    for host in HOSTS:
        yield Kind("address", f"http://{host!a}", _ask(f"http://{host}:PORT/"), NOTHING)
    for number, url in enumerate(LONG):
        yield Kind("address", f"long {number}", lambda stand, url=url: stand.ask(url.format(port=stand.server.port)), NOTHING)


def _ask(url: str):
    def play(stand: Stand) -> str:
        return stand.ask(url.replace("TRAP", f"{TRAP}:{stand.trap}").replace("PORT", str(stand.trap)))

    return play


def _redirects() -> Iterator[Kind]:
    targets = [
        *SCHEMES[:20],
        *(f"http://{host}:PORT/" for host in HOSTS[:26]),
        "//TRAP/",
        "/\\TRAP/",
        "\\\\TRAP\\",
        "http:TRAP",
        "http:/TRAP",
    ]
    for target in targets:
        yield Kind("redirect", f"to {target!a}", _led_to(target), NOTHING)
    for status in ("301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"):
        yield Kind("redirect", f"{status} inside", _led_to(f"http://{TRAP}:PORT/", status), NOTHING)
    yield Kind("redirect", "in a circle", _led_to("/feed"), "error 0")
    yield Kind("redirect", "without end", _chain(50), "error 0")
    yield Kind("redirect", "five and then a feed", _chain(5), FINE)
    yield Kind("redirect", "three, the last inside", _chain(3, f"http://{TRAP}:PORT/"), NOTHING)
    yield Kind("redirect", "without a Location", lambda stand: stand.raw(reply(b"", "302 Found")), "error 0")
    yield Kind("redirect", "300 with choices", lambda stand: stand.raw(reply(b"choose", "300 Multiple Choices")), "error 0")
    yield Kind("redirect", "a Location of 60 KB", _led_to("/" + "a" * 60_000), NOTHING)
    yield Kind("redirect", "a Refresh header", lambda stand: stand.raw(reply(GOOD, refresh=f"0; url=http://{TRAP}:{stand.trap}/")), FINE)
    yield Kind("redirect", "a Link to a hub", lambda stand: stand.raw(reply(GOOD, link=f"<http://{TRAP}:{stand.trap}/>; rel=hub")), FINE)
    yield Kind("redirect", "a meta refresh", _meta_refresh, "error 0")


def _led_to(target: str, status: str = "302 Found"):
    def play(stand: Stand) -> str:
        location = target.replace("TRAP", f"{TRAP}:{stand.trap}").replace("PORT", str(stand.trap))
        return stand.raw(f"HTTP/1.1 {status}\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n".encode("utf-8", "replace"))

    return play


def _chain(length: int, last: str | None = None):
    def play(stand: Stand) -> str:
        for number in range(length):
            stand.answers[f"/{number}"] = reply(b"", "302 Found", location=f"/{number + 1}")
        end = reply(b"", "302 Found", location=last.replace("PORT", str(stand.trap))) if last else reply(GOOD)
        stand.answers[f"/{length}"] = end
        return stand.ask(f"{stand.server.url}/0")

    return play


def _meta_refresh(stand: Stand) -> str:
    return stand.feed(f'<html><meta http-equiv="refresh" content="0; url=http://{TRAP}:{stand.trap}/"></html>'.encode(), "text/html")


def _head(*lines: str, body: bytes = GOOD, length: bool = True) -> bytes:
    told = [*lines, f"Content-Length: {len(body)}"] if length else lines
    return "\r\n".join(("HTTP/1.1 200 OK", *told, "", "")).encode("latin-1") + body


ANSWERS = (  # what the server says, and what is right
    ("nothing", b"", "error 0"),
    ("no HTTP", b"SSH-2.0-OpenSSH_9.2\r\n", "error 0"),
    ("HTTP/0.9", b"<rss/>", "error 0"),
    ("HTTP/2 preface", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "error 0"),
    ("HTTP/3.7", b"HTTP/3.7 200 OK\r\nContent-Length: 0\r\n\r\n", "error 0"),
    ("a status of letters", b"HTTP/1.1 abc OK\r\n\r\n", "error 0"),
    ("a status of 20", b"HTTP/1.1 20 OK\r\n\r\n", "error 0"),
    ("a status of 99999", b"HTTP/1.1 99999 OK\r\n\r\n", "error 0"),
    ("a negative status", b"HTTP/1.1 -200 OK\r\n\r\n", "error 0"),
    ("a reason of 60 KB", b"HTTP/1.1 200 " + b"a" * 60_000 + b"\r\nContent-Length: 0\r\n\r\n", "error 0"),
    ("a head without end", b"HTTP/1.1 200 OK\r\nX: y", "error 0"),
    ("bytes without sense", bytes(range(256)) * 100, "error 0"),
    ("a header of 16 MB", _head("X: " + "a" * 16_000_000), "error 0"),
    ("a header of 70 KB", _head("X: " + "a" * 70_000), "error 0"),
    ("5000 headers", _head(*(f"X-{n}: y" for n in range(5000))), "(error 0|ok 1)"),
    ("80 headers of 1 KB", _head(*(f"X-{n}: {'a' * 1000}" for n in range(80))), "error 0"),
    ("a header without a colon", _head("nonsense"), "(error 0|ok 1)"),
    ("a header without a name", _head(": y"), "(error 0|ok 1)"),
    ("a name with spaces", _head("X Y : z"), "(error 0|ok 1)"),
    ("a NUL in a header", _head("X: a\x00b"), "(error 0|ok 1)"),
    ("controls in a header", _head("X: \x1b[2J\x07"), "(error 0|ok 1)"),
    ("bytes beyond ASCII in a header", _head("X: \xff\xfe"), FINE),
    ("a folded header", _head("X: a\r\n b"), "(error 0|ok 1)"),
    ("bare line feeds", b"HTTP/1.1 200 OK\nContent-Length: %d\n\n" % len(GOOD) + GOOD, "(error 0|ok 1)"),
    ("bare carriage returns", b"HTTP/1.1 200 OK\rX: y\r\r", "error 0"),
    ("two lengths that agree", _head(f"Content-Length: {len(GOOD)}"), "(error 0|ok 1)"),
    ("two lengths that differ", _head("Content-Length: 7"), "error 0"),
    ("a negative length", _head("Content-Length: -1", length=False), "error 0"),
    ("a length with a sign", _head(f"Content-Length: +{len(GOOD)}", length=False), "(error 0|ok 1)"),
    ("a length of letters", _head("Content-Length: many", length=False), "error 0"),
    ("a length of 10**18", _head(f"Content-Length: {10**18}", length=False), "error 0"),
    ("a length of 10**5000", _head(f"Content-Length: 1{'0' * 5000}", length=False), "error 0"),
    ("a length that is too long", _head(f"Content-Length: {len(GOOD) + 9}", length=False), "error 0"),
    ("a length that is too short", _head(f"Content-Length: {len(GOOD) - 9}", length=False), "(error 0|ok 1 damaged)"),
    ("no length", _head(length=False), FINE),
    ("length and chunks", _head("Transfer-Encoding: chunked", body=b"0\r\n\r\n"), "error 0"),
    ("an unknown transfer encoding", _head("Transfer-Encoding: magic", length=False), "(error 0|ok 1)"),
    ("chunked twice", _head("Transfer-Encoding: chunked, chunked", length=False, body=b"0\r\n\r\n"), "error 0"),
    ("a chunk of size zz", _head("Transfer-Encoding: chunked", length=False, body=b"zz\r\n"), "error 0"),
    ("a negative chunk", _head("Transfer-Encoding: chunked", length=False, body=b"-5\r\nhello\r\n0\r\n\r\n"), "error 0"),
    ("a chunk of 2**70", _head("Transfer-Encoding: chunked", length=False, body=b"f" * 18 + b"\r\nhello"), "error 0"),
    ("a chunk size of 1 MB", _head("Transfer-Encoding: chunked", length=False, body=b"1" * 1_000_000), "error 0"),
    ("a chunk extension of 1 MB", _head("Transfer-Encoding: chunked", length=False, body=b"1;" + b"a" * 1_000_000), "error 0"),
    ("chunks that break off", _head("Transfer-Encoding: chunked", length=False, body=b"5\r\nhello\r\n"), "error 0"),
    ("trailers of 1 MB", _head("Transfer-Encoding: chunked", length=False, body=b"0\r\n" + b"X: y\r\n" * 170_000 + b"\r\n"), "error 0"),
    ("100,000 times 100 Continue", b"HTTP/1.1 100 Continue\r\n\r\n" * 100_000 + _head(), "(error 0|ok 1)"),
    ("101 Switching Protocols", b"HTTP/1.1 101 Switching\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n", "error 0"),
    ("103 Early Hints", b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" + _head(), "(error 0|ok 1)"),
    ("two answers at once", _head() + _head(), FINE),
    ("16 MB", _head(body=b" " * 16_000_000), "error 0"),
    ("an ETag of 60 KB", _head('ETag: "' + "a" * 60_000 + '"'), "(error 0|ok 1)"),
    ("an ETag with controls", _head('ETag: "\x07\x1b"'), "(error 0|ok 1)"),
    ("an odd Last-Modified", _head("Last-Modified: Thu, 99 Foo 99999 99:99:99 XXX"), FINE),
    ("1000 cookies", _head(*(f"Set-Cookie: a{n}=b" for n in range(1000))), "(error 0|ok 1)"),
    ("a charset of 10 KB", _head("Content-Type: text/xml; charset=" + "x" * 8000), FINE),
    ("a charset that is a path", _head("Content-Type: text/xml; charset=../../etc/passwd"), FINE),
    ("a content type of nonsense", _head("Content-Type: ;;;==/\\"), FINE),
    ("an image", _head("Content-Type: image/png"), FINE),
    ("a Cache-Control of nonsense", _head("Cache-Control: max-age=99999999999999999999, s-maxage=-1, =,"), FINE),
)  # fmt: skip


def _answers() -> Iterator[Kind]:
    for name, said, right in ANSWERS:
        yield Kind("answer", name, lambda stand, said=said: stand.raw(said), right, slow=name in ("16 MB", "100,000 times 100 Continue"))


def _statuses() -> Iterator[Kind]:
    right = {401: "refused 0", 403: "refused 0", 407: "refused 0", 451: "refused 0", 410: "gone 0", 429: "throttled 0", 503: "throttled 0"}
    for status in (201, 204, 205, 206, 304, 400, 401, 402, 403, 404, 407, 410, 418, 429, 451, 500, 502, 503, 504, 520, 599):
        said = reply(b"" if status in (204, 304) else GOOD, f"{status} Said")
        yield Kind("status", f"{status} with a feed inside", lambda stand, said=said: stand.raw(said), right.get(status, "error 0"))
    for told in ("-5", "1e9", "10 years", "Thu, 01 Jan 1970 00:00:00 GMT", "Fri, 31 Dec 9999 23:59:59 GMT", "9" * 400, "\xff", ""):
        said = reply(b"", "503 Busy", retry_after=told)
        yield Kind("status", f"Retry-After: {told[:20]!a}", lambda stand, said=said: stand.raw(said), "throttled 0")


def _packed() -> Iterator[Kind]:
    bomb = _zeros(200)
    layers = GOOD
    for _ in range(10):
        layers = gzip.compress(layers)
    packed = (
        ("a gzip bomb", "gzip", bomb, "error 0"),
        ("a deflate bomb", "deflate", zlib.compress(bytes(30_000_000), 9), "error 0"),
        ("a bomb within a bomb", "gzip", gzip.compress(bomb), "error 0"),
        ("a bomb in 2000 parts", "gzip", gzip.compress(bytes(900_000)) * 2000, "error 0"),
        ("100,000 empty parts", "gzip", gzip.compress(b"") * 100_000, "error 0"),
        ("packed ten times, said once", "gzip", layers, "error 0"),
        ("packed ten times, said so", ", ".join(["gzip"] * 10), layers, "error 0"),
        ("500 encodings", ", ".join(["gzip"] * 500), gzip.compress(GOOD), "error 0"),
        ("brotli, which was not asked for", "br", b"\x0b\x02\x80hello\x03", "error 0"),
        ("zstd, which was not asked for", "zstd", b"\x28\xb5\x2f\xfd\x00\x58\x01\x00\x00", "error 0"),
        ("compress", "compress", b"\x1f\x9d\x90", "error 0"),
        ("an unknown encoding", "magic", GOOD, "error 0"),
        ("not packed at all", "gzip", GOOD, "error 0"),
        ("packed and cut", "gzip", gzip.compress(GOOD)[:-9], "error 0"),
        ("packed with rubbish behind", "gzip", gzip.compress(GOOD) + b"rubbish", "(error 0|ok 1)"),
        ("a wrong checksum", "gzip", gzip.compress(GOOD)[:-8] + b"12345678", "error 0"),
        ("a header flag of all ones", "gzip", b"\x1f\x8b\x08\xff" + bytes(20), "error 0"),
        ("raw deflate", "deflate", zlib.compressobj(wbits=-15).compress(GOOD) or b"x", "(error 0|ok 1)"),
        ("packed without saying so", "", gzip.compress(GOOD), "error 0"),
    )  # fmt: skip
    for name, encoding, body, right in packed:
        said = reply(body, **({"content_encoding": encoding} if encoding else {}))
        yield Kind("packed", name, lambda stand, said=said: stand.raw(said), right)


def _zeros(megabytes: int) -> bytes:
    packer = zlib.compressobj(1, zlib.DEFLATED, 31)  # quickly: every process that collects the tests makes it
    return b"".join([*(packer.compress(bytes(1_000_000)) for _ in range(megabytes)), packer.flush()])
