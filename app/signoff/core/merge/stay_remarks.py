"""Remarks that rows with nothing joined stay: ``Months without an active contract stay, with zeros``.

Beside a left join of that table they say nothing new; what they say of zeros must stand in the columns' own rules.
"""

from __future__ import annotations

import re

from signoff.core.domain.known_names import squashed
from signoff.core.domain.plan import Condition, JoinKind, Relation
from signoff.core.domain.sentences import say
from signoff.core.merge.joined_moment import IN_FORCE, joins_in_period
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import bare, words
from signoff.core.merge.sectiondraft import SectionDraft, rows_of

_STAY = (
    r"(?:(?:also\s+|still\s+)?(?:stay|remain|appear|show(?:\s+up)?|count)s?(?:\s+in)?|(?:are|is|get|gets)\s+(?:also\s+|still\s+)?"
    r"(?:kept|shown|included|listed|loaded|taken))(?:\s+(?:too|as\s+well|anyway))?"
)
_ZEROS = r"(?:\s*,?\s*(?:with|as|and\s+(?:show|get|have))\s+(?:a\s+)?(?P<zero>zeros?|zeroes|0|nulls?))?"
_REMARK = re.compile(
    rf"^(?P<what>[a-z]+s)\s+(?:without|with\s+no|that\s+have\s+no|having\s+no)\s+(?:an?\s+|any\s+)?(?P<adjective>{IN_FORCE}\s+)?"
    rf"(?P<noun>[a-z]+(?:\s[a-z]+)??)\s+{_STAY}{_ZEROS}$",
    re.IGNORECASE,
)
_COUNTS = re.compile(r"^(?:the\s+)?(?:number|count)\b", re.IGNORECASE)
_SAYS_ZERO = re.compile(r"\b(?:0|zero)\b", re.IGNORECASE)


def without_stay_remarks(draft: SectionDraft) -> None:
    """Drop open filters that only say that rows stay which a left join keeps anyway; they become notes."""
    for condition in list(draft.unresolved):
        match = _REMARK.match(condition.text.strip(" ."))
        if match is None or not _says_nothing_new(match, draft):
            continue
        told = next(
            (f for f in draft.findings if _is_of(f.message, condition) and f.cell == condition.cell), None
        )
        if told is None:
            continue
        draft.unresolved.remove(condition)
        draft.findings.remove(told)
        draft.notes.append(condition)


def _is_of(message: str, condition: Condition) -> bool:
    return message in (
        say("merge.filter_not_understood"),
        say("merge.clause_not_followed", clause=condition.text),
    )


def _says_nothing_new(match: re.Match[str], draft: SectionDraft) -> bool:
    called = [r for r in draft.relations[1:] if _is_called(match["noun"], r)]
    if len(called) != 1 or called[0].join is not JoinKind.LEFT:
        return False
    if not any(_is_called(match["what"], r) for r in draft.relations if r is not called[0]):
        return False
    if match["adjective"] and not joins_in_period(called[0]):
        return False
    zero = (match["zero"] or "").casefold()
    return not zero or _zeros_are_said(called[0], draft, zero.startswith("null"))


def _zeros_are_said(relation: Relation, draft: SectionDraft, is_null: bool) -> bool:
    """Whether the rule of each column of the joined table says itself what rows without one get."""
    names = {squashed(relation.alias), squashed(bare(relation.table))}
    keys = {key.column.casefold() for key in draft.group_by}
    for column in rows_of(draft):
        if column.key or column.name.casefold() in keys:
            continue
        if not any(squashed(bare(ref.table)) in names for ref in column.sources):
            continue
        rule = (column.rule_resolved or column.rule).strip()
        is_count = _COUNTS.match(rule) is not None
        if is_null == (is_count or _SAYS_ZERO.search(rule) is not None) and not _is_of_start(rule):
            return False
    return True


def _is_of_start(rule: str) -> bool:
    return (
        re.match(r"^(?:the\s+)?(?:first|earliest|last|latest|oldest|newest)\b", rule, re.IGNORECASE)
        is not None
    )


def _is_called(said: str, relation: Relation) -> bool:
    wanted = {singular(word) for word in words(said)}
    return wanted <= {singular(word) for name in (relation.table, relation.alias) for word in words(name)}
