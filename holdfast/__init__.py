"""Holdfast: the work of an Independent Reviewing Service, its records, its figures and its reports."""
