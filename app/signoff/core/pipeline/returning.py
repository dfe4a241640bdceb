"""A file of ours that comes back: what was filled in is told from what can't be understood, and becomes answers."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from signoff.core.domain.annotations import Mark
from signoff.core.domain.review import Question
from signoff.core.domain.sentences import say
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.engines.documents.reader import read_document
from signoff.core.errors import SignoffError
from signoff.core.lint import FileRule
from signoff.core.lint.asking import is_name
from signoff.core.parse.own_copies import mark_of, without_ours
from signoff.core.pipeline.dropped import TEXT_ENDINGS, Dropped, bytes_of
from signoff.core.pipeline.question_sheet import Filled, filled_in, iso_date
from signoff.core.pipeline.questioning import Questioned, questioned_project
from signoff.core.progress import CancelToken
from signoff.core.project.documents import documents
from signoff.core.project.project import Project
from signoff.core.project.taking import (
    TakenAnswer,
    TakenAnswers,
    project_identity,
    question_of,
    take_answers,
)


@dataclass(frozen=True)
class ReturnedFile:
    """A file that came back, as it was read."""

    name: str
    digest: str
    mark: Mark
    filled: tuple[Filled, ...]
    grids: tuple[SheetGrid, ...]
    """What is the customer's in it; nothing in a sheet of questions."""

    @property
    def is_copy(self) -> bool:
        """Whether it holds the customer's document beside what was added."""
        return any(grid.rows for grid in self.grids)


@dataclass(frozen=True)
class TakenUp:
    """What became of the answers of a file."""

    taken: tuple[TakenAnswer, ...]
    known: int
    """Answers the project had already, the same."""
    odd: tuple[str, ...]
    """One sentence for each that was not taken, with its cell and what to do."""

    @property
    def words(self) -> str:
        """All of it in one sentence."""
        if not (self.taken or self.known or self.odd):
            return say("copy.nothing_filled")
        parts = [say("copy.taken", count=len(self.taken))]
        parts += [say("copy.known", count=self.known)] if self.known else []
        parts += [say("copy.odd", count=len(self.odd))] if self.odd else []
        return " ".join(parts)


def returned_file(path: Path, *, cancel: CancelToken | None = None) -> ReturnedFile | None:
    """A file as one of ours; None when it is none.

    Raises:
        SignoffError: it can't be read.
        Cancelled: `cancel` was set.
    """
    data = bytes_of(path)
    return returned_grids(path.name, hashlib.sha256(data).hexdigest(), read_document(path, cancel=cancel))


def returned_grids(name: str, digest: str, grids: Sequence[SheetGrid]) -> ReturnedFile | None:
    """The same of a file whose sheets were read already."""
    mark = next((found for grid in grids if (found := mark_of(grid))), None)
    if mark is None:
        return None
    return ReturnedFile(name, digest, mark, filled_in(grids, name), without_ours(grids))


def with_copies(found: Dropped) -> Dropped:
    """What was dropped, with copies of text documents among the documents and not among the samples.

    Raises:
        SignoffError: a file can't be read.
    """
    copies = tuple(path for path in found.samples if path.suffix.lower() in TEXT_ENDINGS and _is_marked(path))
    samples = tuple(path for path in found.samples if path not in copies)
    return replace(found, documents=(*found.documents, *copies), samples=samples)


def _is_marked(path: Path) -> bool:
    return str(Mark())[:14].encode() in bytes_of(path)


def take_up(project: Project, file: ReturnedFile, *, by: str) -> TakenUp:
    """Take the answers of a file into a project, as one act; none is kept that can't be understood.

    Args:
        project: open for writing.
        file: as it came back.
        by: who brings it; stands for whoever filled it in where nobody's name is given.

    Raises:
        SignoffError: the file belongs to another project.
    """
    if file.filled and file.mark.project and file.mark.project != project_identity(project):
        raise SignoffError(say("copy.other_project", file=file.name))
    if file.filled and not file.mark.project and not _is_of(project, file.mark.document):
        raise SignoffError(say("copy.no_project", file=file.name))
    reading = _Reading(project, file.mark.whom or by)
    for each in _settled(file.filled, reading.odd):
        reading.take(each)
    if reading.taken:
        taken = TakenAnswers(file.name, file.digest, tuple(reading.taken))
        take_answers(project, taken, reading.on_document, by=by)
    return TakenUp(tuple(reading.taken), reading.known, tuple(reading.odd))


def _is_of(project: Project, digest: str) -> bool:
    """Whether a copy that no project made is one of a document that this project holds."""
    return any(kept.file.digest == digest for kept in documents(project))


