"""Draws the window unseen and says with what: for the self-test, which runs where there may be no screen."""

from __future__ import annotations

import os
import sys
import tempfile

from PySide6.QtCore import qVersion

from signoff.gui.main import make_application, make_window


def probe() -> int:
    """Make the window with settings of nobody's, draw it, print Qt's version and platform; 0 when pixels differ."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="signoff-probe-") as folder:
        os.environ["SIGNOFF_SETTINGS"] = folder
        application = make_application([])
        window = make_window(application)
        picture = window.grab().toImage()
        window.close()
    corners = {
        picture.pixel(x, y) for x in range(0, picture.width(), 7) for y in range(0, picture.height(), 7)
    }
    if len(corners) < 2:
        print("the window's picture is empty", file=sys.stderr)
        return 1
    print(f"Qt {qVersion()}, {application.platformName()}, {picture.width()} x {picture.height()} pixels")
    return 0
