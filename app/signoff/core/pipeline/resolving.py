"""One rule to one expression: written by a person, compiled, or generated, and tried before anyone sees it."""

from __future__ import annotations

import re
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from signoff.core.domain.expressions import Expression, Origin, Scope
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.plan import Condition
from signoff.core.domain.prompts import Generation, Prompt
from signoff.core.domain.review import ROWS, Question, question_id
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping
from signoff.core.errors import SignoffError
from signoff.core.generate.cover import left_out
from signoff.core.generate.filtering import uses_literals
from signoff.core.generate.mending import mended
from signoff.core.generate.patterns import compile_condition, compile_rule
from signoff.core.generate.types import fit_to_type
from signoff.core.isolation import ChildDied
from signoff.core.mask.leaks import require_clean, scan
from signoff.core.mask.masking import Masked, mask_rule, mask_text, unmask
from signoff.core.pipeline.covering import covered, not_shown
from signoff.core.pipeline.desk import Desk, GeneratorLost, PromptRecord, Proposer
from signoff.core.pipeline.doubts import choose
from signoff.core.pipeline.framing import framed, left_out_of
from signoff.core.pipeline.places import Place
from signoff.core.pipeline.trying import Tried, made_up_for, try_out
from signoff.core.prompt.build import RuleTooLong, build_prompt, public_prefix
from signoff.core.review.questions import LEAVE_OUT, UNSETTLED, rule_question
from signoff.core.verify.probe import ProbeOutcome


@dataclass(frozen=True)
class Resolution:
    """What became of one rule."""

    expression: Expression
    questions: tuple[Question, ...] = ()


@dataclass(frozen=True)
class Candidate:
    """One expression the generator proposes, unmasked."""

    sql: str
    left_out: tuple[str, ...] = ()
    """Pieces of the masked rule that nothing in it does."""
    least: float = 0.0
    """Probability of its least sure token; 0 when not known."""


def resolve_rule(
    mapping: ColumnMapping, scope: Scope, place: Place, desk: Desk, planned: Expression | None = None
) -> Resolution:
    """The expression for one column mapping in one section; `planned` is what the plan itself says of it.

    In this order: what a person wrote, what a compiler understood wholly, what the generator proposes. An
    expression that does not bind or run on the samples is never returned; a column that has none left is a typed
    NULL with a finding and a question, so that its neighbours live.
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
    if planned is not None and not answer and _works(planned.sql, place, desk):
        return Resolution(_with_remarks(planned, scope, place))
    compiled = _compiled(compile_rule(mapping, scope, rule=rule), place, desk)
    if compiled is not None:
        settled = _settled(compiled, rule, scope, place, desk)
        return replace(settled, expression=_with_remarks(settled.expression, scope, place))
    if desk.generator is not None and rule.strip() and scope.columns:
        generated = _generate_expression(mapping, rule, scope, place, desk)
        if generated is not None:
            return generated
    return Resolution(_unresolved(scope, place, mapping), (question,))


def resolve_condition(text: str, scope: Scope, place: Place, desk: Desk) -> Condition | None:
    """The SQL of a join or filter condition, compiled or generated; None when neither succeeds."""
    asked = question_id(place.target, ROWS, UNSETTLED, text)
    answer = desk.said.answers.get(asked)
    if answer == LEAVE_OUT:
        return Condition(text, "TRUE", Origin.WRITTEN)
    compiled = compile_condition(answer or text, scope)
    if compiled is not None:
        return Condition(text, compiled.sql, compiled.origin)
    if desk.generator is None or not scope.columns or scope.certain:
        return None
    candidates = _candidates(answer or text, replace(scope, condition=True), place, desk)
    return Condition(text, candidates[0].sql, Origin.GENERATED) if candidates else None


def typed_null(scope: Scope) -> str:
    """No value, of the column's type where that is known."""
    return f"CAST(NULL AS {scope.target_type})" if scope.target_type else "NULL"


def _compiled(expression: Expression | None, place: Place, desk: Desk) -> Expression | None:
    """The compiled expression, or the first of its other readings that runs on the samples, with a finding."""
    if expression is None or _works(expression.sql, place, desk):
        return expression
    other = next((sql for sql in expression.alternatives if _works(sql, place, desk)), None)
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
        return _unfit(rule, scope, place)
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
    return Resolution(replace(_unresolved(scope, place, mapping), findings=(finding,)))


def _unresolved(scope: Scope, place: Place, mapping: ColumnMapping) -> Expression:
    message = say("draft.not_found", place=place)
    finding = Finding("D01", Severity.ERROR, message, mapping.cell, place.target, place.column)
    return Expression(typed_null(scope), Origin.UNRESOLVED, findings=(finding,))


