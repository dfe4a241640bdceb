"""What join and filter cells beside columns add: another role of a table, and filters in words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from signoff.core.domain.cells import Cell
from signoff.core.domain.expressions import Origin, ScopeColumn
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.plan import Condition, Relation
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, Role, Step, StepKind
from signoff.core.merge.assumed import assumed_join
from signoff.core.merge.clauses import clauses_of
from signoff.core.merge.conditions import equality, sql_condition, understood
from signoff.core.merge.filtersteps import add_grouping, latest_of, place_filter
from signoff.core.merge.grouping import grouping_in
from signoff.core.merge.jointexts import WrittenJoin
from signoff.core.merge.joinwords import sides_of
from signoff.core.merge.missing_nouns import missing_beside
from signoff.core.merge.names import find_column, find_table, unique_alias
from signoff.core.merge.prose_shapes import AGGREGATES
from signoff.core.merge.rowfilters import row_clauses
from signoff.core.merge.rowtexts import says_which_rows
from signoff.core.merge.scoping import find_everywhere, scope_for_condition
from signoff.core.merge.sectiondraft import SectionDraft, rows_of
from signoff.core.merge.sqlparts import columns_of, parsed

_OF_ROWS = re.compile(
    r"^(?:all|every)\s+[\w-]+s?\s+(?:with|whose|where|that\s+have|having)\b|"
    r"^(?:only|just)\s+(?:the\s+|those\s+)?[\w-]+s?\s+(?:of|with|without|whose|for\s+whom|"
    r"for\s+which|that|which|where|in)\b"
    r"|\b(?:loaded|left\s+out|excluded|ignored|skipped|omitted|dropped|removed|handed\s+over|"
    r"migrated|taken\s+over|discarded|"
    r"filtered(?:\s+out)?|thrown\s+(?:out|away))\b|^(?:leave|exclude|skip|ignore|omit|drop|remove|"
    r"do\s+not\s+load|don't\s+load|never\s+load)\b",
    re.IGNORECASE,
)
"""A remark about rows and not about the column it stands beside."""

_NO_PART = re.compile(
    r"\b(?:(?:do|does|did|must|should|shall|may)\s*(?:not|n't)\s+(?:take\s+part|count|enter|"
    r"contribute|matter|participate|go\s+in)|"
    r"(?:are|is|be|get|gets)\s+(?:not\s+(?:counted|included|considered|summed|taken|added)|left\s+out|ignored|"
    r"excluded|skipped|dropped|disregarded|omitted)|(?:count|counts)\s+(?:only|nothing)|(?:ignore|"
    r"exclude|skip|leave\s+out|without)\s+"
    r"(?:the\s+|all\s+|any\s+)?[\w-]+s\b|never\s+counts?)\b",
    re.IGNORECASE,
)
"""A remark that some rows are no part of a sum or count."""

_DUPLICATES = re.compile(
    r"\b(?:duplicates?(?:\s+(?:rows?|records?|keys?|entries))?|dedup\w*)\b.*\b(?:keep|take|use|latest|newest|last|first|remove|drop)\b",
    re.IGNORECASE,
)


def add_role(draft: SectionDraft, column: ColumnMapping, written: WrittenJoin) -> bool:
    """Join a table of the query once more, by ``its A equals B``; False where a column is not found."""
    table = find_table(draft.schema, written.table or draft.relations[0].table)
    sides = sides_of(written.condition)
    if table is None or sides is None:
        return False
    alias = unique_alias(table.name, (r.alias for r in draft.relations))
    there = find_column(table, sides[0])
    here = find_everywhere(draft.relations, draft.schema, sides[1])
    if there is None or not here:
        return False
    cell = column.cell_of(Role.JOIN) or column.cell
    sql = equality(here[0], ScopeColumn(alias, table.name, there))
    on = Condition(written.condition, sql, Origin.PATTERN, cell)
    draft.relations.append(Relation(table.name, alias, written.kind, on, cell))
    return True


def cell_filter(
    draft: SectionDraft, text: str, column: str, cell: Cell | None, *, is_filter: bool
) -> Sequence[Condition] | None:
    """The filters a cell states, empty where it says how tables meet that are joined; None when not understood.

    Where only some of its clauses are understood those are taken, and each other one is left to be settled.
    """
    relations, schema = draft.relations, draft.schema
    whole = None
    step = Step(draft.target.name, 0, StepKind.FILTER, condition=text, cell=cell)
    clauses = [
        clause
        for clause in row_clauses(
            text, relations, schema, draft.resolve, cell, lambda t: _stays(draft, t, step)
        )
        if clause.is_understood or not _groups(draft, clause.text, step)
    ]
    if not clauses:
        return []
    if sql_condition(text, scope_for_condition(relations, schema, text), schema) or not any(
        c.is_understood for c in clauses
    ):
        whole = understood(text, relations, schema, draft.resolve, cell)
        return None if whole is None else [whole] if is_filter or len(_places(whole)) < 2 else []
    for clause in clauses:
        if not clause.is_understood:
            draft.unresolved.append(Condition(clause.text, cell=cell))
            message = say("merge.filter_not_understood")
            draft.findings.append(Finding("D206", Severity.ERROR, message, cell, draft.target.name))
    found = [c for clause in clauses for c in clause.conditions]
    for condition in found:
        if condition.origin is Origin.UNRESOLVED:
            draft.findings.append(assumed_join(condition.sql, cell, draft.target.name))
    return [
        replace(c, cell=cell) for c in found if is_filter or " exists (" in f" {c.sql}" or len(_places(c)) < 2
    ]


def _stays(draft: SectionDraft, text: str, step: Step) -> Condition | None:
    """The condition of a clause that says which of several rows of the driving table stays."""
    found = latest_of(draft, text, step)
    about = found is not None and _places(found) == {draft.relations[0].alias}
    return found if about and not draft.group_by and not _is_grouped_later(draft) else None


def _is_grouped_later(draft: SectionDraft) -> bool:
    """Whether a rule or join cell states a grouping, which is read after this."""
    texts = (text for c in rows_of(draft) for text in (c.join, c.rule_resolved or c.rule))
    return any(grouping_in(text) for text in texts)


def _groups(draft: SectionDraft, clause: str, step: Step) -> bool:
    """Whether a clause only says what a row of the target is, which is then grouped by where columns sum up."""
    grouping = grouping_in(clause)
    if not grouping:
        return False
    if any(AGGREGATES.search(c.rule_resolved or c.rule) for c in rows_of(draft)):
        add_grouping(draft, replace(step, condition=grouping))
    return True


def add_noted_rows(draft: SectionDraft) -> None:
    """Follow remarks beside key columns that say which rows are loaded; what is not understood stays to be settled."""
    if not draft.relations:
        return
    for column in rows_of(draft):
        text = column.note
        cell = column.cell_of(Role.NOTE) or column.cell
        missing = missing_beside(text, column, draft.relations, draft.schema, cell) if text else None
        if missing is None and (not text or not column.key or not _is_about_rows(text)):
            _tell_of_rows_left_out(draft, column)
            _tell_of_duplicates(draft, column)
            continue
        found = (
            [missing] if missing is not None else cell_filter(draft, text, column.name, cell, is_filter=True)
        )
        if found is None:
            draft.unresolved.append(Condition(text, cell=cell))
            message = say("merge.filter_not_understood")
            draft.findings.append(Finding("D206", Severity.ERROR, message, cell, draft.target.name))
        new = [c for c in found or () if all(c.sql != f.sql for f in draft.filters)]
        for condition in new:
            place_filter(draft, condition)
        if new:
            message = say("merge.remark_followed", column=column.name)
            draft.findings.append(Finding("D215", Severity.WARNING, message, cell, draft.target.name))


def _tell_of_rows_left_out(draft: SectionDraft, column: ColumnMapping) -> None:
    """A finding where a remark keeps rows from a sum or count, which nobody follows."""
    sums_up = AGGREGATES.search(column.rule_resolved or column.rule) is not None
    if column.note and sums_up and _NO_PART.search(column.note):
        message = say("merge.column_remark_not_followed", column=column.name, remark=column.note)
        cell = column.cell_of(Role.NOTE) or column.cell
        draft.findings.append(
            Finding("D206", Severity.WARNING, message, cell, draft.target.name, column.name)
        )


def _tell_of_duplicates(draft: SectionDraft, column: ColumnMapping) -> None:
    """A finding where a remark says which of equal rows stays and nothing keeps one of them."""
    if not _DUPLICATES.search(column.note) or draft.qualify or draft.distinct or draft.group_by:
        return
    cell = column.cell_of(Role.NOTE) or column.cell
    draft.unresolved.append(Condition(column.note, cell=cell))
    message = say("merge.filter_not_understood")
    draft.findings.append(Finding("D206", Severity.ERROR, message, cell, draft.target.name))


def _is_about_rows(text: str) -> bool:
    first = next((clause for clause in clauses_of(text) if not grouping_in(clause)), "")
    return says_which_rows(first) and _OF_ROWS.search(first) is not None


def _places(condition: Condition) -> set[str]:
    tree = parsed(condition.sql)
    return {c.table for c in columns_of(tree)} if tree is not None else set()
