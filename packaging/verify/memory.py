"""How much memory all processes inside a folder used as root take together, at the most."""

from __future__ import annotations

import threading
from pathlib import Path
from types import TracebackType
from typing import Self

_PROC = Path("/proc")
_LOOK_SECONDS = 0.25


class Memory:
    """Looks again and again while it is entered; `most` is the largest sum it saw, in bytes.

    Memory that processes share counts once: each has its part of it (PSS).
    """

    def __init__(self, root: Path, proc: Path = _PROC) -> None:
        self._root, self._proc = root.resolve(), proc
        self.most = 0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look_on, name="memory", daemon=True)

    def look(self) -> int:
        """Bytes that the processes take together now."""
        return sum(map(self._used, self._inside()))

    def _inside(self) -> list[Path]:
        found = []
        for process in self._proc.glob("[0-9]*"):
            try:
                if (process / "root").readlink() == self._root:
                    found.append(process)
            except OSError:
                continue  # it ended meanwhile
        return found

    def _used(self, process: Path) -> int:
        try:
            text = (process / "smaps_rollup").read_text(encoding="ascii")
        except OSError:
            return 0
        lines = (line.split() for line in text.splitlines())
        return sum(int(parts[1]) * 1024 for parts in lines if parts and parts[0] == "Pss:")

    def _look_on(self) -> None:
        while not self._over.wait(_LOOK_SECONDS):
            self.most = max(self.most, self.look())

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self._over.set()
        self._thread.join()
