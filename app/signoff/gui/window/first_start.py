"""The first start: who are you, what do you do here; then the sample project, to try everything on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from signoff.core.generate.store import chosen
from signoff.core.project.holder import account
from signoff.gui.preferences import PersonRole, Preferences
from signoff.gui.widgets.basics import button, caption, column, holder, label, panel, row


class _Choice(QPushButton):
    """A button as large as the two lines on it."""

    def __init__(self, words: str, sentence: str) -> None:
        super().__init__()
        self.setProperty("kind", "answer")
        self.setAccessibleName(f"{words}. {sentence}")
        lines = (label(words, "heading"), label(sentence, "dim"))
        for each in lines:
            each.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._lines = column(*lines, margins=10, gap=2)
        self.setLayout(self._lines)

    def sizeHint(self) -> QSize:
        """What the two lines need."""
        return self._lines.sizeHint()


class FirstStart(QWidget):
    """One page with three choices; everything on it can be changed later under View."""

    done = Signal()
    import_asked = Signal()
    """The person wants to bring a language model in, from a file."""
    folder_asked = Signal()
    """The same, from a folder or a stick."""

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self._preferences = preferences
        self.name = QLineEdit(preferences.name or account())
        self.name.setAccessibleName(self.tr("Your name"))
        self.name.setMaximumWidth(320)
        choices = {
            PersonRole.DECIDES: (
                self.tr("I decide"),
                self.tr("You know the business. Values and rows in front, no SQL."),
            ),
            PersonRole.BUILDS: (
                self.tr("I build"),
                self.tr("You take what is signed into dbt. SQL in front."),
            ),
            PersonRole.ADMINISTERS: (
                self.tr("I administer"),
                self.tr("You install Signoff and show that nothing leaves this machine."),
            ),
        }
        self.choices = {role: self._choice(role, *words) for role, words in choices.items()}
        self.generator = label("", "small", wraps=True)
        self.bring = holder(
            row(
                button(self.tr("From a file …"), self.import_asked.emit, kind="link"),
                button(self.tr("From a folder or stick …"), self.folder_asked.emit, kind="link"),
                1,
            )
        )
        page = panel()
        page.setMaximumWidth(640)
        page.setLayout(
            column(
                label(self.tr("Welcome to Signoff"), "title"),
                label(
                    self.tr(
                        "A mapping document becomes dbt models that you have signed, column by column. "
                        "Everything stays on this machine."
                    ),
                    "dim",
                    wraps=True,
                ),
                caption(self.tr("Your name")),
                label(self.tr("It goes into the record of every decision."), "small"),
                self.name,
                caption(self.tr("What do you do here?")),
                *self.choices.values(),
                caption(self.tr("Language model")),
                self.generator,
                self.bring,
                label(
                    self.tr("Then the sample project opens. You can change this under View."),
                    "small",
                    wraps=True,
                ),
                margins=28,
                gap=10,
            )
        )
        self.setLayout(column(1, row(1, page, 1), 2, margins=24))

    def show_generator(self) -> None:
        """Say which language model is used on this machine and why, or that one is to be brought in."""
        choice = chosen()
        self.generator.setText(str(choice.words))
        self.bring.setVisible(not choice.is_here)

    def focus(self) -> None:
        """Go to the first field; the page is seen now."""
        self.show_generator()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()

    def _choice(self, role: PersonRole, words: str, sentence: str) -> QWidget:
        made = _Choice(words, sentence)
        made.clicked.connect(self._chooser(role))
        return made

    def _chooser(self, role: PersonRole) -> Callable[[bool], None]:
        def choose(_checked: bool = False) -> None:
            self._preferences.set_name(self.name.text() or account())
            self._preferences.set_role(role)
            self._preferences.save()
            self.done.emit()

        return choose
