"""Where the files shipped beside the code lie."""

from __future__ import annotations

import os
from pathlib import Path

_CHECKOUT = Path(__file__).resolve().parents[4]


def resources_folder() -> Path:
    """Folder of prompts, examples, word lists and the sample project; `SIGNOFF_RESOURCES` names another."""
    named = os.environ.get("SIGNOFF_RESOURCES")
    return Path(named) if named else _CHECKOUT / "resources"


def checkout_folder() -> Path:
    """The folder that holds `app`, `resources` and `models_cache`."""
    return _CHECKOUT
