"""The proof that an export builds: ``dbt build`` over the samples, in a private folder that is removed.

dbt is an extra for engineers; without it there is no proof, and nothing else is missing.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from signoff.core.domain.dbt import ALONE, Surroundings
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import Schema
from signoff.core.engines.sql_proof import load_database
from signoff.core.export.companions import add_companions
from signoff.core.export.dbt_process import (
    DATABASE,
    add_stand_ins,
    is_dbt_there,
    require_dbt,
    run_dbt,
    write_profile,
)
from signoff.core.progress import CancelToken

__all__ = ["ProofResult", "is_dbt_there", "prove"]

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


def prove(
    folder: Path,
    samples: Callable[[Path], object],
    *,
    sources: Schema | None = None,
    dialect: str = "duckdb",
    around: Surroundings = ALONE,
    timeout: float = 600,
    cancel: CancelToken | None = None,
) -> ProofResult:
    """Build an export on samples.

    Args:
        folder: the export.
        samples: writes the sample files into the folder it is given.
        sources: tables that are made without rows where there are no samples of them.
        dialect: the export's; only DuckDB's own can be built here.
        around: the customer's dbt project, whose macros and variables its models may use.
        timeout: seconds dbt may take.
        cancel: ends dbt when it is set.

    Raises:
        Cancelled: the caller asked to stop.
        SignoffError: dbt is not installed, the export is for another warehouse, or a sample can't be loaded.
    """
    require_dbt(dialect)
    with tempfile.TemporaryDirectory(prefix="signoff-proof-", ignore_cleanup_errors=True) as private:
        root = Path(private)
        project = root / "project"
        shutil.copytree(folder, project, ignore=shutil.ignore_patterns("evidence", "target", "logs"))
        (root / "samples").mkdir()
        samples(root / "samples")
        load_database(root / DATABASE, root / "samples", sources or Schema())
        variables = add_companions(project, around)
        stand_ins = add_stand_ins(project)
        write_profile(root, project)
        result = _build(root, project, variables, timeout, cancel or CancelToken())
        return replace(result, models=max(0, result.models - len(stand_ins)))


def _build(
    root: Path, project: Path, variables: dict[str, Any], timeout: float, cancel: CancelToken
) -> ProofResult:
    run = run_dbt(root, project, ["build"], timeout=timeout, cancel=cancel, variables=variables)
    if run.too_slow:
        return ProofResult(0, 0, seconds=timeout, message=say("export.dbt_too_slow", seconds=timeout))
    log = run.said[-_LONGEST_LOG:]
    if run.results is None:
        words = " ".join(run.said.split())[-600:]
        return ProofResult(0, 0, seconds=run.seconds, message=f"dbt could not begin: {words}", log=log)
    return replace(_counted(run.results, run.seconds), log=log)


def _counted(results: Iterable[tuple[str, str, str]], seconds: float) -> ProofResult:
    by_status: dict[str, list[str]] = {}
    for name, status, _message in results:
        by_status.setdefault(status, []).append(name)
    good = by_status.pop("success", []) + by_status.pop("pass", [])
    warned = by_status.pop("warn", [])
    models = sum(name.startswith("model.") for name in good)
    failed = tuple(name for names in by_status.values() for name in names)
    return ProofResult(models, len(good) - models, tuple(warned), failed, seconds)
