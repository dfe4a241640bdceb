"""What the window remembers of its user: role, name, look, recent projects, sizes. One small file, no registry."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

from signoff.core.domain.folders import settings_folder

_MOST_RECENT = 8


class PersonRole(StrEnum):
    """What somebody does here: it decides what is open at first."""

    DECIDES = "decides"
    BUILDS = "builds"
    ADMINISTERS = "administers"


class Preferences(QObject):
    """Reads and writes of the settings file."""

    role_changed = Signal(str)
    look_changed = Signal(str)

    def __init__(self, folder: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder = folder or settings_folder()
        """Where the settings lie, and the sample project once it was opened."""
        self._settings = QSettings(str(self.folder / "window.ini"), QSettings.Format.IniFormat)

    @property
    def role(self) -> PersonRole | None:
        """What the person said at first start; None before that."""
        known = {role.value for role in PersonRole}
        said = self._text("person/role")
        return PersonRole(said) if said in known else None

    def set_role(self, role: PersonRole) -> None:
        """Remember what the person does here."""
        self._settings.setValue("person/role", role.value)
        self.role_changed.emit(role.value)

    @property
    def name(self) -> str:
        """The name that goes into the record; empty before it was given."""
        return self._text("person/name")

    def set_name(self, name: str) -> None:
        """Remember the name."""
        self._settings.setValue("person/name", name.strip())

    @property
    def look(self) -> str:
        """``light``, ``dark`` or ``system``."""
        said = self._text("look")
        return said if said in ("light", "dark") else "system"

    def set_look(self, look: str) -> None:
        """Remember the look."""
        self._settings.setValue("look", look)
        self.look_changed.emit(self.look)

    @property
    def tour_seen(self) -> bool:
        """Whether the short tour was shown to its end, or closed."""
        return self._text("tour/seen") == "yes"

    def set_tour_seen(self) -> None:
        """Remember that the tour was shown."""
        self._settings.setValue("tour/seen", "yes")

    @property
    def recent(self) -> tuple[Path, ...]:
        """Projects opened lately that are still there, the latest first."""
        lines = self._text("recent").split("\n")
        return tuple(path for line in lines if line and (path := Path(line)).is_file())

    def remember_project(self, path: Path) -> None:
        """Put a project in front of the recent ones."""
        others = [each for each in self.recent if each != path.resolve()]
        lines = [str(each) for each in (path.resolve(), *others)][:_MOST_RECENT]
        self._settings.setValue("recent", "\n".join(lines))

    def state(self, name: str) -> QByteArray:
        """Bytes a widget kept under a name, such as a splitter's; empty when there are none."""
        value = self._settings.value(f"state/{name}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def keep_state(self, name: str, value: QByteArray) -> None:
        """Keep a widget's bytes under a name."""
        self._settings.setValue(f"state/{name}", value)

    def text(self, name: str) -> str:
        """A short text kept under a name, such as a filter; empty when there is none."""
        return self._text(f"text/{name}")

    def keep_text(self, name: str, value: str) -> None:
        """Keep a short text under a name."""
        self._settings.setValue(f"text/{name}", value)

    def save(self) -> None:
        """Write to disk now."""
        self._settings.sync()

    def _text(self, key: str) -> str:
        value = self._settings.value(key, "")
        return value if isinstance(value, str) else ""
