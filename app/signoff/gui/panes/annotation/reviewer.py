"""The person's way through a target: to the next column, a decision, and on to what is left."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from signoff.core.domain.dossier import Dossier
from signoff.core.domain.expressions import Origin
from signoff.core.domain.findings import Finding
from signoff.core.domain.review import ROWS, Verdict
from signoff.core.project.standing import TargetStanding
from signoff.core.review.bulk import bulk_candidates
from signoff.core.review.standing import ColumnStanding, ColumnState, TargetState
from signoff.gui.context import Context
from signoff.gui.panes.annotation.column_list import ColumnList
from signoff.gui.panes.annotation.composer import Wanted
from signoff.gui.panes.annotation.decisions import Decisions
from signoff.gui.panes.annotation.frame import CardFrame
from signoff.gui.panes.annotation.sign_dialog import SignDialog
from signoff.gui.panes.annotation.today import today
from signoff.gui.panes.annotation.words import column_title

_DONE = (ColumnState.APPROVED, ColumnState.LEFT_ALONE)
_ASKED = (ColumnState.QUESTION, ColumnState.UNRESOLVED)


class Reviewer(QObject):
    """What keys, buttons and links do."""

    def __init__(self, context: Context, columns: ColumnList, frame: CardFrame) -> None:
        super().__init__(frame)
        self._context, self._session = context, context.session
        self._list, self._frame = columns, frame
        self.decisions = Decisions(context)
        self.dialog: SignDialog | None = None

    @property
    def _shown(self) -> tuple[TargetStanding, Dossier, ColumnStanding] | None:
        target, dossier, found = self._frame.target, self._frame.dossier, self._frame.column
        return (target, dossier, found) if target and dossier and found else None

    @property
    def can_decide(self) -> bool:
        """Whether something stands on screen that can be decided on."""
        return self._session.can_write and self._shown is not None

    @property
    def is_asked(self) -> bool:
        """Whether the number keys answer something."""
        found = self._frame.column
        return self.can_decide and found is not None and found.state in _ASKED

    @property
    def can_take_back(self) -> bool:
        """Whether what stands on screen was decided on and is not signed."""
        target, found = self._frame.target, self._frame.column
        if target is None or found is None or found.decision is None or not self.can_decide:
            return False
        is_signed = target.dossier is not None and target.dossier.sign_off is not None
        return not is_signed and found.decision.verdict is not Verdict.UNDECIDED

    @property
    def has_copied(self) -> bool:
        """Whether some column may be approved together with others; the list says which."""
        shown = self._shown
        review = shown[0].review if shown else None
        return self.can_decide and any(
            c.origin is Origin.DIRECT and c.state not in _DONE for c in (review.columns if review else ())
        )

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) line of the list."""
        if name := self._list.neighbour(by):
            self._session.choose_column(name)

    def next_left(self) -> None:
        """Go to what is left, riskiest first; after the last comes the first again."""
        shown = self._shown
        if shown is None or shown[0].review is None:
            return
        self._go_after(shown[2].name, [c.name for c in shown[0].review.left])

    def approve(self) -> None:
        """Approve what is on screen and go on to what is left."""
        shown = self._shown
        if shown is None:
            return
        target, dossier, found = shown
        if found.state in _DONE:
            self.next_left()
        elif found.state in _ASKED:
            self._frame.card.focus_question()
        else:
            order = [c.name for c in target.review.left] if target.review else []
            opened = self._frame.shows(target.name, found.name)
            self.decisions.approve(
                dossier, found.name, opened=opened, then=lambda _made: self._go_after(found.name, order)
            )

    def take_back(self) -> None:
        """Take the decision on what is on screen back."""
        if (shown := self._shown) is not None:
            self.decisions.take_back(shown[0].name, shown[2].name, lambda _made: None)

    def request_change(self) -> None:
        """Ask what should change."""
        if (shown := self._shown) is None:
            return
        target, name = shown[0].name, shown[2].name
        self._write(
            "change",
            self.tr("What should change in {column}?").format(column=column_title(name)),
            self.tr("in your own words; the next draft follows them"),
            self.tr("Request the change"),
            lambda text, _who, done: self.decisions.request_change(target, name, text, done),
            after=self._frame.draft_line.focus,
        )

    def comment(self) -> None:
        """Write a comment."""
        if (shown := self._shown) is None:
            return
        target, name = shown[0].name, shown[2].name
        self._write(
            "comment",
            self.tr("Comment on {column}").format(column=column_title(name)),
            self.tr("for everybody who looks at this column"),
            self.tr("Comment"),
            lambda text, _who, done: self.decisions.comment(target, name, text, done),
        )

    def ask_somebody(self) -> None:
        """Note who else is asked, and what."""
        if (shown := self._shown) is None:
            return
        target, name = shown[0].name, shown[2].name
        self._write(
            "ask",
            self.tr("Who knows about {column}?").format(column=column_title(name)),
            self.tr("what you ask"),
            self.tr("Note it"),
            lambda text, who, done: self.decisions.ask_somebody(target, name, who, text, done),
            asks_name=True,
        )

    def withdraw(self) -> None:
        """Take the sign-off back, with a reason."""
        if (shown := self._shown) is None or shown[1].sign_off is None:
            return
        target = shown[0].name
        self._write(
            "withdraw",
            self.tr("Why is the sign-off of {target} withdrawn?").format(target=target),
            self.tr("the reason stands in the record"),
            self.tr("Withdraw"),
            lambda text, _who, done: self.decisions.withdraw(target, text, done),
        )

    def answer(self, question: str, value: str) -> None:
        """Answer a question on the rows."""
        if (shown := self._shown) is not None:
            self.decisions.answer(shown[0].name, shown[2].name, question, value, lambda _made: None)

    def accept_remark(self, remark: Finding, reason: str, until: str) -> None:
        """Accept a remark with a reason."""
        if (shown := self._shown) is not None:
            self.decisions.waive(shown[1], remark, reason, until, lambda _made: None)

    def list_copied(self) -> None:
        """List what is copied unchanged; it is approved once the person confirms the list."""
        if (shown := self._shown) is None:
            return
        dossier = shown[1]
        words = self.tr("looking for columns copied unchanged")
        self._session.read(
            words,
            lambda _project: bulk_candidates(dossier),
            lambda names: self._confirm_copied(dossier, names),
        )

    def draft_again(self) -> None:
        """Draft the target on screen anew."""
        if self._frame.target is not None:
            self._context.drafter.draft([self._frame.target.name])

    def sign(self) -> None:
        """Open the sign-off: the sentence, or what still keeps it from being signed."""
        if (shown := self._shown) is None or shown[0].state is TargetState.SIGNED:
            return
        target, dossier, day = shown[0], shown[1], today()
        window: QWidget = self._frame.window()
        self.dialog = dialog = SignDialog(window, target, self._session.by, day)
        dialog.place_asked.connect(self._session.choose_column)
        dialog.signed.connect(lambda by: self._signed(dossier, by, day))
        dialog.destroyed.connect(self._forget_dialog)
        dialog.open()

    def _signed(self, dossier: Dossier, by: str, day: str) -> None:
        if not self._context.preferences.name:
            self._context.preferences.set_name(by)
        self.decisions.sign(dossier, by, day, lambda _signed: self._session.choose_column(ROWS))

    def _forget_dialog(self) -> None:
        self.dialog = None

    def _confirm_copied(self, dossier: Dossier, names: Sequence[str]) -> None:
        if self._frame.dossier is not dossier:
            return
        if not names:
            words = self.tr(
                "No column left in {target} is copied unchanged beyond doubt; decide them one by one."
            )
            self._context.notify.tell(words.format(target=dossier.target))
            return
        self._frame.composer.close_()
        self._frame.bulk.ask(
            dossier,
            names,
            lambda: self.decisions.approve_copied(dossier, names, lambda _made: self._go_on_from_here()),
        )

    def _go_on_from_here(self) -> None:
        found = self._frame.column
        if found is not None and found.state in _DONE:
            self.next_left()

    def _write(
        self,
        kind: str,
        title: str,
        hint: str,
        send_words: str,
        send: object,
        *,
        asks_name: bool = False,
        after: object = None,
    ) -> None:
        """Let the person write; what was written is kept until the act is done."""
        assert callable(send)
        key = f"{kind} {self._session.target}.{self._session.column}"
        composer = self._frame.composer

        def done(_made: object) -> None:
            composer.forget(key)
            if callable(after):
                after()

        self._frame.bulk.close_()
        composer.ask(Wanted(key, title, hint, send_words, lambda text, who: send(text, who, done), asks_name))

    def _go_after(self, name: str, order: Sequence[str]) -> None:
        """Go to the first of `order` after a column that is still left; the rows when nothing is."""
        chosen = self._session.chosen
        if chosen is None or chosen.review is None:
            return
        left = {c.name for c in chosen.review.left}
        place = order.index(name) + 1 if name in order else 0
        rest = [each for each in (*order[place:], *order[:place]) if each in left and each != name]
        if rest or not left:
            self._session.choose_column(rest[0] if rest else ROWS)
