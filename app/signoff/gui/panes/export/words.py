"""Words and colours of an export's files, the same wherever they stand in this step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from PySide6.QtCore import QCoreApplication

from signoff.core.export.preview import FileState, PlannedFile

STATE_COLORS = {
    FileState.NEW: "good",
    FileState.CHANGED: "accent",
    FileState.SAME: "dim",
    FileState.EDITED: "attention",
    FileState.REMOVED: "bad",
    FileState.FOREIGN: "dim",
}
WRITTEN = frozenset({FileState.NEW, FileState.CHANGED})
"""States of the files that are written."""


def say(text: str) -> str:
    """A sentence of this step in the language of the screen."""
    return QCoreApplication.translate("export", text)


def state_words(file: PlannedFile, *, is_replaced: bool = False) -> str:
    """What becomes of a file, in a few words; `is_replaced`: it was edited, and is to be written anew."""
    if is_replaced and file.state is FileState.EDITED:
        return say("edited by somebody: replaced")
    if is_somebody_elses(file):
        return say("somebody else's: kept")
    return {
        FileState.NEW: say("new"),
        FileState.CHANGED: say("changed"),
        FileState.SAME: say("as it is"),
        FileState.EDITED: say("edited by somebody: kept"),
        FileState.REMOVED: say("no longer written"),
        FileState.FOREIGN: say("not ours: stays"),
    }[file.state]


def short_state_words(file: PlannedFile, *, is_replaced: bool = False) -> str:
    """What becomes of a file, as short as a list needs it."""
    if is_replaced and file.state is FileState.EDITED:
        return say("edited: replaced")
    if is_somebody_elses(file):
        return say("not ours: kept")
    return say("edited: kept") if file.state is FileState.EDITED else state_words(file)


def is_somebody_elses(file: PlannedFile) -> bool:
    """Whether somebody put a file where one of ours goes."""
    return file.state is FileState.EDITED and file.last_exported is None


def counted(one: str, many: str, n: int) -> str:
    """A number with its noun."""
    return one if n == 1 else many.format(n=f"{n:,}")


def count_words(files: Sequence[PlannedFile]) -> str:
    """How many files there are of each state, such as ``12 new, 3 changed``."""
    counts = Counter(file.state for file in files)
    words = {
        FileState.NEW: say("{n} new"),
        FileState.CHANGED: say("{n} changed"),
        FileState.SAME: say("{n} as they are"),
        FileState.REMOVED: say("{n} no longer written"),
        FileState.FOREIGN: say("{n} not ours"),
    }
    return ", ".join(each.format(n=f"{counts[state]:,}") for state, each in words.items() if counts[state])


def kept_words(files: Sequence[PlannedFile], replaced: Collection[str] = ()) -> str:
    """What is said of files that stay as somebody made them; empty when there are none."""
    edited = sum(file.state is FileState.EDITED and file.path not in replaced for file in files)
    if not edited:
        return ""
    return counted(
        say("1 edited by somebody since the last export: it is kept."),
        say("{n} edited by somebody since the last export: they are kept."),
        edited,
    )


def write_words(files: Sequence[PlannedFile], replaced: Collection[str] = ()) -> str:
    """What the button that writes says; `replaced`: paths of edited files that are to be written anew."""
    edited = {file.path for file in files if file.state is FileState.EDITED}
    n = sum(file.state in WRITTEN for file in files) + len(edited.intersection(replaced))
    return counted(say("Write 1 file"), say("Write {n} files"), n) if n else say("Write")


def file_message(file: PlannedFile, *, is_replaced: bool = False) -> str:
    """What is said over the text of a file; `is_replaced`: it was edited, and is to be written anew."""
    if is_replaced and file.state is FileState.EDITED:
        return say(
            "This file will be written anew, as it was signed. What somebody made of it is set aside in the "
            "folder “replaced”."
        )
    if is_somebody_elses(file):
        return say("Somebody else's file lies where this one goes. It stays as it is unless you replace it.")
    if file.state is FileState.CHANGED and file.path.startswith("evidence/"):
        return say("Evidence names the record, which grows with every act; it will be written anew.")
    return {
        FileState.NEW: say("This file will be written; nothing is there yet."),
        FileState.CHANGED: say("This file will be written anew."),
        FileState.SAME: say("This file is on disk as it would be written."),
        FileState.EDITED: say(
            "This file was changed on disk after the last export, so it is not what was signed. It stays as it "
            "is unless you replace it; a change that should last belongs into the rule at Validate."
        ),
        FileState.REMOVED: say("The last export wrote this file; the next one takes it away."),
        FileState.FOREIGN: say("This file is not ours. It stays as it is, and is never read."),
    }[file.state]
