"""Names of files and dbt models from names of targets, whatever the document calls them.

A plain name stays as it is. Anything else (blanks, paths, device names of Windows, letters outside a-z, too
long, or the same as another but for case or look) becomes a plain name that ends in a digest of the original.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable

LONGEST = 60
"""Letters of a name, the digest included; leaves room for folders within the 260 of Windows."""
_DIGEST = 8
_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", "conin", "conout"}
    | {f"{port}{n}" for port in ("com", "lpt") for n in range(10)}
)


def model_name(target: str) -> str:
    """A name that is a valid file stem on Windows, macOS and Linux, and a valid dbt model name."""
    if _PLAIN.fullmatch(target) and len(target) <= LONGEST and target.casefold() not in _DEVICES:
        return target
    folded = unicodedata.normalize("NFKD", target).encode("ascii", "ignore").decode()
    plain = re.sub(r"[^A-Za-z0-9]+", "_", folded).strip("_")[: LONGEST - _DIGEST - 3]
    if not plain or not plain[0].isalpha():
        plain = f"t_{plain}".rstrip("_")
    return f"{plain}_{_digest(target)}"


def model_names(targets: Iterable[str]) -> dict[str, str]:
    """Model name by target; names that differ only in case get a digest, so that no file is covered."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for target in targets:
        name = model_name(target)
        if name.casefold() in taken:
            name = f"{name[: LONGEST - _DIGEST - 1]}_{_digest(target)}"
        names[target] = name
        taken.add(name.casefold())
    return names


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGEST]
