"""The language one answer is written in: exactly one SQL expression over the columns in scope.

The grammar is text in the Lark dialect that llguidance reads. It is typed by sort (see `vocabulary`), so
that what it admits also binds in DuckDB as far as sorts can tell, and its nesting is bounded by spelling
each level out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from signoff.core.domain.prompts import Prompt
from signoff.core.generate.fixed_texts import alternatives, day_constants, fixed_terminals, quoted, terminal
from signoff.core.generate.vocabulary import (
    AGGREGATES,
    CAST_TYPES,
    DATE_PARTS,
    FUNCTIONS,
    WINDOWS,
    sort_of,
)

_SORTS = ("t", "n", "d", "b")
_INNER_LEVELS = 4
"""Nesting inside an aggregate or a window function."""
_OUTER_LEVELS = 6
"""Nesting of the whole expression."""

_NOTHING = '"NULL"'
"""Stands where a sort has neither columns nor constants."""

_TERMINALS = r"""
NUMBER: /-?(0|[1-9][0-9]{0,11})(\.[0-9]{1,6})?/
COUNT: /[0-9]|[1-9][0-9]|[1-9][0-9][0-9]/
WHOLE: /[0-9]|[1-4][0-9]/
FORMAT: /'(%[YymdHMSIpbBjf]|[ \-\/.:,T]){1,16}'/
REGEX: /'[A-Za-z0-9 \[\]\\^$.*+?(){}|,:;_\/@#%&=<>!~\-]{1,40}'/
PUNCTUATION: /'[ \-_.,:;\/|#+*()\[\]{}&@%$=<>!?~^]{0,4}'/
DIGITS: /'[0-9]{1,10}'/
DAY: /DATE '[129][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])'/ | LATE_DAY
LATE_DAY: /DATE '[129][0-9]{3}-((01|0[3-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31)'/
AS_NUMBER: / AS (INTEGER|BIGINT|DOUBLE|DECIMAL\(([1-9]|[12][0-9]|3[0-8]), ?[0-9]\))\)/
UNIT: "YEAR" | "MONTH" | "WEEK" | "DAY" | "HOUR" | "MINUTE" | "SECOND"
COMPARE: " = " | " <> " | " != " | " < " | " <= " | " > " | " >= "
"""


@dataclass(frozen=True)
class _Level:
    """Names of the rules one nesting level refers to."""

    own: str
    """Suffix of this level's rules."""
    below: str
    """Suffix of the rules that may stand inside."""


def grammar_for(prompt: Prompt) -> str:
    """Grammar of one prompt's answer, in llguidance's Lark dialect.

    Identifiers are exactly ``prompt.columns``; fixed texts are the rule's literals, the rule's own words,
    numbers, short punctuation and a few neutral words. Aggregates only in a grouped statement, else windows.
    """
    columns = _columns_by_sort(prompt)
    lines = [
        f"start: {_start(prompt)}",
        _TERMINALS,
        *fixed_terminals(prompt),
        *_atoms(columns, day_constants(prompt)),
    ]
    lines += _helpers(prompt.aggregate)
    for depth in range(_INNER_LEVELS):
        lines += _level_rules(_Level(f"i{depth}", f"i{depth - 1}"), columns, depth)
    special = AGGREGATES if prompt.aggregate else WINDOWS
    for depth in range(_OUTER_LEVELS):
        lines += _level_rules(_Level(f"o{depth}", f"o{depth - 1}"), columns, depth, special, prompt.aggregate)
    return "\n".join(line for line in lines if line)


def _start(prompt: Prompt) -> str:
    top = f"o{_OUTER_LEVELS - 1}"
    wanted = "b" if prompt.condition else sort_of(prompt.target_type)
    return f"{wanted}_{top}" if wanted else f"x_{top}"


