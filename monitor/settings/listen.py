"""Where the page is served: an address with a port, and whether others can reach it."""

import re
from ipaddress import ip_address
from typing import Annotated

from pydantic import AfterValidator, Field

_LISTEN = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9.-]+):(\d{1,5})")


def _check_listen(value: str) -> str:
    found = _LISTEN.fullmatch(value)
    if not found or int(found[2]) > 65_535:
        raise ValueError("is no address with a port; write one such as 127.0.0.1:8787 or [::1]:8787")
    return value


Listen = Annotated[str, AfterValidator(_check_listen)]
PasswordHash = Annotated[str, Field(pattern=r"^\$argon2id\$")]


def split_listen(value: str) -> tuple[str, int]:
    """Split "[::1]:8787" into the address and the port."""
    host, _, port = value.rpartition(":")
    return host.strip("[]"), int(port)


def is_loopback(listen: str) -> bool:
    """Say whether only this machine can reach an address."""
    host, _ = split_listen(listen)
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
