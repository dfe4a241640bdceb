"""A quick look whether a text can be SQL: every bare word is a column, a function or a keyword."""

from __future__ import annotations

import re

from signoff.core.domain.expressions import Scope
from signoff.core.generate.patterns.wordlists import word_set
from signoff.core.generate.types import duckdb_type

_QUOTED = re.compile(r"'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|`[^`]*`|\[[^\]]*\]")
_WORD = re.compile(r"[^\W\d]\w*(?=(\s*\()?)")
_KEYWORDS = word_set(
    "and or not is null in between like ilike rlike similar escape case when then else end cast as",
    "distinct over partition by order asc desc nulls first last rows range unbounded preceding following",
    "current row interval true false filter where within group using separator from for both leading",
    "trailing div mod xor regexp year month day hour minute second week quarter date timestamp time",
    "sysdate systimestamp current_date current_timestamp current_time localtimestamp getdate now today",
    "iif exclude ignore respect at zone epoch dow doy isodow dd mm yy yyyy hh mi ss weekday dayofyear",
    "years months days hours minutes seconds weeks precision unsigned signed varying decimal integer",
    "try_cast safe_cast try_convert convert to if only",
)


def only_known_words(text: str, scope: Scope) -> bool:
    """Whether no bare word of the text is strange to SQL and to the scope."""
    names = {name.casefold() for c in scope.columns for name in (c.relation, c.table, c.column.name)}
    parts = {part for name in names for part in re.findall(r"\w+", name)}
    for found in _WORD.finditer(_QUOTED.sub(" ", text)):
        word = found.group().casefold()
        if not (found.group(1) or word in _KEYWORDS or word in names or word in parts or duckdb_type(word)):
            return "." in text and _qualifies(found, text)
    return True


def _qualifies(found: re.Match[str], text: str) -> bool:
    """Whether the word may be a schema before a table."""
    return bool(re.search(rf"\b{re.escape(found.group())}\s*\.", text))
