"""The Rows card: how the rows of one target come about, counted step by step on the samples."""

from __future__ import annotations

from dataclasses import replace

from signoff.core.domain.checks import Check, CheckState, RowsCard, RowStep
from signoff.core.domain.plan import Plan, SectionPlan
from signoff.core.domain.sentences import say
from signoff.core.engines.sql.sandbox import Job
from signoff.core.errors import SignoffError
from signoff.core.isolation import ChildDied
from signoff.core.verify.reading import Reading, reading_of
from signoff.core.verify.stages import Stage, stages_of
from signoff.core.verify.trial import Trial, count_words
from signoff.core.verify.wording import condition_words, key_words

CODE = "rows"


class _NotCounted(SignoffError):
    """A step could not be counted; the sentence says why."""


def rows_card(trial: Trial) -> tuple[RowsCard | None, Check]:
    """The card, and the check that its steps lead to the draft's rows.

    Without a plan the steps are read from the SQL; where they can't be, the card holds only the number of
    rows. None when the rows can't be counted at all.
    """
    try:
        counts = _Counts(trial)
        rows = counts.of(trial.draft.sql)
        steps = _steps_of_draft(trial, counts, rows)
    except (_NotCounted, ChildDied) as error:
        return None, Check(CODE, CheckState.SKIPPED, say("rows.not_counted", reason=error))
    card = RowsCard(trial.draft.target, _one_row_per(trial), steps, rows)
    return card, _check(steps, rows)


def _steps_of_draft(trial: Trial, counts: _Counts, rows: int) -> tuple[RowStep, ...]:
    reading = reading_of(trial.draft)
    if reading is None or not any(section.relations for section in reading.plan.sections):
        return ()
    if trial.draft.plan is not None:
        return _steps(reading, counts, rows)
    try:
        steps = _steps(reading, counts, rows)
    except _NotCounted:
        return ()
    return steps if steps[-1].rows_out == rows else ()


def _check(steps: tuple[RowStep, ...], rows: int) -> Check:
    told = count_words(rows, "row", "rows")
    if not steps:
        message = say("rows.as_a_whole", told=told)
        return Check(CODE, CheckState.PASSED, message, count=rows)
    if steps[-1].rows_out != rows:
        message = say("rows.steps_differ", counted=steps[-1].rows_out, told=told)
        return Check(CODE, CheckState.FAILED, message, count=abs(steps[-1].rows_out - rows))
    return Check(CODE, CheckState.PASSED, say("rows.steps_lead", told=told), count=rows)


class _Counts:
    """Numbers of rows of statements, asked of the engine in batches."""

    def __init__(self, trial: Trial) -> None:
        self._trial = trial
        self._known: dict[str, int | str] = {"": 0}

    def prepare(self, sections: list[tuple[tuple[Stage, ...], str]]) -> None:
        """Count every statement of these sections in one call."""
        wanted = [whole for _, whole in sections]
        wanted += [
            sql for own, _ in sections for s in own for sql in (s.before, s.after, s.matched, s.unknown)
        ]
        new = [sql for sql in dict.fromkeys(wanted) if sql not in self._known]
        outcomes = self._trial.ask([Job("count", sql) for sql in new])
        self._known |= {sql: o.error or o.count for sql, o in zip(new, outcomes, strict=True)}

    def of(self, sql: str) -> int:
        """Number of rows of one statement."""
        if sql not in self._known:
            outcome = self._trial.ask([Job("count", sql)])[0]
            self._known[sql] = outcome.error or outcome.count
        number = self._known[sql]
        if isinstance(number, str):
            raise _NotCounted(number)
        return number


def _steps(reading: Reading, counts: _Counts, rows: int) -> tuple[RowStep, ...]:
    plan = reading.plan
    pairs = zip(plan.sections, reading.values, strict=True)
    sections = [stages_of(section, values, reading.prefix) for section, values in pairs]
    counts.prepare(sections)
    steps: list[RowStep] = []
    ends: list[int] = []
    for section, (stages, whole) in zip(plan.sections, sections, strict=True):
        part = f"part {section.name}: " if len(plan.sections) > 1 and section.name else ""
        own = [replace(_step(stage, counts, part), starts=not n) for n, stage in enumerate(stages)]
        end = counts.of(whole)
        if own and own[-1].rows_out != end == 1:
            own.append(RowStep(f"{part}put together into one row", own[-1].rows_out, rows_out=1))
        steps += own + [RowStep(words, end, rows_out=end) for words in _not_done(section, part)]
        ends.append(end)
    if len(sections) > 1:
        steps.append(_union_step(plan, sum(ends), rows))
    return tuple(steps)


def _step(stage: Stage, counts: _Counts, part: str) -> RowStep:
    before, after = counts.of(stage.before), counts.of(stage.after)
    left_out = doubled = 0
    if stage.matched:
        matched = counts.of(stage.matched)
        left_out = before - matched if stage.left_out else 0
        doubled = max(0, after - (before - left_out))
    elif not stage.gathers:
        left_out, doubled = max(0, before - after), max(0, after - before)
    return RowStep(
        part + stage.words,
        rows_in=before,
        left_out=left_out,
        doubled=doubled,
        unknown=counts.of(stage.unknown),
        rows_out=after,
        sql=stage.left_out,
        doubled_sql=stage.doubled,
        unknown_sql=stage.unknown,
    )


def _union_step(plan: Plan, together: int, rows: int) -> RowStep:
    if plan.union_all:
        return RowStep("put the parts together, equal rows are kept", together, rows_out=together)
    return RowStep("put the parts together, equal rows are merged", together, together - rows, rows_out=rows)


def _not_done(section: SectionPlan, part: str) -> list[str]:
    """Steps of the document that are not in the query, so that nobody takes them for done."""
    words = [f"{part}not added yet: **{relation.table}**" for relation in section.left_out]
    return words + [f"{part}not applied yet: {condition_words(each)}" for each in section.unresolved]


def _one_row_per(trial: Trial) -> str:
    """What one row stands for: the key, else what is grouped by, else the driving table."""
    keys = [column.name for column in trial.columns if column.key]
    if keys:
        return " and ".join(keys)
    reading = reading_of(trial.draft)
    if reading is None or not reading.plan.sections:
        return ""
    section = reading.plan.sections[0]
    grouped = [key_words(each) for each in section.group_by]
    if grouped:
        return " and ".join(grouped)
    return section.relations[0].table if section.relations else ""