def _columns_by_sort(prompt: Prompt) -> dict[str, list[str]]:
    """Identifiers by sort; one whose type is not known stands in every sort but conditions.

    ``day`` are those of type DATE, to which DuckDB adds whole days.
    """
    types = dict(zip(prompt.columns, prompt.column_types, strict=False))
    found: dict[str, list[str]] = {sort: [] for sort in _SORTS}
    found["day"] = [name for name in prompt.columns if types.get(name, "").upper() == "DATE"]
    for name in prompt.columns:
        sort = sort_of(types.get(name, "")) or "tnd"
        for each in sort:
            found[each].append(name)
    return found


def _atoms(columns: dict[str, list[str]], days: list[str]) -> list[str]:
    """What stands for itself, by sort: columns and constants."""
    constants = {"t": ["fixed"], "n": ["NUMBER"], "d": days, "b": ['"TRUE"', '"FALSE"']}
    lines = []
    for sort in (*_SORTS, "day"):
        named = [terminal(name) for name in columns[sort]]
        everything = [*named, *constants.get(sort, [])]
        lines.append(f"col_{sort}: {alternatives(named or [_NOTHING])}")
        lines.append(f"atom_{sort}: {alternatives(everything or [_NOTHING])}")
    every = dict.fromkeys(name for sort in _SORTS for name in columns[sort])
    lines.append(f"col_x: {alternatives([terminal(name) for name in every] or [_NOTHING])}")
    lines.append(f"day: {alternatives(['col_day', *days])}")
    return lines


def _helpers(aggregate: bool) -> list[str]:
    """Parts of window and aggregate calls, and of dates."""
    inner = f"i{_INNER_LEVELS - 2}"
    order = f'(x_{inner} (" DESC" | " ASC")? (" NULLS LAST" | " NULLS FIRST")?)'
    lines = [
        f"part: {alternatives(terminal(quoted(part)) for part in DATE_PARTS)}",
        f'ordering: " ORDER BY " {order} (", " {order})?',
    ]
    if aggregate:
        lines.append(f'kept: " FILTER (WHERE " b_{inner} ")"')
    else:
        keys = f'"PARTITION BY " x_{inner} (", " x_{inner})?'
        lines.append(f'over: " OVER (" ({keys} ordering? | "ORDER BY " {order} (", " {order})?)? ")"')
    return lines


def _level_rules(
    level: _Level,
    columns: dict[str, list[str]],
    depth: int,
    special: dict[str, tuple[str, ...]] | None = None,
    aggregate: bool = False,
) -> list[str]:
    lines = []
    for sort in _SORTS:
        options: list[str] = []
        if depth:
            options += [_call(signature, level) for signature in FUNCTIONS[sort]]
            options += _composed(sort, level)
        if special and depth:
            options += _special_calls(special[sort], aggregate)
            if aggregate and sort == "n":
                options += ['"count(*)" kept?', '"count(DISTINCT " col_x ")" kept?']
        lines.append(f"v{sort}_{level.own}: {alternatives([f'col_{sort}', *options])}")
        lines.append(f"p{sort}_{level.own}: atom_{sort} | v{sort}_{level.own}")
    lines += _operators(level, depth)
    lines.append(f"x_{level.own}: {alternatives(f'{sort}_{level.own}' for sort in _SORTS)}")
    return lines


def _special_calls(signatures: tuple[str, ...], aggregate: bool) -> list[str]:
    inside = _Level("", f"i{_INNER_LEVELS - 1}")
    return [_call(signature, inside) + (" kept?" if aggregate else " over") for signature in signatures]


def _composed(sort: str, level: _Level) -> list[str]:
    """Brackets, CASE and casts."""
    below, inside = level.below, f"{sort}_{level.below}"
    given = f'"NULL" | {inside}'
    arm = f'b_{below} " THEN " ({given})'
    searched = f'"CASE WHEN " {arm} (" WHEN " {arm})* (" ELSE " ({given}))? " END"'
    simple = [
        f'"CASE " {key}_{below} (" WHEN " {const} " THEN " ({given}))+ (" ELSE " ({given}))? " END"'
        for key, const in (("t", "fixed"), ("n", "NUMBER"))
    ]
    sources = {"d": ("vt", "d"), "b": ("vt", "n"), "n": ("vt", "n", "b")}.get(sort, ("vt", "n", "d", "b"))
    source = "(" + alternatives(f"{each}_{below}" for each in sources) + ")"
    types = ["AS_NUMBER"] if sort == "n" else [terminal(f" AS {name})") for name in CAST_TYPES[sort]]
    cast = f'("CAST(" | "TRY_CAST(") {source} ({alternatives(types)})'
    return [f'"(" {inside} ")"', searched, *simple, cast]


