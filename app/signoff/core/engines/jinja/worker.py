"""The child that renders Jinja: run as ``python -m``, answers `render`."""

from __future__ import annotations

import json
import secrets
from typing import Any

from signoff.core.domain.codec import from_data
from signoff.core.domain.dbt import Surroundings
from signoff.core.domain.sentences import say
from signoff.core.engines.jinja.drawing import Drawing, pieces_of
from signoff.core.engines.jinja.marking import Marker
from signoff.core.engines.jinja.page import NOT_KNOWN, Page, block_data
from signoff.core.engines.jinja.sandbox import PlacedEnvironment
from signoff.core.engines.jinja.unknown import Unknown
from signoff.core.engines.jinja.world import World
from signoff.core.errors import SignoffError
from signoff.core.isolation.serve import WorkerContext, serve

_MOST_WORLDS = 8
_worlds: dict[str, World] = {}


def render(params: dict[str, Any], _context: WorkerContext) -> Any:
    """Render ``text`` under ``states``: [is_incremental, [[place of a block's tag, branch], …]] each.

    Without ``around`` the surroundings of that ``digest`` are those sent before; None where there are none.
    """
    world = _world(params)
    if world is None:
        return None
    try:
        page = Page(world.env, params["text"])
        marker = Marker(secrets.token_hex(6))
        states = [_drawn(page, world, marker, state) for state in params["states"]]
    except (RecursionError, SyntaxError):  # Python's own limit on blocks within blocks is a SyntaxError
        raise SignoffError(say("update.jinja_too_deep")) from None
    return {
        "tags": [[tag.start, tag.end] for tag in page.tags],
        "blocks": [block_data(page, block) for block in page.blocks],
        "lists": page.lists,
        "states": states,
    }


def _drawn(page: Page, world: World, marker: Marker, asked: list[Any]) -> dict[str, Any]:
    incremental, forced = asked
    drawing = Drawing(page, world, marker, {place: branch for place, branch in forced})
    drawing.draw(bool(incremental))
    state = world.state
    return {
        "sql": "".join(mark.text for mark in drawing.marks),
        "pieces": list(pieces_of(page, drawing.marks)),
        "told": [list(each) for each in sorted(drawing.told.said, key=lambda each: each[2])],
        "refs": state.refs,
        "sources": state.sources,
        "config": {str(k): _plain(v) for k, v in state.config.items()},
        "asked_incremental": state.asked_incremental,
    }


def _plain(value: Any) -> str:
    """A configured value as JSON text."""
    return json.dumps(value, default=str, ensure_ascii=False) if not isinstance(value, Unknown) else "null"


def _world(params: dict[str, Any]) -> World | None:
    digest = str(params["digest"])
    if "around" in params:
        while len(_worlds) >= _MOST_WORLDS:
            _worlds.pop(next(iter(_worlds)))
        env = PlacedEnvironment()
        _worlds[digest] = World(from_data(params["around"], Surroundings), env)
        _worlds[digest].names[NOT_KNOWN] = Unknown(name="")
    return _worlds.get(digest)


if __name__ == "__main__":
    serve({"render": render})
