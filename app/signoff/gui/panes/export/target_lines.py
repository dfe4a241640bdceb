"""What goes and what blocks the others: one line for each target table, under it the reasons with their places."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from signoff.core.domain.dossier import GateReason
from signoff.core.domain.review import ROWS
from signoff.core.export.names import model_names
from signoff.core.export.preview import FileState, PlannedFile
from signoff.core.project.standing import Standing, TargetStanding
from signoff.core.review.standing import TargetState
from signoff.gui.panes.export.words import say
from signoff.gui.places import Place, Step
from signoff.gui.widgets.marks import Mark
from signoff.gui.wording import moment, target_mark, target_words


@dataclass(frozen=True)
class Reason:
    """One thing that blocks a target table."""

    words: str
    place: Place
    """Where it is mended."""


@dataclass(frozen=True)
class TargetLine:
    """One target table."""

    name: str
    mark: Mark
    words: str
    place: Place
    reasons: tuple[Reason, ...] = ()
    """Empty when it goes."""
    warning: Reason | None = None
    """What is wrong with its file on disk."""
    file: str = ""
    """Path of that file."""

    @property
    def goes(self) -> bool:
        """Whether it is signed, so that it can be written."""
        return not self.reasons

    @property
    def below(self) -> tuple[Reason, ...]:
        """What stands under it: the reasons, or the warning."""
        return (*self.reasons, *([self.warning] if self.warning else []))


def lines_of(standing: Standing) -> tuple[TargetLine, ...]:
    """The target tables: those that go first, then those that are blocked."""
    made = [_line(target) for target in standing.targets]
    return tuple(sorted(made, key=lambda line: not line.goes))


def with_disk(
    lines: Sequence[TargetLine], files: Sequence[PlannedFile], replaced: Collection[str]
) -> tuple[TargetLine, ...]:
    """The lines, with what is said of a signed table whose file on disk is not what was signed.

    Args:
        lines: as they stand in the project.
        files: what would become of the files of the folder.
        replaced: paths of edited files that are to be written anew.
    """
    edited = {file.path for file in files if file.state is FileState.EDITED}
    names = model_names(line.name for line in lines if line.goes)
    made = []
    for line in lines:
        path = f"models/{names[line.name]}.sql" if line.goes else ""
        if path not in edited:
            made.append(line)
            continue
        words = (
            say("the file on disk will be replaced")
            if path in replaced
            else say("but the file on disk is not what you signed")
        )
        warning = Reason(words, Place(Step.GENERATE, line.name, part="difference"))
        made.append(replace(line, mark=Mark.AGAIN, warning=warning, file=path))
    return tuple(made)


def first_place(standing: Standing) -> Place:
    """Where the way to a first signed target table goes on: the one that needs least."""
    drafted = [target for target in standing.targets if target.dossier is not None]
    if drafted:
        nearest = min(drafted, key=lambda target: target.decisions_left)
        left = nearest.review.left if nearest.review else ()
        return Place(Step.VALIDATE, nearest.name, left[0].name if left else ROWS)
    return Place(Step.ENHANCE) if standing.targets else Place(Step.INPUT)


def _line(target: TargetStanding) -> TargetLine:
    place = Place(Step.VALIDATE, target.name, ROWS)
    mark = target_mark(target)
    sign_off = target.dossier.sign_off if target.dossier else None
    if target.state is TargetState.SIGNED and sign_off is not None:
        words = say("signed by {who} · {when}").format(who=sign_off.by, when=moment(sign_off.at))
        return TargetLine(target.name, mark, words, place)
    return TargetLine(target.name, mark, target_words(target), place, _reasons(target))


def _reasons(target: TargetStanding) -> tuple[Reason, ...]:
    name, review = target.name, target.review
    if review is None or target.dossier is None:
        return (Reason(say("It is not drafted yet."), Place(Step.ENHANCE, name)),)
    unsigned = [up.target for up in target.dossier.upstream if not up.binding]
    made = [_reason(name, reason, unsigned) for reason in review.bars]
    if target.state is TargetState.READY:
        made.append(Reason(say("It is ready, and not signed yet."), Place(Step.VALIDATE, name, ROWS)))
    if target.state is TargetState.STALE and target.dossier.sign_off is not None:
        words = say("It changed after {who} signed it; sign it again.")
        who = target.dossier.sign_off.by
        made.append(Reason(words.format(who=who), Place(Step.VALIDATE, name, ROWS)))
    return tuple(made)


def _reason(target: str, reason: GateReason, unsigned: list[str]) -> Reason:
    if reason.code == "redraft":
        return Reason(reason.message, Place(Step.ENHANCE, target))
    if reason.code == "upstream" and unsigned:
        return Reason(reason.message, Place(Step.VALIDATE, unsigned.pop(0), ROWS))
    return Reason(reason.message, Place(Step.VALIDATE, target, reason.column or ROWS))
