"""A copy of the customer's own document with what is said of it: remarks, questions and decisions beside its rows.

What goes beside which row is decided here; how it gets into the file is the engine's (`engines/documents/copies`).
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from signoff.core.domain.annotations import (
    BESIDE,
    Annotations,
    CellStyle,
    Mark,
    Page,
    RowWords,
    SheetWords,
    Written,
    with_id,
)
from signoff.core.domain.findings import Finding
from signoff.core.domain.review import ROWS, Decision, Verdict
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, Spec
from signoff.core.engines.documents.copies import annotated_text, annotated_workbook
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.errors import SignoffError
from signoff.core.lint.readiness import Level, Readiness, ReadyRow
from signoff.core.parse.own_copies import columns_of_ours, mark_of, without_ours
from signoff.core.pipeline.question_sheet import QUESTION_WIDTHS, question_rows
from signoff.core.pipeline.questioning import Questioned
from signoff.core.progress import CancelToken
from signoff.core.project.open_questions import OpenQuestion, asked_of_document, open_questions
from signoff.core.project.standing import Standing

WORKBOOKS = (".xlsx", ".xlsm")
"""Endings of documents that are written into; of others a CSV file is made."""
_WIDTHS = (48.0, 48.0, 28.0, 18.0, 30.0)
_STYLES = {Level.READY: CellStyle.GOOD, Level.ASK: CellStyle.ATTENTION, Level.MISSING: CellStyle.BAD}
_LEVELS = {Level.READY: "copy.ready", Level.ASK: "copy.ask", Level.MISSING: "copy.missing"}
_MOST_REASONS, _MOST_UNUSED = 12, 300


@dataclass(frozen=True)
class Told:
    """Everything that is said of a document at one moment."""

    questioned: Questioned
    mark: Mark
    date: str
    """ISO date of today."""
    standing: Standing | None = None
    """The project; None for a document alone."""

    @property
    def spec(self) -> Spec:
        """What was read, with the answers worked in."""
        return self.questioned.spec

    @property
    def found(self) -> Readiness:
        """How much of it can be drafted."""
        return self.questioned.readiness

    @property
    def asked(self) -> tuple[OpenQuestion, ...]:
        """The open questions on the document and its drafts; what holds for many columns is one."""
        whole = asked_of_document(self.questioned.open, self.questioned.rules, self.standing)
        return (*whole, *self._on_drafts)

    @property
    def asked_by_row(self) -> tuple[OpenQuestion, ...]:
        """The same, each at its own column."""
        return (*asked_of_document(self.questioned.open_by_row, (), self.standing), *self._on_drafts)

    @property
    def _on_drafts(self) -> tuple[OpenQuestion, ...]:
        every = open_questions(self.standing) if self.standing else ()
        return tuple(each for each in every if self.spec.target(each.question.target))


def copy_name(document: str) -> str:
    """File name of a copy: the document's with a word behind it."""
    path = PurePath(document)
    ending = path.suffix if path.suffix.lower() in WORKBOOKS else ".csv"
    return f"{path.stem} - Signoff{ending}"


def annotated_document(
    name: str, data: bytes, grids: Sequence[SheetGrid], told: Told, *, cancel: CancelToken | None = None
) -> bytes:
    """The document with remarks, questions and decisions beside its rows, and a sheet of ours.

    Args:
        name: the document's file name.
        data: its bytes.
        grids: its sheets; what was added to an earlier copy is replaced.
        told: what is said of it.
        cancel: looked at while the file is written.

    Raises:
        SignoffError: the workbook can't be written into.
        Cancelled: `cancel` was set.
    """
    annotations = _replacing(annotations_of(told), grids)
    if PurePath(name).suffix.lower() in WORKBOOKS:
        return annotated_workbook(data, annotations, name=name, cancel=cancel)
    if not grids:
        raise SignoffError(say("document.empty", file=name))
    words = {each.sheet: each for each in annotations.sheets}
    grid = next(iter(without_ours(grids[:1])), grids[0])
    return annotated_text(grid, words.get(grid.name), annotations.page)


