"""The words as JSON and back: one converter for the project file, the command line and the child processes."""

from __future__ import annotations

import json
from pathlib import PurePath
from typing import Any, TypeVar

import cattrs

_T = TypeVar("_T")

_converter = cattrs.Converter(forbid_extra_keys=False)
_converter.register_unstructure_hook(PurePath, str)


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
    return json.dumps(to_data(value), sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def from_json(text: str, kind: type[_T]) -> _T:
    """The dataclass `kind` from what `to_json` gave."""
    return from_data(json.loads(text), kind)
