"""What helps an author write: what changed since last year, and what in their words deserves a second look."""
