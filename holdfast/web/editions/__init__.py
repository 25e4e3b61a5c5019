"""Editions of reports on screen: prepared, read, moved from one state to the next, compared."""
