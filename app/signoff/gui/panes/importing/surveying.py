"""What the samples are like, looked at beside the window as soon as they change; what doesn't join is said at once."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from signoff.core.domain.amending import Amendment, EditKind
from signoff.core.engines.sql.sandbox import Sandbox
from signoff.core.pipeline.joining import Survey, given_of, survey
from signoff.core.progress import CancelToken
from signoff.core.project.standing import Standing
from signoff.gui.context import Context


class Surveying(QObject):
    """Follows the standing; answers that come late are dropped."""

    surveyed = Signal()
    """`found` is there, or is looked for anew."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._known: tuple[object, ...] = ()
        self._told: frozenset[str] = frozenset()
        """Sentences on joins that were said before."""
        self.found: Survey | None = None
        """None while nothing is known."""

    def follow(self, standing: Standing) -> None:
        """Look at what is new in a standing."""
        spec, digest = standing.spec, standing.spec.digest if standing.spec else ""
        names = (standing.name_matches, named_in(standing))
        known = (standing.path, standing.samples, standing.stated, names, digest)
        if known == self._known:
            return
        if self._known[:1] != known[:1]:
            self._told = frozenset()
        self._known, self.found = known, None
        self.surveyed.emit()
        if spec is None or not (standing.samples or standing.stated):
            return

        def work(sandbox: Sandbox, cancel: CancelToken) -> Survey:
            text = self._context.session.read_now(lambda project: project.schema_sql)
            given = given_of(standing.samples, text, standing.name_matches)
            return survey(spec, sandbox, given, cancel=cancel)

        self._context.samples.ask(
            self.tr("looking at the source tables"),
            work,
            lambda found: self._take(known, found),
            failed=lambda _error: None,  # counting rows says the same of the same samples
        )

    def _take(self, known: tuple[object, ...], found: Survey) -> None:
        if known != self._known:
            return
        self.found = found
        self.surveyed.emit()
        said = [fit.sentence for fit in found.apart if fit.rows and fit.partners]
        new = [sentence for sentence in said if sentence not in self._told]
        self._told = frozenset(said)
        if new:
            self._context.notify.tell(new[0])


def named_in(standing: Standing) -> tuple[Amendment, ...]:
    """Answers that change which tables are read, or what they are joined on."""
    return tuple(each for each in standing.amendments if each.edit.kind in _NAMING)


_NAMING = (
    EditKind.TABLE,
    EditKind.COLUMN,
    EditKind.SOURCE,
    EditKind.JOIN,
    EditKind.CONDITION,
    EditKind.NO_STEP,
)
