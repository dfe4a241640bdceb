"""Rules that no mark speaks of, held against the columns that existing SQL has: do they say the same?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from signoff.core.domain.expressions import Origin
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.known_names import squashed
from signoff.core.domain.mandates import Mandate, MandateState
from signoff.core.domain.plan import Plan
from signoff.core.domain.review import Choice, Question, question_id
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, Role, Schema, TargetMapping
from signoff.core.merge.existing import ExistingSql
from signoff.core.merge.lineage import existing_columns
from signoff.core.merge.mandating import Delta
from signoff.core.merge.sqlparts import same_sql
from signoff.core.merge.updating import plan_update
from signoff.core.pipeline.desk import Desk
from signoff.core.pipeline.drafting import condition_resolver
from signoff.core.pipeline.places import Place
from signoff.core.pipeline.resolving_in_part import resolve_in

DISAGREES = "Q21"
"""A rule that nothing marks as changed says something else than the existing SQL: which of them counts?"""
RULE_COUNTS = "rule"
SQL_COUNTS = "sql"
_CERTAIN = (Origin.DIRECT, Origin.PATTERN, Origin.WRITTEN)


class Agreement(StrEnum):
    """How a rule stands to the expression that the existing SQL has for its column."""

    SAME = "same"
    DIFFERS = "differs"
    NOT_KNOWN = "not known"
    """The rule is not understood, or nothing shows whether the two are equal."""


@dataclass(frozen=True)
class Compared:
    """One rule beside one existing column."""

    row: ColumnMapping
    agreement: Agreement
    rows: int = 0
    """Sample rows with other values."""
    new: str = ""
    """What the rule says, as DuckDB SQL."""


def compared_rules(
    existing: ExistingSql, target: TargetMapping, rows: Sequence[ColumnMapping], schema: Schema, desk: Desk
) -> tuple[Compared, ...]:
    """Each rule beside the column: by its text, else by its values on the samples; no language model is asked."""
    if not rows:
        return ()
    plain = replace(desk, generator=None, ledger=[])
    plan = plan_update(existing, target, rows, schema, resolve=condition_resolver(target.name, plain))
    held = _held(existing, schema)
    return tuple(
        _compared(row, held.get(squashed(row.name), ()), plan, target, schema, plain) for row in rows
    )


def _held(existing: ExistingSql, schema: Schema) -> dict[str, tuple[str, ...]]:
    """Expression of each column in each part of the file; empty texts behind a ``*``."""
    found: dict[str, list[str]] = {}
    for column in existing_columns(existing, schema):
        found.setdefault(squashed(column.name), []).append(column.sql)
    return {name: tuple(sqls) for name, sqls in found.items()}


def _compared(
    row: ColumnMapping, held: Sequence[str], plan: Plan, target: TargetMapping, schema: Schema, desk: Desk
) -> Compared:
    if len(held) != len(plan.sections) or not (row.rule.strip() or row.sources):
        return Compared(row, Agreement.NOT_KNOWN)
    desk.cancel.check()
    asked = replace(target, columns=tuple(m for m in target.columns if m.name == row.name))
    worst = Compared(row, Agreement.SAME)
    for section, old in zip(plan.sections, held, strict=True):
        expression = resolve_in(plan, section, asked, row.name, schema, desk).expression
        if expression.origin not in _CERTAIN:
            return Compared(row, Agreement.NOT_KNOWN)
        place = Place(target.name, row.name, section)
        agreement, rows = _agreement(old, expression.sql, place, desk)
        if agreement is Agreement.NOT_KNOWN:
            return Compared(row, agreement, 0, expression.sql)
        if agreement is Agreement.DIFFERS:
            worst = Compared(row, agreement, worst.rows + rows, expression.sql)
    return worst


def _agreement(old: str, new: str, place: Place, desk: Desk) -> tuple[Agreement, int]:
    if not old:
        return Agreement.NOT_KNOWN, 0
    if same_sql(old, new):
        return Agreement.SAME, 0
    frame, (said, stands) = place.standing([new, old])
    both = f"select ({stands}) as o, ({said}) as n{frame}"
    texts = "cast(o as varchar) is distinct from cast(n as varchar)"
    every, plain, as_text = desk.sandbox.count_many(
        [
            f"select o from ({both}) as held",
            f"select o from ({both}) as held where o is distinct from n",
            f"select o from ({both}) as held where {texts}",
        ],
        desk.cancel,
    )
    told = plain if plain.ok else as_text
    if not told.ok or not every.count:
        return Agreement.NOT_KNOWN, 0
    return (Agreement.DIFFERS if told.count else Agreement.SAME), told.count


def values_of(found: Sequence[Compared]) -> dict[str, bool]:
    """Whether rule and file give the same values, by squashed column, where that is known."""
    known = [each for each in found if each.agreement is not Agreement.NOT_KNOWN]
    return {squashed(each.row.name): each.agreement is Agreement.SAME for each in known}


def with_unmarked_settled(
    difference: Delta, found: Sequence[Compared], target: TargetMapping, desk: Desk
) -> tuple[Delta, tuple[Question, ...]]:
    """The delta with those unmarked rows among the changed ones that are to change, and what is asked of the others.

    Where the document lists changes only, a rule that gives other values is what changes. In a document that lists
    the whole table it is a remark and a question, and the column stays until somebody answers.
    """
    change: list[tuple[ColumnMapping, Mandate]] = []
    findings: list[Finding] = []
    questions: list[Question] = []
    for each in found:
        if each.agreement is Agreement.SAME:
            continue
        mandate = _mandate(each, difference, target, desk)
        if mandate is not None:
            change.append((each.row, mandate))
        elif each.agreement is Agreement.DIFFERS:
            question = _question(each, target)
            questions.append(question)
            findings.append(_remark(each, target, question))
    return _moved(difference, change, findings), tuple(questions)


def _mandate(each: Compared, difference: Delta, target: TargetMapping, desk: Desk) -> Mandate | None:
    """Why an unmarked row changes its column; None where it does not."""
    answer = desk.said.answers.get(_question(each, target).id, "")
    if answer == RULE_COUNTS:
        why = say("mandate.answered", column=each.row.name)
        return Mandate(each.row.name, MandateState.CHANGED, why, each.row.cell)
    if answer or not difference.only_changes:
        return None
    if each.agreement is Agreement.NOT_KNOWN and not each.row.rule.strip():
        return None
    why = say("mandate.only_changes", column=each.row.name)
    return Mandate(each.row.name, MandateState.CHANGED, why, each.row.cell, is_told=False)


def _moved(
    difference: Delta, change: Sequence[tuple[ColumnMapping, Mandate]], findings: Sequence[Finding]
) -> Delta:
    by_name = {mandate.column: mandate for _row, mandate in change}
    rows = [row for row, _mandate in change]
    return replace(
        difference,
        changed=(*difference.changed, *rows),
        kept=tuple(row for row in difference.kept if row.name not in by_name),
        findings=(*difference.findings, *findings),
        mandates=tuple(by_name.get(m.column, m) for m in difference.mandates),
    )


def _question(each: Compared, target: TargetMapping) -> Question:
    row = each.row
    rule = row.rule_resolved or row.rule or ", ".join(map(str, row.sources))
    return Question(
        question_id(target.name, row.name, DISAGREES, rule),
        target.name,
        row.name,
        DISAGREES,
        say("question.disagrees", column=row.name, rule=rule),
        (
            Choice(SQL_COUNTS, say("question.sql_counts")),
            Choice(RULE_COUNTS, say("question.rule_counts", rule=rule)),
        ),
        free=False,
        decides=each.rows,
    )


def _remark(each: Compared, target: TargetMapping, question: Question) -> Finding:
    row = each.row
    message = say("update.disagrees", column=row.name, count=each.rows)
    cell = row.cell_of(Role.RULE) or row.cell
    return Finding("D229", Severity.WARNING, message, cell, target.name, row.name, question)
