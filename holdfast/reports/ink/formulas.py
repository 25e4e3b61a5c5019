"""Text that a spreadsheet would take for a formula, made harmless."""

from __future__ import annotations

#: A spreadsheet takes a cell that begins so for a formula to run; in East Asian settings the wide signs too.
DANGEROUS = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
#: What a spreadsheet may pass over before it looks for the sign.
PASSED_OVER = " \t\r\n\v\f\0\xa0\u200b\u2028\u2029\u3000\ufeff"
#: A cell that begins so is broken apart by some spreadsheets, whatever follows.
BREAKS = ("\t", "\r", "\n")


def safe(cell: object) -> object:
    """Text that a spreadsheet would run as a formula gets an apostrophe in front; numbers stay numbers."""
    if not isinstance(cell, str):
        return "" if cell is None else cell
    runs = cell.lstrip(PASSED_OVER).startswith(DANGEROUS) or cell.startswith(BREAKS)
    return f"'{cell}" if runs else cell
