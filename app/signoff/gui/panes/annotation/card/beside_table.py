"""Several expressions of one column beside each other, on the same telling rows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from signoff.core.domain.dossier import Dossier
from signoff.core.engines.sql.sandbox import Sandbox
from signoff.core.errors import SignoffError
from signoff.core.progress import CancelToken
from signoff.core.verify.beside import beside
from signoff.core.verify.telling import TellingRows, telling_rows
from signoff.gui.context import Context
from signoff.gui.panes.annotation.card.pool import Pool
from signoff.gui.panes.annotation.card.values_table import Line, ValuesTable
from signoff.gui.widgets.basics import column, label, set_role

_MOST_ROWS = 8


class BesideTable(QWidget):
    """Asked anew for each column; late answers for another one are dropped."""

    def __init__(self, context: Context, name: str) -> None:
        super().__init__()
        self._context = context
        self._wanted: tuple[object, ...] = ()
        self.state = label("", "dim", wraps=True, selectable=True)
        tables = column(gap=6)
        self.tables = Pool(tables, lambda: ValuesTable(context.look, name))
        self.setLayout(column(self.state, tables, gap=4))

    def ask(self, dossier: Dossier, name: str, others: Sequence[Sequence[str]], heads: Sequence[str]) -> None:
        """Show the present values beside those of other expressions.

        Args:
            dossier: the target.
            name: its column.
            others: each with one expression for every part of the query.
            heads: names of the columns of results, the present one first.
        """
        wanted = (dossier.draft.sql, name, tuple(map(tuple, others)), tuple(heads))
        if wanted == self._wanted:
            return
        self._wanted = wanted
        self._say(self.tr("reading sample rows …"), "dim")
        words = self.tr("trying expressions of {column}").format(column=name)

        def work(sandbox: Sandbox, cancel: CancelToken) -> TellingRows:
            draft = beside(dossier.draft, name, others)
            return telling_rows(draft, name, sandbox, most=_MOST_ROWS, cancel=cancel)

        def fail(error: BaseException) -> None:
            if not isinstance(error, SignoffError):
                self._context.notify.trouble(error, words)
            elif wanted == self._wanted:
                self._say(str(error), "bad")

        self._context.samples.ask(words, work, lambda rows: self._receive(wanted, rows), failed=fail)

    def forget(self) -> None:
        """Drop what is on its way, and show nothing."""
        self._wanted = ()
        self._say("", "dim")

    def _receive(self, wanted: tuple[object, ...], rows: TellingRows) -> None:
        if wanted != self._wanted:
            return
        heads = [str(head) for head in wanted[3]] if isinstance(wanted[3], tuple) else []
        shown = [section for section in rows.sections if section.rows]
        self.state.setVisible(not shown)
        self.state.setText(self.tr("No sample row comes into this table."))
        for table, section in zip(self.tables.take(len(shown)), shown, strict=True):
            lines = [Line(each.values, tuple(each.result), each.why) for each in section.rows]
            table.show_lines([each.name for each in section.inputs], heads, lines)

    def _say(self, words: str, role: str) -> None:
        self.tables.take(0)
        set_role(self.state, role)
        self.state.setText(words)
        self.state.setVisible(bool(words))
