"""Aliases for a whole project: the same each time, read by nobody without its secret, and exactly undone.

Prompts have stand-ins of their own, numbered anew in each; these are for whatever leaves masked or is kept where
others can read it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from signoff.core.domain.masking import Alias, MaskingLevel, MaskReceipt, OwnParts, Term, TermKind
from signoff.core.mask.alias_forms import FORMS, ODD, shapes_of, spelling, styled
from signoff.core.mask.alias_kinds import kind_of_terms
from signoff.core.mask.folding import fold
from signoff.core.mask.leaks import Gate
from signoff.core.mask.matching import matcher_of
from signoff.core.mask.secret_codes import CODE, MOST_HIDDEN, MOST_LETTERS, code, hidden, shown

_CODE = re.compile(rf"_([A-Za-z][A-Za-z2-7]{{{CODE - 1}}})")
_OPEN = re.compile(r"_[A-Za-z2-7]*\Z")
"""What could be read together with an alias that follows it."""
_ENDINGS = ("s", "es", "ed", "ing", "S", "ES")
_PIECE = MOST_HIDDEN // 4
"""Characters of a text that surely fit into one alias."""


@dataclass(frozen=True)
class MaskedText:
    """A text without any term."""

    text: str
    aliases: tuple[Alias, ...]
    """Which terms were replaced, each spelling once, in order."""


@dataclass(frozen=True)
class _Name:
    """What one code stands for: a term, or the terms of a group."""

    kind: str
    code: str
    shapes: tuple[str, ...]

    @property
    def plain(self) -> str:
        return f"{self.kind}_{self.code}"


class Pseudonyms:
    """Masks and unmasks any text of one project."""

    def __init__(
        self,
        secret: bytes,
        terms: Sequence[Term],
        kinds: Mapping[str, str],
        level: MaskingLevel = MaskingLevel.IDENTIFIERS,
    ) -> None:
        """Name every term.

        Args:
            secret: the project's own; whoever has it can read the aliases.
            terms: all terms of the project; those of one concept share a code.
            kinds: what an alias shows, by folded name (`alias_kinds.kinds_of`).
            level: at *full*, every word that is not common gets an alias too.
        """
        self._secret, self._level, self._terms = secret, level, tuple(terms)
        self._matcher = matcher_of(self._terms, level)
        self._keys = {fold(term.text): _key(term) for term in reversed(self._terms)}
        self._names: dict[str, _Name] = {}
        self._by_code: dict[str, _Name] = {}
        self._written: dict[str, Alias] = {}
        self._read: dict[str, str] = {}
        groups: defaultdict[str, list[Term]] = defaultdict(list)
        for term in self._terms:
            groups[_key(term)].append(term)
        for key, members in groups.items():
            self._name(key, kind_of_terms(members, kinds), shapes_of(term.text for term in members))
        self._loose = self._name("\0", "word", ())

    def _name(self, key: str, kind: str, shapes: tuple[str, ...]) -> _Name:
        number = 0
        while True:
            made = code(self._secret, key, str(number))
            name = _Name(kind, made, shapes)
            if made not in self._by_code and not matcher_of(self._terms).found(name.plain):
                break
            number += 1
        self._names[key] = self._by_code[made] = name
        return name

    def name(self, text: str) -> str:
        """The alias of one identifier or value that stands alone, whatever word it is; the text itself for no term."""
        name = self._names.get(self._keys.get(fold(text), ""))
        return self._alias(name, text) if name else text

    def mask(self, text: str) -> MaskedText:
        """The text with every term replaced; `unmask` gives exactly it back."""
        pieces: list[str] = []
        used: dict[str, Alias] = {}
        last, is_sure = 0, True
        for start, end, term in self._replaced(text):
            written = text[start:end]
            made = self._written.get(written) or self._make(written, term)
            alias = made.alias
            if term is not None:
                used[written] = made
            is_sure = is_sure and not ("_" in text[last:start][-CODE:] and _OPEN.search(text, last, start))
            pieces += [text[last:start], alias]
            last = end
        masked = "".join([*pieces, text[last:]])
        if not is_sure and self.unmask(masked) != text:
            masked = "".join(
                self._carried(self._loose, text[i : i + _PIECE]) for i in range(0, len(text), _PIECE)
            )
        return MaskedText(masked, tuple(used.values()))

    def _replaced(self, text: str) -> Sequence[tuple[int, int, Term | None]]:
        """What is replaced: the terms, and what only looks like an alias of this project."""
        alike = [(start, end) for start, end, _name in self._aliases_in(text)]
        if not alike:
            return self._matcher.found(text)
        found: list[tuple[int, int, Term | None]] = []
        last = 0
        for start, end in [*alike, (len(text), len(text))]:
            found += [(last + f.start, last + f.end, f.term) for f in self._matcher.found(text[last:start])]
            found += [(start, end, None)] if end > start else []
            last = max(last, end)
        return found

    def _make(self, written: str, term: Term | None) -> Alias:
        """The alias of a spelling; remembered."""
        name = self._names.get(_key(term), self._loose) if term is not None else self._loose
        made = Alias(term or Term(written, TermKind.WORD), self._alias(name, written))
        return self._written.setdefault(written, made)

    def _alias(self, name: _Name, written: str) -> str:
        for number, shape in enumerate(name.shapes):
            if shape.lower() == written.lower():
                alias = styled(shape, f"{name.plain}{FORMS[number]}", written)
                if alias:
                    return alias
        for ending in _ENDINGS:
            stem = written.removesuffix(ending)
            if stem != written and any(shape.lower() == stem.lower() for shape in name.shapes):
                return self._alias(name, stem) + ending
        return self._carried(name, written)

    def _carried(self, name: _Name, written: str) -> str:
        pieces = (written[i : i + _PIECE] for i in range(0, len(written), _PIECE))
        return "".join(f"{name.plain}{ODD}{hidden(self._secret, piece)}" for piece in pieces)

    def unmask(self, text: str) -> str:
        """The text with every alias replaced by what it stands for; what is no alias stays as it is."""
        pieces: list[str] = []
        last = 0
        for start, code_end, name in self._aliases_in(text):
            end = code_end + 1
            alias = text[start:end]
            written = self._read.get(alias)
            if written is None and alias[-1] == ODD:
                carried = shown(self._secret, text[end : end + MOST_LETTERS])
                written, end = (carried[0], end + carried[1]) if carried else (None, end)
            elif written is None:
                written = self._spelling(name, alias)
            if written is not None and start >= last:
                pieces += [text[last:start], written]
                last = end
        return "".join([*pieces, text[last:]])

    def _spelling(self, name: _Name, alias: str) -> str | None:
        number = FORMS.find(alias[-1].lower()) if len(alias) > len(name.plain) else -1
        if not 0 <= number < len(name.shapes):
            return None
        return self._read.setdefault(alias, spelling(name.shapes[number], alias))

    def _aliases_in(self, text: str) -> Iterator[tuple[int, int, _Name]]:
        """Start, end of the code, and name of what looks like an alias of this project."""
        for place in _CODE.finditer(text):
            name = self._by_code.get(place.group(1).lower())
            if name is not None:
                begin = place.start()
                start = begin - len(name.kind)
                if start >= 0 and text[start:begin].lower() == name.kind:
                    yield start, place.end(), name

    def scan(self, text: str, name: str = "", fixed: OwnParts | None = None) -> MaskReceipt:
        """Look through a masked text for terms, its aliases aside.

        Args:
            text: what is about to leave.
            name: what the receipt calls it.
            fixed: knows shipped texts inside it.
        """
        bare = list(text)
        for start, code_end, _name in self._aliases_in(text):
            bare[start : code_end + 1] = "\n" * (code_end + 1 - start)
        return Gate(self._terms, fixed, self._level).scan("".join(bare)[: len(text)], name)


def _key(term: Term) -> str:
    return f"\0{term.concept}" if term.concept else fold(term.text)
