"""All lint rules, in the order they are run and shown."""

from __future__ import annotations

from signoff.core.lint.context import Check
from signoff.core.lint.rules.L01_no_source_no_rule import no_source_no_rule
from signoff.core.lint.rules.L02_vague_rule import vague_rule
from signoff.core.lint.rules.L03_missing_join_key import missing_join_key
from signoff.core.lint.rules.L04_repeated_column import repeated_column
from signoff.core.lint.rules.L05_unknown_source import unknown_source
from signoff.core.lint.rules.L06_type_conflict import type_conflict
from signoff.core.lint.rules.L07_default_outside_type import default_outside_type
from signoff.core.lint.rules.L08_circular_targets import circular_targets
from signoff.core.lint.rules.L09_unused_rule import unused_rule

RULES: tuple[Check, ...] = (
    no_source_no_rule,
    vague_rule,
    missing_join_key,
    repeated_column,
    unknown_source,
    type_conflict,
    default_outside_type,
    circular_targets,
    unused_rule,
)
