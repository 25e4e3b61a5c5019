"""What staff record: one app per concept, written only through its actions."""
