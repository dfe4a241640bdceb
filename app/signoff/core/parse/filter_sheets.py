"""A sheet of its own that says which rows there are, in headings of somebody's own or none: each line a filter.

``Field | Condition``, ``Column | Operator | Value``, ``Include | Exclude``, a question with a yes or no beside it, or
sentences one below the other. Whatever a line says becomes a filter in words; what is not understood later is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from signoff.core.domain.cells import Cell
from signoff.core.domain.spec import Role, Step, StepKind, TargetMapping, UnusedCell
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.parse.block_kinds import BlockKind
from signoff.core.parse.blocks import Block
from signoff.core.parse.rows_in_english import rows_in_english
from signoff.core.parse.words import words

_SAYS_FILTERS = frozenset(
    words(
        "filter filters selection selections exclusion exclusions restriction restrictions scope "
        "criteria filtros filtro selectie selecties auswahl einschrankung einschrankungen"
    )
)
_BESIDE = frozenset(
    words(
        "row rows data load source loading and of the record records what which is are in out left "
        "joins rules on"
    )
)
"""Words that may stand beside those in the name of a sheet."""
_UNREAD = "the sheet holds no mapping"
_MOST_COLUMNS = 8
_MOST_WORDS = 4
"""Words of a heading; a line of more is a sentence."""
_HEADS = (
    ("number", r"#|no|nr|number|step|pos|id|order|seq|rule no|filter no"),
    ("table", r"(?:source )?(?:table|entity|dataset|object|file)s?|applies to|from|tabelle|tabel|tabla"),
    ("field", r"(?:source )?(?:field|column|attribute)s?(?: name)?|feld|spalte|veld|kolom|campo|columna"),
    ("sign", r"operator|comparison|op|sign|operador"),
    ("value", r"values?|operand|code|codes|wert|waarde|valor"),
    ("word", r"combine|combined(?: with)?|link|and or|logic|connector|logical(?: operator)?"),
    (
        "leaves",
        r"(?:what )?(?:stays|stay|is left|are left|left) (?:out|behind)|exclude[ds]?|exclusions?"
        r"|excluding|not (?:loaded|wanted|taken|migrated|"
        r"included|in scope)|out of scope|leave out|rows? (?:left out|excluded|not loaded)",
    ),
    (
        "takes",
        r"(?:what )?(?:stays|stay|is|are|comes|come) in|include[ds]?|inclusions?|including"
        r"|(?:rows? )?(?:loaded|wanted|taken|migrated|kept)|"
        r"in scope|only",
    ),
    ("yes", r"yes no|y n|loaded|included|answer|decision|take"),
    (
        "text",
        r"(?:row |data |load )?(?:filters?|conditions?|criteri(?:a|on)|rules?|restrictions?"
        r"|selections?|where|what|which rows|text|"
        r"descriptions?|logic|filter (?:text|condition|rule))|filtro|bedingung|voorwaarde|condicion",
    ),
    ("why", r"why|reasons?|comments?|remarks?|notes?|explanation|grund|bemerkung|reden|opmerking"
    r"|motivo|status|who|asked by"),
)  # fmt: skip
_SHAPES = tuple((kind, re.compile(rf"(?:{shape})")) for kind, shape in _HEADS)
_YES = re.compile(r"^(?:yes|y|x|true|ja|si|in)$", re.IGNORECASE)
_NO = re.compile(r"^(?:no|n|-|false|nein|nee|out)$", re.IGNORECASE)
_QUESTION = re.compile(
    r"\s*\b(?:(?:are|is|to\s+be|get|gets)\s+)?(?:loaded|included|taken|migrated|kept|wanted|needed|moved|in\s+scope|in)\s*\?*$|\?+$",
    re.IGNORECASE,
)
"""Ends the question behind which a yes or no stands: ``Dummy visits loaded?``."""
_SAYS_MORE = re.compile(
    r"[=<>]|\b(?:only|not|without|latest|unless|except|exclud\w*|also|still|counts?|means?|if|when|null|empty|blank)\b",
    re.IGNORECASE,
)
"""Words of a comment that change what the line beside it says."""
_LIMITS = re.compile(r"\b(?:unless|except|provided|but|if|when)\b", re.IGNORECASE)
"""Words of a reason that make it more than one."""
_PLAIN = re.compile(r"^[A-Za-z_][\w.]*$")
_SIGN = re.compile(r"^(?:=|==|<>|!=|<=?|>=?|(?:not\s+)?(?:in|like|between|is)|is\s+not)$", re.IGNORECASE)


@dataclass(frozen=True)
class _Line:
    """What one line says, the word that joins it to the line before, and where it stands."""

    text: str
    word: str
    column: int
    row: int


def mute_filters(blocks: Sequence[Block]) -> None:
    """A list of filters under Field and Condition is no mapping, beside one that names sources."""
    mappings = [b for b in blocks if b.kind is BlockKind.MAPPING]
    telling = [b for b in mappings if not _is_of_filters(b)]
    for block in mappings:
        if telling and _is_of_filters(block):
            block.kind = BlockKind.NOTHING


def _is_of_filters(block: Block) -> bool:
    told = (Role.SOURCE_COLUMN, Role.TARGET_TYPE, Role.TARGET_TABLE)
    return says_filters(block.grid.name) and not block.insisted and not any(map(block.layout.has, told))


def says_filters(name: str) -> bool:
    """Whether a sheet's name says that it tells which rows there are, and nothing else."""
    said = set(words(name))
    return bool(said & _SAYS_FILTERS) and said <= _SAYS_FILTERS | _BESIDE


