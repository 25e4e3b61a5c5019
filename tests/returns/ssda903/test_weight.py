"""Reading a return stays light: no web framework, and not the second that pandas takes to wake."""

from __future__ import annotations

import subprocess
import sys

import pytest

from .making import write_return

PROGRAM = """
import sys
from holdfast.returns.ssda903.read import read
read_set = read([sys.argv[1]])
assert (read_set.faults == []) == (sys.argv[2] == "sound"), read_set.faults
if sys.argv[2] == "sound":
    print(len(read_set.warnings))
print(sorted({"django", "pandas"} & set(sys.modules)))
"""


@pytest.mark.parametrize(("score", "says"), [("12", "sound"), ("41", "sound"), ("low", "faulty")])
def test_neither_django_nor_pandas_is_loaded(tmp_path, score, says):
    folder = write_return(tmp_path / "a", OC2=[{"SDQ_SCORE": score}], PrevPerm=[{"DATE_PERM": "zz/zz/2016"}])

    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, folder, says], capture_output=True, text=True, check=False
    )

    assert done.stderr == ""
    assert done.stdout.splitlines()[-1] == "[]"
