"""Where the policy lies, and whether only administrators can write it there.

No variable of the environment moves it: whoever may set one could choose another policy.
"""

from __future__ import annotations

import stat
import sys
from pathlib import Path

_NAME = "policy.toml"
_ADMINISTRATOR = 0
"""Number of the account that may write it on Linux."""


def policy_path() -> Path:
    """The policy's file; it may not be there."""
    if sys.platform == "win32":
        from signoff.core.domain.policy_windows import System

        return Path(System().common_folder()) / "Signoff" / _NAME
    return Path("/etc/signoff") / _NAME


def written_by_others(path: Path) -> Path | None:
    """The policy or its folder where somebody who is no administrator may write it; None where all is well."""
    if sys.platform == "win32":
        from signoff.core.domain.policy_windows import System, first_loose

        return first_loose(path, System())
    return next((place for place in (path, path.parent) if not _is_guarded(place)), None)


def _is_guarded(place: Path) -> bool:
    """Whether a place is owned by the administrator, and nobody else may write it."""
    state = place.stat()
    return state.st_uid == _ADMINISTRATOR and not state.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
