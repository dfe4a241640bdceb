"""The page for an inventory of language models, and the manifest that goes out: without how we came by the files."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from typing import Any

from places import ROOT
from speech import SetupError

_MANIFEST = ROOT / "models_cache" / "manifest.toml"
_EVALUATION = ROOT / "docs" / "evaluation.md"
_FIELDS = ("id", "file", "name", "maker", "licence", "published", "family", "size", "sha256", "memory")
_TABLE = re.compile(r"^\| Kind of rule .*?(?=\n\n|\Z)", re.MULTILINE | re.DOTALL)
_RAN = re.compile(r"Language model: [^.]*(?:\.\d[^.]*)*\.")
_LIMITS = """\
- It writes one SQL expression for one rule in free text, under a grammar that knows the columns in scope. It sees no
  sample values, and names only as neutral words; what else is hidden is the masking level.
- What it writes is a draft. It is run on sample rows, a person decides on every column, and nothing leaves unsigned.
- It reads English. Rules of several steps, windows, and words whose meaning only the business knows are often wrong.
- The same build on the same machine gives the same draft; another processor or build may give another.
- It runs in a process of its own without network sockets, has no tools, and learns nothing from what it is given."""


def manifest() -> dict[str, Any]:
    """The shipped manifest's content."""
    return tomllib.loads(_MANIFEST.read_text(encoding="utf-8"))


def outgoing_manifest() -> str:
    """The manifest as installed: what each language model is and its digest, and nothing on where parts came from."""
    data = manifest()
    lines = [
        "# The language models Signoff knows by name. A file with another digest needs a person who decides so.",
        "",
        *(f"{key} = {_literal(data[key])}" for key in ("schema", "default", "small")),
    ]
    for entry in data["generator"]:
        lines += ["", "[[generator]]", *(f"{key} = {_literal(entry[key])}" for key in _FIELDS)]
    return "\n".join(lines) + "\n"


def page() -> str:
    """The inventory page: who made each language model, under which licence, how good it is here, what it can't.

    Raises:
        SetupError: the evaluation's page has no figures by kind of rule.
    """
    text = _EVALUATION.read_text(encoding="utf-8")
    table, ran = _TABLE.search(text), _RAN.search(text)
    if table is None or ran is None:
        raise SetupError(f"{_EVALUATION} has no figures by kind of rule: run 'make eval' and write the page.")
    parts = ["# Language models of Signoff", "", "For an inventory of models in use.", ""]
    for entry in manifest()["generator"]:
        parts += [*_described(entry), ""]
    parts += [
        "## Measured",
        "",
        "Columns drafted right against statements written by hand, by kind of rule, nobody answering. Drafts come from "
        f"compiled patterns first and from the language model for the rest. The figures are of this run: {ran.group()} "
        "How it was measured, and what other runs came to, is told in docs/evaluation.md.",
        "",
        table.group(),
        "",
        "## Limits",
        "",
        _LIMITS,
        "",
    ]
    return "\n".join(parts)


def _described(entry: Mapping[str, Any]) -> list[str]:
    rows = (
        ("Use", "one SQL expression for one rule, on the processor of the user's machine"),
        ("Maker", entry["maker"]),
        ("Licence", entry["licence"]),
        ("Published", entry["published"]),
        ("File", f"`{entry['file']}`, {entry['size']:,} bytes"),
        ("SHA-256, as its makers publish it", f"`{entry['sha256']}`"),
        ("Memory", entry["memory"]),
    )
    return [f"## {entry['name']}", "", "| | |", "|---|---|", *(f"| {a} | {b} |" for a, b in rows)]


def _literal(value: object) -> str:
    return (
        str(value)
        if isinstance(value, int)
        else '"' + str(value).replace("\\", "\\\\").replace('"', '\\"') + '"'
    )
