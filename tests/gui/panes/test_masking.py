"""The step that hides names and drafts: terms, prompts before and after masking, templates, drafting."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from signoff.core.domain.masking import Term, TermKind
from signoff.core.domain.prompts import Generation, Prompt
from signoff.core.generate.store import GeneratorFile
from signoff.core.isolation import ChildDied
from signoff.core.progress import Progress
from signoff.core.prompt.templates import shipped_text
from signoff.gui import drafter
from signoff.gui.drafter import NO_GENERATOR
from signoff.gui.look import DARK, LIGHT, Tokens, contrast
from signoff.gui.panes.masking import MaskingPane
from signoff.gui.panes.masking.pieces import aligned
from signoff.gui.panes.masking.run import Run, RunState
from signoff.gui.panes.masking.tints import tint
from signoff.gui.places import Place, Step
from signoff.gui.window.main_window import MainWindow
from tests.gui.conftest import LONG_MS

RULE_COLUMN = "size_class"


class DyingOnce:
    """A language model whose process dies at the first prompt and has nothing to say afterwards."""

    identity = "dying once"

    def __init__(self, _path: Path, **_how: object) -> None:
        self._is_dead = False

    def load(self) -> None:
        """It starts anew by itself."""

    def generate(self, _prompt: Prompt, **_how: object) -> tuple[Generation, ...]:
        if not self._is_dead:
            self._is_dead = True
            raise ChildDied("The language model stopped unexpectedly. Try again; it starts anew by itself.")
        return ()

    def close(self) -> None:
        """Nothing is held."""


@pytest.fixture
def pane(garden: MainWindow, qtbot: QtBot) -> MaskingPane:
    """The step of a small project, its terms on screen."""
    garden.drafter.wanted = NO_GENERATOR
    garden.show_step(Step.ENHANCE)
    shown = garden.panes[Step.ENHANCE]
    assert isinstance(shown, MaskingPane)
    qtbot.waitUntil(lambda: shown.terms.model.shown > 0, timeout=LONG_MS)
    return shown


@pytest.fixture
def own_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache and a folder for temporary files of the test's own."""
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    monkeypatch.setenv("SIGNOFF_CACHE", str(tmp_path / "cache"))
    return tmp_path / "tmp"


def terms(pane: MaskingPane) -> set[str]:
    return {line.use.term.text for line in pane.terms.model.lines if line.use}


def add_word(pane: MaskingPane, qtbot: QtBot, word: str) -> None:
    qtbot.keyClicks(pane.terms.field, word)
    qtbot.keyClick(pane.terms.field, Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: pane.terms.chosen is not None and pane.terms.chosen.term.text == word, timeout=LONG_MS
    )


def test_terms_stand_under_their_kinds_with_stand_in_and_uses(pane: MaskingPane) -> None:
    headings = [line.kind for line in pane.terms.model.lines if line.use is None]
    assert headings == [TermKind.TABLE, TermKind.COLUMN]
    row = pane.terms.model.row_of("SQM")
    use = pane.terms.model.lines[row].use
    assert use is not None and use.alias_example.startswith("num_")
    assert ("garden_plot", RULE_COLUMN) in use.places


def test_an_added_word_is_chosen_grouped_removed_and_brought_back_by_undo(
    pane: MaskingPane, garden: MainWindow, qtbot: QtBot
) -> None:
    add_word(pane, qtbot, "metres")
    card = pane.terms.card
    with qtbot.waitSignal(garden.session.acted, timeout=LONG_MS):
        card.group_asked.emit("metres", "units")
    assert garden.session.standing is not None
    assert garden.session.standing.glossary == (Term("metres", TermKind.WORD, concept="units"),)
    with qtbot.waitSignal(garden.session.acted, timeout=LONG_MS):
        card.remove_asked.emit("metres")
    qtbot.waitUntil(lambda: "metres" not in terms(pane), timeout=LONG_MS)
    garden.commands.run("edit.undo")
    qtbot.waitUntil(lambda: "metres" in terms(pane), timeout=LONG_MS)


def test_filtering_keeps_the_terms_that_hold_the_text(pane: MaskingPane) -> None:
    pane.terms.filter.setText("ten_")
    assert terms(pane) == {"TEN_NM"}
    assert pane.terms.count.text() == "1 term"


