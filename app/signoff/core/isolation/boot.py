"""First lines of every child process: caps before anything else is imported, then the worker.

Started by path, in isolated mode, with one argument: a JSON object (see `main`). The worker is a
module that calls `signoff.core.isolation.serve.serve` when it is ``__main__``.
"""

from __future__ import annotations

import json
import runpy
import sys


def main(text: str) -> None:
    """Cap this process and run the worker the start text names: keys worker, path, memory_bytes, sockets."""
    start = json.loads(text)
    sys.path[:] = start["path"]
    if sys.platform == "win32":
        from signoff.core.isolation.caps_windows import apply_caps
    else:
        from signoff.core.isolation.caps_linux import apply_caps
    held = apply_caps(start["memory_bytes"], start["sockets"])
    from signoff.core.isolation import serve

    serve.prepare(held, start["arguments"])
    runpy.run_module(start["worker"], run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main(sys.argv[1])
