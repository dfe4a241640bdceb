"""Where terms are used: in rules, joins and steps, and as sources of columns."""

from __future__ import annotations

from signoff.core.domain.masking import Term, TermKind
from signoff.core.domain.spec import (
    ColumnMapping,
    Schema,
    SourceColumn,
    SourceRef,
    SourceTable,
    Spec,
    Step,
    StepKind,
    TargetMapping,
)
from signoff.core.mask.uses import TermUse, terms_used

SCHEMA = Schema((SourceTable("PLT", (SourceColumn("LAST_VISIT", "DATE"), SourceColumn("name", "VARCHAR"))),))


def row(name: str, rule: str, *sources: str, join: str = "") -> ColumnMapping:
    refs = tuple(SourceRef("PLT", source) for source in sources)
    return ColumnMapping("plot", name, rule=rule, rule_resolved=rule, sources=refs, join=join)


SPEC = Spec(
    "map.csv",
    targets=(
        TargetMapping(
            "plot",
            (
                row("visited", "last visit, if last_visit is known to the guild", "LAST_VISIT"),
                row("label", "name in capitals, 'QX7' if there is none", "name", join="PLT of the Guild"),
            ),
            (Step("plot", 1, StepKind.FILTER, table="PLT", condition="guilds only"),),
        ),
    ),
)
USES = terms_used(SPEC, SCHEMA, (Term("guild", TermKind.WORD, "body"),))


def use(text: str) -> TermUse:
    return next(each for each in USES if each.term.text == text)


def test_mentions_and_source_cells_are_counted_by_place() -> None:
    visit = use("LAST_VISIT")
    assert (visit.places, visit.count, visit.alias_example) == ((("plot", "visited"),), 3, "date_01")
    table = use("PLT")
    assert table.places == (("plot", "label"), ("plot", "visited"), ("plot", ""))
    assert (table.count, table.alias_example) == (4, "name_1")


def test_a_listed_word_is_found_in_rules_joins_and_steps() -> None:
    guild = use("guild")
    assert guild.places == (("plot", "visited"), ("plot", "label"), ("plot", ""))
    assert (guild.count, guild.alias_example, guild.term.group) == (3, "word_1", "body")


def test_a_fixed_value_is_found_where_it_stands() -> None:
    assert (use("QX7").places, use("QX7").alias_example) == ((("plot", "label"),), "val_1")


def test_an_everyday_word_is_told_as_such() -> None:
    assert use("name").everyday and not use("guild").everyday


def test_a_name_nothing_uses_is_listed_without_places() -> None:
    assert (use("label").places, use("label").count, use("label").alias_example) == ((), 0, "name_1")


def test_terms_stand_by_kind_and_the_most_used_first() -> None:
    kinds = list(dict.fromkeys(each.term.kind for each in USES))
    assert kinds == [TermKind.WORD, TermKind.VALUE, TermKind.TABLE, TermKind.COLUMN]
    columns = [each.count for each in USES if each.term.kind is TermKind.COLUMN]
    assert columns == sorted(columns, reverse=True)


def test_every_term_of_a_large_document_is_counted() -> None:
    words = [f"Col{n:04d}Name" for n in range(1500)]
    rows = tuple(row(f"t_{w}", f"take {w} or {words[-n - 1]}, then trim", w) for n, w in enumerate(words))
    uses = terms_used(Spec("map.csv", targets=(TargetMapping("plot", rows),)), SCHEMA)
    assert len(uses) > 3000
