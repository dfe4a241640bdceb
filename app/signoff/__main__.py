"""No argument: the window; a verb: the command line."""

from __future__ import annotations

import sys

from signoff.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