def _replacing(annotations: Annotations, grids: Sequence[SheetGrid]) -> Annotations:
    """The annotations, told where those of an earlier copy stand."""
    ours = {grid.name: columns_of_ours(grid) for grid in grids}
    page = next((grid.name for grid in grids if mark_of(grid) and not ours[grid.name]), "")
    sheets = tuple(replace(each, replaces=ours.get(each.sheet, ())) for each in annotations.sheets)
    return Annotations(sheets, replace(annotations.page, replaces=page))


def _head_row(header: int, told: Container[int]) -> int:
    """The row of our headings: the header's, or the one above where columns run across and stand in that row."""
    return header - 1 if header in told else header


def annotations_of(told: Told) -> Annotations:
    """What is written beside which row, and on the sheet of ours."""
    beside = _Beside(told)
    by_sheet: dict[str, dict[int, list[tuple[str, ColumnMapping]]]] = {}
    for target in told.spec.targets:
        for column in target.columns:
            if column.cell is not None:
                rows = by_sheet.setdefault(column.cell.sheet, {})
                rows.setdefault(column.cell.row, []).append((target.name, column))
    headers = {each.sheet: each.header_row for each in told.spec.sheets}
    sheets = tuple(
        SheetWords(
            sheet,
            _head_row(headers.get(sheet, 0), rows),
            BESIDE,
            _WIDTHS,
            tuple(RowWords(number, beside.row(columns)) for number, columns in sorted(rows.items())),
        )
        for sheet, rows in by_sheet.items()
    )
    return Annotations(sheets, _page(told))


class _Beside:
    """Finds what belongs beside a row."""

    def __init__(self, told: Told) -> None:
        self._remarks: dict[tuple[str, str], list[Finding]] = {}
        for each in told.found.findings:
            self._remarks.setdefault(_key(each.target, each.column), []).append(each)
        self._levels: dict[tuple[str, str], list[ReadyRow]] = {}
        for row in told.found.rows:
            self._levels.setdefault(_key(row.target, row.column), []).append(row)
        self._questions: dict[tuple[str, str], list[OpenQuestion]] = {}
        for asked in told.asked_by_row:
            self._questions.setdefault(_key(asked.question.target, asked.question.column), []).append(asked)
        self._decided, self._answered, self._signed = _said(told.standing)
        for said in told.questioned.answered:
            line = say("copy.answer_by", answer=said.answer, by=said.by)
            self._answered.setdefault(_key(said.target, said.column), []).append(line)

    def row(self, columns: Iterable[tuple[str, ColumnMapping]]) -> tuple[Written, ...]:
        """The cells beside a row that maps these columns."""
        keys = list(dict.fromkeys(_key(target, column.name) for target, column in columns))
        remarks = [r for key in keys for r in self._remarks.get(key, ())]
        asked = [q for key in keys for q in self._questions.get(key, ())]
        given = [text for key in keys for text in self._answered.get(key, ())]
        rows = [row for key in keys for row in self._levels.get(key, ())]
        level = max((row.level for row in rows), key=list(Level).index, default=Level.READY)
        states = [text for key in keys for text in self._states(key)]
        style = CellStyle.INPUT if len(asked) == 1 else CellStyle.PLAIN
        return (
            Written("\n".join(dict.fromkeys(f"{r.code}: {r.message}" for r in remarks))),
            Written("\n".join(with_id(_asked(q), q.question.id) for q in asked)),
            Written("" if len(asked) == 1 else say("copy.see_sheet") if asked else "\n".join(given), style),
            Written(asked[0].whom if len(asked) == 1 else "", style),
            Written("\n".join(states) or say(_LEVELS[level]), _STYLES[level]),
        )

    def _states(self, key: tuple[str, str]) -> list[str]:
        decided = self._decided.get(key)
        lines = [_decision_words(decided)] if decided else []
        return [*lines, *([self._signed[key[0]]] if key[0] in self._signed and decided else [])]


