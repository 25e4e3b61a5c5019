"""The page times are taken of real pages with as many records as they say."""

from __future__ import annotations

import json
import subprocess
import sys


def test_every_page_is_answered_and_asks_as_few_questions_as_promised(tmp_path):
    command = [sys.executable, "-m", "holdfast.bench.pages", "60", "300", str(tmp_path / "records")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)

    told = json.loads(done.stdout)
    assert told["size"]["children"] == 60
    assert told["size"]["reviews"] > 200
    assert [name for name, page in told["pages"].items() if page["milliseconds"] <= 0] == []
    assert told["pages"]["children, first page"]["queries"] <= 12
    assert told["pages"]["children, late only"]["queries"] <= 12
