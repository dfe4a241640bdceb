"""The shipped text of prompts, known by digest: what the gate need not search, and with it what it must."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from signoff.core.domain.resources import resources_folder
from signoff.core.prompt.build import public_lines
from signoff.core.prompt.examples import ExampleBank
from signoff.core.prompt.markup import markup_of
from signoff.core.prompt.rows import row_prefix
from signoff.core.prompt.templates import NAMES, shipped_text

PINNED = Path("masking") / "fixed_texts.sha256"
"""Digest and name of every shipped file that prompts are made of, in the folder of resources."""
_SHIPPED = ("prompts/*.txt", "examples/*.yml")
_PLACEHOLDER = re.compile(r"\{\w+\}")
_SAID = ("Known: ", "To mend: ")


class FixedText:
    """Lines of shipped text by their SHA-256, and the frames that shipped templates put around project text."""

    def __init__(self, lines: Iterable[str] = (), frames: Iterable[str] = (), family: str = "chatml") -> None:
        """Prepare.

        Args:
            lines: of the shipped text.
            frames: lines of templates with places in braces.
            family: chat markup of the prompts.
        """
        markup = markup_of(family)
        self._digests = frozenset(_digest(line) for line in lines)
        shapes = (_shape(frame) for frame in frames if _PLACEHOLDER.sub("", frame).strip())
        self._frames = tuple(re.compile(shape, re.DOTALL) for shape in sorted(shapes, key=len, reverse=True))
        self._marks = tuple({markup.open_turn(role).strip() for role in ("system", "user", "assistant")})
        self._closing = markup.closing.strip()

    def own_parts(self, text: str) -> tuple[list[tuple[int, int]], int]:
        """Start and end of each part that comes from the project, and the number of shipped lines beside them."""
        parts: list[tuple[int, int]] = []
        start = fixed = 0
        for line in text.split("\n"):
            bare = line.removesuffix(self._closing)
            if not bare or bare in self._marks or _digest(bare) in self._digests:
                fixed += bool(bare)
            else:
                parts += self._between(bare, start)
            start += len(line) + 1
        return _joined(parts), fixed

    def _between(self, line: str, start: int) -> list[tuple[int, int]]:
        for frame in self._frames:
            match = frame.fullmatch(line)
            if match:
                return [
                    (start + a, start + b) for a, b in map(match.span, range(1, frame.groups + 1)) if b > a
                ]
        return [(start, start + len(line))]


def _joined(parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Parts that only a line break is between as one, so that nothing hides across two lines."""
    joined: list[tuple[int, int]] = []
    for start, end in parts:
        if joined and start - joined[-1][1] == 1:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


@cache
def shipped_text_of_prompts(family: str = "chatml") -> FixedText:
    """Every shipped text a prompt may hold; none where a shipped file is not as it was shipped, so all is searched."""
    if pinned_digests() != file_digests():
        return FixedText(family=family)
    bank = ExampleBank.load()
    lines = [*public_lines(bank, family), *row_prefix(family).split("\n")]
    closing = markup_of(family).closing.strip()
    frames = [
        line for name in (*NAMES, "rows") if name != "system" for line in shipped_text(name).split("\n")
    ]
    frames += [f"{said}{{text}}" for said in _SAID]
    return FixedText((line.removesuffix(closing) for line in lines), frames, family)


def pinned_digests() -> dict[str, str]:
    """Digest by name of the shipped files, as they were when this version was made."""
    try:
        lines = (resources_folder() / PINNED).read_text(encoding="utf-8").splitlines()
    except OSError:
        return {}
    return {name: digest for digest, _, name in (line.partition("  ") for line in lines) if name}


def file_digests() -> dict[str, str]:
    """Digest by name of the shipped files, as they are."""
    folder = resources_folder()
    files = (path for pattern in _SHIPPED for path in sorted(folder.glob(pattern)))
    return {f.relative_to(folder).as_posix(): _digest_of_file(f) for f in files}


def _digest_of_file(file: Path) -> str:
    """The same on every system, whatever its line ends are."""
    return hashlib.sha256(file.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


def _digest(line: str) -> str:
    return hashlib.sha256(line.encode("utf-8", "surrogatepass")).hexdigest()


def _shape(frame: str) -> str:
    pieces = _PLACEHOLDER.split(frame)
    return "(.*)".join(map(re.escape, pieces))
