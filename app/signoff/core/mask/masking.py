"""One rule masked for a prompt, and the generator's answer unmasked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlglot import exp

from signoff.core.domain.expressions import Scope, ScopeColumn
from signoff.core.domain.masking import Alias, MaskedColumn, MaskedRule, MaskingLevel, Term, TermKind
from signoff.core.domain.sentences import say
from signoff.core.engines.sqltext import parse_expression
from signoff.core.errors import SignoffError
from signoff.core.mask.glossary import bare_codes, pattern_of, quoted_values, scanned, type_group
from signoff.core.mask.leftover import joined, mask_rest, numbers_from, set_apart, taken_by
from signoff.core.mask.matching import Matcher, matcher_of
from signoff.core.mask.showing import is_shown_name, is_shown_value
from signoff.core.mask.words import STAND_IN, parts, spellings


@dataclass(frozen=True)
class Masked:
    """A rule as the generator sees it, with what is needed to read its answer."""

    rule: MaskedRule
    columns: tuple[tuple[str, ScopeColumn], ...]
    """Alias and the column it stands for."""
    values: tuple[tuple[str, str], ...]
    """Alias and the fixed value it stands for."""
    aliases: tuple[Alias, ...]
    """Every stand-in of this prompt, for the glossary's view of it."""
    level: MaskingLevel = MaskingLevel.IDENTIFIERS

    @property
    def names_a_column(self) -> bool:
        """Whether the rule's own text names a column it may use."""
        return any(alias in self.rule.text for alias, _ in self.columns)


def mask_rule(
    rule: str, scope: Scope, terms: Sequence[Term], level: MaskingLevel = MaskingLevel.IDENTIFIERS
) -> Masked:
    """Replace every term in a rule and its scope.

    Stand-ins are numbered anew for each prompt, so that two prompts can't be linked by them.

    Args:
        rule: the rule's text, codes resolved.
        scope: what the expression may use; its columns become flat aliases that show the type.
        terms: all terms of the project, longest first (`glossary.terms_of`).
        level: how much is hidden in this project.
    """
    matcher, taken = matcher_of(terms, level), taken_by(rule, terms)
    rule = set_apart(rule)
    columns = _column_aliases(rule, scope, taken, matcher)
    text, quoted, shown = _mask_quoted(rule, matcher)
    text = _mask_qualified(text, columns)
    text = _mask_scope(text, columns)
    text, others = _mask_terms(text, [term for term in terms if term.kind is not TermKind.VALUE])
    text, values = _mask_codes(text, quoted, matcher)
    text, stray = _mask_terms(text, [term for term in terms if term.kind is TermKind.VALUE], len(others))
    others += stray
    aliases = tuple(
        Alias(Term(c.column.name, TermKind.COLUMN, type_group(c.column.type)), a) for a, c in columns
    )
    aliases += tuple(Alias(Term(value, TermKind.VALUE), alias) for alias, value in values) + others
    aliases = tuple(each for each in aliases if each.alias != each.term.text)
    text, aliases = mask_rest(text, aliases, matcher, taken)
    masked = MaskedRule(
        text=joined(text),
        columns=tuple(MaskedColumn(a, c.column.type, c.is_source) for a, c in columns),
        literals=tuple(alias for alias, _ in values) + shown,
        target_type=scope.target_type,
        condition=scope.condition,
        aggregate=scope.aggregate,
    )
    return Masked(masked, columns, values, aliases, level)


def mask_text(text: str, masked: Masked, terms: Sequence[Term]) -> str:
    """Further text for the same prompt (a comment, an answer) with the same stand-ins."""
    for alias, value in masked.values:
        text = text.replace(value, alias)
    text = _mask_terms(_mask_scope(_mask_qualified(text, masked.columns), masked.columns), terms)[0]
    return mask_rest(text, masked.aliases, matcher_of(terms, masked.level))[0]


def unmask(sql: str, masked: Masked) -> str:
    """The generator's expression with the real columns and values back, as DuckDB SQL.

    Raises:
        SignoffError: the text is no SQL expression, or names something that was not in scope.
    """
    columns, values = dict(masked.columns), dict(masked.values)
    tree = parse_expression(sql)
    for column in list(tree.find_all(exp.Column)):
        known = columns.get(column.name)
        if known is None or column.table:
            raise SignoffError(say("glossary.foreign_name", name=column.sql()))
        replacement = parse_expression(known.sql)
        if column is tree:
            tree = replacement
        else:
            column.replace(replacement)
    for literal in tree.find_all(exp.Literal):
        if literal.is_string:
            literal.set("this", _restored(literal.name, values))
    return tree.sql(dialect="duckdb")


