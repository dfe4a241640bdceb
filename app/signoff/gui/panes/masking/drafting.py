"""The run of drafting as the pane follows it, and its commands."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, QTimer, Signal

from signoff.core.progress import Progress
from signoff.gui.commands import Command
from signoff.gui.context import Context
from signoff.gui.panes.masking.run import Outcome, Run, outcome_of, run_of
from signoff.gui.places import Step

_CLOCK_MS = 500


class Drafting(QObject):
    """Starts and stops the drafter, and keeps count of what it does."""

    changed = Signal()
    """Something of the run is to be shown anew."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.run: Run | None = None
        """The run that goes on, or the one before."""
        self.first = ""
        """The first target of the run that can be reviewed."""
        self.outcome: Outcome | None = None
        self.is_stopping = False
        self.message = ""
        """What is done before and between columns, such as getting the language model ready."""
        self._clock = QTimer(self)
        self._clock.setInterval(_CLOCK_MS)
        self._clock.timeout.connect(self.changed)
        drafter = context.drafter
        drafter.started.connect(self._begin)
        drafter.progressed.connect(self._take)
        drafter.target_drafted.connect(self._end_target)
        drafter.ended.connect(self._end)
        drafter.state_changed.connect(self.changed)
        context.session.opened.connect(lambda _standing: self._forget())
        self._add_commands()

    @property
    def is_running(self) -> bool:
        """Whether a run goes on."""
        return self._context.drafter.is_running

    @property
    def can_begin(self) -> bool:
        """Whether a run can be started."""
        standing = self._context.session.standing
        return bool(standing and standing.targets and not standing.read_only and not self.is_running)

    @property
    def seconds(self) -> float:
        """Since the run began."""
        return time.monotonic() - self._context.drafter.began_at

    def draft_all(self) -> None:
        """Draft every target table."""
        if self.can_begin:
            self._context.drafter.draft()

    def draft_one(self) -> None:
        """Draft the chosen target table."""
        if self.can_begin and self._context.session.target:
            self._context.drafter.draft([self._context.session.target])

    def cancel(self) -> None:
        """Stop the run; said at once, whatever the language model is in the middle of."""
        if self.is_running:
            self.is_stopping = True
            self._context.drafter.cancel()
            self.changed.emit()

    def _add_commands(self) -> None:
        add = self._context.commands.add
        add(
            Command("target.draft_all", self.tr("Draft all target tables"), ("Ctrl+D",)),
            self.draft_all, enabled=lambda: self.can_begin,
        )  # fmt: skip
        add(
            Command("target.draft", self.tr("Draft this target table"), ("Ctrl+Shift+D",)),
            self.draft_one, enabled=lambda: self.can_begin,
        )  # fmt: skip
        add(
            Command("target.cancel_draft", self.tr("Cancel drafting"), ("Esc",), step=Step.ENHANCE),
            self.cancel, enabled=lambda: self.is_running,
        )  # fmt: skip

    def _begin(self, targets: tuple[str, ...]) -> None:
        standing = self._context.session.standing
        self.run = run_of(standing, targets) if standing else None
        self.first, self.outcome, self.is_stopping, self.message = "", None, False, ""
        self._clock.start()
        self.changed.emit()

    def _take(self, news: Progress) -> None:
        if self.run is None:
            return
        self.message = news.message if news.stage == "generate" else ""
        self.run.take(news)
        self.changed.emit()

    def _end_target(self, name: str) -> None:
        if self.run is not None:
            self.run.end_target(name)
            self.first = self.first or name
            self.changed.emit()

    def _end(self, is_whole: bool) -> None:
        if self.is_running:
            return  # the end of the run before, told after this one began
        self._clock.stop()
        self.is_stopping, self.message = False, ""
        standing = self._context.session.standing
        if self.run is not None and standing is not None:
            self.outcome = outcome_of(self.run, standing, is_whole=is_whole)
        self.changed.emit()

    def _forget(self) -> None:
        if not self.is_running:
            self.run, self.outcome, self.first = None, None, ""
            self.changed.emit()
