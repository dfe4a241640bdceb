"""Values that can't be told without running dbt, and the record of where they made a difference. Child only."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jinja2 import Undefined
from jinja2.utils import missing

PLAIN = (str, int, float, bool, list, tuple, dict, set, type(None))
"""Values of the template's own: what they lack is plainly not there, and nothing is unknown about it."""

_ASKED_BY_SANDBOX = ("unsafe_callable", "alters_data")
_touched: list[str] = []


def touch(name: str) -> None:
    """Note that something unknown was looked at."""
    if name not in _touched:
        _touched.append(name)


def taken() -> list[str]:
    """Names of what was touched since the last call."""
    found = list(_touched)
    _touched.clear()
    return found


class Unknown(Undefined):
    """A name or call that is not known here: goes on as unknown whatever is done with it."""

    def __init__(self, hint: Any = None, obj: Any = missing, name: Any = None, exc: Any = None) -> None:
        super().__init__(hint, obj, name)
        before = getattr(obj, "unknown_name", "")
        self.unknown_name = f"{before}.{name}" if before else str(name or hint or "")
        self.is_plain = isinstance(obj, PLAIN)

    def _touched(self) -> None:
        if not self.is_plain:
            touch(self.unknown_name)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") or name in _ASKED_BY_SANDBOX:
            raise AttributeError(name)
        return Unknown(obj=self, name=name)

    def __getitem__(self, name: Any) -> Any:
        return Unknown(obj=self, name=str(name))

    def __call__(self, *_args: Any, **_named: Any) -> Any:
        """What a call of something unknown gives is unknown."""
        return Unknown(name=self.unknown_name)

    def __str__(self) -> str:
        self._touched()
        return "" if self.is_plain else "null"

    def __iter__(self) -> Iterator[Any]:
        self._touched()
        return iter(())

    def __len__(self) -> int:
        self._touched()
        return 0

    def __bool__(self) -> bool:
        self._touched()
        return False

    def __eq__(self, other: object) -> bool:
        self._touched()
        return isinstance(other, Undefined) if self.is_plain else False

    def __ne__(self, other: object) -> bool:
        self._touched()
        return not isinstance(other, Undefined) if self.is_plain else False

    def __hash__(self) -> int:
        return hash(self.unknown_name)

    def __contains__(self, _item: object) -> bool:
        self._touched()
        return False

    def _goes_on(self, *_others: Any) -> Any:
        return Unknown(name=self.unknown_name)

    def _is_less(self, _other: Any) -> bool:
        self._touched()
        return False

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = _goes_on
    __truediv__ = __rtruediv__ = __floordiv__ = __rfloordiv__ = __mod__ = __rmod__ = _goes_on
    __pow__ = __rpow__ = __neg__ = __pos__ = _goes_on
    __lt__ = __le__ = __gt__ = __ge__ = _is_less  # type: ignore[assignment]


class Guess(str):
    """A text that depends on where dbt runs; comparing it settles nothing."""

    __slots__ = ("name",)
    name: str

    def __new__(cls, name: str, text: str) -> Guess:
        """What it is called, and what it is taken as."""
        self = super().__new__(cls, text)
        self.name = name
        return self

    def __eq__(self, other: object) -> bool:
        touch(self.name)
        return False

    def __ne__(self, other: object) -> bool:
        touch(self.name)
        return False

    def __hash__(self) -> int:
        return str.__hash__(self)
