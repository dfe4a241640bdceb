"""Every edit case of tests/cases/merge/edit: only the mandated edits, and the result binds."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.core.merge.binding import bind
from tests.core.merge.cases import FOLDER, load, schema_of, updated

CASES = sorted((FOLDER / "edit").glob("*.yml"))


def _texts(path: Path) -> tuple[str, str]:
    before = path.with_suffix(".before.sql").read_bytes().decode("utf-8")
    return before, path.with_suffix(".after.sql").read_bytes().decode("utf-8")


@pytest.mark.parametrize("path", CASES, ids=lambda p: p.stem)
def test_edited_file_is_as_written_beside_the_case(path: Path) -> None:
    case = load(path)
    before, after = _texts(path)

    result = updated(case, before)

    assert result.text == after
    assert sorted(f.code for f in result.findings) == sorted(case.get("findings", []))
    assert result.script.reverted(result.text) == before
    names = bind(result.rendered_sql, schema_of(case))
    assert names[len(names) - len(case.get("last", [])) :] == case.get("last", [])


@pytest.mark.parametrize("path", CASES, ids=lambda p: p.stem)
def test_windows_line_ends_stay(path: Path) -> None:
    before, after = (text.replace("\n", "\r\n") for text in _texts(path))

    result = updated(load(path), before)

    assert result.text == after
    assert result.script.reverted(result.text) == before


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 20
