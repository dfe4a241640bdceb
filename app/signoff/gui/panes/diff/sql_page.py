"""The page of the SQL: the no-change proof and the edits of an update above, the two texts below."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from signoff.core.project.standing import TargetStanding
from signoff.gui.context import Context
from signoff.gui.panes.diff.comparing import Comparing
from signoff.gui.panes.diff.edit_cards import EditCards
from signoff.gui.panes.diff.side_view import NOTHING, SideView
from signoff.gui.panes.diff.sides import Sides
from signoff.gui.panes.diff.words import differences_words, left_words, proof_words
from signoff.gui.preferences import PersonRole
from signoff.gui.widgets.basics import button, column, holder, label, row, set_role

_ROOMY = 330
"""Height from which there is room for the edits and the SQL."""


class SqlPage(QWidget):
    """Shows what `Comparing` found out about the texts."""

    corner_changed = Signal()

    def __init__(self, context: Context, comparing: Comparing) -> None:
        super().__init__()
        self._context, self._comparing = context, comparing
        self.view = SideView(context.look, self.tr("SQL side by side"))
        self.cards = EditCards(context)
        self._notes = label("", "small", wraps=True)
        self.proof = label("", "dim", wraps=True)
        self._edits = button(
            self.tr("Edits"), self._toggle_cards, kind="link", hint=self.tr("Shows or hides the edits")
        )
        self._edits.setCheckable(True)
        proof_row = row(self.proof, self._edits)
        proof_row.setStretch(0, 1)
        self._proof_line = holder(proof_row)
        self._wants_cards: bool | None = None
        self._left, self._right = label("", "small"), label("", "small")
        self._left.setContentsMargins(10, 0, 0, 0)
        self._right.setContentsMargins(10, 0, 0, 0)
        self._heads = holder(row(self._left, self._right, gap=0))
        self._heads.setContentsMargins(0, 0, 8, 0)
        for head in (self._left, self._right):
            head.setMinimumWidth(1)
        heads = self._heads.layout()
        assert heads is not None
        self._find_bar = self._made_find_bar()
        lines = column(
            self._notes, self._proof_line, self.cards, self._find_bar, self._heads, self.view, gap=4
        )
        lines.setStretch(5, 1)
        self.setLayout(lines)
        self._shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        self._shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._shortcut.activated.connect(self.open_find)
        self.view.difference_changed.connect(self.corner_changed)
        self.cards.filled.connect(self._place_cards)
        comparing.sides_changed.connect(self._show_sides)
        context.preferences.role_changed.connect(lambda _role: self._tell_role())
        self._tell_role()
        self._show_sides(None)

    @property
    def corner(self) -> str:
        """What the corner of the tabs says while this page is in front."""
        sides = self._comparing.sides
        if sides is None or sides.is_alone:
            return ""
        at, count = self.view.current, len(sides.differences)
        if at < 0:
            return differences_words(count)
        return self.tr("{at} of {n}   F7").format(at=at + 1, n=f"{count:,}")

    def show_target(self, target: TargetStanding | None) -> None:
        """Follow the decisions on a target."""
        self.cards.show_target(target)

    def mark_column(self, name: str) -> None:
        """Mark the lines of the chosen column."""
        self.view.mark_column(name)

    def open_find(self) -> None:
        """Show the field that finds text in both sides."""
        self._find_bar.show()
        self.find_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.find_field.selectAll()

    def close_find(self) -> None:
        """Hide the field again."""
        self._find_bar.hide()
        self.view.find_text("")
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._comparing.want_sides()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_cards()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._find_bar.isVisible():
            self.close_find()
            return
        super().keyPressEvent(event)

    def _toggle_cards(self) -> None:
        self._wants_cards = self._edits.isChecked()
        self._place_cards()

    def _place_cards(self) -> None:
        """Show the cards where there is room for the SQL too, unless the person said otherwise."""
        count = len(self.cards.names)
        wanted = self.height() >= _ROOMY if self._wants_cards is None else self._wants_cards
        self.cards.setVisible(bool(count) and wanted)
        self._edits.setVisible(bool(count))
        self._edits.setChecked(wanted)
        self._edits.setText(self.tr("1 edit") if count == 1 else self.tr("{n} edits").format(n=f"{count:,}"))

    def _made_find_bar(self) -> QWidget:
        self.find_field = QLineEdit()
        self.find_field.setPlaceholderText(self.tr("find in the SQL"))
        self.find_field.setAccessibleName(self.tr("Find in the SQL"))
        self.find_field.setClearButtonEnabled(True)
        self._found = label("", "small")
        self.find_field.textChanged.connect(lambda text: self._find(text, stay=True))
        self.find_field.returnPressed.connect(lambda: self._find(self.find_field.text()))
        close = button(self.tr("Close"), self.close_find, kind="quiet", name=self.tr("Close find"))
        back = button(
            self.tr("Previous"), lambda: self._find(self.find_field.text(), backward=True), kind="quiet"
        )
        following = button(self.tr("Next"), lambda: self._find(self.find_field.text()), kind="quiet")
        bar = holder(row(self.find_field, self._found, back, following, close))
        bar.hide()
        return bar

    def _find(self, text: str, *, backward: bool = False, stay: bool = False) -> None:
        found = self.view.find_text(text, backward=backward, stay=stay)
        self._found.setText("" if found or not text else self.tr("not found"))

    def _tell_role(self) -> None:
        decides = self._context.preferences.role is PersonRole.DECIDES
        self._notes.setVisible(decides)
        self._notes.setText(
            self.tr(
                "The SQL that will be written. Nobody needs to read it: rows, values and checks show what it does."
            )
        )

    def _show_sides(self, sides: Sides | None) -> None:
        self.view.show_sides(sides or NOTHING)
        self.cards.show_proof(sides.proof if sides else None)
        is_update = self._comparing.dossier is not None and bool(self._comparing.dossier.draft.existing)
        self._proof_line.setVisible(is_update)
        self.proof.setText(proof_words(sides.proof) if sides and is_update else self.tr("Comparing …"))
        doubtful = sides is not None and (sides.proof is None or bool(sides.proof.elsewhere))
        set_role(self.proof, "attention" if doubtful else "dim")
        self._left.setVisible(sides is not None and not sides.is_alone)
        if sides is not None:
            self._left.setText(left_words(sides.base.kind))
            self._right.setText(
                self.tr("proposed; the first draft, there is nothing to compare it with yet")
                if sides.is_alone
                else self.tr("proposed")
            )
        self._heads.setVisible(sides is not None)
        self.view.mark_column(self._context.session.column)
        self.corner_changed.emit()
