"""Signed updates back into the dbt project they came from: which folder, and what was written there."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from signoff.core.project.placing_back import PlacingPlan
from signoff.core.project.standing import Standing
from signoff.core.review.standing import TargetState
from signoff.gui.panes.export.words import counted
from signoff.gui.widgets.basics import button, caption, column, label, row


class PlacingBack(QWidget):
    """Hidden while no update of existing SQL is signed."""

    asked = Signal(str)
    """The folder of the dbt project that the signed updates go back into."""

    def __init__(self) -> None:
        super().__init__()
        self.choose = button(
            self.tr("Put updates back …"),
            self._browse,
            name=self.tr("Put signed updates back into the dbt project they came from"),
            hint=self.tr("Only their own files, new columns in schema files, and the backfill are written."),
        )
        self.said = label("", wraps=True, selectable=True)
        self.said.hide()
        self.setLayout(
            column(caption(self.tr("The dbt project they came from")), row(self.choose, 1), self.said, gap=6)
        )
        self.hide()

    def show_standing(self, standing: Standing, *, can_write: bool) -> None:
        """Show itself where an update is signed."""
        is_there = any(t.is_update and t.state is TargetState.SIGNED for t in standing.targets)
        self.setVisible(is_there)
        self.choose.setEnabled(can_write)

    def show_nothing(self) -> None:
        """Forget what was said of another project."""
        self.said.setText("")
        self.said.hide()

    def show_placed(self, plan: PlacingPlan) -> None:
        """Tell what was written."""
        files = counted(
            self.tr("1 file changed in {root}"), self.tr("{n} files changed in {root}"), len(plan.files)
        )
        head = files.format(root=plan.root) if plan.files else self.tr("{root} has all of it already.")
        lines = [head.format(root=plan.root), *(file.path for file in plan.files)]
        lines += [self.tr("By hand: {words}").format(words=remark) for remark in plan.remarks]
        self.said.setText("\n".join(lines))
        self.said.show()

    def take_folder(self, name: str) -> None:
        """Ask for this folder."""
        self.asked.emit(name)

    def _browse(self) -> None:
        dialog = QFileDialog(self, self.tr("Folder of the dbt project"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.take_folder)
        dialog.open()
        dialog.finished.connect(dialog.deleteLater)
