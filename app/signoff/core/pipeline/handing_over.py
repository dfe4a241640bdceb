"""A project handed over masked for help from outside: document, SQL, made-up samples, questions, and a receipt."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path

from signoff.core.domain.masking import MaskingLevel
from signoff.core.domain.policies import require_export_folder, require_level
from signoff.core.domain.sentences import say
from signoff.core.export.handover_scan import ScanCount, scan_files, search_values
from signoff.core.export.writing import as_manifest, write_new_folder
from signoff.core.mask.leaks import kind_words
from signoff.core.mask.masked_sql import without_calls
from signoff.core.mask.outside import OutsideNames
from signoff.core.pipeline.masked_files import README, RECEIPT, Made, MaskedFiles
from signoff.core.pipeline.outside_material import gather
from signoff.core.pipeline.outside_names import (
    identifiers_leaving,
    kinds_leaving,
    outside_names,
    terms_leaving,
)
from signoff.core.progress import CancelToken, Progress, Report, silent
from signoff.core.project.outside_help import HandedOver, put_handed_over
from signoff.core.project.project import Project


@dataclass(frozen=True)
class HandedFolder:
    """What was handed over."""

    folder: Path
    files: tuple[str, ...]
    terms: int
    values: int
    count: ScanCount
    left_out: int
    """Notes on cells, which did not leave."""

    @property
    def words(self) -> str:
        """What was searched and what stays visible, in two sentences."""
        done = say(
            "handover.done", folder=self.folder, terms=self.terms, values=self.values, files=len(self.files)
        )
        return f"{done} {say('handover.not_masked')}"


def hand_over(
    project: Project,
    folder: Path,
    *,
    by: str,
    level: MaskingLevel = MaskingLevel.FULL,
    report: Report = silent,
    cancel: CancelToken | None = None,
) -> HandedFolder:
    """Write a project fully masked into a new folder, as one act; nothing is written when anything would leak.

    Args:
        project: open for writing.
        folder: not there yet, or empty.
        by: who hands over.
        level: how much of running text is hidden.
        report: receives progress.
        cancel: stops before anything is written.

    Raises:
        SignoffError: no document was read yet, a term was found in what would leave, or the folder can't or may not
            be written.
        Cancelled: `cancel` was set.
    """
    require_level(level)
    require_export_folder(folder)
    report(Progress("hand over", 0, 3))
    gathered = gather(project, cancel)
    terms = terms_leaving(gathered.leaving, gathered.values)
    kinds, identifiers = kinds_leaving(gathered.leaving), identifiers_leaving(gathered.leaving)
    names = outside_names(project.secret, terms, kinds, level, identifiers)
    report(Progress("hand over", 1, 3))
    handed = HandedOver(
        secrets.token_hex(8),
        folder.name,
        level,
        terms,
        tuple(kinds.items()),
        identifiers,
        (),
        (),
        (),
        by,
        project.now(),
        str(folder.absolute()),
    )
    made = MaskedFiles(gathered, names, handed).files()
    report(Progress("hand over", 2, 3))
    count = _searched(made, names, gathered.telling)
    receipt = _receipt(made, len(terms), len(gathered.telling), count)
    files = {**made.files, RECEIPT: receipt}
    if cancel is not None:
        cancel.check()
    handed = replace(made.handed, files=tuple((path, _digest(data)) for path, data in files.items()))
    with project.act("hand over masked", folder.name, by=by):
        for path, _target in handed.models:
            project.put_bytes(files[path])
        put_handed_over(project, handed)
        write_new_folder(folder, files)
    left_out = sum(len(grid.notes) for _name, grids in gathered.leaving.sheets for grid in grids)
    return HandedFolder(folder, tuple(files), len(terms), len(gathered.telling), count, left_out)


def _searched(made: Made, names: OutsideNames, values: Collection[str]) -> ScanCount:
    count = scan_files(
        made.files,
        lambda text, name, is_fixed: names.scan(text, name, is_fixed=is_fixed),
        ours=made.ours,
        without_calls=without_calls,
        kind_words=kind_words,
    )
    search_values({p: d for p, d in made.files.items() if p != README}, sorted(values), without_calls)
    return count


def _receipt(made: Made, terms: int, values: int, count: ScanCount) -> bytes:
    return as_manifest(
        {
            "hand_over": made.handed.id,
            "level": made.handed.level.value,
            "terms_searched_for": terms,
            "sample_values_searched_for": values,
            "texts_searched": count.texts,
            "characters_searched": count.characters,
            "found": 0,
            "says": say("handover.receipt", terms=terms, values=values),
            "files": {path: _digest(data) for path, data in sorted(made.files.items())},
        }
    )


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
