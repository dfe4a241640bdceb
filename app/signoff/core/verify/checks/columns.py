"""Check ``columns``: the result has the document's columns, under their names, in their order."""

from __future__ import annotations

from signoff.core.domain.checks import Check, CheckState
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
        return (_failed(f"The draft lacks {_list(missing)}; draft the target again.", len(missing)),)
    if doubled:
        return (
            _failed(f"The draft holds {_list(doubled)} more than once; rename or remove one.", len(doubled)),
        )
    if not trial.draft.existing and folded != [name.casefold() for name in wanted]:
        return (
            _failed("The draft's columns are not exactly the document's, in its order; draft it again.", 1),
        )
    return (Check(CODE, CheckState.PASSED, f"All {len(wanted)} columns of the document are there."),)


def _failed(message: str, count: int) -> Check:
    return Check(CODE, CheckState.FAILED, message, count=count)


def _list(names: list[str]) -> str:
    return ", ".join(names)
