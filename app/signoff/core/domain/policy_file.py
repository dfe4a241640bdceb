"""Reads the policy file: each section and key it may hold, what each must be, and where it is not that."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from signoff.core.domain.masking import MaskingLevel
from signoff.core.domain.sentences import say
from signoff.core.errors import SignoffError

SCHEMA = 1
_DIGEST = re.compile(r"[0-9a-f]{64}")
_SECTION = re.compile(r"^\s*\[\s*([\w.-]+)\s*\]")


@dataclass(frozen=True)
class _Key:
    """One thing that may be set."""

    field: str
    """Of `Policy`."""
    read: Callable[[Any], Any]
    """The value as `Policy` holds it; raises `ValueError` or `TypeError` for one that is not fit."""
    wanted: str
    """Code of the words that say what it must be."""


def read_policy(path: Path) -> Mapping[str, Any]:
    """What a policy file sets, by the fields of `Policy`.

    Raises:
        SignoffError: it can't be read, or does not hold what it may; names the line.
    """
    try:
        text = path.read_text(encoding="utf-8")
        data = tomllib.loads(text)
    except OSError as error:
        raise SignoffError(say("policy.unreadable", path=path, reason=error.strerror or error)) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SignoffError(say("policy.no_toml", path=path, reason=error)) from error
    if data.pop("schema", None) != SCHEMA:
        line = _line_of(text, "", "schema")
        raise SignoffError(say("policy.other_schema", path=path, line=line, schema=SCHEMA))
    found: dict[str, Any] = {}
    for section, entries in data.items():
        if section not in _KEYS or not isinstance(entries, dict):
            line, known = _line_of(text, section, ""), ", ".join(f"[{name}]" for name in _KEYS)
            raise SignoffError(say("policy.unknown_section", path=path, line=line, name=section, known=known))
        for name, value in entries.items():
            found.update(_entry(path, text, section, name, value))
    return found


def _entry(path: Path, text: str, section: str, name: str, value: object) -> Mapping[str, Any]:
    line, known = _line_of(text, section, name), _KEYS[section]
    key = known.get(name)
    if key is None:
        raise SignoffError(
            say(
                "policy.unknown_key",
                path=path,
                line=line,
                name=name,
                section=section,
                known=", ".join(known),
            )
        )
    try:
        return {key.field: key.read(value)}
    except (ValueError, TypeError, RuntimeError) as error:  # the last where nobody's home is known
        wanted = say(key.wanted)
        raise SignoffError(
            say("policy.unfit_value", path=path, line=line, name=name, section=section, wanted=wanted)
        ) from error


def _line_of(text: str, section: str, name: str) -> int:
    """Line of a key in its section, of the section's own heading where the key is empty; the first where none is."""
    here = ""
    for number, line in enumerate(text.splitlines(), 1):
        if heading := _SECTION.match(line):
            here = heading.group(1)
            if here == section and not name:
                return number
        told = re.match(r"""\s*["']?([\w-]+)["']?\s*(?:\.\s*["']?([\w-]+)["']?\s*)?=""", line)
        if not told:
            continue
        first, second = told.groups()
        place = (here, first) if second is None else (first, second)
        if place == (section, name) or (not name and not here and first == section):
            return number
    return 1


def _switch(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _days(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise ValueError
    return value


def _texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(each, str) and each.strip() for each in value):
        raise TypeError
    return tuple(each.strip().casefold() for each in value)


def _digests(value: Any) -> tuple[str, ...]:
    digests = _texts(value)
    if not all(map(_DIGEST.fullmatch, digests)):
        raise ValueError
    return digests


def _folder(value: Any) -> Path:
    """An absolute folder; ``~`` is the home of whoever works."""
    if not isinstance(value, str):
        raise TypeError
    folder = Path(value).expanduser()
    if not folder.is_absolute():
        raise ValueError
    return folder


def _folders(value: Any) -> tuple[Path, ...]:
    if not isinstance(value, list):
        raise TypeError
    return tuple(map(_folder, value))


_KEYS: Mapping[str, Mapping[str, _Key]] = {
    "masking": {"least": _Key("masking_level", MaskingLevel, "policy.wants_level")},
    "language_models": {"allowed": _Key("language_models", _digests, "policy.wants_digests")},
    "exports": {
        "folders": _Key("export_folders", _folders, "policy.wants_folders"),
        "dialects": _Key("export_dialects", _texts, "policy.wants_names"),
    },
    "values": {
        "exports": _Key("values_in_exports", _switch, "policy.wants_switch"),
        "clipboard": _Key("values_on_clipboard", _switch, "policy.wants_switch"),
    },
    "allowed": {
        "draft": _Key("draft", _switch, "policy.wants_switch"),
        "free_select": _Key("free_select", _switch, "policy.wants_switch"),
    },
    "samples": {"days": _Key("sample_days", _days, "policy.wants_days")},
    "folders": {
        "cache": _Key("cache_folder", _folder, "policy.wants_folder"),
        "data": _Key("data_folder", _folder, "policy.wants_folder"),
    },
}
