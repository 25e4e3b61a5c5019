"""What someone published or typed for a report: comparators, populations, texts."""
