"""Disagreement between candidates becomes questions on rows; an answer selects once every difference was shown.

Agreement is no proof and the largest group no majority: what one candidate does otherwise on any row is asked.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from signoff.core.domain.expressions import Scope
from signoff.core.domain.review import Choice, MadeUpRow, Question, question_id
from signoff.core.domain.sentences import say
from signoff.core.pipeline.desk import Desk
from signoff.core.pipeline.differences import DifferingRow, Text, differing_rows, telling
from signoff.core.pipeline.places import Place
from signoff.core.verify.made_up_rows import MadeUpRows

ON_ROWS = "Q02"
"""Candidates give different values on rows: what should the column be there?"""
_SHOWN_ROWS = 5
_MOST_PATTERNS = 10
_MOST_DECIDING = 6
_DIGEST = re.compile(r"[0-9a-f]{8}")


@dataclass(frozen=True)
class Chosen:
    """The candidate to draft with."""

    sql: str
    questions: tuple[Question, ...] = ()
    """What is left open."""
    fits_answers: bool = True
    """False when none of the candidates gives what a person said; `sql` is then the first."""
    agree: bool = field(default=True, compare=False)
    """No row was found on which candidates differ."""

    @property
    def is_answered(self) -> bool:
        """Whether answers chose it."""
        return not self.agree and not self.questions and self.fits_answers


@dataclass(frozen=True)
class _Doubt:
    """What is the same in all questions on one column."""

    candidates: tuple[str, ...]
    rows: tuple[DifferingRow, ...]
    """One for each way in which candidates differ."""
    every: tuple[DifferingRow, ...]
    place: Place
    rule: str


def choose(
    candidates: Sequence[str],
    scope: Scope,
    place: Place,
    rule: str,
    made_up: MadeUpRows | None,
    desk: Desk,
) -> Chosen:
    """The candidate to draft with, and the question left open, if candidates differ on any row.

    An answer names a choice, or states the value expected on the first row shown. It leaves the candidates that
    give this on what was shown; one is selected when every row on which it differs from the others has been shown.
    """
    every = differing_rows(candidates, scope, place, made_up, desk) if len(candidates) > 1 else ()
    rows = _telling(every, len(candidates))
    doubt = _Doubt(tuple(candidates), rows, every, place, rule)
    left, shown = list(range(len(candidates))), 0
    waiting = list(rows)
    while batch := _next(waiting, left)[:_SHOWN_ROWS]:
        question, known = _put(doubt, batch, left, shown, waiting, desk)
        if not known:
            return Chosen(candidates[left[0]], (question,), agree=False)
        left = [n for n in left if all(row.results[n] == value for row, value in known)]
        if not left:
            return Chosen(candidates[0], fits_answers=False, agree=False)
        shown += len(known)
        done = [row for row, _ in known]
        waiting = [row for row in waiting if row not in done]
    return Chosen(candidates[left[0]], agree=not every)


def _put(
    doubt: _Doubt,
    batch: Sequence[DifferingRow],
    left: Sequence[int],
    shown: int,
    waiting: Sequence[DifferingRow],
    desk: Desk,
) -> tuple[Question, list[tuple[DifferingRow, Text]]]:
    """The question on some rows, and what an answer to it says of which of them; nothing without an answer.

    The choice somebody picked of candidates that are no more is no answer: it is asked anew, under another id.
    """
    alone = len({_vector(doubt.rows, n) for n in left}) == 1
    offered = range(len(doubt.candidates)) if alone else left
    question = _question(doubt, batch, offered, shown, more=len(waiting) > len(batch))
    answer = desk.said.answers.get(question.id)
    if answer is None:
        return question, []
    known = _meant(answer, question, batch, offered, doubt.candidates)
    if known:
        return question, known
    again = _question(doubt, batch, offered, shown, more=len(waiting) > len(batch), gone=answer)
    answer = desk.said.answers.get(again.id)
    return again, [] if answer is None else _meant(answer, again, batch, offered, doubt.candidates)


def _telling(rows: Sequence[DifferingRow], count: int) -> tuple[DifferingRow, ...]:
    """One row for each way of differing, those first that tell most candidates apart."""
    waiting = list(telling(rows))
    ordered: list[DifferingRow] = []
    apart: set[tuple[int, int]] = set()
    pairs = {(a, b) for b in range(count) for a in range(b)}
    while waiting and pairs - apart and len(ordered) < _MOST_PATTERNS:
        best = max(waiting, key=lambda row: len(_apart(row, pairs) - apart))
        if not _apart(best, pairs) - apart:
            break
        apart |= _apart(best, pairs)
        waiting.remove(best)
        ordered.append(best)
    chosen = [*ordered, *waiting][:_MOST_PATTERNS]
    return tuple(sorted(chosen, key=lambda row: row.is_made_up))


def _apart(row: DifferingRow, pairs: set[tuple[int, int]]) -> set[tuple[int, int]]:
    return {(a, b) for a, b in pairs if row.results[a] != row.results[b]}


def _vector(rows: Sequence[DifferingRow], candidate: int) -> tuple[Text, ...]:
    return tuple(row.results[candidate] for row in rows)


def _next(waiting: Sequence[DifferingRow], left: Sequence[int]) -> list[DifferingRow]:
    """Rows not shown on which those left differ; when they are all alike, where they differ from the others."""
    among = [row for row in waiting if len({row.results[n] for n in left}) > 1]
    return among or [row for row in waiting if any(value != row.results[left[0]] for value in row.results)]


def _question(
    doubt: _Doubt,
    batch: Sequence[DifferingRow],
    offered: Sequence[int],
    shown: int,
    *,
    more: bool,
    gone: str = "",
) -> Question:
    candidates, place = doubt.candidates, doubt.place
    firsts: dict[tuple[Text, ...], int] = {}
    for n in offered:
        firsts.setdefault(_vector(batch, n), n)
    choices = tuple(
        Choice(_digest(candidates[n]), "; ".join(map(_in_words, results)), candidates[n])
        for results, n in firsts.items()
    )
    words: str = say("question.on_rows", count=len(batch), column=place.column)
    made_up = tuple(n for n, row in enumerate(batch) if row.is_made_up)
    if made_up:
        words = f"{words} {say('question.on_made_up', count=len(made_up))}"
    about = "\n".join(filter(None, (doubt.rule, f"behind {shown}" if shown else "", gone)))
    return Question(
        question_id(place.target, place.column, ON_ROWS, about),
        place.target,
        place.column,
        ON_ROWS,
        words,
        choices,
        tuple(row.inputs for row in batch),
        made_up=made_up,
        deciding=_deciding(doubt.every, tuple(firsts.values())),
        decides=sum(row.count for row in doubt.every if not row.is_made_up),
        settles=not more,
    )


def _deciding(rows: Sequence[DifferingRow], chosen: Sequence[int]) -> tuple[MadeUpRow, ...]:
    """Made-up rows that tell the choices apart, one for each way of differing."""
    made_up = telling([row for row in rows if row.is_made_up])
    found = (MadeUpRow(row.inputs, tuple(row.results[n] for n in chosen)) for row in made_up)
    return tuple(each for each in found if len(set(each.results)) > 1)[:_MOST_DECIDING]


def _in_words(value: Text) -> str:
    return "no value" if value is None else "blank text" if not value.strip() else value


def _digest(sql: str) -> str:
    return hashlib.sha256(sql.encode()).hexdigest()[:8]


def _meant(
    answer: str,
    question: Question,
    batch: Sequence[DifferingRow],
    offered: Sequence[int],
    candidates: Sequence[str],
) -> list[tuple[DifferingRow, Text]]:
    """What an answer says each row should give: a choice of all rows, a value of the first; nothing if neither.

    The value that a choice gives on every row is that choice.
    """
    said = answer.strip()
    picked = next((c for c in question.choices if c.id == said or _is_alike(c.text, said)), None)
    if picked is not None:
        place = candidates.index(picked.sql)
        return [(row, row.results[place]) for row in batch]
    if _DIGEST.fullmatch(said):
        return []
    first = batch[0]
    values = (first.results[n] for n in offered)
    given = next((v for v in values if _in_words(v).casefold() == said.casefold()), said)
    return [(first, given)]


def _is_alike(text: str, said: str) -> bool:
    wanted = said.casefold()
    return text.casefold() == wanted or {each.casefold() for each in text.split("; ")} == {wanted}
