"""One rule to one expression by the generator: asked, tried, told what is amiss, and compared."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace

from sqlglot import exp

from signoff.core.domain.expressions import Expression, Origin, Scope
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.prompts import SURE
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping
from signoff.core.generate.cover import left_out
from signoff.core.generate.types import fit_to_type
from signoff.core.mask.masking import mask_rule
from signoff.core.merge.sqlparts import columns_of, parsed
from signoff.core.pipeline.covering import not_shown
from signoff.core.pipeline.desk import Desk
from signoff.core.pipeline.doubts import choose
from signoff.core.pipeline.framing import framed, left_out_of
from signoff.core.pipeline.outcomes import Resolution, named_only, unfit
from signoff.core.pipeline.places import Place
from signoff.core.pipeline.proposing import Candidate, candidates_for
from signoff.core.pipeline.trying import Tried, made_up_for, try_out
from signoff.core.verify.made_up_rows import MadeUpRows
from signoff.core.verify.probe import ProbeOutcome


def generated_for(
    mapping: ColumnMapping, rule: str, scope: Scope, place: Place, desk: Desk
) -> Resolution | None:
    """Candidates that run on the samples, best first, or None.

    Where the rule's structure is understood, what was put together around its open parts is a candidate too; the
    only one where its parts are sure and nothing is left out.

    The generator is asked again, at most `desk.repairs` times: with the error when no candidate runs, also on rows
    made up at the edges of the rule; with what is left out when none does all that the rule says.
    """
    scope = _with_sums(scope, place)
    started, first_record = time.monotonic(), len(desk.ledger)
    made_up = made_up_for(rule, scope, place, desk)
    survivors = _survivors(mapping, rule, scope, place, made_up, desk)
    if not survivors:
        return None
    ranked = sorted(survivors, key=_doubtfulness)
    kept = [(c, t) for c, t in ranked if _doubtfulness((c, t)) == _doubtfulness(ranked[0])]
    kept = [(c, t) for c, t in kept if not t.outcome.gives_nothing] or kept
    fitted = _fitted([t.outcome for _, t in kept], scope, place, desk)
    chosen = choose(fitted, scope, place, rule, made_up, desk)
    if not chosen.fits_answers:
        return unfit(rule, scope, place)
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
        agreed=kept[0][1].outcome.rows if chosen.agree and len(fitted) > 1 else 0,
        answered=chosen.is_answered,
        findings=(
            *named_only(chosen.sql, scope, place),
            *_left_out(chosen.sql, ranked[0][0], rule, scope, place),
            *_at_the_edges(kept[0][1], place),
        ),
    )
    told = chosen.questions or expression.findings or expression.answered
    return Resolution(expression if told else _unproven(expression, place), chosen.questions)


def _survivors(
    mapping: ColumnMapping, rule: str, scope: Scope, place: Place, made_up: MadeUpRows | None, desk: Desk
) -> list[tuple[Candidate, Tried]]:
    """Every candidate that can be used, in the order they were proposed; a person's comments are told first."""
    survivors: dict[str, tuple[Candidate, Tried]] = {}
    feedback = "\n".join(desk.said.comments.get(place.key, ()))
    around = _framed(mapping, rule, scope, place, desk)
    is_enough = not feedback and _is_enough(around, place, made_up, desk)
    for attempt in range(1 + desk.repairs):
        candidates = [] if attempt else list(around)
        if attempt or not is_enough:
            proposed = candidates_for(rule, scope, place, desk, feedback)
            candidates += [c for c in proposed if _sums_where_it_may(c.sql, place)]
        tried = try_out([c.sql for c in candidates], place, made_up, desk)
        found = list(zip(candidates, tried, strict=True))
        survivors |= {c.sql: (c, t) for c, t in found if t.usable and c.sql not in survivors}
        feedback = _to_mend(found, list(survivors.values()))
        if not feedback:
            break
    return list(survivors.values())


def _with_sums(scope: Scope, place: Place) -> Scope:
    """The scope with aggregates where one of its columns is of a table that is put together before it is joined."""
    is_grouped = place.section is not None and bool(place.section.group_by)
    reads_inside = any(c.relation.casefold() in place.inside for c in scope.columns)
    return replace(scope, aggregate=True) if reads_inside and not (scope.aggregate or is_grouped) else scope


def _sums_where_it_may(sql: str, place: Place) -> bool:
    """Whether an expression sums up only tables that are put together, where the section itself is not grouped."""
    section = place.section
    tree = parsed(sql) if place.inside and section is not None and not section.group_by else None
    found = (
        [node for node in tree.find_all(exp.AggFunc) if not isinstance(node.parent, exp.Window)]
        if tree
        else []
    )
    return all(
        columns_of(node) and all(c.table.casefold() in place.inside for c in columns_of(node))
        for node in found
    )


def _framed(
    mapping: ColumnMapping, rule: str, scope: Scope, place: Place, desk: Desk
) -> tuple[Candidate, ...]:
    """What is put together around the open parts of a rule, as the only candidate; none without a frame."""
    made = framed(
        mapping,
        rule,
        scope,
        lambda text, part_scope: candidates_for(text, part_scope, place, desk),
        lambda part: place.works(part, desk),
    )
    if made is None:
        return ()
    missing = left_out_of(made.sql, mask_rule(rule, scope, desk.terms, desk.level), scope, desk)
    return (Candidate(made.sql, missing, made.least),)


def _is_enough(around: Sequence[Candidate], place: Place, made_up: MadeUpRows | None, desk: Desk) -> bool:
    """Whether what was put together does all that the rule says, of sure parts, and works: no need to ask for more."""
    sure = [c.sql for c in around if c.least > SURE and not c.left_out]
    return bool(sure) and all(tried.sound for tried in try_out(sure, place, made_up, desk))


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


def _unproven(expression: Expression, place: Place) -> Expression:
    """The expression with a remark that nothing but the language model vouches for it: agreement is no proof."""
    message = say("draft.only_generated", place=place)
    finding = Finding("D14", Severity.INFO, message, None, place.target, place.column)
    return replace(expression, findings=(finding,))


def _left_out(sql: str, candidate: Candidate, rule: str, scope: Scope, place: Place) -> tuple[Finding, ...]:
    """What tells the reader that nothing in the expression shows a piece of the rule."""
    if not candidate.left_out:
        return ()
    pieces = left_out(sql, rule, aggregate=scope.aggregate)
    return not_shown(pieces, place, masked=len(candidate.left_out))


def _fitted(outcomes: Sequence[ProbeOutcome], scope: Scope, place: Place, desk: Desk) -> list[str]:
    """Expressions turned to the target's type where their own differs, each once, in order."""
    fitted = [fit_to_type(o.sql, o.type, scope.target_type) or o.sql for o in outcomes]
    checked = place.probe(fitted, desk)
    pairs = zip(fitted, outcomes, checked, strict=True)
    return list(dict.fromkeys(plain.sql if check.error else sql for sql, plain, check in pairs))
