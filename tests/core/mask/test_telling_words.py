"""Words that people marked as telling in real-looking documents stand in the upper part of what is found."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml

from signoff.core.domain.masking import TermKind
from signoff.core.domain.spec import Schema
from signoff.core.mask.candidates import candidates
from signoff.core.mask.material import material_of
from signoff.core.mask.words import parts
from signoff.core.parse import parse_document

ROOT = Path(__file__).parents[3]
MARKED = yaml.safe_load(
    (ROOT / "tests" / "cases" / "masking" / "telling_words.yml").read_text(encoding="utf-8")
)
TOP, LEAST = 100, 0.7
"""Of all marked words this share stands among the first found ones; identifiers of several words aside, which are
hidden whatever a person lists."""


def document_of(name: str) -> Path:
    if name == "sample":
        return ROOT / "resources" / "sample" / "supplier_migration_mapping.xlsx"
    return next((ROOT / "tests" / "eval" / "projects" / name).glob("mapping.*"))


def places(name: str, words: list[str]) -> Iterator[int | None]:
    """Place of each marked word, or of its plural or a name that holds it, among what is found."""
    spec = parse_document(document_of(name))
    found = candidates(material_of(spec, Schema()))
    texts = [
        each.text.casefold()
        for each in found
        if each.kind in (TermKind.WORD, TermKind.VALUE) or len(parts(each.text)) == 1
    ]
    for word in map(str.casefold, words):
        forms = (word, f"{word}s", f"{word}es", word.removesuffix("s"))
        yield next((n for n, text in enumerate(texts) if text in forms or word in text.split()), None)


def test_most_marked_words_are_near_the_top() -> None:
    found = [place for name, words in MARKED.items() for place in places(name, words)]
    share = sum(place is not None and place < TOP for place in found) / len(found)
    assert len(found) > 100 and share >= LEAST, f"{share:.0%} of {len(found)}"