def _works(sql: str, place: Place, desk: Desk) -> bool:
    return not place.probe([sql], desk)[0].error


def _generate_expression(
    mapping: ColumnMapping, rule: str, scope: Scope, place: Place, desk: Desk
) -> Resolution | None:
    """Candidates that run on the samples, best first, or None.

    Where the rule's structure is understood, what was put together around its open parts is a candidate too.

    The generator is asked again, at most `desk.repairs` times: with the error when no candidate runs, also on rows
    made up at the edges of the rule; with what is left out when none does all that the rule says.
    """
    started, first_record = time.monotonic(), len(desk.ledger)
    made_up = made_up_for(rule, scope, place, desk)
    survivors: dict[str, tuple[Candidate, Tried]] = {}
    feedback = "\n".join(desk.said.comments.get(place.key, ()))
    around = _framed(mapping, rule, scope, place, desk)
    for attempt in range(1 + desk.repairs):
        candidates = [*(around if not attempt else ()), *_candidates(rule, scope, place, desk, feedback)]
        tried = try_out([c.sql for c in candidates], place, made_up, desk)
        found = list(zip(candidates, tried, strict=True))
        survivors |= {c.sql: (c, t) for c, t in found if t.usable and c.sql not in survivors}
        feedback = _to_mend(found, list(survivors.values()))
        if not feedback:
            break
    if not survivors:
        return None
    ranked = sorted(survivors.values(), key=_doubtfulness)
    kept = [(c, t) for c, t in ranked if _doubtfulness((c, t)) == _doubtfulness(ranked[0])]
    kept = [(c, t) for c, t in kept if not t.outcome.gives_nothing] or kept
    fitted = _fitted([t.outcome for _, t in kept], scope, place, desk)
    chosen = choose(fitted, scope, place, rule, made_up, desk)
    if not chosen.fits_answers:
        return _unfit(rule, scope, place)
    records = desk.ledger[first_record:]
    expression = Expression(
        chosen.sql,
        Origin.GENERATED,
        method=desk.generator.identity if desk.generator else "",
        alternatives=tuple(sql for sql in fitted if sql != chosen.sql),
        tokens=sum(g.tokens for record in records for g in record.generations),
        seconds=round(time.monotonic() - started, 3),
        prompt_hash=records[-1].prompt.hash if records else "",
        least=kept[0][0].least if chosen.sql == fitted[0] else 0.0,
        findings=(
            *_named_only(chosen.sql, scope, place),
            *_left_out(chosen.sql, ranked[0][0], rule, scope, place),
            *_at_the_edges(kept[0][1], place),
        ),
    )
    return Resolution(expression, chosen.questions)


def _framed(
    mapping: ColumnMapping, rule: str, scope: Scope, place: Place, desk: Desk
) -> tuple[Candidate, ...]:
    """What is put together around the open parts of a rule, as the only candidate; none without a frame."""
    sql = framed(
        mapping,
        rule,
        scope,
        lambda text, part_scope: _candidates(text, part_scope, place, desk),
        lambda part: _works(part, place, desk),
    )
    if sql is None:
        return ()
    return (Candidate(sql, left_out_of(sql, mask_rule(rule, scope, desk.terms), scope, desk)),)


def _doubtfulness(pair: tuple[Candidate, Tried]) -> tuple[int, bool]:
    """What orders candidates: pieces of the rule left out, then whether made-up rows give what is no number."""
    candidate, tried = pair
    return len(candidate.left_out), not tried.sound


def _to_mend(found: Sequence[tuple[Candidate, Tried]], survivors: Sequence[tuple[Candidate, Tried]]) -> str:
    """What the generator is told before it is asked again; empty when there is nothing to say."""
    if not found:
        return ""
    if not survivors:
        return f"{found[0][0].sql}\nfails: {_failure(found[0][1])}"
    best, tried = min(survivors, key=_doubtfulness)
    if best.left_out:
        return f"{best.sql}\nleaves out: {'; '.join(best.left_out)}"
    return "" if tried.sound else f"{best.sql}\nfails: {_failure(tried)}"


def _failure(tried: Tried) -> str:
    """Why a candidate goes back, in words the generator was made to understand."""
    if tried.outcome.unsteady:
        return "its result hangs on the order of the rows; say which row is meant, such as the latest"
    return tried.outcome.error or "it gives inf or nan on some rows; divide by nullif(…, 0)"


def _unfit(rule: str, scope: Scope, place: Place) -> Resolution:
    """Nothing that was tried gives what a person said: the column is open, and it is asked how it is made."""
    message = say("draft.answer_fits_nothing", place=place)
    finding = Finding("D09", Severity.ERROR, message, None, place.target, place.column)
    expression = Expression(typed_null(scope), Origin.UNRESOLVED, findings=(finding,))
    return Resolution(expression, (rule_question(place.target, place.column, rule),))


