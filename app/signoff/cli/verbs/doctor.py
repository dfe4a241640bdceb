"""Tell what this machine has, what is missing, and how to bring it in."""

from __future__ import annotations

import argparse
import importlib.util
import os
import platform
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Literal

from signoff import __version__
from signoff.cli.exit_codes import ExitCode
from signoff.core.domain.policies import policy
from signoff.core.domain.policy_place import policy_path
from signoff.core.domain.resources import in_checkout
from signoff.core.errors import SignoffError
from signoff.core.generate import store
from signoff.core.generate.choosing import ENOUGH_MEMORY, free_bytes, total_memory
from signoff.core.isolation import enforcement

SUMMARY = "what this machine has, what is missing, and the next step"

_LIBRARIES = (
    "llama-cpp-python",
    "llguidance",
    "duckdb",
    "sqlglot",
    "openpyxl",
    "python-calamine",
    "numpy",
    "rapidfuzz",
    "PyYAML",
    "charset-normalizer",
    "cattrs",
    "Jinja2",
    "pytz",
)


@dataclass(frozen=True)
class Fact:
    """One line of the report."""

    state: Literal["ok", "note", "missing"]
    """``missing`` makes the exit code 1; ``note`` is good to know."""
    subject: str
    sentence: str


def add_arguments(verb: argparse.ArgumentParser) -> None:
    """`doctor` takes none."""


def run(_arguments: argparse.Namespace) -> int:
    """Print one line a fact; 1 when something is missing that work needs."""
    facts = list(examine())
    for fact in facts:
        print(f"{fact.state:8}{fact.subject:13}{fact.sentence}")
    missing = sum(fact.state == "missing" for fact in facts)
    if missing:
        print(f"\n{missing} of {len(facts)} things are missing; each line above says how to bring it in.")
    return ExitCode.NOT_DONE if missing else ExitCode.DONE


def examine() -> Iterator[Fact]:
    """All facts, in the order a reader wants them."""
    examiners: tuple[Callable[[], Iterator[Fact]], ...] = (
        _python,
        _policy,
        _machine,
        _disk,
        _libraries,
        _sql_parser,
        _generator,
        _isolation,
        _dbt,
    )
    for examiner in examiners:
        yield from examiner()


def library_versions() -> dict[str, str]:
    """Version of every library that is here, by its name."""
    return {name: version for name in _LIBRARIES if (version := _version(name)) is not None}


def _python() -> Iterator[Fact]:
    yield Fact("ok", "Signoff", f"{__version__}, on Python {platform.python_version()} ({sys.executable})")


def _policy() -> Iterator[Fact]:
    told = policy().words()
    if not told:
        yield Fact("ok", "Policy", f"your administrator set nothing ({policy_path()})")
    for sentence in told:
        yield Fact("note", "Policy", f"set by your administrator: {sentence}")


def _machine() -> Iterator[Fact]:
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    cpuinfo = Path("/proc/cpuinfo")
    wide = not cpuinfo.exists() or " avx2" in cpuinfo.read_text(encoding="utf-8")
    slow = "" if wide or platform.machine() != "x86_64" else "; no AVX2, so the language model will be slow"
    yield Fact("note" if slow else "ok", "Processor", f"{platform.machine()}, {cores} cores{slow}")
    memory = total_memory()
    if memory is None:
        yield Fact("note", "Memory", "this system doesn't tell; the default language model needs 4 GiB")
    elif memory < ENOUGH_MEMORY:
        how = " ('make generator-small')" if in_checkout() else ""
        told = f"{memory / 2**30:.1f} GiB, little: the smaller language model is used{how}"
        yield Fact("note", "Memory", told)
    else:
        yield Fact("ok", "Memory", f"{memory / 2**30:.1f} GiB")


def _disk() -> Iterator[Fact]:
    folder = store.own_folder()
    free, needed = free_bytes(folder), store.known()[0].size
    if free < needed and not store.chosen().is_here:
        yield Fact("note", "Disk", f"{free / 1e9:.1f} GB free for {folder}, too little for a language model")
    else:
        yield Fact("ok", "Disk", f"{free / 1e9:.1f} GB free for {folder}")


def _libraries() -> Iterator[Fact]:
    present = library_versions()
    absent = [name for name in _LIBRARIES if name not in present]
    if absent:
        yield Fact("missing", "Libraries", f"{', '.join(absent)}: {_anew('make setup')}")
    shown = ", ".join(f"{name} {present[name]}" for name in _LIBRARIES[:4] if name in present)
    if shown:
        yield Fact("ok", "Libraries", shown)
    if _version("diskcache"):
        yield Fact(
            "note",
            "Libraries",
            "diskcache is installed and never loaded: 'pip uninstall diskcache' removes it",
        )


def _sql_parser() -> Iterator[Fact]:
    if _version("sqlglot") is None:
        return
    if _version("sqlglotc") or _version("sqlglotrs"):
        yield Fact(
            "missing",
            "SQL parser",
            f"sqlglot has compiled parts that deep nesting can crash: {_anew('make clean setup')}",
        )
    else:
        yield Fact("ok", "SQL parser", "sqlglot in pure Python, as it must be")


def _generator() -> Iterator[Fact]:
    try:
        place = store.locate()
    except SignoffError as error:
        yield Fact("missing", "Generator", str(error))
        return
    own = place.path.is_relative_to(store.own_folder())
    whose = "" if own else ", for everybody on this machine"
    yield Fact("ok", "Generator", f"{store.chosen().words}, digest checked, {place.path}{whose}")


def _isolation() -> Iterator[Fact]:
    for sentence in enforcement():
        yield Fact("note" if " not " in sentence or "nothing" in sentence else "ok", "Isolation", sentence)


def _dbt() -> Iterator[Fact]:
    if importlib.util.find_spec("dbt") is None:
        how = "; 'make demo' installs it to prove its export" if in_checkout() else ""
        yield Fact("note", "dbt", f"not installed, and not needed to work{how}")
    else:
        yield Fact("ok", "dbt", f"dbt-core {_version('dbt-core')}, dbt-duckdb {_version('dbt-duckdb')}")


def _anew(command: str) -> str:
    return f"run '{command}' in Signoff's folder" if in_checkout() else "install Signoff anew"


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None