def with_filter_sheets(
    targets: Sequence[TargetMapping], unused: Sequence[UnusedCell], grids: Sequence[SheetGrid]
) -> tuple[tuple[TargetMapping, ...], tuple[UnusedCell, ...]]:
    """The only target with a filter for each line of an unread sheet of filters; and the unused cells.

    Args:
        targets: as read.
        unused: cells that no field was read from.
        grids: the document's sheets.
    """
    if len(targets) != 1:
        return tuple(targets), tuple(unused)
    target, left = targets[0], tuple(unused)
    for grid in grids:
        own = [u for u in left if u.cell.sheet == grid.name]
        if not own or not says_filters(grid.name) or any(u.reason != _UNREAD for u in own):
            continue
        lines = _lines(grid)
        if not lines:
            continue
        start = max((s.order for s in target.steps), default=0)
        steps = [
            Step(
                *(target.name, start + n, StepKind.FILTER),
                condition=line.text,
                cell=Cell(grid.name, line.row, line.column, own[0].cell.document),
            )
            for n, line in enumerate(lines, 1)
        ]
        target = replace(target, steps=(*target.steps, *steps))
        left = tuple(u for u in left if u not in own)
    return (target,), left


def _lines(grid: SheetGrid) -> list[_Line]:
    """The filters of a sheet; none where its lines are too wide for such a list."""
    rows = [(number, cells) for number, cells in enumerate(grid.rows, 1) if any(cells)]
    if not rows or max(len(cells) for _, cells in rows) > _MOST_COLUMNS:
        return []
    head = next((n for n, (_, cells) in enumerate(rows[:4]) if _is_header(cells)), None)
    kinds = _kinds(rows[head][1]) if head is not None else {}
    body = rows[head + 1 :] if head is not None else rows
    before = [line for number, cells in rows[: head or 0] for line in _sentences(cells, number)]
    return _combined([*before, *(line for number, cells in body for line in _line(cells, kinds, number))])


def _is_header(cells: Sequence[str]) -> bool:
    filled = [text for text in cells if text]
    known = [text for text in filled if _kind(text)]
    return len(known) == len(filled) and all(len(text.split()) <= _MOST_WORDS for text in filled)


