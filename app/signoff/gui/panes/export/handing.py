"""Hands the project over masked for help from outside, and takes back what comes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from signoff.core.errors import SignoffError
from signoff.core.pipeline.handed_back import TakenBack, take_handed_back
from signoff.core.pipeline.handing_over import HandedFolder, hand_over
from signoff.gui.commands import Command
from signoff.gui.context import Context

Asks = Callable[[str, Path, Callable[[Path], None]], None]
"""Asks for a folder: a title, the folder to begin in, and what is done with the one chosen."""


class Handing(QObject):
    """Each is one act on the project lane."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._window = context, parent
        self.asks: Asks = self._ask

    def add_commands(self) -> None:
        """Add the two commands to the menu and the palette."""
        session = self._context.session
        for name, words, run in (
            ("hand_over", self.tr("Hand over masked, for help from outside …"), self.choose_place),
            ("take_back", self.tr("Take back what comes from outside …"), self.choose_back),
        ):
            self._context.commands.add(
                Command(f"file.{name}", words),
                run,
                enabled=lambda: session.is_open and session.can_write,
            )

    def choose_place(self) -> None:
        """Ask in which folder the hand-over is to lie, and write it there."""
        standing = self._context.session.standing
        if standing is not None:
            self.asks(self.tr("An empty folder for the hand-over"), standing.path.parent, self.hand_over)

    def choose_back(self) -> None:
        """Ask for the folder that came back, and take it."""
        standing = self._context.session.standing
        if standing is not None:
            self.asks(self.tr("The folder that came back"), standing.path.parent, self.take_back)

    def hand_over(self, folder: Path) -> None:
        """Write the masked project into a folder, or into a new one inside it where it holds something."""
        session = self._context.session
        standing = session.standing
        if standing is not None and folder.is_dir() and any(folder.iterdir()):
            folder = folder / f"{standing.path.stem} masked"
        words = self.tr("handing over masked")
        session.act(
            words,
            lambda project: hand_over(project, folder, by=session.by),
            self._tell_handed,
            can_undo=False,
        )

    def take_back(self, folder: Path) -> None:
        """Unmask and merge what came back in a folder."""
        session = self._context.session
        words = self.tr("taking back {name}").format(name=folder.name)
        session.act(
            words,
            lambda project: take_handed_back(project, folder, by=session.by),
            self._tell_taken,
        )

    def _tell_handed(self, handed: HandedFolder) -> None:
        self._context.notify.tell(handed.words)

    def _tell_taken(self, taken: TakenBack) -> None:
        if taken.odd:
            self._context.notify.trouble(SignoffError("\n".join(taken.lines)))
        else:
            self._context.notify.tell(" ".join(taken.lines))

    def _ask(self, title: str, begin: Path, then: Callable[[Path], None]) -> None:
        dialog = QFileDialog(self._window.window(), title, str(begin))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: then(Path(name)))
        dialog.open()
