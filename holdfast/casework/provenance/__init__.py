"""Where each value came from: who owns a field, and what stood in it before."""
