"""One indicator per file, each with an ``INDICATOR``; a new indicator is a new file here."""
