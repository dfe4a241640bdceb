"""The existing SQL of an update read backwards: which of its columns agree with the mapping, differ, or stand alone."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QButtonGroup, QHeaderView, QStackedWidget, QTreeView

from signoff.core.domain.dossier import Dossier
from signoff.core.domain.reversing import ReadColumn, ReadState, ReverseReading
from signoff.core.merge.existing import read_existing
from signoff.core.merge.reversing import reverse_reading
from signoff.core.merge.row_marks import without_marks
from signoff.core.progress import CancelToken, Report
from signoff.core.project.basis import basis_of
from signoff.gui.context import Context
from signoff.gui.look import Look
from signoff.gui.panes.diff.reading_model import (
    CELL,
    COLUMN,
    LINE,
    MARK,
    ORDER,
    STATE,
    WHY,
    ReadingModel,
    state_words,
)
from signoff.gui.places import Place, Step
from signoff.gui.widgets.basics import button, column, holder, label, row
from signoff.gui.widgets.empty import EmptyState
from signoff.gui.widgets.find import FilterField

_ALL = ""


class ReadingView(QTreeView):
    """The list; clicks lead to the column's card, the cell, or the line; Ctrl+C copies it."""

    column_asked = Signal(object)
    cell_asked = Signal(object)
    line_asked = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.reading = ReadingModel(look)
        self.setModel(self.reading)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setProperty("kind", "lines")
        self.setAccessibleName(self.tr("Existing SQL against the mapping"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        head = self.header()
        head.setStretchLastSection(False)
        head.setMinimumSectionSize(28)
        head.setSectionResizeMode(MARK, QHeaderView.ResizeMode.Fixed)
        for place, wide in ((MARK, 32), (COLUMN, 150), (STATE, 130), (CELL, 50), (LINE, 80)):
            head.resizeSection(place, wide)
        head.setSectionResizeMode(WHY, QHeaderView.ResizeMode.Stretch)
        self.clicked.connect(self._clicked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.reading.text())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.column_asked.emit(self.reading.columns[self.currentIndex().row()])
        else:
            super().keyPressEvent(event)

    def _clicked(self, index: QModelIndex) -> None:
        read = self.reading.columns[index.row()]
        if index.column() == CELL and read.cell is not None:
            self.cell_asked.emit(read.cell)
        elif index.column() == LINE and read.line:
            self.line_asked.emit(read.line)
        elif index.column() == COLUMN:
            self.column_asked.emit(read)


class ReadingPage(QStackedWidget):
    """Reads the existing SQL of the chosen target beside the window, when it is seen."""

    line_asked = Signal(int)
    """A line of the existing SQL is to be shown."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._dossier: Dossier | None = None
        self._about: tuple[object, ...] = ()
        self._asked = False
        self._state = _ALL
        self.reading: ReverseReading | None = None
        self.headline = label("", wraps=True, selectable=True)
        self.view = ReadingView(context.look)
        self.view.column_asked.connect(self._lead_to)
        self.view.cell_asked.connect(lambda cell: context.go(Place(Step.INPUT, cell=cell)))
        self.view.line_asked.connect(self.line_asked)
        self.filter = FilterField(self.tr("filter"), self.tr("Filter columns"))
        self.filter.wanted.connect(lambda _text: self._fill())
        self._choices = {
            state: button("", partial(self._choose, state), kind="tab") for state in (_ALL, *ORDER)
        }
        group = QButtonGroup(self)
        for each in self._choices.values():
            each.setCheckable(True)
            group.addButton(each)
        self._choices[_ALL].setChecked(True)
        bar = row(*self._choices.values(), self.filter, gap=4)
        bar.setStretch(len(self._choices), 1)
        lines = column(self.headline, bar, self.view, gap=4)
        lines.setStretch(2, 1)
        self._message = EmptyState("", "")
        self.addWidget(holder(lines))
        self.addWidget(self._message)

    def follow(self, dossier: Dossier | None) -> None:
        """Take another target, or the same one as it stands now."""
        about = (dossier.target, dossier.draft.existing, dossier.mapping, dossier.sources) if dossier else ()
        self._dossier = dossier
        if about == self._about:
            return
        self._about, self._asked, self.reading = about, False, None
        self._say("", self.tr("Reading the existing SQL …"))
        if self.isVisible():
            self.want()

    def want(self) -> None:
        """Read it, unless that is done or under way."""
        dossier = self._dossier
        if dossier is None or self._asked:
            return
        self._asked = True
        if not dossier.draft.existing:
            self._say(
                self.tr("A new table"),
                self.tr("Only an update of an existing table has SQL to hold against the mapping."),
            )
            return
        about = self._about

        def work(_report: Report, _cancel: CancelToken) -> ReverseReading:
            return read_backwards(dossier)

        words = self.tr("reading the existing SQL of {name}").format(name=dossier.target)
        job = self._context.jobs.start(self._context.jobs.files, words, work, shown=False)
        job.finished.connect(lambda found: self._take(found) if self._about == about else None)
        job.failed.connect(lambda error: self._say(self.tr("The existing SQL can't be read"), str(error)))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.want()

    def _take(self, found: ReverseReading) -> None:
        self.reading = found
        counts = {state: len(found.of_state(state)) for state in ORDER}
        self.headline.setText(self._headline(len(found.columns) - counts[ReadState.MISSING], counts))
        self._choices[_ALL].setText(self.tr("All {n}").format(n=f"{len(found.columns):,}"))
        for state, count in counts.items():
            self._choices[state].setText(f"{state_words(state).capitalize()} {count:,}")
            self._choices[state].setVisible(count > 0)
        for each in self._choices.values():
            each.setAccessibleName(each.text())
        self.setCurrentIndex(0)
        self._fill()

    def _headline(self, shown: int, counts: Mapping[ReadState, int]) -> str:
        """How the SQL stands to the mapping; what there is none of is not told."""
        parts = [
            words.format(n=f"{counts[state]:,}")
            for state, words in (
                (ReadState.AGREES, self.tr("{n} as the mapping says")),
                (ReadState.DIFFERS, self.tr("{n} otherwise than the mapping says")),
                (ReadState.NOT_IN_MAPPING, self.tr("{n} that the mapping does not name")),
                (ReadState.NOT_READ, self.tr("{n} whose source can't be told")),
            )
            if counts[state]
        ]
        words = self.tr("The existing SQL has {n} columns: {parts}.").format(
            n=f"{shown:,}", parts=", ".join(parts)
        )
        if missing := counts[ReadState.MISSING]:
            words += " " + self.tr("{n} of the mapping are not in it yet.").format(n=f"{missing:,}")
        return words

    def _choose(self, state: str) -> None:
        self._state = state
        self._fill()

    def _fill(self) -> None:
        wanted = self.filter.text().strip().casefold()
        columns = self.reading.columns if self.reading else ()
        self.view.reading.show(
            [
                each
                for each in columns
                if self._state in (_ALL, each.state) and wanted in f"{each.name} {each.says}".casefold()
            ]
        )

    def _lead_to(self, read: ReadColumn) -> None:
        if self._dossier is not None:
            self._context.go(Place(Step.VALIDATE, self._dossier.target, read.name))

    def _say(self, title: str, sentence: str) -> None:
        self._message.title.setText(title)
        self._message.title.setVisible(bool(title))
        self._message.sentence.setText(sentence)
        self.setCurrentIndex(1)


def read_backwards(dossier: Dossier) -> ReverseReading:
    """The existing SQL of an update beside its mapping; values compared where the draft is of that mapping still.

    Raises:
        SignoffError: it can't be read.
    """
    draft = dossier.draft
    asked = basis_of(without_marks(dossier.mapping), is_update=True)
    if draft.reading is not None and draft.proof is not None and draft.proof.spec_digest == asked:
        return draft.reading
    existing = read_existing(draft.existing, draft.around, draft.dialect)
    return reverse_reading(existing, dossier.mapping, dossier.sources)
