"""The check between two reviews: what came of each decision."""
