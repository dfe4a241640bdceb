"""The proof that an export builds: ``dbt build`` over the samples, in a private folder that is removed.

dbt is an extra for engineers; without it there is no proof, and nothing else is missing.
"""

from __future__ import annotations

import contextlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import yaml

from signoff.core.domain.sentences import say
from signoff.core.domain.spec import Schema
from signoff.core.engines.sql_proof import load_database
from signoff.core.errors import SignoffError
from signoff.core.progress import CancelToken

_REF = re.compile(r"\bref\(\s*(['\"])(?P<model>\w+)\1\s*\)")
_BUILD = "from dbt.cli.main import cli; cli()"
_SCHEMA = "signed"
"""Schema the models are built in; the samples lie in ``main``."""
_LOOK_SECONDS = 0.2
"""Time between two looks whether the caller wants to stop."""
_LONGEST_LOG = 20_000


@dataclass(frozen=True)
class ProofResult:
    """What dbt said."""

    models: int
    """Models built."""
    tests: int
    """Tests passed."""
    warned: tuple[str, ...] = ()
    """Tests that failed and only warn, because the remark was accepted."""
    failed: tuple[str, ...] = ()
    """Models and tests that failed, or were skipped because of one that did."""
    seconds: float = 0.0
    message: str = ""
    """dbt's own words when it did not get as far as building."""
    log: str = ""
    """The end of what dbt printed, for an engineer; it may hold sample values and is never kept."""

    @property
    def passed(self) -> bool:
        """Every model was built and no test failed."""
        return not self.failed and not self.message and self.models > 0


def is_dbt_there() -> bool:
    """Whether dbt and its DuckDB adapter are installed beside this program."""
    return importlib.util.find_spec("dbt") is not None and importlib.util.find_spec("duckdb") is not None


def prove(
    folder: Path,
    samples: Callable[[Path], object],
    *,
    sources: Schema | None = None,
    dialect: str = "duckdb",
    timeout: float = 600,
    cancel: CancelToken | None = None,
) -> ProofResult:
    """Build an export on samples.

    Args:
        folder: the export.
        samples: writes the sample files into the folder it is given.
        sources: tables that are made without rows where there are no samples of them.
        dialect: the export's; only DuckDB's own can be built here.
        timeout: seconds dbt may take.
        cancel: ends dbt when it is set.

    Raises:
        Cancelled: the caller asked to stop.
        SignoffError: dbt is not installed, the export is for another warehouse, or a sample can't be loaded.
    """
    if dialect != "duckdb":
        raise SignoffError(say("export.proof_other_dialect", dialect=dialect))
    if not is_dbt_there():
        raise SignoffError(say("export.dbt_missing"))
    with tempfile.TemporaryDirectory(prefix="signoff-proof-", ignore_cleanup_errors=True) as private:
        root = Path(private)
        project = root / "project"
        shutil.copytree(folder, project, ignore=shutil.ignore_patterns("evidence", "target", "logs"))
        (root / "samples").mkdir()
        samples(root / "samples")
        load_database(root / "proof.duckdb", root / "samples", sources or Schema())
        stand_ins = _stand_ins(project)
        _write_profile(root, _profile_of(project))
        result = _build(root, project, timeout, cancel or CancelToken())
        return replace(result, models=max(0, result.models - len(stand_ins)))


def _profile_of(project: Path) -> str:
    settings = yaml.safe_load((project / "dbt_project.yml").read_text(encoding="utf-8"))
    return str(settings["profile"])


def _write_profile(root: Path, name: str) -> None:
    output = {"type": "duckdb", "path": str(root / "proof.duckdb"), "schema": _SCHEMA, "threads": 1}
    profile = {name: {"target": "proof", "outputs": {"proof": output}}}
    (root / "profiles.yml").write_text(yaml.safe_dump(profile), encoding="utf-8")


def _stand_ins(project: Path) -> frozenset[str]:
    """Views over samples for models that existing SQL reads and that lie in the customer's dbt project."""
    models = project / "models"
    there = {path.stem for path in models.glob("*.sql")}
    text = "\n".join(path.read_text(encoding="utf-8") for path in models.glob("*.sql"))
    missing = frozenset(match["model"] for match in _REF.finditer(text)) - there
    for name in sorted(missing):
        view = f"{{{{ config(materialized='view') }}}}\nselect * from main.\"{name}\"\n"
        (models / f"{name}.sql").write_text(view, encoding="utf-8")
    return missing


def _build(root: Path, project: Path, timeout: float, cancel: CancelToken) -> ProofResult:
    started = time.monotonic()
    command = [
        *(sys.executable, "-c", _BUILD, "build", "--project-dir", str(project), "--profiles-dir", str(root)),
        *("--target-path", str(root / "target"), "--log-path", str(root / "logs"), "--no-use-colors"),
        *("--vars", '{"source_schema": "main"}'),
    ]
    said = _said(command, root, timeout, cancel)
    if said is None:
        return ProofResult(0, 0, seconds=timeout, message=say("export.dbt_too_slow", seconds=timeout))
    seconds, log = round(time.monotonic() - started, 1), said[-_LONGEST_LOG:]
    results = root / "target" / "run_results.json"
    if not results.is_file():
        words = " ".join(said.split())[-600:]
        return ProofResult(0, 0, seconds=seconds, message=f"dbt could not begin: {words}", log=log)
    counted = _counted(json.loads(results.read_text(encoding="utf-8"))["results"], seconds)
    return replace(counted, log=log)


def _said(command: list[str], root: Path, timeout: float, cancel: CancelToken) -> str | None:
    """What dbt printed; None when it took too long. No dbt is left running, however this ends."""
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
                    return dbt.communicate(timeout=min(_LOOK_SECONDS, timeout))[0]
            return None
        finally:
            dbt.kill()


def _counted(results: list[dict[str, object]], seconds: float) -> ProofResult:
    by_status: dict[str, list[str]] = {}
    for result in results:
        by_status.setdefault(str(result["status"]), []).append(str(result["unique_id"]))
    good = by_status.pop("success", []) + by_status.pop("pass", [])
    warned = by_status.pop("warn", [])
    models = sum(name.startswith("model.") for name in good)
    failed = tuple(name for names in by_status.values() for name in names)
    return ProofResult(models, len(good) - models, tuple(warned), failed, seconds)


def _environment(root: Path) -> dict[str, str]:
    """Nothing of the caller's settings for dbt; statistics off twice."""
    kept = {key: value for key, value in os.environ.items() if not key.upper().startswith("DBT_")}
    return {**kept, "DBT_SEND_ANONYMOUS_USAGE_STATS": "0", "DO_NOT_TRACK": "1", "HOME": str(root)}
