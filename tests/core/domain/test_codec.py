"""Canonical JSON: written in pieces, the same text as in one go."""

from __future__ import annotations

import json

import pytest

from signoff.core.domain.codec import to_json

VALUES = [
    {"b": [1, {"d": None, "c": ["ä", '"']}], "a": {}},
    [],
    "text",
    {"deep": {"er": {"still": {"z": 1.5, "a": [True, {"y": 1, "x": 2}]}}}},
    {1: "a number as key", 10: {"b": 1, "a": 2}},
]


@pytest.mark.parametrize("value", VALUES)
def test_pieces_make_the_text_of_the_standard_encoder(value: object) -> None:
    whole = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert to_json(value) == whole
