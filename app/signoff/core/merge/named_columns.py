"""Columns that a text on rows names and that no condition made of it uses: then not all of it was understood."""

from __future__ import annotations

import re
from collections.abc import Sequence

from signoff.core.domain.plan import Condition, Relation
from signoff.core.domain.spec import Schema
from signoff.core.merge.scoping import relation_columns

_WORD = re.compile(r"(?<![\w'\"])[A-Za-z_]\w*(?![\w'\"])")
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"")


def passes_over(
    text: str, conditions: Sequence[Condition], relations: Sequence[Relation], schema: Schema
) -> bool:
    """Whether a text names a column, spelt as one, that none of its conditions uses.

    Words that may be plain English, such as ``status``, are no sign of it.

    Args:
        text: what the document says.
        conditions: what was made of it.
        relations: the query's tables.
        schema: their columns.
    """
    used = {name.casefold() for each in conditions for name in _WORD.findall(each.sql.replace('"', " "))}
    known = {c.column.name.casefold() for relation in relations for c in relation_columns(relation, schema)}
    said = {word for word in _WORD.findall(_QUOTED.sub(" ", text)) if _is_identifier(word)}
    return any(word.casefold() in known and word.casefold() not in used for word in said)


def _is_identifier(word: str) -> bool:
    return len(word) > 2 and ("_" in word or (word.isupper() and word.isalpha()))
