"""Composing the board paper of a year: what it puts forward, what it asks, and what follows from it."""
