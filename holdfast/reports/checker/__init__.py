"""Checks any report by rule: its sums, percentages, numbering and references, without being told what a table means."""