def _restored(text: str, values: dict[str, str]) -> str:
    return re.sub(r"val_\d+", lambda match: values.get(match.group(0), match.group(0)), text)


def _column_aliases(
    rule: str, scope: Scope, taken: Collection[str], matcher: Matcher
) -> tuple[tuple[str, ScopeColumn], ...]:
    """Aliases numbered in the order in which the rule names its columns, then in the scope's order.

    Worked examples are numbered alike, so that "from date_01 to date_02" means the same everywhere. At the level
    *terms* a column keeps its name where that tells nothing and only one column has it.
    """
    groups: dict[str, Iterator[str]] = {}
    names = Counter(column.column.name.casefold() for column in scope.columns)
    named = []
    for column in _in_order_of_mention(rule, scope.columns):
        name, group = column.column.name, type_group(column.column.type)
        if names[name.casefold()] == 1 and is_shown_name(name, matcher):
            named.append((name, column))
        else:
            named.append((next(groups.setdefault(group, numbers_from(group, 2, taken))), column))
    return tuple(named)


def _in_order_of_mention(rule: str, columns: Sequence[ScopeColumn]) -> list[ScopeColumn]:
    places: dict[int, int] = {}
    seen: set[str] = set()
    for index, column in enumerate(columns):
        name = column.column.name.casefold()
        match = None if name in seen else spellings(column.column.name).search(rule)
        seen.add(name)
        places[index] = match.start() if match else len(rule) + 1
    order = sorted(range(len(columns)), key=lambda i: (not columns[i].is_source, places[i], i))
    return [columns[i] for i in order]


def _mask_quoted(rule: str, matcher: Matcher) -> tuple[str, list[tuple[str, str]], tuple[str, ...]]:
    """The rule with fixed values in quotes replaced; alias and value; the values that may be shown."""
    values: list[tuple[str, str]] = []
    shown: list[str] = []
    text = rule
    for value in quoted_values(rule):
        if is_shown_value(value, matcher):
            shown.append(value)
            continue
        values.append((f"val_{len(values) + 1}", value))
        text = text.replace(value, values[-1][0])
    return text, values, tuple(shown)


def _mask_codes(
    text: str, quoted: list[tuple[str, str]], matcher: Matcher
) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Codes in capitals without quotes become quoted values, which is what they mean; what may be shown stays."""
    values = list(quoted)
    for code in bare_codes(STAND_IN.sub(" ", text)):
        if is_shown_value(code, matcher):
            continue
        values.append((f"val_{len(values) + 1}", code))
        text = re.sub(rf"(?<![\w']){re.escape(code)}(?![\w'])", f"'{values[-1][0]}'", text)
    return text, tuple(values)


def _mask_qualified(text: str, columns: Iterable[tuple[str, ScopeColumn]]) -> str:
    for alias, column in columns:
        for place in {column.relation, column.table}:
            mention = rf"(?<!\w){re.escape(place)}\s*\.\s*\"?{re.escape(column.column.name)}\"?(?!\w)"
            text = re.sub(mention, alias, text, flags=re.IGNORECASE)
    return text


def _mask_scope(text: str, columns: Sequence[tuple[str, ScopeColumn]]) -> str:
    """Names of columns in scope replaced; of two columns of one name the first, which is the source's."""
    in_scope: dict[str, str] = {}
    for alias, column in columns:
        in_scope.setdefault(column.column.name, alias)
    for name in sorted(in_scope, key=len, reverse=True):
        text = _replaced(spellings(name), text, in_scope[name])
    return text


def _mask_terms(text: str, terms: Sequence[Term], numbered: int = 0) -> tuple[str, tuple[Alias, ...]]:
    """Every term that would tell something replaced by a numbered stand-in that can't be used as a column."""
    others: list[Alias] = []
    for term in scanned(terms):
        pattern = pattern_of(term)
        kind = "name" if term.kind in (TermKind.TABLE, TermKind.COLUMN) else "word"
        alias = f"{kind}_{numbered + len(others) + 1}"
        replaced = _replaced(pattern, text, alias) if parts(term.text) else text
        if replaced != text:
            others.append(Alias(term, alias))
            text = replaced
    return text, tuple(others)


def _replaced(pattern: re.Pattern[str], text: str, alias: str) -> str:
    """`text` with matches replaced, leaving the stand-ins that are already there untouched."""
    pieces, last = [], 0
    for stand_in in STAND_IN.finditer(text):
        pieces += [pattern.sub(alias, text[last : stand_in.start()]), stand_in.group(0)]
        last = stand_in.end()
    return "".join([*pieces, pattern.sub(alias, text[last:])])
