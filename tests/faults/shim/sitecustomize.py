"""Python loads this file at its start where this folder is on PYTHONPATH: it counts what a process does, and kills it at the n-th.

Points: commit (before one), committed (after one), write (before a statement that changes the database), connect, send (before
bytes go out), sent (after), copy (between pages of a copy), rename (before a file gets another name). Nothing happens until `arm` is
called, or FAULT_AT=kind:n is in the environment; with n = 0 it only counts.
"""

import atexit
import json
import os
import signal
import socket
import sqlite3
import sys
import threading
from collections import Counter
from pathlib import Path

WRITES = ("INSERT", "UPDATE", "DELETE", "CREATE", "DROP", "ALTER", "REPLACE")

_counted: Counter[str] = Counter()
_armed: tuple[str, int] | None = None
_lock = threading.Lock()


def arm(kind: str, number: int, report: str | None = None) -> None:
    """Die at the `number`-th point of a kind; write what was counted to a file when the process ends by itself."""
    global _armed
    _armed = (kind, number)
    _counted.clear()
    if report:
        atexit.register(tell, report)


def tell(report: str) -> None:
    """Write what was counted."""
    Path(report).write_text(json.dumps(_counted))


def _point(kind: str) -> None:
    if _armed is None:
        return
    with _lock:
        _counted[kind] += 1
        if _armed == (kind, _counted[kind]):
            os.kill(os.getpid(), signal.SIGKILL)


class _Cursor(sqlite3.Cursor):
    def execute(self, sql, *rest):
        if sql.lstrip()[:8].upper().startswith(WRITES):
            _point("write")
        return super().execute(sql, *rest)

    def executemany(self, sql, *rest):
        _point("write")
        return super().executemany(sql, *rest)


class _Connection(sqlite3.Connection):
    def cursor(self, factory=_Cursor):
        return super().cursor(factory)

    def commit(self):
        _point("commit")
        super().commit()
        _point("committed")

    def backup(self, target, *, progress=None, **named):
        def on_the_way(*args):
            _point("copy")
            if progress:
                progress(*args)

        _point("copy")
        super().backup(target, progress=on_the_way, **named)


def _watch_database() -> None:
    original = sqlite3.connect

    def connect(*args, **named):
        return original(*args, **{"factory": _Connection, **named})

    sqlite3.connect = sqlite3.dbapi2.connect = connect


def _watch_sockets() -> None:
    def watched(name):
        original = getattr(socket.socket, name)

        def send(self, *args):
            if self.family != socket.AF_INET:
                return original(self, *args)
            _point("send")
            done = original(self, *args)
            _point("sent")
            return done

        return send

    for name in ("send", "sendall"):
        setattr(socket.socket, name, watched(name))
    sys.addaudithook(_watch_calls)


def _watch_calls(event, args):
    if event == "socket.connect" and args[0].family == socket.AF_INET:
        _point("connect")
    elif event == "os.rename":
        _point("rename")


_watch_database()
_watch_sockets()
if "FAULT_AT" in os.environ:
    _kind, _, _number = os.environ.pop("FAULT_AT").partition(":")  # taken out: the children of the process are not meant
    arm(_kind, int(_number), os.environ.pop("FAULT_REPORT", None))
