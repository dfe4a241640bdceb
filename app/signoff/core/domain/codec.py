"""The words as JSON and back: one converter for the project file, the command line and the child processes."""

from __future__ import annotations

import json
from pathlib import PurePath
from typing import Any, TypeVar

import cattrs

from signoff.core.domain.cells import Cell

_T = TypeVar("_T")
_PIECES = 3
"""Levels written piece by piece: the standard encoder lets no other thread run until it is through."""

_converter = cattrs.Converter(forbid_extra_keys=False)
_converter.register_unstructure_hook(PurePath, str)
_converter.register_unstructure_hook(Cell, Cell._asdict)


@_converter.register_structure_hook
def _cell(data: dict[str, Any], _kind: type) -> Cell:
    return Cell(str(data["sheet"]), int(data["row"]), int(data["column"]), str(data.get("document", "")))


def to_data(value: object) -> Any:
    """Plain dicts, lists, strings and numbers for a dataclass of `signoff.core.domain`."""
    return _converter.unstructure(value)


def from_data(data: object, kind: type[_T]) -> _T:
    """The dataclass `kind` from what `to_data` gave.

    Raises:
        cattrs.BaseValidationError: the data does not fit the class.
    """
    return _converter.structure(data, kind)


def to_json(value: object) -> str:
    """Canonical JSON: sorted keys, no blanks, UTF-8 letters kept; equal values give equal text."""
    return _text(to_data(value), _PIECES)


def from_json(text: str, kind: type[_T]) -> _T:
    """The dataclass `kind` from what `to_json` gave."""
    return from_data(json.loads(text), kind)


def _text(data: Any, pieces: int) -> str:
    if pieces and isinstance(data, dict) and all(isinstance(key, str) for key in data):
        parts = (f"{_text(key, 0)}:{_text(data[key], pieces - 1)}" for key in sorted(data))
        return "{" + ",".join(parts) + "}"
    if pieces and isinstance(data, list | tuple):
        return "[" + ",".join(_text(each, pieces - 1) for each in data) + "]"
    return json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
