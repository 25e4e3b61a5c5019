"""Editions of a report: the records they were made from, the states they went through, who received them."""