def test_a_place_of_a_term_leads_to_its_prompt(pane: MaskingPane, garden: MainWindow, qtbot: QtBot) -> None:
    pane.tabs.choose("template")
    pane.terms.card.place_asked.emit("garden_plot", RULE_COLUMN)
    assert pane.tabs.current == "prompt"
    assert (garden.session.target, garden.session.column) == ("garden_plot", RULE_COLUMN)
    qtbot.waitUntil(
        lambda: pane.prompt.line is not None and pane.prompt.line.column == RULE_COLUMN, timeout=LONG_MS
    )


def show_prompt(pane: MaskingPane, garden: MainWindow, qtbot: QtBot) -> None:
    garden.go(Place(Step.ENHANCE, "garden_plot", RULE_COLUMN, part="prompt"))
    qtbot.waitUntil(lambda: pane.prompt.shown is not None, timeout=LONG_MS)


def test_before_drafting_a_prompt_shows_names_left_and_stand_ins_right(
    pane: MaskingPane, garden: MainWindow, qtbot: QtBot
) -> None:
    show_prompt(pane, garden, qtbot)
    before, after = pane.prompt.sides.before.toPlainText(), pane.prompt.sides.after.toPlainText()
    assert "SQM" in before and "300 metres" in before
    assert "SQM" not in after and "num_01" in after
    assert "not given to the language model yet" in pane.prompt.came_back.text()
    assert pane.prompt.receipt.text().endswith("none found")


def test_a_stand_in_lights_what_it_stands_for(pane: MaskingPane, garden: MainWindow, qtbot: QtBot) -> None:
    show_prompt(pane, garden, qtbot)
    text = pane.prompt.sides.after
    cursor = text.textCursor()
    cursor.setPosition(text.toPlainText().index("num_01") + 2)
    text.setTextCursor(cursor)
    assert set(pane.prompt.sides.before.lit_words()) == {"SQM"}
    assert set(text.lit_words()) == {"num_01"}


def test_everything_that_is_sent_is_prefix_and_body_to_the_letter(
    pane: MaskingPane, garden: MainWindow, qtbot: QtBot
) -> None:
    show_prompt(pane, garden, qtbot)
    pane.prompt.whole.setChecked(True)
    shown = pane.prompt.shown
    assert shown is not None
    assert pane.prompt.sides.after.toPlainText() == shown.prompt.prefix + shown.prompt.body


def test_a_column_that_needs_no_language_model_says_so(
    pane: MaskingPane, garden: MainWindow, qtbot: QtBot
) -> None:
    show_prompt(pane, garden, qtbot)
    pane.prompt.choose("plot_id")
    assert pane.prompt.shown is None
    assert "copied unchanged: the language model is not asked" in pane.prompt.empty.text()


def use_template(pane: MaskingPane, qtbot: QtBot, garden: MainWindow, text: str) -> None:
    pane.tabs.choose("template")
    pane.template.names.setCurrentIndex(pane.template.names.findData("expression"))
    pane.template.editor.setPlainText(text)
    with qtbot.waitSignal(garden.session.acted, timeout=LONG_MS):
        qtbot.mouseClick(pane.template.use, Qt.MouseButton.LeftButton)


def test_an_edited_template_gets_a_version_and_a_history_and_goes_back(
    pane: MaskingPane, garden: MainWindow, qtbot: QtBot
) -> None:
    use_template(pane, qtbot, garden, "Columns: {columns}\nType: {type}\n{remarks}{rule}")
    qtbot.waitUntil(lambda: "expression/1+p1" in pane.template.version.text(), timeout=LONG_MS)
    assert pane.template.history.isVisible()
    qtbot.mouseClick(pane.template.shipped, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "as shipped" in pane.template.version.text(), timeout=LONG_MS)
    assert pane.template.editor.toPlainText() == shipped_text("expression")


def test_a_template_without_its_places_is_refused_beside_the_editor(
    pane: MaskingPane, garden: MainWindow, qtbot: QtBot
) -> None:
    use_template(pane, qtbot, garden, "{columns} {type} {remarks}")
    assert "lacks {rule}" in pane.template.refusal.text()
    assert pane.template.editor.toPlainText() == "{columns} {type} {remarks}"
    assert not garden.session.undo_words


