"""How the rows of a target come about: one line a step, every number a link to its rows."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from signoff.core.domain.checks import RowsCard as CountedRows
from signoff.core.domain.checks import RowStep
from signoff.core.verify.step_rows import StepNumber, statement_of
from signoff.gui.look import Look
from signoff.gui.panes.annotation.words import marked_up
from signoff.gui.widgets.basics import button, clear, label

_BAR = QSize(64, 8)
_LINKS = {StepNumber.LEFT_OUT: 3, StepNumber.DOUBLED: 4, StepNumber.UNKNOWN: 5}
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ShareBar(QWidget):
    """The share of rows that remains after a step."""

    def __init__(self, look: Look, share: float) -> None:
        super().__init__()
        self._look, self._share = look, share
        self.setFixedSize(_BAR)
        look.changed.connect(self.update)
        self.setToolTip(self.tr("{percent} % of the rows remain").format(percent=round(share * 100)))

    def paintEvent(self, _event: object) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(self.rect())
        for color, share in (("line", 1.0), ("accent", self._share)):
            painter.setBrush(self._look.tokens.color(color))
            painter.drawRoundedRect(QRectF(whole.x(), whole.y(), whole.width() * share, whole.height()), 4, 4)
        painter.end()


class StepsTable(QWidget):
    """The steps with their counts."""

    rows_asked = Signal(int, str)
    """Place of a step, and which of its numbers (`StepNumber`) was clicked."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self.setLayout(self._grid)

    def show_steps(self, card: CountedRows, *, is_open: bool) -> None:
        """Show the steps of a target.

        Args:
            card: its counts.
            is_open: the rows wait for a decision; what is left out, doubled or unknown stands out then.
        """
        clear(self._grid)
        for place, words in enumerate((self.tr("in"), *(n.value for n in StepNumber)), start=2):
            self._grid.addWidget(label(words, "small"), 0, place, _RIGHT)
        most = max((max(step.rows_in, step.rows_out) for step in card.steps), default=0)
        for place, step in enumerate(card.steps):
            self._add(place, step, most, is_open)

    def _add(self, place: int, step: RowStep, most: int, is_open: bool) -> None:
        line = place + 1
        words = label("", wraps=True)
        words.setTextFormat(Qt.TextFormat.RichText)
        words.setText(marked_up(step.words))
        words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._grid.addWidget(label(str(line), "dim"), line, 0)
        self._grid.addWidget(words, line, 1)
        self._grid.addWidget(label(f"{step.rows_in:,}"), line, 2, _RIGHT)
        for number, column in _LINKS.items():
            if place:
                made = self._number(place, step, number, is_open)
                self._grid.addWidget(made, line, column, _RIGHT)
        share = step.rows_out / most if most else 0.0
        self._grid.addWidget(ShareBar(self._look, min(1.0, share)), line, 6, Qt.AlignmentFlag.AlignVCenter)

    def _number(self, place: int, step: RowStep, number: StepNumber, is_open: bool) -> QWidget:
        count = _count(step, number)
        if not count:
            return label("0", "dim")
        if not statement_of(step, number):
            return _plain_number(count, is_open)
        name = self.tr("{count} rows {kind} at step {n}: see them")
        made = button(
            f"{count:,}",
            partial(self._asked, place, number),
            kind="number" if is_open else "number-quiet",
            name=name.format(count=f"{count:,}", kind=number.value, n=place + 1),
            hint=self.tr("See these rows, each with the reason"),
        )
        made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        return made

    def _asked(self, place: int, number: StepNumber) -> None:
        self.rows_asked.emit(place, number.value)


def _plain_number(count: int, is_open: bool) -> QLabel:
    return label(f"{count:,}", "attention" if is_open else "")


def _count(step: RowStep, number: StepNumber) -> int:
    found = {
        StepNumber.LEFT_OUT: step.left_out,
        StepNumber.DOUBLED: step.doubled,
        StepNumber.UNKNOWN: step.unknown,
    }
    return found[number]
