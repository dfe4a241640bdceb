"""The telling rows of a column: asked of the sample rows, shown when they come, kept as long as the draft stands."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from signoff.core.domain.dossier import Dossier
from signoff.core.errors import SignoffError
from signoff.core.review.binding import drafted_column
from signoff.core.verify.telling import TellingRows, TellingSection
from signoff.gui.context import Context
from signoff.gui.jobs import Job
from signoff.gui.panes.annotation.card.example import Told, example_words, read_values
from signoff.gui.panes.annotation.card.pool import Pool
from signoff.gui.panes.annotation.card.values_table import Line, ValuesTable
from signoff.gui.widgets.basics import caption, column, label, row, set_role

_MOST_KEPT = 400
Key = tuple[object, ...]


class SectionValues(QWidget):
    """The rows of one part of the query."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.name = label("", "small")
        self.table = ValuesTable(context.look, self.tr("Values"))
        self.setLayout(column(self.name, self.table, gap=1))

    def show_section(
        self, section: TellingSection, made_up: frozenset[str], *, kind: str, is_only: bool
    ) -> None:
        """Show the rows of a part.

        Args:
            section: the part.
            made_up: tables, case-folded, whose values are marked so.
            kind: DuckDB type of the results.
            is_only: the query has no other part.
        """
        self.name.setText(section.name)
        self.name.setVisible(not is_only)
        lines = [Line(each.values, (each.result,), each.why) for each in section.rows]
        marked = self.tr("{name} (made up)")
        names = [
            marked.format(name=each.name) if each.table.casefold() in made_up else each.name
            for each in section.inputs
        ]
        self.table.show_lines(names, [""], lines, kind=kind)


class ValuesBlock(QWidget):
    """In → out on the rows that tell most."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._kept: dict[Key, Told] = {}
        self._wanted: Key = ()
        self._made_up: frozenset[str] = frozenset()
        self._kind = ""
        self._job: Job | None = None
        self.count = label("", "small")
        self.state = label("", "dim", wraps=True)
        self.example = label("", "dim", wraps=True, selectable=True)
        sections = column(gap=8)
        self.sections = Pool(sections, lambda: SectionValues(context))
        head = row(caption(self.tr("Values")), self.count, 1, gap=10)
        self.setLayout(column(head, self.state, sections, self.example, gap=5))

    def show_column(self, dossier: Dossier, name: str) -> None:
        """Show the values of a column: at once when they are known, else as soon as they come."""
        standing = self._context.session.standing
        files = tuple((each.digest, each.made_up) for each in standing.samples) if standing else ()
        self._made_up = dossier.made_up
        drafted = drafted_column(dossier, name)
        self._kind = drafted.type if drafted else ""
        key = (dossier.draft.sql, name, files)
        if key == self._wanted and (key in self._kept or self._job is not None):
            return
        self._wanted = key
        self._stop()
        if key in self._kept:
            self._show(self._kept[key])
        elif not files:
            self._say(self.tr("There are no sample rows yet; add source rows at Input to see values."))
        else:
            self._say(self.tr("reading sample rows …"))
            self._ask(key, dossier, name)

    def _ask(self, key: Key, dossier: Dossier, name: str) -> None:
        words = self.tr("reading sample rows of {column}").format(column=name)
        job = self._context.samples.ask(
            words,
            lambda sandbox, cancel: read_values(dossier, name, sandbox, cancel),
            lambda told: self._receive(key, told),
            failed=lambda error: self._fail(key, error, words),
        )
        self._job = job
        job.ended.connect(lambda: self._forget(job))

    def _receive(self, key: Key, told: Told) -> None:
        if len(self._kept) >= _MOST_KEPT:
            self._kept.clear()
        self._kept[key] = told
        if key == self._wanted:
            self._show(told)

    def _fail(self, key: Key, error: BaseException, words: str) -> None:
        if not isinstance(error, SignoffError):
            self._context.notify.trouble(error, words)
        elif key == self._wanted:
            self._say(str(error), "attention")

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _forget(self, job: Job) -> None:
        if self._job is job:
            self._job = None

    def _say(self, words: str, role: str = "dim") -> None:
        self.sections.take(0)
        self.count.setText("")
        self.example.hide()
        set_role(self.state, role)
        self.state.setText(words)
        self.state.show()

    def _show(self, told: Told) -> None:
        rows: TellingRows = told.rows
        self.state.setVisible(not rows.rows)
        set_role(self.state, "dim")
        self.state.setText(self.tr("No sample row comes into this table."))
        shown = [section for section in rows.sections if section.rows]
        for widget, section in zip(self.sections.take(len(shown)), shown, strict=True):
            widget.show_section(section, self._made_up, kind=self._kind, is_only=len(rows.sections) == 1)
        count = len(rows.rows)
        counted = (
            self.tr("1 telling row of {all:,}") if count == 1 else self.tr("{n} telling rows of {all:,}")
        )
        self.count.setText(counted.format(n=count, all=rows.total) if count else "")
        words, role = example_words(told)
        self.example.setText(words)
        set_role(self.example, role)
        self.example.setVisible(bool(words))
