"""An answer to something that the document says differently since.

Why: the answer was given to other words; whoever is right, the two do not agree.
Bad: “date format” was answered with `DD.MM.YYYY`; the next version says `date in the format YYYYMMDD`.
Good: the answer confirmed, or taken back so that the document holds.
"""

from __future__ import annotations

from collections.abc import Iterator

from signoff.core.domain.amending import Amendment, EditKind
from signoff.core.domain.cells import Cell
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.review import ROWS, Question, question_id
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import TargetMapping
from signoff.core.lint.asking import choice
from signoff.core.lint.context import Context, rule_cell

_SHOWN = 80


def answer_contradicted(context: Context) -> Iterator[Finding]:
    """One finding for each answer that was given to something else than the document says now."""
    for target in context.spec.targets:
        for each in target.amendments:
            if each.is_contradicted:
                message = say(
                    "lint.answer_contradicted",
                    by=each.by,
                    answer=_short(each.answer),
                    day=each.at[:10],
                    before=_short(each.before or "-"),
                    now=_short(each.now),
                )
                column = "" if each.column == ROWS else each.column
                cell = _cell(target, each)
                yield Finding("L31", Severity.ERROR, message, cell, target.name, column, _question(each))


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _SHOWN else plain[:_SHOWN] + "…"


def _cell(target: TargetMapping, said: Amendment) -> Cell | None:
    row = next((c for c in target.columns if c.name.casefold() == said.column.casefold()), None)
    return rule_cell(row) if row else target.cell


def _question(said: Amendment) -> Question:
    return Question(
        question_id(said.target, f"{said.column}|{said.section}", "L31", f"{said.question} {said.now}"),
        said.target,
        said.column,
        "L31",
        say("ask.contradicted", question=said.asked, answer=_short(said.answer), now=_short(said.now)),
        (
            choice("answer", say("ask.answer_holds"), EditKind.HOLDS, of=said.question),
            choice("document", say("ask.document_holds"), EditKind.DROPPED, of=said.question),
        ),
        free=False,
        section=said.section,
    )
