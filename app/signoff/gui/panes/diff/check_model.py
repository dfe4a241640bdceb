"""The checks of a target as lines of a list: mark, sentence, column, and why a failed one is accepted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont

from signoff.core.domain.checks import Check, CheckState
from signoff.core.domain.dossier import Dossier
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.review import Waiver
from signoff.core.review.gate import waived_by
from signoff.gui.panes.diff.lines_model import Index, LinesModel
from signoff.gui.panes.diff.words import say
from signoff.gui.widgets.marks import Mark, icon_of

MARK, SENTENCE, COLUMN, ACCEPTED = range(4)
_MARKS = {CheckState.PASSED: Mark.DONE, CheckState.FAILED: Mark.CROSS, CheckState.SKIPPED: Mark.OPEN}
_ORDER = {CheckState.FAILED: 0, CheckState.SKIPPED: 1, CheckState.PASSED: 2}


@dataclass(frozen=True)
class CheckLine:
    """One check, and the waiver that accepts it."""

    check: Check
    waiver: Waiver | None = None

    @property
    def bars(self) -> bool:
        """Whether it failed and nobody accepted it."""
        return self.check.state is CheckState.FAILED and self.waiver is None

    @property
    def accepted(self) -> str:
        """Why it is accepted, and by whom; empty when it is not."""
        if self.waiver is None:
            return ""
        return say("accepted: {reason} ({by})").format(reason=self.waiver.reason, by=self.waiver.by)


def lines_of(dossier: Dossier | None, today: str) -> tuple[CheckLine, ...]:
    """The checks of a target, those that failed first.

    Args:
        dossier: the target as it stands.
        today: ISO date, for waivers that end.
    """
    checks = dossier.verification.checks if dossier and dossier.verification else ()
    lines = [CheckLine(c, _waiver(dossier, c, today) if dossier else None) for c in checks]
    return tuple(sorted(lines, key=lambda line: _ORDER[line.check.state]))


def _waiver(dossier: Dossier, check: Check, today: str) -> Waiver | None:
    if check.state is not CheckState.FAILED:
        return None
    remark = Finding(check.code, Severity.ERROR, check.message, None, dossier.target, check.column)
    return waived_by(dossier, remark, today=today)


class CheckModel(LinesModel[CheckLine]):
    """The lines that pass the filter."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line, place = self.lines[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return ("", line.check.message, line.check.column, line.accepted)[place]
        if role == Qt.ItemDataRole.DecorationRole and place == MARK:
            return self._icons[line.check.state]
        if role == Qt.ItemDataRole.AccessibleTextRole and place == MARK:
            return state_words(line.check.state)
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(text for text in (line.check.message, line.accepted) if text)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._color(line, place)
        if role == Qt.ItemDataRole.FontRole and place == COLUMN:
            return _link_font()
        return None

    def text(self) -> str:
        """The lines as a table, tab-separated, header line first."""
        heads = (say("state"), say("check"), say("column"), say("accepted"))
        rows = [
            (state_words(line.check.state), line.check.message, line.check.column, line.accepted)
            for line in self.lines
        ]
        return "\n".join("\t".join(cells) for cells in (heads, *rows)) + "\n"

    def _color(self, line: CheckLine, place: int) -> object:
        if place == COLUMN:
            return self._look.tokens.color("accent")
        if place == ACCEPTED or line.check.state is CheckState.SKIPPED:
            return self._look.tokens.color("dim")
        return self._look.tokens.color("bad") if line.bars else None

    def _make_icons(self) -> None:
        self._icons = {state: icon_of(mark, self._look.tokens) for state, mark in _MARKS.items()}


def state_words(state: CheckState) -> str:
    """How a check came out, in a word."""
    return {
        CheckState.PASSED: say("passed"),
        CheckState.FAILED: say("failed"),
        CheckState.SKIPPED: say("not run"),
    }[state]


def _link_font() -> QFont:
    made = QFont()
    made.setUnderline(True)
    return made
