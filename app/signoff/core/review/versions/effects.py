"""What a new version does to one target's decisions and sign-off, told from the binding."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from signoff.core.domain.delta import ChangeKind, TableChange, TargetDelta
from signoff.core.domain.dossier import Dossier
from signoff.core.domain.review import Verdict
from signoff.core.domain.sentences import say
from signoff.core.domain.versions import Outcome, TargetEffect
from signoff.core.review.binding import binding_of, binding_parts
from signoff.core.review.gate import holds, sign_gate
from signoff.core.review.stale import stale

_MOST_REASONS = 8


def effect_on(
    difference: TargetDelta, before: Dossier | None, after: Dossier | None, *, today: str
) -> TargetEffect:
    """What becomes of one target.

    Args:
        difference: what differs in the document.
        before: the target as it stands; None when it has no draft.
        after: the same draft and the same decisions under the new version; None when that has no such table.
        today: ISO date, for waivers that end.
    """
    name = before.target if before else difference.target
    new = tuple(each.column for each in difference.of_kind(ChangeKind.ADDED))
    effect = TargetEffect(name, _without_draft(difference), difference, to_decide=new)
    if before is None:
        return effect
    if after is None:
        return replace(effect, outcome=_without_draft_any_more(difference, before, today))
    return _with_draft(effect, before, after, today)


def _with_draft(effect: TargetEffect, before: Dossier, after: Dossier, today: str) -> TargetEffect:
    held = [d for d in before.decisions if d.verdict is Verdict.APPROVED and holds(before, d)]
    look_again = tuple(d.column for d in held if not holds(after, d))
    was_signed = _is_signed(before, today)
    stays = was_signed and _is_signed(after, today)
    reasons = _reasons(before, after) if was_signed and not stays else ()
    outcome = Outcome.STAYS_OPEN
    if was_signed:
        outcome = Outcome.STAYS_SIGNED if stays else Outcome.REOPENS
    return replace(
        effect,
        outcome=outcome,
        look_again=look_again,
        kept=len(held) - len(look_again),
        because=reasons,
    )


def _without_draft(difference: TargetDelta) -> Outcome:
    if difference.change is TableChange.ADDED:
        return Outcome.NEW
    return Outcome.GONE if _is_gone(difference) else Outcome.NOT_DRAFTED


def _without_draft_any_more(difference: TargetDelta, before: Dossier, today: str) -> Outcome:
    """A table under another name is drafted and signed anew; what was said of it goes with it."""
    if _is_gone(difference):
        return Outcome.GONE
    return Outcome.REOPENS if _is_signed(before, today) else Outcome.NOT_DRAFTED


def _is_gone(difference: TargetDelta) -> bool:
    return difference.change is TableChange.REMOVED


def _is_signed(dossier: Dossier, today: str) -> bool:
    signed = dossier.sign_off
    return (
        signed is not None and signed.binding == binding_of(dossier) and sign_gate(dossier, today=today).open
    )


def _reasons(before: Dossier, after: Dossier) -> tuple[str, ...]:
    """What the sign-off is bound to and differs, by name; the texts stand in the delta."""
    parts: Sequence[str] = [change.part for change in stale(binding_parts(before), binding_parts(after))]
    told = [say("delta.bound_to", part=part) for part in parts[:_MOST_REASONS]]
    if len(parts) > _MOST_REASONS:
        told.append(say("delta.bound_to_more", count=len(parts) - _MOST_REASONS))
    return tuple(told)
