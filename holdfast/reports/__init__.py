"""Figures and records into documents: content first, then one ink per form."""
