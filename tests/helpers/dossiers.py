"""A target as it stands before review, small enough to read and rich enough to mutate."""

from __future__ import annotations

from dataclasses import replace

from signoff.core.domain.cells import Cell
from signoff.core.domain.checks import Check, CheckState, RowsCard, RowStep, Verification
from signoff.core.domain.dossier import Dossier, Upstream
from signoff.core.domain.expressions import Expression, Origin
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.plan import Condition, Draft, DraftColumn, JoinKind, Plan, Relation, SectionPlan
from signoff.core.domain.review import ROWS, Answer, Choice, Comment, Decision, Question, SignOff, Verdict
from signoff.core.domain.spec import (
    CodeList,
    ColumnMapping,
    Role,
    Schema,
    SourceColumn,
    SourceRef,
    SourceTable,
    Step,
    StepKind,
    TargetMapping,
)
from signoff.core.review.binding import binding_of, column_binding

TODAY = "2026-03-02"
AT = "2026-03-02T09:30:00Z"
BY = "Ada Brandt"

SQL = """select
    p.party_id as party_id,
    upper(trim(p.party_nm)) as party_name,
    'SRM' as origin_system,
    a.city as city
from party p
left join address a on p.party_id = a.party_id
where p.deleted = 'N'
"""


def _mapping(place: int, name: str, kind: str, source: str, rule: str, **more: object) -> ColumnMapping:
    table, _, column = source.partition(".")
    sources = (SourceRef(table, column),) if source else ()
    cells = ((Role.RULE, Cell("Mapping", place, 6, "map.xlsx")),)
    cell = Cell("Mapping", place, 5, "map.xlsx")
    row = ColumnMapping("party", name, kind, sources, rule, rule, cell=cell, cells=cells)
    return replace(row, **more)  # type: ignore[arg-type]  # the fields are named by each caller below


def mapping() -> TargetMapping:
    """Four columns: copied, derived, constant, from a second table; and the steps of their query."""
    rows = (
        _mapping(4, "party_id", "BIGINT", "party.party_id", "", key=True, required=True),
        _mapping(5, "party_name", "VARCHAR(40)", "party.party_nm", "Trim and upper case", example="ACME"),
        _mapping(6, "origin_system", "VARCHAR(3)", "", "Constant 'SRM'", note="see wiki"),
        _mapping(7, "city", "VARCHAR", "address.city", "Direct move", description="of the billing address"),
    )
    steps = (
        Step("party", 1, StepKind.DRIVING, table="party", alias="p", cell=Cell("Steps", 2, 1, "map.xlsx")),
        Step("party", 2, StepKind.LEFT_JOIN, table="address", alias="a", condition="party_id"),
        Step("party", 3, StepKind.FILTER, condition="not deleted"),
    )
    return TargetMapping("party", rows, steps, "Every party", cell=Cell("Mapping", 4, 4, "map.xlsx"))


def draft() -> Draft:
    """The SQL of that mapping, with how each expression came about."""
    columns = (
        DraftColumn("party_id", "BIGINT", (Expression("p.party_id", Origin.DIRECT),)),
        DraftColumn("party_name", "VARCHAR", (Expression("upper(trim(p.party_nm))", Origin.GENERATED),)),
        DraftColumn("origin_system", "VARCHAR", (Expression("'SRM'", Origin.PATTERN),)),
        DraftColumn("city", "VARCHAR", (Expression("a.city", Origin.DIRECT),)),
    )
    join = Condition("party_id", "p.party_id = a.party_id", Origin.PATTERN)
    section = SectionPlan(
        "",
        (Relation("party", "p", JoinKind.DRIVING), Relation("address", "a", JoinKind.LEFT, join)),
        (Condition("not deleted", "p.deleted = 'N'", Origin.GENERATED),),
    )
    return Draft("party", SQL, SQL, columns, Plan("party", (section,)))


def verification() -> Verification:
    """Passed checks and a Rows card."""
    card = RowsCard(
        "party",
        "party",
        (
            RowStep("read party", 1204, rows_out=1204, starts=True),
            RowStep("add address by party_id, where there is one", 1204, rows_out=1204),
            RowStep("keep those not deleted", 1204, left_out=17, unknown=2, rows_out=1187),
        ),
        1187,
    )
    checks = (
        Check("bind", CheckState.PASSED, "The draft can be run."),
        Check("key", CheckState.PASSED, "party_id tells all rows apart.", "party_id"),
        Check("length", CheckState.PASSED, "The longest value has 31 of 40 letters.", "party_name"),
        Check("required", CheckState.PASSED, "Every row has a value.", "party_id"),
    )
    return Verification("party", checks, card, (("party_id", "BIGINT"), ("party_name", "VARCHAR")))


def sources() -> Schema:
    """The two tables that are read."""
    party = (
        SourceColumn("party_id", "BIGINT", nullable=False),
        SourceColumn("party_nm", "VARCHAR"),
        SourceColumn("deleted", "VARCHAR"),
    )
    address = (SourceColumn("party_id", "BIGINT"), SourceColumn("city", "VARCHAR"))
    return Schema((SourceTable("party", party, ("party_id",)), SourceTable("address", address)))


def undecided() -> Dossier:
    """The target before anyone decided; one question, answered."""
    question = Question(
        "q1a2b3c4d5e6",
        "party",
        "party_name",
        "blank",
        "Does blank text count as missing?",
        (Choice("yes", "Yes"),),
    )
    return Dossier(
        mapping(),
        draft(),
        "duckdb",
        SQL,
        verification(),
        sources(),
        questions=(question,),
        asked=(question,),
        answers=(Answer(question.id, "yes", BY),),
        file_rules=(("blank text", "counts as missing"),),
        code_lists=(CodeList("Party_Status", (("A", "active"), ("D", "deleted"))),),
        comments=(Comment("party", "city", "fine with me", BY, AT),),
        findings=(Finding("L01", Severity.INFO, "A remark for information.", None, "party", "city"),),
        upstream=(Upstream("country", "c0ffee"),),
    )


def approved(dossier: Dossier) -> Dossier:
    """The same target with everything decided on."""
    names = (ROWS, *(c.name for c in dossier.draft.columns))
    decisions = tuple(
        Decision("party", n, Verdict.APPROVED, BY, AT, opened=True, binding=column_binding(dossier, n))
        for n in names
    )
    return replace(dossier, decisions=decisions)


def signed(dossier: Dossier) -> Dossier:
    """The same target with a sign-off."""
    return replace(dossier, sign_off=SignOff("party", binding_of(dossier), "I confirm.", BY, AT))
