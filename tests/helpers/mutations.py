"""Valid documents damaged at random, the same way for the same seed."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Iterator
from pathlib import Path

import yaml

from tests.helpers.documents import build_document

CASES = Path(__file__).parents[1] / "cases" / "parse"
_BASES = (1, 7, 10, 12, 24, 28, 29, 31, 34, 38, 39, 41)
"""Documents of the corpus that are damaged: workbooks, delimited text and Markdown, in several languages."""
_STRANGE = [*"\x00\ud83d\u202e\ufeff|\"'=\r\t;🙂", "```", "\n\n", "---", "<td>", "&#xD800;"]


def base_documents(folder: Path) -> list[Path]:
    """The valid documents, written into the folder."""
    made: list[Path] = []
    for number in _BASES:
        case = next(CASES.glob(f"document_{number:02}_*.yml"))
        own = folder / case.stem
        own.mkdir()
        made.append(build_document(yaml.safe_load(case.read_text(encoding="utf-8")), own))
    return made


def mutated(bases: list[Path], count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of damaged documents, in turn of each base.

    Args:
        bases: valid documents.
        count: how many.
        seed: the same documents come out for the same seed.
    """
    chance = random.Random(seed)
    whole = [(path.name, path.read_bytes()) for path in bases]
    for number in range(count):
        name, data = whole[number % len(whole)]
        if data.startswith(b"PK") and chance.random() < 0.6:
            yield name, _part_edited(data, chance)
        elif data.startswith(b"PK"):
            yield name, _bytes_edited(data, chance)
        else:
            edit = chance.choice([_bytes_edited, _text_edited])
            yield name, edit(data, chance)


def _bytes_edited(data: bytes, chance: random.Random) -> bytes:
    """Bytes flipped, the end cut off, a piece left out or written twice."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        if changed:
            changed[chance.randrange(len(changed))] = chance.randrange(256)
    first = chance.randrange(len(changed))
    last = min(len(changed), first + chance.randint(1, 400))
    edit = chance.choice(["none", "cut", "left out", "twice"])
    if edit == "cut":
        del changed[first:]
    elif edit == "left out":
        del changed[first:last]
    elif edit == "twice":
        changed[first:first] = changed[first:last]
    return bytes(changed)


def _text_edited(data: bytes, chance: random.Random) -> bytes:
    """Lines shuffled, doubled or left out, and strange letters put in."""
    lines = data.decode("utf-8").split("\n")
    edit = chance.choice(["shuffle", "double", "leave out", "join", "none"])
    place = chance.randrange(len(lines))
    if edit == "shuffle":
        chance.shuffle(lines)
    elif edit == "double":
        lines[place:place] = lines[: chance.randint(1, len(lines))]
    elif edit == "leave out":
        del lines[place]
    text = ("" if edit == "join" else "\n").join(lines)
    for _ in range(chance.randint(1, 12)):
        place = chance.randrange(len(text) + 1)
        text = text[:place] + chance.choice(_STRANGE) + text[place:]
    return text.encode(chance.choice(["utf-8", "utf-8", "utf-16", "cp1251"]), "replace")


def _part_edited(data: bytes, chance: random.Random) -> bytes:
    """One or two parts of a package damaged, left out or swapped, and the package put together again."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    for _ in range(chance.randint(1, 2)):
        name = chance.choice(sorted(members))
        edit = chance.choice(["letters", "letters", "bytes", "gone", "swapped"])
        if edit == "letters" and members[name]:
            members[name] = _letters_edited(members[name], chance)
        elif edit == "bytes" and members[name]:
            members[name] = _bytes_edited(members[name], chance)
        elif edit == "gone":
            members[name] = b""
        else:
            members[name] = members[chance.choice(sorted(members))]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in members.items():
            archive.writestr(name, part)
    return packed.getvalue()


def _letters_edited(part: bytes, chance: random.Random) -> bytes:
    """Single letters and digits of the XML changed, so that it mostly stays well formed."""
    changed = bytearray(part)
    for _ in range(chance.randint(1, 6)):
        place = chance.randrange(len(changed))
        if chr(changed[place]).isalnum():
            changed[place] = chance.choice(b"0123456789AZaz")
    return bytes(changed)