def _operators(level: _Level, depth: int) -> list[str]:
    own, below = level.own, level.below
    if not depth:
        return [f"{sort}_{own}: p{sort}_{own}" for sort in _SORTS]
    joined = f"(pt_{own} | pn_{own} | pd_{own})"
    interval = f'("INTERVAL " NUMBER " " UNIT | "INTERVAL (" n_{below} ") " UNIT)'
    days = ["day", f'"last_day(" d_{below} ")"', f'"CAST(" (vt_{below} | d_{below}) " AS DATE)"']
    condition = [f"pb_{own}", *_comparisons(below)]
    return [
        f't_{own}: pt_{own} | {joined} (" || " {joined})+',
        f'n_{own}: pn_{own} ((" + " | " - " | " * " | " / " | " // " | " % ") pn_{own})*',
        f'd_{own}: pd_{own} ((" + " | " - ") {interval})* | ({alternatives(days)}) (" + " | " - ") pn_{own}',
        f"c_{own}: {alternatives(condition)}",
        f'f_{own}: "NOT "? c_{own}',
        f'b_{own}: f_{own} ((" AND " | " OR ") f_{own})*',
    ]


def _comparisons(below: str) -> list[str]:
    """Tests of one value; what stands on the left is no constant, so that no test is always the same."""
    sides = (("t", f"vt_{below}", "fixed"), ("n", f"n_{below}", "NUMBER"), ("d", f"d_{below}", "DAY"))
    found = [f'(vt_{below} | vn_{below} | vd_{below} | col_b) (" IS NULL" | " IS NOT NULL")']
    for sort, left, constant in sides:
        right = f"{sort}_{below}"
        found += [
            f"{left} COMPARE {right}",
            f'{left} (" IS DISTINCT FROM " | " IS NOT DISTINCT FROM ") {right}',
            f'{left} (" IN (" | " NOT IN (") {constant} (", " {constant})* ")"',
            f'{left} (" BETWEEN " | " NOT BETWEEN ") {right} " AND " {right}',
        ]
    found.append(f'(col_b | "coalesce(" b_{below} ", " atom_b ")") (" = " | " <> ") ("TRUE" | "FALSE")')
    found.append(f'vt_{below} (" LIKE " | " NOT LIKE " | " ILIKE " | " NOT ILIKE ") LIKED')
    return found


_CALL = re.compile(r"(\w+)\((.*)\)")


def _call(signature: str, level: _Level) -> str:
    """One function call as a grammar alternative."""
    matched = _CALL.fullmatch(signature)
    assert matched is not None
    name, arguments = matched.group(1), matched.group(2).split()
    pieces = [terminal(f"{name}(")]
    for position, argument in enumerate(arguments):
        mark = argument[-1]
        term = _argument(argument.rstrip("*?"), level)
        if mark == "*":
            pieces.append(f'(", " {term})*')
        elif mark == "?":
            pieces.append(f'(", " {term})?')
        else:
            pieces.append(f'", " {term}' if position else term)
    return " ".join([*pieces, '")"'])


def _argument(sort: str, level: _Level) -> str:
    plain = {
        "c": "COUNT",
        "k": "WHOLE",
        "f": "FORMAT",
        "p": "part",
        "r": "REGEX",
        "j": '(COUNT | "-1" | "-2")',
        "s": "fixed",
        "g": "\"'g'\"",
    }
    if sort in plain:
        return plain[sort]
    if sort == "i":
        counted = f'(COUNT | "length(" t_{level.below} ")" | "strpos(" t_{level.below} ", " fixed ")")'
        return f'({counted} ((" + " | " - ") {counted})?)'
    if sort == "o":
        return f"(n_{level.below} | d_{level.below})"
    return f"{sort}_{level.below}"
