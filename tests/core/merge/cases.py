"""Merge cases as data: a schema, steps and columns in YAML, the SQL that must come out beside it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from signoff.core.domain.expressions import Expression, Origin, Scope
from signoff.core.domain.plan import Condition, DraftColumn, Plan, SectionPlan
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
from signoff.core.merge.editing import ColumnEdit, EditedText, edit_existing
from signoff.core.merge.existing import read_existing
from signoff.core.merge.lookups import planned_expression
from signoff.core.merge.mandating import delta
from signoff.core.merge.planning import columns_of_section, plan_target
from signoff.core.merge.scoping import scope_for
from signoff.core.merge.table_texts import table_style
from signoff.core.merge.updating import plan_update

FOLDER = Path(__file__).resolve().parents[2] / "cases" / "merge"


def load(path: Path) -> dict[str, Any]:
    """The YAML of one case."""
    return yaml.safe_load(path.read_text("utf-8"))


def schema_of(case: dict[str, Any]) -> Schema:
    """``tables: {customer: "customer_id INTEGER key, name VARCHAR, city VARCHAR from TOWN"}`` as a schema."""
    return Schema(tuple(_table(name, text) for name, text in case["tables"].items()))


def _table(name: str, text: str) -> SourceTable:
    parts = [part.split() for part in text.split(",")]
    columns = tuple(
        SourceColumn(
            p[0], p[1] if len(p) > 1 else "VARCHAR", moved_from=p[p.index("from") + 1] if "from" in p else ""
        )
        for p in parts
    )
    return SourceTable(name, columns, tuple(p[0] for p in parts if "key" in p[2:]))


def target_of(case: dict[str, Any]) -> TargetMapping:
    """The case's columns and steps as a target named ``result``."""
    columns = tuple(_column(c) for c in case.get("columns", []))
    steps = tuple(_step(number, s) for number, s in enumerate(case.get("steps", []), start=1))
    return TargetMapping("result", columns, steps)


def _column(data: dict[str, Any]) -> ColumnMapping:
    texts = data.get("source", [])
    refs = [texts] if isinstance(texts, str) else texts
    sources = tuple(SourceRef(t.rpartition(".")[0], t.rpartition(".")[2]) for t in refs)
    return ColumnMapping(
        "result",
        data["name"],
        data.get("type", "VARCHAR"),
        sources,
        rule=data.get("rule", ""),
        rule_resolved=data.get("rule", ""),
        section=data.get("section", ""),
        key=data.get("key", False),
        join=data.get("join", ""),
        state=data.get("state", ""),
        note=data.get("note", ""),
    )


def _step(number: int, data: dict[str, str]) -> Step:
    kind = StepKind(data["kind"])
    texts = {k: str(data.get(k, "")) for k in ("section", "table", "alias", "condition", "state")}
    return Step("result", number, kind, **texts)


def resolver(case: dict[str, Any]) -> Any:
    """Resolves what the case's ``resolve`` lists, as the pipeline's callable would."""
    known = case.get("resolve", {})

    def resolve(text: str, scope: Scope) -> Condition | None:
        sql = known.get(text)
        return Condition(text, sql, Origin.GENERATED) if sql else None

    return resolve


def planned(case: dict[str, Any]) -> Plan:
    """The plan of the case."""
    return plan_target(
        target_of(case), schema_of(case), targets=case.get("targets", ()), resolve=resolver(case)
    )


def drafted(case: dict[str, Any], plan: Plan) -> list[DraftColumn]:
    """One expression a section: the case's ``sql``, else a lookup's, else the only source copied."""
    target, schema = target_of(case), schema_of(case)
    columns: dict[str, list[Expression]] = {c.name: [] for c in target.columns}
    types = {c.name: c.type for c in target.columns}
    for section in plan.sections:
        held = columns_of_section(target, section, len(plan.sections))
        for name, expressions in columns.items():
            mapping = next((c for c in held.columns if c.name == name), None)
            expressions.append(_expression(case, mapping, section, schema))
    return [DraftColumn(name, types[name], tuple(found)) for name, found in columns.items()]


def updated(case: dict[str, Any], text: str) -> EditedText:
    """The file of the case with the edits its columns ask for."""
    existing, target, schema = read_existing(text), target_of(case), schema_of(case)
    asked = delta(existing, target, schema)
    columns = [*asked.added, *asked.changed]
    plan = plan_update(existing, target, columns, schema, resolve=resolver(case))
    edits = {
        m.name: ColumnEdit(
            m.name,
            tuple(_in_part(case, target, m.name, s, plan, schema).sql or "null" for s in plan.sections),
        )
        for m in columns
    }
    style = table_style(existing, case.get("models", ()))
    result = edit_existing(
        existing,
        [edits[m.name] for m in asked.added],
        [edits[m.name] for m in asked.changed],
        plan,
        schema,
        renames=[ColumnEdit(m.name, (), was=old) for m, old in asked.renamed],
        drops=[ColumnEdit(m.name, ()) for m in asked.removed],
        table_text=style,
    )
    found = (*asked.findings, *plan.findings, *result.findings)
    return replace(result, findings=tuple(dict.fromkeys(found)))


def _in_part(
    case: dict[str, Any], target: TargetMapping, name: str, section: SectionPlan, plan: Plan, schema: Schema
) -> Expression:
    rows = columns_of_section(target, section, len(plan.sections)).columns
    mapping = next((m for m in rows if m.name == name), None)
    return _expression(case, mapping, section, schema)


def _expression(
    case: dict[str, Any], mapping: ColumnMapping | None, section: Any, schema: Schema
) -> Expression:
    if mapping is None:
        return Expression("", Origin.UNRESOLVED)
    given = next((c.get("sql") for c in case["columns"] if c["name"] == mapping.name and c.get("sql")), None)
    if given:
        return Expression(given, Origin.WRITTEN)
    looked_up = planned_expression(mapping, section, schema)
    if looked_up is not None:
        return looked_up
    sources = scope_for(section, mapping, schema).sources
    return Expression(sources[0].sql, Origin.DIRECT) if sources else Expression("", Origin.UNRESOLVED)
