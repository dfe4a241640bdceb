"""The files of an export as a tree of folders, with what becomes of each."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from signoff.core.export.preview import FileState, PlannedFile
from signoff.gui.look import Look
from signoff.gui.panes.export.words import STATE_COLORS, say, short_state_words, state_words

_PATH = Qt.ItemDataRole.UserRole + 1
_SEARCHED = Qt.ItemDataRole.UserRole + 2
_MOST_FOREIGN = 300
"""Files that are not ours and are listed; a repository around the export may hold very many."""


class FileModel(QSortFilterProxyModel):
    """Folders and files that pass the filter, in two columns: name, and what becomes of it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.files: dict[str, PlannedFile] = {}
        self._replaced: Collection[str] = ()
        self._items = QStandardItemModel()
        self.setSourceModel(self._items)
        self.setRecursiveFilteringEnabled(True)
        self.setFilterRole(_SEARCHED)
        self.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)

    def show(self, files: Sequence[PlannedFile], replaced: Collection[str] = ()) -> None:
        """Show other files; `replaced`: paths of edited ones that are to be written anew."""
        self._replaced = replaced
        foreign = [file for file in files if file.state is FileState.FOREIGN]
        ours = [file for file in files if file.state is not FileState.FOREIGN]
        listed = sorted([*ours, *foreign[:_MOST_FOREIGN]], key=_order)
        self.files = {file.path: file for file in listed}
        self._items.clear()
        folders: dict[str, QStandardItem] = {"": self._items.invisibleRootItem()}
        for file in listed:
            folder, _slash, name = file.path.rpartition("/")
            self._folder(folders, folder).appendRow(self._row(file, name))
        self._items.setHorizontalHeaderLabels([say("file"), say("what becomes of it")])

    def repaint_states(self) -> None:
        """Take the colours of the look in force."""
        self.show(tuple(self.files.values()), self._replaced)

    def file_at(self, index: QModelIndex) -> PlannedFile | None:
        """The file at an index; None at a folder."""
        path = index.model().index(index.row(), 0, index.parent()).data(_PATH) if index.isValid() else None
        return self.files.get(path) if isinstance(path, str) else None

    def index_of(self, path: str) -> QModelIndex:
        """Where a file stands; an invalid index when it does not, or is filtered out."""
        found = self._items.match(
            self._items.index(0, 0),
            _PATH,
            path,
            1,
            Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive,
        )
        return self.mapFromSource(found[0]) if found else QModelIndex()

    def as_text(self) -> str:
        """The files as a table, tab-separated, header first."""
        rows = [(say("file"), say("what becomes of it"))]
        rows += [
            (file.path, state_words(file, is_replaced=file.path in self._replaced))
            for file in self.files.values()
        ]
        return "\n".join("\t".join(row) for row in rows) + "\n"

    def _folder(self, folders: dict[str, QStandardItem], path: str) -> QStandardItem:
        if path not in folders:
            above, _slash, name = path.rpartition("/")
            item = _item(name)
            self._folder(folders, above).appendRow([item, _item("")])
            folders[path] = item
        return folders[path]

    def _row(self, file: PlannedFile, name: str) -> list[QStandardItem]:
        is_replaced = file.path in self._replaced
        words = state_words(file, is_replaced=is_replaced)
        named, state = _item(name), _item(short_state_words(file, is_replaced=is_replaced))
        for item in (named, state):
            item.setData(f"{file.path} {words}", _SEARCHED)
            item.setToolTip(f"{file.path}\n{words}")
        named.setData(file.path, _PATH)
        named.setData(f"{file.path}, {words}", Qt.ItemDataRole.AccessibleTextRole)
        state.setForeground(self._look.tokens.color(STATE_COLORS[file.state]))
        return [named, state]


def _order(file: PlannedFile) -> tuple[bool, bool, str]:
    """What dbt builds first, evidence after it, single files last."""
    return "/" not in file.path, file.path.startswith("evidence/"), file.path


def _item(words: str) -> QStandardItem:
    made = QStandardItem(words)
    made.setEditable(False)
    return made
