"""The readiness of a document as one HTML file: no script, nothing loaded, light or dark as the reader's system is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from html import escape

from signoff.core.domain.cells import column_letter
from signoff.core.domain.resources import resources_folder
from signoff.core.domain.sentences import say
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.lint.readiness import Level, Readiness, ReadyRow
from signoff.core.parse.own_copies import without_ours
from signoff.core.pipeline.annotating import Told

_MOST_ROWS, _MOST_SHEETS, _MOST_COLUMNS = 300, 40, 40
_MOST_LISTED, _MOST_PLACES = 2_000, 12
_LONGEST = 90
_WORDS = {
    Level.READY: "copy.ready",
    Level.ASK: "copy.ask",
    Level.MISSING: "copy.missing",
    Level.UNUSED: "copy.not_used",
}


def readiness_page(told: Told, grids: Sequence[SheetGrid] = ()) -> str:
    """The page: the score, each table with its reasons, open questions, the grid as a heat map, the unused cells.

    Args:
        told: what is said of the document.
        grids: its sheets; without them the heat map shows places only.
    """
    parts = [*_head(told), *_tables(told.found), *_questions(told), *_heat(told, grids), *_unused(told)]
    title = escape(say("copy.page_title", document=told.spec.document))
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{title}</title><style>{_style()}</style></head><body><main>\n"
        + "\n".join(parts)
        + "\n</main></body></html>\n"
    )


@cache
def _style() -> str:
    return (resources_folder() / "pages" / "readiness.css").read_text(encoding="utf-8")


def _head(told: Told) -> Iterator[str]:
    found = told.found
    project = told.standing.name if told.standing else ""
    yield f"<h1>{escape(told.spec.document)}</h1>"
    yield f'<div class="dim">{escape(" · ".join(part for part in (project, told.date) if part))}</div>'
    yield f'<div class="panel"><div class="score">{escape(found.words)}.</div>{_bar(found)}</div>'


def _bar(found: Readiness) -> str:
    total = max(1, len(found.rows))
    parts = "".join(
        f'<i class="{level.value}" style="width:{100 * count / total:.2f}%"></i>'
        for level in (Level.READY, Level.ASK, Level.MISSING)
        if (count := found.count(level))
    )
    return f'<div class="bar" role="img" aria-label="{escape(found.words)}">{parts}</div>'


def _tables(found: Readiness) -> Iterator[str]:
    held: dict[str, list[ReadyRow]] = {}
    for row in found.rows:
        if row.level is not Level.READY:
            held.setdefault(row.target, []).append(row)
    heads = ("copy.table", "copy.rows", "copy.can_draft", "copy.reasons")
    yield f"<h2>{escape(say('copy.tables'))}</h2>"
    yield "<table><tr>" + "".join(f"<th>{escape(say(code))}</th>" for code in heads) + "</tr>"
    for target in found.targets:
        lines = held.get(target.name, ())
        shown = "".join(_reason(row) for row in lines[:_MOST_LISTED])
        more = len(lines) - _MOST_LISTED
        left = f"<li>{escape(say('copy.more', count=more))}</li>" if more > 0 else ""
        yield (
            f"<tr><td>{escape(target.name)}</td><td class=n>{target.total}</td><td class=n>{target.ready}</td>"
            f"<td>{f'<ul>{shown}{left}</ul>' if shown else ''}</td></tr>"
        )
    yield "</table>"


def _reason(row: ReadyRow) -> str:
    where = f' <span class="dim">{escape(str(row.cell))}</span>' if row.cell else ""
    return f"<li><b>{escape(row.column)}</b>{where} {escape(row.reason)}</li>"


def _questions(told: Told) -> Iterator[str]:
    asked = told.asked
    if not asked:
        return
    yield f"<h2>{escape(say('copy.questions'))}</h2><table>"
    for each in asked:
        question = each.question
        named = [" · ".join(part for part in place if part) for place in each.places[:_MOST_PLACES]]
        place = "; ".join(named) or f"{question.target} · {question.column}"
        where = " · ".join(part for part in (place, str(each.cell or "")) if part)
        choices = "".join(f"<li>{escape(choice.text)}</li>" for choice in question.choices)
        whom = f'<div class="dim">{escape(say("copy.asked_of", whom=each.whom))}</div>' if each.whom else ""
        yield (
            f'<tr><td class="dim">{escape(where)}</td><td><pre>{escape(question.text)}</pre>{whom}</td>'
            f"<td>{f'<ul>{choices}</ul>' if choices else ''}</td></tr>"
        )
    yield "</table>"


def _heat(told: Told, grids: Sequence[SheetGrid]) -> Iterator[str]:
    levels = told.found.levels
    if not levels:
        return
    texts = {grid.name: grid for grid in without_ours(grids)}
    key = "".join(f'<span class="{level.value}">{escape(say(code))}</span>' for level, code in _WORDS.items())
    yield f'<h2>{escape(say("copy.heat"))}</h2><div class="key">{key}</div>'
    for name in list(levels)[:_MOST_SHEETS]:
        yield from _sheet(name, levels[name], texts.get(name))


def _sheet(name: str, levels: Mapping[tuple[int, int], Level], grid: SheetGrid | None) -> Iterator[str]:
    width = min(max(max(column for _row, column in levels), grid.width if grid else 0), _MOST_COLUMNS)
    rows = sorted({row for row, _column in levels} | set(range(1, len(grid.rows) + 1) if grid else ()))
    yield f"<h3>{escape(name)}</h3>"
    if len(rows) > _MOST_ROWS:
        held = {row for (row, _column), level in levels.items() if level in (Level.ASK, Level.MISSING)}
        shown = sorted(held)[:_MOST_ROWS] or rows[:_MOST_ROWS]
        yield f'<div class="dim">{escape(say("copy.some_rows", shown=len(shown), rows=len(rows)))}</div>'
        rows = shown
    letters = "".join(f"<th>{column_letter(column)}</th>" for column in range(1, width + 1))
    yield f'<div class="heat"><table><tr><th></th>{letters}</tr>'
    for row in rows:
        cells = "".join(_cell(row, column, levels, grid) for column in range(1, width + 1))
        yield f"<tr><th>{row}</th>{cells}</tr>"
    yield "</table></div>"


def _cell(row: int, column: int, levels: Mapping[tuple[int, int], Level], grid: SheetGrid | None) -> str:
    level = levels.get((row, column))
    text = " ".join((grid.at(row, column) if grid else "").split())
    shown = text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
    words = f' title="{escape(say(_WORDS[level]))}"' if level else ""
    kind = f' class="{level.value}"' if level else ""
    return f"<td{kind}{words}>{escape(shown)}</td>"


def _unused(told: Told) -> Iterator[str]:
    unused = told.spec.unused
    if not unused:
        return
    yield f"<h2>{escape(say('copy.unused'))}</h2><table>"
    for each in unused[:_MOST_LISTED]:
        yield (
            f'<tr><td class="dim">{escape(str(each.cell))}</td><td>{escape(each.reason)}</td>'
            f"<td><pre>{escape(each.text[:2_000])}</pre></td></tr>"
        )
    if len(unused) > _MOST_LISTED:
        yield f"<tr><td colspan=3>{escape(say('copy.more', count=len(unused) - _MOST_LISTED))}</td></tr>"
    yield "</table>"
