"""A new version of a document: previewed from the binding, taken whole, by table or put aside, nothing dropped."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.styles import PatternFill

from signoff.core.domain.corrections import NONE
from signoff.core.domain.review import ROWS
from signoff.core.domain.spec import Role
from signoff.core.domain.versions import Outcome, Preview
from signoff.core.errors import SignoffError
from signoff.core.pipeline import importing
from signoff.core.pipeline.flow import draft_project
from signoff.core.pipeline.importing import ReadDocument, read_version
from signoff.core.pipeline.taking import preview, put_aside, replaced_by, stored_aside, take
from signoff.core.pipeline.versions import Proposal, propose
from signoff.core.project import session
from signoff.core.project.documents import asides, documents
from signoff.core.project.dossiers import dossier_of, dossiers
from signoff.core.project.exporting import export_project, view_of
from signoff.core.project.project import Project
from signoff.core.project.standing import standing_of
from signoff.core.project.undo import Act, revert
from signoff.core.review.gate import gate
from tests.helpers.versions import make_project_of, sign_all, write_workbook

BY = "Ada Brandt"
PARTY = [
    "party|party_id|integer|P|ID|Direct move",
    "party|party_name|varchar(40)|P|NM|Trim|as agreed",
    "party|origin|varchar(3)|||Constant 'SRM'",
]
CITY = ["city|city_id|integer|C|ID|Direct move", "city|label|varchar(20)|C|LBL|Upper case"]
BILL = [
    "Target Column|Target Type|Source Table|Source Column|Rule",
    "bill_no|integer|B|NO|Direct move",
    "total|integer|B|AMT|Direct move",
]
DOCUMENT: dict[str, Sequence[str]] = {"Mapping": [*PARTY, *CITY], "bill": BILL}
SOURCES = {"P": "ID,NM\n1, Ann \n2,Bo\n", "C": "ID,LBL\n1,Ulm\n", "B": "NO,AMT\n1,10\n2,20\n"}


def today(project: Project) -> str:
    return project.now()[:10]


def is_signed(project: Project, target: str) -> bool:
    return gate(dossier_of(project, target), today=today(project)).open


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three tables, drafted, signed and exported; two are named by a cell, one by its sheet."""
    folder = tmp_path_factory.mktemp("signed")
    with make_project_of(folder, DOCUMENT, SOURCES) as made:
        draft_project(made, None, None, by=BY)
        sign_all(made)
        assert all(is_signed(made, name) for name in ("party", "city", "bill"))
        export_project(made, folder / "out", by=BY)
    return folder


@pytest.fixture
def project(signed: Path, tmp_path: Path) -> Iterator[Project]:
    """A copy of that project of one's own, its document beside it."""
    shutil.copy(signed / "map.xlsx", tmp_path)
    with Project.open(Path(shutil.copy(signed / "p.signoff", tmp_path)), by=BY) as opened:
        yield opened


def version(project: Project, path: Path, sheets: Mapping[str, Sequence[str]] | None = None) -> Proposal:
    """A new version of the first document, held against the project."""
    if sheets is not None:
        write_workbook(path, sheets)
    kept = replaced_by(project)
    return propose(project, read_version(path, kept.reading, kept.corrections), kept)


def outcomes(told: Preview) -> dict[str, Outcome]:
    return {effect.target: effect.outcome for effect in told.effects}


def resorted_copy(source: Path, copy: Path) -> Path:
    """The workbook with rows in reverse, sheets renamed and changed about, cells coloured and widened."""
    book = load_workbook(source)
    for sheet in book.worksheets:
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
        for number, row in enumerate(reversed(rows), 2):
            for column, value in enumerate(row, 1):
                cell = sheet.cell(number, column, value)
                cell.fill = PatternFill("solid", fgColor=("FFFF00", "FFC0CB")[number % 2])
        sheet.column_dimensions["A"].width = 44
        sheet.title = f"{sheet.title} v2"
    book.move_sheet(book.worksheets[-1], -(len(book.worksheets) - 1))
    book.save(copy)
    return copy


