"""Further parts of a union: what a document says of a source that the existing SQL does not read yet."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from sqlglot.tokenizer_core import TokenType

from signoff.core.domain.cells import Cell
from signoff.core.domain.expressions import Expression, Origin, quoted
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.known_names import squashed
from signoff.core.domain.plan import Draft, JoinKind, Plan, Relation, SectionPlan
from signoff.core.domain.review import Question
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, Schema, Step, StepKind, TargetMapping
from signoff.core.engines.sqltext import SqlTextError, to_dialect
from signoff.core.errors import SignoffError
from signoff.core.merge.alike_branches import alike_branch, the_union
from signoff.core.merge.changed_rows import without_label
from signoff.core.merge.derived import standing_alone
from signoff.core.merge.editing import BranchEdit, EditedText
from signoff.core.merge.existing import ExistingSql, read_existing
from signoff.core.merge.filter_places import condition_over
from signoff.core.merge.further_part_text import laid_out
from signoff.core.merge.lineage import select_outputs
from signoff.core.merge.names import find_table
from signoff.core.merge.part_sentences import part_condition
from signoff.core.merge.planning import columns_of_section, plan_target
from signoff.core.merge.row_owner import keeps_rows_apart
from signoff.core.merge.section_rules import told_apart
from signoff.core.merge.selects import every_place
from signoff.core.merge.sqlparts import DIALECT, columns_of, conjunction
from signoff.core.merge.sqltokens import tokens_of
from signoff.core.merge.stepping import sections_of, union_all_of
from signoff.core.merge.table_texts import table_style
from signoff.core.pipeline.desk import Desk
from signoff.core.pipeline.drafting import DraftOutcome, condition_resolver, draft_target
from signoff.core.pipeline.noted_combinations import part_of_combinations
from signoff.core.pipeline.noted_parts import part_of_note

_SAME_NAME = re.compile(r"^([ \t]*)(\w+) as \2(,?)$", re.MULTILINE)
"""A line of a list that gives a column its own name."""
_UNIONS = (StepKind.UNION, StepKind.UNION_ALL)


@dataclass(frozen=True)
class Further:
    """One part of a target that the existing SQL does not have."""

    name: str
    """As the document calls it; its number where it has no name."""
    table: str
    """It starts from."""
    target: TargetMapping
    """The part alone."""
    cell: Cell | None
    is_all: bool = True
    """Equal rows stay, as by UNION ALL."""
    is_sure: bool = True
    """False where the file has more parts than the document's others: it may read the same under another name."""


@dataclass(frozen=True)
class Branches:
    """The parts that are put behind those of the file."""

    edits: tuple[BranchEdit, ...] = ()
    expressions: Mapping[str, tuple[Expression, ...]] = field(default_factory=dict)
    """Of each column, case-folded: one more for each part that is made."""
    findings: tuple[Finding, ...] = ()
    questions: tuple[Question, ...] = ()

    def only_shown(self) -> Branches:
        """The same parts as suggestions."""
        edits = tuple(replace(edit, suggestion=True) for edit in self.edits)
        return Branches(edits, findings=self.findings)


def further_parts(
    existing: ExistingSql, target: TargetMapping, schema: Schema, desk: Desk
) -> tuple[TargetMapping, tuple[Further, ...]]:
    """The target as far as the file has its parts, and the parts that begin with a table it does not read.

    Args:
        existing: the file.
        target: all that the document says of it.
        schema: tables the file reads or may read.
        desk: the run's tools.
    """
    noted = part_of_note(existing, target, schema) or part_of_combinations(existing, target, schema)
    if noted is not None:
        return _as_noted(target, *noted)
    if len(target.sections) < 2 and not any(s.kind in _UNIONS for s in target.steps):
        return target, ()
    certain = condition_resolver(target.name, replace(desk, generator=None, ledger=[]))
    plan = plan_target(target, schema, resolve=certain, likely=False)
    if len(plan.sections) < 2:
        return _by_rows(existing, target, schema, desk)
    read = _tables_of(existing, schema)
    begins = [s.relations[0].table if s.relations else "" for s in plan.sections]
    is_new = [bool(table) and squashed(table) not in read for table in begins]
    if all(is_new) or not any(is_new):
        return target, ()
    steps = _steps_of(plan, target)
    is_sure = _most_parts(existing) <= len(plan.sections) - sum(is_new)
    further = tuple(
        replace(_further(target, plan, section, own, union_all_of(target.steps)), is_sure=is_sure)
        for section, own, new in zip(plan.sections, steps, is_new, strict=True)
        if new
    )
    kept = _without(target, plan, steps, is_new)
    told = [_with_told(kept, each) for each in further]
    gone = {id(note) for _part, notes in told for note in notes}
    kept = replace(kept, steps=tuple(s for s in kept.steps if id(s) not in gone))
    return kept, tuple(part for part, _notes in told)


