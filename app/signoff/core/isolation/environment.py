"""The environment a child process gets: a few harmless variables, and what its worker asks for.

A list of what stays, not of what goes: ``GGML_BACKEND_PATH``, ``LLAMA_CPP_LIB_PATH``, ``LD_PRELOAD`` and
every ``PYTHON…`` variable would let a stranger's library into the process.
"""

from __future__ import annotations

import os
from collections.abc import Mapping

_KEPT = frozenset(
    {
        "HOME",
        "LANG",
        "LANGUAGE",
        "LD_LIBRARY_PATH",
        "LOCALAPPDATA",
        "NUMBER_OF_PROCESSORS",
        "PATH",
        "SIGNOFF_RESOURCES",
        "SYSTEMDRIVE",
        "SYSTEMROOT",
        "TEMP",
        "TMP",
        "TMPDIR",
        "TZ",
        "USERPROFILE",
        "WINDIR",
    }
)


def cleaned_environment(
    wanted: Mapping[str, str], parents: Mapping[str, str] | None = None
) -> dict[str, str]:
    """The child's variables: those of `parents` (default: ours) that stay, then those of `wanted`."""
    ours = os.environ if parents is None else parents
    kept = {name: value for name, value in ours.items() if name.upper() in _KEPT or name.startswith("LC_")}
    return {**kept, "MALLOC_ARENA_MAX": "2", **wanted}
