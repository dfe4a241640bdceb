"""Texts on rows that were left open, followed as what they most likely mean: each an assumption to be confirmed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from signoff.core.domain.cells import Cell
from signoff.core.domain.expressions import Origin
from signoff.core.domain.findings import Finding
from signoff.core.domain.plan import Condition, JoinKind
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import Step, StepKind
from signoff.core.merge.assumed import assumed_filter
from signoff.core.merge.filtersteps import place_filter
from signoff.core.merge.inner_relations import only_rows
from signoff.core.merge.likely.cues import BEHIND, KINDS, LEAVES, LIMITS
from signoff.core.merge.likely.durations import likely_duration
from signoff.core.merge.likely.marked import marked
from signoff.core.merge.likely.rows import THEY_STAY, Likely, likely_rows, says_that_rows_stay
from signoff.core.merge.likely.units import units_of
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import words
from signoff.core.merge.row_brackets import with_empty_kept
from signoff.core.merge.row_readings import row_readings
from signoff.core.merge.scoping import find_everywhere, relation_columns
from signoff.core.merge.sectiondraft import SectionDraft, rows_of
from signoff.core.merge.sqlparts import columns_of, has_window, parsed


def follow_likely(draft: SectionDraft) -> None:
    """Follow the filters of a section that were left open, as far as anything points to what they mean."""
    for condition in list(draft.unresolved):
        if len(row_readings(condition.text, draft.plan(), draft.schema, draft.target)) > 1:
            continue
        if not (
            _NOTHING.fullmatch(condition.text.strip())
            or _keep_missing(draft, condition)
            or _follow(draft, condition.text, condition.cell)
        ):
            continue
        draft.unresolved.remove(condition)
        told = next((f for f in draft.findings if _is_on(f, condition)), None)
        if told is not None:
            draft.findings.remove(told)


def follow_whole(
    draft: SectionDraft, steps: Iterable[Step], open_notes: Iterable[Finding], told: Sequence[str] = ()
) -> list[str]:
    """Follow what is left of texts of several sentences, which say together what none of them says alone.

    Of a text a clause of which was left open all of it counts, else what says that rows go, or which of several stays;
    and only what is on columns that nothing made of the text is on yet.

    Args:
        draft: a section whose clauses were read one by one.
        steps: the target's steps as the document has them.
        open_notes: findings on notes that nothing follows from.
        told: sentences that were followed otherwise.

    Returns:
        What was read in its context, which is not read again without it.
    """
    read: list[str] = []
    cells = {c.cell for c in draft.unresolved} | {f.cell for f in open_notes}
    joined = {name for r in draft.relations if r.on is not None for name in _columns(r.on.sql)}
    for step in steps:
        if step.cell is None or step.kind not in (StepKind.NOTE, StepKind.FILTER):
            continue
        if _has_several_readings(draft, step.condition):
            continue
        is_open = step.cell in cells and len(_SENTENCE.split(step.condition)) >= _FEWEST
        units = [unit for unit in units_of(step.condition) if unit not in told]
        text = "\n".join(units)
        read += [unit for unit in units if is_open and _only_stay(unit)]
        found = likely_rows(text, draft.relations, draft.schema, _keys(draft))
        read += [unit for unit in units if found and is_open and KINDS.search(unit) and LEAVES.search(unit)]
        own = [c for c in (*draft.filters, *draft.having, *draft.qualify) if c.cell == step.cell]
        used = {name for each in own for name in _columns(each.sql)}
        for each in found:
            names = _columns(each.sql)
            if names and names <= joined:
                continue
            read += [each.text] if is_open and not _is_limited(each.text) else []
            if not is_open and (names & (used | joined) or not (each.picks or each.limits)):
                continue
            if names <= used:
                _behind(draft, each, names, step.cell)
            elif _fits(draft, each.text, each) and not _is_there(draft, each):
                _put(draft, each, step.cell)
    return read


def _has_several_readings(draft: SectionDraft, text: str) -> bool:
    """Whether several readings of a text are known, which are offered: then none of them is followed."""
    said = (text, _LABEL.sub("", text, count=1))
    return any(
        len(row_readings(t, draft.plan(), draft.schema, draft.target)) > 1 for t in dict.fromkeys(said)
    )


def _only_stay(unit: str) -> bool:
    """Whether a sentence only says that rows stay, or come again, and limits nothing."""
    return (THEY_STAY.search(unit) or _REPEATS.search(unit)) is not None and not _is_limited(unit)


def _is_limited(unit: str) -> bool:
    """Whether a sentence says when what it tells holds: of that nothing is read in passing."""
    return LIMITS.search(unit) is not None or _BUT_ONLY.search(unit) is not None


def _behind(draft: SectionDraft, likely: Likely, names: set[str], cell: Cell) -> None:
    """Move a filter behind the choice of a row, where the whole text tells that it comes then."""
    for each in list(draft.filters) if likely.behind else ():
        if each.cell == cell and _columns(each.sql) == names:
            draft.filters.remove(each)
            draft.qualify.append(each)


def _columns(sql: str) -> set[str]:
    tree = parsed(sql)
    return {c.sql().casefold() for c in columns_of(tree)} if tree is not None else set()


_NOTHING = re.compile(
    r"(?:where\s+)?(?:none|no|nothing|n\s*/?\s*a|-+|all|no\s+filters?|only|and|then|first|next|also)\W*",
    re.IGNORECASE,
)
"""Says that there is nothing, or is left of a text whose other words are read."""
_REPEATS = re.compile(
    r"\b(?:(?:again\s+and\s+again|several\s+times|more\s+than\s+once|multiple\s+times|once\s+for\s+each\s+\w+|twice)\s*$"
    r"|(?:comes?|shows?|turns?|appears?)\s+(?:up\s+)?(?:again|repeatedly))\b",
    re.IGNORECASE,
)
"""Explains why one thing has several rows, which says nothing of them yet."""
_ASIDE = re.compile(r"\s*\((?=[^()]*\b(?:nulls?|empty|missing|blank)\b)[^()]*\)", re.IGNORECASE)
"""Explains what a missing value means, which a reading of the other words holds already or is asked about."""
_LABEL = re.compile(r"^\s*[A-Za-z]+\s*:\s+")
_BUT_ONLY = re.compile(r"\bbut\s+only\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[\w)'\"])[.;!?]\s+|\n+")
_FEWEST = 2
"""Sentences of a text that is read as a whole."""


def follow_notes(draft: SectionDraft, open_notes: list[Finding]) -> list[Finding]:
    """Follow notes of which a finding says that nothing follows from them; returns the findings that stay."""
    left = []
    for finding in open_notes:
        note = next(
            (n for n in draft.notes if finding.message == _untold(n) and finding.cell == n.cell), None
        )
        if note is None or not _follow(draft, note.text, note.cell):
            left.append(finding)
    return left


def _untold(note: Condition) -> str:
    return say("merge.clause_not_followed", clause=note.text)


def _is_on(finding: Finding, condition: Condition) -> bool:
    same = finding.cell == condition.cell
    open_filter = finding.code == "D206" and finding.message == say("merge.filter_not_understood")
    return same and (open_filter or finding.code == "D203")


def _follow(draft: SectionDraft, text: str, cell: Cell | None) -> bool:
    """Put into the query what a text most likely means; False where nothing points to anything."""
    found = _likely(draft, text)
    for each in found:
        if not _is_there(draft, each):
            _put(draft, each, cell)
    return bool(found)


def _likely(draft: SectionDraft, text: str) -> list[Likely]:
    """What a text most likely means for the query's rows, without an explanation in brackets if need be."""
    own = relation_columns(draft.relations[0], draft.schema) if draft.relations else ()
    lasts = likely_duration(text, tuple(own))
    if lasts:
        return [Likely(lasts, text, limits=True)]
    for said in dict.fromkeys((text, _ASIDE.sub("", text))):
        found = likely_rows(said, draft.relations, draft.schema, _keys(draft))
        fitting = [each for each in found if _fits(draft, said, each)]
        if fitting:
            return fitting
    return []


