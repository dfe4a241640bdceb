"""The pane for SME annotation: the list of columns and the card of the chosen one."""

from __future__ import annotations

from signoff.core.domain.review import ROWS
from signoff.core.project.standing import Standing
from signoff.gui.context import Context
from signoff.gui.pane import Pane
from signoff.gui.panes.annotation.column_list import ColumnList
from signoff.gui.panes.annotation.frame import CardFrame
from signoff.gui.panes.annotation.keys import add_commands
from signoff.gui.panes.annotation.reviewer import Reviewer
from signoff.gui.places import Place


class AnnotationPane(Pane):
    """Owns the list and the card; the step lays them out."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.list = ColumnList(context)
        self.card = CardFrame(context)
        self.reviewer = Reviewer(context, self.list, self.card)
        add_commands(context.commands, self.reviewer, self.card)
        self._connect()

    @property
    def is_seen(self) -> bool:
        return self.card.isVisible()

    def refresh(self, standing: Standing) -> None:
        self._show_chosen(standing)

    def show_place(self, place: Place) -> None:
        if place.target and not place.column:
            self.context.session.choose_column(ROWS)
        self.list.view.setFocus()

    def _connect(self) -> None:
        session, drafter = self.context.session, self.context.drafter
        session.target_chosen.connect(lambda _name: self._follow())
        session.column_chosen.connect(lambda _name: self._follow())
        drafter.state_changed.connect(self._follow)
        self.list.sign_asked.connect(self.reviewer.sign)
        frame, bar, reviewer = self.card, self.card.bar, self.reviewer
        bar.approve_asked.connect(reviewer.approve)
        bar.change_asked.connect(reviewer.request_change)
        bar.comment_asked.connect(reviewer.comment)
        bar.take_back_asked.connect(reviewer.take_back)
        bar.sign_asked.connect(reviewer.sign)
        bar.toggled.connect(frame.toggle)
        frame.rows_card.answered.connect(reviewer.answer)
        frame.rows_card.ask_wanted.connect(reviewer.ask_somebody)
        frame.remarks.accepted.connect(reviewer.accept_remark)
        frame.banner.sign_asked.connect(reviewer.sign)
        frame.banner.withdraw_asked.connect(reviewer.withdraw)
        frame.draft_asked.connect(reviewer.draft_again)
        frame.draft_line.draft_asked.connect(reviewer.draft_again)

    def _follow(self) -> None:
        """Show what was chosen; a pane that is not seen catches up when it is."""
        standing = self.context.session.standing
        if standing is not None and self.is_seen and self._shown is standing:
            self._show_chosen(standing)

    def _show_chosen(self, standing: Standing) -> None:
        session = self.context.session
        target = standing.target(session.target) if session.target else None
        if target is not None:
            self.list.show_target(standing, target)
        self.card.show_column(standing, target, session.column)
        self.context.commands.refresh()
