"""The sentence a person signs."""

from __future__ import annotations

from signoff.core.domain.dossier import Dossier
from signoff.core.domain.expressions import Origin
from signoff.core.domain.review import ROWS, Verdict
from signoff.core.domain.sentences import say
from signoff.core.review.gate import decision_on, remarks, to_decide, waived_by
from signoff.core.review.lineage import lineage_of


def sentence(dossier: Dossier, by: str, *, today: str) -> str:
    """What is confirmed by signing, with its counts.

    Args:
        dossier: the target as it stands.
        by: who signs.
        today: ISO date, for waivers that end.
    """
    parts: list[str] = [say("signing.confirm", by=by, target=dossier.target, rows=_rows(dossier))]
    parts.append(_columns(dossier, made_up_columns(dossier)))
    waived = sum(waived_by(dossier, f, today=today) is not None for f in remarks(dossier))
    if waived:
        parts.append(say("signing.remarks", count=waived))
    return " ".join(parts)


def made_up_columns(dossier: Dossier) -> frozenset[str]:
    """Columns whose every source table has made-up rows: they were decided on made-up rows only."""
    if not dossier.made_up:
        return frozenset()
    found = set()
    for column in dossier.draft.columns:
        strands = lineage_of(dossier, column.name).strands
        tables = {node.table.casefold() for strand in strands for node in strand.sources}
        if tables and tables <= dossier.made_up:
            found.add(column.name)
    return frozenset(found)


def _rows(dossier: Dossier) -> str:
    card = dossier.verification.card if dossier.verification else None
    if card is None:
        return say("signing.rows_not_counted")
    read = sum(step.rows_in for step in card.steps if step.starts) if card.steps else card.rows
    left_out = sum(step.left_out for step in card.steps)
    doubled = sum(step.doubled for step in card.steps)
    words = [say("signing.one_row_per", key=card.one_row_per)] if card.one_row_per else []
    code = "signing.rows_of" if card.rows + left_out == read else "signing.rows_made_of"
    counts = [say(code, rows=card.rows, read=read)]
    if left_out:
        decision = decision_on(dossier, ROWS)
        seen = decision is not None and decision.opened
        counts.append(say("signing.left_out_seen" if seen else "signing.left_out", rows=left_out))
    if doubled:
        counts.append(say("signing.doubled", rows=doubled))
    return "; ".join([*words, ", ".join(counts)])


def _columns(dossier: Dossier, made_up: frozenset[str]) -> str:
    names = [name for name in to_decide(dossier) if name != ROWS]
    decided = [d for name in names if (d := decision_on(dossier, name)) and d.verdict == Verdict.APPROVED]
    together = sum(d.together for d in decided)
    alone = len(decided) - together
    columns = dossier.draft.columns
    kept = sum(c.origin == Origin.KEPT and c.name not in names for c in columns)
    words = [
        say("signing.together", columns=together) if together else "",
        say("signing.one_by_one", columns=alone) if alone else "",
        say("signing.kept", columns=kept) if kept else "",
    ]
    on_made_up = sum(d.column in made_up for d in decided)
    if on_made_up:
        words.append(say("signing.made_up", columns=on_made_up))
    return say("signing.columns", count=len(columns), how=", ".join(w for w in words if w))
