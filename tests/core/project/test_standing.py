"""The standing of a project: what is left, and that taking over what did not change never shows something old."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

from signoff.core.domain.review import ROWS
from signoff.core.domain.spec import CodeList
from signoff.core.project import session
from signoff.core.project.project import Project
from signoff.core.project.standing import Standing, standing_of
from signoff.core.review.standing import ColumnState, Risk, TargetState
from tests.helpers.signed_projects import BY, make, review, spec

COLUMNS = ["party_id", "party_name", "note", "kind"]


def shown(standing: Standing) -> list[object]:
    return [(t.mapping, t.dossier, t.review) for t in standing.targets]


def test_what_is_left_comes_riskiest_first(tmp_path: Path) -> None:
    with make(tmp_path / "p.signoff") as project:
        target = standing_of(project).targets[0]
        assert target.review is not None
        assert [(c.name, c.risk) for c in target.review.left] == [
            ("party_name", Risk.QUESTION),
            ("note", Risk.REMARK),
            (ROWS, Risk.DOUBTED),
            ("kind", Risk.BUILT),
            ("party_id", Risk.COPIED),
        ]
        assert target.state is TargetState.QUESTIONS and target.decisions_left == 5


def test_a_signed_target_has_nothing_left_and_one_changed_since_is_looked_at_again(tmp_path: Path) -> None:
    with make(tmp_path / "p.signoff") as project:
        review(project, "party clean")
        standing = standing_of(project)
        assert standing.targets[0].state is TargetState.SIGNED and standing.targets[0].decisions_left == 0
        project.put_file_rule("blank", "counts as missing", by=BY)
        changed = standing_of(project, standing).targets[0]
        assert changed.state is TargetState.STALE


def test_another_code_list_reopens_the_columns_whose_rules_name_it_and_no_others(tmp_path: Path) -> None:
    given = spec()
    party = given.targets[0]
    kind = replace(party.columns[3], rule="Trim, then by Kinds", rule_resolved="Trim, then by Kinds")
    party = replace(party, columns=(*party.columns[:3], kind))
    given = replace(
        given, targets=(party, *given.targets[1:]), code_lists=(CodeList("Kinds", (("1", "a"),)),)
    )
    with make(tmp_path / "p.signoff") as project:
        project.put_spec(given, by=BY)
        review(project, "party clean", "party_report")
        assert standing_of(project).targets[0].state is TargetState.SIGNED
        project.put_spec(replace(given, code_lists=(CodeList("Kinds", (("1", "b"),)),)), by=BY)
        changed = standing_of(project)
        assert changed.targets[0].state is TargetState.STALE
        assert changed.targets[0].review is not None
        stale = [c.name for c in changed.targets[0].review.columns if c.state is ColumnState.LOOK_AGAIN]
        assert stale == ["kind"]
        assert changed.targets[2].state is TargetState.SIGNED


def test_a_target_that_reads_another_follows_its_sign_off(tmp_path: Path) -> None:
    with make(tmp_path / "p.signoff") as project:
        before = standing_of(project)
        review(project, "party clean")
        after = standing_of(project, before)
        reader = after.target("party_count")
        assert reader is not None and reader.dossier is not None
        assert [u.binding != "" for u in reader.dossier.upstream] == [True]


def test_columns_an_update_leaves_alone_need_no_decision(tmp_path: Path) -> None:
    with make(tmp_path / "p.signoff") as project:
        update = standing_of(project).target("party_report")
        assert update is not None and update.review is not None and update.is_update
        states = {c.name: c.state for c in update.review.columns}
        assert states["party_id"] is ColumnState.LEFT_ALONE


def test_a_standing_made_from_the_one_before_equals_one_made_anew(tmp_path: Path) -> None:
    dice = random.Random(4)
    with make(tmp_path / "p.signoff") as project:
        standing = standing_of(project)
        for _step in range(60):
            _act(project, dice)
            standing = standing_of(project, standing)
            assert shown(standing) == shown(standing_of(project))


def _act(project: Project, dice: random.Random) -> None:
    column = dice.choice(COLUMNS)
    match dice.randrange(7):
        case 0:
            session.approve(project, "party clean", [column, ROWS], by=BY)
        case 1:
            session.add_comment(project, "party clean", column, "why?", by=BY)
        case 2:
            session.answer(project, "q-rows", dice.choice(["a1", "b2"]), by=BY)
        case 3:
            session.approve(project, "party_count", ["parties", ROWS], by=BY)
        case 4:
            session.waive(project, "party clean", "note", "L04", f"reason {dice.random()}", by=BY)
        case 5:
            session.ask_somebody(project, "party clean", column, "Jan", "which?", by=BY)
        case _:
            if project.sign_off("party clean"):
                session.withdraw(project, "party clean", "again", by=BY)
            else:
                review(project, "party clean")
