"""What the step shows before there is a project: drop a document, or begin otherwise."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget

from signoff.gui.context import Context
from signoff.gui.widgets.basics import button, column, label, panel, row
from signoff.gui.widgets.empty import EmptyState
from signoff.gui.widgets.pick import Pick

DIALECTS = (
    ("duckdb", "DuckDB"),
    ("snowflake", "Snowflake"),
    ("bigquery", "BigQuery"),
    ("databricks", "Databricks"),
    ("spark", "Spark"),
    ("postgres", "PostgreSQL"),
    ("redshift", "Redshift"),
    ("tsql", "SQL Server"),
    ("oracle", "Oracle"),
    ("mysql", "MySQL"),
)
"""sqlglot's name of a warehouse's SQL, and what people call it."""


class EmptyPage(QStackedWidget):
    """The place to drop, what is being read, or the form of a new project."""

    cancelled = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        run = context.commands.run
        self.drop = _DropPlace(
            context,
            EmptyState(
                self.tr("Drop a mapping document here"),
                self.tr(
                    "A workbook, CSV or Markdown file that says where each target column comes from. Source "
                    "tables and existing SQL may come with it, or later. Nothing leaves this computer."
                ),
                (
                    (self.tr("New project …"), lambda: run("file.new")),
                    (self.tr("Open project …"), lambda: run("file.open")),
                    (self.tr("Open the sample project"), lambda: run("file.sample")),
                ),
            ),
        )
        self.form = NewProjectForm()
        self.form.cancelled.connect(self.show_drop)
        self._doing = label("", "title")
        self._cancel = button(self.tr("Cancel"), self.cancelled.emit, name=self.tr("Cancel reading"))
        waiting = QWidget()
        middle = column(self._doing, row(1, self._cancel, 1), gap=12)
        waiting.setLayout(column(2, row(1, middle, 1), 3, margins=24))
        self._waiting = waiting
        for page in (self.drop, self.form, waiting):
            self.addWidget(page)

    def show_drop(self) -> None:
        """Wait for a drop."""
        self.setCurrentWidget(self.drop)

    def show_reading(self, name: str) -> None:
        """Say what is being read."""
        self._doing.setText(self.tr("Reading {name} …").format(name=name))
        self.setCurrentWidget(self._waiting)
        self._cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_form(self, document: Path, place: Path) -> None:
        """Ask where the new project goes and for which warehouse it is."""
        self.form.begin(document, place)
        self.setCurrentWidget(self.form)


class _DropPlace(QWidget):
    """A dashed frame around the empty state."""

    def __init__(self, context: Context, inside: EmptyState) -> None:
        super().__init__()
        self._look = context.look
        self.setLayout(column(inside, margins=16))
        context.look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.tokens.color("line"), 2, Qt.PenStyle.DashLine))
        painter.setBrush(self._look.tokens.color("panel"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 10, 10)
        painter.end()


class NewProjectForm(QWidget):
    """Where a new project goes, and the SQL of its warehouse; nothing modal."""

    made = Signal(object, object, str)
    """The document, where the project goes, and its dialect."""
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._document = Path()
        self._title = label("", "title", wraps=True)
        self.place = QLineEdit()
        self.place.setAccessibleName(self.tr("Where the project file goes"))
        self.dialect = Pick(self.tr("SQL of the warehouse"))
        for key, words in DIALECTS:
            self.dialect.addItem(words, key)
        make = button(self.tr("Make the project"), self._make, kind="primary")
        cancel = button(self.tr("Cancel"), self.cancelled.emit)
        self.place.returnPressed.connect(self._make)
        frame = panel()
        frame.setMinimumWidth(440)
        frame.setMaximumWidth(640)
        frame.setLayout(
            column(
                self._title,
                label(self.tr("Project file"), "dim"),
                self.place,
                label(self.tr("SQL of the warehouse; every sign-off is bound to it"), "dim"),
                self.dialect,
                row(make, cancel, 1),
                margins=20,
                gap=10,
            )
        )
        self.setLayout(column(2, row(1, frame, 1), 3))

    def begin(self, document: Path, place: Path) -> None:
        """Ask for one document."""
        self._document = document
        self._title.setText(self.tr("New project of {name}").format(name=document.name))
        self.place.setText(str(place))
        self.place.setFocus(Qt.FocusReason.OtherFocusReason)
        self.place.setSelection(len(str(place.parent)) + 1, len(place.stem))

    def _make(self) -> None:
        text = self.place.text().strip()
        if not text:
            self.place.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        place = Path(text)
        if place.suffix != ".signoff":
            place = place.with_name(place.name + ".signoff")
        self.made.emit(self._document, place, str(self.dialect.currentData()))
