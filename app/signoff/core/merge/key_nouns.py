"""What a grouping names by a noun: ``group over generating unit and date`` means the key columns that answer to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from signoff.core.domain.known_names import squashed
from signoff.core.domain.spec import ColumnMapping
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import words
from signoff.core.merge.prose_shapes import AGGREGATES
from signoff.core.merge.spoken_columns import CODE_WORDS

_DATES = frozenset({"date", "day", "dt", "timestamp", "ts", "time"})
_PERIODS = frozenset({"day", "week", "month", "quarter", "hour", "minute"})
_SHORTEST = 3


@dataclass(frozen=True)
class Meant:
    """The column of the target that a noun means."""

    noun: str
    column: str


def meant_keys(nouns: Sequence[str], taken: Sequence[str], rows: Sequence[ColumnMapping]) -> list[Meant]:
    """The target's columns that nouns of a grouping mean; empty where one of them means none, or two.

    With as many nouns as keys, the last noun means the key that is left.

    Args:
        nouns: items that are no column's name.
        taken: names of target columns and source columns that the other items named.
        rows: the target's columns.
    """
    keys = [c for c in rows if c.key]
    named = {squashed(name.rpartition(".")[2]) for name in taken}
    plain = [c for c in rows if not AGGREGATES.search(c.rule_resolved or c.rule)]
    free = [c for c in keys or plain if c.sources and not ({squashed(c.name), _source(c)} & named)]
    found: list[Meant] = []
    unclear: list[str] = []
    for noun in nouns:
        fitting = [c for c in free if _answers(c, noun)]
        fitting = fitting if len(fitting) < 2 else [c for c in fitting if _is_key_of(c, noun)] or fitting
        if len(fitting) == 1:
            found.append(Meant(noun, fitting[0].name))
            free.remove(fitting[0])
        else:
            unclear.append(noun)
    if len(unclear) == 1 and len(free) == 1 and (found or taken) and keys:
        found.append(Meant(unclear.pop(), free[0].name))
    return [] if unclear else [*found, *_siblings(found, rows)]


def _siblings(found: Sequence[Meant], rows: Sequence[ColumnMapping]) -> list[Meant]:
    """Days beside hours of the same moment: an hour alone would put together those of all days."""
    by_name = {c.name: c for c in rows}
    made = []
    for meant in found:
        period = set(words(meant.noun)) & _PERIODS
        sources = by_name[meant.column].sources
        same = [c for c in rows if c.sources == sources and c.name != meant.column] if period else []
        dated = [c for c in same if set(words(c.name)) & _DATES]
        made += [Meant(meant.noun, c.name) for c in dated if all(m.column != c.name for m in found)]
    return made


def _source(column: ColumnMapping) -> str:
    return squashed(column.sources[0].column) if len(column.sources) == 1 else ""


def _answers(column: ColumnMapping, noun: str) -> bool:
    """Whether the last word of the noun, the thing itself, is a word of the column's or of its source's name."""
    wanted = [singular(w) for w in words(noun)]
    if not wanted:
        return False
    parts = {singular(w) for w in words(column.name)}
    for ref in column.sources:
        parts |= {singular(w) for w in words(ref.column)}
    if wanted[-1] in _DATES and parts & _DATES:
        return True
    return any(_says(part, wanted[-1]) for part in parts)


def _is_key_of(column: ColumnMapping, noun: str) -> bool:
    """Whether a column is the number or code of what the noun stands for."""
    wanted = [singular(w) for w in words(noun)]
    name = [singular(w) for w in words(column.name)]
    return (
        name[: len(wanted)] == wanted and bool(name[len(wanted) :]) and set(name[len(wanted) :]) <= CODE_WORDS
    )


def _says(part: str, word: str) -> bool:
    return part == word or (_SHORTEST <= len(part) < len(word) and word.startswith(part))