def test_a_resorted_renamed_recoloured_copy_of_a_signed_document_reopens_nothing(
    project: Project, tmp_path: Path
) -> None:
    before = {name: project.sign_off(name) for name in ("party", "city", "bill")}
    proposal = version(project, resorted_copy(tmp_path / "map.xlsx", tmp_path / "map copy.xlsx"))
    told = preview(project, proposal)
    assert not told.reopens and not proposal.is_known
    assert outcomes(told) == dict.fromkeys(("party", "city", "bill"), Outcome.STAYS_SIGNED)
    assert take(project, proposal, by=BY).left_out == ()
    assert all(is_signed(project, name) for name in before)
    assert view_of(project, by=BY).document == "map copy.xlsx"
    draft_project(project, None, None, by=BY)
    assert all(is_signed(project, name) for name in before), "drafting anew gives the same drafts"
    assert {name: project.sign_off(name) for name in before} == before
    assert export_project(project, tmp_path / "again", by=BY).targets == ("party", "city", "bill")


def test_what_reopens_what_stays_and_what_is_delivered_is_told_before_anything_changes(
    project: Project, tmp_path: Path, signed: Path
) -> None:
    head = project.head()
    changed = [
        PARTY[0],
        "party|party_name|varchar(40)|P|NM|Trim and upper case|as agreed",
        PARTY[2],
        "party|extra|integer|P|ID|Direct move",
    ]
    told = preview(
        project, version(project, tmp_path / "v2.xlsx", {**DOCUMENT, "Mapping": [*changed, *CITY]})
    )
    assert outcomes(told) == {
        "party": Outcome.REOPENS,
        "city": Outcome.STAYS_SIGNED,
        "bill": Outcome.STAYS_SIGNED,
    }
    party = told.of(Outcome.REOPENS)[0]
    assert party.look_again == ("party_name",) and party.to_decide == ("extra",) and party.kept == 3
    assert [d.folder for d in party.delivered] == [str(signed / "out")]
    assert party.because == (), "the delta says why"
    assert project.head() == head and is_signed(project, "party")


def test_a_version_taken_whole_is_one_act_that_is_undone_as_one(project: Project, tmp_path: Path) -> None:
    spec, entries = project.spec, project.mark()[0]
    changed = {**DOCUMENT, "Mapping": [*PARTY[:2], "party|origin|varchar(3)|||Constant 'NEW'"]}
    taken = take(project, version(project, tmp_path / "map.xlsx", changed), by=BY)
    assert project.mark()[0] == entries + 1 and project.entries()[-1].act == "take new version"
    assert taken.gone == ("city",) and project.spec is not None and project.spec.target("city") is None
    assert not is_signed(project, "party") and is_signed(project, "bill")
    assert project.decisions("city") and project.sign_off("city") is not None
    revert(project, Act("take", entries + 1, entries + 1), by=BY)
    assert project.spec == spec and all(is_signed(project, n) for n in ("party", "city", "bill"))
    assert project.verify_chain() is None


def test_tables_that_are_not_taken_keep_the_rows_of_the_version_before(
    project: Project, tmp_path: Path
) -> None:
    changed = {
        "Mapping": [
            *PARTY[:2],
            "party|origin|varchar(3)|||Constant 'NEW'",
            CITY[0],
            "city|label|varchar(20)|C|LBL|Lower case",
        ],
        "bill": BILL,
    }
    taken = take(project, version(project, tmp_path / "map.xlsx", changed), ["CITY"], by=BY)
    assert taken.tables == ("city",) and set(taken.left_out) == {"party", "bill"}
    assert not is_signed(project, "city") and is_signed(project, "party") and is_signed(project, "bill")
    older = f"map (before {today(project)}).xlsx"
    assert [(d.name, d.counting.tables) for d in documents(project)] == [
        ("map.xlsx", ("city",)),
        (older, ("party", "bill")),
    ]
    assert project.spec is not None
    cells = {t.name: t.columns[0].cell for t in project.spec.targets}
    assert {name: cell.document for name, cell in cells.items() if cell} == {
        "city": "map.xlsx", "party": older, "bill": older,
    }  # fmt: skip
    assert importing.stored_document(project, older).data != importing.stored_document(project).data
    rest = version(project, tmp_path / "map.xlsx")
    assert outcomes(preview(project, rest))["party"] is Outcome.REOPENS
    take(project, rest, by=BY)
    assert [d.name for d in documents(project)] == ["map.xlsx"] and not is_signed(project, "party")
    assert project.verify_chain() is None


