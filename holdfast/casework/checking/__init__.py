"""Officers checking each other: peer audits, and the quarterly audit of conferences."""