def test_drafting_all_shows_progress_then_what_came_of_it_and_leads_on(
    pane: MaskingPane, garden: MainWindow, qtbot: QtBot
) -> None:
    first: list[str] = []
    garden.drafter.target_drafted.connect(lambda _name: first.append(pane.bar.review.text()))
    with qtbot.waitSignal(garden.drafter.ended, timeout=LONG_MS):
        garden.commands.run("target.draft_all")
        assert pane.tabs.current == "progress"
        assert pane.bar.cancel.isVisible() and not pane.bar.all.isEnabled()
    assert first and first[0].startswith("Review ")
    assert pane.bar.words.text().startswith("2 target tables drafted")
    assert pane.bar.all.isEnabled() and not pane.bar.cancel.isVisible()
    assert pane.bar.review.property("kind") == "primary" and pane.bar.all.property("kind") == ""
    assert (pane.bar.review.text(), pane.bar.all.text()) == ("Go to Validate", "Draft all again")
    qtbot.mouseClick(pane.bar.review, Qt.MouseButton.LeftButton)
    assert garden.step is Step.VALIDATE


def test_the_terms_hidden_and_those_looked_for_agree_or_say_why(
    pane: MaskingPane, garden: MainWindow
) -> None:
    standing, facts = garden.session.standing, pane.facts
    assert standing is not None and facts is not None
    assert not any(use.everyday for use in facts.uses) and not pane.terms.searched.isVisible()
    uses = (replace(facts.uses[0], everyday=True), *facts.uses[1:])
    pane.terms.show_facts(standing, replace(facts, uses=uses))
    assert pane.terms.count.text() == f"{len(uses)} terms"
    assert pane.terms.searched.isVisible()
    assert pane.terms.searched.text().startswith(
        f"{len(uses) - 1} are looked for in every prompt; 1 everyday"
    )


