"""Keys put together from letters and numbers, in words: "C and the id", "T, order_no, then -D", "A + id, 6 digits".

Letters need no quotes here: up to five capitals, with or without a hyphen, beside the number that they mark.
An example that is given has to fit, else nothing is made of the rule.
"""

from __future__ import annotations

import re

from signoff.core.domain.sentences import say
from signoff.core.generate.patterns.context import Context
from signoff.core.generate.patterns.phrases import Phrase
from signoff.core.generate.patterns.pieces import Piece, column_piece, text_literal
from signoff.core.generate.types import Family

NAME = "P29 made keys"

_COLUMN = r"§\d+"
_ITSELF = (
    r"(?:the\s+|its\s+)?(?:source\s+|own\s+)?(?:id|number|no\.?|key|it|nr\.?)(?:\s+(?:of|from)\s+the\s+(?:source\s+)?"
    r"(?:line|row|record|source|system|entry))?"
)
_ZEROS = r"(?:with\s+|filled\s+(?:up\s+)?with\s+|padded\s+with\s+)?(?:leading\s+)?zeros?"
_PLACES = r"(?:digits?|places|characters|positions|figures)"
_WIDTH = (
    rf"(?:\s*,?\s*{_ZEROS}(?:\s+(?:on|at|from)\s+the\s+left|\s+in\s+front)?\s*,?\s*(?:(?:to|up\s+to|until)\s+)?(?P<a>\d+)\s+{_PLACES}"
    rf"|\s*,?\s*(?:as|in|with|on|padded\s+to|filled\s+to)?\s*(?P<b>\d+)\s+{_PLACES}(?:\s*,?\s*{_ZEROS}(?:\s+(?:on|at)\s+the\s+left|\s+in\s+front)?)"
    rf"|\s*,?\s*(?:left[-\s])?padded\s+(?:with\s+(?:zeros?|0)\s+)?to\s+(?P<c>\d+)(?:\s+{_PLACES})?)"
)
_NUMBER = re.compile(rf"(?P<what>(?:the\s+)?{_COLUMN}|{_ITSELF})(?:{_WIDTH})?", re.IGNORECASE)
_LETTERS = re.compile(
    r"(?:(?:an?|the)\s+)?(?:letters?\s+)?(?P<text>'[^']+'|\"[^\"]+\"|(?!(?:NULL|AND|OR|NOT|IF|THEN|ELSE)\b)[A-Z][A-Z0-9]{0,4}[-_/]?|[-_/][A-Z0-9]{1,5})"
)
_BETWEEN = (
    r"(?:\s*,\s*(?:and\s+)?(?:then\s+)?|\s+and\s+then\s+|\s+then\s+|\s+and\s+|\s+plus\s+|\s*\+\s*|\s*\|\|\s*|"
    r"\s+followed\s+by\s+)"
)
_BEFORE = re.compile(r"\s+(?:in\s+front\s+of|before|ahead\s+of|put\s+before)\s+", re.IGNORECASE)
_EXAMPLE = re.compile(
    r"\s*(?:[:,(]|e\.\s?g\.?|for\s+example|like|such\s+as|->|=|[:,(]\s*(?:e\.\s?g\.?|for\s+example|like|such\s+as))\s*"
    r"['\"]?(?P<text>[A-Z0-9][A-Z0-9_/-]*\d[A-Z0-9_/-]*)['\"]?\s*\)?\s*$"
)
_MOST = 4
_LONGEST = 120


def compile_phrase(phrase: Phrase, ctx: Context) -> Piece | None:
    """Letters and numbers put together, when the whole phrase says nothing else."""
    if not phrase.marks or len(phrase.raw) > _LONGEST or not _makes_text(ctx):
        return None
    text, columns = _numbered(phrase)
    example = _EXAMPLE.search(text)
    for plain, shown in ((text, ""), *(((text[: example.start()], example["text"]),) if example else ())):
        parts = _parts(plain.strip(" ."), columns, ctx)
        if parts is None or (shown and not re.fullmatch("".join(shape for _, shape, _ in parts), shown)):
            continue
        if any(bare for _, _, bare in parts):
            letters = ", ".join(sql.strip("'") for sql, _, bare in parts if bare)
            ctx.remark("D39", say("assumed.letters", letters=letters))
        return Piece(" || ".join(sql for sql, _, _ in parts), "VARCHAR")
    return None


def _makes_text(ctx: Context) -> bool:
    return not ctx.target_type or ctx.target_type.startswith(("VARCHAR", "CHAR", "TEXT"))


def _numbered(phrase: Phrase) -> tuple[str, list[Piece]]:
    """The phrase as written, each column as § with its place in a list."""
    text, at = "", phrase.marks[0].token.start
    columns: list[Piece] = []
    for mark in phrase.marks:
        if mark.column is not None:
            text += phrase.source[at : mark.token.start] + f"§{len(columns)}"
            columns.append(column_piece(mark.column))
            at = mark.token.end
    return text + phrase.source[at : phrase.marks[-1].token.end], columns


def _parts(text: str, columns: list[Piece], ctx: Context) -> list[tuple[str, str, bool]] | None:
    """SQL of each part, the shape its values have, and whether it is letters without quotes."""
    sides = _BEFORE.split(text)
    cut = sides if len(sides) == 2 else _cut(text)
    made = [_part(each.strip(), columns, ctx) for each in cut]
    known = [m for m in made if m is not None]
    numbers = [m for m in known if not m[0].startswith("'")]
    if len(known) < len(made) or not numbers or len(numbers) == len(known) or len(known) > _MOST:
        return None
    return known if len({m[0] for m in numbers}) == len(numbers) else None


def _cut(text: str) -> list[str]:
    """The text between the words that join parts; commas before a width belong to the number."""
    whole = re.sub(
        rf"\s*,\s*(?=(?:{_ZEROS}|\d+\s+{_PLACES}|(?:left[-\s])?padded|filled))",
        " ",
        text,
        flags=re.IGNORECASE,
    )
    whole = re.sub(
        r"(zeros?(?:\s+(?:on|at|from)\s+the\s+left|\s+in\s+front)?)\s*,\s*(?=\d)",
        r"\1 ",
        whole,
        flags=re.IGNORECASE,
    )
    return re.split(_BETWEEN, whole, flags=re.IGNORECASE)


def _part(text: str, columns: list[Piece], ctx: Context) -> tuple[str, str, bool] | None:
    """One part: letters as fixed text, or a number, filled up with zeros where that is said."""
    letters = _LETTERS.fullmatch(text)
    if letters is not None:
        said = letters["text"]
        bare = said[0] not in "'\""
        plain = said if bare else said[1:-1]
        return text_literal(plain), re.escape(plain), bare
    number = _NUMBER.fullmatch(text)
    if number is None:
        return None
    place = re.search(r"§(\d+)", number["what"])
    piece = columns[int(place.group(1))] if place else ctx.subject(Phrase((), ""))
    if piece is None or piece.family in (Family.DATE, Family.TIMESTAMP, Family.FLAG):
        return None
    width = number["a"] or number["b"] or number["c"]
    if width is None:
        return piece.as_text, ".+", False
    whole = piece.as_text
    padded = f"CASE WHEN length({whole}) < {width} THEN lpad({whole}, {width}, '0') ELSE {whole} END"
    return padded, rf"\d{{{width}}}", False
