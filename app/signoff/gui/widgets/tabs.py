"""Tabs as a row of buttons, or two where it is narrow; reached by Tab, moved along by the arrow keys."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from signoff.gui.look import text_font
from signoff.gui.widgets.basics import column, holder, row
from signoff.gui.widgets.flow import Flow
from signoff.gui.widgets.scrolled import Pages
from signoff.gui.widgets.short_label import ShortLabel


class _Tab(QPushButton):
    """One tab; left and right lead to its neighbours."""

    stepped = Signal(int)

    def sizeHint(self) -> QSize:
        """Wide enough for its words in bold too, so that no tab moves when one is chosen."""
        bold = QFontMetrics(text_font(bold=True)).horizontalAdvance(self.text())
        plain = QFontMetrics(text_font()).horizontalAdvance(self.text())
        hint = super().sizeHint()
        return QSize(hint.width() + max(0, bold - plain), hint.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Right else -1)
            return
        super().keyPressEvent(event)


class Tabs(QWidget):
    """Pages under names; pages may come and go."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._keys: list[str] = []
        self._buttons: dict[str, _Tab] = {}
        self._group = QButtonGroup(self)
        """Of its own, so that tabs on a page of these are chosen apart."""
        self._pages = Pages()
        self._row = Flow()
        self._corner = ShortLabel("", "small")
        self._bar = row(holder(self._row), self._corner, gap=2)
        self._bar.setStretch(0, 1)
        lines = column(self._bar, self._pages, gap=6)
        lines.setStretch(1, 1)
        self.setLayout(lines)

    @property
    def current(self) -> str:
        """Key of the page that is shown; empty when there is none."""
        place = self._pages.currentIndex()
        return self._keys[place] if 0 <= place < len(self._keys) else ""

    def add(self, key: str, words: str, page: QWidget) -> None:
        """Add a page at the end; the first one is shown."""
        made = _Tab(words)
        made.setProperty("kind", "tab")
        made.setCheckable(True)
        self._group.addButton(made)
        made.setAccessibleName(words)
        made.clicked.connect(lambda _checked=False: self.choose(key))
        made.stepped.connect(lambda by: self._step(key, by))
        self._keys.append(key)
        self._buttons[key] = made
        self._row.addWidget(made)
        self._pages.addWidget(page)
        if len(self._keys) == 1:
            self.choose(key)

    def choose(self, key: str) -> None:
        """Show a page; an unknown or hidden one leaves what is shown."""
        if key not in self._buttons or self._buttons[key].isHidden():
            return
        self._buttons[key].setChecked(True)
        self._pages.setCurrentIndex(self._keys.index(key))
        self.chosen.emit(key)

    def words(self, key: str) -> str:
        """What a tab says."""
        return self._buttons[key].text()

    def is_readable(self) -> bool:
        """Whether every tab that is shown has room for its words."""
        shown = (each for each in self._buttons.values() if each.isVisible())
        return all(each.width() >= each.sizeHint().width() for each in shown)

    def set_words(self, key: str, words: str) -> None:
        """Rename a tab, such as to show a count."""
        self._buttons[key].setText(words)
        self._buttons[key].setAccessibleName(words)

    def set_shown(self, key: str, is_shown: bool) -> None:
        """Show or hide a tab; when the one in front is hidden the first that is shown comes in front."""
        self._buttons[key].setVisible(is_shown)
        if not is_shown and self.current == key:
            rest = [each for each in self._keys if not self._buttons[each].isHidden()]
            if rest:
                self.choose(rest[0])

    def set_corner(self, words: str) -> None:
        """Say something at the right end of the bar, such as ``2 differences   F7``."""
        self._corner.setText(words)

    def add_at_end(self, widget: QWidget) -> None:
        """Put a control behind the corner's words."""
        self._bar.addWidget(widget)

    def _step(self, key: str, by: int) -> None:
        shown = [each for each in self._keys if not self._buttons[each].isHidden()]
        target = shown[(shown.index(key) + by) % len(shown)]
        self.choose(target)
        self._buttons[target].setFocus(Qt.FocusReason.OtherFocusReason)
