"""The policy's place on Windows, and whether an ordinary user may write it: the system itself is asked.

Who can open a file for writing, for taking it over or for changing its rights, can change it, however the right came
about: by an entry, by a group, or by owning it. An administrator may do so, and is told nothing.
"""

from __future__ import annotations

import ctypes
from pathlib import Path
from typing import Any, Protocol

_COMMON_APP_DATA = 0x23
"""CSIDL_COMMON_APPDATA: asked of the system, since whoever starts the program sets its variables."""
_WRITE_DATA, _APPEND_DATA, _DELETE_CHILD = 0x2, 0x4, 0x40
_DELETE, _WRITE_RIGHTS, _WRITE_OWNER = 0x10000, 0x40000, 0x80000
FILE_RIGHTS = (_WRITE_DATA, _APPEND_DATA, _DELETE, _WRITE_RIGHTS, _WRITE_OWNER)
"""Each of these changes a file."""
FOLDER_RIGHTS = (_WRITE_DATA, _DELETE_CHILD, _DELETE, _WRITE_RIGHTS, _WRITE_OWNER)
"""Each of these puts another file in its place: on a folder the first is the right to add one."""
_SHARE_ALL, _OPEN_EXISTING, _EVEN_FOLDERS = 0x7, 3, 0x02000000
_INVALID = ctypes.c_void_p(-1).value
_LONGEST = 260


class Asked(Protocol):
    """What is asked of the system."""

    def common_folder(self) -> str:
        """The folder of data of all users."""
        ...

    def is_administrator(self) -> bool:
        """Whether this process has an administrator's rights."""
        ...

    def may_open(self, path: Path, right: int) -> bool:
        """Whether this process may open a file or folder with a right."""
        ...


def first_loose(path: Path, system: Asked) -> Path | None:
    """The policy or its folder where this user may write it; None where not, or where they are administrator."""
    if system.is_administrator():
        return None
    for place, rights in ((path, FILE_RIGHTS), (path.parent, FOLDER_RIGHTS)):
        if any(system.may_open(place, right) for right in rights):
            return place
    return None


class System:
    """Asks Windows."""

    def __init__(self, libraries: Any = None) -> None:
        self._libraries = libraries or ctypes.windll  # type: ignore[attr-defined]

    def common_folder(self) -> str:
        """The folder of data of all users."""
        told = ctypes.create_unicode_buffer(_LONGEST)
        failed = self._libraries.shell32.SHGetFolderPathW(None, _COMMON_APP_DATA, None, 0, told)
        if failed:
            raise OSError(failed, "Windows does not tell where the data of all users lies")
        return told.value

    def is_administrator(self) -> bool:
        """Whether this process has an administrator's rights."""
        return bool(self._libraries.shell32.IsUserAnAdmin())

    def may_open(self, path: Path, right: int) -> bool:
        """Whether this process may open a file or folder with a right; nothing of it is changed."""
        kernel = self._libraries.kernel32
        kernel.CreateFileW.restype = ctypes.c_void_p
        handle = kernel.CreateFileW(str(path), right, _SHARE_ALL, None, _OPEN_EXISTING, _EVEN_FOLDERS, None)
        if handle in (None, _INVALID):
            return False
        kernel.CloseHandle(ctypes.c_void_p(handle))
        return True