def test_a_document_put_aside_changes_nothing_and_can_be_taken_later(
    project: Project, tmp_path: Path
) -> None:
    changed = {**DOCUMENT, "Mapping": [*PARTY, CITY[0], "city|label|varchar(20)|C|LBL|Trim"]}
    proposal = version(project, tmp_path / "v2.xlsx", changed)
    spec = project.spec
    put_aside(project, proposal.read, by=BY)
    assert project.spec == spec and [a.file.name for a in asides(project)] == ["v2.xlsx"]
    (tmp_path / "v2.xlsx").unlink()
    kept = replaced_by(project)
    read = importing.read_stored(stored_aside(project), kept.reading, kept.corrections)
    take(project, propose(project, read, kept), by=BY)
    assert asides(project) == () and not is_signed(project, "city") and is_signed(project, "party")
    assert project.verify_chain() is None
    with pytest.raises(SignoffError, match="Nothing of that name was put aside"):
        stored_aside(project)


def test_decisions_comments_and_answers_go_with_a_renamed_column(project: Project, tmp_path: Path) -> None:
    session.add_comment(project, "party", "party_name", "as on the invoice", by="Bo")
    session.add_comment(project, "party", "party_name", "and in the ledger", by="Bo")
    session.restate(project, "party", "party_name", "Trim and upper case", by="Bo")
    changed = [PARTY[0], "party|full_name|varchar(40)|P|NM|Trim", PARTY[2]]
    take(project, version(project, tmp_path / "v2.xlsx", {**DOCUMENT, "Mapping": [*changed, *CITY]}), by=BY)
    draft_project(project, None, None, by=BY)
    dossier = dossier_of(project, "party")
    said = [(c.column, c.text, c.by) for c in dossier.comments if c.column == "full_name"]
    assert said == [("full_name", "as on the invoice", "Bo"), ("full_name", "and in the ledger", "Bo")]
    assert [c.name for c in dossier.draft.columns] == ["party_id", "full_name", "origin"]
    assert "upper" in dossier.draft.columns[1].expressions[0].sql.lower(), "the answer still counts"
    state = {c.name: c.state.value for c in standing_of(project).targets[0].review.columns}  # type: ignore[union-attr]
    assert state["full_name"] == "look again" and state["origin"] == "approved"
    assert project.comments("party")[0].column == "party_name", "what stood under the old name stays"


def test_a_new_rule_that_contradicts_an_answer_is_asked_and_either_answer_counts(
    project: Project, tmp_path: Path
) -> None:
    session.restate(project, "party", "party_name", "Trim and upper case", by="Bo")
    changed = [PARTY[0], "party|party_name|varchar(40)|P|NM|Lower case", PARTY[2]]
    proposal = version(project, tmp_path / "v2.xlsx", {**DOCUMENT, "Mapping": [*changed, *CITY]})
    told = preview(project, proposal).contradictions
    assert [(c.column, c.answer, c.by, c.old_rule, c.new_rule) for c in told] == [
        ("party_name", "Trim and upper case", "Bo", "Trim", "Lower case")
    ]
    take(project, proposal, by=BY)
    question = next(q for q in dossier_of(project, "party").questions if q.code == "Q20")
    assert "Lower case" in question.text and "Trim and upper case" in question.text
    draft_project(project, None, None, by=BY)
    with pytest.raises(SignoffError, match="Which of them counts"):
        session.sign(project, "party", by=BY)
    for choice, function in (("Trim and upper case", "upper"), ("Lower case", "lower")):
        session.answer(project, question.id, choice, by=BY)
        draft_project(project, None, None, by=BY)
        dossier = dossier_of(project, "party")
        assert function in dossier.draft.columns[1].expressions[0].sql.lower()
    sign_all(project)
    assert is_signed(project, "party")


