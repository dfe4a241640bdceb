"""Which document of the project is shown, and which ones lie aside."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from signoff.core.project.documents import KeptDocument
from signoff.core.project.standing import Standing
from signoff.gui.widgets.basics import button, column, label
from signoff.gui.widgets.pick import Pick
from signoff.gui.wording import moment


class DocumentChoice(QWidget):
    """One name where there is one document, a list to pick from where there are more."""

    chosen = Signal(str)
    """Name of the document to show."""
    aside_wanted = Signal(str)
    """Name of a document put aside that is to be looked at."""

    def __init__(self) -> None:
        super().__init__()
        self.name = ""
        """Document that is shown; empty where there is none."""
        self._asides: tuple[str, ...] = ()
        self.pick = Pick(self.tr("Document to show"))
        self.words = label("", "small", wraps=True)
        self.aside = button("", self._open_aside, kind="link")
        self.setLayout(column(self.pick, self.words, self.aside, gap=4))
        self.pick.activated.connect(lambda _row: self._choose(self.pick.currentText()))

    def show_standing(self, standing: Standing) -> None:
        """Follow the project; the document shown stays while it is there."""
        names = [each.name for each in standing.documents]
        if names != [self.pick.itemText(row) for row in range(self.pick.count())]:
            self.pick.clear()
            self.pick.addItems(names)
        if self.name not in names:
            self.name = names[0] if names else ""
        self.pick.setCurrentText(self.name)
        self.pick.setVisible(len(names) > 1)
        kept = standing.document_named(self.name)
        self.words.setText(self._told(kept, is_one=len(names) == 1))
        self.words.setToolTip(self.tr("SHA-256 {digest}").format(digest=kept.file.digest) if kept else "")
        self._asides = tuple(dict.fromkeys(each.file.name for each in standing.asides))
        n = len(self._asides)
        self.aside.setVisible(n > 0)
        words = self.tr("1 document put aside") if n == 1 else self.tr("{n} documents put aside")
        self.aside.setText(words.format(n=n))
        self.aside.setAccessibleName(words.format(n=n))
        self.aside.setToolTip("\n".join(self._asides))

    def choose(self, name: str) -> None:
        """Show a document, if it is there and not shown."""
        row = self.pick.findText(name)
        if row >= 0 and name != self.name:
            self.pick.setCurrentIndex(row)
            self._choose(name)

    def _choose(self, name: str) -> None:
        if name != self.name:
            self.name = name
            self.chosen.emit(name)

    def _open_aside(self) -> None:
        if len(self._asides) == 1:
            self.aside_wanted.emit(self._asides[0])
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in reversed(self._asides):
            menu.addAction(name.replace("&", "&&")).triggered.connect(
                lambda _on=False, name=name: self.aside_wanted.emit(name)
            )
        menu.popup(self.aside.mapToGlobal(self.aside.rect().bottomLeft()))

    def _told(self, kept: KeptDocument | None, *, is_one: bool) -> str:
        if kept is None:
            return self.tr("no document yet")
        at = self.tr("imported {at} by {by}").format(at=moment(kept.at), by=kept.by)
        words = f"{kept.name}\n{at}" if is_one else at
        if kept.is_older_version:
            tables = ", ".join(kept.counting.tables or ())
            words += "\n" + self.tr("Older version, still read for {tables}.").format(tables=tables)
        return words
