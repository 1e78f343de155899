"""Addresses: one spelling for each article.

A canonical URL says *which* article is meant. It is for comparing, not for fetching or clicking: a host may answer only
with `www.` or only by http. Keep the link as it was served beside it.
"""

# ruff: noqa: SIM905 (long lists of words are easier to read and to extend as text)

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from urllib.parse import SplitResult, parse_qsl, quote, urlsplit, urlunsplit

# --- Parts of a URL ----------------------------------------------------------------------------------------------------

_JUNK = re.compile("[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202e\u2060\ufeff\ud800-\udfff]+")
_ESCAPE = re.compile("%([0-9a-fA-F]{2})")
_BARE_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")
_SPELT = re.compile(r"[\w/:=&?~#+!$,;'@()*\[\].-]*+", re.ASCII)  # nothing in it that `_escaped` would change
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")

_TRACKING = frozenset(
    """
    fbclid gclid gclsrc dclid wbraid gbraid yclid ysclid ymclid msclkid twclid ttclid igshid igsh mc_cid mc_eid mkt_tok vero_id
    _hsenc _hsmi __hstc __hssc hsctatracking oly_enc_id oly_anon_id _openstat openstat wickedid rb_clickid s_cid cmpid cmp icid
    ncid ocid sr_share ref ref_src ref_url referer referrer refsrc from fromrss rss xtor at_medium at_campaign at_link_type
    at_format at_ptr_name at_bbc_team smid smtyp share shared sharetype social spref feature feedtype soc_src soc_trk guccounter
    guce_referrer guce_referrer_sig tg_rhash rcmd_alg rcmd_id rcmd_sid _ga _gl _ke trk trkcampaign campaign_id cid_source
    traffic_source phpsessid jsessionid sessionid amp ampshare usqp amp_js_v amp_gsa printable nocache
    """.split()
)
_TRACKING_STARTS = ("utm_", "utm-", "pk_", "piwik_", "mtm_", "matomo_", "hsa_", "ga_", "wt_", "stm_")
_TRACKING_VALUES = {
    "output": {"amp"},
    "outputtype": {"amp"},
    "type": {"amp"},
    "format": {"amp"},
    "source": {"rss", "feed", "twitter", "facebook", "telegram", "google", "yandex", "push", "email", "newsletter"},
    "src": {"rss", "feed", "twitter", "facebook", "telegram"},
    "mode": {"amp", "mobile"},
    "view": {"amp", "mobile"},
    "m": {"1"},  # Blogger's mobile twin
}
_MOBILE = frozenset("m mobile amp wap touch".split())
_SECOND_LEVEL = frozenset("co com org net gov edu ac".split())  # co.uk, com.kz: the start of a suffix, not of a site


@lru_cache(maxsize=1_000)  # a poll asks for the address of each of its entries several times
def canonical_url(url: str) -> str:
    """Give all spellings of one address one form; what is no http(s) address comes back stripped, never an exception."""
    url = unwrap(url)
    while (parts := _split(url)) is not None:
        spelled = _spelled(parts)
        # That it wraps another may show only now: slashes to spare, dots, a session.
        url = unwrap(spelled) if _MAY_WRAP.match(spelled) else spelled
        if url == spelled:
            break
    return url


def _spelled(parts: SplitResult) -> str:
    host, path = _host_rule(_host(parts), _path(parts.path))
    query = "" if _queryless(host, path) else _query(parts.query)
    fragment = "#" + _escaped(parts.fragment) if parts.fragment.startswith("!") else ""  # old one-page sites route by #!
    return f"https://{host}{path}{'?' + query if query else ''}{fragment}"


def plain_url(url: str) -> str:
    """Give an address as it was served, for a reader to open: unwrapped, without tracking parameters and fragment."""
    url = unwrap(url)
    parts = _split(url)
    if parts is None:
        return url
    query = "&".join(pair for pair in parts.query.split("&") if pair and not _tracks(pair))
    return urlunsplit((parts.scheme, parts.netloc, parts.path, query, parts.fragment if parts.fragment.startswith("!") else ""))


@lru_cache(maxsize=1_000)
def _split(url: str) -> SplitResult | None:
    """Split an http(s) address; None for anything else."""
    try:
        parts = urlsplit("https:" + url if url.startswith("//") else url)
        return parts if parts.scheme in ("http", "https") and parts.hostname and _port_of(parts) != 0 else None
    except ValueError:
        return None


