"""Every command by name: what menus, keys and the palette share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from signoff.gui.places import Step


@dataclass(frozen=True)
class Command:
    """One thing a person can do."""

    id: str
    """Stable, such as ``review.approve``; the part before the dot is its menu."""
    words: str
    """As menus and the palette show it."""
    keys: tuple[str, ...] = ()
    """Key sequences in Qt's portable spelling, such as ``Ctrl+Return``."""
    step: Step | None = None
    """Only there in this step; None everywhere."""
    hint: str = ""
    """One sentence more, for the palette and the tool tip."""


_OURS = QKeySequence("Ctrl+K")
"""A text field would take it for ‘delete to the end of the line’; here it finds commands, wherever the focus is."""


class Commands(QObject):
    """The window's commands, each one `QAction` of the window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._watch)
        self._window = window
        self._actions: dict[str, QAction] = {}
        self._commands: dict[str, Command] = {}
        self._enabled: dict[str, Callable[[], bool]] = {}
        self._step: Step | None = None

    def add(
        self, command: Command, run: Callable[[], object], *, enabled: Callable[[], bool] = lambda: True
    ) -> QAction:
        """Add a command.

        Args:
            command: its name, words and keys.
            run: what it does.
            enabled: asked by `refresh`, on the window's thread; must be quick.
        """
        action = QAction(command.words, self._window)
        action.setObjectName(command.id)
        action.setShortcuts([QKeySequence(keys) for keys in command.keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setToolTip(command.hint or command.words)
        action.triggered.connect(lambda _checked=False: run())
        self._window.addAction(action)
        self._actions[command.id] = action
        self._commands[command.id] = command
        self._enabled[command.id] = enabled
        return action

    def action(self, command_id: str) -> QAction:
        """The action of a command."""
        return self._actions[command_id]

    def command(self, command_id: str) -> Command:
        """A command by its id."""
        return self._commands[command_id]

    def all(self) -> Sequence[Command]:
        """Every command, in the order added."""
        return tuple(self._commands.values())

    def run(self, command_id: str) -> None:
        """Do a command, if it can be done now."""
        action = self._actions[command_id]
        if action.isEnabled():
            action.trigger()

    def set_step(self, step: Step) -> None:
        """Enable the commands of a step and disable those of the others."""
        self._step = step
        self.refresh()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keep the text field that has the focus from claiming a key that is a command everywhere."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.ShortcutOverride:
            return False
        if QKeySequence(event.keyCombination()) == _OURS:
            event.ignore()
            return True
        return False

    def _watch(self, before: QWidget | None, now: QWidget | None) -> None:
        """Look at the keys of the field that has the focus, and of no other: each event seen here costs time."""
        if before is not None:
            before.removeEventFilter(self)
        if isinstance(now, QLineEdit | QPlainTextEdit | QTextEdit):
            now.installEventFilter(self)

    def refresh(self) -> None:
        """Ask every command anew whether it can be done now."""
        for name, action in self._actions.items():
            command = self._commands[name]
            here = command.step is None or command.step is self._step
            action.setEnabled(here and self._enabled[name]())
