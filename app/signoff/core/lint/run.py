"""Runs every lint rule over a spec."""

from __future__ import annotations

from signoff.core.domain.findings import Finding
from signoff.core.domain.spec import Schema, Spec
from signoff.core.lint.context import Context, Samples
from signoff.core.lint.rules import RULES


def lint(spec: Spec, schema: Schema | None = None, samples: Samples | None = None) -> tuple[Finding, ...]:
    """Findings of all rules, in the order of the rules and of the document; what is answered is no finding any more.

    Args:
        spec: what parse read, with answers worked in or not.
        schema: the source tables at hand, samples or CREATE TABLE; None when none were given.
        samples: their rows; None when none were given.
    """
    context = Context(spec, schema, samples)
    settled = {each.question for target in spec.targets for each in target.amendments}
    found = dict.fromkeys(finding for check in RULES for finding in check(context))
    return tuple(each for each in found if each.question is None or each.question.id not in settled)
