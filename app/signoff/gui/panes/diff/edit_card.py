"""One edit of the existing SQL as a card: one line high beside its row, or opened with reason, words and buttons."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy

from signoff.gui.look import TEXT_PX, Look, text_font
from signoff.gui.panes.diff.card_content import CardContent
from signoff.gui.panes.diff.edit_card_parts import WhyLine, plain_button, small_button, words_of
from signoff.gui.panes.diff.edit_words import mark_of, needs_words, short_title_of, state_of, title_of
from signoff.gui.panes.diff.words import say
from signoff.gui.widgets.basics import column, holder, label, restyle, row, set_role
from signoff.gui.widgets.marks import Mark, MarkLabel

_NARROW = 300
"""Pixels below which buttons don't say their keys."""
COMPACT_PX = 26
"""Height of a card that is not opened."""


class EditCard(QFrame):
    """Tells what a person does on it; knows nothing of the project."""

    opened = Signal(str)
    """The person looks at this edit."""
    accepted = Signal(str)
    refused = Signal(str, str)
    """Id and reason, which may be empty."""
    commented = Signal(str, str)
    undone = Signal(str)
    """A refused or accepted edit is proposed again."""
    cell_asked = Signal(object)
    column_asked = Signal(str)
    resized = Signal()
    """It wants another height."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.content: CardContent | None = None
        self._is_open = self._is_lit = False
        self._can_write = True
        self.setProperty("kind", "edit")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._mark = MarkLabel(Mark.NONE, look.tokens)
        self.title = label("", "edit-title")
        self.title.setMinimumWidth(1)
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.cell = small_button("", lambda: self._tell_cell())
        self.yes = small_button("✓", self.accept, name=say("Accept"))
        self.no = small_button("✕", self.ask_why_not, name=say("Refuse"))
        head = row(self._mark, self.title, self.cell, self.yes, self.no, gap=4)
        head.setStretch(1, 1)
        self.why = label("", "edit", wraps=True, selectable=True)
        self.rule = label("", "edit", wraps=True, selectable=True)
        self.words = label("", "edit", wraps=True, selectable=True)
        self.values = label("", "edit", wraps=True, selectable=True)
        self.state = label("", "edit", wraps=True)
        self.needs = label("", "edit", wraps=True)
        self.accept_button = plain_button("", self.accept)
        self.refuse_button = plain_button("", self.ask_why_not)
        self.comment_button = small_button("", self.ask_comment)
        self.undo_button = small_button("", lambda: self.undone.emit(self.id))
        self.line = WhyLine()
        self.line.sent.connect(self._send)
        self.line.left.connect(self._close_line)
        self._wanted = ""
        foot = row(self.accept_button, self.refuse_button, self.undo_button, self.comment_button, 1, gap=4)
        self._body = holder(
            column(
                self.why,
                self.rule,
                self.words,
                self.values,
                self.state,
                self.needs,
                self.line,
                foot,
                gap=4,
                margins=(6, 2, 2, 4),
            )
        )
        self.setLayout(column(head, self._body, 1, gap=0, margins=(6, 3, 4, 3)))
        self.line.hide()
        look.changed.connect(self._show)
        self._name_buttons()
        self.set_open(is_open=False)

    @property
    def id(self) -> str:
        """Id of its edit; empty while it shows none."""
        return self.content.id if self.content else ""

    @property
    def is_open(self) -> bool:
        """Whether reason and buttons are seen."""
        return self._is_open

    @property
    def is_lit(self) -> bool:
        """Whether it is the one in focus."""
        return self._is_lit

    @property
    def is_written_on(self) -> bool:
        """Whether a reason or a comment is being written."""
        return self._is_open and not self.line.isHidden()

    def show_content(self, content: CardContent, *, can_write: bool) -> None:
        """Show an edit."""
        if (content, can_write) == (self.content, self._can_write):
            return
        if self.content is not None and self.content.id != content.id:
            self._close_line()
        self.content, self._can_write = content, can_write
        self._show()

    def set_open(self, *, is_open: bool, is_lit: bool = False) -> None:
        """Open it or make it one line high; a lit one is the one in focus."""
        self._is_open, self._is_lit = is_open, is_lit
        self._body.setVisible(is_open)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(6, 3 if is_open else 0, 4, 3 if is_open else 0)
        self._show_buttons()
        restyle(self, "kind", "edit-lit" if is_lit else "edit")
        self._set_font()
        self._elide()

    def height_at(self, width: int) -> int:
        """The height it needs at a width."""
        if not self._is_open:
            return COMPACT_PX
        inside, layout = self._body.layout(), self.layout()
        assert inside is not None and layout is not None
        inside.invalidate()
        layout.invalidate()
        return max(COMPACT_PX, layout.totalHeightForWidth(width))

    def accept(self) -> None:
        """Accept the edit, where that can be done."""
        if self._can_accept:
            self.accepted.emit(self.id)

    def undo(self) -> None:
        """Propose it again, where somebody decided on it."""
        if self._can_write and self.content and self.content.is_decided:
            self.undone.emit(self.id)

    def ask_why_not(self) -> None:
        """Refuse: a line asks for the reason, which may stay empty."""
        if self._can_refuse:
            self._ask("refuse", say("Why not? Enter refuses, the reason may stay empty"))

    def ask_comment(self) -> None:
        """Ask for a comment."""
        if self._can_write and self.content and self.content.edit.column:
            self._ask("comment", say("Your comment; Enter sends it"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.opened.emit(self.id)
        super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()
        self._name_buttons()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and self.id:
            self.opened.emit(self.id)
        return super().event(event)

    @property
    def _can_accept(self) -> bool:
        return bool(self.content and self._can_write and self.content.can_accept)

    @property
    def _can_refuse(self) -> bool:
        return bool(self.content and self._can_write and self.content.can_refuse)

    def _ask(self, wanted: str, hint: str) -> None:
        self._wanted = wanted
        if not self._is_open:
            self.opened.emit(self.id)
            self.set_open(is_open=True, is_lit=True)
        self.line.setPlaceholderText(hint)
        self.line.setAccessibleName(hint)
        self.line.clear()
        self.line.show()
        self.resized.emit()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _send(self, text: str) -> None:
        if self._wanted == "refuse":
            self._close_line()
            self.refused.emit(self.id, text)
        elif text:
            self._close_line()
            self.commented.emit(self.id, text)

    def _close_line(self) -> None:
        if self.line.isHidden():
            return
        had_focus = self.line.hasFocus()
        self.line.hide()
        self.resized.emit()
        if had_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_cell(self) -> None:
        if self.content and self.content.edit.cell:
            self.cell_asked.emit(self.content.edit.cell)

    def _show(self) -> None:
        if (content := self.content) is None:
            return
        edit, place = content.edit, content.place
        self._mark.set_mark(mark_of(place), self._look.tokens)
        is_off = not place.is_made
        self._set_font()
        set_role(self.title, "dim" if is_off else "edit-title")
        self.cell.setText(f"{edit.cell.letter}{edit.cell.row}" if edit.cell else "")
        self.cell.setToolTip(say("Show {cell} in the document").format(cell=edit.cell) if edit.cell else "")
        self.cell.setAccessibleName(self.cell.toolTip())
        self.cell.setVisible(edit.cell is not None)
        for widget, text in (
            (self.why, edit.why),
            (self.rule, say("Rule: {rule}").format(rule=content.rule) if content.rule else ""),
            (self.words, words_of(content)),
            (self.values, content.values if not content.is_unresolved else ""),
            (self.state, state_of(place)),
            (self.needs, needs_words(content.needed)),
        ):
            widget.setText(text)
            widget.setVisible(bool(text))
        set_role(self.state, "edit-attention" if not place.is_made and not place.is_refused else "small")
        for widget in (self.rule, self.words, self.values):
            set_role(widget, "small" if is_off else "edit")
        set_role(self.why, "small")
        self.setAccessibleName(
            ". ".join(p for p in (title_of(edit), edit.why, content.words, state_of(place)) if p)
        )
        self.setToolTip("" if self._is_open else "\n".join(p for p in (title_of(edit), edit.why) if p))
        self._show_buttons()
        self._elide()

    def _show_buttons(self) -> None:
        content = self.content
        small = bool(content) and not self._is_open
        self.yes.setVisible(small and self._can_accept)
        self.no.setVisible(small and self._can_refuse)
        self.accept_button.setVisible(self._can_accept)
        self.refuse_button.setVisible(self._can_refuse)
        self.undo_button.setVisible(bool(content and content.is_decided and self._can_write))
        self.comment_button.setVisible(bool(content and content.edit.column and self._can_write))

    def _name_buttons(self) -> None:
        """Buttons say their keys where there is room."""
        is_narrow = self.width() < _NARROW
        for made, words, key in (
            (self.accept_button, say("Accept"), "A"),
            (self.refuse_button, say("Refuse"), "R"),
            (self.comment_button, say("Comment"), "C"),
            (self.undo_button, say("Undo"), "Z"),
        ):
            made.setText(words if is_narrow else f"{words}   {key}")
            made.setAccessibleName(words)
            made.setToolTip(say("{words} (key {key})").format(words=words, key=key))

    def _set_font(self) -> None:
        place = self.content.place if self.content else None
        font = text_font(TEXT_PX if self._is_open else TEXT_PX - 1, bold=self._is_open)
        font.setStrikeOut(place is not None and (place.is_refused or bool(place.missing)))
        self.title.setFont(font)

    def _elide(self) -> None:
        if self.content is None:
            return
        metrics = QFontMetrics(self.title.font())
        edit = self.content.edit
        text = title_of(edit) if self._is_open else short_title_of(edit)
        self.title.setText(metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(20, self.title.width())))
