"""*Prove it* beside the window: the look through everything that may show a name, as a job that can be stopped."""

from __future__ import annotations

import tempfile
from pathlib import Path

from signoff.core.domain.mask_proofs import MaskProof
from signoff.core.pipeline.kept_states import kept_states
from signoff.core.pipeline.mask_proving import gather_proof, prove_masking
from signoff.core.progress import CancelToken, Progress, Report
from signoff.core.project.mask_proofs import keep_mask_proof
from signoff.gui.context import Context
from signoff.gui.jobs import Job
from signoff.gui.panes.masking.looking import Looking


class Proving(Looking):
    """One look at a time; its receipt is kept in the project as an act of the person."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.news: Progress | None = None
        self.unkept: MaskProof | None = None
        """A receipt that could not be kept: the project is open for reading only."""
        context.session.opened.connect(lambda _standing: self._forget())

    @property
    def can_begin(self) -> bool:
        """Whether a look can be started: drafting has the machine to itself."""
        standing = self._context.session.standing
        busy = self.is_running or self._context.drafter.is_running
        return bool(standing and standing.targets and not busy)

    def begin(self) -> None:
        """Look through everything."""
        if not self.can_begin:
            return
        self.news, self.trouble, self.unkept = None, "", None
        words, by = self.tr("looking for names"), self._context.session.by
        job = self._begin(
            self._context.jobs.files, words, lambda report, cancel: self._work(by, report, cancel)
        )
        job.progressed.connect(lambda news: self._tell(job, news))

    def _work(self, by: str, report: Report, cancel: CancelToken) -> MaskProof:
        """On the files lane; what the window keeps of sample rows in a private folder goes with the window."""
        with tempfile.TemporaryDirectory(prefix="signoff-") as private:
            folder, own = Path(private), self._context.samples.folders()
            inputs = self._context.session.read_now(
                lambda project: gather_proof(project, folder, by=by, private=own)
            )
            return prove_masking(inputs, kept_states, report=report, cancel=cancel)

    def _tell(self, job: Job, news: Progress) -> None:
        if job is self._job:
            self.news = news
            self.changed.emit()

    def _take(self, proof: MaskProof) -> None:
        if self._context.session.can_write:
            self._context.session.act(
                self.tr("prove masking"), lambda project: keep_mask_proof(project, proof), can_undo=False
            )
        else:
            self.unkept = proof

    def _stopped(self) -> None:
        self.trouble = self.tr("Stopped; there is no receipt.")

    def _forget(self) -> None:
        """Another project: a look that goes on is of the one before."""
        self.cancel()
        self._job, self.news, self.unkept, self.trouble = None, None, None, ""
        self.changed.emit()
