"""Which language model drafts: the default one, the small one, one brought in, or none."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from signoff.gui.context import Context
from signoff.gui.drafter import NO_GENERATOR
from signoff.gui.panes.masking.generators import Choice, choices
from signoff.gui.widgets.basics import label, row
from signoff.gui.widgets.pick import Pick
from signoff.gui.widgets.short_label import ShortLabel

_KEPT = "generator"


class GeneratorChoice(QWidget):
    """A list with the digest of the chosen file beside it."""

    missing_changed = Signal(str)
    """Why the chosen one can't be used, with the next step; empty when it can."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._choices: tuple[Choice, ...] = ()
        self.list = Pick(self.tr("Language model that drafts"), least=34)
        self.list.activated.connect(self._chosen)
        self.digest = label("", "chip")
        self.setLayout(row(ShortLabel(self.tr("Language model"), "dim"), self.list, self.digest))
        if kept := context.preferences.text(_KEPT):
            context.drafter.wanted = kept
        context.drafter.state_changed.connect(self._show_running)

    def look(self) -> None:
        """Look for the files anew, beside the window."""
        jobs, words = self._context.jobs, self.tr("looking for language models")
        job = jobs.start(jobs.files, words, lambda _report, _cancel: choices(), shown=False)
        job.finished.connect(self._show)
        job.failed.connect(lambda error: self._context.notify.trouble(error, words))

    @property
    def chosen(self) -> Choice | None:
        """The language model that will draft; None for none, and before the files were looked for."""
        place = self.list.currentIndex()
        return self._choices[place] if 0 <= place < len(self._choices) else None

    def _show(self, found: tuple[Choice, ...]) -> None:
        self._choices = found
        names = [
            self.tr("{name} (file missing)").format(name=each.name) if each.missing else each.name
            for each in found
        ]
        self.list.clear()
        self.list.addItems([*names, self.tr("none: what is not certain stays open")])
        wanted = self._context.drafter.wanted
        ids = [each.id for each in found]
        place = len(found) if wanted == NO_GENERATOR else ids.index(wanted) if wanted in ids else 0
        self.list.setCurrentIndex(place)
        self._show_digest()

    def _chosen(self, place: int) -> None:
        drafter = self._context.drafter
        drafter.wanted = self._choices[place].id if place < len(self._choices) else NO_GENERATOR
        self._context.preferences.keep_text(_KEPT, drafter.wanted)
        self._show_digest()

    def _show_digest(self) -> None:
        chosen = self.chosen
        self.digest.setVisible(chosen is not None)
        self.list.setToolTip(self.list.currentText())
        self.missing_changed.emit(chosen.missing if chosen else "")
        if chosen is not None:
            self.digest.setText(f"{chosen.digest[:8]}…")
            self.digest.setToolTip(self.tr("SHA-256 of its file: {digest}").format(digest=chosen.digest))

    def _show_running(self) -> None:
        self.list.setEnabled(not self._context.drafter.is_running)