def host_of(url: str) -> str:
    """Name the host of an address, with its port where that is no usual one: several publishers may share a machine."""
    parts = _split(unwrap(url))
    return _host_rule(_host(parts), parts.path)[0] if parts else ""


def _host(parts: SplitResult) -> str:
    host = (parts.hostname or "").rstrip(".")
    if ":" in host:  # an IPv6 literal
        return f"[{host}]" + _port(parts)
    try:
        host = host.encode("idna").decode("ascii").lower() if not host.isascii() else host
    except UnicodeError:
        host = quote(host, safe="")
    return _without_mobile(host) + _port(parts)


def _port(parts: SplitResult) -> str:
    port = _port_of(parts)
    return "" if port in (None, 80, 443) else f":{port}"


def _port_of(parts: SplitResult) -> int | None:
    return parts.port if ":" in parts.netloc else None


def _without_mobile(host: str) -> str:
    labels = host.split(".")
    while len(labels) > 2 and (labels[0] == "www" or labels[0] in _MOBILE) and not _is_suffix(labels[1:]):
        labels = labels[1:]
    while len(labels) > 3 and labels[1] == "m" and not _is_suffix(labels[2:]):  # ru.m.wikipedia.org
        del labels[1]
    return ".".join(labels)


def _is_suffix(labels: Sequence[str]) -> bool:
    return len(labels) == 2 and labels[0] in _SECOND_LEVEL and len(labels[1]) == 2


_SESSION = re.compile(r";jsessionid=[^/?#]*", re.IGNORECASE)
_AMP_ENDING = re.compile(r"(?<=[^.])\.amp(?=(\.html?)?$)")
_INDEX = re.compile(r"index\.(html?|php)", re.IGNORECASE)


def _path(path: str) -> str:
    path = _SESSION.sub("", _escaped(path))
    segments: list[str] = []
    for segment in path.split("/"):
        if segment == "..":
            segments = segments[:-1]
        elif segment not in ("", "."):
            segments.append(segment)
    return "/" + "/".join(_without_amp(segments))


def _without_amp(segments: list[str]) -> list[str]:
    while (shorter := _without_one_amp(segments)) != segments:
        segments = shorter
    return segments


def _without_one_amp(segments: list[str]) -> list[str]:
    """Leave out one sign that a page is an AMP one, or the index of its folder."""
    if not segments:
        return segments
    *folders, last = segments
    if (folders and last.lower() in ("amp", "amp.html")) or _INDEX.fullmatch(last):
        return folders
    return segments[1:] if folders and segments[0].lower() == "amp" else [*folders, _AMP_ENDING.sub("", last)]


def _query(query: str) -> str:
    if not query:
        return ""
    pairs = {_escaped(pair.replace("+", "%20")) for pair in query.split("&")}
    return "&".join(sorted(pair for pair in pairs if pair.strip("=") and not _tracks(pair)))


def _tracks(pair: str) -> bool:
    name, _, value = pair.partition("=")
    name = name.lower()
    return name in _TRACKING or name.startswith(_TRACKING_STARTS) or value.lower() in _TRACKING_VALUES.get(name, ())


def _escaped(text: str) -> str:
    """Spell percent escapes in one way: decoded where they need not be, upper case where they must."""
    if _SPELT.fullmatch(text):
        return text

    def spell(found: re.Match[str]) -> str:
        char = chr(int(found.group(1), 16))
        return char if char in _UNRESERVED else found.group().upper()

    return quote(_ESCAPE.sub(spell, _BARE_PERCENT.sub("%25", text)), safe="%/:=&?~#+!$,;'@()*[]")


# --- What holds for one publisher only ---------------------------------------------------------------------------------

_HOST_RULES: dict[str, Callable[[str], tuple[str, str]]] = {
    # An archived article stands under its slug and, since 2017, under slug-aNNNNN.
    "themoscowtimes.com": lambda path: ("themoscowtimes.com", re.sub(r"(?<=.)(-a\d{1,6})+$", "", path)),
    # The agency's addresses before it took its old name back.
    "itar-tass.com": lambda path: ("tass.com", path[3:]) if path.startswith("/en/") else ("tass.ru", path),
    "en.itar-tass.com": lambda path: ("tass.com", path),
}
_QUERYLESS = {
    "kommersant.ru": "/doc/",
    "themoscowtimes.com": "/",
    "tass.ru": "/",
    "tass.com": "/",
    "ria.ru": "/20",
}  # queries are tails there


