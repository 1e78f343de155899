"""Reads YAML strictly, as YAML 1.2 has it, and remembers on which line each value stands.

Not taken over from YAML 1.1: `no` and `on` are text, `12:30` and `010` are text, dates are text. Refused: a key that stands twice, anchors
and aliases, tags, merge keys, a second document.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from monitor.errors import SettingsError

LARGEST = 5_000_000  # bytes
DEEPEST = 32  # lists and mappings in each other

KeyPath = tuple[str | int, ...]

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_WORDS: Mapping[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})")
_FRACTION = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})(?:\.[0-9]{1,18}(?:[eE][-+]?[0-9]{1,2})?|[eE][-+]?[0-9]{1,2})")


@dataclass(frozen=True, slots=True)
class Document:
    """What a file holds, and the line of each key and list member."""

    shown: str  # the file as messages name it
    data: Any
    lines: Mapping[KeyPath, int] = field(default_factory=dict)

    def line(self, path: KeyPath) -> int:
        """Say on which line a key stands; for one that is missing, the nearest that holds it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def mistake(self, path: KeyPath, reason: str) -> str:
        """Say what is wrong with the value of a key, and where it stands."""
        where = f"{show_path(path)}: " if path else ""
        return f"{self.shown}:{self.line(path)}: {where}{reason}"


def show_path(path: KeyPath) -> str:
    """Write a path as `feeds[3].every`."""
    parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return "".join(parts).removeprefix(".")


def read(file: Path) -> Document:
    """Read a file; SettingsError with every mistake."""
    try:
        body = file.read_bytes()
    except OSError as error:
        raise SettingsError(f"{file}: cannot be read: {error.strerror or error}") from error
    if len(body) > LARGEST:
        raise SettingsError(f"{file}: has {len(body):,} bytes; settings have at most {LARGEST:,}")
    try:
        return read_text(body.decode("utf-8-sig"), str(file))
    except UnicodeDecodeError as error:
        line = body.count(b"\n", 0, error.start) + 1
        raise SettingsError(f"{file}:{line}: is not UTF-8 text; save the file as UTF-8") from error


def read_text(text: str, shown: str) -> Document:
    """Read a text; SettingsError with every mistake."""
    reader = _Reader(shown)
    try:
        data = reader.document(yaml.parse(text, Loader=_LOADER))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise SettingsError(
            [*reader.mistakes, f"{shown}:{mark.line + 1 if mark else 1}: is not YAML: {error.problem or error.context}"]
        ) from error
    except (yaml.YAMLError, ValueError) as error:
        raise SettingsError([*reader.mistakes, f"{shown}: is not YAML: it holds a character that text cannot hold"]) from error
    if reader.mistakes:
        raise SettingsError(reader.mistakes)
    return Document(shown, data, reader.lines)


class _Reader:
    """Builds values from the events of the parser, which still tell what a loader would swallow."""

    def __init__(self, shown: str) -> None:
        self.lines: dict[KeyPath, int] = {}
        self.mistakes: list[str] = []
        self._shown = shown

    def document(self, events: Iterator[yaml.Event]) -> Any:
        data = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._refuse(event, "a second document begins here (---); a settings file holds one")
            elif isinstance(event, yaml.NodeEvent):
                value = self._value(event, events, ())
                data = value if documents == 1 else data
        return data

    def _value(self, event: yaml.Event, events: Iterator[yaml.Event], path: KeyPath) -> Any:
        self.lines.setdefault(path, _line(event))
        if len(path) > DEEPEST:
            raise SettingsError([*self.mistakes, f"{self._shown}:{_line(event)}: is nested more than {DEEPEST} deep"])
        self._check_plainness(event, path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(events, path)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(events, path)
        return _scalar(event) if isinstance(event, yaml.ScalarEvent) else None

    def _check_plainness(self, event: yaml.Event, path: KeyPath) -> None:
        if isinstance(event, yaml.AliasEvent):
            self._refuse(event, f"{show_path(path)}: an alias (*{getattr(event, 'anchor', '')}) is not read; write the value out")
        elif getattr(event, "anchor", None):
            self._refuse(
                event, f"{show_path(path)}: an anchor (&{getattr(event, 'anchor', '')}) is not read; write the value out where it is needed"
            )
        if getattr(event, "tag", None):
            self._refuse(event, f"{show_path(path)}: a tag ({getattr(event, 'tag', '')}) is not read; write plain values")

    def _list(self, events: Iterator[yaml.Event], path: KeyPath) -> list[Any]:
        values: list[Any] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            values.append(self._value(event, events, (*path, len(values))))
        return values

    def _mapping(self, events: Iterator[yaml.Event], path: KeyPath) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._key(event, events, path)
            known = key is None or key in values
            if key is not None and known:
                earlier = self.lines[(*path, key)]
                self._refuse(event, f"{show_path((*path, key))} stands twice; it is already on line {earlier}")
            value = self._value_of(key, event, events, path)
            if key is not None and not known:
                values[key] = value
        return values

    def _value_of(self, key: str | None, event: yaml.Event, events: Iterator[yaml.Event], path: KeyPath) -> Any:
        below = (*path, key if key is not None else "?")
        self.lines.setdefault(below, _line(event))
        return self._value(next(events), events, below)

    def _key(self, event: yaml.Event, events: Iterator[yaml.Event], path: KeyPath) -> str | None:
        """Read a key; None for one that cannot be used, which is then noted."""
        inside = f"{show_path(path)}: " if path else ""
        if not isinstance(event, yaml.ScalarEvent):
            self._value(event, events, (*path, "?"))
            self._refuse(event, f"{inside}a key must be a word")
            return None
        self._check_plainness(event, path)
        if not event.style and event.value == "<<":
            self._refuse(event, f"{inside}a merge key (<<) is not read; write the values out")
            return None
        if not event.value.strip():
            self._refuse(event, f"{inside}a key is empty")
            return None
        return str(event.value)

    def _refuse(self, event: yaml.Event, reason: str) -> None:
        self.mistakes.append(f"{self._shown}:{_line(event)}: {reason.removeprefix(': ')}")


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


def _scalar(event: yaml.ScalarEvent) -> Any:
    text: str = event.value
    if event.style:  # quoted, or a block
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _FRACTION.fullmatch(text) else text
