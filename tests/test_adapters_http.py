"""The door to the network, against servers that behave, and against servers that do not."""

import ast
import gzip
import shutil
import socket
import ssl
import subprocess
import sys
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from datetime import timedelta
from ipaddress import ip_network
from pathlib import Path

import pytest

from monitor.adapters.http import Pace, Request, Response, Web
from monitor.errors import FetchError
from tests.hostile_web import Answer, HostileWeb, reply

LOOPBACK = [ip_network("127.0.0.0/30")]  # a range: its hosts are spared like those of others
PACE = Pace(per_host=4, gap=timedelta(0), at_once=8, connect=timedelta(seconds=5), total=timedelta(seconds=5))
HASTE = Pace(per_host=4, gap=timedelta(0), at_once=8, connect=timedelta(seconds=0.3), total=timedelta(seconds=0.4))


@pytest.fixture
def web() -> Iterator[Web]:
    """The door, open to the servers of the test."""
    with Web(PACE, LOOPBACK, "monitor/test (+https://example.org/monitor)") as door:
        yield door


@pytest.fixture
def hasty() -> Iterator[Web]:
    """The door, with hardly any patience."""
    with Web(HASTE, LOOPBACK) as door:
        yield door


def failure(web: Web, request: Request | str) -> FetchError:
    """Ask, and give what went wrong."""
    with pytest.raises(FetchError) as caught:
        web.get(Request(request) if isinstance(request, str) else request)
    return caught.value


