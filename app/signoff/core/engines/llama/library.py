"""Imports llama_cpp and llguidance, once, the safe way; everything else in this folder gets them from here.

`import llama_cpp` wants diskcache, which has an unfixed pickle hole and is never needed: an empty stand-in
takes its place. The library would follow ``LLAMA_CPP_LIB_PATH`` and ``GGML_BACKEND_PATH`` to a stranger's
code: both are cleared.
"""

from __future__ import annotations

import importlib
import os
import sys
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from signoff.core.domain.sentences import say
from signoff.core.engines.llama.variants import load_variants
from signoff.core.errors import SignoffError

_STRANGERS = ("LLAMA_CPP_LIB_PATH", "GGML_BACKEND_PATH", "GGML_BACKEND_DIR")


@cache
def llama() -> Any:
    """The low-level functions of llama_cpp.

    Raises:
        SignoffError: it is not installed, or can't be loaded here.
    """
    for name in _STRANGERS:
        os.environ.pop(name, None)
    os.environ["OMP_WAIT_POLICY"] = "PASSIVE"
    if "diskcache" not in sys.modules:
        sys.modules["diskcache"] = ModuleType("diskcache")
    library = _imported("llama_cpp.llama_cpp", "llama-cpp-python")
    library.llama_log_set(_quiet(library), None)
    load_variants(Path(library.__file__).resolve().parent / "lib")
    library.llama_backend_init()
    return library


@cache
def llguidance() -> Any:
    """The llguidance package.

    Raises:
        SignoffError: it is not installed, or can't be loaded here.
    """
    return _imported("llguidance", "llguidance")


@cache
def build() -> str:
    """Version of the library and of the code it was built from: part of what identifies a draft's maker."""
    package = _imported("llama_cpp", "llama-cpp-python")
    return f"llama-cpp-python {package.__version__}"


def _imported(module: str, package: str) -> Any:
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise SignoffError(say("model.library_missing", package=package, reason=error)) from error
    except (OSError, RuntimeError) as error:
        raise SignoffError(say("model.library_broken", package=package, reason=error)) from error


_ERROR_LEVEL = 4
"""GGML_LOG_LEVEL_ERROR."""


@cache
def _quiet(library: Any) -> Any:
    """A log callback that lets only errors through, to stderr: the parent keeps the last words."""

    def log(level: int, text: bytes, _data: object) -> None:
        if level == _ERROR_LEVEL:
            sys.stderr.write(text.decode("utf-8", "replace"))

    return library.llama_log_callback(log)
