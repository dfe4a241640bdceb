"""The list of columns: heading, filter, the rows first, and what is left to do at its foot."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QCheckBox, QFrame, QListView

from signoff.core.domain.expressions import Origin
from signoff.core.domain.origins import short_origin_words
from signoff.core.domain.review import ROWS
from signoff.core.project.standing import Standing, TargetStanding
from signoff.core.review.standing import ColumnState
from signoff.gui.context import Context
from signoff.gui.panes.annotation.column_delegate import ColumnDelegate
from signoff.gui.panes.annotation.column_model import KINDS, ColumnModel, lines_of
from signoff.gui.panes.annotation.legend import Legend
from signoff.gui.panes.annotation.words import sign_words
from signoff.gui.widgets.basics import button, column, label, row
from signoff.gui.widgets.find import FilterField
from signoff.gui.widgets.pick import Pick
from signoff.gui.widgets.short_label import ShortLabel
from signoff.gui.wording import target_words


class _ColumnView(QListView):
    """Copies the list as a table."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            model = self.model()
            assert isinstance(model, ColumnModel)
            QGuiApplication.clipboard().setText(model.as_text())
            return
        super().keyPressEvent(event)


class ColumnList(QFrame):
    """Follows the chosen column and chooses it."""

    sign_asked = Signal()
    """The person wants to sign the target off."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setProperty("kind", "panel")
        self.model = ColumnModel()
        self.title = ShortLabel("", "title")
        self.decided = ShortLabel("", "dim")
        self.filter = FilterField(self.tr("filter"), self.tr("Filter columns"))
        self.kinds = Pick(self.tr("Which columns are shown"), least=9)
        self.by_risk = QCheckBox(self.tr("riskiest first"))
        self.view = self._make_view()
        self.legend = Legend(context.look)
        self.left = label("", "small", wraps=True)
        self.sign = button("", self.sign_asked.emit, kind="primary")
        self._lay_out()
        self._connect()

    def show_target(self, standing: Standing, target: TargetStanding) -> None:
        """Show the columns of a target as they stand."""
        waiting = {a.column.casefold(): a.whom for a in standing.asked if a.target == target.name}
        self.title.setText(target.name)
        self.title.setToolTip(target.name)
        self.decided.setText(self._decided_words(target))
        self.decided.setToolTip(self.tr("The rows of the table and every column count as one decision each."))
        self.model.show(lines_of(target, waiting))
        self.left.setText(target_words(target))
        words = sign_words(target)
        self.sign.setText(words)
        self.sign.setToolTip(words)
        self.sign.setAccessibleName(words)
        self.sign.setVisible(bool(words))
        self.sign.setEnabled(not standing.read_only)
        self.follow(self._context.session.column)

    def follow(self, name: str) -> None:
        """Mark the chosen column, if it passes the filter."""
        place = self.model.place_of(name)
        if place >= 0:
            self.view.setCurrentIndex(self.model.index(place))
        else:
            self.view.selectionModel().clear()

    def neighbour(self, step: int) -> str:
        """Name of the next (1) or previous (-1) line; empty when there is none."""
        lines = self.model.lines
        place = self.model.place_of(self._context.session.column)
        wanted = place + step if place >= 0 else (0 if step > 0 else len(lines) - 1)
        return lines[wanted].name if 0 <= wanted < len(lines) else ""

    def _make_view(self) -> QListView:
        view = _ColumnView()
        view.setModel(self.model)
        self._delegate = ColumnDelegate(self._context.look, self.model)
        view.setItemDelegate(self._delegate)
        view.setUniformItemSizes(True)
        view.setMouseTracking(True)
        view.setAccessibleName(self.tr("Columns"))
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return view

    def _lay_out(self) -> None:
        words = {
            "all": self.tr("All"),
            "undecided": self.tr("Undecided only"),
            "questions": self.tr("Questions"),
            "remarks": self.tr("Remarks"),
        }
        for kind in KINDS:
            self.kinds.addItem(words[kind] if kind in words else short_origin_words(Origin(kind)), kind)
        self.kinds.insertSeparator(len(words))
        head = row(self.decided, 1, self.by_risk)
        self.setLayout(
            column(
                self.title, head, row(self.kinds, self.filter, gap=6), self.view, self.legend, self.left, self.sign,
                margins=12,
            )
        )  # fmt: skip
        self.setMinimumWidth(180)

    def _connect(self) -> None:
        preferences = self._context.preferences
        self.filter.wanted.connect(lambda text: self._refilter(text=text))
        self.kinds.currentIndexChanged.connect(lambda _place: self._kind_chosen())
        self.by_risk.toggled.connect(self._order_chosen)
        self.view.selectionModel().currentChanged.connect(self._current_changed)
        self._context.look.changed.connect(self.view.viewport().update)
        self.by_risk.setChecked(preferences.text("columns.order") == "risk")
        kept = self.kinds.findData(preferences.text("columns.kind"))
        self.kinds.setCurrentIndex(max(0, kept))

    def _kind_chosen(self) -> None:
        kind = str(self.kinds.currentData())
        self._context.preferences.keep_text("columns.kind", kind)
        self._refilter(kind=kind)

    def _order_chosen(self, by_risk: bool) -> None:
        self._context.preferences.keep_text("columns.order", "risk" if by_risk else "document")
        self._refilter(by_risk=by_risk)

    def _refilter(
        self, *, text: str | None = None, kind: str | None = None, by_risk: bool | None = None
    ) -> None:
        self.model.filter(text=text, kind=kind, by_risk=by_risk)
        self.follow(self._context.session.column)

    def _current_changed(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid():
            self._context.session.choose_column(self.model.lines[index.row()].name)

    def _decided_words(self, target: TargetStanding) -> str:
        review = target.review
        if review is None:
            return self.tr("{n} columns").format(n=sum(c != ROWS for c in _names(target)))
        is_done = any(c.name == ROWS and c.state is ColumnState.APPROVED for c in review.columns)
        words = self.tr("{done} of {all} decided")
        return words.format(done=review.decided + is_done, all=review.to_decide + 1)


def _names(target: TargetStanding) -> dict[str, None]:
    return dict.fromkeys(c.name for c in target.mapping.columns)
