"""The proof that an update needs no rebuild of its table, with real dbt on the sample rows.

The model as it was is built on the earlier part of the rows; the others arrive; the updated model runs on, the backfill
fills what was there; and the table is held against one that the updated model makes anew from all rows.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from signoff.core.domain.backfills import BackfillProof
from signoff.core.domain.dbt import ALONE, Surroundings
from signoff.core.domain.materialising import INCREMENTAL
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import Schema
from signoff.core.engines.sql_proof import load_database
from signoff.core.export.backfill_outcome import Found, ProvedModel, cuts_of, outcome_of, proves, unfilled
from signoff.core.export.backfill_sql import (
    ROWS,
    Cut,
    Difference,
    compare_tables,
    hold_back,
    keep_tables,
    put_back,
    row_counts,
    tables_of,
)
from signoff.core.export.companions import add_companions
from signoff.core.export.dbt_process import (
    DATABASE,
    DbtRun,
    add_stand_ins,
    require_dbt,
    run_dbt,
    write_profile,
)
from signoff.core.export.writing import digest
from signoff.core.progress import CancelToken, Progress, Report, silent

__all__ = ["ProvedModel", "prove_backfills", "proves"]

_STAGE = "backfill"
_ALL = "signoff_backfill_all"
_STEPS = 4
_LONGEST = 300


def prove_backfills(
    folder: Path,
    models: Sequence[ProvedModel],
    samples: Callable[[Path], object],
    *,
    sources: Schema | None = None,
    dialect: str = "duckdb",
    around: Surroundings = ALONE,
    timeout: float = 600,
    report: Report = silent,
    cancel: CancelToken | None = None,
) -> tuple[BackfillProof, ...]:
    """Run on and rebuild every updated model of an export.

    Args:
        folder: the export, with the backfill macros in it.
        models: the updated models whose tables keep their rows.
        samples: writes the sample files into the folder it is given.
        sources: tables that are made without rows where there are no samples of them.
        dialect: the export's; only DuckDB's own can be built here.
        around: the customer's dbt project, whose macros and variables its models may use.
        timeout: seconds one call of dbt may take.
        report: told before each step.
        cancel: ends dbt when it is set.

    Raises:
        Cancelled: the caller asked to stop.
        SignoffError: dbt is not installed, the export is for another warehouse, or a sample can't be loaded.
    """
    asked = [model for model in models if proves(model.backfill)]
    if not asked:
        return ()
    require_dbt(dialect)
    with tempfile.TemporaryDirectory(prefix="signoff-backfill-", ignore_cleanup_errors=True) as private:
        root = Path(private)
        project = root / "project"
        shutil.copytree(folder, project, ignore=shutil.ignore_patterns("evidence", "target", "logs"))
        for leftover in ("tests", "models/unit_tests.yml"):
            place = project / leftover
            shutil.rmtree(place, ignore_errors=True) if place.is_dir() else place.unlink(missing_ok=True)
        variables = add_companions(project, around)
        (root / "samples").mkdir()
        samples(root / "samples")
        load_database(root / DATABASE, root / "samples", sources or Schema())
        run = _Proof(root, project, asked, variables, timeout, report, cancel or CancelToken())
        found = run.prove()
    macros = [digest(model.backfill.macro.encode("utf-8", "surrogatepass")) for model in asked]
    return tuple(replace(proof, macro=macro) for proof, macro in zip(found, macros, strict=True))


def _model_file(project: Path, model: str) -> Path:
    return project / "models" / f"{model}.sql"


@dataclass
class _Proof:
    """One run of the proof; a model that dbt can't run keeps its reason and holds nobody up."""

    root: Path
    project: Path
    models: Sequence[ProvedModel]
    variables: Mapping[str, Any]
    """Of the customer's project."""
    timeout: float
    report: Report
    cancel: CancelToken
    stopped: dict[str, str] = field(default_factory=dict)
    """Why a model could not be run, by name."""
    step: int = 0

    @property
    def database(self) -> Path:
        return self.root / DATABASE

    def prove(self) -> list[BackfillProof]:
        after = {m.model: _model_file(self.project, m.model).read_bytes() for m in self.models}
        cuts = cuts_of(self.models, tables_of(self.database))
        hold_back(self.database, cuts)
        self._write_before()
        add_stand_ins(self.project)
        write_profile(self.root, self.project)
        self._run("backfill.step_before", full=True)
        first_rows = row_counts(self.database, [m.model for m in self.models])
        first = self.root / "first.duckdb"
        shutil.copy2(self.database, first)
        put_back(self.database, cuts)
        self._write_after(after)
        self._run("backfill.step_on")
        self._require_incremental()
        self._fill()
        differences = self._compared()
        unstable = self._unstable(differences)
        before = self._baseline(first, cuts) if self._differing(differences, unstable) else {}
        return [
            outcome_of(
                model,
                Found(
                    differences.get(model.model),
                    unstable.get(model.model, frozenset()),
                    before.get(model.model, frozenset()),
                    first_rows.get(model.model, 0),
                    self.stopped.get(model.model, ""),
                ),
            )
            for model in self.models
        ]

    def _write_before(self) -> None:
        for model in self.models:
            _model_file(self.project, model.model).write_bytes(model.before.encode("utf-8"))

    def _write_after(self, texts: Mapping[str, bytes]) -> None:
        for model, text in texts.items():
            _model_file(self.project, model).write_bytes(text)

    def _left(self) -> list[ProvedModel]:
        return [m for m in self.models if m.model not in self.stopped]

    def _run(self, code: str, *, full: bool = False) -> None:
        """Run the models and what they read."""
        left = self._left()
        if not left:
            return
        self.report(Progress(_STAGE, self.step, _STEPS, say(code)))
        self.step += 1
        verb = ["run", "--select", *(f"+{m.model}" for m in left)]
        run = self._dbt([*verb, "--full-refresh"] if full else verb)
        told = {name.split(".")[-1]: (status, message) for name, status, message in run.results or ()}
        for model in left:
            status, message = told.get(model.model, ("", ""))
            if status != "success":
                self.stopped[model.model] = self._reason(run, message)

    def _require_incremental(self) -> None:
        """A model that dbt made anew shows nothing."""
        manifest = json.loads((self.root / "target" / "manifest.json").read_bytes()) if self._left() else {}
        kinds = {
            str(node.get("name")): str(node.get("config", {}).get("materialized"))
            for node in manifest.get("nodes", {}).values()
        }
        for model in self._left():
            kind = kinds.get(model.model, "")
            if kind != INCREMENTAL:
                self.stopped[model.model] = say("backfill.not_incremental", kind=kind)

    def _dbt(self, verb: Sequence[str]) -> DbtRun:
        return run_dbt(
            *(self.root, self.project, verb),
            timeout=self.timeout, cancel=self.cancel, variables=self.variables,
        )  # fmt: skip

    def _reason(self, run: DbtRun, message: str) -> str:
        if run.too_slow:
            return say("export.dbt_too_slow", seconds=self.timeout)
        return " ".join((message or run.said).split())[-_LONGEST:]

    def _fill(self) -> None:
        """Every backfill in one call of dbt; one by one where that fails, to know whose it is."""
        macros = {m.model: m.backfill.name for m in self._left() if m.backfill.macro}
        if not macros:
            return
        self.report(Progress(_STAGE, self.step, _STEPS, say("backfill.step_fill")))
        calls = "\n".join(f"{{% do {name}() %}}" for name in macros.values())
        together = self.project / "macros" / f"{_ALL}.sql"
        together.write_text(f"{{% macro {_ALL}() %}}\n{calls}\n{{% endmacro %}}\n", encoding="utf-8")
        if not self._dbt(["run-operation", _ALL]).failed:
            return
        for model, name in macros.items():
            run = self._dbt(["run-operation", name])
            if run.failed:
                self.stopped[model] = self._reason(run, "")

    def _compared(self) -> dict[str, Difference]:
        """The tables as run on, kept aside, against those made anew."""
        keep_tables(self.database, [m.model for m in self._left()])
        self._run("backfill.step_anew", full=True)
        return {
            m.model: compare_tables(self.database, m.model, m.backfill.key, unfilled(m)) for m in self._left()
        }

    def _differing(
        self, differences: Mapping[str, Difference], unstable: Mapping[str, frozenset[str]]
    ) -> list[str]:
        return [m for m, d in differences.items() if d.names - unstable.get(m, frozenset())]

    def _unstable(self, differences: Mapping[str, Difference]) -> dict[str, frozenset[str]]:
        """Columns that are different in each full rebuild, of models where something differs."""
        asked = [m for m in self._left() if differences[m.model].columns]
        if not asked:
            return {}
        keep_tables(self.database, [m.model for m in asked])
        self._run("backfill.step_again", full=True)
        return {
            m.model: compare_tables(self.database, m.model, m.backfill.key).names - {ROWS}
            for m in self._left()
            if m in asked
        }

    def _baseline(self, first: Path, cuts: Sequence[Cut]) -> dict[str, frozenset[str]]:
        """What differs already where the model as it was runs on and is made anew."""
        shutil.copy2(first, self.database)
        put_back(self.database, cuts)
        self._write_before()
        stopped = dict(self.stopped)
        self._run("backfill.step_baseline")
        keep_tables(self.database, [m.model for m in self._left()])
        self._run("backfill.step_baseline", full=True)
        found = {m.model: compare_tables(self.database, m.model, m.backfill.key).names for m in self._left()}
        self.stopped = stopped
        return found
