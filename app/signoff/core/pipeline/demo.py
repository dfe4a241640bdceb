"""The whole flow on the sample project: what a stranger sees first, and what a person does afterwards by hand.

A script answers, approves and signs; it says so in the evidence, and it opens no gate.
"""

from __future__ import annotations

import shutil
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from signoff.core.domain.checks import CheckState
from signoff.core.export.proof import ProofResult, is_dbt_there
from signoff.core.export.view import ExportResult
from signoff.core.pipeline.desk import Proposer
from signoff.core.pipeline.flow import draft_project
from signoff.core.pipeline.sample import DOCUMENT, make_sample_project, sample_folder
from signoff.core.progress import Progress, Report
from signoff.core.project.drafting import GeneratorUsed
from signoff.core.project.exporting import export_project, prove_export
from signoff.core.project.project import Project
from signoff.core.project.script import Script, apply_decisions, apply_words, read_script

_MOST_ROUNDS = 8
"""Times the script is asked: an answer may leave a further question, which shows the rows that are left."""


@dataclass(frozen=True)
class DemoResult:
    """What the demo did, in the figures its summary shows."""

    project: Path
    export: ExportResult
    proof: ProofResult | None
    """None where dbt is not installed."""
    targets: int
    signed: int
    origins: tuple[tuple[str, int], ...]
    """Columns by origin, most frequent first."""
    checks: tuple[tuple[str, int], ...]
    """Checks by outcome."""
    questions: int
    """Questions asked over all targets, answered or accepted as they are."""
    refused: tuple[str, ...]
    """What the script was refused, each with its reason."""
    seconds: float

    @property
    def complete(self) -> bool:
        """Every target drafted, signed, exported, and built by dbt where it is installed."""
        built = self.proof is None or self.proof.passed
        return not self.refused and self.signed == self.targets > 0 and built


def run_demo(
    folder: Path, generator: Proposer | None, used: GeneratorUsed | None, report: Report
) -> DemoResult:
    """Input to Generate on the sample project, into a folder that is made anew.

    Args:
        folder: gets ``demo.signoff`` and the dbt project ``dbt``; those of an earlier demo are removed.
        generator: the language model.
        used: its name and digest.
        report: receives progress.
    """
    started = time.monotonic()
    script = read_script(sample_folder() / "reviewer.yml")
    path = _fresh(folder)
    report(Progress("input", 0, 0, f"reading {DOCUMENT}"))
    with make_sample_project(path, name="Supplier migration (demo)", by=script.reviewer) as project:
        draft_project(project, generator, used, by=script.reviewer, report=report)
        refused = _review(project, script, generator, used, report)
        report(Progress("export", 0, 0, "writing the dbt project"))
        export = export_project(project, folder / "dbt", by=script.reviewer)
        proof = None
        if is_dbt_there():
            report(Progress("prove", 0, 0, "dbt build on the samples"))
            proof = prove_export(project, folder / "dbt")
        return _result(project, export, proof, refused, time.monotonic() - started)


def _fresh(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("demo.signoff*"):
        old.unlink()
    if (folder / "dbt").exists():
        shutil.rmtree(folder / "dbt")
    return folder / "demo.signoff"


def _review(
    project: Project, script: Script, generator: Proposer | None, used: GeneratorUsed | None, report: Report
) -> tuple[str, ...]:
    report(Progress("review", 0, 0, f"answers of the {script.reviewer}"))
    refused: tuple[str, ...] = ()
    for _round in range(_MOST_ROUNDS):
        words = apply_words(project, script)
        refused = (*refused, *words.refused)
        if not words.redraft:
            break
        draft_project(project, generator, used, by=script.reviewer, targets=words.redraft, report=report)
    return (*refused, *apply_decisions(project, script).refused)


def _result(
    project: Project,
    export: ExportResult,
    proof: ProofResult | None,
    refused: tuple[str, ...],
    seconds: float,
) -> DemoResult:
    drafts = project.drafts()
    verifications = [project.verification(draft.target) for draft in drafts]
    states = Counter(check.state for v in verifications if v is not None for check in v.checks)
    origins = Counter(column.origin.value for draft in drafts for column in draft.columns)
    return DemoResult(
        project=project.path,
        export=export,
        proof=proof,
        targets=len(drafts),
        signed=sum(project.sign_off(draft.target) is not None for draft in drafts),
        origins=tuple(origins.most_common()),
        checks=tuple((state.value, states[state]) for state in CheckState),
        questions=sum(len(project.questions(draft.target)) for draft in drafts),
        refused=refused,
        seconds=round(seconds, 1),
    )
