"""A procedure's own form as JSON Schema (draft 2020-12), for other programs; and the part of it that can come in.

Pure. What JSON Schema has no word for (a person, a condition, what to check) stands in words of ours that begin with
`x-`; other programs skip them and still read every type and bound. What comes in and is not carried is said.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from .fields import Condition, FormField, Kind, OwnForm, cleaned, parts_of

DRAFT = "https://json-schema.org/draft/2020-12/schema"
KIND, CHECK, SHOWN = "x-motcua-kind", "x-motcua-check", "x-motcua-shown-when"
_CARRIED = frozenset(
    {
        "type", "title", "description", "examples", "enum", "items", "uniqueItems", "minLength", "maxLength", "format",
        "minimum", "maximum", "properties", "required", "additionalProperties", "minItems", "maxItems",
        KIND, CHECK, SHOWN,
    }
)  # fmt: skip
_ABOUT = frozenset({"$schema", "$id", "$comment", "title", "type", "properties", "required", "additionalProperties"})


def exported(form: OwnForm, title: str) -> dict[str, Any]:
    """The form as a schema that its answers keep to."""
    schema: dict[str, Any] = {"$schema": DRAFT, "title": title} | _object(form)
    if conditions := [_when(field, form) for field in form if field.shown_when]:
        schema["allOf"] = conditions
    return schema


def imported(schema: Mapping[str, Any]) -> tuple[OwnForm, list[str]]:
    """The form that a schema describes, and a sentence for each thing in it that was not carried."""
    if not isinstance(schema.get("properties"), Mapping):
        return (), ["Tệp này không phải là JSON Schema của một biểu mẫu: không có “properties”."]
    left_out: list[str] = []
    form = cleaned(tuple(_fields(schema, left_out)))
    ours = exported(form, "").get("allOf", [])
    for name, value in schema.items():
        if name not in _ABOUT and not (name == "allOf" and value == ours):
            left_out.append(f"Không mang theo được “{name}” của cả biểu mẫu.")
    return form, left_out


def _object(form: OwnForm) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {field.key: _property(field) for field in form},
        "required": [field.key for field in form if field.required and not field.shown_when],
        "additionalProperties": False,
    }


def _property(field: FormField) -> dict[str, Any]:
    said: dict[str, Any] = {**_typed(field), "title": field.label, KIND: str(field.kind)}
    if field.help:
        said["description"] = field.help
    if field.example:
        said["examples"] = [field.example]
    if field.check:
        said[CHECK] = str(field.check)
    if field.shown_when:
        said[SHOWN] = {"key": field.shown_when.key, "value": field.shown_when.value, "required": field.required}
    return said


def _typed(field: FormField) -> dict[str, Any]:
    bounds = ("minLength", "maxLength") if field.kind in (Kind.TEXT, Kind.LONG_TEXT) else ("minimum", "maximum")
    given = zip(bounds, (field.least, field.most), strict=True)
    bounded = {name: value for name, value in given if value is not None}
    if field.kind == Kind.TABLE:
        return {"type": "array", "items": _object(field.columns)} | ({"minItems": 1} if field.required else {})
    if parts := parts_of(field):
        return _object(parts)
    plain: dict[Kind, dict[str, Any]] = {
        Kind.NUMBER: {"type": "number"},
        Kind.MONEY: {"type": "integer", "minimum": 0},
        Kind.DATE: {"type": "string", "format": "date"},
        Kind.CHOICE: {"type": "string", "enum": list(field.choices)},
        Kind.MULTIPLE: {"type": "array", "items": {"enum": list(field.choices)}, "uniqueItems": True},
        Kind.YES_NO: {"type": "boolean"},
    }
    return plain.get(Kind(field.kind), {"type": "string"}) | bounded


def _when(field: FormField, form: OwnForm) -> dict[str, Any]:
    """The condition in JSON Schema's own words: asked when answered so; otherwise not there at all."""
    asked = next(each for each in form if field.shown_when and each.key == field.shown_when.key)
    value: Any = field.shown_when.value if field.shown_when else ""
    answered: dict[str, Any] = {"const": value}
    if asked.kind == Kind.YES_NO:
        answered = {"const": value == asked.options()[0]}
    elif asked.kind == Kind.MULTIPLE:
        answered = {"contains": {"const": value}}
    then: dict[str, Any] = {"required": [field.key]} if field.required else {}
    return {
        "if": {"properties": {asked.key: answered}, "required": [asked.key]},
        "then": then,
        "else": {"properties": {field.key: False}},
    }