def _as_noted(
    target: TargetMapping, note: Step, alone: TargetMapping
) -> tuple[TargetMapping, tuple[Further, ...]]:
    """The target without a note that tells a further part, and that part."""
    table = alone.steps[0].table
    tables = {squashed(step.table) for step in alone.steps}
    columns = tuple(_of_kept(row, tables) for row in target.columns)
    steps = tuple(step for step in target.steps if step is not note)
    is_all = not any(step.kind is StepKind.UNION for step in alone.steps)
    alone = replace(alone, steps=tuple(step for step in alone.steps if step.kind not in _UNIONS))
    kept = replace(target, columns=columns if is_all else target.columns, steps=steps)
    return kept, (Further("", table, alone, note.cell, is_all),)


def _by_rows(
    existing: ExistingSql, target: TargetMapping, schema: Schema, desk: Desk
) -> tuple[TargetMapping, tuple[Further, ...]]:
    """The same where the rows alone tell the parts: each of a further one reads tables that the file does not."""
    read, certain = (
        _tables_of(existing, schema),
        condition_resolver(target.name, replace(desk, generator=None)),
    )
    new: dict[str, TargetMapping] = {}
    for section in target.sections:
        rows = tuple(row for row in target.columns if row.section.casefold() == section.casefold())
        tables = {squashed(ref.table) for row in rows for ref in row.sources if ref.table}
        if section and tables and tables.isdisjoint(read):
            steps = tuple(s for s in target.steps if s.section.casefold() == section.casefold())
            columns = tuple(replace(row, section="") for row in rows)
            own = tuple(replace(step, section="") for step in steps if step.kind not in _UNIONS)
            new[section.casefold()] = replace(target, columns=columns, steps=own, existing_sql="")
    if not new or len(new) == len(target.sections):
        return target, ()
    further: list[Further] = []
    for section, alone in new.items():
        plan = plan_target(alone, schema, resolve=certain, likely=False)
        if len(plan.sections) != 1 or not plan.sections[0].relations:
            return target, ()
        table, cell = plan.sections[0].relations[0].table, alone.columns[0].cell
        further.append(Further(section, table, alone, cell, is_sure=True))
    is_sure = _most_parts(existing) <= len(target.sections) - len(new)
    kept = replace(
        target,
        columns=tuple(row for row in target.columns if row.section.casefold() not in new),
        steps=tuple(step for step in target.steps if step.section.casefold() not in new),
    )
    return kept, tuple(replace(each, is_sure=is_sure) for each in further)


def _with_told(target: TargetMapping, further: Further) -> tuple[Further, list[Step]]:
    """A part with the conditions that notes say of its rows, and the notes that are told by it."""
    told: list[Step] = []
    own: list[Step] = []
    for note in (s for s in target.steps if s.kind is StepKind.NOTE):
        condition = part_condition(without_label(note.condition), further.table)
        if condition is not None:
            told.append(note)
            own += [replace(note, kind=StepKind.FILTER, condition=condition, state="")] if condition else []
    if not own:
        return further, told
    kept = (s for s in further.target.steps if s.condition not in {note.condition for note in told})
    return replace(further, target=replace(further.target, steps=(*kept, *own))), told


