"""Killable child processes for reading what strangers wrote: one bad body costs one item, never the daemon.

A feed of 430 KB can cost its parser 15 s, one of 5 MB half an hour; a page can ask for all memory. So bodies are read in
children with limits of time, memory and files, without network, without our secrets.
"""

import contextlib
import math
import multiprocessing
import os
import resource
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError
from datetime import timedelta
from types import TracebackType
from typing import Any

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from monitor.counts import count
from monitor.errors import ChildError, OutsideError, StoppedError

# run(function, *args) → what the function returns; raises its OutsideError, or ChildError for whatever else went wrong.
Run = Callable[..., Any]
# run_all(function, rows) → for each row what the function returns, or its OutsideError.
RunAll = Callable[[Callable[..., Any], Sequence[tuple[Any, ...]]], Iterator[Any]]

WORN = 200 << 20  # a child that has grown so large gives nothing back, and leaves too little for the next task
TOO_LARGE = 77  # the exit code of one that sees that
MEMORY = 300 << 20  # bytes of address space; a child begins with 50 MB, and reading an ordinary page takes another 20
CPU = 6  # seconds for one task: what takes longer is meant to
OPEN_FILES = 64
BATCH, HEAVY = 16, 2_000_000  # so many rows, or bytes, are handed over together
SHORTER = 3  # the part of its time that a batch gets: one body that takes too long must not hold up the others for long
KEPT_VARIABLES = ("PATH", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "TMPDIR")


class _WornError(ChildError):
    """A child was too large from earlier tasks to begin another; a new one stands in its place."""


class Children:
    """A few child processes that do one task at a time; started when first needed, replaced when they die or get old."""

    def __init__(self, workers: int = 2, wall: timedelta = timedelta(seconds=30), tasks: int = 500, cpu: int = CPU) -> None:
        self._workers, self._wall, self._tasks, self._cpu = workers, wall.total_seconds(), tasks, cpu
        self._pool: ProcessPool | None = None
        self._waiting: set[ProcessFuture[Any]] = set()
        self._closed = False
        self._lock = threading.Lock()

    def run(self, function: Callable[..., Any], *args: Any) -> Any:
        """Let a child call a top-level function; only OutsideErrors come out, ChildError for death and overrun."""
        for _ in range(self._workers):
            with contextlib.suppress(_WornError):
                return self._answer(self._ask(function, args, self._wall), function)
        return self._answer(self._ask(function, args, self._wall), function)

    def run_all(self, function: Callable[..., Any], rows: Sequence[tuple[Any, ...]]) -> Iterator[Any]:
        """Call `function` for each row of arguments on all children, and yield results or OutsideErrors in the order of the rows.

        A child is handed several rows at a time, for each handing over costs as much as reading a small body. Where that goes wrong, each
        row of the batch gets a child for itself.
        """
        batches = self._batches(rows)
        asked = [self._ask(_call_each, (function, batch), self._wall / SHORTER) for batch in batches]
        for task, batch in zip(asked, batches, strict=True):
            try:
                outcomes = self._answer(task, function)
            except ChildError:
                outcomes = [self._outcome(function, row) for row in batch]
            yield from (result if error is None else error for result, error in outcomes)

    def _batches(self, rows: Sequence[tuple[Any, ...]]) -> list[list[tuple[Any, ...]]]:
        """Part rows so that every child has something to do, and none too much."""
        share = min(BATCH, math.ceil(len(rows) / self._workers))
        batches: list[list[tuple[Any, ...]]] = []
        weight = 0
        for row in rows:
            own = sum(len(value) for value in row if isinstance(value, bytes))
            if not batches or len(batches[-1]) == share or weight + own > HEAVY:
                batches.append([])
                weight = 0
            batches[-1].append(row)
            weight += own
        return batches

    def _outcome(self, function: Callable[..., Any], row: tuple[Any, ...]) -> tuple[Any, OutsideError | None]:
        try:
            return self.run(function, *row), None
        except OutsideError as error:
            return None, error

    def close(self) -> None:
        """End all children at once, those in the middle of a task too; may be called twice."""
        with self._lock:
            self._closed = True
            pool, self._pool = self._pool, None
        if pool is not None:
            pool.stop()  # type: ignore[no-untyped-call]  # pebble leaves it without types
            pool.join()
        for asked in list(self._waiting):  # a task that no child had begun would be waited for for ever
            asked.cancel()  # type: ignore[no-untyped-call]

    def __enter__(self) -> "Children":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _ask(self, function: Callable[..., Any], args: tuple[Any, ...], wall: float) -> "ProcessFuture[Any]":
        with self._lock:
            if self._closed:
                raise StoppedError(f"{_name(function)}: the children have been stopped")
            if self._pool is None or not self._pool.active:  # a pool whose children could not start stays broken
                self._pool = ProcessPool(self._workers, self._tasks, initializer=_confine, context=multiprocessing.get_context("spawn"))
            asked = self._pool.schedule(_call, args=(function, args, wall, self._cpu), timeout=wall)
            self._waiting.add(asked)
        asked.add_done_callback(self._waiting.discard)
        return asked

    def _answer(self, asked: "ProcessFuture[Any]", function: Callable[..., Any]) -> Any:
        name = _name(function)
        try:
            result, error = asked.result()
        except TimeoutError as late:
            count("child ended", "took too long")
            raise ChildError(f"{name}: not done after {self._wall:g} s, too complex") from late
        except ProcessExpired as death:
            count("child ended", "died")
            if death.exitcode in (-signal.SIGXCPU, signal.SIGXCPU):
                raise ChildError(f"{name}: not done after {self._cpu} s of work, too complex") from death
            if death.exitcode == TOO_LARGE:
                raise _WornError(f"{name}: no child had room for it") from death
            raise ChildError(f"{name}: the child died with exit code {death.exitcode}") from death
        except CancelledError as stopped:
            raise StoppedError(f"{name}: stopped while we shut down") from stopped
        except Exception as trouble:
            if self._closed:
                raise StoppedError(f"{name}: stopped while we shut down") from trouble
            raise ChildError(f"{name}: {type(trouble).__name__}: {trouble}") from trouble
        if error is not None:
            raise error
        return result