def test_an_expression_by_hand_does_not_silently_outlive_its_rule(project: Project, tmp_path: Path) -> None:
    session.write_expression(project, "party", "party_name", "reverse(P.NM)", by="Bo")
    draft_project(project, None, None, by=BY)
    changed = [PARTY[0], "party|party_name|varchar(40)|P|NM|Lower case", PARTY[2]]
    take(project, version(project, tmp_path / "v2.xlsx", {**DOCUMENT, "Mapping": [*changed, *CITY]}), by=BY)
    question = next(q for q in dossier_of(project, "party").questions if q.code == "Q20")
    session.answer(project, question.id, "kept", by=BY)
    assert [w.sql for w in project.written()] == ["reverse(P.NM)"]
    session.answer(project, question.id, "Lower case", by=BY)
    assert project.written() == ()
    draft_project(project, None, None, by=BY)
    assert "lower" in dossier_of(project, "party").draft.columns[1].expressions[0].sql.lower()


def test_a_rule_that_now_says_what_was_answered_contradicts_nothing(project: Project, tmp_path: Path) -> None:
    session.restate(project, "party", "party_name", "Trim and upper case", by="Bo")
    changed = [PARTY[0], "party|party_name|varchar(40)|P|NM|trim and upper case.", PARTY[2]]
    proposal = version(project, tmp_path / "v2.xlsx", {**DOCUMENT, "Mapping": [*changed, *CITY]})
    assert preview(project, proposal).contradictions == ()


def test_another_document_is_added_beside_and_a_clash_of_names_is_told(
    project: Project, tmp_path: Path
) -> None:
    other = {"Mapping": ["party|party_id|integer|P|ID|Direct move", "shop|shop_id|integer|P|ID|Direct move"]}
    read = read_version(write_workbook(tmp_path / "more.xlsx", other), None)
    proposal = propose(project, read, None)
    told = preview(project, proposal)
    assert {e.target: (e.outcome, e.held_elsewhere) for e in told.effects} == {
        "party": (Outcome.STAYS_SIGNED, "map.xlsx"),
        "shop": (Outcome.NEW, ""),
    }
    taken = take(project, proposal, by=BY)
    assert taken.tables == ("shop",) and taken.left_out == ("party",)
    assert [d.name for d in documents(project)] == ["map.xlsx", "more.xlsx"]
    assert project.spec is not None
    assert [t.name for t in project.spec.targets] == ["party", "city", "bill", "shop"]
    assert all(is_signed(project, name) for name in ("party", "city", "bill"))
    both = documents(project)
    assert all(d.at and d.by == BY and len(d.file.digest) == 64 for d in both)
    draft_project(project, None, None, by=BY)
    assert [o.target for o in dossiers(project)] == ["party", "city", "bill", "shop"]
    assert view_of(project, by=BY).document == "map.xlsx, more.xlsx"


def test_each_document_has_corrections_of_its_own(project: Project, tmp_path: Path) -> None:
    other = {"Mapping": ["shop|shop_id|integer|P|ID|Direct move"]}
    read = read_version(write_workbook(tmp_path / "more.xlsx", other), None)
    take(project, propose(project, read, None), by=BY)
    stored = importing.stored_document(project, "more.xlsx")
    told = NONE.with_role("Mapping", "C", Role.NOTE)
    spec = importing.correct_roles(
        project, importing.document_grids(stored), told, by=BY, document="more.xlsx"
    )
    assert spec.target("shop").columns[0].type == ""  # type: ignore[union-attr]  # it is there
    assert spec.target("party").columns[0].type == "integer"  # type: ignore[union-attr]
    assert [d.corrections for d in documents(project)] == [NONE, told]
    assert is_signed(project, "party")


