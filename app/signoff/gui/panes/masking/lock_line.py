"""Whether the glossary is locked, by whom and since when; it is unlocked with a reason."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from signoff.core.project.glossary import lock_glossary, unlock_glossary
from signoff.core.project.standing import Standing
from signoff.gui.context import Context
from signoff.gui.widgets.basics import button, column, holder, label, row
from signoff.gui.wording import moment


class LockLine(QWidget):
    """One line; a second one asks for the reason."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.words = label("", "small", wraps=True)
        self.lock = button(self.tr("Lock"), self._lock, kind="link", name=self.tr("Lock the glossary"))
        self.unlock = button(
            self.tr("Unlock …"), self._ask_reason, kind="link", name=self.tr("Unlock the glossary")
        )
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("why it is unlocked"))
        self.reason.setAccessibleName(self.tr("Why the glossary is unlocked"))
        self.reason.returnPressed.connect(self._unlock)
        self.confirm = button(
            self.tr("Unlock"), self._unlock, name=self.tr("Unlock the glossary for this reason")
        )
        self._asking = holder(row(self.reason, self.confirm))
        self._asking.hide()
        line = row(self.words, self.lock, self.unlock)
        line.setStretch(0, 1)
        self.setLayout(column(line, self._asking, gap=4))

    def show_standing(self, standing: Standing) -> None:
        """Show the lock of a project."""
        lock = standing.glossary_lock
        if lock is None:
            self.words.setText(self.tr("The glossary is open to changes."))
            self._asking.hide()
        else:
            self.words.setText(self.tr("Locked by {by}, {when}").format(by=lock.by, when=moment(lock.at)))
        can_write = self._context.session.can_write
        self.lock.setVisible(lock is None)
        self.lock.setEnabled(can_write)
        self.unlock.setVisible(lock is not None and self._asking.isHidden())
        self.unlock.setEnabled(can_write)

    def _lock(self) -> None:
        by = self._context.session.by
        self._context.session.act(
            self.tr("lock the glossary"), lambda project: lock_glossary(project, by=by), can_undo=False
        )

    def _ask_reason(self) -> None:
        self._asking.show()
        self.unlock.hide()
        self.reason.setFocus()

    def _unlock(self) -> None:
        reason, by = self.reason.text().strip(), self._context.session.by
        if reason:
            self.reason.clear()
            self._context.session.act(
                self.tr("unlock the glossary"),
                lambda project: unlock_glossary(project, reason, by=by),
                can_undo=False,
            )
