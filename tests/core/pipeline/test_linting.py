"""What lint asks of a document whose target has SQL already."""

from __future__ import annotations

from signoff.core.domain.spec import ColumnMapping, Schema, SourceRef, Spec, TargetMapping
from signoff.core.engines.sql.sandbox import Sandbox
from signoff.core.pipeline.linting import lint_beside

COLUMNS = (
    ColumnMapping("visit", "pet", "varchar", sources=(SourceRef("PET", "NAME"),)),
    ColumnMapping("visit", "vet", "varchar", sources=(SourceRef("VET", "NAME"),)),
)
SPEC = Spec("visits", targets=(TargetMapping("visit", COLUMNS),))
SQL = "select p.name as pet, v.name as vet from pet p join vet v on v.pet_id = p.pet_id"


def codes(existing: dict[str, str]) -> list[str]:
    with Sandbox() as sandbox:
        return [finding.code for finding in lint_beside(SPEC, Schema(()), sandbox, existing)]


def test_the_joins_of_existing_sql_are_not_asked_of_the_document() -> None:
    assert "L03" in codes({})
    assert "L03" in codes({"other": SQL})
    assert "L03" not in codes({"Visit": SQL})
