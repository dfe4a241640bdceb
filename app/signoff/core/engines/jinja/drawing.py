"""One text rendered, with the place every stretch of the result comes from. Child only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import TracebackType
from typing import Any

from jinja2.exceptions import SecurityError, TemplateError

from signoff.core.domain.sentences import say
from signoff.core.engines.jinja.guessing import ALL_COLUMNS, HOLDS, NO_VALUE, NOTHING, guessed
from signoff.core.engines.jinja.marking import BRANCH, DATA, DONE, OUTPUT, TURN, Mark, Marker
from signoff.core.engines.jinja.page import Page
from signoff.core.engines.jinja.project import Returned
from signoff.core.engines.jinja.unknown import Unknown, taken
from signoff.core.engines.jinja.world import State, World, checked
from signoff.core.errors import SignoffError

LONGEST = 8_000_000
"""Characters of a result."""
_FAILURES = (
    *(TemplateError, ArithmeticError, LookupError, TypeError, ValueError, AttributeError, RuntimeError),
    *(AssertionError, Returned),
)
"""What a template may raise that is wrong with it, and not with us."""
_SINGLE = ("var ", "env_var ")
"""Unknown names of what is one value and never a part of a statement."""
_TRIES = 25
"""Tags of one text that may fail before it is given up."""


@dataclass
class Told:
    """What is said of one rendering: kind, what it is about, and the tag's place."""

    said: list[tuple[str, str, int]] = field(default_factory=list)

    def add(self, kind: str, about: str, place: int) -> None:
        """Say it once."""
        if (kind, about, place) not in self.said:
            self.said.append((kind, about, place))


