"""Child processes for what can hang, explode or abort: start, call, cancel, restart, limits."""

from __future__ import annotations

import sys

from signoff.core.isolation.child import Child
from signoff.core.isolation.failures import ChildDied, ChildFault, ChildOutOfMemory, ChildTimedOut
from signoff.core.isolation.limits import Limits

if sys.platform == "win32":
    from signoff.core.isolation.caps_windows import enforcement
else:
    from signoff.core.isolation.caps_linux import enforcement

__all__ = ["Child", "ChildDied", "ChildFault", "ChildOutOfMemory", "ChildTimedOut", "Limits", "enforcement"]
