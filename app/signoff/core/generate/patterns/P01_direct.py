"""Direct moves: the source column as it is.

Fires on an empty rule with one source, on "Direct move", "1:1", "as is", "no transformation", "copy",
"straight move" and their like in English, German, French and Spanish, and on a rule that only names a
column. The value is cast only where source and target belong to different type families.
"""

from __future__ import annotations

from signoff.core.generate.patterns.context import Context
from signoff.core.generate.patterns.phrases import Phrase, first_match
from signoff.core.generate.patterns.pieces import Piece

NAME = "P01 direct"

_NOUN = (
    "(move|moved|mapping|map|mapped|copy|copied|load|loaded|assignment|assign|transfer|transferred|"
    "pass|passthrough|pull|feed|moves|link)"
)
_HOW = (
    "(direct|directly|straight|straightforward|simple|plain|one to one|identity|unchanged|as is|"
    "straight through|d|d / m)"
)
_FROM = "[(from|of|:|-|with|to|->|=|,)] {s}"
PHRASES = (
    f"{_HOW} [{_NOUN}] {_FROM}",
    f"{_NOUN} [it] [(one to one)] [(direct|directly|straight|as is|as it is|unchanged|as such|straight "
    f"through|through)] {_FROM}",
    f"{_NOUN} {{s}} [to target] [(direct|directly|straight|as is|as it is|unchanged|as such|one to one|"
    f"one to one|without (change|changes|transformation|any transformation|any change|modification))]",
    "{s} [,] [(one to one|direct|directly|direct move|direct map|direct mapping|as is|as it is|unchanged|"
    "no transformation|no change|no changes|straight move|copy|copied|pass through)]",
    "<load> {s} [(as is|as it is|as such|directly|direct|unchanged|without change|without changes|without "
    "transformation|without any transformation)]",
    "<load> (from|) [source] {c}",
    "(pass|carry|take|move|bring) [it] [{s}] (through|over|across|along) [(as is|unchanged|directly)]",
    "(pass through|pass thru|passthrough|passthru|one to one|"
    "->|as is|as it is|as found|as they are|as such|unchanged|same|"
    "same as source|same as §s|same value|equal to source|= "
    "source|identical|equals source|=|idem)",
    "(no|without|none|nil|zero) [(transformation|transformations|change|changes|conversion|modification|"
    "logic|rule|rules|mapping rule|transform)] [(required|needed|necessary|applied|is required|is needed|"
    ",)] [(direct|direct move|direct mapping|direct copy|direct load|copy|copy as is|as is|one to one|"
    "straight move)]",
    "(none|n / a|not applicable|na)",
    "[(just|only|simply|simple)] (rename|renamed|renaming|renames|alias|aliased) [(column|field|only)] [(from|of|as)] "
    "[(source|column)] {s}",
    "{s} [(,|is|just|only)] (renamed|rename) [only]",
    "[part of] (group key|grouping key|group by key|group by column|business key|natural key|"
    "key of grouping|key of group|grain) [,] [(as is|direct|one to one)]",
    "(keep|leave|retain|preserve) {s} (as is|as it is|unchanged|as such)",
    "as (it|§s) (stands|comes) [(in|from) [the] source]",
    "(move|load|map|copy|use|take|show|bring) (as is|as it is|as it stands|as it comes) [(from source|from §s)]",
    "(direkt|direkte|direkter|one to one) [(übernahme|übernehmen|übertragung|zuordnung|kopie|kopieren|"
    "laden|mapping)] [(aus|von)] {s}",
    "(unverändert|unveraendert|ohne transformation|keine transformation|ohne änderung|ohne umwandlung|"
    "übernahme) [(übernehmen|laden|kopieren|übernommen)] [(aus|von)] {s}",
    "(übernehmen|kopieren|direktübernahme|direktzuordnung|direktes mapping)",
    "(sans transformation|copie directe|reprise directe|reprise à l ' identique|à l ' identique|"
    "alimentation directe|direct|mapping direct|inchangé|aucune transformation) [(de|du)] {s}",
    "(sin transformación|sin transformacion|copia directa|directo|mapeo directo|pase directo|movimiento "
    "directo|carga directa|traspaso directo|tal cual|sin cambios) [(de|del)] {s}",
)


def compile_phrase(phrase: Phrase, ctx: Context) -> Piece | None:
    """The source column, when the whole phrase says to move it."""
    slots = first_match(phrase, PHRASES)
    if slots is None or _is_looked_up(phrase):
        return None
    return ctx.subject(slots.get("s") or slots.get("c") or Phrase((), phrase.source))


def _is_looked_up(phrase: Phrase) -> bool:
    """Whether the only column is told as what another one is found by: "by account_id"."""
    lead = phrase.source[: phrase.marks[0].token.start] if phrase.marks else ""
    words = (*lead.casefold().split(), phrase.marks[0].text if phrase.marks else "")
    return (
        bool(phrase.columns)
        and words[0] in ("by", "per", "via", "through")
        and not phrase.columns[0].is_source
    )


def compile_empty(ctx: Context) -> Piece | None:
    """The only source, for a rule cell with nothing in it."""
    return ctx.subject(Phrase((), ""))
