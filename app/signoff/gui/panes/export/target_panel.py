"""What goes, and what blocks the others: each reason leads to where it is mended."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QTreeView

from signoff.core.export.preview import PlannedFile
from signoff.core.project.standing import Standing
from signoff.gui.context import Context
from signoff.gui.panes.export.target_lines import TargetLine, lines_of, with_disk
from signoff.gui.panes.export.target_model import TargetsModel
from signoff.gui.widgets.basics import caption, column, label
from signoff.gui.widgets.find import FilterField


class _TargetsView(QTreeView):
    """Copies itself as a table."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        model = self.model()
        if event.matches(QKeySequence.StandardKey.Copy) and isinstance(model, TargetsModel):
            QGuiApplication.clipboard().setText(model.as_text())
            return
        super().keyPressEvent(event)


class TargetPanel(QFrame):
    """Follows the standing; nothing here needs the project's file."""

    choice_changed = Signal()
    """Other signed tables go than before."""
    file_asked = Signal(str)
    """Path of a file a warning leads to."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setProperty("kind", "panel")
        self._context = context
        self.model = TargetsModel(context.look)
        self.goes = label("", "heading", wraps=True)
        self.filter = FilterField(self.tr("filter"), self.tr("Filter target tables and reasons"))
        self.view = _TargetsView()
        self.view.setModel(self.model)
        self.view.setHeaderHidden(True)
        self.view.setUniformRowHeights(True)
        self.view.setMouseTracking(True)
        self.view.setIndentation(18)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setAccessibleName(self.tr("What goes, and what blocks the others"))
        self._lines: tuple[TargetLine, ...] = ()
        self._on_disk: tuple[Sequence[PlannedFile], Collection[str]] = ((), ())
        self.view.clicked.connect(self._clicked)
        self.model.choice_changed.connect(self._choice_changed)
        self.view.activated.connect(self._lead)
        self.filter.wanted.connect(self._filter)
        context.look.changed.connect(self.view.viewport().update)
        head = caption(self.tr("What goes"))
        self.setLayout(column(head, self.goes, self.filter, self.view, margins=12, gap=6))

    def show_standing(self, standing: Standing) -> None:
        """Show the target tables as they stand; what was open stays open."""
        self._lines = lines_of(standing)
        self._show()

    def show_files(self, files: Sequence[PlannedFile], replaced: Collection[str]) -> None:
        """Say which signed tables have another file on disk than what was signed.

        Args:
            files: what would become of the files of the folder.
            replaced: paths of edited files that are to be written anew.
        """
        self._on_disk = (files, replaced)
        self._show()

    def _show(self) -> None:
        is_open = {
            self.model.lines[row].name
            for row in range(len(self.model.lines))
            if self.view.isExpanded(self.model.index(row, 0))
        }
        self.model.show(with_disk(self._lines, *self._on_disk))
        for row, line in enumerate(self.model.lines):
            self.view.setExpanded(self.model.index(row, 0), line.name in is_open or bool(line.warning))
        self._tell()

    def _tell(self) -> None:
        signed, go = sum(line.goes for line in self._lines), len(self.model.chosen)
        words = self.tr("{n} of {all} target tables are signed and go")
        if go < signed:
            words = self.tr("{go} of {n} signed target tables go; {left} left out")
        self.goes.setText(words.format(n=signed, all=len(self._lines), go=go, left=signed - go))

    def _choice_changed(self) -> None:
        self._tell()
        self.choice_changed.emit()

    def _filter(self, text: str) -> None:
        self.model.filter(text)
        if text:
            self.view.expandAll()

    def _clicked(self, index: QModelIndex) -> None:
        if self.model.reason(index) is not None:
            self._lead(index)
        else:
            self.view.setExpanded(index, not self.view.isExpanded(index))

    def _lead(self, index: QModelIndex) -> None:
        if path := self.model.file(index):
            self.file_asked.emit(path)
            return
        self._context.go(self.model.place_of(index))