def until(condition: Callable[[], bool], seconds: float = 5.0) -> None:
    """Wait until something holds."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it never came to hold"
        threading.Event().wait(0.005)


def by_path(pages: dict[str, bytes]) -> Answer:
    """Answer each path with its bytes."""
    return lambda _web, connection, path: connection.sendall(pages.get(path, reply(b"not here", "404 Not Found")))


def test_an_answer_comes_with_its_status_headers_and_body(web):
    with HostileWeb(reply(b"<rss/>", content_type="text/xml", ETag='"1"')) as server:
        answer = web.get(Request(f"{server.url}/feed?a=1#7"))
    assert answer == Response(
        url=f"{server.url}/feed?a=1#7",
        final_url=f"{server.url}/feed?a=1",
        status=200,
        headers={"content-type": "text/xml", "etag": '"1"', "content-length": "6"},
        body=b"<rss/>",
    )
    assert server.paths == ["/feed?a=1"]


def test_a_request_says_who_asks_and_nothing_about_its_user(web, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1/")
    with HostileWeb(reply(b"x", set_cookie="spy=1; Path=/")) as server:
        web.get(Request(f"{server.url}/1"))
        web.get(Request(f"{server.url}/2"))
    assert server.header("user-agent") == "monitor/test (+https://example.org/monitor)"
    assert server.header("accept-encoding") == "gzip, deflate"
    assert server.header("cookie") is None
    assert server.header("referer") is None
    assert server.header("authorization") is None


def test_a_feed_may_have_its_own_name_and_headers(web):
    with HostileWeb(reply(b"x")) as server:
        web.get(
            Request(server.url, user_agent="Other/1", accept="text/xml", headers={"X-Token": "t", "Host": "evil", "Accept-Encoding": "br"})
        )
    assert server.header("user-agent") == "Other/1"
    assert server.header("accept") == "text/xml"
    assert server.header("x-token") == "t"
    assert server.header("host") == server.url.removeprefix("http://")
    assert server.header("accept-encoding") == "gzip, deflate"


@pytest.mark.parametrize(
    ("validator", "sent"),
    [
        ('"abc"', True),
        ('W/"1"', True),
        ("x" * 1024, True),
        ("x" * 1025, False),
        ("", False),
        ("a\r\nX: y", False),
        ("ключ", False),
        ("a\x00", False),
    ],
)
def test_only_sane_validators_are_sent_back(web, validator, sent):
    with HostileWeb(reply(b"x")) as server:
        web.get(Request(server.url, etag=validator, last_modified=validator))
    expected = validator if sent else None
    assert server.header("if-none-match") == expected
    assert server.header("if-modified-since") == expected


def test_304_is_an_answer_whatever_it_says_of_its_length(web):
    with HostileWeb(b'HTTP/1.1 304 Not Modified\r\nETag: "2"\r\nContent-Length: 99000000\r\nLocation: /elsewhere\r\n\r\n') as server:
        answer = web.get(Request(server.url, etag='"2"'))
    assert (answer.status, answer.body, answer.headers["etag"], answer.moved_to) == (304, b"", '"2"', None)


def test_any_status_is_an_answer_too(web):
    with HostileWeb(reply(b"busy", "503 Service Unavailable", Retry_After="120")) as server:
        answer = web.get(Request(server.url))
    assert (answer.status, answer.body, answer.headers["retry-after"]) == (503, b"busy", "120")


def test_a_connection_is_kept_for_the_next_poll_of_its_host(web):
    with HostileWeb(reply(b"x")) as server:
        for number in range(5):
            web.get(Request(f"{server.url}/{number}"))
    assert server.connections == 1


def test_a_connection_that_the_server_gave_up_meanwhile_is_made_again(web):
    def once(_web: HostileWeb, connection: socket.socket, _path: str) -> None:
        connection.sendall(reply(b"x"))
        connection.shutdown(socket.SHUT_RDWR)

    with HostileWeb(once) as server:
        assert [web.get(Request(server.url)).body for _ in range(3)] == [b"x"] * 3


def test_headers_are_clean_text_and_those_sent_twice_are_joined(web):
    with HostileWeb(b"HTTP/1.1 200 OK\r\nX-A: 1\r\nX-Raw: \xff\xfe\r\nX-A: 2\r\nContent-Length: 0\r\n\r\n") as server:
        headers = web.get(Request(server.url)).headers
    assert headers["x-a"] == "1, 2"
    assert headers["x-raw"].encode("utf-8") == b"??"


# What is refused: nothing may reach a server that the settings do not name.


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "ftp://example.com/", "http://A:80\\@B/", "http://2130706433/", "http://①②⑦.⑥.⑥.⑥/", "http://127.1/"]
)
def test_odd_urls_are_refused(web, url):
    assert failure(web, url).kind == "refused"


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_an_address_that_is_not_public_gets_no_packet(host):
    with HostileWeb(reply(b"secret")) as server, Web(PACE) as closed:
        error = failure(closed, f"http://{host}:{server.port}/")
    assert error.kind == "refused"
    assert "network.allow_addresses" in str(error)
    assert server.connections == 0


def test_the_setting_opens_the_address_it_names_and_no_other():
    with (
        HostileWeb(reply(b"x"), "127.0.0.1") as named,
        HostileWeb(reply(b"x"), "127.6.6.6") as other,
        Web(PACE, [ip_network("127.0.0.1/32")]) as door,
    ):
        assert door.get(Request(named.url)).status == 200
        assert failure(door, other.url).kind == "refused"
        assert other.connections == 0


def test_a_name_is_refused_for_one_bad_address():
    addresses = {str(info[4][0]) for info in socket.getaddrinfo("localhost", 80, type=socket.SOCK_STREAM)}
    with HostileWeb(reply(b"x")) as server:
        for left_out in addresses:
            allowed = [ip_network(address) for address in addresses - {left_out}]
            with Web(PACE, allowed) as door:
                assert failure(door, f"http://localhost:{server.port}/").kind == "refused"
        assert server.connections == 0
        with Web(PACE, [ip_network(address) for address in addresses]) as door:
            assert door.get(Request(f"http://localhost:{server.port}/")).status == 200


@pytest.mark.parametrize(
    "location",
    [
        "http://169.254.169.254/latest/meta-data/",
        "http://[::ffff:169.254.169.254]/",
        "http://127.6.6.6/",
        "http://2130706433/",
        "//10.0.0.1/",
        "file:///etc/passwd",
        "gopher://127.0.0.1:25/",
        "http://A:80\\@127.0.0.1/",
        "http://[::1/",
        "\\\\evil/",
        "http://localhost.localdomain:0/",
    ],
)
@pytest.mark.parametrize("hops", [1, 3])
def test_every_hop_is_checked(web, location, hops):
    pages = {f"/{n}": reply(status="302 Found", Location=f"/{n + 1}") for n in range(hops - 1)}
    with HostileWeb(by_path(pages | {f"/{hops - 1}": reply(status="301 Moved", Location=location)})) as server:
        error = failure(web, f"{server.url}/0")
    assert error.kind == "refused"
    assert "redirected to" in str(error)
    assert len(server.heads) == hops


def test_a_proxy_is_used_for_the_feed_that_names_it_and_may_stand_inside():
    with HostileWeb(reply(b"through the proxy"), "127.6.6.6") as proxy, Web(PACE) as door:
        via = proxy.url.replace("http://", "http://me:secret@")
        answer = door.get(Request("http://news.example/feed", proxy=via))
        assert answer.body == b"through the proxy"
        assert proxy.paths == ["http://news.example/feed"]
        assert proxy.header("proxy-authorization") == "Basic bWU6c2VjcmV0"
        assert proxy.header("authorization") is None


@pytest.mark.parametrize("target", ["http://169.254.169.254/", "http://localhost/", "http://[::1]/", "file:///etc/passwd"])
def test_a_proxy_is_not_asked_for_what_is_inside(target):
    with HostileWeb(reply(b"x")) as proxy, Web(PACE) as door:
        assert failure(door, Request(target, proxy=proxy.url)).kind == "refused"
        assert proxy.connections == 0


def test_https_goes_through_a_proxy_as_a_tunnel():
    with HostileWeb(reply(b"no", "403 Forbidden")) as proxy, Web(PACE) as door:
        error = failure(door, Request("https://news.example/", proxy=proxy.url.replace("http://", "http://me:secret@")))
    assert "the proxy answered 403" in str(error)
    assert proxy.heads[0].startswith("CONNECT news.example:443 ")
    assert proxy.header("proxy-authorization") == "Basic bWU6c2VjcmV0"


def test_a_proxy_of_an_unknown_kind_is_refused(web):
    assert failure(web, Request("http://news.example/", proxy="socks5://127.0.0.1:9050")).kind == "refused"


# Logins


def test_a_login_in_the_url_goes_to_its_origin_only(web):
    with HostileWeb(reply(b"x")) as other:
        home = by_path({"/a": reply(status="302 Found", Location="/b"), "/b": reply(status="302 Found", Location=f"{other.url}/c")})
        with HostileWeb(home) as server:
            answer = web.get(Request(f"http://me:p%40ss@127.0.0.1:{server.port}/a", headers={"X-Token": "t"}))
    assert [server.header("authorization", n) for n in (0, 1)] == ["Basic bWU6cEBzcw=="] * 2
    assert server.header("x-token") == "t"
    assert other.header("authorization") is None
    assert other.header("x-token") is None
    assert answer.final_url == f"{other.url}/c"


def test_a_redirect_cannot_say_whom_we_log_in_as(web):
    with HostileWeb(
        lambda w, c, p: c.sendall(reply(b"x") if p == "/b" else reply(status="302 Found", Location=f"//a:b@127.0.0.1:{w.port}/b"))
    ) as server:
        assert web.get(Request(f"{server.url}/a")).final_url == f"{server.url}/b"
    assert server.header("authorization") is None


def test_a_login_is_masked_in_what_is_said_of_a_failure(web):
    with HostileWeb(b"garbage\r\n\r\n") as server:
        url = f"http://me:hunter2@127.0.0.1:{server.port}/?token=hunter2"
        errors = [failure(web, url), failure(web, "http://me:hunter2@[::1]/"), failure(web, "http://me:hunter2@@x/")]
    for error in errors:
        assert "hunter2" not in str(error)
        assert "***@" in str(error)


# Redirects


@pytest.mark.parametrize(
    ("statuses", "moved"),
    [
        ([301], True),
        ([308], True),
        ([301, 308, 301], True),
        ([302], False),
        ([303], False),
        ([307], False),
        ([301, 302], False),
        ([302, 301], False),
    ],
)
def test_only_an_unbroken_chain_of_permanent_redirects_is_a_move(web, statuses, moved):
    pages = {f"/{n}": reply(b"moved", f"{status} Moved", Location=f"/{n + 1}") for n, status in enumerate(statuses)}
    with HostileWeb(by_path(pages | {f"/{len(statuses)}": reply(b"here")})) as server:
        answer = web.get(Request(f"{server.url}/0"))
    last = f"{server.url}/{len(statuses)}"
    assert (answer.body, answer.final_url, answer.moved_to) == (b"here", last, last if moved else None)


def test_a_move_to_what_is_not_there_is_no_move(web):
    with HostileWeb(by_path({"/0": reply(status="301 Moved", Location="/1")})) as server:
        answer = web.get(Request(f"{server.url}/0"))
    assert (answer.status, answer.moved_to) == (404, None)


def test_a_move_within_the_origin_keeps_the_login(web):
    with HostileWeb(by_path({"/0": reply(status="301 Moved", Location="/1"), "/1": reply(b"x")})) as server:
        answer = web.get(Request(f"http://me:secret@127.0.0.1:{server.port}/0"))
    assert answer.moved_to == f"http://me:secret@127.0.0.1:{server.port}/1"
    assert answer.final_url == f"{server.url}/1"


def test_five_redirects_are_followed_and_no_more(web):
    pages = {f"/{n}": reply(status="302 Found", Location=f"/{n + 1}") for n in range(9)} | {"/9": reply(b"end")}
    with HostileWeb(by_path(pages)) as server:
        assert web.get(Request(f"{server.url}/4")).body == b"end"
        assert failure(web, f"{server.url}/3").kind == "too many redirects"
        assert server.paths.count("/9") == 1


def test_a_loop_of_redirects_ends(web):
    with HostileWeb(reply(status="302 Found", Location="/")) as server:
        assert failure(web, server.url).kind == "too many redirects"
    assert len(server.heads) == 6


@pytest.mark.parametrize("location", [None, "", "   "])
def test_a_redirect_to_nowhere_is_the_answer(web, location):
    head = reply(b"lost", "302 Found") if location is None else reply(b"lost", "302 Found", Location=location)
    with HostileWeb(head) as server:
        answer = web.get(Request(server.url))
    assert (answer.status, answer.body) == (302, b"lost")


@pytest.mark.parametrize(
    ("location", "asked"),
    [
        (b"/a b", "/a%20b"),
        (b" /c ", "/c"),
        ("/новости".encode(), "/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8"),
        (b"/\xff", "/%FF"),
        (b"?q=1#frag", "/0?q=1"),
    ],
)
def test_a_sloppy_location_is_understood(web, location, asked):
    first = b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " + location + b"\r\n\r\n"
    with HostileWeb(lambda _w, c, p: c.sendall(first if p == "/0" else reply(b"there"))) as server:
        assert web.get(Request(f"{server.url}/0")).body == b"there"
    assert server.paths == ["/0", asked]


def test_a_url_is_sent_as_it_stands(web):
    with HostileWeb(reply(b"x")) as server:
        web.get(Request(f"{server.url}/a%7Eb/%2f/../c;d?sig=a%2Bb%3D&e=[1]&ж"))
    assert server.paths == ["/a%7Eb/%2f/../c;d?sig=a%2Bb%3D&e=[1]&%D0%B6"]


# Bodies


TEXT = b"<rss>" + b"news " * 5_000 + b"</rss>"


def _bare_deflate(body: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(body) + packer.flush()


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [
        ("gzip", gzip.compress(TEXT, mtime=0)),
        ("GZIP", gzip.compress(TEXT, mtime=0)),
        ("x-gzip", gzip.compress(TEXT, mtime=0)),
        ("identity, gzip", gzip.compress(TEXT, mtime=0)),
        ("gzip", gzip.compress(TEXT[:100], mtime=0) + gzip.compress(TEXT[100:], mtime=0)),
        ("gzip", gzip.compress(TEXT, mtime=0) + b"\x00" * 512),
        ("deflate", zlib.compress(TEXT)),
        ("deflate", _bare_deflate(TEXT)),
        ("identity", TEXT),
    ],
)
@pytest.mark.parametrize("step", [1_000_000, 7])
def test_a_packed_body_is_unpacked_however_it_arrives(web, encoding, packed, step):
    def answer(_web: HostileWeb, connection: socket.socket, _path: str) -> None:
        connection.sendall(f"HTTP/1.1 200 OK\r\nContent-Encoding: {encoding}\r\nTransfer-Encoding: chunked\r\n\r\n".encode())
        for start in range(0, len(packed), step * 50):
            pieces = [packed[at : at + step] for at in range(start, min(start + step * 50, len(packed)), step)]
            connection.sendall(b"".join(b"%x\r\n%b\r\n" % (len(piece), piece) for piece in pieces))
        connection.sendall(b"0\r\n\r\n")

    with HostileWeb(answer) as server:
        assert web.get(Request(server.url)).body == TEXT


def test_an_empty_body_needs_no_unpacking(web):
    with HostileWeb(reply(b"", content_encoding="gzip")) as server:
        assert web.get(Request(server.url)).body == b""


@pytest.mark.parametrize(
    ("encoding", "body", "kind"),
    [
        pytest.param("gzip", gzip.compress(bytes(30_000_000)), "too large", id="a gzip bomb"),
        pytest.param("deflate", zlib.compress(bytes(30_000_000)), "too large", id="a deflate bomb"),
        pytest.param("gzip", gzip.compress(bytes(900_000)) * 20, "too large", id="a bomb in parts"),
        pytest.param("gzip", gzip.compress(b"") * 5_000, "malformed", id="a flood of empty parts"),
        pytest.param("gzip, gzip", gzip.compress(gzip.compress(TEXT)), "malformed", id="packed twice"),
        pytest.param("br", b"\x0b\x02\x80hello\x03", "malformed", id="an encoding not asked for"),
        pytest.param("gzip", TEXT, "malformed", id="not packed at all"),
        pytest.param("gzip", gzip.compress(TEXT)[:-9], "malformed", id="packed and cut"),
        pytest.param("deflate", b"x", "malformed", id="a single byte"),
        pytest.param("gzip", gzip.compress(TEXT)[:-8] + b"12345678", "malformed", id="a wrong checksum"),
        pytest.param("identity", bytes(1_000_001), "too large", id="too many bytes"),
    ],
)
def test_a_body_that_cannot_be_unpacked_within_bounds_is_an_error(web, encoding, body, kind):
    with HostileWeb(reply(body, content_encoding=encoding)) as server:
        assert failure(web, Request(server.url, max_bytes=1_000_000)).kind == kind


def endless(_web: HostileWeb, connection: socket.socket, path: str) -> None:
    """Send without end: a body, chunks, headers, or answers that are none."""
    head, more = {
        "/body": (b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n", b"x" * 65_536),
        "/chunks": (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1000\r\n" + b"x" * 4096 + b"\r\n"),
        "/chunk-size": (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1" * 4096),
        "/header": (b"HTTP/1.1 200 OK\r\nX-A: ", b"a" * 4096),
        "/headers": (b"HTTP/1.1 200 OK\r\n", b"X-A: b\r\n" * 512),
        "/continue": (b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 100),
        "/garbage": (b"", b"\x00\xff" * 2048),
    }[path]
    connection.sendall(head)
    while True:
        connection.sendall(more)


@pytest.mark.parametrize(
    ("path", "kinds"),
    [
        ("/body", {"too large"}),
        ("/chunks", {"too large"}),
        ("/chunk-size", {"malformed"}),
        ("/header", {"too large", "malformed"}),
        ("/headers", {"too large", "malformed"}),
        ("/continue", {"timeout"}),
        ("/garbage", {"malformed"}),
    ],
)
def test_what_never_ends_is_ended(path, kinds):
    pace = Pace(per_host=4, gap=timedelta(0), connect=timedelta(seconds=2), total=timedelta(seconds=1 if path == "/continue" else 5))
    with HostileWeb(endless) as server, Web(pace, LOOPBACK) as door:
        assert failure(door, Request(server.url + path, max_bytes=1_000_000)).kind in kinds


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        pytest.param(b"HTTP/1.1 200 OK\r\nX: " + b"a" * 70_000 + b"\r\nContent-Length: 0\r\n\r\n", "too large", id="a huge header"),
        pytest.param(
            b"HTTP/1.1 200 OK\r\n" + b"".join(b"X-%d: %b\r\n" % (n, b"a" * 1000) for n in range(80)) + b"Content-Length: 0\r\n\r\n",
            "too large",
            id="many big headers",
        ),
        pytest.param(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort", "malformed", id="a lying Content-Length"),
        pytest.param(b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n", "malformed", id="a negative Content-Length"),
        pytest.param(b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999999\r\n\r\n", "too large", id="a Content-Length beyond all bounds"),
        pytest.param(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "malformed", id="two lengths"),
        pytest.param(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nx\r\n", "malformed", id="a chunk of size zz"),
        pytest.param(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n", "malformed", id="chunks that break off"),
        pytest.param(
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhello\r\n0\r\n\r\n", "malformed", id="a chunk longer than it says"
        ),
        pytest.param(b"SSH-2.0-OpenSSH_9.2\r\n", "malformed", id="no HTTP"),
        pytest.param(b"<html>hello</html>", "malformed", id="a page without a head"),
        pytest.param(b"HTTP/1.1 999999 Odd\r\n\r\n", "malformed", id="an odd status"),
        pytest.param(b"", "unreachable", id="nothing"),
    ],
)
def test_a_broken_answer_is_an_error(web, answer, kind):
    def send(_web: HostileWeb, connection: socket.socket, _path: str) -> None:
        connection.sendall(answer)
        connection.shutdown(socket.SHUT_RDWR)

    with HostileWeb(send) as server:
        error = failure(web, server.url)
    assert error.kind == kind
    assert str(error).startswith(f"{server.url}: ")


@pytest.mark.parametrize("chunk", [b"zz\r\nhello", b"1" * 4096, b"5\r\nhello-and-more\r\n"])
def test_a_broken_chunk_is_noticed_while_the_connection_stays_open(web, chunk):
    def send(server: HostileWeb, connection: socket.socket, _path: str) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n")
        server.hang(0.1)  # so that the head is read before the rest comes
        connection.sendall(chunk)
        server.hang()

    with HostileWeb(send) as server:
        assert failure(web, server.url).kind == "malformed"


def test_an_answer_that_changes_the_protocol_is_none(web):
    with HostileWeb(b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n") as server:
        assert failure(web, server.url).kind == "malformed"


# Time


def drip(_web: HostileWeb, connection: socket.socket, path: str) -> None:
    """Send a byte now and then: what no timeout between two reads ever notices."""
    connection.sendall(
        {"/body": b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n", "/head": b"HTTP/1.1 200 OK\r\n", "/line": b"HTTP"}[path]
    )
    while not _web.stopping.wait(0.02):
        connection.sendall(b"x: y\r\n" if path == "/head" else b"x")


@pytest.mark.parametrize("path", ["/body", "/head"])
def test_a_drip_meets_the_total_deadline(hasty, path):
    with HostileWeb(drip) as server:
        began = time.monotonic()
        error = failure(hasty, server.url + path)
        assert time.monotonic() - began < 2
    assert (error.kind, "0.4 s" in str(error)) == ("timeout", True)


def test_a_server_that_never_answers_meets_the_deadline(hasty):
    with HostileWeb(lambda w, _c, _p: w.hang()) as server:
        assert failure(hasty, server.url).kind == "timeout"


def test_the_deadline_counts_all_hops_together(hasty):
    def slow(web: HostileWeb, connection: socket.socket, path: str) -> None:
        web.hang(0.15)
        connection.sendall(reply(status="302 Found", Location=f"{path}x"))

    with HostileWeb(slow) as server:
        assert failure(hasty, f"{server.url}/").kind == "timeout"
    assert len(server.heads) <= 3


def test_tls_that_hangs_meets_the_deadline(hasty):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        assert failure(hasty, f"https://127.0.0.1:{silent.getsockname()[1]}/").kind == "timeout"


def test_nobody_listening_is_unreachable(web):
    with socket.create_server(("127.0.0.1", 0)) as gone:
        port = gone.getsockname()[1]
    assert failure(web, f"http://127.0.0.1:{port}/").kind == "unreachable"


def test_a_proxy_that_is_not_there_is_named(web):
    with socket.create_server(("127.0.0.1", 0)) as gone:
        port = gone.getsockname()[1]
    error = failure(web, Request("http://news.example/", proxy=f"http://127.0.0.1:{port}"))
    assert (error.kind, "no connection to the proxy" in str(error)) == ("unreachable", True)


def test_a_server_may_speak_ipv6():
    try:
        server = HostileWeb(reply(b"six"), "::1")
    except OSError:
        pytest.skip("this machine has no IPv6")
    with server, Web(PACE, [ip_network("::1/128")]) as door:
        assert door.get(Request(server.url)).body == b"six"
        assert server.header("host") == f"[::1]:{server.port}"


def test_nothing_is_left_open_by_servers_that_misbehave(hasty):
    def descriptors() -> int:
        return len(list(Path("/proc/self/fd").iterdir()))

    if not Path("/proc/self/fd").exists():
        pytest.skip("open files are counted on Linux only")
    with HostileWeb(lambda w, c, _p: c.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx") or w.hang(0.5)) as server:
        failure(hasty, server.url)
        before = descriptors()
        assert all(isinstance(answer, FetchError) for _, answer in hasty.fetch(Request(f"{server.url}/{n}") for n in range(12)))
        until(lambda: descriptors() <= before + 2)


def test_a_name_that_does_not_exist_is_unreachable(web):
    error = failure(web, "http://no-such-host.invalid/")
    assert (error.kind, "cannot be resolved" in str(error)) == ("unreachable", True)


# TLS


def test_a_plain_port_that_is_asked_for_tls_is_a_tls_error(web):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=_answer_in_plain, args=(listener,), daemon=True).start()
        assert failure(web, f"https://127.0.0.1:{listener.getsockname()[1]}/").kind == "tls"


def _answer_in_plain(listener: socket.socket) -> None:
    connection, _ = listener.accept()
    with connection:
        connection.recv(1000)
        connection.sendall(reply(b"plain", "400 Bad Request"))
        connection.recv(1000)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for localhost that nobody signed, with its key in one file."""
    if shutil.which("openssl") is None:
        pytest.skip("openssl is not installed")
    path = tmp_path_factory.mktemp("tls") / "both.pem"
    made = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost"
    subprocess.run(
        [*made.split(), "-addext", "subjectAltName=DNS:localhost", "-keyout", str(path), "-out", str(path) + ".crt"],
        check=True,
        capture_output=True,
    )
    path.write_text(path.read_text() + Path(f"{path}.crt").read_text())
    return path


