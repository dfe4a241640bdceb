"""The texts around a rule in its prompt: edited here, each edit with a version, the shipped one always at hand."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QStringListModel
from PySide6.QtWidgets import QAbstractItemView, QListView, QPlainTextEdit, QSizePolicy, QWidget

from signoff.core.errors import SignoffError
from signoff.core.project.project import Project
from signoff.core.project.templates import EditedTemplate
from signoff.core.prompt.templates import HINTS, NAMES, SHIPPED, SHIPPED_VERSION, Templates, placeholders
from signoff.gui.context import Context
from signoff.gui.look import code_font
from signoff.gui.panes.masking.facts import Facts
from signoff.gui.panes.masking.words import placeholder_words, template_words
from signoff.gui.widgets.basics import button, caption, column, label, row
from signoff.gui.widgets.pick import Pick
from signoff.gui.wording import moment

_HISTORY_HEIGHT = 96


class TemplatePage(QWidget):
    """Choice of a template, its text, its places, its history."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._templates: Templates = SHIPPED
        self._histories: Mapping[str, tuple[EditedTemplate, ...]] = {}
        self._is_saving = False
        self._build()
        self._connect()
        self._load()

    @property
    def name(self) -> str:
        """The template that is shown."""
        return str(self.names.currentData())

    def show_facts(self, facts: Facts) -> None:
        """Show the templates as the project has them; a text that is being edited stays."""
        self._templates, self._histories = facts.templates, facts.histories
        if not self.editor.document().isModified():
            self._load()
        self._show_state()

    def _build(self) -> None:
        self.names = Pick(self.tr("Prompt template"), least=30)
        for name in NAMES:
            self.names.addItem(template_words(name), name)
        self.version = label("", "chip")
        self.explained = label("", "small", wraps=True)
        self.editor = QPlainTextEdit()
        self.editor.setAccessibleName(self.tr("Text of the template"))
        self.editor.setFont(code_font())
        self.editor.setTabChangesFocus(True)
        self.refusal = label("", "bad", wraps=True)
        self.use = button(self.tr("Use this"), self._use, kind="primary")
        self.use.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.shipped = button(self.tr("Back to the shipped one"), self._reset)
        self.discard = button(self.tr("Discard my changes"), self._load, kind="link")
        self.later = label(
            self.tr("A change holds for what is drafted from now on. Drafts made before keep their prompts."),
            "small",
            wraps=True,
        )
        self._edits = QStringListModel()
        self.history = QListView()
        self.history.setModel(self._edits)
        self.history.setAccessibleName(self.tr("Earlier texts of the template"))
        self.history.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.history.setFixedHeight(_HISTORY_HEIGHT)
        self.history_title = caption(self.tr("History: Enter puts a text into the editor"))
        lines = column(
            row(self.names, self.version, 1),
            self.explained,
            self.editor,
            self.refusal,
            row(self.use, self.shipped, self.discard, 1),
            self.later,
            self.history_title,
            self.history,
        )
        lines.setStretch(2, 1)
        self.setLayout(lines)

    def _connect(self) -> None:
        self.names.currentIndexChanged.connect(lambda _place: self._load())
        self.editor.textChanged.connect(self._edited)
        self.history.activated.connect(self._take)
        self.history.clicked.connect(self._take)

    def _load(self) -> None:
        self.editor.setPlainText(self._templates.template(self.name).text)
        self.editor.document().setModified(False)
        self.refusal.setText("")
        self._show_state()

    def _edited(self) -> None:
        self.refusal.setText("")
        self._show_state()

    def _show_state(self) -> None:
        name, can_write = self.name, self._context.session.can_write
        template = self._templates.template(name)
        is_edited = name in self._templates.edited
        words = self.tr("in use: {version}") if is_edited else self.tr("in use: {version}, as shipped")
        self.version.setText(words.format(version=f"{name}/{template.version}"))
        wanted = placeholders(SHIPPED.template(name).text)
        places = [placeholder_words(each) for each in (*wanted, *([HINTS] if wanted else ()))]
        self.explained.setText("\n".join(places) or self.tr("It has no places to fill."))
        is_changed = self.editor.toPlainText() != template.text
        self.use.setEnabled(can_write and is_changed and not self._is_saving)
        self.discard.setVisible(is_changed)
        self.shipped.setEnabled(can_write and is_edited)
        self.refusal.setVisible(bool(self.refusal.text()))
        self._show_history(name)

    def _show_history(self, name: str) -> None:
        told = self.tr("{version} · {who} · {when}")
        lines = [
            told.format(version=edit.version, who=edit.by, when=moment(edit.at))
            for edit in reversed(self._histories.get(name, ()))
        ]
        lines = [*lines, self.tr("{version} · as shipped").format(version=SHIPPED_VERSION)] if lines else []
        if lines != self._edits.stringList():
            self._edits.setStringList(lines)
        for widget in (self.history, self.history_title):
            widget.setVisible(bool(lines))

    def _take(self, index: QModelIndex) -> None:
        edits = tuple(reversed(self._histories.get(self.name, ())))
        text = edits[index.row()].text if index.row() < len(edits) else SHIPPED.template(self.name).text
        self.editor.setPlainText(text)
        self.editor.document().setModified(True)
        self._show_state()

    def _use(self) -> None:
        name, text, by = self.name, self.editor.toPlainText(), self._context.session.by

        def work(project: Project) -> str:
            try:
                project.put_template(name, text, by=by)
            except SignoffError as error:
                return str(error)
            return ""

        self._is_saving = True
        job = self._context.session.act(self.tr("edit a prompt template"), work, self._used)
        job.ended.connect(self._saved)

    def _used(self, refusal: str) -> None:
        self.refusal.setText(refusal)
        if not refusal:
            self.editor.document().setModified(False)
        self._show_state()

    def _saved(self) -> None:
        self._is_saving = False
        self._show_state()

    def _reset(self) -> None:
        name, by = self.name, self._context.session.by
        self._context.session.act(
            self.tr("take the shipped prompt template"),
            lambda project: project.reset_template(name, by=by),
            lambda _nothing: self._used(""),
        )
