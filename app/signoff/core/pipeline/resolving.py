"""One rule to one expression: written by a person, compiled, or generated, and tried before anyone sees it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from signoff.core.domain.expressions import Expression, Origin, Scope
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping
from signoff.core.generate.patterns import compile_rule
from signoff.core.pipeline.covering import covered
from signoff.core.pipeline.desk import Desk
from signoff.core.pipeline.doubts import choose
from signoff.core.pipeline.generating import generated_for
from signoff.core.pipeline.likely_values import as_likely
from signoff.core.pipeline.outcomes import Resolution, named_only, typed_null, unfit, unresolved
from signoff.core.pipeline.places import Place
from signoff.core.review.questions import rule_question


def resolve_rule(
    mapping: ColumnMapping,
    scope: Scope,
    place: Place,
    desk: Desk,
    planned: Expression | None = None,
    likely: Callable[[str], str] = lambda _: "",
) -> Resolution:
    """The expression for one column mapping in one section.

    In this order: what a person wrote, what a compiler understood wholly, what the words of the rule most likely mean
    where they point to something, what the generator proposes. An
    expression that does not bind or run on the samples is never returned; a column that has none left is a typed
    NULL with a finding and a question, so that its neighbours live.

    Args:
        mapping: the column mapping.
        scope: what it may use.
        place: where the expression will stand.
        desk: the run's tools.
        planned: what the plan itself says of the column.
        likely: SQL of what a rule most likely means; empty where nothing points to it.
    """
    written = desk.said.written.get(place.key)
    if written is not None:
        return _written(written, mapping, scope, place, desk)
    rule = mapping.rule_resolved or mapping.rule
    question = rule_question(place.target, place.column, rule)
    answer = desk.said.answers.get(question.id)
    if answer == "empty":
        return Resolution(Expression(typed_null(scope), Origin.WRITTEN, method="answer: leave it empty"))
    if answer:
        mapping, rule = replace(mapping, rule=answer, rule_resolved=answer), answer
    if planned is not None and not answer and place.works(planned.sql, desk):
        return Resolution(_with_remarks(planned, scope, place))
    compiled = _compiled(compile_rule(mapping, scope, rule=rule), place, desk)
    if compiled is not None:
        settled = _settled(compiled, rule, scope, place, desk)
        return replace(settled, expression=_with_remarks(settled.expression, scope, place))
    guess = likely(rule) if rule.strip() else ""
    if guess and place.works(guess, desk):
        return Resolution(covered(as_likely(guess, place), rule, scope, place))
    if desk.generator is not None and rule.strip() and scope.columns:
        generated = generated_for(mapping, rule, scope, place, desk)
        if generated is not None:
            return generated
    return Resolution(unresolved(scope, place, mapping), (question,))


def _compiled(expression: Expression | None, place: Place, desk: Desk) -> Expression | None:
    """The compiled expression, or the first of its other readings that runs on the samples, with a finding."""
    if expression is None or place.works(expression.sql, desk):
        return expression
    other = next((sql for sql in expression.alternatives if place.works(sql, desk)), None)
    if other is None:
        return None
    message = say("draft.plain_reading_fails", place=place)
    finding = Finding("D07", Severity.WARNING, message, None, place.target, place.column)
    left = tuple(sql for sql in expression.alternatives if sql != other)
    return replace(expression, sql=other, alternatives=left, findings=(*expression.findings, finding))


def _settled(compiled: Expression, rule: str, scope: Scope, place: Place, desk: Desk) -> Resolution:
    """The compiled expression; where its other readings give other values on sample rows, the rows are asked."""
    outcomes = place.probe(compiled.alternatives, desk) if compiled.alternatives else ()
    readings = [o.sql for o in outcomes if not o.error and not o.gives_nothing]
    chosen = choose([compiled.sql, *readings], scope, place, rule, None, desk)
    if not chosen.fits_answers:
        return unfit(rule, scope, place)
    compiled = replace(compiled, answered=chosen.is_answered)
    if chosen.sql == compiled.sql:
        return Resolution(covered(compiled, rule, scope, place), chosen.questions)
    others = (compiled.sql, *(sql for sql in readings if sql != chosen.sql))
    origin = Origin.PATTERN if compiled.origin is Origin.DIRECT else compiled.origin
    picked = replace(compiled, sql=chosen.sql, origin=origin, alternatives=others, findings=())
    return Resolution(covered(picked, rule, scope, place), chosen.questions)


def _written(
    written: tuple[str, str], mapping: ColumnMapping, scope: Scope, place: Place, desk: Desk
) -> Resolution:
    sql, writer = written
    outcome = place.probe([sql], desk)[0]
    if not outcome.error:
        rule = mapping.rule_resolved or mapping.rule
        return Resolution(covered(Expression(sql, Origin.WRITTEN, method=writer), rule, scope, place))
    message = say("draft.does_not_run", writer=writer, place=place, reason=outcome.error)
    finding = Finding("D08", Severity.ERROR, message, mapping.cell, place.target, place.column)
    return Resolution(replace(unresolved(scope, place, mapping), findings=(finding,)))


def _with_remarks(expression: Expression, scope: Scope, place: Place) -> Expression:
    """An expression that was understood wholly, with what it reads beyond its source cells, where it has any."""
    beyond = named_only(expression.sql, scope, place, Severity.INFO) if scope.sources else ()
    return replace(expression, findings=(*expression.findings, *beyond))
