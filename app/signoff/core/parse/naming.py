"""The target's name where no column holds it: by lines above the grid, else the sheet, else the file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePath

from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.parse.blocks import Block
from signoff.core.parse.box_steps import table_read
from signoff.core.parse.generic_names import GENERIC
from signoff.core.parse.labels import Label, row_labels
from signoff.core.parse.lexicon import Side, lexicon
from signoff.core.parse.names import clean_name, is_name, leading_name, name_behind
from signoff.core.parse.words import words

_NUMBERING = re.compile(r"^\s*(?:\d{1,3}[.)\s_-]+|\(\d+\)\s*|[A-Z][.)]\s+)(?=\D)")
_HOP = re.compile(r"^\s*([\w .]+?)[\s_-]*(?:\bto\b|2|_to_|->|→|–>|=>)[\s_-]*([\w .]+?)\s*$", re.IGNORECASE)
_AFFIX = re.compile(
    r"^(?:mapping|sttm|s2t|map|target|tgt|stm)\s*(?:for|of|:|-|_|\s)\s*"
    r"|[\s_\-]*(?:mapping|mappings|sttm|s2t|map|stm|spec|mapping spec|specification)$",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"(?:^|\b)(?:mappings?|map|rules?|sttm|lineage|target(?:\s+table)?|table(?:\s+name)?|tabla|tabela|ziel\w*|таблица)\b[^:\w]*(?:for|of|:|-|–|—|=)\s*[`'\"]?([\w.$#]+)[`'\"]?\s*(?:\(.*\))?$",
    re.IGNORECASE,
)
_LONGEST_TITLE = 120
_MOST_TITLE_WORDS = 12
_LEAST_OF_SENTENCES = 6
"""Words of a line from which it is more than a title."""
_NAME = re.compile(r"[^\W\d]\w*")
_OF_GRAIN = re.compile(
    r"^\W*(?:one|1|an?|each|every)\s+(?:row|record|line|entry|document)\s+(?:per|is|for|of|from)\b",
    re.IGNORECASE,
)
"""A sentence on what there is one row of: the table in it is one that is read."""
_FIRST_ROWS = 10
"""Rows of a cover sheet that say what the document is about."""
_VERSION = re.compile(r"v\d+")
_BEFORE_ARROW = re.compile(r"([\w.$#]+)[`'\"]?\s*(?:-+>|→|=>|⇒|⟶)\s*[`'\"]?[\w.$#]")
_READ_FROM = re.compile(
    r"^(?:(?:reading|read|loaded?|loading|sourced?|extract(?:ed|ing)?|ingest(?:ed|ing)?|mapping|mapped)\s+)?"
    r"from:?\s+[`'\"]?([\w.$#]+)[`'\"]?(?:\s+(?:in)?to\s.*)?\s*(?:\(.*\))?:?$",
    re.IGNORECASE,
)
_PART = re.compile(r"^(?:(?:reading|read|loaded?|loading|mapping|mapped)\s+)?from:?\s+(.+)$", re.IGNORECASE)
_BEFORE_WORD = re.compile(
    r"^([\w.$#]+)\s*(?:[-–—:|]\s*|\s)"
    r"(?:(?:column|field|table|attribute|data|source|migration|load|etl)(?:[- ]level)?[\s-]+)*"
    r"(?:(?:to|target|source)[\s-]+)*(?:mappings?|lineage|sttm|transformations?(?: rules?)?)$",
    re.IGNORECASE,
)
_BEHIND_WORD = re.compile(r"^(?:\w+\s+)?mapping\s+[`'\"]?(\w+_\w+)[`'\"]?$", re.IGNORECASE)
_TO = re.compile(r"^([A-Za-z]\w*)\s+to\s+([A-Za-z]\w*)$")
_TABLE_WORD = re.compile(
    r"^(?:table|tabelle|tabla|tabela|tabella|view|model|таблица)\s+[`'\"]?([^\W\d][\w.$#]*)[`'\"]?$",
    re.IGNORECASE,
)
_BEFORE_DASH = re.compile(r"^(?P<name>[\w.$#]+)\s+[-–—]\s+\S")
_CAPTION = re.compile(r"^(?:fig(?:ure)?|table|image|step|part|section|chapter)\W*\d", re.IGNORECASE)
_SAYS = re.compile(r"[=<>]|\bi\.\s?e\.|\bis\s+(?:not\s+)?(?:null|empty|filled)\b", re.IGNORECASE)
"""What a title does not hold: a text on rows."""
_ASIDE = re.compile(r"\s+\((?:[^()]|\([^()]*\))*\)")
_LABELLED = re.compile(r"^\W*(?P<label>[A-Za-z][\w /()-]{1,40}?)\W{0,2}:\W{0,2}\s+\S")
_OF_TARGET = frozenset(
    ["table", "tables", "model", "view", "target", "mapping", "entity", "dataset", "output", "name", "object"]
)
_LEFT_ARROW = re.compile(r"([\w.$#]+)[`'\"]?\s*(?:<-+|←|⇐|⟵)\s*[`'\"]?([\w.$#]+)")
_ARROW = re.compile(r"(?:-+>|→|=>|⇒|⟶)\s*[`'\"]?([\w.$#]+)[`'\"]?\s*(?:\(.*\))?$")


def target_name_above(block: Block) -> tuple[str, tuple[int, int] | None]:
    """The name that lines above the grid give, with its cell; empty when they give none."""
    if block.box is not None and (told := block.box.named()) is not None:
        return clean_name(told[0]), told[1]
    if (labelled := _labelled(block)) is not None:
        return labelled
    if block.grid.tables and (told := _title_told(block)) is not None:
        return told
    layers = [x for x in block.labels if x.kind == "layer" and x.layer >= 0]
    if layers:
        highest = max(layers, key=lambda label: label.layer)
        return clean_name(highest.value), (highest.row, highest.column)
    sheet = "" if block.grid.tables else block.grid.name
    telling = name_from_sheet(sheet) if sheet else ""
    telling = "" if block.layout.header.told_by_cells and "_" not in telling else telling
    for row, column, text in reversed(block.titles):
        if _OF_GRAIN.match(text) or (_tells_else(text) and not _told_name(text)):
            continue
        only = _only_name(text)
        only = only if not telling or words(only) == words(sheet) else ""
        if name := _told_name(text) or _bare_name(text, sheet):
            return name, (row, column)
        if only:
            return _headed(block, row, text) or (only, (row, column))
        if (name := _only_name(text)) and words(name) == words(telling):
            return name, (row, column)
    return "", None


def _headed(block: Block, row: int, text: str) -> tuple[str, tuple[int, int]] | None:
    """The numbered heading over sentences that mention another table, ``7. visit_totals``; None for no such heading.

    Args:
        block: a grid with its lines.
        row: the line of sentences that names one table.
        text: that line.
    """
    if len(text.split()) < _LEAST_OF_SENTENCES:
        return None
    for above, column, title in reversed(block.titles):
        if above >= row:
            continue
        is_heading = _NUMBERING.match(title) is not None or _stands_over(block, above, row)
        if is_heading and (name := _bare_name(title, "")):
            return name, (above, column)
    return None


def _stands_over(block: Block, above: int, row: int) -> bool:
    """Whether a line stands right over another, behind an empty row or at the top of the sheet."""
    rows = block.grid.rows
    return all(any(rows[n - 1]) for n in range(above, row)) and (above == 1 or not any(rows[above - 2]))


def _labelled(block: Block) -> tuple[str, tuple[int, int]] | None:
    """The name that a label above the grid gives; None for no such label."""
    for side in (Side.TARGET, None):
        for kind in ("table", "column", "system") if side else ("table",):
            label = block.label(kind, side)
            if label is not None and side is None and (own := _over_label(block, label)) is not None:
                return own
            if label and kind != "system" and (name := leading_name(label.value) or name_behind(label.value)):
                nearer = _title_told(block, below=label.row) if block.grid.tables else None
                return nearer or (name, (label.row, label.column))
    return None


_OTHER_TABLES = re.compile(
    r"^(?:(?:base|main|driving|leading|source|input|joined|read|used)\b.*|(?:tables|views|models)(?:\s+\w+)?)$",
    re.IGNORECASE,
)
"""What a label is called whose table is read, or whose tables are: `Base view`, `Tables`."""


def _over_label(block: Block, label: Label) -> tuple[str, tuple[int, int]] | None:
    """The numbered heading over a label that may name what is read; None where the label names the target."""
    if not _OTHER_TABLES.match(label.said.strip(" :")):
        return None
    for above, column, title in reversed(block.titles):
        if above < label.row and _NUMBERING.match(title) and (name := _bare_name(title, "")):
            return name, (above, column)
    return None


def _title_told(block: Block, below: int = 0) -> tuple[str, tuple[int, int]] | None:
    """The nearest heading of a text that says what it names, ``Model entries``, with its cell; None for none.

    Args:
        block: a grid in running text.
        below: only headings below this row count.
    """
    headings = {row for row, _level in block.grid.headings}
    for row, column, text in reversed(block.titles):
        if row > below and row in headings and (name := _told_name(text)):
            return name, (row, column)
    return None


def name_in_title(text: str) -> str:
    """The table that a line of text names as its title: ``Table: donor (people who give blood)``; may be empty."""
    label = _LABELLED.match(f"{text} ")
    if label is not None and "source" in words(label["label"]):
        return ""
    if label is not None and _OF_TARGET & set(words(label["label"])):
        return leading_name(text.partition(":")[2])
    return _told_name(text) or _bare_name(text, "") if len(text.split()) <= _MOST_TITLE_WORDS else ""


def _tells_else(text: str) -> bool:
    """Whether a line has a label that is none of a table: what stands behind ``Grain:`` names no target."""
    label = _LABELLED.match(text)
    return label is not None and not _OF_TARGET & set(words(label["label"]))


def model_named_above(block: Block, models: frozenset[str]) -> tuple[str, tuple[int, int]] | None:
    """The one file of existing SQL that a line above the grid names, with its cell; None for none or several.

    Args:
        block: the grid with its lines.
        models: case-folded names of the files.
    """
    found: dict[str, tuple[str, tuple[int, int]]] = {}
    for row in range(1, block.layout.header.top if models else 1):
        for column, text in enumerate(block.grid.rows[row - 1], 1):
            for name in _NAME.findall(text) if len(text) <= _LONGEST_TITLE else ():
                if name.casefold() in models:
                    found.setdefault(name.casefold(), (name, (row, column)))
    return next(iter(found.values())) if len(found) == 1 else None


def source_name_above(block: Block) -> str:
    """The source table that lines above the grid name: by a label, or left of an arrow; may be empty."""
    if block.box is not None:
        return table_read(block.box)
    label = block.label("table", Side.SOURCE)
    if label and (name := leading_name(label.value)):
        return name
    for _row, _column, text in reversed(block.titles):
        if len(text) > _LONGEST_TITLE:
            continue
        text = _ASIDE.sub("", text)
        if turned := _LEFT_ARROW.search(text):
            return turned.group(2) if turned.end() >= len(text.rstrip(" .:")) else ""
        patterns = (_BEFORE_ARROW, _READ_FROM, _TO) if block.grid.tables else (_BEFORE_ARROW, _READ_FROM)
        for pattern in patterns:
            if (found := pattern.search(text)) and not _is_generic(found.group(1)):
                return found.group(1).rstrip(".")
    return ""


def part_above(block: Block) -> str:
    """What the rows of a table are read from, where a heading says so: a part of a target with several such tables."""
    for _row, _column, text in reversed(block.titles):
        if (found := _PART.match(text)) and len(text) <= _LONGEST_TITLE:
            return found.group(1).strip(" :`")
    return ""


def _told_name(text: str) -> str:
    """The name in a title that says what it names: `Mapping for dim_x`, `stg_x -> dim_x`."""
    if len(text) > _LONGEST_TITLE or _CAPTION.match(text):
        return ""
    if found := _TABLE_WORD.match(_NUMBERING.sub("", _ASIDE.sub("", text)).strip()):
        return "" if _is_generic(found.group(1)) else found.group(1)
    bare = _ASIDE.sub("", text)
    text = bare if "→" in bare or "->" in bare else text
    if (turned := _LEFT_ARROW.search(text)) and not _is_generic(turned.group(1)):
        return turned.group(1)
    for pattern in (_ARROW, _TITLE, _BEHIND_WORD, _BEFORE_WORD):
        if (found := pattern.search(text)) and not _is_generic(found.group(1)):
            return found.group(1)
    return ""


def _bare_name(text: str, sheet: str) -> str:
    """A title that is a technical name itself, unless the sheet's name is another one."""
    if _CAPTION.match(text):
        return ""
    text = re.sub(r"\s+\(.*\)$", "", text)
    bare = _AFFIX.sub("", _NUMBERING.sub("", text).strip()).strip(" :-–—").rstrip(".")
    told = _BEFORE_DASH.match(bare)
    bare = told["name"] if told is not None else bare
    technical = bool(re.fullmatch(r"[\w.$#]+", bare)) and (
        "_" in bare or "." in bare or _camel(bare) or bare.isupper() or (not sheet and bare.islower())
    )
    if not technical or _is_generic(bare):
        return ""
    from_sheet = name_from_sheet(sheet)
    related = not from_sheet or set(words(from_sheet)) & set(words(bare))
    return bare if related else ""


