"""A small project that is read, drafted, checked, reviewed and signed, over rows that carry a canary."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from signoff.core.domain.checks import Check, CheckState, RowsCard, RowStep, Verification
from signoff.core.domain.expressions import Expression, Origin
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.plan import Draft, DraftColumn, JoinKind, Plan, Relation, SectionPlan
from signoff.core.domain.review import ROWS, Choice, MadeUpRow, Question
from signoff.core.domain.spec import (
    ColumnMapping,
    Schema,
    SourceColumn,
    SourceRef,
    SourceTable,
    Spec,
    TargetMapping,
)
from signoff.core.project import session
from signoff.core.project.project import Project

BY = "Ada Brandt"
CANARY = "Canary-7731"
PARTY_CSV = f"party_id,party_nm\n1,{CANARY}\n2, beta \n3,\\N\n"

EXISTING = """{{ config(materialized='table') }}

{# who delivers what #}
select
    p.party_id as party_id  -- the key
{% if is_incremental() %}
{% endif %}
from {{ source('srm', 'party') }} as p
join {{ ref('calendar') }} as k on k.day = 1
"""
UPDATED = EXISTING.replace("the key\n", "the key\n  , upper(p.party_nm) as party_name\n")

SOURCES = Schema(
    (
        SourceTable("party", (SourceColumn("party_id", "BIGINT"), SourceColumn("party_nm", "VARCHAR"))),
        SourceTable("calendar", (SourceColumn("day", "BIGINT"),)),
    )
)


def _mapping(target: str, name: str, source: str = "", rule: str = "", **more: object) -> ColumnMapping:
    table, _, column = source.partition(".")
    row = ColumnMapping(target, name, "", (SourceRef(table, column),) if source else (), rule, rule)
    return replace(row, **more)  # type: ignore[arg-type]  # the fields are named by each caller below


def spec() -> Spec:
    """Three targets: an initial load with hostile texts, one that reads it, and an update with Jinja."""
    party = TargetMapping(
        "party clean",
        (
            _mapping("party clean", "party_id", "party.party_id", type="BIGINT", key=True, required=True),
            _mapping(
                "party clean", "party_name", "party.party_nm", "Trim {{ env_var('HOME') }} | <b>",
                description="{{ raise('x') }} {% endraw %} = 1: #", example=CANARY,
            ),
            _mapping("party clean", "note", rule="Constant '{{ x }}'"),
            _mapping("party clean", "kind", rule="Constant 'SRM'"),
        ),
        description="All parties: {{ no }}",
    )  # fmt: skip
    count = TargetMapping("party_count", (_mapping("party_count", "parties", rule="count"),))
    upper = _mapping("party_report", "party_name", "party.party_nm", "upper case")
    update = TargetMapping("party_report", (upper,))
    return Spec("map.xlsx", targets=(party, count, update), sources=SOURCES)


def drafts() -> tuple[Draft, ...]:
    """Their SQL."""
    sql = (
        "select\n    p.party_id,\n    trim(p.party_nm) as party_name,\n"
        "    '{{ x }}' as note,\n    'SRM' as kind\n"
        "from party p\n"
    )
    columns = (
        DraftColumn("party_id", "BIGINT", (Expression("p.party_id", Origin.DIRECT),)),
        DraftColumn("party_name", "VARCHAR", (Expression("trim(p.party_nm)", Origin.GENERATED),)),
        DraftColumn("note", "VARCHAR", (Expression("'{{ x }}'", Origin.PATTERN),)),
        DraftColumn("kind", "VARCHAR", (Expression("'SRM'", Origin.PATTERN),)),
    )
    plan = Plan("party clean", (SectionPlan("", (Relation("party", "p", JoinKind.DRIVING),)),))
    party = Draft("party clean", sql, sql, columns, plan)
    count_sql = 'select count(*) as parties from "party clean"\n'
    counted = (DraftColumn("parties", "BIGINT", (Expression("count(*)", Origin.WRITTEN, "Bo"),)),)
    count = Draft("party_count", count_sql, count_sql, counted, Plan("party_count", ()))
    kept = (
        DraftColumn("party_id", "BIGINT", (Expression("p.party_id", Origin.KEPT),)),
        DraftColumn("party_name", "VARCHAR", (Expression("upper(p.party_nm)", Origin.PATTERN),)),
    )
    ran = "select p.party_id, upper(p.party_nm) as party_name from party as p join calendar as k on k.day = 1"
    update = Draft("party_report", ran, UPDATED, kept, None, existing=EXISTING)
    return party, count, update


def make(path: Path, *, dialect: str = "duckdb") -> Project:
    """The project before review: the draft of `party clean` has a question on rows and a remark."""
    project = Project.create(path, name="Supplier 2026", dialect=dialect, by=BY)
    project.put_document("map.xlsx", b"a workbook", by=BY)
    project.put_spec(spec(), by=BY)
    project.put_samples("party", "party.csv", PARTY_CSV.encode(), by=BY)
    project.put_samples("calendar", "calendar.csv", b"day\n1\n", by=BY)
    project.put_sources(SOURCES, by=BY)
    project.put_drafts(drafts(), by=BY)
    for draft in drafts():
        card = RowsCard(draft.target, "party", (RowStep("read party", 3, rows_out=3, starts=True),), 3)
        checks = (Check("bind", CheckState.PASSED, "The draft can be run."),)
        project.put_verifications([Verification(draft.target, checks, card)], by=BY)
    rows = ((("party_nm", CANARY),),)
    choices = (Choice("a1", CANARY, "trim(p.party_nm)"), Choice("b2", CANARY.upper(), "upper(p.party_nm)"))
    deciding = (MadeUpRow((("p.party_nm", " made Up "),), ("made Up", " MADE UP ")),)
    asked = Question(
        *("q-rows", "party clean", "party_name", "Q02", f"Which, for {CANARY}?", choices, rows),
        deciding=deciding,
    )
    project.put_questions("party clean", [asked], by=BY)
    remark = Finding("L04", Severity.ERROR, "The type is missing.", None, "party clean", "note")
    project.put_findings("party clean", [remark], by=BY)
    return project


def review(project: Project, *targets: str) -> None:
    """Answer, accept, approve and sign."""
    session.answer(project, "q-rows", "a1", by=BY)
    session.waive(project, "party clean", "note", "L04", "Agreed with {{ Bo }} <script>.", by=BY)
    for target in targets:
        draft = project.draft(target)
        assert draft is not None
        session.approve(project, target, [ROWS, *(c.name for c in draft.columns)], by=BY)
        session.sign(project, target, by=BY)
