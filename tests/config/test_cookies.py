"""What a council's https changes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ASK = """
from holdfast.config import settings as s
print(s.SESSION_COOKIE_NAME, s.CSRF_COOKIE_NAME, s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE)
"""


def test_behind_https_the_cookies_belong_to_this_host_and_go_over_https_only(tmp_path: Path):
    environment = {**os.environ, "HOLDFAST_DATA": str(tmp_path), "HOLDFAST_HTTPS": "1"}

    said = subprocess.run(
        [sys.executable, "-c", ASK], env=environment, capture_output=True, text=True, check=True
    )

    assert said.stdout.split() == ["__Host-sessionid", "__Host-csrftoken", "True", "True"]
