"""What of the document a draft was made from, as one digest: when it differs, the draft is older than the document."""

from __future__ import annotations

import hashlib

from signoff.core.domain.codec import to_json
from signoff.core.domain.mandates import MandateState
from signoff.core.domain.spec import ColumnMapping, TargetMapping
from signoff.core.merge.row_marks import own_state


def basis_of(target: TargetMapping, *, is_update: bool) -> str:
    """SHA-256 over everything drafting reads of a target; order of rows, cells and comments are not in it.

    Args:
        target: as the document has it.
        is_update: its SQL exists, so that marks such as ``changed`` decide which rows are mandated.
    """
    rows = sorted(to_json(_row(each, is_update)) for each in target.columns)
    steps = sorted(
        to_json([s.section, s.order, s.kind.value, s.table, s.alias, s.condition]) for s in target.steps
    )
    text = to_json([rows, steps, target.existing_sql])
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _row(row: ColumnMapping, is_update: bool) -> list[object]:
    marks = _marks(row) if is_update else []
    sources = [str(each) for each in row.sources]
    texts = [row.section, row.name, row.type, row.rule, row.rule_resolved, row.rule_kind, row.join]
    return [*texts, row.default, row.example, row.key, row.required, sources, list(row.source_tables), *marks]


def _marks(row: ColumnMapping) -> list[object]:
    state = own_state(row)
    plain = [state is MandateState.CHANGED, state is MandateState.REMOVED]
    return [*plain, state.value] if state is MandateState.RENAMED else [*plain]
