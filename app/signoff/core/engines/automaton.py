"""Many texts looked for in one pass: the only door to the Aho-Corasick library."""

from __future__ import annotations

from collections.abc import Iterable

import ahocorasick


class Automaton:
    """Finds every one of its texts in another text, in time that does not grow with how many there are."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Build it once; empty texts are left out.

        Args:
            texts: what to look for, each by its place in the order given; of equal ones the first counts.
        """
        self._inner = ahocorasick.Automaton()
        for number, text in enumerate(texts):
            if text and text not in self._inner:
                self._inner.add_word(text, number)
        self._inner.make_automaton()

    def __len__(self) -> int:
        return len(self._inner)

    def hits(self, text: str) -> list[tuple[int, int]]:
        """Place of the last character of every hit with the number of what was found, overlapping ones too."""
        return list(self._inner.iter(text)) if len(self._inner) else []
