"""Rules of a grouped query without what the query itself says already: whose rows are put together, and 0 for none.

``number of interviews of the application where …; an application without any shows 0`` over rows grouped by
``application_id`` is the number of interviews where …, 0 if there are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from signoff.core.domain.known_names import squashed
from signoff.core.domain.plan import Relation, SectionPlan
from signoff.core.domain.spec import ColumnMapping
from signoff.core.merge.names import bare, words
from signoff.core.merge.scoping import letters_of
from signoff.core.merge.sqlparts import columns_of, parsed

_IDS = frozenset({"id", "key", "code", "no", "nr", "number", "num", "sk", "nk", "uuid", "guid", "fk", "pk"})
_LEAD = (
    r"(?:per|by|for\s+(?:each|every|the|an?|one)|of\s+(?:each|every|the|an?|one)|to\s+(?:each|every|the|an?)|"
    r"in\s+(?:each|every|the)|on\s+(?:each|every|the)|within\s+(?:each|every|the|an?))"
)
_NONE = "; 0 if there are none"
_ZERO = re.compile(
    r"[;,.]?\s*(?:and\s+|but\s+)?(?:"
    r"(?:0|zero)\s+(?:where|when|if|for|with)\s+(?:there\s+(?:is|are|was|were)\s+)?(?:no|not\s+any|not\s+one)\s+"
    r"(?:such\s+)?[\w ]{1,40}?"
    r"(?:\s+(?:exists?|(?:is|are|was|were)\s+there|were\s+found|came|happened))?"
    r"|(?:(?:just\s+)?like\s+(?:the|all)\s+other\s+\w+,?\s+)?(?:it\s+)?(?:reads|shows|is|counts|gives|stays|says)\s+"
    r"(?:a\s+)?(?:0|zero)\s+"
    r"(?:for|where|when|if)\s+(?:[\w]+\s+){0,4}?(?:never|no|none|nothing|without)(?:\s+\w+){0,6}"
    r")\s*\.?\s*$",
    re.IGNORECASE,
)
"""How people say what rows without any get."""
_PLEASE = re.compile(
    r"^\s*(?:please\s+)?(?:also\s+)?(?:tell\s+us|show(?:\s+us)?|give\s+us|let\s+us\s+know|we\s+(?:also\s+)?(?:want|need)(?:\s+to\s+know)?|"
    r"i\s+(?:want|need)(?:\s+to\s+know)?)\s+(?:also\s+)?",
    re.IGNORECASE,
)
_OFTEN = re.compile(r"^\s*how\s+(?:often|many\s+times)\s+", re.IGNORECASE)
_WHERE = re.compile(r"\b(?:in|for|on)\s+which\b|\bwhose\b(?=\s+\w+_\w+\s)", re.IGNORECASE)


def without_group(mapping: ColumnMapping, section: SectionPlan) -> Iterator[str]:
    """The rule of a row in words that leave out what a grouped query says itself, the nearest to its own first.

    Args:
        mapping: the row.
        section: the grouped query: what it reads, and by what it groups.
    """
    rule = " ".join((mapping.rule_resolved or mapping.rule).split())
    nouns = _nouns(_own_keys(mapping, section))
    said = _without_keys(_PLEASE.sub("", rule), nouns)
    said = None if said is None else _OFTEN.sub("number of times ", said)
    texts = (said, _counted(mapping, said or rule))
    yield from dict.fromkeys(text for text in texts if text and text != rule)


def _own_keys(mapping: ColumnMapping, section: SectionPlan) -> list[str]:
    """Names of the keys that are of the table whose rows are put together; the others hang on what they lead to."""
    tables = {squashed(bare(ref.table)) for ref in mapping.sources if ref.table}
    own = [relation for relation in section.relations if tables & letters_of(relation)]
    names: list[str] = []
    for key in section.group_by:
        tree = parsed(key.sql)
        columns = list(columns_of(tree)) if tree is not None else []
        if len(columns) != 1:
            return []
        if not columns[0].table or len(section.relations) == 1 or _is_of(columns[0].table, own):
            names.append(columns[0].name)
    return names


def _is_of(alias: str, relations: Sequence[Relation]) -> bool:
    return any(relation.alias.casefold() == alias.casefold() for relation in relations)


def _nouns(keys: Sequence[str]) -> dict[str, str]:
    """What the keys are called, by noun: the words of a name without those of identifiers, and each of them."""
    found: dict[str, str] = {}
    for key in keys:
        own = [word for word in words(key) if word not in _IDS]
        for noun in (key.casefold(), " ".join(words(key)), " ".join(own), *own):
            if noun:
                found.setdefault(noun, key)
    return found


def _without_keys(rule: str, nouns: dict[str, str]) -> str | None:
    """The rule without the words that name every key; as it is where it names none, None where it names only some."""
    text, ended = _with_zero(rule, nouns)
    if not nouns:
        return f"{text}{ended}"
    one = "|".join(sorted((re.escape(noun) for noun in nouns), key=len, reverse=True))
    told = re.compile(
        rf",?\s*\b{_LEAD}\s+(?P<all>(?:{one})(?:\s*(?:,|and|&|/)\s*(?:the\s+|per\s+|by\s+)*(?:{one}))*)(?!\w|\s*=)",
        re.IGNORECASE,
    )
    named: set[str] = set()
    for match in told.finditer(text):
        named |= {nouns[noun.casefold()] for noun in re.findall(one, match["all"], re.IGNORECASE)}
    if named and named != set(nouns.values()):
        return None
    return f"{_WHERE.sub('where', told.sub('', text)).strip()}{ended}"


def _with_zero(rule: str, nouns: dict[str, str]) -> tuple[str, str]:
    """The rule without what it says of groups with no rows, and that in usual words."""
    one = "|".join(re.escape(noun) for noun in nouns) or r"\w+"
    group = re.compile(
        rf"[;,.]\s*(?:an?|the|each|any)\s+(?:{one})\s+(?:without|with\s+(?:no|none)|that\s+has\s+no(?:ne)?)(?:\s+\w+){{0,3}}?\s+"
        r"(?:shows?|has|have|reads?|gets?|counts?(?:\s+as)?|is|stays)\s+(?:a\s+)?(?:0|zero)\s*\.?\s*$",
        re.IGNORECASE,
    )
    for pattern in (group, _ZERO):
        if pattern.search(rule):
            return pattern.sub("", rule).strip(), _NONE
    return rule, ""


def _counted(mapping: ColumnMapping, rule: str) -> str:
    """A rule that begins with what is counted, as one that says so: ``deliveries where …``; empty where it does not."""
    first = rule.split(maxsplit=1)[0].casefold() if rule else ""
    is_count = {"count", "number", "cnt", "num", "nr", "anzahl"} & set(words(mapping.name))
    ids = [ref.column for ref in mapping.sources if set(words(ref.column)) & _IDS]
    nouns = {word for column in ids for word in words(column) if word not in _IDS}
    plural = {form for noun in nouns for form in (f"{noun}s", f"{noun}es", f"{noun[:-1]}ies")}
    return f"number of {rule}" if is_count and first in plural else ""
