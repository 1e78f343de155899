"""Writes the reference of all settings from their models.

`python -m monitor.settings.reference > docs/settings.md` writes it anew.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from monitor.settings.schemas import schemas

HEAD = """# Settings

<!-- Made by `python -m monitor.settings.reference > docs/settings.md`: change the descriptions in monitor/settings, not here. -->

Four YAML files in one folder: `--config DIR` or `MONITOR_CONFIG`, else `./config`, else the files that are shipped. `monitor init DIR`
writes a folder to begin with, each setting explained in place. Every mistake is named at once, with file, line, key and the nearest known
name; unknown keys, keys given twice, and YAML's aliases and tags are refused. Editors complete and check with the schemas in
`config/schemas/`.

Durations are written `30s`, `5m`, `1h`, `7d`. Secrets stand in environment variables (`url_env: NAME`) or files (`url_file: PATH`, or the
variable `NAME_FILE`), never in the files themselves.

| from outside | what it says |
|---|---|
| `--config`, `MONITOR_CONFIG` | the folder of the settings |
| `--data`, `MONITOR_DATA` | the folder of the archive (default `./data`) |
| `MONITOR_DATABASE_URL` | the database, as an SQLAlchemy address (default: SQLite in the data folder) |

Beside the settings: `seeds/` holds one Markdown file for each seed, and `storylines.yaml` with the dossiers; `gazetteer.yaml` the entities
of the topic; `examples.yaml` texts that must and must not match, for `monitor topic test`.
"""
COLUMNS = "| setting | what it says | default |\n|---|---|---|"


def reference() -> str:
    """Write the whole reference as Markdown."""
    parts = [HEAD]
    for name, text in schemas().items():
        schema = json.loads(text)
        rows = "\n".join(_row(*one) for one in _rows(schema, schema, ""))
        parts.append(f"## {name.removesuffix('.schema.json')}.yaml\n\n{schema.get('description', '')}\n\n{COLUMNS}\n{rows}\n")
    return "\n".join(parts)


def _row(key: str, about: str, default: object) -> str:
    shown = "–" if default is None else f"`{default if isinstance(default, str) else json.dumps(default, ensure_ascii=False)}`"
    return f"| `{key}` | {about.replace('|', chr(92) + '|')} | {shown} |"


def _rows(schema: Mapping[str, Any], whole: Mapping[str, Any], above: str) -> Iterator[tuple[str, str, object]]:
    """Walk through the settings of a section and of the sections inside it."""
    for key, said in schema.get("properties", {}).items():
        inner, mark = _inside(said, whole)
        if inner is None:
            yield above + key, said.get("description", ""), said.get("default")
        else:
            yield above + key + mark, said.get("description") or inner.get("description", ""), None
            yield from _rows(inner, whole, f"{above}{key}{mark}.")


def _inside(said: Mapping[str, Any], whole: Mapping[str, Any]) -> tuple[Mapping[str, Any] | None, str]:
    """Find the section that a setting holds: itself, in a list, or under names of the user's."""
    for place, mark in ((said, ""), (said.get("items", {}), "[]"), (said.get("additionalProperties", {}), ".NAME")):
        if isinstance(place, dict) and "$ref" in place:
            found: Mapping[str, Any] = whole["$defs"][place["$ref"].rpartition("/")[2]]
            return (found, mark) if "properties" in found else (None, "")
    return None, ""


if __name__ == "__main__":
    print(reference(), end="")