def _fields(schema: Mapping[str, Any], left_out: list[str]) -> Iterator[FormField]:
    needed = schema.get("required")
    needed = needed if isinstance(needed, list) else []
    for key, said in schema["properties"].items():
        if not isinstance(said, Mapping):
            left_out.append(f"Không mang theo được mục “{key}”: không rõ loại.")
            continue
        called = str(said.get("title") or key)
        field = _read(str(key), called, said, left_out)
        if field is None:
            left_out.append(f"Không mang theo được mục “{called}”: loại này không có ở đây.")
            continue
        left_out += [f"Mục “{called}”: không mang theo được “{name}”." for name in said if name not in _CARRIED]
        yield replace(field, **{"required": key in needed} | _condition(said))


def _condition(said: Mapping[str, Any]) -> dict[str, Any]:
    shown = said.get(SHOWN)
    if not isinstance(shown, Mapping) or not {"key", "value"} <= shown.keys():
        return {}
    condition = Condition(str(shown["key"]), str(shown["value"]))
    return {"shown_when": condition, "required": shown.get("required") is not False}


def _read(key: str, called: str, said: Mapping[str, Any], left_out: list[str]) -> FormField | None:
    kind = _kind(said)
    if kind is None:
        return None
    examples = said.get("examples")
    field = FormField(
        key=key if key.replace("_", "").isalpha() and key.isascii() and key.islower() else "",
        kind=kind,
        label=called,
        help=str(said.get("description") or ""),
        example=str(examples[0]) if isinstance(examples, list) and examples else "",
        choices=_choices(said),
        check=str(said.get(CHECK) or ""),
    )
    if kind == Kind.TABLE:
        return replace(field, columns=tuple(_fields(said["items"], left_out)))
    names = ("minLength", "maxLength") if kind in (Kind.TEXT, Kind.LONG_TEXT) else ("minimum", "maximum")
    least, most = (_whole(said, name, called, left_out) for name in names)
    return replace(field, least=None if kind == Kind.MONEY and not least else least, most=most)


def _whole(said: Mapping[str, Any], name: str, called: str, left_out: list[str]) -> int | None:
    value = said.get(name)
    if value is None or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    left_out.append(f"Mục “{called}”: không mang theo được “{name}” vì không phải là số nguyên.")
    return None


def _choices(said: Mapping[str, Any]) -> tuple[str, ...]:
    items = said.get("items")
    listed = said.get("enum") or (items.get("enum") if isinstance(items, Mapping) else None)
    return tuple(map(str, listed)) if isinstance(listed, list) else ()


def _kind(said: Mapping[str, Any]) -> Kind | None:
    """What a property asks for: as we wrote it, else by its type."""
    items = said.get("items")
    of_rows = isinstance(items, Mapping) and isinstance(items.get("properties"), Mapping)
    ours = said.get(KIND)
    if ours in list(Kind) and (ours != Kind.TABLE or of_rows):
        return Kind(str(ours))
    if said.get("enum"):
        return Kind.CHOICE
    if said.get("type") == "array":
        return Kind.TABLE if of_rows else Kind.MULTIPLE if _choices(said) else None
    by_type = {"number": Kind.NUMBER, "integer": Kind.NUMBER, "boolean": Kind.YES_NO}
    if said.get("type") == "string":
        return Kind.DATE if said.get("format") == "date" else Kind.TEXT
    return by_type.get(str(said.get("type")))