def _only_name(text: str) -> str:
    """The one name with an underscore in a heading of words; in `orders to fact_order`, what stands last."""
    if found := _TO.match(text):
        return "" if _is_generic(found.group(2)) else found.group(2)
    if _PART.match(text) or _CAPTION.match(text) or _SAYS.search(text):
        return ""
    names = dict.fromkeys(re.findall(r"(?<![\w./])[A-Za-z]\w*_\w+(?![\w./(])", _ASIDE.sub("", text)))
    only = next(iter(names), "")
    return only if len(names) == 1 and len(text) <= _LONGEST_TITLE and not _is_generic(only) else ""


def _camel(text: str) -> bool:
    return bool(re.search(r"[a-z][A-Z]", text))


def name_from_sheet(sheet: str) -> str:
    """The target's name in a sheet's name: numbering and words such as "mapping" taken off; may be empty."""
    bare = _NUMBERING.sub("", sheet.strip().lstrip("#"))
    if is_hop(bare):
        return ""
    if hop := _HOP.match(bare):
        bare = hop.group(2)
    stripped = bare
    for _pass in range(2):
        stripped = _AFFIX.sub("", stripped).strip(" _-:")
    return "" if not stripped or _is_generic(stripped) or not is_name(stripped) else clean_name(stripped)


