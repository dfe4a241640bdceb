"""Pattern compilers: the rules people write all the time, compiled to SQL and not generated.

A compiler fires only when it has understood the whole text of a rule. Whatever word is left over, the rule
goes to the language model instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from signoff.core.domain.code_marks import without_code_marks
from signoff.core.domain.expressions import Expression, Origin, Scope
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping
from signoff.core.generate.patterns import (
    P01_direct,
    P02_constant,
    P03_cast,
    P04_nulls,
    P05_text_case,
    P06_concat,
    P07_parts,
    P08_conditional,
    P09_arithmetic,
    P10_dates,
    P11_aggregates,
    P12_keys,
    P13_sql,
    P14_value_map,
    P15_exceptions,
    P16_clauses,
    P17_windows,
    P18_counts,
    P19_terms,
    P20_group_values,
    P21_group_classes,
    P22_endings,
    P23_words,
    P24_spans,
    P25_running_keys,
    P26_minor_units,
    P27_described,
    P28_sheet_words,
    P29_made_keys,
    P30_date_texts,
    P31_both_sides,
    P32_cleaned_values,
    P33_open_ended,
    P34_units,
    P35_notations,
    P36_running,
    P37_defaults,
    P38_window_parts,
    P39_group_words,
    P40_ratios,
    P45_branches,
    P46_formulas,
    P47_between,
    P48_put_together,
    P50_spoken_counts,
    P51_spoken_totals,
    P52_group_ratios,
    P53_group_flags,
    P54_first_last,
    P55_spoken_lists,
    P56_spoken_windows,
    P57_window_values,
    P58_spoken_amounts,
    P59_spoken_dates,
    P60_spoken_spans,
    P61_spoken_hashes,
    P62_composed,
    P63_gathered,
    P64_beside,
    P65_not_found,
    P66_recoded,
    P67_bounds,
    P68_same_day,
    P69_trimmed_parts,
    P70_counted_classes,
    P71_hashed_texts,
    P72_shifted_by,
)
from signoff.core.generate.patterns.conditions import plain_condition
from signoff.core.generate.patterns.context import Choice, Context
from signoff.core.generate.patterns.default_sentences import with_default
from signoff.core.generate.patterns.early_words import said_early
from signoff.core.generate.patterns.empty import compile_empty_rule
from signoff.core.generate.patterns.engine import Compiled, Compiler, compile_readings, context_maker
from signoff.core.generate.patterns.group_sayings import plain_group
from signoff.core.generate.patterns.grouped import fits_grouping
from signoff.core.generate.patterns.holes import Frame, frame_with_holes
from signoff.core.generate.patterns.joins import short_join
from signoff.core.generate.patterns.mentions import readings
from signoff.core.generate.patterns.moments_as_numbers import takes_moment_for_number
from signoff.core.generate.patterns.no_values import turns_words_to_values
from signoff.core.generate.patterns.nouns import noun_readings
from signoff.core.generate.patterns.one_row import takes_one_row
from signoff.core.generate.patterns.overread import overreads
from signoff.core.generate.patterns.pairs import with_pairs
from signoff.core.generate.patterns.phrases import Phrase
from signoff.core.generate.patterns.pieces import Piece
from signoff.core.generate.patterns.rest_words import plain_rest
from signoff.core.generate.patterns.restated import restated, told_factor
from signoff.core.generate.patterns.restated_listed import without_key
from signoff.core.generate.patterns.short_sentences import said_plainly
from signoff.core.generate.patterns.spelled_codes import spelled_codes
from signoff.core.generate.patterns.sqltree import sql_expression
from signoff.core.generate.patterns.table_nouns import with_table_nouns
from signoff.core.generate.patterns.tokens import normalised
from signoff.core.generate.patterns.told_absence import told_absence
from signoff.core.generate.patterns.told_formats import (
    Told,
    is_format_of_date,
    shown_format,
    shown_order,
    told_beside,
    told_formats,
)
from signoff.core.generate.patterns.values import value_of_phrase
from signoff.core.generate.types import Family, family_of, fit_to_type

_MODULES = (
    P46_formulas,
    P01_direct,
    P02_constant,
    P65_not_found,
    P67_bounds,
    P68_same_day,
    P69_trimmed_parts,
    P03_cast,
    P04_nulls,
    P05_text_case,
    P06_concat,
    P07_parts,
    P08_conditional,
    P26_minor_units,
    P22_endings,
    P10_dates,
    P09_arithmetic,
    P11_aggregates,
    P12_keys,
    P17_windows,
    P18_counts,
    P19_terms,
    P20_group_values,
    P21_group_classes,
    P70_counted_classes,
    P24_spans,
    P25_running_keys,
    P30_date_texts,
    P29_made_keys,
    P31_both_sides,
    P32_cleaned_values,
    P34_units,
    P33_open_ended,
    P27_described,
    P28_sheet_words,
    P35_notations,
    P36_running,
    P14_value_map,
    P66_recoded,
    P15_exceptions,
    P23_words,
    P16_clauses,
    P37_defaults,
    P38_window_parts,
    P39_group_words,
    P40_ratios,
    P47_between,
    P48_put_together,
    P45_branches,
    P50_spoken_counts,
    P51_spoken_totals,
    P52_group_ratios,
    P53_group_flags,
    P54_first_last,
    P55_spoken_lists,
    P56_spoken_windows,
    P57_window_values,
    P58_spoken_amounts,
    P59_spoken_dates,
    P60_spoken_spans,
    P61_spoken_hashes,
    P63_gathered,
    P64_beside,
    P71_hashed_texts,
    P72_shifted_by,
    P13_sql,
)
COMPILERS: tuple[Compiler, ...] = tuple(Compiler(module.NAME, module.compile_phrase) for module in _MODULES)
"""Every compiler, in the order they are tried; the last, SQL as written, only where no other understands."""

_PARTS = tuple(
    each
    for each in COMPILERS
    if each.name[:3] not in ("P01", "P02", "P14", "P15", "P16", "P26", "P32", "P34")
)
"""Compilers that may understand a part of a rule; lists of codes and exceptions only ever make a whole one."""
_CALLS = re.compile(r"\w ?\(|\bcase\b.*\bend\b", re.IGNORECASE | re.DOTALL)
"""Signs that a rule is SQL: a function called, a CASE closed. Then words are not looked for in it first."""

_TRUTHS = re.compile(r"(?<!['\"‘“\w])(?:true|false)(?!['\"’”\w])", re.IGNORECASE)

_LEADS = (
    "on|where|having|join on|filter|filter on|filter by|only|only rows where|only rows with|only where|"
    "only records where|only records with|"
    "only load|load only where|keep only|keep only rows where|keep rows where|include only rows where|"
    "include only|only include|rows where|"
    "records where|only if|if|when|nur|nur wenn|with|restrict to|select where|load only rows where|load "
    "only records where|take only rows where"
)
_CONDITION_LEAD = re.compile(
    rf"\s*(?:{'|'.join(sorted(_LEADS.split('|'), key=len, reverse=True))})\b\s*:?\s+", re.IGNORECASE
)
_ONLY_ROWS_OF = re.compile(
    r"\s*(?:only|keep only|include only|load only|only load|only include|take only)\s+(?:the\s+|those\s+)?(\w+)\s+"
    r"(?:with|where|whose|for which|that have|having)\s+(?:an?\s+)?",
    re.IGNORECASE,
)
_EXPLAINED = re.compile(
    r"\s*(?:only|keep only|include only|only load|nur) [a-z]+(?: (?:rows|records|"
    r"ones))? ?\((.+)\)\s*",
    re.IGNORECASE,
)
"""A word for the rows with its meaning in brackets: only active (status = 'A')."""


def compile_rule(
    mapping: ColumnMapping, scope: Scope, *, rule: str | None = None, again: bool = False
) -> Expression | None:
    """The expression for a rule that is understood as a whole; None for every other.

    Args:
        mapping: the column mapping.
        scope: the columns the expression may use, the document's sources marked.
        rule: a text to take instead of the mapping's resolved rule.
        again: the text is a rule said in other words, which are not said in others.
    """
    told = without_code_marks(rule if rule is not None else mapping.rule_resolved or mapping.rule)
    made = (
        with_default(told, scope, lambda rest: compile_rule(mapping, scope, rule=rest)) if not again else None
    )
    made = made or _compiled(told, mapping, scope, again=again)
    if made is None and (absence := told_absence(told, scope)):
        made = _compiled(absence, mapping, scope, again=again)
        made = None if made is not None and _writes_sentences(made.sql, told) else made
    if made is None or takes_one_row(told, made, scope) or turns_words_to_values(told, made.sql):
        return None
    return None if takes_moment_for_number(made.sql, scope) else made


def _writes_sentences(sql: str, rule: str) -> bool:
    """Whether an expression writes several words that stand in no quotes in its rule: a sentence taken for a value."""
    texts = re.findall(r"'((?:[^']|'')*)'", sql)
    return any(
        " " in text.strip() and not re.search(rf"['\"‘“]{re.escape(text)}['\"’”]", rule) for text in texts
    )


def _compiled(text: str, mapping: ColumnMapping, scope: Scope, *, again: bool) -> Expression | None:
    """The expression of a text, whatever rows it is about."""
    if _IS_ERROR.search(text):
        return None
    text = plain_group(plain_rest(text), scope)
    text = "Direct move" if is_format_of_date(text, scope) else told_factor(text, scope) or text
    scope = _told_flag(text, scope)
    text = said_early(text, scope) or text
    text = spelled_codes(text, scope) or without_key(text, scope) or said_plainly(text, scope) or text
    text = shown_order(shown_format(text, scope))
    beside = _over_dates(mapping, told_beside(text, scope, mapping)) if not again else None
    if beside is not None:
        return beside
    made = context_maker(scope, mapping, _value, _condition)
    if not normalised(text):
        return compile_empty_rule(mapping, made)
    fitting = tuple(Compiler(each.name, _fitted(each)) for each in COMPILERS)
    phrases = tuple(with_pairs(phrase) for phrase in readings(text, scope))
    formula = compile_readings(phrases[:1], fitting[:1], made) if text.lstrip().startswith("=") else None
    if formula is not None:
        return formula
    simple = compile_readings(phrases, fitting[1:3], made)
    as_written = compile_readings(phrases[:1], fitting[-1:], made) if _CALLS.search(text) else None
    plain = simple or as_written or compile_readings(phrases, fitting[:-1], made, fitting[-1:])
    found = plain or compile_readings(noun_readings(iter(phrases), scope), fitting[:-1], made)
    if found is None and (spoken := with_table_nouns(text, scope)) != text:
        found = compile_readings(readings(spoken, scope), fitting[:-1], made)
    if found is not None and (_says_more_than_a_value(found.sql, text) or _OF_EACH.search(text)):
        found = None
    if found is not None or again:
        return found
    other = _restated(mapping, scope, text) or _over_dates(mapping, told_formats(text, scope))
    if other is None and _OF_EACH.search(text):
        return None
    composed = other or compile_readings(phrases, (Compiler(P62_composed.NAME, _COMPOSED),), made)
    return None if composed is not None and overreads(composed.sql, text) else composed


_VERB_FIRST = re.compile(
    r"'((?:both|each|put|write|enter|gives?|becomes?|yields?|leads? to|results? in|turns? into|counts? as|"
    r"raises?|throws?) [^']+)'",
    re.IGNORECASE,
)


_OF_EACH = re.compile(
    r"[,;(]\s*(?:both|each)\s+(?:of\s+them\s+|parts?\s+)?(?:(?:with|as|is|are)\s+)?(?:(?:0|zero|trimmed|stripped)\b"
    r"|(?:without|with\s+no|free\s+of)\s+(?:surrounding|leading|outer)\b)",
    re.IGNORECASE,
)
"""Says something of each part of a value, which is not the same said of the whole."""
_IS_ERROR = re.compile(
    r"\b(?:gives?|raises?|throws?|(?:is|are|counts? as) an)\s+(?:an?\s+)?errors?\b", re.IGNORECASE
)
"""Says that a value stops the load, which no expression does."""


_SENTENCE_IN_VALUE = re.compile(
    r"'([^']*\. (?:case|capitals?|small|lower|upper|if|no|when|any|in|also|both)\b[^']*)'", re.IGNORECASE
)
"""A value that goes on with another sentence, ``Other. Case-insens``."""


def _says_more_than_a_value(sql: str, text: str) -> bool:
    """Whether a fixed value holds what a rule says of something else, and not in quotes there."""
    told = _SENTENCE_IN_VALUE.findall(sql)
    if re.match(r"null\s*[<>=]", sql, re.IGNORECASE) or overreads(sql, text):
        return True
    return _writes_a_verb(sql, text) or any(
        f"'{each}'" not in text and f'"{each}"' not in text for each in told
    )


def _writes_a_verb(sql: str, text: str) -> bool:
    """Whether a fixed value is what a rule says is done, ``gives an error``, and not in quotes there."""
    return any(f"'{value}'" not in text and f'"{value}"' not in text for value in _VERB_FIRST.findall(sql))


def _told_flag(text: str, scope: Scope) -> Scope:
    """The scope of a truth value, where no type is given and the rule says true and false without quotes."""
    told = {word.casefold() for word in _TRUTHS.findall(text)}
    return replace(scope, target_type="BOOLEAN") if not scope.target_type and len(told) == 2 else scope


def _over_dates(mapping: ColumnMapping, ways: Iterator[Told]) -> Expression | None:
    """What the rule is of dates, once the format that it tells of its source is read."""
    for told in ways:
        made = compile_rule(replace(mapping, note=""), told.scope, rule=told.rule, again=True)
        made = made or _restated(mapping, told.scope, told.rule)
        if made is not None:
            return told.over_texts(made)
    return None


def _restated(mapping: ColumnMapping, scope: Scope, text: str) -> Expression | None:
    """What the rule is in the terse words of mapping sheets, once they are said in other words."""
    made = (compile_rule(mapping, scope, rule=each, again=True) for each in restated(text, scope, mapping))
    return next((found for found in made if found is not None), None)


def frame_rule(mapping: ColumnMapping, scope: Scope, *, rule: str | None = None) -> Frame | None:
    """The rule's structure with what no compiler understands left open; None where that is not understood either."""
    text = rule if rule is not None else mapping.rule_resolved or mapping.rule
    found = (frame_with_holes(phrase, scope, mapping, _value, _condition) for phrase in readings(text, scope))
    frames = [frame for frame in found if frame is not None]
    return min(frames, key=lambda frame: sum(len(hole.text) for hole in frame.holes), default=None)


