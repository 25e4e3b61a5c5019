"""The work plan of a year, and what the board was asked and decided."""
