"""Help by place: pages of Markdown beside the window, one a step or pane."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTextBrowser

from signoff.core.domain.resources import resources_folder


class HelpBrowser(QDockWidget):
    """A dock with one page at a time; links lead from page to page."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self.setWindowTitle(self.tr("Help"))
        self.setObjectName("help")
        self.browser = QTextBrowser()
        self.browser.setAccessibleName(self.tr("Help page"))
        self.browser.setOpenLinks(False)
        self.browser.anchorClicked.connect(lambda url: self.show_page(url.path().removesuffix(".md")))
        self.setWidget(self.browser)
        window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self)

    def show_page(self, name: str) -> None:
        """Show a page by its file's name without ending; the first page where there is none of that name."""
        folder = resources_folder() / "help"
        path = folder / f"{name}.md"
        if not path.is_file():
            path = folder / "index.md"
        self.browser.setMarkdown(path.read_text(encoding="utf-8"))
        self.show()
        self.browser.setFocus(Qt.FocusReason.OtherFocusReason)
