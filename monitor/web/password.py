"""The one password: hashed, compared slowly, and not to be guessed."""

from collections import deque
from datetime import datetime, timedelta

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from starlette.requests import Request

MINUTE = timedelta(minutes=1)
TRIES_EACH, TRIES_IN_ALL = 5, 30  # wrong passwords a minute: from one address, from everywhere


def make_hash(password: str) -> str:
    """Hash a password for monitor.yaml."""
    return PasswordHasher().hash(password)


def is_right(password: str, password_hash: str) -> bool:
    """Say whether a password is the one that was hashed; it takes its time, so that guessing does."""
    try:
        return PasswordHasher().verify(password_hash, password)
    except (VerificationError, InvalidHashError):
        return False


class Tries:
    """Counts wrong passwords of the last minute."""

    def __init__(self) -> None:
        self._failed: deque[tuple[datetime, str]] = deque()

    def too_many(self, address: str, now: datetime) -> bool:
        """Say whether an address, or everybody together, has to wait."""
        while self._failed and now - self._failed[0][0] > MINUTE:
            self._failed.popleft()
        own = sum(1 for _, who in self._failed if who == address)
        return own >= TRIES_EACH or len(self._failed) >= TRIES_IN_ALL

    def note(self, address: str, now: datetime) -> None:
        """Count a try before it is looked at, so that many at once are counted too."""
        self._failed.append((now, address))

    def forgive(self, address: str) -> None:
        """Forget the tries of whoever knew the password."""
        self._failed = deque(one for one in self._failed if one[1] != address)


def address_of(request: Request) -> str:
    """Say who asks: the peer of the connection, or whom a trusted proxy names."""
    return request.client.host if request.client else "?"
