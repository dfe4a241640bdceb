"""How much is hidden from the language model, with one sentence on what that means."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from signoff.core.domain.masking import MaskingLevel
from signoff.core.domain.policies import policy
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
        self.levels = tuple(level for level in MaskingLevel if policy().at_least(level) is level)
        """Those that hide as much as the administrator wants."""
        self.list.addItems([level_name(level) for level in self.levels])
        self.list.activated.connect(self._chosen)
        self.words = label("", "small", wraps=True)
        set_for_all = self.tr("Set by your administrator: no less.") if policy().masking_level else ""
        self.policy = label(set_for_all, "small", wraps=True)
        self.policy.setVisible(bool(set_for_all))
        heading = caption(self.tr("How much is hidden"))
        self.setLayout(column(heading, self.list, self.words, self.policy, gap=4))

    def show_standing(self, standing: Standing) -> None:
        """Show what is chosen in a project."""
        self.list.setCurrentIndex(self.levels.index(standing.masking_level))
        self.list.setEnabled(
            len(self.levels) > 1 and self._context.session.can_write and not self._context.drafter.is_running
        )
        self.words.setText(level_words(standing.masking_level))

    def _chosen(self, place: int) -> None:
        level, by = self.levels[place], self._context.session.by
        self._context.session.act(
            self.tr("choose how much is hidden"), lambda project: choose_level(project, level, by=by)
        )
