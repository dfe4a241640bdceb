"""dbt as a process in a private folder: its profile, what it reads in place of models it lacks, what it says."""

from __future__ import annotations

import contextlib
import importlib.util
import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from signoff.core.domain.sentences import say
from signoff.core.errors import SignoffError
from signoff.core.progress import CancelToken

DATABASE = "proof.duckdb"
SCHEMA = "signed"
"""Schema the models are built in; the samples lie in ``main``."""
_REF = re.compile(r"\bref\(\s*(['\"])(?P<model>\w+)\1\s*\)")
_START = "from dbt.cli.main import cli; cli()"
_LOOK_SECONDS = 0.2
"""Time between two looks whether the caller wants to stop."""


@dataclass(frozen=True)
class DbtRun:
    """What one call of dbt came to."""

    said: str
    seconds: float
    results: tuple[tuple[str, str, str], ...] | None
    """Unique id, status and message of each node; None when dbt did not get as far."""
    too_slow: bool = False
    failed: bool = False
    """It ended with anything but success."""


def is_dbt_there() -> bool:
    """Whether dbt and its DuckDB adapter are installed beside this program."""
    return importlib.util.find_spec("dbt") is not None and importlib.util.find_spec("duckdb") is not None


def require_dbt(dialect: str) -> None:
    """Refuse where dbt can't build on DuckDB.

    Raises:
        SignoffError: dbt is not installed, or the export is for another warehouse.
    """
    if dialect != "duckdb":
        raise SignoffError(say("export.proof_other_dialect", dialect=dialect))
    if not is_dbt_there():
        raise SignoffError(say("export.dbt_missing"))


def write_profile(root: Path, project: Path) -> None:
    """The profile that a dbt project asks for: the database in `root`, one thread."""
    settings = yaml.safe_load((project / "dbt_project.yml").read_text(encoding="utf-8"))
    output = {"type": "duckdb", "path": str(root / DATABASE), "schema": SCHEMA, "threads": 1}
    profile = {str(settings["profile"]): {"target": "proof", "outputs": {"proof": output}}}
    (root / "profiles.yml").write_text(yaml.safe_dump(profile), encoding="utf-8")


def add_stand_ins(project: Path) -> frozenset[str]:
    """Views over samples for models that existing SQL reads and that lie in the customer's dbt project."""
    models = project / "models"
    there = {path.stem for path in models.glob("*.sql")}
    text = "\n".join(path.read_text(encoding="utf-8") for path in models.glob("*.sql"))
    missing = frozenset(match["model"] for match in _REF.finditer(text)) - there
    for name in sorted(missing):
        view = f"{{{{ config(materialized='view') }}}}\nselect * from main.\"{name}\"\n"
        (models / f"{name}.sql").write_text(view, encoding="utf-8")
    return missing


def run_dbt(
    root: Path,
    project: Path,
    verb: Sequence[str],
    *,
    timeout: float,
    cancel: CancelToken,
    variables: Mapping[str, Any] | None = None,
) -> DbtRun:
    """One call of dbt.

    Args:
        root: holds the profile and the database, and gets dbt's own files.
        project: the dbt project.
        verb: ``build``, or ``run`` and what is selected, …
        timeout: seconds it may take.
        cancel: ends dbt when it is set.
        variables: of the customer's project.

    Raises:
        Cancelled: the caller asked to stop.
    """
    started = time.monotonic()
    results = root / "target" / "run_results.json"
    results.unlink(missing_ok=True)
    command = [
        *(sys.executable, "-c", _START, *verb, "--project-dir", str(project), "--profiles-dir", str(root)),
        *("--target-path", str(root / "target"), "--log-path", str(root / "logs"), "--no-use-colors"),
        *("--vars", json.dumps({**(variables or {}), "source_schema": "main"})),
    ]
    ended = _said(command, root, timeout, cancel)
    seconds = round(time.monotonic() - started, 1)
    if ended is None:
        return DbtRun("", seconds, None, too_slow=True, failed=True)
    said, code = ended
    nodes = json.loads(results.read_text(encoding="utf-8"))["results"] if results.is_file() else None
    told = None if nodes is None else tuple(_node(node) for node in nodes)
    return DbtRun(said, seconds, told, failed=code != 0)


def _node(node: dict[str, object]) -> tuple[str, str, str]:
    return str(node["unique_id"]), str(node["status"]), str(node.get("message") or "")


def _said(command: list[str], root: Path, timeout: float, cancel: CancelToken) -> tuple[str, int] | None:
    """What dbt printed and its exit code; None when it took too long. No dbt is left running, however this ends."""
    ends_at = time.monotonic() + timeout
    with subprocess.Popen(
        command,
        cwd=root,
        env=_environment(root),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as dbt:
        try:
            while time.monotonic() < ends_at:
                cancel.check()
                with contextlib.suppress(subprocess.TimeoutExpired):
                    said = dbt.communicate(timeout=min(_LOOK_SECONDS, timeout))[0]
                    return said, dbt.returncode
            return None
        finally:
            dbt.kill()


def _environment(root: Path) -> dict[str, str]:
    """Nothing of the caller's settings for dbt; statistics off twice."""
    kept = {key: value for key, value in os.environ.items() if not key.upper().startswith("DBT_")}
    return {**kept, "DBT_SEND_ANONYMOUS_USAGE_STATS": "0", "DO_NOT_TRACK": "1", "HOME": str(root)}
