"""Menus, the commands of the whole window, and the help beside it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMenu, QMenuBar, QSplitter

from signoff.gui.commands import Command
from signoff.gui.places import Step
from signoff.gui.preferences import PersonRole
from signoff.gui.window.help import HelpBrowser

if TYPE_CHECKING:
    from signoff.gui.window.main_window import MainWindow


class Menus:
    """Adds the window's own commands and puts every command into its menu."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.bar = QMenuBar()
        self.help: HelpBrowser | None = None
        """Made when it is first asked for."""
        self._add_commands()
        self._recent = QMenu(window.tr("Open recent"))
        self.bar.setAccessibleName(window.tr("Menus"))

    def fill(self) -> None:
        """Build the menus; called once every pane has added its commands."""
        window, commands = self._window, self._window.commands
        titles = {
            "file": window.tr("&File"),
            "edit": window.tr("&Edit"),
            "view": window.tr("&View"),
            "target": window.tr("&Target"),
            "review": window.tr("&Review"),
            "tools": window.tr("T&ools"),
            "help": window.tr("&Help"),
        }
        for key, title in titles.items():
            menu = self.bar.addMenu(title)
            for command in commands.all():
                if command.id.partition(".")[0] == key:
                    menu.addAction(commands.action(command.id))
            if key == "file":
                menu.insertMenu(commands.action("file.close"), self._recent)
        self._recent.aboutToShow.connect(self._fill_recent)

    def splitter(self) -> QSplitter:
        """The splitter between the target tables and the panes."""
        made = QSplitter(Qt.Orientation.Horizontal)
        made.setHandleWidth(12)
        made.setChildrenCollapsible(False)
        return made

    def show_help(self, page: str) -> None:
        """Open the help beside the window, at a page."""
        if self.help is None:
            self.help = HelpBrowser(self._window, self._window.look)
        self.help.show_page(page)

    def close_help(self) -> None:
        """Close the help, if it is open."""
        if self.help is not None:
            self.help.close()

    def _add_commands(self) -> None:
        window, tr = self._window, self._window.tr
        add, session = window.commands.add, window.session
        add(Command("file.open", tr("Open project …"), ("Ctrl+O",)), self._open)
        add(Command("file.sample", tr("Open the sample project")), window.open_sample)
        add(Command("file.close", tr("Close window"), ("Ctrl+Q",)), window.close)
        add(
            Command("edit.undo", tr("Undo"), ("Ctrl+Z",)), session.undo,
            enabled=lambda: bool(session.undo_words) and session.can_write,
        )  # fmt: skip
        add(
            Command("edit.redo", tr("Redo"), ("Ctrl+Y", "Ctrl+Shift+Z")), session.redo,
            enabled=lambda: bool(session.redo_words) and session.can_write,
        )  # fmt: skip
        add(Command("view.palette", tr("Search or run a command"), ("Ctrl+K",)), window.palette_.focus)
        names = {
            Step.INPUT: tr("Go to Input"),
            Step.ENHANCE: tr("Go to Enhance"),
            Step.VALIDATE: tr("Go to Validate"),
            Step.GENERATE: tr("Go to Generate"),
        }
        for step, words in names.items():
            add(
                Command(f"view.step{int(step)}", words, (f"Ctrl+{int(step)}",)),
                partial(window.show_step, step),
            )
        for look, words in (
            ("light", tr("Look: light")),
            ("dark", tr("Look: dark")),
            ("system", tr("Look: as the system")),
        ):
            add(Command(f"view.{look}", words), partial(self._choose_look, look))
        roles = {
            PersonRole.DECIDES: tr("Role: I decide"),
            PersonRole.BUILDS: tr("Role: I build"),
            PersonRole.ADMINISTERS: tr("Role: I administer"),
        }
        for role, words in roles.items():
            add(Command(f"view.role.{role}", words), partial(window.preferences.set_role, role))
        add(Command("help.tour", tr("Show the tour")), window.start_tour)
        add(Command("help.place", tr("Help for this place"), ("F1",)), lambda: window.show_help(""))

    def _choose_look(self, look: str) -> None:
        self._window.preferences.set_look(look)
        self._window.look.choose(look)

    def _open(self) -> None:
        dialog = QFileDialog(self._window, self._window.tr("Open project"))
        dialog.setNameFilter(self._window.tr("Signoff projects (*.signoff)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self._window.session.open(Path(name)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _fill_recent(self) -> None:
        self._recent.clear()
        for path in self._window.preferences.recent:
            action = self._recent.addAction(str(path))
            action.triggered.connect(lambda _checked=False, path=path: self._window.session.open(path))
