"""Every kind of message in every language as it has to look. `python -m tests.golden` writes the files anew: read the difference."""

from collections.abc import Iterator
from pathlib import Path

from monitor.domain.alerts.message import Message
from monitor.domain.alerts.rendering.chat import DIALECTS, pieces
from tests.messages import KINDS, LANGUAGES, message

FOLDER = Path(__file__).parent / "golden"


def forms() -> Iterator[tuple[str, str]]:
    """Name each file and say what has to stand in it."""
    for kind in KINDS:
        for language in LANGUAGES:
            yield f"{kind}.{language}.txt", as_mail(message(kind, language))
    yield "alert.en.html", message("alert", "en").html
    yield "digest.kk.html", message("digest", "kk").html
    for name, dialect in DIALECTS.items():
        yield f"alert.en.{name}", "\n--- next piece ---\n".join(pieces(message("alert", "en"), dialect)) + "\n"


def as_mail(told: Message) -> str:
    """Write subject and text as a mail program without HTML shows them."""
    return f"{told.subject}\n\n{told.text}\n"


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.iterdir():
        old.unlink()
    for name, content in forms():
        (FOLDER / name).write_text(content, encoding="utf-8")
