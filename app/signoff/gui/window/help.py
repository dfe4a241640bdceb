"""Help by place: pages of Markdown beside the window, one a step or pane."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import QDockWidget, QFrame, QMainWindow, QTextBrowser

from signoff.core.domain.resources import resources_folder
from signoff.gui.look import TITLE_PX, Look, text_font
from signoff.gui.widgets.basics import button, caption, panel, row

_LEAST_WIDTH = 220
_LINE_PERCENT = 125.0
_AFTER_BLOCK, _BEFORE_HEADING, _INDENT = 8, 10, 18


class HelpBrowser(QDockWidget):
    """A dock with one page at a time; links lead from page to page."""

    def __init__(self, window: QMainWindow, look: Look) -> None:
        super().__init__(window)
        self._page = ""
        self.setWindowTitle(self.tr("Help"))
        self.setObjectName("help")
        self.browser = QTextBrowser()
        self.browser.setAccessibleName(self.tr("Help page"))
        self.browser.setProperty("kind", "help")
        self.browser.setOpenLinks(False)
        self.browser.setMinimumWidth(_LEAST_WIDTH)
        self.browser.anchorClicked.connect(lambda url: self.show_page(url.path().removesuffix(".md")))
        self.setTitleBarWidget(self._title())
        self.setWidget(self.browser)
        window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self)
        look.changed.connect(self._render)

    def show_page(self, name: str) -> None:
        """Show a page by its file's name without ending; the first page where there is none of that name."""
        self._page = name
        self._render()
        self.show()
        self.browser.setFocus(Qt.FocusReason.OtherFocusReason)

    def _title(self) -> QFrame:
        contents = button(self.tr("All pages"), lambda: self.show_page("index"), kind="quiet")
        close = button(self.tr("Close"), self.close, kind="quiet", name=self.tr("Close the help"))
        bar = panel("bar")
        bar.setLayout(row(caption(self.tr("Help")), 1, contents, close, margins=(14, 6, 8, 6)))
        return bar

    def _render(self) -> None:
        """Lay the page out; done anew when the look changes, since links keep the colour they were made with."""
        folder = resources_folder() / "help"
        path = folder / f"{self._page}.md"
        if not path.is_file():
            path = folder / "index.md"
        document = self.browser.document()
        self.browser.setMarkdown(path.read_text(encoding="utf-8"))
        document.setDocumentMargin(14)
        document.setIndentWidth(_INDENT)
        block = document.firstBlock()
        while block.isValid():
            _lay_out(block)
            block = block.next()
        self.browser.moveCursor(QTextCursor.MoveOperation.Start)


def _lay_out(block: QTextBlock) -> None:
    """Room around a paragraph, a heading no larger than the window's titles."""
    cursor = QTextCursor(block)
    shape = QTextBlockFormat()
    shape.setLineHeight(_LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    level = block.blockFormat().headingLevel()
    shape.setTopMargin(_BEFORE_HEADING if level else 0)
    shape.setBottomMargin(_AFTER_BLOCK)
    cursor.mergeBlockFormat(shape)
    if level:
        cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
        letters = QTextCharFormat()
        letters.setProperty(QTextFormat.Property.FontSizeAdjustment, 0)
        letters.setFont(text_font(TITLE_PX if level == 1 else TITLE_PX - 2, bold=True))
        cursor.mergeCharFormat(letters)
