"""What a person said of a sheet's columns, kept for the next document of the same shape."""

from __future__ import annotations

from dataclasses import dataclass

from signoff.core.domain.spec import Role


@dataclass(frozen=True)
class LayoutTemplate:
    """The headers of a sheet, and the part that each corrected column plays under them."""

    headers: tuple[tuple[str, str], ...]
    """Column letter and header text, folded: what the shape is known by, whatever the sheet is called."""
    roles: tuple[tuple[str, Role], ...] = ()
    """Column letter and the role a person gave."""
    is_mapping: bool | None = None
    """Whether such a sheet holds a mapping; None leaves it to the reader."""
    names_header: bool = False
    """A person had to say which row is the header: it is looked for by its texts."""
