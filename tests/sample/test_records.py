"""What the evaluation hands the program to say how often kinds of columns were right."""

from __future__ import annotations

import json
from pathlib import Path

from tests.eval.records import kinds_of, write_records
from tests.eval.results import ColumnResult, TargetResult


def column(origin: str, *, right: bool, remarks: tuple[str, ...] = ()) -> ColumnResult:
    return ColumnResult("c", "direct", origin, right=right, on_matching=right, bound=True, remarks=remarks)


def target(*columns: ColumnResult, rows_right: bool = True) -> TargetResult:
    return TargetResult("p", "t", held_out=False, runs=True, rows_right=rows_right, columns=columns)


def test_columns_are_counted_by_origin_and_by_what_is_said_on_them(tmp_path: Path) -> None:
    results = [
        target(column("pattern", right=True), column("pattern", right=False), column("kept", right=True)),
        target(column("pattern", right=False, remarks=("D06",))),
        target(column("pattern", right=False), rows_right=False),
    ]
    assert kinds_of(results) == {"pattern": (1, 2), "pattern, told": (0, 1)}
    write_records({"code": "ab", "generator": None}, results, tmp_path / "to" / "records.json")
    written = json.loads((tmp_path / "to" / "records.json").read_text(encoding="utf-8"))
    assert written["kinds"] == {"pattern": [1, 2], "pattern, told": [0, 1]}


def test_without_results_the_file_stays(tmp_path: Path) -> None:
    write_records({"code": "", "generator": None}, [], tmp_path / "records.json")
    assert not (tmp_path / "records.json").exists()
