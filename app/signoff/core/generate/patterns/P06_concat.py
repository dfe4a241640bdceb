"""Putting texts together: "concatenate A and B with a comma as separator", "A || '-' || B", "A + ' ' + B".

A missing part makes the result missing, as `||` does; where the rule says to skip missing parts,
`concat_ws` is used. The other reading is offered as an alternative. "Comma" is a comma alone, "comma and
space" is both.
"""

from __future__ import annotations

from signoff.core.generate.patterns.context import Choice, Context, fixed
from signoff.core.generate.patterns.phrases import NUMBER, Phrase, first_match
from signoff.core.generate.patterns.pieces import Piece, column_piece, quoted_text, text_literal
from signoff.core.generate.patterns.signs import sign_of
from signoff.core.generate.types import Family

NAME = "P06 concat"

_JOIN = (
    "(concatenate|concat|concatenated|concatenation|concatination|concatenating|join|combine|combined|"
    "merge|append|string together|put together|"
    "verketten|verkettung|verkette|zusammenfügen|concaténer|concaténation|concatenar|concatena) [(of|"
    "together|from|von|de)] [(:|fields|columns|the|values|texts)] [(of|:)]"
)
_WORDS: dict[str, str] = {
    "one blank": " ", "one comma": ",", "comma, blank": ", ", "comma": ",", "komma": ",",
        "coma": ",", "comma and "
        "space": ", ", "comma and a space": ", ", "comma space": ", ", "comma + space": ", ",
    "comma followed by space": ", ", "comma followed by a "
        "space": ", ", "space": " ", "blank": " ", "single space": " ", "one space": " ",
    "single blank": " ", "leerzeichen": " ", "espace": " ", "espacio": " ", "hyphen":
        "-", "dash": "-", "minus": "-", "bindestrich": "-", "tiret": "-",
    "guion": "-", "underscore": "_", "unterstrich": "_", "slash": "/", "forward "
        "slash": "/", "schrägstrich": "/", "pipe": "|", "pipe symbol": "|",
    "semicolon": ";", "semi colon": ";", "strichpunkt": ";", "colon": ":", "doppelpunkt":
        ":", "dot": ".", "period": ".", "full stop": ".",
    "point": ".", "punkt": ".", "tilde": "~", "hash": "#", "hash "
        "sign": "#", "line break": "\n", "newline": "\n", "double pipe": "||",
    "nothing": "", "no separator": "", "space hyphen space": " - ", "space and "
        "hyphen": " - ", "space - space": " - ", "backslash": "\\",
    "plus": "+", "plus sign": "+", "ampersand": "&", "star": "*", "asterisk": "*", "comma "
        "sign": ",", "hyphen sign": "-", "dash sign": "-",
}  # fmt: skip
_SEP = (
    "(separator|delimiter|separators|delimiters|separation|seperator|sep|character|sign|trennzeichen|"
    "séparateur|separador)"
)
SEPARATED = (
    f"{_JOIN} {{cs:columns}} [,] (with|using|by|mit|avec|con|via) [a] [{_SEP}] {{x:any}} [(as|als|comme|"
    f"como) [a] {_SEP}] [(between|between them|in between|{_SEP})]",
    f"{_JOIN} {{cs:columns}} [,] [(and|are|,)] (separated by|delimited by|separated with|seperated by|"
    f"delimited with|getrennt durch|getrennt mit|séparés par|separados por|joined by|joined with|with a|"
    f"split by) [a] {{x:any}} [{_SEP}]",
    f"{_JOIN} {{cs:columns}} [,] [\\(] ({_SEP}|{_SEP} is|{_SEP} =|{_SEP} :) {{x:any}} [\\)]",
    f"{_JOIN} {{cs:columns}} \\( [with] {{x:any}} [{_SEP}] \\)",
    f"{_JOIN} {{cs:columns}} [,] [with] {{x:any}} (between|in between|between them|between the two)",
    f"{_JOIN} [(all|both|two|three)] [(source|columns|fields|values|source columns|source fields|parts|"
    f"sources|them)] [(with|using|by|separated by|,)] {{x:any}} [(as {_SEP}|{_SEP}|in between|between|"
    f"between them)]",
    "{cs:columns} [,] (separated by|delimited by|joined by|joined with|concatenated with|concatenated by|"
    "getrennt durch) {x:any}",
    "{cs:columns} with {x:any} (as separator|in between|between|between them|separator)",
    "{cs:columns} [,] [\\(] {x:any} (separated|delimited) [\\)]",
    "{x:any} (separated|delimited) {cs:columns}",
    "{cs:columns} [(are|is)] concatenated (with|by|using) {x:any} [(as separator|separator|in between)]",
)
PLAIN = (
    f"{_JOIN} {{cs:columns}}",
    f"{_JOIN} \\( {{cs:columns}} \\)",
    f"{_JOIN} {{cs:columns}} (without|with no) [any] ({_SEP}|space|spaces|blank)",
    f"{_JOIN} [(all|both|two|three)] [(source|columns|fields|values|source columns|source fields|parts|"
    f"sources|them)]",
    "{cs:columns} [(are|is|to be)] (concatenated|concatenate|combined)",
)
_SKIPPING = (
    "{rest:any} [(,|;|.|\\()] [and] (skip|skipping|ignore|ignoring|leave out|leaving out|without|omit|"
    "omitting) [(the|any|all)] (missing|null|nulls|empty|blank|missing or blank|null or blank|null or empty) "
    "[(parts|values|ones|fields|columns|part|value)] [\\)]",
    "{rest:any} [(,|;|.|\\()] [(the|any|all)] (missing|null|empty) (parts|values|ones|fields) (are|being) "
    "(skipped|ignored|left out|omitted) [\\)]",
)
_PREFIXED = (
    "(prefix|prepend|prefixed) {s} (with|by) {q}",
    "(add|put) {q} (in front of|before|at beginning of|as prefix to|as prefix|to beginning of) {s}",
    "(add|with|put) prefix {q} [to] {s}",
    "prepend {q} [to] {s}",
    "{q} (in front of|before|followed by|then|and then) {s}",
    "{s} (with prefix|prefixed with|prefixed by|preceded by) {q}",
)
_SUFFIXED = (
    "(suffix|suffixed|append) {s} with {q}",
    "(add|with|put) suffix {q} [to] {s}",
    "append {q} [(to|at end of)] {s}",
    "{s} (with suffix|suffixed with|suffixed by) {q}",
)
_BLANK_SKIPPED = ("empty", "blank")


