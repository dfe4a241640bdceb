"""The texts around a rule in its prompt: shipped ones, and those a project edited."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from string import Formatter

from signoff.core.domain.resources import resources_folder
from signoff.core.domain.sentences import say
from signoff.core.errors import SignoffError

SHIPPED_VERSION = "1"
"""Version of the template files in use."""
NAMES = ("system", "expression", "condition", "aggregate")
"""The system text stands first in every prompt; the others are one for each kind of rule."""
HINTS = "hints"
"""A place that a template may have beside those of the shipped one: what the samples tell of the columns."""
_MOST_CHARACTERS = {"system": 2500}
_MOST_ELSEWHERE = 120
"""Few on purpose: every worked example repeats the text, and examples and rule share the generator's 4,096 tokens."""


@dataclass(frozen=True)
class Template:
    """One text and its version."""

    version: str
    """Such as ``1`` as shipped, ``1+p3`` for the project's third edit of it."""
    text: str


@dataclass(frozen=True)
class Templates:
    """Every text a prompt is made of, by name."""

    edited: Mapping[str, Template] = field(default_factory=dict)
    """Those that differ from the shipped ones."""

    def template(self, name: str) -> Template:
        """The text in use.

        Raises:
            SignoffError: its file is missing.
        """
        return self.edited.get(name) or Template(SHIPPED_VERSION, shipped_text(name))

    def label(self, name: str) -> str:
        """Name and version for the evidence, such as ``expression/1+p3``; an edited system text is named too."""
        named = [name, "system"] if "system" in self.edited and name != "system" else [name]
        return ", ".join(f"{each}/{self.template(each).version}" for each in named)

    def with_edit(self, name: str, text: str, *, number: int = 1) -> Templates:
        """These texts with one edited; with the shipped text it is the shipped one again.

        Args:
            name: one of `NAMES`.
            text: the new text, with the placeholders of the shipped one.
            number: the project's number of the edit, from 1.

        Raises:
            SignoffError: the text can't be a template; the sentence says what to mend.
        """
        text = fit(name, text)
        others = {each: template for each, template in self.edited.items() if each != name}
        if text == shipped_text(name):
            return Templates(others)
        return Templates({**others, name: Template(f"{SHIPPED_VERSION}+p{number}", text)})


SHIPPED = Templates()
"""The texts as shipped."""


@cache
def shipped_text(name: str) -> str:
    """The text of a template as shipped.

    Raises:
        SignoffError: the file is missing.
    """
    path = resources_folder() / "prompts" / f"{name}.{SHIPPED_VERSION}.txt"
    try:
        return path.read_text(encoding="utf-8").strip()
    except OSError as error:
        raise SignoffError(say("template.missing", file=path.name)) from error


def fit(name: str, text: str) -> str:
    """An edited text, ready to be used as a template.

    Raises:
        SignoffError: no such template, an empty or too long text, or its placeholders are not those of the
            shipped one, each once.
    """
    if name not in NAMES:
        raise SignoffError(say("template.no_such", name=name, known=", ".join(NAMES)))
    text = "\n".join(text.splitlines()).strip()
    most = _MOST_CHARACTERS.get(name, _MOST_ELSEWHERE)
    if not text or len(text) > most:
        raise SignoffError(say("template.length", name=name, most=most, characters=len(text)))
    wanted, found = placeholders(shipped_text(name)), placeholders(text)
    for placeholder in found:
        is_known = placeholder in wanted or (placeholder == HINTS and name != "system")
        if not is_known or found.count(placeholder) > 1:
            raise SignoffError(_surplus(name, placeholder, wanted))
    missing = [placeholder for placeholder in wanted if placeholder not in found]
    if missing:
        raise SignoffError(say("template.lacks", name=name, placeholders=_listed(missing)))
    return text


def placeholders(text: str) -> tuple[str, ...]:
    """The places a template fills, in order, without their braces.

    Raises:
        SignoffError: a brace without its partner.
    """
    try:
        parsed = list(Formatter().parse(text))
    except ValueError as error:
        raise SignoffError(say("template.brace", reason=error)) from error
    return tuple(
        f"{name}{'!' + conversion if conversion else ''}{':' + spec if spec else ''}"
        for _text, name, spec, conversion in parsed
        if name is not None
    )


def _surplus(name: str, placeholder: str, wanted: tuple[str, ...]) -> str:
    if placeholder in (*wanted, HINTS) and wanted:
        return say("template.twice", name=name, placeholder=placeholder)
    known = f"it has {_listed(wanted)}" if wanted else "it has none"
    return say("template.no_placeholder", placeholder=placeholder, name=name, known=known)


def _listed(names: list[str] | tuple[str, ...]) -> str:
    return ", ".join(f"{{{name}}}" for name in names)
