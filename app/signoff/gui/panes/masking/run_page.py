"""Progress by target table: a mark, a bar while it is drafted, and what came of it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from signoff.core.project.standing import Standing
from signoff.gui.context import Context
from signoff.gui.look import Look, text_font
from signoff.gui.panes.masking.drafting import Drafting
from signoff.gui.panes.masking.facts import Facts
from signoff.gui.panes.masking.run_model import Index, RunLine, RunModel, line_of
from signoff.gui.places import Place, Step
from signoff.gui.widgets.basics import column, label
from signoff.gui.widgets.marks import paint_mark

_HEIGHT = 44


class _RunDelegate(QStyledItemDelegate):
    def __init__(self, look: Look, model: RunModel) -> None:
        super().__init__()
        self._look, self._model = look, model

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(200, _HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line, tokens = self._model.lines[index.row()], self._look.tokens
        box = QRectF(option.rect)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setPen(tokens.color("line"))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_chosen or option.state & QStyle.StateFlag.State_MouseOver:
            has_focus = is_chosen and option.state & QStyle.StateFlag.State_HasFocus
            painter.setPen(tokens.color("accent") if has_focus else Qt.PenStyle.NoPen)
            painter.setBrush(tokens.color("soft" if is_chosen else "hover"))
            painter.drawRoundedRect(box.adjusted(0.5, 1.5, -0.5, -1.5), 6, 6)
        paint_mark(painter, QRectF(box.x() + 8, box.y() + 5, 16, 16), line.mark, tokens)
        self._paint_words(painter, box.adjusted(34, 0, -8, 0), line)
        painter.restore()

    def _paint_words(self, painter: QPainter, box: QRectF, line: RunLine) -> None:
        tokens = self._look.tokens
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        parts = ((line.name, 5, text_font(), "text"), (line.words, 21, text_font(11), "dim"))
        for text, down, font, color in parts:
            painter.setFont(font)
            painter.setPen(tokens.color(color))
            short = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()))
            painter.drawText(QRectF(box.x(), box.y() + down, box.width(), 17), middle, short)
        if line.is_at_work:
            place = QRectF(box.x(), box.bottom() - 5, box.width(), 3)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.color("line"))
            painter.drawRoundedRect(place, 1.5, 1.5)
            painter.setBrush(tokens.color("accent"))
            painter.drawRoundedRect(QRectF(place.x(), place.y(), place.width() * line.share, 3), 1.5, 1.5)


class _RunView(QListView):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        model = self.model()
        if event.matches(QKeySequence.StandardKey.Copy) and isinstance(model, RunModel):
            QGuiApplication.clipboard().setText(model.as_text())
            return
        super().keyPressEvent(event)


class RunPage(QWidget):
    """The list; Enter or a double click leads to the target's decisions."""

    def __init__(self, context: Context, drafting: Drafting) -> None:
        super().__init__()
        self._context, self._drafting = context, drafting
        self._facts: Facts | None = None
        self.model = RunModel()
        self.view = _RunView()
        self.view.setModel(self.model)
        self._delegate = _RunDelegate(context.look, self.model)
        self.view.setItemDelegate(self._delegate)
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setAccessibleName(self.tr("Progress by target table"))
        self.view.activated.connect(self._go)
        self.hint = label(
            self.tr("What is drafted can be reviewed at once, while others are drafted: Enter opens it."),
            "small",
            wraps=True,
        )
        lines = column(self.hint, self.view)
        lines.setStretch(1, 1)
        self.setLayout(lines)
        context.look.changed.connect(self.view.viewport().update)
        drafting.changed.connect(self._show)

    def show_facts(self, _standing: Standing, facts: Facts) -> None:
        """Show the targets as they stand."""
        self._facts = facts
        self._show()

    def _show(self) -> None:
        standing, facts = self._context.session.standing, self._facts
        if standing is None or facts is None or not self.isVisible():
            return
        run, is_running = self._drafting.run, self._drafting.is_running
        self.model.show(
            tuple(
                line_of(target, run, facts.tokens(target.name), is_running=is_running)
                for target in standing.targets
            )
        )

    def _go(self, index: QModelIndex) -> None:
        self._context.go(Place(Step.VALIDATE, self.model.lines[index.row()].name))
