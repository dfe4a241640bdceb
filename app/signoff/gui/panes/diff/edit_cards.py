"""The edits of an update as small cards: what, from which cell, why; accept or refuse."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from signoff.core.domain.dossier import Dossier
from signoff.core.domain.expressions import Origin
from signoff.core.domain.plan import DraftColumn
from signoff.core.project.as_shown import approve_as_shown
from signoff.core.project.standing import TargetStanding
from signoff.core.review.binding import mapped
from signoff.core.review.standing import ColumnState
from signoff.gui.context import Context
from signoff.gui.look import CAPTION_PX, text_font
from signoff.gui.panes.diff.proof import Proof
from signoff.gui.panes.diff.words import say
from signoff.gui.places import Place, Step
from signoff.gui.widgets.basics import button, clear, column, holder, label, panel, row
from signoff.gui.widgets.marks import MarkLabel
from signoff.gui.wording import COLUMN_MARKS

_AT_A_TIME = 12
_WIDTH = 300
_HEIGHT = 76
"""Of a card, without the scroll bar below."""


class EditCards(QScrollArea):
    """A strip of cards; the page shows it where there are edits and room."""

    filled = Signal()
    """The edits are other ones, or none."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._target: TargetStanding | None = None
        self._proof: Proof | None = None
        self._shown = _AT_A_TIME
        self._cards = QHBoxLayout()
        self._cards.setContentsMargins(0, 0, 0, 0)
        self.setWidget(inside := holder(self._cards))
        inside.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFixedHeight(_HEIGHT + 16)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Edits of the existing SQL"))
        self.hide()

    @property
    def names(self) -> tuple[str, ...]:
        """Columns that have a card, the ones not shown yet too."""
        return tuple(c.name for c in self._edited())

    def show_target(self, target: TargetStanding | None) -> None:
        """Show the edits of a target; none for a new table."""
        before, self._target = self._target, target
        if before is not None and target is not None and before.name != target.name:
            self._shown = _AT_A_TIME
        if before is not target:
            self._fill()

    def show_proof(self, proof: Proof | None) -> None:
        """Take over which columns the texts say are added."""
        if proof != self._proof:
            self._proof = proof
            self._fill()

    def _edited(self) -> Sequence[DraftColumn]:
        dossier = self._target.dossier if self._target else None
        if dossier is None or not dossier.draft.existing:
            return ()
        return [c for c in dossier.draft.columns if c.origin is not Origin.KEPT]

    def _fill(self) -> None:
        clear(self._cards)
        edited = self._edited()
        self.filled.emit()
        dossier = self._target.dossier if self._target else None
        if dossier is None or self._target is None:
            return
        for each in edited[: self._shown]:
            self._cards.addWidget(self._card(self._target, dossier, each))
        if len(edited) > self._shown:
            words = self.tr("{n} more edits").format(n=len(edited) - self._shown)
            self._cards.addWidget(button(words, self._more, kind="link"))
        self._cards.addStretch(1)

    def _more(self) -> None:
        self._shown += _AT_A_TIME
        self._fill()

    def _card(self, target: TargetStanding, dossier: Dossier, edited: DraftColumn) -> QWidget:
        made = panel()
        made.setFixedSize(_WIDTH, _HEIGHT)
        name, state = edited.name, self._state(target, edited.name)
        mark = MarkLabel(COLUMN_MARKS[state], self._context.look.tokens)
        title = button(self._title(name), partial(self._lead_to, name), kind="link")
        title.setToolTip(name)
        reason = _reason(dossier, name)
        metrics = QFontMetrics(text_font(CAPTION_PX))
        why = label(metrics.elidedText(reason, Qt.TextElideMode.ElideRight, _WIDTH - 34), "small")
        why.setToolTip(reason)
        why.setContentsMargins(5, 0, 0, 0)
        accept = button(
            self.tr("Accept"), partial(self._accept, dossier, name), kind="quiet-small",
            name=self.tr("Accept the edit of {name}").format(name=name),
        )  # fmt: skip
        refuse = button(
            self.tr("Refuse …"), partial(self._refuse, name), kind="quiet-small",
            name=self.tr("Refuse the edit of {name}").format(name=name),
        )  # fmt: skip
        accept.setEnabled(self._can_accept(state))
        refuse.setEnabled(self._context.session.can_write)
        lines = column(row(title, 1, mark, gap=4), why, row(accept, refuse, 1, gap=4), gap=1, margins=6)
        made.setLayout(lines)
        return made

    def _title(self, name: str) -> str:
        proof = self._proof
        if proof is None:
            return name
        if name.casefold() in {each.casefold() for each in proof.added}:
            return self.tr("added {name}").format(name=name)
        if name.casefold() in {each.casefold() for each in proof.changed}:
            return self.tr("changed {name}").format(name=name)
        return self.tr("not edited: {name}").format(name=name)

    def _can_accept(self, state: ColumnState) -> bool:
        open_states = (ColumnState.UNDECIDED, ColumnState.LOOK_AGAIN, ColumnState.CHANGE_REQUESTED)
        return self._context.session.can_write and state in open_states

    @staticmethod
    def _state(target: TargetStanding, name: str) -> ColumnState:
        columns = target.review.columns if target.review else ()
        return next((c.state for c in columns if c.name == name), ColumnState.UNDECIDED)

    def _lead_to(self, name: str) -> None:
        assert self._target is not None
        self._context.go(Place(Step.VALIDATE, self._target.name, name))

    def _accept(self, dossier: Dossier, name: str) -> None:
        by = self._context.session.by
        self._context.session.act(
            self.tr("approve {name}").format(name=name),
            lambda project: approve_as_shown(project, dossier, name, by=by),
        )

    def _refuse(self, name: str) -> None:
        """Lead to the column's card, where the change is put into words."""
        self._lead_to(name)
        if any(command.id == _REQUEST for command in self._context.commands.all()):
            self._context.commands.run(_REQUEST)


_REQUEST = "review.change"
"""The command of the card that asks what should change."""


def _reason(dossier: Dossier, name: str) -> str:
    """The cell and what it says."""
    rows = mapped(dossier, name)
    if not rows:
        return say("not named by the mapping document")
    cell, rule = rows[0].cell, rows[0].rule_resolved or rows[0].rule
    parts = [str(cell) if cell else "", rule or say("no rule"), rows[0].note]
    return " — ".join(part for part in parts if part)