def same_document(one: Sequence[SheetGrid], other: Sequence[SheetGrid]) -> bool:
    """Whether two readings of a document hold the same texts in the same places."""
    first, second = ([(grid.name, grid.rows) for grid in without_ours(each)] for each in (one, other))
    return first == second


class _Reading:
    """Understands answers one by one."""

    def __init__(self, project: Project, whom: str) -> None:
        self._project, self._whom = project, whom
        self._today = project.now()[:10]
        self._given = {answer.question: answer for answer in project.answers()}
        self._said = {said.question: said for said in project.amendments()}
        self.on_document: dict[str, Question | FileRule] = {}
        """Of what is taken: what is asked about the document."""
        self.taken: list[TakenAnswer] = []
        self.odd: list[str] = []
        self.known = 0

    def take(self, filled: Filled) -> None:
        """Keep an answer, or say why not."""
        question = question_of(self._project, filled.question)
        if question is None:
            self._take_on_document(filled)
            return
        value = self._value(question, filled)
        if value is None:
            return
        earlier = self._given.get(question.id)
        if earlier is not None:
            words = next((c.text for c in question.choices if c.id == earlier.value), earlier.value)
            self._compare(filled, earlier.by, words, is_same=earlier.value == value)
            return
        self._keep(question.id, value, filled)

    @cached_property
    def _asked(self) -> Questioned:
        return questioned_project(self._project)

    def _take_on_document(self, filled: Filled) -> None:
        """Keep an answer to what is asked about the document, for one column or for the whole file."""
        said = self._said.get(filled.question)
        if said is not None:
            is_same = _plain(filled.answer) in (_plain(said.answer), _plain(said.value))
            self._compare(filled, said.by, said.answer, is_same=is_same)
            return
        asked = self._asked.question(filled.question)
        rule = next((each for each in self._asked.rules if each.id == filled.question), None)
        if rule is not None and rule.value:
            is_same = _plain(filled.answer) in (_plain(rule.answer), _plain(rule.value))
            self._compare(filled, self._ruled_by(rule), rule.answer, is_same=is_same)
            return
        if asked is not None and is_name(asked.topic):
            rule = next((each for each in self._asked.rules if each.topic == asked.topic), None)
        found = rule or asked
        if found is None or (rule is not None and not rule.questions):
            self.odd.append(say("copy.not_asked", cell=filled.cell, question=filled.question))
            return
        value = self._value(found, filled)
        earlier = next((each for each in self.taken if each.question == found.id), None)
        if value is not None and earlier is not None:
            if value != earlier.value:
                self._compare(filled, earlier.by, earlier.value, is_same=False)
        elif value is not None:
            self.on_document[found.id] = found
            self._keep(found.id, value, filled)

    def _ruled_by(self, rule: FileRule) -> str:
        """Who set a rule of the whole file."""
        return next((a.by for a in self._said.values() if a.everywhere and a.topic == rule.topic), "-")

    def _compare(self, filled: Filled, by: str, answer: str, *, is_same: bool) -> None:
        """Count an answer the project has already; say so of another one."""
        if is_same:
            self.known += 1
        else:
            self.odd.append(say("copy.answered", cell=filled.cell, by=by, answer=answer, said=filled.answer))

    def _keep(self, question_id: str, value: str, filled: Filled) -> None:
        date = iso_date(filled.date, self._today) if filled.date else ""
        if filled.date and not date:
            self.odd.append(say("copy.odd_date", cell=filled.cell, date=filled.date))
        self.taken.append(TakenAnswer(question_id, value, filled.by or self._whom, date, str(filled.cell)))

    def _value(self, question: Question | FileRule, filled: Filled) -> str | None:
        """A choice's id, or the person's own words; None where it can't be told what is meant."""
        said = _plain(filled.answer)
        meant = [c for c in question.choices if said in (_plain(c.text), c.id.casefold())]
        if meant:
            return meant[0].id
        if question.free:
            return filled.answer
        choices = ", ".join(f"“{choice.text}”" for choice in question.choices)
        self.odd.append(say("copy.no_choice", cell=filled.cell, answer=filled.answer, choices=choices))
        return None


def _settled(filled: Sequence[Filled], odd: list[str]) -> list[Filled]:
    """One answer a question; where two differ, neither, and a sentence with both cells."""
    by_question: dict[str, list[Filled]] = {}
    for each in filled:
        by_question.setdefault(each.question, []).append(each)
    kept = []
    for several in by_question.values():
        if len({_plain(each.answer) for each in several}) == 1:
            kept.append(next((each for each in several if each.by), several[0]))
        else:
            first, second = (
                several[0],
                next(e for e in several if _plain(e.answer) != _plain(several[0].answer)),
            )
            odd.append(say("copy.two_answers", cell=first.cell, other=second.cell))
    return kept


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold().removeprefix("• ").strip()
