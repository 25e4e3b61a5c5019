"""The demonstration as it stands once loaded: one load for all of these tests, which leave it as it is."""

SEED = 1
