"""What a customer's models call and an export does not hold: the macros and variables of their dbt project.

They are put into the private folder that dbt runs in, never into an export.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from signoff.core.domain.dbt import MacroFile, Surroundings

_RENAMES = re.compile(r"macro\s+(?:\w+__)?generate_(?:schema|alias|database)_name\b")
"""Macros that decide where a model lies; in the private folder everything lies in one place."""
_DEFINES = re.compile(r"\{%[-+]?\s*macro\s+(\w+)")
_NAME = re.compile(r"[A-Za-z_]\w*")


def add_companions(project: Path, around: Surroundings) -> dict[str, Any]:
    """Write the macros into a private copy of an export; returns the variables for dbt.

    Args:
        project: the private copy.
        around: the customer's dbt project, as far as it is known.
    """
    own = [m for m in around.macros if not m.package or m.package == around.project]
    _write_macros(project / "macros", own, _defined(project / "macros"))
    packages = dict.fromkeys(m.package for m in around.macros if m not in own)
    for name in (each for each in packages if _NAME.fullmatch(each)):
        folder = project / "dbt_packages" / name
        (folder / "macros").mkdir(parents=True)
        settings = f"name: {name}\nversion: '1.0.0'\nconfig-version: 2\nmacro-paths: [macros]\n"
        (folder / "dbt_project.yml").write_text(settings, encoding="utf-8")
        _write_macros(folder / "macros", [m for m in around.macros if m.package == name], frozenset())
    variables = json.loads(around.variables)
    return variables if isinstance(variables, dict) else {}


def _write_macros(folder: Path, macros: list[MacroFile], there: frozenset[str]) -> None:
    """One file each; those that rename models, or define what is there already, are left out."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, macro in enumerate(macros):
        if not _RENAMES.search(macro.text) and not there.intersection(_DEFINES.findall(macro.text)):
            (folder / f"companion_{number}.sql").write_bytes(macro.text.encode("utf-8", "surrogatepass"))


def _defined(folder: Path) -> frozenset[str]:
    """Names of the macros that a folder holds."""
    texts = [path.read_text(encoding="utf-8") for path in folder.glob("*.sql")] if folder.is_dir() else []
    return frozenset(name for text in texts for name in _DEFINES.findall(text))
