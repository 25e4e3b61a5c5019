"""A share is written in one way: “75.6%”, through one function, without a space before the sign."""

from __future__ import annotations

import re
from pathlib import Path

import holdfast
from holdfast.indicators.rounding import in_percent

HOUSE = Path(holdfast.__file__).parent
#: a number, or what stands for one in a template or a sentence put together, then a space and the sign
APART = re.compile(r"""[\d}] %(?=[”"'<).,;]| of)|[\d}] % \((?=[\d{])|\" %\"|&(?:nbsp|thinsp|#160); ?%""")


def test_no_space_before_the_sign():
    assert in_percent("75.6") == "75.6%"


def test_no_page_and_no_sentence_puts_one():
    files = [*HOUSE.glob("web/templates/**/*.html"), *HOUSE.glob("**/*.py")]
    found = [
        f"{file.relative_to(HOUSE)}: {line.strip()}"
        for file in files
        for line in file.read_text().splitlines()
        if APART.search(line)
    ]

    assert found == []
