"""Values without quotes behind the column that they are of, put into quotes: ``actor_role agent or admin``.

Several words are one value where nothing but the end of the clause follows them: ``of type public comment``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.merge.likely.conditions import is_text
from signoff.core.merge.names import word_set, words

_VALUE = r"[a-z][a-z-]*"
_NO_VALUE = word_set(
    "is are was were has have in of on at by to from for with without and or not no the a an it that which who null "
    "empty missing blank filled set given known true false equal equals like between than as only if when where per"
)
_SEVERAL = rf"(?P<values>{_VALUE}(?:\s*,\s*{_VALUE})*\s+or\s+{_VALUE})(?![\w'-])"
_LAST = rf"(?P<words>{_VALUE}(?:\s+{_VALUE}){{1,2}})(?=\s*(?:[,;.)]|$))"


def with_bare_values_quoted(text: str, columns: Sequence[ScopeColumn]) -> str:
    """A rule whose bare values stand in quotes, where each follows the name of a text column or its last word.

    Args:
        text: the rule.
        columns: that it may name.
    """
    for column in columns:
        name = column.column.name
        if not is_text(column) or "_" not in name:
            continue
        noun = words(name)[-1]
        for lead, shape in (
            (re.escape(name), _SEVERAL),
            (rf"(?:of|with)\s+(?:the\s+)?{re.escape(noun)}", _SEVERAL),
            (rf"(?:{re.escape(name)}|(?:of|with)\s+(?:the\s+)?{re.escape(noun)})", _LAST),
        ):
            text = re.sub(rf"(?<![\w.'])(?P<lead>{lead})\s+{shape}", _quoted, text)
    return text


def _quoted(match: re.Match[str]) -> str:
    found = match.groupdict()
    values = re.split(r"\s*,\s*|\s+or\s+", found["values"]) if found.get("values") else [found["words"]]
    if any(word in _NO_VALUE for value in values for word in value.split()):
        return match.group()
    return f"{match['lead']} " + " or ".join(f"'{value}'" for value in values)