def is_hop(sheet: str) -> bool:
    """Whether a sheet's name tells two layers, such as `Landing to Staging` or `ODS_to_DWH`."""
    found = _HOP.match(sheet)
    return found is not None and all(_names_a_layer(part) for part in found.groups())


def _names_a_layer(text: str) -> bool:
    lex = lexicon()
    parts = words(text)
    known = [p for p in parts if p in lex.layers or p in lex.sides or p in GENERIC]
    short_system = len(parts) == 1 and len(parts[0]) <= 4
    return bool(parts) and (bool(known) or short_system)


def name_from_file(document: str) -> str:
    """The target's name in the file's name; empty when it has none."""
    return name_from_sheet(PurePath(document).stem)


def name_told_elsewhere(grids: Sequence[SheetGrid]) -> str:
    """The one table that sheets without a mapping name as what the document is about; empty for none or several.

    Args:
        grids: those sheets.
    """
    found: dict[str, None] = {}
    for grid in grids:
        for row, texts in enumerate(grid.rows[:_FIRST_ROWS], 1):
            cells = [(column, text) for column, text in enumerate(texts, 1) if text]
            told = [
                x.value for x in row_labels(row, cells) if x.kind == "table" and x.side is not Side.SOURCE
            ]
            if len(cells) == 1 and not told:
                told = [name] if (name := _only_name(cells[0][1])) else []
            found.update({clean_name(name): None for name in told if is_name(name) and not _is_generic(name)})
    return next(iter(found)) if len(found) == 1 else ""


def _is_generic(name: str) -> bool:
    lex = lexicon()
    parts = [p.rstrip("0123456789") or p for p in words(name) if not p.isdigit()]
    return all(
        p in GENERIC or _VERSION.fullmatch(p) or p in lex.layers or p in lex.sides or p == "number"
        for p in parts
    )
