"""Looks what an export would do to the folder: soon after anything changed, never twice at a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from signoff.core.errors import SignoffError
from signoff.core.export.preview import ExportPreview
from signoff.core.project.exporting import preview_export
from signoff.core.project.project import Project
from signoff.gui.session import Session

_QUIET_MS = 350
"""Time nothing must change before the folder is looked at."""


@dataclass(frozen=True)
class Wanted:
    """What is looked at."""

    project: Path
    folder: Path
    name: str
    """Of the dbt project; empty when it is made of the project's."""
    targets: tuple[str, ...] = ()
    """The signed target tables that go; all of them when empty."""


@dataclass(frozen=True)
class Looked:
    """What was seen."""

    wanted: Wanted
    preview: ExportPreview | None
    trouble: str = ""
    """Why nothing can be written there, for a person."""


class Looking(QObject):
    """Asks `wanted` for what is on screen, and drops answers to what no longer is."""

    began = Signal()
    looked = Signal(object)
    """A `Looked`."""

    def __init__(self, session: Session, wanted: Callable[[], Wanted | None], parent: QObject) -> None:
        """Make it.

        Args:
            session: the open project.
            wanted: called on the window's thread; None when there is nothing to look at.
            parent: what it ends with.
        """
        super().__init__(parent)
        self._session, self._wanted = session, wanted
        self._is_running = self._again = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_QUIET_MS)
        self._timer.timeout.connect(self._look)

    def soon(self) -> None:
        """Look when things are quiet."""
        self._timer.start()

    def _look(self) -> None:
        wanted = self._wanted()
        if wanted is None:
            return
        if self._is_running:
            self._again = True
            return
        self._is_running, by = True, self._session.by
        self.began.emit()
        job = self._session.read(
            self.tr("looking at the folder"), lambda project: _looked(project, wanted, by), self._show
        )
        job.ended.connect(self._ended)

    def _show(self, looked: Looked) -> None:
        if looked.wanted == self._wanted():
            self.looked.emit(looked)
        else:
            self._again = True

    def _ended(self) -> None:
        again, self._is_running, self._again = self._again, False, False
        if again:
            self.soon()


def _looked(project: Project, wanted: Wanted, by: str) -> Looked:
    """On the project lane; what a person can mend is an answer, not a failure."""
    try:
        preview = preview_export(
            project, wanted.folder, by=by, dbt_project_name=wanted.name, targets=wanted.targets
        )
    except SignoffError as error:
        return Looked(wanted, None, str(error))
    return Looked(wanted, preview)
