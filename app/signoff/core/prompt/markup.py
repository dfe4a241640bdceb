"""Chat markup, hard-coded for each family of language models; a model file's own template is never used."""

from __future__ import annotations

from dataclasses import dataclass

from signoff.core.domain.sentences import say
from signoff.core.errors import SignoffError


@dataclass(frozen=True)
class Markup:
    """How turns of a conversation are written for one family."""

    opening: str
    """Opens a turn; ``{role}`` is who speaks."""
    closing: str
    control: tuple[str, ...]
    """Beginnings of control marks, which text from a document must not hold."""

    def turn(self, role: str, text: str) -> str:
        """One whole turn."""
        return f"{self.opening.format(role=role)}{text.strip()}{self.closing}"

    def open_turn(self, role: str) -> str:
        """A turn that is left for the language model to fill."""
        return self.opening.format(role=role)

    def harmless(self, text: str) -> str:
        """Text from outside, so that no part of it is read as markup."""
        for mark in self.control:
            text = text.replace(mark, " ".join(mark))
        return text


_FAMILIES = {"chatml": Markup("<|im_start|>{role}\n", "<|im_end|>\n", ("<|", "|>"))}


def markup_of(family: str) -> Markup:
    """Markup of a family as the manifest names it.

    Raises:
        SignoffError: no such family.
    """
    if family not in _FAMILIES:
        known = ", ".join(sorted(_FAMILIES))
        raise SignoffError(say("template.unknown_markup", family=family, known=known))
    return _FAMILIES[family]
