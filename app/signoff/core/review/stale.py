"""What changed since something was approved or signed, told part by part."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Change:
    """One part that is no longer what was shown."""

    part: str
    """Name of the part, such as ``rule of party_name``."""
    old: str
    """What was shown, as text; empty when it was not there."""
    new: str

    @property
    def sentence(self) -> str:
        """The change in words; long texts are only named."""
        if not self.old:
            return f"new: {self.part} ({_short(self.new)})"
        if not self.new:
            return f"gone: {self.part} ({_short(self.old)})"
        return f"changed: {self.part} (old {_short(self.old)}, new {_short(self.new)})"


def stale(shown: Mapping[str, str], present: Mapping[str, str]) -> tuple[Change, ...]:
    """What differs between the parts that were shown and those there are now; empty when all still holds."""
    names = [*shown, *(name for name in present if name not in shown)]
    return tuple(
        Change(name, _readable(shown.get(name, "")), _readable(present.get(name, "")))
        for name in names
        if shown.get(name) != present.get(name)
    )


def _readable(text: str) -> str:
    """Canonical JSON as a person reads it: its words, without brackets."""
    try:
        value = json.loads(text)
    except ValueError:
        return text
    return ", ".join(_words(value)) or "nothing"


def _words(value: object) -> list[str]:
    if isinstance(value, list):
        return [word for each in value for word in _words(each)]
    return [str(value)] if value not in ("", None) else []


def _short(text: str, most: int = 160) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= most else f"{one_line[: most - 1]}…"
