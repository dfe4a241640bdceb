"""Sentences of the pages, with numbers as people write them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from signoff.core.verify.compare import ResultDifference
from signoff.gui.panes.diff.base import BaseKind
from signoff.gui.panes.diff.proof import Proof

_MOST_NAMES = 6


def say(text: str) -> str:
    """A sentence of this pane in the language of the screen."""
    return QCoreApplication.translate("diff", text)


def listed(names: Sequence[str]) -> str:
    """Names in a sentence; of many only the first ones."""
    if len(names) > _MOST_NAMES:
        return say("{names} and {n} more").format(
            names=", ".join(names[: _MOST_NAMES - 1]), n=len(names) - _MOST_NAMES + 1
        )
    return ", ".join(names)


def left_words(kind: BaseKind) -> str:
    """What stands on the left."""
    return say("existing") if kind is BaseKind.EXISTING else say("previous draft")


def differences_words(count: int) -> str:
    """For the corner of the tabs."""
    if count == 0:
        return say("no differences")
    return say("1 difference   F7") if count == 1 else say("{n} differences   F7").format(n=f"{count:,}")


def proof_words(proof: Proof | None) -> str:
    """The no-change proof in one sentence."""
    if proof is None:
        return say(
            "One of the two texts can't be read as SQL, so no proof could be made; compare them line by line."
        )
    edits = _edits(proof)
    if not edits and not proof.elsewhere:
        return say("Nothing is edited; the file is as it was, byte for byte.")
    if proof.elsewhere:
        lines = listed([str(n) for n in proof.elsewhere])
        count = len(proof.elsewhere)
        edits.append(
            say("1 line beside them differs ({lines})").format(lines=lines)
            if count == 1
            else say("{n} lines beside them differ ({lines})").format(n=f"{count:,}", lines=lines)
        )
    return say("{edits}; every other byte of the file is as it was.").format(edits=", ".join(edits))


def row_sentences(difference: ResultDifference) -> tuple[tuple[str, str], ...]:
    """What happens to rows, each sentence with the part of the Rows tab that shows it; empty for none."""
    found = []
    if difference.same:
        found.append(("", _count(difference.same, say("1 row is the same"), say("{n} rows are the same"))))
    if difference.changed:
        found.append(
            (
                "changed",
                _count(difference.changed, say("1 row has another value"), say("{n} rows have other values")),
            )
        )
    if difference.only_old:
        found.append(("gone", _count(difference.only_old, say("1 row is gone"), say("{n} rows are gone"))))
    if difference.only_new:
        found.append(("added", _count(difference.only_new, say("1 row is new"), say("{n} rows are new"))))
    return tuple((part, sentence) for part, sentence in found)


def _edits(proof: Proof) -> list[str]:
    kinds = (
        (proof.added, say("1 column added"), say("{n} columns added")),
        (proof.changed, say("1 column changed"), say("{n} columns changed")),
        (proof.gone, say("1 column gone"), say("{n} columns gone")),
    )
    return [_count(len(names), one, many) for names, one, many in kinds if names]


def _count(count: int, one: str, many: str, **more: str) -> str:
    return (one if count == 1 else many).format(n=f"{count:,}", **more)
