"""Where Signoff keeps what is the user's: the cache, evaluated prompt beginnings, settings.

An administrator's policy goes before variables of the environment, and these before the system's own places.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from signoff.core.domain import policy_place
from signoff.core.domain.policies import policy

_MODELS = "language-models"


def cache_folder() -> Path:
    """The user's cache: generator files and built wheels, the same for every checkout.

    `SIGNOFF_CACHE` names another where no policy does. The folder may not exist yet.

    Raises:
        SignoffError: there is a policy, and it can't be used.
    """
    if told := policy().cache_folder or os.environ.get("SIGNOFF_CACHE"):
        return Path(told)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local")) / "signoff"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "signoff"


def machine_folders() -> tuple[Path, ...]:
    """Where an administrator lays language models for all users of a machine; none of them need be there."""
    if sys.platform == "win32":
        return (policy_place.policy_path().parent / _MODELS,)
    return tuple(Path(place) / "share" / "signoff" / _MODELS for place in ("/usr/local", "/usr"))


def states_folder() -> Path:
    """Where evaluations of shipped worked examples are kept for the next start; it may not exist yet."""
    return cache_folder() / "prefixes"


def settings_folder() -> Path:
    """The user's data beside projects: what the window remembers, layouts that were corrected, header words.

    `SIGNOFF_SETTINGS` names another where no policy does. The folder may not exist yet.

    Raises:
        SignoffError: there is a policy, and it can't be used.
    """
    if told := policy().data_folder or os.environ.get("SIGNOFF_SETTINGS"):
        return Path(told)
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA", Path.home() / "AppData" / "Roaming")) / "signoff"
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "signoff"
