"""What a document says of its rows in other places than the rows: headings, sheet names, colours, its change log.

Cells that say yes or no, give a letter or a version are read here too: only the header, and what the other rows hold,
tell what they mean.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from signoff.core.domain.cells import Cell
from signoff.core.domain.mandates import MandateState, Mark, MarkKind, Marks
from signoff.core.domain.spec import ColumnMapping, Role, Spec, TargetMapping
from signoff.core.merge.markwords import state_in
from signoff.core.parse.before_and_now import was_not_there
from signoff.core.pipeline.revisions import by_revisions

_LOG = re.compile(
    r"change.?log|changes|history|histor|revision|version|änderung|historie|modif|cambios|zmian|измен|истор|release",
    re.IGNORECASE,
)
_YES = re.compile(r"(?:y|yes|x|✓|✔|true|1|ja|j|sí|si|oui|tak|да)", re.IGNORECASE)
_NO = re.compile(r"(?:n|no|false|0|nein|non|nie|нет|-|–)", re.IGNORECASE)
_LETTERS = {
    "n": MandateState.NEW,
    "a": MandateState.NEW,
    "i": MandateState.NEW,
    "c": MandateState.CHANGED,
    "m": MandateState.CHANGED,
    "d": MandateState.REMOVED,
    "r": MandateState.REMOVED,
}
_OF_LETTERS = re.compile(r"\s*\(?\w(?:\s*[/|,;]\s*\w)+\)?\s*")
"""A header that lists letters: its `N` is no `no`."""
_VERSION = re.compile(r"(?:v|ver\.?|version|r|rel\.?|release)?\s*(\d+(?:[._]\d+)*)", re.IGNORECASE)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_BEFORE = re.compile(
    r"\b(?:so\s+far|(?:un)?til\s+now|up\s+to\s+now|today|formerly|previous(?:ly)?|old\s+(?:rule|logic|definition)|"
    r"(?:rule|logic|definition)\s+before|^\W*(?:was|before|old|existing|current(?:ly)?|as[\s-]is)\W*$|bisher\w*|vorher|voorheen|tot\s+nu|jusqu'ici|avant)\b",
    re.IGNORECASE,
)
"""Headers of columns that hold the rules so far."""
_MOST_OF = 0.5
"""Share of a target's rows up to which the latest version is a change; beyond, it is what all rows have."""
_HEADING = 60
"""Most letters of a heading."""
_WORD = re.compile(r"\w+")


def marks_in(spec: Spec, existing: Collection[str], colours: Mapping[Cell, str] | None = None) -> Marks:
    """Marks of the rows of existing tables, by target and column, those of the rows' own cells first.

    Args:
        spec: the document.
        existing: names of the targets whose SQL exists; so it does where the document itself holds it.
        colours: what the colour of a name's cell says in words, by cell.
    """
    found: dict[tuple[str, str], list[Mark]] = defaultdict(list)
    names = {name.casefold() for name in existing}
    targets = [t for t in spec.targets if t.name.casefold() in names or t.existing_sql.strip()]
    headings, log = (_headings(spec), _log_lines(spec)) if targets else ({}, [])
    for target in targets:
        for row, mark in (
            *_by_header(spec, target),
            *_by_rule_before(spec, target),
            *_by_heading(target, headings),
            *_by_colour(target, colours or {}),
            *_by_log(target, log, len(spec.targets)),
            *_by_sheet(target),
        ):
            found[(row.target.casefold(), row.name.casefold())].append(mark)
    return dict(found)


