"""Files end to end through the child process, and sheets of any content at all."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from signoff.cli.exit_codes import ExitCode
from signoff.cli.main import main
from signoff.core.domain.codec import from_json, to_json
from signoff.core.domain.spec import Spec
from signoff.core.engines.documents.grid import Merge, SheetGrid
from signoff.core.engines.documents.reading import read_grids
from signoff.core.parse import parse_document, read_sheets
from signoff.core.parse.output import contract
from tests.helpers.documents import build_workbook

CSV = """tgt_table;tgt_fname;tgt_ftype;tgt_flen;src_table;src_fname;transform
dim_part;part_no;varchar;20;parts;no;
;weight;decimal;9,3;;"gross, tare";gross - tare
"""
MARKDOWN = """# Parts

### Mapping for dim_part

| Destination Field | Source field | Logic | Comment field |
|---|---|---|---|
| `part_no` | `parts.no` | 1:1 | |
| loaded_at | — | NOW() on insert | ask |
"""
JSON_KEYS = ["name", "type", "sources", "rule", "rule_resolved", "cell"]


def test_delimited_text(tmp_path: Path) -> None:
    path = tmp_path / "parts.csv"
    path.write_text(CSV, encoding="utf-8")
    spec = parse_document(path)
    target = spec.targets[0]
    assert [(c.name, c.type, [str(r) for r in c.sources], c.rule) for c in target.columns] == [
        ("part_no", "varchar(20)", ["parts.no"], ""),
        ("weight", "decimal(9,3)", ["parts.gross", "parts.tare"], "gross - tare"),
    ]
    assert str(target.columns[1].cell) == "parts!B3"
    assert len(spec.digest) == 64
    assert from_json(to_json(spec), Spec) == spec


def test_markdown_tables(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "parts.md"
    path.write_text(MARKDOWN, encoding="utf-8")
    assert main(["parse", str(path), "--json"]) == ExitCode.DONE
    data = json.loads(capsys.readouterr().out)
    assert list(data) == ["sheets", "targets", "findings"]
    assert data["sheets"] == [
        {
            "sheet": "parts",
            "header_row": 5,
            "roles": {"A": "target_column", "B": "source_column", "C": "rule", "D": "note"},
        }
    ]
    columns = data["targets"][0]["columns"]
    assert data["targets"][0]["name"] == "dim_part"
    assert list(columns[0]) == JSON_KEYS
    assert columns[0]["sources"] == [{"table": "parts", "column": "no"}]
    assert columns[1]["rule"] == "NOW() on insert"
    assert columns[1]["cell"] == {"sheet": "parts", "row": 8, "column": 1}


def test_the_summary_and_a_document_without_a_mapping(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "parts.csv"
    path.write_text(CSV, encoding="utf-8")
    assert main(["parse", str(path)]) == ExitCode.DONE
    assert "target dim_part: 2 columns, 1 with a rule" in capsys.readouterr().out
    path.write_text("who,when\nme,now\n", encoding="utf-8")
    assert main(["parse", str(path)]) == ExitCode.NOT_DONE
    assert "P01" in capsys.readouterr().out
    assert main(["parse", str(tmp_path / "gone.xlsx")]) == ExitCode.BAD_INPUT


def test_lint_on_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "parts.csv"
    path.write_text(CSV + ";maker;varchar;9;;;\n", encoding="utf-8")
    sources = tmp_path / "sources"
    sources.mkdir()
    (sources / "parts.csv").write_text("no,gross\n1,2\n", encoding="utf-8")
    assert main(["lint", str(path), "--json"]) == ExitCode.NOT_DONE
    found = json.loads(capsys.readouterr().out)["findings"]
    assert [(f["code"], f["column"]) for f in found] == [("L01", "maker")]
    assert main(["lint", str(path), "--sources", str(sources)]) == ExitCode.NOT_DONE
    out = capsys.readouterr().out
    assert "L05" in out and "tare" in out and "2 error" in out


TEXTS = """Source Target Table Column Type Rule Key Section Step Join Filter Length Nullable Comments dim_x a.b a,b
varchar(10) int N/A - PK [PK] SELECT FROM R-01 Quelle"""
WORDS = st.sampled_from(TEXTS.split())
CELLS = st.one_of(st.just(""), WORDS, st.lists(WORDS, max_size=3).map(" ".join), st.text(max_size=12))
MERGES = st.builds(
    lambda r, c, h, w: Merge(r, c, r + h, c + w),
    st.integers(1, 9),
    st.integers(1, 9),
    st.integers(0, 4),
    st.integers(0, 4),
)


@settings(max_examples=60, deadline=None)
@example(
    (
        ("", "", "a,b", "", "Targe", "Target"),
        ("", "", "", "", "Source", "Source"),
        ("", "", "Source", "", "[PK]"),
    ),
    (),
    "S",
)
@given(
    st.lists(st.lists(CELLS, max_size=8).map(tuple), max_size=12).map(tuple),
    st.lists(MERGES, max_size=4).map(tuple),
    st.sampled_from(["Sheet1", "#x", "Query Steps", "A to B", "1. dim_a", ""]),
)
def test_no_sheet_breaks_the_reader(
    rows: tuple[tuple[str, ...], ...], merges: tuple[Merge, ...], name: str
) -> None:
    spec = read_sheets("d.xlsx", [SheetGrid(name, rows, merges=merges), SheetGrid("Other", rows[:3])])
    assert all(c.name and c.target == t.name for t in spec.targets for c in t.columns)
    assert all(f.message.endswith((".", "?")) for f in spec.findings)


def test_a_row_that_names_a_table_alone_tells_it(tmp_path: Path) -> None:
    rows = [
        ["Source Table", "Source Column", "Target Table", "Target Column", "Rule"],
        ["orders", "-", "f_day", "orders", "count of rows"],
        ["Derived", "N/A", "f_day", "loaded_at", "now"],
    ]
    book = build_workbook({"Map": {"rows": rows}}, tmp_path / "m.xlsx")
    columns = contract(read_sheets(book.name, read_grids(book)))["targets"][0]["columns"]
    assert [column["sources"] for column in columns] == [[{"table": "orders", "column": ""}], []]
