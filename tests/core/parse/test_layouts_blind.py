"""Documents that differ in how they are laid out, written by somebody who had not seen what the program reads.

Each folder of `tests/cases/layouts_blind` and its successors has a document, one file a sheet, and what a person
understands from it; those of `layouts_further` were written by whoever mended the reader.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from signoff.core.domain.spec import ColumnMapping, SourceColumn, SourceTable, TargetMapping
from signoff.core.pipeline.reading_beside import read_beside
from tests.eval.projects.make_projects import write_document

CASES = Path(__file__).parents[2] / "cases"
FOLDERS = sorted(folder for folder in CASES.glob("layouts_*/*") if folder.is_dir())
NOT_READ = {
    "dutch_markdown_source_per_section": "read; its sentences on rows are kept in English",
    "etl_tool_instances_and_ports": "tables and columns under a tool's words, which elsewhere are other things",
    "dbt_schema_yml": "YAML in a fence",
    "italian_field_cards": "a card of lines for each column",
    "ssis_data_flow_blocks": "blocks of a tool that moves data",
    "yaml_like_fences": "YAML in a fence",
}
"""Layouts that are not read yet, and why."""
_LABEL = re.compile(r"^[^:=]{2,30}:\s+")


def test_what_is_not_read_is_known() -> None:
    assert NOT_READ.keys() <= {folder.name for folder in FOLDERS}


@pytest.mark.parametrize("folder", [f for f in FOLDERS if f.name not in NOT_READ], ids=lambda f: f.name)
def test_layout(folder: Path, tmp_path: Path) -> None:
    expected = yaml.load((folder / "expected.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    tables = [
        SourceTable(table, tuple(SourceColumn(each.strip()) for each in columns.split(",")))
        for table, columns in expected["sources"].items()
    ]
    spec = read_beside(_document(folder / "doc", tmp_path), tables).spec
    read = {target.name.casefold().rpartition(".")[2]: target for target in spec.targets}
    assert read.keys() == {target.casefold() for target in expected["targets"]}
    for target, columns in expected["targets"].items():
        told = [each for each in columns.items() if each[0] != "rows"]
        assert list(_wrong(read[target.casefold()], dict(told))) == []
        assert _rows_missing(read[target.casefold()], columns.get("rows", ())) == []


def _document(parts: Path, folder: Path) -> Path:
    whole = next((path for path in parts.iterdir() if path.suffix != ".txt"), None)
    if whole is not None:
        return Path(shutil.copy(whole, folder))
    write_document(folder, parts)
    return folder / "mapping.xlsx"


def _wrong(target: TargetMapping, columns: Mapping[str, Any]) -> Iterator[str]:
    """What of the columns was read otherwise."""
    kept = [column for column in target.columns if column.state not in ("deleted", "not needed")]
    if (names := list(dict.fromkeys(column.name for column in kept))) != list(columns):
        yield f"columns {names}"
    letters = {step.alias: step.table for step in target.steps if step.alias and step.table}
    for name, expected in columns.items():
        read = [column for column in target.columns if column.name == name]
        sources = {source for column in read for source in _sources(column, letters)}
        wanted = {source.casefold() for source in expected["from"]}
        bare = {source.rpartition(".")[2] for source in wanted}
        if wanted and sources != wanted and sources != bare:
            yield f"{name} from {sorted(sources)}"
        rule = _plain(" ".join(f"{column.rule} {column.rule_resolved}" for column in read))
        said = _plain(expected["rule"])
        if (
            said not in ("", "1:1")
            and said not in rule
            and not (sources and said.startswith("straight from"))
        ):
            yield f"{name} by {rule!r}"


def _sources(column: ColumnMapping, letters: Mapping[str, str]) -> Iterator[str]:
    """Table and column of each source; a table told by the short name that a step gives it counts as that table."""
    for source in column.sources:
        table = source.table or (column.source_tables[0] if len(column.source_tables) == 1 else "")
        table = letters.get(table, table)
        yield f"{table.rpartition('.')[2]}.{source.column}".strip(".").casefold()


def _rows_missing(target: TargetMapping, expected: Sequence[str]) -> list[str]:
    """Which texts on rows are nowhere kept with the target."""
    kept = [f"{step.table} {step.condition}" for step in target.steps]
    kept += [f"{column.join} {column.rule} {column.note}" for column in target.columns]
    said = _plain(" | ".join([*kept, target.description]))
    return [t for t in expected if _plain(t) not in said and _plain(_LABEL.sub("", t)) not in said]


def _plain(text: str) -> str:
    return " ".join(text.replace("`", "").split()).casefold().rstrip(".")
