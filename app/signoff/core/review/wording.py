"""The sentence a person signs."""

from __future__ import annotations

from signoff.core.domain.dossier import Dossier
from signoff.core.domain.expressions import Origin
from signoff.core.domain.review import ROWS, Verdict
from signoff.core.review.gate import decision_on, remarks, to_decide, waived_by
from signoff.core.review.lineage import lineage_of


def sentence(dossier: Dossier, by: str, *, today: str) -> str:
    """What is confirmed by signing, with its counts.

    Args:
        dossier: the target as it stands.
        by: who signs.
        today: ISO date, for waivers that end.
    """
    parts = [f"I, {by}, confirm that {dossier.target} is right as shown: {_rows(dossier)}."]
    parts.append(f"{_columns(dossier, made_up_columns(dossier))}.")
    waived = sum(waived_by(dossier, f, today=today) is not None for f in remarks(dossier))
    if waived:
        parts.append(f"{_count(waived, 'remark')} accepted with a reason.")
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
        return "its rows were not counted"
    read = sum(step.rows_in for step in card.steps if step.starts) if card.steps else card.rows
    left_out = sum(step.left_out for step in card.steps)
    doubled = sum(step.doubled for step in card.steps)
    words = [f"one row per {card.one_row_per}"] if card.one_row_per else []
    counts = (
        f"{card.rows:,} of {read:,} source rows"
        if card.rows + left_out == read
        else f"{card.rows:,} rows made of {read:,} source rows"
    )
    if left_out:
        decision = decision_on(dossier, ROWS)
        seen = " (I have seen why)" if decision is not None and decision.opened else ""
        counts += f", {left_out:,} left out{seen}"
    if doubled:
        counts += f", {doubled:,} doubled"
    return "; ".join([*words, counts])


def _columns(dossier: Dossier, made_up: frozenset[str]) -> str:
    names = [name for name in to_decide(dossier) if name != ROWS]
    decided = [d for name in names if (d := decision_on(dossier, name)) and d.verdict == Verdict.APPROVED]
    together = sum(d.together for d in decided)
    alone = len(decided) - together
    columns = dossier.draft.columns
    kept = sum(c.origin == Origin.KEPT and c.name not in names for c in columns)
    words = [
        f"{together} copied unchanged and approved together" if together else "",
        f"{alone} decided one by one" if alone else "",
        f"{kept} unchanged from the existing SQL" if kept else "",
    ]
    on_made_up = sum(d.column in made_up for d in decided)
    if on_made_up:
        words.append(f"{on_made_up} on made-up rows only")
    return f"{_count(len(columns), 'column')}: {', '.join(w for w in words if w)}"


def _count(number: int, word: str) -> str:
    return f"{number:,} {word}" if number == 1 else f"{number:,} {word}s"
