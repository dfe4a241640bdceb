"""The most frequent values of one column, each with a bar as long as its share of the rows."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from signoff.core.verify.profile import ColumnProfile
from signoff.core.verify.profile_sql import RARE
from signoff.gui.look import Look, code_font, text_font
from signoff.gui.widgets.basics import label
from signoff.gui.widgets.localized import localized
from signoff.gui.widgets.values import drawn

_LINE = 20
_TOP = 24


class ValueBars(QScrollArea):
    """Scrolls the painted values; a value that fewer than three rows hold is never among them."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setMinimumHeight(90)
        self.setAccessibleName(self.tr("Most frequent values"))
        self._painted = _Painted(look)
        self.setWidget(self._painted)
        for each in (self._painted, self.viewport()):
            each.setAutoFillBackground(False)

    def show_column(self, each: ColumnProfile | None) -> None:
        """Show the values of a column; None shows nothing."""
        self._painted.show_column(each)
        self.setAccessibleDescription(self._painted.told)


class _Painted(QWidget):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._column: ColumnProfile | None = None
        self._empty = label("", "dim", wraps=True)
        self._empty.setParent(self)
        self.told = ""
        look.changed.connect(self.update)

    def show_column(self, each: ColumnProfile | None) -> None:
        self._column = each
        lines = each.top if each else ()
        self._empty.setVisible(each is not None and not lines)
        if each is not None and not lines:
            words = self.tr("No value stands on {n} rows or more; rare values are not listed.")
            self._empty.setText(words.format(n=RARE))
        self.told = "; ".join(f"{drawn(text).text}: {rows:,}" for text, rows in lines)
        self.setToolTip("\n".join(f"{text}: {rows:,}" for text, rows in lines))
        self.setMinimumHeight(_TOP + max(2, len(lines)) * _LINE + 6)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, self.minimumHeight())

    def resizeEvent(self, _event: object) -> None:
        self._empty.setGeometry(8, _TOP, self.width() - 16, 44)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._column is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(text_font(11, bold=True))
        painter.setPen(self._look.tokens.color("dim"))
        title = self.tr("Most frequent values of {column}").format(column=self._column.name)
        box = QRectF(8, 2, self.width() - 16, _TOP - 4)
        short = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, int(box.width()))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, short)
        for place, (text, rows) in enumerate(self._column.top):
            self._paint_line(painter, QRectF(8, _TOP + place * _LINE, self.width() - 16, _LINE), text, rows)
        painter.end()

    def _shown(self, text: str) -> str:
        """A value as the person's system writes it."""
        words = localized(text, self._column.type) if self._column else None
        return drawn(text).text if words is None else words

    def _paint_line(self, painter: QPainter, box: QRectF, text: str, rows: int) -> None:
        tokens, total = self._look.tokens, self._column.rows if self._column else 0
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.color("soft"))
        share = rows / total if total else 0.0
        painter.drawRoundedRect(QRectF(box.x(), box.y() + 1, max(3.0, box.width() * share), _LINE - 3), 3, 3)
        painter.setFont(text_font(11))
        painter.setPen(tokens.color("dim"))
        count = f"{rows:,}"
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)
        taken = painter.fontMetrics().horizontalAdvance(count) + 12
        painter.setFont(code_font(11))
        painter.setPen(tokens.color("text"))
        room = box.adjusted(6, 0, -taken, 0)
        short = painter.fontMetrics().elidedText(
            self._shown(text), Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, short)
