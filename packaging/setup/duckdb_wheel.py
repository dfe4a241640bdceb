"""DuckDB as it is built here for old processors: its published wheels for Linux stop at those without AVX2."""

from __future__ import annotations

import sys

from places import REQUIREMENTS
from source_wheel import TOOL_LOCKS, SourceWheel, has_avx2, is_x86

_ANY_PROCESSOR = {"DUCKDB_OPTIMIZATION_PROFILE": "NONE"}
"""DuckDB's own switch: no instructions but those that every 64-bit x86 processor has."""


def duckdb_wheel() -> SourceWheel:
    """What is built."""
    return SourceWheel(
        name="duckdb",
        package="duckdb",
        options=_ANY_PROCESSOR,
        how_long="for every processor, once: half an hour and more",
        tools=(*TOOL_LOCKS, REQUIREMENTS / "duckdb_build.lock"),
    )


def published_stops_here() -> bool:
    """Whether the published wheel does not run on this machine."""
    return published_is_narrow() and not has_avx2()


def published_is_narrow() -> bool:
    """Whether the published wheel for this system needs a processor with AVX2; the one for Windows does not."""
    return sys.platform == "linux" and is_x86()
