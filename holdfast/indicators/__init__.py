"""What each figure counts, as expressions that run on any engine."""
