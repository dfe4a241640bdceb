"""Parts of columns that the words of headers leave open, or tell against what the cells hold."""

from __future__ import annotations

import re
from collections.abc import Mapping

from signoff.core.domain.known_names import NO_NAMES, KnownNames
from signoff.core.domain.spec import Role
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.parse.before_and_now import settle_before_and_now
from signoff.core.parse.block_kinds import BlockKind, kind_of
from signoff.core.parse.change_kinds import tells_rows, tells_value
from signoff.core.parse.contents import NO_CONTENTS, Contents
from signoff.core.parse.fitting import Fit, contents_under, fit_of, fitted
from signoff.core.parse.header_cells import Header, HeaderCell, named_table
from signoff.core.parse.hints import hint_of
from signoff.core.parse.lexicon import guess
from signoff.core.parse.mark_columns import holds_marks
from signoff.core.parse.roles import Layout, values_of

_MARGIN = 1.0
"""How much better the cells must go with other parts before the headers' words give way."""
_MOSTLY_KNOWN = 0.8
"""Share of names that exist from which a column holds them."""
_CHANGE = re.compile(
    r"(?:new|add(?:ed|ition)?|insert(?:ed)?|create[d]?|chang(?:e|ed)|modif(?:y|ied)|update[d]?|amend(?:ed)?|alter(?:ed)?|correct(?:ed|ion)?|"
    r"drop(?:ped)?|delete[d]?|remov(?:e|ed)|retire[d]?|renam(?:e|ed)|replac(?:e|ed)|keep|kept|same|unchanged|additional)"
    r"(?:\s+(?:name|fields?|columns?|from\s+\w+))?(?:\s*\([^()]*\))?",
    re.IGNORECASE,
)
_MOSTLY_MARKS = 0.6
"""Share of words of change from which a column holds them, be it headed as another one."""
_TICK = re.compile(r"[x×✓✔✗•*yjn1]|yes|no|ja|nein|true|false", re.IGNORECASE)
_OFTEN = 0.9
"""Share of different names from which a column can be the target's."""
_KINDS = {
    Role.TARGET_COLUMN: "column",
    Role.SOURCE_COLUMN: "column",
    Role.TARGET_TABLE: "table",
    Role.SOURCE_TABLE: "table",
    Role.TARGET_TYPE: "type",
    Role.RULE: "rule",
    Role.STATE: "state",
    Role.NOTE: "note",
    Role.NUMBER: "number",
    Role.SECTION: "section",
    Role.DESCRIPTION: "description",
}
_STEP_ROLES = frozenset(
    {Role.STEP_TABLE, Role.STEP_ALIAS, Role.STEP_CONDITION, Role.STEP_ORDER, Role.STEP_KIND}
)
_KNOWN = 0.99
"""Share of known words from which a header was understood, and means nothing that is read."""
_SAID_LONG = 3
"""Words of the longest text of a column that can be a rule."""


def layout_of_fit(header: Header, last_row: int, fit: Fit, fixed: Mapping[int, Role] | None = None) -> Layout:
    """The layout of a header whose parts were told by the cells.

    Args:
        header: it.
        last_row: last row of its grid.
        fit: the parts.
        fixed: parts that a person gave, by column.
    """
    fixed = fixed or {}
    given = set(fixed.values())
    roles = {c: Role.OTHER if role in given and c not in fixed else role for c, role in fit.roles.items()}
    layout = Layout(header, last_row, roles | dict(fixed), fixed=frozenset(fixed))
    layout.kinds = {c: _KINDS.get(role, "other") for c, role in layout.roles.items()}
    layout.doubtful = tuple(c for c in fit.doubtful if c not in fixed)
    return layout


def refitted(grid: SheetGrid, layout: Layout, known: KnownNames = NO_NAMES) -> Layout:
    """The layout, or one that the cells go with plainly better, with what was left open settled by the cells.

    Args:
        grid: the sheet.
        layout: as the words of its headers tell it.
        known: names that exist.
    """
    _free_ticked(grid, layout)
    is_told = settle_before_and_now(grid, layout)
    if layout.steps or layout.fixed or kind_of(grid, layout) is not BlockKind.MAPPING:
        return layout
    found = contents_under(grid, layout.header, layout.last_row, known)
    untold = _is_untold(layout)
    is_open = _is_doubtful(layout, found) or (_misses_known(layout, found) and not is_told)
    if untold or is_open:
        fit = fitted(grid, layout.header, layout.last_row, known)
        margin = -_MARGIN if untold else _MARGIN
        if (
            fit is not None
            and fit_of(fit.roles, found) > fit_of(layout.roles, found) + margin
            and not _repeats_more(fit, layout, found)
        ):
            layout = layout_of_fit(layout.header, layout.last_row, fit)
            return with_changes_settled(grid, layout, found)
    _settle_marks(grid, layout)
    _settle_words_of_change(grid, layout)
    _settle(layout, found)
    return layout


def _free_ticked(grid: SheetGrid, layout: Layout) -> None:
    """A column of ticks names no table, whatever heads it: under `New` it says which rows are."""
    for column in layout.columns(Role.TARGET_TABLE):
        texts = values_of(grid, layout, column)
        if texts and column not in layout.fixed and all(_TICK.fullmatch(text.strip()) for text in texts):
            _give(layout, column, Role.OTHER if layout.has(Role.STATE) else Role.STATE)


