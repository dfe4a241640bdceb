"""A project with signed updates of incremental models over the rows of tests/cases/backfill."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from signoff.core.domain.findings import Severity
from signoff.core.domain.plan import Draft
from signoff.core.domain.review import ROWS
from signoff.core.domain.spec import ColumnMapping, SourceRef, Spec, TargetMapping
from signoff.core.engines.sql.samples import read_folder
from signoff.core.engines.sql.sandbox import Sandbox
from signoff.core.pipeline.desk import Desk
from signoff.core.pipeline.updating import update_target
from signoff.core.project import session
from signoff.core.project.project import Project
from signoff.core.prompt.examples import ExampleBank
from signoff.core.verify.verify import verify

BY = "Ada Brandt"
CASES = Path(__file__).parents[1] / "cases" / "backfill"
NEW = {
    "orders_merge": (("region", "customers.region"),),
    "visits_append": (("page_code", "visits.page"),),
}
"""New columns and where they come from, by target."""


def mapping(target: str) -> TargetMapping:
    """What the document asks of one target: new columns that are copied."""
    rows = []
    for name, source in NEW[target]:
        table, _, column = source.partition(".")
        rows.append(ColumnMapping(target, name, "VARCHAR", (SourceRef(table, column),)))
    return TargetMapping(target, tuple(rows))


def existing(target: str) -> str:
    """The model's file as it was; where the new column's table is not joined yet, with the join."""
    text = (CASES / "models" / f"{target}.before.sql").read_text(encoding="utf-8")
    join = "left join {{ source('raw', 'customers') }} as c on c.customer_id = o.customer_id\n"
    return text + join if target == "orders_merge" else text


def make(path: Path, targets: Sequence[str] = tuple(NEW)) -> Project:
    """The project with every target drafted, decided and signed."""
    with Sandbox() as sandbox:
        sandbox.load(read_folder(CASES / "samples").tables)
        schema = sandbox.schema()
        desk = Desk(sandbox, None, ExampleBank(()))
        mappings = {name: mapping(name) for name in targets}
        drafts = [update_target(mappings[n], existing(n), schema, desk).draft for n in targets]
        checked = [verify(draft, mappings[draft.target], sandbox) for draft in drafts]
    project = Project.create(path, name="Shop", dialect="duckdb", by=BY)
    project.put_document("map.xlsx", b"a workbook", by=BY)
    project.put_spec(Spec("map.xlsx", targets=tuple(mappings.values()), sources=schema), by=BY)
    for file in sorted((CASES / "samples").glob("*.csv")):
        project.put_samples(file.stem, file.name, file.read_bytes(), by=BY)
    project.put_sources(schema, by=BY)
    project.put_drafts(drafts, by=BY)
    project.put_verifications(checked, by=BY)
    for draft in drafts:
        sign(project, draft)
    return project


def sign(project: Project, draft: Draft) -> None:
    """Accept its remarks, approve everything, sign."""
    for finding in (f for f in draft.findings if f.severity is Severity.ERROR):
        session.waive(project, draft.target, finding.column, finding.code, "Agreed.", by=BY)
    session.approve(project, draft.target, [ROWS, *(c.name for c in draft.columns)], by=BY)
    session.sign(project, draft.target, by=BY)
