"""A server on loopback that says whatever bytes a test wants, well-formed or not, and remembers what it was asked."""

import contextlib
import socket
import threading
import time
from collections.abc import Callable
from ssl import SSLContext
from types import TracebackType

Answer = Callable[["HostileWeb", socket.socket, str], None]


class HostileWeb:
    """Call `answer(web, connection, path)` for each request; when it returns, the next one on the connection is read."""

    def __init__(self, answer: Answer | bytes, host: str = "127.0.0.1", tls: SSLContext | None = None) -> None:
        self.heads: list[str] = []  # what was asked, as it came
        self.started: list[float] = []  # when
        self.connections = 0
        self.most_at_once = 0
        self.stopping = threading.Event()
        self._at_once = 0
        self._lock = threading.Lock()
        self._tls = tls
        self._answer = (lambda _web, connection, _path: connection.sendall(answer)) if isinstance(answer, bytes) else answer
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self._listener = socket.create_server((host, 0), family=family)
        self.port = self._listener.getsockname()[1]
        self.url = f"http://{f'[{host}]' if ':' in host else host}:{self.port}"
        self._threads: list[threading.Thread] = []

    def header(self, name: str, number: int = -1) -> str | None:
        """What a request said in a header, the last request unless told."""
        lines = [line.partition(": ") for line in self.heads[number].split("\r\n")[1:]]
        return next((value for key, _, value in lines if key.lower() == name), None)

    @property
    def paths(self) -> list[str]:
        """What was asked for, in order."""
        return [head.split(" ")[1] for head in self.heads]

    def hang(self, seconds: float = 10.0) -> None:
        """Say nothing for a while, or until the test is over."""
        self.stopping.wait(seconds)

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            self.connections += 1
            self._run(self._serve, connection)

    def _serve(self, connection: socket.socket) -> None:
        with contextlib.suppress(OSError), self._secure(connection) as talk:
            talk.settimeout(10)
            while head := self._read_head(talk):
                with self._lock:
                    self.heads.append(head)
                    self.started.append(time.monotonic())
                    self._at_once += 1
                    self.most_at_once = max(self.most_at_once, self._at_once)
                try:
                    self._answer(self, talk, head.split(" ")[1])
                finally:
                    with self._lock:
                        self._at_once -= 1

    def _secure(self, connection: socket.socket) -> socket.socket:
        return self._tls.wrap_socket(connection, server_side=True) if self._tls else connection

    def _read_head(self, connection: socket.socket) -> str:
        head = b""
        while not head.endswith(b"\r\n\r\n"):
            byte = connection.recv(1)
            if not byte or self.stopping.is_set():
                return ""
            head += byte
        return head.decode("latin-1")

    def _run(self, call: Callable[..., None], *args: object) -> None:
        thread = threading.Thread(target=call, args=args, daemon=True)
        self._threads.append(thread)
        thread.start()

    def __enter__(self) -> "HostileWeb":
        self._run(self._accept)
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.stopping.set()
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()


def reply(body: bytes = b"", status: str = "200 OK", **headers: str) -> bytes:
    """Write a well-formed answer; `content_type="…"` sets Content-Type."""
    named = {name.replace("_", "-"): value for name, value in headers.items()} | {"content-length": str(len(body))}
    lines = [f"HTTP/1.1 {status}", *(f"{name}: {value}" for name, value in named.items()), "", ""]
    return "\r\n".join(lines).encode("latin-1") + body
