"""The last look at a masked hand-over: every file as it would lie on disk, read back and searched."""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

from signoff.core.domain.masking import MaskReceipt, TermKind
from signoff.core.domain.sentences import say
from signoff.core.engines.automaton import Automaton
from signoff.core.errors import SignoffError

_CELL = re.compile(r'<c r="([A-Z]+\d+)"[^>]*?><is><t[^>]*>(.*?)</t>', re.DOTALL)
_SHEET = re.compile(r'<sheet name="([^"]*)"')
_LETTERS = 1_000_000

Scan = Callable[[str, str, bool], MaskReceipt]
"""Searches a text: the text, what it is called, and whether its words are ours, SQL's or made up."""


@dataclass(frozen=True)
class Piece:
    """A text of a file, with its place."""

    place: str
    text: str
    is_fixed: bool = False


@dataclass(frozen=True)
class ScanCount:
    """What a scan of everything looked at."""

    texts: int
    characters: int


def scan_files(
    files: Mapping[str, bytes],
    scan: Scan,
    *,
    ours: Collection[str],
    without_calls: Callable[[str], str],
    kind_words: Callable[[TermKind], str],
) -> ScanCount:
    """Search everything that is about to leave.

    Args:
        files: content by path.
        scan: the gate's.
        ours: texts that are shipped: nothing of a project is in them.
        without_calls: SQL without its functions' names.
        kind_words: what a term is, without telling it.

    Raises:
        SignoffError: a term was found; the sentence names the file and the place, not the term.
    """
    count = characters = 0
    for path, data in files.items():
        batches: dict[bool, list[Piece]] = {True: [], False: []}
        for piece in _pieces(path, data, without_calls):
            if piece.text not in ours:
                batches[piece.is_fixed].append(piece)
        for is_fixed, pieces in batches.items():
            _require_clean(path, pieces, scan, kind_words, is_fixed=is_fixed)
            count += len(pieces)
            characters += sum(len(piece.text) for piece in pieces)
    return ScanCount(count, characters)


def search_values(
    files: Mapping[str, bytes], values: Collection[str], without_calls: Callable[[str], str]
) -> None:
    """Search all files for values of the samples, by their letters alone.

    Args:
        files: content by path.
        values: case-folded, without blanks at their ends.
        without_calls: SQL without its functions' names.

    Raises:
        SignoffError: one was found; the sentence names the file and the place, not the value.
    """
    wanted = list(values)
    automaton = Automaton(wanted)
    for path, data in files.items():
        for piece in _pieces(path, data, without_calls):
            text = piece.text.casefold()
            for end, number in automaton.hits(text):
                if _stands_alone(text, end, len(wanted[number])):
                    raise SignoffError(say("handover.value_found", file=path, place=piece.place))


def _stands_alone(text: str, end: int, length: int) -> bool:
    start = end - length + 1
    before, after = text[start - 1 : start], text[end + 1 : end + 2]
    return not (before.isalnum() or after.isalnum())


def _require_clean(
    path: str, pieces: list[Piece], scan: Scan, kind_words: Callable[[TermKind], str], *, is_fixed: bool
) -> None:
    start = 0
    while start < len(pieces):
        chosen, letters = [], 0
        while start < len(pieces) and letters < _LETTERS:
            chosen.append(pieces[start])
            letters += len(pieces[start].text) + 1
            start += 1
        receipt = scan("\n".join(piece.text for piece in chosen), path, is_fixed)
        if receipt.leaks:
            place = _place(chosen, receipt.leaks[0].position)
            kind = kind_words(receipt.leaks[0].term.kind)
            raise SignoffError(say("handover.found", file=path, place=place, kind=kind))


def _place(pieces: list[Piece], position: int) -> str:
    for piece in pieces:
        if position <= len(piece.text):
            return piece.place
        position -= len(piece.text) + 1
    return ""


def _pieces(path: str, data: bytes, without_calls: Callable[[str], str]) -> Iterator[Piece]:
    if path.endswith(".xlsx"):
        yield from _cells(data)
        return
    text = data.decode("utf-8")
    text = without_calls(text) if path.endswith(".sql") else text
    is_made_up = path.endswith(".csv")
    for number, line in enumerate(text.splitlines(), 1):
        yield Piece(say("handover.place_line", line=number), line, is_fixed=is_made_up and number > 1)


def _cells(data: bytes) -> Iterator[Piece]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for member in package.namelist():
            text = package.read(member).decode("utf-8")
            for sheet in _SHEET.findall(text):
                yield Piece(say("handover.place_sheet", sheet=html.unescape(sheet)), html.unescape(sheet))
            for cell, words in _CELL.findall(text):
                yield Piece(say("handover.place_cell", part=member, cell=cell), html.unescape(words))
