"""The answers of a question by their letters, and the rows it asks about with what each answer gives on them."""

from __future__ import annotations

from dataclasses import dataclass

from signoff.core.domain.review import Choice, Question
from signoff.gui.panes.annotation.card.values_table import Line
from signoff.gui.panes.annotation.card.words import say
from signoff.gui.widgets.answers import letter

_NONE, _BLANK = "no value", "blank text"
"""Words that stand for a value in a choice."""


@dataclass(frozen=True)
class AnswerTable:
    """Rows of a question: what goes in under the names of the fields, what each answer gives under its letter."""

    fields: tuple[str, ...]
    letters: tuple[str, ...]
    lines: tuple[Line, ...]


def shown_rows(question: Question) -> tuple[tuple[tuple[str, str | None], ...], ...]:
    """The question's rows; none where every value is unknown, as it is where rows were put together."""
    if all(value is None for cells in question.rows for _, value in cells) and len(question.rows) > 1:
        return ()
    return question.rows


def answer_table(question: Question) -> AnswerTable | None:
    """The rows with the values of every answer; None where the answers are words, or can't be told apart by row."""
    count = len(question.rows)
    by_choice = [_values(choice, count) for choice in question.choices]
    if not count or not by_choice or not all(by_choice):
        return None
    cells = shown_rows(question) or ((),) * count
    if len({tuple(name for name, _value in row) for row in cells}) != 1:
        return None
    names = [name for name, _value in cells[0]]
    lines = tuple(
        Line(
            tuple(value for _name, value in row),
            tuple(_meant(values[n]) for values in by_choice),
            say("made up") if n in question.made_up else "",
        )
        for n, row in enumerate(cells)
    )
    fields = tuple(_short(name, names) for name in names)
    return AnswerTable(fields, tuple(letter(n) for n in range(len(by_choice))), lines)


def answer_texts(question: Question) -> tuple[tuple[str, ...], bool]:
    """Each choice as it is shown, and whether choices are values: those of several rows stand behind each other."""
    are_values = any(choice.sql for choice in question.choices)
    texts = []
    for choice in question.choices:
        values = _values(choice, len(question.rows))
        if len(values) < 2:
            texts.append(choice.text)
        elif len(set(values)) == 1:
            texts.append(say("each {value}").format(value=values[0]))
        else:
            texts.append(" · ".join(values))
    return tuple(texts), are_values


def _values(choice: Choice, count: int) -> tuple[str, ...]:
    """The value of a choice on each row; none where it is a word, or a value holds what stands between values."""
    if not choice.sql:
        return ()
    values = tuple(choice.text.split("; ")) if count > 1 else (choice.text,)
    return values if len(values) == count else ()


def _meant(text: str) -> str | None:
    return None if text == _NONE else "" if text == _BLANK else text


def _short(name: str, names: list[str]) -> str:
    """A column's name without its relation, where no other field has that name."""
    last = name.rpartition(".")[2]
    return last if sum(each.rpartition(".")[2] == last for each in names) == 1 else name
