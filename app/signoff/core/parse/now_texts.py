"""What a text says is asked from now on: by a lead such as `As of now:`, or in a table of so far and from now on."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from signoff.core.domain.cells import Cell
from signoff.core.domain.spec import Step, StepKind, TargetMapping, UnusedCell
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.parse.conditions_now import conditions_now
from signoff.core.parse.labels_now import paired_lines

_NOW = (
    r"(?:as\s+of\s+(?:now|today|this\s+\w+)|from\s+now\s+on|from\s+here\s+on|now|new|newly|in\s+future|to\s+be|after\s+the\s+change|"
    r"ab\s+(?:jetzt|sofort)|künftig|neu|nieuw|vanaf\s+nu|désormais|à\s+partir\s+de\s+maintenant|nouveau)"
)
_REVISION = r"(?:rev(?:ision)?|version|ver|v|release|rel|issue|change|cr)\.?\s*(?=[\w.]*\d)[\w.]+"
_LEAD = re.compile(rf"^\s*(?P<state>{_NOW}|{_REVISION})\s*:\s*(?=\S)", re.IGNORECASE)
_LABELLED = re.compile(
    rf"^(?P<label>[^:]{{2,30}}):\s*(?P<state>{_NOW}|{_REVISION})\s*:\s*(?=\S)", re.IGNORECASE
)
_IS_NOW = re.compile(rf"^\W*(?:{_NOW})\W*$", re.IGNORECASE)
_IS_BEFORE = re.compile(
    r"^\W*(?:so\s+far|until\s+now|up\s+to\s+now|today|before|as\s+is|old|current(?:ly)?|bisher|heute|vorher|alt|tot\s+nu\s+toe|nu|"
    r"voorheen|oud|jusqu'ici|avant|actuel(?:lement)?)\W*$",
    re.IGNORECASE,
)

_OF_CONDITIONS = re.compile(
    r"^\W*(?:rows?|row\s+)?\s*(?:filters?|where|selection|conditions?|criteria|criterion|scope|restrictions?|rows?|population)\W*$",
    re.IGNORECASE,
)
"""Labels of conditions that all hold for the rows there are."""


def asked_now(text: str) -> tuple[str, str]:
    """What says that a text is asked from now on, and the text without it; empty where nothing says so."""
    if (found := _LABELLED.match(text)) is not None:
        return found["state"], f"{found['label']}: {text[found.end() :]}"
    found = _LEAD.match(text)
    return (found["state"], text[found.end() :]) if found is not None else ("", text)


def changed_settings(
    targets: Sequence[TargetMapping], unused: Sequence[UnusedCell]
) -> tuple[tuple[Step, ...], frozenset[UnusedCell]]:
    """Notes of what a table of so far and from now on changes, and the cells of its rows that are told by them.

    Args:
        targets: of the document; where they are several, such a table is nobody's.
        unused: cells that no field was read from.
    """
    if len(targets) != 1:
        return (), frozenset()
    name = targets[0].name
    steps: list[Step] = []
    used: set[UnusedCell] = set()
    for label, before, now, header in _pairs(unused):
        if " ".join(before.split()).casefold() != " ".join(now.text.split()).casefold():
            steps += _changes(name, label.text, before, now.text, now.cell, header)
            used |= {label, now}
    return tuple(steps), frozenset(used)


def with_paired_lines(
    targets: Sequence[TargetMapping], unused: Sequence[UnusedCell], grids: Sequence[SheetGrid]
) -> tuple[tuple[TargetMapping, ...], tuple[UnusedCell, ...]]:
    """The targets with what lines of before and of now change in place of what was read from them, and the other cells.

    Args:
        targets: of the document; where they are several, such lines are nobody's.
        unused: cells that no field was read from.
        grids: the document's sheets.
    """
    pairs = list(paired_lines(targets, grids)) if len(targets) == 1 else []
    if not pairs:
        return tuple(targets), tuple(unused)
    target = targets[0]
    told = frozenset[Cell]().union(*(pair.used for pair in pairs))
    kept = [step for step in target.steps if step.cell not in told]
    for pair in pairs:
        if " ".join(pair.before.split()).casefold() != " ".join(pair.now.split()).casefold():
            kept += _changes(target.name, pair.what, pair.before, pair.now, pair.at, "from now on")
    numbered = tuple(replace(step, order=number) for number, step in enumerate(kept, 1))
    return (replace(target, steps=numbered),), tuple(cell for cell in unused if cell.cell not in told)


def _changes(target: str, label: str, before: str, now: str, cell: Cell, state: str) -> Iterator[Step]:
    """What one line changes: conditions on rows one by one where it holds such, else a note as it stands."""
    found = list(conditions_now(before, now)) if _OF_CONDITIONS.match(label) else []
    for text, word in found:
        yield Step(target, 0, StepKind.FILTER, condition=text, cell=cell, state=word)
    if not found:
        text = f"{label}: {now}"
        yield Step(target, 0, StepKind.NOTE, condition=text, cell=cell, state=state)


def _pairs(unused: Sequence[UnusedCell]) -> Iterator[tuple[UnusedCell, str, UnusedCell, str]]:
    """The first cell, the text so far, the cell from now on and its header, of each row of such a table."""
    rows: dict[tuple[str, int], dict[int, UnusedCell]] = defaultdict(dict)
    for each in unused:
        if not each.is_note:
            rows[each.cell.sheet, each.cell.row][each.cell.column] = each
    places: tuple[str, int, int, str] | None = None
    last = 0
    for (sheet, row), cells in sorted(rows.items()):
        before = [c for c, each in cells.items() if _IS_BEFORE.match(each.text)]
        now = [c for c, each in cells.items() if _IS_NOW.match(each.text)]
        if len(before) == len(now) == 1 and before[0] < now[0]:
            places, last = (sheet, before[0], now[0], cells[now[0]].text), row
            continue
        if places is None or sheet != places[0] or row != last + 1 or places[2] not in cells:
            continue
        label = cells.get(min(cells))
        last = row
        if label is not None and label.cell.column < places[1]:
            earlier = cells.get(places[1])
            yield label, earlier.text if earlier is not None else "", cells[places[2]], places[3]
