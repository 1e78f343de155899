"""The engine of one machine ends without a word of trouble, whatever its stages are in the middle of."""

import logging
import threading
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest

from monitor.engine.ticking import Ticking


class Bureau(SimpleNamespace):
    """A monitor in which nothing is due but polls."""

    def __init__(self, take_polls: Any) -> None:
        idle = {name: lambda *_: 0 for name in ("match", "place", "deliver", "digest", "make_up", "let_go", "copy", "beat")}
        closable = SimpleNamespace(close=lambda: None)
        super().__init__(
            **idle, take_polls=take_polls, take_reads=lambda: None, web=closable, children=closable, now=lambda: datetime.now(UTC)
        )


def test_a_stage_that_hands_out_work_while_we_stop_is_waited_for(caplog: pytest.LogCaptureFixture) -> None:
    begun, stop, done = threading.Event(), threading.Event(), threading.Event()

    def take_polls() -> Any:
        begun.set()
        stop.wait(60)
        threading.Event().wait(0.2)  # the look-up takes a moment longer, while the engine ends
        return done.set

    engine = threading.Thread(target=Ticking(Bureau(take_polls)).run, args=(stop,))  # type: ignore[arg-type]
    with caplog.at_level(logging.ERROR):
        engine.start()
        assert begun.wait(60)
        stop.set()
        engine.join(60)
    assert not engine.is_alive()
    assert done.is_set(), "what was taken is done, or it would lie about until its lease ends"
    assert not caplog.records