def compile_condition(text: str, scope: Scope) -> Expression | None:
    """Boolean SQL for a join or filter condition that is understood as a whole; None for every other."""
    boolean = replace(scope, target_type="BOOLEAN", condition=True)
    plain = normalised(text)
    explained = _EXPLAINED.fullmatch(plain)
    plain = explained.group(1) if explained else plain
    plain = _without_table(plain, scope)
    lead = _CONDITION_LEAD.match(plain)
    for attempt in dict.fromkeys((plain, plain[lead.end() :] if lead else plain)):
        made = sql_expression(attempt, boolean)
        if made is not None and made[2]:
            return Expression(made[0], Origin.PATTERN, P13_sql.NAME)
    joined = short_join(plain, boolean)
    if joined is not None:
        return Expression(joined, Origin.PATTERN, "P00 join")
    worded = Compiler("P00 condition", _boolean)
    rest = plain[lead.end() :] if lead else plain
    return compile_readings(
        readings(rest, boolean), (worded,), context_maker(boolean, None, _value, _condition)
    )


def _without_table(text: str, scope: Scope) -> str:
    """The text without "only customers with", where that names a table in scope or says rows."""
    lead = _ONLY_ROWS_OF.match(text)
    if lead is None:
        return text
    word = lead.group(1).casefold().removesuffix("s")
    tables = {name.casefold().removesuffix("s") for c in scope.columns for name in (c.table, c.relation)}
    return text[lead.end() :] if word in tables | {"row", "record", "line", "entrie"} else text


