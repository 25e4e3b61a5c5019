"""The checks of the house: form, types, import order, migrations, generated documents.

script/check        all of them, in seconds; also the pre-commit hook (DEVELOPERS.md)
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
DJANGO = [sys.executable, "-m", "django"]
DJADE = [str(BIN / "djade"), "--check", "--target-version", "5.2"]

#: name -> command; each is one check in the closing line of script/test
CHECKS: dict[str, list[str]] = {
    "ruff check": [str(BIN / "ruff"), "check", "--quiet", "."],
    "ruff format": [str(BIN / "ruff"), "format", "--quiet", "--check", "."],
    "mypy": [str(BIN / "mypy"), "--no-error-summary"],
    "import order": [str(BIN / "lint-imports")],
    "templates": DJADE,
    "migrations": [*DJANGO, "makemigrations", "--check", "--dry-run"],
    "generated documents": [sys.executable, "script/generate_docs.py", "--check"],
}


def run_checks() -> tuple[int, int]:
    """Run them all and answer how many passed and how many failed. What a check says is shown if it fails."""
    print("=== checks of the house", flush=True)
    failed = 0
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "holdfast.config.settings"}
    for name, command in CHECKS.items():
        if command is DJADE:
            command = [*DJADE, *map(str, sorted((ROOT / "holdfast").rglob("templates/**/*.html")))]
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
        print(f"  {name}: {'FAILED' if done.returncode else 'passed'}", flush=True)
        if done.returncode:
            failed += 1
            print(done.stdout + done.stderr, flush=True)
    return len(CHECKS) - failed, failed


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="holdfast-checks-") as data:
        os.environ["HOLDFAST_DATA"] = data  # no check touches a person's own database
        sys.exit(1 if run_checks()[1] else 0)
