"""Lists of codes: sheets that say which old value becomes which new one, and the rules that point to them.

A rule that says nothing but "by that list" is resolved to the list's entries, written so that the patterns compile
them; whatever else it says stays behind. A sheet is taken for a list only where nothing else was read from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

import yaml

from signoff.core.domain.cells import Cell
from signoff.core.domain.resources import resources_folder
from signoff.core.domain.spec import CodeList, ColumnMapping, TargetMapping, UnusedCell
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.parse.placeholders import is_blank
from signoff.core.parse.words import plain, words

_HEADER_WITHIN = 30
_LEAST_ENTRIES = 2
_CODE_AND_MEANING = 2
"""Columns of a sheet of codes that calls its second one what the codes mean: Code, Discharge group."""
_PIECES = re.compile(r"[,;\n]|\.(?=\s+[A-Z'\"])")
_ON_SHEET = re.compile(r"\b(?:sheet|tab|worksheet)\s+['\"]?(?P<name>[\w .-]+?)['\"]?\s*$", re.IGNORECASE)
"""A sheet that is named as such, though its name is an everyday word."""


def read_code_lists(document: str, grids: Sequence[SheetGrid]) -> tuple[CodeList, ...]:
    """The lists of codes on sheets from which nothing else was read.

    Args:
        document: file name, for the cells' addresses.
        grids: those sheets.
    """
    return tuple(made for grid in grids for made in _lists(document, grid))


def is_code_list(grid: SheetGrid, row: int) -> bool:
    """Whether a header row is plainly that of a list of codes, such as Old value and New value."""
    columns = _columns(grid, row)
    if columns is None:
        return False
    heads = {" ".join(words(grid.at(row, place))) for place in columns[:2]}
    return not heads & _synonyms()["weak"]


def with_code_lists(
    targets: Sequence[TargetMapping], lists: Sequence[CodeList], loosely: str = ""
) -> tuple[TargetMapping, ...]:
    """The targets, rules that only point to a list replaced by its entries.

    Args:
        targets: as read.
        lists: the document's lists.
        loosely: what makes no difference when a code is compared, in a rule's words; empty for exactly.
    """
    if not lists:
        return tuple(targets)
    return tuple(replace(t, columns=tuple(_resolved(c, lists, loosely) for c in t.columns)) for t in targets)


def without_listed(unused: tuple[UnusedCell, ...], lists: Sequence[CodeList]) -> tuple[UnusedCell, ...]:
    """The unused cells but those that a list was read from."""
    listed = {(cell.sheet, cell.row, cell.column) for each in lists for cell in each.cells}
    if not listed:
        return unused
    return tuple(x for x in unused if (x.cell.sheet, x.cell.row, x.cell.column) not in listed)


@lru_cache(maxsize=1)
def _synonyms() -> dict[str, frozenset[str]]:
    path = resources_folder() / "synonyms" / "code_lists.yml"
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return {name: frozenset(" ".join(words(text)) for text in texts) for name, texts in data.items()}


def _lists(document: str, grid: SheetGrid) -> Iterator[CodeList]:
    for row in range(1, min(len(grid.rows), _HEADER_WITHIN) + 1):
        columns = _columns(grid, row)
        if columns is not None:
            yield from _entries(document, grid, row, *columns)
            return


def _columns(grid: SheetGrid, row: int) -> tuple[int, int, int] | None:
    """Columns of the old value, the new one and the list's name (0 where there is none); None for no such header."""
    known = _synonyms()
    texts = {" ".join(words(text)): place for place, text in enumerate(grid.rows[row - 1], 1) if text}
    old = _first(texts, known["old"])
    new = _first({text: place for text, place in texts.items() if place != old}, known["new"])
    if old and not new and len(texts) == _CODE_AND_MEANING and _names_codes(grid.name):
        new = next(place for place in texts.values() if place != old)
    if not old or not new:
        return None
    heads = {text for text, place in texts.items() if place in (old, new)}
    if heads <= known["weak"] and not _names_codes(grid.name):
        return None
    named = _first({text: place for text, place in texts.items() if place not in (old, new)}, known["list"])
    return old, new, named


def _first(texts: dict[str, int], wanted: frozenset[str]) -> int:
    """The column under the plainest of the wanted headers; 0 for none."""
    weak = _synonyms()["weak"]
    found = [(text in weak, place) for text, place in texts.items() if text in wanted]
    return min(found)[1] if found else 0


