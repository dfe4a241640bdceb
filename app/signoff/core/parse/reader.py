"""A mapping document as a spec: the place to begin reading this stage.

Sheets are cut into blocks, each told apart by its columns' roles, and the blocks are read in this order: rule
lists, mappings, steps, column listings. What nothing was read from ends in the spec's list of unused cells.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from signoff.core.domain.corrections import NONE, Corrections, SheetCorrection
from signoff.core.domain.findings import Severity
from signoff.core.domain.known_names import NO_NAMES, KnownNames
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import Role, Schema, SheetReading, Spec
from signoff.core.engines.documents.grid import MAX_COLUMNS, MAX_ROWS, SheetGrid
from signoff.core.engines.documents.reader import read_document
from signoff.core.errors import SignoffError
from signoff.core.garbage import uncollected
from signoff.core.parse.alias_lines import with_alias_lines
from signoff.core.parse.asked_lines import with_asked_lines
from signoff.core.parse.assembly import Assembly
from signoff.core.parse.block_kinds import BlockKind
from signoff.core.parse.blocks import Block, blocks_of
from signoff.core.parse.box_sheets import mute_box_sheets, with_box_sheets
from signoff.core.parse.change_texts import with_change_texts
from signoff.core.parse.code_lists import holds_remarks, is_code_list, read_code_lists, without_listed
from signoff.core.parse.code_rules import with_code_lists
from signoff.core.parse.collect import Collector
from signoff.core.parse.columns_among_tables import with_columns_as_sources
from signoff.core.parse.confidence import reading_of
from signoff.core.parse.correcting import fitting, remark_unheeded
from signoff.core.parse.drawn import remark_notes, with_struck
from signoff.core.parse.explained_rules import with_plain_rules
from signoff.core.parse.filter_sheets import mute_filters, with_filter_sheets
from signoff.core.parse.general_rules import general_rules
from signoff.core.parse.generally import with_general
from signoff.core.parse.in_english import with_english
from signoff.core.parse.index_sheets import named_by_index
from signoff.core.parse.join_sheets import with_join_sheets
from signoff.core.parse.legends import with_legends
from signoff.core.parse.listed_columns import with_listed_columns
from signoff.core.parse.named_times import with_named_times
from signoff.core.parse.naming import name_told_elsewhere, part_above
from signoff.core.parse.new_names import with_new_names
from signoff.core.parse.now_texts import with_paired_lines
from signoff.core.parse.numbered_refs import with_numbers_named
from signoff.core.parse.numbered_rows import with_rows_named
from signoff.core.parse.numbered_rules import with_numbered_rules, with_rules_out_of_notes
from signoff.core.parse.old_sheets import without_old_sheets
from signoff.core.parse.one_row_each import with_one_row_each
from signoff.core.parse.own_copies import without_ours
from signoff.core.parse.prose import with_prose
from signoff.core.parse.record_rules import record_rules
from signoff.core.parse.referring import with_references
from signoff.core.parse.restated import Homes, Place, Restated
from signoff.core.parse.restating import restated_sheets
from signoff.core.parse.roles import values_of
from signoff.core.parse.row_lines import with_row_lines
from signoff.core.parse.rule_list import read_rules
from signoff.core.parse.schema_words import with_schemas_parted
from signoff.core.parse.short_tables import with_whole_tables
from signoff.core.parse.told_letters import with_told_letters
from signoff.core.parse.types import looks_like_type
from signoff.core.parse.unit_notes import with_units
from signoff.core.parse.unused import unused_cells
from signoff.core.parse.yes_no import with_no_otherwise
from signoff.core.progress import CancelToken


def parse_document(path: Path, *, corrections: Corrections = NONE, cancel: CancelToken | None = None) -> Spec:
    """The spec of a mapping document; an odd document gives findings, not errors.

    Args:
        path: workbook, delimited text or Markdown.
        corrections: what a person said of its layout; it wins over what headers suggest.
        cancel: looked at while the document is read.

    Raises:
        SignoffError: the document can't be opened; the sentence says what to do.
        Cancelled: `cancel` was set.
    """
    return read_with_grids(path, corrections=corrections, cancel=cancel)[0]


def read_with_grids(
    path: Path,
    *,
    corrections: Corrections = NONE,
    known: KnownNames = NO_NAMES,
    cancel: CancelToken | None = None,
) -> tuple[Spec, tuple[SheetGrid, ...]]:
    """The spec of a mapping document and the sheets it was read from, for whoever shows both.

    Args:
        path: workbook, delimited text or Markdown.
        corrections: what a person said of its layout.
        known: names that exist; doubtful headings are settled by where these stand.
        cancel: looked at while the document is read.

    Raises:
        SignoffError: the document can't be opened; the sentence says what to do.
        Cancelled: `cancel` was set.
    """
    try:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise SignoffError(say("parse.unreadable", path=path, reason=error.strerror)) from error
    with uncollected():
        grids = read_document(path, cancel=cancel)
        spec = read_sheets(path.name, grids, corrections, known=known, cancel=cancel)
    return replace(spec, digest=digest), grids


def read_sheets(
    document: str,
    grids: Sequence[SheetGrid],
    corrections: Corrections = NONE,
    *,
    known: KnownNames = NO_NAMES,
    cancel: CancelToken | None = None,
) -> Spec:
    """The spec of a document whose sheets are given as text.

    Args:
        document: file name, for the cells' addresses.
        grids: all sheets in the document's order; what Signoff itself wrote into a copy is left out.
        corrections: what a person said of their layout; what fits nothing becomes a finding.
        known: names that exist; doubtful headings are settled by where these stand.
        cancel: looked at while rows are read.

    Raises:
        Cancelled: `cancel` was set.
    """
    notes = Collector(document, cancel)
    grids = without_ours(grids)
    told = fitting(without_old_sheets(grids, corrections, notes), grids, notes)
    written, anew = grids, restated_sheets(grids, told, known)
    homes = Homes(anew.values())
    grids = [anew[grid.name].grid if grid.name in anew else grid for grid in grids]
    blocks = _blocks(grids, told, known, notes.cancel)
    every = [block for each in blocks.values() for block in each]
    _mute_hidden(every, notes)
    _mute_overviews(every, [grid.name for grid in grids])
    _mute_code_lists(every)
    _mute_joins(every)
    mute_filters(every)
    mute_box_sheets(every)
    rules: dict[str, str] = {}
    for block in every:
        if block.kind is BlockKind.RULES:
            rules.update(read_rules(block))
    about = name_told_elsewhere([grid for grid in grids if _is_unread(grid, blocks[grid.name], told)])
    mappings = [block for block in every if block.kind is BlockKind.MAPPING]
    mapped = {block.grid.name for block in mappings}
    indexed = named_by_index([g for g in grids if g.name not in mapped and blocks[g.name]], mapped)
    assembly = Assembly(
        *(document, notes, rules, about, known.models, indexed),
        is_one_grid=len(mappings) == 1,
        no_targets=known.columns | known.outputs,
    )
    parts = [part_above(block) for block in mappings]
    several = len(set(parts) - {""}) > 1
    for block, part in zip(mappings, parts, strict=True):
        assembly.add_mapping(block, part if several else "")
    for block in every:
        if block.kind is BlockKind.STEPS:
            assembly.add_steps(block)
    for block in every:
        if block.kind is BlockKind.COLUMNS:
            assembly.add_columns(block)
    lists = read_code_lists(document, [grid for grid in grids if _is_unread(grid, blocks[grid.name], told)])
    off = frozenset(each.sheet for each in told.sheets if each.switched_off)
    left = without_listed(unused_cells(document, grids, blocks, off), lists)
    left = homes.once(left, {name: _read_places(anew[name], blocks[name]) for name in anew})
    named = with_whole_tables(with_schemas_parted(assembly.targets(), known), known)
    named = with_columns_as_sources(named, known)
    read, left = with_references(named, left)
    read, left = with_listed_columns(read, left, grids, document)
    of_records, stated = record_rules(left), left
    general, left = general_rules(read, left, grids)
    general = (*general, *of_records)
    read, left = with_numbered_rules(read, left)
    read, left = with_legends(read, left)
    targets = with_struck(with_code_lists(with_numbers_named(read, grids), lists, general), grids)
    targets = with_row_lines(with_one_row_each(with_new_names(with_change_texts(targets))))
    targets, left = with_box_sheets(targets, left, grids)
    targets, left = with_join_sheets(targets, left, grids)
    targets, left = with_filter_sheets(targets, left, grids)
    targets, left = with_paired_lines(targets, left, grids)
    targets, left = with_alias_lines(targets, left)
    targets, left = with_prose(targets, left, grids)
    targets = with_rules_out_of_notes(targets, stated)
    targets = with_told_letters(with_rows_named(targets, grids), left, known)
    targets = with_plain_rules(with_asked_lines(targets))
    targets = with_named_times(with_units(with_english(with_general(targets, general))), grids)
    targets = with_no_otherwise(targets)
    _remark_sheets(grids, notes)
    _remark_corrections(grids, blocks, told, notes)
    if not targets:
        notes.add("P01", Severity.ERROR, say("parse.no_mapping"))
    readings = tuple(homes.reading(_reading(grid, blocks[grid.name])) for grid in grids)
    targets, left = homes.targets(targets), homes.unused(left)
    notes.move(homes)
    unused = (*left, *remark_notes(targets, written, notes))
    notes.cancel.check()
    sources = Schema(assembly.sources())
    return Spec(
        *(document, readings, targets, sources, notes.findings, unused),
        code_lists=lists,
        general=general,
        is_beside_names=bool(known),
    )


def _blocks(
    grids: Sequence[SheetGrid], told: Corrections, known: KnownNames, cancel: CancelToken
) -> dict[str, list[Block]]:
    blocks: dict[str, list[Block]] = {}
    for grid in grids:
        cancel.check()
        said = told.of(grid.name)
        blocks[grid.name] = blocks_of(grid, said, known=known, cancel=cancel) if _is_on(grid, said) else []
    return blocks


def _read_places(sheet: Restated, blocks: Sequence[Block]) -> set[Place]:
    """The cells of a sheet written anew that something was read from."""
    read = [block for block in blocks if block.kind is not BlockKind.NOTHING]
    return {place for place in sheet.home if any(place in block.used for block in read)}


def _is_unread(grid: SheetGrid, blocks: Sequence[Block], told: Corrections) -> bool:
    """Whether a sheet is on and holds no mapping, steps, columns or rules."""
    return _is_on(grid, told.of(grid.name)) and all(block.kind is BlockKind.NOTHING for block in blocks)


def _is_on(grid: SheetGrid, said: SheetCorrection) -> bool:
    """A sheet whose name starts with # is switched off, unless a person says it holds a mapping."""
    if said.switched_off:
        return False
    return said.is_mapping is True or bool(said.roles) or not grid.name.lstrip().startswith("#")


