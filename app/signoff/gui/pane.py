"""What every pane is: a widget that follows the standing of the project and can be led to a place."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from signoff.core.project.standing import Standing
from signoff.gui.context import Context
from signoff.gui.places import Place


class Pane(QWidget):
    """Base of the panes. A pane that is not seen does no work: it catches up when it is shown."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._shown: Standing | None = None
        context.session.changed.connect(lambda _standing: self.catch_up())
        context.session.target_chosen.connect(lambda _name: self._miss())
        context.session.column_chosen.connect(lambda _name: self._miss())

    def refresh(self, standing: Standing) -> None:
        """Show the project as it stands; called only while the pane is seen. The subclass does it."""

    def show_place(self, place: Place) -> None:
        """Lead the person to a place inside the pane. The subclass does it."""

    @property
    def help_page(self) -> str:
        """The help page of what is in front; empty for the page of the whole step."""
        return ""

    @property
    def is_seen(self) -> bool:
        """Whether anything of the pane is on screen; a pane whose parts stand elsewhere says it anew."""
        return self.isVisible()

    def catch_up(self) -> None:
        """Show the newest standing, if the pane is seen and shows an older one."""
        standing = self.context.session.standing
        if standing is not None and standing is not self._shown and self.is_seen:
            self._shown = standing
            self.refresh(standing)

    def _miss(self) -> None:
        """What is chosen while the pane is not seen is shown when it is."""
        if not self.is_seen:
            self._shown = None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.catch_up()
