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


_WINDOW_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
}
_SCREEN_LIBRARIES = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xinerama.so.0": "libxcb-xinerama0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libX11-xcb.so.1": "libx11-xcb1",
}


def missing_for_drawing() -> list[str]:
    """Debian packages that Qt needs to draw a window, with or without a screen, and that are not here."""
    return _missing(_WINDOW_LIBRARIES)


def missing_for_the_window() -> list[str]:
    """Debian packages that Qt needs to show a window on an X11 screen, and that are not here."""
    return _missing({**_WINDOW_LIBRARIES, **_SCREEN_LIBRARIES})


def _missing(libraries: dict[str, str]) -> list[str]:
    if sys.platform != "linux":
        return []
    missing = []
    for library, package in libraries.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            missing.append(package)
    return missing


def missing_for_building() -> list[str]:
    """Debian packages that building llama.cpp needs and that are not here."""
    compilers = [program for program in ("gcc", "g++") if shutil.which(program) is None]
    return compilers + (["libc6-dev"] if compilers else [])


def missing_programs(*programs: str) -> list[str]:
    """Debian packages, each called as the program it brings, that are not here."""
    return [program for program in programs if shutil.which(program) is None]


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
