"""The same inputs, seed, file, machine and build give the same drafts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from signoff.cli.main import main
from tests.e2e.small_project import write_small_project

DOCUMENT = """\
Target Table,Target Column,Target Type,Source Table,Source Column,Transformation Rule
plot,plot_id,integer,PLT,PLT_NO,Direct move
plot,tag,varchar(40),PLT,"PLT_NO, TEN_NM","the tenant's name back to front, PLT_NO in brackets behind it"
"""


def _report(out: Path) -> Any:
    def less_times(found: dict[str, Any]) -> dict[str, Any]:
        return {name: value for name, value in found.items() if name != "seconds"}

    return json.loads((out / "report.json").read_text(encoding="utf-8"), object_hook=less_times)


@pytest.mark.generator
def test_two_runs_in_fresh_processes_draft_the_same(tmp_path: Path) -> None:
    given = write_small_project(tmp_path)
    (given / "plot.csv").write_text(DOCUMENT, encoding="utf-8")
    command = ["draft", str(given / "plot.csv"), "--sources", str(given / "sources"), "--out"]
    assert [main([*command, str(tmp_path / out)]) for out in ("one", "two")] == [0, 0]
    assert _report(tmp_path / "one") == _report(tmp_path / "two")
    assert (tmp_path / "one" / "plot.sql").read_bytes() == (tmp_path / "two" / "plot.sql").read_bytes()
    origins = [column["origin"] for column in _report(tmp_path / "one")["targets"][0]["columns"]]
    assert "generated" in origins
