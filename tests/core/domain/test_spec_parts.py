"""Several documents as one spec: what stands beside the tables comes along too."""

from __future__ import annotations

from signoff.core.domain.cells import Cell
from signoff.core.domain.spec import CodeList, GeneralKind, GeneralRule, SheetReading, Spec
from signoff.core.domain.spec_parts import Part, joined, of_document


def _reading(name: str) -> Spec:
    cell = Cell("Codes", 2, 1, "map.xlsx")
    return Spec(
        "map.xlsx",
        sheets=(SheetReading("Codes", 1, document="map.xlsx"),),
        code_lists=(CodeList(name, (("A", "Active"),), (cell,)),),
        general=(GeneralRule(GeneralKind.TRIM, "", name, "Trim all", cell),),
    )


def test_code_lists_and_rules_for_every_table_of_all_documents_are_kept_each_with_its_document() -> None:
    whole = joined([Part("one.xlsx", _reading("Status")), Part("two.xlsx", _reading("Country"))])
    assert [(c.name, c.cells[0].document) for c in whole.code_lists] == [
        ("Status", "one.xlsx"),
        ("Country", "two.xlsx"),
    ]
    assert [(g.says, g.cell and g.cell.document) for g in whole.general] == [
        ("Status", "one.xlsx"),
        ("Country", "two.xlsx"),
    ]
    part = of_document(whole, "two.xlsx")
    assert [c.name for c in part.code_lists] == ["Country"] and [g.says for g in part.general] == ["Country"]
