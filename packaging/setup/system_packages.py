"""System packages: installed by apt where that is allowed, else named in one sentence."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys

from places import LOGS
from speech import SetupError, run_logged, say


def missing_for_running() -> list[str]:
    """Debian packages that llama.cpp needs at run time and that are not here."""
    if sys.platform != "linux":
        return []
    try:
        ctypes.CDLL("libgomp.so.1")
    except OSError:
        return ["libgomp1"]
    return []


def missing_for_building() -> list[str]:
    """Debian packages that building llama.cpp needs and that are not here."""
    compilers = [program for program in ("gcc", "g++") if shutil.which(program) is None]
    return compilers + (["libc6-dev"] if compilers else [])


def ensure(packages: list[str], purpose: str) -> None:
    """Install Debian packages, or say which are missing.

    Raises:
        SetupError: they are missing and can't be installed from here.
    """
    if not packages:
        return
    command = f"apt-get install {' '.join(packages)}"
    named = " and ".join(packages)
    if sys.platform != "linux" or shutil.which("apt-get") is None:
        raise SetupError(f"{named} missing, needed for {purpose}: install them and try again.")
    if os.geteuid() != 0:
        raise SetupError(f"{named} missing, needed for {purpose}: ask an administrator to run '{command}'.")
    say(f"Installing {', '.join(packages)} (for {purpose}) ...")
    for step in (["apt-get", "update", "-qq"], [*command.split(), "-y", "-qq", "--no-install-recommends"]):
        run_logged(
            step,
            LOGS / f"apt-{step[1]}.log",
            f"apt could not do it: mend its complaint, run '{command}', and try again.",
            {"DEBIAN_FRONTEND": "noninteractive"},
        )
