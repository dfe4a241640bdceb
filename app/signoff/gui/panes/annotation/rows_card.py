"""The Rows card: what one row is, how the rows come about, what is asked and remarked about them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from signoff.core.domain.checks import RowsCard as CountedRows
from signoff.core.domain.dossier import Dossier
from signoff.core.domain.review import ROWS
from signoff.core.project.standing import TargetStanding
from signoff.core.review.standing import ColumnStanding, ColumnState
from signoff.core.verify.step_rows import StepNumber
from signoff.gui.context import Context
from signoff.gui.panes.annotation.card.history_page import HistoryPage
from signoff.gui.panes.annotation.card.warnings import Doubts
from signoff.gui.panes.annotation.row_questions import PlainLines, RowQuestions
from signoff.gui.panes.annotation.step_rows import StepRowsPanel
from signoff.gui.panes.annotation.steps_table import StepsTable
from signoff.gui.panes.annotation.words import flow_words, state_words, with_bold
from signoff.gui.places import Place, Step
from signoff.gui.widgets.basics import button, caption, column, holder, label, row, set_role
from signoff.gui.wording import moment

_HISTORY = "history"


class RowsCard(QWidget):
    """First entry of every target's list, with a decision of its own."""

    answered = Signal(str, str)
    """Id of a question, and a choice's id or a value."""
    ask_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._counted: CountedRows | None = None
        self._target = ""
        self.state = label("", "chip")
        self.made_up = label("", "chip-attention")
        self.cells = button("", self._show_cells, kind="link")
        self.one_per = label("", wraps=True, selectable=True)
        self.one_per.setTextFormat(Qt.TextFormat.RichText)
        self.doubts = Doubts()
        self.uncounted = label("", "dim", wraps=True)
        self.steps = StepsTable(context.look)
        self.total = label("")
        self.total.setTextFormat(Qt.TextFormat.RichText)
        self.rows = StepRowsPanel(context)
        self.questions = RowQuestions()
        self.comments = PlainLines(caption(self.tr("Comments")))
        self._past = HistoryPage(context)
        self.history = holder(column(caption(self.tr("History")), self._past, gap=4))
        self.history.hide()
        self._how = caption(self.tr("How the rows come about"))
        self._lay_out()

    def show_column(self, target: TargetStanding, standing: ColumnStanding) -> None:
        """Show the rows of a target as they stand."""
        dossier = target.dossier
        assert dossier is not None
        self._target = target.name
        self.state.setText(state_words(standing.state))
        is_open = standing.state is not ColumnState.APPROVED
        set_role(self.state, "chip-attention" if is_open else "chip")
        made_up = sorted(t.name for t in dossier.sources.tables if t.name.casefold() in dossier.made_up)
        self.made_up.setText(self.tr("made-up rows: {names}").format(names=", ".join(made_up)))
        self.made_up.setVisible(bool(made_up))
        self._show_cell_words(target)
        self._show_counts(dossier, is_open)
        self.doubts.show_column(dossier, ROWS)
        asked = target.review.open_questions if target.review else ()
        self.questions.show_questions([q for q in asked if q.column.casefold() == ROWS])
        said = [c for c in dossier.comments if c.column == ROWS]
        self._show_history()
        self.comments.show_lines([f"{c.by} · {moment(c.at)}: {c.text}" for c in said])

    def answer(self, number: int) -> None:
        """Give the nth answer to the first question."""
        self.questions.answer(number)

    def focus_question(self) -> None:
        """Lead the keyboard to the first question."""
        self.questions.focus()

    def disclosures(self) -> tuple[tuple[str, str], ...]:
        """Key and words of every page that can be opened."""
        return ((_HISTORY, self.tr("History")),)

    def is_open(self, _key: str) -> bool:
        """Whether a page is open."""
        return not self.history.isHidden()

    def toggle(self, _key: str) -> None:
        """Open a page, or close it."""
        self.history.setVisible(self.history.isHidden())
        self._show_history()

    def _show_history(self) -> None:
        if not self.history.isHidden():
            self._past.read(self._target, ROWS)

    def _lay_out(self) -> None:
        head = row(label(self.tr("Rows"), "title"), self.state, self.made_up, 1, self.cells)
        self.steps.rows_asked.connect(self._rows_asked)
        self.questions.answered.connect(self.answered)
        self.questions.ask_wanted.connect(self.ask_wanted)
        how = row(self._how, label(self.tr("a number opens its rows"), "small"), 1, gap=10)
        parts = (head, self.one_per, self.total, self.doubts, how, self.uncounted, self.steps)
        self.setLayout(column(*parts, self.rows, self.questions, self.comments, self.history))

    def _show_counts(self, dossier: Dossier, is_open: bool) -> None:
        counted = dossier.verification.card if dossier.verification else None
        for part in (self.steps, self.total):
            part.setVisible(counted is not None)
        self.uncounted.setVisible(counted is None)
        if counted is None:
            self.one_per.setText(self.tr("What one row stands for is not known yet."))
            words = self.tr("The rows were not counted yet: add samples in Input, then draft {name} again.")
            self.uncounted.setText(words.format(name=dossier.target))
            self.rows.close_()
        else:
            key = counted.one_row_per
            words = (
                self.tr("One row per {key}").format(key=key) if key else self.tr("The document names no key")
            )
            self.one_per.setText(with_bold(words, key) if key else words)
            self.steps.show_steps(counted, is_open=is_open)
            self.total.setText(flow_words(counted))
            if counted != self._counted:
                self.rows.close_()
        self._counted = counted

    def _rows_asked(self, place: int, number: str) -> None:
        if self._counted is not None:
            self.rows.ask(place, self._counted.steps[place], StepNumber(number))

    def _show_cell_words(self, target: TargetStanding) -> None:
        cells = [step.cell for step in target.mapping.steps if step.cell is not None]
        self.cells.setVisible(bool(cells))
        if cells:
            first, last = min(c.row for c in cells), max(c.row for c in cells)
            words = (
                self.tr("{sheet} · rows {first}–{last}") if last > first else self.tr("{sheet} · row {first}")
            )
            self.cells.setText(words.format(sheet=cells[0].sheet, first=first, last=last))
            self.cells.setAccessibleName(self.tr("Show these steps in the document"))

    def _show_cells(self) -> None:
        chosen = self._context.session.chosen
        cell = next((s.cell for s in chosen.mapping.steps if s.cell), None) if chosen else None
        if cell is not None:
            self._context.go(Place(Step.INPUT, cell=cell))
