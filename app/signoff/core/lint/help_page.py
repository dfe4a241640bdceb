"""The help page on remarks, written from the docstrings of the rules: `python -m signoff.core.lint.help_page`."""

from __future__ import annotations

import inspect
import sys

from signoff.core.domain.resources import resources_folder
from signoff.core.lint.rules import RULES

PAGE = "remarks.md"
_HEAD = """# Remarks on a mapping document

Before anything is drafted, Signoff looks for what is doubtful in the document. Each remark leads to its cell. Mend the
document and import it again, or say on the card what is meant; a remark that holds a sign-off can be accepted with a
reason.

Every kind of remark, with its code:
"""


def page() -> str:
    """The page as Markdown."""
    return "\n".join([_HEAD, *(_entry(module_of(check)) for check in RULES)])


def module_of(check: object) -> str:
    """Name of the module a rule stands in, such as ``L02_vague_rule``."""
    return str(getattr(check, "__module__", "")).rpartition(".")[2]


def _entry(module: str) -> str:
    told = inspect.cleandoc(sys.modules[f"signoff.core.lint.rules.{module}"].__doc__ or "")
    title, _blank, rest = told.partition("\n\n")
    parts = (
        " ".join(rest.split()).replace(" Bad: ", "\n- **Instead of** ").replace(" Good: ", "\n- **write** ")
    )
    why = parts.removeprefix("Why: ")
    return f"## {module[:3]}: {title.rstrip('.')}\n\n{why[:1].upper()}{why[1:]}\n".replace(
        "\n- **Instead", "\n\n- **Instead"
    )


if __name__ == "__main__":
    (resources_folder() / "help" / PAGE).write_text(page(), encoding="utf-8")
