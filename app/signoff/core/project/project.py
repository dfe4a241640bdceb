"""A project: one `.signoff` file with everything that shows why a target may ship.

The present is the newest record of each key; the past is never changed. Reading needs no act. A project held
by another program opens for reading only, and `holder` says who has it.
"""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Self

from signoff.core.domain.policies import require_dialect
from signoff.core.domain.sentences import say
from signoff.core.errors import SignoffError
from signoff.core.project.amendments import Amendments
from signoff.core.project.decisions import Decisions
from signoff.core.project.expiring import expire_samples
from signoff.core.project.inputs import Settings
from signoff.core.project.opening import back_up, create_file, open_file
from signoff.core.project.store import Clock, backup_of, utc_now
from signoff.core.project.templates import PromptTemplates

SUFFIX = ".signoff"


class Project(Amendments, PromptTemplates, Decisions):
    """One project file, open; use it in a ``with`` statement."""

    holder: str = ""
    """Who holds the project, when it opened for reading only because of that."""
    notice: str = ""
    """What the person should be told about the project as it was opened; empty when all is well."""

    @classmethod
    def create(cls, path: Path, *, name: str, dialect: str, by: str, clock: Clock = utc_now) -> Self:
        """Make a new project file and hold it.

        Args:
            path: ends in `.signoff`; nothing lies there yet.
            name: shown to people.
            dialect: sqlglot's name of the warehouse's SQL, such as ``duckdb``; bound in every sign-off.
            by: who makes it.
            clock: the present as ISO 8601, UTC.

        Raises:
            SignoffError: the path is taken, has another ending, or can't be written.
        """
        require_dialect(dialect)
        if path.suffix != SUFFIX:
            raise SignoffError(say("project.bad_suffix", suffix=SUFFIX, name=path.with_suffix(SUFFIX).name))
        connection, hold = create_file(path, by)
        project = cls(connection, path, hold, clock)
        try:
            project.put("create", "settings", "project", Settings(name, dialect), by=by)
        except SignoffError:
            project.close()
            path.unlink(missing_ok=True)
            raise
        return project

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False, by: str = "", clock: Clock = utc_now) -> Self:
        """Open a project file, for writing unless another program holds it.

        Args:
            path: the project file.
            read_only: ask for reading only from the start.
            by: who opens it, told to whom comes second.
            clock: the present as ISO 8601, UTC.

        Raises:
            SignoffError: not there, not a project, damaged, or written by a newer Signoff.
        """
        connection, hold, holder = open_file(path, read_only=read_only, by=by)
        project = cls(connection, path, hold, clock)
        project.holder = holder
        try:
            project.mark()
            if not project.read_only:
                told = (expire_samples(project), project._secure())
                project.notice = " ".join(filter(None, told))
        except SignoffError:
            project.close()
            raise
        return project

    def _secure(self) -> str:
        """Back the project up unless its backup is as new; what hindered that, in words."""
        backup = backup_of(self.path)
        if backup.is_file() and backup.stat().st_mtime_ns >= self.path.stat().st_mtime_ns:
            return ""
        try:
            self.back_up()
        except SignoffError as hindrance:
            return str(hindrance)
        return ""

    def require_writing(self) -> Self:
        """This project, or a sentence that says who holds it."""
        if not self.read_only:
            return self
        who = f"{self.holder} holds it" if self.holder else "it was opened for reading only"
        self.close()
        raise SignoffError(say("project.locked", project=self.path.name, who=who))

    def back_up(self) -> None:
        """Copy the file beside itself; a damaged chain never replaces a good backup.

        Raises:
            SignoffError: the chain is broken, or the copy can't be written.
        """
        broken = self.verify_chain()
        if broken is not None:
            raise SignoffError(say("project.no_backup", path=self.path, reason=broken.reason))
        back_up(self._connection, self.path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
