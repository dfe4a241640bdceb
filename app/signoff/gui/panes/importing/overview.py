"""A document's readiness and what is said of it, sorted by sheet: made beside the window, since it may be long."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.review import Waiver
from signoff.core.lint import FileRule, Level, Readiness
from signoff.core.pipeline.questioning import Questioned
from signoff.gui.panes.importing.lines import Line
from signoff.gui.panes.importing.sheet_model import Place as CellPlace
from signoff.gui.panes.importing.words import place_words, say
from signoff.gui.places import Place, Step
from signoff.gui.widgets.marks import Mark

_MARKS = {Severity.ERROR: Mark.CROSS, Severity.WARNING: Mark.DOT, Severity.INFO: Mark.OPEN}


@dataclass(frozen=True)
class Overview:
    """Everything the pane shows of a spec besides the spec itself."""

    counted: Questioned
    """What is shown, as copies, pages and the command line have it."""
    columns: Mapping[str, int]
    """Target columns read from each sheet."""
    remarks: Mapping[str, tuple[Finding, ...]]
    """Remarks of each sheet."""
    unused: Mapping[str, Mapping[CellPlace, str]]
    """By sheet: why nothing was read from a cell."""
    remark_lines: tuple[Line, ...]
    unused_lines: tuple[Line, ...]

    @property
    def readiness(self) -> Readiness:
        """What can be drafted now."""
        return self.counted.readiness

    @property
    def asked(self) -> tuple[Finding, ...]:
        """Remarks that ask something, one for each question."""
        return self.counted.open

    @property
    def rules(self) -> tuple[FileRule, ...]:
        """Rules of the whole file, set or to be set."""
        return self.counted.rules


def overview_of(asked: Questioned) -> Overview:
    """The overview of a document that was counted."""
    spec, found, waived = asked.spec, asked.readiness, asked.accepted
    cells = (column.cell for target in spec.targets for column in target.columns)
    remarks: dict[str, list[Finding]] = {}
    for each in found.findings:
        if each.cell is not None:
            remarks.setdefault(each.cell.sheet, []).append(each)
    unused: dict[str, dict[CellPlace, str]] = {}
    for other in (each for each in spec.unused if not each.is_note):
        unused.setdefault(other.cell.sheet, {})[other.cell.row, other.cell.column] = other.reason
    holding = {row.cell for row in found.rows if row.level is not Level.READY}
    return Overview(
        asked,
        Counter(cell.sheet for cell in cells if cell is not None),
        {sheet: tuple(own) for sheet, own in remarks.items()},
        unused,
        tuple(_remark(n, x, x.cell in holding, waived.get(x)) for n, x in enumerate(found.findings)),
        tuple(
            Line(x.text, f"{x.cell} · {x.reason}", Place(Step.INPUT, cell=x.cell), Mark.NONE)
            for x in spec.unused
        ),
    )


def _remark(number: int, each: Finding, holds_up: bool, waiver: Waiver | None) -> Line:
    place = Place(Step.INPUT, cell=each.cell) if each.cell else None
    where = place_words(each) or say("document")
    if waiver is not None:
        words = say("{remark} Accepted by {name}: {reason}").format(
            remark=each.message, name=waiver.by, reason=waiver.reason
        )
        return Line(words, where, place, Mark.DONE, key=str(number))
    return Line(each.message, where, place, _MARKS[each.severity], holds_up, key=str(number))
