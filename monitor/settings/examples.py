"""Examples of a topic: texts that must match it and texts that must not."""

from pathlib import Path

from pydantic import Field

from monitor.errors import SettingsError
from monitor.settings.mistakes import check
from monitor.settings.values import Section
from monitor.settings.yaml import read


class ExamplesFile(Section):
    """examples.yaml."""

    match: list[str] = Field(default=[], description="Texts that must match: the first line is the title.")
    no_match: list[str] = Field(default=[], alias="no match", description="Texts that must not match.")


def load_examples(file: Path) -> list[tuple[str, bool]]:
    """Read examples, each with whether it must match; SettingsError where the file is missing or wrong."""
    if not file.is_file():
        raise SettingsError(f"{file}: no such file; write one with `match:` and `no match:`, each a list of texts, or use --text")
    examples = check(read(file), ExamplesFile)
    return [(text, True) for text in examples.match] + [(text, False) for text in examples.no_match]
