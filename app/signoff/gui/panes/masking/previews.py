"""The prompts drafting would send, put together beside the window before anything is sent."""

from __future__ import annotations

import tempfile
from pathlib import Path

from signoff.core.pipeline.desk import Preview, PromptRecord
from signoff.core.pipeline.flow import DraftedTarget, draft_gathered, gather
from signoff.core.progress import CancelToken, Report
from signoff.core.project.standing import Standing
from signoff.core.prompt.templates import Templates
from signoff.gui.context import Context
from signoff.gui.panes.masking.looking import Looking

Key = tuple[object, ...]


class Previews(Looking):
    """Keeps the prompts of one state of the project; they are made once for each."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._key: Key = ()
        self.prompts: tuple[PromptRecord, ...] = ()
        self.is_done = False
        """Whether `prompts` are those of the state last asked for."""
        context.drafter.started.connect(lambda _targets: self._give_way())

    def want(self, standing: Standing, templates: Templates) -> None:
        """Put the prompts of a state together, unless they are there, on the way, or failed before."""
        spec = standing.spec
        entries = tuple((name, text.version) for name, text in sorted(templates.edited.items()))
        told = tuple((t.name, t.dossier.answers if t.dossier else ()) for t in standing.targets)
        key: Key = (standing.path, spec and spec.digest, standing.glossary, standing.masking_level)
        key = (*key, standing.samples, entries, told)
        if key == self._key or self._context.drafter.is_running:
            return
        self.cancel()
        self._key, self.prompts, self.is_done, self.trouble = key, (), False, ""
        self._start()

    def again(self) -> None:
        """Try once more after it was cancelled or failed."""
        if self._job is None:
            self.trouble = ""
            self._start()

    def _give_way(self) -> None:
        """Drafting has the machine to itself; the prompts are put together after it, if still wanted."""
        if self._job is not None:
            self._job.cancel()
            self._key = ()

    def _start(self) -> None:
        self._begin(self._context.jobs.files, self.tr("putting the prompts together"), self._work)

    def _work(self, report: Report, cancel: CancelToken) -> tuple[PromptRecord, ...]:
        """On the files lane: the whole drafting but for the language model, which says nothing."""
        found: list[PromptRecord] = []

        def take(target: DraftedTarget) -> None:
            found.extend(target.prompts)

        with tempfile.TemporaryDirectory(prefix="signoff-") as private:
            folder = Path(private)
            inputs = self._context.session.read_now(lambda project: gather(project, folder, None))
            draft_gathered(inputs, Preview(), on_target=take, report=report, cancel=cancel)
        return tuple(found)

    def _take(self, found: tuple[PromptRecord, ...]) -> None:
        self.prompts, self.is_done = found, True

    def _stopped(self) -> None:
        self.trouble = self.tr("The prompts were not put together: it was cancelled.")
