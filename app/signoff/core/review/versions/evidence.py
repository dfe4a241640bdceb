"""What a document says itself of its changes: marks beside a row, its change log, and marks of its cells."""

from __future__ import annotations

import re
from collections.abc import Mapping

from signoff.core.domain.cells import Cell
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, Spec
from signoff.core.review.versions.fields import row_cells, row_key

_LOG = re.compile(
    r"change.?log|changes|history|histor|revision|version|änderung|historie|modif|cambios|zmian|измен|истор",
    re.IGNORECASE,
)
"""Names of sheets that tell what changed, in the languages documents are read in."""
_WORD = re.compile(r"\w+")
_LONGEST = 200
"""Letters of a log's line that are told."""
_MOST = 3
"""Lines told for one column."""


class Evidence:
    """The evidence of a new version, looked up by column."""

    def __init__(self, old: Spec, new: Spec, marks: Mapping[Cell, str]) -> None:
        self._marks = marks
        self._states = {
            (t.name.casefold(), *row_key(row)): row.state for t in old.targets for row in t.columns
        }
        known = set(_log_lines(old).values())
        self._log = {cell: text for cell, text in _log_lines(new).items() if text not in known}
        targets = {target.name.casefold() for target in new.targets}
        self._words: dict[str, list[Cell]] = {}
        self._speaks_of: dict[Cell, set[str]] = {}
        for cell, text in self._log.items():
            words = set(_WORD.findall(text.casefold()))
            self._speaks_of[cell] = {t for t in targets if _first(t) in words and _names(text, t)}
            for word in words:
                self._words.setdefault(word, []).append(cell)

    def of(self, target: str, column: str, row: ColumnMapping | None) -> tuple[str, ...]:
        """Sentences on one column; `row` is its row in the new version, None where it has none."""
        told: list[str] = []
        if row is not None:
            if row.state and row.state != self._states.get((target.casefold(), *row_key(row))):
                told.append(say("delta.marked", mark=row.state))
            told += [say("delta.cell_mark", cell=c, mark=self._marks[c]) for c in self._marked(row)]
        lines = self._lines(target, column)
        told += [say("delta.logged", cell=cell, text=_short(text)) for cell, text in lines[:_MOST]]
        return tuple(told)

    def _marked(self, row: ColumnMapping) -> list[Cell]:
        return [cell for cell in dict.fromkeys(row_cells(row)) if cell in self._marks] if self._marks else []

    def _lines(self, target: str, column: str) -> list[tuple[Cell, str]]:
        """Lines of the log that name the column, and no other target than its own."""
        found = []
        for cell in self._words.get(_first(column), ()):
            named = self._speaks_of[cell]
            if _names(self._log[cell], column) and (not named or target.casefold() in named):
                found.append((cell, self._log[cell]))
        return found


def _log_lines(spec: Spec) -> dict[Cell, str]:
    """Lines of the change log by their first cell; their cells are joined by blanks."""
    rows: dict[tuple[str, int], list[tuple[Cell, str]]] = {}
    for unused in spec.unused:
        if _LOG.search(unused.cell.sheet):
            rows.setdefault((unused.cell.sheet, unused.cell.row), []).append((unused.cell, unused.text))
    return {min(c for c, _t in cells): " ".join(t for _c, t in sorted(cells)) for cells in rows.values()}


def _first(name: str) -> str:
    """The first word of a name, by which lines are looked up."""
    found = _WORD.search(name.casefold())
    return found.group() if found else ""


def _names(text: str, name: str) -> bool:
    return bool(name) and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE) is not None


def _short(text: str) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= _LONGEST else f"{one_line[: _LONGEST - 1]}…"
