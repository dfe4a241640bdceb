"""The target tables of a run as lines: what becomes of each, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from signoff.core.domain.expressions import Origin
from signoff.core.project.standing import TargetStanding
from signoff.gui.panes.masking.run import Run, RunState
from signoff.gui.panes.masking.words import counted, say
from signoff.gui.widgets.marks import Mark

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class RunLine:
    """One target table."""

    name: str
    words: str
    mark: Mark
    share: float = 0.0
    """Of its columns that are done; shown while it is at work."""
    is_at_work: bool = False


def line_of(target: TargetStanding, run: Run | None, tokens: int, *, is_running: bool) -> RunLine:
    """What is to be said of a target.

    Args:
        target: as it stands.
        run: the run that goes on or went before.
        tokens: tokens the language model wrote for it.
        is_running: whether the run goes on.
    """
    state = run.state_of(target.name) if run is not None and is_running else RunState.LEFT
    total = (
        len(run.columns[target.name]) if run and target.name in run.columns else len(target.mapping.columns)
    )
    if state is RunState.AT_WORK and run is not None:
        done = run.done.get(target.name, 0)
        words = say("{n} of {all} columns done").format(n=done, all=total)
        return RunLine(target.name, words, Mark.LOOP, done / total if total else 0.0, is_at_work=True)
    if state is RunState.WAITING:
        words = counted(total, say("waits · 1 column"), say("waits · {n} columns"))
        return RunLine(target.name, words, Mark.OPEN)
    if target.dossier is None:
        words = counted(total, say("not drafted · 1 column"), say("not drafted · {n} columns"))
        return RunLine(target.name, words, Mark.OPEN)
    return RunLine(target.name, _drafted_words(target, tokens), _drafted_mark(target))


def _drafted_words(target: TargetStanding, tokens: int) -> str:
    assert target.dossier is not None
    columns = target.dossier.draft.columns
    written = sum(c.origin is Origin.GENERATED for c in columns)
    open_ = sum(c.origin is Origin.UNRESOLVED for c in columns)
    questions = len(target.review.open_questions) if target.review else 0
    told = [counted(len(columns), say("1 column"), say("{n} columns"))]
    told += [say("{n} written by the language model").format(n=f"{written:,}")] if written else []
    told += [say("{n} without a draft").format(n=f"{open_:,}")] if open_ else []
    told += [counted(questions, say("1 question"), say("{n} questions"))] if questions else []
    told += [counted(tokens, say("1 token"), say("{n} tokens"))] if tokens else []
    return " · ".join(told)


def _drafted_mark(target: TargetStanding) -> Mark:
    assert target.dossier is not None
    if any(c.origin is Origin.UNRESOLVED for c in target.dossier.draft.columns):
        return Mark.QUESTION
    return Mark.QUESTION if target.review and target.review.open_questions else Mark.DONE


class RunModel(QAbstractListModel):
    """The lines; a change of words leaves the view where it is."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[RunLine, ...] = ()

    def show(self, lines: tuple[RunLine, ...]) -> None:
        """Show other lines."""
        if lines == self.lines:
            return
        if [line.name for line in lines] != [line.name for line in self.lines]:
            self.beginResetModel()
            self.lines = lines
            self.endResetModel()
            return
        self.lines = lines
        self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.name
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{line.name}, {line.words}"
        return None

    def as_text(self) -> str:
        """The lines as a table."""
        return "".join(f"{line.name}\t{line.words}\n" for line in self.lines)
