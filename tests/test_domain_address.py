"""Which addresses may be dialled, which URLs asked, and how a URL is shown."""

from ipaddress import IPv4Address, ip_address, ip_network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.domain.feeds.address import mask_url, why_name_not_dialled, why_not_asked, why_not_dialled

LOOPBACK = [ip_network("127.0.0.1/32")]


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.6.6.6",
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "169.254.170.2",
        "100.64.0.1",
        "100.127.255.255",
        "100.100.100.200",
        "168.63.129.16",
        "192.0.0.9",
        "192.0.0.192",
        "192.0.2.1",
        "192.88.99.1",
        "198.18.0.1",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "239.255.255.250",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::7f06:606",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::ffff:169.254.169.254",
        "64:ff9b::7f06:606",
        "64:ff9b::8.8.8.8",
        "64:ff9b:1::7f06:606",
        "100::1",
        "2001::1",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2",
        "2001:10::1",
        "2001:db8::1",
        "2002:7f06:606::1",
        "2002:808:808::1",
        "3fff::1",
        "4000::1",
        "5f00::1",
        "fc00::1",
        "fd00::1",
        "fd00:ec2::254",
        "fe80::1",
        "fe80::1%eth0",
        "fec0::1",
        "ff02::1",
        "ff0e::1",
        "no address",
        "",
    ],
)
def test_an_address_that_is_not_public_is_not_dialled(address):
    assert why_not_dialled(address)


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "1.1.1.1", "93.184.215.14", "192.0.1.1", "100.63.0.1", "2606:4700::1111", "2a02:6b8::2:242", "::ffff:8.8.8.8"]
)
def test_a_public_address_is_dialled(address):
    assert why_not_dialled(address) is None


@pytest.mark.parametrize(
    ("address", "allowed", "dialled"),
    [
        pytest.param("127.0.0.1", "127.0.0.1/32", True, id="the very address"),
        pytest.param("::ffff:127.0.0.1", "127.0.0.1/32", True, id="the same address in IPv6 clothes"),
        pytest.param("127.6.6.6", "127.0.0.1/32", False, id="another loopback address"),
        pytest.param("::1", "127.0.0.1/32", False, id="the loopback of IPv6"),
        pytest.param("127.0.0.1", "::1/128", False, id="and the other way round"),
        pytest.param("0.0.0.0", "127.0.0.1/32", False, id="any address is not loopback"),
        pytest.param("10.1.2.3", "10.1.0.0/16", True, id="a network"),
        pytest.param("10.2.0.1", "10.1.0.0/16", False, id="outside the network"),
        pytest.param("169.254.169.254", "169.254.0.0/16", False, id="metadata by its network"),
        pytest.param("169.254.169.254", "0.0.0.0/0", False, id="metadata by everything"),
        pytest.param("169.254.169.254", "169.254.169.254/32", True, id="metadata by name"),
        pytest.param("fd00:ec2::254", "fd00::/8", False, id="metadata of IPv6 by its network"),
        pytest.param("fd00:ec2::254", "fd00:ec2::254/128", True, id="metadata of IPv6 by name"),
        pytest.param("64:ff9b::808:808", "64:ff9b::/96", True, id="NAT64 of a public address"),
        pytest.param("64:ff9b::7f06:606", "64:ff9b::/96", False, id="NAT64 does not open what it leads to"),
        pytest.param("64:ff9b::a9fe:a9fe", "64:ff9b::/96", False, id="nor metadata"),
        pytest.param("2002:7f06:606::1", "2002::/16", False, id="6to4 does not either"),
    ],
)
def test_only_the_network_that_is_allowed_is_opened(address, allowed, dialled):
    assert (why_not_dialled(address, [ip_network(allowed)]) is None) is dialled


def test_a_refusal_names_the_address_and_the_remedy():
    assert why_not_dialled("10.0.0.7") == "10.0.0.7 is not a public address; 10.0.0.7/32 in network.allow_addresses would permit it"
    assert "::ffff:10.0.0.7 (10.0.0.7)" in (why_not_dialled("::ffff:10.0.0.7") or "")


@pytest.mark.parametrize(
    "addresses", [["8.8.8.8", "127.0.0.1"], ["127.0.0.1", "8.8.8.8"], ["8.8.8.8", "::1"], ["1.1.1.1", "169.254.169.254"]]
)
def test_one_bad_address_refuses_the_name(addresses):
    assert why_name_not_dialled(addresses)


def test_a_name_with_good_addresses_is_dialled():
    assert why_name_not_dialled(["8.8.8.8", "2606:4700::1111"]) is None


@given(st.ip_addresses())
def test_whatever_is_dialled_is_global_and_holds_nothing_that_is_not(ip):
    if why_not_dialled(str(ip)) is None:
        inner = ip if isinstance(ip, IPv4Address) else ip.ipv4_mapped or ip
        assert inner.is_global
        assert not inner.is_multicast


