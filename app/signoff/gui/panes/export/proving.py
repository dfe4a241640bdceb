"""Lets dbt build an export on the sample rows, in the files lane."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject

from signoff.core.domain.backfills import BackfillProof
from signoff.core.errors import SignoffError
from signoff.core.export.backfill_proof import prove_backfills
from signoff.core.export.proof import ProofResult, is_dbt_there, prove
from signoff.core.progress import CancelToken, Report
from signoff.core.project.backfills import keep_backfill_proofs
from signoff.core.project.exporting import models_to_prove, view_of
from signoff.gui.context import Context
from signoff.gui.jobs import Job
from signoff.gui.panes.export.outcome import Outcome


@dataclass(frozen=True)
class Proved:
    """What dbt said of an export, and of the updated tables in it."""

    built: ProofResult
    backfills: tuple[BackfillProof, ...]


class Proving(QObject):
    """One check at a time; the newest folder counts."""

    def __init__(self, context: Context, outcome: Outcome) -> None:
        super().__init__(outcome)
        self._context, self._outcome = context, outcome
        self._job: Job | None = None

    def check(self, folder: Path) -> None:
        """Check an export; says so when there is no dbt."""
        if not is_dbt_there():
            self._outcome.show_no_dbt()
            return
        if self._job is not None:
            self._job.cancel()
        standing = self._context.session.standing
        assert standing is not None
        session, sources, dialect = self._context.session, standing.sources, standing.dialect

        by, can_keep = session.by, session.can_write

        def work(_report: Report, cancel: CancelToken) -> Proved:
            def samples(place: Path) -> Path:
                return session.read_now(lambda project: project.materialise_samples(place))

            around = session.read_now(lambda project: project.surroundings)
            built = prove(folder, samples, sources=sources, dialect=dialect, around=around, cancel=cancel)
            if not built.passed:
                return Proved(built, ())
            view = session.read_now(lambda project: view_of(project, by=by))
            there = [m for m in models_to_prove(view) if (folder / "models" / f"{m.model}.sql").is_file()]
            found = prove_backfills(
                *(folder, there, samples), sources=sources, dialect=dialect, around=around, cancel=cancel
            )
            if found and can_keep:
                session.read_now(lambda project: keep_backfill_proofs(project, found, by=by))
            known = (t.proved for t in view.targets if t.proved is not None)
            told = {proof.target: proof for proof in (*known, *found)}
            return Proved(built, tuple(told.values()))

        words = self.tr("checking the export with dbt")
        job = self._context.jobs.start(self._context.jobs.proving, words, work)
        self._job = job
        self._outcome.show_checking()
        job.finished.connect(
            lambda proof: self._outcome.show_proof(proof.built, proof.backfills) if job is self._job else None
        )
        job.failed.connect(lambda error: self._fail(error, words) if job is self._job else None)
        job.cancelled.connect(lambda: self._stopped() if job is self._job else None)
        job.ended.connect(lambda: self._forget(job))

    def _fail(self, error: BaseException, words: str) -> None:
        if isinstance(error, SignoffError):
            self._outcome.show_trouble(str(error))
        else:
            self._outcome.show_trouble(self.tr("Signoff has a fault; the export itself is whole."))
            self._context.notify.trouble(error, words)

    def _stopped(self) -> None:
        self._outcome.show_trouble(self.tr("The check was cancelled; the export itself is whole."))

    def _forget(self, job: Job) -> None:
        if job is self._job:
            self._job = None
