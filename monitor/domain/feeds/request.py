"""Requests: what is asked, what is sent with it, where a redirect leads."""

import base64
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote_to_bytes, urljoin, urlsplit, urlunsplit

from monitor.domain.feeds.address import why_odd
from monitor.errors import FetchError

HOPS = 5  # redirects that are followed
LONGEST_VALIDATOR = 1024  # characters

_PERMANENT = (301, 308)
_REDIRECTS = (*_PERMANENT, 302, 303, 307)

# What belongs to the connection is ours to say.
_OURS = frozenset({"accept-encoding", "connection", "content-length", "expect", "host", "if-modified-since", "if-none-match"})
_OURS |= {"proxy-authorization", "referer", "te", "trailer", "transfer-encoding", "upgrade"}

_HEADER_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")


@dataclass(frozen=True, slots=True)
class Request:
    """What to ask of the web; a fragment in `url` tells requests apart and is not sent."""

    url: str
    etag: str | None = None
    last_modified: str | None = None
    user_agent: str | None = None  # None: the one of the program
    accept: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict, hash=False)  # for the origin of `url` only
    proxy: str | None = None
    max_bytes: int = 15_000_000  # on the wire, and unpacked


@dataclass(frozen=True, slots=True)
class Response:
    """What the web answered, whatever its status."""

    url: str  # as asked
    final_url: str  # after redirects, without login and fragment
    status: int
    headers: Mapping[str, str]  # keys in lower case
    body: bytes  # unpacked
    moved_to: str | None = None  # where an unbroken chain of permanent redirects led to a good answer


Fetch = Callable[[Iterable[Request]], Iterator[tuple[Request, Response | FetchError]]]  # as they complete; never raises for one request
Get = Callable[[Request], Response]  # raises FetchError


@dataclass(frozen=True, slots=True)
class Hop:
    """One address on the way to an answer."""

    url: str  # without login and fragment
    at_home: bool = True  # still at the origin that was asked
    permanent: bool = True  # every redirect so far was permanent


def first_hop(request: Request) -> Hop:
    """Say where a request begins."""
    return Hop(bare(request.url))


def bare(url: str) -> str:
    """Take login and fragment out of a URL."""
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, parts.query, ""))


def next_hop(request: Request, hop: Hop, status: int, location: str | None) -> Hop | None:
    """Say where an answer sends us, or None where it is one to keep: 304 and a redirect to nowhere are."""
    if status not in _REDIRECTS or not location or not location.strip():
        return None
    there = _join(hop.url, location)
    if why_odd(there) is None:
        there = bare(there)  # what a redirect says of logins is not ours to send
    return Hop(there, at_home=_origin(there) == _origin(request.url), permanent=hop.permanent and status in _PERMANENT)


def _join(url: str, location: str) -> str:
    """Resolve a Location; a broken one comes back as it is, to be refused by what checks every hop."""
    bytewise = re.sub("[\udc80-\udcff]", lambda raw: f"%{ord(raw[0]) - 0xDC00:02X}", location.strip())
    tidy = bytewise.replace(" ", "%20")
    try:
        return urljoin(url, tidy)
    except ValueError:
        return tidy


def _login(url: str) -> str:
    return urlsplit(url).netloc.rpartition("@")[0] if "@" in url else ""


def basic_login(url: str) -> str | None:
    """Write the login in a URL as a header does."""
    login = _login(url)
    return f"Basic {base64.b64encode(unquote_to_bytes(login)).decode()}" if login else None


def _origin(url: str) -> tuple[str, str | None, int | None] | None:
    try:
        parts = urlsplit(url)
        return parts.scheme, parts.hostname, parts.port or {"http": 80, "https": 443}.get(parts.scheme)
    except ValueError:
        return None


def moved_to(request: Request, hop: Hop, status: int) -> str | None:
    """Say where a resource lives from now on; None unless every redirect was permanent, gave up no TLS and led to a good answer."""
    if hop.url == request.url:
        return None
    if hop.url == bare(request.url) or not hop.permanent or not (200 <= status < 300 or status == 304):
        return None
    if request.url.lower().startswith("https:") and not hop.url.startswith("https:"):
        return None
    login = _login(request.url)
    if not hop.at_home or not login:
        return hop.url
    parts = urlsplit(hop.url)
    return urlunsplit(parts._replace(netloc=f"{login}@{parts.netloc}"))


def headers_for(request: Request, hop: Hop, user_agent: str) -> dict[str, str]:
    """Say what is sent to a hop: what identifies the user goes to the origin that was asked, and nowhere else."""
    sent = {"accept": request.accept or "*/*", "user-agent": user_agent}
    if hop.at_home:
        sent |= {name.lower(): value for name, value in request.headers.items() if name.lower() not in _OURS}
        if basic := basic_login(request.url):
            sent["authorization"] = basic
    if is_sane(request.etag):
        sent["if-none-match"] = request.etag or ""
    if is_sane(request.last_modified):
        sent["if-modified-since"] = request.last_modified or ""
    if request.user_agent:
        sent["user-agent"] = request.user_agent
    return sent | {"accept-encoding": "gzip, deflate"}


def is_sane(validator: str | None) -> bool:
    """Say whether a validator may be sent back: printable, not empty, and short."""
    return bool(validator) and len(validator or "") <= LONGEST_VALIDATOR and (validator or "").isascii() and (validator or "").isprintable()


def why_unsendable(headers: Mapping[str, str]) -> str | None:
    """Say which header cannot be sent as it stands, or None."""
    for name, value in headers.items():
        if not _HEADER_NAME.fullmatch(name):
            return f"the header name {name!a} holds characters that no header name may"
        if not value.isprintable():
            return f"the header {name} holds control characters"
    return None
