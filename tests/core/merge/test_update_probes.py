"""Expressions of an update can be tried one by one before the file is edited."""

from __future__ import annotations

from pathlib import Path

import pytest

from signoff.core.domain.expressions import Expression, Origin
from signoff.core.merge.assembling import probe_frame
from signoff.core.merge.existing import read_existing
from signoff.core.merge.grouping import fitted_to_group
from signoff.core.merge.mandating import delta
from signoff.core.merge.scoping import relation_columns, scope_for
from signoff.core.merge.updating import plan_update
from tests.core.merge.binding import bind
from tests.core.merge.cases import FOLDER, load, resolver, schema_of, target_of

CASES = [p for p in sorted((FOLDER / "edit").glob("*.yml")) if p.stem not in ("inside_condition",)]


@pytest.mark.parametrize("path", CASES, ids=lambda p: p.stem)
def test_every_source_of_a_new_column_binds_in_the_frame(path: Path) -> None:
    case = load(path)
    existing = read_existing(path.with_suffix(".before.sql").read_bytes().decode("utf-8"))
    target, schema = target_of(case), schema_of(case)
    columns = delta(existing, target, schema).added
    plan = plan_update(existing, target, columns, schema, resolve=resolver(case))
    for section in plan.sections:
        sources = [c.sql for m in columns for c in scope_for(section, m, schema).sources]
        expressions = [Expression(sql, Origin.DIRECT) for sql in sources or ["1"]]
        fitted = [fitted_to_group(e, section).sql for e in expressions]

        bind(f"select {', '.join(fitted)}{probe_frame(section)}", schema)


def test_columns_a_cte_does_not_show_yet_are_in_scope() -> None:
    case = load(FOLDER / "edit" / "passed_through_ctes.yml")
    text = (FOLDER / "edit" / "passed_through_ctes.before.sql").read_text("utf-8")
    plan = plan_update(read_existing(text), target_of(case), (), schema_of(case), resolve=resolver(case))

    customers = next(r for r in plan.sections[0].relations if r.alias == "c")

    hidden = {c.name for c in customers.carries if not c.passed}
    assert hidden == {"segment", "country_id", "updated_at"}
    assert {c.column.name for c in relation_columns(customers, schema_of(case))} >= hidden
