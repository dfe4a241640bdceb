"""Rules of two sentences, and codes with their meaning, made as a whole before compilers take them apart."""

from __future__ import annotations

import pytest

from signoff.core.domain.expressions import Scope, ScopeColumn
from signoff.core.domain.spec import SourceColumn
from signoff.core.generate.patterns.early_codes import early_codes
from signoff.core.generate.patterns.early_sentences import early_sentences
from signoff.core.generate.patterns.restated_engineers import said_by_engineers


def _scope(target: str, **columns: str) -> Scope:
    made = tuple(ScopeColumn("t", "t", SourceColumn(name, kind), True) for name, kind in columns.items())
    return Scope(made, target_type=target)


@pytest.mark.parametrize(
    ("rule", "scope", "wanted"),
    [
        (
            "part_code, ' | ', part_text. Only the code if there is no text.",
            _scope("VARCHAR", part_code="VARCHAR", part_text="VARCHAR"),
            "CASE WHEN nullif(trim(t.part_text), '') IS NULL THEN t.part_code "
            "ELSE t.part_code || ' | ' || t.part_text END",
        ),
        (
            "room, a slash, bed_no (12/3). Without a bed only the room, no slash.",
            _scope("VARCHAR", room="VARCHAR", bed_no="VARCHAR"),
            "CASE WHEN nullif(trim(t.bed_no), '') IS NULL THEN t.room ELSE t.room || '/' || t.bed_no END",
        ),
        (
            "part_code, a dash, part_text. Only the code if there is no text, unless it is new",
            _scope("VARCHAR", part_code="VARCHAR", part_text="VARCHAR"),
            "",
        ),
        (
            "Convert to number. Entries that are no number (n/a) become empty.",
            _scope("DOUBLE", amount="VARCHAR"),
            "TRY_CAST(t.amount AS DOUBLE)",
        ),
        (
            "Convert to number. Entries that are no number become empty, only for closed ones.",
            _scope("DOUBLE", amount="VARCHAR"),
            "",
        ),
        (
            "back_on. If empty: lent_on + days - 1 day. If days is empty as well: lent_on.",
            _scope("DATE", back_on="DATE", lent_on="DATE", days="INTEGER"),
            "coalesce(t.back_on, CAST(t.lent_on + (t.days - 1) * INTERVAL 1 DAY AS DATE), t.lent_on)",
        ),
        (
            "Autogenerate: 1, 2, 3 ... ordered by code_no, over the members that are loaded",
            _scope("INTEGER", code_no="VARCHAR"),
            "Autogenerate: 1, 2, 3 ... ordered by code_no",
        ),
    ],
)
def test_two_sentences_are_one_rule(rule: str, scope: Scope, wanted: str) -> None:
    assert early_sentences(rule, scope) == wanted


@pytest.mark.parametrize(
    ("rule", "kind", "wanted"),
    [
        (
            "A -> 1 (adult), C -> 2 (child), anything else or empty -> 0. Lower-case entries count too.",
            "VARCHAR",
            "CASE upper(t.code) WHEN 'A' THEN 1 WHEN 'C' THEN 2 ELSE 0 END",
        ),
        ("code 1 -> 10 (main one), all others -> 20 (further)", "INTEGER", "1 -> 10, all others -> 20"),
        ("A -> 1 (adult), C -> 2 (if paid), other -> 0. Lower-case entries count too.", "VARCHAR", ""),
    ],
)
def test_codes_lose_what_only_explains_them(rule: str, kind: str, wanted: str) -> None:
    assert early_codes(rule, _scope("INTEGER", code=kind)) == wanted


def test_an_arrow_is_no_sign_that_compares() -> None:
    assert said_by_engineers("line 1 -> 10, all others -> 20", _scope("INTEGER", code="INTEGER")) == ""
