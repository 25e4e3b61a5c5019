"""The catalogue of rules and edges, one file per theme; every file's CASES are run by ``test_cases``."""
