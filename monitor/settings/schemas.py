"""JSON Schemas of the settings, for editors that complete and check while one types.

`python -m monitor.settings.schemas [FOLDER]` writes them anew.
"""

import json
import sys
from collections.abc import Mapping
from datetime import time, timedelta
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from monitor.settings.channels import ChannelsFile
from monitor.settings.feeds import FeedsFile
from monitor.settings.main import MainFile
from monitor.settings.places import shipped
from monitor.settings.topic import TopicFile
from monitor.settings.values import write_duration

MODELS: Mapping[str, type[BaseModel]] = {"monitor": MainFile, "feeds": FeedsFile, "topic": TopicFile, "channels": ChannelsFile}


def schemas() -> dict[str, str]:
    """Make the schema of each file, by the name of the schema's file."""
    return {f"{name}.schema.json": _schema(model, f"{name}.yaml") for name, model in MODELS.items()}


class _ForEditors(GenerateJsonSchema):
    """Writes defaults as the user would, and does not offer null: a key that says nothing is left out."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def encode_default(self, dft: Any) -> Any:
        if isinstance(dft, timedelta):
            return write_duration(dft)
        return f"{dft:%H:%M}" if isinstance(dft, time) else super().encode_default(dft)

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        made = super().default_schema(schema)
        return {key: value for key, value in made.items() if key != "default" or value is not None}

    def field_title_should_be_set(self, _schema: Any) -> bool:
        return False


def _schema(model: type[BaseModel], title: str) -> str:
    made = model.model_json_schema(schema_generator=_ForEditors)
    whole = {"$schema": "https://json-schema.org/draft/2020-12/schema", **made, "title": title}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def write_schemas(folder: Path) -> list[Path]:
    """Write the schemas into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        (folder / name).write_text(text, encoding="utf-8")
    return [folder / name for name in schemas()]


if __name__ == "__main__":
    for path in write_schemas(Path(sys.argv[1]) if len(sys.argv) > 1 else shipped("config") / "schemas"):
        print(path)
