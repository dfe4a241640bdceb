"""A pytest plugin: Qt is not found, as on a machine without it; ``-p tests.helpers.without_qt``."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from types import ModuleType

_QT = ("PySide6", "shiboken6")


class _NoQt:
    """Answers for Qt's packages that there are none."""

    def find_spec(
        self, name: str, _path: Sequence[str] | None = None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name.partition(".")[0] in _QT:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
        return None


sys.meta_path.insert(0, _NoQt())
