"""A process that has the program loaded and forks for each command: a kill point then costs a second less than a start of Python.

It reads one JSON line a command: {"argv", "out", "err", "kind", "number", "report"}, and answers two: {"pid"} and {"status"}. The children
that a command reads feeds and pages in are forked too, by a server beside us that has loaded what they need; like children that are
started anew they inherit no open file of the command.
"""

import gc
import importlib
import json
import multiprocessing
import os
import pkgutil
import sys
from multiprocessing import forkserver

READERS = ["monitor.adapters.children", "monitor.adapters.feeds", "monitor.adapters.pages", "pebble"]


def main() -> None:
    """Serve until the pipe is closed."""
    import sitecustomize  # the shim: this process is started with its folder on PYTHONPATH

    _load()
    _serve_children()
    gc.freeze()
    for line in sys.stdin:
        order = json.loads(line)
        forkserver.ensure_running()  # it dies where a command was killed in the middle of asking it
        pid = os.fork()
        if pid == 0:
            _obey(order, sitecustomize)
        _answer(pid=pid)
        _, status = os.waitpid(pid, 0)
        _answer(status=os.waitstatus_to_exitcode(status))


def _load() -> None:
    """Load what any command needs, so that none has to."""
    import aiohttp  # noqa: F401
    import apprise

    import monitor.cli
    import monitor.daemon
    import monitor.web.app

    for module in pkgutil.iter_modules(monitor.cli.__path__):
        importlib.import_module(f"monitor.cli.{module.name}")
    apprise.Apprise.instantiate("json://localhost")  # loads all plugins


def _serve_children() -> None:
    """Let a server of ours fork the children that a command starts."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(READERS)
    multiprocessing.get_context = lambda _method=None: context


def _obey(order: dict, shim) -> None:
    # A command is no parent of the server, so it cannot look whether that lives; we have seen to it.
    forkserver._forkserver.ensure_running = lambda: None
    for path, number in ((os.devnull, 0), (order["out"], 1), (order["err"], 2)):
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
        os.dup2(handle, number)
        os.close(handle)
    if order["kind"]:
        shim.arm(order["kind"], order["number"])
    code = _call(order["argv"])
    sys.stdout.flush()
    sys.stderr.flush()
    if order["report"]:
        shim.tell(order["report"])
    os._exit(code)


def _call(argv: list[str]) -> int:
    import traceback

    from monitor.cli import main as command

    try:
        command(argv)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:  # noqa: BLE001 (whatever it is, it is the command's end)
        traceback.print_exc()
        return 70
    return 0


def _answer(**words: int) -> None:
    sys.stdout.write(json.dumps(words) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
