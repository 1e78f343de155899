"""Checks a document against its model, and says each mistake with file, line, key, reason and the nearest known name."""

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from monitor.errors import SettingsError
from monitor.settings.values import near
from monitor.settings.yaml import Document, KeyPath, show_path

Model = TypeVar("Model", bound=BaseModel)

# What pydantic finds, in words for somebody who edits a file.
_REASONS: Mapping[str, str] = {
    "missing": "is missing",
    "string_type": "must be text",
    "int_type": "must be a whole number",
    "int_from_float": "must be a whole number",
    "float_type": "must be a number",
    "bool_type": "must be true or false",
    "list_type": "must be a list",
    "tuple_type": "must be a list",
    "dict_type": "must be a mapping of names to values",
    "model_type": "must be a mapping of names to values",
    "model_attributes_type": "must be a mapping of names to values",
    "string_too_short": "must not be empty",
    "string_too_long": "is too long: at most {max_length} characters",
    "too_short": "must have at least {min_length} in it",
    "too_long": "has too many: at most {max_length}",
    "greater_than": "must be more than {gt}",
    "greater_than_equal": "must be at least {ge}",
    "less_than": "must be less than {lt}",
    "less_than_equal": "must be at most {le}",
    "literal_error": "must be {expected}",
}
_PATTERNS: Mapping[str, str] = {
    "name": "must be a short name of letters, digits and _ . : -",
    "fallback": "must be the name of a channel",
    "language": "must be the code of a language, such as en, ru or kk",
    "languages": "must be the code of a language, such as en, ru or kk",
    "country": "must be the code of a country in capital letters, such as KZ",
}
_AMBIGUOUS = frozenset({"yes", "no", "on", "off", "y", "n"})  # YAML 1.1 took them for true and false


def check(document: Document, model: type[Model]) -> Model:
    """Read a document as a model; SettingsError with every mistake."""
    data = {} if document.data is None else document.data
    if not isinstance(data, dict):
        raise SettingsError(
            f"{document.shown}:{document.line(())}: must hold keys with values, such as {next(iter(model.model_fields))}: …"
        )
    try:
        return model.model_validate(filled(data))
    except ValidationError as error:
        raise SettingsError(list(_told(document, model, error))) from error


def filled(data: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out the keys below which everything is a comment: they say nothing."""
    return {key: value for key, value in data.items() if value is not None}


def _told(document: Document, model: type[BaseModel], error: ValidationError) -> Iterator[str]:
    details = sorted(error.errors(include_url=False, include_context=True), key=lambda one: document.line(_known(document, one["loc"])))
    seen: set[str] = set()
    for one in details:
        told = _mistake(document, model, one)
        if told not in seen:
            seen.add(told)
            yield told


def _mistake(document: Document, model: type[BaseModel], detail: ErrorDetails) -> str:
    path = tuple(detail["loc"])
    if detail["type"] == "extra_forbidden":
        *above, name = path
        inside = f"[{show_path(tuple(above))}] " if above else ""
        hint = near(str(name), list(_keys(model, tuple(above))))
        return f"{document.shown}:{document.line(path)}: {inside}{name} is not a setting{hint}"
    if path and path[-1] == "[key]":
        return document.mistake(path[:-1], "must be a short name of letters, digits and _ . : -")
    return document.mistake(path, _reason(detail, path))


def _known(document: Document, path: KeyPath) -> KeyPath:
    return path if path in document.lines else path[:-1]


def _reason(detail: ErrorDetails, path: KeyPath) -> str:
    context = detail.get("ctx", {})
    kind, given = detail["type"], detail.get("input")
    if kind == "value_error":
        return str(context["error"])
    if kind == "string_pattern_mismatch":
        return next((_PATTERNS[str(part)] for part in reversed(path) if part in _PATTERNS), "is not written as it must be")
    if kind == "bool_type" and isinstance(given, str) and given.lower() in _AMBIGUOUS:
        return f"must be true or false ({given} is text in YAML 1.2)"
    if kind == "string_type" and isinstance(given, (int, float, bool)):
        return "must be text; put it in quotes"
    reason = _REASONS.get(kind)
    told = reason.format(**context) if reason else detail["msg"][:1].lower() + detail["msg"][1:]
    return told + (near(given, _choices(context)) if kind == "literal_error" and isinstance(given, str) else "")


def _choices(context: Mapping[str, Any]) -> list[str]:
    return [word.strip("' ") for part in str(context.get("expected", "")).split(" or ") for word in part.split(",")]


def _keys(model: type[BaseModel], path: KeyPath) -> Iterator[str]:
    """Name the settings that stand at a path of a model."""
    for part in path:
        if isinstance(part, str) and part in model.model_fields:
            inner = next(models_in(model.model_fields[part].annotation), None)
            model = inner or model
    yield from (field.alias or name for name, field in model.model_fields.items())


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """Find the models in a type: itself, or what its list or mapping holds."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from models_in(inner)
