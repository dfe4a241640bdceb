"""Sheets that say at their top that they are not to be used any more, beside others that do not say so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from signoff.core.domain.corrections import Corrections, SheetCorrection
from signoff.core.domain.findings import Severity
from signoff.core.domain.sentences import say
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.parse.collect import Collector

_FIRST_ROWS = 3
_NOT_VALID = re.compile(
    r"\b(?:do\s+not|don't|not\s+to\s+be|no\s+longer\s+to\s+be)\s+use[d]?(?:\s+(?:any\s?more|any\s+longer|this\s+\w+))?\s*(?:[.!;,]|$)"
    r"|^\W*(?:obsolete|superseded|deprecated|outdated|no\s+longer\s+valid|not\s+valid\s+any\s?more|veraltet|vervallen|obsolète|obsoleto|nieaktualne)\b"
    r"|\breplaced\s+by\s+(?:version|sheet|tab)\b",
    re.IGNORECASE,
)


def without_old_sheets(grids: Sequence[SheetGrid], told: Corrections, notes: Collector) -> Corrections:
    """The corrections with such sheets switched off; those of a person win.

    Args:
        grids: the document's sheets.
        told: what a person said of their layout.
        notes: receives a finding for each sheet that is left out.
    """
    said = {each.sheet for each in told.sheets}
    old = {grid.name: text for grid in grids if grid.name not in said and (text := _says_old(grid))}
    if not old or len(old) == len(grids):
        return told
    for sheet, text in old.items():
        notes.add("P22", Severity.INFO, say("parse.sheet_not_valid", sheet=sheet, text=text[:80]), None)
    off = tuple(SheetCorrection(sheet, switched_off=True) for sheet in old)
    return replace(told, sheets=(*told.sheets, *off))


def _says_old(grid: SheetGrid) -> str:
    """The line at the top of a sheet that says so; empty where none does."""
    for row in grid.rows[:_FIRST_ROWS]:
        texts = [text for text in row if text]
        if len(texts) == 1 and _NOT_VALID.search(texts[0]):
            return texts[0]
    return ""