def _is_untold(layout: Layout) -> bool:
    """Whether no known word says whose columns these are: source and target were told by their order alone."""
    sided = [cell for cell in layout.header.cells if layout.kinds.get(cell.column) in ("column", "table")]
    return not any(_tells_side(cell) for cell in sided)


def _tells_side(cell: HeaderCell) -> bool:
    own = guess(cell.text)
    return bool(own.side or cell.band or own.layer >= 0 or named_table(cell.text))


def _is_doubtful(layout: Layout, found: Mapping[int, Contents]) -> bool:
    """Whether one target's names come again and again, or a part stands in a mapping that belongs to steps."""
    if _STEP_ROLES & set(layout.roles.values()):
        return True
    target = found.get(layout.first(Role.TARGET_COLUMN), NO_CONTENTS)
    several = layout.has(Role.SECTION) or layout.has(Role.TARGET_TABLE)
    return 0 < target.different < _OFTEN and not several


def _misses_known(layout: Layout, found: Mapping[int, Contents]) -> bool:
    """Whether names that exist stand under other headers than those that were taken for theirs."""
    for role, share in (
        (Role.TARGET_COLUMN, "outputs"),
        (Role.SOURCE_COLUMN, "columns"),
        (Role.SOURCE_TABLE, "tables"),
    ):
        best = max((getattr(held, share) for held in found.values()), default=0)
        own = max((getattr(found.get(c, NO_CONTENTS), share) for c in layout.columns(role)), default=0)
        if best >= _MOSTLY_KNOWN and own < best / 2:
            return True
    return False


def _repeats_more(fit: Fit, layout: Layout, found: Mapping[int, Contents]) -> bool:
    """Whether the column that would be the target's repeats few names, and the one told by words does not."""
    target = next((c for c, role in fit.roles.items() if role is Role.TARGET_COLUMN), 0)
    told, own = found.get(target, NO_CONTENTS), found.get(layout.first(Role.TARGET_COLUMN), NO_CONTENTS)
    return 0 < told.different < own.different / 2


def _settle_marks(grid: SheetGrid, layout: Layout) -> None:
    """The column of signs or letters that say what is to become of the rows, where no header says so."""
    if layout.has(Role.STATE):
        return
    for cell in layout.header.cells:
        is_open = layout.roles.get(cell.column) is Role.OTHER and layout.kinds.get(cell.column) == "other"
        if is_open and holds_marks(grid, cell.text, values_of(grid, layout, cell.column)):
            _give(layout, cell.column, Role.STATE)
            return


def with_changes_settled(grid: SheetGrid, layout: Layout, found: Mapping[int, Contents]) -> Layout:
    """A layout told by its cells, with what was and what is to be told apart where two columns hold them.

    Args:
        grid: the sheet.
        layout: it; changed in its place.
        found: what its cells hold.
    """
    if settle_before_and_now(grid, layout):
        _settle_words_of_change(grid, layout)
        _settle(layout, found)
    return layout


def _settle_words_of_change(grid: SheetGrid, layout: Layout) -> None:
    """The column whose cells say Add, Modify and Drop, whatever heads it."""
    if layout.has(Role.STATE):
        return
    rules = layout.columns(Role.RULE)
    for cell in layout.header.cells:
        role = layout.roles.get(cell.column, Role.OTHER)
        is_open = role in (Role.OTHER, Role.RULE_KIND) or (len(rules) > 1 and cell.column in rules[1:])
        texts = values_of(grid, layout, cell.column) if is_open else []
        said = [text for text in texts if _CHANGE.fullmatch(text.strip())]
        several = len({text.strip().casefold() for text in said}) > 1
        about = [text for text in texts if tells_value(text) or tells_rows(text)]
        if several and len(said) + len(about) >= _MOSTLY_MARKS * len(texts):
            _give(layout, cell.column, Role.STATE)
            return


def _settle(layout: Layout, found: Mapping[int, Contents]) -> None:
    """A column of words is the rule where no other is, a column of few marks says what is to become of the rows."""
    unknown = {cell.column for cell in layout.header.cells if cell.guess.known < _KNOWN}
    loose = [
        c
        for c, role in sorted(layout.roles.items())
        if role is Role.OTHER and layout.kinds.get(c) == "other" and c in unknown
    ]
    texts = layout.header.texts()
    if not layout.has(Role.RULE) and layout.has(Role.TARGET_COLUMN, Role.SOURCE_COLUMN):
        told = [c for c, role in sorted(layout.roles.items()) if role is Role.DESCRIPTION or c in loose]
        hinted = [c for c in told if "rule" in hint_of(texts.get(c, "")).kinds]
        speaking = [c for c in hinted or loose if c in found and found[c].longest >= _SAID_LONG]
        if speaking:
            best = max(speaking, key=lambda c: found[c].prose)
            _give(layout, best, Role.RULE)
            layout.doubtful = () if best in hinted else (best,)
    for column in loose:
        held, hint = found.get(column), hint_of(texts.get(column, ""))
        if held is None or layout.roles[column] is not Role.OTHER:
            continue
        is_state = "state" in hint.kinds and held.few
        if (is_state or (held.few and held.marks >= 0.5)) and not layout.has(Role.STATE):
            _give(layout, column, Role.STATE)
        elif held.prose > 0.5 and held.longest > _SAID_LONG:
            _give(layout, column, Role.NOTE)


def _give(layout: Layout, column: int, role: Role) -> None:
    layout.roles[column] = role
    layout.kinds[column] = _KINDS.get(role, "other")
