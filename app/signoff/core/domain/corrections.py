"""What a person says of a document's layout where the guess was wrong."""

from __future__ import annotations

from dataclasses import dataclass, replace

from signoff.core.domain.spec import Role


@dataclass(frozen=True)
class SheetCorrection:
    """What holds for one sheet, whatever its headers suggest."""

    sheet: str
    header_row: int | None = None
    """Row of the sheet's header, from 1; None leaves it to the reader."""
    roles: tuple[tuple[str, Role], ...] = ()
    """Column letter and the role it plays."""
    switched_off: bool = False
    """Nothing is read from the sheet."""
    is_mapping: bool | None = None
    """Whether the sheet holds a mapping; None leaves it to the reader."""

    @property
    def says_nothing(self) -> bool:
        """Whether the sheet is left to the reader wholly."""
        return self == SheetCorrection(self.sheet)


@dataclass(frozen=True)
class Corrections:
    """Corrections of one document, at most one a sheet."""

    sheets: tuple[SheetCorrection, ...] = ()

    def of(self, sheet: str) -> SheetCorrection:
        """What was said of a sheet; one that says nothing where nobody said anything."""
        return next((each for each in self.sheets if each.sheet == sheet), SheetCorrection(sheet))

    def with_sheet(self, correction: SheetCorrection) -> Corrections:
        """These corrections with those of one sheet in place of what was said of it before."""
        others = tuple(each for each in self.sheets if each.sheet != correction.sheet)
        return Corrections(others if correction.says_nothing else (*others, correction))

    def with_role(self, sheet: str, letter: str, role: Role | None) -> Corrections:
        """With one column's role; None leaves the column to the reader again."""
        before = self.of(sheet)
        roles = tuple(each for each in before.roles if each[0] != letter)
        return self.with_sheet(replace(before, roles=roles if role is None else (*roles, (letter, role))))

    def with_header_row(self, sheet: str, row: int | None) -> Corrections:
        """With the row of a sheet's header; None leaves it to the reader again."""
        return self.with_sheet(replace(self.of(sheet), header_row=row))

    def switched(self, sheet: str, *, off: bool) -> Corrections:
        """With a sheet switched off, or on again."""
        return self.with_sheet(replace(self.of(sheet), switched_off=off))

    def with_mapping(self, sheet: str, holds: bool | None) -> Corrections:
        """With the word whether a sheet holds a mapping; None leaves it to the reader again."""
        return self.with_sheet(replace(self.of(sheet), is_mapping=holds))


NONE = Corrections()
"""Everything is left to the reader."""
