"""One page that leads to everything about quality."""
