"""What the card needs beyond the standing: computed beside the window, one frozen value a column."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from signoff.core.domain.amending import Amendment
from signoff.core.domain.dossier import Dossier
from signoff.core.domain.expressions import Expression, Origin
from signoff.core.domain.review import Verdict
from signoff.core.domain.spec import ColumnMapping
from signoff.core.generate.cover import left_out
from signoff.core.generate.cover_phrases import PHRASES
from signoff.core.pipeline.covering import NOT_SHOWN
from signoff.core.project.project import Project
from signoff.core.review.binding import drafted_column
from signoff.core.review.gate import decision_on
from signoff.core.review.reading import reading_of
from signoff.gui.panes.annotation.card.words import alternatives_of, expressions_of, rows_of, section_names


@dataclass(frozen=True)
class Piece:
    """Words of a rule."""

    text: str
    is_done: bool = False
    """A part of the expression does it."""
    is_undone: bool = False
    """Nothing does it."""


@dataclass(frozen=True)
class RuleText:
    """One row of the document."""

    section: str
    lead: str
    """The rule's code, where the document gives one; empty otherwise."""
    pieces: tuple[Piece, ...]
    """Empty where the row has no rule."""
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Understood:
    """What an expression does, in words."""

    section: str
    sentence: str
    unsaid: tuple[str, ...] = ()
    """Parts that could not be put in words."""


@dataclass(frozen=True)
class Facts:
    """All of it."""

    column: str
    rules: tuple[RuleText, ...]
    understood: tuple[Understood, ...] = ()
    earlier: tuple[str, ...] = ()
    """Expressions as they were when a change was asked for, where they are others now."""
    earlier_understood: tuple[Understood, ...] = ()
    alternatives: tuple[Understood, ...] = ()
    """The other readings, in the order of the expression's alternatives."""
    amendments: tuple[Amendment, ...] = ()
    """Answers that are worked into its rule."""


def facts_of(project: Project, dossier: Dossier, name: str) -> Facts:
    """The facts of one column; for the project lane."""
    earlier = earlier_expressions(project, dossier, name)
    return Facts(
        name,
        tuple(_rule(dossier, row) for row in rows_of(dossier, name)),
        understood(dossier, name, expressions_of(dossier, name)),
        earlier,
        understood(dossier, name, earlier),
        tuple(each for sql in alternatives_of(dossier, name) for each in understood(dossier, name, (sql,))),
        _amendments(dossier, name),
    )


def earlier_expressions(project: Project, dossier: Dossier, name: str) -> tuple[str, ...]:
    """The expressions a change was asked of, one for each section; empty when they still are what they were."""
    decision = decision_on(dossier, name)
    if decision is None or decision.verdict is not Verdict.CHANGE_REQUESTED:
        return ()
    shown = (project.shown(decision.binding) or {}).get("expression", "[]")
    before = tuple(str(sql) for sql, _origin in json.loads(shown))
    now = expressions_of(dossier, name)
    return before if before != now and len(before) == len(now) else ()


def plain_facts(dossier: Dossier, name: str) -> Facts:
    """The rules as they stand, nothing lit and nothing understood yet: what costs no time."""
    rows = rows_of(dossier, name)
    rules = tuple(_rule_text(row, (Piece(rule_of(row)),) if rule_of(row) else ()) for row in rows)
    return Facts(name, rules, amendments=_amendments(dossier, name))


def _amendments(dossier: Dossier, name: str) -> tuple[Amendment, ...]:
    return tuple(a for a in dossier.mapping.amendments if a.column.casefold() == name.casefold())


def rule_of(row: ColumnMapping) -> str:
    """The rule as a person reads it: its code replaced by the text it stands for, a lookup's text behind it."""
    return (row.rule_resolved or row.rule).strip() or row.join.strip()


def _rule_text(row: ColumnMapping, pieces: tuple[Piece, ...]) -> RuleText:
    is_code = bool(row.rule.strip()) and row.rule.strip() != (row.rule_resolved or row.rule).strip()
    return RuleText(row.section, row.rule.strip() if is_code else "", pieces, tuple(map(str, row.sources)))


def understood(dossier: Dossier, name: str, expressions: tuple[str, ...]) -> tuple[Understood, ...]:
    """Expressions in words, one for each part of the query; parts that say the same are told once."""
    names = section_names(dossier, name) if len(expressions) > 1 else ("",) * len(expressions)
    readings = [reading_of(sql, _roles(dossier)) for sql in expressions if sql]
    if len({each.sentence for each in readings}) == 1:
        names = ("",)
    return tuple(
        Understood(section, each.sentence, each.unsaid)
        for section, each in zip(names, readings, strict=False)
        if not _is_nothing(each.sentence)
    )


def _is_nothing(sentence: str) -> bool:
    return sentence.casefold().startswith("no value")


def _roles(dossier: Dossier) -> dict[str, str]:
    """What is added to columns of a table that stands in the query more than once: which of its places."""
    plan = dossier.draft.plan
    relations = [r for section in plan.sections for r in section.relations] if plan else []
    places = {r.alias.casefold(): r for r in relations}
    tables = [r.table.casefold() for r in places.values()]
    return {
        alias: f"of {r.table} ({r.alias})"
        for alias, r in places.items()
        if tables.count(r.table.casefold()) > 1
    }


def _rule(dossier: Dossier, row: ColumnMapping) -> RuleText:
    text, made = rule_of(row), _expression_of(dossier, row)
    if not text:
        return _rule_text(row, ())
    if made is None or made.origin is Origin.UNRESOLVED:
        return _rule_text(row, (Piece(text),))
    is_doubted = any(finding.code == NOT_SHOWN for finding in made.findings)
    is_whole = made.origin in (Origin.DIRECT, Origin.PATTERN) and not is_doubted
    return _rule_text(row, lit(text, made.sql, is_whole=is_whole))


def _expression_of(dossier: Dossier, row: ColumnMapping) -> Expression | None:
    """The expression a row of the document became; None where the draft has no such column."""
    drafted = drafted_column(dossier, row.name)
    expressions = drafted.expressions if drafted else ()
    names = [name.casefold() for name in section_names(dossier, row.name)]
    place = names.index(row.section.casefold()) if row.section.casefold() in names else 0
    return expressions[place] if place < len(expressions) else None


def lit(rule: str, sql: str, *, is_whole: bool) -> tuple[Piece, ...]:
    """A rule cut into words that something in an expression does, words that nothing does, and the rest.

    Args:
        rule: as a person reads it.
        sql: the expression.
        is_whole: a compiler understood every word of it, so that nothing is left undone.
    """
    undone = () if is_whole else left_out(sql, rule)
    if undone == (rule,):
        return (Piece(rule),)
    spans = [(found.start(), found.end(), False) for words in undone for found in _places(words, rule)]
    taken = {n for start, end, _ in spans for n in range(start, end)}
    for phrase in PHRASES:
        for found in phrase.words.finditer(rule):
            if not taken & set(range(found.start(), found.end())):
                spans.append((found.start(), found.end(), True))
                taken |= set(range(found.start(), found.end()))
    pieces, at = [], 0
    for start, end, is_done in sorted(spans):
        if start > at:
            pieces.append(Piece(rule[at:start]))
        pieces.append(Piece(rule[start:end], is_done=is_done, is_undone=not is_done))
        at = end
    return (*pieces, Piece(rule[at:])) if at < len(rule) else tuple(pieces)


def _places(words: str, rule: str) -> list[re.Match[str]]:
    return list(re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", rule))[:1]
