"""Terse words of mapping sheets, said once more in the words that compilers know.

Only a text that is understood to its last word is restated, and what it is restated as must mean the same: "Group over
unit then sum" is "sum" where the grouping is stated by the plan, "CAPACITY is in MW, load in kW (x 1000)" is a
multiplication.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from signoff.core.domain.expressions import Scope
from signoff.core.domain.spec import ColumnMapping
from signoff.core.generate.patterns.plain_else import plain_else
from signoff.core.generate.patterns.plain_sayings import plain_sayings
from signoff.core.generate.patterns.restated_arms import ARMS
from signoff.core.generate.patterns.restated_asides import ASIDES
from signoff.core.generate.patterns.restated_asked import ASKED
from signoff.core.generate.patterns.restated_bands import BANDS
from signoff.core.generate.patterns.restated_beside_signs import BESIDE_SIGNS
from signoff.core.generate.patterns.restated_change_numbers import CHANGE_NUMBERS
from signoff.core.generate.patterns.restated_changes import CHANGES
from signoff.core.generate.patterns.restated_cleaned import CLEANED
from signoff.core.generate.patterns.restated_context import (
    at_least,
    distinct_things,
    done_by,
    explained_count,
    in_context,
    join_told,
    same_relation,
    zero_without_rows,
)
from signoff.core.generate.patterns.restated_counted import COUNTED
from signoff.core.generate.patterns.restated_counts import COUNTS
from signoff.core.generate.patterns.restated_endings import ENDINGS
from signoff.core.generate.patterns.restated_engineers import ENGINEERS
from signoff.core.generate.patterns.restated_everyday import EVERYDAY
from signoff.core.generate.patterns.restated_explained import EXPLAINED
from signoff.core.generate.patterns.restated_filled import FILLED
from signoff.core.generate.patterns.restated_formats import FORMATS
from signoff.core.generate.patterns.restated_gathered_texts import GATHERED_TEXTS
from signoff.core.generate.patterns.restated_habits import HABITS
from signoff.core.generate.patterns.restated_kinds import KINDS
from signoff.core.generate.patterns.restated_listed import LISTED
from signoff.core.generate.patterns.restated_lookups import LOOKUPS
from signoff.core.generate.patterns.restated_made_by import MADE_BY
from signoff.core.generate.patterns.restated_moments import MOMENTS
from signoff.core.generate.patterns.restated_moves import MOVES
from signoff.core.generate.patterns.restated_open_ends import OPEN_ENDS
from signoff.core.generate.patterns.restated_own import OWN_WORDS
from signoff.core.generate.patterns.restated_parts import PARTS
from signoff.core.generate.patterns.restated_period_labels import LABELS
from signoff.core.generate.patterns.restated_pieces import PIECES
from signoff.core.generate.patterns.restated_plain import PLAIN
from signoff.core.generate.patterns.restated_ratios import RATIOS
from signoff.core.generate.patterns.restated_requests import REQUESTS
from signoff.core.generate.patterns.restated_shapes import (
    DEFAULT_FIRST,
    DIRECT,
    FIXED,
    FROM_FORMAT,
    GROUPED,
    HOURS,
    IN_GROUP,
    LOOKED_UP,
    NOUNS,
    OUT_OF,
    PARTS_OF_DATE,
    REMOVE,
    SEPARATED,
    SIGN_NAMES,
    TIMES,
    TO_NUMBER,
    TRIMMED,
    UNIT,
    WORKED_ON,
    YEAR_MONTH,
)
from signoff.core.generate.patterns.restated_signs import SIGNS
from signoff.core.generate.patterns.restated_spellings import SPELLINGS
from signoff.core.generate.patterns.restated_spoken import SPOKEN
from signoff.core.generate.patterns.restated_terse import TERSE
from signoff.core.generate.patterns.restated_until import UNTIL
from signoff.core.generate.patterns.restated_windows import WINDOWS
from signoff.core.generate.patterns.restated_yes_no import YES_NO
from signoff.core.generate.types import Family, family_of


def restated(text: str, scope: Scope, mapping: ColumnMapping) -> Iterator[str]:
    """The rule in other words that mean the same; nothing where it is not understood as a whole.

    Args:
        text: the rule.
        scope: what it may use.
        mapping: the row it stands in.
    """
    whole = " ".join(text.split()).strip(" .")
    plain = plain_sayings(plain_else(whole))
    if plain != whole:
        yield plain
    for make in _MAKERS:
        made = make(plain, scope, mapping)
        if made and made.casefold() != plain.casefold() and not _drops_exception(plain, made):
            yield made


_EXCEPTION = re.compile(r"[;,.]\s+[^;,.]*\bonly\s+(?:if|when|where)\b", re.IGNORECASE)


def _drops_exception(plain: str, made: str) -> bool:
    """Whether the other words say nothing any more of "B only if A is null"."""
    said = _EXCEPTION.search(plain) is not None
    return said and re.search(r"\b(?:if|when|where|case|coalesce|concat_ws)\b", made, re.IGNORECASE) is None


def _only(scope: Scope) -> str:
    return scope.sources[0].sql if len(scope.sources) == 1 else ""


def _family(scope: Scope) -> Family:
    return family_of(scope.sources[0].column.type)


def _full(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    return re.fullmatch(pattern.pattern, text, re.IGNORECASE)


def _direct(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    match = _full(DIRECT, text)
    return match["move"] if match else ""


def _grouped(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    if not scope.aggregate:
        return ""
    match = _full(GROUPED, text) or _full(IN_GROUP, text)
    return match["rest"] if match else ""


def _removed(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    match = _full(REMOVE, text)
    if match is None or not _only(scope):
        return ""
    sign = match["sign"].strip("'\"").lower()
    sign = SIGN_NAMES.get(sign, sign)
    return f"replace({_only(scope)}, '{sign}', '')" if len(sign.replace("''", "'")) == 1 else ""


def _multiplied(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    match = _full(TIMES, text)
    if match is not None and _only(scope) and _family(scope) is Family.NUMBER:
        return f"{_only(scope)} * {match['number']}"
    if match is not None and _only(scope) and TO_NUMBER.search(mapping.note):
        return f"CAST({_only(scope)} AS DOUBLE) * {match['number']}"
    return told_factor(text, scope)


def told_factor(text: str, scope: Scope) -> str:
    """The multiplication of a rule that names two units and their factor: the units say it no second time."""
    match = _full(UNIT, " ".join(text.split()).strip(" ."))
    if match is None or not _only(scope) or _family(scope) is not Family.NUMBER:
        return ""
    divides = match["sign"].lower() in ("/", ":", "divide by", "divided by")
    return f"{_only(scope)} {'/' if divides else '*'} {match['number']}"


def _dated(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    match = _full(FROM_FORMAT, text)
    if match is not None and _only(scope):
        return f"convert to date from format {match['format'].strip()}"
    match = _full(YEAR_MONTH, text)
    if match is None:
        return ""
    dated = bool(_only(scope)) and _family(scope) in (Family.DATE, Family.TIMESTAMP)
    return f"{_only(scope) if dated else match['what']} as {match['format']}"


def _put_together(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """Day, month and year in columns of their own as one number."""
    match = _full(PARTS_OF_DATE, text)
    named = {
        part: [c for c in scope.sources if part in c.column.name.casefold()]
        for part in ("day", "month", "year")
    }
    if match is None or len(scope.sources) != 3 or any(len(found) != 1 for found in named.values()):
        return ""
    if any(part not in match["parts"].lower() for part in named):
        return ""
    day, month, year = (f"CAST({named[part][0].sql} AS INTEGER)" for part in ("day", "month", "year"))
    return f"{year} * 10000 + {month} * 100 + {day}"


def _defaulted(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    match = _full(DEFAULT_FIRST, text)
    if match is None:
        return ""
    return f"if {match['condition']} then {_text(match['value'])} else {_text(match['default'])}"


def _text(value: str) -> str:
    return value if value[:1] in "'\"" or value.isdigit() else f"'{value}'"


def _hour(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    dated = bool(_only(scope)) and _family(scope) is Family.TIMESTAMP
    return f"hour of {_only(scope)}" if dated and _full(HOURS, text) else ""


def _listed(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    match = _full(OUT_OF, text)
    if match is None or not _only(scope) or _family(scope) is not Family.NUMBER:
        return ""
    return match["list"].strip()


def _separated(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    match = _full(SEPARATED, text)
    return f"{match['head']} '{match['sign']}'" if match is not None else ""


def _named(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """Nouns for columns that the source cells list in the same order, each noun with a word of its column."""
    match = _full(NOUNS, text)
    nouns = re.split(r"\s*(?:,|&|\+|\band\b)\s*", match["nouns"]) if match is not None else []
    if match is None or len(nouns) != len(scope.sources) or len(nouns) < 2:
        return ""
    pairs = list(zip(nouns, scope.sources, strict=True))
    fitting = [_begins(noun, column.column.name) for noun, column in pairs]
    crossing = any(_begins(n, c.column.name) for n, own in pairs for c in scope.sources if c is not own)
    if not all(fitting) and (crossing or not any(fitting)):
        return ""
    return f"{match['verb']} {', '.join(c.sql for c in scope.sources)} {match['how']}"


def _begins(noun: str, name: str) -> bool:
    """Whether a word of the noun begins with a part of the column's name, or the other way round."""
    said = [w for w in re.split(r"[\W_]+", noun.casefold()) if len(w) > 2]
    parts = [p for p in re.split(r"[\W_]+", name.casefold()) if len(p) > 2]
    return any(w.startswith(p) or p.startswith(w) or _shortens(p, w) for w in said for p in parts)


