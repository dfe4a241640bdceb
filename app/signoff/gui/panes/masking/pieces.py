"""A prompt as two texts side by side: names as the document has them, and their stand-ins."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from signoff.core.domain.masking import Alias, Term, TermKind
from signoff.core.domain.prompts import Generation, Prompt
from signoff.core.mask.words import spellings
from signoff.core.prompt.markup import markup_of

_ALIAS = re.compile(r"\b(?:text|num|date|time|flag|val|name|word)_\d+\b")
_FAMILY = "chatml"


@dataclass(frozen=True)
class Piece:
    """A stretch of text; with an alias it is lit on both sides."""

    text: str
    alias: str = ""
    is_dim: bool = False
    """Shipped text around the rule."""


@dataclass(frozen=True)
class Sides:
    """The same prompt twice."""

    before: tuple[Piece, ...]
    after: tuple[Piece, ...]

    @property
    def aliases(self) -> tuple[str, ...]:
        """Every stand-in that is lit, in order of first appearance."""
        return tuple(dict.fromkeys(p.alias for p in self.after if p.alias))


def sides_of(
    prompt: Prompt,
    aliases: Sequence[Alias],
    rule: str,
    generations: Sequence[Generation] = (),
    *,
    whole: bool = False,
) -> Sides:
    """A prompt before and after masking.

    Args:
        prompt: as it is sent.
        aliases: what stands for what in it.
        rule: the rule as the document has it; empty when that is not known any more.
        generations: what came back; shown only with the whole.
        whole: everything that is sent and came back; else the columns, the type and the rule.
    """
    terms = {each.alias: each.term for each in aliases}
    start, end = _own(prompt.body)
    own = prompt.body[start:end] if whole else prompt.body[start:end].strip()
    before, after = _unmasked(own, prompt.rule, rule, terms), _lit(own, terms)
    if not whole:
        return Sides(before, after)
    head = Piece(prompt.prefix + prompt.body[:start], is_dim=True)
    tail = Piece(prompt.body[end:], is_dim=True)
    answers = "\n".join(each.text for each in generations)
    return Sides(
        (head, *before, tail, *_named(answers, terms)),
        (head, *after, tail, *_lit(answers, terms)),
    )


def aligned(rule: str, masked: str, terms: Mapping[str, Term]) -> tuple[Piece, ...] | None:
    """The rule as the document has it, its terms as pieces; None when the two don't fit together.

    Args:
        rule: blanks in it put together.
        masked: the same rule with stand-ins.
        terms: what each stand-in stands for.
    """
    pieces: list[Piece] = []
    position, is_code = 0, False
    parts = _parted(masked, terms)
    for place, (plain, alias) in enumerate(parts):
        plain = plain[1:] if is_code and plain.startswith("'") else plain
        is_code = alias.startswith("val_") and plain.endswith("'") and not rule.startswith(plain, position)
        plain = plain[:-1] if is_code else plain
        if not rule.startswith(plain, position):
            return None
        position += len(plain)
        pieces.append(Piece(plain))
        if alias:
            following = parts[place + 1][0]
            end = _end_of_term(rule, position, terms[alias], following.lstrip("'") if is_code else following)
            if end <= position:
                return None
            pieces.append(Piece(rule[position:end], alias))
            position = end
    return tuple(p for p in pieces if p.text) if position == len(rule) else None


def _end_of_term(rule: str, start: int, term: Term, following: str) -> int:
    """Where a term ends: as it is spelt if that fits, else where the text after it begins; 0 when nowhere."""
    if term.kind is TermKind.VALUE and rule.startswith(term.text, start):
        return start + len(term.text)
    match = spellings(term.text).match(rule, start)
    if match and rule.startswith(following, match.end()):
        return match.end()
    return rule.find(following, start + 1) if following else len(rule)


def _own(body: str) -> tuple[int, int]:
    """Where the rule's own turn stands in a body."""
    markup = markup_of(_FAMILY)
    opening = markup.opening.format(role="user")
    start = body.rfind(opening)
    start = start + len(opening) if start >= 0 else 0
    end = body.find(markup.closing.strip(), start)
    return start, end if end >= 0 else len(body)


def _unmasked(own: str, masked: str, rule: str, terms: Mapping[str, Term]) -> tuple[Piece, ...]:
    """The own turn with names back; the rule as the document has it where the two fit together."""
    hidden = " ".join(masked.split("\n", 1)[0].split()) if rule else ""
    written = aligned(" ".join(rule.split()), hidden, terms) if hidden else None
    place = own.rfind(hidden) if written else -1
    if written is None or place < 0:
        return _named(own, terms)
    return (*_named(own[:place], terms), *written, *_named(own[place + len(hidden) :], terms))


def _named(text: str, terms: Mapping[str, Term]) -> tuple[Piece, ...]:
    """A masked text with the terms in place of their stand-ins."""
    return _pieces(
        (plain, alias, terms[alias].text if alias else "") for plain, alias in _parted(text, terms)
    )


def _lit(text: str, terms: Mapping[str, Term]) -> tuple[Piece, ...]:
    return _pieces((plain, alias, alias) for plain, alias in _parted(text, terms))


def _pieces(parts: Iterable[tuple[str, str, str]]) -> tuple[Piece, ...]:
    found = [piece for plain, alias, shown in parts for piece in (Piece(plain), Piece(shown, alias))]
    return tuple(piece for piece in found if piece.text)


def _parted(text: str, terms: Mapping[str, Term]) -> list[tuple[str, str]]:
    """Plain text and the stand-in after it, in order; the last has none."""
    parts, last = [], 0
    for match in _ALIAS.finditer(text):
        if match.group() in terms:
            parts.append((text[last : match.start()], match.group()))
            last = match.end()
    return [*parts, (text[last:], "")]
