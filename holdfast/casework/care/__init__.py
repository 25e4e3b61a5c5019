"""Periods of care, episodes, and what is known of a child's year."""
