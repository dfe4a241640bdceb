"""Brings a language model in from a file, a folder or a stick, with progress, once its digest was checked."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from signoff.core.generate.importing import import_from
from signoff.core.generate.store import GeneratorFile
from signoff.core.progress import CancelToken, Report
from signoff.gui.commands import Command, Commands
from signoff.gui.jobs import Job, Jobs
from signoff.gui.notify import Notifier


class GeneratorImport(QObject):
    """Two commands, and the work behind them."""

    brought = Signal()
    """A language model is here that was not before."""

    def __init__(self, jobs: Jobs, commands: Commands, notify: Notifier, parent: QWidget) -> None:
        super().__init__(parent)
        self._jobs, self._notify, self._window = jobs, notify, parent
        commands.add(Command("tools.import_generator", self.tr("Bring in a language model …")), self.ask_file)
        commands.add(
            Command(
                "tools.import_generator_folder", self.tr("Bring in a language model from a folder or stick …")
            ),
            self.ask_folder,
        )

    def ask_file(self) -> None:
        """Ask for the file."""
        dialog = QFileDialog(self._window, self.tr("The language model's file"))
        dialog.setNameFilter(self.tr("Language models (*.gguf)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        self._ask(dialog)

    def ask_folder(self) -> None:
        """Ask for the folder or stick it lies on."""
        dialog = QFileDialog(self._window, self.tr("The folder or stick with the language model"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        self._ask(dialog)

    def bring(self, place: Path) -> Job:
        """Copy it in and check it; an unknown digest is refused here, the command line can accept one."""
        words = self.tr("bringing in a language model")

        def work(report: Report, cancel: CancelToken) -> GeneratorFile:
            return import_from(place, report=report, cancel=cancel)

        job = self._jobs.start(self._jobs.files, words, work)
        job.finished.connect(self._tell)
        job.failed.connect(lambda error: self._notify.trouble(error, words))
        return job

    def _ask(self, dialog: QFileDialog) -> None:
        dialog.fileSelected.connect(lambda name: self.bring(Path(name)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _tell(self, file: GeneratorFile) -> None:
        self._notify.tell(
            self.tr("{name} is here; its digest is the one its makers publish.").format(name=file.name)
        )
        self.brought.emit()
