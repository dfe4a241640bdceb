"""What importing Signoff loads, seen from a fresh interpreter: the run-time side of the import contracts."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

APP = Path(__file__).parents[2] / "app"

FORBIDDEN = (
    *("PySide6", "shiboken6", "llama_cpp", "llguidance", "duckdb", "openpyxl", "python_calamine", "dbt"),
    *("requests", "urllib3", "httpx", "http.client", "ftplib", "smtplib", "diskcache"),
)

_PROBE = """
import importlib, json, pkgutil, sys
forbidden = json.loads(sys.argv[1])
import signoff, signoff.cli, signoff.core
names = ["signoff.cli.main", "signoff.__main__"]
for package in (signoff.cli, signoff.core):  # the window is left out: finding its modules would import Qt
    for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        if not module.name.startswith("signoff.core.engines."):
            names.append(module.name)
first_seen = {}
for name in names:
    importlib.import_module(name)
    for library in forbidden:
        if library in sys.modules:
            first_seen.setdefault(library, name)
print(json.dumps({"modules": len(names), "first_seen": first_seen}))
"""


def test_importing_everything_but_engines_loads_no_heavy_library_and_no_network_client() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _PROBE, json.dumps(FORBIDDEN)],
        capture_output=True,
        text=True,
        env={"PYTHONPATH": str(APP), "PATH": ""},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    assert seen["modules"] > 20
    assert seen["first_seen"] == {}, "library: the module whose import loaded it first"


def test_a_verb_that_is_asked_for_loads_not_what_the_others_work_with() -> None:
    probe = (
        "import sys\nfrom signoff.cli.main import main\n"
        "try:\n    main(['generator', 'show', '--help'])\n"
        "except SystemExit:\n    print(*sorted(name for name in sys.modules if name.startswith('signoff')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", probe],
        capture_output=True,
        text=True,
        env={"PYTHONPATH": str(APP), "PATH": ""},
        check=True,
    )
    loaded = done.stdout.split()
    assert "signoff.cli.verbs.generator" in loaded
    assert not {"signoff.cli.verbs.demo", "signoff.core.pipeline.flow", "signoff.core.parse"} & set(loaded)


def test_the_compiled_sql_parser_is_not_installed() -> None:
    probe = "import sqlglot.parser, sqlglot.tokens as t; print(sqlglot.parser.__file__, t.__file__)"
    done = subprocess.run([sys.executable, "-I", "-c", probe], capture_output=True, text=True, check=True)
    assert all(file.endswith(".py") for file in done.stdout.split())