def branches_for(
    existing: ExistingSql,
    further: Sequence[Further],
    edited: EditedText,
    rows: Sequence[ColumnMapping],
    schema: Schema,
    desk: Desk,
) -> Branches:
    """A SELECT for each further part, with the columns that the edited file has, in their order.

    It is made where each column is certain and the whole runs; else it is a suggestion with its place.

    Args:
        existing: the file.
        further: the parts it lacks.
        edited: the file with the other edits.
        rows: what the document says of the parts that the file has.
        schema: tables the parts read.
        desk: the run's tools.
    """
    bound = desk.sandbox.bind_many([edited.rendered_sql], desk.cancel)[0]
    if not further or not bound.ok:
        return Branches(findings=tuple(_not_made(each) for each in further))
    names = tuple(name for name, _kind in bound.columns)
    edits: list[BranchEdit] = []
    findings: list[Finding] = []
    questions: list[Question] = []
    expressions: dict[str, tuple[Expression, ...]] = {name.casefold(): () for name in names}
    for each in further:
        inside = _inside(existing, each, rows, schema, desk) or _told_inside(
            existing, each, edited, schema, desk
        )
        if inside is not None:
            edits.append(inside)
            continue
        outcome, lacking = _drafted(each, names, schema, desk)
        edit = _edit(existing, each, outcome, names, desk)
        is_safe = edit is not None and each.is_sure and not lacking and _is_certain(outcome.draft)
        is_safe = is_safe and _can_follow(existing) and _runs(edited, outcome.draft, each, desk)
        if edit is None:
            findings.append(_not_made(each))
            continue
        edits.append(replace(edit, suggestion=not is_safe))
        findings += [_lacking(each, lacking)] if lacking else []
        findings += outcome.draft.findings
        more = [row for row in each.target.columns if squashed(row.name) not in set(map(squashed, names))]
        findings += [_more(each, row) for row in more]
        if is_safe:
            questions += outcome.questions
            for column in outcome.draft.columns:
                held = expressions[column.name.casefold()]
                expressions[column.name.casefold()] = (*held, *column.expressions)
    return Branches(tuple(edits), expressions, tuple(findings), tuple(questions))


def _tables_of(existing: ExistingSql, schema: Schema) -> frozenset[str]:
    """Squashed names of every table that the file reads, however deep."""
    found = set()
    for place in every_place(existing):
        for table in place.select.tables:
            if table.name and place.query_of(table) is None:
                known = find_table(schema, table.name)
                found.add(squashed(known.name if known is not None else table.name))
    return frozenset(found)


def _most_parts(existing: ExistingSql) -> int:
    """How many parts the file's widest union has, at whatever depth."""
    tables = (place.query_of(t) for place in every_place(existing) for t in place.select.tables)
    return max(len(existing.parts), *(len(query.parts) for query in tables if query is not None), 1)


def _steps_of(plan: Plan, target: TargetMapping) -> list[list[Step]]:
    """The query steps of each part."""
    parts = sections_of(target.steps)
    if len(parts) == len(plan.sections):
        return [steps for _name, steps in parts]
    return [[s for s in target.steps if s.section in ("", section.name)] for section in plan.sections]


def _further(
    target: TargetMapping, plan: Plan, section: SectionPlan, steps: Sequence[Step], is_all: bool
) -> Further:
    names = [each.name for each in plan.sections]
    rows = columns_of_section(target, section, len(names)).columns
    columns = tuple(replace(told_apart(row, section.name, names), section="") for row in rows)
    own = tuple(replace(s, section="") for s in steps if s.kind not in _UNIONS)
    relation = section.relations[0]
    first = next((row.cell for row in rows if row.cell is not None), None)
    alone = replace(target, columns=columns, steps=own, existing_sql="")
    return Further(section.name, relation.table, alone, relation.cell or first or target.cell, is_all)


def _without(
    target: TargetMapping, plan: Plan, steps: Sequence[Sequence[Step]], is_new: Sequence[bool]
) -> TargetMapping:
    """The target without what only its further parts need."""
    names = {s.name.casefold() for s, new in zip(plan.sections, is_new, strict=True) if new and s.name}
    kept = {id(s) for own, new in zip(steps, is_new, strict=True) if not new for s in own}
    gone = {id(s) for own in steps for s in own} - kept
    tables = {squashed(s.relations[0].table) for s, new in zip(plan.sections, is_new, strict=True) if new}
    columns = (_of_kept(c, tables) for c in target.columns if c.section.casefold() not in names)
    own_steps = tuple(
        s for s in target.steps if id(s) not in gone and (not s.section or s.section.casefold() not in names)
    )
    own_steps = tuple(s for s in own_steps if s.kind not in _UNIONS or squashed(s.table) not in tables)
    return replace(target, columns=tuple(columns), steps=own_steps)


def _of_kept(row: ColumnMapping, tables: set[str]) -> ColumnMapping:
    """A row that holds for every part, without the source cells of the further ones."""
    own = tuple(ref for ref in row.sources if squashed(ref.table.rpartition(".")[2]) not in tables)
    return row if not own or len(own) == len(row.sources) else replace(row, sources=own)


def _drafted(
    further: Further, names: Sequence[str], schema: Schema, desk: Desk
) -> tuple[DraftOutcome, list[str]]:
    """The part alone with these columns, and those of which it says nothing."""
    rows: dict[str, ColumnMapping] = {}
    for row in further.target.columns:
        rows.setdefault(squashed(row.name), row)
    lacking = [name for name in names if squashed(name) not in rows]
    none = ColumnMapping(further.target.name, "", cell=further.cell)
    columns = tuple(replace(rows.get(squashed(name), none), name=name) for name in names)
    alone = replace(further.target, columns=columns)
    return draft_target(alone, schema, (), desk), lacking


