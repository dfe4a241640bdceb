"""A rendering held against what dbt compiled of the same text: a second witness, and what unknown tags gave."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from signoff.core.engines.jinja.rendering import Stretch
from signoff.core.merge.jinja import Rendered

_RELATION = r"(?:[`\"\[]?[\w$-]+[`\"\]]?\s*\.\s*){0,2}"
_DOTTED = re.compile(r"(?:[`\"][\w$-]+[`\"]\.){1,2}(?P<name>[`\"][\w$-]+[`\"])")


@dataclass
class _Run:
    """Literal text and names of tables between two gaps, and the tags whose text fills the gap before it."""

    gap: list[str] = field(default_factory=list)
    pattern: str = ""


def outputs_seen(text: str, rendered: Rendered, compiled: str) -> Mapping[str, str] | None:
    """What tags gave that are not worked out here, by the tag's text.

    Every literal stretch of the text must stand in the compiled SQL, in order; tables may carry the names of their
    database and schema there.

    Args:
        text: the model.
        rendered: under the assumptions that the compiled SQL was made with.
        compiled: what dbt made of it.

    Returns:
        None where the compiled SQL is of another text, or of other assumptions.
    """
    runs = _runs(text, rendered, frozenset(rendered.unknown))
    place, found = 0, dict[str, str]()
    compiled = compiled.replace("\r", "").strip() + "\n"
    for number, run in enumerate(runs):
        match = re.compile(run.pattern, re.IGNORECASE).search(compiled, place)
        if match is None or (number == 0 and not run.gap and match.start() != 0):
            return None
        if len(run.gap) == 1 and run.gap[0]:
            gives = _DOTTED.sub(lambda m: m["name"], compiled[place : match.start()])
            found.setdefault(run.gap[0], gives)
        place = match.end()
    return found if not compiled[place:].strip() else None


def _runs(text: str, rendered: Rendered, wanted: frozenset[int]) -> list[_Run]:
    """The rendering as literal runs with gaps between; a gap is what our macros gave, or an unknown tag."""
    names = {name.casefold() for name in (*rendered.refs, *(table for _, table in rendered.sources))}
    runs = [_Run()]
    for piece in _with_empty_loops(rendered):
        gives = rendered.sql[piece.start : piece.end].replace("\r", "")
        if piece.as_written:
            runs[-1].pattern += _literal(gives)
        elif gives.strip('"').casefold() in names and piece.file_start not in wanted:
            runs[-1].pattern += _RELATION + rf"[`\"\[]?{re.escape(gives.strip(chr(34)))}[`\"\]]?"
        else:
            block = rendered.block_at(piece.file_start)
            tag = text[piece.file_start : piece.file_end if block is None else block.end]
            said = tag if piece.file_start in wanted else ""
            if runs[-1].pattern or not runs[-1].gap:
                runs.append(_Run())
            runs[-1].gap.append(said)
    return _anchored(runs)


def _literal(text: str) -> str:
    """A stretch as it stands, blanks of any length."""
    return r"\s*".join(re.escape(word) for word in re.split(r"\s+", text))


def _with_empty_loops(rendered: Rendered) -> Sequence[Stretch]:
    """The stretches, with one of no length for each loop that was not worked out."""
    found = list(rendered.pieces)
    loops = [b for b in rendered.blocks if b.word == "for" and b.start in rendered.unknown]
    for block in loops:
        behind = next((n for n, p in enumerate(found) if p.file_start >= block.end), len(found))
        place = found[behind - 1].end if behind else 0
        found.insert(behind, Stretch(place, place, block.start, block.end, False))
    return found


def _anchored(runs: list[_Run]) -> list[_Run]:
    """Without runs that match anything; their gaps go to the next one."""
    found: list[_Run] = []
    gap: list[str] = []
    for number, run in enumerate(runs):
        gap += run.gap
        if run.pattern.replace(r"\s*", "") or number == len(runs) - 1:
            found.append(_Run(gap, run.pattern if number < len(runs) - 1 else run.pattern + r"\s*\Z"))
            gap = []
    return found
