"""The program as processes: commands run to their end or to their kill, a daemon started and killed."""

import contextlib
import json
import os
import select
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PATIENCE = 900  # seconds that a command may take: on a busy machine, with hundreds of stories to catch up with


@dataclass(frozen=True)
class Point:
    """Where a process dies: at the n-th point of a kind; number 0 only counts."""

    kind: str
    number: int

    def __str__(self) -> str:
        return f"{self.kind} {self.number}"


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def killed(self) -> bool:
        return self.code == -signal.SIGKILL


class Zygote:
    """Runs commands one after the other in forks of a process that has loaded the program, or a copy of it from `source`."""

    def __init__(self, source: Path = ROOT) -> None:
        self.pid = 0  # of the command at work
        paths = os.pathsep.join((str(HERE / "shim"), str(source), str(ROOT)))
        self._process = subprocess.Popen(
            [sys.executable, str(HERE / "zygote.py")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=source,
            env=environment() | {"PYTHONPATH": paths},
        )

    def run(self, argv: Sequence[str], place: Path, point: Point | None = None, report: Path | None = None) -> Ended:
        """Run one command; its output lies in `place`."""
        out, err = place / "out", place / "err"
        out.write_text("")
        before = err.stat().st_size if err.exists() else 0
        self.begin(argv, out, err, point, report)
        watch = threading.Timer(PATIENCE, self.kill)
        watch.start()
        code = self.end()
        watch.cancel()
        return Ended(code, out.read_text(), err.read_text()[before:])

    def begin(self, argv: Sequence[str], out: Path, err: Path, point: Point | None = None, report: Path | None = None) -> None:
        """Start one command; the next one may begin when this one has ended."""
        order = {"argv": list(argv), "out": str(out), "err": str(err), "report": str(report) if report else None}
        order |= {"kind": point.kind if point else None, "number": point.number if point else 0}
        assert self._process.stdin
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        self.pid = self._read()["pid"]

    def end(self) -> int:
        """Wait for the command at work to end, and say how it did."""
        code = self._read()["status"]
        self.pid = 0
        return code

    def works(self) -> bool:
        """Say whether the command that was begun has not ended yet."""
        return not select.select([self._process.stdout], [], [], 0)[0]

    def kill(self) -> None:
        """Kill the command at work, as a power cut would."""
        if self.pid:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)

    def _read(self) -> dict[str, int]:
        assert self._process.stdout
        line = self._process.stdout.readline()
        assert line, "the zygote has died; see its standard error"
        answer: dict[str, int] = json.loads(line)
        return answer

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.kill()
        assert self._process.stdin
        assert self._process.stdout
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            with contextlib.suppress(BrokenPipeError):
                pipe.close()


def environment() -> dict[str, str]:
    """Our own environment without what would point the program somewhere."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("MONITOR_", "FAULT_", "PYTHONPATH"))}


class Home:
    """A user's folder: settings and data; the zygote runs its commands."""

    def __init__(self, place: Path, zygote: Zygote | None = None) -> None:
        self.place, self.zygote = place, zygote
        self.data = place / "data"
        self.log: list[str] = []
        (place / "config").mkdir(parents=True, exist_ok=True)

    def settle(self, feeds: Sequence[str], channels: Mapping[str, str], every: str = "5m", more: str = "") -> None:
        """Write the smallest settings: every story with the word tok alerts."""
        files = {
            "monitor.yaml": 'network: {allow_addresses: ["127.0.0.1/32"]}\npace: {gap: 0s, per_host: 20, fastest: 1s}\nworkers: 1\n' + more,
            "feeds.yaml": "feeds:\n" + "".join(f'  - {{url: "{url}", every: {every}}}\n' for url in feeds),
            "topic.yaml": "words: [acmecorp]\nalert_on: matches\n",
            "channels.yaml": "channels:\n" + "".join(f'  {name}: {{url: "{url}"}}\n' for name, url in channels.items()),
        }
        for name, text in files.items():
            (self.place / "config" / name).write_text(text)

    def words(self, *words: str) -> list[str]:
        return ["--config", str(self.place / "config"), "--data", str(self.data), *words]

    def run(self, *words: str, point: Point | None = None, report: Path | None = None, fine: bool = True) -> Ended:
        """Run a command; it must end well unless it is killed or `fine` is off."""
        assert self.zygote
        ended = self.zygote.run(self.words(*words), self.place, point, report)
        self.log.append(f"{' '.join(words)} {point or ''} → {ended.code}")
        if fine and not (point and ended.killed):
            assert ended.code == 0, f"{words} ended with {ended.code}:\n{ended.err[-3000:]}"
        return ended

    def told(self, *words: str) -> Any:
        """Run a command that prints JSON."""
        return json.loads(self.run(*words, "--json", fine=False).out)

    @contextlib.contextmanager
    def daemon(self, **variables: str) -> Iterator[subprocess.Popen[bytes]]:
        """Start the daemon as a process of its own; it is killed at the end of the block."""
        words = [sys.executable, "-m", "monitor", *self.words("run")]
        with (self.place / "daemon.log").open("ab") as log:
            daemon = subprocess.Popen(words, stdout=log, stderr=log, cwd=ROOT, env=environment() | variables)
            try:
                yield daemon
            finally:
                daemon.kill()
                daemon.wait()

    @contextlib.contextmanager
    def forked_daemon(self, zygote: Zygote) -> Iterator[Zygote]:
        """Start the daemon in a fork of a zygote of its own: it is at work at once; it is killed at the end of the block."""
        log = self.place / "daemon.log"
        zygote.begin(self.words("run"), log, log)
        try:
            yield zygote
        finally:
            zygote.kill()
            zygote.end()

    def copy_to(self, place: Path) -> "Home":
        """Copy settings and data to another place."""
        shutil.copytree(self.place, place)
        return Home(place, self.zygote)


def wait_for(condition: Any, seconds: float = 30, step: float = 0.02) -> bool:
    """Wait until something outside of this process is so, or the time is over."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(step)  # of another process: there is nothing to wait on but time
    return True


def pass_time(seconds: float) -> None:
    """Leave the world to itself for a while."""
    time.sleep(seconds)