def test_the_second_document_can_have_a_new_version_too(project: Project, tmp_path: Path) -> None:
    first = {"Mapping": ["shop|shop_id|integer|P|ID|Direct move"]}
    take(
        project,
        propose(project, read_version(write_workbook(tmp_path / "more.xlsx", first), None), None),
        by=BY,
    )
    second = {"Mapping": ["shop|shop_id|bigint|P|ID|Direct move"]}
    kept = replaced_by(project, "more.xlsx")
    read = read_version(write_workbook(tmp_path / "more v2.xlsx", second), kept.reading, kept.corrections)
    take(project, propose(project, read, kept), by=BY)
    assert [d.name for d in documents(project)] == ["map.xlsx", "more v2.xlsx"]
    assert project.spec is not None and project.spec.target("shop").columns[0].type == "bigint"  # type: ignore[union-attr]
    assert is_signed(project, "party")


def test_a_renamed_sheet_keeps_the_corrections_made_on_it(project: Project, tmp_path: Path) -> None:
    grids = importing.document_grids(importing.stored_document(project))
    told = NONE.with_role("bill", "B", Role.NOTE)
    importing.correct_roles(project, grids, told, by=BY)
    proposal = version(project, resorted_copy(tmp_path / "map.xlsx", tmp_path / "copy.xlsx"))
    assert proposal.read.corrections.sheets[0].sheet == "bill v2"
    take(project, proposal, by=BY)
    assert project.spec is not None and project.spec.target("bill").columns[0].type == ""  # type: ignore[union-attr]


def test_the_very_same_file_is_known(project: Project, tmp_path: Path) -> None:
    shutil.copy(tmp_path / "map.xlsx", tmp_path / "same.xlsx")
    assert version(project, tmp_path / "same.xlsx").is_known
    read = read_version(tmp_path / "same.xlsx", None)
    assert propose(project, read, None).is_known


@pytest.mark.parametrize(
    ("tables", "words"), [(["nobody"], "There is no table nobody"), ([], "There is no table to take")]
)
def test_what_is_not_there_is_not_taken(
    project: Project, tmp_path: Path, tables: Sequence[str], words: str
) -> None:
    head = project.head()
    with pytest.raises(SignoffError, match=words):
        take(project, version(project, tmp_path / "map.xlsx"), tables, by=BY)
    assert project.head() == head


def test_a_document_without_a_mapping_is_refused(project: Project, tmp_path: Path) -> None:
    (tmp_path / "prose.md").write_text("Dear all, nothing here.\n", encoding="utf-8")
    read: ReadDocument = read_version(tmp_path / "prose.md", None)
    with pytest.raises(SignoffError, match="holds no mapping"):
        propose(project, read, replaced_by(project))


def test_a_proposal_that_is_older_than_the_documents_is_refused(project: Project, tmp_path: Path) -> None:
    changed = {**DOCUMENT, "Mapping": [*PARTY, CITY[0], "city|label|varchar(20)|C|LBL|Trim"]}
    first = version(project, tmp_path / "v2.xlsx", changed)
    take(project, first, by=BY)
    with pytest.raises(SignoffError, match="changed while this one was looked at"):
        take(project, first, by=BY)


def test_a_colour_with_its_legend_is_evidence_of_a_change(project: Project, tmp_path: Path) -> None:
    book = load_workbook(tmp_path / "map.xlsx")
    sheet = book["Mapping"]
    pink = PatternFill("solid", fgColor="FFC0CB")
    sheet["B3"].fill, sheet["F3"].value = pink, "Upper case"
    sheet["B4"].fill = pink
    about = book.create_sheet("About")
    about["A1"].value, about["A1"].fill = "agreed in May", pink
    book.save(tmp_path / "v2.xlsx")
    party = version(project, tmp_path / "v2.xlsx").difference.target("party")
    assert party is not None
    assert {c.column: c.evidence for c in party.columns} == {
        "party_name": ("Mapping!B3 is marked: pink, which the document explains as “agreed in May”",)
    }, "a colour alone is no change"


