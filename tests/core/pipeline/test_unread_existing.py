"""A document that names an existing model and of which nothing is understood: the file stays, and that is told."""

from __future__ import annotations

from pathlib import Path

from signoff.core.domain.findings import Severity
from signoff.core.domain.spec import SourceTable
from signoff.core.engines.sql.sandbox import Sandbox
from signoff.core.pipeline.desk import Desk
from signoff.core.pipeline.documents import draft_document
from signoff.core.pipeline.reading_beside import read_beside
from signoff.core.prompt.examples import ExampleBank
from tests.helpers.documents import build_workbook

_SQL = "select bill_id, amount\nfrom {{ ref('stg_bills') }}\n"
_ROWS = [
    ["bill_list"],
    ["What is new", "Refunds become part of it: a third block"],
    1,
    ["Zorp", "Blib"],
    ["x", "y"],
]


def _existing(folder: Path) -> Path:
    folder.mkdir()
    for name in ("bill_list", "stg_bills", "shop_list"):
        (folder / f"{name}.sql").write_text(_SQL, encoding="utf-8")
    return folder


def test_the_file_stays_as_it_is_and_it_is_told(tmp_path: Path) -> None:
    book = build_workbook({"Changes": {"rows": [*_ROWS, ["stg_bills"]]}}, tmp_path / "m.xlsx")
    read = read_beside(book, [SourceTable("stg_bills", ())], _existing(tmp_path / "models"))
    assert [target.name for target in read.spec.targets] == ["bill_list"]
    told = [f for f in read.spec.findings if f.target == "bill_list"]
    assert [(f.code, f.severity) for f in told] == [("P01", Severity.ERROR)]
    with Sandbox() as sandbox:
        desk = Desk(sandbox, None, ExampleBank.load())
        drafts = draft_document(read.spec, sandbox.schema(), desk, existing=read.existing.texts)
    assert [outcome.draft.text for outcome in drafts.outcomes] == [_SQL]


def test_a_model_that_is_only_named_beside_a_target_is_left_alone(tmp_path: Path) -> None:
    rows = [
        ["shop_list"],
        1,
        ["Target column", "Source table", "Source column"],
        ["bill_id", "stg_bills", "bill_id"],
    ]
    book = build_workbook({"bill_list": {"rows": rows}}, tmp_path / "m.xlsx")
    read = read_beside(book, [SourceTable("stg_bills", ())], _existing(tmp_path / "models"))
    assert len(read.spec.targets) == 1 and not [f for f in read.spec.findings if f.code == "P01"]
