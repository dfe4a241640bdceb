"""The glossary goes out into a file and comes in from one, or from another project; commands of the step."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from signoff.core.domain.masking import Term
from signoff.core.pipeline.glossaries import export_glossary, import_glossary
from signoff.core.project.project import SUFFIX
from signoff.gui.commands import Command
from signoff.gui.context import Context
from signoff.gui.panes.masking.words import counted
from signoff.gui.places import Step

_TAKEN = f"*.xlsx *.csv *.yml *.yaml *{SUFFIX}"
_WRITTEN = "*.xlsx *.csv *.yml"


class Sharing(QObject):
    """Asks for the file and tells what came of it."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._parent = context, parent
        add = context.commands.add
        add(
            Command("tools.import_glossary", self.tr("Import a glossary …"), step=Step.ENHANCE),
            self._ask_which, enabled=self._can_import,
        )  # fmt: skip
        add(
            Command("tools.export_glossary", self.tr("Export the glossary …"), step=Step.ENHANCE),
            self._ask_where, enabled=lambda: bool(self._listed()),
        )  # fmt: skip

    def take(self, path: Path) -> None:
        """List the terms of a file or another project."""
        by = self._context.session.by
        self._context.session.act(
            self.tr("import {name}").format(name=path.name),
            lambda project: import_glossary(project, path, by=by),
            lambda added: self._tell_taken(added, path),
        )

    def write(self, path: Path) -> None:
        """Write the listed terms into a file; a workbook where its name has no ending."""
        path = path if path.suffix else path.with_suffix(".xlsx")
        self._context.session.read(
            self.tr("writing the glossary"),
            lambda project: export_glossary(project, path),
            lambda count: self._tell_written(count, path),
        )

    def _listed(self) -> tuple[Term, ...]:
        standing = self._context.session.standing
        return standing.glossary if standing else ()

    def _can_import(self) -> bool:
        standing = self._context.session.standing
        return self._context.session.can_write and standing is not None and standing.glossary_lock is None

    def _tell_taken(self, added: tuple[Term, ...], path: Path) -> None:
        words = counted(len(added), self.tr("1 new term from {name}"), self.tr("{n} new terms from {name}"))
        self._context.notify.tell(words.replace("{name}", path.name))

    def _tell_written(self, count: int, path: Path) -> None:
        words = counted(count, self.tr("1 term written to {name}"), self.tr("{n} terms written to {name}"))
        self._context.notify.tell(words.replace("{name}", path.name))

    def _ask_which(self) -> None:
        kinds = self.tr("Glossaries and projects") + f" ({_TAKEN})"
        self._ask(self.tr("Import a glossary"), kinds, QFileDialog.FileMode.ExistingFile, self.take)

    def _ask_where(self) -> None:
        kinds = self.tr("Glossaries") + f" ({_WRITTEN})"
        self._ask(self.tr("Export the glossary"), kinds, QFileDialog.FileMode.AnyFile, self.write)

    def _ask(self, title: str, kinds: str, mode: QFileDialog.FileMode, then: Callable[[Path], None]) -> None:
        dialog = QFileDialog(self._parent, title)
        dialog.setFileMode(mode)
        dialog.setNameFilter(kinds)
        if mode is QFileDialog.FileMode.AnyFile:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.fileSelected.connect(lambda name: then(Path(name)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