def _kind(head: str) -> str:
    said = " ".join(words(head.replace("#", " nr ")))
    return next((kind for kind, shape in _SHAPES if shape.fullmatch(said)), "")


def _kinds(header: Sequence[str]) -> dict[int, str]:
    return {n: _kind(text) for n, text in enumerate(header) if text}


def _sentences(cells: Sequence[str], row: int) -> Iterator[_Line]:
    for n, text in enumerate(cells, 1):
        if len(text.split()) > _MOST_WORDS:
            yield _Line(rows_in_english(text) or text, "", n, row)


def _line(cells: Sequence[str], kinds: dict[int, str], row: int) -> Iterator[_Line]:
    """What one row says; each cell of a sheet without headings by itself."""
    told = {n: text.strip() for n, text in enumerate(cells) if text.strip()}
    if not kinds:
        yield from (_Line(rows_in_english(text) or text, "", n + 1, row) for n, text in told.items())
        return
    by_kind: dict[str, list[tuple[int, str]]] = {}
    for n, text in told.items():
        by_kind.setdefault(kinds.get(n, "text"), []).append((n, text))
    for kind, lead in (("takes", "only "), ("leaves", "leave out ")):
        yes = [(n, text) for n, text in by_kind.pop(kind, []) if not (_YES.match(text) or _NO.match(text))]
        yield from (_Line(f"{lead}{text}", "", n + 1, row) for n, text in yes)
    word = next((text.lower() for _, text in by_kind.get("word", [])), "")
    said = _condition(by_kind)
    if said is not None:
        yield _Line(said[1], word, said[0] + 1, row)
    limits = [
        (n, text) for n, text in by_kind.get("why", []) if _LIMITS.search(text) and "field" not in by_kind
    ]
    yield from (_Line(text, "", n + 1, row) for n, text in limits)


def _condition(told: dict[str, list[tuple[int, str]]]) -> tuple[int, str] | None:
    """The column and the words of a line's filter; None where the line says that rows stay."""
    parts = [each for kind in ("field", "sign", "value", "text") for each in told.get(kind, [])]
    if not parts:
        return None
    place = parts[0][0]
    answer = next((text for _, text in told.get("yes", [])), "")
    text = " ".join(
        _compared(told, kind, text)
        for kind in ("field", "sign", "value", "text")
        for _, text in told.get(kind, [])
    )
    text = rows_in_english(text) or text
    if answer:
        bare = _QUESTION.sub("", text).strip()
        if _YES.match(answer) and bare != text:
            return None
        text = f"leave out {bare}" if _NO.match(answer) and bare != text else f"{text} {answer}"
    more = [said for _, said in told.get("why", []) if _SAYS_MORE.search(said) and told.get("field")]
    return place, " ".join([text, *(f"({said})" for said in more)])


def _compared(told: dict[str, list[tuple[int, str]]], kind: str, text: str) -> str:
    """One cell of a line: a value behind a sign in quotes, a field under its table."""
    if kind == "field" and _PLAIN.match(text) and "." not in text and len(told.get("table", [])) == 1:
        table = told["table"][0][1]
        return f"{table}.{text}" if _PLAIN.match(table) else text
    behind_sign = kind == "value" and any(_SIGN.match(sign) for _, sign in told.get("sign", []))
    if (
        behind_sign
        and re.fullmatch(r"[A-Za-z]\w*", text)
        and text.casefold() not in ("null", "true", "false")
    ):
        return f"'{text}'"
    return text


def _combined(lines: Sequence[_Line]) -> list[_Line]:
    """Lines joined by ``or`` as one; where some are joined by ``and`` too, in words that say both."""
    if not any(line.word == "or" for line in lines):
        return list(lines)
    first, *rest = lines
    plain = all(line.word == "or" for line in rest)
    text = first.text
    for line in rest:
        text = (
            f"{text} {line.word or 'and'} {line.text}"
            if plain
            else f"{text}, {line.word or 'and'}: {line.text}"
        )
    return [replace(first, text=text)]
