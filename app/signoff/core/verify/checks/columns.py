"""Check ``columns``: the result has the document's columns, under their names, in their order."""

from __future__ import annotations

from signoff.core.domain.checks import Check, CheckState
from signoff.core.domain.edits import EditKind
from signoff.core.domain.plan import Draft
from signoff.core.domain.sentences import say
from signoff.core.verify.trial import Trial

CODE = "columns"


def check_columns(trial: Trial) -> tuple[Check, ...]:
    """One check; for an update the existing columns may stand first and in their own order."""
    dropped = _dropped(trial.draft)
    names = dict.fromkeys(column.name for column in trial.target.columns)
    wanted = [name for name in names if name.casefold() not in dropped]
    present = [column.name for column in trial.columns]
    folded = [name.casefold() for name in present]
    refused = _refused(trial.draft)
    missing = [n for n in wanted if n.casefold() not in folded and n.casefold() not in refused]
    doubled = sorted({name for name in present if folded.count(name.casefold()) > 1})
    if missing:
        return (_failed(say("check.columns_missing", columns=_list(missing)), len(missing)),)
    if doubled:
        return (_failed(say("check.columns_doubled", columns=_list(doubled)), len(doubled)),)
    if not trial.draft.existing and folded != [name.casefold() for name in wanted]:
        return (_failed(say("check.columns_order"), 1),)
    left_out = [name for name in wanted if name.casefold() not in folded]
    if left_out:
        words = say("check.columns_but", count=len(wanted) - len(left_out), columns=_list(left_out))
        return (Check(CODE, CheckState.PASSED, words),)
    return (Check(CODE, CheckState.PASSED, say("check.columns_there", count=len(wanted))),)


def _refused(draft: Draft) -> frozenset[str]:
    """Case-folded names of the columns that an edit would add, had nobody refused it."""
    if draft.edits is None:
        return frozenset()
    gone = draft.edits.refused()
    added = (e for e in draft.edits.edits if e.kind is EditKind.ADD_COLUMN and e.id in gone)
    return frozenset(e.column.casefold() for e in added)


def _dropped(draft: Draft) -> frozenset[str]:
    """Case-folded names of the columns that an edit takes out, as the document asks."""
    if draft.edits is None:
        return frozenset()
    gone = draft.edits.refused()
    taken = (e for e in draft.edits.edits if e.kind is EditKind.DROP_COLUMN and e.id not in gone)
    return frozenset(e.column.casefold() for e in taken)


def _failed(message: str, count: int) -> Check:
    return Check(CODE, CheckState.FAILED, message, count=count)


def _list(names: list[str]) -> str:
    return ", ".join(names)
