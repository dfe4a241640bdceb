"""Columns without a source cell, and the table that a text on rows starts from."""

from __future__ import annotations

import pytest

from signoff.core.domain.plan import JoinKind, Relation, SectionPlan
from signoff.core.domain.spec import (
    ColumnMapping,
    Schema,
    SourceColumn,
    SourceRef,
    SourceTable,
    Step,
    StepKind,
    TargetMapping,
)
from signoff.core.merge.likely.told_driving import with_told_driving
from signoff.core.merge.own_column import remark_alike, with_own_column

SONG = SourceTable(
    "song",
    tuple(map(SourceColumn, ("song_id", "title", "artist_id", "plan_level"))),
)
ARTIST = SourceTable("artist", tuple(map(SourceColumn, ("artist_id", "genre"))))
SCHEMA = Schema((SONG, ARTIST))
SECTION = SectionPlan(
    "", (Relation("song", "song", JoinKind.DRIVING), Relation("artist", "artist", JoinKind.LEFT))
)


@pytest.mark.parametrize(
    ("name", "rule", "source", "left"),
    [
        ("title", "as is", "song.title", ""),
        ("song_id", "as is, primary key", "song.song_id", ""),
        ("artist_id", "from artist", "artist.artist_id", ""),
        ("genre", "trimmed and lower case", "artist.genre", "trimmed and lower case"),
        ("plan", "free or paid", "song.plan_level", "free or paid"),
        ("label", "title in capitals", "song.title", "title in capitals"),
        ("label", "as is", "", "as is"),
        (
            "genre",
            "as is, but only for songs of this year",
            "artist.genre",
            "as is, but only for songs of this year",
        ),
        ("title", "from somewhere", "", "from somewhere"),
        ("title", "other_title with a dot", "", "other_title with a dot"),
    ],
)
def test_the_column_that_a_rule_without_a_source_is_about(
    name: str, rule: str, source: str, left: str
) -> None:
    mapping = ColumnMapping("t", name, rule=rule, rule_resolved=rule)
    found = with_own_column(mapping, SECTION, SCHEMA, (mapping, ColumnMapping("t", "other_title")))
    assert ("".join(map(str, found.sources)), found.rule) == (source, left)


def test_a_source_that_is_only_called_alike_is_told() -> None:
    plan = ColumnMapping("t", "plan", rule="free or paid", rule_resolved="free or paid")
    title = ColumnMapping("t", "title", rule="as is", rule_resolved="as is")
    told = [remark_alike(each, with_own_column(each, SECTION, SCHEMA, ())) for each in (plan, title)]
    assert [[finding.code for finding in each] for each in told] == [["D224"], []]


@pytest.mark.parametrize("rule", ["0", "-1", "'free'", "NULL", "32827"])
def test_a_fixed_value_needs_no_source(rule: str) -> None:
    mapping = ColumnMapping("t", "plan", rule=rule, rule_resolved=rule)
    assert with_own_column(mapping, SECTION, SCHEMA, ()) is mapping


def test_a_source_cell_wins() -> None:
    mapping = ColumnMapping("t", "title", sources=(SourceRef("artist", "genre"),), rule="as is")
    assert with_own_column(mapping, SECTION, SCHEMA, ()) is mapping


@pytest.mark.parametrize(
    ("text", "table"),
    [
        ("One record per song. We start at song and look up the genre in artist through artist_id.", "song"),
        ("Look up artist by artist_id. Source is song.", "song"),
        ("The player appends a row to song whenever somebody edits it.", "song"),
        ("Nothing else is known of its rows.", ""),
    ],
)
def test_the_table_that_a_text_starts_from(text: str, table: str) -> None:
    note = Step("tracks", 1, StepKind.NOTE, condition=text)
    told = with_told_driving(TargetMapping("tracks", (ColumnMapping("tracks", "title"),), (note,)), SCHEMA)
    assert [step.table for step in told.steps if step.kind is StepKind.DRIVING] == ([table] if table else [])


def test_a_table_that_a_source_cell_names_drives() -> None:
    column = ColumnMapping("tracks", "genre", sources=(SourceRef("artist", "genre"),))
    target = TargetMapping(
        "tracks", (column,), (Step("tracks", 1, StepKind.NOTE, condition="We start at song"),)
    )
    assert with_told_driving(target, SCHEMA) is target