def _fitted(compiler: Compiler) -> Compiled:
    """The compiler, its result cast to the target's type where the families differ."""

    def compiled(phrase: Phrase, ctx: Context) -> Piece | None:
        piece = compiler.compiled(phrase, ctx)
        if piece is None:
            return None
        fitting = fitted_to_target(piece, ctx)
        return fitting if fitting is not None and fits_grouping(fitting.sql, ctx.scope) else None

    return compiled


def fitted_to_target(piece: Piece, ctx: Context) -> Piece | None:
    """The piece in the target's type; what cannot be converted is an error, or no value as alternative."""
    wanted = ctx.target_type
    crosses = (
        piece.literal is None
        and piece.family is Family.TEXT
        and family_of(wanted) not in (Family.TEXT, Family.UNKNOWN)
    )
    if crosses and ctx.holds(Choice.UNFIT_IS_NULL):
        sql = fit_to_type(piece.sql, piece.type, wanted, lenient=True)
        return None if sql is None else Piece(sql, wanted)
    if piece.family is Family.TIMESTAMP and family_of(wanted) is Family.DATE and piece.literal is None:
        ctx.remark("D32", say("assumed.time_dropped"))
    fitting = piece.fitted(wanted)
    if fitting is not None and fitting.sql != piece.sql:
        return replace(fitting, column=None)
    return with_decimals(fitting, wanted) if fitting is not None else None


