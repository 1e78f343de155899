"""Addresses: what may be asked and dialled, and how an address is shown without its secrets."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from urllib.parse import SplitResult, urlsplit

Network = IPv4Network | IPv6Network
Address = IPv4Address | IPv6Address

LONGEST_URL = 8_000  # characters

# `ipaddress` of Python 3.11 calls all of these global, or did in one of its releases; none is where news are published.
_NOT_PUBLIC: tuple[Network, ...] = tuple(
    ip_network(text)
    for text in (
        "0.0.0.0/8",
        "100.64.0.0/10",  # shared by the customers of a carrier
        "192.0.0.0/24",
        "192.88.99.0/24",  # relays of 6to4
        "198.18.0.0/15",
        "224.0.0.0/3",  # multicast, and all above
        "2001::/23",  # Teredo and other protocols
        "2001:db8::/32",
        "2002::/16",  # 6to4: holds an IPv4 address
        "3fff::/20",
    )
)
_UNICAST = IPv6Network("2000::/3")  # all that is handed out; site-local, unique local, NAT64 and 5f00::/16 lie outside
_NAT64 = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"))

# Where clouds hand secrets to their own machines.
_METADATA = frozenset(
    ip_address(text)
    for text in (
        "169.254.169.254",
        "169.254.170.2",
        "100.100.100.200",
        "192.0.0.192",
        "168.63.129.16",  # this one is in the public space
        "fd00:ec2::254",
        "fd20:ce::254",
    )
)


def why_not_dialled(address: str, allowed: Sequence[Network] = ()) -> str | None:
    """Say why an IP address may not be dialled, or None: public ones may, and what the settings permit."""
    try:
        ip = ip_address(address.partition("%")[0])
    except ValueError:
        return f"{address} is no IP address"
    for layer in _layers(ip):
        if layer in _METADATA and not any(network.num_addresses == 1 and layer in network for network in allowed):
            return (
                f"{_named(address, layer)} is where clouds keep their secrets; only {_exactly(layer)} in network.allow_addresses permits it"
            )
        if not _is_public(layer) and not any(layer in network for network in allowed):
            return f"{_named(address, layer)} is not a public address; {_exactly(layer)} in network.allow_addresses would permit it"
    return None


def why_name_not_dialled(addresses: Sequence[str], allowed: Sequence[Network] = ()) -> str | None:
    """Say why a name with these addresses is not dialled, or None; one bad address is enough, for the next look-up may give only that."""
    return next((why for address in addresses if (why := why_not_dialled(address, allowed))), None)


def _named(address: str, layer: Address) -> str:
    return address if address == str(layer) else f"{address} ({layer})"


def _exactly(ip: Address) -> str:
    return f"{ip}/{ip.max_prefixlen}"


def _is_public(ip: Address) -> bool:
    if ip in _METADATA or any(ip in network for network in _NOT_PUBLIC):
        return False
    if isinstance(ip, IPv6Address) and ip not in _UNICAST:
        return False
    return ip.is_global and not ip.is_multicast


def _layers(ip: Address) -> Iterator[Address]:
    """List what a packet to an address reaches: the address, and the IPv4 address that it may hold."""
    if isinstance(ip, IPv4Address):
        yield ip
    elif ip.ipv4_mapped is not None:
        yield ip.ipv4_mapped  # on the wire there is no other
    else:
        yield ip
        yield from _inside(ip)


def _inside(ip: IPv6Address) -> Iterator[IPv4Address]:
    if ip.sixtofour is not None:
        yield ip.sixtofour
    if ip.teredo is not None:
        yield from ip.teredo
    if any(ip in network for network in _NAT64):
        yield IPv4Address(int(ip) & 0xFFFFFFFF)


# White space, controls, direction marks, surrogates, and the backslash that some parsers take for a slash.
_ODD = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff\\]")
_LOGIN = re.compile(r"[A-Za-z0-9._~!$&'()*+,;=:%-]+", re.ASCII)
_PLAIN_HOST = re.compile(r"[a-z0-9._-]+", re.ASCII)


def why_not_asked(url: str, allowed: Sequence[Network] = ()) -> str | None:
    """Say why a URL is not asked, or None: it is odd, or holds an address that may not be dialled."""
    if why := why_odd(url):
        return why
    ip = _literal(urlsplit(url).hostname or "")
    return None if ip is None else why_not_dialled(str(ip), allowed)


def why_odd(url: str) -> str | None:
    """Say why nobody should ask for a URL, or None: http and https only, and nothing in it that two parsers read in two ways."""
    if len(url) > LONGEST_URL:
        return f"has {len(url):,} characters; at most {LONGEST_URL:,} are asked"
    if odd := _ODD.search(url):
        return f"holds {odd[0]!a}, which no URL may"
    try:
        parts = urlsplit(url)
        usable = parts.port != 0
    except ValueError as error:
        return f"is no URL: {error}"
    if parts.scheme not in ("http", "https"):
        return f"only http and https are asked, not {parts.scheme or 'a URL without a scheme'}"
    if not usable:
        return "names port 0"
    return _why_odd_login(parts) or _why_odd_host(parts.hostname or "", parts.netloc)


def _why_odd_login(parts: SplitResult) -> str | None:
    login, at, _ = parts.netloc.rpartition("@")
    if at and not _LOGIN.fullmatch(login):
        return "has an odd user name or password in it; special characters must be percent-encoded"
    return None


def _why_odd_host(host: str, netloc: str) -> str | None:
    """Say why a host is not read, or None; forms that only some resolvers read as an IP address are refused whatever they mean."""
    if not host.strip("."):
        return "names no host"
    if netloc.rpartition("@")[2].startswith("["):
        return None if _literal(host) is not None else f"{host} is no IPv6 address"
    folded = unicodedata.normalize("NFKC", host).replace("\u3002", ".")
    last = folded.rstrip(".").rpartition(".")[2]
    if (last.isdigit() or re.fullmatch(r"0x[0-9a-f]*", last)) and _literal(host) is None:
        return f"{host} is an odd way to write an IP address; four decimal numbers are read"
    if host.isascii() and not _PLAIN_HOST.fullmatch(host):
        return f"{host} is no host name"
    return None


def _literal(host: str) -> Address | None:
    try:
        return ip_address(host)
    except ValueError:
        return None


def is_own_name(host: str) -> bool:
    """Say whether a name means the machine that resolves it, so that a proxy would be asked for itself."""
    name = host.rstrip(".").lower()
    return name == "localhost" or name.endswith(".localhost")


_SECRET = re.compile(
    r"([?&;](?:[\w.-]*(?:token|secret|apikey|password|passwd|signature)|(?:[\w.-]*[_.-])?(?:key|auth|sig|pass|pwd))=)[^&#;]*", re.IGNORECASE
)


def mask_url(url: str) -> str:
    """Show a URL without the secrets in it, for messages and logs."""
    masked = re.sub(_login_in(url), r"\1***@", url, count=1)
    masked = _SECRET.sub(r"\1***", masked)
    shown = "".join(char if char.isprintable() else "\ufffd" for char in masked)
    return shown if len(shown) <= 500 else shown[:499] + "…"


def _login_in(url: str) -> str:
    try:
        broken = urlsplit(url).port == 0
    except ValueError:
        broken = True
    # A password with a slash in it hides where the host begins: better too much is masked.
    return r"(?s)^([^:/?#]*:/*)?.*@" if broken else r"^([^:/?#]*:/*)?[^/?#]*@"


def is_own(host: str, allowed: Sequence[Network]) -> bool:
    """Say whether a host is the user's own: an address that the settings allow one by one; in a range may stand servers of others."""
    try:
        address = ip_address("127.0.0.1" if host == "localhost" else host.strip("[]"))
    except ValueError:
        return False
    return any(network.num_addresses == 1 and address in network for network in allowed)