def _names_codes(sheet: str) -> bool:
    said = f" {' '.join(words(sheet))} "
    return any(f" {each} " in said for each in _synonyms()["sheet"])


def _entries(
    document: str, grid: SheetGrid, header: int, old: int, new: int, named: int
) -> Iterator[CodeList]:
    """One list a name, filled down; the sheet's own name where no column holds one."""
    gathered: dict[str, tuple[list[tuple[str, str]], list[Cell]]] = {}
    name = grid.name
    for row in range(header + 1, len(grid.rows) + 1):
        name = (grid.at(row, named).strip() or name) if named else name
        code, value = grid.at(row, old).strip(), grid.at(row, new).strip()
        if not code:
            continue
        codes, cells = gathered.setdefault(name, ([], []))
        codes.append((code, value))
        cells += [Cell(grid.name, row, c, document) for c in (named, old, new) if c and grid.at(row, c)]
    heads = [Cell(grid.name, header, c, document) for c in (named, old, new) if c]
    for each, (codes, cells) in gathered.items():
        if len(codes) >= _LEAST_ENTRIES:
            yield CodeList(each, tuple(codes), (*heads, *cells))


def _resolved(column: ColumnMapping, lists: Sequence[CodeList], loosely: str) -> ColumnMapping:
    text = column.rule_resolved or column.rule
    for given in (text, column.join):
        head, rest = _cut(given)
        meant = _meant(head, column, lists) if head.strip() else None
        if meant is not None and (given == text or not _says(text)):
            rest = re.sub(
                rf"^;\s*(?:the\s+)?list\s+{re.escape(meant.name)}\b[\s.;,]*(?=\S|$)",
                "; ",
                rest,
                flags=re.IGNORECASE,
            )
            rest = rest if rest.strip("; ") else ""
            own = f"; {loosely}" if loosely and not rest else ""
            return replace(column, rule_resolved=f"{_as_rule(meant)}{rest}{own}")
    return column


def _cut(text: str) -> tuple[str, str]:
    """What may point to a list, and what is said behind it."""
    found = _PIECES.search(text)
    return (text, "") if found is None else (text[: found.start()], f"; {text[found.end() :].strip()}")


def _says(text: str) -> bool:
    return bool(set(plain(text).split()) - _synonyms()["around"])


def _meant(text: str, column: ColumnMapping, lists: Sequence[CodeList]) -> CodeList | None:
    """The list a rule names and says nothing else of; with no name, the one called as the column or its source."""
    said = set(plain(text.replace("_", " ")).split())
    around = _synonyms()["around"]
    sheet = _ON_SHEET.search(text)
    if sheet is not None and said <= around | set(plain(sheet["name"]).split()):
        named = [each for each in lists if plain(each.name) == plain(sheet["name"])]
        if len(named) == 1:
            return named[0]
    for each in sorted(lists, key=lambda one: -len(one.name)):
        name = set(plain(each.name.replace("_", " ")).split())
        if name and name <= said and said - name <= around and (name - around or said == name):
            return each
    if said - around or not said & {
        "list",
        "code",
        "codes",
        "map",
        "mapping",
        "lookup",
        "translate",
        "decode",
    }:
        return None
    own = {plain(n.replace("_", " ")) for n in (column.name, *(ref.column for ref in column.sources))}
    return next((each for each in lists if plain(each.name.replace("_", " ")) in own), None)


def _as_rule(given: CodeList) -> str:
    """The entries as a rule that the patterns compile."""
    rest, blank, entries = "", "", []
    for code, value in given.codes:
        said = "no value" if is_blank(value) or value.casefold() == "null" else _quoted(value)
        if code == "*" or plain(code) in _synonyms()["rest"]:
            rest = f"; otherwise {said}"
        elif is_blank(code) or code.casefold() in ("null", "(null)", "blank", "(blank)"):
            blank = f"; if missing then {said}"
        else:
            entries.append(f"{_quoted(code)} = {said}")
    return "; ".join(entries) + blank + rest


def _quoted(text: str) -> str:
    plain_text = text[1:-1] if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"" else text
    return "'" + plain_text.replace("'", "''") + "'"
