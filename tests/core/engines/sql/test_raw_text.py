"""What raw text gives away, on cases that stand as data in tests/cases/sources; real DuckDB."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from signoff.core.domain.spec import SourceColumn
from signoff.core.engines.sql.samples import SampleTable
from signoff.core.engines.sql.sandbox import Sandbox
from signoff.core.errors import SignoffError

CASES = yaml.safe_load(
    (Path(__file__).parents[3] / "cases" / "sources" / "values.yml").read_text(encoding="utf-8")
)


@pytest.fixture(scope="module")
def engine() -> Iterator[Sandbox]:
    with Sandbox() as opened:
        yield opened


def _sample(folder: Path, case: dict[str, Any]) -> SampleTable:
    with (folder / "t.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([[case["column"], "other"], *([value, "x"] for value in case["values"])])
    columns = (SourceColumn(case["column"], case["type"]),) if "type" in case else ()
    return SampleTable("t", folder / "t.csv", columns)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_values(engine: Sandbox, tmp_path: Path, case: dict[str, Any]) -> None:
    engine.load([_sample(tmp_path, case)])
    loaded = engine.schema().tables[0].columns[0]
    assert (loaded.name, loaded.type) == (case["column"], case["loads"])
    found = [[each.code, str(each.severity)] for each in engine.remarks() if each.column == case["column"]]
    assert found == case.get("finds", []), [each.message for each in engine.remarks()]
    shown = " ".join(each.message for each in engine.remarks())
    assert not any(value in shown for value in case["values"])
    assert [row[0] for row in engine.raw_rows("t").rows] == case["values"]


def test_raw_text_stays_beside_typed_values(engine: Sandbox, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("n,amount,flag,name\n1,1.50,Yes,a\n2,\\N,no,\\N\n")
    engine.load([SampleTable("T", tmp_path / "t.csv", (SourceColumn("flag", "BOOLEAN"),))])
    assert engine.run("select * from t").rows == ((1, 1.5, True, "a"), (2, None, False, None))
    assert engine.raw_rows("T").rows == (("1", "1.50", "Yes", "a"), ("2", None, "no", None))
    with pytest.raises(SignoffError, match="gone"):
        engine.raw_rows("gone")


def test_rows_given_as_text_are_looked_at_too(engine: Sandbox) -> None:
    columns = (SourceColumn("at", "VARCHAR"),)
    engine.load([SampleTable("t", columns=columns, rows=(("03/04/2024",), ("01/02/2024",)))])
    assert [each.code for each in engine.remarks()] == ["V03"]


def test_many_columns_are_looked_at_in_pieces(engine: Sandbox, tmp_path: Path) -> None:
    names = [f"c{number}" for number in range(230)]
    (tmp_path / "wide.csv").write_text(",".join(names) + "\n" + ",".join("01" for _ in names) + "\n")
    engine.load([SampleTable("wide", tmp_path / "wide.csv")])
    assert [each.column for each in engine.remarks()] == names
