"""The file from which the program says how often columns of a kind were right in our tests."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from signoff.core.pipeline.files import write_atomically
from signoff.core.review.records import key_of, records_file
from tests.eval.results import TargetResult

FILE = records_file()


def kinds_of(results: Sequence[TargetResult]) -> dict[str, tuple[int, int]]:
    """Columns with the right values, and all columns, by origin and whether something is said on them.

    Only tables with the right rows count: where the rows are wrong the Rows card is what tells, and every column of
    the table is wrong with them.
    """
    found: dict[str, tuple[int, int]] = {}
    for column in (c for result in results if result.rows_right for c in result.columns):
        if column.bound and column.origin not in ("kept", "written"):
            key = key_of(column.origin, is_told=bool(column.questions or column.remarks))
            right, tested = found.get(key, (0, 0))
            found[key] = (right + column.right, tested + 1)
    return dict(sorted(found.items()))


def write_records(about: Mapping[str, Any], results: Sequence[TargetResult], file: Path = FILE) -> None:
    """Write the file; nothing without results."""
    if not results:
        return
    generator = about["generator"]
    data = {
        "code": about["code"],
        "generator": generator["sha256"] if generator else None,
        "kinds": kinds_of(results),
    }
    file.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(file, json.dumps(data, indent=1) + "\n")
