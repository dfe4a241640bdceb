"""How much is hidden from the language model, with one sentence on what that means."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from signoff.core.domain.masking import MaskingLevel
from signoff.core.mask.levels import level_words
from signoff.core.project.glossary import choose_level
from signoff.core.project.standing import Standing
from signoff.gui.context import Context
from signoff.gui.panes.masking.words import level_name
from signoff.gui.widgets.basics import caption, column, label
from signoff.gui.widgets.pick import Pick


class LevelChoice(QWidget):
    """A list of the levels; a new choice is one act, and what it concerns is to be drafted anew."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.list = Pick(self.tr("How much is hidden"))
        self.list.addItems([level_name(level) for level in MaskingLevel])
        self.list.activated.connect(self._chosen)
        self.words = label("", "small", wraps=True)
        self.setLayout(column(caption(self.tr("How much is hidden")), self.list, self.words, gap=4))

    def show_standing(self, standing: Standing) -> None:
        """Show what is chosen in a project."""
        self.list.setCurrentIndex(list(MaskingLevel).index(standing.masking_level))
        self.list.setEnabled(self._context.session.can_write and not self._context.drafter.is_running)
        self.words.setText(level_words(standing.masking_level))

    def _chosen(self, place: int) -> None:
        level, by = list(MaskingLevel)[place], self._context.session.by
        self._context.session.act(
            self.tr("choose how much is hidden"), lambda project: choose_level(project, level, by=by)
        )
