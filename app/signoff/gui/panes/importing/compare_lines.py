"""A preview as lines a person reads: one a target table, under it one for each thing that differs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from signoff.core.domain.delta import ChangeKind, ColumnDelta, TableChange
from signoff.core.domain.review import ROWS
from signoff.core.domain.versions import Contradiction, Outcome, Preview, TargetEffect
from signoff.gui.widgets.marks import Mark
from signoff.gui.wording import moment

_MARKS = {
    Outcome.NEW: Mark.OPEN,
    Outcome.GONE: Mark.CROSS,
    Outcome.NOT_DRAFTED: Mark.OPEN,
    Outcome.STAYS_SIGNED: Mark.DONE,
    Outcome.REOPENS: Mark.AGAIN,
    Outcome.STAYS_OPEN: Mark.HALF,
}


@dataclass(frozen=True)
class ChangeLine:
    """One thing that differs."""

    column: str
    what: str
    old: str
    new: str
    told: tuple[str, ...] = ()
    """Sentences beside it: evidence, what it speaks against."""
    mark: Mark = Mark.NONE
    heads: tuple[str, str] = ("", "")
    """Over the two texts; Before and Now when empty."""


@dataclass(frozen=True)
class TableLine:
    """One target table."""

    name: str
    words: tuple[str, str, str]
    """What becomes of it; what is to be looked at; whether it is delivered."""
    mark: Mark
    changes: tuple[ChangeLine, ...] = ()
    told: tuple[str, ...] = ()
    """Sentences on the whole table."""
    can_take: bool = True
    """False where another document holds it, or nothing of it differs."""
    is_touched: bool = False
    """Something decided is to be looked at again."""

    @property
    def sentence(self) -> str:
        """All of its words."""
        return " · ".join(word for word in self.words if word)


def table_lines(preview: Preview) -> tuple[TableLine, ...]:
    """Tables with differences first, those that stay as they are last."""
    lines = [_table(effect) for effect in preview.effects]
    return tuple(sorted(lines, key=lambda line: (not line.is_touched, not line.changes, not line.can_take)))


def summary(preview: Preview) -> str:
    """What taking all of it comes to, in a sentence or two."""
    signed, reopened = len(preview.of(Outcome.STAYS_SIGNED)), len(preview.of(Outcome.REOPENS))
    if not preview.reopens:
        words = say("Nothing is reopened: every decision and every sign-off stays.")
    elif not reopened:
        words = say("Some decisions are to be looked at again; no signed table is reopened.")
    else:
        words = _counted(reopened, say("1 signed table is reopened"), say("{n} signed tables are reopened"))
        words += ", " + _counted(signed, say("1 stays signed."), say("{n} stay signed."))
    gone = len(preview.of(Outcome.GONE))
    if gone:
        one, more = say("1 table is no longer in it."), say("{n} tables are no longer in it.")
        words += " " + _counted(gone, one, more)
    against = len(preview.contradictions)
    if against:
        one = say("1 answer stands against a new rule; it will be asked which counts.")
        more = say("{n} answers stand against new rules; it will be asked which count.")
        words += " " + _counted(against, one, more)
    return words


def _counted(number: int, one: str, more: str) -> str:
    return one if number == 1 else more.format(n=f"{number:,}")


def say(text: str) -> str:
    """Words of this page in the language of the window."""
    return QCoreApplication.translate("Compare", text)


def _table(effect: TargetEffect) -> TableLine:
    changes = tuple(_changes(effect))
    is_same = effect.delta.change is TableChange.SAME and effect.outcome is not Outcome.NEW
    return TableLine(
        effect.target,
        _words(effect),
        Mark.NONE if effect.held_elsewhere else _MARKS[effect.outcome],
        changes,
        tuple(_told(effect)),
        can_take=not effect.held_elsewhere and not is_same,
        is_touched=effect.outcome is Outcome.REOPENS or bool(effect.look_again or effect.contradictions),
    )


def _words(effect: TargetEffect) -> tuple[str, str, str]:
    if effect.held_elsewhere:
        held = say("{document} holds a table of that name").format(document=effect.held_elsewhere)
        return say("left out"), held, ""
    words = []
    if effect.look_again:
        one, more = say("1 decision to look at again"), say("{n} decisions to look at again")
        words.append(_counted(len(effect.look_again), one, more))
    if effect.to_decide and effect.outcome is not Outcome.NEW:
        words.append(_counted(len(effect.to_decide), say("1 new column"), say("{n} new columns")))
    delivered = ""
    if effect.delivered:
        delivered = say("delivered {at}").format(at=moment(effect.delivered[-1].at))
    return _OUTCOMES[effect.outcome](), " · ".join(words), delivered


_OUTCOMES = {
    Outcome.NEW: lambda: say("new table"),
    Outcome.GONE: lambda: say("no longer in the document"),
    Outcome.NOT_DRAFTED: lambda: say("not drafted yet"),
    Outcome.STAYS_SIGNED: lambda: say("stays signed"),
    Outcome.REOPENS: lambda: say("is to be signed again"),
    Outcome.STAYS_OPEN: lambda: say("stays in review"),
}
_KINDS = {
    ChangeKind.ADDED: lambda: say("new"),
    ChangeKind.REMOVED: lambda: say("removed"),
    ChangeKind.RENAMED: lambda: say("renamed"),
    ChangeKind.RULE: lambda: say("rule"),
    ChangeKind.SOURCE: lambda: say("source"),
    ChangeKind.TYPE: lambda: say("type"),
    ChangeKind.EXAMPLE: lambda: say("example value"),
    ChangeKind.COMMENT: lambda: say("only a comment"),
    ChangeKind.MOVED: lambda: say("stands elsewhere"),
}


def _told(effect: TargetEffect) -> Iterator[str]:
    delta = effect.delta
    if delta.was:
        yield say("In the document before it was called {name}.").format(name=delta.was)
        yield from delta.evidence
    elif delta.sheets[0] != delta.sheets[1] and all(delta.sheets):
        yield say("Its sheet was {old} and is now {new}.").format(old=delta.sheets[0], new=delta.sheets[1])
    if effect.outcome is Outcome.GONE:
        yield say("What was decided on it stays in the record.")
    for each in effect.delivered:
        words = say(
            "Delivered on {at} to {folder}; the files there stay as they are until you generate again."
        )
        yield words.format(at=moment(each.at), folder=each.folder)
    yield from effect.because


def _changes(effect: TargetEffect) -> Iterator[ChangeLine]:
    for contradiction in effect.contradictions:
        yield _against(contradiction)
    again = {name.casefold() for name in effect.look_again}
    for column in effect.delta.columns:
        yield from _column(column, is_again=(column.was or column.column).casefold() in again)
    for field in effect.delta.rows:
        mark = Mark.AGAIN if ROWS in effect.look_again else Mark.NONE
        yield ChangeLine(say("rows"), field.field, field.old, field.new, mark=mark)


def _column(column: ColumnDelta, *, is_again: bool) -> Iterator[ChangeLine]:
    kinds = ", ".join(_KINDS[kind]() for kind in column.kinds)
    mark = Mark.AGAIN if is_again else Mark.NONE
    if column.kinds[0] in (ChangeKind.ADDED, ChangeKind.REMOVED):
        old, new = ("; ".join(filter(None, texts)) for texts in zip(*_texts(column), strict=True))
        yield ChangeLine(column.column, kinds, old, new, column.evidence, mark)
        return
    if column.was:
        what = _KINDS[ChangeKind.RENAMED]()
        yield ChangeLine(column.column, what, column.was, column.column, column.evidence, mark)
    elif not column.fields:
        yield ChangeLine(column.column, kinds, "", "", column.evidence, mark)
    for field in column.fields:
        yield ChangeLine(column.column, field.field, field.old, field.new, column.evidence, mark)


def _texts(column: ColumnDelta) -> list[tuple[str, str]]:
    """What a row said, and says, field by field."""
    return [(field.old, field.new) for field in column.fields] or [("", "")]


def _against(told: Contradiction) -> ChangeLine:
    words = say("{by} was asked: {question}").format(by=told.by, question=told.question)
    before = say("The rule was: {rule}").format(rule=told.old_rule)
    what, heads = say("answer against new rule"), (say("Answered"), say("New rule"))
    beside = (words, before)
    return ChangeLine(told.column, what, told.answer, told.new_rule, beside, Mark.QUESTION, heads)