def _at_the_edges(tried: Tried, place: Place) -> tuple[Finding, ...]:
    """What tells the reader that made-up rows give no number, or a text that can't be converted stops the run."""
    found = []
    if not tried.sound:
        message = say("draft.no_number_at_edge", place=place)
        found.append(Finding("D10", Severity.WARNING, message, None, place.target, place.column))
    if not tried.converts_all:
        message = say("draft.odd_text_stops", place=place)
        found.append(Finding("D11", Severity.INFO, message, None, place.target, place.column))
    return tuple(found)


def _left_out(sql: str, candidate: Candidate, rule: str, scope: Scope, place: Place) -> tuple[Finding, ...]:
    """What tells the reader that nothing in the expression shows a piece of the rule."""
    if not candidate.left_out:
        return ()
    pieces = left_out(sql, rule, aggregate=scope.aggregate)
    return not_shown(pieces, place, masked=len(candidate.left_out))


def _with_remarks(expression: Expression, scope: Scope, place: Place) -> Expression:
    """An expression that was understood wholly, with what it reads beyond its source cells, where it has any."""
    beyond = _named_only(expression.sql, scope, place, Severity.INFO) if scope.sources else ()
    return replace(expression, findings=(*expression.findings, *beyond))


def _named_only(
    sql: str, scope: Scope, place: Place, severity: Severity = Severity.WARNING
) -> tuple[Finding, ...]:
    """What tells the reader that a column is used only because the rule's text names it."""
    used = [
        c for c in scope.columns if c.named_only and re.search(rf"(?<![\w.\"]){re.escape(c.sql)}(?!\w)", sql)
    ]
    return tuple(
        Finding(
            "D04",
            severity,
            say("draft.not_named", place=place, table=c.table, name=c.column.name),
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


def _candidates(rule: str, scope: Scope, place: Place, desk: Desk, feedback: str = "") -> list[Candidate]:
    """The generator's expressions for one rule, unmasked, those that use the rule's fixed values first."""
    if desk.generator is None:
        return []
    masked = mask_rule(rule, scope, desk.terms)
    try:
        prompt = build_prompt(
            masked.rule,
            token_budget=desk.token_budget,
            examples=desk.examples.for_column(place.target, place.column, desk.settled.get(place.key)),
            feedback=mask_text(feedback, masked, desk.terms) if feedback else "",
            templates=desk.templates,
        )
    except RuleTooLong:
        return []
    public = f"{public_prefix(desk.examples)}\n{prompt.public}"
    receipt = scan(prompt.prefix + prompt.body, prompt.hash, desk.terms, public)
    if receipt.leaks and not desk.stop_on_leak:
        return []
    require_clean(receipt, str(place))
    generations = desk.recalled.get(prompt.hash) or _asked(desk.generator, prompt, desk)
    desk.recalled[prompt.hash] = generations
    desk.ledger.append(
        PromptRecord(
            place.target, place.column, rule, masked.rule.text, prompt, receipt, masked.aliases, generations
        )
    )
    likely = sorted(generations, key=lambda generation: -generation.logprob)
    finished: dict[str, float] = {}
    for generation in likely:
        if generation.finished:
            finished.setdefault(mended(generation.text, masked.rule.text), generation.least)
    values = [alias for alias, _ in masked.values]
    literal = {text: least for text, least in finished.items() if uses_literals(text, values)}
    return _unmasked(literal or finished, masked, scope)


def _asked(generator: Proposer, prompt: Prompt, desk: Desk) -> tuple[Generation, ...]:
    """Answers to a prompt; none to one that a generator in good order can't answer, such as one too long for it."""
    try:
        return generator.generate(prompt, candidates=desk.candidates, cancel=desk.cancel)
    except ChildDied as error:
        raise GeneratorLost(say("draft.generator_lost", reason=error)) from error
    except SignoffError:
        _make_sure(generator)
        return ()


def _make_sure(generator: Proposer) -> None:
    try:
        generator.load()
    except SignoffError as error:
        raise GeneratorLost(say("draft.generator_lost", reason=error)) from error


def _unmasked(texts: Mapping[str, float], masked: Masked, scope: Scope) -> list[Candidate]:
    """Candidates of the generator's texts, each with how sure it was."""
    sources = [column.alias for column in masked.rule.columns if column.is_source]
    found: dict[str, Candidate] = {}
    for text, least in texts.items():
        try:
            sql = unmask(text, masked)
        except SignoffError:
            continue
        missing = left_out(text, masked.rule.text, sources, aggregate=scope.aggregate)
        found.setdefault(sql, Candidate(sql, missing, least))
    return list(found.values())
