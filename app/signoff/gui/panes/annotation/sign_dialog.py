"""The sign-off: the sentence a person signs, or what still keeps it from being signed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QScrollArea, QSizePolicy, QWidget

from signoff.core.domain.dossier import Dossier, GateReason
from signoff.core.domain.review import ROWS
from signoff.core.project.standing import TargetStanding
from signoff.core.review.wording import sentence
from signoff.gui.panes.annotation.words import with_bold
from signoff.gui.widgets.basics import button, caption, column, holder, label, panel, row

_WIDTH, _LIST_PX = 620, 320


class SignDialog(QDialog):
    """Opened with `open()`; signing is withdrawn with a reason, never undone."""

    signed = Signal(str)
    """The name of who signs."""
    place_asked = Signal(str)
    """Column, or `ROWS`, that a link leads to."""

    def __init__(self, parent: QWidget, target: TargetStanding, by: str, today: str) -> None:
        """Make it.

        Args:
            parent: the window it belongs to.
            target: drafted, as it is shown.
            by: the person's name, to begin with.
            today: ISO date the sentence is made for.
        """
        super().__init__(parent)
        assert target.dossier is not None and target.review is not None
        self._dossier: Dossier = target.dossier
        self._today = today
        self.setWindowTitle(self.tr("Sign off {name}").format(name=target.name))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(_WIDTH)
        self.name = QLineEdit(by)
        self.name.setAccessibleName(self.tr("Who signs"))
        self.sentence = label("", wraps=True, selectable=True)
        self.sentence.setTextFormat(Qt.TextFormat.RichText)
        self.links: list[QWidget] = []
        self.sign = button(self.tr("Sign"), self._sign, kind="primary")
        bars = target.review.bars
        if bars:
            self._lay_out_bars(bars)
        else:
            self._lay_out_sentence()

    @property
    def words(self) -> str:
        """The sentence as it will be signed."""
        return sentence(self._dossier, self.name.text().strip(), today=self._today)

    def _lay_out_sentence(self) -> None:
        meaning = label(
            self.tr(
                "Signing means: approved, exactly as shown now. Your account and this computer are noted. "
                "A sign-off is withdrawn with a reason, never undone."
            ),
            "dim",
            wraps=True,
        )
        box = panel()
        box.setLayout(column(self.sentence, margins=14))
        self.sign.setDefault(True)
        foot = row(1, button(self.tr("Cancel"), self.reject), self.sign)
        who = column(caption(self.tr("Who signs")), self.name, gap=4)
        title = label(self.windowTitle(), "title")
        self.setLayout(column(title, box, who, meaning, 1, foot, margins=18, gap=10))
        self.name.textChanged.connect(self._refresh)
        self._refresh()
        self.sign.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out_bars(self, bars: tuple[GateReason, ...]) -> None:
        self.sign.hide()
        self.sign.setParent(self)
        title = label(self.tr("{name} can't be signed yet").format(name=self._dossier.target), "title")
        said = label(self.tr("Each line leads to what is left."), "dim", wraps=True)
        self.links = [self._link(bar) for bar in bars]
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(holder(column(*self.links, 1, margins=4, gap=2)))
        area.setMinimumHeight(min(_LIST_PX, 34 * len(bars) + 16))
        close = button(self.tr("Close"), self.reject)
        close.setDefault(True)
        self.setLayout(column(title, said, area, row(1, close), margins=18, gap=10))

    def _link(self, bar: GateReason) -> QWidget:
        made = button(bar.message, partial(self._leave_for, bar.column or ROWS), kind="link")
        made.setAutoDefault(False)
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        made.setToolTip(bar.message)
        return made

    def _leave_for(self, name: str) -> None:
        self.reject()
        self.place_asked.emit(name)

    def _refresh(self) -> None:
        self.sentence.setText(with_bold(self.words, self._dossier.target))
        self.sign.setEnabled(bool(self.name.text().strip()))

    def _sign(self) -> None:
        by = self.name.text().strip()
        self.accept()
        self.signed.emit(by)
