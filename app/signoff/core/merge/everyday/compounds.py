"""Limits of rows in several clauses: ``A copy only goes over if its title is in titles, and if it was not weeded``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from signoff.core.domain.plan import Condition
from signoff.core.merge.any_case import in_any_case
from signoff.core.merge.everyday.conditions import condition
from signoff.core.merge.everyday.said import Said, World, said_in
from signoff.core.merge.everyday.wording import LIMITING, ROWS
from signoff.core.merge.inferring import looks_like_key
from signoff.core.merge.names import find_column, find_table

_T = (
    r"(?:(?:the\s+|our\s+)?(?:table\s+)?‹t(?P<t>\d+)›(?:\s+(?:table|list))?"
    r"|(?:the\s+|our\s+)(?:‹c\d+›|[a-z]+)\s+(?:table|list))"
)
_IN_TABLE = re.compile(r"\bin\s+(?:the\s+|our\s+)(?P<name>[A-Za-z_]\w*)\s+(?:table|list)\b", re.IGNORECASE)
_ONLY_IF = re.compile(
    rf"^(?:(?:an?|the|each|every)\s+)?{ROWS}\s+(?:only\s+(?:goes|go|comes?|counts?|gets|stays?|is|are)|(?:goes|go|comes?|counts?|gets|stays?|is|are)\s+only)"
    r"(?:\s+(?:over|in|along|here|taken|loaded|kept|migrated|moved|counted|across))*\s+(?:if|when|where)\s+(?P<tests>.+)$"
)
_AND_IF = re.compile(r"\s*,?\s+and\s+(?:also\s+)?(?:only\s+)?(?:if|when|where)\s+")
_IS_IN = re.compile(
    rf"^(?:(?:its|their|the|his|her)\s+)?(?:‹[ct]\d+›|[a-z]+)\s+(?:is|are|exists?|can\s+be\s+found)\s+(?:still\s+|also\s+)?(?:there\s+|found\s+|listed\s+|known\s+|present\s+)?in\s+{_T}$"
)
_IS_NOT = re.compile(
    r"^(?:it|they)\s+(?:is|was|are|were|has|have)\s+not\s+(?:been\s+)?[a-z]+\s*\(\s*(?P<what>[^()]+?)\s*\)$"
)
_EACH_OF = re.compile(
    rf"^(?:please\s+)?(?:we\s+)?(?:bring\s+(?:along|over|across)|take(?:\s+over)?|load|keep|migrate|move|want|need)\s+(?:each|every|all(?:\s+the)?|the)\s+‹o›\s+"
    rf"(?:of|for|with|to)\s+(?:an?\s+|the\s+|those\s+)?(?:‹[ct]\d+›|[a-z]+)\s+(?:that|which|who)\s+(?:is|are|exists?)\s+(?:also\s+|found\s+|listed\s+)?in\s+{_T}$"
)
_CASE = (
    r"(?:however\s+(?:it['’]s|it\s+is|they\s+are|they['’]re)\s+(?:capitali[sz]ed|written|spelled|spelt|cased|typed)"
    r"|(?:whatever|no\s+matter|regardless\s+of)\s+(?:the\s+|its\s+)?(?:case|capitali[sz]ation|capitals)"
    r"|in\s+any\s+case\b(?!\s+of)|case[\s-]insensitive(?:ly)?)"
)
_ANY_CASE = re.compile(rf"\s*\({_CASE}\)|\s*,?\s*\b{_CASE}", re.IGNORECASE)
_BARE_VALUE = re.compile(
    r"\((?P<column>[A-Za-z_]\w*)\s+(?P<value>(?!(?:is|are|was|in|not|and|or|of|by|on|per|as|empty|null|missing|only|at|to|for|has)\b)[A-Za-z][\w-]*)(?=\s*[,)])"
)


def with_values_quoted(sentence: str, world: World) -> str:
    """A sentence whose brackets name a column and a value, the value in quotes: ``(state W)`` as ``(state 'W')``."""
    known = {c.column.name.casefold() for c in world.columns()}

    def quoted(match: re.Match[str]) -> str:
        value = match["value"]
        if match["column"].casefold() not in known or find_column(world.driving, value) is not None:
            return match.group()
        return f"({match['column']} = '{value}'"

    return _BARE_VALUE.sub(quoted, sentence)


def without_case(sentence: str) -> str:
    """A sentence without what says that capital and small letters are the same."""
    return _ANY_CASE.sub("", sentence)


def in_every_case(sql: str) -> str | None:
    """A condition that holds whatever the case of the values; None where its parts are not understood."""
    made = in_any_case(Condition("", sql))
    return made.sql if made is not None else None


def clauses_of(sentence: str, world: World) -> str | None:
    """A sentence of several limits as canonical sentences, one for each; None where one is not understood."""
    said = said_in(with_values_quoted(sentence, world), world)
    text = said.text.strip(" .;:!")
    each = _EACH_OF.match(text)
    if each is not None:
        return _exists(each["t"], sentence, said, world)
    only = _ONLY_IF.match(text)
    if only is None:
        return None
    told = list(_tests(only["tests"], sentence, said, world))
    return ". ".join(t for t in told if t) if all(told) else None


def _tests(text: str, sentence: str, said: Said, world: World) -> Iterator[str | None]:
    for part in _AND_IF.split(text):
        plain = part.strip(" ,;")
        there, absent = _IS_IN.match(plain), _IS_NOT.match(plain)
        if there is not None:
            yield _exists(there["t"], sentence, said, world)
        elif absent is not None:
            found = condition(absent["what"], said)
            yield f"Leave out rows where {found}" if found is not None else None
        else:
            found = condition(plain, said) if re.search(LIMITING, plain) is None else None
            yield f"Only rows where {found}" if found is not None else None


def _exists(number: str | None, sentence: str, said: Said, world: World) -> str | None:
    """Rows that another table has: by the only column that both have, where there is one."""
    named = [
        t for m in _IN_TABLE.finditer(sentence) if (t := find_table(world.schema, m["name"])) is not None
    ]
    table = said.tables[int(number)] if number else named[0] if len(named) == 1 else None
    if table is None:
        return None
    shared = [c.name for c in table.columns if find_column(world.driving, c.name) is not None]
    if len(shared) == 1 and (looks_like_key(shared[0]) or shared[0] == table.columns[0].name):
        return f"Only rows where {shared[0]} is in {table.name}.{shared[0]}"
    return f"Only rows of {world.driving.name} that exist in {table.name}"
