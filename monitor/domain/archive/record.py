"""An article or a development as it leaves the archive: in files, feeds and citations."""

from dataclasses import dataclass
from datetime import datetime

from monitor.domain.words.text import clean, clean_line

SUMMARY = 400  # characters


@dataclass(frozen=True, slots=True)
class Record:
    """What the archive tells of one article; of a development, what its first article tells."""

    key: str  # stable: "article/12", "development/baiterek#2025-12-26-1"
    id: int | None  # of the article; None where only a dossier tells it
    title: str
    url: str
    publisher: str
    published: datetime
    first_seen: datetime
    author: str | None = None
    language: str | None = None
    text: str = ""
    text_hash: str = ""
    seed: str | None = None
    storyline: str | None = None  # its slug
    development: str | None = None  # its key
    placement: str | None = None
    level: str | None = None
    held: str | None = None  # why it did not alert
    new: tuple[str, ...] = ()  # what was new in it

    @property
    def summary(self) -> str:
        """What was new, else how the text begins."""
        return clean("\n".join(self.new), SUMMARY) if self.new else shortened(self.text)


def shortened(text: str, limit: int = SUMMARY) -> str:
    """Cut a text at the end of a word."""
    line = clean_line(text, limit)
    whole = len(" ".join(text[: 2 * limit].split())) <= limit
    return line if whole else line.rpartition(" ")[0].rstrip(",;:–— ") + " …"


def flat(record: Record, *, text: bool = True) -> dict[str, object]:
    """Write a record as plain values, for JSON and sheets."""
    told: dict[str, object] = {name: getattr(record, name) for name in Record.__dataclass_fields__ if text or name != "text"}
    told["published"], told["first_seen"] = record.published.isoformat(), record.first_seen.isoformat()
    told["new"] = list(record.new)
    return told
