"""A failing and a passing example for every rule, one file for each theme."""