def compile_phrase(phrase: Phrase, ctx: Context) -> Piece | None:
    """The texts put together, when the whole phrase says how."""
    later = phrase.match("{c} (plus|\\+) {n}")
    if later is not None and column_piece(later["c"].columns[0]).family in (Family.DATE, Family.TIMESTAMP):
        return None
    skipping = first_match(phrase, _SKIPPING)
    body = skipping["rest"] if skipping else phrase
    blank = skipping is not None and any(f" {word} " in phrase.text for word in _BLANK_SKIPPED)
    worded = _worded(body, ctx, skipping is not None, blank)
    return worded or (
        None if skipping else _signs(phrase, ctx) or _sequence(phrase, ctx) or _affixed(phrase, ctx)
    )


def _sequence(phrase: Phrase, ctx: Context) -> Piece | None:
    """Columns and signs one after the other: last name, comma, blank, first name."""
    parts = phrase.split(r"(?:, )(?:and |then )?")
    pieces = [ctx.subject(part) if part.columns else _signed(part) for part in parts]
    known = [piece for piece in pieces if piece is not None]
    columns = [piece for piece in known if piece.column]
    if len(known) < len(parts) or len(columns) < 2 or len(columns) == len(known) or not known[-1].column:
        return None
    return Piece(" || ".join(_merged(known)), "VARCHAR")


def _signed(part: Phrase) -> Piece | None:
    """A sign by its name, or quoted."""
    sign = sign_of(part)
    return quoted_text(sign) if sign is not None else None


