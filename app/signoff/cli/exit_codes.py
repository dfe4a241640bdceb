"""Every exit code of the command line."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """What a caller's script can rely on."""

    DONE = 0
    NOT_DONE = 1
    """The work ran and its result is a no: a gate closed, a check failed, a chain broken."""
    USAGE = 2
    """The command line itself was wrong (argparse's code)."""
    BAD_INPUT = 3
    """A file or value given by the user can't be used; the sentence on stderr says what to do."""
    BUG = 70
    """Our fault; the report on stderr can be sent to us."""
    INTERRUPTED = 130
