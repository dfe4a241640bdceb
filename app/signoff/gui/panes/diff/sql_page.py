"""The page of the SQL: what the edits come to in a sentence, then their cards, then the two texts beside each other."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from signoff.core.project.standing import TargetStanding
from signoff.gui.context import Context
from signoff.gui.panes.diff.card_content import CardContent
from signoff.gui.panes.diff.comparing import Comparing
from signoff.gui.panes.diff.edit_desk import EditDesk
from signoff.gui.panes.diff.edit_keys import press
from signoff.gui.panes.diff.edit_list import EditList
from signoff.gui.panes.diff.edit_words import summary_of
from signoff.gui.panes.diff.find_bar import FindBar
from signoff.gui.panes.diff.side_view import NOTHING, SideView
from signoff.gui.panes.diff.sides import Sides
from signoff.gui.panes.diff.words import differences_words, left_words
from signoff.gui.preferences import PersonRole
from signoff.gui.widgets.basics import button, column, holder, label, row, set_role


class SqlPage(QWidget):
    """Shows what `Comparing` found out about the texts."""

    corner_changed = Signal()

    def __init__(self, context: Context, comparing: Comparing) -> None:
        super().__init__()
        self._context, self._comparing = context, comparing
        self._target: TargetStanding | None = None
        self.desk = EditDesk(context)
        self.view = SideView(context.look, self.tr("SQL side by side"))
        self.list = EditList(context.look)
        for cards in (self.view.margin, self.list):
            cards.card_made.connect(self.desk.listen)
        self.view.key_for_edit.connect(lambda key: press(self.view.margin.card, key))
        self.list.key_for_edit.connect(lambda key: press(self.list.card, key))
        self._notes = label("", "small", wraps=True)
        self.proof = label("", "dim", wraps=True)
        self.sql_button = button("", self._toggle_sql, kind="link")
        back = button(
            "‹", lambda: self.step_difference(-1), kind="quiet", name=self.tr("Previous difference"),
            hint=self.tr("Previous difference (Shift+F7)"),
        )  # fmt: skip
        following = button(
            "›", lambda: self.step_difference(1), kind="quiet", name=self.tr("Next difference"),
            hint=self.tr("Next difference (F7)"),
        )  # fmt: skip
        self.place = label("", "small")
        self.proof.setMinimumWidth(90)
        proof_row = row(self.proof, self.sql_button, back, self.place, following, gap=4)
        proof_row.setStretch(0, 1)
        self._proof_line = holder(proof_row)
        self._wants_sql: bool | None = None
        self._wanted_line = 0
        self._left, self._right = label("", "small"), label("", "small")
        self._heads = holder(row(self._left, self._right, gap=0))
        for head in (self._left, self._right):
            head.setContentsMargins(10, 0, 0, 0)
            head.setMinimumWidth(1)
        self.find_bar = FindBar(self.view)
        self.find_bar.closed.connect(lambda: self.view.setFocus(Qt.FocusReason.OtherFocusReason))
        sql = column(self.find_bar, self._heads, self.view, gap=4)
        sql.setStretch(2, 1)
        self._pages = QStackedWidget()
        self._pages.addWidget(holder(sql))
        self._pages.addWidget(self.list)
        lines = column(self._notes, self._proof_line, self._pages, gap=4)
        lines.setStretch(2, 1)
        self.setLayout(lines)
        self._shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        self._shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._shortcut.activated.connect(self.open_find)
        self.view.difference_changed.connect(self._went)
        self.list.focused.connect(self._focused_in_list)
        self.view.viewport().installEventFilter(self)
        comparing.sides_changed.connect(self._show_sides)
        comparing.result_changed.connect(lambda _result: self._show_cards())
        context.preferences.role_changed.connect(lambda _role: self._place())
        self.desk.working.connect(self._tell_working)
        self._show_sides(None)

    @property
    def corner(self) -> str:
        """What the corner of the tabs says while this page is in front; an update says it beside its arrows."""
        sides = self._comparing.sides
        return "" if sides is None or sides.proof is not None else self.place_words

    @property
    def place_words(self) -> str:
        """At which difference the person is, and of how many."""
        sides = self._comparing.sides
        if sides is None or sides.is_alone:
            return ""
        at, count = self.view.current, len(sides.stops)
        if at < 0:
            return differences_words(count)
        return self.tr("{at} of {n}   F7").format(at=at + 1, n=f"{count:,}")

    @property
    def shows_sql(self) -> bool:
        """Whether the texts are seen, not only the edits in words."""
        return self._pages.currentIndex() == 0

    @property
    def cards(self) -> tuple[CardContent, ...]:
        """The edits as they stand now."""
        return self.view.margin.contents

    def show_target(self, target: TargetStanding | None) -> None:
        """Follow the decisions on a target."""
        if self._target is not None and target is not None and self._target.name != target.name:
            self._wants_sql = None
        self._target = target
        self.desk.follow(target)
        self._show_cards()
        self._place()

    def mark_column(self, name: str) -> None:
        """Mark the lines of the chosen column."""
        self.view.mark_column(name)

    def step_difference(self, by: int) -> None:
        """Go to the next edit or difference, or with -1 to the previous one."""
        if self.shows_sql:
            self.view.step_difference(by)
            self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.list.step(by)
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_line(self, number: int) -> None:
        """Show a line of the existing text, the SQL opened; once the texts are compared, if they are not yet."""
        self._wants_sql, self._wanted_line = True, number
        self._place()
        self.view.show_line(number)

    def open_find(self) -> None:
        """Show the field that finds text in both sides."""
        if not self.shows_sql:
            self._toggle_sql()
        self.find_bar.open()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._comparing.want_sides()

    def eventFilter(self, _watched: object, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._heads.setContentsMargins(0, 0, self.view.beside_text, 0)
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.find_bar.isVisible():
            self.find_bar.close_()
            return
        super().keyPressEvent(event)

    def _toggle_sql(self) -> None:
        self._wants_sql = not self.shows_sql
        self._place()
        self._went()

    def _place(self) -> None:
        """SQL for who builds, and where there are no edits in words; the words for who decides."""
        sides = self._comparing.sides
        decides = self._context.preferences.role is PersonRole.DECIDES
        has_cards = bool(sides and sides.cards)
        with_sql = (
            not (decides and has_cards) if self._wants_sql is None else self._wants_sql or not has_cards
        )
        self._pages.setCurrentIndex(0 if with_sql else 1)
        self.sql_button.setVisible(has_cards)
        self.sql_button.setText(self.tr("Edits in words") if with_sql else self.tr("Show the SQL"))
        self.sql_button.setAccessibleName(self.sql_button.text())
        self._notes.setVisible(decides and with_sql)
        self._notes.setText(
            self.tr(
                "The SQL that will be written. Nobody needs to read it: rows, values and checks show what it does."
            )
        )

    def _went(self) -> None:
        """The person is at another difference: the corner counts, both kinds of cards follow."""
        if self.shows_sql:
            self.list.focus_edit(self.view.margin.focus_id)
        self._tell_place()

    def _focused_in_list(self, edit_id: str) -> None:
        if not self.shows_sql:
            self.view.focus_edit(edit_id)

    def _show_cards(self) -> None:
        sides = self._comparing.sides
        cards = self.desk.standing(sides.cards, self._comparing.result) if sides else ()
        if cards and self.isVisible():
            self._comparing.want_result()
        can_write = self._context.session.can_write
        self.view.show_cards(cards, can_write=can_write)
        self.list.show_contents(cards, can_write=can_write)

    def _tell_working(self, is_working: bool) -> None:
        if is_working:
            self.proof.setText(self.tr("Running and checking the SQL without this edit …"))
        else:
            self._tell_proof(self._comparing.sides)

    def _tell_proof(self, sides: Sides | None) -> None:
        is_update = self._comparing.dossier is not None and bool(self._comparing.dossier.draft.existing)
        self._proof_line.setVisible(is_update)
        words, is_doubtful = summary_of(sides) if sides and is_update else (self.tr("Comparing …"), False)
        self.proof.setText(words)
        set_role(self.proof, "attention" if is_doubtful else "dim")

    def _show_sides(self, sides: Sides | None) -> None:
        self.view.show_sides(sides or NOTHING)
        self._show_cards()
        self._place()
        self._tell_proof(sides)
        self._left.setVisible(sides is not None and not sides.is_alone)
        if sides is not None:
            self._left.setText(left_words(sides.base.kind))
            self._right.setText(
                self.tr("proposed; the first draft, there is nothing to compare it with yet")
                if sides.is_alone
                else self.tr("proposed")
            )
        self._heads.setVisible(sides is not None)
        self._heads.setContentsMargins(0, 0, self.view.beside_text, 0)
        self.view.mark_column(self._context.session.column)
        if sides is not None:
            self.view.show_line(self._wanted_line)
            self._wanted_line = 0
        self._tell_place()

    def _tell_place(self) -> None:
        self.place.setText(self.place_words)
        self.corner_changed.emit()
