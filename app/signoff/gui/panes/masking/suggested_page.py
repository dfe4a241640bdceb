"""A page of suggestions: a list worked through with the keyboard, and below it why the chosen one is suggested."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QListView, QScrollArea, QWidget

from signoff.gui.look import Look
from signoff.gui.panes.masking.suggestion_model import Suggestion, SuggestionDelegate, SuggestionModel
from signoff.gui.widgets.basics import button, column, holder, label, row, rule
from signoff.gui.widgets.find import FilterField

_MOST_REASONS, _MOST_PLACES = 8, 6
_LEAST_WHY, _MOST_WHY, _LEAST_LIST = 34, 120, 84
"""Pixels of the reasons, at least and at most, and of the list."""


class _View(QListView):
    """A to accept, R to refuse, G for the group; Ctrl+C copies the list as a table."""

    accepted, refused, grouped = Signal(), Signal(), Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        model = self.model()
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.matches(QKeySequence.StandardKey.Copy) and isinstance(model, SuggestionModel):
            QGuiApplication.clipboard().setText(model.as_text())
        elif plain and event.key() in (Qt.Key.Key_A, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accepted.emit()
        elif plain and event.key() in (Qt.Key.Key_R, Qt.Key.Key_Delete):
            self.refused.emit()
        elif plain and event.key() == Qt.Key.Key_G:
            self.grouped.emit()
        else:
            super().keyPressEvent(event)


class SuggestedPage(QWidget):
    """List, filter and card; what is done with a suggestion is the caller's."""

    accepted = Signal(object)
    """The `Suggestion` that was accepted."""
    refused = Signal(object)
    """The `Suggestion` that was refused."""
    grouped = Signal(str)
    """Name of the suggested group that was accepted with all its terms."""

    def __init__(self, look: Look, name: str, intro: str, *, can_refuse: bool) -> None:
        """Make it.

        Args:
            look: of the window.
            name: of the list, for screen readers.
            intro: one sentence over the list.
            can_refuse: whether a suggestion can be put away for good.
        """
        super().__init__()
        self._can_refuse = can_refuse
        self._can_write = False
        self.model = SuggestionModel()
        self.view = _View()
        self._delegate = SuggestionDelegate(look, self.model)
        self._prepare_view(look, name)
        self.filter = FilterField(self.tr("filter"), self.tr("Filter suggestions"))
        self.filter.wanted.connect(self._filter_changed)
        self.intro = label(intro, "small", wraps=True)
        self.state = label("", wraps=True)
        self._name = label("", "heading", wraps=True, selectable=True)
        self._reasons = label("", "small", wraps=True, selectable=True)
        self._places = label("", "small", wraps=True, selectable=True)
        self.accept = button(self.tr("Accept"), self._accept, kind="primary", hint=self.tr("A"))
        self.refuse = button(self.tr("Refuse"), self._refuse, hint=self.tr("R"))
        self.group = button("", self._group, kind="link", hint=self.tr("G"))
        self.card = QFrame()
        acts = row(self.accept, self.refuse, 1)
        self.card.setLayout(
            column(rule(), self._name, self._why(), acts, self.group, gap=6, margins=(0, 4, 0, 0))
        )
        lines = column(self.intro, self.filter, self.state, self.view, self.card)
        lines.setStretch(3, 1)
        self.setLayout(lines)
        self._show_card()

    @property
    def chosen(self) -> Suggestion | None:
        """The suggestion whose card is shown."""
        place = self.view.currentIndex().row()
        return self.model.lines[place] if 0 <= place < len(self.model.lines) else None

    def show_found(self, found: tuple[Suggestion, ...], state: str, *, can_write: bool) -> None:
        """Show suggestions; the place in the list stays, so that the next one is chosen after each act.

        Args:
            found: what is open.
            state: what to say instead of a list, such as that it is being looked for; empty for nothing.
            can_write: whether they can be accepted.
        """
        self._can_write = can_write
        self.state.setText(state)
        self.state.setVisible(bool(state))
        place = max(0, self.view.currentIndex().row())
        if self.model.show(found):
            self._choose(place)
        self._show_card()

    def _why(self) -> QScrollArea:
        """Reasons and places, which never push the list out of a low window."""
        area = QScrollArea()
        told = holder(column(self._reasons, self._places, 1, gap=6))
        area.setWidget(told)
        area.setWidgetResizable(True)
        for under in (told, area.viewport()):
            under.setAutoFillBackground(False)
        area.setAccessibleName(self.tr("Why it is suggested"))
        area.setMinimumHeight(_LEAST_WHY)
        area.setMaximumHeight(_MOST_WHY)
        return area

    def _prepare_view(self, look: Look, name: str) -> None:
        self.view.setModel(self.model)
        self.view.setItemDelegate(self._delegate)
        self.view.setMouseTracking(True)
        self.view.setUniformItemSizes(True)
        self.view.setMinimumHeight(_LEAST_LIST)
        self.view.setAccessibleName(name)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.selectionModel().currentChanged.connect(lambda _now, _before: self._show_card())
        self.view.accepted.connect(self._accept)
        self.view.refused.connect(self._refuse)
        self.view.grouped.connect(self._group)
        look.changed.connect(self.view.viewport().update)

    def _choose(self, place: int) -> None:
        last = len(self.model.lines) - 1
        self.view.setCurrentIndex(self.model.index(min(place, last)) if last >= 0 else QModelIndex())

    def _filter_changed(self, text: str) -> None:
        self.model.filter(text)
        self._choose(0)
        self._show_card()

    def _show_card(self) -> None:
        chosen = self.chosen
        self.card.setVisible(chosen is not None)
        self.accept.setEnabled(self._can_write)
        self.refuse.setEnabled(self._can_write)
        self.refuse.setVisible(self._can_refuse)
        if chosen is None:
            return
        self._name.setText(chosen.text)
        self._reasons.setText(self._listed(chosen.reasons, _MOST_REASONS, "\n"))
        places = self._listed(chosen.places, _MOST_PLACES, ", ")
        self._places.setText(self.tr("Found in {places}").format(places=places))
        self._places.setVisible(bool(places))
        words = self.tr("Accept the group {name}").format(name=chosen.group)
        self.group.setText(words)
        self.group.setAccessibleName(words)
        self.group.setVisible(bool(chosen.group))
        self.group.setEnabled(self._can_write)

    def _listed(self, texts: tuple[str, ...], most: int, between: str) -> str:
        left = len(texts) - most
        more = [self.tr("and {n} more").format(n=f"{left:,}")] if left > 0 else []
        return between.join([*texts[:most], *more])

    def _accept(self) -> None:
        if self._can_write and self.chosen is not None:
            self.accepted.emit(self.chosen)

    def _group(self) -> None:
        if self._can_write and self.chosen is not None and self.chosen.group:
            self.grouped.emit(self.chosen.group)

    def _refuse(self) -> None:
        if self._can_write and self._can_refuse and self.chosen is not None:
            self.refused.emit(self.chosen)
