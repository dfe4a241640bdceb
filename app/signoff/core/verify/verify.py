"""Everything that is found out about one draft on the samples: checks, the Rows card, result columns."""

from __future__ import annotations

from collections.abc import Callable

from signoff.core.domain.checks import Check, CheckState, Verification
from signoff.core.domain.plan import Draft
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import TargetMapping
from signoff.core.engines.sql.sandbox import Sandbox
from signoff.core.errors import SignoffError
from signoff.core.isolation import ChildDied
from signoff.core.progress import CancelToken, Progress, Report, silent
from signoff.core.verify.checks.columns import check_columns
from signoff.core.verify.checks.key import check_key
from signoff.core.verify.checks.measuring import check_measured
from signoff.core.verify.checks.shuffle import check_shuffle
from signoff.core.verify.declared import target_columns
from signoff.core.verify.rows import rows_card
from signoff.core.verify.trial import Trial

_STAGE = "verify"


def verify(
    draft: Draft,
    target: TargetMapping,
    sandbox: Sandbox,
    *,
    cancel: CancelToken | None = None,
    report: Report = silent,
) -> Verification:
    """Bind the draft, run it on the samples, and hold it against what the document says of the target.

    Args:
        draft: its `sql` is bound and run.
        target: names, types, keys and required columns to hold it against.
        sandbox: holds the source tables and the targets this one reads.
        cancel: stops between checks and inside DuckDB.
        report: told before each group of checks.

    Raises:
        Cancelled: `cancel` was set.
    """
    token = cancel or CancelToken()
    try:
        bound = sandbox.bind(draft.sql, token)
    except ChildDied as error:
        return _unbound(draft, CheckState.SKIPPED, say("check.not_checked", reason=error))
    except SignoffError as error:
        return _unbound(draft, CheckState.FAILED, say("check.does_not_bind", reason=error))
    trial = Trial(draft, target, sandbox, target_columns(draft, target, bound), token)
    checks = [Check("bind", CheckState.PASSED, say("check.binds"))]
    checks += check_columns(trial)
    groups = (check_measured, check_key, check_shuffle) if trial.unique_names else ()
    for done, group in enumerate(groups):
        token.check()
        report(Progress(_STAGE, done, len(groups) + 1, draft.target))
        checks += _survived(group, trial)
    card, rows_check = rows_card(trial)
    return Verification(draft.target, (*checks, rows_check), card, bound)


def _survived(group: Callable[[Trial], tuple[Check, ...]], trial: Trial) -> tuple[Check, ...]:
    """What a group of checks found; when the engine died over it, that it could not be run."""
    try:
        return group(trial)
    except ChildDied as error:
        name = group.__name__.removeprefix("check_")
        return (Check(name, CheckState.SKIPPED, say("check.not_run", reason=error)),)


def _unbound(draft: Draft, state: CheckState, message: str) -> Verification:
    return Verification(draft.target, (Check("bind", state, message),))
