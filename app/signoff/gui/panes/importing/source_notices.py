"""What is open on the source tables: names to confirm, samples that don't join with the request to copy, remarks."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from signoff.core.domain.findings import Severity
from signoff.core.domain.sources import SourceRemark
from signoff.core.domain.spec import Schema
from signoff.core.errors import SignoffError
from signoff.core.lint.name_questions import NameQuestion
from signoff.core.pipeline.files import write_atomically
from signoff.core.pipeline.joining import Survey
from signoff.core.project.name_matching import answer_name
from signoff.core.verify.extract_request import DIALECTS, extract_request
from signoff.gui.context import Context
from signoff.gui.widgets.basics import button, clear, column, label, row
from signoff.gui.widgets.pick import Pick

_MOST_QUESTIONS = 20
_MOST_HEIGHT = 260
_SPARE = 8
"""Pixels that lines may take beyond what they say, so that no scroll bar shows for a few."""


class SourceNotices(QScrollArea):
    """Shows a survey; answers are acts, the request leaves as text."""

    copied = Signal(str)
    """The request as it was copied."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._survey: Survey | None = None
        self._remarks_shown: list[SourceRemark] = []
        self.database = Pick(self.tr("Database the request is written for"), least=10)
        for key, name in DIALECTS.items():
            self.database.addItem(name, key)
        self.copy = button(self.tr("Copy the request"), self.copy_request)
        self.save = button(self.tr("Save it …"), self._choose_file, kind="link")
        self._request = QWidget()
        self._request.setLayout(column(self.database, row(self.copy, self.save, 1), gap=4))
        self._inside = QWidget()
        self._open, self._remarks = QVBoxLayout(), QVBoxLayout()
        self._inside.setLayout(column(self._open, self._request, self._remarks, 1, margins=(0, 0, 8, 0)))
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        self._inside.setAutoFillBackground(False)
        self.setAccessibleName(self.tr("What is open on the source tables"))
        self.hide()

    def sizeHint(self) -> QSize:
        """As high as what it says, up to a limit."""
        width = max(1, self.viewport().width())
        needed = max(self._inside.heightForWidth(width), self._inside.minimumSizeHint().height()) + _SPARE
        return QSize(super().sizeHint().width(), min(_MOST_HEIGHT, needed))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the lines elsewhere."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def show_survey(self, survey: Survey | None, table: str) -> None:
        """Show what is open, with the remarks on one table."""
        self._survey = survey
        remarks = survey.remarks if survey else ()
        self._remarks_shown = [each for each in remarks if each.table.casefold() == table.casefold()]
        clear(self._open)
        clear(self._remarks)
        self._request.setVisible(survey is not None and bool(survey.apart))
        if survey is None:
            self.hide()
            return
        for question in survey.names[:_MOST_QUESTIONS]:
            self._open.addWidget(self._question(question))
        if len(survey.names) > _MOST_QUESTIONS:
            more = self.tr("{n} more names to confirm").format(n=len(survey.names) - _MOST_QUESTIONS)
            self._open.addWidget(label(more, "dim"))
        for fit in survey.apart:
            self._open.addWidget(label(fit.sentence, "attention", wraps=True, selectable=True))
        for remark in self._remarks_shown:
            self._remarks.addWidget(_remark(remark))
        self.setVisible(self._open.count() + self._remarks.count() > 0)
        self.updateGeometry()

    @property
    def texts(self) -> tuple[str, ...]:
        """Everything it says, in order; remarks of the chosen table last."""
        survey = self._survey
        if survey is None:
            return ()
        asked = (question.sentence for question in survey.names[:_MOST_QUESTIONS])
        apart = (fit.sentence for fit in survey.apart)
        return (*asked, *apart, *(remark.message for remark in self._remarks_shown))

    def request(self) -> str:
        """The queries for the joins whose samples don't fit; empty when all fit."""
        if self._survey is None or not self._survey.apart:
            return ""
        joins = [fit.join for fit in self._survey.apart]
        return extract_request(joins, self._survey.schema, str(self.database.currentData()))

    def copy_request(self) -> None:
        """Put the request on the clipboard."""
        text = self.request()
        QGuiApplication.clipboard().setText(text)
        told = self.tr("Copied: queries for {database}, to send to whoever keeps it.")
        self._context.notify.tell(told.format(database=self.database.currentText()))
        self.copied.emit(text)

    def save_request(self, path: Path) -> None:
        """Write the request into a file."""
        words = self.tr("saving {name}").format(name=path.name)
        try:
            write_atomically(path, self.request())
        except SignoffError as error:
            self._context.notify.trouble(error, words)
            return
        self._context.notify.tell(self.tr("Saved {path}.").format(path=path))

    def answer(self, question: NameQuestion, real: str) -> None:
        """Keep what a name stands for; empty for none of those offered."""
        session, by = self._context.session, self._context.session.by
        schema = self._survey.at_hand if self._survey else Schema()
        session.act(
            self.tr("match {name}").format(name=question.name),
            lambda project: answer_name(project, question.name, real, schema, by=by, table=question.table),
        )

    def _question(self, question: NameQuestion) -> QWidget:
        made = QWidget()
        asked = label(question.sentence, wraps=True, selectable=True)
        choices = [
            button(real, partial(self.answer, question, real), name=f"{question.name}: {real}")
            for real in question.choices
        ]
        none = self.tr("None of these")
        none_of = button(
            none, lambda: self.answer(question, ""), kind="link", name=f"{question.name}: {none}"
        )
        for each in (*choices, none_of):
            each.setEnabled(self._context.session.can_write)
        buttons = [*choices, none_of]
        lines = [row(*buttons[n : n + 2], 1, gap=4) for n in range(0, len(buttons), 2)]
        made.setLayout(column(asked, *lines, margins=(0, 0, 0, 6), gap=4))
        return made

    def _choose_file(self) -> None:
        dialog = QFileDialog(self.window(), self.tr("Save the request"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("sql")
        dialog.fileSelected.connect(lambda name: self.save_request(Path(name)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()


def _remark(remark: SourceRemark) -> QWidget:
    role = "dim" if remark.severity is Severity.INFO else "attention"
    return label(remark.message, role, wraps=True, selectable=True)
