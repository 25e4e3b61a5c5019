"""Returns on their way in: each import, what it found, what a person must settle."""