def test_cancel_is_answered_at_once_and_the_next_click_works(
    pane: MaskingPane, garden: MainWindow, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(garden.drafter.ended, timeout=LONG_MS) as ended:
        garden.commands.run("target.draft_all")
        garden.commands.run("target.cancel_draft")
        assert pane.bar.words.text().startswith("Stopping")
        assert not pane.bar.cancel.isEnabled()
    assert ended.args == [False]
    assert pane.bar.words.text().startswith("Stopped before the end.")
    with (
        qtbot.waitSignal(garden.drafter.target_drafted, timeout=LONG_MS),
        qtbot.waitSignal(garden.drafter.ended, timeout=LONG_MS),
    ):
        qtbot.mouseClick(pane.bar.one, Qt.MouseButton.LeftButton)


def test_a_language_model_that_dies_is_told_keeps_the_drafts_and_the_next_click_works(
    pane: MaskingPane, garden: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = GeneratorFile(tmp_path / "any.gguf", "any", "Any", "00", 0, "chatml")
    monkeypatch.setattr(drafter, "locate", lambda _id: file)
    monkeypatch.setattr(drafter, "Generator", DyingOnce)
    garden.drafter.wanted = None
    before = garden.session.chosen
    assert before is not None
    with qtbot.waitSignal(garden.drafter.ended, timeout=LONG_MS) as ended:
        garden.commands.run("target.draft")
    assert ended.args == [False]
    assert "stopped unexpectedly" in garden.notices.text
    assert garden.session.chosen is not None and garden.session.chosen.dossier == before.dossier
    with qtbot.waitSignal(garden.drafter.ended, timeout=LONG_MS) as ended:
        garden.commands.run("target.draft")
    assert ended.args == [True]


def test_without_a_project_the_step_leads_to_the_input(window: MainWindow, qtbot: QtBot) -> None:
    window.show_step(Step.ENHANCE)
    pane = window.panes[Step.ENHANCE]
    assert isinstance(pane, MaskingPane)
    assert pane.stack.currentIndex() == 0
    assert not window.commands.action("target.draft_all").isEnabled()


def test_every_control_that_takes_the_focus_has_a_name(pane: MaskingPane) -> None:
    nameless = [
        type(child).__name__
        for child in pane.findChildren(QWidget)
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus
        and child.isVisible()
        and not child.accessibleName()
        and not child.objectName().startswith("qt_")
    ]
    assert not nameless


def prove(pane: MaskingPane, qtbot: QtBot) -> None:
    before = pane.proof.proof
    pane.tabs.choose("proof")
    qtbot.waitUntil(pane.proof.prove.isEnabled, timeout=LONG_MS)
    qtbot.mouseClick(pane.proof.prove, Qt.MouseButton.LeftButton)
    assert pane.proof.cancel.isVisible() and not pane.proof.prove.isEnabled()
    qtbot.waitUntil(lambda: pane.proof.proof != before, timeout=LONG_MS)


def test_prove_it_shows_the_receipt_keeps_it_and_saves_it(
    pane: MaskingPane, garden: MainWindow, qtbot: QtBot, own_places: Path
) -> None:
    prove(pane, qtbot)
    proof = pane.proof.proof
    assert proof is not None and proof.is_clean and pane.facts is not None and pane.facts.proof == proof
    shown = pane.proof.receipt.text()
    assert "None was found." in shown and proof.digest[:16] in shown and "Temporary files" in shown
    acts = garden.session.read_now(lambda project: [each.act for each in project.entries()])
    assert acts[-1] == "prove masking"
    pane.proof.save_to(str(own_places / "receipt.json"))
    assert proof.digest in (own_places / "receipt.md").read_text()


def test_a_name_that_lies_about_is_shown_with_its_place(
    pane: MaskingPane, qtbot: QtBot, own_places: Path
) -> None:
    (own_places / "signoff-left").mkdir()
    (own_places / "signoff-left" / "x.csv").write_text("TEN_NM,a")
    prove(pane, qtbot)
    assert "x.csv, character 1: name of a column TEN_NM" in pane.proof.receipt.text()
    assert pane.proof.proof is not None and not pane.proof.proof.is_clean


def test_a_look_for_names_can_be_stopped_and_begun_again(
    pane: MaskingPane, garden: MainWindow, qtbot: QtBot, own_places: Path
) -> None:
    pane.prompt.prove.click()
    assert pane.tabs.current == "proof" and pane.proof.proving.is_running
    with qtbot.waitSignal(pane.proof.proving.changed, timeout=LONG_MS):
        pane.proof.cancel.click()
    qtbot.waitUntil(lambda: not pane.proof.proving.is_running, timeout=LONG_MS)
    assert pane.proof.said.text() == "Stopped; there is no receipt." and pane.proof.proof is None
    prove(pane, qtbot)


def test_a_word_that_is_still_readable_is_told_with_its_reason_and_can_be_hidden(
    pane: MaskingPane, garden: MainWindow, qtbot: QtBot
) -> None:
    pane.tabs.choose("shown")
    model = pane.shown.list.model
    qtbot.waitUntil(lambda: len(model.lines) > 0, timeout=LONG_MS)
    reasons = {line.text: line.told for line in model.lines}
    assert "a common English word" in reasons["missing"] and RULE_COLUMN not in reasons
    assert model.lines[0].places and str(len(model.lines)) in pane.shown.list.state.text()
    place = [line.text for line in model.lines].index("metres")
    pane.shown.list.view.setCurrentIndex(model.index(place))
    pane.shown.list.accept.click()
    qtbot.waitUntil(
        lambda: model.lines != () and "metres" not in {x.text for x in model.lines}, timeout=LONG_MS
    )
    assert "metres" in {term.text for term in garden.session.standing.glossary}  # type: ignore[union-attr]


def test_a_run_counts_columns_of_its_own_targets_only() -> None:
    run = Run({"plot": ("a", "b"), "bill": ("c", "d")})
    for message in ("stray.x", "plot", "plot.b", "bill.c"):
        run.take(Progress("draft", 0, 9, message))
    assert run.share == 0.5 and run.seconds_left(10.0) == 10.0
    assert run.state_of("bill") is RunState.AT_WORK and run.state_of("stray") is RunState.LEFT
    run.end_target("plot")
    assert run.state_of("plot") is RunState.DRAFTED


@pytest.mark.parametrize(
    ("rule", "masked", "lit"),
    [
        ("Net of TEN_NM and Sqm", "Net of text_01 and num_01", ["TEN_NM", "Sqm"]),
        ("PLT.TEN_NM, then ten nm", "text_01, then text_01", ["PLT.TEN_NM", "ten nm"]),
        ("OPEN when 'gone away'", "'val_2' when 'val_1'", ["OPEN", "gone away"]),
        ("something else", "text_01 is else", None),
    ],
)
def test_a_rule_and_its_masked_text_are_laid_side_by_side(
    rule: str, masked: str, lit: list[str] | None
) -> None:
    terms = {
        "text_01": Term("TEN_NM", TermKind.COLUMN, "text"),
        "num_01": Term("SQM", TermKind.COLUMN, "num"),
        "val_1": Term("gone away", TermKind.VALUE),
        "val_2": Term("OPEN", TermKind.VALUE),
    }
    pieces = aligned(rule, masked, terms)
    if lit is None:
        assert pieces is None
    else:
        assert pieces is not None and "".join(p.text for p in pieces) == rule
        assert [p.text for p in pieces if p.alias] == lit


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_text_stays_readable_on_every_colour_of_a_stand_in(tokens: Tokens) -> None:
    assert min(contrast(tokens.text, tint(tokens, place).name()) for place in range(40)) >= 4.5
