"""Loads the build of llama.cpp's processor code that fits this machine, where the package holds several.

A package for every laptop has one library for each kind of processor, and the bindings load none of them. They are
loaded from the package's own folder by its whole path: without one the library would look into the current folder too.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from pathlib import Path
from typing import Any

from signoff.core.domain.sentences import say
from signoff.core.errors import SignoffError

_VARIANT = "*ggml-cpu-*"
_LOADERS = ("libggml.so.0", "libggml.so", "ggml.dll", "libggml.dll", "libggml.dylib")
"""Names of the library that loads the others, in this order: where there are two, the bindings' own depends on the
first, and the second would be another copy with nothing loaded into it."""


def load_variants(folder: Path, opened: Callable[[str], Any] = ctypes.CDLL) -> bool:
    """Load what fits this processor; returns whether there was anything to choose from.

    Args:
        folder: where the libraries lie, with its whole path.
        opened: opens a library that lies at a path.

    Raises:
        SignoffError: nothing fits this processor, or the libraries are not whole.
    """
    if not any(folder.glob(_VARIANT)):
        return False
    place = next((folder / name for name in _LOADERS if (folder / name).is_file()), None)
    if place is None:
        raise SignoffError(say("model.variants_broken", folder=folder))
    try:
        library = opened(str(place))
        library.ggml_backend_load_all_from_path.argtypes = [ctypes.c_char_p]
        library.ggml_backend_load_all_from_path.restype = None
        library.ggml_backend_reg_count.restype = ctypes.c_size_t
        library.ggml_backend_load_all_from_path(str(folder).encode("utf-8"))
        count = library.ggml_backend_reg_count()
    except (OSError, AttributeError) as error:
        raise SignoffError(say("model.variants_broken", folder=folder)) from error
    if not count:
        raise SignoffError(say("model.no_variant"))
    return True