def _shortens(part: str, word: str) -> bool:
    """Whether the part has letters of the word in their order, beginning with its first: apt for apartment."""
    letters = iter(word)
    return part[0] == word[0] and all(letter in letters for letter in part)


def _constant(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """A word in capitals without a source, where a remark says that it is a fixed value."""
    is_word = re.fullmatch(r"[A-Z][A-Z0-9_-]+", text) is not None and not scope.sources
    return f"constant '{text}'" if is_word and FIXED.search(mapping.note) else ""


def _cased(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    match = _full(TRIMMED, text)
    return f"trim and {match['first']}" if match is not None else ""


def _looked_up(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """A lookup in the table that the source cell names: the plan has joined it, its column is what is loaded."""
    match = _full(LOOKED_UP, text)
    if match is None or len(scope.sources) != 1 or WORKED_ON.search(text):
        return ""
    source = scope.sources[0]
    table = match["table"].rpartition(".")[2].casefold()
    if table not in (source.table.casefold(), source.relation.casefold()):
        return ""
    default = match["default"]
    return f"coalesce({source.sql}, {_text(default)})" if default else "Direct move"


_Maker = Callable[[str, Scope, ColumnMapping], str]
_MAKERS: tuple[_Maker, ...] = (
    _direct,
    _grouped,
    _removed,
    _multiplied,
    _dated,
    _put_together,
    _defaulted,
    _hour,
    _listed,
    _separated,
    _named,
    _cased,
    _constant,
    _looked_up,
    explained_count,
    distinct_things,
    done_by,
    at_least,
    zero_without_rows,
    in_context,
    join_told,
    same_relation,
    *FILLED,
    *SPELLINGS,
    *OWN_WORDS,
    *EXPLAINED,
    *KINDS,
    *ENGINEERS,
    *CLEANED,
    *COUNTED,
    *TERSE,
    *COUNTS,
    *LISTED,
    *WINDOWS,
    *HABITS,
    *LOOKUPS,
    *ASIDES,
    *MOVES,
    *FORMATS,
    *PARTS,
    *PLAIN,
    *ENDINGS,
    *ASKED,
    *SPOKEN,
    *SIGNS,
    *MOMENTS,
    *BANDS,
    *LABELS,
    *MADE_BY,
    *RATIOS,
    *ARMS,
    *GATHERED_TEXTS,
    *CHANGES,
    *REQUESTS,
    *CHANGE_NUMBERS,
    *EVERYDAY,
    *OPEN_ENDS,
    *BESIDE_SIGNS,
    *YES_NO,
    *PIECES,
    *UNTIL,
)
