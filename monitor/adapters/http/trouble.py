"""Trouble: what aiohttp raises, said in our words."""

import ssl
from collections.abc import Iterator

from monitor.adapters.http.pace import Pace
from monitor.domain.feeds.address import mask_url
from monitor.errors import FetchError


def translate(error: Exception, pace: Pace) -> FetchError:
    """Say in our words what went wrong out there; an unknown kind of trouble is raised as it is."""
    import aiohttp

    if isinstance(error, FetchError):
        return error
    if isinstance(error, aiohttp.ServerTimeoutError):
        return FetchError(f"no connection within {pace.connect.total_seconds():g} s", "timeout")
    if isinstance(error, TimeoutError):
        return FetchError(f"no whole answer within {pace.total.total_seconds():g} s", "timeout")
    if isinstance(error, aiohttp.ClientSSLError | ssl.SSLError):
        return FetchError(f"TLS failed: {_tls_reason(error)}", "tls")
    if isinstance(error, aiohttp.ClientConnectorDNSError):
        return FetchError(f"the name cannot be resolved: {error.os_error.strerror or error.os_error}")
    if isinstance(error, aiohttp.ClientHttpProxyError):
        return FetchError(f"the proxy answered {error.status}")
    if isinstance(error, aiohttp.ClientConnectorError):
        to_proxy = " to the proxy" if isinstance(error, aiohttp.ClientProxyConnectionError) else ""
        return FetchError(f"no connection{to_proxy}: {error.os_error.strerror or error.os_error}")
    return _translate_talk(error)


def _translate_talk(error: Exception) -> FetchError:
    """Say what went wrong once there was a connection."""
    import aiohttp

    if isinstance(error, aiohttp.ClientResponseError):
        if any(isinstance(cause, aiohttp.http_exceptions.LineTooLong) for cause in _causes(error)):
            return FetchError("a header is too long", "too large")
        return FetchError(f"the answer is no HTTP: {_short(error.message)}", "malformed")
    if isinstance(error, aiohttp.ClientPayloadError | EOFError):
        return FetchError(f"the body breaks off or is damaged: {_short(error)}", "malformed")
    if isinstance(error, aiohttp.ClientConnectionError | OSError):
        return FetchError(f"the connection broke: {_short(error)}")
    if isinstance(error, aiohttp.ClientError | ValueError):
        return FetchError(f"cannot be asked: {_short(error)}", "malformed")
    raise error


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__


def _tls_reason(error: Exception) -> str:
    inner = getattr(error, "certificate_error", None) or getattr(error, "os_error", None) or error
    return str(getattr(inner, "verify_message", "") or getattr(inner, "reason", "") or inner)


def _short(error: object) -> str:
    text = " ".join(str(error).split())
    return mask_url(text[:200])
