"""The four steps as the window's spine: name, what it is for, how far it is."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from signoff.core.project.standing import Standing
from signoff.gui.places import Step
from signoff.gui.widgets.basics import label, restyle, row
from signoff.gui.widgets.short_label import ShortLabel


class StepButton(QFrame):
    """One step: its number and name, its subtitle, its count."""

    chosen = Signal(int)

    def __init__(self, step: Step, name: str, subtitle: str) -> None:
        super().__init__()
        self.step = step
        self.setObjectName("step")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._name = label(f"{int(step)}  {name}", "heading")
        self._count = ShortLabel("", "small")
        self._spoken = f"{int(step)} {name}, {subtitle}"
        lines = QVBoxLayout(self)
        lines.setContentsMargins(12, 6, 12, 6)
        lines.setSpacing(1)
        lines.addLayout(row(self._name, ShortLabel(subtitle, "dim", whole=True), 1, gap=6))
        lines.addWidget(self._count)
        self.set_state(False, "")

    def set_state(self, is_here: bool, count: str) -> None:
        """Mark the step as the one that is shown, and say how far it is."""
        self._count.setText(count)
        self.setAccessibleName(f"{self._spoken}. {count}" + (". Shown." if is_here else ""))
        restyle(self, "kind", "step-here" if is_here else "step")
        restyle(self._name, "role", "step-here" if is_here else "heading")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(int(self.step))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(int(self.step))
            return
        super().keyPressEvent(event)


class StepBar(QFrame):
    """All four, left to right."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._here = Step.INPUT
        names = {
            Step.INPUT: (self.tr("Input"), self.tr("read the document")),
            Step.ENHANCE: (self.tr("Enhance"), self.tr("hide names and draft")),
            Step.VALIDATE: (self.tr("Validate"), self.tr("your decisions")),
            Step.GENERATE: (self.tr("Generate"), self.tr("write the signed files")),
        }
        self.buttons = {step: StepButton(step, *words) for step, words in names.items()}
        for each in self.buttons.values():
            each.chosen.connect(self.chosen)
        self.setLayout(row(*self.buttons.values(), 1, gap=6))
        self.show_standing(None)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), 56)

    def set_here(self, step: Step, standing: Standing | None) -> None:
        """Mark the step that is shown."""
        self._here = step
        self.show_standing(standing)

    def show_standing(self, standing: Standing | None) -> None:
        """Say how far each step is."""
        for step, each in self.buttons.items():
            each.set_state(step is self._here, self._count(step, standing))

    def _count(self, step: Step, standing: Standing | None) -> str:
        if standing is None:
            return self.tr("no project open")
        total = len(standing.targets)
        if step is Step.INPUT:
            one, several = self.tr("1 target table read"), self.tr("{n} target tables read")
            return (one if total == 1 else several).format(n=total)
        if step is Step.ENHANCE:
            return self.tr("{n} of {total} drafted").format(n=standing.drafted, total=total)
        if step is Step.VALIDATE and not standing.drafted:
            return self.tr("nothing is drafted yet")
        if step is Step.VALIDATE:
            counts = {"n": standing.signed, "total": total, "left": standing.decisions_left}
            return self.tr("{n} of {total} signed · {left} decisions left").format(**counts)
        if not standing.signed:
            return self.tr("nothing is signed yet")
        return self.tr("{n} of {total} can be written").format(n=standing.signed, total=total)