def _host_rule(host: str, path: str) -> tuple[str, str]:
    rule = _HOST_RULES.get(host)
    return rule(path) if rule else (host, path)


def _queryless(host: str, path: str) -> bool:
    return host in _QUERYLESS and path != "/" and path.startswith(_QUERYLESS[host])


# --- Addresses inside addresses ----------------------------------------------------------------------------------------

# host → (start of the path, names of the parameter that holds the target)
_REDIRECTORS: dict[str, tuple[str, tuple[str, ...]]] = {
    "bing.com": ("/news/apiclick", ("url",)),
    "facebook.com": ("/l.php", ("u",)),
    "l.facebook.com": ("/l.php", ("u",)),
    "l.instagram.com": ("/", ("u",)),
    "vk.com": ("/away", ("to",)),
    "youtube.com": ("/redirect", ("q",)),
    "duckduckgo.com": ("/l/", ("uddg",)),
    "out.reddit.com": ("/", ("url",)),
    "t.umblr.com": ("/redirect", ("z",)),
    "getpocket.com": ("/redirect", ("url",)),
    "slack-redir.net": ("/link", ("url",)),
}
_GOOGLE = re.compile(r"google(\.com?)?\.[a-z]{2,3}|google\.com")
_AMP_PATH = re.compile(r"/(?:amp|[vci])/(s/)?(?=[^/]+\.[^/]+)(.+)", re.IGNORECASE)
_MAY_WRAP = re.compile(rf"https://(?:[^/]*\.)?(?:google\.|ampproject\.org|{'|'.join(map(re.escape, _REDIRECTORS))})")
_NEWS_WRAPPER = re.compile(r"/(?:rss/)?(?:articles|read|stories|topics)/")


def unwrap(url: str) -> str:
    """Take the address of an article out of a redirector's or an AMP cache's, as often as they are nested."""
    url = _JUNK.sub("", url)
    for _ in range(5):
        inner = _unwrapped_once(url)
        if inner is None:
            return url
        url = inner
    return url


def _unwrapped_once(url: str) -> str | None:
    parts = _split(url)
    if parts is None:
        return None
    host = (parts.hostname or "").removeprefix("www.")
    inner = _target(parts, host) or _cached(parts, host)
    inner = _JUNK.sub("", inner) if inner else None
    return inner if inner and inner != url and _split(inner) else None


def _target(parts: SplitResult, host: str) -> str | None:
    start, names = _REDIRECTORS.get(host) or (("/url", ("url", "q")) if _GOOGLE.fullmatch(host) else ("", ()))
    if not names or not parts.path.startswith(start):
        return None
    try:
        values = dict(parse_qsl(parts.query, max_num_fields=100))
    except ValueError:
        return None
    return next((values[name] for name in names if name in values), None)


def _cached(parts: SplitResult, host: str) -> str | None:
    if not (host.endswith(".ampproject.org") or host == "bing.com" or _GOOGLE.fullmatch(host)):
        return None
    found = _AMP_PATH.fullmatch(parts.path)
    if not found or (found.group(0)[:5].lower() != "/amp/" and not host.endswith(".ampproject.org")):
        return None
    return f"{'https' if found.group(1) else 'http'}://{found.group(2)}{'?' + parts.query if parts.query else ''}"


def is_wrapper(url: str) -> bool:
    """Say whether an address hides the article's own so that only its owner can resolve it (Google News)."""
    parts = _split(unwrap(url))
    return parts is not None and parts.hostname == "news.google.com" and bool(_NEWS_WRAPPER.match(parts.path))


# --- Where an address leads --------------------------------------------------------------------------------------------


def site_path(url: str) -> str:
    """Say which page of its site a canonical URL means; empty for the home page, and for what is no URL."""
    if _split(url) is None:
        return ""
    path = url.split("//", 1)[1].partition("/")[2]
    return "/" + path if path else ""


def site_of(url: str) -> str:
    """Say which site a canonical URL leads to; empty for what is no URL."""
    parts = _split(url)
    return parts.netloc if parts else ""
