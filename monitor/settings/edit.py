"""Adds feeds to feeds.yaml, and leaves every comment and line of the user's as it is."""

import json
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from monitor.errors import SettingsError
from monitor.settings.feeds import FeedsFile, find_doubles, sameness
from monitor.settings.mistakes import check
from monitor.settings.places import shipped
from monitor.settings.yaml import read, read_text


@dataclass(frozen=True, slots=True)
class NewFeed:
    """A feed to add, with what the user said of it."""

    url: str
    name: str | None = None
    every: str | None = None  # as feeds.yaml has it: 30m

    def row(self) -> dict[str, str]:
        """Give the settings that were said."""
        said = {"url": self.url, "name": self.name, "every": self.every}
        return {key: value for key, value in said.items() if value}


def add_feeds(config: Path, new: Sequence[NewFeed]) -> list[str]:
    """Add feeds that are not there yet, and say the addresses of those added; SettingsError and an untouched file if anything is wrong."""
    if config.resolve() == shipped("config").resolve():
        raise SettingsError(f"{config}: these settings came with the program; `monitor init config` writes some of your own")
    file = config / "feeds.yaml"
    known = {sameness(entry.url) for entry in check(read(file), FeedsFile).feeds}
    fresh = list({sameness(one.url): one for one in new if sameness(one.url) not in known}.values())
    if new and not fresh:
        raise SettingsError(f"{file}: already has {', '.join(one.url for one in new)}")
    _write(file, _checked(_with_rows(file.read_text(encoding="utf-8-sig"), fresh), file))
    return [one.url for one in fresh]


def _checked(text: str, file: Path) -> str:
    document = read_text(text, str(file))
    doubles = list(find_doubles(check(document, FeedsFile), document))
    if doubles:
        raise SettingsError(doubles)
    return text


def _with_rows(text: str, new: Sequence[NewFeed]) -> str:
    """Put rows behind the last feed, in the style of the list that is there."""
    listed = _feeds_node(text)
    if isinstance(listed, yaml.SequenceNode) and listed.value and not listed.flow_style:
        lines = text.splitlines()
        after = _last_line(listed) + 1
        return "\n".join([*lines[:after], *_rows(new, " " * listed.start_mark.column), *lines[after:]]) + "\n"
    if isinstance(listed, yaml.SequenceNode):
        end = listed.end_mark.index - 1
        comma = ", " if listed.value and not text[:end].rstrip().endswith(",") else ""
        return text[:end] + comma + ", ".join(_flow(one) for one in new) + text[end:]
    if listed is not None:  # the key stands there, and nothing but comments below it
        lines = text.splitlines()
        after = listed.start_mark.line + 1
        return "\n".join([*lines[:after], *_rows(new, ""), *lines[after:]]) + "\n"
    return "\n".join([text.rstrip("\n"), "feeds:", *_rows(new, "")]).lstrip("\n") + "\n"


def _feeds_node(text: str) -> yaml.Node | None:
    root = yaml.compose(text, Loader=yaml.SafeLoader)  # not the C one: its marks lack the index
    pairs = root.value if isinstance(root, yaml.MappingNode) else []
    return next((value for key, value in pairs if key.value == "feeds"), None)


def _last_line(node: yaml.Node) -> int:
    """Find the line of the last thing said in a node; its own end lies behind the comments that follow."""
    while isinstance(node, yaml.CollectionNode) and node.value and not node.flow_style:
        node = node.value[-1][1] if isinstance(node, yaml.MappingNode) else node.value[-1]
    return int(node.end_mark.line)


def _rows(new: Sequence[NewFeed], indent: str) -> list[str]:
    return [
        f"{indent}{'- ' if number == 0 else '  '}{key}: {json.dumps(value, ensure_ascii=False)}"
        for one in new
        for number, (key, value) in enumerate(one.row().items())
    ]


def _flow(new: NewFeed) -> str:
    return "{" + ", ".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in new.row().items()) + "}"


def _write(file: Path, text: str) -> None:
    """Put a whole new file in the place of the old one, with its mode."""
    target = file.resolve()
    beside = target.with_name(f".{target.name}.new")
    try:
        beside.write_text(text, encoding="utf-8")
        shutil.copymode(target, beside)
        beside.replace(target)
    except OSError as error:
        raise SettingsError(f"{file}: cannot be written: {error.strerror or error}") from error
