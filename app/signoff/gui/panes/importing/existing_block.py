"""The existing SQL of a project, below its source tables: what each piece is and which table it makes an update."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from signoff.core.domain.dbt import Surroundings
from signoff.core.pipeline.existing_told import ExistingTold, tell_existing
from signoff.core.progress import CancelToken, Report
from signoff.core.project.project import Project
from signoff.core.project.standing import Standing
from signoff.gui.context import Context
from signoff.gui.places import Place, Step
from signoff.gui.widgets.basics import button, caption, clear, column, holder, label, row
from signoff.gui.widgets.marks import Mark, MarkLabel

_MOST_SHOWN = 200
_TALLEST = 190


class ExistingBlock(QWidget):
    """Follows the existing SQL of the project."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._known: tuple[object, ...] = ()
        self.told: tuple[ExistingTold, ...] = ()
        self._lines = QVBoxLayout()
        self._lines.setContentsMargins(0, 0, 4, 0)
        self._lines.setSpacing(6)
        self._area = QScrollArea()
        self._area.setWidget(inside := holder(self._lines))
        inside.setAutoFillBackground(False)
        self._area.viewport().setAutoFillBackground(False)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setMaximumHeight(_TALLEST)
        self.hint = label(
            self.tr(
                "Drop the SQL of a table that exists (a file, a folder or a dbt project): only what the document asks "
                "for is changed in it."
            ),
            "small",
            wraps=True,
        )
        self.setLayout(column(caption(self.tr("Existing SQL")), self._area, self.hint, gap=4))
        self._show(())

    def show_standing(self, standing: Standing) -> None:
        """Follow the project; the texts are read beside the window."""
        updates = tuple(t.name for t in standing.targets if t.is_update)
        known = (standing.path, standing.existing, standing.entries if standing.existing else 0, updates)
        if known == self._known:
            return
        self._known = known
        if not updates and not standing.existing:
            self._show(())
            return
        targets = [t.name for t in standing.targets]
        in_cells = {
            t.name: t.mapping.existing_sql for t in standing.targets if t.is_update and t.mapping.existing_sql
        }
        read_now = self._context.session.read_now

        def work(_report: Report, _cancel: CancelToken) -> tuple[ExistingTold, ...]:
            texts, around = read_now(_existing)
            names = {name.casefold() for name in texts}
            texts.update({n: text for n, text in in_cells.items() if n.casefold() not in names})
            return tell_existing(texts, targets, around)

        jobs = self._context.jobs
        job = jobs.start(jobs.files, self.tr("reading the existing SQL"), work, shown=False)
        job.finished.connect(lambda told: self._show(told) if self._known == known else None)
        job.failed.connect(
            lambda error: self._context.notify.trouble(error, self.tr("reading the existing SQL"))
        )

    def _show(self, told: Sequence[ExistingTold]) -> None:
        self.told = tuple(told)
        clear(self._lines)
        for each in self.told[:_MOST_SHOWN]:
            self._lines.addWidget(self._line(each))
        self._lines.addStretch(1)
        self._area.setVisible(bool(told))
        self.hint.setVisible(not told)

    def _line(self, told: ExistingTold) -> QWidget:
        mark = Mark.CROSS if told.trouble else Mark.LOOP if told.target else Mark.NONE
        name: QWidget = label(told.name, "dim")
        if told.target:
            name = button(
                told.target, partial(self._lead_to, told.target), kind="link",
                name=self.tr("Show the edits of {name}").format(name=told.target),
            )  # fmt: skip
        words = label(_words(self, told), "attention" if told.trouble else "small", wraps=True)
        words.setContentsMargins(24, 0, 0, 0)
        return holder(column(row(MarkLabel(mark, self._context.look.tokens), name, 1, gap=4), words, gap=0))

    def _lead_to(self, target: str) -> None:
        self._context.go(Place(Step.VALIDATE, target, part="sql"))


def _existing(project: Project) -> tuple[dict[str, str], Surroundings]:
    return dict(project.existing()), project.surroundings


def _words(block: ExistingBlock, told: ExistingTold) -> str:
    if told.trouble:
        return told.trouble
    words = block.tr("{what}, {columns} columns, {lines} lines").format(
        what=told.what, columns=f"{len(told.columns):,}", lines=f"{told.lines:,}"
    )
    if told.target:
        return block.tr("update of an existing table · {words}").format(words=words)
    return block.tr("{words}; no target table has this name, so it is not used").format(words=words)
