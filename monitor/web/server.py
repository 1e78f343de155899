"""Serves the page: beside the daemon in a thread of its own, or alone until a signal comes."""

import logging
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn

from monitor.errors import StoreError
from monitor.web.app import make_app
from monitor.web.desk import Desk

log = logging.getLogger(__name__)


def bind(desk: Desk) -> socket.socket:
    """Take the address of the settings; StoreError where it is not to be had."""
    web = desk.settings.web
    family = socket.AF_INET6 if ":" in web.host else socket.AF_INET
    try:
        listening = socket.create_server((web.host, web.port), family=family, backlog=128)
    except OSError as error:
        where = f"{web.host}:{web.port}"
        raise StoreError(
            f"the page cannot be served on {where}: {error.strerror or error}; name another address with web.listen"
        ) from error
    # Connections inherit it. Without, the body of an answer waits 40 ms for the other end to acknowledge the headers.
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listening


def address_of(listening: socket.socket) -> str:
    """Say where a browser finds the page."""
    host, port = listening.getsockname()[:2]
    return f"http://{f'[{host}]' if ':' in host else host}:{port}/"


def server_for(desk: Desk) -> uvicorn.Server:
    """Make the server; who is behind a proxy is believed only where the settings name it."""
    trusted = list(desk.settings.web.trusted_proxies)
    return uvicorn.Server(
        uvicorn.Config(
            make_app(desk),
            lifespan="off",
            ws="none",
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=bool(trusted),
            forwarded_allow_ips=trusted,
            timeout_graceful_shutdown=3,
        )
    )


def serve(desk: Desk, listening: socket.socket) -> None:
    """Serve until SIGTERM or SIGINT."""
    server_for(desk).run(sockets=[listening])


@contextmanager
def served(desk: Desk) -> Iterator[str | None]:
    """Serve in a thread for as long as the block runs; without a free address the block runs all the same, and the log says so."""
    try:
        listening = bind(desk)
    except StoreError as error:
        log.warning("%s; everything else goes on", error)
        yield None
        return
    server = server_for(desk)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, name="page", daemon=True)
    thread.start()
    try:
        yield address_of(listening)
    finally:
        server.should_exit = True
        thread.join(timeout=5)
