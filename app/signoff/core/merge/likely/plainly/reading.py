"""A whole rule in plain words: cut into clauses, each read, and put together as one value.

``The opposite of the source flag. When the flag is empty we assume there is no subrogation, so true``. A clause sets
something for the others (`settings`), does something with the value (`steps`), is a case (`clauses`) or makes the value
(`heads`). A rule with a clause that is none of these has no reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from signoff.core.merge.likely.plainly.assembly import sql_of, to_scale, uses_all
from signoff.core.merge.likely.plainly.clauses import is_nothing, with_clause
from signoff.core.merge.likely.plainly.conditions import test_of
from signoff.core.merge.likely.plainly.ground import Ground, target_kind
from signoff.core.merge.likely.plainly.heads import head_of
from signoff.core.merge.likely.plainly.lexis import alike
from signoff.core.merge.likely.plainly.names import Names
from signoff.core.merge.likely.plainly.rows import with_row
from signoff.core.merge.likely.plainly.settings import settle, told_in_money, void_days
from signoff.core.merge.likely.plainly.several import several_of
from signoff.core.merge.likely.plainly.steps import step_of
from signoff.core.merge.likely.plainly.told import Told
from signoff.core.merge.likely.values.branch_words import FOLDS
from signoff.core.merge.likely.values.tools import Tools

_SENTENCE = re.compile(r"\s*;\s*|(?<!\be\.g)(?<!\bi\.e)(?<=[^\s.])[.?](?=\s|$)\s*|\s\?\s+")
_COMMA = re.compile(r"\s*,\s+|\s+(?=but\s+(?:at|never|not(?!\s+including))\b)")
_BRACKET = re.compile(r"\s*\((?P<in>[^()]*)\)")
_PREFACE = re.compile(r"^(?P<p>[A-Za-z][A-Za-z' ]{1,40}?)\s*(?::|\s-)\s+(?P<rest>\S.*)$")
_NO_PREFACE = re.compile(
    r"\b(?:not|no|null|empty|if|when|only|except|else|otherwise|unless|default|missing|blank|all|any|true|false|yes)\b",
    re.IGNORECASE,
)
_MOST = 600


def likely_plain(rule: str, tools: Tools) -> str:
    """SQL of a rule in plain words; empty where one of its clauses is not understood.

    Args:
        rule: the rule.
        tools: the columns it may be about and what makes SQL of its parts.
    """
    if not tools.sources or len(rule) > _MOST:
        return ""
    text = alike(rule)
    for is_apart in (False, True):
        told, ground = _told(text, replace(tools, rule=text), apart=is_apart)
        if told is not None and ground.void:
            told, ground = _told(text, replace(tools, rule=text), apart=is_apart, known=ground)
        if told is not None and (sql := sql_of(told, ground)) and uses_all(sql, ground):
            return to_scale(sql, tools.target_type)
    return ""


def _told(text: str, tools: Tools, *, apart: bool, known: Ground | None = None) -> tuple[Told | None, Ground]:
    """What the clauses come to, brackets in their place or as clauses of their own."""
    ground = Ground(tools, Names(tools.sources, tools.columns), target_kind(tools.target_type))
    void_days(text, ground)
    for column, values in (known.void if known is not None else {}).items():
        ground.void.setdefault(column, list(values))
    ground.in_money = told_in_money(ground)
    ground.folds = FOLDS.search(tools.note) is not None
    clauses = [c for c in _SENTENCE.split(_without_asides(text, ground, apart=apart)) if c and c.strip(" .,")]
    for clause in clauses:
        _unsettled(clause, ground)
    left = [each for each in (_unsettled(c, ground) for c in clauses) if each]
    told: Told | None = Told()
    for sentence in left:
        told = _with_sentence(sentence, told, ground) if told is not None else None
    return told, ground


def _without_asides(text: str, ground: Ground, *, apart: bool) -> str:
    """The text without brackets that only explain; the others become clauses of their own where asked."""

    def put(match: re.Match[str]) -> str:
        inner = ", ".join(p for p in _parts(match["in"].strip()) if not settle(p, ground))
        if not inner or inner.startswith("i.e "):
            return ""
        return f", {inner}" if apart else f" ({inner})"

    return _BRACKET.sub(put, text)


def _unsettled(sentence: str, ground: Ground) -> str:
    """A sentence without the pieces that only say how others are meant."""
    if settle(sentence, ground):
        return ""
    pieces = _parts(sentence)
    kept = [piece for piece in pieces if not settle(piece, ground)] if len(pieces) > 1 else pieces
    return ", ".join(kept)


def _parts(sentence: str) -> list[str]:
    """The pieces of a sentence between commas, those in quotes and brackets left whole."""
    parts: list[str] = []
    for piece in _COMMA.split(sentence):
        open_before = bool(parts) and (
            parts[-1].count("(") > parts[-1].count(")") or parts[-1].count("'") % 2
        )
        if open_before:
            parts[-1] = f"{parts[-1]}, {piece}"
        else:
            parts.append(piece)
    return [part for part in parts if part.strip()]


def _with_sentence(sentence: str, told: Told, ground: Ground) -> Told | None:
    """What the rule comes to with one more sentence, cut as coarsely as it is understood."""
    return _with_pieces(_parts(sentence), told, ground)


def _with_pieces(pieces: list[str], told: Told, ground: Ground) -> Told | None:
    if not pieces:
        return told
    for size in range(len(pieces), 0, -1):
        for piece in _said(", ".join(pieces[:size]), ground):
            found = _with_piece(piece, told, ground)
            made = _with_pieces(pieces[size:], found, ground) if found is not None else None
            if made is not None:
                return made
    return None


def _said(piece: str, ground: Ground) -> Iterator[str]:
    """A piece, and the piece without words before a colon or a dash that only lead to it."""
    yield piece
    match = _PREFACE.match(piece)
    looked = re.match(
        r"^(?:look\s+at|check|depends\s+on|depending\s+on|by|based\s+on|according\s+to|go\s+by)\s+"
        r"(?:the\s+)?(?P<c>[\w\s]+?)\s*:\s+(?P<rest>.+)$",
        piece,
        re.IGNORECASE,
    )
    if looked is not None and ground.called(looked["c"]) is not None:
        yield looked["rest"]
    if match is not None and not _NO_PREFACE.search(match["p"]):
        yield match["rest"]


def _with_piece(piece: str, told: Told, ground: Ground) -> Told | None:
    if settle(piece, ground):
        return told
    explained = re.match(r"^[\w\s]+?,?\s*i\.e\s+(?P<in>.+)$", piece)
    if explained is not None and not told.head and (made := head_of(explained["in"], ground)):
        return replace(told, head=made)
    steps = step_of(piece, ground)
    if ground.row and told.head:
        left_out = with_row(piece, steps, told.head, ground)
        if left_out:
            return replace(told, head=left_out)
    if steps:
        return replace(told, steps=(*told.steps, *steps))
    if not told.head and not told.arms and (made := several_of(piece, ground)):
        return replace(told, head=made)
    if told.head and ground.guarded and is_nothing(piece):
        return told
    if ground.target == "truth" and not told.head and not told.arms and (made := head_of(piece, ground)):
        return replace(told, head=made, is_test=True)
    if not told.head and not told.arms and _is_plain(piece) and (made := head_of(piece, ground)):
        return replace(told, head=made)
    found = with_clause(piece, told, ground)
    if found is not None:
        return found
    if not told.head and not told.arms and (made := head_of(piece, ground)):
        return replace(told, head=made)
    return _with_values(piece, told, ground)


def _is_plain(piece: str) -> bool:
    return not re.search(r"\b(?:if|when|where|else|otherwise|for)\b|→|\s=\s", piece, re.IGNORECASE)


_PAIR = re.compile(r"^(?P<yes>y|yes|true|1|j)\s*(?:/|or)\s*(?P<no>n|no|false|0)$", re.IGNORECASE)
_MEANS = re.compile(
    r"^(?:is\s+)?(?P<word>[a-z]+)(?:\s*[=:]\s*|\s+(?:means|is)\s+)(?P<test>.+)$", re.IGNORECASE
)


def _with_values(piece: str, told: Told, ground: Ground) -> Told | None:
    """A word with its condition, then the two answers: ``late = delivered after the promised day. yes / no``."""
    pair = _PAIR.match(piece.strip(" ."))
    if pair is not None and told.is_test and ground.target == "text":
        arm = (told.head, f"'{pair['yes']}'")
        return replace(told, head="", is_test=False, arms=(arm,), rest=f"'{pair['no']}'")
    match = _MEANS.match(piece.strip(" ."))
    if (
        match is None
        or told.head
        or told.arms
        or match["word"].casefold() not in ground.tools.target.casefold()
    ):
        return None
    test = test_of(match["test"], ground)
    return replace(told, head=test, is_test=True) if test else None