def with_decimals(piece: Piece, wanted: str) -> Piece:
    """A calculated fraction with the decimals of the target's type; a column or a rounded value as it is."""
    made = piece.type == "DOUBLE" and piece.column is None and piece.literal is None
    if not made or not wanted.startswith("DECIMAL") or re.match(r"(?:round|floor|ceil)\(", piece.sql):
        return piece
    return Piece(f"CAST({piece.sql} AS {wanted})", wanted, findings=piece.findings)


_COMPOSED = _fitted(Compiler(P62_composed.NAME, P62_composed.compile_phrase))


def _boolean(phrase: Phrase, ctx: Context) -> Piece | None:
    sql = plain_condition(phrase, ctx)
    return None if sql is None else Piece(sql, "BOOLEAN")


def _value(phrase: Phrase, ctx: Context) -> Piece | None:
    """A part of a rule as value: simple ones first, then whatever a compiler makes of it."""
    simple = value_of_phrase(phrase, ctx)
    if simple is not None or not phrase.marks:
        return simple
    return next((piece for each in _PARTS if (piece := each.compiled(phrase, ctx)) is not None), None)


def _condition(phrase: Phrase, ctx: Context) -> str | None:
    """A part of a rule as condition: in words, or as SQL."""
    worded = plain_condition(phrase, ctx)
    if worded is not None:
        return worded
    made = sql_expression(phrase.raw, ctx.scope)
    return made[0] if made is not None and made[2] else None
