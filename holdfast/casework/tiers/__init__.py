"""Which tier of help a child is on, and every step up or down between them."""
