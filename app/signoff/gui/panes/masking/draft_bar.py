"""The bar over the step: draft, cancel, which language model, how far it is, and where to go on."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QProgressBar, QSizePolicy

from signoff.core.project.standing import Standing
from signoff.core.review.standing import TargetState
from signoff.gui.context import Context
from signoff.gui.panes.masking.drafting import Drafting
from signoff.gui.panes.masking.generator_choice import GeneratorChoice
from signoff.gui.panes.masking.run import Outcome
from signoff.gui.panes.masking.words import counted
from signoff.gui.places import Place, Step
from signoff.gui.widgets.basics import button, column, label, restyle, row

_BAR_STEPS = 1000


class DraftBar(QFrame):
    """Two lines: what can be done, and what is being done or came of it."""

    def __init__(self, context: Context, drafting: Drafting) -> None:
        super().__init__()
        self._context, self._drafting = context, drafting
        self.setProperty("kind", "panel")
        self.all = button(
            self.tr("Draft all"), drafting.draft_all, kind="primary", hint=self.tr("Ctrl+D"),
            name=self.tr("Draft all target tables"),
        )  # fmt: skip
        self.one = button(
            self.tr("Draft this table"), drafting.draft_one, hint=self.tr("Ctrl+Shift+D"),
            name=self.tr("Draft this target table"),
        )  # fmt: skip
        self.cancel = button(
            self.tr("Cancel"), drafting.cancel, name=self.tr("Cancel drafting"), hint=self.tr("Esc")
        )
        self.choice = GeneratorChoice(context)
        self.words = label("", wraps=True)
        self.bar = QProgressBar()
        self.bar.setRange(0, _BAR_STEPS)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(160)
        self.bar.setAccessibleName(self.tr("Progress of drafting"))
        self.left = label("", "small")
        self.review = button("", self._review, kind="primary")
        self.warning = label("", "attention", wraps=True)
        self.input = button(self.tr("Go to Input"), lambda: context.go(Place(Step.INPUT)), kind="link")
        self._missing = ""
        self._lay_out()
        self.choice.missing_changed.connect(self._take_missing)
        context.session.target_chosen.connect(lambda _name: self.show_state())
        drafting.changed.connect(self.show_state)

    def show_standing(self, _standing: Standing) -> None:
        """Show what the project says."""
        self.show_state()

    def show_state(self) -> None:
        """Show what can be done now and what is being done."""
        running, can_begin = self._drafting.is_running, self._drafting.can_begin
        for each in (self.all, self.one):
            each.setEnabled(can_begin)
        self.cancel.setVisible(running)
        self.cancel.setEnabled(not self._drafting.is_stopping)
        self.bar.setVisible(running)
        self.left.setVisible(running)
        self._show_words()
        self._show_review()
        self._show_warning()

    def _lay_out(self) -> None:
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        acts = row(self.review, self.all, self.one, self.cancel, 1, self.choice)
        told = row(self.words, self.bar, self.left, gap=12)
        warned = row(self.warning, self.input)
        warned.setStretch(0, 1)
        told.setStretch(0, 1)
        self.setLayout(column(acts, told, warned, margins=12))

    def _show_words(self) -> None:
        drafting = self._drafting
        if not drafting.is_running:
            self.words.setText(
                self._outcome_words(drafting.outcome) if drafting.outcome else self._standing_words()
            )
            return
        run = drafting.run
        share = run.share if run else 0.0
        self.bar.setValue(round(share * _BAR_STEPS))
        if drafting.is_stopping:
            self.words.setText(self.tr("Stopping: what is drafted by now is kept."))
            self.left.setText("")
            return
        at_work = (
            self.tr("Drafting {name}").format(name=run.current)
            if run and run.current
            else self.tr("Drafting")
        )
        said = drafting.message[:1].upper() + drafting.message[1:]
        self.words.setText(said or at_work)
        self.left.setText(self._left_words(run.seconds_left(drafting.seconds) if run else None))

    def _left_words(self, seconds: float | None) -> str:
        if seconds is None:
            return self.tr("{n} s so far").format(n=int(self._drafting.seconds))
        if seconds < 60:
            return self.tr("about {n} s left").format(n=int(seconds) + 1)
        return self.tr("about {n} min left").format(n=round(seconds / 60))

    def _standing_words(self) -> str:
        standing = self._context.session.standing
        if standing is None:
            return ""
        if not standing.drafted:
            return self.tr(
                "Nothing is drafted yet. Names are hidden before a rule reaches the language model."
            )
        words = self.tr(
            "{n} of {all} target tables drafted. Drafting again keeps decisions on what stays the same."
        )
        return words.format(n=standing.drafted, all=len(standing.targets))

    def _outcome_words(self, outcome: Outcome) -> str:
        drafted = counted(
            outcome.drafted, self.tr("1 target table drafted"), self.tr("{n} target tables drafted")
        )
        unresolved = counted(
            outcome.unresolved, self.tr("1 column has no draft yet"), self.tr("{n} columns have no draft yet")
        )
        questions = counted(
            outcome.questions, self.tr("1 question waits for you"), self.tr("{n} questions wait for you")
        )
        told = [drafted]
        told += [unresolved] if outcome.unresolved else []
        told += [questions] if outcome.questions else []
        first = "" if outcome.is_whole else self.tr("Stopped before the end.") + " "
        return first + " · ".join(told) + "."

    def _show_review(self) -> None:
        first, running = self._drafting.first, self._drafting.is_running
        standing = self._context.session.standing
        has_drafts = bool(standing and standing.drafted)
        self.review.setVisible(bool(first) if running else has_drafts)
        text = self.tr("Review {name} now").format(name=first) if running else self.tr("Go to Validate")
        self.review.setText(text)
        self.review.setAccessibleName(text)
        goes_on = has_drafts and not running and standing is not None and not self._has_more(standing)
        restyle(self.review, "kind", "primary" if goes_on or running else "")
        restyle(self.all, "kind", "" if goes_on or running else "primary")
        self.all.setText(self.tr("Draft all again") if goes_on else self.tr("Draft all"))

    @staticmethod
    def _has_more(standing: Standing) -> bool:
        """Whether some target table has no draft that holds."""
        waits = (TargetState.NOT_DRAFTED, TargetState.REDRAFT)
        return any(target.state in waits for target in standing.targets)

    def _review(self) -> None:
        self._context.go(Place(Step.VALIDATE, self._drafting.first))

    def _take_missing(self, words: str) -> None:
        self._missing = words
        self._show_warning()

    def _show_warning(self) -> None:
        standing = self._context.session.standing
        without = standing is not None and not standing.samples
        words = self._missing
        if without and not words:
            words = self.tr(
                "There are no sample rows yet: drafts can't be tried on values. Bring them in at Input."
            )
        self.warning.setText(words)
        self.warning.setVisible(bool(words))
        self.input.setVisible(bool(words) and words != self._missing)
