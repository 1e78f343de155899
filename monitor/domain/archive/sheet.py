"""Records as rows of a sheet: CSV that no spreadsheet takes for formulas."""

import csv
import io
import re
from collections.abc import Iterable, Iterator

from monitor.domain.archive.record import Record

COLUMNS = (
    "id", "published", "first_seen", "publisher", "language", "title", "url", "storyline", "development", "placement", "level", "held",
    "new", "author", "seed", "text_hash",
)  # fmt: skip
_FORMULA = re.compile(r"^[\s\0'\"]*[=+\-@＝＋－＠]|^[\t\r\n]")


def csv_lines(records: Iterable[Record], columns: Iterable[str] = COLUMNS) -> Iterator[str]:
    """Write a line of names, then one for each record."""
    names = tuple(columns)
    yield _line(names)
    for record in records:
        yield _line(tuple(cell(getattr(record, name)) for name in names))


def cell(value: object) -> str:
    """Write a value as text; one that a spreadsheet would reckon with gets a quote in front, which makes it text there."""
    if isinstance(value, tuple):
        value = " | ".join(str(one) for one in value)
    text = "" if value is None else value if isinstance(value, str) else str(value)
    return "'" + text if isinstance(value, str) and _FORMULA.match(text) else text


def _line(cells: tuple[str, ...]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow(cells)
    return line.getvalue()
