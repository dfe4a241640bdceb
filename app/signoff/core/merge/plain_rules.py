"""Rules of change requests that are whole sentences, put into the words that rules are read in.

People who ask for a change tell it: ``how many reviews the request got, zero when nobody looked at it`` is the number
of reviews, 0 if there are none. A sentence is put otherwise only where each of its words is accounted for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from signoff.core.domain.spec import ColumnMapping, Schema, TargetMapping
from signoff.core.merge.markwords import state_in_rule
from signoff.core.merge.names import bare, find_column, find_table, plain_words, words
from signoff.core.merge.plain_requests import plain_request

_CODES = frozenset({"id", "key", "code", "no", "nr", "number", "num", "sk"})
_FILL = frozenset({"the", "a", "an", "of", "its", "their", "s", "there", "it"})
_NONE = re.compile(
    r"\s*[,;.]\s*(?:and\s+|it\s+(?:is|shows|reads)\s+)?(?:0|zero)\s+(?:when|if|where|for|as\s+long\s+as)\s+"
    r"(?:[a-z]+\s+){0,4}?"
    r"(?:nobody|no\s+one|none|nothing|never|without|no\s+[a-z]+|not\s+any)(?:\s+[a-z]+){0,6}\s*\.?$",
    re.IGNORECASE,
)
_MANY = re.compile(
    r"^how\s+many\s+(?P<noun>[a-z]+)\s+(?:the|an?|each|every|this|that)\s+[a-z][a-z ]*?\s+(?:got|gets|has|had|have"
    r"|received|receives|came\s+to)"
    r"(?P<rest>\b.*)$",
    re.IGNORECASE | re.DOTALL,
)
_WHOSE = re.compile(
    r"\b(?:whose|of\s+which\s+the|where\s+(?:the|its|their))\s+(?P<noun>[a-z][a-z ]*?)(?:'s)?\s+(?:(?:has|have"
    r"|had)\s+(?:an?\s+|the\s+)?)?"
    r"(?P<column>\w+)(?P<test>\s*(?:=|<>|<|>|\bis\b|\bare\b|\bin\b|\bof\b|\bnot\b|\bwas\b))",
    re.IGNORECASE,
)
_GONE = re.compile(
    r"^(?P<noun>[a-z]+)\s+(?:of|with|whose|where|that\s+have|having)\s+(?P<test>.+?)(?:,?\s+(?:are|is)"
    r"\s+[a-z][a-z ]{1,40}?\s+and)?\s+"
    r"(?:(?:are|is)\s+(?:no\s+longer|not|never)\s+(?:to\s+be\s+)?counted|(?:do|does|must|should|shall)\s+(?:not|no"
    r"\s+longer)\s+(?:be\s+counted|count)|no\s+longer\s+counts?)"
    r"(?:\s+(?:any\s?more|from\s+now\s+on|now))?(?:\s*[.;,]\s*(?:and\s+|but\s+)?(?P<stays>[^.;]+))?\.?$",
    re.IGNORECASE,
)
_EMPTY_STAYS = re.compile(
    r"^(?:an?|the|those|all|any|[a-z]+)\s*[a-z]*\s+(?:(?:that|which|who)\s+(?:do|does)\s+not\s+(?:state|have|carry"
    r"|show|say|name)|(?:that|which)\s+(?:has|have)\s+no|without|with\s+no)"
    r"\s+(?:an?\s+|its\s+|their\s+|any\s+|one\s*)?(?P<column>\w*)\s*(?:still\s+)?(?:is|are|does|do|counts?|stays?|"
    r"(?:is|are)\s+counted)(?:\s+(?:too|still|counted|as\s+before))?$",
    re.IGNORECASE,
)
_SPAN = re.compile(
    r"^(?:the\s+time\s+)?from\s+(?:[a-z ]+\((?P<a1>\w+)\)|(?P<a2>\w+_\w+))\s+(?:until|till|to|up\s+to)\s+"
    r"(?:[a-z ]+\((?P<b1>\w+)\)|(?P<b2>\w+_\w+))\s*,?\s+"
    r"(?:counted\s+|measured\s+|given\s+|expressed\s+|told\s+)?in\s+(?P<unit>seconds|minutes|hours|days|weeks"
    r"|months|years)"
    r"(?:\s*[.;,]\s*(?:it\s+)?(?:stays?|is|remains?)\s+(?:empty|blank|null|without\s+a\s+value)\s+(?:as\s+long"
    r"\s+as|while|until|if|when)\s+[a-z ]+)?\.?$",
    re.IGNORECASE,
)
_FOUND = re.compile(
    r"^(?:the\s+)?(?P<what>[a-z][a-z ]*?)\s+(?:that|which|to\s+which)\s+[a-z ]+[.;]\s*(?:please\s+)?(?:use|take|go"
    r"\s+by|join(?:ed)?\s+(?:it\s+)?(?:by|on|via|over)|find\s+it\s+by"
    r"|via|by|through)\s+(?:its|the|their)?\s*(?P<key>\w+)(?:\s*[,;.]\s*(?:and\s+|but\s+)?(?:keep\s+"
    r"(?P<kept>[a-z]+)\s+(?:that|which)\s+have\s+no\s+(?P<no>\w+)"
    r"|(?P<who>[a-z]+)\s+without\s+(?:an?\s+|one\b)?(?P<none>\w*)\s*(?:stay|remain|are\s+kept)))?\.?$",
    re.IGNORECASE,
)
_READS = r"(?:reads?|shows?|gets?|says?|has|holds?|is\s+shown\s+as|becomes?|carries)"
_VALUE = r"(?P<value>'[^']*'|\"[^\"]*\")"
_WHEREVER = re.compile(
    rf"^(?:wherever|where|whenever|when|if)\s+(?:the\s+)?(?P<what>[\w' ]+?)\s+(?:is|are)\s+(?:missing|empty|blank"
    rf"|null|not\s+(?:there|given|known))\s*,?\s+"
    rf"(?:(?P<who>[a-z ]+?)\s+)?{_READS}\s+{_VALUE}(?:\s+(?:instead\s+of|rather\s+than|in\s+place\s+of)\s+(?:an?\s+"
    rf"|the\s+)?(?:hole|gap|nothing|blank|empty\s+\w+))?\.?$",
    re.IGNORECASE,
)
_NUMBERS = (
    re.compile(
        r"^(?:it\s+)?(?:numbers?|counts?(?:\s+off)?)\s+(?:the\s+)?[a-z]+\s+(?:of|within|in|for)\s+(?:each|every"
        r"|an?|one)\s+(?P<key>[a-z][a-z ]*?)\s*,?\s+"
        r"(?:from\s+1(?:\s+on(?:wards?)?)?|1,\s*2(?:,\s*3)?(?:,?\s*(?:and\s+so\s+on|\.\.\.|…|etc\.?))?|starting\s+"
        r"(?:at|with|from)\s+1)\s*,?\s*"
        r"(?:sorted\s+by|ordered\s+by|in\s+(?:the\s+)?order\s+of|going\s+by|by)\s+(?P<by>[\w, ]+?)\.?$",
        re.IGNORECASE,
    ),
    re.compile(
        r"^(?:among\s+[a-z ]+?:\s*)?1\s+for\s+(?:the\s+|an?\s+|each\s+)?(?P<key>[a-z]+)(?:'s|s')\s+(?:first"
        r"|earliest|oldest)(?:\s+(?:one|[a-z]+))?\s*,?\s+"
        r"(?:by|sorted\s+by|ordered\s+by|in\s+(?:the\s+)?order\s+of|going\s+by)\s+(?P<by>\w+)\s*,\s*2\s+for\s+"
        r"(?:the|its|their)\s+(?:next|second)(?:\s+one)?"
        r"(?:,?\s+(?:and\s+so\s+on|etc\.?|…|\.\.\.))?\.?$",
        re.IGNORECASE,
    ),
)
_BEFORE = re.compile(
    r"^(?P<column>\w+)\s+of\s+the\s+(?:[a-z]+)\s+(?:(?:that|which)\s+)?(?:the\s+)?(?P<key>[a-z]+)\s+(?:was|were"
    r"|had|is)\s+(?:(?:in|at|on)\s+)?"
    r"(?:immediately\s+|directly\s+|just\s+|right\s+)?before(?:\s+(?:it|that|this(?:\s+one)?))?\s*,?\s*(?:going"
    r"\s+by|sorted\s+by|ordered\s+by|in\s+(?:the\s+)?order\s+of|by)\s+(?P<by>\w+)\.?$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Told:
    """One rule, and what its words may mean."""

    rule: str
    mapping: ColumnMapping
    target: TargetMapping
    schema: Schema

    def columns(self) -> Iterator[str]:
        """Columns of the tables that the row names, and those of the result."""
        for name in dict.fromkeys(ref.table for ref in self.mapping.sources if ref.table):
            table = find_table(self.schema, name)
            yield from (column.name for column in (table.columns if table is not None else ()))
        yield from (column.name for column in self.target.columns)

    def key(self, noun: str) -> str:
        """The only column that a noun is the thing of: `requester_id` of the requester; empty where there is none."""
        said = plain_words(noun)
        found = {
            name.casefold()
            for name in self.columns()
            if len(words(name)) > 1
            and words(name)[-1] in _CODES
            and plain_words(" ".join(words(name)[:-1])) == said
        }
        ids = {name for name in found if words(name)[-1] == "id"}
        found = ids if len(found) > 1 else found
        return found.pop() if len(found) == 1 else ""

    def has(self, name: str) -> bool:
        """Whether one of its columns is called so."""
        return name.casefold() in {each.casefold() for each in self.columns()}


def with_plain_rules(target: TargetMapping, schema: Schema) -> TargetMapping:
    """The target, rules that are such sentences in plain words.

    Args:
        target: as the document has it.
        schema: tables the file reads or may read.
    """
    columns = tuple(_plain(column, target, schema) for column in target.columns)
    return target if columns == target.columns else replace(target, columns=columns)


def _plain(mapping: ColumnMapping, target: TargetMapping, schema: Schema) -> ColumnMapping:
    rule = " ".join((mapping.rule_resolved or mapping.rule).split())
    told = _Told(rule, mapping, target, schema)
    said = next((text for form in _FORMS if rule and (text := form(told))), "")
    said = said or _request(rule, mapping, schema)
    return replace(mapping, rule=said, rule_resolved=said) if said and said != rule else mapping


def _request(rule: str, mapping: ColumnMapping, schema: Schema) -> str:
    """A sentence of a request in plain words, with what says behind it how the rule was."""
    now = state_in_rule(rule)[1].strip()
    was = rule[len(now) :] if rule.startswith(now) else ""
    said = plain_request(now if was else rule, mapping, schema) if rule else ""
    return f"{said}{was}" if said else ""


def _how_many(told: _Told) -> str:
    """``how many reviews the request got`` as their number."""
    bare_rule = _NONE.sub("", told.rule)
    many = _MANY.match(bare_rule)
    if many is None:
        return ""
    return f"number of {many['noun']}{many['rest']}" + (
        "" if bare_rule == told.rule else ", 0 if there are none"
    )


def _whose(told: _Told) -> str:
    """``whose opportunity has stage = 'Hired'`` as a test of the one table that has the column."""
    whose = _WHOSE.search(told.rule)
    if whose is None:
        return ""
    having = [
        table.name
        for name in dict.fromkeys(ref.table for ref in told.mapping.sources if ref.table)
        if (table := find_table(told.schema, name)) is not None
        and find_column(table, whose["column"]) is not None
    ]
    own = set(plain_words(whose["noun"])) - _FILL
    if len(having) != 1 or not own or not own <= set(plain_words(bare(having[0]))):
        return ""
    return f"{told.rule[: whose.start()]}whose {whose['column']}{whose['test']}{told.rule[whose.end() :]}"


def _no_longer_counted(told: _Told) -> str:
    """``parts of part_type note are no longer counted`` as the number of the others."""
    gone = _GONE.match(told.rule)
    if gone is None:
        return ""
    stays = _EMPTY_STAYS.match(gone["stays"].strip()) if gone["stays"] else None
    if gone["stays"] and (stays is None or (stays["column"] and stays["column"] not in gone["test"])):
        return ""
    return f"number of {gone['noun'].lower()} except those with {gone['test']}"


def _span(told: _Told) -> str:
    """``from the start (created_at) until first_reply_at, counted in minutes`` as minutes between them."""
    span = _SPAN.match(told.rule)
    return (
        f"{span['unit']} from {span['a1'] or span['a2']} to {span['b1'] or span['b2']}"
        if span is not None
        else ""
    )


def _found_by(told: _Told) -> str:
    """``the team that it is assigned to. Use its team_id`` as a look-up by that key."""
    found = _FOUND.match(told.rule)
    tables = {ref.table for ref in told.mapping.sources if ref.table}
    table = find_table(told.schema, tables.pop()) if len(tables) == 1 else None
    if found is None or table is None or find_column(table, found["key"]) is None:
        return ""
    nouns = set(plain_words(bare(table.name)))
    none = set(plain_words(found["no"] or found["none"] or ""))
    is_own = (set(plain_words(found["what"])) - _FILL) <= nouns and none <= nouns
    return f"by {found['key']}" if is_own else ""


def _wherever(told: _Told) -> str:
    """``wherever the name is missing it reads "Unassigned"`` as a value for none."""
    told_so = _WHEREVER.match(told.rule)
    if told_so is None or len(told.mapping.sources) != 1:
        return ""
    source = told.mapping.sources[0]
    own = {
        *plain_words(bare(source.column)),
        *plain_words(bare(source.table)),
        *plain_words(told.mapping.name),
    }
    said = set(plain_words(told_so["what"].replace("'s", " "))) - _FILL
    return f"'{told_so['value'][1:-1]}' if empty" if said and said <= own else ""


def _number(told: _Told) -> str:
    """``numbers the bookings of each account 1, 2, 3 and so on`` as a running number."""
    told_so = next((m for shape in _NUMBERS if (m := shape.match(told.rule)) is not None), None)
    key = told.key(told_so["key"]) if told_so is not None else ""
    return f"running number per {key}, sorted by {told_so['by']}" if told_so is not None and key else ""


def _before(told: _Told) -> str:
    """``stage_label of the stage the deal was in before, going by entered_at`` as the value of the row before."""
    told_so = _BEFORE.match(told.rule)
    key = told.key(told_so["key"]) if told_so is not None else ""
    if told_so is None or not key or not (told.has(told_so["column"]) and told.has(told_so["by"])):
        return ""
    return f"{told_so['column']} of the row before, same {key}, by {told_so['by']}"


_FORMS: tuple[Callable[[_Told], str], ...] = (
    _how_many,
    _whose,
    _no_longer_counted,
    _span,
    _found_by,
    _wherever,
    _number,
    _before,
)
