"""The leak scan: the last look at a prompt before it reaches the generator."""

from __future__ import annotations

from collections.abc import Sequence

from signoff.core.domain.masking import Leak, MaskReceipt, Term
from signoff.core.domain.sentences import say
from signoff.core.errors import SignoffError
from signoff.core.mask.glossary import pattern_of, scanned
from signoff.core.mask.words import parts


def scan(prompt_text: str, prompt_hash: str, terms: Sequence[Term], public_text: str) -> MaskReceipt:
    """Search a whole prompt for every term that would tell something.

    Args:
        prompt_text: all bytes that are about to reach the generator.
        prompt_hash: names the prompt in the receipt.
        terms: all terms of the project.
        public_text: the shipped template and worked examples inside the prompt. A term made only of words that
            stand there can't be told from them, so it is searched for outside them.
    """
    public_words = frozenset(parts(public_text))
    own_text = prompt_text
    for fragment in public_text.split("\n"):
        own_text = own_text.replace(fragment, "\n", 1) if fragment.strip() else own_text
    searched = scanned(terms)
    leaks = []
    for term in searched:
        public = all(word in public_words for word in parts(term.text))
        text = own_text if public else prompt_text
        match = pattern_of(term).search(text)
        if match:
            leaks.append(Leak(term, match.start()))
    return MaskReceipt(prompt_hash, len(searched), tuple(leaks))


class LeakFound(SignoffError):
    """A prompt holds a term; the run stops before the generator sees it."""


def require_clean(receipt: MaskReceipt, where: str) -> None:
    """Stop the run when the receipt shows a leak.

    Raises:
        LeakFound: naming the rule's place, not the term.
    """
    if receipt.leaks:
        raise LeakFound(say("glossary.leak", count=len(receipt.leaks), where=where))
