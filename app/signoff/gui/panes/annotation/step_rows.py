"""The rows behind one number of the Rows card, under its steps until they are closed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from signoff.core.domain.checks import RowStep
from signoff.core.engines.sql.sandbox import Result
from signoff.core.errors import SignoffError
from signoff.core.verify.step_rows import StepNumber, rows_of_step
from signoff.gui.context import Context
from signoff.gui.tables.grid import GridView
from signoff.gui.widgets.basics import button, column, label, row

_MOST = 200
_GRID_PX = 190


class StepRowsPanel(QFrame):
    """Reads the rows of a step beside the window and shows them, the reason first."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._asked: tuple[RowStep, StepNumber] | None = None
        self.title = label("", "heading", wraps=True)
        self.said = label("", "dim", wraps=True)
        self.grid = GridView(context.look, self.tr("Rows of this step"), context.jobs)
        self.grid.setFixedHeight(_GRID_PX)
        copy = button(self.tr("copy as table"), self.grid.copy_selection, kind="link")
        close = button(self.tr("Close"), self.close_, kind="link", name=self.tr("Close these rows"))
        self.setLayout(column(row(self.title, 1, copy, close), self.said, self.grid, margins=0, gap=4))
        self.hide()

    def ask(self, place: int, step: RowStep, number: StepNumber) -> None:
        """Show the rows behind a number of a step."""
        self._asked = asked = (step, number)
        words = self.tr("Step {n}: rows {kind}").format(n=place + 1, kind=number.value)
        self.title.setText(words)
        self._say(self.tr("reading …"))
        self.show()
        self._context.samples.ask(
            words,
            lambda sandbox, cancel: rows_of_step(step, sandbox, number=number, limit=_MOST, cancel=cancel),
            lambda result: self._show(asked, result),
            failed=lambda error: self._failed(asked, error, words),
        )

    def close_(self) -> None:
        """Put them away."""
        self._asked = None
        self.hide()

    def _show(self, asked: tuple[RowStep, StepNumber], result: Result) -> None:
        if asked is not self._asked:
            return
        first = [len(result.columns) - 1] if result.columns else []
        order = [*first, *range(len(result.columns) - 1)]
        rows = [tuple(values[n] for n in order) for values in result.rows]
        self.grid.show_rows([result.columns[n] for n in order], rows, [result.types[n] for n in order])
        self.grid.setVisible(bool(rows))
        if result.more:
            self._say(self.tr("the first {n} of them").format(n=f"{len(rows):,}"), keeps_grid=True)
        elif rows:
            self.said.hide()
        else:
            self._say(self.tr("The samples have no such row now; run the samples again (F5)."))
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _failed(self, asked: tuple[RowStep, StepNumber], error: BaseException, words: str) -> None:
        if asked is not self._asked:
            return
        if isinstance(error, SignoffError):
            self._say(str(error))
        else:
            self.close_()
            self._context.notify.trouble(error, words)

    def _say(self, words: str, *, keeps_grid: bool = False) -> None:
        self.said.setText(words)
        self.said.show()
        if not keeps_grid:
            self.grid.hide()