def _said(
    standing: Standing | None,
) -> tuple[dict[tuple[str, str], Decision], dict[tuple[str, str], list[str]], dict[str, str]]:
    """Decisions and answers by column, and sign-offs by target."""
    decided: dict[tuple[str, str], Decision] = {}
    answered: dict[tuple[str, str], list[str]] = {}
    signed: dict[str, str] = {}
    for target in standing.targets if standing else ():
        dossier = target.dossier
        if dossier is None:
            continue
        decided |= {_key(each.target, each.column): each for each in dossier.decisions}
        questions = {each.id: each for each in (*dossier.asked, *dossier.questions)}
        for answer in dossier.answers:
            question = questions.get(answer.question)
            if question is not None:
                words = next((c.text for c in question.choices if c.id == answer.value), answer.value)
                line = say("copy.answer_by", answer=words, by=answer.by) if answer.by else words
                answered.setdefault(_key(question.target, question.column), []).append(line)
        if dossier.sign_off is not None:
            signed[target.name.casefold()] = say(
                "copy.signed", by=dossier.sign_off.by, date=dossier.sign_off.at[:10]
            )
    return decided, answered, signed


def _decision_words(decided: Decision) -> str:
    if decided.verdict is Verdict.APPROVED:
        return say("copy.approved", by=decided.by, date=decided.at[:10])
    if decided.verdict is Verdict.CHANGE_REQUESTED:
        return say("copy.change", by=decided.by, date=decided.at[:10], comment=decided.comment)
    return say("copy.undecided")


def _asked(each: OpenQuestion) -> str:
    choices = "; ".join(choice.text for choice in each.question.choices)
    return f"{each.question.text} [{choices}]" if choices else each.question.text


def _page(told: Told) -> Page:
    """The sheet of ours: the score, each table with its reasons, the questions, the cells not used."""
    asked = told.asked
    head: list[tuple[Written, ...]] = [
        (Written(say("copy.title", document=told.spec.document), CellStyle.TITLE),),
        (Written(f"{told.found.words}.", CellStyle.STRONG),),
        (Written(say("copy.written_on", date=told.date), CellStyle.DIM),),
        (Written(str(told.mark), CellStyle.DIM),),
        (),
    ]
    rows = [*head, *_tables(told)]
    if asked:
        rows += [
            (),
            (Written(say("copy.questions"), CellStyle.TITLE),),
            (Written(say("copy.answer_here"), CellStyle.DIM),),
        ]
        rows += question_rows(asked)
    if told.spec.unused:
        rows += [(), (Written(say("copy.unused"), CellStyle.TITLE),), *_unused(told.spec)]
    return Page("Signoff", QUESTION_WIDTHS, tuple(rows))


def _tables(told: Told) -> list[tuple[Written, ...]]:
    heads = ("copy.table", "copy.rows", "copy.can_draft", "copy.reasons")
    rows = [tuple(Written(say(code), CellStyle.HEADING) for code in heads)]
    held: dict[str, list[ReadyRow]] = {}
    for row in told.found.rows:
        if row.level is not Level.READY:
            held.setdefault(row.target, []).append(row)
    for target in told.found.targets:
        lines = [f"{row.column}: {row.reason}" for row in held.get(target.name, ())]
        more = [say("copy.more", count=len(lines) - _MOST_REASONS)] if len(lines) > _MOST_REASONS else []
        style = CellStyle.GOOD if target.ready == target.total else CellStyle.ATTENTION
        rows.append(
            (
                Written(target.name),
                Written(str(target.total)),
                Written(str(target.ready), style),
                Written("\n".join([*lines[:_MOST_REASONS], *more])),
            )
        )
    return rows


def _unused(spec: Spec) -> list[tuple[Written, ...]]:
    heads = tuple(Written(say(code), CellStyle.HEADING) for code in ("copy.where", "copy.why", "copy.text"))
    rows = [heads]
    rows += [
        (Written(str(x.cell)), Written(x.reason), Written(x.text[:500])) for x in spec.unused[:_MOST_UNUSED]
    ]
    left = len(spec.unused) - _MOST_UNUSED
    return [*rows, (Written(say("copy.more", count=left)),)] if left > 0 else rows


def _key(target: str, column: str) -> tuple[str, str]:
    return target.casefold(), (column if column == ROWS else column.casefold())
