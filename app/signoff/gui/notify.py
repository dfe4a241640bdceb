"""One voice: what went wrong, what it means for the work, what to do next; and short good news."""

from __future__ import annotations

import platform
import sys
import traceback
from dataclasses import dataclass
from enum import StrEnum
from types import TracebackType

from PySide6.QtCore import QObject, Signal

from signoff import __version__
from signoff.core.domain.sentences import code_of
from signoff.core.errors import Cancelled, SignoffError


class Tone(StrEnum):
    """How a notice is meant."""

    NEWS = "news"
    TROUBLE = "trouble"
    """Something the person can mend."""
    FAULT = "fault"
    """Something only we can mend."""


@dataclass(frozen=True)
class Notice:
    """One thing said to the person."""

    tone: Tone
    text: str
    details: str = ""
    """A report to copy: what failed where, without any value of the work."""


class Notifier(QObject):
    """Says things; the window shows them."""

    said = Signal(object)
    """A `Notice`."""

    def tell(self, text: str) -> None:
        """Short good news."""
        self.said.emit(Notice(Tone.NEWS, text))

    def words_in_place(self, error: BaseException, doing: str) -> str:
        """What a pane says in its own place of work that failed; a fault of ours is said here besides."""
        if isinstance(error, SignoffError):
            return str(error)
        self.trouble(error, doing)
        return self.tr("It did not work.")

    def trouble(self, error: BaseException, doing: str = "") -> None:
        """Say what became of work that failed; a cancelled one needs no word.

        Args:
            error: a `SignoffError` is shown as it stands; anything else is a fault of ours.
            doing: what was done, such as ``importing the document``.
        """
        if isinstance(error, Cancelled):
            return
        if isinstance(error, SignoffError):
            self.said.emit(Notice(Tone.TROUBLE, str(error), report_of(error, doing)))
            return
        where = f" while {doing}" if doing else ""
        text = self.tr(
            "Signoff has a fault{where}. Everything up to the last decision is kept; go on, or copy the "
            "report and send it to us."
        ).format(where=where)
        self.said.emit(Notice(Tone.FAULT, text, report_of(error, doing)))

    def unforeseen(
        self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        """What `sys.excepthook` calls: the outermost handler of the window's thread."""
        if isinstance(error, KeyboardInterrupt):
            sys.exit(130)
        self.trouble(error)


def report_of(error: BaseException, doing: str = "") -> str:
    """What failed where: codes of sentences, and file, line and function of each frame.

    Messages are left out, they may hold values.
    """
    lines = [
        f"Signoff {__version__}, Python {platform.python_version()}, {platform.system()} {platform.release()}",
        f"while {doing}" if doing else "in the window",
    ]
    chain: BaseException | None = error
    while chain is not None:
        lines.append(f"{type(chain).__name__} {code_of(chain)}".rstrip())
        for frame in traceback.extract_tb(chain.__traceback__):
            place = frame.filename.replace("\\", "/").split("/signoff/")[-1]
            lines.append(f"  {place}:{frame.lineno} {frame.name}")
        chain = chain.__cause__ or chain.__context__
    return "\n".join(lines)
