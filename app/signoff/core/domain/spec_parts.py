"""Several documents as one spec: each cell says of which document it is, and each table is read from one of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from signoff.core.domain.cells import Cell
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, Schema, Spec, Step, TargetMapping

TABLE_TWICE = "P18"
"""A table stands in two documents of the project."""


@dataclass(frozen=True)
class Part:
    """One document of a project, as it counts towards the whole."""

    name: str
    """Its name in the project; no two are called the same."""
    reading: Spec
    tables: tuple[str, ...] | None = None
    """Tables that are read from it; None for all."""


def joined(parts: Sequence[Part]) -> Spec:
    """All documents as one spec, the first one's tables first; of a table that stands twice the first one counts.

    Args:
        parts: at least one.
    """
    if len(parts) == 1 and parts[0].tables is None and parts[0].reading.document == parts[0].name:
        return parts[0].reading
    first = parts[0]
    whole = Spec(first.name, digest=first.reading.digest)
    held: dict[str, str] = {}
    for part in parts:
        whole = _with_part(whole, part, held)
    return whole


def _with_part(whole: Spec, part: Part, held: dict[str, str]) -> Spec:
    reading = labelled(part.reading, part.name)
    used = only_tables(reading, part.tables)
    twice = [t for t in used.targets if t.name.casefold() in held]
    remarks = tuple(_table_twice(t, held[t.name.casefold()]) for t in twice)
    left_out = {t.name.casefold() for t in twice}
    held.update({t.name.casefold(): part.name for t in used.targets if t.name.casefold() not in held})
    return replace(
        whole,
        sheets=(*whole.sheets, *(replace(sheet, document=part.name) for sheet in used.sheets)),
        targets=(*whole.targets, *(t for t in used.targets if t.name.casefold() not in left_out)),
        sources=whole.sources.merged_with(used.sources),
        findings=(
            *whole.findings,
            *(f for f in used.findings if f.target.casefold() not in left_out),
            *remarks,
        ),
        unused=(*whole.unused, *used.unused),
        code_lists=(*whole.code_lists, *used.code_lists),
        general=(*whole.general, *used.general),
    )


def _table_twice(target: TargetMapping, other: str) -> Finding:
    words = say("parse.table_twice", table=target.name, document=other)
    return Finding(TABLE_TWICE, Severity.WARNING, words, target.cell or _first_cell(target), target.name)


def ordered_as(spec: Spec, before: Spec | None) -> Spec:
    """The spec with its tables in the order they had before; each new one behind the one it follows."""
    places = {t.name.casefold(): i for i, t in enumerate(before.targets)} if before else {}
    keyed: list[tuple[int, int]] = []
    anchor = -1
    for j, target in enumerate(spec.targets):
        anchor = places.get(target.name.casefold(), anchor)
        keyed.append((anchor, j))
    targets = tuple(spec.targets[j] for _anchor, j in sorted(keyed))
    return spec if targets == spec.targets else replace(spec, targets=targets)


def only_tables(spec: Spec, tables: Collection[str] | None) -> Spec:
    """A spec with these target tables alone, ignoring case; with all of them when None."""
    if tables is None:
        return spec
    wanted = {name.casefold() for name in tables}
    left_out = {t.name.casefold() for t in spec.targets} - wanted
    return replace(
        spec,
        targets=tuple(t for t in spec.targets if t.name.casefold() in wanted),
        findings=tuple(f for f in spec.findings if f.target.casefold() not in left_out),
    )


def of_document(spec: Spec, document: str) -> Spec:
    """What of a joined spec was read from one document."""
    if all(not sheet.document for sheet in spec.sheets):
        return spec
    targets = tuple(t for t in spec.targets if _document_of(t, spec) == document)
    names = {t.name.casefold() for t in targets}
    return replace(
        spec,
        document=document,
        sheets=tuple(s for s in spec.sheets if s.document == document),
        targets=targets,
        findings=tuple(f for f in spec.findings if _is_of(f, document, names)),
        unused=tuple(u for u in spec.unused if u.cell.document == document),
        code_lists=tuple(c for c in spec.code_lists if not c.cells or c.cells[0].document == document),
        general=tuple(g for g in spec.general if g.cell is None or g.cell.document == document),
    )


def findings_of(findings: Sequence[Finding], part: Spec) -> tuple[Finding, ...]:
    """What of the findings on a joined spec is on one document of it, as `of_document` gives it."""
    names = {t.name.casefold() for t in part.targets}
    return tuple(each for each in findings if _is_of(each, part.document, names))


def _is_of(finding: Finding, document: str, names: Collection[str]) -> bool:
    if finding.cell is not None:
        return finding.cell.document == document
    return not finding.target or finding.target.casefold() in names


def _document_of(target: TargetMapping, spec: Spec) -> str:
    cell = target.cell or _first_cell(target)
    return cell.document if cell is not None else spec.document


def _first_cell(target: TargetMapping) -> Cell | None:
    return next((row.cell for row in target.columns if row.cell is not None), None)


def labelled(spec: Spec, name: str) -> Spec:
    """A spec whose cells name the document as the project calls it."""
    if spec.document == name:
        return spec
    return replace(
        spec,
        document=name,
        targets=tuple(_target(each, name) for each in spec.targets),
        findings=tuple(replace(each, cell=_cell(each.cell, name)) for each in spec.findings),
        unused=tuple(replace(each, cell=each.cell._replace(document=name)) for each in spec.unused),
        sources=Schema(spec.sources.tables),
        code_lists=tuple(
            replace(each, cells=tuple(cell._replace(document=name) for cell in each.cells))
            for each in spec.code_lists
        ),
        general=tuple(replace(each, cell=_cell(each.cell, name)) for each in spec.general),
    )


def _target(target: TargetMapping, name: str) -> TargetMapping:
    return replace(
        target,
        cell=_cell(target.cell, name),
        columns=tuple(_column(each, name) for each in target.columns),
        steps=tuple(_step(each, name) for each in target.steps),
    )


def _column(row: ColumnMapping, name: str) -> ColumnMapping:
    cells = tuple((role, cell._replace(document=name)) for role, cell in row.cells)
    return replace(row, cell=_cell(row.cell, name), cells=cells)


def _step(step: Step, name: str) -> Step:
    return replace(step, cell=_cell(step.cell, name))


def _cell(cell: Cell | None, name: str) -> Cell | None:
    return None if cell is None else cell._replace(document=name)
