"""Remarks that keep a target from being signed: each is settled, or accepted with a reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QDateEdit, QFrame, QLineEdit, QWidget

from signoff.core.domain.dossier import Dossier
from signoff.core.domain.findings import Finding
from signoff.core.domain.review import ROWS, Waiver
from signoff.core.review.gate import remarks, waived_by
from signoff.gui.context import Context
from signoff.gui.places import Place, Step
from signoff.gui.widgets.basics import button, caption, clear, column, holder, label, row


@dataclass(frozen=True)
class Stated:
    """A remark as it stands."""

    remark: Finding
    waiver: Waiver | None


def remarks_of(dossier: Dossier, column_name: str, *, today: str) -> tuple[Stated, ...]:
    """The remarks on one column; those on the whole target stand on the rows."""
    wanted = ("", ROWS) if column_name == ROWS else (column_name.casefold(),)
    found = (r for r in remarks(dossier) if r.column.casefold() in wanted)
    return tuple(Stated(r, waived_by(dossier, r, today=today)) for r in found)


class AcceptForm(QFrame):
    """A reason, and a day after which the remark counts again."""

    given = Signal(str, str)
    """Reason, and an ISO date or nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("why it may stay"))
        self.reason.setAccessibleName(self.tr("Reason"))
        self.ends = QCheckBox(self.tr("until"))
        self.until = QDateEdit(QDate.currentDate().addMonths(3))
        self.until.setCalendarPopup(True)
        self.until.setMinimumDate(QDate.currentDate())
        self.until.setAccessibleName(self.tr("Counts again after"))
        self.until.hide()
        self.send = button(self.tr("Accept"), self._send, kind="primary")
        self.send.setEnabled(False)
        cancel = button(self.tr("Cancel"), self.hide)
        lines = row(self.reason, self.ends, self.until, self.send, cancel)
        lines.setStretch(0, 1)
        self.setLayout(lines)
        self.ends.toggled.connect(self.until.setVisible)
        self.reason.textChanged.connect(lambda text: self.send.setEnabled(bool(text.strip())))
        self.reason.returnPressed.connect(self._send)
        self.hide()

    def open_(self) -> None:
        """Show it, ready to write."""
        self.show()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return
        super().keyPressEvent(event)

    def _send(self) -> None:
        if reason := self.reason.text().strip():
            until = self.until.date().toString(Qt.DateFormat.ISODate) if self.ends.isChecked() else ""
            self.given.emit(reason, until)


class RemarksBox(QWidget):
    """The remarks on what is shown."""

    accepted = Signal(object, str, str)
    """The remark (`Finding`), the reason, an ISO date or nothing."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._shown: tuple[Stated, ...] = ()
        self.forms: list[AcceptForm] = []
        self._lines = column(gap=6)
        self.setLayout(column(caption(self.tr("Remarks")), self._lines, gap=4))
        self.hide()

    def show_remarks(self, stated: Sequence[Stated], *, can_write: bool) -> None:
        """Show these; the same ones again keep a reason that is being written."""
        if tuple(stated) == self._shown:
            return
        self._shown = tuple(stated)
        clear(self._lines)
        self.forms = []
        for each in stated:
            made = (
                self._accepted(each.remark, each.waiver)
                if each.waiver
                else self._open(each.remark, can_write)
            )
            self._lines.addWidget(made)
        self.setVisible(bool(stated))

    def _open(self, remark: Finding, can_write: bool) -> QWidget:
        box = QFrame()
        box.setProperty("kind", "bad")
        form = AcceptForm()
        form.given.connect(lambda reason, until: self.accepted.emit(remark, reason, until))
        accept = button(self.tr("Accept with a reason …"), form.open_, kind="link")
        accept.setEnabled(can_write)
        links = row(accept, *self._cell_link(remark), 1, label(remark.code, "small"))
        box.setLayout(
            column(label(remark.message, wraps=True, selectable=True), links, form, margins=10, gap=4)
        )
        self.forms.append(form)
        return box

    def _accepted(self, remark: Finding, waiver: Waiver) -> QWidget:
        words = self.tr("accepted by {name}: {reason}").format(name=waiver.by, reason=waiver.reason)
        if waiver.until:
            words = self.tr("{words} (until {day})").format(words=words, day=waiver.until)
        return holder(
            column(label(remark.message, "dim", wraps=True), label(words, "small", wraps=True), gap=0)
        )

    def _cell_link(self, remark: Finding) -> list[QWidget]:
        cell = remark.cell
        if cell is None:
            return []
        go: Callable[[], None] = lambda: self._context.go(Place(Step.INPUT, cell=cell))  # noqa: E731
        return [button(str(cell), go, kind="link")]
