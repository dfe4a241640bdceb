"""What differs from the version of the document that existing SQL was made from, as marks on a target's columns."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from signoff.core.domain.cells import Cell
from signoff.core.domain.delta import ChangeKind, FieldChange
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.mandates import MandateState, Mark, MarkKind, Marks, Since
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, Role, Spec, TargetMapping
from signoff.core.generate.types import duckdb_type, family_of
from signoff.core.merge.row_marks import own_state
from signoff.core.pipeline.desk import Desk
from signoff.core.pipeline.marks import marks_in
from signoff.core.review.versions.fields import content, field_changes, row_changes, row_key
from signoff.core.review.versions.matching import match_rows, match_targets

_PART_OF_TABLE = 3
"""One column in so many that the new version no longer names: it lists a part of the table only."""
_LONGEST = 60
"""Letters of a text that are told."""
_ROLES = {
    ChangeKind.RULE: (Role.RULE, Role.RULE_KIND, Role.JOIN),
    ChangeKind.SOURCE: (Role.SOURCE_COLUMN, Role.SOURCE_TABLE),
    ChangeKind.TYPE: (Role.TARGET_TYPE, Role.TARGET_DEFAULT),
}


@dataclass(frozen=True)
class SinceColumn:
    """One column that is not as the version before has it, or is gone."""

    row: ColumnMapping
    """In the new version; in the old one where it is removed."""
    state: MandateState
    text: str
    """What differs, for a person, the old version's words among it."""
    cell: Cell | None = None
    """In the new version."""
    was: str = ""
    """Its name before, where it is renamed."""
    is_rewritten: bool = False
    """Its value is made otherwise, beside any other name."""
    only_type: bool = False
    """Nothing but its type differs: the expression that makes it stays."""


def since_versions(old: Spec, new: Spec) -> dict[str, Since]:
    """The old version of each target that both have, by the new one's case-folded name; nothing else is asked for."""
    found = {}
    for match in match_targets(old, new):
        if match.old is not None and match.new is not None:
            name = new.targets[match.new].name.casefold()
            found[name] = Since(old.document, old.targets[match.old], alone=True)
    return found


def marks_for(spec: Spec, existing: Collection[str], desk: Desk) -> Marks:
    """Every mark on rows of existing tables: of the document's own places, and of the version before.

    Args:
        spec: the document.
        existing: names of the targets whose SQL exists.
        desk: has the colours' words, and the versions the SQL was made from.
    """
    found = {key: list(marks) for key, marks in marks_in(spec, existing, desk.colours).items()}
    for target in spec.targets:
        since = desk.since.get(target.name.casefold())
        for column, mark in _marks(target, since) if since is not None else ():
            found.setdefault((target.name.casefold(), column.casefold()), []).insert(0, mark)
    return found


def _marks(target: TargetMapping, since: Since) -> Iterator[tuple[str, Mark]]:
    changes = {each.row.name.casefold(): each for each in changes_since(target, since)}
    for each in changes.values():
        yield (
            each.row.name,
            Mark(each.state, MarkKind.VERSION, each.text, each.cell, each.was, each.is_rewritten),
        )
    before = {r.name.casefold(): own_state(r) for r in reversed(since.target.columns)}
    for row in {r.name.casefold(): r for r in reversed(target.columns)}.values() if since.alone else ():
        is_marked = own_state(row) not in (None, before.get(row.name.casefold()))
        if row.name.casefold() not in changes and not is_marked:
            text = say("mandate.same_as_before", document=since.document)
            yield row.name, Mark(MandateState.UNCHANGED, MarkKind.VERSION, text, row.cell)


def part_only(target: TargetMapping, since: Since) -> tuple[Finding, ...]:
    """A remark where the new version lists a part of the table only, so that what it does not name is not removed."""
    renamed = {each.was.casefold() for each in _kept(target, since) if each.was}
    gone = [row for row in _gone(target, since) if row.name.casefold() not in renamed]
    before = {row.name.casefold() for row in since.target.columns}
    if len(gone) < 2 or len(gone) * _PART_OF_TABLE < len(before):
        return ()
    kept = len(before) - len(gone)
    message = say("mandate.since_part_only", document=since.document, kept=kept, count=len(before))
    first = next((row.cell for row in target.columns if row.cell is not None), None)
    return (Finding("D253", Severity.WARNING, message, target.cell or first, target.name),)


def changes_since(target: TargetMapping, since: Since) -> tuple[SinceColumn, ...]:
    """The columns whose value, name or presence differs, in the new order, those that are gone last.

    Keys, examples, comments and places of rows make no SQL, and so no change.
    """
    found = _kept(target, since)
    renamed = {each.was.casefold() for each in found if each.was}
    gone = [] if part_only(target, since) else _gone(target, since)
    removed = (_removed(row, target, since) for row in gone if row.name.casefold() not in renamed)
    return (*found, *removed)


