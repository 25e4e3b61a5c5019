"""The one bridge from records and returns to the statistical tables."""
