"""The line at the foot: language model, what is hidden from it, sockets, the record, when it was saved."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame

from signoff.core.domain.masking import MaskingLevel
from signoff.core.domain.policies import policy
from signoff.core.isolation.sockets import open_sockets
from signoff.core.project.standing import Standing
from signoff.gui.drafter import Drafter, GeneratorState
from signoff.gui.jobs import Jobs
from signoff.gui.widgets.basics import button, panel, row
from signoff.gui.widgets.short_label import ShortLabel
from signoff.gui.wording import moment

_SOCKETS_MS = 3000
"""Time between two counts of sockets."""


class StatusBar(QFrame):
    """One line of facts, each true at the moment it is shown."""

    record_asked = Signal()
    """The person wants to see the record."""

    def __init__(self, drafter: Drafter, jobs: Jobs) -> None:
        super().__init__()
        self._drafter, self._jobs = drafter, jobs
        frame = panel("foot")
        self._generator = ShortLabel("", "small")
        self._masking = ShortLabel("", "small")
        self._sockets = ShortLabel("", "small")
        self._record = button("", self.record_asked.emit, kind="quiet-small", name=self.tr("Record"))
        self._saved = ShortLabel("", "small")
        self._policy = ShortLabel("", "small")
        self._show_policy(policy().words())
        parts = (self._generator, self._masking, self._sockets, self._policy, self._record, self._saved)
        frame.setLayout(row(*parts, 1, margins=(18, 1, 18, 1), gap=18))
        self.setLayout(row(frame))
        self._timer = QTimer(self)
        self._timer.setInterval(_SOCKETS_MS)
        self._timer.timeout.connect(self._count_sockets)
        self._timer.start()
        drafter.state_changed.connect(self._show_generator)
        self._show_generator()
        self._count_sockets()
        self.show_standing(None)

    def show_standing(self, standing: Standing | None) -> None:
        """Show the record and when it was written."""
        self._masking.setText(self._masking_words(standing.masking_level if standing else None))
        if standing is None:
            self._record.hide()
            self._saved.setText("")
            return
        self._record.show()
        self._record.setText(
            self.tr("record: {n} entries, head {head}…").format(
                n=f"{standing.entries:,}", head=standing.head[:4]
            )
        )
        self._record.setToolTip(self.tr("Head of the record: {head}").format(head=standing.head))
        if standing.read_only:
            self._saved.setText(self.tr("for reading only"))
        else:
            self._saved.setText(self.tr("saved {when}").format(when=moment(standing.saved_at)))

    def _masking_words(self, level: MaskingLevel | None) -> str:
        return {
            MaskingLevel.TERMS: self.tr("hidden from the language model: the glossary"),
            MaskingLevel.FULL: self.tr("hidden from the language model: all but common words"),
        }.get(
            level or MaskingLevel.IDENTIFIERS,
            self.tr("hidden from the language model: tables, columns, fixed values"),
        )

    def _show_policy(self, told: Sequence[str]) -> None:
        """What was set for everybody here; each of it in the tooltip."""
        self._policy.setVisible(bool(told))
        self._policy.setText(self.tr("{n} set by your administrator").format(n=len(told)))
        self._policy.setToolTip("\n".join(told))

    def _show_generator(self) -> None:
        words = {
            GeneratorState.ASLEEP: self.tr("language model not loaded"),
            GeneratorState.READY: self.tr("language model ready"),
            GeneratorState.WORKING: self.tr("language model at work"),
        }
        self._generator.setText(words[self._drafter.state])

    def _count_sockets(self) -> None:
        words = self.tr("counting network sockets")
        job = self._jobs.start(
            self._jobs.watching, words, lambda _report, _cancel: open_sockets(), shown=False
        )
        job.finished.connect(self._show_sockets)

    def _show_sockets(self, count: int | None) -> None:
        if count is None:
            self._sockets.setText(self.tr("contains no network code"))
            return
        self._sockets.setText(self.tr("{n} network sockets open").format(n=count))
        self._sockets.setToolTip(self.tr("Counted just now over all processes of Signoff."))
