"""The glossary: each act is one entry that can be undone and tells no term; a lock keeps it until there is a reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from signoff.core.domain.masking import MaskingLevel, Term, TermKind
from signoff.core.errors import SignoffError
from signoff.core.project.glossary import (
    accept_terms,
    add_term,
    choose_level,
    edit_term,
    glossary_digest,
    group_terms,
    lock_glossary,
    refuse_terms,
    remove_terms,
    unlock_glossary,
)
from signoff.core.project.project import Project
from signoff.core.project.undo import Act, revert

BY = "Ada Brandt"
NORD = Term("Nordhafen", TermKind.WORD, concept="company")


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "p.signoff", name="p", dialect="duckdb", by=BY) as made:
        add_term(made, " Nordhafen ", by=BY, concept="company")
        yield made


def last_act(project: Project, words: str = "that") -> Act:
    seq = project.mark()[0]
    return Act(words, seq, seq)


def test_terms_are_listed_grouped_edited_and_removed(project: Project) -> None:
    assert project.glossary == (NORD,)
    code = Term("MIGTEAM", TermKind.VALUE)
    assert add_term(project, "MIGTEAM", TermKind.VALUE, by=BY) == (NORD, code)
    assert group_terms(project, ["nordhafen"], "harbour", by=BY)[0].concept == "harbour"
    assert edit_term(project, "migteam", "MIG_TEAM", TermKind.WORD, by=BY)[1] == Term(
        "MIG_TEAM", TermKind.WORD
    )
    assert remove_terms(project, ["NORDHAFEN", "mig_team"], by=BY) == () == project.glossary


def test_found_terms_are_accepted_together_in_their_groups(project: Project) -> None:
    found = (
        Term("supp_nm", TermKind.COLUMN, "text", "supplier"),
        Term("NORDHAFEN", TermKind.VALUE, concept="port"),
    )
    assert accept_terms(project, found, by=BY) == (
        Term("Nordhafen", TermKind.WORD, concept="port"),
        Term("supp_nm", TermKind.COLUMN, "text", "supplier"),
    )
    head = project.head()
    accept_terms(project, found, by=BY)
    assert project.head() == head


def test_refused_texts_are_kept_until_they_are_listed(project: Project) -> None:
    assert refuse_terms(project, ["Spot", "FRM"], by=BY) == {"spot", "frm"} == project.refused_terms
    add_term(project, "SPOT", by=BY)
    assert project.refused_terms == {"frm"}
    with pytest.raises(SignoffError, match="in the list"):
        refuse_terms(project, ["nordhafen"], by=BY)


def test_each_is_one_act_that_names_no_term_and_can_be_undone(project: Project) -> None:
    before = project.mark()[0]
    group_terms(project, ["Nordhafen"], "harbour", by=BY)
    refuse_terms(project, ["Spot"], by=BY)
    remove_terms(project, ["Nordhafen"], by=BY)
    entries = project.entries()
    assert [entry.act for entry in entries[-3:]] == ["group terms", "refuse terms", "remove terms"]
    assert len(entries) == before + 3 and {entry.subject for entry in entries[-3:]} == {"glossary"}
    revert(project, last_act(project), by=BY)
    assert [term.concept for term in project.glossary] == ["harbour"]


def test_a_lock_says_who_and_when_and_keeps_the_glossary(project: Project) -> None:
    lock = lock_glossary(project, by=BY)
    assert (lock.by, lock.digest) == (BY, glossary_digest(project.glossary))
    assert project.glossary_lock == lock and lock.at == project.last_at()
    for act in (
        lambda: add_term(project, "SRM", by=BY),
        lambda: remove_terms(project, ["Nordhafen"], by=BY),
        lambda: group_terms(project, ["Nordhafen"], "x", by=BY),
        lambda: refuse_terms(project, ["Spot"], by=BY),
        lambda: lock_glossary(project, by=BY),
    ):
        with pytest.raises(SignoffError, match=f"{BY} locked the glossary on {lock.at[:10]}"):
            act()


def test_undo_is_no_way_round_a_lock(project: Project) -> None:
    added = last_act(project)
    lock_glossary(project, by=BY)
    with pytest.raises(SignoffError, match="locked the glossary"):
        revert(project, added, by=BY)
    with pytest.raises(SignoffError, match="can't be undone"):
        revert(project, last_act(project), by=BY)
    assert project.glossary_lock is not None and project.glossary == (NORD,)


def test_a_lock_comes_off_with_a_reason_that_stays(project: Project) -> None:
    lock_glossary(project, by=BY)
    with pytest.raises(SignoffError, match="Say why"):
        unlock_glossary(project, " ", by=BY)
    unlock_glossary(project, "a new system", by="Bo")
    assert project.glossary_lock is None
    assert [(each.by, each.reason) for each in project.glossary_unlocks()] == [("Bo", "a new system")]
    assert [entry.act for entry in project.entries()[-2:]] == ["lock glossary", "unlock glossary"]
    with pytest.raises(SignoffError, match="not locked"):
        unlock_glossary(project, "again", by=BY)


def test_the_digest_tells_terms_and_not_their_order() -> None:
    other = Term("SRM", TermKind.WORD)
    assert glossary_digest([NORD, other]) == glossary_digest([other, NORD]) != glossary_digest([NORD])


def test_the_level_stands_in_the_record_and_is_that_of_each_moment(project: Project) -> None:
    before = project.mark()[0]
    assert project.masking_level is MaskingLevel.IDENTIFIERS
    choose_level(project, MaskingLevel.IDENTIFIERS, by=BY)
    assert project.mark()[0] == before
    choose_level(project, MaskingLevel.FULL, by=BY)
    entry = project.entries()[-1]
    assert (entry.act, entry.subject) == ("set masking level", "full")
    assert project.masking_level is MaskingLevel.FULL
    assert project.masking_level_at(before) is MaskingLevel.IDENTIFIERS
    revert(project, last_act(project), by=BY)
    assert project.masking_level is MaskingLevel.IDENTIFIERS


@pytest.mark.parametrize(
    ("act", "said"),
    [
        (lambda p: add_term(p, "NORDHAFEN", by=BY), "already"),
        (lambda p: add_term(p, "  ", by=BY), "one line"),
        (lambda p: add_term(p, "a\nb", by=BY), "one line"),
        (lambda p: accept_terms(p, [Term("a\nb", TermKind.WORD)], by=BY), "one line"),
        (lambda p: remove_terms(p, ["party"], by=BY), "not in the list"),
        (lambda p: group_terms(p, ["party"], "x", by=BY), "not in the list"),
        (lambda p: edit_term(p, "party", "x", TermKind.WORD, by=BY), "not in the list"),
    ],
)
def test_what_makes_no_sense_is_refused_and_changes_nothing(
    project: Project, act: Callable[[Project], object], said: str
) -> None:
    head = project.head()
    with pytest.raises(SignoffError, match=said):
        act(project)
    assert project.head() == head


def test_the_same_group_again_is_no_act(project: Project) -> None:
    head = project.head()
    group_terms(project, ["Nordhafen"], "company", by=BY)
    assert project.head() == head
