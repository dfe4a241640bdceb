"""Where the files go and what the dbt project is called; both are remembered for each project."""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from signoff.core.errors import SignoffError
from signoff.core.export.export import dbt_name
from signoff.core.project.standing import Standing
from signoff.gui.preferences import Preferences
from signoff.gui.widgets.basics import button, caption, column, label, row, set_role


class Destination(QWidget):
    """Two fields; `changed` tells of what the person typed or chose, not of what the project brings."""

    changed = Signal()

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self._preferences = preferences
        self._standing: Standing | None = None
        self.folder_field = QLineEdit()
        self.folder_field.setAccessibleName(self.tr("Folder of the dbt project"))
        self.name_field = QLineEdit()
        self.name_field.setAccessibleName(self.tr("Name of the dbt project"))
        self.browse = button(
            self.tr("Browse …"), self._browse, name=self.tr("Choose the folder of the dbt project")
        )
        self.said = label("", "small", wraps=True)
        left = column(caption(self.tr("Folder")), row(self.folder_field, self.browse, gap=6), gap=4)
        right = column(caption(self.tr("dbt project")), self.name_field, gap=4)
        fields = row(left, right, gap=12)
        fields.setStretch(0, 3)
        fields.setStretch(1, 1)
        self.setLayout(column(fields, self.said, gap=4))
        for field in (self.folder_field, self.name_field):
            field.setMinimumWidth(110)
            field.textEdited.connect(lambda _text: self._edited())

    @property
    def folder(self) -> Path:
        """Where to; what is not absolute lies beside the project file."""
        text = self.folder_field.text().strip()
        assert self._standing is not None
        return (self._standing.path.resolve().parent / Path(text).expanduser()) if text else self._usual()

    @property
    def name(self) -> str:
        """The dbt project's name as typed; empty when it is made of the project's."""
        return self.name_field.text().strip()

    def show_project(self, standing: Standing) -> None:
        """Follow a project; the fields keep what is typed while it is the same one."""
        is_new = self._standing is None or self._standing.path != standing.path
        self._standing = standing
        if is_new:
            kept = self._preferences.text(self._key("folder"))
            self.folder_field.setText(kept or str(self._usual()))
            self.folder_field.setCursorPosition(0)
            self.name_field.setText(self._preferences.text(self._key("name")))
            self.name_field.setPlaceholderText(dbt_name("", standing.name))
        self._tell()

    def _tell(self) -> None:
        assert self._standing is not None
        try:
            name = dbt_name(self.name, self._standing.name)
        except SignoffError as error:
            self.said.setText(str(error))
            set_role(self.said, "bad")
            return
        words = self.tr("The dbt project {name} is written into {folder}.")
        self.said.setText(words.format(name=name, folder=self.folder))
        set_role(self.said, "small")

    def _usual(self) -> Path:
        """The folder of the last export while it is there, else one beside the project file."""
        assert self._standing is not None
        path = self._standing.path.resolve()
        last = Path(self._standing.exports[-1].folder) if self._standing.exports else None
        return last.resolve() if last is not None and last.is_dir() else path.with_name(f"{path.stem}_dbt")

    def _key(self, what: str) -> str:
        assert self._standing is not None
        path = str(self._standing.path.resolve())
        return f"export.{what}.{hashlib.sha256(path.encode()).hexdigest()[:16]}"

    def _edited(self) -> None:
        if self._standing is not None:
            self._preferences.keep_text(self._key("folder"), self.folder_field.text().strip())
            self._preferences.keep_text(self._key("name"), self.name)
            self._tell()
            self.changed.emit()

    def _browse(self) -> None:
        dialog = QFileDialog(self, self.tr("Folder of the dbt project"), str(self.folder.parent))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.take_folder)
        dialog.open()
        dialog.finished.connect(dialog.deleteLater)

    def take_folder(self, name: str) -> None:
        """Write into this folder."""
        self.folder_field.setText(name)
        self._edited()
