"""The statutory returns, in and out: read, judge, load."""