def run_all_here(function: Callable[..., Any], rows: Sequence[tuple[Any, ...]]) -> Iterator[Any]:
    """Call a function in this process for each row, through the same door as a batch."""
    return (result if error is None else error for result, error in _call_each(function, rows))


def run_here(function: Callable[..., Any], *args: Any) -> Any:
    """Call a function in this process, through the same door: for tests, and where there is nobody to be afraid of."""
    result, error = _outcome(function, args)
    if error is not None:
        raise error
    return result


def _name(function: Callable[..., Any]) -> str:
    return getattr(function, "__name__", repr(function))


# --- In the child ------------------------------------------------------------------------------------------------------


def _call(function: Callable[..., Any], args: tuple[Any, ...], wall: float, cpu: int) -> tuple[Any, OutsideError | None]:
    """Do one task; should our parent be gone and nobody watch the time, the alarm ends us."""
    if _size() > WORN:
        os._exit(TOO_LARGE)
    signal.alarm(math.ceil(wall) + 5)
    _allow(cpu)
    try:
        return _outcome(function, args)
    finally:
        signal.alarm(0)


def _size() -> int:
    """Say how much address space this process has taken; 0 where the system does not tell."""
    try:
        with open("/proc/self/statm", encoding="ascii") as told:  # noqa: PTH123 (a few microseconds, for every task)
            return int(told.read().split()[0]) * resource.getpagesize()
    except (OSError, ValueError):
        return 0


def _allow(seconds: int) -> None:
    """Let this process work for so long from now; the kernel ends it then, whatever it is in the middle of."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    most = math.ceil(used.ru_utime + used.ru_stime) + seconds
    with contextlib.suppress(ValueError, OSError):  # an operator's own limit may be lower
        resource.setrlimit(resource.RLIMIT_CPU, (most, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def _call_each(function: Callable[..., Any], rows: Sequence[tuple[Any, ...]]) -> list[tuple[Any, OutsideError | None]]:
    """Do one task for each row; what goes wrong with one is its outcome."""
    return [_outcome(function, row) for row in rows]


def _outcome(function: Callable[..., Any], args: tuple[Any, ...]) -> tuple[Any, OutsideError | None]:
    try:
        return function(*args), None
    except OutsideError as error:
        return None, error
    except MemoryError:
        return None, ChildError(f"{_name(function)}: too little memory, too complex")
    except RecursionError:
        return None, ChildError(f"{_name(function)}: nested too deeply, too complex")
    except Exception as error:  # noqa: BLE001 (whatever a parser stumbles over must cost one item only)
        return None, ChildError(f"{_name(function)}: {type(error).__name__}: {str(error)[:300]}")


def _confine() -> None:
    """Take from the child what reading does not need: secrets, network, files, other programs, endless memory."""
    kept = {name: value for name, value in os.environ.items() if name in KEPT_VARIABLES or name.startswith("PYTHON")}
    os.environ.clear()
    os.environ.update(kept, OPENBLAS_NUM_THREADS="1")  # each thread of it would take address space
    sys.dont_write_bytecode = True
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which then ends us
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    for limit, value in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
        (resource.RLIMIT_CORE, 0),
    ):
        with contextlib.suppress(ValueError, OSError):  # an operator's own limit may be lower; macOS knows no RLIMIT_AS
            resource.setrlimit(limit, (value, value))
    sys.addaudithook(_refuse)


_FORBIDDEN = frozenset(
    (
        "socket.connect",
        "socket.bind",
        "socket.getaddrinfo",
        "socket.gethostbyname",
        "socket.sendto",
        "socket.sendmsg",
        "subprocess.Popen",
        "os.exec",
        "os.fork",
        "os.forkpty",
        "os.posix_spawn",
        "os.spawn",
        "os.system",
        "os.remove",
        "os.rename",
        "os.rmdir",
        "os.mkdir",
        "os.link",
        "os.symlink",
        "os.truncate",
        "os.chmod",
        "os.kill",
    )
)
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def _refuse(event: str, args: tuple[Any, ...]) -> None:
    """Refuse the outside world; a parser has no business there."""
    if event in _FORBIDDEN:
        raise PermissionError(f"{event} is not allowed in a child")
    if event == "open" and not isinstance(args[0], int) and isinstance(args[2], int) and args[2] & _WRITING:
        raise PermissionError(f"writing {args[0]!r} is not allowed in a child")
