"""Terms are looked for beside the window, once for each state of document and sources."""

from __future__ import annotations

import tempfile
from pathlib import Path

from signoff.core.pipeline.suggesting import Suggestions, gather_terms, suggest
from signoff.core.progress import CancelToken, Report
from signoff.core.project.standing import Standing
from signoff.gui.context import Context
from signoff.gui.panes.masking.looking import Looking


class Suggesting(Looking):
    """Keeps what was found; what a person lists or refuses meanwhile is left out where it is shown."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._key: tuple[object, ...] = ()
        self.found: Suggestions | None = None
        """None while nothing was found yet."""

    def want(self, standing: Standing) -> None:
        """Look for the terms of a state, unless they are there, on the way, or failed before."""
        spec = standing.spec
        key = (standing.path, spec and spec.digest, standing.samples, standing.stated, standing.amendments)
        if key == self._key:
            return
        self.cancel()
        self._key, self.found, self.trouble = key, None, ""
        self._begin(self._context.jobs.samples, self.tr("looking for terms"), self._work)

    def _work(self, _report: Report, cancel: CancelToken) -> Suggestions:
        """On the samples lane: the files lane may be busy with prompts for minutes."""
        with tempfile.TemporaryDirectory(prefix="signoff-") as private:
            folder = Path(private)
            sources = self._context.session.read_now(lambda project: gather_terms(project, folder))
            return suggest(sources, cancel=cancel)

    def _take(self, found: Suggestions) -> None:
        self.found = found

    def _stopped(self) -> None:
        self._key = ()
        self.trouble = self.tr("Terms were not looked for: it was cancelled.")