def rebased(since: Since, before: TargetMapping, after: TargetMapping) -> Since:
    """The version before, where the present one is read otherwise now: what both said alike they still say alike.

    Args:
        since: the version before, as it was read.
        before: the present one as it was read then.
        after: the present one as it is read now.
    """
    now = {row_key(row): row for row in after.columns}
    pairs = [(old, new) for old, new in _pairs(since.target.columns, before.columns) if old is not None]
    same = {id(old): now.get(row_key(new)) for old, new in pairs if _changed(old, new, since) is None}
    columns = tuple(same.get(id(row)) or row for row in since.target.columns)
    is_same = not row_changes(since.target, before)
    steps = after.steps if is_same else since.target.steps
    return replace(since, target=replace(since.target, columns=columns, steps=steps))


def _kept(target: TargetMapping, since: Since) -> tuple[SinceColumn, ...]:
    """The columns of the new version that are new or not as they were."""
    found: dict[str, SinceColumn] = {}
    for before, row in _pairs(since.target.columns, target.columns):
        if before is not None:
            each = _changed(before, row, since)
        else:
            text = say("mandate.since_new", document=since.document)
            each = SinceColumn(row, MandateState.NEW, text, row.cell)
        if each is not None:
            found.setdefault(row.name.casefold(), each)
    return tuple(found.values())


def _pairs(
    old: Sequence[ColumnMapping], new: Sequence[ColumnMapping]
) -> Iterator[tuple[ColumnMapping | None, ColumnMapping]]:
    """Each row of the new version with the one it was; a further part's row of a column that was there is left out."""
    matched = {m.new: old[m.old] for m in match_rows(old, new) if m.new is not None and m.old is not None}
    taken = {id(row) for row in matched.values()}
    waiting = [row for row in old if id(row) not in taken]
    for is_exact in (True, False):
        for j, row in enumerate(new):
            same = [o for o in waiting if o.name.casefold() == row.name.casefold() and j not in matched]
            same = [o for o in same if not is_exact or content(o) == content(row)]
            if same:
                matched[j] = same[0]
                waiting.remove(same[0])
    known = {row.name.casefold() for row in old}
    for j, row in enumerate(new):
        if j in matched or row.name.casefold() not in known:
            yield matched.get(j), row


def _gone(target: TargetMapping, since: Since) -> list[ColumnMapping]:
    """Rows of the old version whose names the new one does not have, one for each name."""
    names = {row.name.casefold() for row in target.columns}
    found: dict[str, ColumnMapping] = {}
    for row in since.target.columns:
        if row.name.casefold() not in names:
            found.setdefault(row.name.casefold(), row)
    return list(found.values())


def _changed(old: ColumnMapping, new: ColumnMapping, since: Since) -> SinceColumn | None:
    changes = [c for c in field_changes(old, new) if _makes_sql(c[0], old, new)]
    kinds = {kind for kind, _field in changes}
    words = [_words(field) for _kind, field in changes if field.old != field.new]
    was = old.name if old.name.casefold() != new.name.casefold() else ""
    if not was and not changes:
        return None
    if was:
        words.insert(0, say("mandate.since_renamed", was=was))
    only_type = kinds == {ChangeKind.TYPE} and old.default == new.default
    state = MandateState.RENAMED if was else MandateState.CHANGED
    text = say("mandate.since", document=since.document, changes="; ".join(words))
    return SinceColumn(new, state, text, _cell(new, kinds), was, bool(changes), only_type)


def _makes_sql(kind: ChangeKind, old: ColumnMapping, new: ColumnMapping) -> bool:
    if kind in (ChangeKind.RULE, ChangeKind.SOURCE):
        return True
    families = [family_of(duckdb_type(row.type)) for row in (old, new)]
    return kind is ChangeKind.TYPE and (families[0] != families[1] or old.default != new.default)


def _cell(row: ColumnMapping, kinds: Collection[ChangeKind]) -> Cell | None:
    roles = [role for kind, roles in _ROLES.items() if kind in kinds for role in roles]
    return next((cell for role in roles if (cell := row.cell_of(role)) is not None), row.cell)


def _words(change: FieldChange) -> str:
    old, new = (_short(text) or say("mandate.since_nothing") for text in (change.old, change.new))
    return say("mandate.since_field", field=change.field, old=old, new=new)


def _removed(row: ColumnMapping, target: TargetMapping, since: Since) -> SinceColumn:
    place = f" ({row.cell})" if row.cell is not None else ""
    text = say("mandate.since_removed", document=since.document, place=place)
    cell = _place_of(row, target, since.target.columns)
    gone = replace(row, target=target.name, cell=cell, cells=())
    return SinceColumn(gone, MandateState.REMOVED, text, cell)


def _place_of(row: ColumnMapping, target: TargetMapping, before: Sequence[ColumnMapping]) -> Cell | None:
    """Where a row that is gone would stand in the new version: the row it followed there, else the table's own cell."""
    rows: Mapping[str, ColumnMapping] = {r.name.casefold(): r for r in reversed(target.columns)}
    above = list(before[: before.index(row)])
    near = next((rows[r.name.casefold()] for r in reversed(above) if r.name.casefold() in rows), None)
    first = near or next(iter(target.columns), None)
    return target.cell if near is None and target.cell is not None else first.cell if first else None


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST else f"{plain[: _LONGEST - 1]}…"
