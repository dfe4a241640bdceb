"""DDL of any dialect becomes source tables, on cases that stand as data in tests/cases/sources."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from signoff.core.domain.spec import ForeignKey, SourceColumn, SourceTable
from signoff.core.engines.sql.schema_sql import MOST_BYTES, read_schema_sql, read_schema_text, schema_text
from signoff.core.errors import SignoffError

CASES = yaml.safe_load(
    (Path(__file__).parents[3] / "cases" / "sources" / "ddl.yml").read_text(encoding="utf-8")
)


def _column(name: str, facts: list[Any]) -> SourceColumn:
    kind, nullable, length, default, words = (*facts, *["", True, 0, "", ""][len(facts) :])
    return SourceColumn(name, kind, nullable, words, length, default)


def _table(name: str, facts: dict[str, Any]) -> SourceTable:
    return SourceTable(
        name,
        tuple(_column(column, each) for column, each in facts["columns"].items()),
        tuple(facts.get("key", ())),
        facts.get("description", ""),
        tuple(ForeignKey(tuple(a), table, tuple(b)) for a, table, b in facts.get("foreign_keys", ())),
    )


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_ddl(case: dict[str, Any]) -> None:
    tables, findings = read_schema_text(case["text"], "given.sql")
    assert tables == tuple(_table(name, facts) for name, facts in case["tables"].items())
    wanted = case.get("finds", [])
    assert len(findings) == len(wanted), [finding.message for finding in findings]
    assert all(words in finding.message for words, finding in zip(wanted, findings, strict=True))


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_what_was_read_is_written_and_read_back_the_same(case: dict[str, Any]) -> None:
    tables, _ = read_schema_text(case["text"], "given.sql")
    assert read_schema_text(schema_text(tables), "written.sql") == (tables, ())


def test_a_file_of_many_bytes_is_refused_in_a_sentence(tmp_path: Path) -> None:
    huge = tmp_path / "huge.sql"
    with huge.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    with pytest.raises(SignoffError, match="without rows"):
        read_schema_sql(huge)


@pytest.mark.parametrize(
    "text",
    [
        "create table t (a " + "(" * 5_000,
        "/*" * 200_000,
        "'" * 99_999 + ";",
        "create table t (a b c d e) as " * 300,
        "create table t (a b c d e);" * 9_000,
    ],
    ids=["brackets", "comments", "quotes", "words", "many"],
)
def test_hostile_text_gives_findings_at_most(text: str) -> None:
    tables, findings = read_schema_text(text, "hostile.sql")
    assert tables == () and len(findings) <= 20


def test_utf_16_and_latin_1_are_read(tmp_path: Path) -> None:
    for name, encoding in (("a.sql", "utf-16"), ("b.sql", "latin-1")):
        (tmp_path / name).write_bytes('create table "größe" (a integer);'.encode(encoding))
        assert [table.name for table in read_schema_sql(tmp_path / name)[0]] == ["größe"]
