"""Release notes: what the change log says of one version."""

from __future__ import annotations

import re

from places import ROOT
from speech import SetupError


def release_notes(version: str) -> str:
    """The section of a version, with a heading.

    Raises:
        SetupError: the change log does not know the version.
    """
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    found = re.search(rf"^## {re.escape(version)}\b.*?$(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    if found is None or not found.group(1).strip():
        raise SetupError(f"CHANGELOG.md says nothing of version {version}.")
    return f"# Signoff {version}\n\n{found.group(1).strip()}\n"
