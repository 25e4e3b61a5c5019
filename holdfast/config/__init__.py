"""Joins the house: settings, addresses, the command line, the way it starts."""