def _by_header(spec: Spec, target: TargetMapping) -> Iterator[tuple[ColumnMapping, Mark]]:
    """State cells that hold no word: yes and no, letters, versions."""
    headers = {(s.sheet, letter): text for s in spec.sheets for letter, text in s.header_texts}
    by_column: dict[tuple[str, int], list[tuple[ColumnMapping, Cell, str]]] = defaultdict(list)
    for row in target.columns:
        cell = row.cell_of(Role.STATE)
        if cell is not None and row.state.strip():
            by_column[(cell.sheet, cell.column)].append((row, cell, row.state.strip()))
    for (sheet, _number), cells in by_column.items():
        header = headers.get((sheet, cells[0][1].letter), "")
        texts = [text for _row, _cell, text in cells]
        states = (
            by_revisions(spec.unused, texts, target.steps)
            or _yes_or_no(header, texts)
            or _letters(texts)
            or _latest(texts, len(target.columns))
        )
        for row, cell, text in cells:
            if text in states:
                yield row, Mark(states[text], MarkKind.STATE, f"{header}: {text}" if header else text, cell)


def _by_rule_before(spec: Spec, target: TargetMapping) -> Iterator[tuple[ColumnMapping, Mark]]:
    """A column with the rules so far beside that of the rules: what differs is changed, what is the same is not."""
    headers = {(s.sheet, letter): text for s in spec.sheets for letter, text in s.header_texts}
    for row in target.columns:
        cell = row.cell_of(Role.NOTE)
        header = headers.get((cell.sheet, cell.letter), "") if cell is not None else ""
        if cell is not None and _BEFORE.search(header) and state_in(row.state) is None:
            same = _bare(row.note) in ("", _bare(row.rule))
            state = MandateState.UNCHANGED if same else MandateState.CHANGED
            state = MandateState.NEW if was_not_there(row.note) and not same else state
            yield row, Mark(state, MarkKind.STATE, f"{header}: {row.note}", cell)


