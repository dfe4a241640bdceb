"""A project's names as a person outside sees them: running text, names, headers and SQL, each in its own way."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from signoff.core.domain.masking import MaskingLevel, MaskReceipt, Term
from signoff.core.mask.masked_sql import is_sql_word, masked_sql
from signoff.core.mask.pseudonyms import Pseudonyms
from signoff.core.mask.secret_codes import MOST_LETTERS, code, shown

_NAME = re.compile(r"[^\W\d]\w+")
_RUN = re.compile(r"[^\W\d]\w*")
_BESIDE = re.compile(r"_[A-Za-z][A-Za-z2-7]{7,}_[^\W\d]|[^\W\d]_[a-z]+_[A-Za-z][A-Za-z2-7]{6}", re.IGNORECASE)
"""An alias with something joined to it."""
_ROUNDS = 8
_CARRIES = re.compile(r"_[A-Za-z][A-Za-z2-7]{6}7")
"""What stands before letters that an alias carries with it."""
_WORD = re.compile(r"[^\W\d_]+")


class OutsideNames:
    """Masks what leaves a project for help from outside, and reads what comes back."""

    def __init__(
        self,
        secret: bytes,
        terms: Sequence[Term],
        kinds: Mapping[str, str],
        level: MaskingLevel,
        identifiers: Iterable[str],
        *,
        header_words: Collection[str] = frozenset(),
        our_words: Collection[str] = frozenset(),
    ) -> None:
        """Name every term.

        Args:
            secret: of the project.
            terms: everything that must not be shown.
            kinds: what an alias shows, by folded name.
            level: how much is hidden in running text.
            identifiers: names of tables and columns, which are hidden whatever word they are.
            header_words: words of headers that stay, case-folded: without them no sheet can be read.
            our_words: words of our own sentences, case-folded.
        """
        self._secret, self.level = secret, level
        self._names = self._bare = Pseudonyms(secret, terms, kinds, level)
        if level is not MaskingLevel.IDENTIFIERS:
            self._bare = Pseudonyms(secret, terms, kinds, MaskingLevel.IDENTIFIERS)
        self._canonical: dict[str, str] = {}
        for name in identifiers:
            if len(name) > 1:
                self._canonical.setdefault(name.casefold(), name)
        self._header_words = header_words
        self._public = frozenset(header_words) | frozenset(our_words)

    def text(self, text: str) -> str:
        """Running text without any term."""
        masked = self._names.mask(text).text
        if self._names is self._bare or not _BESIDE.search(masked):
            return masked
        return self._mended(text, masked)

    def _mended(self, text: str, masked: str) -> str:
        """A masked text in which a word that stood together with a term is masked on its own."""
        mended = masked
        for _round in range(_ROUNDS):
            leaks = self.scan(mended, "").leaks
            if not leaks:
                break
            start = leaks[0].position
            word = leaks[0].term.text
            mended = mended[:start] + self._names.mask(word).text + mended[start + len(word) :]
        return mended if self._names.unmask(mended) == text else masked

    def identifier(self, name: str) -> str:
        """The alias of a whole name; one for all its case styles, a name of one letter stays."""
        canonical = self._canonical.get(name.casefold())
        if canonical is None:
            return self.text(name) if len(name) > 1 else name
        alias, usual = self._names.name(name), self._names.name(canonical)
        return alias if alias.casefold() == usual.casefold() else usual

    def listed(self, text: str) -> str:
        """A cell that holds names: one, or several with something between them."""
        if text.strip().casefold() in self._canonical:
            name = text.strip()
            return text.replace(name, self.identifier(name))
        pieces, last = [], 0
        for match in _NAME.finditer(text):
            if match.group().casefold() in self._canonical:
                pieces += [self.text(text[last : match.start()]), self.identifier(match.group())]
                last = match.end()
        return "".join([*pieces, self.text(text[last:])])

    def header(self, text: str) -> str:
        """A cell of a document: one that is made of words that headers are known by keeps them."""
        is_header = all(word.casefold() in self._header_words for word in _WORD.findall(text))
        return self._bare.mask(text).text if is_header else self.text(text)

    def question(self, text: str) -> str:
        """A sentence of ours about the project: our words stay."""
        masked = self._bare.mask(text).text
        return masked if self._names is self._bare else _RUN.sub(self._strange, masked)

    def _strange(self, found: re.Match[str]) -> str:
        run = found.group()
        is_alias = self._names.unmask(run) != run
        if is_alias or all(word.casefold() in self._public for word in _WORD.findall(run)):
            return run
        return self.text(run)

    def is_free(self, text: str) -> bool:
        """Whether a text holds no term."""
        return self._bare.mask(text).text == text

    def sql(self, sql: str, dialect: str = "duckdb") -> str:
        """SQL that still binds, over masked tables; of what can't be read, all words that are not SQL's are hidden."""
        return masked_sql(sql, self.identifier, self.text, dialect, template=self._template)

    def _template(self, sql: str) -> str:
        masked = self._bare.mask(sql).text
        if self._names is self._bare:
            return masked
        return _RUN.sub(
            lambda found: found.group() if is_sql_word(found.group()) else self._strange(found), masked
        )

    def code(self, *parts: str) -> str:
        """What stands for something that is no text, such as a question's id."""
        return code(self._secret, *parts)

    def unmask(self, text: str) -> str:
        """The text with what every alias stands for."""
        return self._names.unmask(text)

    def scan(self, text: str, name: str, *, is_fixed: bool = False) -> MaskReceipt:
        """Look through a text that is about to leave.

        Args:
            text: what leaves.
            name: what the receipt calls it.
            is_fixed: its words are made up: only terms are looked for.
        """
        shown_text = self._without_hidden(text)
        receipt = self._bare.scan(shown_text, name)
        if is_fixed or receipt.leaks or self._names is self._bare:
            return receipt
        return self._names.scan(_RUN.sub(self._blank, shown_text), name)

    def _blank(self, found: re.Match[str]) -> str:
        run = found.group()
        is_public = all(word.casefold() in self._public for word in _WORD.findall(run))
        return " " * len(run) if is_public else run

    def _without_hidden(self, text: str) -> str:
        """The text with blanks for what aliases carry with them, where it can be read with the secret."""
        pieces, last = [], 0
        for found in _CARRIES.finditer(text):
            carried = shown(self._secret, text[found.end() : found.end() + MOST_LETTERS])
            if carried is not None and found.end() >= last:
                pieces += [text[last : found.end()], "\n" * carried[1]]
                last = found.end() + carried[1]
        return "".join([*pieces, text[last:]])
