"""Change lists that tell a rule where no header says so: behind the mark of a row, or as what describes its column.

``Changed. Types that are missing read 'none'.`` under a heading such as Update is a mark and a rule. Where no column
of a list of changes holds rules, descriptions that say how a value is made are them; one that only says what the
column is stays what it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from signoff.core.domain.known_names import squashed
from signoff.core.domain.spec import ColumnMapping, Role, TargetMapping
from signoff.core.parse.hints import hints
from signoff.core.parse.words import words

_MARK = re.compile(r"^\s*(?P<mark>[^.:;–—\n]{2,40}?)\s*(?:[.:;–—\n]|\s-\s)\s*(?P<rest>\S.*)$", re.DOTALL)
_WORDS_OF_MARK = 3
_WORDS_OF_RULE = 3
_NO_RULE = re.compile(
    r"^\W*(?:was|were|from|to|formerly|previously|before|old|new|since|in|for|see|ticket|now\s+called|called)\b",
    re.IGNORECASE,
)
"""What stands behind a mark and tells a name, a version or a ticket."""
_SAYS_HOW = re.compile(
    r"\b(?:if|when(?:ever)?|unless|without|otherwise|else|instead|default(?:s|ed)?(?:\s+to)?|empty|null|missing|none|"
    r"nothing|minus|plus|multiplied|divided|times|per\s?cent(?:age)?|rounded|upper\s?case|lower\s?case|"
    r"concatenat\w+|cast|convert\w*|previous|preceding|running|cumulative|ranke?d?|of\s+the\s+same|only|excluding|"
    r"excludes?|true|false|yes\b.*\bno|whether|trim(?:med)?|e\.g\.|less|join(?:ed)?|via)\b|'[^']+'|\(\w+_(?:id|key|code)\)",
    re.IGNORECASE,
)
"""What a text says of how a value is made, whatever its source is called."""
_FLAG = re.compile(r"(?:.*\.)?(?:is|has|was|are)_", re.IGNORECASE)
_WHETHER = re.compile(
    r"^\W*(?:(?:says?|tells?|shows?|indicates?|flags?)\s+)?(?:whether|true\s+if|if)\b", re.IGNORECASE
)
"""How a flag is described that is there already."""
_SUMS_UP = re.compile(
    r"^\W*(?:(?:the|a)\s+)?(?:sum(?:med)?|count|number|total|average|mean|earliest|latest|first|last|most\s+recent|"
    r"highest|lowest|largest|smallest|max(?:imum)?|min(?:imum)?|days?|hours?|minutes?|weeks?|months?|difference|"
    r"share|ratio)\b",
    re.IGNORECASE,
)
"""What sums up or takes a part: a rule, unless the source has the column's own name."""


def with_change_texts(targets: Sequence[TargetMapping]) -> tuple[TargetMapping, ...]:
    """The targets with such texts as rules; what was written stays beside them as state and description."""
    return tuple(_told(target) for target in targets)


def _told(target: TargetMapping) -> TargetMapping:
    if any(column.rule.strip() for column in target.columns):
        return target
    columns = tuple(map(_behind_mark, target.columns))
    if any(_is_mark(column.state) for column in columns):
        columns = tuple(map(_described, columns))
    same = all(one is other for one, other in zip(columns, target.columns, strict=True))
    return target if same else replace(target, columns=columns)


def _behind_mark(column: ColumnMapping) -> ColumnMapping:
    """The row with its mark as its state, and what stands behind that as its rule."""
    role, text = (Role.STATE, column.state) if column.state.strip() else (Role.NOTE, column.note)
    told = _MARK.match(text)
    if told is None or not _is_mark(told["mark"]) or _NO_RULE.match(told["rest"]):
        return column
    if len(told["rest"].split()) < _WORDS_OF_RULE or column.description.strip():
        return column
    note = column.note if role is Role.STATE else ""
    parted = replace(column, state=told["mark"], note=note, description=told["rest"])
    cell = column.cell_of(role)
    cells = column.cells if cell is None else (*column.cells, (Role.STATE, cell), (Role.DESCRIPTION, cell))
    return replace(parted, cells=tuple(dict.fromkeys(cells)))


def _described(column: ColumnMapping) -> ColumnMapping:
    """The row with its description as its rule, where that says how the value is made."""
    text = column.description
    if not text.strip() or not _says_how(column, text):
        return column
    cell = column.cell_of(Role.DESCRIPTION)
    cells = column.cells if cell is None else (*column.cells, (Role.RULE, cell))
    return replace(column, rule=text, rule_resolved=text, cells=cells)


def _says_how(column: ColumnMapping, text: str) -> bool:
    """Whether a text says how the value is made; all of one that has no source does."""
    own = {squashed(ref.column) for ref in column.sources}
    is_flag = len(own) == 1 and _FLAG.match(column.sources[0].column) is not None
    if not column.sources or _SAYS_HOW.search(_WHETHER.sub("", text) if is_flag else text):
        return True
    return squashed(column.name) not in own and _SUMS_UP.match(text) is not None


def _is_mark(text: str) -> bool:
    said = words(text)
    return 0 < len(said) <= _WORDS_OF_MARK and not hints().marks.isdisjoint(said)