def _edit(
    existing: ExistingSql, further: Further, outcome: DraftOutcome, names: tuple[str, ...], desk: Desk
) -> BranchEdit | None:
    plan = outcome.draft.plan
    if plan is None or not plan.sections[0].relations:
        return None
    word = _word(existing, is_all=further.is_all)
    try:
        sql = _as_file(existing, outcome.draft)
    except SqlTextError:  # the file's dialect has no such construct
        return None
    return BranchEdit(sql, further.cell, word, why=_why(further, desk), columns=names)


def _inside(
    existing: ExistingSql, further: Further, rows: Sequence[ColumnMapping], schema: Schema, desk: Desk
) -> BranchEdit | None:
    """The part written like one of a union inside the file; None where there is none, or it can't be."""
    alike = alike_branch(existing, rows, further.target.columns, schema)
    if alike is None:
        return None
    where = _conditions(further, schema, desk)
    if where is None:
        return None
    alike = replace(alike, where=where)
    is_safe = further.is_sure and not existing.rendered.asks_incremental
    return BranchEdit("", further.cell, suggestion=not is_safe, why=_why(further, desk), alike=alike)


def _told_inside(
    existing: ExistingSql, further: Further, edited: EditedText, schema: Schema, desk: Desk
) -> BranchEdit | None:
    """The part told column by column, behind the last one of the union inside the file; None where it is not wholly.

    It has the columns that the union has once the other edits are made, each certain, and runs with the union.
    """
    word = "union all" if further.is_all else "union"
    union = the_union(existing, word)
    if union is None or len(existing.parts) != 1 or existing.rendered.asks_incremental:
        return None
    now = read_existing(edited.text, existing.rendered.around, existing.dialect)
    wider = the_union(now, word)
    names = tuple(o.name for o in select_outputs(now, wider.parts[0], schema)) if wider is not None else ()
    told = {squashed(row.name) for row in further.target.columns}
    if wider is None or not names or not {squashed(name) for name in names} <= told:
        return None
    outcome, _lacking_ones = _drafted(further, names, schema, desk)
    if outcome.draft.plan is None or not _is_certain(outcome.draft):
        return None
    try:
        sql = _as_file(existing, outcome.draft)
    except SqlTextError:  # the file's dialect has no such construct
        return None
    is_safe = further.is_sure and _add_up(standing_alone(now, wider), outcome.draft.sql, word, desk)
    why = _why(further, desk)
    return BranchEdit(
        sql, further.cell, word, suggestion=not is_safe, why=why, columns=names, query=union.query
    )


def _add_up(union: str, part: str, word: str, desk: Desk) -> bool:
    """Whether a union and a further part run together on the samples, and give the rows of both, or equal ones once."""
    one, other = (f"(\n{sql.rstrip().rstrip(';')}\n)" for sql in (union, part))
    both = f"select * from {one} as held {word} select * from {other} as further"
    counts = [
        desk.sandbox.count(sql, desk.cancel)
        for sql in (f"select 1 from {one} as held", f"select 1 from {other} as further", both)
    ]
    most = counts[0] + counts[1]
    return counts[2] == most if word == "union all" else counts[0] <= counts[2] <= most


def _conditions(further: Further, schema: Schema, desk: Desk) -> str | None:
    """The part's own filters over its table; None where one of its steps asks more than that."""
    certain = condition_resolver(further.target.name, replace(desk, generator=None, ledger=[]))
    relation = Relation(further.table, further.table, JoinKind.DRIVING)
    found = []
    for step in further.target.steps:
        if step.kind in (StepKind.DRIVING, StepKind.NOTE):
            continue
        known = condition_over([relation], step, schema, certain) if step.kind is StepKind.FILTER else None
        if known is None:
            return None
        found.append(known.sql)
    return conjunction(found) if found else ""


def _why(further: Further, desk: Desk) -> str:
    why: str = say("edits.add_part", part=further.name or further.table, table=further.table)
    since = desk.since.get(further.target.name.casefold())
    if since is not None and not _had(since.target, further):
        return f"{why} {say('edits.since', document=since.document, said=say('mandate.since_nothing'))}"
    return why


def _had(before: TargetMapping, further: Further) -> bool:
    """Whether the version before has a part that begins with the same table."""
    tables = {squashed(s.table) for s in before.steps}
    tables |= {squashed(ref.table) for row in before.columns for ref in row.sources}
    return squashed(further.table) in tables


