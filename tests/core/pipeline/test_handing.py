"""A project is handed over masked and comes back: nothing of it is read outside, and nothing that comes is lost."""

from __future__ import annotations

import html
import io
import json
import random
import re
import shutil
import unicodedata
import zipfile
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from signoff.cli.exit_codes import ExitCode
from signoff.cli.main import main
from signoff.core.domain.expressions import Origin
from signoff.core.domain.masking import Leak, MaskingLevel, MaskReceipt, Term, TermKind
from signoff.core.domain.review import ROWS
from signoff.core.engines.documents.reader import read_document
from signoff.core.engines.sql.samples import read_folder
from signoff.core.engines.sql.sandbox import Sandbox
from signoff.core.errors import SignoffError
from signoff.core.export.handover_scan import scan_files
from signoff.core.parse import parse_document
from signoff.core.pipeline import masked_files
from signoff.core.pipeline.flow import draft_project
from signoff.core.pipeline.handed_back import take_handed_back
from signoff.core.pipeline.handing_over import hand_over
from signoff.core.pipeline.masked_files import QUESTIONS, RECEIPT
from signoff.core.project import session
from signoff.core.project.making import Material, make_project
from signoff.core.project.outside_help import HandedOver, every_handed_back
from signoff.core.project.project import Project

BY = "Maren Keller"
OUTSIDE = f"from outside, brought in by {BY}"
_SYLLABLES = [
    "bran",
    "dor",
    "kel",
    "vash",
    "mun",
    "tir",
    "ost",
    "quor",
    "zeb",
    "lin",
    "hax",
    "pel",
    "gru",
    "wyn",
]


def canaries() -> dict[str, list[str]]:
    """200 values that stand nowhere but where they are planted, by where that is."""
    dice = random.Random(8)
    words = set()
    while len(words) < 200:
        words.add("".join(dice.choices(_SYLLABLES, k=3)))
    names = sorted(words)
    return {
        "column": [f"{w.upper()}_CD" for w in names[:40]],
        "target": [f"{w}_name" for w in names[40:60]],
        "literal": [f"{w.upper()[:9]}{n}" for n, w in enumerate(names[60:90])],
        "rule": [w.capitalize() for w in names[90:120]],
        "note": [
            f"{a.capitalize()} {b.capitalize()}" for a, b in zip(names[120:140], names[140:160], strict=True)
        ],
        "sample": [f"{w.capitalize()} Gmbh" for w in names[160:180]]
        + [f"{w}@{w}.example" for w in names[180:200]],
        "number": [f"DE{dice.randrange(10**17, 10**18)}" for _ in range(20)],
    }


CANARIES = canaries()


def write_document(folder: Path) -> None:
    """A document with a canary in every kind of place."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Mapping"
    sheet.append([CANARIES["note"][0]])
    sheet.append(
        ["Target Table", "Target Column", "Target Type", "Source Table", "Source Column", "Rule", "Remarks"]
    )
    for n, column in enumerate(CANARIES["column"]):
        words, own = CANARIES["literal"], CANARIES["rule"][n % 30]
        one, two, three = (words[(8 + n // 5 * 3 + k) % 30] for k in range(3))
        coded = f"'{one}' if {column} is '{two}', '{three}' if it is 'Y', else 'N'"
        rules = ["Direct move", f"Constant '{words[n // 5]}'", coded, "Trim", own]
        note = CANARIES["note"][n % 20]
        table = f"{CANARIES['target'][n % 2]}"
        target = CANARIES["target"][2 + n % 18] + ("" if n < 18 else str(n))
        sheet.append(
            [table, target, "varchar(40)", "T_SRC", column, rules[n % 5], f"as {note} said of {own}"]
        )
    sheet["A1"].comment = openpyxl.comments.Comment(CANARIES["note"][1], CANARIES["note"][2])
    book.properties.creator = CANARIES["note"][3]
    book.save(folder / "mapping.xlsx")


def write_samples(folder: Path) -> None:
    """Rows whose values all are canaries."""
    (folder / "sources").mkdir()
    values = [*CANARIES["sample"], *CANARIES["number"]]
    lines = [",".join(CANARIES["column"])]
    lines += [
        ",".join(values[(row + n) % len(values)] for n in range(len(CANARIES["column"]))) for row in range(60)
    ]
    (folder / "sources" / "T_SRC.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A drafted project full of canaries, and beside it what was handed over of it."""
    folder = tmp_path_factory.mktemp("handing")
    write_document(folder)
    write_samples(folder)
    document = folder / "mapping.xlsx"
    material = Material(document=document, spec=parse_document(document), sources=folder / "sources")
    with make_project(folder / "p.signoff", material, name="Canaries", dialect="duckdb", by=BY) as project:
        draft_project(project, None, None, by=BY)
        hand_over(project, folder / "masked", by=BY)
    return folder


