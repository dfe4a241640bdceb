"""The terms of the project: everything that is hidden from the language model."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QListView, QWidget

from signoff.core.domain.masking import Term
from signoff.core.mask.uses import TermUse
from signoff.core.project.glossary import add_term, group_terms, remove_terms
from signoff.core.project.project import Project
from signoff.core.project.standing import Standing
from signoff.gui.context import Context
from signoff.gui.panes.masking.facts import Facts
from signoff.gui.panes.masking.term_card import TermCard
from signoff.gui.panes.masking.term_delegate import TermDelegate
from signoff.gui.panes.masking.term_model import TermModel
from signoff.gui.panes.masking.words import counted
from signoff.gui.places import Place, Step
from signoff.gui.widgets.basics import button, caption, column, label, row
from signoff.gui.widgets.find import FilterField


class _TermView(QListView):
    """The list; Ctrl+C copies what it shows as a table."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the chosen term in sight when its card takes room."""
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        model = self.model()
        if event.matches(QKeySequence.StandardKey.Copy) and isinstance(model, TermModel):
            QGuiApplication.clipboard().setText(model.as_text())
            return
        super().keyPressEvent(event)


class TermsPanel(QWidget):
    """List, filter, a field to add a word, and the card of the chosen term."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._listed: dict[str, Term] = {}
        self._wanted = ""
        """A term to choose as soon as it is shown."""
        self.model = TermModel()
        self.view = _TermView()
        self._prepare_view()
        self.filter = FilterField(self.tr("filter"), self.tr("Filter terms"))
        self.filter.wanted.connect(self._filter_changed)
        self.count = label("", "small")
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("a word that must stay hidden"))
        self.field.setAccessibleName(self.tr("Add a word to hide"))
        self.field.returnPressed.connect(self._add)
        self.add = button(self.tr("Add"), self._add, name=self.tr("Add the word"))
        self.card = TermCard(context.look)
        self.card.place_asked.connect(self._go)
        self.card.group_asked.connect(self._set_group)
        self.card.remove_asked.connect(self._remove)
        self.card.list_asked.connect(self._list)
        self.searched = label("", "small", wraps=True)
        self.searched.setToolTip(
            self.tr(
                "A single everyday word tells nothing; it is replaced where it names a column of the rule."
            )
        )
        head = column(row(caption(self.tr("Hidden terms")), 1, self.count), self.searched, gap=2)
        lines = column(head, row(self.field, self.add), self.filter, self.view, self.card)
        lines.setStretch(3, 1)
        self.setLayout(lines)

    @property
    def chosen(self) -> TermUse | None:
        """The term whose card is shown."""
        row_ = self.view.currentIndex().row()
        return self.model.lines[row_].use if 0 <= row_ < len(self.model.lines) else None

    def show_facts(self, standing: Standing, facts: Facts) -> None:
        """Show the terms as they stand; the chosen one stays chosen."""
        self._listed = {term.text: term for term in standing.glossary}
        can_write = self._context.session.can_write and standing.glossary_lock is None
        for widget in (self.field, self.add):
            widget.setEnabled(can_write)
        self.card.set_writable(can_write)
        kept = self._wanted or (self.chosen.term.text if self.chosen else "")
        self.model.show(facts.uses)
        self._show_count()
        self._choose(kept)

    def _prepare_view(self) -> None:
        self.view.setModel(self.model)
        self._delegate = TermDelegate(self._context.look, self.model)
        self.view.setItemDelegate(self._delegate)
        self.view.setMouseTracking(True)
        self.view.setUniformItemSizes(True)
        self.view.setAccessibleName(self.tr("Terms"))
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.selectionModel().currentChanged.connect(self._current_changed)
        self._context.look.changed.connect(self.view.viewport().update)

    def _choose(self, text: str) -> None:
        place = self.model.row_of(text) if text else -1
        self._wanted = ""
        self.view.setCurrentIndex(self.model.index(place) if place >= 0 else QModelIndex())
        self._show_card()

    def _filter_changed(self, text: str) -> None:
        kept = self.chosen.term.text if self.chosen else ""
        self.model.filter(text)
        self._show_count()
        self._choose(kept)

    def _show_count(self) -> None:
        self.count.setText(counted(self.model.shown, self.tr("1 term"), self.tr("{n} terms")))
        everyday, terms = self.model.everyday, self.model.total
        words = (
            self.tr("{all} are looked for in every prompt; 1 everyday word may stand in it")
            if everyday == 1
            else self.tr("{all} are looked for in every prompt; {n} everyday words may stand in it")
        )
        self.searched.setText(words.format(all=f"{terms - everyday:,}", n=f"{everyday:,}"))
        self.searched.setVisible(everyday > 0)

    def _current_changed(self, _index: QModelIndex, _before: QModelIndex) -> None:
        self._show_card()

    def _show_card(self) -> None:
        use = self.chosen
        groups = sorted({term.concept for term in self._listed.values() if term.concept})
        self.card.show_use(use, self._listed.get(use.term.text) if use else None, groups)

    def _go(self, target: str, name: str) -> None:
        self._context.go(Place(Step.ENHANCE, target, name, part="prompt"))

    def _add(self) -> None:
        text = self.field.text().strip()
        if text:
            self._act(self.tr("add a word"), text, lambda p, by: add_term(p, text, by=by))

    def _list(self, text: str) -> None:
        kind = self.chosen.term.kind if self.chosen else None
        if kind is not None:
            self._act(self.tr("list a term"), text, lambda p, by: add_term(p, text, kind, by=by))

    def _remove(self, text: str) -> None:
        self._act(self.tr("remove a term"), "", lambda p, by: remove_terms(p, [text], by=by))

    def _set_group(self, text: str, group: str) -> None:
        self._act(self.tr("group a term"), text, lambda p, by: group_terms(p, [text], group, by=by))

    def _act(self, words: str, wanted: str, work: Callable[[Project, str], object]) -> None:
        """Do an act of the list; the term it is about is chosen then."""
        by = self._context.session.by

        def done(_listed: object) -> None:
            self._wanted = wanted
            if self.field.text().strip() == wanted:
                self.field.clear()

        self._context.session.act(words, lambda project: work(project, by), done)
