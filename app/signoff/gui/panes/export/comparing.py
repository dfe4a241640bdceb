"""A file of an export as texts side by side: two for a change, three for a file that somebody edited."""

from __future__ import annotations

from signoff.core.domain.textdiff import DiffRow, RowKind, blocks, lines_of, side_by_side
from signoff.core.domain.threeway import MergeKind, ThreeRow, merge_blocks, three_way
from signoff.core.export.preview import FileState, PlannedFile
from signoff.gui.panes.export.words import is_somebody_elses, say
from signoff.gui.widgets.text_rows import SideTexts, TextCell, TextRow, Tone, plain_rows

_LEFT = {RowKind.GONE: Tone.GONE}
_RIGHT = {RowKind.ADDED: Tone.ADDED}


def needs_work(file: PlannedFile) -> bool:
    """Whether texts have to be compared, which takes its time."""
    return file.state in (FileState.CHANGED, FileState.EDITED)


def compared(file: PlannedFile) -> SideTexts:
    """The texts of a file; none for one that is not ours."""
    on_disk = file.on_disk or ""
    if file.state is FileState.FOREIGN:
        return SideTexts((), ())
    if file.state is FileState.EDITED and not is_somebody_elses(file):
        return _three(file.last_exported or "", on_disk, file.new)
    if needs_work(file):
        return _two(on_disk, file.new)
    if file.state is FileState.REMOVED:
        return SideTexts((say("on disk"),), plain_rows(_shown_lines(on_disk)))
    heading = say("on disk") if file.state is FileState.SAME else say("new")
    return SideTexts((heading,), plain_rows(_shown_lines(file.new)))


def _two(old: str, new: str) -> SideTexts:
    rows = side_by_side(_shown(old), _shown(new))
    return SideTexts((say("on disk"), say("new")), tuple(_two_cells(row) for row in rows), blocks(rows))


def _three(base: str, mine: str, theirs: str) -> SideTexts:
    rows = three_way(_shown(base), _shown(mine), _shown(theirs))
    headings = (say("last exported"), say("on disk"), say("new"))
    numbers = [0, 0, 0]
    cells = tuple(_three_cells(row, numbers) for row in rows)
    return SideTexts(headings, cells, merge_blocks(rows))


def _two_cells(row: DiffRow) -> TextRow:
    left = right = None
    if row.left is not None:
        tone = _LEFT.get(row.kind, Tone.PLAIN)
        left = TextCell(row.left, row.left_no, tone, row.left_spans, Tone.GONE)
    if row.right is not None:
        right = TextCell(row.right, row.right_no, _RIGHT.get(row.kind, Tone.PLAIN), row.right_spans)
    return left, right


def _three_cells(row: ThreeRow, numbers: list[int]) -> TextRow:
    """The cells of a row; `numbers` counts the lines of each text on."""
    conflict = row.kind is MergeKind.CONFLICT
    mine = row.kind in (MergeKind.MINE, MergeKind.ALIKE)
    theirs = row.kind in (MergeKind.THEIRS, MergeKind.ALIKE)
    is_gone = {1: mine and row.mine is None, 2: theirs and row.theirs is None}
    tones = (
        Tone.CONFLICT if conflict else Tone.GONE if any(is_gone.values()) else Tone.PLAIN,
        Tone.CONFLICT if conflict else Tone.ADDED if mine and not row.mine_spans else Tone.PLAIN,
        Tone.CONFLICT if conflict else Tone.ADDED if theirs and not row.theirs_spans else Tone.PLAIN,
    )
    spans = ((), row.mine_spans, row.theirs_spans)
    made: list[TextCell | None] = []
    for place, text in enumerate((row.base, row.mine, row.theirs)):
        if text is None:
            made.append(None)
            continue
        numbers[place] += 1
        made.append(TextCell(text, numbers[place], tones[place], spans[place]))
    return tuple(made)


def _shown(text: str) -> str:
    """A text without its last line feed, which would be an empty line of its own on screen."""
    return text.removesuffix("\n")


def _shown_lines(text: str) -> list[str]:
    return lines_of(_shown(text))
