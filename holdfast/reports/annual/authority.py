"""Whose report it is: written in ``reports.authority``, which everything a report is printed from may read first."""

from holdfast.reports.authority import Authority

__all__ = ["Authority"]
