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
from signoff.core.lint.rules.L10_date_without_pattern import date_without_pattern
from signoff.core.lint.rules.L11_nothing_for_the_rest import nothing_for_the_rest
from signoff.core.lint.rules.L12_latest_by_what import latest_by_what
from signoff.core.lint.rules.L13_rounding_not_told import rounding_not_told
from signoff.core.lint.rules.L14_division_by_zero import division_by_zero
from signoff.core.lint.rules.L15_which_today import which_today
from signoff.core.lint.rules.L16_time_zone_not_told import time_zone_not_told
from signoff.core.lint.rules.L17_rule_names_other_column import rule_names_other_column
from signoff.core.lint.rules.L18_required_may_be_missing import required_may_be_missing
from signoff.core.lint.rules.L19_rule_outside_type import rule_outside_type
from signoff.core.lint.rules.L20_constant_outside_type import constant_outside_type
from signoff.core.lint.rules.L21_two_defaults import two_defaults
from signoff.core.lint.rules.L22_source_columns_unused import source_columns_unused
from signoff.core.lint.rules.L23_sum_per_what import sum_per_what
from signoff.core.lint.rules.L24_joined_and_not_read import joined_and_not_read
from signoff.core.lint.rules.L25_rate_missing import rate_missing
from signoff.core.lint.rules.L26_withdrawn_row import withdrawn_row
from signoff.core.lint.rules.L27_example_outside_type import example_outside_type
from signoff.core.lint.rules.L28_history_wanted import history_wanted
from signoff.core.lint.rules.L29_reject_wanted import reject_wanted
from signoff.core.lint.rules.L30_running_number import running_number
from signoff.core.lint.rules.L31_answer_contradicted import answer_contradicted
from signoff.core.lint.rules.L32_codes_not_covered import codes_not_covered
from signoff.core.lint.rules.L33_pattern_contradicted import pattern_contradicted
from signoff.core.lint.rules.L34_join_doubles_rows import join_doubles_rows
from signoff.core.lint.rules.L35_copies_differ import copies_differ
from signoff.core.lint.rules.L36_target_columns_unmapped import target_columns_unmapped

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
    date_without_pattern,
    nothing_for_the_rest,
    latest_by_what,
    rounding_not_told,
    division_by_zero,
    which_today,
    time_zone_not_told,
    rule_names_other_column,
    required_may_be_missing,
    rule_outside_type,
    constant_outside_type,
    two_defaults,
    source_columns_unused,
    sum_per_what,
    joined_and_not_read,
    rate_missing,
    withdrawn_row,
    example_outside_type,
    history_wanted,
    reject_wanted,
    running_number,
    answer_contradicted,
    codes_not_covered,
    pattern_contradicted,
    join_doubles_rows,
    copies_differ,
    target_columns_unmapped,
)
