"""Notes that say in running text how rows come about, taken apart into steps.

``One row per visit, driven by encounters. Left join patients on patient_id; cancelled visits are left out.`` becomes a
driving table, a join and a filter, each at the note's cell. A clause that is none of these stays a note.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.known_names import squashed
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, Schema, SourceTable, Step, StepKind, TargetMapping
from signoff.core.merge.clauses import clauses_of
from signoff.core.merge.empty_stays import with_empty_stays
from signoff.core.merge.equal_rows import equal_rows, tables_meant, told_equal_rows
from signoff.core.merge.everyday.restating import tells_with_a_limit
from signoff.core.merge.everyday.said import world_of
from signoff.core.merge.exact_doubles import says_doubles
from signoff.core.merge.first_clauses import taken_out
from signoff.core.merge.join_kind_lists import joined_alike, joins_of_one_kind
from signoff.core.merge.key_nouns import meant_keys
from signoff.core.merge.latestwords import read_latest
from signoff.core.merge.left_out_that_is import told_after
from signoff.core.merge.likely.cues import LIMITS
from signoff.core.merge.limits_behind import without_limit
from signoff.core.merge.lookuptexts import named_table, singular
from signoff.core.merge.missing_counts import counts_as
from signoff.core.merge.names import bare, find_column, words
from signoff.core.merge.prose_parts import OPENS_PARTS, as_before, part_steps
from signoff.core.merge.prose_shapes import (
    ALL_ROWS,
    ALL_STAY,
    BULLET,
    BY_WORD,
    DEDUPES,
    DISTINCT,
    DRIVING,
    FILTER,
    GRAIN,
    GRAIN_LEAD,
    GROUP,
    JOIN_STEPS,
    JOIN_WITHIN,
    JOINS,
    KEPT,
    KEY_IN_BRACKETS,
    KIND_IN_BRACKETS,
    LAYERS,
    MUST_BE,
    NAMES_VALUES,
    ONLY_HELD,
    ONLY_TAKEN,
    OPENS_LIST,
    PASSIVE,
    RESTRICTS,
    SELECTS,
    STATES_ROWS,
    TWO,
    UNION,
    WEAK,
    sums_up_rows,
)
from signoff.core.merge.row_verbs import goes_too, with_pronouns_told
from signoff.core.merge.rowfilters import TIES, is_remark, with_alike
from signoff.core.merge.rows_told import rows_told, without_whom
from signoff.core.merge.rowtexts import says_which_rows, without_emphasis
from signoff.core.merge.undated import says_undated


def with_prose(target: TargetMapping, schema: Schema) -> TargetMapping:
    """The target with steps in place of the notes they were told in; unchanged when nothing is understood.

    Args:
        target: its notes are steps of kind note.
        schema: the tables that a note may name.
    """
    found: list[Step] = []
    grains: list[Step] = []
    weak: list[Step] = []
    open_list, in_parts = "", False
    equals: list[Step] = []
    described = Step(target.name, 0, StepKind.NOTE, condition=target.description, cell=target.cell)
    every = (*target.steps, *([described] if target.description else []))
    for step, following in zip(every, (*every[1:], None), strict=False):
        if step.kind is not StepKind.NOTE:
            found.append(step)
            continue
        text = step.condition or step.table
        if open_list and BULLET.match(text):
            text = f"{open_list} {BULLET.sub('', text).rstrip(' ,;')}"
        else:
            open_list = ""
        part = part_steps(text, step, lambda name: _table(schema, name)) if in_parts else []
        if part or _is_heading(text):
            found += part or [step]
            continue
        in_parts = OPENS_PARTS.search(text) is not None
        first, text = taken_out(text, step, target, schema)
        found += first
        before, equal, behind = told_equal_rows(text, partial(_are_equal_rows, target, schema))
        if equal:
            text = f"{before} {behind}".strip()
            equals.append(replace(step, kind=StepKind.FILTER, table="", condition=equal))
        for clause in with_alike(with_pronouns_told(told_after(each) for each in clauses_of(text))):
            opened = OPENS_LIST.match(clause) if _list_follows(text, following) else None
            if opened is not None:
                open_list = "only" if opened["way"].lower().startswith("only") else "leave out"
                clause = opened["head"].strip(" ,;:-")
                if not clause:
                    continue
            if (kept := with_empty_stays(clause, found)) is not None:
                found[-1] = kept
                continue
            is_tie = bool(found) and found[-1].kind is StepKind.NOTE and TIES.match(clause) is not None
            if found and found[-1].cell == step.cell and (is_tie or _goes_on(found[-1], clause)):
                found[-1] = replace(found[-1], condition=f"{found[-1].condition}; {clause}")
                continue
            clause = as_before(clause, step, found)
            told = list(_steps(clause, step, target, schema))
            is_weak = bool(WEAK.search(clause))
            grains += [s for s in told if is_weak and s.kind is StepKind.GROUP_BY]
            weak += [s for s in told if is_weak and s.kind is StepKind.DRIVING]
            found += [s for s in told if s not in grains and s not in weak]
            is_plain = step is described and not says_which_rows(clause)
            selects = SELECTS.match(text) and not ALL_ROWS.match(clause) and not goes_too(clause)
            may_limit = not told and not is_plain and not says_doubles(text)
            limited = may_limit and _is_limited(clause, step, target, schema)
            limited = limited or (bool(equal) and not told and _is_beside(clause, equal))
            kind = StepKind.FILTER if selects or limited else StepKind.NOTE
            found += [] if told or is_plain else [replace(step, kind=kind, condition=clause)]
    found += [*equals, *weak, *_grouped(grains, target, found, schema)]
    if all(step.kind is StepKind.NOTE for step in found):
        return replace(target, steps=tuple(found)) if found else target
    return replace(target, steps=tuple(_in_order(found)))


def _is_limited(clause: str, step: Step, target: TargetMapping, schema: Schema) -> bool:
    """Whether a clause that nothing follows from limits one that is understood: ``… stay behind on Sundays``."""
    clause = ALL_STAY.sub("", clause)
    said = clause.split()
    if len(said) < _FEWEST or goes_too(clause) or is_remark(clause) or says_doubles(clause):
        return False
    for cut in range(len(said) - 1, max(len(said) - _MOST_BEHIND, 3) - 1, -1):
        head = " ".join(said[:cut]).strip(" ,;:")
        if _ENDS_OPEN.search(head) or said[cut].casefold().strip(" .,;") in ("once", "twice"):
            continue
        if goes_too(head) or any(
            s.kind in (StepKind.FILTER, *JOIN_STEPS) for s in _steps(head, step, target, schema)
        ):
            return True
    return False


def _limits_remark(note: Step, steps: Sequence[Step]) -> bool:
    """Whether a note limits what is said of a filter beside it: ``no status is kept, provided …``."""
    beside = [each for each in steps if each.kind is StepKind.FILTER and each.cell == note.cell]
    return any(
        is_remark(head) or any(with_empty_stays(head, [each]) for each in beside)
        for head in without_limit(note.condition)
    )


def _is_beside(clause: str, equal: str) -> bool:
    """Whether a clause goes on about what rows are equal in: ``records without a mail …`` behind ``one per mail``."""
    said, told = ({singular(w) for w in words(text) if len(w) > 3} for text in (clause, equal))
    return bool(said & told) and _EXEMPTS.search(clause) is not None and not is_remark(clause)


_EXEMPTS = re.compile(
    r"\b(?:without|missing|empty|blank|exempt|not|never|except|unless|if|only|all|no)\b", re.IGNORECASE
)


_FEWEST = 5
_MOST_BEHIND = 7
"""Words that may stand behind what is understood."""
_ENDS_OPEN = re.compile(
    r"\b(?:and|or|of|the|an?|in|on|to|for|with|by|from|that|which|not|if|unless|only|no|than)$",
    re.IGNORECASE,
)


def _are_equal_rows(target: TargetMapping, schema: Schema, text: str) -> bool:
    """Whether a text tells which of equal rows of a table stays."""
    return any(equal_rows(text, [table], schema, None, target) for table in tables_meant(target, schema))


def _is_heading(text: str) -> bool:
    """Whether a text only leads to the lines behind it: ``How the tables come together:``."""
    return _HEADING.match(text) is not None


_READS = re.compile(r"^from\s+[\w.]+\s+\S", re.IGNORECASE)
"""What a line says that is read, and more: ``from booking on working days``."""
_HEADING = re.compile(
    r"^\s*how\s+(?:[a-z]+\s+){1,5}(?:together|joined|linked|connected|built|put\s+together)\s*:?\s*$",
    re.IGNORECASE,
)


def _list_follows(text: str, following: Step | None) -> bool:
    """Whether a text ends as one does before its list, or the next one is an item: else it says what it says."""
    items = following is not None and BULLET.match(following.condition or following.table)
    listed = items and BULLET.match(text) is None
    return bool(listed) or text.rstrip().endswith((":", "-", "–", "…", "..."))


def _goes_on(last: Step, clause: str) -> bool:
    """Whether a clause belongs to the filter before it: a remark on it, or what ties go to."""
    goes_on = is_remark(clause) or counts_as(clause) or TIES.match(clause) is not None
    return last.kind is StepKind.FILTER and goes_on


def prose_followed(before: TargetMapping, after: TargetMapping, schema: Schema) -> list[Finding]:
    """One remark for each text that `with_prose` made steps of, and what of these texts nothing follows from.

    A clause on rows that was not understood holds the sign-off; what was understood is shown to be confirmed.
    """
    given = [step.cell for step in before.steps if step.kind is not StepKind.NOTE]
    followed = dict.fromkeys(
        s.cell for s in after.steps if s.kind is not StepKind.NOTE and s.cell not in given
    )
    by_row = {(cell.sheet, cell.row): cell for cell in reversed(followed) if cell is not None}
    found = [
        Finding("D215", Severity.WARNING, say("merge.prose_followed"), cell, before.name)
        for cell in by_row.values()
    ]
    world = world_of(after, schema)
    for step in after.steps:
        text = ALL_STAY.sub("", step.condition)
        if goes_too(text) or _is_heading(text):
            continue
        if step.kind is not StepKind.NOTE or len(text.split()) < 3 or read_latest(text) is not None:
            continue
        beside = step.cell in followed and (RESTRICTS.search(text) or NAMES_VALUES.search(text))
        restricts = says_which_rows(text) or beside or (world is not None and tells_with_a_limit(text, world))
        restricts = restricts or _limits_remark(step, after.steps)
        restricts = restricts or (_READS.match(text) is not None and LIMITS.search(text) is not None)
        if STATES_ROWS.search(text) or restricts:
            message = say("merge.clause_not_followed", clause=text)
            found.append(Finding("D206", Severity.ERROR, message, step.cell, before.name))
    return found


def _steps(clause: str, note: Step, target: TargetMapping, schema: Schema) -> Iterator[Step]:
    """The steps one clause stands for; none when it is not of a known kind."""
    kind_word = KIND_IN_BRACKETS.search(clause)
    plain = KIND_IN_BRACKETS.sub(" ", clause).strip() if kind_word else clause
    plain = KEY_IN_BRACKETS.sub(r"\g<join> on \g<on>", without_emphasis(ALL_STAY.sub("", plain)))
    if not plain:
        return
    within = JOIN_WITHIN.search(plain)
    inner = _join(within["join"], note, schema, "") if within is not None else None
    if within is not None and inner is not None:
        yield inner
        beside = " ".join(JOIN_WITHIN.sub(" ", without_whom(plain, inner.table)).split())
        yield from list(_steps(beside, note, target, schema)) or [replace(note, condition=beside)]
        return
    two = TWO.match(plain)
    if two is not None and (left := _table(schema, two["left"])) is not None:
        rest = list(_steps(two["rest"], note, target, schema))
        if rest:
            alias = two["left_alias"] or ""
            yield _step(note, StepKind.DRIVING, left, alias)
            yield from rest
            return
    before, of_one_kind = joins_of_one_kind(clause, note, schema)
    led = list(_steps(before, note, target, schema)) if of_one_kind and before else []
    if of_one_kind and (led or not before):
        yield from [*led, *of_one_kind]
        return
    alike = joined_alike(clause, note, target, schema)
    if alike:
        yield from alike
        return
    union = list(_union(plain, note, schema))
    if union:
        yield from union
        return
    if is_remark(plain):
        return
    joined = _join(plain, note, schema, kind_word.group(1) if kind_word else "")
    if joined is not None:
        yield joined
        return
    if DEDUPES.search(plain) and not DISTINCT.match(plain):
        return
    yield from _others(plain, note, target, schema)


def _others(plain: str, note: Step, target: TargetMapping, schema: Schema) -> Iterator[Step]:
    """A driving table, a grouping, a filter, distinct rows."""
    driving = _driving(plain, note, schema)
    if driving is not None:
        yield driving
    elif DISTINCT.match(plain):
        yield replace(note, kind=StepKind.DISTINCT, condition="", table="")
    elif (group := GROUP.match(plain)) is not None:
        yield replace(note, kind=StepKind.GROUP_BY, condition=group["keys"], table="")
    elif GRAIN_LEAD.search(plain) and (grain := GRAIN.match(plain)) is not None:
        yield _grain(grain["of"], note, target, schema)
    elif (filtered := _filter(plain) or _must_be(plain, target, schema)) is not None:
        yield replace(note, kind=StepKind.FILTER, condition=filtered, table="")
    elif says_undated(plain, [t.name for t in schema.tables if _names_source(t, target)]):
        yield replace(note, kind=StepKind.FILTER, condition=plain, table="")
    else:
        yield from rows_told(plain, note, lambda name: _table(schema, name))


def _grain(text: str, note: Step, target: TargetMapping, schema: Schema) -> Step:
    """What there is one row of: a table that is read, or what to group by; another table stands for its key."""
    table = _table(schema, text)
    if table is not None and _names_source(table, target):
        return _step(note, StepKind.DRIVING, table)
    keys = table.key[0] if table is not None and len(table.key) == 1 else text
    return replace(note, kind=StepKind.GROUP_BY, condition=keys, table="")


def _driving(plain: str, note: Step, schema: Schema) -> Step | None:
    for shape in DRIVING:
        match = shape.match(plain)
        if match is None:
            continue
        alias = match.groupdict().get("alias") or ""
        table = _table(schema, match["table"])
        if table is None and len(parts := match["table"].split()) == 2:
            table, alias = _table(schema, parts[0]), parts[1]
        if table is not None:
            return _step(note, StepKind.DRIVING, table, alias)
    return None


def _filter(plain: str) -> str | None:
    """The filter a clause states, in the active voice."""
    passive = PASSIVE.match(plain)
    if passive is not None:
        return f"leave out {passive['what']}"
    taken = ONLY_TAKEN.match(plain)
    if taken is not None:
        return f"only {taken['these'] or (taken['what'] + (taken['rest'] or ''))}"
    return plain if FILTER.match(plain) or says_which_rows(plain) else None


def _must_be(plain: str, target: TargetMapping, schema: Schema) -> str | None:
    """``State must be A or B``, said of a column of a table that is read."""
    match = MUST_BE.match(plain)
    tables = [t for t in schema.tables if _names_source(t, target)] if match is not None else []
    known = match is not None and any(find_column(t, match["name"]) is not None for t in tables)
    return plain if known else None


def _join(plain: str, note: Step, schema: Schema, bracketed: str) -> Step | None:
    for shape in JOINS:
        match = shape.match(plain)
        table = _table(schema, match["table"]) if match is not None else None
        if match is None or table is None:
            continue
        groups = match.groupdict()
        word = (bracketed or groups.get("kind") or "").lower()
        looks = bool(groups.get("look")) or bool(KEPT.search(plain))
        kind = BY_WORD.get(word) or (StepKind.LEFT_JOIN if looks else StepKind.INNER_JOIN)
        condition = _closed((groups.get("on") or "").strip())
        step = _step(note, kind, table, groups.get("alias") or "")
        return replace(step, condition=condition, kind_assumed=not word and not looks)
    return None


def _closed(text: str) -> str:
    """The text with the closing brackets that a pattern took for its own end."""
    return text + ")" * max(0, text.count("(") - text.count(")"))


def _union(plain: str, note: Step, schema: Schema) -> Iterator[Step]:
    match = UNION.match(plain)
    if match is None:
        return
    text = match["tables"] or match["infix"] or match["passive"]
    names = [
        n for n in re.split(r"\s*(?:,|\+|&|\bunion(?:\s+all)?\b|\band\b|\bwith\b)\s*", text, flags=re.I) if n
    ]
    tables = [_table(schema, name) for name in names]
    if len(tables) < 2 or any(t is None for t in tables):
        return
    keeps = (
        re.search(r"\bunion\b(?!\s+all)", plain, re.I) is None
        or re.search(r"\ball\b", plain, re.I) is not None
    )
    for number, table in enumerate(tables):
        if table is not None:
            if number:
                yield replace(
                    note, kind=StepKind.UNION_ALL if keeps else StepKind.UNION, condition="", table=""
                )
            yield _step(note, StepKind.DRIVING, table)


def _step(note: Step, kind: StepKind, table: SourceTable, alias: str = "") -> Step:
    return replace(note, kind=kind, table=table.name, alias=alias, condition="")


def _table(schema: Schema, text: str) -> SourceTable | None:
    """The table some words mean, also without the prefix of its layer: ``order`` for ``stg_orders``."""
    name = re.sub(r"^(?:the|a|an|all|each|every)\s+", "", text.strip(), flags=re.IGNORECASE)
    found = named_table(schema, name)
    if found is not None:
        return found
    wanted = tuple(singular(w) for w in words(name) if w != "table")
    fitting = [t for t in schema.tables if _called(t.name) == wanted]
    return fitting[0] if wanted and len(fitting) == 1 else None


def _called(name: str) -> tuple[str, ...]:
    parts = words(name)
    while len(parts) > 1 and parts[0] in LAYERS:
        parts = parts[1:]
    return tuple(singular(w) for w in parts)


def _names_source(table: SourceTable, target: TargetMapping) -> bool:
    """Whether a source cell of the target names the table."""
    wanted = squashed(table.name)
    named = {squashed(ref.table.rpartition(".")[2]) for c in target.columns for ref in c.sources if ref.table}
    named |= {squashed(name.rpartition(".")[2]) for c in target.columns for name in c.source_tables}
    return wanted in named


def _grouped(
    grains: Sequence[Step], target: TargetMapping, steps: Sequence[Step], schema: Schema
) -> list[Step]:
    """The stated grain as a grouping, where rules sum up rows and nothing else says what is grouped by."""
    if not grains or any(s.kind is StepKind.GROUP_BY for s in steps):
        return []
    if any(s.kind in (StepKind.FILTER, StepKind.NOTE) and DEDUPES.search(s.condition) for s in steps):
        return []
    grain = replace(grains[0], condition=ONLY_HELD.sub("", grains[0].condition).strip())
    names = [name.strip() for name in re.split(r",|\band\b|&|\+", grain.condition) if name.strip()]
    known = {squashed(c.name) for t in schema.tables for c in t.columns} | {
        squashed(c.name) for c in target.columns
    }
    unknown = [name for name in names if squashed(bare(name)) not in known]
    keys = [c for c in target.columns if c.key]
    meant = meant_keys(unknown, [n for n in names if n not in unknown], target.columns) if unknown else []
    if unknown and not (len(meant) == len(unknown) and len(names) == len(keys) > 1):
        return []
    rules = ((c, _without_counted(c)) for c in target.columns)
    summed = [c for c, rule in rules if sums_up_rows(rule) and not _BESIDE_ROWS.search(rule)]
    taken = [c for c in target.columns if _is_moved(c) and squashed(c.name) not in map(squashed, names)]
    are_rows = len(names) == 1 and len(taken) >= _MANY_MOVED and len(taken) > len(summed)
    return [grain] if summed and not are_rows and not _are_of_keys_table(target, keys, summed) else []


def _are_of_keys_table(
    target: TargetMapping, keys: Sequence[ColumnMapping], summed: Sequence[ColumnMapping]
) -> bool:
    """Whether rows are those of the table that keys are read from: more columns show its values than sum them up."""
    tables = {squashed(ref.table) for c in keys for ref in c.sources if ref.table}
    if len(tables) != 1:
        return False
    shown = [
        c
        for c in target.columns
        if c not in keys
        and c not in summed
        and c.sources
        and {squashed(r.table) for r in c.sources} == tables
    ]
    added = [c for c in summed if any(squashed(ref.table) in tables for ref in c.sources)]
    return len(shown) > 1 and len(shown) > len(added)


_BESIDE_ROWS = re.compile(
    r"^1\s+(?:for|=|is)\b.+\b2\s+(?:for|=|is)\b|\bhas\s+(?:in|within)\s+this\s+(?:table|list|result)\b",
    re.IGNORECASE | re.DOTALL,
)
"""Rules that number or count the rows beside each of them, and put none together."""
_MANY_MOVED = 3
"""Columns taken over as they are beside one key, from which rows are those of the source rather than groups."""


def _is_moved(column: ColumnMapping) -> bool:
    """Whether a column is taken over as it is."""
    return bool(column.sources) and not (column.rule_resolved or column.rule).strip()


def _without_counted(column: ColumnMapping) -> str:
    """A rule without ``number of payments`` where that is what one of its own source columns holds."""
    rule = column.rule_resolved or column.rule
    for ref in column.sources:
        said = r"\s+".join(map(re.escape, words(ref.column)))
        rule = re.sub(rf"\b(?:number|count|total)\s+of\s+(?:the\s+)?{said}\b", ref.column, rule, flags=re.I)
    return rule


def _in_order(steps: Sequence[Step]) -> Iterator[Step]:
    """Numbered anew, one driving table for each part, no table joined twice by saying it twice."""
    parts = sum(s.kind in (StepKind.UNION, StepKind.UNION_ALL) for s in steps)
    seen: set[tuple[str, str]] = set()
    number, drives = 0, 0
    for step in steps:
        same = (squashed(step.table), step.alias.casefold() or squashed(step.table))
        if step.kind is StepKind.DRIVING and not step.section:
            if drives > parts:
                continue
            drives += 1
        elif step.kind in JOIN_STEPS and same in seen and not step.section:
            continue
        seen.add(same)
        number += 1
        yield replace(step, order=number)
