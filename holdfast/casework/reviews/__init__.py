"""Reviews held, and how the child took part."""
