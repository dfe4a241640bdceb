"""What does not run of a target's rows is left out with a finding; the rest of the target lives."""

from __future__ import annotations

from dataclasses import dataclass

from signoff.core.domain.expressions import Expression, Origin
from signoff.core.domain.plan import Condition, DraftColumn, JoinKind, Plan, Relation, SectionPlan
from signoff.core.domain.spec import Schema, SourceColumn, SourceTable
from signoff.core.errors import SignoffError
from signoff.core.pipeline.runnable import settle


@dataclass
class _Sandbox:
    refused: tuple[str, ...]

    def bind(self, sql: str) -> None:
        for part in self.refused:
            if part in sql:
                raise SignoffError(f"no function fits {part}")


@dataclass
class _Desk:
    sandbox: _Sandbox


def _plan() -> Plan:
    on = [Condition(text, text, Origin.PATTERN) for text in ("a.x + 'n' = b.y", "a.x = c.x")]
    relations = (
        Relation("a", "a", JoinKind.DRIVING),
        Relation("b", "b", JoinKind.LEFT, on[0]),
        Relation("c", "c", JoinKind.LEFT, on[1]),
    )
    keep, bad = (Condition(text, text, Origin.PATTERN) for text in ("a.x > 1", "a.x ~ 2"))
    return Plan("t", (SectionPlan("", relations, (keep, bad)),))


def test_only_what_does_not_run_is_left_out() -> None:
    columns = tuple(
        DraftColumn(name, "INTEGER", (Expression(sql, Origin.DIRECT),))
        for name, sql in (("p", "a.x"), ("q", "b.y"))
    )
    schema = Schema(tuple(SourceTable(n, (SourceColumn("x", "INTEGER"),)) for n in ("a", "b", "c")))

    plan, sql, kept = settle(_plan(), columns, schema, _Desk(_Sandbox(("+ 'n'", "~ 2", "b.y"))))  # type: ignore[arg-type]

    assert [r.table for r in plan.sections[0].relations] == ["a", "c"]
    assert [c.sql for c in plan.sections[0].filters] == ["a.x > 1"]
    assert [f.code for f in plan.findings] == ["D205", "D205"]
    assert "a.x = c.x" in sql and "b.y" not in sql
    assert [c.expressions[0].origin for c in kept] == [Origin.DIRECT, Origin.UNRESOLVED]
