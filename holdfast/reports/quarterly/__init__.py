"""The quarterly pack: a quarter beside the one before and the same of the year before, and what comes of it."""