class Drawing:
    """One rendering of one page under one set of assumptions."""

    def __init__(self, page: Page, world: World, marker: Marker, forced: Mapping[int, int]) -> None:
        self.page, self.world, self.marker = page, world, marker
        self.told = Told()
        self._forced = forced
        """Branch by the place of its block's tag."""
        self._guesses: dict[int, str] = {}
        """Names of values that are wholly unknown, by their token."""
        self._instead: dict[int, str] = {}
        """What loops that can't be worked out are known to give."""
        self.marks: list[Mark] = []

    def draw(self, incremental: bool) -> None:
        """Render; a tag that fails counts as unknown from then on.

        Raises:
            SignoffError: hostile, too long, or too much of it fails.
        """
        for _try in range(_TRIES):
            self.told = Told()
            self.world.state = State(incremental)
            taken()
            try:
                self.marks = self.marker.read(self._output())
                self._guess()
                return
            except SecurityError as error:
                raise self._refused(error) from None
            except (SignoffError, RecursionError):
                raise
            except (
                TemplateError,
                ArithmeticError,
                LookupError,
                TypeError,
                ValueError,
                AttributeError,
                Returned,
            ) as error:
                self._give_up(error)
        raise SignoffError(say("update.jinja_failed", line=1, reason=f"{_TRIES} tags"))

    def _output(self) -> str:
        template = self.page.template(self.marker, self.world)
        own = {
            self.marker.name(w): getattr(self, f"_{w}") for w in ("out", "settle", "holds", "each", "done")
        }
        found, length = [], 0
        for piece in template.root_render_func(template.new_context(own)):
            text = piece if isinstance(piece, str) else str(piece)
            found.append(text)
            length += len(text)
            if length > LONGEST:
                raise SignoffError(say("update.jinja_too_long", megabytes=LONGEST // 1_000_000))
        return "".join(found)

    def _give_up(self, error: Exception) -> None:
        """Leave the failing tag out of the next try."""
        token = _failing_token(error.__traceback__)
        number = self.page.tag_number(token)
        if number < 0 or number in self.page.given_up:
            reason = str(error).splitlines()[0] if str(error) else type(error).__name__
            raise SignoffError(say("update.jinja_failed", line=self.page.line(token), reason=reason))
        self.page.give_up(number)

    def _refused(self, error: SecurityError) -> SignoffError:
        line = self.page.line(_failing_token(error.__traceback__))
        return SignoffError(say("update.jinja_hostile", line=line, name=str(error)))

    def _place(self, token: int) -> int:
        tag = self.page.tag(token)
        return tag.start if tag is not None else 0

    def _name(self, token: int, names: Sequence[str]) -> str:
        body = self.page.body_of(token)
        return (names[0] if names and names[0] else body.split("(", 1)[0].strip())[:80]

    def _out(self, token: int, value: Any) -> str:
        text = str(value)
        if names := taken():
            known = self._known(token)
            if known is None and isinstance(value, Unknown) and not names[0].startswith(_SINGLE):
                self._guesses[token] = self._name(token, names)
            elif known is None:
                self.told.add("value", self._name(token, names), self._place(token))
            text = text if known is None else known
        return self.marker.text(OUTPUT, token) + text

    def _guess(self) -> None:
        """Put in the place of each unknown value what lets the SQL around it stand."""
        kinds = {ALL_COLUMNS: "star", NOTHING: "nothing", HOLDS: "nothing"}
        texts = [mark.text for mark in self.marks]
        for number, mark in enumerate(self.marks):
            if mark.kind == OUTPUT and mark.token in self._guesses and mark.text == NO_VALUE:
                texts[number] = guessed("".join(texts[:number]), "".join(texts[number + 1 : number + 40]))
                self.marks[number] = replace(mark, text=texts[number])
                kind = kinds.get(texts[number], "value")
                self.told.add(kind, self._guesses[mark.token], self._place(mark.token))

    def _known(self, token: int) -> str | None:
        """What the tag or block is known to give."""
        start, end = self.page.stretch(token)
        return self.world.known_output(self.page.text[start:end])

    def _settle(self, token: int, _nothing: Any) -> None:
        if names := taken():
            self.told.add("value", self._name(token, names), self._place(token))

    def _holds(self, token: int, branch: list[int], test: Any) -> bool:
        opening = self._place(branch[0])
        holds = bool(test)
        names = taken()
        if opening in self._forced:
            return self._forced[opening] == branch[1]
        if names:
            body = self.page.body_of(token)
            self.told.add("condition", body.split(None, 1)[-1], self._place(token))
        return holds and not names

    def _each(self, token: int, values: Any) -> Any:
        found = checked(values)
        self._instead[token] = ""
        if taken():
            known = self._known(token)
            if known is not None:
                self._instead[token] = known
                return ()
            listed = self.page.body_of(token).partition(" in ")[2].strip()
            self.told.add("loop", listed, self._place(token))
        return found

    def _done(self, token: int) -> str:
        return self.marker.text(DONE, token) + self._instead.get(token, "")


def _failing_token(trace: TracebackType | None) -> int:
    """The token of the template's own code that was running; of macros the call."""
    token = -1
    while trace is not None:
        template = trace.tb_frame.f_globals.get("__jinja_template__")
        if template is not None and token < 0:
            token = template.get_corresponding_lineno(trace.tb_lineno)
        trace = trace.tb_next
    return token


def pieces_of(page: Page, marks: Sequence[Mark]) -> Iterator[list[int]]:
    """Start and end in the result, start and end in the text, whether as written, loop's place, turn."""
    place, loops, turn = 0, list[int](), 0
    for mark in marks:
        if mark.kind == TURN:
            turn = _turned(page, mark.token, loops, turn)
        elif mark.kind == DONE and loops and loops[-1] == mark.token:
            loops.pop()
        if mark.text and mark.kind != BRANCH:
            start, end = page.stretch(mark.token)
            outer = page.stretch(loops[0])[0] if loops else -1
            as_written = mark.kind == DATA and end - start == len(mark.text)
            yield [place, place + len(mark.text), start, end, int(as_written), outer, turn if loops else 0]
        place += len(mark.text)


def _turned(page: Page, token: int, loops: list[int], turn: int) -> int:
    """Keep which loops are open; gives the number of the outermost one's turn, from 0."""
    if token not in loops:
        loops.append(token)
        return 0 if len(loops) == 1 else turn
    del loops[loops.index(token) + 1 :]
    return turn + 1 if len(loops) == 1 else turn
