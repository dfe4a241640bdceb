"""Rules that say those of the row above with another value, written out or left."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from signoff.core.parse.other_value import with_other_value

CASES = yaml.safe_load(
    (Path(__file__).parents[2] / "cases" / "referred" / "other_value.yml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize(("above", "rule", "meant"), CASES["cases"])
def test_the_rule_above_is_said_with_the_other_value(above: str, rule: str, meant: str) -> None:
    assert with_other_value(above, rule) == meant


@pytest.mark.parametrize(("above", "rule"), CASES["near"])
def test_what_may_mean_several_values_is_left(above: str, rule: str) -> None:
    assert with_other_value(above, rule) == ""


def test_a_source_column_is_no_value() -> None:
    assert with_other_value("sum of amount where kind = A", "likewise for tax", ("tax", "kind")) == ""