@given(st.ip_addresses(v=4, network="127.0.0.0/8"))
def test_no_way_to_wrap_loopback_is_dialled(ip):
    wrapped = [str(ip), f"::ffff:{ip}", f"64:ff9b::{ip}", f"::{ip}", str(ip_address(0x2002 << 112 | int(ip) << 80))]
    assert all(why_not_dialled(form, LOOPBACK) or "127.0.0.1" in form for form in wrapped)


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "file:/etc/passwd",
        "source:file:///etc/passwd",
        "gopher://example.com/",
        "ftp://example.com/",
        "dict://example.com/",
        "data:text/html,x",
        "jar:http://example.com!/",
        "unix:///run/docker.sock",
        "javascript:alert(1)",
        "//example.com/",
        "example.com",
        "",
        "http:",
        "http://",
        "http:///path",
        "http://./",
        "http://?",
        "http://user@/",
        "http://A:80\\@B/",
        "http:\\\\example.com/",
        "http://example.com/\r\nHost: evil",
        "http://example.com/a b",
        "http://exa mple.com/",
        "http://example.com/\t",
        "http://example.com/\x00",
        "http://example.com/\u00a0",
        "http://example.com/\u202etxt",
        "http://ex\u200bample.com/",
        "http://example.com/\ud800",
        "http://a@b@example.com/",
        "http://@example.com/",
        "http://<user>@example.com/",
        "http://example.com:0/",
        "http://example.com:99999/",
        "http://example.com:http/",
        "http://exam%70le.com/",
        "http://127.0.0.1%2f@example.com:x/",
        "http://[fe80::1%25eth0]/",
        "http://[::1/",
        "http://[v1.x]/",
        "http://exa$mple.com/",
        "http://example.com／evil/",
        "http://" + "a" * 9000,
    ],
)
def test_a_url_that_parsers_might_read_in_two_ways_is_not_asked(url):
    assert why_not_asked(url, LOOPBACK)


@pytest.mark.parametrize(
    "host",
    [
        "2130706433",
        "2131101190",
        "0x7f000001",
        "0x7f.1",
        "0x7F060606",
        "0x",
        "127.1",
        "127.0.1",
        "127.394758",
        "0177.0.0.1",
        "0177.6.6.6",
        "127.0.0.01",
        "127.0.0.1.",
        "017700000001",
        "①②⑦.⑥.⑥.⑥",
        "①②⑦.⓪.⓪.①",
        "127。0。0。1",
        "127．0．0．1",
        "127｡0｡0｡1",
        "１２７.０.０.１",
        "١٢٧.0.0.١",
        "1.2.3.4.5",
        "256.256.256.256",
    ],
)
def test_odd_ways_to_write_an_ip_address_are_refused_even_where_the_address_is_allowed(host):
    assert why_not_asked(f"http://{host}/", LOOPBACK)


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[64:ff9b::7f00:1]", "10.0.0.1:8080", "user:secret@192.168.0.1"]
)
def test_an_ip_address_in_a_url_is_checked(host):
    assert "network.allow_addresses" in (why_not_asked(f"http://{host}/") or "")


@pytest.mark.parametrize(
    "url",
    [
        "http://example.com",
        "HTTPS://Example.COM:8443/a?b=c#d",
        "https://user:p%40ss@example.com/feed",
        "http://8.8.8.8/",
        "http://[2606:4700::1111]:8080/",
        "http://пример.рф/новости?q=Байқоңыр",
        "http://xn--e1afmkfd.xn--p1ai/",
        "http://example.com./",
        "http://a_b.example.com/",
        "http://3com.example/",
        "http://example.com/a%20b/@user.rss",
        "http://127.0.0.1:8000/",
    ],
)
def test_an_ordinary_url_is_asked(url):
    assert why_not_asked(url, LOOPBACK) is None


@given(st.text())
def test_any_text_gets_a_verdict_and_can_be_shown(text):
    why_not_asked(text)
    why_not_asked(f"http://{text}/")
    assert mask_url(f"http://{text}").encode()


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://example.com/feed?page=2", "https://example.com/feed?page=2"),
        ("https://user:secret@example.com/feed", "https://***@example.com/feed"),
        ("https://secret@example.com", "https://***@example.com"),
        ("http://u:se@cret@example.com/", "http://***@example.com/"),
        ("http://u:se/cret@example.com/", "http://***@example.com/"),
        ("https://mastodon.social/@user.rss", "https://mastodon.social/@user.rss"),
        ("https://example.com/?q=a@b", "https://example.com/?q=a@b"),
        ("https://example.com/?api_key=secret&x=1", "https://example.com/?api_key=***&x=1"),
        ("https://example.com/?x=1&access_token=secret#y", "https://example.com/?x=1&access_token=***#y"),
        ("https://example.com/?keyword=space", "https://example.com/?keyword=space"),
        ("http://example.com/\r\nforged", "http://example.com/\ufffd\ufffdforged"),
    ],
)
def test_a_url_is_shown_without_its_secrets(url, shown):
    assert mask_url(url) == shown


def test_a_long_url_is_shown_short():
    assert len(mask_url("http://example.com/" + "a" * 9000)) == 500
