"""No argument, or files: the window; a verb: the command line."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from signoff.cli.main import VERBS
from signoff.cli.main import main as command_line
from signoff.cli.window_probe import WINDOW_PROBE


def main(arguments: Sequence[str] | None = None) -> int:
    """Run whichever is meant; returns the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given == [WINDOW_PROBE]:
        from signoff.gui.probe import probe

        return probe()
    if not {*given[:1]} & set(VERBS) and all(Path(argument).exists() for argument in given):
        from signoff.gui.main import run

        return run(given)
    return command_line(given)


if __name__ == "__main__":
    sys.exit(main())
