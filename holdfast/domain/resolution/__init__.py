"""The law and practice of raising a concern: ladders of stages, the table of moves, the clock, categories."""
