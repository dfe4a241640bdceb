"""Where the installed program starts: itself, or a child process of it."""

from __future__ import annotations

import sys

from signoff.core.isolation.process import CHILD_SWITCH

if sys.argv[1:2] == [CHILD_SWITCH]:
    from signoff.core.isolation import boot

    boot.main(sys.argv[2])
else:
    from signoff.__main__ import main

    sys.exit(main())
