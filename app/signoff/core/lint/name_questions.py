"""Names of the mapping document that no source table or column has, and what they may stand for: asked, never taken."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from signoff.core.domain.cells import Cell
from signoff.core.domain.known_names import squashed
from signoff.core.domain.name_matches import match_key
from signoff.core.domain.review import Question
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import Role, Schema, SourceTable, Spec

_LIKELY = 80
"""Similarity from which one spelling may stand for another, of 100."""
_MOST_CHOICES = 4
_MOST_QUESTIONS = 300
_APART = re.compile(r"[\W_]+")
_QUOTES = "\"`[]' \t\r\n"
_FILE_ENDING = re.compile(r"\.(?:csv|tsv|txt|dat|parquet|xlsx?|json)$", re.IGNORECASE)
_AROUND = frozenset(
    [
        "tbl",
        "tab",
        "table",
        "t",
        "stg",
        "stage",
        "staging",
        "src",
        "source",
        "raw",
        "ods",
        "dim",
        "fact",
        "fct",
        "d",
        "f",
    ]
) | frozenset(["vw", "view", "v", "lkp", "ref", "hist", "dbo", "public", "landing", "ext", "tmp"])
"""Words before or after a table's name that say where it lies, not what it is."""


@dataclass(frozen=True)
class NameQuestion:
    """One name of the document, and the real ones it may stand for, the likeliest first."""

    name: str
    choices: tuple[str, ...]
    table: str = ""
    """Real table whose columns are offered; empty when tables are."""
    cell: Cell | None = None
    """First cell that names it."""
    asked: tuple[Question, ...] = ()
    """The same as lint asks it, once for each place; none where lint does not ask."""

    @property
    def key(self) -> str:
        """What tells it from other names."""
        return match_key(self.name, self.table)

    @property
    def sentence(self) -> str:
        """The question."""
        if self.asked:
            return self.asked[0].text
        if self.table:
            return say("names.column", name=self.name, table=self.table, real=self.choices[0])
        return say("names.table", name=self.name, real=self.choices[0])


def name_questions(spec: Spec, schema: Schema, settled: Collection[str] = ()) -> tuple[NameQuestion, ...]:
    """A question for each name that is not there as written, where a real one comes close.

    A name that differs in case alone is the same name. Columns of a table that is not known are not asked about.

    Args:
        spec: what was read from the document, answers so far applied.
        schema: the source tables there really are.
        settled: keys of the names that were answered with none of these.
    """
    found: dict[str, NameQuestion] = {}
    for question in (*_tables(spec, schema), *_columns(spec, schema)):
        if question.key not in settled and len(found) < _MOST_QUESTIONS:
            found.setdefault(question.key, question)
    return tuple(found.values())


def _tables(spec: Spec, schema: Schema) -> Iterator[NameQuestion]:
    targets = {target.name.casefold() for target in spec.targets}
    seen: set[str] = set()
    for name, cell in _named_tables(spec):
        wanted = name.casefold()
        if not name.strip() or wanted in seen or wanted in targets:
            continue
        seen.add(wanted)
        if schema.table(bare_table(name)) is None and bare_table(name).casefold() not in targets:
            choices = close_names(bare_table(name), [table.name for table in schema.tables])
            if choices:
                yield NameQuestion(name, choices, cell=cell)


def _named_tables(spec: Spec) -> Iterator[tuple[str, Cell | None]]:
    for target in spec.targets:
        for step in target.steps:
            yield step.table, step.cell
        for column in target.columns:
            cell = column.cell_of(Role.SOURCE_TABLE) or column.cell
            for name in (*column.source_tables, *(source.table for source in column.sources)):
                yield name, cell


def _columns(spec: Spec, schema: Schema) -> Iterator[NameQuestion]:
    for target in spec.targets:
        for column in target.columns:
            for source in column.sources:
                table = schema.table(bare_table(source.table)) if source.table else None
                if table is not None and source.column.strip() and not _has(table, source.column):
                    choices = close_names(source.column.strip(_QUOTES), [c.name for c in table.columns])
                    if choices:
                        cell = column.cell_of(Role.SOURCE_COLUMN) or column.cell
                        yield NameQuestion(source.column, choices, table.name, cell)


def _has(table: SourceTable, name: str) -> bool:
    """Whether a table has a column of that name, blanks and underscores aside: that is how documents write names."""
    wanted = {squashed(name), squashed(bare_table(name))}
    return not table.columns or name.strip() == "*" or any(squashed(c.name) in wanted for c in table.columns)


def close_names(name: str, among: Iterable[str]) -> tuple[str, ...]:
    """The real names that come close: of the same letters, with other words around them, or a typo apart."""
    names = list(among)
    same = [each for each in names if squashed(each) == squashed(name)]
    core = [each for each in names if _core(each) == _core(name)]
    hits = process.extract(
        _core(name),
        {n: _core(n) for n in names},
        scorer=fuzz.ratio,
        score_cutoff=_LIKELY,
        limit=_MOST_CHOICES,
    )
    return tuple(dict.fromkeys([*same, *core, *(hit[2] for hit in hits)]))[:_MOST_CHOICES]


def bare_table(name: str) -> str:
    """Last part of a name that may carry a schema, quotes or a file ending."""
    return _FILE_ENDING.sub("", name.strip(_QUOTES)).rsplit(".", 1)[-1].strip(_QUOTES)


def _core(name: str) -> str:
    """Letters and digits of a name without the words around it that say where it lies."""
    words = [word.casefold() for word in _APART.split(name) if word]
    while len(words) > 1 and words[0] in _AROUND:
        words = words[1:]
    while len(words) > 1 and words[-1] in _AROUND:
        words = words[:-1]
    return "".join(words)