def _remark_corrections(
    grids: Sequence[SheetGrid], blocks: dict[str, list[Block]], told: Corrections, notes: Collector
) -> None:
    for grid in grids:
        own = blocks[grid.name]
        mapping = any(block.kind is BlockKind.MAPPING for block in own)
        remark_unheeded(told.of(grid.name), grid, mapping, bool(own), notes)


def _mute_overviews(blocks: list[Block], sheets: list[str]) -> None:
    """A list of tables under the headers Source and Target is no mapping: its target columns are tables."""
    mappings = [b for b in blocks if b.kind is BlockKind.MAPPING]
    tables = {sheet.casefold() for sheet in sheets}
    for block in mappings:
        column = block.layout.first(Role.TARGET_TABLE)
        tables |= (
            {text.casefold() for text in values_of(block.grid, block.layout, column)} if column else set()
        )
    for block in mappings:
        columns = values_of(block.grid, block.layout, block.layout.first(Role.TARGET_COLUMN))
        listed = sum(text.casefold() in tables for text in columns)
        if block.insisted:
            continue
        if len(mappings) > 1 and not block.layout.has(Role.TARGET_TABLE) and listed * 2 > len(columns):
            block.kind = BlockKind.NOTHING


def _mute_joins(blocks: list[Block]) -> None:
    """A list of tables under From and To is no mapping: beside one that reads these tables its targets are tables."""
    mappings = [b for b in blocks if b.kind is BlockKind.MAPPING]
    for block in mappings:
        others = [b for b in mappings if b is not block]
        read = {
            text.casefold().rpartition(".")[2]
            for other in others
            for column in other.layout.columns(Role.SOURCE_TABLE)
            for text in values_of(other.grid, other.layout, column)
        }
        columns = values_of(block.grid, block.layout, block.layout.first(Role.TARGET_COLUMN))
        listed = sum(text.casefold().rpartition(".")[2] in read for text in columns)
        named = values_of(block.grid, block.layout, block.layout.first(Role.TARGET_TABLE))
        if (
            _lists_joins(block)
            and named
            and all(text.casefold().rpartition(".")[2] in read for text in named)
        ):
            block.kind = BlockKind.NOTHING
            continue
        types = values_of(block.grid, block.layout, block.layout.first(Role.TARGET_TYPE))
        if columns and listed == len(columns) and not block.insisted and not any(map(looks_like_type, types)):
            block.kind = BlockKind.NOTHING


