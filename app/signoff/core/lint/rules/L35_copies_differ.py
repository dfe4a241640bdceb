"""One source column loaded into columns of the same name by different rules, or with different defaults.

Why: a mapping is often copied to the next table and changed in one of them only.
Bad: `status` from `ORD.STAT` with the default `N` in one target, and with the default `Y` in another.
Good: the same in both, or a word that they differ on purpose.
"""

from __future__ import annotations

from collections.abc import Iterator

from signoff.core.domain.amending import EditKind
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.review import Question
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, Role, TargetMapping
from signoff.core.lint.asking import as_written, asked, choice
from signoff.core.lint.context import Context, bare_name, bare_words, is_direct, rule_cell, rule_text

_Row = tuple[TargetMapping, ColumnMapping]


def copies_differ(context: Context) -> Iterator[Finding]:
    """Each row whose rule or default differs from that of the same name and source in the first target by name."""
    first: dict[tuple[str, str], _Row] = {}
    for target, column in sorted(context.rows(), key=lambda row: row[0].name.casefold()):
        if len(column.sources) != 1 or not column.sources[0].table:
            continue
        ref = column.sources[0]
        key = (bare_words(column.name), f"{bare_name(ref.table)}.{ref.column.casefold()}")
        other = first.setdefault(key, (target, column))
        if other[0] is target:
            continue
        yield from _differing(target, column, *other)


def _differing(
    target: TargetMapping, column: ColumnMapping, other: TargetMapping, twin: ColumnMapping
) -> Iterator[Finding]:
    default, before = column.default.strip(), twin.default.strip()
    if default and before and default.casefold() != before.casefold():
        message = say(
            "lint.defaults_differ", column=column.name, default=default, target=other.name, other=before
        )
        asking = _question(target, column, other, before, EditKind.DEFAULT)
        cell = column.cell_of(Role.TARGET_DEFAULT) or column.cell
        yield Finding("L35", Severity.WARNING, message, cell, target.name, column.name, asking)
    if is_direct(column) or is_direct(twin):
        return
    rule, told = rule_text(column), rule_text(twin)
    if bare_words(rule) != bare_words(told):
        message = say("lint.rules_differ", column=column.name, target=other.name)
        asking = _question(target, column, other, told, EditKind.RULE)
        yield Finding("L35", Severity.INFO, message, rule_cell(column), target.name, column.name, asking)


def _question(
    target: TargetMapping, column: ColumnMapping, other: TargetMapping, text: str, kind: EditKind
) -> Question:
    return asked(
        "L35",
        target,
        column,
        say("ask.differ", column=column.name, target=target.name, other=other.name),
        (
            as_written(say("ask.differ_on_purpose")),
            choice("as-there", say("ask.as_there", target=other.name, text=text), kind, text),
        ),
        what=f"{other.name.casefold()} {kind.value}",
    )