@pytest.fixture
def project(made: Path, tmp_path: Path) -> Iterator[Project]:
    with Project.open(Path(shutil.copy(made / "p.signoff", tmp_path / "p.signoff")), by=BY) as opened:
        yield opened


@pytest.fixture
def back(made: Path, tmp_path: Path) -> Path:
    """The folder as it lies with somebody outside."""
    return Path(shutil.copytree(made / "masked", tmp_path / "back"))


def texts_of(folder: Path) -> Iterator[tuple[str, str]]:
    """Every text of every file, workbooks unpacked: part by part, with no knowledge of what is in them."""
    for path in sorted(folder.rglob("*")):
        if path.suffix == ".xlsx":
            with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as package:
                for member in package.namelist():
                    yield f"{path.name}/{member}", html.unescape(package.read(member).decode("utf-8"))
        elif path.is_file():
            yield path.name, path.read_text(encoding="utf-8")
        yield "names", path.name


def plain(text: str) -> str:
    """Letters and digits alone, folded."""
    folded = unicodedata.normalize("NFKD", text).casefold()
    return re.sub(r"[^a-z0-9]", "", folded)


def handed(project: Project) -> HandedOver:
    return list(project.all("handed_over", HandedOver).values())[-1]


def changed_sql(project: Project, folder: Path, before: str, after: str) -> str:
    """Put something else into the first SQL file; returns its target."""
    path, target = handed(project).models[0]
    text = (folder / path).read_text(encoding="utf-8")
    assert re.search(before, text)
    (folder / path).write_text(re.sub(before, after, text, count=1), encoding="utf-8")
    return target


def test_none_of_200_canaries_is_found_outside(made: Path) -> None:
    planted = [value for values in CANARIES.values() for value in values]
    assert len(planted) == 200
    texts = list(texts_of(made / "masked"))
    found = [(v, name) for name, text in texts for v in planted if v.casefold() in text.casefold()]
    squeezed = [(v, name) for name, text in texts for v in planted if len(v) > 8 and plain(v) in plain(text)]
    assert found == [] and squeezed == []


def test_the_same_oracle_finds_them_in_what_was_not_masked(made: Path, tmp_path: Path) -> None:
    for name in ("mapping.xlsx", "sources/T_SRC.csv"):
        shutil.copy(made / name, tmp_path)
    whole = "\n".join(text for _name, text in texts_of(tmp_path)).casefold()
    missing = [v for kind, values in CANARIES.items() for v in values if v.casefold() not in whole]
    assert missing == []


def test_a_masked_document_holds_texts_alone(made: Path) -> None:
    with zipfile.ZipFile(made / "masked" / "document.xlsx") as package:
        parts = package.namelist()
        sheets = "".join(package.read(p).decode() for p in parts if "worksheets" in p)
    assert not [p for p in parts if "comment" in p or "docProps" in p or "sharedStrings" in p]
    assert "<f>" not in sheets and 't="inlineStr"' in sheets
    before, after = (read_document(p) for p in (made / "mapping.xlsx", made / "masked" / "document.xlsx"))
    assert [[len(row) for row in grid.rows] for grid in before] == [
        [len(row) for row in grid.rows] for grid in after
    ]


def test_masked_sql_runs_on_the_made_up_samples(made: Path, project: Project) -> None:
    with Sandbox() as sandbox:
        assert sandbox.load(read_folder(made / "masked" / "sources").tables) == ()
        for path, target in handed(project).models:
            masked = (made / "masked" / path).read_text(encoding="utf-8")
            names = [name for name, _type in sandbox.bind(masked)]
            draft = project.draft(target)
            assert draft is not None and len(names) == len(draft.columns)
            assert sandbox.count(masked) == 60


