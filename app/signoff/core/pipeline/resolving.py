"""One rule to one expression: written by a person, compiled, or generated, and tried before anyone sees it."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

from signoff.core.domain.expressions import Expression, Origin, Scope
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.plan import Condition, SectionPlan
from signoff.core.domain.review import ROWS, Question, question_id
from signoff.core.domain.spec import ColumnMapping
from signoff.core.errors import SignoffError
from signoff.core.generate.filtering import uses_literals
from signoff.core.generate.patterns import compile_condition, compile_rule
from signoff.core.generate.types import fit_to_type
from signoff.core.mask.leaks import require_clean, scan
from signoff.core.mask.masking import Masked, mask_rule, mask_text, unmask
from signoff.core.merge.assembling import probe_frame
from signoff.core.merge.grouping import fitted_to_group
from signoff.core.pipeline.desk import Desk, PromptRecord
from signoff.core.pipeline.doubts import choose, unresolved_question
from signoff.core.prompt.build import build_prompt
from signoff.core.review.questions import LEAVE_OUT, UNSETTLED
from signoff.core.verify.probe import ProbeOutcome, check_expressions


@dataclass(frozen=True)
class Resolution:
    """What became of one rule."""

    expression: Expression
    questions: tuple[Question, ...] = ()


@dataclass(frozen=True)
class Place:
    """Where an expression will stand: the target, its column, and the rows it is computed over."""

    target: str
    column: str
    """Target column; the text of a condition for joins and filters."""
    section: SectionPlan | None = None
    """None for a condition, whose rows are not known yet."""

    @property
    def frame(self) -> str:
        """FROM clause to GROUP BY of the section, as DuckDB SQL; empty for a condition."""
        return "" if self.section is None else probe_frame(self.section)

    def probe(self, expressions: Sequence[str], desk: Desk) -> tuple[ProbeOutcome, ...]:
        """Try expressions on the samples as they will stand in the statement."""
        section = self.section
        if section is None:
            return tuple(ProbeOutcome(sql=sql) for sql in expressions)
        ready = [fitted_to_group(Expression(sql, Origin.GENERATED), section).sql for sql in expressions]
        outcomes = check_expressions(self.frame, ready, desk.sandbox)
        return tuple(replace(o, sql=sql) for o, sql in zip(outcomes, expressions, strict=True))

    @property
    def key(self) -> tuple[str, str]:
        """Target and column, case-folded."""
        return self.target.casefold(), self.column.casefold()

    def __str__(self) -> str:
        return f"{self.target}.{self.column}"


def resolve_rule(mapping: ColumnMapping, scope: Scope, place: Place, desk: Desk) -> Resolution:
    """The expression for one column mapping in one section.

    In this order: what a person wrote, what a compiler understood wholly, what the generator proposes. An
    expression that does not bind or run on the samples is never returned; a column that has none left is a typed
    NULL with a finding and a question, so that its neighbours live.
    """
    written = desk.said.written.get(place.key)
    if written is not None:
        return _written(written, place, desk)
    rule = mapping.rule_resolved or mapping.rule
    question = unresolved_question(place.target, place.column, rule)
    answer = desk.said.answers.get(question.id)
    if answer == "empty":
        return Resolution(Expression(typed_null(scope), Origin.WRITTEN, method="answer: leave it empty"))
    if answer:
        mapping, rule = replace(mapping, rule=answer, rule_resolved=answer), answer
    compiled = compile_rule(mapping, scope, rule=rule)
    if compiled is not None and _works(compiled.sql, place, desk):
        return Resolution(compiled)
    if desk.generator is not None and rule.strip() and scope.columns:
        generated = _generate_expression(rule, scope, place, desk)
        if generated is not None:
            return generated
    return Resolution(_unresolved(scope, place, mapping), (question,))


def resolve_condition(text: str, scope: Scope, place: Place, desk: Desk) -> Condition | None:
    """The SQL of a join or filter condition, compiled or generated; None when neither succeeds."""
    asked = question_id(place.target, ROWS, UNSETTLED, text)
    answer = desk.said.answers.get(asked)
    if answer == LEAVE_OUT.id:
        return Condition(text, "TRUE", Origin.WRITTEN)
    compiled = compile_condition(answer or text, scope)
    if compiled is not None:
        return Condition(text, compiled.sql, compiled.origin)
    if desk.generator is None or not scope.columns:
        return None
    candidates = _candidates(answer or text, replace(scope, condition=True), place, desk)
    return Condition(text, candidates[0], Origin.GENERATED) if candidates else None


def typed_null(scope: Scope) -> str:
    """No value, of the column's type where that is known."""
    return f"CAST(NULL AS {scope.target_type})" if scope.target_type else "NULL"


