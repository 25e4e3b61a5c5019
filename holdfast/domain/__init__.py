"""The law and the vocabulary in plain Python: dates in, dates out, no clock and no database."""
