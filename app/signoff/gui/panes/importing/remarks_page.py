"""The remarks on the document, and a place to accept the one that is chosen, with a reason."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from signoff.core.project.accepting import accept_remark
from signoff.gui.context import Context
from signoff.gui.panes.importing.lines import Lines
from signoff.gui.panes.importing.overview import Overview
from signoff.gui.widgets.basics import button, column, row


class RemarksPage(QWidget):
    """Lists them; what is accepted stays, marked, and holds nothing up."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._overview: Overview | None = None
        self.lines = Lines(
            context.look, self.tr("remarks"), self.tr("No remarks: everything was understood.")
        )
        self.whole = button(self.tr("Show all remarks"), self.show_all, kind="link")
        self.whole.hide()
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("why the chosen remark may stay"))
        self.reason.setAccessibleName(self.tr("Why the chosen remark may stay"))
        self.accept = button(self.tr("Accept"), self._accept, name=self.tr("Accept the chosen remark"))
        foot = row(self.reason, self.accept, gap=6)
        foot.setStretch(0, 1)
        lines = column(self.whole, self.lines, foot, gap=4)
        lines.setStretch(1, 1)
        self.setLayout(lines)
        self.reason.returnPressed.connect(self._accept)
        self.reason.textChanged.connect(lambda _text: self._follow())
        selection = self.lines.view.selectionModel()
        selection.currentChanged.connect(lambda _now, _before: self._follow())
        self._follow()

    def show_overview(self, overview: Overview) -> None:
        """Show the remarks of a document."""
        self._overview = overview
        self.lines.show_lines(overview.remark_lines)
        self._follow()

    def show_all(self) -> None:
        """Show every remark."""
        self.narrow(is_narrowed=False)

    def narrow(self, *, is_narrowed: bool) -> None:
        """Show only the remarks that hold a row up, or all."""
        self.whole.setVisible(is_narrowed)
        self.lines.field.clear()
        self.lines.model.filter("", holding_only=is_narrowed)

    def _chosen(self) -> int | None:
        index = self.lines.view.currentIndex()
        key = self.lines.model.lines[index.row()].key if index.isValid() else ""
        return int(key) if key else None

    def _follow(self) -> None:
        is_ready = self._chosen() is not None and self._context.session.can_write
        self.reason.setEnabled(is_ready)
        self.accept.setEnabled(is_ready and bool(self.reason.text().strip()))

    def _accept(self) -> None:
        place, overview = self._chosen(), self._overview
        if place is None or overview is None or not self.reason.text().strip():
            return
        findings, reason, by = overview.readiness.findings, self.reason.text(), self._context.session.by
        finding = findings[place]
        words = self.tr("accept the remark on {place}").format(place=finding.column or finding.target)
        self._context.session.act(
            words, lambda project: accept_remark(project, finding, findings, reason, by=by)
        )
        self.reason.clear()
