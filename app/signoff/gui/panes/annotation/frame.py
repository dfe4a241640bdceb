"""The card's frame: the rows or a column above, scrolled; what is written and decided at its foot."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QStackedWidget, QWidget

from signoff.core.domain.dossier import Dossier
from signoff.core.domain.review import ROWS
from signoff.core.project import session as acts
from signoff.core.project.standing import Standing, TargetStanding
from signoff.core.review.stale import Change
from signoff.core.review.standing import ColumnStanding, ColumnState, TargetState
from signoff.gui.context import Context
from signoff.gui.panes.annotation.bulk import BulkPanel
from signoff.gui.panes.annotation.card import ColumnCard
from signoff.gui.panes.annotation.composer import Composer
from signoff.gui.panes.annotation.decision_bar import DecisionBar
from signoff.gui.panes.annotation.notice_line import DraftLine, WaitingLine
from signoff.gui.panes.annotation.remarks_box import RemarksBox, remarks_of
from signoff.gui.panes.annotation.rows_card import RowsCard
from signoff.gui.panes.annotation.sign_banner import SignBanner
from signoff.gui.panes.annotation.today import today
from signoff.gui.panes.annotation.words import sign_words
from signoff.gui.widgets.basics import column, panel
from signoff.gui.widgets.empty import EmptyState

_SIDE = 18


class CardFrame(QFrame):
    """Shows one line of the list of columns; decides nothing itself."""

    draft_asked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setProperty("kind", "panel")
        self.target: TargetStanding | None = None
        self.column: ColumnStanding | None = None
        """What is on screen; None while there is nothing to decide."""
        self.rows_card, self.column_card = RowsCard(context), ColumnCard(context)
        self.banner, self.draft_line, self.waiting = SignBanner(), DraftLine(), WaitingLine()
        self.remarks = RemarksBox(context)
        self.composer, self.bulk, self.bar = Composer(), BulkPanel(context.look), DecisionBar()
        self.empty = EmptyState(
            "",
            self.tr("Draft it first; it can be reviewed as soon as it is there."),
            ((self.tr("Draft this table"), self.draft_asked.emit),),
        )
        self.pages = QStackedWidget()
        self._lay_out()

    @property
    def card(self) -> RowsCard | ColumnCard:
        """The card in front."""
        is_rows = self.column is None or self.column.name == ROWS
        return self.rows_card if is_rows else self.column_card

    @property
    def dossier(self) -> Dossier | None:
        """All that is known of the target on screen."""
        return self.target.dossier if self.target else None

    def show_column(self, standing: Standing, target: TargetStanding | None, name: str) -> None:
        """Show a column of a target, or its rows, as they stand."""
        before = (self.target.name, self.column.name) if self.target and self.column else None
        found = _column_of(target, name)
        self.target, self.column = target, found
        if target is None or found is None:
            self._show_empty(target)
            return
        self.pages.setCurrentIndex(1)
        if before != (target.name, found.name):
            self._begin_anew()
        self._show_card(target, found, can_write=not standing.read_only)
        self._show_lines(standing, target, found)
        self.bar.show_state(
            found,
            sign_words="" if found.name == ROWS else sign_words(target),
            has_left=target.review is not None and any(c.name != found.name for c in target.review.left),
            is_signed=target.dossier is not None and target.dossier.sign_off is not None,
            can_write=not standing.read_only,
        )
        self.show_links()

    def shows(self, target: str, name: str) -> bool:
        """Whether a person has had this column in front of them."""
        if self.target is None or self.column is None or not self.isVisible():
            return False
        return (self.target.name, self.column.name) == (target, name)

    def show_links(self) -> None:
        """The links of the card in front, as they stand."""
        card = self.card
        links = card.disclosures()
        self.bar.show_links(links, opened=frozenset(key for key, _words in links if card.is_open(key)))

    def toggle(self, key: str) -> None:
        """Open a page of the card in front, or close it."""
        self.card.toggle(key)
        self.show_links()

    def _show_empty(self, target: TargetStanding | None) -> None:
        self.pages.setCurrentIndex(0)
        words = self.tr("{name} is not drafted yet") if target else self.tr("No target table is chosen")
        self.empty.title.setText(words.format(name=target.name if target else ""))
        is_free = self._context.session.can_write and not self._context.drafter.is_running
        for each in self.empty.findChildren(QPushButton):
            each.setEnabled(target is not None and is_free)

    def _begin_anew(self) -> None:
        self.composer.close_()
        self.bulk.close_()
        self.waiting.hide()
        self._scroll.verticalScrollBar().setValue(0)

    def _show_card(self, target: TargetStanding, found: ColumnStanding, *, can_write: bool) -> None:
        is_rows = found.name == ROWS
        self.rows_card.setVisible(is_rows)
        self.column_card.setVisible(not is_rows)
        self.card.show_column(target, found)
        if is_rows:
            self.banner.show_target(target, can_write=can_write)
            if target.state is TargetState.STALE:
                bars = target.review.bars if target.review else ()
                self._read_changes(target, "", partial(self.banner.show_changes, bars))
        else:
            self.banner.hide()
        assert target.dossier is not None
        self.remarks.show_remarks(remarks_of(target.dossier, found.name, today=today()), can_write=can_write)

    def _show_lines(self, standing: Standing, target: TargetStanding, found: ColumnStanding) -> None:
        assert target.dossier is not None
        is_drafting = self._context.drafter.is_running
        self.draft_line.show_need(target.dossier, found, is_drafting=is_drafting)
        asked = next((a for a in standing.asked if a.target == target.name and a.column == found.name), None)
        if asked is not None:
            self.waiting.show_asked(asked)
        elif found.state is ColumnState.LOOK_AGAIN:
            self._read_changes(target, found.name, partial(self.waiting.show_look_again, found))
        else:
            self.waiting.hide()

    def _read_changes(
        self, target: TargetStanding, name: str, show: Callable[[Sequence[Change]], None]
    ) -> None:
        wanted = self.column

        def shown(changes: Sequence[Change]) -> None:
            if self.target is target and self.column is wanted:
                show(changes)

        words = self.tr("what changed in {name}").format(name=target.name)
        self._context.session.read(words, lambda p: acts.what_changed(p, target.name, name), shown)

    def _lay_out(self) -> None:
        top = column(self.draft_line, self.waiting, self.banner, gap=8)
        body = QWidget()
        body.setLayout(
            column(top, self.rows_card, self.column_card, self.remarks, 1, margins=(_SIDE, 14, _SIDE, 8))
        )
        self._scroll = QScrollArea()
        self._scroll.setWidget(body)
        self._scroll.setWidgetResizable(True)
        for under in (body, self._scroll.viewport()):
            under.setAutoFillBackground(False)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        foot = panel("foot")
        foot.setLayout(column(self.composer, self.bulk, self.bar, margins=(_SIDE, 10, _SIDE, 10)))
        whole = column(self._scroll, foot, gap=0, margins=1)
        whole.setStretch(0, 1)
        page = QWidget()
        page.setLayout(whole)
        self.pages.addWidget(self.empty)
        self.pages.addWidget(page)
        self.setLayout(column(self.pages))


def _column_of(target: TargetStanding | None, name: str) -> ColumnStanding | None:
    """The line of that name; the rows when the draft has no such column."""
    if target is None or target.review is None:
        return None
    wanted = name.casefold()
    lines = target.review.columns
    return next((line for line in lines if line.name.casefold() == wanted), lines[0])
