"""What people say of the edits of an update: the draft without the refused ones, run and checked anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from signoff.core.domain.checks import Verification
from signoff.core.domain.edits import EditScript, EditState
from signoff.core.domain.expressions import Expression, Origin
from signoff.core.domain.plan import Draft, DraftColumn
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import Schema, TargetMapping
from signoff.core.engines.sql.sandbox import Sandbox
from signoff.core.errors import SignoffError
from signoff.core.merge.existing import read_existing
from signoff.core.merge.lineage import existing_columns
from signoff.core.pipeline.proving import prove_update
from signoff.core.progress import CancelToken
from signoff.core.verify.verify import verify


@dataclass(frozen=True)
class DecidedDraft:
    """A draft with other states of its edits."""

    draft: Draft
    verification: Verification | None = None
    """None where the text stays and with it what was checked."""


def with_edit_states(
    drafts: Sequence[Draft],
    states: Mapping[str, EditState],
    target: TargetMapping,
    schema: Schema,
    sandbox: Sandbox,
    *,
    cancel: CancelToken | None = None,
) -> DecidedDraft:
    """The present draft of a target with some edits accepted, refused, or proposed again.

    Args:
        drafts: every draft of the target, oldest first; the last is the present one. An edit that was refused
            comes back from the draft that still had it.
        states: what is said of edits, by their ids.
        target: the target's mapping.
        schema: the tables the file reads.
        sandbox: holds the samples.
        cancel: stops inside DuckDB.

    Raises:
        SignoffError: the draft has no such edit, or without the refused ones its SQL does not run.
        Cancelled: `cancel` was set.
    """
    present = drafts[-1]
    script = _with_states(present, states)
    text = script.applied()
    if text == present.text:
        return DecidedDraft(replace(present, edits=script))
    existing = read_existing(text, present.around, present.dialect)
    sql = existing.plain
    outcome = sandbox.bind_many([sql], cancel)[0]
    if not outcome.ok:
        raise SignoffError(say("update.does_not_run_without", target=present.target, reason=outcome.error))
    known = {c.name.casefold(): c for d in reversed(drafts) if _same_edits(d, script) for c in d.columns}
    whole = _whole(drafts, script)
    known.update({c.name.casefold(): c for c in whole.columns} if whole else {})
    written: dict[str, list[str]] = {}
    names: dict[str, str] = {}
    for column in existing_columns(existing, schema):
        names.setdefault(column.name.casefold(), column.name)
        written.setdefault(column.name.casefold(), []).append(column.sql)
    refused = {e.column.casefold() for e in script.edits if e.id in script.refused() and e.column}
    taken = _taken_up(script)
    columns = tuple(
        _in_parts(known[key], written[key])
        if key in known and key not in refused and not (key in taken and known[key].origin is Origin.KEPT)
        else _as_written(name, written[key], known.get(key), Origin.PATTERN if key in taken else Origin.KEPT)
        for key, name in names.items()
    )
    draft = replace(present, edits=script, text=text, sql=sql, columns=columns, proof=None)
    proof = prove_update(draft, target, sandbox, cancel=cancel)
    draft = replace(draft, proof=proof)
    return DecidedDraft(draft, verify(draft, target, sandbox, cancel=cancel))


def with_earlier_states(
    draft: Draft,
    states: Mapping[str, EditState],
    target: TargetMapping,
    schema: Schema,
    sandbox: Sandbox,
    *,
    cancel: CancelToken | None = None,
) -> DecidedDraft | None:
    """A new draft of an update with what people said of the same edits before.

    Returns:
        None where nothing was said of them, or where the SQL does not run so any more: then all are proposed.
    """
    edits = draft.edits.edits if draft.edits else ()
    kept = {e.id: states[e.id] for e in edits if e.id in states and states[e.id] is not EditState.PROPOSED}
    if not kept:
        return None
    try:
        return with_edit_states([draft], kept, target, schema, sandbox, cancel=cancel)
    except SignoffError:
        return None


def _with_states(draft: Draft, states: Mapping[str, EditState]) -> EditScript:
    script = draft.edits
    for edit_id, state in states.items():
        if script is None or script.edit(edit_id) is None:
            raise SignoffError(say("update.no_such_edit", target=draft.target))
        script = script.with_state(edit_id, state)
    if script is None:
        raise SignoffError(say("update.no_such_edit", target=draft.target))
    return script


def _same_edits(draft: Draft, script: EditScript) -> bool:
    return draft.edits is not None and [e.id for e in draft.edits.edits] == [e.id for e in script.edits]


def _whole(drafts: Sequence[Draft], script: EditScript) -> Draft | None:
    """The latest draft with the same edits of which none was refused."""
    whole = (d for d in reversed(drafts) if _same_edits(d, script) and d.edits and not d.edits.refused())
    return next(whole, None)


def _taken_up(script: EditScript) -> frozenset[str]:
    """Case-folded names of the columns that a person took a suggestion for."""
    return frozenset(e.column.casefold() for e in script.standing() if e.suggestion and e.column)


def _in_parts(column: DraftColumn, written: Sequence[str]) -> DraftColumn:
    """A column with one expression for each part of the text, further parts behind those it was drafted with."""
    held = column.expressions[: len(written)]
    more = tuple(Expression(sql, Origin.PATTERN) for sql in written[len(held) :])
    return replace(column, expressions=(*held, *more))


def _as_written(
    name: str, expressions: Sequence[str], known: DraftColumn | None, origin: Origin
) -> DraftColumn:
    """A column as the text has it."""
    made = tuple(Expression(sql, origin) for sql in expressions)
    return DraftColumn(name, known.type if known else "", made, known.cell if known else None)
