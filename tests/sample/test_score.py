"""The scoring itself: a reference scores full marks against itself, and every way of being wrong is seen."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.eval.__main__ import main
from tests.eval.score import ColumnScore, canonical, same, score_folder
from tests.eval.tables import rendered

ROOT = Path(__file__).resolve().parents[2]
RIGHT = "select id, name, amount from src"


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A tiny case: one source of three rows, one reference."""
    for name in ("sources", "reference", "out"):
        (tmp_path / name).mkdir()
    (tmp_path / "sources" / "schema.sql").write_text(
        "CREATE TABLE src (id INTEGER, name VARCHAR, amount DOUBLE);"
    )
    (tmp_path / "sources" / "src.csv").write_text('id,name,amount\n1,"",0.1\n2,\\N,2\n3,x,3\n')
    (tmp_path / "reference" / "goal.sql").write_text(RIGHT)
    (tmp_path / "reference" / "keys.yml").write_text("keys: {goal: [id]}\n")
    return tmp_path


def scores_of(case: Path, sql: str) -> dict[str, ColumnScore]:
    columns = [
        {"name": name, "origin": "generated", "expressions": [name]} for name in ("id", "name", "amount")
    ]
    report = {"targets": [{"name": "goal", "columns": columns}]}
    (case / "out" / "report.json").write_text(json.dumps(report))
    (case / "out" / "goal.sql").write_text(sql)
    return {s.column: s for s in score_folder(case / "out", case / "sources", case / "reference")}


@pytest.mark.parametrize(
    ("sql", "right"),
    [
        (RIGHT, {"id", "name", "amount"}),
        ("select id, coalesce(name, '') as name, amount from src", {"id", "amount"}),
        ("select id, nullif(name, '') as name, amount from src order by id desc", {"id", "amount"}),
        ("select id, name, amount + 1e-12 as amount from src", {"id", "name", "amount"}),
        ("select id, name, amount + 1e-6 as amount from src", {"id", "name"}),
        ("select id, name from src", {"id", "name"}),
        ("select id, name, amount from src where id > 1", set()),
        ("select id, name, amount from src union all from src", set()),
        ("select name, amount from src", set()),
        ("select id + 10 as id, name, amount from src", {"name", "amount"}),
        ("select nothing from src", set()),
    ],
)
def test_what_counts_as_right(case: Path, sql: str, right: set[str]) -> None:
    assert {name for name, score in scores_of(case, sql).items() if score.right} == right


def test_missing_rows_are_told_apart_from_wrong_values(case: Path) -> None:
    scores = scores_of(case, "select id, name, amount * 2 as amount from src where id > 1")
    assert scores["name"].on_matching and not scores["name"].right
    assert not scores["amount"].on_matching
    assert "1 missing" in scores["name"].why


def test_the_entry_scores_a_folder_drafted_before(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    scores_of(case, RIGHT)
    places = {"--document": "x.csv", "--sources": "sources", "--reference": "reference", "--scored": "out"}
    arguments = [part for option, name in places.items() for part in (option, str(case / name))]
    assert main([*arguments, "--json", str(case / "scores.json")]) == 0
    assert "all                                3       3  100.0%" in capsys.readouterr().out
    assert json.loads((case / "scores.json").read_text())["x"]["by_origin"]["generated"]["right"] == 3


def test_no_value_is_not_blank_text() -> None:
    assert not same(None, "")
    assert not same(float("nan"), None)
    assert canonical(True) != canonical(1)


def test_existing_files_are_rendered_for_a_first_run() -> None:
    text = "{{ config(a=1) }}{# x #}select * from {{ source('s', 'T') }}"
    text += "{% if is_incremental() %} where 1{% endif %}"
    assert rendered(text).strip() == "select * from T"
