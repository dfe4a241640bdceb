"""Whether a window can be drawn, asked of a process of its own: the command line knows nothing of Qt."""

from __future__ import annotations

import subprocess
import sys

from signoff.core.errors import SignoffError

WINDOW_PROBE = "--window-probe"
"""The one argument by which the program draws its window unseen, says with what, and ends."""
_SECONDS = 60


def drawn_window() -> str:
    """What drew the window, such as ``Qt 6.11.3, offscreen``.

    Raises:
        SignoffError: it was not drawn; the last line of the complaint is told.
    """
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "signoff"]
    try:
        done = subprocess.run(
            [*program, WINDOW_PROBE], capture_output=True, text=True, timeout=_SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise SignoffError(f"No window could be drawn: nothing came within {_SECONDS} s.") from error
    if done.returncode:
        complaint = done.stderr.strip().splitlines() or [f"exit code {done.returncode}"]
        raise SignoffError(f"No window could be drawn: {complaint[-1]}")
    return done.stdout.strip()
