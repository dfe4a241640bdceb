"""What the command line says while it works: on stderr, never on stdout."""

from __future__ import annotations

import sys

from signoff.core.progress import Progress


def say_progress(news: Progress) -> None:
    """One line that overwrites itself on a terminal; in a log only one line a target."""
    text = f"{news.stage} {news.done + 1} of {news.total}: {news.message}" if news.total else news.message
    if sys.stderr.isatty():
        print(
            f"\r\x1b[2K{text[:110]}",
            end="" if news.done + 1 < news.total else "\n",
            file=sys.stderr,
            flush=True,
        )
    elif "." not in news.message:
        print(text, file=sys.stderr, flush=True)
