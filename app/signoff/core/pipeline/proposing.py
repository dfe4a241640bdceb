"""What the generator proposes for one rule: masked, put into a prompt, looked through for leaks, asked, unmasked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from signoff.core.domain.expressions import Scope
from signoff.core.errors import SignoffError
from signoff.core.generate.cover import left_out
from signoff.core.generate.filtering import uses_literals
from signoff.core.generate.mending import mended
from signoff.core.mask.masking import Masked, mask_rule, mask_text, unmask
from signoff.core.pipeline.asking import asked
from signoff.core.pipeline.desk import Desk
from signoff.core.pipeline.hinting import with_hints
from signoff.core.pipeline.places import Place
from signoff.core.prompt.build import RuleTooLong, build_prompt


@dataclass(frozen=True)
class Candidate:
    """One expression the generator proposes, unmasked."""

    sql: str
    left_out: tuple[str, ...] = ()
    """Pieces of the masked rule that nothing in it does."""
    least: float = 0.0
    """Probability of its least sure token; 0 when not known."""


def candidates_for(rule: str, scope: Scope, place: Place, desk: Desk, feedback: str = "") -> list[Candidate]:
    """The generator's expressions for one rule, unmasked, those that use the rule's fixed values first.

    A condition that names no column in scope is not put: of stand-ins alone one would be picked by chance.
    """
    if desk.generator is None:
        return []
    masked = mask_rule(rule, scope, desk.terms, desk.level)
    if scope.condition and not masked.names_a_column:
        return []
    try:
        prompt = build_prompt(
            with_hints(masked, desk),
            token_budget=desk.token_budget,
            examples=desk.examples.for_column(place.target, place.column, desk.settled.get(place.key)),
            feedback=mask_text(feedback, masked, desk.terms) if feedback else "",
            templates=desk.templates,
        )
    except RuleTooLong:
        return []
    generations = asked(prompt, masked, rule, place, desk)
    likely = sorted(generations, key=lambda generation: -generation.logprob)
    finished: dict[str, float] = {}
    for generation in likely:
        if generation.finished:
            finished.setdefault(mended(generation.text, masked.rule.text), generation.least)
    values = [alias for alias, _ in masked.values]
    literal = {text: least for text, least in finished.items() if uses_literals(text, values)}
    return _unmasked(literal or finished, masked, scope)


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
