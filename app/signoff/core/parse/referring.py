"""Rules that point to others: codes of lists, footnotes, rows above, other columns and parts of the same table.

Only what points and says nothing else is taken over; a rule that changes what it points to is left as written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from signoff.core.domain.spec import ColumnMapping, TargetMapping, UnusedCell
from signoff.core.parse.ditto import said_alike, said_of
from signoff.core.parse.other_value import with_other_value
from signoff.core.parse.rule_list import CODE_SHAPE, spelled_out
from signoff.core.parse.rules_of_above import changed_from_above

_FOOTNOTE = re.compile(r"^\s*(?P<mark>\*{1,3}\)?|\(?\d{1,2}\)|[¹²³†‡])\s*(?P<text>\S.*)$", re.DOTALL)
_NUMBERED = re.compile(r"\d$")
_ABOVE = re.compile(
    r"^(?:ditto|dto\.?|idem|[\"”″]|same|(?:the\s+)?same\s+(?:as|rule\s+as)\s+(?:above|before|the\s+(?:row|line|one)\s+above)|"
    r"(?:as|like|see)\s+(?:above|before|the\s+(?:row|line|one)\s+above)|same\s+(?:rule|logic|join)(?:\s+as\s+above)?|likewise)\W*$",
    re.IGNORECASE,
)
_LIKE = re.compile(
    r"^(?:(?:the\s+)?same(?:\s+(?:rule|logic|way))?\s+(?:as|like)(?:\s+(?:in|for|with|under))?|(?:exactly\s+|just\s+)?(?:as|like)(?:\s+(?:in|for|with|under))?|"
    r"see|identical\s+(?:to|with)|analogous(?:ly)?\s+to|written\s+(?:as|like)(?:\s+in)?)\s+"
    r"(?:the\s+)?(?:column\s+|field\s+|section\s+|part\s+|block\s+)?(?P<name>[^,;.]+?)(?:\s+(?:above|below|section|part|block))?\W*$",
    re.IGNORECASE,
)

_SAME = re.compile(r"(?:the\s+)?same\b", re.IGNORECASE)


def with_references(
    targets: Sequence[TargetMapping], unused: Sequence[UnusedCell]
) -> tuple[tuple[TargetMapping, ...], tuple[UnusedCell, ...]]:
    """The targets with what their rules point to, and the cells that stay unused.

    Args:
        targets: as read; what was resolved before stays.
        unused: cells that no field was read from: codes with their texts, and footnotes, are among them.
    """
    codes, cells = _coded(targets, unused)
    notes, footers = _footnotes(targets, unused)
    used = {*cells, *footers}
    made = tuple(replace(t, columns=tuple(_columns(t, codes, notes))) for t in targets)
    return made, tuple(each for each in unused if _place(each) not in used)


def _columns(
    target: TargetMapping, codes: Mapping[str, str], notes: Mapping[tuple[str, str], str]
) -> Iterator[ColumnMapping]:
    above: ColumnMapping | None = None
    join = ""
    for column in target.columns:
        made = _spelled(column, codes, notes)
        if _ABOVE.match(made.rule.strip()) and above is not None:
            made = replace(made, rule_resolved=above.rule_resolved or above.rule)
        elif above is not None and (other := _with_other_value(made, above)):
            made = replace(made, rule_resolved=other)
        elif (meant := _like(made, target)) is not None:
            made = _spelled(replace(made, rule_resolved=meant.rule_resolved or meant.rule), codes, notes)
        if _ABOVE.match(made.join.strip()) and join:
            made = replace(made, join=join)
        join = made.join or join
        above = made
        yield made


def _with_other_value(column: ColumnMapping, above: ColumnMapping) -> str:
    """The rule above with the value, or as this one changes it, where both are about the same source columns."""
    same = {(s.table.casefold(), s.column.casefold()) for s in column.sources} == {
        (s.table.casefold(), s.column.casefold()) for s in above.sources
    }
    names = tuple(s.column for s in column.sources)
    rule = above.rule_resolved or above.rule
    return with_other_value(rule, column.rule, names) or changed_from_above(rule, column.rule) if same else ""


def _spelled(
    column: ColumnMapping, codes: Mapping[str, str], notes: Mapping[tuple[str, str], str]
) -> ColumnMapping:
    text = column.rule_resolved or column.rule
    said = spelled_out(text, codes)
    sheet = column.cell.sheet if column.cell else ""
    for (place, mark), note in notes.items():
        if place == sheet and said.rstrip(" .").endswith(mark):
            said = f"{said.rstrip(' .')[: -len(mark)].rstrip(' .;')}; {note}"
    return column if said == text else replace(column, rule_resolved=said)


def _like(column: ColumnMapping, target: TargetMapping) -> ColumnMapping | None:
    """The other column, or the same one in another part of the table, that a rule names and says nothing else of."""
    found = _LIKE.match(column.rule.strip())
    if found is None:
        return None
    name = found["name"].strip(" '\"`").casefold()
    same = [
        c
        for c in target.columns
        if c.section.casefold() == name and c.name.casefold() == column.name.casefold()
    ]
    if not same:
        here = [c for c in target.columns if c.name.casefold() == name and c.section == column.section]
        told = said_of if _SAME.match(column.rule.strip()) else said_alike
        same = [said for c in here if (said := told(c, column)) is not None]
    return (
        same[0]
        if len(same) == 1
        and (same[0].name, same[0].section) != (column.name, column.section)
        and not _LIKE.match(same[0].rule.strip())
        else None
    )


def _coded(
    targets: Sequence[TargetMapping], unused: Sequence[UnusedCell]
) -> tuple[dict[str, str], set[tuple[str, int, int]]]:
    """Texts of the codes that rules name, from rows that begin with a code, and the cells of those rows."""
    rows: dict[tuple[str, int], list[UnusedCell]] = {}
    for each in unused:
        rows.setdefault((each.cell.sheet, each.cell.row), []).append(each)
    told = "\n".join(c.rule_resolved or c.rule for t in targets for c in t.columns)
    codes: dict[str, str] = {}
    used: set[tuple[str, int, int]] = set()
    for cells in rows.values():
        code, *texts = cells
        name = code.text.strip()
        if not texts or not CODE_SHAPE.match(name) or not _NUMBERED.search(name) or not _is_named(name, told):
            continue
        codes.setdefault(name, max(texts, key=lambda x: len(x.text)).text)
        used |= {_place(x) for x in cells}
    return codes, used


def _is_named(code: str, told: str) -> bool:
    return bool(re.search(rf"(?<![\w-]){re.escape(code)}(?![\w-])", told, re.IGNORECASE))


def _footnotes(
    targets: Sequence[TargetMapping], unused: Sequence[UnusedCell]
) -> tuple[dict[tuple[str, str], str], set[tuple[str, int, int]]]:
    """Texts of footnotes by sheet and mark, where a rule of the sheet ends in the mark."""
    notes: dict[tuple[str, str], str] = {}
    used: set[tuple[str, int, int]] = set()
    ends: dict[str, list[str]] = {}
    for column in (c for t in targets for c in t.columns if c.cell):
        ends.setdefault(column.cell.sheet if column.cell else "", []).append(column.rule.rstrip(" ."))
    for each in unused:
        found = _FOOTNOTE.match(each.text)
        if found is None or each.is_note:
            continue
        if any(text.endswith(found["mark"]) for text in ends.get(each.cell.sheet, ())):
            notes.setdefault((each.cell.sheet, found["mark"]), found["text"].strip())
            used.add(_place(each))
    return dict(sorted(notes.items(), key=lambda item: -len(item[0][1]))), used


def _place(unused: UnusedCell) -> tuple[str, int, int]:
    return unused.cell.sheet, unused.cell.row, unused.cell.column