def test_a_table_that_reads_a_changed_one_reopens_with_it(tmp_path: Path) -> None:
    rows = [
        "base|id|integer|P|ID|Direct move",
        "base|name|varchar(40)|P|NM|Trim",
        "top|id|integer|base|id|Direct move",
    ]
    with make_project_of(tmp_path, {"Mapping": rows}, SOURCES) as project:
        draft_project(project, None, None, by=BY)
        sign_all(project)
        changed = [rows[0], "base|name|varchar(40)|P|NM|Upper case", rows[2]]
        told = preview(project, version(project, tmp_path / "v2.xlsx", {"Mapping": changed}))
        assert outcomes(told) == {"base": Outcome.REOPENS, "top": Outcome.REOPENS}
        top = next(effect for effect in told.effects if effect.target == "top")
        assert top.delta.change.value == "same" and any("sign-off of base" in each for each in top.because)


def test_what_was_said_of_a_table_goes_with_it_to_its_new_name(project: Project, tmp_path: Path) -> None:
    session.add_comment(project, "party", "party_name", "as on the invoice", by="Bo")
    renamed = [line.replace("party|", "client|", 1) for line in PARTY]
    proposal = version(project, tmp_path / "v2.xlsx", {**DOCUMENT, "Mapping": [*renamed, *CITY]})
    told = {e.target: e for e in preview(project, proposal).effects}
    assert told["client"].outcome is Outcome.REOPENS and told["client"].delivered
    assert take(project, proposal, ["client"], by=BY).gone == ("party",)
    assert project.spec is not None
    assert [t.name for t in project.spec.targets] == ["client", "city", "bill"]
    draft_project(project, None, None, targets=["client"], by=BY)
    client = dossier_of(project, "client")
    assert [(c.column, c.text, c.by) for c in client.comments] == [("party_name", "as on the invoice", "Bo")]
    assert {d.column for d in client.decisions} == {ROWS, "party_id", "party_name", "origin"}
    assert client.sign_off is None and project.sign_off("party") is not None


def test_a_condition_that_is_new_on_the_cover_sheet_holds_up_the_table_it_names(
    project: Project, tmp_path: Path
) -> None:
    cover = [
        "Target of this document is the party hub",
        "of party hub only active parties, exclude the others",
    ]
    proposal = version(project, tmp_path / "v2.xlsx", {**DOCUMENT, "Cover": cover})
    told = preview(project, proposal)
    assert outcomes(told) == {
        "party": Outcome.REOPENS,
        "city": Outcome.STAYS_SIGNED,
        "bill": Outcome.STAYS_SIGNED,
    }
    assert any("Cover!A2" in each for each in told.of(Outcome.REOPENS)[0].because)
    take(project, proposal, by=BY)
    remarks = [
        r for r in gate(dossier_of(project, "party"), today=today(project)).reasons if r.code == "remark"
    ]
    assert ["only active parties" in r.message for r in remarks] == [True]
    assert is_signed(project, "city") and not is_signed(project, "party")
    moved = {**DOCUMENT, "Cover": [*cover[:1], "more words", cover[1]]}
    again = preview(project, version(project, tmp_path / "v3.xlsx", moved))
    assert all(effect.because == () for effect in again.effects), "the same words elsewhere are not new"


def test_a_table_of_another_document_that_reads_a_changed_one_is_told_too(tmp_path: Path) -> None:
    base = ["base|id|integer|P|ID|Direct move", "base|name|varchar(40)|P|NM|Trim"]
    with make_project_of(tmp_path, {"Mapping": base}, SOURCES) as project:
        other = {"Top": ["top|id|integer|base|id|Direct move"]}
        read = read_version(write_workbook(tmp_path / "more.xlsx", other), None)
        take(project, propose(project, read, None), by=BY)
        draft_project(project, None, None, by=BY)
        sign_all(project)
        changed = {"Mapping": [base[0], "base|name|varchar(40)|P|NM|Upper case"]}
        told = preview(project, version(project, tmp_path / "v2.xlsx", changed))
        assert [(e.target, e.outcome, e.is_reached) for e in told.effects] == [
            ("base", Outcome.REOPENS, False),
            ("top", Outcome.REOPENS, True),
        ]
