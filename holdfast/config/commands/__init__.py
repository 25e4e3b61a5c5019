"""The commands of ``holdfast``, one per file; each loads only what it needs."""