def _tls(certificate: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return context


def test_a_certificate_that_nobody_signed_is_a_tls_error_that_says_so(web, certificate):
    with HostileWeb(reply(b"x"), tls=_tls(certificate)) as server:
        error = failure(web, f"https://127.0.0.1:{server.port}/")
    assert error.kind == "tls"
    assert "self-signed" in str(error) or "self signed" in str(error)
    assert server.heads == []


ASK = """
import sys
from ipaddress import ip_network
from monitor.adapters.http import Request, Web
from monitor.errors import FetchError
with Web(allow_addresses=[ip_network("127.0.0.1/32"), ip_network("::1/128")]) as web:
    for request, answer in web.fetch([Request(url) for url in sys.argv[1:]]):
        print(request.url.split(":")[1], answer.kind if isinstance(answer, FetchError) else answer.body)
"""


def test_a_trusted_certificate_is_good_for_its_own_name_only(certificate):
    with HostileWeb(reply(b"x"), tls=_tls(certificate)) as server:
        urls = [f"https://{host}:{server.port}/" for host in ("localhost", "127.0.0.1")]
        ran = subprocess.run(
            [sys.executable, "-c", ASK, *urls],
            env={"SSL_CERT_FILE": f"{certificate}.crt"},
            capture_output=True,
            text=True,
            timeout=30,
            check=True,
        )
    assert sorted(ran.stdout.splitlines()) == ["//127.0.0.1 tls", "//localhost b'x'"]


# Pace


def test_answers_come_as_they_complete_each_with_its_request(web):
    def answer(_web: HostileWeb, connection: socket.socket, path: str) -> None:
        if path == "/slow":
            until(lambda: "/fast" in answered)
        connection.sendall(reply(path.encode()))

    answered: list[str] = []
    with HostileWeb(answer) as server:
        for request, response in web.fetch([Request(f"{server.url}/slow"), Request(f"{server.url}/fast"), Request("file:///x")]):
            answered.append(request.url.removeprefix(server.url) if isinstance(response, Response) else response.kind)
    assert sorted(answered) == ["/fast", "/slow", "refused"]
    assert answered[-1] == "/slow"


def test_nothing_asked_is_nothing_answered(web):
    assert list(web.fetch([])) == []


def test_a_host_gets_few_requests_at_a_time():
    pace = Pace(per_host=2, gap=timedelta(0), at_once=8)
    with HostileWeb(lambda w, c, _p: (w.hang(0.03), c.sendall(reply(b"x")))) as server, Web(pace, LOOPBACK) as door:
        assert len(list(door.fetch(Request(f"{server.url}/{n}") for n in range(8)))) == 8
    assert server.most_at_once == 2


def test_starts_on_a_host_keep_their_distance_and_redirects_are_starts_too():
    pace = Pace(per_host=2, gap=timedelta(seconds=0.1), at_once=8)
    with HostileWeb(by_path({"/0": reply(status="302 Found", Location="/3"), "/1": reply(b"x"), "/3": reply(b"x")})) as server:
        with Web(pace, LOOPBACK) as door:
            list(door.fetch(Request(f"{server.url}/{n}") for n in range(3)))
        gaps = [later - earlier for earlier, later in zip(server.started, server.started[1:], strict=False)]
    assert len(gaps) == 3
    assert min(gaps) > 0.07  # the server's clock, a little later than ours


def test_waiting_for_a_turn_is_not_counted_against_an_answer():
    pace = Pace(per_host=1, gap=timedelta(seconds=0.15), total=timedelta(seconds=0.3))
    with HostileWeb(reply(b"x")) as server, Web(pace, LOOPBACK) as door:
        answers = [answer for _, answer in door.fetch(Request(f"{server.url}/{n}") for n in range(5))]
    assert [answer.body for answer in answers if isinstance(answer, Response)] == [b"x"] * 5


def test_a_host_that_keeps_us_waiting_holds_up_no_other():
    pace = Pace(per_host=1, gap=timedelta(seconds=30), at_once=2)
    with HostileWeb(reply(b"x"), "127.0.0.1") as crowded, HostileWeb(reply(b"x"), "127.0.0.2") as other, Web(pace, LOOPBACK) as door:
        requests = [*(Request(f"{crowded.url}/{n}") for n in range(10)), Request(other.url)]
        answers = door.fetch(requests)
        assert {next(answers)[0].url, next(answers)[0].url} == {f"{crowded.url}/0", other.url}
        answers.close()
        assert len(crowded.heads) == 1


def test_all_hosts_together_get_no_more_than_the_whole():
    pace = Pace(per_host=4, gap=timedelta(0), at_once=3)

    def slowly(web: HostileWeb, connection: socket.socket, _path: str) -> None:
        with lock:
            running.append(1)
            most.append(len(running))
        web.hang(0.03)
        with lock:
            running.pop()
        connection.sendall(reply(b"x"))

    lock, running, most = threading.Lock(), list[int](), list[int]()
    with HostileWeb(slowly, "127.0.0.1") as one, HostileWeb(slowly, "127.0.0.2") as two, Web(pace, LOOPBACK) as door:
        assert len(list(door.fetch([Request(f"{server.url}/{n}") for n in range(6) for server in (one, two)]))) == 12
    assert max(most) == 3


# Threads and the end


def test_many_threads_may_ask_at_once(web):
    with HostileWeb(by_path({f"/{n}": reply(b"%d" % n) for n in range(20)})) as server:
        found: dict[int, bytes] = {}
        threads = [threading.Thread(target=lambda n=n: found.update({n: web.get(Request(f"{server.url}/{n}")).body})) for n in range(20)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(10)
    assert found == {n: b"%d" % n for n in range(20)}


def test_closing_ends_what_is_on_its_way_and_tells_who_waits():
    pace = Pace(per_host=1, gap=timedelta(seconds=30))
    with HostileWeb(lambda w, _c, _p: w.hang()) as server:
        door = Web(pace, LOOPBACK)
        told: list[object] = []
        waiting = threading.Thread(target=lambda: told.extend(answer for _, answer in door.fetch(Request(server.url) for _ in range(5))))
        waiting.start()
        until(lambda: bool(server.heads))
        began = time.monotonic()
        door.close()
        assert time.monotonic() - began < 2
        waiting.join(5)
    assert len(told) == 5
    assert all(isinstance(answer, FetchError) and "stopped" in str(answer) for answer in told)


def test_a_closed_door_says_so_and_may_be_closed_again():
    door = Web(PACE, LOOPBACK)
    door.close()
    door.close()
    assert "stopped" in str(failure(door, "http://127.0.0.1/"))


def test_nothing_runs_before_the_first_request_nor_after_the_end():
    def running() -> bool:
        return any(thread.name == "network" for thread in threading.enumerate())

    with HostileWeb(reply(b"x")) as server, Web(PACE, LOOPBACK) as door:
        assert not running()
        door.get(Request(server.url))
        assert running()
        door.close()
        assert not running()


def test_whoever_stops_listening_frees_the_line():
    pace = Pace(per_host=1, gap=timedelta(0), at_once=1, total=timedelta(seconds=20))
    with HostileWeb(lambda w, c, p: w.hang() if p == "/hang" else c.sendall(reply(b"x"))) as server, Web(pace, LOOPBACK) as door:
        answers = door.fetch([Request(f"{server.url}/first"), Request(f"{server.url}/hang")])
        next(answers)
        until(lambda: len(server.heads) == 2)
        answers.close()
        assert door.get(Request(f"{server.url}/next")).body == b"x"


@pytest.mark.parametrize("headers", [{"X-Bad": "a\r\nX-Evil: 1"}, {"X Bad": "1"}, {"X-Nul": "\x00"}])
def test_headers_that_would_break_the_request_are_not_sent(web, headers):
    with HostileWeb(reply(b"x")) as server:
        assert failure(web, Request(server.url, headers=headers)).kind == "malformed"
    assert server.heads == []


# One door


MONITOR = Path(__file__).parents[1] / "monitor"
CLIENTS = {
    "requests",
    "httpx",
    "httpx2",
    "httpcore",
    "urllib3",
    "aiohttp",
    "niquests",
    "pycurl",
    "http.client",
    "urllib.request",
    "ftplib",
    "aiosmtplib",
}
LISTENING = {MONITOR / "adapters" / "channels" / "heard.py"}  # to what Apprise sends; it sends nothing itself
FETCHERS = {"fetch_url", "fetch_response", "find_feed_urls", "sitemap_search", "focused_crawler", "downloads", "parse"}


def _imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _reaches_out(tree: ast.AST) -> list[str]:
    """List what a file uses that opens connections of its own."""
    names = list(_imports(tree))
    clients = [name for name in names if any(name == client or name.startswith(f"{client}.") for client in CLIENTS)]
    fetchers = [name for name in names if name.startswith(("trafilatura.", "feedparser.")) and name.rpartition(".")[2] in FETCHERS]
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    streams = _streams(tree)
    return clients + fetchers + [written for call in calls if (written := _fetching_call(call, streams))]


def _fetching_call(call: ast.Call, streams: set[str]) -> str | None:
    name, written = ast.unparse(call.func), ast.unparse(call)
    if name.rpartition(".")[2] in FETCHERS - {"parse", "downloads"}:
        return written
    # feedparser takes text and bytes for a URL or a path if they look like one, so it is given a stream.
    if name == "feedparser.parse" and not (call.args and (_is_stream(call.args[0]) or ast.unparse(call.args[0]) in streams)):
        return written
    return None


def _streams(tree: ast.AST) -> set[str]:
    """List the names that stand for a stream wherever the file sets them."""
    set_to = [
        (target.id, node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    ]
    arguments = {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}
    return {name for name, value in set_to if _is_stream(value)} - {name for name, value in set_to if not _is_stream(value)} - arguments


def _is_stream(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and ast.unparse(node.func) in ("BytesIO", "io.BytesIO")


@pytest.mark.parametrize("path", sorted(MONITOR.rglob("*.py")), ids=lambda path: str(path.relative_to(MONITOR)))
def test_nothing_but_the_door_reaches_out(path):
    if path.is_relative_to(MONITOR / "adapters" / "http") or path in LISTENING:
        return
    assert _reaches_out(ast.parse(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "code",
    [
        "import requests",
        "import http.client",
        "from http import client",
        "from urllib import request",
        "import urllib.request as r",
        "from aiohttp import ClientSession",
        "def f():\n    import urllib3.util",
        "from trafilatura import fetch_url",
        "trafilatura.fetch_url(x)",
        "feedparser.parse('http://example.com')",
        "feedparser.parse(feed_url)",
        "feedparser.parse(body)",
        "def f(stream):\n    return feedparser.parse(stream)",
        "stream = url\nstream = BytesIO(x)\nfeedparser.parse(stream)",
        "from feedparser import parse",
    ],
)
def test_the_search_for_other_doors_finds_one(code):
    assert _reaches_out(ast.parse(code))


@pytest.mark.parametrize(
    "code",
    [
        "import http.server",
        "from urllib.parse import quote",
        "feedparser.parse(BytesIO(body))",
        "stream = io.BytesIO(x)\nfeedparser.parse(stream)",
        "from trafilatura import extract",
    ],
)
def test_the_search_for_other_doors_finds_no_more(code):
    assert _reaches_out(ast.parse(code)) == []


def test_the_users_own_hosts_are_not_spared(local_web):
    """A gap spares other people's servers; an address that the settings allow by its number is the user's own."""
    for number in range(12):
        local_web.serve(f"/{number}", "x")
    pace = Pace(gap=timedelta(seconds=30))
    began = time.monotonic()
    with Web(pace, [ip_network("127.0.0.1/32")]) as web:
        answers = list(web.fetch([Request(f"{local_web.url}/{number}") for number in range(12)]))
    assert [answer.status for _, answer in answers if isinstance(answer, Response)] == [200] * 12
    assert time.monotonic() - began < 10
