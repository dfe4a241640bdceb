"""Values and comparisons of join conditions said half in words: ``day of read_hour``, ``code, trimmed``.

Each column is looked for first where it is likelier to stand: the bounds of a range in the table that is joined, the
day they are held against in the tables that are there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sqlglot import exp

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.domain.known_names import squashed
from signoff.core.domain.plan import Relation
from signoff.core.domain.spec import Schema
from signoff.core.merge.names import bare, words
from signoff.core.merge.scoping import find_everywhere, relation_columns
from signoff.core.merge.spoken_columns import spoken_column
from signoff.core.merge.sqlparts import column_node, parsed, rendered

_PART_OF = re.compile(
    r"^(?:the\s+)?(?:calendar\s+|full\s+)?(?P<part>day|date|hour|month|year|week|quarter)(?:\s+part)?\s+(?:of|in|from)\s+"
    r"(?:the\s+)?(?P<of>.+)$",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"^(?:the\s+)?(?P<what>number|digits|text|part|code)\s+(?:after|behind|following|that\s+follows)\s+(?:the\s+)?(?:prefix\s+)?"
    r"(?:'(?P<one>[^']+)'|\"(?P<two>[^\"]+)\")\s+(?:in|of|from)\s+(?:the\s+)?(?P<of>.+)$",
    re.IGNORECASE,
)
_ARTICLES = re.compile(
    r"^(?:(?:the|its|their|our|his|her|that|column|field|value|of|day)\s+)+", re.IGNORECASE
)
_CHANGES = (
    (
        re.compile(
            r"\btrim(?:med)?\b(?!\s*\()|\bwithout\s+(?:spaces|blanks)\s+around\b|\bno\s+blanks\s+around\b",
            re.I,
        ),
        "trim",
    ),
    (
        re.compile(
            r"\bupper[\s-]?cased?\b|\b(?:put\s+)?(?:in(?:to)?\s+)?(?:upper\s+case|capitals?|capital\s+letters)\b",
            re.I,
        ),
        "upper",
    ),
    (
        re.compile(
            r"\blower[\s-]?cased?\b|\bin\s+(?:small|lower\s+case)\s+letters\b|\b(?:ignoring|without\s+regard\s+to|"
            r"regardless\s+of|irrespective\s+of|no\s+matter\s+the|whatever\s+the)\s+(?:the\s+)?(?:upper[\s/]+lower\s+)?case\b|"
            r"\bcase[\s-]?insensitiv\w*\b|\bci\b|\bin\s+any\s+case\b|\bany\s+case\b|\bcase\s+does\s+not\s+matter\b",
            re.I,
        ),
        "lower",
    ),
)
_LEFT_OVER = re.compile(
    r"^(?:[\s,;()]|\b(?:once|both|sides?|when|if|and|are|is|being|after|compared?|comparison|the|on|for|in|"
    r"at|either|each|put|before|with|one|other)\b)*$",
    re.IGNORECASE,
)
_BEFORE_CHANGES = re.compile(
    r"(?:[\s,;]*\b(?:once|both(?:\s+sides)?|when|if|after|being|compared?|put|is|are))+\s*$", re.IGNORECASE
)


@dataclass(frozen=True)
class Places:
    """Where the columns of one join condition may stand."""

    here: tuple[Relation, ...]
    """Tables that are in the query."""
    there: Relation
    """The table that is joined."""
    schema: Schema

    def value(self, text: str, there_first: bool) -> str:
        """SQL of a value such as ``m.x``, ``upper(x)``, ``day of x``; empty where a word of it is not understood."""
        plain = text.strip().strip(".,;")
        part = _PART_OF.match(plain)
        if part is not None:
            inner = self.value(part["of"], there_first)
            return _cut_to(part["part"].lower(), inner) if inner else ""
        behind = _BEHIND.match(plain)
        if behind is not None:
            inner = self.value(behind["of"], there_first)
            mark = (behind["one"] or behind["two"]).replace("'", "''")
            piece = f"split_part({inner}, '{mark}', 2)"
            is_number = behind["what"].lower() in ("number", "digits")
            return (f"try_cast({piece} as bigint)" if is_number else piece) if inner else ""
        column = self.column(plain, there_first) or self.column(_ARTICLES.sub("", plain), there_first)
        return column.sql if column is not None else self._sql(plain, there_first)

    def column(self, name: str, there_first: bool) -> ScopeColumn | None:
        """The column that a name, with or without its table, means; None where there is none."""
        place, _, last = name.strip().rpartition(".")
        order = [(self.there,), self.here] if there_first else [self.here, (self.there,)]
        if place:
            order = [tuple(r for side in order for r in side if _answers(r, place))]
        for side in order:
            found = find_everywhere(side, self.schema, last) if re.fullmatch(r"[\w \"\[\]]+", last) else []
            if found:
                return found[0]
        return spoken_column(name, (*self.here, self.there), self.schema) if not place else None

    def like(self, name: str) -> tuple[ScopeColumn, ScopeColumn] | None:
        """The pair a bare name joins by: that column in both, or ``coupon_code`` here for ``code`` there."""
        here, there = self._called(name, self.here), self._called(name, (self.there,))
        return (here, there) if here is not None and there is not None else None

    def _called(self, name: str, relations: Sequence[Relation]) -> ScopeColumn | None:
        exact = find_everywhere(relations, self.schema, name)
        if exact:
            return exact[0]
        wanted = words(name)
        every = [c for r in relations for c in relation_columns(r, self.schema)]
        ending = [c for c in every if wanted and words(c.column.name)[-len(wanted) :] == wanted]
        return ending[0] if len(ending) == 1 else None

    def _sql(self, text: str, there_first: bool) -> str:
        tree = parsed(text)
        if (
            tree is None
            or isinstance(tree, exp.Predicate | exp.Connector)
            or tree.find(exp.Query, exp.Anonymous)
        ):
            return ""
        return self._placed(tree, there_first)

    def _placed(self, tree: exp.Expr, there_first: bool) -> str:
        known = True

        def place(node: exp.Expr) -> exp.Expr:
            nonlocal known
            if not isinstance(node, exp.Column):
                return node
            if node.this.quoted and not node.table:
                return exp.Literal.string(node.name)
            found = self.column(f"{node.table}.{node.name}" if node.table else node.name, there_first)
            known = known and found is not None
            return column_node(found.relation, found.column.name) if found is not None else node

        changed = tree.copy().transform(place)
        return rendered(changed) if known else ""


def _answers(relation: Relation, place: str) -> bool:
    return squashed(bare(place)) in (squashed(relation.alias), squashed(relation.table))


def _cut_to(part: str, sql: str) -> str:
    if part in ("day", "date"):
        return f"cast({sql} as date)"
    return f"date_trunc('{part}', {sql})" if part in ("hour", "month", "week", "quarter") else f"year({sql})"


def without_changes(text: str) -> tuple[str, tuple[str, ...]]:
    """A text without what is done to both sides before they are compared, and those functions in their order.

    The functions are none where a word beside them is not understood; the text stays as it is then.
    """
    begins = [m.start() for shape, _ in _CHANGES for m in shape.finditer(text)]
    names = tuple(name for shape, name in _CHANGES if shape.search(text))
    if not names:
        return text, ()
    head = _BEFORE_CHANGES.sub("", text[: min(begins)].rstrip(" ,;("))
    tail = text[min(begins) :]
    for shape, _ in _CHANGES:
        tail = shape.sub(" ", tail)
    return (head, names) if head.strip() and _LEFT_OVER.match(tail) else (text, ())


def changed(sql: str, functions: Sequence[str]) -> str:
    """SQL with functions around it, the first one innermost."""
    for name in functions:
        sql = f"{name}({sql})"
    return sql