def _merged(pieces: list[Piece]) -> list[str]:
    """SQL of the pieces, neighbouring signs as one text."""
    parts: list[str] = []
    signs = ""
    for piece in pieces:
        if piece.column is None:
            signs += piece.literal or ""
            continue
        parts += [text_literal(signs)] if signs else []
        parts.append(piece.as_text)
        signs = ""
    return parts


def _affixed(phrase: Phrase, ctx: Context) -> Piece | None:
    """A fixed text before or after the value: prefix with 'C-'."""
    for templates, before in ((_PREFIXED, True), (_SUFFIXED, False)):
        slots = first_match(phrase, templates)
        subject = ctx.subject(slots.get("s") or Phrase((), phrase.source)) if slots else None
        text = fixed(slots["q"]) if slots else None
        if subject is not None and text is not None:
            sides = (text.as_text, subject.as_text) if before else (subject.as_text, text.as_text)
            return Piece(" || ".join(sides), "VARCHAR")
    return None


def _worded(body: Phrase, ctx: Context, skips: bool, blank: bool) -> Piece | None:
    """Concatenation said in words."""
    for template in SEPARATED:
        slots = body.match(template)
        separator = _separator(slots["x"]) if slots else None
        if slots is not None and separator is not None:
            return _put_together(
                ctx.pieces(slots.get("cs") or Phrase((), body.source)), separator, ctx, skips, blank
            )
    slots = first_match(body, PLAIN)
    if slots is None:
        return None
    return _put_together(ctx.pieces(slots.get("cs") or Phrase((), body.source)), "", ctx, skips, blank)


def _separator(slot: Phrase) -> str | None:
    """The separator a slot names: quoted, as a word, or the sign itself."""
    piece = fixed(slot)
    if piece is not None:
        return piece.literal
    words = slot.text.strip()
    for lead in ("a ", "one ", "single "):
        words = words.removeprefix(lead)
    if words in _WORDS:
        return _WORDS[words]
    bracketed = slot.match("{w:any} \\( {q} \\)")
    if bracketed is not None and bracketed["w"].text.strip() in _WORDS:
        inside = fixed(bracketed["q"])
        return inside.literal if inside else None
    return words if len(words) == 1 and not words.isalnum() else None


def _put_together(
    pieces: tuple[Piece, ...], separator: str, ctx: Context, skips: bool, blank: bool
) -> Piece | None:
    """SQL of the parts with the separator between them."""
    if len(pieces) < 2:
        return None
    if skips or ctx.holds(Choice.CONCAT_SKIPS_NULL):
        parts = [f"nullif(trim({p.as_text}), '')" if blank else p.as_text for p in pieces]
        return Piece(f"concat_ws({text_literal(separator)}, {', '.join(parts)})", "VARCHAR")
    between = f" || {text_literal(separator)} || " if separator else " || "
    return Piece(between.join(piece.as_text for piece in pieces), "VARCHAR")


def _signs(phrase: Phrase, ctx: Context) -> Piece | None:
    """Concatenation written with signs: columns and quoted texts between || or +."""
    for sign in (r"\|\| ", r"(?:and )?followed by ", r"\+ ", "& "):
        parts = phrase.split(sign)
        if len(parts) < 2:
            continue
        pieces = [_part(part, ctx) for part in parts]
        known = [piece for piece in pieces if piece is not None]
        if len(known) < len(pieces) or not any(piece.column for piece in known):
            return None
        if sign in (r"\+ ", "& ") and not _is_text(known):
            return None
        return Piece(" || ".join(piece.as_text for piece in known), "VARCHAR")
    return None


def _is_text(pieces: list[Piece]) -> bool:
    """Whether a plus between the parts can only mean putting texts together."""
    return any(piece.family is Family.TEXT for piece in pieces) and not any(
        piece.family is Family.NUMBER for piece in pieces
    )


def _part(part: Phrase, ctx: Context) -> Piece | None:
    """A column or a fixed text between two signs."""
    if part.text == f"{NUMBER} ":
        return quoted_text(part.marks[0].token.value)
    return fixed(part) or (ctx.subject(part) if part.columns else None)
