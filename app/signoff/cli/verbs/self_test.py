"""Make every part of the installed program do a piece of its real work, and print a record that can be filed."""

from __future__ import annotations

import argparse
import getpass
import json
import platform
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from signoff import __version__
from signoff.cli.exit_codes import ExitCode
from signoff.cli.verbs.doctor import library_versions
from signoff.cli.window_probe import drawn_window
from signoff.core.errors import SignoffError
from signoff.core.pipeline import installation
from signoff.core.pipeline.self_testing import Probe, self_test

SUMMARY = "make every part do a piece of its work, and print a record to file"

_PARTS = {
    "files": "Files",
    "document": "Documents",
    "sql": "SQL engine",
    "project": "Project file",
    "window": "Window",
    "generator": "Language model",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which language model, and the form of the record."""
    parser.add_argument("--generator", metavar="ID", help="language model to try; default: the default one")
    parser.add_argument("--json", action="store_true", help="the record as JSON")


def run(arguments: argparse.Namespace) -> ExitCode:
    """Print the record; exit 1 when a part failed. No network is needed, nothing outside a temporary folder written."""
    record = {
        "program": f"Signoff {__version__}",
        "executable": str(Path(sys.executable).resolve()),
        "machine": platform.node(),
        "system": platform.platform(),
        "account": _account(),
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
    }
    versions = library_versions()
    expected = _expected(versions)
    probes = list(self_test(drawn_window, __version__, versions, arguments.generator))
    if arguments.json:
        parts = [asdict(probe) for probe in probes]
        print(json.dumps({**record, "versions": versions, "expected": expected, "parts": parts}, indent=1))
    else:
        _print({**record, "versions": _listed(versions), "expected": _listed(expected)}, probes)
    return ExitCode.DONE if all(probe.ok for probe in probes) else ExitCode.NOT_DONE


def _expected(versions: Mapping[str, str]) -> dict[str, str]:
    """Versions that were packed, of the program and of the libraries that are told; none where nothing is listed."""
    try:
        made = installation.expected()
    except SignoffError:  # the probe of the files tells
        return {}
    if made is None:
        return {}
    libraries = {name: made.libraries.get(name.lower(), "none") for name in versions}
    return {"Signoff": made.version, **libraries}


def _listed(versions: Mapping[str, str]) -> str:
    return ", ".join(f"{name} {version}" for name, version in versions.items()) or "nothing is listed"


def _account() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # no name for this number, or no such table on this system
        return "unknown"


def _print(record: Mapping[str, str], probes: Sequence[Probe]) -> None:
    for name, fact in record.items():
        print(f"{name:15}{fact}")
    for probe in probes:
        print(
            f"{'ok' if probe.ok else 'FAILED':15}{_PARTS[probe.part]}: {probe.sentence} ({probe.seconds:.1f} s)"
        )
    failed = sum(not probe.ok for probe in probes)
    print(f"\n{failed or 'None'} of {len(probes)} parts failed.")
