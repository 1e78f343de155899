"""Log lines: one record a line, whatever stands in it, as text or as JSON."""

import json
import logging
import re
import sys
from datetime import UTC, datetime
from typing import TextIO

CONTROLS = re.compile(r"[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
QUIET = ("apscheduler", "apprise", "trafilatura", "alembic", "asyncio", "aiohttp", "mail.log", "htmldate", "charset_normalizer")


class OneLine(logging.Formatter):
    """Text for people: time, level, name, message; control characters are shown, never obeyed."""

    def format(self, record: logging.LogRecord) -> str:
        """Write one record as one line."""
        moment = datetime.fromtimestamp(record.created, UTC)
        line = f"{moment:%Y-%m-%dT%H:%M:%SZ} {record.levelname.lower():7} {record.name.removeprefix('monitor.')} {self._message(record)}"
        return CONTROLS.sub(lambda found: f"\\x{ord(found[0]):02x}", line)

    def _message(self, record: logging.LogRecord) -> str:
        told = record.getMessage()
        return f"{told} {self.formatException(record.exc_info)}" if record.exc_info else told


class JsonLine(OneLine):
    """The same for machines."""

    def format(self, record: logging.LogRecord) -> str:
        """Write one record as one JSON object."""
        moment = datetime.fromtimestamp(record.created, UTC).isoformat()
        parts = {"at": moment, "level": record.levelname.lower(), "name": record.name, "message": self._message(record)}
        return CONTROLS.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(parts, ensure_ascii=False))


def start(level: str = "info", form: str = "text", stream: TextIO | None = None) -> None:
    """Send log lines to a stream, standard error by default."""
    to = logging.StreamHandler(stream or sys.stderr)
    to.setFormatter(JsonLine() if form == "json" else OneLine())
    logging.basicConfig(level=level.upper(), handlers=[to], force=True)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.ERROR)