def _written(written: tuple[str, str], place: Place, desk: Desk) -> Resolution:
    sql, writer = written
    outcome = place.probe([sql], desk)[0]
    if outcome.error:
        raise SignoffError(
            f"The expression written for {place} does not run: {outcome.error} Mend it and try again."
        )
    return Resolution(Expression(sql, Origin.WRITTEN, method=writer))


def _unresolved(scope: Scope, place: Place, mapping: ColumnMapping) -> Expression:
    message = f"No expression was found for {place}; it holds no value until someone answers how it is made."
    finding = Finding("D01", Severity.ERROR, message, mapping.cell, place.target, place.column)
    return Expression(typed_null(scope), Origin.UNRESOLVED, findings=(finding,))


def _works(sql: str, place: Place, desk: Desk) -> bool:
    return not place.probe([sql], desk)[0].error


def _generate_expression(rule: str, scope: Scope, place: Place, desk: Desk) -> Resolution | None:
    """Candidates that run on the samples, best first; repaired at most `desk.repairs` times when none does."""
    started, first_record = time.monotonic(), len(desk.ledger)
    feedback, survivors = "\n".join(desk.said.comments.get(place.key, ())), []
    for _attempt in range(1 + desk.repairs):
        candidates = _candidates(rule, scope, place, desk, feedback)
        if not candidates:
            break
        outcomes = place.probe(candidates, desk)
        survivors = [o for o in outcomes if not o.error and not o.not_finite]
        if survivors:
            break
        reason = outcomes[0].error or "it gives inf or nan on some rows; divide by nullif(…, 0)"
        feedback = f"{candidates[0]}\nfails: {reason}"
    if not survivors:
        return None
    fitted = _fitted(survivors, scope, place, desk)
    best, questions = choose(fitted, scope, place.target, place.column, rule, place.frame, desk)
    records = desk.ledger[first_record:]
    expression = Expression(
        best,
        Origin.GENERATED,
        method=desk.generator.identity if desk.generator else "",
        alternatives=tuple(sql for sql in fitted if sql != best),
        tokens=sum(g.tokens for record in records for g in record.generations),
        seconds=round(time.monotonic() - started, 3),
        prompt_hash=records[-1].prompt.hash if records else "",
        findings=_named_only(best, scope, place),
    )
    return Resolution(expression, questions)


def _named_only(sql: str, scope: Scope, place: Place) -> tuple[Finding, ...]:
    """What tells the reader that a column is used only because the rule's text names it."""
    used = [c for c in scope.columns if c.named_only and c.sql in sql]
    return tuple(
        Finding(
            "D04",
            Severity.WARNING,
            f"{place} uses {c.table}.{c.column.name}, which the rule's text names but the source cells do not.",
            None,
            place.target,
            place.column,
        )
        for c in used
    )


def _fitted(outcomes: Sequence[ProbeOutcome], scope: Scope, place: Place, desk: Desk) -> list[str]:
    """Expressions turned to the target's type where their own differs, each once, in order."""
    fitted = [fit_to_type(o.sql, o.type, scope.target_type) or o.sql for o in outcomes]
    checked = place.probe(fitted, desk)
    pairs = zip(fitted, outcomes, checked, strict=True)
    return list(dict.fromkeys(plain.sql if check.error else sql for sql, plain, check in pairs))


def _candidates(rule: str, scope: Scope, place: Place, desk: Desk, feedback: str = "") -> list[str]:
    """The generator's expressions for one rule, unmasked, those that use the rule's fixed values first."""
    if desk.generator is None:
        return []
    masked = mask_rule(rule, scope, desk.terms)
    prompt = build_prompt(
        masked.rule,
        token_budget=desk.token_budget,
        examples=desk.examples,
        feedback=mask_text(feedback, masked, desk.terms) if feedback else "",
    )
    receipt = scan(prompt.prefix + prompt.body, prompt.hash, desk.terms, f"{prompt.prefix}\n{prompt.public}")
    if receipt.leaks and not desk.stop_on_leak:
        return []
    require_clean(receipt, str(place))
    generations = desk.generator.generate(prompt, candidates=desk.candidates, cancel=desk.cancel)
    desk.ledger.append(
        PromptRecord(
            place.target, place.column, rule, masked.rule.text, prompt, receipt, masked.aliases, generations
        )
    )
    finished = [g.text for g in generations if g.finished]
    literal = [text for text in finished if uses_literals(text, [alias for alias, _ in masked.values])]
    return list(dict.fromkeys(_unmasked(literal or finished, masked)))


def _unmasked(texts: Sequence[str], masked: Masked) -> list[str]:
    found = []
    for text in texts:
        try:
            found.append(unmask(text, masked))
        except SignoffError:
            continue
    return found
