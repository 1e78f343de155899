"""What every page is handed: the archive, the settings, the clock; and how a page is written."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from hmac import compare_digest, new
from secrets import token_bytes
from typing import Any, TypeVar
from urllib.parse import parse_qsl

import sqlalchemy as sa
from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse

from monitor import __version__
from monitor.domain.matching.topic import Topic, compile_topic
from monitor.domain.search.named import Names, compile_names
from monitor.settings import Settings
from monitor.store.database import bounded, reading
from monitor.store.migrate import open_archive
from monitor.web.writing import FILTERS, FUNCTIONS, shown
from monitor.wiring import utc_now

_OWN = token_bytes(32)  # of this process: a sentence that an earlier one said is not shown again
Row = TypeVar("Row")
LONGEST_FORM = 64_000  # bytes
LONGEST_TEXT = 2_000  # characters
LONGEST_LOOK = 10.0  # seconds


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything that the pages work with."""

    settings: Settings
    db: sa.Engine
    topic: Topic
    names: Names
    now: Callable[[], datetime]

    @contextmanager
    def reading(self, within: float | None = LONGEST_LOOK) -> Iterator[sa.Connection]:
        """Look into the archive, for one transaction; it waits for no writer, and takes no longer than `within` seconds."""
        with reading(self.db).begin() as tx, bounded(tx, within):
            yield tx

    def today(self) -> date:
        """The day by the reader's clock."""
        return self.now().astimezone(self.settings.delivery.zone).date()

    def span_of(self, day: date) -> tuple[datetime, datetime]:
        """Say when a day begins and ends by the reader's clock."""
        begin = datetime.combine(max(min(day, date(9998, 1, 1)), date(2, 1, 1)), time(), self.settings.delivery.zone)
        return begin.astimezone(UTC), (begin + timedelta(days=1)).astimezone(UTC)

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """Change the archive, in one transaction."""
        with self.db.begin() as tx:
            yield tx


def make_desk(settings: Settings, db: sa.Engine, topic: Topic, now: Callable[[], datetime]) -> Desk:
    """Set up a desk beside whoever has the archive open."""
    return Desk(settings, db, topic, compile_names(settings.topic.entities), now)


@contextmanager
def open_desk(settings: Settings) -> Iterator[Desk]:
    """Open the archive for the page alone, for as long as the block runs."""
    db = open_archive(settings.database_url)
    try:
        yield make_desk(settings, db, compile_topic(settings.topic), utc_now)
    finally:
        db.dispose()


def desk_of(request: Request) -> Desk:
    """The desk that a request is answered at."""
    desk: Desk = request.app.state.desk
    return desk


def _environment() -> Environment:
    # Everything is escaped: text from outside is only ever text.
    made = Environment(
        loader=PackageLoader("monitor.web"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= FILTERS
    made.globals |= FUNCTIONS | {"version": __version__}
    return made


TEMPLATES = _environment()


def page(request: Request, template: str, *, status: int = 200, **told: Any) -> HTMLResponse:
    """Write a page; `part` alone where the page itself asked for it."""
    desk = desk_of(request)
    around = {
        "path": request.url.path,
        "query": dict(request.query_params),
        "nonce": request.scope["nonce"],
        "now": desk.now(),
        "zone": desk.settings.delivery.zone,
        "locked": desk.settings.web.password_hash is not None,
        "said": said_of(request),
    }
    return HTMLResponse(TEMPLATES.get_template(template).render(**around, **told), status)


def said_of(request: Request) -> str:
    """What the last action did, as its redirect says; what others write into an address is not shown as our word."""
    said = request.query_params.get("said", "")
    return said if compare_digest(request.query_params.get("mark", "").encode(), mark_of(said).encode()) else ""


def mark_of(said: str) -> str:
    """Sign what a redirect says, so that nobody else can let the page say anything."""
    return new(_OWN, said.encode("utf-8", "replace"), "sha256").hexdigest()[:24]


async def form_of(request: Request) -> dict[str, str]:
    """Read a small form; of a field that is given twice, the last counts."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LONGEST_FORM:
            raise HTTPException(413, "the form is too large")
    try:
        return dict(parse_qsl(body.decode("utf-8"), keep_blank_values=True, max_num_fields=50))
    except ValueError as error:
        raise HTTPException(400, "the form cannot be read") from error


def number_in(request: Request, name: str, default: int, most: int) -> int:
    """Read a number from the address, from 1 to `most`; what is none counts as the default."""
    text = request.query_params.get(name, "")
    return max(1, min(int(text), most)) if text.isascii() and text.isdecimal() and len(text) < 10 else default


def part_of(rows: Sequence[Row], at: int, shown: int) -> tuple[Sequence[Row], bool]:
    """Cut page number `at` out of a list, and say whether more follow."""
    return rows[shown * (at - 1) : shown * at], len(rows) > shown * at


def text_in(request: Request, name: str) -> str:
    """Read a text from the address; NUL stands in no archive, and one of the databases takes none."""
    text: str = request.path_params.get(name) or request.query_params.get(name, "")
    return text.replace("\0", "")[:LONGEST_TEXT]


def day_in(request: Request, name: str) -> date | None:
    """Read a day from the address; None where none is asked for, or none that can be read."""
    try:
        return date.fromisoformat(request.query_params.get(name, ""))
    except ValueError:
        return None


def missing(what: str) -> HTTPException:
    """The answer for what the archive does not hold."""
    return HTTPException(404, f"The archive holds no {what}.")
