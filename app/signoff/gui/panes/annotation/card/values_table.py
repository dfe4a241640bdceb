"""Values in → out, painted: the code font, blanks visible, results bold, and why each row is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from signoff.core.domain.policies import copied_words
from signoff.gui.look import CAPTION_PX, Look, code_font, text_font
from signoff.gui.widgets.localized import localized
from signoff.gui.widgets.values import Drawn, copied, drawn

_LINE, _HEAD, _GAP, _ARROW = 22, 20, 22, 34
_WIDEST, _NARROWEST = 260, 40
_LEAST_WHY = 70


@dataclass(frozen=True)
class Line:
    """One row: what goes in, what comes out, and why it is shown."""

    values: tuple[Any, ...]
    results: tuple[Any, ...]
    why: str = ""


class ValuesTable(QWidget):
    """Rows of values; Ctrl+C copies them all as a table."""

    def __init__(self, look: Look, name: str) -> None:
        """Make it.

        Args:
            look: colours.
            name: for screen readers.
        """
        super().__init__()
        self._look = look
        self._heads: tuple[str, ...] = ()
        self._inputs = 0
        self.lines: tuple[Line, ...] = ()
        self._drawn: list[list[Drawn]] = []
        self._widths: list[int] = []
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def show_lines(
        self, inputs: Sequence[str], results: Sequence[str], lines: Sequence[Line], *, kind: str = ""
    ) -> None:
        """Show rows.

        Args:
            inputs: names of the values that go in.
            results: names of what comes out; one empty name for the result alone.
            lines: each with as many values and results.
            kind: DuckDB type of the results, which are written as the person's system does; what goes in stays raw.
        """
        self._heads, self._inputs = (*inputs, *results), len(inputs)
        self.lines = tuple(lines)
        self._drawn = [
            [*map(_drawn, line.values), *(_result(value, kind) for value in line.results)]
            for line in self.lines
        ]
        self._measure()
        self.setAccessibleDescription(self.as_text())
        self.updateGeometry()
        self.update()

    @property
    def _head(self) -> int:
        """Height of the line of names; 0 where none has one."""
        return _HEAD if any(self._heads) else 0

    def as_text(self) -> str:
        """The rows as a table, tab-separated, header line first."""
        heads = [head or self.tr("result") for head in self._heads]
        rows = [[copied(_flat(v)) for v in (*line.values, *line.results)] for line in self.lines]
        return "\n".join("\t".join(row) for row in (heads, *rows)) + "\n"

    def sizeHint(self) -> QSize:
        return QSize(sum(self._widths) + _GAP * len(self._widths), self._head + _LINE * len(self.lines))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(copied_words(self.as_text()))
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            number = (event.pos().y() - self._head) // _LINE
            words = self._told(self.lines[number]) if 0 <= number < len(self.lines) else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), self._look.tokens
        widths = self._fitted(self.width())
        painter.setFont(text_font(CAPTION_PX))
        painter.setPen(tokens.color("dim"))
        for place, (x, width) in enumerate(self._places(widths)):
            self._text(painter, QRect(x, 0, width, self._head), self._heads[place])
        for number, cells in enumerate(self._drawn):
            top = self._head + number * _LINE
            for place, (x, width) in enumerate(self._places(widths)):
                is_result = place >= self._inputs
                painter.setFont(_font(cells[place], is_result))
                painter.setPen(_color(cells[place], tokens.color("text"), tokens.color("dim")))
                self._text(painter, QRect(x, top, width, _LINE), cells[place].text)
            self._paint_around(painter, widths, number, top)
        if self.hasFocus():
            painter.setPen(tokens.color("accent"))
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 4, 4)

    def _paint_around(self, painter: QPainter, widths: list[int], number: int, top: int) -> None:
        """The arrow between, and why the row is shown behind it, where there is room."""
        painter.setPen(self._look.tokens.color("dim"))
        places = self._places(widths)
        if self._inputs:
            painter.setFont(text_font())
            x = places[self._inputs][0] - _ARROW
            painter.drawText(QRect(x, top, _ARROW - 8, _LINE), Qt.AlignmentFlag.AlignVCenter, "→")
        last_x, last_width = places[-1]
        left = last_x + last_width + _GAP
        if self.width() - left >= _LEAST_WHY:
            painter.setFont(text_font(CAPTION_PX))
            self._text(painter, QRect(left, top, self.width() - left, _LINE), self.lines[number].why)

    def _places(self, widths: list[int]) -> list[tuple[int, int]]:
        """Left edge and width of each column."""
        places, x = [], 2
        for place, width in enumerate(widths):
            if place == self._inputs and place:
                x += _ARROW - 6
            places.append((x, width))
            x += width + _GAP
        return places

    def _measure(self) -> None:
        small = QFontMetrics(text_font(CAPTION_PX))
        self._widths = []
        for place, head in enumerate(self._heads):
            metrics = QFontMetrics(code_font(bold=place >= self._inputs))
            texts = [metrics.horizontalAdvance(cells[place].text) for cells in self._drawn]
            widest = max([small.horizontalAdvance(head), *texts])
            self._widths.append(max(_NARROWEST, min(_WIDEST, widest + 2)))

    def _fitted(self, width: int) -> list[int]:
        """The widths, the widest made narrower where they do not fit."""
        widths = list(self._widths)
        rest = sum(widths) + _GAP * (len(widths) - 1) + _ARROW + 4 - width
        while widths and rest > 0 and max(widths) > _NARROWEST:
            place = widths.index(max(widths))
            cut = min(rest, max(1, widths[place] // 8))
            widths[place] -= cut
            rest -= cut
        return widths

    @staticmethod
    def _text(painter: QPainter, box: QRect, text: str) -> None:
        elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, elided)

    def _told(self, line: Line) -> str:
        heads = [head or self.tr("result") for head in self._heads]
        pairs = zip(heads, (*line.values, *line.results), strict=True)
        told = [f"{head}: {_drawn(value).text}" for head, value in pairs]
        return "\n".join([*told, *([line.why] if line.why else [])])


def _flat(value: Any) -> Any:
    """A list of values that were put together as one text."""
    if isinstance(value, list):
        return ", ".join(drawn(each).text for each in value)
    return value


def _drawn(value: Any) -> Drawn:
    return drawn(_flat(value))


def _result(value: Any, kind: str) -> Drawn:
    words = localized(value, kind)
    return _drawn(value) if words is None else Drawn(words)


def _font(cell: Drawn, is_result: bool) -> QFont:
    return code_font(bold=is_result and not cell.is_missing, italic=cell.is_missing)


def _color(cell: Drawn, text: QColor, dim: QColor) -> QColor:
    return dim if cell.is_missing or cell.is_blank else text
