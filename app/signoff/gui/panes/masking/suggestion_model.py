"""What is suggested, as Qt sees it: found terms, or groups of terms that are one thing."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from signoff.core.domain.masking import Term, TermKind
from signoff.core.mask.candidates import Candidate
from signoff.core.mask.grouping import TermGroup
from signoff.gui.look import Look
from signoff.gui.panes.masking.two_lines import PAD, TwoLineDelegate
from signoff.gui.panes.masking.words import counted, say

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Suggestion:
    """One line: a term that was found, or a group."""

    text: str
    told: str
    """Why, and how often."""
    at_end: str
    terms: tuple[Term, ...]
    """What is listed when it is accepted."""
    reasons: tuple[str, ...]
    """A line each, for the card."""
    places: tuple[str, ...] = ()
    is_code: bool = False
    group: str = ""
    """Of a found term: the suggested group that it is in."""


def of_candidate(found: Candidate, group: str = "") -> Suggestion:
    """A found term as a line, with the suggested group that it is in."""
    times = counted(found.count, say("once"), say("{n} times"))
    return Suggestion(
        found.text,
        " · ".join((*found.reasons[:1], times) if found.count else found.reasons[:1]),
        f"{found.score:.2f}",
        (found.term,),
        found.reasons,
        found.places,
        found.kind is not TermKind.WORD,
        group,
    )


def of_group(group: TermGroup) -> Suggestion:
    """A group as a line."""
    names = [member.term.text for member in group.members]
    reasons = tuple(
        f"{member.term.text}: {member.reason}" if member.reason else member.term.text
        for member in group.members
    )
    return Suggestion(group.concept, ", ".join(names), f"{len(names):,}", group.terms, reasons)


def still_open(
    found: Sequence[Suggestion], listed: Sequence[Term], refused: Collection[str]
) -> tuple[Suggestion, ...]:
    """What is neither listed as it would be, nor refused, since it was found."""
    known = {term.text.casefold(): term.concept for term in listed}

    def is_open(term: Term) -> bool:
        there = known.get(term.text.casefold())
        return there is None or (bool(term.concept) and there != term.concept)

    kept = (each for each in found if any(is_open(term) for term in each.terms))
    return tuple(each for each in kept if len(each.terms) > 1 or each.text.casefold() not in refused)


class SuggestionModel(QAbstractListModel):
    """Suggestions in their order, filtered by text or reason."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[Suggestion, ...] = ()
        self._all: tuple[Suggestion, ...] = ()
        self._filter = ""

    def show(self, found: tuple[Suggestion, ...]) -> bool:
        """Show other suggestions; False when they are the ones shown."""
        if found == self._all:
            return False
        self._all = found
        self._apply()
        return True

    def filter(self, text: str) -> None:
        """Show only what holds a text, case-folded."""
        self._filter = text
        self._apply()

    def as_text(self) -> str:
        """What is shown as a table."""
        rows = (f"{line.text}\t{line.told}\t{', '.join(line.places)}" for line in self.lines)
        return "\n".join(["term\twhy\twhere", *rows]) + "\n"

    def _apply(self) -> None:
        self.beginResetModel()
        self.lines = tuple(
            line for line in self._all if self._filter in f"{line.text} {line.told}".casefold()
        )
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{line.text}, {line.told}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join((line.text, *line.reasons))
        return None


class SuggestionDelegate(TwoLineDelegate):
    """Text and how telling it is in the first line, the weightiest reason in the second."""

    def __init__(self, look: Look, model: SuggestionModel) -> None:
        super().__init__(look)
        self._model = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = self._model.lines[index.row()]
        box = QRectF(option.rect)
        painter.save()
        self.paint_back(painter, box, option)
        inner = box.adjusted(PAD, 4, -PAD, -5)
        self.paint_words(painter, inner, line.text, line.at_end, line.told, is_code=line.is_code)
        painter.restore()
