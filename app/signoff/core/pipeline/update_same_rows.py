"""Columns of an update over the file's own result: values called otherwise, flags that hold more, windows."""

from __future__ import annotations

from dataclasses import replace

from signoff.core.domain.expressions import Expression, Origin
from signoff.core.domain.spec import SourceRef
from signoff.core.merge.also_now import also_now
from signoff.core.merge.existing import expression_of
from signoff.core.merge.lineage import existing_columns, select_outputs
from signoff.core.merge.own_outputs import written_out
from signoff.core.merge.recoded_values import recoded
from signoff.core.merge.same_groups import rows_alike, summed_so_far
from signoff.core.pipeline.desk import Desk
from signoff.core.pipeline.likely_values import as_likely
from signoff.core.pipeline.places import Place
from signoff.core.pipeline.update_asked import Asked, UpdatedColumn, draft_column
from signoff.core.pipeline.update_own_names import over_result


def of_own_values(asked: Asked, desk: Desk) -> UpdatedColumn | None:
    """A changed column whose rule calls values of the file's cases otherwise, or adds a condition to a flag's own.

    Args:
        asked: the column.
        desk: the run's tools.
    """
    return _recoded(asked) or _also_now(asked, desk)


def _recoded(asked: Asked) -> UpdatedColumn | None:
    name = (asked.mapping.was or asked.mapping.name).casefold()
    texts = []
    for place in asked.existing.parts:
        outputs = select_outputs(asked.existing, place, asked.schema)
        own = next((o for o in outputs if o.name.casefold() == name and o.item is not None), None)
        sql = expression_of(asked.existing, own.item) if own is not None and own.item is not None else ""
        texts.append(recoded(asked.mapping.rule_resolved or asked.mapping.rule, sql) if sql else "")
    if not texts or not all(texts):
        return None
    expressions = tuple(Expression(text, Origin.PATTERN, "recoded values") for text in texts)
    return UpdatedColumn(draft_column(asked, expressions), tuple(texts))


def _also_now(asked: Asked, desk: Desk) -> UpdatedColumn | None:
    mapping = asked.mapping
    name = mapping.was or mapping.name
    shown = [o.name for o in existing_columns(asked.existing, asked.schema)]
    if name not in shown:
        return None
    said = also_now(mapping.rule_resolved or mapping.rule, name, shown)
    if not said:
        return None
    own = replace(mapping, sources=(SourceRef("", name),), rule=said, rule_resolved=said, note="")
    return over_result(replace(asked, mapping=own, target=replace(asked.target, columns=(own,))), desk)


def over_same_rows(asked: Asked) -> UpdatedColumn | None:
    """A new column that counts or adds up the rows of the result which belong together, with a remark.

    Args:
        asked: the column.
    """
    outputs = select_outputs(asked.existing, asked.existing.parts[0], asked.schema)
    shown = [o.name for o in outputs]
    days = [o.name for o in outputs if o.type.upper().startswith(("DATE", "TIMESTAMP"))]
    rule = asked.mapping.rule_resolved or asked.mapping.rule
    sql = rows_alike(rule, shown) or summed_so_far(rule, shown, days)
    if not sql or any(section.group_by for section in asked.plan.sections):
        return None
    texts = tuple(written_out(asked.existing, place, sql, asked.schema) for place in asked.existing.parts)
    if len(texts) != 1 or not texts[0]:
        return None
    expression = as_likely(texts[0], Place(asked.target.name, asked.mapping.name))
    return UpdatedColumn(draft_column(asked, (expression,)), texts)
