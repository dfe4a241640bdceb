"""Rows of a joined table that do not count for whose they are: ``notes by robots (is_robot in member) are ignored``.

Whether rows of nobody that is known count is said behind it: ``notes of people we do not have in member do count``.
"""

from __future__ import annotations

import re
from dataclasses import replace

from signoff.core.domain.expressions import Origin, quoted
from signoff.core.domain.plan import Condition, Relation
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import Schema, SourceTable
from signoff.core.merge.inner_relations import only_rows
from signoff.core.merge.inner_sql import written
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import find_column, find_table, unique_alias, words
from signoff.core.merge.sectiondraft import SectionDraft

_LEAVES = (
    r"(?:are|is|get|gets)\s+(?:ignored|left\s+out|dropped|skipped|excluded|not\s+counted|not\s+taken)"
    r"|do(?:es)?\s+not\s+count"
)
_MADE = r"(?:written|made|created|posted|sent|entered|left|opened|filed|submitted|placed|coming)"
_OUT = (
    re.compile(
        rf"^(?:leave\s+out\s+|ignore\s+|exclude\s+|drop\s+|skip\s+)?(?P<rows>[a-z]+)\s+(?:(?:that\s+(?:are|were)|which\s+were)\s+)?(?:{_MADE}\s+)?(?:by|from|of)\s+(?P<whose>[a-z]+)\s+"
        rf"\(\s*(?P<flag>[A-Za-z_]\w*)\s+(?:in|of|from)\s+(?P<table>[A-Za-z_]\w*)\s*\)(?P<end>\s+(?:{_LEAVES}))?$",
        re.IGNORECASE,
    ),
)
_BEGINS_OUT = re.compile(r"^(?:leave\s+out|ignore|exclude|drop|skip)\b", re.IGNORECASE)
_COUNT = re.compile(
    rf"^(?P<rows>[a-z]+)\s+(?:(?:that\s+(?:are|were)|which\s+were)\s+)?(?:{_MADE}\s+)?(?:by|from|of)\s+(?P<whose>[a-z]+)\s+"
    r"(?:(?:that|who|whom|which)\s+)?(?:we\s+do\s+not\s+have|we\s+do\s+not\s+know|are\s+not(?:\s+(?:found|listed))?|are\s+missing|not\s+(?:found|listed)|unknown)\s+"
    r"(?:in|from|to)\s+(?P<table>[A-Za-z_]\w*)\s+(?:(?:do\s+)?(?:count|stay|remain)|are\s+(?:kept|counted|included|taken))(?:\s+(?:too|as\s+well))?$",
    re.IGNORECASE,
)


def without_rows_of_others(draft: SectionDraft) -> None:
    """Leave such rows out where they are put together, and drop what says of others that they count."""
    done: list[tuple[str, str]] = []
    for condition in list(draft.unresolved):
        match = next(
            (m for shape in _OUT if (m := shape.match(condition.text.strip(" ."))) is not None), None
        )
        if match is None or bool(match["end"]) == (_BEGINS_OUT.match(condition.text) is not None):
            continue
        place = _place(match["rows"], draft)
        sql = _nobody(match["flag"], match["table"], draft.relations[place], draft.schema) if place else ""
        if place and sql:
            _settle(draft, condition)
            rows = replace(condition, sql=sql, origin=Origin.PATTERN)
            draft.relations[place] = _only(draft.relations[place], rows)
            done.append((singular(match["rows"].casefold()), match["table"].casefold()))
    for condition in list(draft.unresolved):
        match = _COUNT.match(condition.text.strip(" ."))
        if match is not None and (singular(match["rows"].casefold()), match["table"].casefold()) in done:
            _settle(draft, condition)
            draft.notes.append(condition)


def _only(relation: Relation, rows: Condition) -> Relation:
    inner = relation.inner
    if inner is not None and not inner.group_by:
        return written(replace(relation, inner=replace(inner, filters=(*inner.filters, rows))))
    return only_rows(relation, rows)


def _settle(draft: SectionDraft, condition: Condition) -> None:
    """Take an open filter, and what was told of it, off the lists."""
    message = say("merge.filter_not_understood")
    told = next((f for f in draft.findings if f.message == message and f.cell == condition.cell), None)
    draft.unresolved.remove(condition)
    if told is not None and not any(u.cell == condition.cell for u in draft.unresolved):
        draft.findings.remove(told)


def _place(noun: str, draft: SectionDraft) -> int:
    """Which joined table the rows are of; 0 for none or several."""
    said = singular(noun.casefold())
    found = [n for n, r in enumerate(draft.relations) if n and said == singular(words(r.table)[-1])]
    return found[0] if len(found) == 1 else 0


def _nobody(flag: str, name: str, relation: Relation, schema: Schema) -> str:
    """That nobody a row belongs to has the flag; empty where the way to that table is not clear."""
    table, own = find_table(schema, name), schema.table(relation.table)
    column = find_column(table, flag) if table is not None else None
    if table is None or own is None or column is None or not column.type.upper().startswith("BOOL"):
        return ""
    key = _link(own, table)
    if not key:
        return ""
    alias = unique_alias(table.name, (relation.alias,))
    there = quoted(table.name) if alias == table.name else f"{quoted(table.name)} as {quoted(alias)}"
    return (
        f"not exists (select 1 from {there} where {quoted(alias)}.{quoted(key)} = "
        f"{quoted(relation.alias)}.{quoted(key)} and {quoted(alias)}.{quoted(column.name)})"
    )


def _link(own: SourceTable, table: SourceTable) -> str:
    """The one column that both tables have and whose name says what the other table holds: user_id of users."""
    noun = singular(words(table.name)[-1])
    shared = [c.name for c in own.columns if find_column(table, c.name) is not None]
    fitting = [name for name in shared if singular(words(name)[0]) == noun and len(words(name)) == 2]
    return fitting[0] if len(fitting) == 1 else ""
