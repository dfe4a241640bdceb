"""New expressions that may not hold in the dialect of their file: shown with their place, and not made."""

from __future__ import annotations

from collections.abc import Sequence

from sqlglot.tokenizer_core import TokenType

from signoff.core.domain.findings import Severity
from signoff.core.domain.sentences import say
from signoff.core.engines.sqltext import SqlTextError
from signoff.core.merge.dialects import unknown_function
from signoff.core.merge.existing import ExistingSql
from signoff.core.merge.sqlparts import DIALECT
from signoff.core.merge.work import ColumnEdit, Work


def mind_dialect(work: Work, edits: Sequence[ColumnEdit]) -> None:
    """Make suggestions of those edits whose expressions can't be said, or may not be known, in the file's dialect."""
    dialect = work.existing.dialect
    if dialect == DIALECT:
        return
    for edit in edits:
        doubts = (_doubt(work.existing, sql) for sql in (*edit.expressions, *(i.sql for i in edit.inside)))
        doubt = next((each for each in doubts if each), "")
        made = [p for p in work.edits_of(edit) if p.splices] if doubt else []
        for proposed in made:
            proposed.suggestion = True
        if made:
            line = work.existing.text.count("\n", 0, made[0].place) + 1
            message = say(
                "update.not_sayable", column=edit.name, dialect=dialect, reason=doubt.rstrip("."), line=line
            )
            work.refuse(message, edit, "D246", Severity.WARNING)


def _doubt(existing: ExistingSql, sql: str) -> str:
    """Why an expression may not hold in the file's dialect; empty where it does."""
    try:
        name = unknown_function(sql, existing.dialect)
    except SqlTextError as error:
        return str(error)
    return say("update.unknown_function", function=name) if name and not _calls(existing, name) else ""


def _calls(existing: ExistingSql, name: str) -> bool:
    """Whether the file calls a function itself."""
    tokens = existing.tokens
    return any(
        token.text.lower() == name and tokens[number + 1].token_type == TokenType.L_PAREN
        for number, token in enumerate(tokens[:-1])
    )