def _lists_joins(block: Block) -> bool:
    """Whether a block names tables on both sides and neither a source column, a type nor a rule."""
    telling = (Role.SOURCE_COLUMN, Role.TARGET_TYPE, Role.RULE)
    sides = block.layout.has(Role.SOURCE_TABLE, Role.TARGET_TABLE)
    return sides and not block.insisted and not any(map(block.layout.has, telling))


def _mute_code_lists(blocks: list[Block]) -> None:
    """A list of old and new values looks like a mapping of columns; beside one that is told more it is none."""
    telling = (Role.TARGET_TABLE, Role.SOURCE_TABLE, Role.RULE, Role.TARGET_TYPE)
    mappings = [b for b in blocks if b.kind is BlockKind.MAPPING]
    bare = [
        b
        for b in mappings
        if not b.insisted
        and not any(b.layout.has(role) and not holds_remarks(b.grid, b.layout, role) for role in telling)
    ]
    for block in bare if len(bare) < len(mappings) else ():
        if is_code_list(block.grid, block.layout.header.row):
            block.kind = BlockKind.NOTHING


def _mute_hidden(blocks: list[Block], notes: Collector) -> None:
    """Mappings on hidden sheets are left out where a visible sheet holds one."""
    shown = any(b.kind is BlockKind.MAPPING and not b.grid.hidden for b in blocks)
    for block in blocks:
        if shown and block.grid.hidden and block.kind is BlockKind.MAPPING and not block.insisted:
            block.kind = BlockKind.NOTHING
            notes.add(
                "P02",
                Severity.WARNING,
                say("parse.hidden_sheet", sheet=block.grid.name),
                notes.cell(block.grid.name, block.layout.header.row, 1),
            )


def _remark_sheets(grids: Sequence[SheetGrid], notes: Collector) -> None:
    for grid in grids:
        if grid.cut:
            notes.add(
                "P03",
                Severity.ERROR,
                say("parse.sheet_too_large", sheet=grid.name, rows=f"{MAX_ROWS:,}", columns=MAX_COLUMNS),
                notes.cell(grid.name, 1, 1),
            )


def _reading(grid: SheetGrid, blocks: list[Block]) -> SheetReading:
    used = [b for b in blocks if b.kind is not BlockKind.NOTHING]
    if not used:
        return SheetReading(grid.name, 0)
    return reading_of(grid.name, used[0].layout)
