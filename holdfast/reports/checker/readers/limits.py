"""How much of a file is read, and the sentence where it is not."""

from __future__ import annotations

MB = 1_000_000
#: a file as it was given
MOST_BYTES = 10 * MB
#: what a Word or Excel file may unfold to, all its parts together
MOST_UNFOLDED = 80 * MB
MOST_PARTS = 2_000
#: cells, paragraphs and tables of one report: a long annual report has some 5,000 cells
MOST_CELLS = 50_000
MOST_ITEMS = 20_000
MOST_TABLES = 400
#: what is larger than this is a list of data, no table of a report, and is not checked
MOST_ROWS = 300
MOST_COLUMNS = 60
LONGEST_TEXT = 20_000


class CannotRead(Exception):
    """The file cannot be read; its words say why and what to do, and hold nothing of what is in it."""
