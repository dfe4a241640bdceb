"""Very many targets in one run: each is kept as soon as it is done, and the same run again goes on with the rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from signoff.core.domain.findings import Finding
from signoff.core.domain.masking import Term
from signoff.core.domain.policies import require_dialect, require_draft, require_export_folder, require_level
from signoff.core.domain.spec import Schema, Spec, TargetMapping
from signoff.core.mask.glossary import terms_of
from signoff.core.merge.ordering import mentioned_anywhere
from signoff.core.merge.planning import order_targets
from signoff.core.pipeline.decisive import Keys, run_digest
from signoff.core.pipeline.desk import Desk
from signoff.core.pipeline.documents import draft_or_hollow, with_rows_of
from signoff.core.pipeline.files import write_atomically
from signoff.core.pipeline.headless import ReportFacts, file_name, file_text, target_entry, write_report
from signoff.core.pipeline.journal import Finished, Journal
from signoff.core.pipeline.linting import lint_beside
from signoff.core.pipeline.remaining import TimeLeft
from signoff.core.pipeline.settings_asked import settings_texts
from signoff.core.pipeline.since import marks_for
from signoff.core.progress import Progress, Report


@dataclass(frozen=True)
class Batch:
    """What is drafted, and where to."""

    spec: Spec
    schema: Schema
    """The tables in the desk's sandbox."""
    rows: str
    """Digest of the source files."""
    existing: Mapping[str, str]
    """SQL that exists, by target name."""
    listed: tuple[Term, ...]
    """Business words from a glossary."""
    findings: tuple[Finding, ...]
    """What did not fit in the source files."""
    facts: ReportFacts
    out: Path


@dataclass(frozen=True)
class BatchCounts:
    """What came of it."""

    targets: int
    columns: int
    questions: int
    taken_over: int = 0
    """Targets that an earlier run had finished."""

    def with_one(self, finished: Finished, *, taken_over: bool) -> BatchCounts:
        """With one more target."""
        columns, questions = finished.report["columns"], finished.report["questions"]
        return BatchCounts(
            self.targets + 1,
            self.columns + len(columns),
            self.questions + len(questions),
            self.taken_over + taken_over,
        )


def draft_batch(batch: Batch, desk: Desk) -> BatchCounts:
    """Draft every target of a document into a folder; what an earlier run like this one finished is taken over.

    ``OUT/<target>.sql`` is written when a target is done, ``OUT/report.json`` at the end. Until then the folder holds
    a journal of what is done, by a digest of everything that decides a draft.

    Args:
        batch: what, and where to.
        desk: the run's tools; its terms are set here.

    Raises:
        GeneratorLost: the language model died; what is done stays done.
        SignoffError: the folder can't be written to, or the administrator does not allow this.
        Cancelled: the desk's token was set; what is done stays done.
    """
    require_draft()
    require_level(desk.level)
    require_dialect(batch.facts.dialect)
    require_export_folder(batch.out)
    desk.terms = terms_of(batch.spec, batch.schema, batch.listed, desk.level)
    desk.marks = marks_for(batch.spec, batch.existing, desk)
    desk.settings_texts = settings_texts(batch.spec, batch.existing)
    order = order_targets(batch.spec.targets, batch.schema)
    found = lint_beside(batch.spec, batch.schema, desk.sandbox, batch.existing)
    findings = (*batch.findings, *batch.spec.findings, *found, *order.findings)
    with Journal(batch.out) as journal:
        run = _Run(batch, desk, journal, findings, order.reads, order.names)
        counts = run.through()
        write_report(batch.out, batch.facts, journal.reports(order.names), findings)
        journal.drop()
    return counts


class _Run:
    """One run over all targets, in the order they read each other."""

    def __init__(
        self,
        batch: Batch,
        desk: Desk,
        journal: Journal,
        findings: Sequence[Finding],
        reads: Mapping[str, Sequence[str]],
        names: tuple[str, ...],
    ) -> None:
        self._batch, self._desk, self._journal, self._names = batch, desk, journal, names
        self._targets = {target.name: target for target in batch.spec.targets}
        self._existing = {name.casefold(): text for name, text in batch.existing.items()}
        self._findings = _by_target(findings)
        decided = run_digest(batch.spec, batch.schema, desk, desk.terms, batch.rows, batch.facts.dialect)
        self._keys = Keys(decided, batch.spec, self._existing, reads)
        said = desk.said
        texts = [*said.answers.values(), *(sql for sql, _writer in said.written.values())]
        self._read = mentioned_anywhere(batch.spec.targets, [*texts, *self._existing.values()])

    def through(self) -> BatchCounts:
        """Do every target that is not done."""
        schema, clock, counts = self._batch.schema, TimeLeft(), BatchCounts(0, 0, 0)
        left = sum(len(target.columns) for target in self._targets.values())
        tell = self._desk.report
        for done, name in enumerate(self._names):
            self._desk.cancel.check()
            target = self._targets[name]
            key = self._keys.key(target, self._findings.get(name.casefold(), ()))
            finished = self._journal.find(name, key)
            is_kept = finished is not None
            if finished is None:
                self._desk.report = _placed(tell, done, len(self._names), clock.words(left))
                self._desk.report(Progress("draft", done, len(self._names), name))
                finished = self._do(target, schema, key)
                clock.did(len(target.columns))
            self._write_file(finished)
            left -= len(target.columns)
            schema = self._with_rows(schema, finished)
            counts = counts.with_one(finished, taken_over=is_kept)
        self._desk.report = tell
        return counts

    def _do(self, target: TargetMapping, schema: Schema, key: str) -> Finished:
        """Draft one target and keep it."""
        existing = self._existing.get(target.name.casefold(), "")
        outcome = draft_or_hollow(target, schema, self._names, existing, self._desk)
        self._desk.ledger.clear()
        finished = Finished(
            target.name,
            key,
            outcome.draft.sql,
            outcome.verification.columns,
            file_text(outcome, self._batch.facts.dialect),
            target_entry(outcome, self._findings.get(target.name.casefold(), ())),
        )
        self._journal.add(finished)
        return finished

    def _write_file(self, finished: Finished) -> None:
        """The target's SQL in its file, unless it stands there already."""
        path = self._batch.out / file_name(finished.target)
        try:
            if path.read_bytes() == finished.text.encode("utf-8", "surrogateescape"):
                return
        except OSError:
            pass
        write_atomically(path, finished.text)

    def _with_rows(self, schema: Schema, finished: Finished) -> Schema:
        """The schema with a finished target; its rows are there only where another target may ask for them."""
        is_read = finished.target in self._read
        return with_rows_of(
            schema, finished.target, finished.sql, finished.columns, self._desk, is_read=is_read
        )


def _placed(tell: Report, done: int, total: int, time_left: str) -> Report:
    """Tells news of a column with the place of its target in the run, and how long the run will take."""

    def placed(news: Progress) -> None:
        words = f"{news.message}, {time_left}" if time_left else news.message
        tell(Progress(news.stage, done, total, words))

    return placed


def _by_target(findings: Sequence[Finding]) -> dict[str, list[Finding]]:
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        found.setdefault(finding.target.casefold(), []).append(finding)
    return found
