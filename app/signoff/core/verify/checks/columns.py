"""Check ``columns``: the result has the document's columns, under their names, in their order."""

from __future__ import annotations

from signoff.core.domain.checks import Check, CheckState
from signoff.core.domain.sentences import say
from signoff.core.verify.trial import Trial

CODE = "columns"


def check_columns(trial: Trial) -> tuple[Check, ...]:
    """One check; for an update the existing columns may stand first and in their own order."""
    wanted = list(dict.fromkeys(column.name for column in trial.target.columns))
    present = [column.name for column in trial.columns]
    folded = [name.casefold() for name in present]
    missing = [name for name in wanted if name.casefold() not in folded]
    doubled = sorted({name for name in present if folded.count(name.casefold()) > 1})
    if missing:
        return (_failed(say("check.columns_missing", columns=_list(missing)), len(missing)),)
    if doubled:
        return (_failed(say("check.columns_doubled", columns=_list(doubled)), len(doubled)),)
    if not trial.draft.existing and folded != [name.casefold() for name in wanted]:
        return (_failed(say("check.columns_order"), 1),)
    return (Check(CODE, CheckState.PASSED, say("check.columns_there", count=len(wanted))),)


def _failed(message: str, count: int) -> Check:
    return Check(CODE, CheckState.FAILED, message, count=count)


def _list(names: list[str]) -> str:
    return ", ".join(names)
