"""The term that is chosen: its stand-in, its group, where it is used."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QFrame, QLineEdit, QListView

from signoff.core.domain.masking import Term
from signoff.core.mask.uses import TermUse
from signoff.gui.look import Look
from signoff.gui.panes.masking.words import counted, kind_word
from signoff.gui.widgets.basics import button, column, holder, label, row, rule

Index = QModelIndex | QPersistentModelIndex
_PLACES_SHOWN = 5


class _Links(QStringListModel):
    """Places in the colour of links."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._look.tokens.color("accent")
        return super().data(index, role)


class TermCard(QFrame):
    """Tells where a term is used, each place a link; a listed one can be grouped and removed."""

    place_asked = Signal(str, str)
    """Target and column; the column is empty for its joins and filters."""
    group_asked = Signal(str, str)
    """Term and the group it shall be in."""
    remove_asked = Signal(str)
    list_asked = Signal(str)
    """A name or value of the document that shall stand in the list too."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._use: TermUse | None = None
        self._name = label("", "heading", wraps=True, selectable=True)
        self._told = label("", "small", wraps=True)
        self._why = label("", "small", wraps=True)
        self._group = QLineEdit()
        self._group.setPlaceholderText(self.tr("group, such as supplier"))
        self._group.setAccessibleName(self.tr("Group of the term"))
        self._groups = QStringListModel()
        completer = QCompleter(self._groups, self._group)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._group.setCompleter(completer)
        self._group.returnPressed.connect(self._ask_group)
        self._set = button(self.tr("Set"), self._ask_group, name=self.tr("Set the group"))
        self._remove = button(
            self.tr("Remove"), self._ask_remove, name=self.tr("Remove the term from the list")
        )
        self._list = button(self.tr("Put it in the list"), self._ask_list, kind="link")
        self._listed = holder(row(self._group, self._set, self._remove))
        self._places = _Links(look)
        self.places = self._view()
        self.setLayout(
            column(
                rule(), self._name, self._told, self._why, self._listed, self._list, self.places,
                gap=6, margins=(0, 4, 0, 0),
            )
        )  # fmt: skip
        self.hide()

    def show_use(self, use: TermUse | None, listed: Term | None, groups: list[str]) -> None:
        """Show a term, or nothing.

        Args:
            use: the term with its uses.
            listed: the same as a person listed it; None when the document alone names it.
            groups: names of groups in use.
        """
        self._use = use
        self.setVisible(use is not None)
        if use is None:
            return
        self._name.setText(use.term.text)
        told = self.tr("{kind} · the language model reads {alias} or the like")
        self._told.setText(told.format(kind=kind_word(use.term.kind), alias=use.alias_example))
        self._why.setText(self._why_everyday() if use.everyday else "")
        self._why.setVisible(use.everyday)
        self._listed.setVisible(listed is not None)
        self._list.setVisible(listed is None)
        self._group.setText(listed.concept if listed else "")
        self._groups.setStringList(groups)
        self._show_places(use)

    def set_writable(self, can_write: bool) -> None:
        """Whether terms may be changed."""
        for widget in (self._group, self._set, self._remove, self._list):
            widget.setEnabled(can_write)

    def _view(self) -> QListView:
        view = QListView()
        view.setModel(self._places)
        view.setAccessibleName(self.tr("Where the term is used"))
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setUniformItemSizes(True)
        view.setCursor(Qt.CursorShape.PointingHandCursor)
        view.clicked.connect(self._go)
        view.activated.connect(self._go)
        return view

    def _show_places(self, use: TermUse) -> None:
        joins = self.tr("{target}: joins and filters")
        places = [f"{target}.{name}" if name else joins.format(target=target) for target, name in use.places]
        self._places.setStringList(places)
        self.places.setVisible(bool(places))
        height = self.places.sizeHintForRow(0) if places else 0
        self.places.setFixedHeight(height * min(len(places), _PLACES_SHOWN) + 4)
        count = counted(len(places), self.tr("Used in 1 place."), self.tr("Used in {n} places."))
        self.places.setToolTip(count)

    def _why_everyday(self) -> str:
        return self.tr(
            "Stays in running text: a single everyday word gives nothing away there. "
            "Where it names a column a rule may use, its stand-in takes its place."
        )

    def _go(self, index: QModelIndex) -> None:
        if self._use is not None and index.isValid():
            self.place_asked.emit(*self._use.places[index.row()])

    def _ask_group(self) -> None:
        if self._use is not None:
            self.group_asked.emit(self._use.term.text, self._group.text())

    def _ask_remove(self) -> None:
        if self._use is not None:
            self.remove_asked.emit(self._use.term.text)

    def _ask_list(self) -> None:
        if self._use is not None:
            self.list_asked.emit(self._use.term.text)
