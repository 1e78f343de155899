"""Let go: once a day, empty the texts that the settings no longer want kept, and note how large the archive is."""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta

import sqlalchemy as sa

from monitor.store import notes, retention
from monitor.store.database import reading, take_turn

log = logging.getLogger(__name__)

EVERY = timedelta(days=1)
AT_A_TIME = 200  # texts; a transaction must keep nobody waiting
LAST = "let go last"


def let_go(db: sa.Engine, keep: timedelta | None, now: Callable[[], datetime]) -> int:
    """Let go of some texts, where that is due, and say of how many; to be called until it answers 0. `keep` None: of none, ever."""
    with reading(db).begin() as tx:
        last = notes.read(tx, LAST)
    if last is not None and timedelta(0) <= now() - datetime.fromisoformat(last) < EVERY:
        return 0
    with db.begin() as tx:
        take_turn(tx, "let go")
        gone = retention.let_go(tx, now() - keep, AT_A_TIME, now()) if keep else 0
        if gone < AT_A_TIME:
            retention.note_size(tx, now())
            notes.write(tx, LAST, now().isoformat(), now())
    if gone:
        log.info("let go of texts=%d older than %s", gone, keep)
    return gone
