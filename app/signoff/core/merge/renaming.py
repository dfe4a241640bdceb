"""Columns of existing SQL under a new name: its alias, and what names it behind the list."""

from __future__ import annotations

from signoff.core.domain.edits import EditKind, Splice
from signoff.core.domain.findings import Severity
from signoff.core.domain.sentences import say
from signoff.core.merge.existing import Place, alias_token
from signoff.core.merge.lineage import Output, select_outputs
from signoff.core.merge.placing import as_word
from signoff.core.merge.readers import mentions
from signoff.core.merge.scripting import Proposed, inserted
from signoff.core.merge.shape import Span
from signoff.core.merge.work import ColumnEdit, Work


def rename(work: Work, edit: ColumnEdit) -> Proposed | None:
    """Give a column its new name in every part; None, with a finding, where the file does not write it out."""
    kept = work.kept()
    why = edit.why or say("edits.rename_column", column=edit.name, was=edit.was)
    made = work.propose(EditKind.RENAME_COLUMN, edit, why)
    made.was = edit.was
    for place in work.existing.parts[:1] if len(work.existing.parts) > 1 else work.existing.parts:
        output = written_out(work, place, edit.was)
        if output is None or output.item is None:
            work.back_to(kept)
            work.refuse(say("update.not_written_out", column=edit.was), edit)
            return None
        _rename_in(work, edit, made, place, output.item)
    return made


def written_out(work: Work, place: Place, name: str) -> Output | None:
    """The column of that name in the list of a SELECT; None where it has none, or only behind a ``*``."""
    outputs = select_outputs(work.existing, place, work.schema)
    return next((o for o in outputs if o.name.casefold() == name.casefold()), None)


def _rename_in(work: Work, edit: ColumnEdit, made: Proposed, place: Place, item: Span) -> None:
    layout = work.layout
    alias = alias_token(work.existing, item)
    if alias is not None:
        made.splices.append(_named(work, alias, edit.name))
    else:
        word = as_word(layout, place.select.items)
        made.splices.append(inserted(layout.end(item.last), f" {word} {layout.name(edit.name)}"))
    found = mentions(work, place, edit.was, item)
    made.splices += [_named(work, number, edit.name) for number in found.along]
    if found.elsewhere:
        line = work.existing.text.count("\n", 0, layout.start(found.elsewhere[0])) + 1
        made.suggestion = True
        message = say("update.read_elsewhere", column=edit.was, line=line)
        work.refuse(message, edit, "D229", Severity.WARNING)


def _named(work: Work, number: int, name: str) -> Splice:
    start, end = work.layout.start(number), work.layout.end(number)
    return Splice(start, end, work.existing.text[start:end], work.layout.name(name))
