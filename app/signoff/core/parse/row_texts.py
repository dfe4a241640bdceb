"""Texts about a target's rows that stand in lines above or below its grid: put together and told apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from signoff.core.domain.cells import Cell
from signoff.core.domain.spec import UnusedCell

_BULLET = re.compile(r"^\s*(?:[-–—*•▪·>]|\(?[a-z1-9][.)])\s+(?P<text>\S.*)$", re.DOTALL)
_LEADS_OUT = re.compile(
    r"^(?P<lead>.*?)[,;:]?\s*(?:\b(?:but|and|all|those)\s+)*\b(?P<word>without|except(?:\s+for)?|excluding|not|minus|apart\s+from|leav(?:e|ing)\s+out|"
    r"leaves\s+out|excludes?|skips?|ignor(?:e|es|ing)|only|only\s+those|keep\s+only|takes?\s+only)(?:\s+(?:these|those|the\s+following|following|which\s+are))?\s*[:,]?$",
    re.IGNORECASE | re.DOTALL,
)
"""A line that the items below it end: `one line per patient, BUT without`."""
_TWICE = re.compile(
    r"\b(?:twice|doubl(?:e|es|ed)|more\s+than\s+once|several\s+times|repeated(?:ly)?|identical|count\s+(?:them|it)\s+once|once\s+only|only\s+once|"
    r"several\s+(?:rows|lines|records|entries|versions)|wins?|numbering)\b",
    re.IGNORECASE,
)
"""Words of texts about rows that come more than once."""


def speaks_of_equal_rows(text: str) -> bool:
    """Whether a text is about rows that come more than once."""
    return bool(_TWICE.search(text))


def listed_together(unused: Sequence[UnusedCell]) -> tuple[UnusedCell, ...]:
    """Cells in their order; each item of a list below a line such as `without` says itself what becomes of it."""
    found: list[UnusedCell] = []
    word = ""
    at: Cell | None = None
    for each in unused:
        item = _BULLET.match(each.text)
        below = at is not None and each.cell == at._replace(row=at.row + 1)
        if item is not None and word and below:
            found.append(replace(each, text=f"{word} {item['text'].strip().rstrip(' ,;.')}"))
            at = each.cell
            continue
        lead = _LEADS_OUT.match(each.text)
        word = " ".join(lead["word"].split()).lower() if lead is not None else ""
        at = each.cell
        found.append(each)
    return tuple(_without_lead(found))


def _without_lead(cells: Sequence[UnusedCell]) -> Iterator[UnusedCell]:
    """The cells, a line's last word left out where items below it say it."""
    for place, each in enumerate(cells):
        lead = _LEADS_OUT.match(each.text)
        after = cells[place + 1] if place + 1 < len(cells) else None
        leads = lead is not None and after is not None and after.cell.row == each.cell.row + 1
        word = " ".join(lead["word"].split()).lower() if lead is not None else ""
        if (
            lead is not None
            and after is not None
            and leads
            and after.text.startswith(f"{word} ")
            and lead["lead"].strip()
        ):
            yield replace(each, text=lead["lead"].strip(" ,;:"))
        else:
            yield each