def _is_there(draft: SectionDraft, likely: Likely) -> bool:
    """Whether the query has the condition already, or one row of several is chosen as it is."""
    held = [*draft.filters, *draft.having, *draft.qualify]
    return any(each.sql == likely.sql for each in held) or (
        likely.picks and any(has_window(each.sql) for each in draft.qualify)
    )


def _keep_missing(draft: SectionDraft, condition: Condition) -> bool:
    """Let rows without a value through the filters on the column that a text says it of; False for other texts."""
    said = marked(condition.text, draft.relations, draft.schema)
    if not says_that_rows_stay(said.text):
        return False
    names = {column.column.name for column in said.columns}
    filtered = {name for each in draft.filters for name in _columns(each.sql)}
    if names and not any(column.sql.casefold() in filtered for column in said.columns):
        return False
    for place, each in enumerate(draft.filters):
        for name in names:
            if kept := with_empty_kept(each, name, draft.relations, draft.schema):
                draft.filters[place] = replace(each, sql=kept)
    draft.notes.append(condition)
    return True


def _fits(draft: SectionDraft, text: str, likely: Likely) -> bool:
    """Whether a text speaks of the table its condition is on, or of none that is joined."""
    said = {singular(word) for word in words(text)}
    tree = parsed(likely.sql)
    named = {c.table.casefold() for c in columns_of(tree)} if tree is not None else set()
    own, others = set[str](), set[str]()
    for relation in draft.relations:
        nouns = {singular(word) for word in words(relation.table) if len(word) > 3}
        (own if relation.alias.casefold() in named else others).update(nouns)
    driving = draft.relations[0].alias.casefold()
    return driving in named or not (others - own) & said


def _put(draft: SectionDraft, likely: Likely, cell: Cell | None) -> None:
    condition = Condition(likely.text, likely.sql, Origin.UNRESOLVED, cell)
    joined = _of_joined(draft, likely)
    chosen = any(has_window(each.sql) for each in draft.qualify)
    if likely.behind or (chosen and not likely.picks and BEHIND.match(likely.text)):
        draft.qualify.append(condition)
    elif joined is not None:
        draft.relations[joined] = only_rows(draft.relations[joined], condition)
    else:
        place_filter(draft, condition)
    draft.findings.append(assumed_filter(likely.sql, cell, draft.target.name))


def _of_joined(draft: SectionDraft, likely: Likely) -> int | None:
    """The one left joined table that a condition is about: it says which of its rows are joined."""
    tree = parsed(likely.sql)
    named = {c.table.casefold() for c in columns_of(tree)} if tree is not None else set()
    places = [n for n, r in enumerate(draft.relations) if r.alias.casefold() in named]
    alone = len(places) == len(named) == 1 and places[0] > 0 and not likely.picks
    relation = draft.relations[places[0]] if alone else None
    return (
        places[0]
        if relation is not None and relation.join is JoinKind.LEFT and relation.on is not None
        else None
    )


def _keys(draft: SectionDraft) -> list[str]:
    """The driving table's columns that the target's key columns are copied from."""
    return [
        hits[0].sql
        for column in rows_of(draft)
        if column.key and len(column.sources) == 1
        if (hits := find_everywhere(draft.relations[:1], draft.schema, column.sources[0].column))
    ]
