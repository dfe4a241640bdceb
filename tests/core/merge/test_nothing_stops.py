"""Whatever stands in the cells, a target is planned, and its draft binds with what could be understood."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from signoff.core.domain.expressions import Expression, Origin
from signoff.core.domain.plan import DraftColumn
from signoff.core.domain.spec import (
    ColumnMapping,
    Schema,
    SourceColumn,
    SourceRef,
    SourceTable,
    Step,
    StepKind,
    TargetMapping,
)
from signoff.core.merge.assembling import assemble
from signoff.core.merge.lookups import planned_expression
from signoff.core.merge.planning import plan_target
from signoff.core.merge.scoping import scope_for
from tests.core.merge.binding import bind


def _table(name: str, columns: str) -> SourceTable:
    return SourceTable(name, tuple(SourceColumn(c, "INTEGER") for c in columns.split()))


SCHEMA = Schema(
    (_table("orders", "id customer_id amount"), _table("customer", "id name"), _table("order", "id select"))
)
TABLES = st.sampled_from(
    [
        "orders",
        "dbo.Customer",
        "order",
        "nowhere",
        "",
        "customer c",
        "[orders]",
        "a b c",
        "x.y.z",
        "select",
        "'",
    ]
)
ALIASES = st.sampled_from(["", "o", "c", "select", "O", "a b", '"'])
TEXTS = st.sampled_from(
    [
        *(
            "",
            "o.customer_id = c.id",
            "id",
            "on customer_id and id",
            "the usual way",
            "((((((",
            "'",
            "--",
            "/*",
            ";",
        ),
        *(
            "1 = 1",
            "amount > 0 or amount is null",
            "count(*) > 1",
            "row_number() over (order by id) = 1",
            "*",
            "a.*",
        ),
        *(
            "keep the latest row per customer_id by amount",
            "do not load rows without amount",
            "-",
            "null",
            "{{ x }}",
        ),
        *(
            "look up name from customer by customer_id",
            "join with customer, based on id, and load the name",
            "%s",
        ),
        *(
            "one row per customer_id and year",
            "group by id",
            "exclude rows where amount is 5",
            "x in (select id from y)",
        ),
        *(
            "drop table orders",
            "id; delete from orders",
            "select 1 from orders",
            "left join customer on id",
            "\x00",
            "é",
        ),
        *(
            "where",
            "left join",
            "join join join",
            "from orders o where id = 1",
            "name = “x”",
            "(" * 60 + ")" * 60,
        ),
    ]
)


@st.composite
def targets(draw: st.DrawFn) -> TargetMapping:
    columns = [
        ColumnMapping(
            "t",
            f"column {n}",
            "INTEGER",
            tuple(
                SourceRef(draw(TABLES), draw(st.sampled_from(["id", "ID", "name", "", "zz"])))
                for _ in range(n % 3)
            ),
            rule=draw(TEXTS),
            join=draw(TEXTS),
            section=draw(st.sampled_from(["", "", "s"])),
        )
        for n in range(draw(st.integers(1, 4)))
    ]
    steps = [
        Step(
            "t", n, draw(st.sampled_from(list(StepKind))), draw(st.sampled_from(["", "", "s"])), *_cells(draw)
        )
        for n in range(draw(st.integers(0, 6)))
    ]
    return TargetMapping("t", tuple(columns), tuple(steps))


def _cells(draw: st.DrawFn) -> tuple[str, str, str]:
    return draw(TABLES), draw(ALIASES), draw(TEXTS)


@settings(max_examples=60)
@given(targets())
def test_every_target_is_planned_and_its_draft_binds(target: TargetMapping) -> None:
    plan = plan_target(target, SCHEMA, resolve=lambda text, scope: None)
    columns = []
    for mapping in target.columns:
        expressions = []
        for section in plan.sections:
            sources = scope_for(section, mapping, SCHEMA).sources
            direct = (
                Expression(sources[0].sql, Origin.DIRECT) if sources else Expression("", Origin.UNRESOLVED)
            )
            expressions.append(planned_expression(mapping, section, SCHEMA) or direct)
        columns.append(DraftColumn(mapping.name, "INTEGER", tuple(expressions)))

    sql = assemble(plan, columns, schema=SCHEMA)

    assert bind(sql, SCHEMA) == [c.name for c in target.columns]
