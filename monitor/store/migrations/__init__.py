"""The forms that the database has had."""

from pathlib import Path

HERE = Path(__file__).parent


def revisions() -> list[str]:
    """List them, the newest last."""
    return sorted(file.name.partition("_")[0] for file in (HERE / "versions").glob("[0-9]*.py"))
