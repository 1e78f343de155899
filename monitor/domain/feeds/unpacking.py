"""Unpack the body of an answer as it arrives: within a cap on both sides, one encoding at most."""

import zlib

from monitor.errors import FetchError

MOST_MEMBERS = 100  # a gzip body may be several in a row; a flood of empty ones only costs time

_GZIP, _ZLIB, _RAW = 31, 15, -15  # as `zlib` numbers its formats


class Unpacker:
    """Take the chunks of a body, and give the whole of it; FetchError where it is too large or broken."""

    def __init__(self, encoding: str, most: int) -> None:
        """Unpack what a Content-Encoding says, up to `most` bytes."""
        named = [name.strip().lower() for name in encoding.split(",") if name.strip().lower() not in ("", "identity")]
        if len(named) > 1 or (named and named[0] not in ("gzip", "x-gzip", "deflate")):
            raise FetchError(f"the body is encoded as {encoding[:100]!a}, which was not asked for", "malformed")
        self._most = most
        self._taken = 0  # bytes on the wire
        self._size = 0  # bytes unpacked
        self._parts: list[bytes] = []
        self._packed = bool(named)
        self._deflate = named == ["deflate"]
        self._head = b""  # of a deflate body, until it shows its format
        self._stream = None if self._deflate or not named else zlib.decompressobj(_GZIP)
        self._members = 1

    def take(self, chunk: bytes) -> None:
        """Unpack one more chunk."""
        self._taken += len(chunk)
        if self._taken > self._most:
            raise FetchError(f"the body is larger than {self._most:,} bytes", "too large")
        try:
            self._unpack(chunk) if self._packed else self._keep(chunk)
        except zlib.error as error:
            raise FetchError(f"the body cannot be unpacked: {error}", "malformed") from error

    def whole(self) -> bytes:
        """Give the body, once all of it was taken."""
        if self._packed and self._taken and not (self._stream is not None and self._stream.eof):
            raise FetchError("the packed body breaks off", "malformed")
        return b"".join(self._parts)

    def _keep(self, part: bytes) -> None:
        self._size += len(part)
        if self._size > self._most:
            raise FetchError(f"the body unpacks to more than {self._most:,} bytes", "too large")
        self._parts.append(part)

    def _unpack(self, chunk: bytes) -> None:
        chunk = self._head + chunk
        if self._stream is None:
            if len(chunk) < 2:
                self._head = chunk
                return
            self._head = b""
            self._stream = zlib.decompressobj(_deflate_format(chunk))
        while chunk:
            if self._stream.eof and not self._next_member(chunk):
                return
            self._keep(self._stream.decompress(chunk, self._most - self._size + 1))
            chunk = self._stream.unconsumed_tail or self._stream.unused_data

    def _next_member(self, chunk: bytes) -> bool:
        """Begin the next part of a gzip body; what follows the last one is padding, and ignored."""
        if self._deflate or not chunk.startswith(b"\x1f"):
            return False
        self._members += 1
        if self._members > MOST_MEMBERS:
            raise FetchError(f"the body is packed in more than {MOST_MEMBERS} parts", "malformed")
        self._stream = zlib.decompressobj(_GZIP)
        return True


def _deflate_format(start: bytes) -> int:
    """Tell deflate as the standard has it from the bare one that some servers send."""
    is_zlib = start[0] & 0x0F == 8 and int.from_bytes(start[:2], "big") % 31 == 0
    return _ZLIB if is_zlib else _RAW