def test_the_receipt_names_every_file_and_no_term(made: Path) -> None:
    receipt = json.loads((made / "masked" / RECEIPT).read_text(encoding="utf-8"))
    there = {p.relative_to(made / "masked").as_posix() for p in (made / "masked").rglob("*") if p.is_file()}
    assert set(receipt["files"]) == there - {RECEIPT}
    assert receipt["found"] == 0 and receipt["terms_searched_for"] > 100
    assert "Pseudonyms are not anonymity" in receipt["says"]
    assert "Pseudonyms are not anonymity" in (made / "masked" / "README.txt").read_text(encoding="utf-8")


def test_a_term_that_is_left_stops_everything(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(masked_files, "comments_page", _leaky_page)
    head = project.head()
    with pytest.raises(SignoffError, match=r"questions\.xlsx") as raised:
        hand_over(project, tmp_path / "out", by=BY)
    assert CANARIES["column"][1] not in str(raised.value)
    assert not (tmp_path / "out").exists() and project.head() == head
    assert [p.name for p in tmp_path.iterdir() if "out" in p.name] == []


def _leaky_page(places: tuple[tuple[str, str], ...]) -> object:
    from signoff.core.export.masked_questions import comments_page

    return comments_page((*places, ("T", CANARIES["column"][1])))


def test_a_scan_tells_the_place_and_not_the_term() -> None:
    term = Term("KELVASH", TermKind.COLUMN)

    def scan(text: str, name: str, _is_fixed: bool) -> MaskReceipt:
        at = text.find(term.text)
        return MaskReceipt(name, 1, (Leak(term, at),) if at >= 0 else ())

    files = {"a.csv": b"KELVASH\n1,2\n", "b.txt": b"all\nwell, KELVASH\n"}
    with pytest.raises(SignoffError) as raised:
        scan_files(files, scan, ours=["KELVASH"], without_calls=str, kind_words=str)
    assert "b.txt, line 2" in str(raised.value) and "KELVASH" not in str(raised.value)


def test_a_folder_that_holds_something_is_left_alone(project: Project, back: Path) -> None:
    with pytest.raises(SignoffError, match="not empty"):
        hand_over(project, back, by=BY)


def test_the_level_identifiers_leaves_the_wording(project: Project, tmp_path: Path) -> None:
    hand_over(project, tmp_path / "out", by=BY, level=MaskingLevel.IDENTIFIERS)
    whole = "\n".join(text for _name, text in texts_of(tmp_path / "out")).casefold()
    assert not [
        v
        for kind in ("column", "target", "literal", "sample")
        for v in CANARIES[kind]
        if v.casefold() in whole
    ]


def test_nothing_changed_brings_nothing(project: Project, back: Path) -> None:
    taken = take_handed_back(project, back, by=BY)
    assert taken.lines == ("Nothing in back was changed or filled in.",) and every_handed_back(project) == ()


def test_changed_sql_is_written_from_outside_and_judged_anew(project: Project, back: Path) -> None:
    target = changed_sql(project, back, r"trim\(([\w.\"]+)\)", r"upper(trim(\1))")
    draft = project.draft(target)
    assert draft is not None
    trimmed = next(c for c in draft.columns if c.expressions[0].sql.startswith("trim("))
    session.approve(project, target, [trimmed.name], by=BY)
    taken = take_handed_back(project, back, by=BY)
    assert taken.columns == ((target, trimmed.name),) and taken.odd == ()
    (written,) = project.written()
    assert (
        written.by == OUTSIDE and written.sql.casefold() == f"upper({trimmed.expressions[0].sql})".casefold()
    )
    draft_project(project, None, None, by=BY, targets=[target])
    again = project.draft(target)
    assert again is not None
    column = next(c for c in again.columns if c.name == trimmed.name)
    assert column.origin is Origin.WRITTEN and column.expressions[0].method == OUTSIDE
    assert session.what_changed(project, target, trimmed.name)
    assert "take back from outside" in [entry.act for entry in project.entries()]


def test_other_changes_are_told_and_kept_as_comments(project: Project, back: Path) -> None:
    target = changed_sql(project, back, r"\Z", "where 1 = 1\n")
    taken = take_handed_back(project, back, by=BY)
    assert len(taken.odd) == 1 and "rows kept" in taken.odd[0] and taken.columns == ()
    (comment,) = [c for c in project.comments(target) if c.column == ROWS]
    assert comment.by == OUTSIDE and "T_SRC" in comment.text


def test_sql_that_does_not_pass_the_gates_is_told_and_kept(project: Project, back: Path) -> None:
    target = changed_sql(project, back, r"trim\([\w.\"]+\)", "read_text('/etc/passwd')")
    taken = take_handed_back(project, back, by=BY)
    assert taken.columns == () and "does not run" in taken.odd[0] and project.written() == ()
    assert [c for c in project.comments(target) if "read_text" in c.text]


def test_answers_and_comments_are_taken_from_the_sheet(project: Project, back: Path) -> None:
    book = openpyxl.load_workbook(back / QUESTIONS)
    questions, comments = book.worksheets
    rows = [row for row in questions.iter_rows(min_row=6) if row[8].value]
    choices = [cell.value for cell in rows[0][9:] if cell.value]
    rows[0][5].value = choices[0] if choices else "Trim"
    rows[0][6].value = "somebody else"
    comments["C3"] = f"compare it with {comments['B4'].value}"
    book.save(back / QUESTIONS)
    asked = dict(handed(project).questions)[rows[0][8].value]
    taken = take_handed_back(project, back, by=BY)
    assert (taken.answers, taken.comments, taken.odd) == (1, 1, ())
    given = [a.by for a in project.answers() if a.question == asked]
    given += [a.by for a in project.amendments() if a.question == asked]
    assert given and set(given) == {OUTSIDE}
    (comment,) = [c for d in project.drafts() for c in project.comments(d.target)]
    assert comment.by == OUTSIDE and any(name in comment.text for name in CANARIES["target"])
    assert take_handed_back(project, back, by=BY).answers == 0


def test_comments_in_markdown_are_placed_or_told(project: Project, back: Path) -> None:
    sheet = openpyxl.load_workbook(back / QUESTIONS).worksheets[1]
    table, column = sheet["A3"].value, sheet["B3"].value
    said = [
        f"# {table}.{column}",
        "looks odd",
        "",
        f"# {table}",
        "whole table",
        "",
        "# nowhere.x",
        f"keep {column}",
    ]
    said += ["", f"# {table}.{column}", "text_abcdefgha?"]
    text = "\n".join(said)
    (back / "comments.md").write_text(text, encoding="utf-8")
    taken = take_handed_back(project, back, by=BY)
    assert taken.comments == 3 and len(taken.odd) == 2
    assert "comments.md, line 7" in taken.odd[0] and "text_abcdefgha" in taken.odd[1]
    assert every_handed_back(project)[0].odd == taken.odd


def test_the_command_line_takes_a_folder_back(
    made: Path, back: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = shutil.copy(made / "p.signoff", tmp_path / "c.signoff")
    assert main(["take", str(project), str(back), "--by", BY]) == ExitCode.DONE
    assert "Nothing in back" in capsys.readouterr().out
    (back / "comments.md").write_text("# nowhere.x\nlost?\n", encoding="utf-8")
    assert main(["take", str(project), str(back), "--by", BY]) == ExitCode.NOT_DONE
    assert "lost?" in capsys.readouterr().out


def test_what_another_project_handed_over_is_refused(back: Path, made: Path, tmp_path: Path) -> None:
    document = made / "mapping.xlsx"
    material = Material(document=document, spec=parse_document(document), sources=made / "sources")
    with make_project(tmp_path / "o.signoff", material, name="Other", dialect="duckdb", by=BY) as other:
        head = other.head()
        with pytest.raises(SignoffError, match="another project"):
            take_handed_back(other, back, by=BY)
        assert other.head() == head


def test_a_folder_without_a_mark_is_refused(project: Project, back: Path) -> None:
    for name in (RECEIPT, QUESTIONS):
        (back / name).unlink()
    shutil.rmtree(back / "sql")
    with pytest.raises(SignoffError, match="which hand-over"):
        take_handed_back(project, back, by=BY)
