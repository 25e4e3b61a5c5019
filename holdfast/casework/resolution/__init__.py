"""Concerns about a child, raised until something changes: informally first, then stage by stage."""