def _word(existing: ExistingSql, *, is_all: bool) -> str:
    """The word between the file's last two parts, else what the document says."""
    known = existing.query.operators[-1:] if len(existing.parts) > 1 else ()
    return known[0] if known and known[0] in ("union", "union all") else "union all" if is_all else "union"


def _as_file(existing: ExistingSql, draft: Draft) -> str:
    """The part's SELECT with its tables, and the columns of a table that stands alone, written as the file does."""
    plan = draft.plan
    assert plan is not None
    relations = plan.sections[0].relations
    tables = {r.table.casefold(): r.table for r in relations}
    alone = relations[0].alias if len(relations) == 1 and not _names_tables(existing) else None
    style = table_style(existing)
    pieces, place = [], 0
    own = draft.sql if existing.dialect == DIALECT else to_dialect(draft.sql, existing.dialect, pretty=True)
    tokens = tokens_of(own, existing.dialect)
    for before, token, behind in zip(tokens, tokens[1:], [*tokens[2:], tokens[-1]], strict=False):
        if token.text == alone and behind.token_type is TokenType.DOT:
            pieces.append(own[place : token.start])
            place = behind.end + 1
        elif before.token_type in (TokenType.FROM, TokenType.JOIN) and token.text.casefold() in tables:
            name = tables[token.text.casefold()]
            written = style(name)
            is_plain = "{{" not in written or behind.token_type is TokenType.ALIAS
            pieces += [own[place : token.start], written, "" if is_plain else f" as {quoted(name)}"]
            place = token.end + 1
    sql = ("".join(pieces) + own[place:]).strip()
    sql = sql if existing.dialect == DIALECT else laid_out(sql, existing)
    return sql if alone is None else _SAME_NAME.sub(r"\1\2\3", sql)


def _names_tables(existing: ExistingSql) -> bool:
    """Whether a list of the result writes a column with its table."""
    trees = [existing.item(item) for place in existing.parts for item in place.select.items]
    return any(column.table for tree in trees if tree is not None for column in columns_of(tree))


def _is_certain(draft: Draft) -> bool:
    """Whether each value and each relation of a part is there, none of it only proposed."""
    plan = draft.plan
    assert plan is not None
    section = plan.sections[0]
    conditions = [
        *section.filters,
        *section.having,
        *section.qualify,
        *(r.on for r in section.relations if r.on),
    ]
    return (
        all(column.origin is not Origin.UNRESOLVED for column in draft.columns)
        and all(each.origin is not Origin.UNRESOLVED for each in conditions)
        and not (section.left_out or section.unresolved)
        and not any(f.severity is Severity.ERROR for f in draft.findings)
    )


def _can_follow(existing: ExistingSql) -> bool:
    """Whether rows can come behind those of the file's parts: nothing counts, merges or chooses rows across them.

    A part that a later load is to read only the new rows of needs a condition that nobody wrote.
    """
    if existing.rendered.asks_incremental or not all(
        keeps_rows_apart(existing, place) for place in existing.parts
    ):
        return False
    limits = (TokenType.LIMIT, TokenType.OFFSET, TokenType.FETCH, TokenType.QUALIFY)
    return not any(token.token_type in limits for token in existing.tokens)


def _runs(edited: EditedText, draft: Draft, further: Further, desk: Desk) -> bool:
    """Whether file and part run together on the samples, and give the rows of both."""
    old, new = (f"(\n{sql.rstrip().rstrip(';')}\n)" for sql in (edited.rendered_sql, draft.sql))
    both = f"select * from {old} as held union all select * from {new} as further"
    try:
        counts = [desk.sandbox.count(sql, desk.cancel) for sql in (f"select 1 from {old} as held", both)]
        more = desk.sandbox.count(f"select 1 from {new} as further", desk.cancel)
    except SignoffError:
        return False
    return counts[1] == counts[0] + more


def _lacking(further: Further, names: Sequence[str]) -> Finding:
    message = say(
        "update.part_without", part=further.name or further.table, columns=", ".join(names), count=len(names)
    )
    return Finding("D252", Severity.WARNING, message, further.cell, further.target.name)


def _more(further: Further, row: ColumnMapping) -> Finding:
    message = say("update.part_has_more", part=further.name or further.table, column=row.name)
    return Finding("D252", Severity.WARNING, message, row.cell, further.target.name, row.name)


def _not_made(further: Further) -> Finding:
    message = say("update.part_not_made", part=further.name or further.table, table=further.table)
    return Finding("D252", Severity.WARNING, message, further.cell, further.target.name)
