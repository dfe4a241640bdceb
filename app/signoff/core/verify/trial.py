"""One draft on trial: what every check needs of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from signoff.core.domain.plan import Draft
from signoff.core.domain.spec import TargetMapping
from signoff.core.engines.sql.sandbox import Job, Outcome, Sandbox
from signoff.core.progress import CancelToken
from signoff.core.verify.declared import TargetColumn


@dataclass(frozen=True)
class Trial:
    """A draft that binds, with its result's columns."""

    draft: Draft
    target: TargetMapping
    sandbox: Sandbox
    columns: tuple[TargetColumn, ...]
    cancel: CancelToken = field(default_factory=CancelToken)

    @property
    def result(self) -> str:
        """The draft as a relation named `r`."""
        return f"(\n{self.draft.sql.strip().rstrip(';')}\n) AS r"

    @property
    def unique_names(self) -> bool:
        """Whether no two result columns share a name, so that each can be spoken of."""
        return len({column.name.casefold() for column in self.columns}) == len(self.columns)

    def select(self, items: str, rest: str = "") -> str:
        """A statement over the draft's result."""
        return f"SELECT {items} FROM {self.result} {rest}"

    def run_one(self, items: str, rest: str = "", backward: bool = False) -> Outcome:
        """The outcome of a statement over the result that gives one row."""
        return self.ask([Job("run", self.select(items, rest), 1, backward)])[0]

    def ask(self, jobs: Sequence[Job]) -> tuple[Outcome, ...]:
        """Outcomes of many jobs in one call."""
        return self.sandbox.ask(jobs, self.cancel)


def count_words(count: int, one: str, many: str) -> str:
    """A count with its noun: ``1 row``, ``3 rows``."""
    return f"{count} {one if count == 1 else many}"
