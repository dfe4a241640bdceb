"""How far every target table is, drawn; a click leads to its decisions."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from signoff.core.project.standing import Standing
from signoff.gui.context import Context
from signoff.gui.drawings.progress import ProgressPicture
from signoff.gui.panes.export.words import say
from signoff.gui.places import Place, Step
from signoff.gui.widgets.basics import column, label


class ProgressPage(QWidget):
    """The picture, and above it what its colours mean."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.told = label("", "dim", wraps=True)
        self.picture = ProgressPicture(context.look)
        self.picture.target_asked.connect(lambda name: context.go(Place(Step.VALIDATE, name)))
        lines = column(self.told, self.picture, margins=(4, 8, 4, 4))
        lines.setStretch(1, 1)
        self.setLayout(lines)

    def show_standing(self, standing: Standing) -> None:
        """Show a project as it stands."""
        self.picture.show_standing(standing)
        approved = sum(line.approved for line in self.picture.lines)
        total = sum(line.total for line in self.picture.lines)
        words = say(
            "{approved} of {total} decisions made; the rows of a table are one of them. Green is approved, orange has "
            "a question first, grey waits. A click leads to the table."
        )
        self.told.setText(words.format(approved=f"{approved:,}", total=f"{total:,}"))
