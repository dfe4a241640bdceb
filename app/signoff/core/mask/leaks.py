"""The gate: the last look at a prompt before it reaches the generator, and the only way there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import fields, replace

from signoff.core.domain.masking import Exemption, Leak, MaskingLevel, MaskReceipt, OwnParts, Term, TermKind
from signoff.core.domain.prompts import ClearedPrompt, Prompt, digest_of
from signoff.core.domain.sealing import sealed
from signoff.core.domain.sentences import say
from signoff.core.errors import SignoffError
from signoff.core.mask.matching import Look, matcher_of
from signoff.core.mask.needles import Needle

_AMONG_VALUES = -1
_KINDS = {
    TermKind.TABLE: "glossary.kind_table",
    TermKind.COLUMN: "glossary.kind_column",
    TermKind.VALUE: "glossary.kind_value",
    TermKind.WORD: "glossary.kind_word",
}


class LeakFound(SignoffError):
    """A prompt holds a term; the run stops before the generator sees it."""


class Gate:
    """Looks through what is about to leave for the generator; a clean prompt gets the seal without which none goes."""

    def __init__(
        self,
        terms: Sequence[Term],
        fixed: OwnParts | None = None,
        level: MaskingLevel = MaskingLevel.IDENTIFIERS,
    ) -> None:
        """Prepare.

        Args:
            terms: all terms of the project.
            fixed: knows the shipped texts inside prompts; None searches everything.
            level: how much is hidden in this project.
        """
        self._matcher, self._fixed = matcher_of(terms, level), fixed

    @property
    def level(self) -> MaskingLevel:
        """How much is hidden."""
        return self._matcher.level

    def scan(self, text: str, name: str = "") -> MaskReceipt:
        """Search a text for every term; of each that is found the first place is told.

        Args:
            text: what is about to be shown.
            name: what the receipt calls it, such as a prompt's hash.
        """
        parts, fixed_lines = self._fixed.own_parts(text) if self._fixed else ([(0, len(text))], 0)
        looks = [(start, self._matcher.look(text[start:end])) for start, end in parts]
        leaks: dict[Term, Leak] = {}
        for start, look in looks:
            for found in look.found:
                leaks.setdefault(found.term, Leak(found.term, start + found.start))
        return MaskReceipt(
            name,
            len(self._matcher.needles),
            tuple(leaks.values()),
            _exemptions(look for _, look in looks),
            self._matcher.level.value,
            fixed_lines,
            sum(end - start for start, end in parts),
        )

    def scan_prompt(self, prompt: Prompt) -> MaskReceipt:
        """Search everything of a prompt that reaches the generator: its text, and what an answer may be made of."""
        receipt = self.scan(prompt.prefix + prompt.body, prompt.hash)
        values = "\n".join((*prompt.columns, *prompt.literals, *prompt.column_types, prompt.target_type))
        words = [self._matcher.look(each) for each in (values, prompt.rule)]
        told = {leak.term for leak in receipt.leaks}
        further = {found.term for look in words for found in look.found} - told
        leaks = (Leak(term, _AMONG_VALUES) for term in sorted(further, key=lambda term: term.text))
        return replace(receipt, leaks=(*receipt.leaks, *leaks))

    def clear(self, prompt: Prompt, where: str) -> ClearedPrompt:
        """The prompt with the gate's seal.

        Args:
            prompt: what is about to reach the generator.
            where: names the rule's place to a person.

        Raises:
            LeakFound: it holds a term; the sentence names the kind and the place, not the term.
        """
        receipt = self.scan_prompt(prompt)
        require_clean(receipt, where)
        given = {each.name: getattr(prompt, each.name) for each in fields(Prompt)}
        return ClearedPrompt(**given, receipt=receipt, seal=sealed(digest_of(prompt), receipt.prompt_hash))


def _exemptions(looks: Iterable[Look]) -> tuple[Exemption, ...]:
    passed: Counter[Needle] = Counter()
    for look in looks:
        passed.update(look.passed)
    return tuple(Exemption(n.term, n.way.value, count) for n, count in passed.items())


def require_clean(receipt: MaskReceipt, where: str) -> None:
    """Stop the run when the receipt shows a leak.

    Raises:
        LeakFound: naming the rule's place and the kind of term, not the term.
    """
    if receipt.leaks:
        first = receipt.leaks[0]
        raise LeakFound(
            say(
                "glossary.leak",
                count=len(receipt.leaks),
                where=where,
                kind=kind_words(first.term.kind),
                character=first.position + 1,
            )
        )


def kind_words(kind: TermKind) -> str:
    """What a term is, in words that don't tell it."""
    return say(_KINDS[kind])
