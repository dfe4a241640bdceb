"""Where the files shipped beside the code lie."""

from __future__ import annotations

import os
from pathlib import Path

_HERE = Path(__file__).resolve()
_INSTALLED = _HERE.parents[2] / "beside"
"""Where an installed wheel has what a checkout, and the frozen program, have beside the code."""
_CHECKOUT = _INSTALLED if _INSTALLED.is_dir() else _HERE.parents[4]


def resources_folder() -> Path:
    """Folder of prompts, examples, word lists and the sample project; `SIGNOFF_RESOURCES` names another."""
    named = os.environ.get("SIGNOFF_RESOURCES")
    return Path(named) if named else _CHECKOUT / "resources"


def checkout_folder() -> Path:
    """The folder that holds `resources` and `models_cache`, and in a checkout `app`."""
    return _CHECKOUT


def in_checkout() -> bool:
    """Whether this is a source checkout, where `make` brings in what is missing; else it was installed."""
    return (_CHECKOUT / "Makefile").is_file()
