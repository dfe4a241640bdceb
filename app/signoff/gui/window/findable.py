"""What the palette finds: the commands that can be done now, every target table, every column."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from signoff.core.project.standing import Standing
from signoff.gui.commands import Commands
from signoff.gui.places import Place, Step
from signoff.gui.session import Session
from signoff.gui.window.palette import Entry


class Findable(QObject):
    """Entries for the palette; those of the document are made once for each standing."""

    def __init__(
        self, commands: Commands, session: Session, go: Callable[[Place], object], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._commands, self._session, self._go = commands, session, go
        self._made_of: Standing | None = None
        self._made: list[Entry] = []

    def entries(self) -> list[Entry]:
        """All of them, the commands of this step first."""
        standing = self._session.standing
        if standing is not self._made_of:
            self._made_of, self._made = standing, self._of_document(standing)
        return [*self._of_commands(), *self._made]

    def _of_commands(self) -> list[Entry]:
        possible = [c for c in self._commands.all() if self._commands.action(c.id).isEnabled()]
        actions = [self._commands.action(c.id) for c in sorted(possible, key=lambda each: each.step is None)]
        return [Entry(action.text(), action.shortcut().toString(), action.trigger) for action in actions]

    def _of_document(self, standing: Standing | None) -> list[Entry]:
        table, column = self.tr("target table"), self.tr("column")
        made: list[Entry] = []
        for target in standing.targets if standing else ():
            made.append(
                Entry(target.name, table, partial(self._go, Place(Step.VALIDATE, target.name))),
            )
            for each in target.mapping.columns:
                place = Place(Step.VALIDATE, target.name, each.name)
                made.append(Entry(f"{target.name}.{each.name}", column, partial(self._go, place)))
        return made
