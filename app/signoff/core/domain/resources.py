"""Where the files shipped beside the code lie, and where costly things are kept for every checkout."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_CHECKOUT = Path(__file__).resolve().parents[4]


def resources_folder() -> Path:
    """Folder of prompts, examples, word lists and the sample project; `SIGNOFF_RESOURCES` names another."""
    named = os.environ.get("SIGNOFF_RESOURCES")
    return Path(named) if named else _CHECKOUT / "resources"


def checkout_folder() -> Path:
    """The folder that holds `app`, `resources` and `models_cache`."""
    return _CHECKOUT


def cache_folder() -> Path:
    """The user's cache: generator files and built wheels, the same for every checkout.

    `SIGNOFF_CACHE` names another. The folder may not exist yet.
    """
    if named := os.environ.get("SIGNOFF_CACHE"):
        return Path(named)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local")) / "signoff"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "signoff"


def states_folder() -> Path:
    """Where evaluations of shipped worked examples are kept for the next start; it may not exist yet."""
    return cache_folder() / "prefixes"


def settings_folder() -> Path:
    """The user's settings: what the window remembers, layouts that were corrected, header words.

    `SIGNOFF_SETTINGS` names another. The folder may not exist yet.
    """
    if named := os.environ.get("SIGNOFF_SETTINGS"):
        return Path(named)
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA", Path.home() / "AppData" / "Roaming")) / "signoff"
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "signoff"
