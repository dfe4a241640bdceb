"""Undo and redo walk the record: the visible state comes back, and every step is an entry of its own."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from signoff.core.domain.review import ROWS
from signoff.core.errors import SignoffError
from signoff.core.project import session
from signoff.core.project.dossiers import dossier_of
from signoff.core.project.project import Project
from signoff.core.project.undo import Act, revert
from tests.helpers.signed_projects import BY, make, review

TARGET = "party clean"


def visible(project: Project) -> tuple[object, ...]:
    """All that a person sees of the target, but when it was said."""
    dossier = dossier_of(project, TARGET)
    decisions = sorted((d.column, d.verdict, d.comment, d.binding) for d in dossier.decisions)
    comments = [(c.column, c.text) for c in dossier.comments]
    waivers = sorted((w.column, w.code, w.reason) for w in dossier.waivers)
    answers = sorted((a.question, a.value) for a in dossier.answers)
    written = sorted((w.column, w.sql) for w in project.written())
    return decisions, comments, waivers, answers, written, project.file_rules()


def done(project: Project, words: str, work: object) -> Act:
    first = project.mark()[0] + 1
    assert callable(work)
    work()
    return Act(words, first, project.mark()[0])


def random_act(project: Project, dice: random.Random) -> Act:
    column = dice.choice(["party_id", "party_name", "note", "kind"])
    text = f"note {dice.random():.6f}"
    acts = {
        "approve": lambda: session.approve(project, TARGET, [dice.choice([column, ROWS])], by=BY),
        "change": lambda: session.request_change(project, TARGET, column, text, by=BY),
        "comment": lambda: session.add_comment(project, TARGET, column, text, by=BY),
        "answer": lambda: session.answer(project, "q-rows", dice.choice(["a1", "b2", text]), by=BY),
        "waive": lambda: session.waive(project, TARGET, "note", "L04", text, by=BY),
        "write": lambda: session.write_expression(project, TARGET, column, f"'{text}'", by=BY),
        "rule": lambda: project.put_file_rule("blank", text, by=BY),
    }
    name = dice.choice(sorted(acts))
    return done(project, name, acts[name])


def test_random_walks_of_acts_undos_and_redos_return_to_the_identical_state(tmp_path: Path) -> None:
    dice = random.Random(14)
    with make(tmp_path / "p.signoff") as project:
        before: list[tuple[object, ...]] = []
        undone: list[tuple[Act, tuple[object, ...]]] = []
        acts: list[Act] = []
        for _step in range(1000):
            move = dice.random()
            if move < 0.5 or not (acts or undone):
                state = visible(project)
                acts.append(random_act(project, dice))
                before.append(state)
                undone.clear()
            elif acts and (move < 0.8 or not undone):
                now = visible(project)
                undone.append((revert(project, acts.pop(), by=BY), now))
                assert visible(project) == before.pop()
            elif undone:
                act, then = undone.pop()
                before.append(visible(project))
                acts.append(revert(project, act, by=BY))
                assert visible(project) == then
        assert project.verify_chain() is None
        assert len(project.entries()) == project.mark()[0]


def test_a_sign_off_is_withdrawn_never_undone(tmp_path: Path) -> None:
    with make(tmp_path / "p.signoff") as project:
        review(project)
        session.approve(project, TARGET, [ROWS, "party_id", "party_name", "note", "kind"], by=BY)
        signing = done(project, "sign", lambda: session.sign(project, TARGET, by=BY))
        with pytest.raises(SignoffError, match="withdraw the sign-off"):
            revert(project, signing, by=BY)
        assert project.sign_off(TARGET) is not None


def test_an_act_that_was_written_over_since_stays(tmp_path: Path) -> None:
    with make(tmp_path / "p.signoff") as project:
        first = done(project, "answer", lambda: session.answer(project, "q-rows", "a1", by=BY))
        session.answer(project, "q-rows", "b2", by=BY)
        with pytest.raises(SignoffError, match="changed since"):
            revert(project, first, by=BY)


def test_the_record_keeps_what_was_undone(tmp_path: Path) -> None:
    with make(tmp_path / "p.signoff") as project:
        act = done(project, "answer", lambda: session.answer(project, "q-rows", "a1", by=BY))
        revert(project, act, by=BY)
        assert project.answers() == ()
        assert [a.value for a in project.answer_history("q-rows")] == ["a1"]
        assert project.entries()[-1].act == "undo"
