"""What a document says of how a model is kept; texts on rows and columns say nothing of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from signoff.core.domain.edits import EditKind
from signoff.core.merge.asked_settings import asked_settings
from tests.core.pipeline.row_requests import FOLDER, RowRequest, drafted, row_request

CASES: Any = yaml.safe_load(
    (Path(__file__).parents[2] / "cases" / "reading" / "asked_settings.yml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize(("text", "said"), CASES)
def test_the_settings_that_a_text_asks_for(text: str, said: dict[str, Any]) -> None:
    found = asked_settings(text, ["order_no", "line_no", "updated_at"])
    told = {each.name: list(each.value) if isinstance(each.value, tuple) else each.value for each in found}
    by = {each.told_by for each in found} - {""}
    assert told == {name: value for name, value in said.items() if name != "by"}
    assert by == ({said["by"]} if "by" in said else set())


def test_a_setting_that_is_asked_is_shown_with_its_reason_and_not_made(tmp_path: Path) -> None:
    case = row_request(FOLDER / "another_source_table.yml")
    line = "Must be built as a table from now on."
    text = f"{next(iter(case.data['document'].values()))}"
    name = next(iter(case.data["document"]))
    with_line = {**case.data, "document": {**case.data["document"], name: f"{line}\n\n{text}"}}
    draft = drafted(RowRequest(with_line, case.before, case.after), tmp_path)
    assert draft.text == case.after
    assert draft.edits is not None
    every = [edit for edit in draft.edits.edits if edit.kind is EditKind.CHANGE_CONFIG]
    shown = [edit for edit in every if "table" in edit.splices[0].after]
    assert [edit.suggestion for edit in shown] == [True] and line in shown[0].why
    assert shown[0].cell is not None
    assert [f.cell for f in draft.findings if f.code == "D257"] == [shown[0].cell]
