"""The user's own templates of layouts: one small file beside the settings, newest first."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from cattrs import BaseValidationError

from signoff.core.domain.codec import from_data, to_data
from signoff.core.domain.folders import settings_folder
from signoff.core.domain.layouts import LayoutTemplate
from signoff.core.errors import SignoffError
from signoff.core.pipeline.files import write_atomically

_MOST = 200
"""Templates kept."""


def known_layouts() -> tuple[LayoutTemplate, ...]:
    """All templates, newest first; none when the file is missing or is no file of ours."""
    try:
        return from_data(json.loads(_place().read_text(encoding="utf-8")), tuple[LayoutTemplate, ...])
    except (OSError, ValueError, BaseValidationError):
        return ()


def remember_layouts(templates: Sequence[LayoutTemplate]) -> None:
    """Keep what was said of these shapes in place of what was said of them before.

    A shape of which nothing is said any more is forgotten. A folder that can't be written to costs the memory only.
    """
    shapes = {template.headers for template in templates}
    said = [each for each in templates if each.roles or each.is_mapping is not None or each.names_header]
    before = known_layouts()
    kept = (*said, *(each for each in before if each.headers not in shapes))[:_MOST]
    if kept == before:
        return
    with suppress(SignoffError):
        write_atomically(_place(), json.dumps(to_data(kept), ensure_ascii=False, indent=1))


def _place() -> Path:
    return settings_folder() / "layouts.json"
