"""The evidence pages of an export: who signed what, and why it may ship."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

from PySide6.QtCore import QModelIndex, QStringListModel, Qt, QUrl
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QListView, QSplitter, QTextBrowser, QWidget

from signoff.core.export.preview import ExportPreview, FileState
from signoff.gui.widgets.basics import column, holder, label
from signoff.gui.widgets.find import FilterField

_PLAIN_MARKDOWN = (
    QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML
)


class _Page(QTextBrowser):
    """Shows a page; follows no link and fetches nothing, whatever a document says."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)

    def loadResource(self, _kind: int, _name: QUrl | str) -> Any:
        return None


class Evidence(QWidget):
    """A list of pages, and the chosen one."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: dict[str, str] = {}
        """Markdown by the page's name, which is that of the target table."""
        self._newer: frozenset[str] = frozenset()
        self.names = QStringListModel()
        self.list = QListView()
        self.list.setModel(self.names)
        self.list.setUniformItemSizes(True)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setAccessibleName(self.tr("Evidence pages"))
        self.filter = FilterField(self.tr("filter"), self.tr("Filter evidence pages"))
        self.page = _Page()
        self.page.setAccessibleName(self.tr("Evidence page"))
        self.note = label("", "small", wraps=True)
        across = QSplitter(Qt.Orientation.Horizontal)
        across.setHandleWidth(12)
        across.setChildrenCollapsible(False)
        across.addWidget(holder(column(self.filter, self.list, gap=6)))
        across.addWidget(holder(column(self.note, self.page, gap=4)))
        across.setStretchFactor(1, 1)
        across.setSizes([180, 560])
        self.setLayout(column(across))
        self.filter.wanted.connect(lambda _text: self._list())
        self.list.selectionModel().currentChanged.connect(self._current_changed)

    def show_preview(self, preview: ExportPreview) -> None:
        """Show the pages of an export: as on disk where they are, else as they would be written."""
        pages = [
            file
            for file in preview.files
            if file.path.startswith("evidence/") and file.path.endswith(".md") and file.new
        ]
        self._newer = frozenset(_name(f.path) for f in pages if f.state is not FileState.SAME)
        texts = {_name(file.path): file.new for file in pages}
        if texts != self.texts:
            self.texts = texts
            self._list()
        self._tell(self.shown_name)

    @property
    def shown_name(self) -> str:
        """Name of the page that is shown; empty when there is none."""
        index = self.list.currentIndex()
        return str(index.data()) if index.isValid() else ""

    def _list(self) -> None:
        before, wanted = self.shown_name, self.filter.text().strip().casefold()
        names = [name for name in self.texts if wanted in name.casefold()]
        self.names.setStringList(names)
        place = names.index(before) if before in names else 0
        self.list.setCurrentIndex(self.names.index(place))

    def _current_changed(self, index: QModelIndex, _before: QModelIndex) -> None:
        name = str(index.data()) if index.isValid() else ""
        document = self.page.document()
        document.setMarkdown(self.texts.get(name, ""), _PLAIN_MARKDOWN)
        self.page.moveCursor(QTextCursor.MoveOperation.Start)
        self._tell(name)

    def _tell(self, name: str) -> None:
        is_newer = name in self._newer
        self.note.setText(
            self.tr("As it would be written now.") if is_newer else self.tr("As it is on disk.")
        )
        self.note.setVisible(bool(name))


def _name(path: str) -> str:
    return PurePosixPath(path).stem
