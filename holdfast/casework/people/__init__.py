"""Children, workers, and who is allocated to whom."""
