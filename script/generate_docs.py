"""Write docs/generated: the picture of the rooms, the moves of a concern, and the catalogue of indicators.

script/generate-docs            write them
script/generate-docs --check    say which are stale, and fail if any is
script/generate-docs --pictures take the pictures of docs/guide from the demonstration; needs Chromium
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import draw_architecture
import draw_moves
import write_catalogue

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "generated"


def main() -> int:
    os.chdir(FOLDER.parent.parent)
    if "--pictures" in sys.argv:
        return take_pictures()
    made = {**draw_architecture.documents(), **draw_moves.documents(), **write_catalogue.documents()}
    stale = [name for name, text in made.items() if not _is(FOLDER / name, text)]
    if "--check" in sys.argv:
        for name in stale:
            print(f"docs/generated/{name} is stale. Write it again with: script/generate-docs")
        return 1 if stale else 0
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in stale:
        (FOLDER / name).write_text(made[name])
        print(f"Wrote docs/generated/{name}")
    return 0


def take_pictures() -> int:
    """The test that holds the guide beside the demonstration writes what it sees; it fails where they differ."""
    command = [sys.executable, "-m", "pytest", "tests/journeys/test_guide.py"]
    return subprocess.run(command, env={**os.environ, "HOLDFAST_GUIDE_PICTURES": "1"}).returncode


def _is(path: Path, text: str) -> bool:
    return path.exists() and path.read_text() == text


if __name__ == "__main__":
    sys.exit(main())