def _bare(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(" .")


def _yes_or_no(header: str, texts: Sequence[str]) -> dict[str, MandateState]:
    state = state_in(header)
    if (
        state is None
        or _OF_LETTERS.fullmatch(header)
        or not all(_YES.fullmatch(t) or _NO.fullmatch(t) for t in texts)
    ):
        return {}
    return {t: state if _YES.fullmatch(t) else MandateState.UNCHANGED for t in texts}


def _letters(texts: Sequence[str]) -> dict[str, MandateState]:
    """Letters such as N, C and D, one of which at least says what a change is; U is an update where C and M are not."""
    said = {t.casefold() for t in texts}
    if not said or not all(len(t) == 1 and (t in _LETTERS or t == "u") for t in said) or said == {"u"}:
        return {}
    other = MandateState.UNCHANGED if said & {"c", "m"} else MandateState.CHANGED
    return {t: _LETTERS.get(t.casefold(), other) for t in texts}


def _latest(texts: Sequence[str], rows: int) -> dict[str, MandateState]:
    """The latest of several versions or days, where few rows have it; a row of it that the file has is changed."""
    keys = {t: key for t in texts if (key := _version(t)) is not None}
    if len(keys) != len(set(texts)):
        return {}
    latest = max(keys.values(), default=None)
    is_told = len(set(keys.values())) > 1 or len(texts) < rows
    newest = [t for t in texts if keys[t] == latest]
    if not is_told or len(newest) > rows * _MOST_OF:
        return {}
    return {t: MandateState.CHANGED if keys[t] == latest else MandateState.UNCHANGED for t in texts}


def _version(text: str) -> tuple[int, ...] | None:
    if _DAY.fullmatch(text[:10]):
        return tuple(int(part) for part in text[:10].split("-"))
    match = _VERSION.fullmatch(text)
    return None if match is None else tuple(int(part) for part in re.split(r"[._]", match[1]))


def _headings(spec: Spec) -> dict[str, list[tuple[int, Cell, str]]]:
    """Cells that stand alone in a row of which nothing was read, by sheet, in the order of their rows."""
    read = {(row.cell.sheet, row.cell.row) for t in spec.targets for row in t.columns if row.cell is not None}
    read |= {
        (step.cell.sheet, step.cell.row) for t in spec.targets for step in t.steps if step.cell is not None
    }
    rows: dict[tuple[str, int], list[tuple[Cell, str]]] = defaultdict(list)
    for unused in spec.unused:
        if not unused.is_note and not _LOG.search(unused.cell.sheet):
            rows[(unused.cell.sheet, unused.cell.row)].append((unused.cell, unused.text))
    found: dict[str, list[tuple[int, Cell, str]]] = defaultdict(list)
    for (sheet, row), cells in sorted(rows.items()):
        if len(cells) == 1 and len(cells[0][1]) <= _HEADING and (sheet, row) not in read:
            found[sheet].append((row, *cells[0]))
    return found


def _by_heading(
    target: TargetMapping, headings: Mapping[str, Sequence[tuple[int, Cell, str]]]
) -> Iterator[tuple[ColumnMapping, Mark]]:
    """The heading above a row, where headings between the rows of this target say which are new or changed."""
    cells = [row.cell for row in target.columns if row.cell is not None]
    if not cells:
        return
    for row in target.columns:
        above = [h for h in headings.get(row.cell.sheet, ()) if h[0] < row.cell.row] if row.cell else []
        if not above:
            continue
        _place, cell, text = above[-1]
        state = state_in(text)
        if state is not None and _heads(text):
            yield row, Mark(state, MarkKind.HEADING, text, cell)


def _heads(text: str) -> bool:
    """Whether a text heads rows: it speaks of fields, or says little more than the word itself."""
    speaks = re.search(
        r"\b(?:fields?|columns?|attributes?|rows?|felder|spalten|campos|columnas|champs|colonnes|pola|kolumny|поля)\b",
        text,
        re.IGNORECASE,
    )
    return speaks is not None or len(_WORD.findall(text)) <= 3


def _by_sheet(target: TargetMapping) -> Iterator[tuple[ColumnMapping, Mark]]:
    """The name of the sheet, where the target's rows stand on several of which one says what they are."""
    sheets = {row.cell.sheet for row in target.columns if row.cell is not None}
    if len(sheets) < 2:
        return
    for row in target.columns:
        state = state_in(row.cell.sheet.replace("_", " ")) if row.cell is not None else None
        if row.cell is not None and state is not None:
            yield row, Mark(state, MarkKind.HEADING, row.cell.sheet, row.cell)


def _by_colour(target: TargetMapping, colours: Mapping[Cell, str]) -> Iterator[tuple[ColumnMapping, Mark]]:
    """The colour of a row, where the document's legend explains it."""
    for row in target.columns:
        text = colours.get(row.cell, "") if row.cell is not None else ""
        state = state_in(text) if text else None
        if row.cell is not None and state is not None:
            yield row, Mark(state, MarkKind.COLOUR, text, row.cell)


def _log_lines(spec: Spec) -> list[tuple[Cell, str]]:
    rows: dict[tuple[str, int], list[tuple[Cell, str]]] = defaultdict(list)
    for unused in spec.unused:
        if _LOG.search(unused.cell.sheet):
            rows[(unused.cell.sheet, unused.cell.row)].append((unused.cell, unused.text))
    return [(min(c for c, _t in cells), " ".join(t for _c, t in sorted(cells))) for cells in rows.values()]


def _by_log(
    target: TargetMapping, lines: Sequence[tuple[Cell, str]], targets: int
) -> Iterator[tuple[ColumnMapping, Mark]]:
    """The last line of the change log that names a column; among several targets it names the target too."""
    for row in target.columns:
        named = [
            (cell, text)
            for cell, text in lines
            if _names(text, row.name) and (targets == 1 or _names(text, target.name))
        ]
        state = state_in(_without_names(named[-1][1], row.name)) if named else None
        if state is not None:
            yield row, Mark(state, MarkKind.LOG, named[-1][1], named[-1][0])


def _names(text: str, name: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE) is not None


def _without_names(text: str, name: str) -> str:
    """The line without the column's own name, whose words say nothing of a change."""
    return re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", " ", text, flags=re.IGNORECASE)
