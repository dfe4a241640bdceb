"""How often columns of a kind gave the right values in our tests, from a file that the evaluation writes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from signoff.core.domain.expressions import Origin
from signoff.core.domain.resources import resources_folder
from signoff.core.domain.sentences import say

FEWEST = 20
"""Tested columns of a kind below which nothing is said of it."""


def record_of(origin: Origin, *, is_told: bool) -> str:
    """The sentence on columns of one origin; empty where too few were tested.

    Args:
        origin: how the column came about.
        is_told: a question, a remark or a failed check stands on it; such columns are counted apart.
    """
    right, tested = recorded().get(key_of(origin, is_told=is_told), (0, 0))
    return say("confidence.record", right=100 * right // tested) if tested >= FEWEST else ""


def key_of(origin: str, *, is_told: bool) -> str:
    """Name of a kind in the file, such as ``pattern, told``."""
    return f"{origin}, told" if is_told else str(origin)


def records_file() -> Path:
    """Where the file lies."""
    return resources_folder() / "confidence" / "records.json"


@cache
def recorded() -> Mapping[str, tuple[int, int]]:
    """Columns with right values, and columns tested, by kind; nothing where the file is missing or not understood."""
    try:
        data: Any = json.loads(records_file().read_text("utf-8"))
        return {str(name): (int(right), int(tested)) for name, (right, tested) in data["kinds"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
